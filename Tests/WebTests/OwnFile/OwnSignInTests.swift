import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// A candidate signs in with a link from the mail, and with nothing else.
struct OwnSignInTests {
    private static let story = DemoStory().waitingInFullRegion

    @Test func `opening a link a hundred times uses nothing, its button signs in once`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            try await client.get("/mijn")
            #expect(client.page.path.hasPrefix("/mijn/aanmelden"))
            try client.fill("mail", " \(person.mail.uppercased()) ")
            try await client.press("Stuur mij een link")
            #expect(client.page.text.contains("Als we je kennen"))
            let link = try await site.deliveredLink()

            let before = try await Self.state(site)
            for _ in 0..<50 {
                for method in ["GET", "HEAD"] {
                    let page = try await client.another().send(method, link, followRedirects: false)
                    #expect(page.status == 200)
                }
            }
            #expect(try await Self.state(site) == before)

            try await client.get(link)
            try await client.press("Meld me aan")
            #expect(client.page.path == "/mijn")
            #expect(client.page.text.contains("Mijn traject"))

            let thief = client.another()
            #expect(try await thief.get(link).status == 404)
            #expect(thief.page.text.contains("Deze link werkt niet meer"))
            try await thief.get("/mijn/aanmelden")
            let token = thief.hidden(FormData.tokenField)
            #expect(try await thief.post(link, [(FormData.tokenField, token)]).status == 404)
            #expect(try await thief.send("GET", "/mijn", followRedirects: false).status == 303)
        }
    }

    @Test func `a corrected address ends the link that went to the wrong one, and every session begun with it`()
        async throws
    {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            var links: [String] = []
            for _ in 0..<2 {
                let stranger = client.another()
                try await stranger.get("/mijn/aanmelden")
                try stranger.fill("mail", person.mail)
                try await stranger.press("Stuur mij een link")
                links.append(try await site.deliveredLink())
                if links.count == 1 {
                    try await client.get(links[0])
                    try await client.press("Meld me aan")
                    #expect(client.page.path == "/mijn")
                }
            }
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    "update candidate_identities set mail = 'goed@voorbeeld.example' where lower(mail) = lower(\(person.mail))"
                )
            }
            #expect(try await client.send("GET", "/mijn", followRedirects: false).status == 303)
            #expect(try await client.another().get(links[1]).status == 404)
        }
    }

    @Test func `two presses at the same moment sign in one`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            try await client.get("/mijn/aanmelden")
            try client.fill("mail", person.mail)
            try await client.press("Stuur mij een link")
            let link = try #require(
                LinkToken(try await site.deliveredLink().split(separator: "/").last.map(String.init) ?? "")
            )
            let world = site.world.world
            let wins = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { (try? await SignInByLink(world: world)(link)) != nil }
                }
                var wins = 0
                for await won in group where won { wins += 1 }
                return wins
            }
            #expect(wins == 1)
        }
    }

    @Test func `a link ends after half an hour, and a new one is offered`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            try await client.get("/mijn/aanmelden")
            try client.fill("mail", person.mail)
            try await client.press("Stuur mij een link")
            let link = try await site.deliveredLink()
            try await client.get(link)
            site.world.clock.advance(minutes: 31)
            try await client.press("Meld me aan")
            #expect(client.page.status == 404)
            try await client.follow("Vraag een nieuwe link")
            #expect(client.page.path == "/mijn/aanmelden")
        }
    }

    @Test func `known and unknown addresses get the same answer`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            var pages: [String] = []
            for mail in [person.mail, "niemand@nergens.example"] {
                try await client.get("/mijn/aanmelden")
                try client.fill("mail", mail)
                try await client.press("Stuur mij een link")
                pages.append(client.page.text)
                let mails = try await site.deliverMail()
                #expect(mails.count == (mail == person.mail ? 1 : 0))
                #expect(mails.allSatisfy { !$0.subject.contains(person.givenName) })
            }
            #expect(pages[0] == pages[1])
        }
    }

    @Test(arguments: ["known", "unknown"])
    func `the fourth mail in a quarter of an hour has to wait`(_ kind: String) async throws {
        try await withSite(isDemo: false) { site, client in
            let mail = kind == "known" ? try await site.person(of: Self.story).mail : "niemand@nergens.example"
            for attempt in 1...4 {
                try await client.get("/mijn/aanmelden")
                try client.fill("mail", mail)
                try await client.press("Stuur mij een link")
                #expect(client.page.status == (attempt == 4 ? 429 : 200), "\(attempt)")
            }
            site.world.clock.advance(minutes: 16)
            try await client.get("/mijn/aanmelden")
            try client.fill("mail", mail)
            try await client.press("Stuur mij een link")
            #expect(client.page.status == 200)
        }
    }

    @Test func `whoever asks for a link in vain for somebody else leaves that person one that works`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            let mail = try #require(EmailAddress(person.mail))
            let ask = RequestOwnLink(world: site.world.world)
            var links: [(minute: Int, path: String)] = []
            for minute in 0..<120 {
                try await ask.toSignIn(mail, from: RequestSource(line: "line \(minute)", block: "block \(minute)"))
                site.world.clock.advance(minutes: 1)
                for link in try await site.deliverMail().flatMap({ $0.links(beginning: TestSite.origin) }) {
                    links.append((minute, String(link.dropFirst(TestSite.origin.count))))
                }
                // The newest works at every moment for ten minutes more.
                #expect(minute - (links.last?.minute ?? -60) <= 20, "\(minute)")
            }
            // Every five minutes at first, then every twenty.
            #expect(links.count == 13)
            try await client.get(try #require(links.last?.path))
            try await client.press("Meld me aan")
            #expect(client.page.path == "/mijn")
        }
    }

    @Test func `after a link was used the next one comes at once`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            try await site.signIn(person, client)
            try await site.signIn(person, client.another())
        }
    }

    @Test func `signing out everywhere ends every session`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.story)
            let phone = client.another()
            try await site.signIn(person, phone)
            try await site.signIn(person, client)
            try await client.get("/mijn/gegevens")
            try await client.press("Meld me overal af")
            for one in [client, phone] {
                #expect(try await one.send("GET", "/mijn", followRedirects: false).status == 303)
            }
        }
    }

    @Test func `a coordinator has a link sent, and learns nothing of signing in`() async throws {
        try await withSite { site, client in
            let person = try await site.person(of: Self.story)
            try await client.become(site.coordinator(of: Self.story))
            try await client.get("/kandidaten/\(Self.story)")
            try await client.press("Stuur een inloglink")
            #expect(client.page.text.contains("De kandidaat krijgt een mail"))
            let mails = try await site.deliverMail()
            #expect(mails.map(\.to).allSatisfy { $0.contains(person.mail) })
            let link = try #require(mails.first?.links(beginning: TestSite.origin).first)
            let candidate = client.another()
            try await candidate.get(String(link.dropFirst(TestSite.origin.count)))
            try await candidate.press("Meld me aan")
            #expect(candidate.page.path == "/mijn")
        }
    }

    private static func state(_ site: TestSite) async throws -> [Int] {
        try await site.rows(
            """
            select (select count(*) from mail_links where used_at is null), (select count(*) from mail_links),
                (select count(*) from sessions), (select count(*) from outbox), (select count(*) from case_events),
                (select count(*) from sign_in_failures)
            """
        ) { row in try (0..<6).map { _ in try row.next(Int.self) } }.flatMap(\.self)
    }
}
