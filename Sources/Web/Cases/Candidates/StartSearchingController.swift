import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten/zoeken`: everyone who is registered, or came in with one import, begins to search.
struct StartSearchingController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/zoeken", use: askStartAll)
        staff.post("/kandidaten/zoeken", use: startAll)
    }

    @Sendable private func startAll(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let submission = form.submissionID()
        try form.finish()
        let path = try await StartSearchingForAll(world: web.world)(
            importRun: try importRun(request),
            by: try web.actor(context),
            submission: submission
        )
        return web.seeOther(path, notice: .searchingStarted)
    }

    private func importRun(_ request: Request) throws -> UUID? {
        try Query(request).parsed("invoer") { UUID(uuidString: $0) }
    }

    /// How many began to search, for the list on which the button for all of them ends.
    static func notice(of request: Request) -> Notice? {
        let query = request.uri.queryParameters
        guard query[Substring(Query.noticeKey)] == NoticeCode.searchingStarted.rawValue[...],
            let count = query[Substring(Query.noticeCountKey)].flatMap({ Int($0) }),
            (0...StartSearchingForAll.most).contains(count)
        else { return nil }
        let sentence =
            switch count {
            case 0: "Er was niemand meer om voor te beginnen. Er is niets veranderd."
            case 1: "Voor 1 kandidaat wordt nu gezocht."
            default: "Voor \(count) kandidaten wordt nu gezocht."
            }
        return Notice(.ok, text: "\(sentence) Open een kandidaat en kijk welke plekken passen.")
    }

    /// How many will move, and whose they are, before anything moves.
    @Sendable private func askStartAll(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let run = try importRun(request)
        let perCoordinator = try await web.world.database.transaction(as: actor.acting) { connection in
            try await CaseFileStore.registeredPerCoordinator(team: actor.teamID, importRun: run, on: connection)
        }
        let total = min(perCoordinator.map(\.count).reduce(0, +), StartSearchingForAll.most)
        let hidden = run.map { "?invoer=\($0.uuidString.lowercased())" } ?? ""
        let list = run == nil ? "/kandidaten?stap=\(CaseState.registered.rawValue)" : "/kandidaten\(hidden)"
        let counted = total == 1 ? "1 kandidaat" : "\(total) kandidaten"
        let whose = perCoordinator.map { "\($0.count) van \($0.coordinator ?? "nog niemand")" }
            .joined(separator: ", ")
        var content = CandidateStepPage.Content(
            title: "Begin met zoeken voor \(counted)",
            explanation: total == 0
                ? "Er is niemand die nog moet beginnen."
                : "Het gaat om \(counted): \(whose). Daarna staan ze op “zoekt plek” en komen ze op de werklijst.",
            button: total == 1 ? "Begin met zoeken" : "Begin met zoeken voor \(counted)"
        )
        if perCoordinator.contains(where: { $0.coordinator != context.session.displayName }) {
            content.notice = Notice(
                .warning,
                text: "Niet al deze kandidaten zijn van jou. Overleg eerst met je collega."
            )
        }
        return try web.page(
            CandidateStepPage(
                content,
                name: "de lijst",
                url: list,
                action: "/kandidaten/zoeken\(hidden)",
                errors: [],
                submissionID: web.freshID
            ),
            context
        )
    }
}
