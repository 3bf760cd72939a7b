import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/praktijken`: the practices of the own region, with whom to call and what was said.
struct PracticeController: Sendable {
    let web: WebServices
    private static let pageSize = 50
    private static let mostRowsInFile = 20_000

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/praktijken", use: index)
        staff.get("/praktijken/nieuw", use: new)
        staff.post("/praktijken", use: create)
        staff.get("/praktijken/{kenmerk}", use: show)
        staff.get("/praktijken/{kenmerk}/wijzigen", use: edit)
        staff.post("/praktijken/{kenmerk}/wijzigen", use: update)
        staff.get("/praktijken/{kenmerk}/contacten", use: contacts)
        staff.post("/praktijken/{kenmerk}/contacten", use: saveContacts)
        staff.get("/praktijken/{kenmerk}/begeleiders/nieuw", use: newSupervisor)
        staff.post("/praktijken/{kenmerk}/begeleiders", use: createSupervisor)
        staff.get("/praktijken/{kenmerk}/begeleiders/{id}", use: supervisor)
        staff.post("/praktijken/{kenmerk}/begeleiders/{id}", use: updateSupervisor)
        staff.post("/praktijken/{kenmerk}/gesprekken", use: recordCall)
        staff.post("/praktijken/{kenmerk}/erkenning", use: saveRecognition)
        staff.post("/praktijken/{kenmerk}/sluitingen", use: addClosing)
        staff.post("/praktijken/{kenmerk}/sluitingen/weg", use: removeClosing)
    }

    // MARK: Reading

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let list = try PracticeList(Query(request), region: actor.regionCode, web: web)
        return try await web.world.database.transaction(as: actor.acting) { connection in
            if list.isFile {
                let rows = try await list.rows(limit: Self.mostRowsInFile, on: connection)
                return .csv(filename: "praktijken.csv", bytes: list.file(rows))
            }
            let rows = try await list.rows(limit: Self.pageSize + 1, on: connection)
            return try web.page(
                try await list.page(rows, pageSize: Self.pageSize, on: connection),
                context,
                notice: web.notice(of: request),
                alternates: [AlternateLink(title: "Praktijken als CSV", url: list.fileURL, mediaType: "text/csv")]
            )
        }
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, values: FormValues([:]), errors: [], notice: web.notice(of: request))
    }

    /// The practice's page; after an error in one of its small forms with what was typed.
    private func page(
        _ context: SignedInContext,
        values: FormValues,
        errors: [FieldError],
        notice: Notice? = nil
    ) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try context.pathReference()
        let page = try await web.world.database.transaction(as: actor.acting) { connection in
            guard let practice = try await PracticeStore.find(reference, on: connection) else { throw NotFound() }
            return try await PracticeView(practice: practice, actor: actor, web: web)
                .page(values: values, errors: errors, on: connection)
        }
        return try web.page(page, context, status: errors.isEmpty ? .ok : .badRequest, notice: notice)
    }

    /// Runs the action of a small form on the practice's page; its errors are shown on that page.
    private func small(
        _ context: SignedInContext,
        notice: NoticeCode = .saved,
        _ body: (inout Form, Actor, Reference) async throws -> String
    ) async throws -> Response {
        do {
            var form = Form(context.formData)
            return web.seeOther(try await body(&form, web.actor(context), context.pathReference()), notice: notice)
        } catch let error as Rejected {
            return try await page(
                context,
                values: FormValues(context.formData.values, errors: error.fields.map { ($0.field, $0.message) }),
                errors: error.fields
            )
        }
    }

    @Sendable private func recordCall(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await small(context, notice: .callRecorded) { form, actor, reference in
            let reached = form.parsed("bereikt", label: "Of je iemand hebt gesproken", message: "Kies ja of nee.") {
                ["ja": true, "nee": false][$0]
            }
            let note = form.optionalText("notitie", label: "Notitie", maxLength: 2_000) ?? ""
            let submission = form.submissionID()
            guard form.isValid, let reached else { throw form.rejected }
            return try await RecordPracticeCall(world: web.world)(
                wasReached: reached,
                note: note,
                to: reference,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func saveRecognition(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await small(context) { form, actor, reference in
            let crebo = form.text("crebo", label: "Opleiding", maxLength: 5)
            let state = form.choice("erkenning", RecognitionState.self, label: "Wat zegt SBB")
            let until = form.optionalDate("geldig_tot", label: "Geldig tot en met")
            let submission = form.submissionID()
            guard form.isValid, let state else { throw form.rejected }
            return try await SaveRecognition(world: web.world)(
                crebo: crebo,
                state: state,
                validUntil: until,
                of: reference,
                by: actor,
                submission: submission
            )
        }
    }

    @Sendable private func addClosing(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await small(context) { form, actor, reference in
            let (from, until) = (
                form.date("dicht_van", label: "Dicht van"), form.date("dicht_tot", label: "Tot en met")
            )
            if let from, let until, until < from {
                form.reject("dicht_tot", "De laatste dag ligt voor de eerste. Draai ze om.")
            }
            let submission = form.submissionID()
            guard form.isValid, let from, let until else { throw form.rejected }
            return try await ChangePracticeClosings(world: web.world)
                .add(from...until, of: reference, by: actor, submission: submission)
        }
    }

    @Sendable private func removeClosing(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await small(context) { form, actor, reference in
            let from = form.date("dicht_van", label: "Dicht van")
            let submission = form.submissionID()
            guard form.isValid, let from else { throw form.rejected }
            return try await ChangePracticeClosings(world: web.world)
                .remove(from: from, of: reference, by: actor, submission: submission)
        }
    }

    // MARK: The practice itself

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await practiceForm(context, values: ["soort": [PracticeKind.practice.rawValue]], errors: [])
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        do {
            var form = Form(context.formData)
            var draft = try PracticeForm.draft(&form)
            draft.contacts = try PracticeForm.contacts(&form, ["contact": .contact])
            let path = try await RegisterPractice(world: web.world)(draft, by: actor, submission: form.submissionID())
            return web.seeOther(path, notice: .practiceRegistered)
        } catch let error as Rejected {
            return try await practiceForm(context, values: context.formData.values, errors: error.fields)
        }
    }

    @Sendable private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let practice = try await own(context)
        return try await practiceForm(context, practice, values: PracticeForm.values(practice), errors: [])
    }

    @Sendable private func update(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (actor, practice) = (try web.actor(context), try await own(context))
        do {
            var form = Form(context.formData)
            let version = form.int("versie", label: "Versie", in: 1...Int(Int32.max))
            var draft = try PracticeForm.draft(&form)
            draft.isFictional = practice.isFictional
            let path = try await EditPractice(world: web.world)(
                draft,
                of: practice.reference,
                version: version,
                by: actor,
                submission: form.submissionID()
            )
            return web.seeOther(path, notice: .saved)
        } catch let error as Rejected {
            return try await practiceForm(context, practice, values: context.formData.values, errors: error.fields)
        } catch let error as Conflict where error.code == "stale" {
            // The input stays, the version becomes the newest: saving again is a decision now.
            return try await practiceForm(
                context,
                practice,
                values: context.formData.values,
                errors: [],
                notice: Notice(.warning, text: error.message),
                status: .conflict
            )
        }
    }

    private func practiceForm(
        _ context: SignedInContext,
        _ practice: PracticeStore.Row? = nil,
        values: [String: [String]],
        errors: [FieldError],
        notice: Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let actor = try web.actor(context)
        let organisations = try await web.world.database.transaction(as: actor.acting) { connection in
            try await OrganisationStore.working(in: actor.regionCode, on: web.world.today, connection: connection)
        }
        let page = PracticeFormPage(
            practiceAt: practice.map { "/praktijken/\($0.reference)" },
            version: practice?.version,
            submissionID: web.world.newUUID().uuidString,
            values: FormValues(values, errors: errors.map { ($0.field, $0.message) }),
            municipalities: web.reference.municipalities.filter { $0.regionCode == actor.regionCode }
                .map { Option(value: $0.code.rawValue, label: $0.name) },
            organisations: organisations.filter { $0.kind == .rho || $0.kind == .careGroup }
                .map { Option(value: "\($0.id)", label: $0.name) },
            kinds: PracticeKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            notice: notice
        )
        return try web.page(page, context, status: errors.isEmpty ? status : .badRequest)
    }

    /// - Throws: `NotFound` for a practice that is not of the own region.
    private func own(_ context: SignedInContext) async throws -> PracticeStore.Row {
        let actor = try web.actor(context)
        let reference = try context.pathReference()
        return try await web.world.database.transaction(as: actor.acting) { connection in
            guard let practice = try await PracticeStore.find(reference, on: connection),
                practice.regionCode == actor.regionCode
            else { throw NotFound() }
            return practice
        }
    }

    // MARK: Contacts and supervisors

    @Sendable private func contacts(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (actor, practice) = (try web.actor(context), try await own(context))
        let contacts = try await web.world.database.transaction(as: actor.acting) { connection in
            try await PracticePeopleStore.contacts(of: practice.id, on: connection)
        }
        return try contactsForm(context, practice, values: PracticeForm.values(contacts), errors: [])
    }

    @Sendable private func saveContacts(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (actor, practice) = (try web.actor(context), try await own(context))
        do {
            var form = Form(context.formData)
            let contacts = try PracticeForm.contacts(&form, ["contact": .contact, "huisarts": .decidingGP])
            let path = try await SavePracticeContacts(world: web.world)(
                contacts,
                of: practice.reference,
                by: actor,
                submission: form.submissionID()
            )
            return web.seeOther(path, notice: .saved)
        } catch let error as Rejected {
            return try contactsForm(context, practice, values: context.formData.values, errors: error.fields)
        }
    }

    private func contactsForm(
        _ context: SignedInContext,
        _ practice: PracticeStore.Row,
        values: [String: [String]],
        errors: [FieldError]
    ) throws -> Response {
        let page = PracticeFormPage(
            contactsOf: practice.name,
            path: "/praktijken/\(practice.reference)",
            submissionID: web.world.newUUID().uuidString,
            values: FormValues(values, errors: errors.map { ($0.field, $0.message) })
        )
        return try web.page(page, context, status: errors.isEmpty ? .ok : .badRequest)
    }

    @Sendable private func newSupervisor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await supervisorForm(context, nil, values: ["dagen": ["1", "2", "4", "8", "16"]], errors: [])
    }

    @Sendable private func createSupervisor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await saveSupervisor(context, nil)
    }

    @Sendable private func supervisor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (actor, practice, id) = (try web.actor(context), try await own(context), try supervisorID(context))
        let rows = try await web.world.database.transaction(as: actor.acting) { connection in
            try await PracticePeopleStore.supervisors(of: practice.id, on: connection)
        }
        guard let row = rows.first(where: { $0.id == id }) else { throw NotFound() }
        return try await supervisorForm(context, id, values: PracticeForm.values(row), errors: [])
    }

    @Sendable private func updateSupervisor(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await saveSupervisor(context, supervisorID(context))
    }

    private func supervisorID(_ context: SignedInContext) throws -> Supervisor.ID {
        guard let id = context.parameters.get("id").flatMap({ Supervisor.ID($0) }) else { throw NotFound() }
        return id
    }

    private func saveSupervisor(_ context: SignedInContext, _ id: Supervisor.ID?) async throws -> Response {
        do {
            var form = Form(context.formData)
            let draft = try PracticeForm.supervisor(&form)
            let path = try await SaveSupervisor(world: web.world)(
                draft,
                id,
                of: context.pathReference(),
                by: web.actor(context),
                submission: form.submissionID()
            )
            return web.seeOther(path, notice: .saved)
        } catch let error as Rejected {
            return try await supervisorForm(context, id, values: context.formData.values, errors: error.fields)
        }
    }

    private func supervisorForm(
        _ context: SignedInContext,
        _ id: Supervisor.ID?,
        values: [String: [String]],
        errors: [FieldError]
    ) async throws -> Response {
        let practice = try await own(context)
        let path = "/praktijken/\(practice.reference)"
        let page = PracticeFormPage(
            supervisorOf: practice.name,
            path: path,
            action: path + "/begeleiders" + (id.map { "/\($0)" } ?? ""),
            isNew: id == nil,
            submissionID: web.world.newUUID().uuidString,
            values: FormValues(values, errors: errors.map { ($0.field, $0.message) })
        )
        return try web.page(page, context, status: errors.isEmpty ? .ok : .badRequest)
    }
}
