import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// The lists of the network find like the projects do, and a question is answered for all it is about.
@Suite struct NetworkSearchTests {
    private static let script = """
        insert into questions (id, slug, title, body, asked_at, is_fictional, version) values
            ('00000000-0000-4000-8000-000000000031', 'vaak', 'Kwikstaart en kwikstaarten', 'kwikstaart, zilvermeeuw',
                '2026-01-01', true, 1),
            ('00000000-0000-4000-8000-000000000032', 'eens', 'Iets anders', 'Over een kwikstaart.', '2026-11-01', true, 1);
        insert into question_bottlenecks values
            ('00000000-0000-4000-8000-000000000032', 'supervision'), ('00000000-0000-4000-8000-000000000032', 'travel');
        insert into good_practices (id, slug, organisation_name, name, problem, approach, took, result, did_not_work, state,
                created_at, updated_at, source, is_fictional, version)
            values ('00000000-0000-4000-8000-000000000041', 'reizen', 'o', 'Samen reizen met de kwikstaart', 'p', 'a', '', 'r',
                '', 'published', '2026-11-01', '2026-11-01', '', true, 1);
        insert into good_practice_bottlenecks values ('00000000-0000-4000-8000-000000000041', 'travel'),
            ('00000000-0000-4000-8000-000000000041', 'supervision');
        """

    private func withWords(_ journey: @escaping @Sendable (TestSite) async throws -> Void) async throws {
        try await withNewNetwork { site in
            let codes = try await site.rows("select code from bottlenecks order by position limit 2") {
                try $0.next(String.self)
            }
            let script = Self.script.replacing("'supervision'", with: "'\(codes[0])'")
                .replacing("'travel'", with: "'\(codes[1])'")
            try await site.world.owner.transaction { try await $0.executeScript(script) }
            try await journey(site)
        }
    }

    @Test func `what is most about the words comes first, and what holds only some comes along`() async throws {
        try await withWords { site in
            try await site.visit { visitor in
                let text = try await visitor.get("/vragen?q=kwikstaart+zilvermeeuw").text
                let often = try #require(text.range(of: "Kwikstaart en kwikstaarten"))
                let once = try #require(text.range(of: "Iets anders"))
                #expect(often.lowerBound < once.lowerBound)
                #expect(
                    try await visitor.get("/goede-praktijken?q=kwikstaart+zilvermeeuw").text
                        .contains("Samen reizen met de kwikstaart")
                )
                // Whoever follows the list gets what they asked for.
                let feed = try await visitor.get("/vragen?q=kwikstaart+zilvermeeuw&vorm=atom").body
                #expect(feed.contains("Kwikstaart en kwikstaarten") && !feed.contains("Iets anders"))
            }
        }
    }

    @Test func `a question finds who solved any of what it is about`() async throws {
        try await withWords { site in
            try await site.world.owner.transaction { connection in
                // Only about the second of the two.
                _ = try await connection.execute(
                    """
                    delete from good_practice_bottlenecks b using question_bottlenecks q
                    where q.question_id = '00000000-0000-4000-8000-000000000032' and q.bottleneck_code = b.bottleneck_code
                        and b.bottleneck_code = (select min(bottleneck_code) from question_bottlenecks
                            where question_id = '00000000-0000-4000-8000-000000000032')
                    """
                )
                _ = try await connection.execute(
                    "update good_practices set state = 'retired', unread_since = null where slug <> 'reizen'"
                )
            }
            try await site.visit { visitor in
                let page = try await visitor.get("/vragen/eens")
                #expect(page.text.contains("Samen reizen met de kwikstaart"))
            }
        }
    }
}
