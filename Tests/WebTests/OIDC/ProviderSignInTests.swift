import Actions
import Domain
import Foundation
import HTTPBase
import Postgres
import Store
import TestSupport
import Testing

/// Signing in through a provider that really listens, on the whole site.
struct ProviderSignInTests {
    @Test func `whoever is linked signs in at the provider and goes on where they were`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            let client = stage.client.another()
            let page = try await stage.signIn(client, as: "anna-1", query: "?terug=/kandidaten")
            #expect(page.status == 200 && page.path == "/kandidaten")
            #expect(page.headers["cache-control"] == "no-store")
            let events = try await stage.site.rows(
                "select kind, facts::text from account_events where staff_member_id = \(stage.anna.staffMemberID)"
            ) { row in try row.next(String.self) + " " + row.next(String.self) }
            #expect(events == ["signed_in {\"provider\": \"\(stage.providerID)\"}"])
        }
    }

    @Test func `without a page to return to the role decides where one begins`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            #expect(try await stage.signIn(stage.client, as: "anna-1").path == "/werklijst")
            let elsewhere = try await stage.signIn(
                stage.client.another(),
                as: "anna-1",
                query: "?terug=https://boef.example/"
            )
            #expect(elsewhere.path == "/werklijst")
        }
    }

    @Test func `a new session begins, and the one before ends`() async throws {
        try await withProviderSite { stage in
            try await stage.client.become(stage.anna)
            let before = try await stage.tokens()
            try await stage.link("anna-1", to: stage.anna)
            try await stage.signIn(stage.client, as: "anna-1")
            let after = try await stage.tokens()
            #expect(before.count == 1 && after.count == 1 && before != after)
        }
    }

    @Test func `an account nobody linked opens nothing and hears how to link it`() async throws {
        try await withProviderSite { stage in
            let page = try await stage.signIn(stage.client, as: "onbekend")
            #expect(page.status == 403 && page.text.contains("nog niet gekoppeld"))
            #expect(page.links.contains { $0.href == "/aanmelden" })
            #expect(try await stage.isSignedIn(stage.client) == false)
        }
    }

    @Test func `a mail address at the provider means nothing`() async throws {
        try await withProviderSite { stage in
            let mail: String = try await stage.site.value(
                "select mail from staff_members where id = \(stage.anna.staffMemberID)"
            )
            #expect(try await stage.signIn(stage.client, as: mail).status == 403)
        }
    }

    @Test func `whose account was closed does not get in`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            try await stage.change(
                "update staff_members set disabled_at = \(TestClock.start) where id = \(stage.anna.staffMemberID)"
            )
            let page = try await stage.signIn(stage.client, as: "anna-1")
            #expect(page.status == 403 && page.text.contains("gesloten"))
            #expect(try await stage.isSignedIn(stage.client) == false)
        }
    }

    @Test(arguments: [
        StubProvider.Flaw.otherNonce, .otherIssuer, .otherAudience, .expired, .algorithmNone, .forged, .codeRefused,
    ])
    func `an answer that does not hold is refused, whoever it is about`(flaw: StubProvider.Flaw) async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            stage.provider.does(flaw)
            let page = try await stage.signIn(stage.client, as: "anna-1")
            #expect(page.status == 403 && page.text.contains("niet controleren"))
            #expect(try await stage.isSignedIn(stage.client) == false)
        }
    }

    @Test(arguments: [StubProvider.Flaw.documentIsHuge, .otherIssuerInDocument, .keysAreAway, .exchangeIsHuge])
    func `a provider that is away does not stand in the way of a password`(flaw: StubProvider.Flaw) async throws {
        try await withProviderSite { stage in
            stage.provider.does(flaw)
            let begin = try await stage.client.send("GET", stage.beginPath, followRedirects: false)
            let page =
                begin.status == 303
                ? try await stage.come(stage.client, back: begin.headers["location"] ?? "", as: "anna-1") : begin
            #expect(page.status == 503 && page.headers["retry-after"] != nil)
            #expect(page.links.contains { $0.href == "/aanmelden" })
            #expect(!page.body.contains(stage.provider.issuer))
        }
    }

    @Test func `an answer works once, in the browser that asked, within ten minutes`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            let path = try await stage.answer(stage.client, as: "anna-1")
            let thief = stage.client.another()
            #expect(try await thief.get(path).status == 400)
            let other = try await stage.answer(thief, as: "anna-1")
            #expect(try await stage.client.get(other).status == 400)
            #expect(try await stage.isSignedIn(thief) == false)

            #expect(try await stage.client.get(path).path == "/werklijst")
            #expect(try await stage.client.get(path).status == 400)
            #expect(try await stage.client.another().get(path).status == 400)

            let late = try await stage.answer(thief, as: "anna-1")
            stage.site.world.clock.advance(minutes: 11)
            #expect(try await thief.get(late).status == 400)
        }
    }

    @Test(arguments: [
        "", "?state=x&code=y", "?code=y", "?error=access_denied", "?state=\(String(repeating: "A", count: 43))&code=y",
    ])
    func `an answer nobody asked for is answered in words`(query: String) async throws {
        try await withProviderSite { stage in
            let page = try await stage.client.get("/oidc/terug\(query)")
            #expect(page.status == 400 && page.text.contains("Begin opnieuw"))
        }
    }

    @Test func `whoever stops at the provider is told so, and the attempt is over`() async throws {
        try await withProviderSite { stage in
            let address = try await stage.begin(stage.client)
            let state = StubProvider.query(address)["state"] ?? ""
            let page = try await stage.client.get("/oidc/terug?error=access_denied&state=\(state)")
            #expect(page.status == 403 && page.text.contains("gestopt"))
            #expect(try await stage.client.get("/oidc/terug?code=x&state=\(state)").status == 400)
        }
    }

    @Test func `a provider that was closed is not there`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            let path = try await stage.answer(stage.client, as: "anna-1")
            try await stage.change("update oidc_providers set is_enabled = false")
            #expect(try await stage.client.get(path).status == 400)
            #expect(try await stage.client.get(stage.beginPath).status == 404)
            #expect(try await stage.client.get("/oidc/bestaat-niet/begin").status == 404)
        }
    }

    @Test func `nothing of the sign-in is kept in the open`() async throws {
        try await withProviderSite { stage in
            let begin = try await stage.client.send("GET", stage.beginPath, followRedirects: false)
            let cookie = begin.headers["set-cookie"] ?? ""
            for part in [
                "__Host-doorwijzer-oidc=", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600",
            ] {
                #expect(cookie.contains(part))
            }
            let state = StubProvider.query(begin.headers["location"] ?? "")["state"] ?? ""
            let value = cookie.split(separator: ";")[0].split(separator: "=")[1]
            let rows = try await stage.site.rows("select oidc_attempts::text from oidc_attempts") { row in
                try row.next(String.self)
            }
            #expect(rows.count == 1 && !rows[0].contains(state) && !rows[0].contains(value))
        }
    }

    @Test func `links are seen by the person they belong to, and found by whoever knows the subject`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            let other = try await stage.site.world.coordinator(in: "RA0616")
            func seen(_ acting: Acting) async throws -> Int {
                try await stage.site.world.world.database.transaction(as: acting) { connection in
                    try await connection.value("select count(*) from oidc_subjects") ?? -1
                }
            }
            let own = try await seen(.person(stage.anna.staffMemberID))
            let others = [
                try await seen(.visitor), try await seen(.person(other.staffMemberID)), try await seen(other.acting),
                try await seen(.candidate(Candidate.ID(UUID()))),
            ]
            #expect(own == 1 && others == [0, 0, 0, 0])
            let found = try await stage.site.world.world.database.transaction(as: .visitor) { connection in
                (
                    try await ProviderStore.staffMember(of: stage.providerID, subject: "anna-1", on: connection),
                    try await ProviderStore.staffMember(of: stage.providerID, subject: "anna-%", on: connection)
                )
            }
            #expect(found.0 == stage.anna.staffMemberID && found.1 == nil)
            await #expect(throws: DatabaseError.self) {
                try await stage.site.world.world.database.transaction(as: .person(other.staffMemberID)) { connection in
                    _ = try await ProviderStore.link(
                        stage.providerID,
                        subject: "boef",
                        to: stage.anna.staffMemberID,
                        at: TestClock.start,
                        on: connection
                    )
                }
            }
        }
    }
}
