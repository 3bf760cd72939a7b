import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// Who reads a good practice second, what happens when its words change, and who takes over when people left.
@Suite struct SecondReaderTests {
    private static let path = "/goede-praktijken/een-begeleider-voor-vier"

    private func withPractice(
        _ journey: @escaping @Sendable (TestSite, _ author: Actor, _ reader: Actor) async throws -> Void
    ) async throws {
        try await withNewNetwork { site in
            let (author, reader) = (
                try await site.world.coordinator(in: "RA0205"), try await site.world.coordinator(in: "RA0102")
            )
            try await site.visit(as: author) { client in
                try await client.join()
                try await client.get("/goede-praktijken/nieuw")
                for (name, value) in [
                    ("naam", "Een begeleider voor vier"), ("probleem", "Te weinig uren"),
                    ("aanpak", "Eén begeleider voor vier praktijken"), ("resultaat", "Zes plekken erbij"),
                ] { try client.fill(name, value) }
                try client.check("knelpunt", value: "supervision")
                try await client.press("Stuur in voor een tweede lezer")
                #expect(client.page.text.contains("Wacht op een tweede lezer"), "\(client.page.text.prefix(400))")
            }
            try await site.visit(as: reader) { try await $0.join() }
            try await journey(site, author, reader)
        }
    }

    @Test func `whoever reads a text that changed meanwhile is told, and keeps the remark`() async throws {
        try await withPractice { site, author, reader in
            try await site.visit(as: reader) { client in
                try await client.get(Self.path)
                try await site.visit(as: author) { other in
                    try await other.get("\(Self.path)/wijzigen")
                    try other.fill("resultaat", "Zeven plekken erbij")
                    try await other.press("Stuur in voor een tweede lezer")
                }
                try client.fill("opmerking", "Noem de kosten.")
                try await client.press("Keur goed en maak openbaar")
                #expect(client.page.status == 409 && client.page.text.contains("Intussen gewijzigd"))
                #expect(client.page.body.contains("Noem de kosten."))
                #expect(client.page.text.contains("Zeven plekken erbij"))
                try await client.press("Keur goed en maak openbaar")
                #expect(client.page.text.contains("De goede praktijk is nu openbaar."))
            }
        }
    }

    @Test func `words that change after approval are read again by another member`() async throws {
        try await withPractice { site, author, reader in
            let unread = "nog niet opnieuw nagelezen"
            try await site.visit(as: reader) { client in
                try await client.get(Self.path)
                try await client.press("Keur goed en maak openbaar")
            }
            try await site.visit(as: author) { client in
                // Another contact alone is no other text.
                try await client.get("\(Self.path)/wijzigen")
                try await client.press("Bewaar de tekst")
                #expect(client.page.status == 200 && !client.page.text.contains(unread))
                try await client.get("\(Self.path)/wijzigen")
                try client.fill("aanpak", "Eén begeleider voor tien praktijken")
                try await client.press("Bewaar de tekst")
                #expect(client.page.text.contains("Gewijzigd op 24 november 2026, \(unread)"))
                #expect(!client.page.text.contains("Keur de wijziging goed"))
                try await client.get("/leernetwerk")
                #expect(client.page.text.contains(unread))
            }
            try await site.visit { visitor in
                let page = try await visitor.get(Self.path)
                #expect(page.text.contains(unread) && page.text.contains("voor tien praktijken"))
                #expect(try await visitor.get("/goede-praktijken?q=begeleider").text.contains("nog niet nagelezen"))
            }
            try await site.visit(as: reader) { client in
                try await client.get("/leernetwerk")
                try await client.follow("Lees de wijziging mee: Een begeleider voor vier")
                try await client.press("Keur de wijziging goed")
                #expect(client.page.status == 200 && !client.page.text.contains(unread))
            }
        }
    }

