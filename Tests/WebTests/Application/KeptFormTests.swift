import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// What was typed when the session had ended, or on a page that was too old, is not lost; and nobody else gets it.
struct KeptFormTests {
    private static let file = DemoStory().waitingInFullRegion
    private static let form = "/kandidaten/\(file)/contacten"
    private static let typed = "Belde: \"vrijdag\" kan <niet>\n& maandag wel."

    /// A coordinator who typed a note and did not send it yet.
    private static func type(_ site: TestSite, _ client: WebClient) async throws -> Actor {
        let me = try await site.coordinator(of: file)
        try await client.become(me)
        try await client.get(form)
        try client.fill("notitie", typed)
        try client.fill("bereikt", "ja")
        return me
    }

    private static func notes(_ site: TestSite) async throws -> Int {
        try await site.value("select count(*) from case_contacts where note = \(typed)")
    }

    private static func kept(_ site: TestSite) async throws -> Int {
        try await site.value("select count(*) from kept_forms")
    }

    /// Chooses in the demo whom to be, on the page where one chooses.
    private static func choose(_ actor: Actor, _ client: WebClient) async throws {
        try #require(client.page.path.hasPrefix("/demo/kies"), "\(client.page.path)")
        try await client.post(
            "/demo/kies",
            [
                (FormData.tokenField, client.hidden(FormData.tokenField)), ("persoon", "\(actor.staffMemberID)"),
                ("terug", client.hidden("terug")),
            ]
        )
    }

    private static func value(_ name: String, _ client: WebClient) -> String? {
        client.page.forms.flatMap(\.controls).first { $0.name == name }?.value
    }

    /// The text stands in its form, nothing is stored until its own button is pressed, and then it is kept no longer.
    private static func finish(_ site: TestSite, _ client: WebClient) async throws {
        #expect(client.page.status == 200)
        #expect(client.page.path.hasPrefix("\(form)?bewaard="))
        #expect(!client.page.title.hasPrefix("Fout"))
        #expect(client.page.text.contains("Kijk het na en verstuur het opnieuw"))
        #expect(value("notitie", client) == typed)
        #expect(client.page.headers["cache-control"] == "no-store")
        #expect(try await notes(site) == 0)
        try await client.press("Leg het contact vast")
        #expect(client.page.status == 200)
        #expect(try await notes(site) == 1)
        #expect(try await kept(site) == 0)
    }

    // MARK: Why a session ended

    @Test func `what is sent after half an hour of silence is filled in again after signing in`() async throws {
        try await withSite { site, client in
            let me = try await Self.type(site, client)
            site.world.clock.advance(minutes: 31)
            try await client.press("Leg het contact vast")
            #expect(client.page.status == 403)
            #expect(client.page.text.contains("Je tekst is bewaard"))
            #expect(try await Self.notes(site) == 0)

            try await client.follow("Ga verder met je formulier")
            try await Self.choose(me, client)
            try await Self.finish(site, client)
        }
    }

    @Test func `another tab signed out, and one signs in without looking for the text`() async throws {
        try await withSite { site, client in
            let me = try await Self.type(site, client)
            try await site.world.owner.withConnection { connection in
                _ = try await connection.execute("delete from sessions")
            }
            try await client.press("Leg het contact vast")
            #expect(client.page.status == 403)

            try await client.get("/demo/kies")
            try await Self.choose(me, client)
            try await Self.finish(site, client)
        }
    }

