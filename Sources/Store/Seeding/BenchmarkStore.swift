public import Postgres

/// What the benchmarks write and need of the database, beyond what the service does.
public enum BenchmarkStore {
    /// No statement of this transaction is cut off.
    public static func takeAllTime(on connection: Connection) async throws {
        try await connection.executeScript("set local statement_timeout = 0")
    }

    /// Fresh statistics for searching.
    public static func analyzeSearch(on connection: Connection) async throws {
        try await connection.execute("analyze search_documents")
    }

    /// Gives projects of which the slug begins with `bench-` towns, partners, goals and a year; their texts stay as they are.
    public static func completeProjects(on connection: Connection) async throws {
        try await connection.executeScript(
            """
            set local session_replication_role = replica;
            set local statement_timeout = 0;
            create temporary table made on commit drop as
                select id, row_number() over (order by slug)::int as n from projects where slug like 'bench-%';
            update projects p set label = (array['scheme', 'regional', 'other'])[1 + n % 3],
                state = (array['planned', 'running', 'ended', 'stopped'])[1 + n % 4], year = 2015 + n % 12, routes = n % 8,
                confirmed_on = date '2026-01-01' + n % 300 from made m where m.id = p.id;
            insert into project_municipalities (project_id, municipality_code)
            select m.id, t.code from made m join (select code, row_number() over (order by code) as n from municipalities) t
                on t.n in (1 + m.n % 300, 1 + m.n * 3 % 300);
            insert into project_partners (id, project_id, name, kind)
            select gen_random_uuid(), m.id, 'Partner ' || k, (array['practice', 'school', 'rho'])[k] from made m
                cross join generate_series(1, 3) k;
            insert into project_goals (project_id, position, sentence, unit, target, reached)
            select m.id, 1, 'Mensen met een plek', 'mensen', 20, m.n % 25 from made m;
            update content_version set version = version + 1;
            """
        )
    }
}
