import Domain
import Foundation
import HTTPBase
import Postgres
import Store
import TestSupport
import Testing

@testable import Actions

/// The front door for staff: invitation, password, second factor, and everything that does not get in.
@Suite struct SignInTests {
    @Test func `an invitation leads through password and second factor to the work list`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let codes = try await jo.moveIn(client)
            #expect(Set(codes).count == 10)
            try await client.follow("Ik heb ze bewaard")
            #expect(client.page.status == 200 && client.page.path == "/werklijst")
            let events = Set(try await jo.events())
            let expected = ["invitation_used", "second_factor_set", "signed_in", "recovery_codes_made"]
            #expect(events.isSuperset(of: expected))

            let stored: String = try await site.value("select row_to_json(a)::text from staff_accounts a limit 1")
            #expect(!stored.contains(Newcomer.password) && stored.contains("$scrypt$"))
        }
    }

    @Test func `whoever signs in later needs both steps, and goes where they were going`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client.another())
            try await client.get("/kandidaten")
            #expect(client.page.path == "/aanmelden?terug=%2Fkandidaten")
            try client.fill("mail", jo.mail.uppercased())
            try client.fill("wachtwoord", Newcomer.password)
            try await client.press("Ga verder")
            #expect(client.page.title.hasPrefix("Vul de code in"))
            // With the password alone nothing opens.
            #expect(try await client.another().get("/kandidaten").path.hasPrefix("/aanmelden"))
            let halfway = client.another()
            halfway.setCookie("__Host-doorwijzer-stap", try #require(client.cookie("__Host-doorwijzer-stap")))
            #expect(try await halfway.get("/kandidaten").path.hasPrefix("/aanmelden"))
            site.world.clock.advance(minutes: 1)
            try await jo.typeCode(client, try await jo.code())
            #expect(client.page.path == "/kandidaten" && client.page.status == 200)
        }
    }

    @Test func `opening a link a hundred times uses nothing, its button uses it once`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let link = try await jo.link(.invitation)
            for method in ["GET", "HEAD"] {
                for _ in 0..<50 { #expect(try await client.send(method, link).status == 200) }
            }
            let used: Int = try await site.value("select count(*) from mail_links where used_at is not null")
            #expect(used == 0)
            try await client.get(link)
            try client.fill("wachtwoord", "te kort")
            try await client.press("Bewaar dit wachtwoord")
            #expect(client.page.status == 400 && client.page.text.contains("minstens 12 tekens"))
            try client.fill("wachtwoord", "Doorwijzer2026")
            try await client.press("Bewaar dit wachtwoord")
            #expect(client.page.status == 400 && client.page.text.contains("als eerste geraden"))
            try client.fill("wachtwoord", Newcomer.password)
            try await client.press("Bewaar dit wachtwoord")
            #expect(client.page.path == "/aanmelden/tweede-stap")
            #expect(try await client.get(link).status == 404)
            #expect(client.page.text.contains("Deze link werkt niet meer"))
        }
    }

    @Test func `a link is over after its time, and one of another kind opens nothing`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let invitation = try await jo.link(.invitation)
            let reset = try await jo.link(.passwordReset)
            #expect(try await client.get(invitation.replacing("welkom", with: "wachtwoord")).status == 404)
            site.world.clock.advance(minutes: 61)
            #expect(try await client.get(reset).status == 404)
            #expect(try await client.get(invitation).status == 200)
            site.world.clock.advance(days: 7)
            #expect(try await client.get(invitation).status == 404)
        }
    }

    @Test func `unknown, wrong and closed are the same page and the same work`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client.another())
            let closed = try await Newcomer(site, role: .fund)
            try await closed.moveIn(client.another())
            _ = try await site.rows(
                "update staff_members set disabled_at = \(site.world.clock.now) where id = \(closed.id) returning 1"
            ) { try $0.next(Int.self) }
            var (pages, work): (Set<String>, Set<Int>) = ([], [])
            for (mail, password) in [
                (jo.mail, "een heel ander wachtwoord"), ("niemand@nergens.example", Newcomer.password),
                (closed.mail, Newcomer.password), ("geen adres", Newcomer.password), (jo.mail, ""),
            ] {
                let fresh = client.another()
                try await fresh.get("/aanmelden")
                let before = site.world.world.passwords.count
                try fresh.fill("mail", mail)
                try fresh.fill("wachtwoord", password)
                try await fresh.press("Ga verder")
                work.insert(site.world.world.passwords.count - before)
                #expect(fresh.page.status == 400)
                pages.insert(fresh.page.body.replacing(mail, with: "…").replacing(/value="[^"]*"/, with: ""))
            }
            #expect(pages.count == 1)
            #expect(work == [1])
        }
    }

    @Test func `ten thousand guesses are stopped, and the right person gets in afterwards`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client.another())
            try await client.get("/aanmelden")
            let token = client.hidden(FormData.tokenField)
            let before = site.world.world.passwords.count
            var (looked, turnedAway) = (0, 0)
            for number in 0..<1_000 {
                let page = try await client.post(
                    "/aanmelden",
                    [(FormData.tokenField, token), ("mail", jo.mail), ("wachtwoord", "gok nummer \(number)")]
                )
                if page.status == 400 { looked += 1 }
                if page.status == 429 { turnedAway += 1 }
            }
            #expect(looked == 5 && turnedAway == 995)
            // The rest goes past the pages, from ever other addresses, so that the test is done today.
            let action = SignIn(world: site.world.world)
            for number in 0..<9_000 {
                await #expect(throws: TooManyGuesses.self) {
                    try await action.checkPassword(mail: jo.mail, password: "gok \(number)", address: "a\(number)")
                }
            }
            #expect(site.world.world.passwords.count == before + 5)
            let seconds = try #require(client.page.headers["retry-after"].flatMap { Int($0) })
            #expect((1...900).contains(seconds))
            // Even with the right password it has to wait, and then it is as if nothing had happened.
            try await jo.typePassword(client)
            #expect(client.page.status == 429 && client.page.text.contains("weer proberen"))
            site.world.clock.advance(minutes: 16)
            try await jo.signIn(client)
            #expect(client.page.path == "/werklijst")
            let kept: Int = try await site.value("select count(*) from sign_in_failures where kind <> 'address'")
            #expect(kept == 0)
        }
    }

    @Test func `guesses at once are counted as many as they are`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            let action = SignIn(world: site.world.world)
            let refusals = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        do {
                            _ = try await action.checkPassword(
                                mail: jo.mail,
                                password: "gok \(number)",
                                address: "a\(number)"
                            )
                            return false
                        } catch { return error is SignInRefused }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(refusals == 5)
        }
    }

    @Test func `one address may not guess at many accounts, and one account not from many addresses`() async throws {
        try await withSite(isDemo: false) { site, _ in
            let action = SignIn(world: site.world.world)
            var tries = 0
            while tries < 200 {
                do {
                    _ = try await action.checkPassword(mail: "wie\(tries)@a.example", password: "gok", address: "één")
                } catch is SignInRefused { tries += 1 } catch is TooManyGuesses { break }
            }
            #expect(tries == 50)
            await #expect(throws: SignInRefused.self) {
                try await action.checkPassword(mail: "wie@b.example", password: "gok", address: "twee")
            }
        }
    }

    @Test func `a code works once, an old one not, and guessing codes stops too`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client.another())
            site.world.clock.advance(minutes: 1)
            let code = try await jo.code()
            try await jo.typePassword(client)
            try await jo.typeCode(client, code)
            #expect(client.page.path == "/werklijst")
            let second = client.another()
            try await jo.typePassword(second)
            try await jo.typeCode(second, code)
            #expect(second.page.status == 400 && second.page.text.contains("Deze code klopt niet"))
            for number in 0..<4 { try await jo.typeCode(second, "00000\(number)") }
            #expect(second.page.status == 400)
            site.world.clock.advance(minutes: 1)
            try await jo.typeCode(second, try await jo.code())
            #expect(second.page.status == 429)
        }
    }

    @Test func `a recovery code gets in once, and the person hears of it by mail`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let codes = try await jo.moveIn(client.another())
            try await jo.typePassword(client)
            try await jo.typeCode(client, codes[3].uppercased().replacing("-", with: " "))
            #expect(client.page.path == "/werklijst")
            let second = client.another()
            try await jo.typePassword(second)
            try await jo.typeCode(second, codes[3])
            #expect(second.page.status == 400)
            #expect(try await jo.mails().count { $0 == "second_factor_changed" } == 2)
            #expect(try await client.get("/account").text.contains("Je hebt nog 9 codes over."))
        }
    }

    @Test func `a second factor must be set up before anything opens, with a code that is right`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await client.get(jo.link(.invitation))
            try client.fill("wachtwoord", Newcomer.password)
            try await client.press("Bewaar dit wachtwoord")
            let shown = client.page.body.firstMatch(of: /class="kenmerk">([A-Z2-7 ]{39})</)?.1
            try client.fill("code", "123456")
            try await client.press("Stel de tweede stap in")
            #expect(client.page.status == 400 && client.page.text.contains("Deze code klopt niet"))
            // The same secret is offered again: the app has it already.
            #expect(client.page.body.firstMatch(of: /class="kenmerk">([A-Z2-7 ]{39})</)?.1 == shown)
            #expect(client.page.body.contains("<svg class=\"qr\""))
            #expect(try await client.another().get("/werklijst").path.hasPrefix("/aanmelden"))
            // A step that took too long begins anew.
            site.world.clock.advance(minutes: 11)
            #expect(try await client.get("/aanmelden/tweede-stap").path.hasPrefix("/aanmelden?"))
        }
    }

    @Test func `a step made for one account opens no other, and a changed one opens nothing`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client.another())
            try await jo.typePassword(client)
            let text = try #require(client.cookie("__Host-doorwijzer-stap"))
            let other = try await Newcomer(site, role: .fund)
            for bent in [
                text.replacing("\(jo.id)", with: "\(other.id)"), String(text.dropLast()) + "0", text + "0", "",
                "a.b.c.d",
            ] where bent != text {
                client.setCookie("__Host-doorwijzer-stap", bent)
                #expect(try await client.get("/aanmelden/code").path.hasPrefix("/aanmelden?"), "\(bent)")
            }
            client.setCookie("__Host-doorwijzer-stap", text)
            #expect(try await client.get("/aanmelden/code").status == 200)
            #expect(client.page.headers["cache-control"] == "no-store")
            // The password changes meanwhile: what was typed before counts no more.
            let mailed = client.another()
            try await mailed.get(jo.link(.passwordReset))
            try mailed.fill("wachtwoord", "groene wolken dansen traag")
            try await mailed.press("Bewaar dit wachtwoord")
            #expect(try await client.get("/aanmelden/code").path.hasPrefix("/aanmelden?"))
        }
    }
}
