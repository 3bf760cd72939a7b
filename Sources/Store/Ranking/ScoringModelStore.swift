public import Domain
public import Postgres

/// Published versions of the weights with which a fit is computed.
public enum ScoringModelStore {
    public struct Row: Hashable, Sendable, RowDecodable {
        public let version: Int
        public let learningNeeds: Int
        public let supervision: Int
        public let travel: Int
        public let period: Int
        public let continuity: Int
        public let wishes: Int

        public init(row: inout RowReader) throws {
            version = try row.next()
            learningNeeds = try row.next()
            supervision = try row.next()
            travel = try row.next()
            period = try row.next()
            continuity = try row.next()
            wishes = try row.next()
        }
    }

    /// The newest version that is valid on a day.
    public static func newest(on date: CalendarDate, connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select version, learning_needs_weight, supervision_weight, travel_weight, period_weight, continuity_weight,
                wishes_weight
            from scoring_models
            where valid_from <= \(date)
            order by version desc
            limit 1
            """
        )
    }
}