    @Test func `neither author nor contact nor who changed it approves, in the database either`() async throws {
        try await withPractice { site, author, reader in
            let third = try await site.world.coordinator(in: "RA0616")
            try await site.visit(as: third) { try await $0.join() }
            func member(_ actor: Actor) async throws -> UUID {
                try await site.value("select id from network_members where staff_member_id = \(actor.staffMemberID)")
            }
            let (contact, changer) = (try await member(reader), try await member(third))
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    """
                    update good_practices set contact_id = \(contact), changed_by_id = \(changer)
                    where slug = 'een-begeleider-voor-vier'
                    """
                )
            }
            for actor in [author, reader, third] {
                try await site.visit(as: actor) { client in
                    let page = try await client.get(Self.path)
                    #expect(page.status == 200 && !page.text.contains("Keur goed"))
                }
                let own = try await member(actor)
                let assignment = try await site.rows(
                    "select role, team_id from staff_roles where staff_member_id = \(actor.staffMemberID) limit 1"
                ) { row in (try row.next(String.self), try row.nextOptional(Team.ID.self)) }
                let acting = Acting(
                    staffMemberID: actor.staffMemberID,
                    teamID: assignment.first?.1,
                    regionCode: actor.regionCode,
                    role: assignment.first?.0
                )
                let error = await #expect(throws: DatabaseError.self) {
                    try await site.world.world.database.transaction(as: acting) { connection in
                        _ = try await connection.execute(
                            """
                            update good_practices set state = 'published', validated_by_id = \(own), validated_at = updated_at
                            where slug = 'een-begeleider-voor-vier'
                            """
                        )
                    }
                }
                #expect(error?.constraint == "good_practices_second_member")
            }
        }
    }

    @Test func `what author and contact left behind, the fund takes over`() async throws {
        try await withPractice { site, author, reader in
            try await site.visit(as: author) { client in
                try await client.get("/vragen/nieuw")
                try client.fill("vraag", "Wie deelt een begeleider?")
                try client.fill("uitleg", "Wij hebben vier praktijken.")
                try client.check("knelpunt", value: "supervision")
                try await client.press("Stel de vraag")
                _ = try await client.organise("Blijft staan", seats: "")
            }
            try await site.visit(as: reader) { client in
                try await client.get(Self.path)
                try await client.press("Keur goed en maak openbaar")
                try await client.get("/vragen/wie-deelt-een-begeleider")
                try client.fill("antwoord", "Wij.")
                try await client.press("Geef antwoord")
            }
            let scene = try await SchemeScene(site)
            try await site.visit { visitor in
                let fund = try await scene.deciding(like: visitor)
                try await fund.join()
                #expect(try await fund.get("\(Self.path)/wijzigen").status == 404)
                try await site.visit(as: author) { client in
                    try await client.get("/leernetwerk/lidmaatschap")
                    try await client.press("Zeg mijn lidmaatschap op")
                }
                try await fund.get("/leernetwerk")
                for title in ["Blijft staan", "Wie deelt een begeleider?", "Een begeleider voor vier"] {
                    #expect(fund.page.text.contains("\(title) "), "\(title)")
                }
                #expect(fund.page.text.contains("bijeenkomst zonder organisator"))
                try await fund.get(Self.path)
                #expect(fund.page.text.contains("Niemand houdt deze tekst bij"))
                try await fund.follow("Wijzig de tekst")
                try await fund.press("Bewaar de tekst")
                #expect(fund.page.status == 200 && fund.page.text.contains("Fieke Fonds"))
                #expect(!fund.page.text.contains("Niemand houdt deze tekst bij"))

                try await fund.get("/vragen/wie-deelt-een-begeleider")
                try await fund.press("Dit hielp mij")
                #expect(fund.page.text.contains("dit hielp"))
                try await fund.press("Sluit mijn vraag")
                #expect(fund.page.text.contains("gesloten"))

                let meeting: String = try await site.value("select slug from meetings where title = 'Blijft staan'")
                try await fund.get("/bijeenkomsten/\(meeting)/wijzigen")
                try fund.fill("plaats", "Ergens anders")
                try await fund.press("Bewaar de bijeenkomst")
                #expect(fund.page.status == 200 && fund.page.text.contains("Ergens anders"))
            }
        }
    }

    @Test func `whoever solved it comes before those who say they know, and what is one's own does not fill the list`()
        async throws
    {
        try await withNewNetwork { site in
            let now = site.world.world.now().ISO8601Format()
            try await site.world.owner.transaction { connection in
                try await connection.executeScript(
                    """
                    update network_members set is_listed = false;
                    insert into network_members (id, name, organisation_name, position_name, knows, seeks, is_listed, wants_mail,
                            joined_at, joined_by, is_fictional, version)
                        select ('00000000-0000-4000-8000-00000000000' || n)::uuid, name, 'o', '', '', '', true, true, '\(now)',
                            'self', true, 1
                        from (values (1, 'Anna Weet'), (2, 'Bram Contact'), (3, 'Carla Hielp'), (4, 'Aad Eigen')) x (n, name);
                    insert into member_bottlenecks select id, 'supervision', 'knows' from network_members where is_listed;
                    insert into member_regions values ('00000000-0000-4000-8000-000000000004', 'RA0205');
                    insert into questions (id, slug, title, body, asked_at, is_fictional, version)
                        values ('00000000-0000-4000-8000-000000000011', 'hoe-dan', 'Hoe dan?', 'b', '\(now)', true, 1);
                    insert into question_bottlenecks values ('00000000-0000-4000-8000-000000000011', 'supervision');
                    insert into answers (id, question_id, member_id, body, answered_at, helped_at)
                        values (gen_random_uuid(), '00000000-0000-4000-8000-000000000011',
                            '00000000-0000-4000-8000-000000000003', 'Zo.', '\(now)', '\(now)');
                    insert into good_practices (id, slug, contact_id, organisation_name, name, problem, approach, took, result,
                            did_not_work, state, created_at, updated_at, source, is_fictional, version)
                        select ('00000000-0000-4000-8000-0000000000' || (20 + n))::uuid, 'proef-' || n,
                            '00000000-0000-4000-8000-000000000002', 'o', 'Proef ' || n, 'p', 'a', '', 'r', '', 'published', '\(now)',
                            '\(now)', '', true, 1
                        from generate_series(1, 9) n;
                    insert into good_practice_bottlenecks
                        select id, 'supervision' from good_practices where slug like 'proef-%';
                    insert into good_practice_regions
                        select id, 'RA0205' from good_practices where slug like 'proef-%' and slug <> 'proef-9';
                    insert into copies (id, good_practice_id, organisation_name, region_code, copied_on, intention, outcome,
                            outcome_kind, outcome_on, is_fictional, version)
                        select gen_random_uuid(), g.id, 'o' || n, 'RA0102', '2026-01-01', '', '', 'worked', '2026-06-01', true, 1
                        from good_practices g cross join generate_series(1, 30) n where g.slug like 'proef-%'
                            and g.slug <> 'proef-9';
                    insert into copies (id, good_practice_id, organisation_name, region_code, copied_on, intention, outcome,
                            is_fictional, version)
                        select gen_random_uuid(), g.id, 'o' || n, 'RA0102', '2026-01-01', '', '', true, 1
                        from good_practices g cross join generate_series(1, 29) n where g.slug = 'proef-9';
                    """
                )
            }
            let subject = RegionNetworkStore.Subject.bottleneck(BottleneckCode("supervision"))
            let (people, practices) = try await site.world.world.database.transaction(as: .visitor) { connection in
                (
                    try await RegionNetworkStore.members(
                        subject,
                        elsewhereThan: RegionCode("RA0205"),
                        limit: 3,
                        on: connection
                    ),
                    try await RegionNetworkStore.practices(
                        subject,
                        elsewhereThan: RegionCode("RA0205"),
                        limit: 1,
                        on: connection
                    )
                )
            }
            #expect(people.map(\.name) == ["Carla Hielp", "Bram Contact", "Anna Weet"])
            #expect(practices.map(\.slug) == ["proef-9"])
            try await site.visit { visitor in
                try await visitor.get("/knelpunten/begeleiding")
                let text = visitor.page.text
                #expect(text.contains("het antwoord hielp bij de vraag “Hoe dan?”"))
                #expect(text.contains("Dat is overgenomen en werkt daar ook."))
                #expect(text.contains("Zegt hier iets van te weten."))
            }
        }
    }
}
