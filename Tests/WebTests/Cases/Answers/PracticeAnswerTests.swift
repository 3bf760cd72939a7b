import Actions
import Domain
import Foundation
import Logging
import Mail
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// A practice gets a mail, opens its link as often as its mail program likes, and answers once.
@Suite struct PracticeAnswerTests {
    // MARK: The journey

    @Test func `a proposed place is asked by mail, without a word on who it is, and the yes comes back to the team`()
        async throws
    {
        try await withSite { site in
            let asked = try await Asked(site)

            let mail = try #require(asked.mails.first { $0.to == asked.address })
            #expect(mail.subject.contains("Maak je kennis met een kandidaat"))
            #expect(mail.text.contains(asked.practice))
            #expect(mail.text.contains("Wanneer: "))
            #expect(asked.identity.filter { mail.text.contains($0) || mail.subject.contains($0) } == [])

            try await site.visit { practice in
                try await practice.get(asked.link)
                #expect(practice.page.status == 200)
                #expect(practice.page.title.hasPrefix("Willen jullie kennismaken"))
                #expect(asked.identity.filter(practice.page.body.contains) == [])
                #expect(practice.page.headers["cache-control"] == "no-store")
                #expect(practice.page.headers["x-robots-tag"] == "noindex, nofollow")

                try await practice.press("Verstuur het antwoord")
                #expect(practice.page.status == 400)
                #expect(practice.page.title.hasPrefix("Fout:"))
                #expect(asked.identity.filter(practice.page.body.contains) == [])

                try practice.fill("antwoord", "klikgesprek")
                try practice.fill("klikgesprek", site.world.world.today.typed(daysOn: 7))
                try practice.fill("notitie", "Om drie uur graag")
                try await practice.press("Verstuur het antwoord")
                #expect(practice.page.status == 200)
                #expect(practice.page.path == asked.link)
                #expect(practice.page.title.hasPrefix("Jullie willen kennismaken"))
                #expect(practice.page.text.contains("Wat er nu gebeurt"))
                #expect(!practice.page.forms.contains { $0.action == asked.link })
                #expect(asked.identity.filter(practice.page.body.contains) == [])
            }
            #expect(try await asked.state() == "interview")
            let after = try await site.deliverMail()
            #expect(after.contains { $0.subject.hasPrefix("Antwoord van \(asked.practice)") })
            #expect(after.contains { $0.subject == "Een praktijk wil kennismaken" })
            #expect(asked.identity.filter { name in after.contains { $0.subject.contains(name) } } == [])
        }
    }

