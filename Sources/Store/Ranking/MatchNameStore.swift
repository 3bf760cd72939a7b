public import Domain
public import Postgres

extension MatchStore {
    /// How a place is called in a list.
    public struct PlaceName: Hashable, Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let practiceName: String
        public let town: String

        public init(row: inout RowReader) throws {
            id = try row.next()
            practiceName = try row.next()
            town = try row.next()
        }
    }

    /// The names of the practices of these places.
    public static func names(
        of places: [TrainingPlace.ID],
        on connection: Connection
    ) async throws -> [TrainingPlace.ID: PlaceName] {
        let rows: [PlaceName] = try await connection.query(
            """
            select t.id, p.name, p.town
            from training_places t
            join practices p on p.id = t.practice_id
            where t.id = any(\(places.map(\.rawValue)))
            """
        )
        return Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
    }
}
