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

/// The people of the stimuleringsregeling in one site: two organisations with a project leader each, and the fund.
struct SchemeScene {
    static let year = 2026

    let site: TestSite
    let leader: SessionStore.Person
    let leaderRole: RoleAssignment.ID
    let leaderID: StaffMember.ID
    let otherLeader: SessionStore.Person
    let otherLeaderRole: RoleAssignment.ID
    let fund: SessionStore.Person
    let fundRole: RoleAssignment.ID
    let organisation: UUID

    /// - Parameter ceiling: of the year, in euros.
    init(_ site: TestSite, ceiling: Int = 30_000) async throws {
        self.site = site
        let organisations: [UUID] = try await site.rows("select distinct organisation_id from teams order by 1 limit 2")
        {
            row in try row.next(UUID.self)
        }
        organisation = organisations[0]
        let leader = try await Self.hire(site, .projectLeader, "Lotte Leider", at: organisations[0])
        let other = try await Self.hire(site, .projectLeader, "Andere Leider", at: organisations[1])
        let fund = try await Self.hire(site, .fund, "Fieke Fonds", at: organisations[1])
        (leaderID, leaderRole, self.leader) = (
            StaffMember.ID(leader.person), leader.role, .staff(StaffMember.ID(leader.person))
        )
        (otherLeaderRole, otherLeader) = (other.role, .staff(StaffMember.ID(other.person)))
        (fundRole, self.fund) = (fund.role, .staff(StaffMember.ID(fund.person)))
        try await site.world.owner.transaction { connection in
            // Only what this scene grants counts.
            _ = try await connection.execute("delete from project_edits")
            for table in [
                "project_slugs", "project_links", "project_partners", "project_goals", "project_bottlenecks",
                "project_municipalities", "project_regions",
            ] {
                _ = try await connection.execute(
                    """
                    delete from \(ident: table) where project_id in (select id from projects where application_id is not null)
                    """
                )
            }
            _ = try await connection.execute("delete from copies where project_id is not null")
            _ = try await connection.execute("delete from projects where application_id is not null")
            _ = try await connection.execute("delete from applications")
            _ = try await connection.execute("delete from scheme_years where year = \(Self.year)")
            _ = try await connection.execute(
                """
                insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                    closes_on, source, version)
                values (\(Self.year), \(ceiling * 100), 50, 2500000, 3, '2026-01-01', '2026-12-31', 'test', 1)
                """
            )
        }
    }

    private static func hire(
        _ site: TestSite,
        _ role: StaffRole,
        _ name: String,
        at organisation: UUID
    ) async throws -> (person: UUID, role: RoleAssignment.ID) {
        let (person, given) = (site.world.world.newUUID(), site.world.world.newUUID())
        try await site.world.owner.transaction { connection in
            _ = try await connection.execute(
                """
                insert into staff_members (id, organisation_id, name, mail, phone, is_fictional)
                values (\(person), \(organisation), \(name), \("\(person)@regeling.example"), '06 12345678', true)
                """
            )
            _ = try await connection.execute(
                """
                insert into staff_roles (id, staff_member_id, role, organisation_id)
                values (\(given), \(person), \(role), \(role == .projectLeader ? organisation : nil))
                """
            )
        }
        return (person, RoleAssignment.ID(given))
    }

    private func begin(
        _ person: SessionStore.Person,
        _ role: RoleAssignment.ID,
        like client: WebClient
    ) async throws -> WebClient {
        let client = client.another()
        let token = try await DatabaseSessions(world: site.world.world).begin(for: person, role: role, device: "test")
        client.setCookie(SessionToken.cookieName, token.text)
        return client
    }

    func leading(like client: WebClient) async throws -> WebClient { try await begin(leader, leaderRole, like: client) }
    func leadingElsewhere(like client: WebClient) async throws -> WebClient {
        try await begin(otherLeader, otherLeaderRole, like: client)
    }
    func deciding(like client: WebClient) async throws -> WebClient { try await begin(fund, fundRole, like: client) }

