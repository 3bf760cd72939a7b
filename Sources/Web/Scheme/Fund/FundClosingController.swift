import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// How the fund closes a project: ended or stopped, and the money that stays.
struct FundClosingController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/aanvragen/{kenmerk}/afronden", use: askEnd)
        fund.post("/fonds/aanvragen/{kenmerk}/afronden", use: end)
    }

    private enum Ending: String {
        case ended = "afgerond"
        case stopped = "gestopt"
    }

    @Sendable private func askEnd(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await endPage(context, .fresh)
    }

    private func endPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let file = try await web.fundsFile(context)
        try file.row.require(
            .granted,
            .running,
            else: "Je kunt dit project nu niet afsluiten.",
            seenAt: file.row.fundPath
        )
        let row = file.row
        let spent = file.reports.first { $0.isFinal }?.spent
        let share = spent.map { Money(cents: $0.cents * file.year.rules.sharePercent / 100) }
        let proposal = min(row.granted ?? .zero, share ?? row.granted ?? .zero)
        let entries = entered.entries(or: [
            "hoe": row.hasFinalReport ? [Ending.ended.rawValue] : [], "bedrag": [proposal.plainText],
        ])
        return try web.page(
            ApplicationFormPage(
                header: .fund(
                    "Reken af en sluit",
                    "Wat overblijft, is weer vrij voor andere aanvragen.",
                    row,
                    entered
                ),
                notices: entered.notices,
                paragraphs: [
                    "Toegekend: \(row.granted?.text ?? ""). "
                        + (spent.map { "Uitgegeven volgens het eindverslag: \($0.text)." }
                            ?? "Er is nog geen eindverslag.")
                ],
                action: "\(row.fundPath)/afronden",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                groups: [
                    FormGroup([
                        .choices(
                            Choices(
                                name: "hoe",
                                legend: "Hoe eindigde het project?",
                                kind: .radio,
                                options: [
                                    Option(value: Ending.ended.rawValue, label: "Afgerond"),
                                    Option(value: Ending.stopped.rawValue, label: "Gestopt, of nooit begonnen"),
                                ],
                                selected: entries.all("hoe"),
                                error: entries.error("hoe")
                            )
                        ),
                        .text(
                            TextField(
                                name: "bedrag",
                                label: "Definitieve subsidie",
                                value: entries.value("bedrag"),
                                description: "In euro's. Ten hoogste wat is toegekend; 0 mag ook.",
                                error: entries.error("bedrag"),
                                width: .short
                            )
                        ),
                    ])
                ],
                buttons: [FormButton("Sluit het project af")]
            ),
            context,
            status: entered.status
        )
    }

    @Sendable private func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let ending = form.choice("hoe", Ending.self, label: "Hoe het project eindigde")
            let amount = form.moneyOrZero("bedrag", label: "Het bedrag")
            let version = form.version()
            guard form.isValid, let ending, let amount else { throw form.rejected }
            let path = try await DecideApplication(world: web.world).settle(
                context.pathReference(),
                version: version,
                ending == .ended ? .ended : .stopped,
                for: amount,
                by: context.fundMember,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await endPage(context, entered)
        }
    }
}
