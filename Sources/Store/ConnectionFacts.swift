public import Postgres

/// What a connection can tell about the server and the role it has.
public enum ConnectionFacts {
    /// The server's major version, and whether the role stands above row-level security.
    public static func read(_ connection: Connection) async throws -> (majorVersion: Int, isPrivileged: Bool) {
        let row = try await connection.first(
            """
            select current_setting('server_version_num')::integer / 10000, r.rolsuper or r.rolbypassrls
            from pg_roles r where r.rolname = current_user
            """
        ) { row in (majorVersion: Int(try row.next(Int32.self)), isPrivileged: try row.next(Bool.self)) }
        return row ?? (majorVersion: 0, isPrivileged: false)
    }
}
