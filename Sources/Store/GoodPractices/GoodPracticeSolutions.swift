public import Domain
public import Postgres

/// Good practices as answers to a question: what they are about, and whether they work elsewhere too.
extension GoodPracticeStore {
    /// What is published about any of these, about most of them first, then copied most.
    public static func about(
        _ bottlenecks: [BottleneckCode],
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        try await connection.query(
            """
            select \(sql: columns) from \(sql: tables)
            join lateral (select count(*) as shared from good_practice_bottlenecks b where b.good_practice_id = g.id
                and b.bottleneck_code = any(\(bottlenecks.map(\.rawValue)))) x on x.shared > 0
            where g.state = 'published'
            order by x.shared desc, \(sql: mostCopied) desc, g.validated_at desc nulls last, g.id
            limit \(limit)
            """
        )
    }

    /// Which of these were copied and work there too.
    public static func working(_ ids: [GoodPractice.ID], on connection: Connection) async throws -> Set<GoodPractice.ID>
    {
        Set(
            try await connection.values(
                """
                select distinct good_practice_id from copies
                where good_practice_id = any(\(ids.map(\.rawValue))) and outcome_kind = 'worked'
                """
            )
        )
    }
}
