public import Postgres

/// Filling tables in bulk, as the owner of the schema: row-level security does not bind here.
public enum SeedStore {
    /// Writes rows that may be there already: known by their key, changed where they differ, unless people keep them. Rows
    /// that are not in the list stay.
    /// - Returns: how many rows were new or changed.
    @discardableResult
    public static func upsert(
        _ table: SeedTable,
        _ rows: some Sequence<[(any SQLBindable)?]>,
        on connection: Connection
    ) async throws -> Int {
        try await connection.execute("create temporary table seed_rows (like \(ident: table.name)) on commit drop")
        try await connection.copy(into: "seed_rows", columns: table.columns, rows: rows)
        let columns = list(table.columns) { "\(ident: $0)" }
        let others = table.columns.filter { !table.key.contains($0) }
        let changed: SQL =
            others.isEmpty || table.belongsToPeople
            ? "nothing"
            : """
            update set \(sql: list(others) { "\(ident: $0) = excluded.\(ident: $0)" })
            where (\(sql: list(others) { "t.\(ident: $0)" })) is distinct from
                (\(sql: list(others) { "excluded.\(ident: $0)" }))
            """
        let count = try await connection.execute(
            """
            insert into \(ident: table.name) as t (\(sql: columns)) select \(sql: columns) from seed_rows
            on conflict (\(sql: list(table.key) { "\(ident: $0)" })) do \(sql: changed)
            """
        )
        try await connection.execute("drop table seed_rows")
        return count
    }

    /// Writes new rows by COPY.
    @discardableResult
    public static func load(
        _ table: SeedTable,
        _ rows: some Sequence<[(any SQLBindable)?]>,
        on connection: Connection
    ) async throws -> Int {
        try await connection.copy(into: table.name, columns: table.columns, rows: rows)
    }

    /// How many candidates there are, and how many of them are real people.
    public static func candidateCounts(on connection: Connection) async throws -> (all: Int, real: Int) {
        try await connection.first(
            "select count(*), count(*) filter (where not is_fictional) from candidates"
        ) { (try $0.next(Int.self), try $0.next(Int.self)) } ?? (0, 0)
    }

    /// Lets a true past be written: within this transaction the tables' own triggers rest, since they would number,
    /// date and judge history as if it happened now. Foreign keys, checks and exclusions stay awake; a case may come
    /// before its proposal. ``endHistory(on:)`` wakes everything and ``brokenRules(on:)`` says what the triggers would.
    public static func beginHistory(on connection: Connection) async throws {
        try await connection.executeScript(
            """
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0;
            alter table case_files alter constraint case_files_placed_proposal deferrable initially deferred;
            """
        )
        for table in withTriggers {
            try await connection.execute("alter table \(ident: table.name) disable trigger user")
        }
    }

    /// Wakes the triggers and tells the matcher that everything changed.
    public static func endHistory(on connection: Connection) async throws {
        try await connection.executeScript("set constraints all immediate")
        for table in withTriggers {
            try await connection.execute("alter table \(ident: table.name) enable trigger user")
        }
        try await connection.executeScript(
            """
            alter table case_files alter constraint case_files_placed_proposal not deferrable;
            insert into match_changes (kind, subject_id) values ('all', null);
            """
        )
    }

    /// Fresh statistics, so that the check and the first pages are as fast as later ones. In the transaction of
    /// ``beginHistory(on:)``, where no statement is cut off.
    public static func analyze(on connection: Connection) async throws {
        for table in SeedTable.ofThePlaces + SeedTable.ofTheCases + SeedTable.ofTheNetwork {
            try await connection.execute("analyze \(ident: table.name)")
        }
    }

    /// Prepares everything for searching again, after the words for it changed.
    public static func reindex(on connection: Connection) async throws {
        let limit = try await connection.value("select current_setting('statement_timeout')", as: String.self)
        // Everything at once takes longer than a statement of a page may.
        if limit != "0" { _ = try await connection.execute("set statement_timeout = '10min'") }
        do {
            _ = try await connection.value("select reindex_all()", as: Int.self)
        } catch {
            if limit != "0" { _ = try? await connection.execute("reset statement_timeout") }
            throw error
        }
        if limit != "0" { _ = try await connection.execute("reset statement_timeout") }
    }

    /// The addresses that rows of a table have already.
    public static func slugs(in table: SeedTable, on connection: Connection) async throws -> Set<String> {
        Set(try await connection.values("select slug from \(ident: table.name)", as: String.self))
    }

    /// How many rows each table has; for reports and tests.
    public static func count(_ table: SeedTable, on connection: Connection) async throws -> Int {
        try await connection.value("select count(*) from \(ident: table.name)", as: Int.self) ?? 0
    }

    /// A digest of all rows of a table, whatever their order, leaving out numbers that the database gives.
    public static func digest(_ table: SeedTable, on connection: Connection) async throws -> String {
        try await connection.value(
            """
            select md5(coalesce(string_agg(line, E'\\n' order by line), ''))
            from (
                select md5(row(\(sql: list(table.columns) { "\(ident: $0)" }))::text) as line
                from \(ident: table.name)) as l
            """,
            as: String.self
        ) ?? ""
    }

    /// A sign-up for a meeting that was would come too late.
    private static let withTriggers: [SeedTable] =
        SeedTable.ofThePlaces + SeedTable.ofTheCases + [.meetingSignups]

    private static func list(_ names: [String], _ piece: (String) -> SQL) -> SQL {
        names.map(piece).joined(separator: ", ")
    }
}
