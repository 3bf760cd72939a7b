import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// What an applicant says to the fund after submitting: an answer to its question, or that the application is withdrawn.
struct ApplicationReplyController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/subsidie/aanvragen/{kenmerk}/antwoord", use: askAnswer)
        leaders.post("/subsidie/aanvragen/{kenmerk}/antwoord", use: answer)
        leaders.get("/subsidie/aanvragen/{kenmerk}/intrekken", use: askWithdrawal)
        leaders.post("/subsidie/aanvragen/{kenmerk}/intrekken", use: withdraw)
    }

    // MARK: Answer

    @Sendable private func askAnswer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await answerPage(context, .fresh)
    }

    @Sendable private func answer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.keepingInput(context) { form in
            let text = form.text("antwoord", label: "Antwoord", maxLength: 4_000)
            let version = form.version()
            guard form.isValid else { throw form.rejected }
            let path = try await ApplyForGrant(world: web.world).submit(
                context.pathReference(),
                version: version,
                answer: text,
                by: context.projectLeader,
                submission: form.submission()
            )
            return web.seeOther(path, notice: .applicationAnswered)
        } again: { entered in
            try await answerPage(context, entered)
        }
    }

    private func answerPage(_ context: SignedInContext, _ entered: SchemeEntered) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        guard file.row.state == .asked, let question = file.questions.first(where: \.isOpen) else {
            throw Conflict(
                code: "no_question",
                message: "Er staat geen vraag open bij deze aanvraag.",
                next: .init("Bekijk de aanvraag", file.row.path)
            )
        }
        let entries = entered.entries(or: [:])
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "Een vraag van het fonds",
                    lead: "Antwoord graag voor \(question.dueOn.dutchLong).",
                    back: PageLink("Terug naar de aanvraag", file.row.path),
                    errors: entered.errors
                ),
                notices: entered.notices + [
                    Notice(
                        .info,
                        title: "Eerst aanpassen",
                        text: "Wil je eerst iets wijzigen in de aanvraag? Dat kan tot je antwoordt.",
                        link: PageLink("Wijzig de aanvraag", "\(file.row.path)/stap/1")
                    )
                ],
                paragraphs: [String].paragraphs(of: question.question),
                action: "\(file.row.path)/antwoord",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(file.row.version)")],
                groups: [
                    FormGroup([
                        .area(
                            TextArea(
                                name: "antwoord",
                                label: "Je antwoord",
                                value: entries.value("antwoord"),
                                error: entries.error("antwoord"),
                                rows: 6
                            )
                        )
                    ])
                ],
                buttons: [FormButton("Verstuur het antwoord")]
            ),
            context,
            status: entered.status
        )
    }

    // MARK: Withdraw

    @Sendable private func askWithdrawal(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        guard [.draft, .submitted, .asked, .waiting].contains(file.row.state) else {
            throw Conflict(
                code: "application_state",
                message: "Je kunt deze aanvraag niet meer intrekken. De aanvraag is nu: \(file.row.state.dutchName).",
                next: .init("Bekijk de aanvraag", file.row.path)
            )
        }
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: "Trek de aanvraag in",
                    back: PageLink("Terug naar de aanvraag", file.row.path)
                ),
                paragraphs: [
                    "“\(file.row.name)” doet dan niet meer mee. Je kunt de aanvraag daarna niet meer indienen; wel lezen.",
                    "Wil je later opnieuw aanvragen? Begin dan een nieuwe aanvraag.",
                ],
                action: "\(file.row.path)/intrekken",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(file.row.version)")],
                buttons: [FormButton("Trek de aanvraag in", isDanger: true)]
            ),
            context
        )
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let (version, submission) = (form.version(), try form.submission())
        try form.finish()
        let path = try await ApplyForGrant(world: web.world).withdraw(
            context.pathReference(),
            version: version,
            by: context.projectLeader,
            submission: submission
        )
        return web.seeOther(path, notice: .applicationWithdrawn)
    }
}
