public import Foundation
public import Postgres

/// What a connection can tell about the server, the way to it and the role it has.
public struct ConnectionFacts: Sendable {
    public let role: String
    public let database: String
    /// The server's major version.
    public let majorVersion: Int
    /// The role stands above row-level security.
    public let isPrivileged: Bool
    /// The role may make roles or databases, or copy the whole cluster.
    public let mayAdminister: Bool
    /// The role owns a table, or may become the one who does.
    public let mayOwn: Bool
    public let isEncrypted: Bool
    /// The way to the server is a file on this machine.
    public let isSocketFile: Bool
    /// The server is this machine itself.
    public let isLoopback: Bool
    /// The server's clock.
    public let moment: Date

    public init(
        role: String,
        database: String,
        majorVersion: Int,
        isPrivileged: Bool,
        mayAdminister: Bool,
        mayOwn: Bool,
        isEncrypted: Bool,
        isSocketFile: Bool,
        isLoopback: Bool,
        moment: Date
    ) {
        self.role = role
        self.database = database
        self.majorVersion = majorVersion
        self.isPrivileged = isPrivileged
        self.mayAdminister = mayAdminister
        self.mayOwn = mayOwn
        self.isEncrypted = isEncrypted
        self.isSocketFile = isSocketFile
        self.isLoopback = isLoopback
        self.moment = moment
    }

    /// Nil when the role is gone.
    public static func read(_ connection: Connection) async throws -> ConnectionFacts? {
        try await connection.first(
            """
            select current_user::text, current_database()::text, current_setting('server_version_num')::integer / 10000,
                r.rolsuper or r.rolbypassrls, r.rolcreaterole or r.rolcreatedb or r.rolreplication,
                exists (select 1 from pg_class c
                    where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'MEMBER')),
                coalesce((select s.ssl from pg_stat_ssl s where s.pid = pg_backend_pid()), false),
                inet_server_addr() is null, coalesce(inet_client_addr() << inet '127.0.0.0/8' or inet_client_addr() = inet '::1', false),
                clock_timestamp()
            from pg_roles r where r.rolname = current_user
            """
        ) { row in
            ConnectionFacts(
                role: try row.next(),
                database: try row.next(),
                majorVersion: Int(try row.next(Int32.self)),
                isPrivileged: try row.next(),
                mayAdminister: try row.next(),
                mayOwn: try row.next(),
                isEncrypted: try row.next(),
                isSocketFile: try row.next(),
                isLoopback: try row.next(),
                moment: try row.next()
            )
        }
    }
}

/// What stands in the database that decides whether people may be let in.
public struct ContentFacts: Sendable {
    /// Somebody or something that was made up for the demo.
    public let isFictional: Bool
    /// People who can invite others for the fund.
    public let fundAdministrators: Int
    /// The names under which identity providers in use expect their secrets, at most 200.
    public let providerSecretNames: [String]

    public init(isFictional: Bool, fundAdministrators: Int, providerSecretNames: [String] = []) {
        self.isFictional = isFictional
        self.fundAdministrators = fundAdministrators
        self.providerSecretNames = providerSecretNames
    }

    /// As the application sees it.
    public static func read(_ connection: Connection) async throws -> ContentFacts {
        let names = try await connection.values(
            "select distinct secret_name from oidc_providers where is_enabled order by secret_name limit 200",
            as: String.self
        )
        let found = try await connection.first(
            """
            select exists (select 1 from staff_members where is_fictional)
                    or exists (select 1 from practices where is_fictional) or exists (select 1 from teams where is_fictional),
                (select count(distinct staff_member_id) from staff_roles where role = 'fund_administrator')
            """
        ) { row in
            ContentFacts(
                isFictional: try row.next(),
                fundAdministrators: try row.next(),
                providerSecretNames: names
            )
        }
        return found ?? ContentFacts(isFictional: false, fundAdministrators: 0)
    }
}
