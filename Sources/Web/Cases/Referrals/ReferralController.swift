import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// Referring a case to another region, and answering what came in.
struct ReferralController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/doorverwijzen", use: new)
        staff.post("/kandidaten/{ref}/doorverwijzen", use: create)
        staff.get("/doorverwijzingen", use: index)
        staff.get("/doorverwijzingen/{kenmerk}", use: show)
        staff.post("/doorverwijzingen/{kenmerk}/overnemen", use: accept)
        staff.post("/doorverwijzingen/{kenmerk}/teruggeven", use: decline)
        staff.post("/doorverwijzingen/{kenmerk}/intrekken", use: withdraw)
    }

    // MARK: Sending

    /// Step 1 without a region in the query, step 2 with one.
    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = try Query(request)
        let view = try ReferralNewView(web: web, actor: web.actor(context), reference: context.pathReference("ref"))
        let region = try query.parsed("regio") { web.reference.region(RegionCode($0))?.code }
        guard let region, region != view.actor.regionCode else {
            return try web.page(try await view.regionsPage(), context, notice: web.notice(of: request))
        }
        let place = try query.reference("plek")
        return try web.page(try await view.page(region, first: place), context, notice: web.notice(of: request))
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let view = try ReferralNewView(web: web, actor: web.actor(context), reference: context.pathReference("ref"))
        guard let region = web.reference.region(RegionCode(context.formData["regio"] ?? ""))?.code else {
            throw NotFound()
        }
        do {
            var form = Form(context.formData)
            var places = context.formData.all("plekken").compactMap { Reference(typed: $0) }
            if places.isEmpty { form.reject("plekken", "Kies één tot vijf plekken.") }
            // The first one is held.
            if let held = form.data["vasthouden"].flatMap({ Reference(typed: $0) }) {
                if let index = places.firstIndex(of: held) {
                    places.insert(places.remove(at: index), at: 0)
                } else if places.count > 1 {
                    form.reject("vasthouden", "Kies een plek die je hierboven ook hebt aangevinkt.")
                }
            }
            let motivation = form.text("motivatie", label: "Motivatie", maxLength: 1_000)
            let consent = spokenConsent(&form)
            let fact = form.optionalChoice("nieuw", NewFactKind.self, label: "Wat is er nieuw")
            let (version, submission) = (form.version(), form.submissionID())
            try form.finish()
            let path = try await ReferCandidate(world: web.world)(
                ReferCandidate.Command(
                    caseReference: view.reference,
                    version: version,
                    region: region,
                    places: places,
                    motivation: motivation,
                    consent: consent,
                    newFact: fact
                ),
                by: view.actor,
                submission: submission
            )
            return web.seeOther(path, notice: .candidateReferred)
        } catch let error as Rejected {
            let page = try await view.page(region, entered: context.formData, errors: error.fields)
            return try web.page(page, context, status: .badRequest)
        } catch let error as Conflict {
            let page = try await view.page(region, entered: context.formData, conflict: error)
            return try web.page(page, context, status: .conflict)
        }
    }

    private func spokenConsent(_ form: inout Form) -> ReferCandidate.SpokenConsent? {
        guard form.flag("toestemming") else { return nil }
        let channel = form.choice("kanaal", ConsentChannel.self, label: "Hoe gaf de kandidaat toestemming")
        guard let channel, let text = web.reference.consentText else { return nil }
        return ReferCandidate.SpokenConsent(
            channel: channel,
            textVersion: text.version,
            coversNeighbours: form.data["bereik"] == "buren"
        )
    }

    // MARK: Reading

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let list = try ReferralList(Query(request), actor: web.actor(context), web: web)
        if list.isFile {
            return .csv(filename: "doorverwijzingen.csv", bytes: try await list.file())
        }
        return try web.page(
            try await list.page(),
            context,
            notice: web.notice(of: request),
            alternates: [AlternateLink(title: "Doorverwijzingen als CSV", url: list.fileURL, mediaType: "text/csv")]
        )
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let view = try ReferralShowView(web: web, actor: web.actor(context), reference: context.pathReference())
        if let takenBack = try await view.takenBack() { return try web.page(takenBack, context) }
        return try web.page(try await view.page(), context, notice: web.notice(of: request))
    }

    // MARK: Answering

    @Sendable private func accept(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context, notice: .referralAccepted) { form, actor, reference in
            let (version, submission) = (form.version(), form.submissionID())
            try form.finish()
            return try await AcceptReferral(world: web.world)(
                reference,
                version: version,
                note: "",
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func decline(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context, notice: .referralDeclined) { form, actor, reference in
            let reason = form.choice("reden", ReferralDeclineReason.self, label: "Reden")
            let alternative = form.parsed(
                "andere_plek",
                label: "Andere plek",
                required: false,
                message: "Dit kenmerk klopt niet. Het heeft 8 tekens."
            ) { Reference(typed: $0) }
            let note = form.optionalText("notitie", label: "Toelichting", maxLength: 500) ?? ""
            let (version, submission) = (form.version(), form.submissionID())
            guard form.isValid, let reason else { throw form.rejected }
            return try await DeclineReferral(world: web.world)(
                reference,
                version: version,
                reason: reason,
                note: note,
                alternative: alternative,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await act(context, notice: .referralWithdrawn) { form, actor, reference in
            let submission = form.submissionID()
            try form.finish()
            return try await WithdrawReferral(world: web.world)(reference, by: actor, submission: submission)
        }
    }

    /// Reads the form, acts and redirects; what went wrong is shown on the referral's page with the input kept.
    private func act(
        _ context: SignedInContext,
        notice: NoticeCode,
        _ body: (inout Form, Actor, Reference) async throws -> String
    ) async throws -> Response {
        let (actor, reference) = (try web.actor(context), try context.pathReference())
        let view = ReferralShowView(web: web, actor: actor, reference: reference)
        do {
            var form = Form(context.formData)
            return web.seeOther(try await body(&form, actor, reference), notice: notice)
        } catch let error as Rejected {
            return try web.page(
                try await view.page(entered: context.formData, errors: error.fields),
                context,
                status: .badRequest
            )
        } catch let error as Conflict {
            if let takenBack = try await view.takenBack() { return try web.page(takenBack, context, status: .conflict) }
            return try web.page(
                try await view.page(entered: context.formData, conflict: error),
                context,
                status: .conflict
            )
        }
    }
}
