import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// An application of a year that closed is taken over to a year that takes applications.
struct ApplicationCopyController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.post("/subsidie/aanvragen/{kenmerk}/overnemen", use: copy)
    }

    /// The offer on the page of the application; nil where there is nothing to take over, or no year to take it to.
    func section(_ row: ApplicationStore.Row) async throws -> SheetSection? {
        guard CopyApplication.isOffered(for: row, on: web.world.today) else { return nil }
        let today = web.world.today
        let years = try await web.world.database.transaction(as: .visitor) { connection in
            try await SchemeStore.years(on: connection)
        }
        guard let year = years.last(where: { $0.rules.closesOn >= today })?.rules else { return nil }
        return SheetSection(
            "overnemen",
            "Opnieuw aanvragen",
            paragraphs: [
                "De regeling van \(row.year) is gesloten. Neem over wat je schreef: er komt een nieuw concept voor "
                    + "\(year.year). De periode vul je opnieuw in. Deze aanvraag blijft staan."
            ],
            form: SheetForm(
                action: "\(row.path)/overnemen",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "jaar", value: "\(year.year)")],
                button: "Neem over naar \(year.year)"
            )
        )
    }

    @Sendable private func copy(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let year = form.int("jaar", label: "Jaar", in: 2015...2100)
        let submission = try form.submission()
        try form.finish()
        let path = try await CopyApplication(world: web.world)(
            context.pathReference(),
            to: year,
            by: context.projectLeader,
            submission: submission
        )
        return web.seeOther(path, notice: .applicationCopied)
    }
}
