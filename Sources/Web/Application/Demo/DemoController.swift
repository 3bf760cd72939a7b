import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/demo/kies`: in the demo, and only there, a visitor can be one of the fictional people.
struct DemoController: Sendable {
    let web: WebServices
    let sessions: DatabaseSessions

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/demo/kies", use: choose)
        visitors.post("/demo/kies", use: begin)
        visitors.post("/demo/afmelden", use: end)
    }

    @Sendable private func choose(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let returnPath = ownPath(try Query(request).text("terug", maxLength: 2_000))
        return try web.page(
            DemoPage(try await people(), returnPath: returnPath, isSignedIn: context.signedIn != nil),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func begin(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let people = try await people()
        let person: SessionStore.Person
        let landing: String
        var assignment: RoleAssignment.ID?
        if let id = context.formData["kandidaat"].flatMap({ Candidate.ID($0) }),
            people.candidates.contains(where: { $0.id == id })
        {
            (person, landing) = (.candidate(id), "/mijn")
        } else if let role = context.formData["rol"].flatMap({ RoleAssignment.ID($0) }),
            let row = people.others.first(where: { $0.roleID == role })
        {
            (person, assignment, landing) = (.staff(row.id), role, row.role.startPath)
        } else {
            var form = Form(context.formData)
            let id = form.parsed("persoon", label: "Persoon", message: "Kies wie je wilt zijn.") {
                StaffMember.ID($0)
            }
            guard let id, let row = (people.coordinators + people.others).first(where: { $0.id == id }) else {
                throw Rejected("persoon", "Kies wie je wilt zijn.")
            }
            (person, assignment, landing) = (.staff(row.id), row.roleID, row.role.startPath)
        }
        let token = try await sessions.begin(
            for: person,
            role: assignment,
            device: Device.name(of: request),
            replacing: context.signedIn?.tokenHash
        )
        let path = ownPath(context.formData["terug"]) ?? web.landing(request, otherwise: landing)
        var response = web.seeOther(path, notice: .signedIn)
        response.setSession(token)
        return response
    }

    @Sendable private func end(_ request: Request, _ context: VisitorContext) async throws -> Response {
        if let signedIn = context.signedIn { try await sessions.end(signedIn.tokenHash) }
        var response = web.seeOther("/", notice: .signedOut)
        response.clearSession()
        return response
    }

    /// Whom a visitor can be.
    struct People {
        let coordinators: [StaffStore.DemoRow]
        let others: [StaffStore.DemoRow]
        let candidates: [CandidateStore.Fictional]
    }

    private func people() async throws -> People {
        let story = DemoStory()
        return try await web.world.database.transaction(as: .visitor) { connection in
            People(
                coordinators: try await StaffStore.fictionalCoordinators(on: connection),
                others: try await StaffStore.fictionalOthers(first: DemoPeople.others, on: connection),
                candidates: try await CandidateStore.fictional(
                    [story.waitingInFullRegion, story.waitingWithRoom],
                    on: connection
                )
            )
        }
    }
}

extension DemoPage {
    /// Regions where the story of the demo begins.
    private static let goodBeginnings: [(RegionCode, String)] = [
        (DemoStory.fullRegion, "Bijna alles is hier bezet. Zoek voor een kandidaat een plek in een andere regio."),
        (DemoStory.roomyRegion, "Hier is plek. Stel kandidaten voor, en neem er over van andere regio's."),
        (RegionCode("RA0616"), "Veel kandidaten en weinig plekken. Kijk wie er al te lang wacht."),
    ]

    fileprivate init(_ people: DemoController.People, returnPath: String?, isSignedIn: Bool) {
        var regions: [DemoPage.Region] = []
        for person in people.coordinators {
            let row = DemoPage.Person(id: "\(person.id)", name: person.name, team: person.scopeName)
            if regions.last?.name == person.regionName {
                regions[regions.count - 1].people.append(row)
            } else {
                regions.append(DemoPage.Region(name: person.regionName ?? "", people: [row]))
            }
        }
        let suggestions = Self.goodBeginnings.compactMap { code, why in
            people.coordinators.first { $0.regionCode == code }.map { person in
                DemoPage.Suggestion(
                    id: "\(person.id)",
                    name: person.name,
                    region: person.regionName ?? "",
                    why: why
                )
            }
        }
        self.init(
            suggestions: suggestions,
            regions: regions,
            candidates: people.candidates.map { candidate in
                DemoPage.Person(id: "\(candidate.id)", name: candidate.name, team: candidate.state.dutchName)
            },
            others: people.others.map { person in
                DemoPage.Person(
                    id: "\(person.roleID)",
                    name: person.name,
                    team: [person.role.dutchName, person.scopeName].filter { !$0.isEmpty }.joined(separator: ", ")
                )
            },
            returnPath: returnPath,
            isSignedIn: isSignedIn
        )
    }
}
