import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/vragen/nieuw`: a question to the network, about a bottleneck, or about the project or practice that one comes from.
struct QuestionAskController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>) {
        members.get("/vragen/nieuw", use: new)
        members.post("/vragen/nieuw", use: ask)
    }

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context, at: request.addressToReturnTo) {
            _ = try await web.member(context)
            let query = try Query(request)
            let (project, practice) = (try query.text("project"), try query.text("praktijk"))
            let subject = try await subject(project, practice, context)
            let stored = [
                "regio": [context.session.regionCode?.rawValue ?? ""], "project": [project ?? ""],
                "praktijk": [practice ?? ""], "knelpunt": subject?.bottlenecks.map(\.rawValue) ?? [],
            ]
            return try form(Typed(stored: stored), subject, context, notice: web.notice(of: request))
        }
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let data = context.formData
        let subject = try await subject(data["project"], data["praktijk"], context)
        do {
            return try await web.asMember(.networkAsked) {
                var form = Form(data)
                let draft = QuestionStore.Draft(
                    title: form.text("vraag", label: "Je vraag", maxLength: 150),
                    body: form.text("uitleg", label: "Uitleg", maxLength: 4_000),
                    regionCode: form.region("regio", label: "Regio", required: false, web.reference),
                    bottlenecks: form.bottlenecks("knelpunt", label: "Onderwerp", required: true, web.reference),
                    subject: subject?.subject
                )
                let submission = form.submissionID()
                try form.finish()
                return try await KeepQuestions(world: web.world).ask(
                    draft,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try form(Typed(data, errors: error.fields), subject, context)
        }
    }

    /// What the question is about, by its name in an address; nil when it is about none.
    private func subject(_ project: String?, _ practice: String?, _ context: SignedInContext) async throws
        -> NamedSubject?
    {
        if let project, !project.isEmpty { return try await web.project(project, as: context.session.acting) }
        if let practice, !practice.isEmpty { return try await web.goodPractice(practice, as: context.session.acting) }
        return nil
    }

    private func form(_ typed: Typed, _ subject: NamedSubject?, _ context: SignedInContext, notice: Notice? = nil)
        throws -> Response
    {
        let page = NetworkFormPage(
            header: PageHeader(
                title: subject.map { "Stel een vraag over \($0.name)" } ?? "Stel een vraag",
                lead: subject == nil
                    ? "Leden die hier iets van weten, krijgen je vraag in hun mail."
                    : "Wie dit doet en leden die hier iets van weten, krijgen je vraag in hun mail.",
                back: subject.map { PageLink($0.name, $0.path) } ?? PageLink("Alle vragen", "/vragen"),
                errors: typed.links
            ),
            text: "Iedereen kan je vraag lezen. Schrijf geen namen of gegevens van kandidaten op.",
            form: NetworkForm(
                action: "/vragen/nieuw",
                submissionID: web.newSubmission,
                hidden: ["project", "praktijk"].map { HiddenField(name: $0, value: typed.value($0)) },
                fields: [
                    typed.text("vraag", "Je vraag", "In één zin", width: .full),
                    typed.area("uitleg", "Uitleg", "Wat heb je al geprobeerd? Wat wil je weten?", rows: 6),
                    typed.choices("knelpunt", "Waar gaat het over?", .checkbox, web.bottleneckOptions),
                    typed.select("regio", "Regio", web.regionOptions, isRequired: false, emptyLabel: "Geen regio"),
                ],
                button: "Stel de vraag"
            )
        )
        return try web.page(page, context, status: typed.status, notice: notice)
    }
}
