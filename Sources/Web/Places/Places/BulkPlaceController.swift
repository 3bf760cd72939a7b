import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/praktijken/erkenning` and `/plekken/openen`: for all drafts of the region, or of one import, at once.
struct BulkPlaceController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/praktijken/erkenning", use: recognitions)
        staff.post("/praktijken/erkenning", use: saveRecognitions)
        staff.get("/plekken/openen", use: drafts)
        staff.post("/plekken/openen", use: open)
    }

    private func importRun(_ request: Request) throws -> UUID? {
        try Query(request).parsed("invoer") { UUID(uuidString: $0) }
    }

    private func query(_ run: UUID?) -> String { run.map { "?invoer=\($0.uuidString.lowercased())" } ?? "" }

    private func rows(_ run: UUID?, _ actor: Actor) async throws -> [DraftPlaceStore.Row] {
        try await web.world.database.transaction(as: actor.acting) { connection in
            try await DraftPlaceStore.list(in: actor.regionCode, importRun: run, on: connection)
        }
    }

    // MARK: Recognition

    /// A practice with a qualification of which recognition is not known, or not enough.
    private struct Waiting {
        let key: String
        let row: DraftPlaceStore.Row
        let crebo: String
        var places: Int
    }

    private func waiting(_ rows: [DraftPlaceStore.Row]) -> [Waiting] {
        var found: [Waiting] = []
        for row in rows where !row.mayOpen(on: web.world.today) {
            guard let crebo = row.crebo else { continue }
            let key = "\(row.practiceReference):\(crebo)"
            if let index = found.firstIndex(where: { $0.key == key }) {
                found[index].places += 1
            } else {
                found.append(Waiting(key: key, row: row, crebo: crebo, places: 1))
            }
        }
        return found
    }

    @Sendable private func recognitions(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await recognitionsPage(try importRun(request), context, errors: [], notice: web.notice(of: request))
    }

    private func recognitionsPage(
        _ run: UUID?,
        _ context: SignedInContext,
        errors: [FieldError],
        notice: Notice? = nil
    ) async throws -> Response {
        let data = context.formData
        let isNew = errors.isEmpty
        let chosen = Set(data.all("rij"))
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        let page = RecognitionsPage(
            action: "/praktijken/erkenning\(query(run))",
            state: Choices(
                name: "erkenning",
                legend: "Wat zegt SBB over de gekozen praktijken",
                kind: .radio,
                options: [
                    Option(value: RecognitionState.recognised.rawValue, label: "Erkend"),
                    Option(
                        value: RecognitionState.requested.rawValue,
                        label: "Aangevraagd",
                        description: "De plek kan open. Plaatsen kan pas als de erkenning er is."
                    ),
                ],
                selected: Set(data.all("erkenning")),
                error: error("erkenning")
            ),
            until: TextField(
                name: "geldig_tot",
                label: "Erkend tot en met",
                value: data["geldig_tot"] ?? "",
                description: "Voor alle gekozen praktijken. Leeg laten mag als je de datum niet weet.",
                error: error("geldig_tot"),
                kind: .date,
                isRequired: false,
                width: .short
            ),
            rows: waiting(try await rows(run, web.actor(context))).enumerated().map { index, waiting in
                let name = "tot-\(waiting.key.replacing(":", with: "-"))"
                return .init(
                    index: index,
                    key: waiting.key,
                    name: "\(waiting.row.practiceName), \(waiting.row.town)",
                    url: "/praktijken/\(waiting.row.practiceReference)",
                    qualification: web.reference.qualificationName(waiting.crebo),
                    waiting: waiting.places == 1 ? "1 plek wacht" : "\(waiting.places) plekken wachten",
                    isChosen: isNew ? run != nil : chosen.contains(waiting.key),
                    until: TextField(
                        name: name,
                        label: "Andere datum",
                        value: data[name] ?? "",
                        error: error(name),
                        kind: .date,
                        isRequired: false,
                        width: .short
                    )
                )
            },
            openURL: "/plekken/openen\(query(run))",
            errors: errors.map { ErrorLink(fieldID: $0.field == "rij" ? "rij-0" : $0.field, text: $0.message) },
            submissionID: web.freshID
        )
        return try web.page(page, context, status: isNew ? .ok : .badRequest, notice: notice)
    }

    @Sendable private func saveRecognitions(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let run = try importRun(request)
        var form = Form(context.formData)
        let submission = form.submissionID()
        let state = form.choice("erkenning", RecognitionState.self, label: "Wat SBB zegt")
        let until = form.optionalDate("geldig_tot", label: "Erkend tot en met")
        let known = waiting(try await rows(run, actor))
        let chosen = Set(context.formData.all("rij"))
        var lines: [SaveRecognitions.Line] = []
        for row in known where chosen.contains(row.key) {
            let own = form.optionalDate("tot-\(row.key.replacing(":", with: "-"))", label: "Andere datum")
            lines.append(
                .init(
                    practice: row.row.practiceReference,
                    crebo: row.crebo,
                    state: state ?? .requested,
                    validUntil: own ?? until
                )
            )
        }
        if lines.isEmpty { form.reject("rij", "Kies voor welke praktijken dit geldt.") }
        guard form.isValid, state == .recognised || state == .requested else {
            return try await recognitionsPage(run, context, errors: form.rejected.fields)
        }
        let path = try await SaveRecognitions(world: web.world)(
            lines,
            then: "/plekken/openen\(query(run))",
            by: actor,
            submission: submission
        )
        return web.seeOther(path, notice: .recognitionsSaved)
    }

    // MARK: Opening

    @Sendable private func drafts(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let opened = try Query(request).int("open", in: 0...DraftPlaceStore.most)
        let notice = opened.map { count in
            switch count {
            case 0: Notice(.info, text: "Er is geen plek opengezet.")
            case 1: Notice(.ok, text: "1 plek staat open.")
            default: Notice(.ok, text: "\(count) plekken staan open.")
            }
        }
        return try await draftsPage(try importRun(request), context, notice: notice ?? web.notice(of: request))
    }

    private func draftsPage(
        _ run: UUID?,
        _ context: SignedInContext,
        errors: [FieldError] = [],
        notice: Notice? = nil
    ) async throws -> Response {
        let today = web.world.today
        let rows = try await rows(run, web.actor(context))
        let page = OpenPlacesPage(
            action: "/plekken/openen\(query(run))",
            rows: rows.filter { $0.mayOpen(on: today) }.enumerated().map { index, row in
                .init(
                    index: index,
                    reference: "\(row.reference)",
                    name: "\(row.practiceName), \(row.town)",
                    url: "/plekken/\(row.reference)",
                    detail: detail(row)
                )
            },
            waiting: rows.filter { !$0.mayOpen(on: today) }.map { row in
                .init(name: "\(row.practiceName), \(row.town)", url: "/plekken/\(row.reference)", why: why(row))
            },
            recognitionURL: "/praktijken/erkenning\(query(run))",
            errors: errors.map { ErrorLink(fieldID: "plek-0", text: $0.message) },
            submissionID: web.freshID
        )
        return try web.page(page, context, status: errors.isEmpty ? .ok : .badRequest, notice: notice)
    }

    private func detail(_ row: DraftPlaceStore.Row) -> String {
        let routes = row.routes.isEmpty ? "" : " (\(row.routes.dutchName))"
        return "\(row.kind.dutchName)\(routes), start vanaf \(row.earliestStartOn.dutchLong)"
    }

    private func why(_ row: DraftPlaceStore.Row) -> String {
        switch row.recognition(on: web.world.today) {
        case nil: "niemand heeft nog vastgelegd wat SBB zegt over de erkenning."
        case .lapsed: "de erkenning is verlopen."
        case let state?: "de erkenning is “\(state.dutchName)”."
        }
    }

    @Sendable private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let run = try importRun(request)
        var form = Form(context.formData)
        let submission = form.submissionID()
        let chosen = Set(context.formData.all("plek").compactMap { Reference(typed: $0) })
        if chosen.isEmpty { form.reject("plek", "Kies welke plekken open gaan.") }
        guard form.isValid else { return try await draftsPage(run, context, errors: form.rejected.fields) }
        return .seeOther(
            try await OpenPlaces(world: web.world)(chosen, importRun: run, by: actor, submission: submission)
        )
    }
}