    @Test func `a server with a new form key takes the form on the second sending, without signing in`() async throws {
        try await withSite { site, client in
            _ = try await Self.type(site, client)
            let token = SessionToken(cookieValue: try #require(client.cookie(SessionToken.cookieName)))
            let session = try await DatabaseSessions(world: site.world.world).session(for: try #require(token).hash)
            let earlier = CrossSiteKeys(secret: Array(repeating: 1, count: 32), now: site.world.world.now)
            try client.fill(FormData.tokenField, earlier.token(for: session))
            try await client.press("Leg het contact vast")
            #expect(client.page.status == 403)

            try await client.follow("Ga verder met je formulier")
            try await Self.finish(site, client)
        }
    }

    @Test func `a visitor's page of yesterday takes the form on the second sending`() async throws {
        try await withSite { site, client in
            try await client.get("/plek-aanbieden")
            try client.fill("praktijk", "Praktijk van gisteren")
            site.world.clock.advance(days: 2)
            try await client.press("Bied deze plek aan")
            #expect(client.page.status == 403)

            try await client.follow("Ga verder met je formulier")
            #expect(client.page.status == 200)
            #expect(Self.value("praktijk", client) == "Praktijk van gisteren")
            // A form that is shown again with what is wrong still knows which text it was.
            try await client.press("Bied deze plek aan")
            #expect(client.page.status == 400)
            #expect(Self.value("_bewaard", client) != nil)
            for (name, value) in [
                ("plaats", "Enschede"), ("contactpersoon", "Jo Verzonnen"), ("telefoon", "053 1234567"),
                ("mail", "jo@proefweg.example"), ("vanaf", "1-9-2027"), ("soort", "bol"),
            ] { try client.fill(name, value) }
            try await client.press("Bied deze plek aan")
            #expect(client.page.path.hasPrefix("/plek-aanbieden/"))
            #expect(try await Self.kept(site) == 0)
        }
    }

    @Test func `a button alone leads back to its page, where nothing was done`() async throws {
        try await withSite { site, client in
            let me = try await site.coordinator(of: Self.file)
            try await client.become(me)
            try await client.get("/account")
            site.world.clock.advance(minutes: 31)
            try await client.press("Meld je overal af")
            #expect(client.page.status == 403)
            #expect(client.page.text.contains("Er is nog niets gedaan"))
            try await client.follow("Ga terug naar de pagina")
            try await Self.choose(me, client)
            #expect(client.page.path.hasPrefix("/account?"))
            #expect(client.page.text.contains("Druk nog een keer op de knop"))
        }
    }

    @Test func `outside the demo the way back leads through both steps of signing in`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            try await client.get("/account/afwezig")
            try client.fill("tot", "24-12-2026")
            site.world.clock.advance(minutes: 31)
            try await client.press("Bewaar")
            #expect(client.page.status == 403)
            try await client.follow("Ga verder met je formulier")
            #expect(client.page.path.hasPrefix("/aanmelden?terug="))
            try client.fill("mail", jo.mail)
            try client.fill("wachtwoord", Newcomer.password)
            try await client.press("Ga verder")
            site.world.clock.advance(minutes: 1)
            try await jo.typeCode(client, try await jo.code())
            #expect(client.page.path.hasPrefix("/account/afwezig?bewaard="))
            #expect(Self.value("tot", client) == "24-12-2026")
        }
    }

    @Test func `a candidate finds the form again after the link from the mail`() async throws {
        try await withSite(isDemo: false) { site, client in
            let person = try await site.person(of: Self.file)
            try await site.signIn(person, client)
            try await client.get("/mijn/gegevens/wijzigen")
            try client.fill("telefoon", "06 87 65 43 21")
            site.world.clock.advance(minutes: 31)
            let button = try #require(client.page.forms.last?.buttons.last?.text)
            try await client.press(button)
            #expect(client.page.status == 403)
            try await client.get("/mijn/aanmelden")
            try client.fill("mail", person.mail)
            try await client.press("Stuur mij een link")
            let mails = try await site.deliverMail().filter { $0.to.contains(person.mail) }
            let link = try #require(mails.last?.links(beginning: TestSite.origin).first)
            try await client.get(String(link.dropFirst(TestSite.origin.count)))
            try await client.press("Meld me aan")
            #expect(client.page.path.hasPrefix("/mijn/gegevens/wijzigen?bewaard="))
            #expect(Self.value("telefoon", client) == "06 87 65 43 21")
        }
    }

    // MARK: What is not kept

    @Test(arguments: ["sec-fetch-site", "origin"])
    func `another site's form is refused and leaves nothing behind`(header: String) async throws {
        try await withSite { site, client in
            _ = try await Self.type(site, client)
            site.world.clock.advance(minutes: 31)
            let foreign = ["sec-fetch-site": header == "origin" ? "" : "cross-site", "origin": "https://boef.example"]
            let fields = client.page.forms.last.map { $0.controls.map { ($0.name, $0.value) } } ?? []
            let page = try await client.post(Self.form, fields, headers: foreign)
            #expect(page.status == 403)
            #expect(!page.text.contains("Je tekst is bewaard"))
            // Neither does one of which nobody tells where it stood.
            let silent = try await client.post(Self.form, fields, headers: ["sec-fetch-site": ""])
            #expect(silent.status == 403)
            #expect(try await Self.kept(site) == 0)
        }
    }

    @Test func `whoever signs in instead does not get it, and its writer still does`() async throws {
        try await withSite { site, client in
            let me = try await Self.type(site, client)
            site.world.clock.advance(minutes: 31)
            try await client.press("Leg het contact vast")
            let path = try #require(client.page.links.first { $0.text == "Ga verder met je formulier" }?.href)
            let other = try await site.world.coordinator(in: "RA0616")
            try await client.get("/demo/kies")
            try await Self.choose(other, client)
            #expect(client.page.path.hasPrefix("/werklijst"))
            let refused = try await client.get(path)
            #expect(refused.status == 403)
            #expect(refused.text.contains("van iemand anders"))
            #expect(!refused.body.contains("vrijdag"))
            // Nor by the address of the page itself, nor in another browser.
            let id = path.split(separator: "/").last.map(String.init) ?? ""
            try await client.get("\(Self.form)?bewaard=\(id).0")
            #expect(!client.page.body.contains("vrijdag"))
            let elsewhere = client.another()
            try await elsewhere.become(me)
            #expect(try await elsewhere.get(path).status == 404)

            try await client.get("/demo/kies")
            try await Self.choose(me, client)
            try await Self.finish(site, client)
        }
    }

