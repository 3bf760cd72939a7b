import Actions
import Domain
import Foundation
import HTTPBase
import Postgres
import Store
import TestSupport
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// Linking the account of an organisation to one's own, and taking it away.
struct ProviderLinkTests {
    @Test func `a linked account opens the own account, until it is unlinked`() async throws {
        try await withProviderSite { stage in
            try await stage.client.become(stage.anna)
            try await stage.client.get("/account/koppelingen")
            let link = try #require(stage.client.page.links.first { $0.text.hasPrefix("Koppel je werkaccount van") })
            let question = try await stage.signIn(stage.client, as: "anna-1", at: link.href)
            #expect(question.status == 200 && question.text.contains("Zorgrand"))
            // Coming back changed nothing yet.
            #expect(try await stage.subjects() == [])

            try await stage.client.press("Koppel mijn werkaccount")
            #expect(stage.client.page.path.hasPrefix("/account/koppelingen"))
            #expect(stage.client.page.text.contains("gekoppeld sinds"))
            #expect(try await stage.subjects() == ["anna-1"])
            let visitor = stage.client.another()
            #expect(try await stage.signIn(visitor, as: "anna-1").path == "/werklijst")

            let button = try #require(
                stage.client.page.forms.flatMap(\.buttons).first { $0.text.hasPrefix("Ontkoppel") }
            )
            try await stage.client.press(button.text)
            #expect(try await stage.subjects() == [])
            #expect(try await stage.signIn(stage.client.another(), as: "anna-1").status == 403)
            let kinds = try await stage.site.rows("select kind from account_events order by kind") { row in
                try row.next(String.self)
            }
            #expect(kinds == ["provider_linked", "provider_unlinked", "signed_in"])
        }
    }

    @Test func `a yes counts once, of the person and the browser that asked`() async throws {
        try await withProviderSite { stage in
            try await stage.client.become(stage.anna)
            try await stage.signIn(stage.client, as: "anna-1", at: stage.linkPath)
            let fields = [
                (FormData.tokenField, stage.client.hidden(FormData.tokenField)),
                ("poging", stage.client.hidden("poging")),
            ]

            let other = stage.client.another()
            try await other.become(stage.colleague())
            try await other.get("/account/koppelingen")
            try await stage.signIn(other, as: "piet-1", at: stage.linkPath)
            let theirs = try await other.post(
                "/account/koppelingen",
                [(FormData.tokenField, other.hidden(FormData.tokenField)), fields[1]]
            )
            #expect(theirs.status == 409)
            #expect(try await stage.client.post("/account/koppelingen", Array(fields.dropFirst())).status == 403)
            #expect(try await stage.subjects() == [])

            #expect(try await stage.client.post("/account/koppelingen", fields).status == 200)
            #expect(try await stage.client.post("/account/koppelingen", fields).status == 400)
            #expect(try await stage.subjects() == ["anna-1"])
        }
    }

    @Test func `one account at the provider belongs to one person`() async throws {
        try await withProviderSite { stage in
            let other = try await stage.colleague()
            try await stage.link("anna-1", to: other)
            try await stage.client.become(stage.anna)
            try await stage.signIn(stage.client, as: "anna-1", at: stage.linkPath)
            let page = try await stage.client.press("Koppel mijn werkaccount")
            #expect(page.status == 409 && page.text.contains("al gekoppeld"))
            #expect(try await stage.signIn(stage.client.another(), as: "anna-1").status == 200)
            #expect(try await stage.site.value("select staff_member_id from oidc_subjects") == other.staffMemberID)
        }
    }

    @Test func `linking asks for a session that has just begun`() async throws {
        try await withProviderSite { stage in
            #expect(try await stage.client.send("GET", stage.linkPath, followRedirects: false).status == 303)
            #expect(stage.client.page.headers["location"]?.hasPrefix("/demo/kies") == true)
            try await stage.client.become(stage.anna)
            try await stage.signIn(stage.client, as: "anna-1", at: stage.linkPath)
            stage.site.world.clock.advance(minutes: 16)
            #expect(try await stage.client.press("Koppel mijn werkaccount").status == 403)
            let page = try await stage.client.get(stage.linkPath)
            #expect(page.status == 403 && page.text.contains("Log uit, log opnieuw in"))
            #expect(try await stage.client.get("/account/koppelingen").text.contains("Log uit, log opnieuw in"))
            #expect(try await stage.subjects() == [])
        }
    }

    @Test func `the provider of another organisation opens nothing here`() async throws {
        try await withProviderSite { stage in
            let stranger = try await stage.stranger()
            try await stage.client.become(stranger)
            #expect(!(try await stage.client.get("/account/koppelingen").text.contains("Zorgrand")))
            #expect(try await stage.client.get(stage.linkPath).status == 404)
            let database = stage.site.world.world.database
            let person = Acting.person(stranger.staffMemberID)
            let linked = try await database.transaction(as: person) { connection in
                try await ProviderStore.link(
                    stage.providerID,
                    subject: "vreemd-1",
                    to: stranger.staffMemberID,
                    at: TestClock.start,
                    on: connection
                )
            }
            #expect(!linked)
            await #expect(throws: DatabaseError.self) {
                try await database.transaction(as: person) { connection in
                    _ = try await connection.execute(
                        """
                        insert into oidc_subjects (provider_id, subject, staff_member_id, linked_at)
                        values (\(stage.providerID), 'vreemd-1', \(stranger.staffMemberID), \(TestClock.start))
                        """
                    )
                }
            }
            // Not even a link from before this was refused.
            try await stage.link("vreemd-1", to: stranger)
            #expect(try await stage.signIn(stage.client.another(), as: "vreemd-1").status == 403)
        }
    }

    @Test func `closing a provider ends the sessions that began with it, and those alone`() async throws {
        try await withProviderSite { stage in
            try await stage.link("anna-1", to: stage.anna)
            let own = stage.client.another()
            try await own.become(stage.anna)
            try await stage.signIn(stage.client, as: "anna-1")
            #expect(try await stage.isSignedIn(stage.client))

            try await stage.change("update oidc_providers set is_enabled = false")
            let (gone, left) = (try await stage.isSignedIn(stage.client), try await stage.isSignedIn(own))
            #expect(!gone && left)
            // Nor does one begin that was on its way meanwhile.
            await #expect(throws: DatabaseError.self) {
                _ = try await DatabaseSessions(world: stage.site.world.world).begin(
                    for: .staff(stage.anna.staffMemberID),
                    through: stage.providerID,
                    device: "Firefox"
                )
            }
        }
    }

    @Test func `whoever is someone else by the time they are back links nothing`() async throws {
        try await withProviderSite { stage in
            try await stage.client.become(stage.anna)
            let path = try await stage.answer(stage.client, as: "anna-1", at: stage.linkPath)
            try await stage.client.become(stage.site.world.coordinator(in: "RA0616"))
            #expect(try await stage.client.get(path).status == 400)
            #expect(try await stage.subjects() == [])
        }
    }
}
