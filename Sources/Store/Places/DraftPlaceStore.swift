public import Domain
public import Foundation
public import Postgres

/// Places that are not open yet, with what stands between them and being found.
public enum DraftPlaceStore {
    public struct Row: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let version: Int
        public let state: TrainingPlaceState
        public let practiceID: Practice.ID
        public let practiceReference: Reference
        public let practiceName: String
        public let town: String
        public let kind: PlacementKind
        public let routes: RouteSet
        public let crebo: String?
        public let earliestStartOn: CalendarDate
        /// What SBB said of the practice for this qualification, as it was checked last.
        public let recognition: RecognitionState?
        public let recognisedUntilOn: CalendarDate?

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            version = try row.next()
            state = try row.next()
            practiceID = try row.next()
            practiceReference = try row.next()
            practiceName = try row.next()
            town = try row.next()
            kind = try row.next()
            routes = try row.next()
            crebo = try row.nextOptional()
            earliestStartOn = try row.next()
            recognition = try row.nextOptional()
            recognisedUntilOn = try row.nextOptional()
        }
    }

    /// What one page shows and one form moves.
    public static let most = 200

    /// Drafts of a region by practice, or only those of one import; at most ``most``.
    public static func list(
        in region: RegionCode,
        importRun run: UUID?,
        on connection: Connection
    ) async throws -> [Row] {
        let isFrom: SQL =
            if let run {
                "t.id in (select k.training_place_id from import_run_rows k where k.import_run_id = \(run))"
            } else {
                "true"
            }
        return try await connection.query(
            """
            select t.id, t.reference, t.version, t.state, p.id, p.reference, p.name, p.town, t.kind, t.routes, t.crebo,
                t.earliest_start_on, r.state, r.valid_until
            from training_places t
            join practices p on p.id = t.practice_id
            left join practice_recognitions r on r.practice_id = t.practice_id and r.crebo = t.crebo
            where t.region_code = \(region) and t.state = 'draft' and \(sql: isFrom)
            order by p.name collate "nl-x-icu", t.earliest_start_on, t.id
            limit \(most)
            """
        )
    }
}