    @Test func `after more than an hour it is gone, and that is said`() async throws {
        try await withSite { site, client in
            let me = try await Self.type(site, client)
            site.world.clock.advance(minutes: 31)
            try await client.press("Leg het contact vast")
            let path = try #require(client.page.links.first { $0.text == "Ga verder met je formulier" }?.href)
            site.world.clock.advance(minutes: 59)
            #expect(try await client.get(path).path.hasPrefix("/demo/kies"))
            try await Self.choose(me, client)
            #expect(Self.value("notitie", client) == Self.typed)
            site.world.clock.advance(minutes: 2)
            let gone = try await client.get(path)
            #expect(gone.status == 404)
            #expect(gone.text.contains("Je tekst is er niet meer"))
            #expect(!gone.body.contains("vrijdag"))
        }
    }

    @Test func `too much is not kept, and that is said`() async throws {
        try await withSite { site, client in
            _ = try await Self.type(site, client)
            site.world.clock.advance(minutes: 31)
            let text = String(repeating: "x", count: 90_000)
            let token = client.hidden(FormData.tokenField)
            let page = try await client.post(
                Self.form,
                [(FormData.tokenField, token), ("a", text), ("b", text), ("c", text)]
            )
            #expect(page.status == 403)
            #expect(page.text.contains("te lang om even te bewaren"))
            #expect(try await Self.kept(site) == 0)
        }
    }

    @Test func `one connection fills no disk`() async throws {
        try await withSite { site, client in
            let token = CrossSiteKeys(secret: Array(repeating: 1, count: 32), now: site.world.world.now).token(for: nil)
            let fields = [(FormData.tokenField, token), ("praktijk", "x")]
            for _ in 0..<KeepForm.mostOfOneVisitor { try await client.post("/plek-aanbieden", fields) }
            #expect(client.page.text.contains("Je tekst is bewaard"))
            try await client.post("/plek-aanbieden", fields)
            #expect(client.page.status == 403)
            #expect(client.page.text.contains("We kunnen nu niet meer teksten bewaren"))
            #expect(try await Self.kept(site) == KeepForm.mostOfOneVisitor)
            // An hour later there is room again: what ended goes first.
            site.world.clock.advance(hours: 2)
            try await client.post("/plek-aanbieden", fields)
            #expect(try await Self.kept(site) == 1)
        }
    }

    @Test func `passwords, codes and files are not kept, and nothing can be read in the database`() async throws {
        try await withSite(isDemo: false) { site, client in
            try await client.get("/aanmelden")
            try client.fill("mail", "jo@verzonnen.example")
            try client.fill("wachtwoord", "paarse fietsbel")
            site.world.clock.advance(days: 2)
            try await client.press("Ga verder")
            #expect(client.page.text.contains("Je tekst is bewaard"))
            let stored: Data = try await site.value("select content from kept_forms")
            #expect(!String(decoding: stored, as: UTF8.self).contains("verzonnen"))
            let browser = try #require(SessionToken(cookieValue: client.cookie("__Host-doorwijzer-tekst") ?? ""))
            let kept = try #require(
                try await KeepForm(world: site.world.world).forms(browser: browser.hash.bytes).first
            )
            let content = String(decoding: kept.content, as: UTF8.self)
            #expect(content.contains("jo@verzonnen.example"))
            #expect(!content.contains("paarse"))
            try await client.follow("Ga verder met je formulier")
            #expect(Self.value("mail", client) == "jo@verzonnen.example")
            #expect(Self.value("wachtwoord", client) == "")
        }
    }

    @Test func `every field for a password or a code is one that is never kept`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await client.get(jo.link(.invitation))
            var names = Self.secrets(client.page)
            try await jo.moveIn(client)
            for path in ["/account/wachtwoord", "/account/tweede-stap", "/account/herstelcodes"] {
                names.formUnion(Self.secrets(try await client.get(path)))
            }
            #expect(names.count >= 3)
            #expect(names.filter { !SentForm.isSecret($0) } == [])
        }
    }

    private static func secrets(_ page: WebPage) -> Set<String> {
        Set(
            page.body.matches(of: /<input [^>]*>/).map { String($0.0) }
                .filter { $0.contains("type=\"password\"") || $0.contains("one-time-code") }
                .compactMap { $0.firstMatch(of: /name="([^"]*)"/).map { String($0.1) } }
        )
    }

    // MARK: When the form is nowhere any more

    @Test func `when its form is nowhere the text is still shown`() async throws {
        try await withSite { site, client in
            let me = try await Self.type(site, client)
            let token = client.hidden(FormData.tokenField)
            site.world.clock.advance(minutes: 31)
            // Such as of a candidate who was erased meanwhile.
            try await client.post(
                "/kandidaten/\(Reference(randomValue: 99))/contacten",
                [(FormData.tokenField, token), ("notitie", Self.typed), ("versie", "3")]
            )
            try await client.follow("Ga verder met je formulier")
            try await Self.choose(me, client)
            #expect(client.page.status == 200)
            #expect(client.page.text.contains("Dit had je getypt"))
            #expect(client.page.text.contains("\"vrijdag\" kan <niet>"))
            #expect(client.page.headers["cache-control"] == "no-store")
        }
    }
}
