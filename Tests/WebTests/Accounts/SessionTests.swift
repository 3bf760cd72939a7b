import Domain
import Foundation
import HTTPBase
import Postgres
import Store
import TestSupport
import Testing

@testable import Actions

/// Sessions and the own account: where one is signed in, and how that ends.
@Suite struct SessionTests {
    private static let cookie = SessionToken.cookieName

    @Test func `a token from before the sign-in is worth nothing after it`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            let planted = try #require(client.cookie(Self.cookie))
            // Whoever plants a known token in a browser gets nothing from the sign-in that follows.
            let victim = client.another()
            victim.setCookie(Self.cookie, planted)
            try await jo.signIn(victim)
            #expect(victim.page.path == "/werklijst")
            #expect(victim.cookie(Self.cookie) != planted)
            let thief = client.another()
            thief.setCookie(Self.cookie, planted)
            #expect(try await thief.get("/werklijst").path.hasPrefix("/aanmelden"))
            // A made-up token is never taken over.
            let invented = SessionToken(bytes: Array(repeating: 1, count: 32)).text
            thief.setCookie(Self.cookie, invented)
            try await jo.signIn(thief)
            #expect(thief.cookie(Self.cookie) != invented)
        }
    }

    @Test func `a stolen token is worth nothing after signing out, and sessions beside each other live apart`()
        async throws
    {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            let second = client.another()
            try await jo.signIn(second)
            let stolen = try #require(client.cookie(Self.cookie))
            #expect(stolen != second.cookie(Self.cookie))
            try await client.get("/account")
            #expect(client.page.text.contains("Waar je bent aangemeld"))
            try await client.press("Meld je af", inFormTo: "/afmelden")
            #expect(client.cookie(Self.cookie) == nil)
            let thief = client.another()
            thief.setCookie(Self.cookie, stolen)
            #expect(try await thief.get("/werklijst").path.hasPrefix("/aanmelden"))
            #expect(try await second.get("/werklijst").status == 200)
            let stored: Int = try await site.value(
                "select count(*) from sessions where token_sha256 = \(Data(stolen.utf8))"
            )
            #expect(stored == 0)
        }
    }

    @Test func `one device or all of them are signed out from the account`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            let (second, third) = (client.another(), client.another())
            try await jo.signIn(second)
            try await jo.signIn(third)
            try await client.get("/account")
            let other = try #require(
                client.page.forms.first { $0.action.hasSuffix("/afmelden") && $0.action.contains("apparaten") }
            )
            try await client.press(try #require(other.buttons.first?.text), inFormTo: other.action)
            #expect(client.page.text.contains("Op dat apparaat ben je afgemeld."))
            var left: [String] = []
            for device in [second, third] { left.append(try await device.get("/werklijst").path) }
            #expect(left.count { $0 == "/werklijst" } == 1)
            try await client.get("/account")
            try await client.press("Meld je overal af")
            for device in [client, second, third] {
                #expect(try await device.get("/werklijst").path.hasPrefix("/aanmelden"))
            }
            // Another person's session is no business of theirs.
            let sam = try await Newcomer(site, role: .fund)
            let away = client.another()
            try await sam.moveIn(away)
            let session: UUID = try await site.value("select id from sessions where staff_member_id = \(sam.id)")
            try await jo.signIn(client)
            try await client.get("/account")
            let token = client.hidden(FormData.tokenField)
            let refused = try await client.post(
                "/account/apparaten/\(session)/afmelden",
                [(FormData.tokenField, token)]
            )
            #expect(refused.status == 404)
            #expect(try await away.get("/account").status == 200)
        }
    }

    @Test func `a session ends after half an hour of silence, and after twelve hours in any case`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            try await client.get("/werklijst")
            #expect(client.page.text.contains("Doe je niets, dan word je om"))
            #expect(client.page.body.contains("data-session-end=\"1800\""))
            for _ in 0..<28 {
                site.world.clock.advance(minutes: 25)
                #expect(try await client.get("/account/blijf").path == "/account/blijf")
            }
            site.world.clock.advance(minutes: 21)
            #expect(try await client.get("/werklijst").path.hasPrefix("/aanmelden"))
            try await jo.signIn(client)
            site.world.clock.advance(minutes: 31)
            #expect(try await client.get("/werklijst").path.hasPrefix("/aanmelden"))
        }
    }

    @Test func `a reset by mail ends every session, lifts the lock and still asks for the second factor`() async throws
    {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            let fresh = client.another()
            for _ in 0..<6 { try await jo.typePassword(fresh, "steeds een ander wachtwoord") }
            #expect(fresh.page.status == 429)
            try await fresh.get("/wachtwoord-vergeten")
            try fresh.fill("mail", jo.mail)
            try await fresh.press("Stuur mij een mail")
            #expect(fresh.page.path == "/wachtwoord-vergeten/verstuurd")
            #expect(try await jo.mails().contains("password_reset"))
            try await fresh.get(jo.link(.passwordReset))
            try fresh.fill("wachtwoord", "groene wolken dansen traag")
            try await fresh.press("Bewaar dit wachtwoord")
            #expect(fresh.page.path == "/aanmelden/code")
            #expect(try await client.get("/werklijst").path.hasPrefix("/aanmelden"))
            site.world.clock.advance(minutes: 1)
            try await jo.typeCode(fresh, try await jo.code())
            #expect(fresh.page.path == "/werklijst")
            try await jo.typePassword(client)
            #expect(client.page.status == 400)
            try await jo.typePassword(client, "groene wolken dansen traag")
            #expect(client.page.path == "/aanmelden/code")
            #expect(try await jo.mails().contains("password_changed"))
        }
    }

    @Test func `asking for a reset tells nobody whether the address is known`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client.another())
            var (pages, rows): (Set<String>, Set<Int>) = ([], [])
            for mail in [jo.mail, "niemand@nergens.example"] {
                let fresh = client.another()
                let before: Int = try await site.value("select count(*) from outbox")
                try await fresh.get("/wachtwoord-vergeten")
                try fresh.fill("mail", mail)
                try await fresh.press("Stuur mij een mail")
                pages.insert(fresh.page.path + fresh.page.text)
                rows.insert(try await site.value("select count(*) from outbox", as: Int.self) - before)
                for _ in 0..<3 {
                    try await fresh.get("/wachtwoord-vergeten")
                    try fresh.fill("mail", mail)
                    try await fresh.press("Stuur mij een mail")
                }
                #expect(fresh.page.status == 429)
            }
            #expect(pages.count == 1 && rows == [1])
        }
    }

    @Test func `password, second factor and recovery codes change only with the password`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let codes = try await jo.moveIn(client)
            let other = client.another()
            try await jo.signIn(other)

            try await client.get("/account/wachtwoord")
            try client.fill("wachtwoord", "niet mijn wachtwoord")
            try client.fill("nieuw", "groene wolken dansen traag")
            try await client.press("Wijzig je wachtwoord")
            #expect(client.page.status == 400 && client.page.text.contains("Dit is niet je wachtwoord van nu"))
            try client.fill("wachtwoord", Newcomer.password)
            try client.fill("nieuw", "groene wolken dansen traag")
            try await client.press("Wijzig je wachtwoord")
            #expect(client.page.text.contains("Je wachtwoord is gewijzigd"))
            #expect(try await other.get("/werklijst").path.hasPrefix("/aanmelden"))

            let old = try await jo.code()
            site.world.clock.advance(minutes: 1)
            try await client.get("/account/tweede-stap")
            let code = try jo.code(secretOn: client.page)
            try client.fill("code", code)
            try client.fill("wachtwoord", "niet mijn wachtwoord")
            try await client.press("Stel de tweede stap in")
            #expect(client.page.status == 400)
            #expect(try await jo.events().count { $0 == "second_factor_set" } == 1)
            try client.fill("code", code)
            try client.fill("wachtwoord", "groene wolken dansen traag")
            try await client.press("Stel de tweede stap in")
            #expect(client.page.title.hasPrefix("Bewaar deze herstelcodes"))
            #expect(try await jo.events().count { $0 == "second_factor_set" } == 2)

            // The old telephone and the old codes are over.
            try await jo.typePassword(other, "groene wolken dansen traag")
            try await jo.typeCode(other, old)
            #expect(other.page.status == 400)
            try await jo.typeCode(other, codes[0])
            #expect(other.page.status == 400)
        }
    }

    @Test func `whoever has several roles works in one at a time`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let role = UUID()
            _ = try await site.rows(
                """
                insert into staff_roles (id, staff_member_id, role, organisation_id)
                select \(role), id, 'organisation_administrator', organisation_id from staff_members where id = \(jo.id)
                returning 1
                """
            ) { try $0.next(Int.self) }
            try await jo.moveIn(client)
            #expect(try await client.get("/werklijst").status == 200)
            #expect(try await client.get("/organisatie").status == 403)
            try await client.get("/account")
            let switcher = try #require(client.page.forms.first { $0.action == "/account/rol" })
            try await client.press(try #require(switcher.buttons.first?.text), inFormTo: "/account/rol")
            #expect(client.page.path.hasPrefix("/organisatie"))
            #expect(try await client.get("/werklijst").status == 403)
            // The role is taken: the session falls back to what is left.
            _ = try await site.rows("delete from staff_roles where id = \(role) returning 1") { try $0.next(Int.self) }
            #expect(try await client.get("/organisatie").status == 403)
            #expect(try await client.get("/werklijst").status == 200)
        }
    }

    @Test func `whoever is away is stood in for by a colleague of the team`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            try await client.get("/account/afwezig")
            try client.fill("tot", "1-1-2020")
            try await client.press("Bewaar")
            #expect(client.page.status == 400)
            let colleague: StaffMember.ID = try await site.value(
                """
                select b.staff_member_id from staff_roles a join staff_roles b on b.team_id = a.team_id
                where a.staff_member_id = \(jo.id) and b.staff_member_id <> \(jo.id) order by 1 limit 1
                """
            )
            try client.fill("tot", "18-12-2026")
            try client.fill("waarnemer", "\(colleague)")
            try await client.press("Bewaar")
            #expect(client.page.text.contains("Je collega ziet nu wat er voor jou wacht."))
            let standIn: StaffMember.ID = try await site.value(
                "select stand_in_id from staff_members where id = \(jo.id)"
            )
            #expect(standIn == colleague)
            try await client.get("/account/afwezig")
            try client.check("terug-aan-het-werk")
            try await client.press("Bewaar")
            let isHere: Bool = try await site.value(
                "select absent_until is null and stand_in_id is null from staff_members where id = \(jo.id)"
            )
            #expect(isHere)
        }
    }
}
