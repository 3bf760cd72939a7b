import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten/{kenmerk}/toestemmingen`: who may look at the card of a candidate.
struct ConsentController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/toestemmingen", use: index)
        staff.post("/kandidaten/{ref}/toestemmingen", use: create)
        staff.post("/kandidaten/{ref}/toestemmingen/{toestemming}/intrekken", use: withdraw)
    }

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try web.page(try await page(context), context, notice: web.notice(of: request))
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let all = context.formData["regio"] == Self.allNeighbours
            let region =
                all
                ? nil
                : form.parsed("regio", label: "Regio", message: "Kies een regio uit de lijst.") {
                    web.reference.region(RegionCode($0))?.code
                }
            let channel = form.choice("kanaal", ConsentChannel.self, label: "Hoe gaf de kandidaat toestemming")
            let text = form.int("tekst", label: "Tekst", in: 1...Int(Int32.max))
            if !form.flag("besproken") {
                form.reject("besproken", "Leg dit alleen vast als je het met de kandidaat hebt besproken.")
            }
            let submission = form.submissionID()
            guard form.isValid, let channel else { throw form.rejected }
            let path = try await RecordConsent(world: web.world)(
                context.pathReference("ref"),
                region: region,
                textVersion: text,
                channel: channel,
                by: web.actor(context),
                submission: submission
            )
            return web.seeOther(path, notice: .consentRecorded)
        } catch let error as Rejected {
            return try web.page(
                try await page(context, entered: context.formData, errors: error.fields),
                context,
                status: .badRequest
            )
        }
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = context.parameters.get("toestemming").flatMap({ Consent.ID($0) }) else { throw NotFound() }
        var form = Form(context.formData)
        let path = try await WithdrawConsent(world: web.world)(
            id,
            of: context.pathReference("ref"),
            by: web.actor(context),
            submission: form.submissionID()
        )
        return web.seeOther(path, notice: .consentWithdrawn)
    }

    private static let allNeighbours = "buren"

    private func page(
        _ context: SignedInContext,
        entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> ConsentListPage {
        let (actor, reference, world) = (try web.actor(context), try context.pathReference("ref"), web.world)
        let (rows, name, own) = try await world.database.transaction(as: actor.acting) { connection in
            guard let file = try await CaseFileStore.find(reference, on: connection), file.teamID == actor.teamID else {
                throw NotFound()
            }
            try await CandidateReadStore.insert(
                file.candidateID,
                .casePage,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return (
                try await ConsentStore.list(of: file.candidateID, on: connection),
                try await CandidateStore.find(file.candidateID, on: connection)?.name.full ?? "\(reference)",
                file.regionCode
            )
        }
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        let url = "/kandidaten/\(reference)/toestemmingen"
        return ConsentListPage(
            header: PageHeader(
                title: "Toestemmingen van \(name)",
                lead: "Een andere regio ziet alleen een kaart zonder naam, en alleen als de kandidaat dat goed vindt.",
                back: PageLink("Terug naar \(name)", "/kandidaten/\(reference)"),
                action: PageLink("Langer bewaren", "/kandidaten/\(reference)/bewaren"),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            rows: rows.map { row($0, url) },
            action: url,
            submissionID: world.newUUID().uuidString,
            text: web.reference.consentText?.text ?? "",
            textVersion: web.reference.consentText?.version ?? 1,
            region: SelectField(
                name: "regio",
                label: "Voor welke regio?",
                options: [Option(value: Self.allNeighbours, label: "Alle buurregio's")]
                    + web.reference.regions.filter { $0.code != own }.map {
                        Option(value: $0.code.rawValue, label: $0.name)
                    },
                selected: entered?["regio"],
                error: error("regio")
            ),
            spoken: Choices(
                name: "besproken",
                legend: "Besproken?",
                kind: .checkbox,
                options: [Option(value: "ja", label: "Ik heb dit met de kandidaat besproken en de kandidaat zegt ja")],
                selected: Set([entered?["besproken"] ?? ""]),
                error: error("besproken")
            ),
            channel: Choices(
                name: "kanaal",
                legend: "Hoe zei de kandidaat ja?",
                kind: .radio,
                options: ConsentChannel.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                selected: Set([entered?["kanaal"] ?? ""]),
                error: error("kanaal"),
                isInline: true
            )
        )
    }

    private func row(_ row: ConsentStore.Row, _ url: String) -> ConsentListPage.Row {
        let (today, time) = (web.world.today, web.world.time)
        let by = row.recordedBy.map { " door \($0)" } ?? ""
        return ConsentListPage.Row(
            region: row.regionName ?? "Alle buurregio's",
            given: time.today(at: row.givenAt).dutchShort(seenOn: today) + by,
            channel: "\(row.channel.dutchName), tekst \(row.textVersion)",
            tag: row.withdrawnAt.map { Tag("ingetrokken \(time.today(at: $0).dutchShort(seenOn: today))", .neutral) }
                ?? Tag("geldt", .ok),
            withdraw: row.withdrawnAt == nil
                ? ConsentListPage.Withdraw(
                    action: "\(url)/\(row.id)/intrekken",
                    submissionID: web.world.newUUID().uuidString
                ) : nil
        )
    }
}
