import Domain
import Foundation
import HTTPBase
import Postgres
import Store
import TestSupport
import Testing

@testable import Actions

/// Inviting staff, giving and taking roles, closing accounts: through the pages, and as someone who should not.
@Suite struct StaffTests {
    @Test
    func `the first administrator comes from the command line, adds an organisation, and so on down to a coordinator`()
        async throws
    {
        try await withSite(isDemo: false) { site, client in
            let accounts = KeepAccounts(world: site.world.world, owner: site.world.owner)
            let mail = try #require(EmailAddress("sam@fonds.example"))
            let link = try await accounts.add(
                .init(name: "Sam Verzonnen", mail: mail, phone: "", role: .fundAdministrator, organisation: nil)
            )
            #expect(link.url.hasPrefix("https://doorwijzer.example/welkom/"))
            try await Self.moveIn(client, String(link.url.dropFirst("https://doorwijzer.example".count)), site)
            #expect(client.page.status == 200)

            try await client.get("/fonds/organisaties/nieuw")
            try client.fill("naam", "Huisartsen Proefstad")
            try client.fill("soort", "rho")
            try await client.press("Voeg de organisatie toe")
            #expect(client.page.text.contains("De organisatie is toegevoegd."))
            try await client.follow("Voeg een team toe")
            for (name, value) in [
                ("naam", "Team Proefstad"), ("telefoon", "053 1234567"), ("mail", "team@proefstad.example"),
                ("regio", "RA0205"),
            ] { try client.fill(name, value) }
            try await client.press("Voeg het team toe")
            #expect(client.page.text.contains("Team Proefstad"))
            try await client.follow("Nodig iemand uit")
            try await client.press("Stuur de uitnodiging")
            #expect(client.page.status == 400)
            try client.fill("naam", "Ank Verzonnen")
            try client.fill("mail", "ank@proefstad.example")
            try client.fill("telefoon", "06 12345678")
            try client.fill("rol", "organisation_administrator")
            try await client.press("Stuur de uitnodiging")
            #expect(client.page.path.hasPrefix("/medewerkers/"))
            #expect(client.page.text.contains("beheerder van de organisatie, Huisartsen Proefstad"))
            #expect(client.page.text.contains("Uitgenodigd, door Sam Verzonnen"))

            // The administrator invites a coordinator for the team.
            let administrator = client.another()
            let ank = try await Self.person("ank@proefstad.example", site)
            try await Self.moveIn(administrator, try await Self.link(ank, site), site)
            try await administrator.get("/organisatie/uitnodigen")
            try administrator.fill("naam", "Bo Verzonnen")
            try administrator.fill("mail", "ank@proefstad.example")
            try administrator.fill("telefoon", "06 12345678")
            try administrator.fill("rol", "coördinator, Team Proefstad")
            try await administrator.press("Stuur de uitnodiging")
            #expect(administrator.page.status == 400 && administrator.page.text.contains("Er is al een account"))
            try administrator.fill("mail", "bo@proefstad.example")
            try await administrator.press("Stuur de uitnodiging")
            #expect(administrator.page.text.contains("coördinator, Team Proefstad"))
            let coordinator = client.another()
            let bo = try await Self.person("bo@proefstad.example", site)
            try await Self.moveIn(coordinator, try await Self.link(bo, site), site)
            #expect(try await coordinator.get("/werklijst").status == 200)

            // The account is closed: the coordinator is out at once, and does not get in again.
            try await administrator.get("/medewerkers/\(bo)/sluiten")
            try await administrator.press("Sluit het account")
            #expect(administrator.page.text.contains("Het account is gesloten"))
            #expect(try await coordinator.get("/werklijst").path.hasPrefix("/aanmelden"))
            try await administrator.press("Open het account weer")
            #expect(administrator.page.text.contains("Het account is weer open"))
        }
    }

