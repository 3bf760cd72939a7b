import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten/{kenmerk}/stap/…`: the steps of a case, its contacts, and who handles it.
struct CaseStepController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/stap/{stap}", use: askStep)
        staff.post("/kandidaten/{ref}/stap/{stap}", use: takeStep)
        staff.get("/kandidaten/{ref}/contacten", use: askContact)
        staff.post("/kandidaten/{ref}/contacten", use: recordContact)
        staff.get("/kandidaten/{ref}/coordinator", use: askHandlers)
        staff.post("/kandidaten/{ref}/coordinator", use: changeHandlers)
    }

    // MARK: Steps

    @Sendable private func askStep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await stepPage(context, FormEntries(values: [:]))
    }

    @Sendable private func takeStep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let step = try step(context)
        do {
            let path = try await step.take(
                web.reference(context),
                context.formData,
                web: web,
                by: web.actor(context)
            )
            return web.seeOther(path, notice: step.notice)
        } catch let rejected as Rejected {
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try await stepPage(context, entered, status: .badRequest)
        } catch let conflict as Conflict {
            return try await stepPage(
                context,
                FormEntries(values: context.formData.values),
                status: .conflict,
                notice: Notice(.error, text: conflict.message)
            )
        }
    }

    private func step(_ context: SignedInContext) throws -> CaseStep {
        guard let step = context.parameters.get("stap").flatMap({ CaseStep(rawValue: $0) }) else { throw NotFound() }
        return step
    }

    private func stepPage(
        _ context: SignedInContext,
        _ entered: FormEntries,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil
    ) async throws -> Response {
        let step = try step(context)
        let (found, tries) = try await candidate(context) { found, connection in
            try await CaseHistoryStore.tries(of: found.file.id, on: connection)
        }
        let content = step.content(
            found,
            tries: tries,
            entered: entered,
            reference: web.reference,
            today: web.world.today,
            time: web.world.time
        )
        let isTooLate = !step.states.contains(found.file.state)
        let warning = Notice(
            .warning,
            text: "Het traject staat op “\(found.file.state.dutchName)”. Deze stap kan nu niet.",
            link: PageLink("Bekijk het traject", found.url)
        )
        return try page(
            content,
            found,
            action: "\(found.url)/stap/\(step.rawValue)",
            context,
            entered,
            status: status,
            notice: notice ?? (isTooLate ? warning : nil)
        )
    }

    private func page(
        _ content: CandidateStepPage.Content,
        _ found: CandidateFile,
        action: String,
        _ context: SignedInContext,
        _ entered: FormEntries,
        status: HTTPResponse.Status,
        notice: Notice?
    ) throws -> Response {
        try web.page(
            CandidateStepPage(
                content,
                name: found.name,
                url: found.url,
                action: action,
                errors: entered.errorLinks,
                submissionID: web.freshID
            ),
            context,
            status: status,
            notice: notice
        )
    }

    /// The candidate of the path, with something more read in the same transaction.
    private func candidate<More>(
        _ context: SignedInContext,
        _ more: (CandidateFile, Connection) async throws -> More
    ) async throws -> (CandidateFile, More) {
        let actor = try web.actor(context)
        let reference = try web.reference(context)
        return try await web.world.database.transaction(as: actor.acting) { connection in
            let found = try await web.ownCandidate(reference, actor, .casePage, on: connection)
            return (found, try await more(found, connection))
        }
    }

    // MARK: Contacts

    @Sendable private func askContact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await contactPage(context, FormEntries(values: ["met": ["candidate"], "hoe": ["phone"]]))
    }

    @Sendable private func recordContact(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let submission = form.submissionID()
            let party = form.choice("met", ContactParty.self, label: "Met wie")
            let channel = form.choice("hoe", ContactChannel.self, label: "Hoe")
            let reached = form.parsed("bereikt", label: "Gelukt", message: "Kies ja of nee.") {
                ["ja": true, "nee": false][$0]
            }
            let note = form.optionalText("notitie", label: "Notitie", maxLength: 2_000) ?? ""
            guard form.isValid, let party, let channel, let reached else { throw form.rejected }
            let path = try await RecordContact(world: web.world)(
                web.reference(context),
                party: party,
                channel: channel,
                wasReached: reached,
                note: note,
                by: web.actor(context),
                submission: submission
            )
            return web.seeOther(path, notice: .contactRecorded)
        } catch let rejected as Rejected {
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try await contactPage(context, entered, status: .badRequest)
        }
    }

    private func contactPage(
        _ context: SignedInContext,
        _ entered: FormEntries,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (found, _) = try await candidate(context) { _, _ in }
        var content = CandidateStepPage.Content(
            title: "Leg een contact vast",
            explanation: "Ook een poging die niet lukt telt. Zo zie je wanneer iemand echt niet te bereiken is.",
            button: "Leg het contact vast"
        )
        content.choices = [
            ContactFields.party(entered), ContactFields.channel(entered), ContactFields.reached(entered),
        ]
        content.area = ContactFields.note(entered)
        return try page(content, found, action: "\(found.url)/contacten", context, entered, status: status, notice: nil)
    }

    // MARK: Who handles it

    @Sendable private func askHandlers(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await handlersPage(context, nil)
    }

    @Sendable private func changeHandlers(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let entered = context.formData.values
        do {
            var form = Form(context.formData)
            let submission = form.submissionID()
            let version = form.int("versie", label: "Versie", in: 1...Int(Int32.max))
            let coordinator = form.id("coordinator", StaffMember.ID.self, label: "Coördinator")
            let standIn = form.parsed(
                "waarnemer",
                label: "Waarnemer",
                required: false,
                message: "Kies iemand uit de lijst."
            ) { StaffMember.ID($0) }
            guard form.isValid, let coordinator else { throw form.rejected }
            let path = try await ChangeHandlers(world: web.world)(
                web.reference(context),
                version: version,
                coordinator: coordinator,
                standIn: standIn,
                by: web.actor(context),
                submission: submission
            )
            return web.seeOther(path, notice: .saved)
        } catch let rejected as Rejected {
            return try await handlersPage(
                context,
                FormEntries(values: entered, errors: rejected.fields),
                status: .badRequest
            )
        } catch let conflict as Conflict {
            return try await handlersPage(
                context,
                FormEntries(values: entered),
                status: .conflict,
                notice: Notice(.error, text: conflict.message)
            )
        }
    }

    private func handlersPage(
        _ context: SignedInContext,
        _ entered: FormEntries?,
        status: HTTPResponse.Status = .ok,
        notice: Notice? = nil
    ) async throws -> Response {
        let teamID = try web.actor(context).teamID
        let (found, colleagues) = try await candidate(context) { _, connection in
            try await CaseFileStore.colleagues(in: teamID, on: connection)
        }
        let file = found.file
        let shown =
            entered
            ?? FormEntries(values: [
                "coordinator": [file.coordinatorID.map { "\($0)" } ?? ""],
                "waarnemer": [file.standInID.map { "\($0)" } ?? ""],
            ])
        let options = colleagues.map { Option(value: "\($0.id)", label: $0.name) }
        var content = CandidateStepPage.Content(
            title: "Wie heeft het traject van \(found.name)?",
            explanation: "De coördinator krijgt het werk op de werklijst. De waarnemer ziet het ook.",
            button: "Bewaar wie het traject heeft"
        )
        content.selects = [
            SelectField(
                name: "coordinator",
                label: "Coördinator",
                options: options,
                selected: shown.value("coordinator"),
                error: shown.error("coordinator")
            ),
            SelectField(
                name: "waarnemer",
                label: "Waarnemer",
                options: options,
                selected: shown.value("waarnemer"),
                error: shown.error("waarnemer"),
                isRequired: false,
                emptyLabel: "Niemand"
            ),
        ]
        content.version = file.version
        return try page(
            content,
            found,
            action: "\(found.url)/coordinator",
            context,
            shown,
            status: status,
            notice: notice
        )
    }
}
