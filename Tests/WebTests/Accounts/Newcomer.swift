import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@testable import Actions

/// Someone who came in by an invitation: the password that was chosen and the telephone with the codes.
struct Newcomer: Sendable {
    static let password = "paarse fietsbel kookt soep"

    let site: TestSite
    let id: StaffMember.ID
    let mail: String

    /// A member of staff of the small country who has no account yet.
    init(_ site: TestSite, role: StaffRole = .coordinator) async throws {
        self.site = site
        let rows = try await site.rows(
            """
            select m.id, m.mail from staff_members m join staff_roles r on r.staff_member_id = m.id
            where r.role = \(role)
                and (select count(*) from staff_roles s where s.staff_member_id = m.id) = 1
            order by m.id limit 1
            """
        ) { row in (try row.next(StaffMember.ID.self), try row.next(String.self)) }
        (id, mail) = try #require(rows.first)
    }

    /// The link of a mail, as the one who delivers makes it.
    func link(_ purpose: MailLinkStore.Purpose) async throws -> String {
        let world = site.world.world
        return try await world.database.transaction(as: .visitor) { connection in
            purpose.path(try await world.makeLink(purpose, for: .staff(id), on: connection))
        }
    }

    /// Accepts the invitation, sets up the second factor and stands on the page with the recovery codes.
    @discardableResult
    func moveIn(_ client: WebClient) async throws -> [String] {
        try await client.get(link(.invitation))
        try client.fill("wachtwoord", Self.password)
        try await client.press("Bewaar dit wachtwoord")
        #expect(client.page.path == "/aanmelden/tweede-stap")
        try client.fill("code", code(secretOn: client.page))
        try await client.press("Stel de tweede stap in")
        #expect(client.page.title.hasPrefix("Bewaar deze herstelcodes"))
        return client.page.body.matches(of: /<li class="kenmerk">([a-z0-9]{5}-[a-z0-9]{5})<\/li>/).map { String($0.1) }
    }

    /// Fills in mail and password.
    func typePassword(_ client: WebClient, _ password: String = Newcomer.password) async throws {
        try await client.get("/aanmelden")
        try client.fill("mail", mail)
        try client.fill("wachtwoord", password)
        try await client.press("Ga verder")
    }

    /// Both steps, with the code of the next half minute.
    func signIn(_ client: WebClient) async throws {
        try await typePassword(client)
        #expect(client.page.path == "/aanmelden/code")
        site.world.clock.advance(minutes: 1)
        try await typeCode(client, try await code())
    }

    func typeCode(_ client: WebClient, _ code: String) async throws {
        try client.fill("code", code)
        try await client.press("Meld je aan")
    }

    /// What the app on the telephone shows now.
    func code() async throws -> String {
        let account = try #require(try await site.world.world.account(of: id))
        let secret = try #require(site.world.world.oneTimeCode(of: account))
        return secret.code(step: OneTimeCode.step(at: site.world.clock.now))
    }

    /// The code for the secret that stands on the page as text.
    func code(secretOn page: WebPage) throws -> String {
        let text = try #require(page.body.firstMatch(of: /class="kenmerk">([A-Z2-7 ]{39})</)).1
        let secret = try #require(Base32.decode(String(text)))
        return OneTimeCode(secret: secret).code(step: OneTimeCode.step(at: site.world.clock.now))
    }

    /// What happened to the account, in no order: the clock of tests stands still.
    func events() async throws -> [String] {
        try await site.rows(
            "select kind from account_events where staff_member_id = \(id) order by happened_at, id"
        ) { try $0.next() }
    }

    /// Mails that wait for this person, in no order.
    func mails() async throws -> [String] {
        try await site.rows("select kind from outbox where staff_member_id = \(id) order by created_at, id") {
            try $0.next()
        }
    }
}
