import Actions
import Domain
import HTTPBase
import Hummingbird
import Pages
import Postgres
import Store

/// `/demo/kies`: in the demo, and only there, a visitor can be one of the fictional coordinators.
struct DemoController: Sendable {
    let web: WebServices
    let sessions: DatabaseSessions

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/demo/kies", use: choose)
        visitors.post("/demo/kies", use: begin)
        staff.post("/demo/afmelden", use: end)
    }

    @Sendable private func choose(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let returnPath = ownPath(try Query(request).text("terug", maxLength: 2_000))
        return try web.page(
            DemoPage(people: try await people(), returnPath: returnPath, isSignedIn: context.session != nil),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func begin(_ request: Request, _ context: VisitorContext) async throws -> Response {
        var form = Form(context.formData)
        let id = form.parsed("persoon", label: "Persoon", message: "Kies wie je wilt zijn.") { StaffMember.ID($0) }
        guard let id, let person = try await people().first(where: { $0.id == id }) else {
            throw Rejected("persoon", "Kies wie je wilt zijn.")
        }
        if let session = context.session { try await sessions.end(session.tokenHash) }
        let token = try await sessions.begin(for: person.id)
        var response = web.seeOther(ownPath(context.formData["terug"]) ?? "/werklijst", notice: .signedIn)
        response.setSession(token)
        return response
    }

    @Sendable private func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await sessions.end(context.session.tokenHash)
        var response = web.seeOther("/", notice: .signedOut)
        response.clearSession()
        return response
    }

    private func people() async throws -> [StaffStore.Row] {
        try await web.world.database.transaction(as: .visitor) { connection in
            try await StaffStore.fictionalCoordinators(on: connection)
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

    fileprivate init(people: [StaffStore.Row], returnPath: String?, isSignedIn: Bool) {
        var regions: [DemoPage.Region] = []
        for person in people {
            let row = DemoPage.Person(id: "\(person.id)", name: person.name, team: person.teamName ?? "")
            if regions.last?.name == person.regionName {
                regions[regions.count - 1].people.append(row)
            } else {
                regions.append(DemoPage.Region(name: person.regionName ?? "", people: [row]))
            }
        }
        let suggestions = Self.goodBeginnings.compactMap { code, why in
            people.first { $0.regionCode == code }.map { person in
                DemoPage.Suggestion(
                    id: "\(person.id)",
                    name: person.name,
                    region: person.regionName ?? "",
                    why: why
                )
            }
        }
        self.init(suggestions: suggestions, regions: regions, returnPath: returnPath, isSignedIn: isSignedIn)
    }
}