    @Test func `nobody takes the own administrator's role or the last one`() async throws {
        try await withSite { site, _ in
            let world = site.world.world
            let (own, other) = (try await Self.administrator(site), try await Self.administrator(site, skipping: 1))
            let manage = ManageStaff(world: world)
            let role = own.assignment.id
            await #expect(throws: Conflict.self) { try await manage.take(role, of: own.staffMemberID, by: own) }
            await #expect(throws: Conflict.self) { try await manage.close(own.staffMemberID, by: own) }
            await #expect(throws: Conflict.self) { try await manage.removeSecondFactor(of: own.staffMemberID, by: own) }
            // People of another organisation do not exist here.
            await #expect(throws: NotFound.self) { try await manage.close(other.staffMemberID, by: own) }
            await #expect(throws: NotFound.self) {
                try await manage.take(other.assignment.id, of: other.staffMemberID, by: own)
            }
            // The fund does not leave an organisation without an administrator either.
            let fund = try await Self.fundAdministrator(site)
            await #expect(throws: Conflict.self) { try await manage.take(role, of: own.staffMemberID, by: fund) }
            await #expect(throws: Conflict.self) { try await manage.close(own.staffMemberID, by: fund) }
            await #expect(throws: Conflict.self) {
                try await manage.take(fund.assignment.id, of: fund.staffMemberID, by: fund)
            }
        }
    }

    @Test func `an administrator gives no role of the fund and none for a team of others`() async throws {
        try await withSite { site, _ in
            let own = try await Self.administrator(site)
            let organisation = try #require(own.organisationID)
            let colleague: StaffMember.ID = try await site.value(
                "select id from staff_members where organisation_id = \(organisation) and id <> \(own.staffMemberID) limit 1"
            )
            let strange: Team.ID = try await site.value(
                "select id from teams where organisation_id <> \(organisation) order by id limit 1"
            )
            let manage = ManageStaff(world: site.world.world)
            for grant in [RoleGrant.fundAdministrator, .fund] {
                await #expect(throws: Forbidden.self) {
                    try await manage.give(grant, to: colleague, by: own, submission: nil)
                }
            }
            await #expect(throws: Rejected.self) {
                try await manage.give(.coordinator(strange), to: colleague, by: own, submission: nil)
            }
            _ = try await manage.give(.projectLeader(RegionCode("RA0205")), to: colleague, by: own, submission: nil)
            await #expect(throws: Rejected.self) {
                try await manage.give(.projectLeader(RegionCode("RA0205")), to: colleague, by: own, submission: nil)
            }
            await #expect(throws: Rejected.self) {
                try await manage.give(.projectLeader(RegionCode("XX")), to: colleague, by: own, submission: nil)
            }
            #expect(throws: Forbidden.self) {
                try Administrator(
                    colleague,
                    in: RoleAssignment(id: own.assignment.id, role: .coordinator, teamID: strange)
                )
            }
        }
    }

    @Test
    func `details are corrected by the administrator and by the person, and two at once do not overwrite each other`()
        async throws
    {
        try await withSite { site, _ in
            let own = try await Self.administrator(site)
            let organisation = try #require(own.organisationID)
            let colleague: StaffMember.ID = try await site.value(
                "select id from staff_members where organisation_id = \(organisation) and id <> \(own.staffMemberID) limit 1"
            )
            let strange: StaffMember.ID = try await site.value(
                "select id from staff_members where organisation_id <> \(organisation) order by id limit 1"
            )
            let correct = CorrectStaffDetails(world: site.world.world)
            let before = try await correct.current(of: colleague, by: own)
            var after = before
            after.name = "Noa Nieuwenaam"
            after.mail = EmailAddress("noa.nieuw@voorbeeld.example")
            try await correct(after, of: colleague, instead: before, by: own)
            #expect(try await correct.current(of: colleague, by: own) == after)
            await #expect(throws: Conflict.self) { try await correct(before, of: colleague, instead: before, by: own) }
            await #expect(throws: NotFound.self) {
                try await correct(after, of: strange, instead: before, by: own)
            }
            var taken = after
            taken.mail = EmailAddress(try await site.value("select mail from staff_members where id = \(strange)"))
            await #expect(throws: Rejected.self) { try await correct(taken, of: colleague, instead: after, by: own) }
            let mine = try await correct.ownCurrent(of: colleague)
            try await correct.own(.init(name: mine.name, phone: "0612345678"), of: colleague, instead: mine)
            #expect(try await correct.current(of: colleague, by: own).phone == "0612345678")
        }
    }

    @Test func `a lost second factor is set up anew after the administrator removed it`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            let codes = try await jo.moveIn(client)
            let administrator = try await Self.administrator(of: jo.id, site)
            try await ManageStaff(world: site.world.world).removeSecondFactor(of: jo.id, by: administrator)
            #expect(try await client.get("/werklijst").path.hasPrefix("/aanmelden"))
            try await jo.typePassword(client)
            #expect(client.page.path == "/aanmelden/tweede-stap")
            #expect(try await jo.mails().count { $0 == "second_factor_changed" } == 2)
            let left: Int = try await site.value("select count(*) from recovery_codes where staff_member_id = \(jo.id)")
            #expect(codes.count == 10 && left == 0)
        }
    }

    @Test func `a second factor is removed with everything that belongs to it, or not at all`() async throws {
        try await withSite(isDemo: false) { site, client in
            let jo = try await Newcomer(site)
            try await jo.moveIn(client)
            let administrator = try await Self.administrator(of: jo.id, site)
            try await site.world.owner.transaction { connection in
                try await connection.executeScript(
                    "alter table outbox add constraint broken check (facts ->> 'what' <> 'second_factor_removed')"
                )
            }
            await #expect(throws: (any Error).self) {
                try await ManageStaff(world: site.world.world).removeSecondFactor(of: jo.id, by: administrator)
            }
            #expect(try await client.get("/account").path == "/account")
            let kept: Bool = try await site.value(
                "select totp_secret is not null from staff_accounts where staff_member_id = \(jo.id)"
            )
            let noted: Int = try await site.value(
                "select count(*) from account_events where kind = 'second_factor_removed'"
            )
            #expect(kept && noted == 0)
        }
    }

    // MARK: People

    private static func moveIn(_ client: WebClient, _ link: String, _ site: TestSite) async throws {
        try await client.get(link)
        try client.fill("wachtwoord", Newcomer.password)
        try await client.press("Bewaar dit wachtwoord")
        let text = try #require(client.page.body.firstMatch(of: /class="kenmerk">([A-Z2-7 ]{39})</)).1
        let secret = try #require(Base32.decode(String(text)))
        try client.fill("code", OneTimeCode(secret: secret).code(step: OneTimeCode.step(at: site.world.clock.now)))
        try await client.press("Stel de tweede stap in")
    }

    private static func person(_ mail: String, _ site: TestSite) async throws -> StaffMember.ID {
        try await site.value("select id from staff_members where mail = \(mail)")
    }

    private static func link(_ id: StaffMember.ID, _ site: TestSite) async throws -> String {
        let world = site.world.world
        return try await world.database.transaction(as: .visitor) { connection in
            MailLinkStore.Purpose.invitation.path(
                try await world.makeLink(.invitation, for: .staff(id), on: connection)
            )
        }
    }

    private static func administrator(_ site: TestSite, skipping: Int = 0) async throws -> Administrator {
        try await administrator(
            site,
            """
            select r.staff_member_id, r.id, r.role, r.organisation_id from staff_roles r
            where r.role = 'organisation_administrator'
                and (select count(*) from staff_roles s where s.role = r.role and s.organisation_id = r.organisation_id) = 1
            order by r.organisation_id offset \(skipping) limit 1
            """
        )
    }

    private static func administrator(of person: StaffMember.ID, _ site: TestSite) async throws -> Administrator {
        try await administrator(
            site,
            """
            select r.staff_member_id, r.id, r.role, r.organisation_id from staff_roles r
            where r.role = 'organisation_administrator'
                and r.organisation_id = (select organisation_id from staff_members where id = \(person))
            order by r.id limit 1
            """
        )
    }

    private static func fundAdministrator(_ site: TestSite) async throws -> Administrator {
        try await administrator(
            site,
            """
            select r.staff_member_id, r.id, r.role, r.organisation_id from staff_roles r
            where r.role = 'fund_administrator' order by r.id limit 1
            """
        )
    }

    private static func administrator(_ site: TestSite, _ sql: SQL) async throws -> Administrator {
        let rows = try await site.rows(sql) { row in
            (
                try row.next(StaffMember.ID.self), try row.next(RoleAssignment.ID.self), try row.next(StaffRole.self),
                try row.nextOptional(Organisation.ID.self)
            )
        }
        let row = try #require(rows.first)
        return try Administrator(row.0, in: RoleAssignment(id: row.1, role: row.2, organisationID: row.3))
    }
}
