import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten/{kenmerk}/eigen-plek`: the candidate found a practice that said yes.
struct OwnPlaceController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/eigen-plek", use: new)
        staff.post("/kandidaten/{ref}/eigen-plek", use: create)
    }

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context)
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let place = form.reference("plek", label: "Kenmerk van de plek")
            let days = form.bits("dagen", label: "Dagen", allowed: 0b111_1111)
            let start = form.date("start", label: "Start")
            let weeks = form.int("weken", label: "Aantal weken", in: 1...208)
            let (version, submission) = (form.version(), form.submissionID())
            if let start, start < web.world.today { form.reject("start", "De start ligt in het verleden.") }
            guard form.isValid, let place, let start else { throw form.rejected }
            let path = try await AgreeOwnPlace(world: web.world)(
                AgreeOwnPlace.Command(
                    caseReference: context.pathReference("ref"),
                    placeReference: place,
                    version: version,
                    weekdays: WeekdaySet(rawValue: UInt8(days)),
                    startsOn: start,
                    weeks: weeks
                ),
                by: web.actor(context),
                submission: submission
            )
            return web.seeOther(path, notice: .saved)
        } catch let error as Rejected {
            return try await page(context, errors: error.fields, status: .badRequest)
        } catch let error as Conflict {
            return try await page(context, conflict: error, status: .conflict)
        }
    }

    private func page(
        _ context: SignedInContext,
        errors: [FieldError] = [],
        conflict: Conflict? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (actor, reference, world) = (try web.actor(context), try context.pathReference("ref"), web.world)
        let (file, name) = try await world.database.transaction(as: actor.acting) { connection in
            guard let file = try await CaseFileStore.find(reference, on: connection), file.teamID == actor.teamID else {
                throw NotFound()
            }
            try await CandidateReadStore.insert(
                file.candidateID,
                .proposal,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return (file, try await CandidateStore.find(file.candidateID, on: connection)?.name.full ?? "\(reference)")
        }
        let data = context.formData
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        var content = CandidateStepPage.Content(
            title: "Leg een eigen plek vast",
            explanation:
                "\(name) vond zelf een praktijk die ja zegt. De plek wordt meteen bezet. Daarna volgen de school en de "
                + "erkenning. Staat de plek er nog niet? Voer haar dan eerst in bij de praktijk.",
            button: "Leg de eigen plek vast"
        )
        content.notice = conflict.map { Notice(.warning, title: "Dit kon niet", text: $0.message) }
        content.fields = [
            TextField(
                name: "plek",
                label: "Kenmerk van de plek",
                value: data["plek"] ?? "",
                description: "Dit staat bij de plek, bijvoorbeeld 7F3K2M9Q.",
                error: error("plek"),
                width: .short
            ),
            TextField(
                name: "start",
                label: "Start",
                value: data["start"] ?? file.wishedStartOn.dutchNumeric,
                error: error("start"),
                kind: .date
            ),
            TextField(
                name: "weken",
                label: "Aantal weken",
                value: data["weken"] ?? String(file.weeksWanted),
                error: error("weken"),
                kind: .number,
                width: .short
            ),
        ]
        content.choices = [
            Choices(
                name: "dagen",
                legend: "Dagen",
                kind: .checkbox,
                options: file.weekdays.days.map { Option(value: String($0.rawValue), label: $0.dutchLongName) },
                selected: Set(data.all("dagen")),
                error: error("dagen"),
                isInline: true
            )
        ]
        content.version = file.version
        let url = "/kandidaten/\(reference)"
        return try web.page(
            CandidateStepPage(
                content,
                name: name,
                url: url,
                action: "\(url)/eigen-plek",
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) },
                submissionID: world.newUUID().uuidString
            ),
            context,
            status: status
        )
    }
}
