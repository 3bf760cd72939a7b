import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// The fund takes back a question that nobody answered.
struct FundQuestionController: Sendable {
    let web: WebServices

    func addRoutes(fund: RouterGroup<SignedInContext>) {
        fund.get("/fonds/aanvragen/{kenmerk}/vraag/intrekken", use: ask)
        fund.post("/fonds/aanvragen/{kenmerk}/vraag/intrekken", use: takeBack)
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let file = try await web.fundsFile(context)
        let row = file.row
        try row.require(.asked, else: "Er staat geen vraag open.", seenAt: row.fundPath)
        let question = file.questions.first(where: \.isOpen)?.question ?? ""
        return try web.page(
            ApplicationFormPage(
                header: .fund(
                    "Trek de vraag in",
                    "De aanvraag wacht daarna weer op jullie, zoals hij nu is. De projectleider krijgt een mail.",
                    row,
                    .fresh
                ),
                paragraphs: [String].paragraphs(of: "De vraag was: \(question)"),
                action: "\(row.fundPath)/vraag/intrekken",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                buttons: [FormButton("Trek de vraag in")]
            ),
            context
        )
    }

    @Sendable private func takeBack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let (version, submission) = (form.version(), try form.submission())
        try form.finish()
        let path = try await DecideApplication(world: web.world).takeBackQuestion(
            context.pathReference(),
            version: version,
            by: context.fundMember,
            submission: submission
        )
        return web.seeOther(path, notice: .questionTakenBack)
    }
}
