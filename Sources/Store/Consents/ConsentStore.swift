public import Domain
public import Foundation
public import Postgres

/// Consents of a candidate: per receiving region, or for all neighbours of the region that has the case.
public enum ConsentStore {
    public struct Row: Sendable, RowDecodable {
        public let id: Consent.ID
        /// Nil means all neighbours.
        public let regionCode: RegionCode?
        public let regionName: String?
        public let textVersion: Int
        public let channel: ConsentChannel
        public let recordedBy: String?
        public let givenAt: Date
        public let withdrawnAt: Date?

        public init(row: inout RowReader) throws {
            id = try row.next()
            regionCode = try row.nextOptional()
            regionName = try row.nextOptional()
            textVersion = try row.next()
            channel = try row.next()
            recordedBy = try row.nextOptional()
            givenAt = try row.next()
            withdrawnAt = try row.nextOptional()
        }
    }

    /// All consents of a candidate, those that hold first, then the newest; at most 100.
    public static func list(of candidate: Candidate.ID, on connection: Connection) async throws -> [Row] {
        try await connection.query(
            """
            select c.id, c.region_code, g.name, c.text_version, c.channel, m.name, c.given_at, c.withdrawn_at
            from consents c
            left join regions g on g.code = c.region_code
            left join staff_members m on m.id = c.recorded_by
            where c.candidate_id = \(candidate)
            order by c.withdrawn_at is not null, c.given_at desc, c.id
            limit 100
            """
        )
    }

    /// The consent that lets a region look, given what region has the case; the one for that very region before the one for
    /// all neighbours.
    public static func covering(
        _ receiving: RegionCode,
        from sending: RegionCode,
        of candidate: Candidate.ID,
        on connection: Connection
    ) async throws -> Consent.ID? {
        try await connection.value(
            """
            select c.id from consents c
            where c.candidate_id = \(candidate) and c.withdrawn_at is null
                and (c.region_code = \(receiving) or (c.region_code is null and exists (
                    select 1 from region_neighbours n
                    where n.region_code = \(sending) and n.neighbour_code = \(receiving))))
            order by c.region_code nulls last, c.given_at desc, c.id
            limit 1
            """
        )
    }

    /// Takes a consent back. False when there was none to take back.
    public static func withdraw(
        _ id: Consent.ID,
        of candidate: Candidate.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update consents set withdrawn_at = greatest(\(now), given_at)
            where id = \(id) and candidate_id = \(candidate) and withdrawn_at is null
            """
        ) == 1
    }

    /// The newest text of consent.
    public static func currentText(
        on today: CalendarDate,
        connection: Connection
    ) async throws -> (version: Int, text: String)? {
        try await connection.first(
            """
            select version, text from consent_texts where valid_from <= \(today) order by version desc limit 1
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
