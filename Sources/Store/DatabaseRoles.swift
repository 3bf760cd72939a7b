public import Postgres

/// The roles under which the program works. Roles belong to the whole cluster, so they stand outside the numbered
/// migrations and are made idempotently before them, by whoever runs the migrations.
public enum DatabaseRoles {
    /// Serves people; bound by row-level security, owns nothing.
    public static let application = "doorwijzer_app"
    /// Reads what placing needs of every case, and no identity.
    public static let matcher = "doorwijzer_matcher"

    /// Makes the roles that are missing, without a password: give them one where the server asks for it. Where they are
    /// there already, whoever migrates needs no power over roles.
    public static func ensure(on connection: Connection) async throws {
        for role in [application, matcher] {
            try await connection.executeScript(
                """
                do $$ begin
                    if exists (select 1 from pg_roles where rolname = '\(role)') then return; end if;
                    create role \(role) login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
                exception when duplicate_object or unique_violation then null;
                end $$
                """
            )
        }
    }

    /// Lets the application see which migrations were applied, so that it can refuse a schema that is not its own. The
    /// ledger is the migrator's and no migration makes it; call this after every run.
    public static func showLedger(on connection: Connection) async throws {
        try await connection.executeScript("grant select on schema_migrations to \(application)")
    }
}
