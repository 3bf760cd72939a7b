import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten`: the list, a new candidate, the page of one, corrections and the printed card.
struct CandidateController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten", use: index)
        staff.post("/kandidaten", use: search)
        staff.get("/kandidaten/nieuw", use: new)
        staff.post("/kandidaten/nieuw", use: create)
        staff.get("/kandidaten/{ref}", use: show)
        staff.get("/kandidaten/{ref}/aangemeld", use: registered)
        staff.get("/kandidaten/{ref}/wijzigen", use: edit)
        staff.post("/kandidaten/{ref}/wijzigen", use: update)
        staff.get("/kandidaten/{ref}/kaart", use: card)
        staff.post("/kandidaten/{ref}/inloglink", use: sendLink)
    }

    private func form(_ actor: Actor) -> CandidateForm {
        CandidateForm(reference: web.reference, regionCode: actor.regionCode)
    }

    // MARK: List

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let listing = try CandidateListing(
            Query(request),
            secrecy: PrivateText(world: web.world, owner: actor.staffMemberID),
            reference: web.reference,
            today: web.world.today,
            time: web.world.time
        )
        if listing.wantsFile { return try await file(listing, actor) }
        let page = try await web.world.database.transaction(as: actor.acting) { connection in
            guard
                let rows = try await CandidateListStore.page(
                    listing.filter,
                    team: actor.teamID,
                    today: listing.today,
                    order: listing.order,
                    after: listing.after?.keys,
                    limit: CandidateListing.pageSize,
                    on: connection
                )
            else { throw MalformedRequest("De plaats in de lijst klopt niet. Begin opnieuw bij de eerste bladzijde.") }
            return try listing.page(
                rows: rows,
                counts: try await CandidateListStore.counts(
                    listing.filter,
                    team: actor.teamID,
                    today: listing.today,
                    on: connection
                ),
                colleagues: try await CaseFileStore.colleagues(in: actor.teamID, on: connection),
                teamName: context.session.assignment?.scopeName ?? ""
            )
        }
        return try web.page(
            page,
            context,
            notice: StartSearchingController.notice(of: request) ?? web.notice(of: request),
            alternates: [AlternateLink(title: "Kandidaten als CSV", url: listing.fileURL, mediaType: "text/csv")]
        )
    }

    /// Names do not stand in addresses: the form is posted, and leads to the list with its search words sealed.
    @Sendable private func search(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let secrecy = PrivateText(world: web.world, owner: context.session.staffMemberID)
        return .seeOther(try CandidateListing.address(context.formData, secrecy: secrecy))
    }

    /// The same list as a file. Every candidate in it is recorded as seen.
    private func file(_ listing: CandidateListing, _ actor: Actor) async throws -> Response {
        let rows = try await web.world.database.transaction(as: actor.acting) { connection in
            let rows = try await CandidateListStore.export(
                listing.filter,
                team: actor.teamID,
                today: listing.today,
                order: listing.order,
                on: connection
            )
            try await CandidateReadStore.insert(
                rows.map { (web.world.newUUID(), $0.candidate.id) },
                .export,
                acting: actor.acting,
                at: web.world.now(),
                on: connection
            )
            return rows
        }
        return .csv(
            filename: "kandidaten-\(listing.today.iso8601).csv",
            bytes: CandidateExport.bytes(rows, reference: web.reference, time: web.world.time)
        )
    }

    // MARK: New

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let entered = FormEntries(values: form(actor).defaults(today: web.world.today))
        return try newPage(entered, context, actor)
    }

    private func newPage(
        _ entered: FormEntries,
        _ context: SignedInContext,
        _ actor: Actor,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let form = form(actor)
        return try web.page(
            CandidateFormPage(
                lists: form.lists,
                consent: form.consentQuestion(entered),
                entered: entered,
                submissionID: web.freshID
            ),
            context,
            status: status
        )
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        do {
            var data = Form(context.formData)
            let submission = data.submissionID()
            let consents = form(actor).readConsents(&data)
            let draft = try form(actor).read(&data, today: web.world.today)
            let path = try await RegisterCandidate(world: web.world)(
                draft,
                consents: consents,
                by: actor,
                submission: submission
            )
            return web.seeOther(path)
        } catch let rejected as Rejected {
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try newPage(entered, context, actor, status: .badRequest)
        }
    }

    @Sendable private func registered(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try web.reference(context)
        let page = try await web.world.database.transaction(as: actor.acting) { connection in
            let found = try await web.ownCandidate(reference, actor, .casePage, on: connection)
            let colleagues = try await CaseFileStore.colleagues(in: actor.teamID, on: connection)
            return CandidateRegisteredPage(
                name: found.name,
                reference: found.file.reference.text,
                url: found.url,
                due: found.file.dueOn?.dutchShort(seenOn: web.world.today) ?? "–",
                coordinator: colleagues.first { $0.id == found.file.coordinatorID }?.name ?? "nog niemand",
                submissionID: web.freshID
            )
        }
        return try web.page(page, context)
    }

    // MARK: One candidate

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try web.reference(context)
        let content = try await web.world.database.transaction(as: actor.acting) { connection in
            try await CandidateOverview(web: web, actor: actor).content(reference, on: connection)
        }
        return try web.page(CandidateShowPage(content), context, notice: web.notice(of: request))
    }

    @Sendable private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let found = try await candidate(context, actor)
        let entered = FormEntries(values: form(actor).values(of: CandidateDraft(found.candidate, found.file)))
        return try editPage(found, entered, context, actor)
    }

    private func candidate(_ context: SignedInContext, _ actor: Actor) async throws -> CandidateFile {
        let reference = try web.reference(context)
        return try await web.world.database.transaction(as: actor.acting) { connection in
            try await web.ownCandidate(reference, actor, .correction, on: connection)
        }
    }

    private func editPage(
        _ found: CandidateFile,
        _ entered: FormEntries,
        _ context: SignedInContext,
        _ actor: Actor,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil
    ) throws -> Response {
        try web.page(
            CandidateFormPage(
                name: found.name,
                url: found.url,
                version: found.file.version,
                lists: form(actor).lists,
                entered: entered,
                submissionID: web.freshID
            ),
            context,
            status: status,
            notice: notice
        )
    }

    @Sendable private func update(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let found = try await candidate(context, actor)
        do {
            var data = Form(context.formData)
            let submission = data.submissionID()
            let version = data.int("versie", label: "Versie", in: 1...Int(Int32.max))
            let draft = try form(actor).read(&data, today: web.world.today)
            let path = try await EditCandidate(world: web.world)(
                found.file.reference,
                version: version,
                draft,
                by: actor,
                submission: submission
            )
            return web.seeOther(path, notice: .saved)
        } catch let rejected as Rejected {
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try editPage(found, entered, context, actor, status: .badRequest)
        } catch let conflict as Conflict {
            return try editPage(
                found,
                FormEntries(values: context.formData.values),
                context,
                actor,
                status: .conflict,
                notice: Notice(.error, text: conflict.message)
            )
        }
    }

    @Sendable private func sendLink(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let path = try await RequestOwnLink(world: web.world).toSignIn(
            web.reference(context),
            by: web.actor(context),
            submission: form.submissionID()
        )
        return web.seeOther(path, notice: .signInLinkSent)
    }

    /// With `?naam=ja` for the own team; otherwise without identity, to give away.
    @Sendable private func card(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try web.reference(context)
        let isNamed = try Query(request).flag("naam")
        let page = try await web.world.database.transaction(as: actor.acting) { connection in
            let found = try await web.ownCandidate(reference, actor, .card, on: connection)
            let assessment = try await CandidateAssessment.read(
                found.file,
                reference: web.reference,
                today: web.world.today,
                on: connection
            )
            let facts = CandidateFacts(web: web)
            return CandidateCardPage(
                reference: found.file.reference.text,
                url: found.url,
                identity: isNamed ? facts.person(found) : nil,
                name: isNamed ? found.name : nil,
                wanted: Facts(facts.basics(found.file)),
                travel: facts.travel(found.file, found.candidate),
                wishes: web.reference.wishSentences(found.file.wishes, statedByCandidate: true),
                offers: web.reference.propertySentences(found.file.offers, ofCandidate: true),
                profile: assessment?.figure(id: "profiel-figuur", showsOwn: isNamed),
                profileNote: assessment?.note(today: web.world.today, time: web.world.time) ?? "",
                contact: "\(context.session.displayName), \(context.session.assignment?.scopeName ?? "")",
                madeOn: web.world.today.dutchLong
            )
        }
        return try web.page(page, context)
    }
}