    @Test func `the name opens for the interview, and only after the candidate's yes to this practice`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.visit { practice in
                try await asked.answer(
                    "klikgesprek",
                    ["klikgesprek": site.world.world.today.typed(daysOn: 7)],
                    practice
                )
                try await practice.get(asked.link)
                #expect(asked.identity.filter(practice.page.body.contains) == [])

                try await site.visit(as: asked.actor) { coordinator in
                    try await coordinator.get("/voorstellen/\(asked.proposal)")
                    try await coordinator.press("Noteer: de praktijk mag weten wie het is")
                    #expect(coordinator.page.status == 200)
                }
                // A mail program that opens the link learns nothing and leaves no trace.
                try await practice.get(asked.link)
                #expect(asked.identity.filter(practice.page.body.contains) == [])
                #expect(try await asked.reads() == 0)
                try await practice.press("Toon naam en telefoonnummer")
                #expect(practice.page.text.contains(asked.name))

                // The candidate can see that it was read; looking again within the hour adds nothing.
                try await practice.get(asked.link)
                try await practice.press("Toon naam en telefoonnummer")
                #expect(try await asked.reads() == 1)

                try await site.visit(as: asked.actor) { coordinator in
                    try await coordinator.get("/voorstellen/\(asked.proposal)")
                    try await coordinator.press("Trek het voorstel in")
                }
                try await practice.get(asked.link)
                #expect(practice.page.title.hasPrefix("Deze vraag is niet meer nodig"))
                #expect(asked.identity.filter(practice.page.body.contains) == [])
            }
        }
    }

    @Test func `even a yes of the candidate shows no name while the practice has not said yes`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute("update proposals set introduction_yes_at = \(site.world.world.now())")
            }
            try await site.visit { practice in
                try await practice.get(asked.link)
                #expect(asked.identity.filter(practice.page.body.contains) == [])
            }
        }
    }

    @Test(arguments: [
        ("nee", ["reden": "no_room"], "declined", "Jullie zeiden nee"),
        ("nu-niet", ["vanaf": "1-9-2027"], "not_now", "Nu niet, later wel"),
    ])
    func `a no and a not now are answers too`(
        kind: String,
        fields: [String: String],
        state: String,
        title: String
    ) async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.visit { practice in
                try await asked.answer(kind, fields, practice)
                #expect(practice.page.title.hasPrefix(title))
            }
            #expect(try await asked.state() == state)
        }
    }

    @Test func `call me is no answer: it stands on the work list today, and an answer is still possible`() async throws
    {
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.visit { practice in
                try await asked.answer("bel-mij", ["notitie": "Graag na vijven"], practice)
                #expect(practice.page.text.contains("We bellen je"))
            }
            #expect(try await asked.state() == "open")
            #expect(try await site.deliverMail().contains { $0.subject.contains("wil gebeld worden") })
            try await site.visit(as: asked.actor) { coordinator in
                try await coordinator.get("/werklijst?van=team&bellijst=ja")
                #expect(coordinator.page.text.contains("wil gebeld worden"))
                try await coordinator.get("/voorstellen/\(asked.proposal)")
                #expect(coordinator.page.text.contains("De praktijk wil gebeld worden"))
            }
            try await site.visit { practice in
                try await asked.answer("nee", ["reden": "no_time"], practice)
                #expect(practice.page.title.hasPrefix("Jullie zeiden nee"))
            }
        }
    }

    // MARK: Links

    @Test func `a mail program that opens the link a hundred times changes nothing`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            let before = try await Self.everything(site)
            try await site.visit { practice in
                for _ in 0..<50 {
                    let (seen, head) = (
                        try await practice.send("GET", asked.link), try await practice.send("HEAD", asked.link)
                    )
                    #expect(seen.status == 200 && head.status == 200)
                }
            }
            #expect(try await Self.everything(site) == before)
        }
    }

    @Test func `a link answers once; a form that was still open finds what was answered`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.visit { first in
                let second = first.another()
                try await second.get(asked.link)
                try await asked.answer("nee", ["reden": "no_room"], first)
                let before = try await Self.everything(site)

                try second.fill("antwoord", "klikgesprek")
                try second.fill("klikgesprek", site.world.world.today.typed(daysOn: 7))
                try await second.press("Verstuur het antwoord")

                #expect(second.page.title.hasPrefix("Jullie zeiden nee"))
                #expect(try await Self.everything(site) == before)
            }
        }
    }

    @Test func `unknown and misspelt links look the same, and nothing can be posted to them`() async throws {
        try await withSite { site in
            _ = try await Asked(site)
            try await site.visit { visitor in
                for path in ["/antwoord/\(String(repeating: "A", count: 32))", "/antwoord/x", "/antwoord/%00"] {
                    #expect(try await visitor.send("GET", path).status == 404)
                }
                try await visitor.get("/plek-aanbieden")
                let token = visitor.hidden("_csrf")
                let page = try await visitor.post(
                    "/antwoord/\(String(repeating: "A", count: 32))",
                    [("_csrf", token), ("antwoord", "nee"), ("reden", "no_room"), ("versie", "1")]
                )
                #expect(page.status == 404)
            }
        }
    }

    @Test func `after the due date the link says whom to call; after two months it shows nothing of the candidate`()
        async throws
    {
        try await withSite { site in
            let asked = try await Asked(site)
            let world = site.world
            try await site.visit { practice in
                world.clock.advance(days: 15)
                try await practice.get(asked.link)
                #expect(practice.page.status == 200)
                #expect(practice.page.title.hasPrefix("De termijn is voorbij"))
                #expect(!practice.page.forms.contains { $0.action == asked.link })

                world.clock.advance(days: 70)
                try await practice.get(asked.link)
                #expect(practice.page.status == 410)
                #expect(practice.page.title.hasPrefix("Deze link werkt niet meer"))
                #expect(practice.page.text.contains("Liever bellen"))
                #expect(!practice.page.text.contains("Wat de kandidaat kan"))
            }
        }
    }

    @Test func `the database shows a practice one card and nothing else`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            let id: Proposal.ID = try await site.value("select id from proposals where reference = \(asked.proposal)")
            let (cards, others) = try await site.world.world.database.transaction(as: .practice(id)) { connection in
                let cards = try await connection.query("select reference from practice_cards") {
                    try $0.next(String.self)
                }
                var others = 0
                for table in ["candidates", "candidate_identities", "case_files", "proposals", "assessments", "outbox"]
                {
                    others += try await connection.value("select count(*) from \(ident: table)", as: Int.self) ?? 0
                }
                return (cards, others)
            }
            #expect(cards == [asked.proposal])
            #expect(others == 0)
            let visitor = try await site.world.world.database.transaction(as: .visitor) { connection in
                try await connection.value("select count(*) from practice_cards", as: Int.self)
            }
            #expect(visitor == 0)
        }
    }

    // MARK: Reading

    /// Numbers that move with anything a link could do.
    private static func everything(_ site: TestSite) async throws -> [Int] {
        try await site.rows(
            """
            select (select count(*) from case_events), (select sum(version) from proposals), (select count(*) from outbox),
                (select count(*) from mail_links where used_at is not null), (select count(*) from candidate_reads),
                (select count(*) from case_contacts), (select sum(version) from case_files)
            """
        ) { row in try (0..<7).map { _ in try row.next(Int.self) } }.flatMap(\.self)
    }
}

extension CalendarDate {
    /// As people type it.
    fileprivate func typed(daysOn days: Int) -> String {
        let date = self + days
        return "\(date.day)-\(date.month)-\(date.year)"
    }
}
