import Actions
import HTTPBase
import Hummingbird
import PageKit
import Site

/// `/werklijst`: the first page of every coordinator.
struct WorkListController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/werklijst", use: index)
    }

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let list = try WorkList(Query(request), actor: web.actor(context), web: web)
        if list.isFile { return .csv(filename: "werklijst.csv", bytes: try await list.file()) }
        return try web.page(
            try await list.page(),
            context,
            notice: web.notice(of: request),
            alternates: [AlternateLink(title: "Werklijst als CSV", url: list.fileURL, mediaType: "text/csv")]
        )
    }
}
