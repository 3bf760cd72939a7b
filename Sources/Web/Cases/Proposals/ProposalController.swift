import Actions
import Domain
import HTTPBase
import Hummingbird
import Matching
import PageKit
import Postgres
import Site
import Store

/// Proposing a place of the own region, and everything that is said about it until the candidate is placed.
struct ProposalController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/voorstellen/{plek}", use: new)
        staff.post("/kandidaten/{ref}/voorstellen/{plek}", use: create)
        staff.get("/voorstellen/{kenmerk}", use: show)
        staff.post("/voorstellen/{kenmerk}/antwoord", use: answer)
        staff.post("/voorstellen/{kenmerk}/kennismaken", use: candidateIntroduced)
        staff.post("/voorstellen/{kenmerk}/kandidaat", use: candidateSaysYes)
        staff.post("/voorstellen/{kenmerk}/kandidaat-nee", use: candidateSaysNo)
        staff.post("/voorstellen/{kenmerk}/school", use: schoolSaysYes)
        staff.post("/voorstellen/{kenmerk}/school-nee", use: schoolSaysNo)
        staff.post("/voorstellen/{kenmerk}/plaatsen", use: place)
        staff.post("/voorstellen/{kenmerk}/intrekken", use: withdraw)
        staff.post("/voorstellen/{kenmerk}/weggevallen", use: losePlace)
    }

    // MARK: Proposing

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let view = try ProposalNewView(web: web, actor: web.actor(context), context: context)
        let head = try await view.place()
        guard head.regionCode == view.actor.regionCode else {
            return .seeOther(
                "/kandidaten/\(view.caseReference)/doorverwijzen?regio=\(head.regionCode)&plek=\(head.reference)"
            )
        }
        return try web.page(try await view.page(head), context, notice: web.notice(of: request))
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let view = try ProposalNewView(web: web, actor: web.actor(context), context: context)
        do {
            var form = Form(context.formData)
            let days = form.bits("dagen", label: "Dagen", allowed: 0b111_1111)
            let reason = form.optionalText("reden", label: "Reden", maxLength: 200)
            let (version, submission) = (form.version(), form.submissionID())
            try form.finish()
            let ranking = try await RankPlacesForCase(world: web.world, matching: web.matching)(
                view.caseReference,
                by: view.actor
            )
            let position = ranking.own.firstIndex { $0.place.reference == view.placeReference }
            let path = try await ProposePlace(world: web.world)(
                ProposePlace.Command(
                    caseReference: view.caseReference,
                    placeReference: view.placeReference,
                    version: version,
                    weekdays: WeekdaySet(rawValue: UInt8(days)),
                    rankPosition: position.map { $0 + 1 },
                    choiceReason: reason ?? ""
                ),
                by: view.actor,
                submission: submission
            )
            return web.seeOther(path, notice: .placeProposed)
        } catch let error as Rejected {
            let page = try await view.page(view.place(), entered: context.formData, errors: error.fields)
            return try web.page(page, context, status: .badRequest)
        } catch let error as Conflict {
            let page = try await view.page(view.place(), entered: context.formData, conflict: error)
            return try web.page(page, context, status: .conflict)
        }
    }

    // MARK: One proposal

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let view = try ProposalShowView(web: web, actor: web.actor(context), reference: context.pathReference())
        return try web.page(try await view.page(), context, notice: web.notice(of: request))
    }

    @Sendable private func answer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context) { form, actor, reference in
            let kind = form.choice("antwoord", ProposalShowView.AnswerKind.self, label: "Antwoord")
            var answer: AnswerProposal.Answer?
            switch kind {
            case .interview:
                answer = form.date("klikgesprek", label: "Dag van het klikgesprek").map { .interview(on: $0) }
            case .agreed: answer = .agreed
            case .notNow: answer = form.date("vanaf", label: "Wel vanaf").map { .notNow(from: $0) }
            case .declined:
                answer = form.choice("reden", PracticeDeclineReason.self, label: "Reden").map { .declined($0) }
            case nil: break
            }
            let note = form.optionalText("notitie", label: "Notitie", maxLength: 500) ?? ""
            let (version, submission) = (form.version(), form.submissionID())
            guard form.isValid, let answer else { throw form.rejected }
            return try await AnswerProposal(world: web.world)(
                answer,
                to: reference,
                version: version,
                note: note,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func candidateIntroduced(_ request: Request, _ context: SignedInContext) async throws -> Response
    {
        try await say(.introductionYes, context)
    }

    @Sendable private func candidateSaysYes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await say(.candidateYes, context)
    }

    @Sendable private func schoolSaysYes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await say(.schoolYes, context)
    }

    @Sendable private func candidateSaysNo(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let reason = form.reason("kandidaat_reden", label: "Reden", among: web.reference.reasons["candidate_decline"])
        guard let reason else { return try await failed(form.rejected, context) }
        return try await say(.candidateNo(reason: reason), context)
    }

    @Sendable private func schoolSaysNo(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let reason = form.reason("school_reden", label: "Reden", among: web.reference.reasons["school_no"])
        guard let reason else { return try await failed(form.rejected, context) }
        return try await say(.schoolNo(reason: reason), context)
    }

    private func say(_ word: AgreeProposal.Word, _ context: SignedInContext) async throws -> Response {
        try await act(context) { form, actor, reference in
            let (version, submission) = (form.version(), form.submissionID())
            try form.finish()
            return try await AgreeProposal(world: web.world)(
                word,
                to: reference,
                version: version,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func place(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context, notice: .candidatePlaced) { form, actor, reference in
            let (version, submission) = (form.version(), form.submissionID())
            try form.finish()
            return try await PlaceCandidate(world: web.world)(
                reference,
                version: version,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context, notice: .proposalWithdrawn) { form, actor, reference in
            let (version, submission) = (form.version(), form.submissionID())
            try form.finish()
            return try await WithdrawProposal(world: web.world)(
                reference,
                version: version,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func losePlace(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context, notice: .placeLost) { form, actor, reference in
            let reason = form.reason("plek_reden", label: "Reden", among: web.reference.reasons["place_lost"])
            let (version, submission) = (form.version(), form.submissionID())
            guard form.isValid, let reason else { throw form.rejected }
            return try await LosePlace(world: web.world)(
                reference,
                version: version,
                reason: reason,
                by: actor,
                submission: submission
            )
        }
    }

    /// Reads the form, acts and redirects; what went wrong is shown on the proposal's page with the input kept.
    private func act(
        _ context: SignedInContext,
        notice: NoticeCode = .saved,
        _ body: (inout Form, Actor, Reference) async throws -> String
    ) async throws -> Response {
        let (actor, reference) = (try web.actor(context), try context.pathReference())
        do {
            var form = Form(context.formData)
            return web.seeOther(try await body(&form, actor, reference), notice: notice)
        } catch let error as Rejected {
            return try await failed(error, context)
        } catch let error as Conflict {
            let view = ProposalShowView(web: web, actor: actor, reference: reference)
            return try web.page(
                try await view.page(entered: context.formData, conflict: error),
                context,
                status: .conflict
            )
        }
    }

    private func failed(_ error: Rejected, _ context: SignedInContext) async throws -> Response {
        let view = try ProposalShowView(web: web, actor: web.actor(context), reference: context.pathReference())
        return try web.page(
            try await view.page(entered: context.formData, errors: error.fields),
            context,
            status: .badRequest
        )
    }
}
