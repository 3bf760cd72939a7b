import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/mijn/gegevens` and `/mijn/inzage`: what is kept of a candidate and why, correcting it, and who looked.
struct OwnDataController: Sendable {
    let web: WebServices
    private static let readsPerPage = 50

    func addRoutes(candidates: RouterGroup<CandidateContext>) {
        candidates.get("/mijn/gegevens", use: show)
        candidates.get("/mijn/gegevens/wijzigen", use: edit)
        candidates.post("/mijn/gegevens/wijzigen", use: update)
        candidates.get("/mijn/inzage", use: reads)
    }

    private func candidate(_ context: CandidateContext) async throws -> (CandidateStore.Row, version: Int) {
        let id = context.session.candidateID
        let found = try await web.world.database.transaction(as: .candidate(id)) { connection in
            (
                try await CandidateStore.find(id, on: connection),
                try await OwnFileStore.standing(of: id, on: connection)
            )
        }
        guard let candidate = found.0, let standing = found.1 else { throw NotFound() }
        return (candidate, standing.version)
    }

    // MARK: What is kept

    @Sendable private func show(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let id = context.session.candidateID
        let (candidate, _) = try await candidate(context)
        let questions = try await ChooseDuplicate(world: web.world).questions(to: id)
        let sessions = try await web.world.database.transaction(as: .visitor) { connection in
            try await SessionStore.sessions(of: .candidate(id), at: web.world.now(), on: connection)
        }
        return try web.page(
            OwnDataPage(
                rows: rows(candidate),
                sessions: sessions.map {
                    .init(
                        device: $0.device,
                        lastSeen: web.world.time.dutchShort($0.lastSeenAt),
                        isThis: $0.id == context.session.id
                    )
                },
                links: [
                    PageLink("Wie bekeek mijn gegevens?", "/mijn/inzage"),
                    PageLink("Wijzig mijn mailadres", "/mijn/mailadres"),
                    PageLink("Lees of druk af wat jullie van me bewaren", "/mijn/gegevens/download?vorm=html"),
                    PageLink("Download alles als bestand (JSON)", "/mijn/gegevens/download?vorm=json"),
                    PageLink("Laat mijn gegevens langer bewaren, of juist niet", "/mijn/bewaren"),
                    PageLink("Sta ik twee keer ingeschreven?", "/mijn/dubbel"),
                    PageLink("Stop met zoeken", "/mijn/stoppen"),
                    PageLink("Wis al mijn gegevens", "/mijn/wissen"),
                    PageLink("Hoe gaan jullie met mijn gegevens om?", "/privacy"),
                ],
                warning: questions.contains { $0.choice == nil && !$0.isSettled }
                    ? Notice(
                        .warning,
                        text: "Misschien sta je twee keer ingeschreven.",
                        link: PageLink("Kijk en kies", "/mijn/dubbel")
                    ) : nil
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    private func rows(_ candidate: CandidateStore.Row) -> [OwnDataPage.Row] {
        typealias Row = OwnDataPage.Row
        let regions = candidate.willingRegions.map { web.reference.regionName($0) }.joined(separator: ", ")
        var rows = [
            Row("Naam", candidate.name.full, why: "Zo weten je team en een praktijk die kennismaakt wie je bent."),
            Row(
                "Geboren",
                candidate.bornOn.dutchLong,
                why: "Je bent 16 of ouder. Onder de 18 werk je geen nachtdienst."
            ),
            Row("Telefoon", candidate.phone.map { "\($0)" } ?? "niet bekend", why: "Om je te bellen over een plek."),
            Row("Mail", candidate.mail?.rawValue ?? "niet bekend", why: "Om je aan te melden en je te berichten."),
            Row(
                "Woonplaats",
                web.reference.municipalityName(candidate.municipalityCode),
                why: "Om te rekenen hoe ver een plek is."
            ),
            Row(
                "Reizen",
                "\(candidate.travelMeans.dutchName), tot \(candidate.travelLimitInKilometres) km",
                why: "Om geen plekken te kiezen die te ver zijn."
            ),
            Row("Andere regio's", regions.isEmpty ? "geen" : regions, why: "Om te weten waar je ook wilt werken."),
            Row("Achtergrond", candidate.background.dutchName, why: "Om te zien wat je meebrengt."),
        ]
        let texts = [
            ("Opleiding hiervoor", candidate.priorEducation), ("Werk hiervoor", candidate.priorWork),
            ("Contact op school", candidate.schoolContact),
            ("Nederlands aan de telefoon", candidate.telephoneDutch?.dutchName ?? ""),
        ]
        rows += texts.filter { !$0.1.isEmpty }.map { Row($0.0, $0.1, why: "Om een plek te vinden die past.") }
        return rows
    }

    // MARK: Correcting

    @Sendable private func edit(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let (candidate, version) = try await candidate(context)
        typealias Field = CandidateDraft.Field
        let values: [Field: [String]] = [
            .givenName: [candidate.name.givenName], .namePrefix: [candidate.name.prefix],
            .familyName: [candidate.name.familyName], .phone: [candidate.phone?.description ?? ""],
            .municipality: [candidate.municipalityCode.rawValue], .travelMeans: [candidate.travelMeans.rawValue],
            .travelLimit: ["\(candidate.travelLimitInKilometres)"],
            .willingRegions: candidate.willingRegions.map(\.rawValue),
        ]
        let entered = FormEntries(values: Dictionary(values.map { ($0.key.rawValue, $0.value) }) { first, _ in first })
        return try page(entered, version, context)
    }

    private func page(
        _ entered: FormEntries,
        _ version: Int,
        _ context: CandidateContext,
        status: HTTPResponse.Status = .ok,
        warning: Notice? = nil
    ) throws -> Response {
        try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Wijzig mijn gegevens",
                    lead: "Klopt er iets anders niet, zoals je leerweg of je start? Bel je team.",
                    back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens"),
                    errors: entered.errorLinks
                ),
                warning: warning,
                action: "/mijn/gegevens/wijzigen",
                groups: RegistrationFields(reference: web.reference, entered: entered).correction,
                hidden: [.init("versie", "\(version)")],
                submissionID: web.freshID,
                button: "Bewaar mijn gegevens",
                cancel: PageLink("Stop zonder te bewaren", "/mijn/gegevens")
            ),
            context,
            status: status
        )
    }

    @Sendable private func update(_ request: Request, _ context: CandidateContext) async throws -> Response {
        var form = Form(context.formData)
        let version = form.version()
        do {
            let correction = try read(&form)
            let submission = form.submissionID()
            try form.finish()
            let path = try await CorrectOwnData(world: web.world)(
                correction,
                version: version,
                by: context.session.candidateID,
                submission: submission
            )
            return web.seeOther(path, notice: .saved)
        } catch let rejected as Rejected {
            let entered = FormEntries(values: context.formData.values, errors: rejected.fields)
            return try page(entered, version, context, status: .badRequest)
        } catch let conflict as Conflict {
            let (_, current) = try await candidate(context)
            return try page(
                FormEntries(values: context.formData.values),
                current,
                context,
                status: .conflict,
                warning: Notice(.warning, text: conflict.message)
            )
        }
    }

    private func read(_ form: inout Form) throws -> OwnFileStore.Correction {
        typealias Field = CandidateDraft.Field
        let given = form.text(Field.givenName.rawValue, label: "Voornaam", maxLength: 100)
        let prefix = form.optionalText(Field.namePrefix.rawValue, label: "Tussenvoegsel", maxLength: 30) ?? ""
        let family = form.text(Field.familyName.rawValue, label: "Achternaam", maxLength: 100)
        let phone = form.optionalPhone(Field.phone.rawValue, label: "Telefoonnummer")
        let municipality = form.parsed(
            Field.municipality.rawValue,
            label: "Woonplaats",
            message: "Kies bij woonplaats iets uit de lijst."
        ) { web.reference.municipality(MunicipalityCode($0))?.code }
        let means = form.choice(Field.travelMeans.rawValue, TravelMeans.self, label: "Hoe reis je")
        let limit = form.int(Field.travelLimit.rawValue, label: "Verste afstand", in: 1...300)
        let regions = form.data.all(Field.willingRegions.rawValue).map { RegionCode($0) }
        if regions.contains(where: { web.reference.region($0) == nil }) {
            form.reject(Field.willingRegions.rawValue, "Kies alleen regio's uit de lijst.")
        }
        guard form.isValid, let municipality, let means else { throw form.rejected }
        let own = web.reference.municipality(municipality)?.regionCode
        return OwnFileStore.Correction(
            name: PersonName(givenName: given, prefix: prefix, familyName: family),
            phone: phone,
            municipalityCode: municipality,
            travelMeans: means,
            travelLimitInKilometres: limit,
            willingRegions: Set(regions.filter { $0 != own })
        )
    }

    // MARK: Who looked

    @Sendable private func reads(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let query = try Query(request)
        let after = try query.parsed("na") { text -> (moment: Date, id: UUID)? in
            guard let keys = PageCursor(token: text)?.keys, keys.count == 2, let seconds = Double(keys[0]),
                let id = UUID(uuidString: keys[1])
            else { return nil }
            return (Date(timeIntervalSince1970: seconds), id)
        }
        let id = context.session.candidateID
        let rows = try await web.world.database.transaction(as: .candidate(id)) { connection in
            try await OwnFileStore.reads(of: id, after: after, limit: Self.readsPerPage + 1, on: connection)
        }
        let shown = rows.prefix(Self.readsPerPage)
        let next = rows.count > Self.readsPerPage ? shown.last : nil
        return try web.page(
            OwnReadsPage(
                rows: shown.map { read in
                    OwnReadsPage.Row(
                        when: web.world.time.dutchShortWithYear(read.readAt),
                        who: Self.reader(read),
                        organisation: read.staffName == nil ? "–" : "\(read.organisationName), \(read.teamName)",
                        why: Self.reason(read.purpose)
                    )
                },
                pagination: next.map { last in
                    Pagination(
                        summary: after == nil ? "De laatste \(shown.count) keer" : "Eerder",
                        previous: after == nil ? nil : PageLink("Naar de laatste", "/mijn/inzage"),
                        next: PageLink("Ouder", "/mijn/inzage\(query.replacing("na", with: Self.cursor(last)))")
                    )
                }
            ),
            context
        )
    }

    private static func reader(_ read: OwnFileStore.Read) -> String {
        if let name = read.staffName { return name }
        switch CandidateReadStore.Purpose(rawValue: read.purpose) {
        case .ownCopy: return "Jij"
        case .practiceLink: return "Een praktijk"
        default: return "Team \(read.teamName)"
        }
    }

    /// Microseconds are what the database keeps.
    private static func cursor(_ read: OwnFileStore.Read) -> String {
        PageCursor([String(format: "%.6f", read.readAt.timeIntervalSince1970), read.id.uuidString.lowercased()]).token
    }

    /// Why someone looked, in words to the candidate; an unknown code is shown as it is, never hidden.
    static func reason(_ code: String) -> String {
        switch CandidateReadStore.Purpose(rawValue: code) {
        case .casePage: "Bekeek je traject"
        case .correction: "Wijzigde je gegevens"
        case .assessment: "Bekeek of gaf je beoordeling"
        case .ranking: "Zocht plekken die bij je passen"
        case .proposal: "Bekeek een plek die voor je is gevraagd"
        case .referral: "Bekeek of vroeg hulp van een andere regio"
        case .card: "Maakte een kaart van je"
        case .export: "Downloadde een lijst waar je in staat"
        case .workList: "Zag je in de werklijst"
        case .practiceLink: "Opende de link bij de plek; deze praktijk mag je naam weten"
        case .ownCopy: "Je downloadde je gegevens"
        case nil: code
        }
    }
}
