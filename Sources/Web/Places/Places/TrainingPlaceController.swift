import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/plekken`: training places. What is open is public; its region's teams manage it.
struct TrainingPlaceController: Sendable {
    let web: WebServices
    private static let pageSize = 50
    private static let mostRowsInFile = 20_000

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/plekken", use: index)
        staff.get("/plekken/nieuw", use: new)
        staff.post("/plekken", use: create)
        visitors.get("/plekken/{kenmerk}", use: show)
        staff.get("/plekken/{kenmerk}/wijzigen", use: edit)
        staff.post("/plekken/{kenmerk}/wijzigen", use: update)
        staff.post("/plekken/{kenmerk}/stand", use: changeState)
        staff.post("/plekken/{kenmerk}/kopie", use: copy)
        staff.post("/plekken/{kenmerk}/plaatsen", use: addSeat)
    }

    // MARK: Reading

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let list = try TrainingPlaceList(Query(request), session: context.session, web: web)
        return try await web.world.database.transaction(as: context.acting) { connection in
            if list.isFile {
                let rows = try await list.rows(limit: Self.mostRowsInFile, on: connection)
                return .csv(filename: "plekken.csv", bytes: list.file(rows))
            }
            let rows = try await list.rows(limit: Self.pageSize + 1, on: connection)
            let page = try await list.page(rows, pageSize: Self.pageSize, on: connection)
            return try web.page(
                page,
                context,
                notice: web.notice(of: request),
                alternates: [AlternateLink(title: "Plekken als CSV", url: list.fileURL, mediaType: "text/csv")]
            )
        }
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let reference = try context.pathReference()
        let place = try await web.world.database.transaction(as: context.acting) { connection in
            guard let place = try await TrainingPlaceStore.find(reference, on: connection),
                place.state == .open || place.regionCode == context.session?.regionCode
            else { throw NotFound() }
            return place
        }
        let ranking = try await ranking(for: place, context.session)
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            try await TrainingPlaceView(place: place, session: context.session, ranking: ranking, web: web).page(
                on: connection
            )
        }
        return try web.page(page, context, notice: web.notice(of: request))
    }

    /// Who could come here; nil for a visitor, and for a place that is not open.
    private func ranking(
        for place: TrainingPlaceStore.Row,
        _ session: Session?
    ) async throws -> RankCandidatesForPlace.Ranking? {
        guard place.state == .open, let session, let team = session.teamID, let region = session.regionCode else {
            return nil
        }
        return try await RankCandidatesForPlace(world: web.world, matching: web.matching)(
            place.id,
            by: Actor(staffMemberID: session.staffMemberID, teamID: team, regionCode: region)
        )
    }

    // MARK: Writing

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let query = try Query(request)
        let (reference, search) = (try query.reference("praktijk"), try query.text("zoek") ?? "")
        guard let reference else {
            let rows = try await web.world.database.transaction(as: actor.acting) { connection in
                var filter = PracticeListStore.Filter(region: actor.regionCode, longAgo: web.world.now())
                filter.search = search.isEmpty ? nil : search
                return try await PracticeListStore.list(filter, sort: .name, after: nil, limit: 100, on: connection)
            }
            return try web.page(
                TrainingPlaceStartPage(
                    search: search,
                    rows: rows.map {
                        .init(name: $0.name, town: $0.town, url: "/plekken/nieuw?praktijk=\($0.reference)")
                    }
                ),
                context
            )
        }
        return try await form(context, practice: reference, values: nil, errors: [])
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        guard let practice = Reference(typed: context.formData["praktijk"] ?? "") else { throw NotFound() }
        if let preset = context.formData["voorkeuze"] {
            return try await form(
                context,
                practice: practice,
                values: PlaceForm.values(context.formData, preset: preset),
                errors: []
            )
        }
        do {
            var form = Form(context.formData)
            let draft = try PlaceForm.draft(&form, web: web)
            let path = try await PostPlace(world: web.world)(
                draft,
                at: practice,
                by: actor,
                submission: form.submissionID()
            )
            return web.seeOther(path, notice: .placePosted)
        } catch let error as Rejected {
            return try await form(context, practice: practice, values: context.formData.values, errors: error.fields)
        }
    }

    @Sendable private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await editForm(context, values: nil, errors: [], notice: web.notice(of: request))
    }

    @Sendable private func update(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        if let preset = context.formData["voorkeuze"] {
            return try await editForm(context, values: PlaceForm.values(context.formData, preset: preset), errors: [])
        }
        do {
            var form = Form(context.formData)
            let version = form.int("versie", label: "Versie", in: 1...Int(Int32.max))
            let draft = try PlaceForm.draft(&form, isNew: false, web: web)
            let path = try await EditPlace(world: web.world)(
                draft,
                of: context.pathReference(),
                version: version,
                by: actor,
                submission: form.submissionID()
            )
            return web.seeOther(path, notice: .saved)
        } catch let error as Rejected {
            return try await editForm(context, values: context.formData.values, errors: error.fields)
        } catch let error as Conflict where error.code == "stale" {
            // The input stays, the version becomes the newest: saving again is a decision now.
            return try await editForm(
                context,
                values: context.formData.values,
                errors: [],
                notice: Notice(.warning, text: error.message),
                status: .conflict
            )
        }
    }

    @Sendable private func changeState(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let state = form.choice("stand", TrainingPlaceState.self, label: "Stand")
        let version = form.int("versie", label: "Versie", in: 1...Int(Int32.max))
        let submission = form.submissionID()
        guard form.isValid, let state else { throw form.rejected }
        let path = try await ChangePlaceState(world: web.world)(
            context.pathReference(),
            to: state,
            version: version,
            by: web.actor(context),
            submission: submission
        )
        return web.seeOther(path, notice: .saved)
    }

    @Sendable private func copy(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let path = try await CopyPlace(world: web.world)(
            context.pathReference(),
            by: web.actor(context),
            submission: form.submissionID()
        )
        return web.seeOther(path, notice: .placeCopied)
    }

    @Sendable private func addSeat(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let path = try await AddSeat(world: web.world)(
            context.pathReference(),
            by: web.actor(context),
            submission: form.submissionID()
        )
        return web.seeOther(path, notice: .saved)
    }

    // MARK: Forms

    /// The form of a new place, or the same after an error.
    private func form(
        _ context: SignedInContext,
        practice reference: Reference,
        values: [String: [String]]?,
        errors: [FieldError]
    ) async throws -> Response {
        let actor = try web.actor(context)
        let page = try await web.world.database.transaction(as: actor.acting) { connection in
            guard let practice = try await PracticeStore.find(reference, on: connection),
                practice.regionCode == actor.regionCode
            else { throw NotFound() }
            let supervisors = try await PracticePeopleStore.supervisors(of: practice.id, on: connection)
            let preset = PlaceForm.defaults(
                today: web.world.today,
                supervisors: supervisors,
                reference: web.reference,
                teamSize: practice.teamSize
            )
            return TrainingPlaceFormPage(
                title: "Nieuwe plek",
                lead: "Bij \(practice.name), \(practice.town). De velden zijn al zo ingevuld als het vaakst klopt.",
                action: "/plekken",
                cancel: PageLink("Terug zonder opslaan", "/praktijken/\(reference)"),
                breadcrumbs: [
                    PageLink("Start", "/"), PageLink("Plekken", "/plekken"),
                    PageLink(practice.name, "/praktijken/\(reference)"),
                ],
                submissionID: web.world.newUUID().uuidString,
                version: nil,
                practice: "\(reference)",
                fixed: [],
                lists: PlaceForm.lists(web.reference, supervisors: supervisors, own: actor.regionCode),
                values: FormValues(values ?? preset, errors: errors.map { ($0.field, $0.message) }),
                practiceURL: "/praktijken/\(reference)",
                isOpened: false
            )
        }
        return try web.page(page, context, status: errors.isEmpty ? .ok : .badRequest)
    }

    private func editForm(
        _ context: SignedInContext,
        values: [String: [String]]?,
        errors: [FieldError],
        notice: Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try context.pathReference()
        let page = try await web.world.database.transaction(as: actor.acting) { connection in
            guard let place = try await TrainingPlaceStore.find(reference, on: connection),
                place.regionCode == actor.regionCode
            else { throw NotFound() }
            let draft = try await TrainingPlaceStore.draft(of: place, on: connection)
            let supervisors = try await PracticePeopleStore.supervisors(of: place.practiceID, on: connection)
            return TrainingPlaceFormPage(
                title: "Wijzig de plek",
                lead: "Bij \(place.practiceName), \(place.town)",
                action: "/plekken/\(reference)/wijzigen",
                cancel: PageLink("Terug zonder opslaan", "/plekken/\(reference)"),
                breadcrumbs: [
                    PageLink("Start", "/"), PageLink("Plekken", "/plekken"),
                    PageLink(place.kind.dutchName.capitalisedFirst, "/plekken/\(reference)"),
                ],
                submissionID: web.world.newUUID().uuidString,
                version: place.version,
                practice: "\(place.practiceReference)",
                fixed: [
                    Fact("Soort plek", place.kind.dutchName), Fact("Beroep", place.roleName),
                    Fact("Opleiding", place.crebo.map(web.reference.qualificationName) ?? "geen"),
                ],
                lists: PlaceForm.lists(web.reference, supervisors: supervisors, own: actor.regionCode),
                values: FormValues(values ?? PlaceForm.values(draft), errors: errors.map { ($0.field, $0.message) }),
                practiceURL: "/praktijken/\(place.practiceReference)",
                isOpened: true
            )
        }
        return try web.page(page, context, status: errors.isEmpty ? status : .badRequest, notice: notice)
    }
}
