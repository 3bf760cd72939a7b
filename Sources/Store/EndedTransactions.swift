public import Postgres

/// Which writing transactions of the database have ended, as one text: it stays the same exactly as long as nothing was
/// committed, and is what PostgreSQL itself decides by what a reader sees (`pg_current_snapshot`, PostgreSQL manual 9.27).
public enum EndedTransactions {
    public static func now(on connection: Connection) async throws -> String {
        try await connection.value("select pg_current_snapshot()::text") ?? ""
    }
}
