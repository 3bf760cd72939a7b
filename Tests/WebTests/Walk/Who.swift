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

/// Everyone who may knock at a route. The candidate of the walk belongs to the team of `own`.
enum Who: String, CaseIterable, Comparable {
    /// Not signed in.
    case visitor
    /// A coordinator of the team that has the candidate.
    case own
    /// A coordinator of another team in the same region.
    case near
    /// A coordinator in a region that the candidate agreed to; nothing was sent there yet.
    case agreed
    /// A coordinator in a region that the candidate did not agree to.
    case far
    /// An administrator of the organisation of `own`.
    case administrator
    /// An administrator of another organisation.
    case otherAdministrator
    case leader
    case fund
    case fundAdministrator
    case school
    /// The candidate of the walk.
    case candidate
    case otherCandidate

    static let coordinators: Set<Who> = [.own, .near, .agreed, .far]
    static let administrators: Set<Who> = [.administrator, .otherAdministrator]
    static let candidates: Set<Who> = [.candidate, .otherCandidate]
    static let staff = Set(allCases).subtracting(candidates).subtracting([.visitor])
    /// Who may read the name of the candidate.
    static let knowTheName: Set<Who> = [.own, .candidate]

    /// Whether this one stands for the others of the same kind.
    static func one(of who: Who) -> Bool {
        ![.near, .agreed, .far, .otherAdministrator, .otherCandidate].contains(who)
    }

    static func < (left: Who, right: Who) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}

/// Someone with a browser and the token that forms need.
struct Walker {
    let who: Who
    let client: WebClient
    /// The value of the hidden field of this person's forms.
    let formToken: String

    /// Posts this form with the token.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)] = []) async throws -> WebPage {
        try await client.send(
            "POST",
            path,
            headers: ["content-type": "application/x-www-form-urlencoded"],
            body: Array(
                (["\(FormData.tokenField)=\(formToken)"] + fields.map { "\($0.0)=\($0.1)" }).joined(separator: "&").utf8
            ),
            followRedirects: false
        )
    }
}

/// The people of the walk, in one site.
struct Cast {
    let site: TestSite
    private let people: [Who: (person: SessionStore.Person, role: RoleAssignment.ID?)]

    /// The coordinator who has the candidate.
    let own: Actor
    let far: Actor
    let agreed: Actor

    init(_ site: TestSite) async throws {
        self.site = site
        own = try await site.coordinator(of: DemoStory().waitingInFullRegion)
        far = try await site.world.coordinator(in: "RA0616")
        agreed = try await site.world.coordinator(in: DemoStory.roomyRegion.rawValue)
        let ownOrganisation: UUID = try await site.value(
            "select organisation_id from teams where id = \(own.teamID)"
        )
        let otherOrganisation: UUID = try await site.value(
            "select organisation_id from teams where organisation_id <> \(ownOrganisation) order by id limit 1"
        )
        let school: UUID = try await site.value(
            """
            select coalesce(f.school_id, (select id from schools order by name limit 1)) from case_files f
            where f.reference = \(DemoStory().waitingInFullRegion)
            """
        )
        let candidates: [Candidate.ID] = try await site.rows(
            """
            select candidate_id from case_files where reference = any(
                \([DemoStory().waitingInFullRegion.text, DemoStory().waitingWithRoom.text]))
            order by reference <> \(DemoStory().waitingInFullRegion)
            """
        ) { try $0.next() }
        var people: [Who: (person: SessionStore.Person, role: RoleAssignment.ID?)] = [
            .candidate: (.candidate(candidates[0]), nil), .otherCandidate: (.candidate(candidates[1]), nil),
        ]
        for (who, actor) in [(Who.own, own), (.far, far), (.agreed, agreed)] {
            let role: RoleAssignment.ID = try await site.value(
                "select id from staff_roles where staff_member_id = \(actor.staffMemberID) and team_id = \(actor.teamID)"
            )
            people[who] = (.staff(actor.staffMemberID), role)
        }
        let near = site.world.world.newUUID()
        _ = try await site.rows(
            """
            insert into teams (id, organisation_id, region_code, name, phone, mail, is_fictional)
            values (\(near), \(otherOrganisation), \(own.regionCode), 'Team van de buren', '053 7654321',
                'buren@walk.example', true)
            returning id
            """
        ) { try $0.next(UUID.self) }
        people[.near] = try await site.hire(.coordinator, "Nabij", at: otherOrganisation, team: near)
        people[.administrator] = try await site.hire(.organisationAdministrator, "Beheer", at: ownOrganisation)
        people[.otherAdministrator] = try await site.hire(
            .organisationAdministrator,
            "Anderbeheer",
            at: otherOrganisation
        )
        people[.leader] = try await site.hire(.projectLeader, "Project", at: ownOrganisation)
        people[.fund] = try await site.hire(.fund, "Fonds", at: otherOrganisation)
        people[.fundAdministrator] = try await site.hire(.fundAdministrator, "Fondsbeheer", at: otherOrganisation)
        people[.school] = try await site.hire(.schoolContact, "School", at: otherOrganisation, school: school)
        self.people = people
    }

    /// This person with a session of their own.
    func walker(_ who: Who, like client: WebClient) async throws -> Walker {
        let client = client.another()
        let keys = CrossSiteKeys(secret: site.world.world.secrets.form.bytes, now: site.world.world.now)
        guard let (person, role) = people[who] else {
            return Walker(who: who, client: client, formToken: keys.token(for: nil))
        }
        let sessions = DatabaseSessions(world: site.world.world)
        let token = try await sessions.begin(for: person, role: role, device: "wandeling")
        client.setCookie(SessionToken.cookieName, token.text)
        let session = try #require(try await sessions.session(for: token.hash))
        return Walker(who: who, client: client, formToken: keys.token(for: session))
    }

    /// Everyone, the visitor too.
    func walkers(_ whom: some Collection<Who>, like client: WebClient) async throws -> [Walker] {
        var walkers: [Walker] = []
        for who in whom.sorted() { walkers.append(try await walker(who, like: client)) }
        return walkers
    }
}

extension TestSite {
    /// A new staff member with one role.
    fileprivate func hire(
        _ role: StaffRole,
        _ name: String,
        at organisation: UUID,
        team: UUID? = nil,
        school: UUID? = nil
    ) async throws -> (person: SessionStore.Person, role: RoleAssignment.ID?) {
        let (person, given) = (world.world.newUUID(), world.world.newUUID())
        try await world.owner.transaction { connection in
            _ = try await connection.execute(
                """
                insert into staff_members (id, organisation_id, name, mail, phone, is_fictional)
                values (\(person), \(organisation), \("\(name) Wandelaar"), \("\(person)@walk.example"), '06 12345678', true)
                """
            )
            _ = try await connection.execute(
                """
                insert into staff_roles (id, staff_member_id, role, team_id, organisation_id, school_id)
                values (\(given), \(person), \(role), \(team),
                    \(role == .organisationAdministrator || role == .projectLeader ? organisation : nil), \(school))
                """
            )
        }
        return (.staff(StaffMember.ID(person)), RoleAssignment.ID(given))
    }
}