    /// Begins an application and fills in all five steps.
    /// - Returns: the path of the application.
    func fillIn(
        _ name: String,
        by client: WebClient,
        partners: Int = 3,
        cost: String = "40.000",
        asked: String = "20.000"
    ) async throws -> String {
        try await client.get("/subsidie/aanvragen/nieuw")
        try client.fill("naam", name)
        try client.fill("jaar", "\(Self.year)")
        try await client.press("Begin de aanvraag")
        let parts = client.page.path.split { "/?".contains($0) }
        try #require(
            client.page.status == 200 && parts.count >= 3,
            "\(client.page.path) \(client.page.text.prefix(500))"
        )
        let path = "/subsidie/aanvragen/\(parts[2])"
        try client.fill("probleem", "In onze regio zijn te weinig stageplekken.")
        try client.fill("aanpak", "Een stagebureau zoekt plekken bij alle praktijken.")
        try client.fill("plan", "In het eerste half jaar bellen we elke praktijk.")
        try client.fill(
            "samenvatting",
            "Wij zoeken samen plekken. Praktijken delen begeleiders. Zo komen er meer plekken."
        )
        try await client.press("Bewaar en ga verder")
        try #require(client.page.path.hasPrefix("\(path)/stap/2"), "\(client.page.text.prefix(600))")
        let bottleneck: String = try await site.value("select code from bottlenecks order by position limit 1")
        try client.check("knelpunt", value: bottleneck)
        try client.check("regio", value: "RA0205")
        try await client.press("Bewaar en ga verder")
        try #require(client.page.path.hasPrefix("\(path)/stap/3"), "\(client.page.text.prefix(600))")
        try client.fill("doel-1", "Extra stageplekken")
        try client.fill("getal-1", "25")
        try client.fill("eenheid-1", "plekken")
        try await client.press("Bewaar en ga verder")
        try #require(client.page.path.hasPrefix("\(path)/stap/4"), "\(client.page.text.prefix(600))")
        for number in 1...max(1, partners) where number <= partners {
            try client.fill("partner-\(number)", "Partner \(number)")
            try client.fill("soort-\(number)", "practice")
            try client.fill("bijdrage-\(number)", "Uren van een begeleider")
        }
        try await client.press("Bewaar en ga verder")
        try #require(client.page.path.hasPrefix("\(path)/stap/5"), "\(client.page.text.prefix(600))")
        try client.fill("begin", "1-12-2026")
        try client.fill("eind", "31-12-2027")
        try client.fill("kosten-1", "Coördinator")
        try client.fill("bedrag-1", cost)
        try client.fill("gevraagd", asked)
        try await client.press("Bewaar en ga naar de controle")
        try #require(client.page.path.hasPrefix("\(path)/controle"), "\(client.page.text.prefix(600))")
        return path
    }

    /// The same, submitted.
    func submit(_ name: String, by client: WebClient, cost: String = "40.000", asked: String = "20.000") async throws
        -> String
    {
        let path = try await fillIn(name, by: client, cost: cost, asked: asked)
        try await client.press("Dien de aanvraag in")
        try #require(client.page.path.hasPrefix("\(path)/ontvangst"), "\(client.page.text.prefix(600))")
        return path
    }

    /// Fills in the decision form and sends it.
    func decide(
        _ verdict: String,
        on path: String,
        by client: WebClient,
        amount: String? = nil,
        advice: String? = nil
    ) async throws {
        try await client.get("\(Self.atFund(path))/besluit")
        try client.fill("besluit", verdict)
        if let amount { try client.fill("bedrag", amount) }
        try client.fill("reden", "Het plan past bij de regeling.")
        if let advice { try client.fill("advies", advice) }
        try await client.press("Neem dit besluit")
    }

    /// Asks the applicant something, to be answered in two weeks.
    func ask(_ question: String, on path: String, by client: WebClient) async throws {
        try await client.get("\(Self.atFund(path))/vraag")
        try client.fill("vraag", question)
        try await client.press("Verstuur de vraag")
        try #require(client.page.status == 200, "\(client.page.text.prefix(400))")
    }

    static func atFund(_ path: String) -> String { path.replacing("/subsidie/", with: "/fonds/") }
}
