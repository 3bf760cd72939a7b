import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/mijn`: a candidate's own cases and places, and stopping.
struct OwnFileController: Sendable {
    let web: WebServices

    func addRoutes(candidates: RouterGroup<CandidateContext>) {
        candidates.get("/mijn", use: show)
        candidates.get("/mijn/welkom", use: welcome)
        candidates.get("/mijn/trajecten/{kenmerk}", use: showOne)
        candidates.get("/mijn/plekken/{kenmerk}", use: place)
        candidates.post("/mijn/plekken/{kenmerk}/ja") { try await self.answer(.yes, $0, $1) }
        candidates.post("/mijn/plekken/{kenmerk}/kennismaken") { try await self.answer(.introduce, $0, $1) }
        candidates.post("/mijn/plekken/{kenmerk}/nee", use: refuse)
        candidates.get("/mijn/stoppen", use: askToStop)
        candidates.post("/mijn/stoppen", use: stop)
    }

    // MARK: Cases

    @Sendable private func show(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let page = try await read(context) { connection, files in
            guard let file = files.first else { throw NotFound() }
            return try await OwnCaseView(web: web).page(file, among: files, isCurrent: true, on: connection)
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    @Sendable private func showOne(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let reference = try context.pathReference()
        let page = try await read(context) { connection, files in
            guard let file = files.first(where: { $0.reference == reference }) else { throw NotFound() }
            return try await OwnCaseView(web: web).page(file, among: files, isCurrent: false, on: connection)
        }
        return try web.page(page, context)
    }

    private func read<Value>(
        _ context: CandidateContext,
        _ body: (Connection, [CaseFileStore.Row]) async throws -> Value
    ) async throws -> Value {
        let id = context.session.candidateID
        return try await web.world.database.transaction(as: .candidate(id)) { connection in
            try await body(connection, OwnFileStore.cases(of: id, on: connection))
        }
    }

    /// What happens next, right after registering.
    @Sendable private func welcome(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let (file, helper) = try await read(context) { connection, files in
            guard let file = files.first else { throw NotFound() }
            return (file, try await OwnFileStore.helper(of: file.id, on: web.world.today, connection: connection))
        }
        let team = helper?.teamName ?? "Je team"
        let due = file.dueOn.map { ", uiterlijk \($0.dutchShort(seenOn: web.world.today))" } ?? ""
        return try web.page(
            OwnMessagePage(
                header: PageHeader(
                    title: "Je bent ingeschreven",
                    lead: "Vanaf nu zoeken we met je mee. Je kenmerk is \(file.reference).",
                    action: PageLink("Naar mijn traject", "/mijn")
                ),
                paragraphs: [],
                steps: [
                    "\(team) belt of mailt je\(due).",
                    "Samen vul je aan wat nog nodig is, zoals je school en wat je al kunt.",
                    "Daarna zoeken we plekken die bij je passen. Je ziet hier steeds wie aan zet is.",
                    "Een praktijk hoort pas wie je bent als jij dat goedvindt.",
                ],
                phones: helper.map { OwnCaseView.phones($0) },
                links: [
                    PageLink("Geef jezelf alvast een score", "/mijn/beoordeling"),
                    PageLink("Bekijk je toestemmingen", "/mijn/toestemmingen"),
                ]
            ),
            context
        )
    }

    // MARK: Places

    @Sendable private func place(_ request: Request, _ context: CandidateContext) async throws -> Response {
        try await placePage(context, notice: web.notice(of: request))
    }

    private func placePage(
        _ context: CandidateContext,
        errors: [FieldError] = [],
        notice: Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reference = try context.pathReference()
        let id = context.session.candidateID
        let found = try await web.world.database.transaction(as: .candidate(id)) { connection in
            try await OwnFileStore.place(reference, of: id, on: connection)
        }
        guard let found else { throw NotFound() }
        let entered = FormEntries(values: context.formData.values, errors: errors)
        return try web.page(OwnCaseView(web: web).page(found, entered), context, status: status, notice: notice)
    }

    private func answer(_ answer: AnswerOwnPlace.Answer, _ request: Request, _ context: CandidateContext) async throws
        -> Response
    {
        var form = Form(context.formData)
        let (version, submission) = (form.version(), form.submissionID())
        guard form.isValid else { return try await placePage(context, errors: form.errors, status: .badRequest) }
        let path = try await AnswerOwnPlace(world: web.world)(
            answer,
            to: context.pathReference(),
            version: version,
            by: context.session.candidateID,
            submission: submission
        )
        return web.seeOther(path, notice: .ownAnswer)
    }

    @Sendable private func refuse(_ request: Request, _ context: CandidateContext) async throws -> Response {
        var form = Form(context.formData)
        let reason = form.reason("reden", label: "Reden", among: web.reference.reasons["candidate_decline"])
        guard form.isValid, let reason else {
            return try await placePage(context, errors: form.errors, status: .badRequest)
        }
        return try await answer(.no(reason: reason), request, context)
    }

    // MARK: Stopping

    @Sendable private func askToStop(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let file = try await openCase(context)
        guard let file else { return web.seeOther("/mijn") }
        return try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Stop met zoeken",
                    lead: "Je kunt altijd stoppen. Je hoeft niet te zeggen waarom.",
                    back: PageLink("Terug naar mijn traject", "/mijn")
                ),
                paragraphs: ["Als je stopt:"],
                items: [
                    "trekken we in wat nog open staat bij praktijken en andere regio's",
                    "is een plek die voor jou werd vastgehouden weer vrij",
                    "hoort je team dat je stopt",
                    "wissen we je gegevens na 28 dagen, behalve als jij kiest voor een jaar",
                ],
                action: "/mijn/stoppen",
                hidden: [.init("traject", file.reference.text)],
                submissionID: web.freshID,
                button: "Stop met zoeken",
                isDangerous: true,
                cancel: PageLink("Ik zoek door", "/mijn"),
                links: [
                    PageLink("Hoelang bewaren jullie mijn gegevens daarna?", "/mijn/bewaren"),
                    PageLink("Ik wil al mijn gegevens laten wissen", "/mijn/wissen"),
                ]
            ),
            context
        )
    }

    @Sendable private func stop(_ request: Request, _ context: CandidateContext) async throws -> Response {
        var form = Form(context.formData)
        let reference = form.reference("traject", label: "Traject")
        let submission = form.submissionID()
        guard form.isValid, let reference else { throw form.rejected }
        let path = try await StopSearching(world: web.world)(
            reference,
            by: context.session.candidateID,
            submission: submission
        )
        return web.seeOther(path, notice: .ownStop)
    }

    private func openCase(_ context: CandidateContext) async throws -> CaseFileStore.Row? {
        try await read(context) { _, files in files.first { $0.state.isOpen } }
    }
}
