import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/mijn/toestemmingen`: which regions may look at my card; give and take back in one click.
struct OwnConsentController: Sendable {
    let web: WebServices
    private static let allNeighbours = "buren"

    func addRoutes(candidates: RouterGroup<CandidateContext>) {
        candidates.get("/mijn/toestemmingen", use: index)
        candidates.post("/mijn/toestemmingen", use: give)
        candidates.post("/mijn/toestemmingen/{toestemming}/intrekken", use: withdraw)
    }

    @Sendable private func index(_ request: Request, _ context: CandidateContext) async throws -> Response {
        try web.page(try await page(context), context, notice: web.notice(of: request))
    }

    @Sendable private func give(_ request: Request, _ context: CandidateContext) async throws -> Response {
        do {
            var form = Form(context.formData)
            let isAll = context.formData["regio"] == Self.allNeighbours
            let region =
                isAll
                ? nil
                : form.parsed("regio", label: "Een andere regio", message: "Kies een regio uit de lijst.") {
                    web.reference.region(RegionCode($0))?.code
                }
            let text = form.int("tekst", label: "Tekst", in: 1...Int(Int32.max))
            let submission = form.submissionID()
            try form.finish()
            let path = try await KeepOwnConsents(world: web.world).give(
                region,
                textVersion: text,
                by: context.session.candidateID,
                submission: submission
            )
            return web.seeOther(path, notice: .ownConsentGiven)
        } catch let error as Rejected {
            // The text of the consent is no field that one can mend: the list of regions is the place to begin again.
            let errors = error.fields.map {
                FieldError(field: $0.field == "tekst" ? "regio" : $0.field, message: $0.message)
            }
            return try web.page(try await page(context, errors: errors), context, status: .badRequest)
        }
    }

    @Sendable private func withdraw(_ request: Request, _ context: CandidateContext) async throws -> Response {
        guard let id = context.parameters.get("toestemming").flatMap({ Consent.ID($0) }) else { throw NotFound() }
        var form = Form(context.formData)
        let submission = form.submissionID()
        try form.finish()
        let path = try await KeepOwnConsents(world: web.world).withdraw(
            id,
            by: context.session.candidateID,
            submission: submission
        )
        return web.seeOther(path, notice: .consentWithdrawn)
    }

    // MARK: The list

    private func page(_ context: CandidateContext, errors: [FieldError] = []) async throws -> OwnConsentsPage {
        let id = context.session.candidateID
        let (consents, willing, files, open) = try await web.world.database.transaction(as: .candidate(id)) {
            connection in
            let files = try await OwnFileStore.cases(of: id, on: connection)
            var open: [Consent.ID] = []
            for file in files where file.state == .referring {
                if let referral = try await ReferralStore.open(of: file.id, on: connection) {
                    open.append(referral.consentID)
                }
            }
            return (
                try await ConsentStore.list(of: id, on: connection),
                try await CandidateStore.find(id, on: connection)?.willingRegions ?? [], files, open
            )
        }
        let own = files.first?.regionCode
        let current = consents.filter { $0.withdrawnAt == nil }
        let given = current.compactMap(\.regionCode)
        // All neighbours first, then what was given, then the regions on the own list of wishes.
        let regions: [RegionCode?] =
            [nil] + given.uniqued() + willing.filter { $0 != own && !given.contains($0) }
        let others = web.reference.regions.filter { region in region.code != own && !regions.contains(region.code) }
        return OwnConsentsPage(
            ownRegion: own.map { web.reference.regionName($0) } ?? "",
            text: web.reference.consentText?.text ?? "",
            textVersion: web.reference.consentText?.version ?? 1,
            rows: regions.map { region in
                row(region, current.first { $0.regionCode == region }, open, neighbours: own)
            },
            region: SelectField(
                name: "regio",
                label: "Een andere regio",
                options: others.map { Option(value: $0.code.rawValue, label: $0.name) },
                selected: context.formData["regio"],
                error: errors.first { $0.field == "regio" }?.message
            ),
            submissionID: web.freshID,
            past: consents.filter { $0.withdrawnAt != nil }.map { .init(past($0)) },
            errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
        )
    }

    private func row(
        _ region: RegionCode?,
        _ consent: ConsentStore.Row?,
        _ open: [Consent.ID],
        neighbours own: RegionCode?
    ) -> OwnConsentsPage.Row {
        let names = own.flatMap { web.reference.region($0)?.neighbours }?.map { web.reference.regionName($0) } ?? []
        let name =
            region.map { web.reference.regionName($0) }
            ?? (names.isEmpty ? "Alle buurregio's" : "Alle buurregio's (\(names.joined(separator: ", ")))")
        return OwnConsentsPage.Row(
            name: name,
            value: region?.rawValue ?? Self.allNeighbours,
            tag: consent == nil ? Tag("niet gegeven", .neutral) : Tag("geldt", .ok),
            since: consent.map { "sinds \(day($0.givenAt)), \(Self.channel($0))" } ?? "",
            withdrawURL: consent.map { "/mijn/toestemmingen/\($0.id)/intrekken" },
            note: consent.flatMap { open.contains($0.id) ? "Een regio bekijkt je kaart nu." : nil },
            submissionID: web.freshID
        )
    }

    private func past(_ row: ConsentStore.Row) -> String {
        let withdrawn = row.withdrawnAt.map { ", ingetrokken \(day($0))" } ?? ""
        return "\(row.regionName ?? "Alle buurregio's"): gegeven \(day(row.givenAt)), \(Self.channel(row))\(withdrawn)."
    }

    private static func channel(_ row: ConsentStore.Row) -> String {
        "\(row.channel.dutchName), tekst \(row.textVersion)"
    }

    private func day(_ moment: Date) -> String { web.world.time.today(at: moment).dutchShort(seenOn: web.world.today) }
}

extension Sequence where Element: Hashable {
    /// Each once, in the order of the first time.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
