import Actions
import Domain
import Foundation
import Mail
import Postgres
import TestSupport
import Testing

/// "Door ons overgenomen": once, of others, and followed until it is known what came of it.
@Suite struct CopyTests {
    private static let path = PracticeKeepingTests.path

    private static func copy(_ client: WebClient) async throws {
        try await client.get("\(path)/overnemen")
        try client.fill("regio", "RA0102")
        try client.fill("bedoeling", "Wij beginnen met twee praktijken.")
        try await client.press("Dit nemen wij over")
    }

    @Test func `one copies what others do, and once`() async throws {
        try await withPublishedPractice { site, author, reader in
            try await site.visit(as: author) { client in
                #expect(try await !client.get(Self.path).text.contains("Dit nemen wij over"))
                try await Self.copy(client)
                #expect(client.page.status == 409 && client.page.text.contains("Overnemen doe je van een ander."))
            }
            try await site.visit(as: reader) { client in
                try await Self.copy(client)
                #expect(client.page.text.contains("Overgenomen door 1 organisatie"))
                #expect(!client.page.text.contains("Dit nemen wij over"))
                try await Self.copy(client)
                #expect(
                    client.page.status == 409 && client.page.text.contains("Je schreef al dat jullie dit overnemen.")
                )
            }
            let readerID = try await site.member(reader)
            let again: SQL = """
                insert into copies (id, good_practice_id, member_id, organisation_name, region_code, copied_on, intention, outcome,
                    is_fictional, version)
                select gen_random_uuid(), id, \(readerID), 'Iemand anders', 'RA0102', '2026-11-24', '', '', false, 1
                from good_practices where slug = 'een-begeleider-voor-vier'
                """
            let error = await #expect(throws: DatabaseError.self) { try await site.act(reader, again) }
            #expect(error?.constraint == "copies_practice_once")
            // A colleague of the reader says the same: it is still one organisation.
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    """
                    insert into copies (id, good_practice_id, organisation_name, region_code, copied_on, intention, outcome,
                        is_fictional, version)
                    select gen_random_uuid(), good_practice_id, upper(organisation_name), region_code, copied_on, '', '',
                        true, 1
                    from copies where member_id = \(readerID)
                    """
                )
            }
            try await site.visit { visitor in
                let page = try await visitor.get(Self.path)
                #expect(page.text.contains("Overgenomen door 1 organisatie"))
                #expect(
                    try await visitor.get("/goede-praktijken?q=begeleider").text.contains(
                        "overgenomen door 1 organisatie"
                    )
                )
            }
        }
    }

    @Test func `the organisation of a copy is the member's own, whatever is said`() async throws {
        try await withPublishedPractice { site, _, reader in
            let readerID = try await site.member(reader)
            try await site.act(
                reader,
                """
                insert into copies (id, good_practice_id, subject_name, member_id, organisation_name, region_code, copied_on,
                    intention, outcome, outcome_kind, outcome_on, is_fictional, version)
                select gen_random_uuid(), id, 'x', \(readerID), 'Iemand anders', 'RA0102', '2026-11-24', '', '', 'worked',
                    '2026-11-24', false, 1
                from good_practices where slug = 'een-begeleider-voor-vier'
                """
            )
            let isTrue: Bool = try await site.value(
                """
                select k.organisation_name = m.organisation_name and k.subject_name = 'Een begeleider voor vier'
                    and k.outcome_kind is null
                from copies k join network_members m on m.id = k.member_id where m.id = \(readerID)
                """
            )
            #expect(isTrue)
        }
    }

    @Test func `what is copied is asked about until it is known, twice at most, and can be told at once`() async throws
    {
        try await withPublishedPractice { site, _, reader in
            let subject = "Hoe ging het met: Een begeleider voor vier?"
            func asked() async throws -> Int { try await site.remind().count { $0.subject == subject } }
            func tell(_ kind: String) async throws {
                try await site.visit(as: reader) { client in
                    try await client.get(Self.path)
                    try await client.follow("Vertel hoe het ging")
                    try client.fill("hoe", kind)
                    try client.fill("uitkomst", "Dit weten we nu.")
                    try await client.press("Bewaar wat ervan kwam")
                    #expect(client.page.status == 200)
                }
            }
            try await site.visit(as: reader) { try await Self.copy($0) }
            #expect(try await asked() == 0)
            site.world.clock.advance(days: 190)
            #expect(try await asked() == 1)
            #expect(try await asked() == 0)
            site.world.clock.advance(days: 40)
            #expect(try await asked() == 1)
            site.world.clock.advance(days: 40)
            #expect(try await asked() == 0)
            try await tell("too_early")
            try await site.visit(as: reader) { client in
                let page = try await client.get("/leernetwerk")
                #expect(!page.text.contains("Hoe ging het met"))
            }
            #expect(try await asked() == 0)
            site.world.clock.advance(days: 190)
            #expect(try await asked() == 1)
            try await site.visit(as: reader) { client in
                let page = try await client.get("/leernetwerk")
                #expect(page.text.contains("Hoe ging het met: Een begeleider voor vier"))
            }
            try await tell("worked")
            site.world.clock.advance(days: 400)
            #expect(try await asked() == 0)
        }
    }

    @Test func `of what is gone the name stays, without a link and without mail`() async throws {
        try await withPublishedPractice { site, author, reader in
            try await site.visit(as: reader) { try await Self.copy($0) }
            let id: UUID = try await site.value(
                "select id from copies where member_id = \(try await site.member(reader))"
            )
            try await site.visit(as: author) { client in
                try await client.get(Self.path)
                try await client.press("Haal deze praktijk uit de lijst")
            }
            // Whoever found it good may still see it; anybody else may not.
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    "update good_practices set validated_by_id = null where slug = 'een-begeleider-voor-vier'"
                )
            }
            site.world.clock.advance(days: 190)
            #expect(try await site.remind().allSatisfy { !$0.subject.contains("Een begeleider voor vier") })
            try await site.visit(as: reader) { client in
                #expect(try await !client.get("/leernetwerk").text.contains("Hoe ging het met"))
                let page = try await client.get("/overgenomen/\(id.uuidString.lowercased())")
                #expect(page.text.contains("Een begeleider voor vier"))
                #expect(page.text.contains("De pagina van wat je overnam, is er niet meer."))
                #expect(page.links.allSatisfy { !$0.text.isEmpty && $0.href != Self.path })
            }
        }
    }

    @Test func `the own copy of a project can be told about on its page`() async throws {
        try await withNewNetwork { site in
            let actor = try await site.world.coordinator(in: "RA0205")
            let slug: String = try await site.value(
                "select slug from projects where publication = 'published' and application_id is null order by slug limit 1"
            )
            try await site.visit(as: actor) { client in
                try await client.join()
                try await client.get("/projecten/\(slug)")
                try await client.follow("Wij nemen dit over")
                try client.fill("bedoeling", "Wij proberen het.")
                try await client.press("Dit nemen wij over")
                try await client.get("/projecten/\(slug)")
                #expect(!client.page.text.contains("Wij nemen dit over"))
                try await client.follow("Vertel hoe het ging")
                #expect(client.page.text.contains("Wij proberen het."))
            }
            try await site.visit { visitor in
                let page = try await visitor.get("/projecten/\(slug)")
                #expect(!page.text.contains("Vertel hoe het ging"))
            }
        }
    }
}
