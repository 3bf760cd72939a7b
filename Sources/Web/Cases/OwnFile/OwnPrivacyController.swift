import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// What a candidate may ask of the service by law: a copy of everything, keeping it longer or not, erasing it, and saying
/// whether two files are of one person.
struct OwnPrivacyController: Sendable {
    let web: WebServices

    func addRoutes(candidates: RouterGroup<CandidateContext>, visitors: RouterGroup<VisitorContext>) {
        candidates.get("/mijn/gegevens/download", use: download)
        candidates.get("/mijn/bewaren", use: askToKeep)
        candidates.post("/mijn/bewaren", use: keep)
        candidates.get("/mijn/wissen", use: askToErase)
        candidates.post("/mijn/wissen", use: erase)
        visitors.get("/mijn/gewist", use: erased)
        candidates.get("/mijn/dubbel", use: duplicates)
        candidates.post("/mijn/dubbel", use: choose)
    }

    // MARK: A copy

    private enum DownloadForm: String { case json, html }

    @Sendable private func download(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let form = try Query(request).choice("vorm", DownloadForm.self) ?? .html
        let (id, world) = (context.session.candidateID, web.world)
        try await world.database.transaction(as: .candidate(id)) { connection in
            try await OwnFileStore.noteDownload(by: id, id: world.newUUID(), at: world.now(), on: connection)
        }
        let data = try await ExportOwnData(world: world)(for: id)
        if form == .json {
            return .download(
                filename: "mijn-gegevens-\(world.today.iso8601).json",
                contentType: "application/json; charset=utf-8",
                bytes: try data.json()
            )
        }
        return try web.page(
            OwnExportPage(
                madeAt: world.time.dutchShortWithYear(data.madeAt),
                sections: data.sections.map { section in
                    .init(
                        title: section.table.title,
                        purpose: section.table.purpose,
                        rows: data.lines(of: section, time: world.time).map { lines in
                            Facts(lines.map { Fact($0.label, $0.value) })
                        }
                    )
                }
            ),
            context
        )
    }

    // MARK: Keeping it for a year

    @Sendable private func askToKeep(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let id = context.session.candidateID
        let (consents, text) = try await web.world.database.transaction(as: .candidate(id)) { connection in
            (
                try await RetentionStore.consents(of: id, on: connection),
                try await RetentionStore.currentText(on: web.world.today, connection: connection)
            )
        }
        let current = consents.first { $0.withdrawnAt == nil }
        let since = current.map { web.world.time.today(at: $0.givenAt).dutchLong }
        return try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Mijn gegevens langer bewaren",
                    lead: since.map { "Je gaf hiervoor toestemming op \($0)." }
                        ?? "Je gaf hiervoor geen toestemming. Dat hoeft ook niet.",
                    back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens")
                ),
                paragraphs: [
                    "Als je stopt met zoeken, wissen we je gegevens na 28 dagen. Wil je later misschien weer zoeken? Dan "
                        + "bewaren we ze een jaar, als jij dat goedvindt. Twee weken voor het wissen krijg je een mail."
                ],
                action: "/mijn/bewaren",
                groups: text.map { [.init("Waar je ja tegen zegt", quote: $0.text, [])] } ?? [],
                hidden: [.init("tekst", "\(text?.version ?? 0)"), .init("doe", current == nil ? "ja" : "nee")],
                submissionID: web.freshID,
                button: current == nil ? "Bewaar mijn gegevens een jaar" : "Trek deze toestemming in",
                cancel: PageLink("Laat het zo", "/mijn/gegevens")
            ),
            context,
            notice: web.notice(of: request)
        )
    }

    @Sendable private func keep(_ request: Request, _ context: CandidateContext) async throws -> Response {
        var form = Form(context.formData)
        let text = form.int("tekst", label: "Tekst", in: 1...Int(Int32.max))
        let isYes = form.parsed("doe", label: "Keuze", message: "Kies ja of nee.") { ["ja": true, "nee": false][$0] }
        try form.finish()
        let id = context.session.candidateID
        if isYes == true {
            try await RecordRetentionConsent(world: web.world)(own: id, textVersion: text)
        } else {
            try await WithdrawRetentionConsent(world: web.world)(own: id)
        }
        return web.seeOther("/mijn/bewaren", notice: .saved)
    }

    // MARK: Erasing

    @Sendable private func askToErase(_ request: Request, _ context: CandidateContext) async throws -> Response {
        try erasePage(context)
    }

    private func erasePage(_ context: CandidateContext, errors: [FieldError] = []) throws -> Response {
        let entered = FormEntries(values: context.formData.values, errors: errors)
        return try web.page(
            OwnFormPage(
                header: PageHeader(
                    title: "Wis al mijn gegevens",
                    lead: "Dit kan niet ongedaan worden gemaakt.",
                    back: PageLink("Terug naar mijn gegevens", "/mijn/gegevens"),
                    errors: entered.errorLinks
                ),
                paragraphs: ["Als je dit doet:"],
                items: [
                    "stoppen we met zoeken, en trekken we in wat nog open staat",
                    "wissen we je naam, je gegevens, je beoordeling en alles wat er over je is opgeschreven",
                    "blijven alleen aantallen over, zonder namen: bijvoorbeeld hoeveel mensen een plek zochten",
                    "kun je je niet meer aanmelden. Opnieuw inschrijven kan altijd",
                ],
                action: "/mijn/wissen",
                groups: [
                    .init(
                        "Weet je het zeker?",
                        [
                            .text(
                                TextField(
                                    name: "bevestig",
                                    label: "Typ het woord wissen",
                                    value: entered.value("bevestig"),
                                    error: entered.error("bevestig"),
                                    autocomplete: "off",
                                    width: .short
                                )
                            )
                        ]
                    )
                ],
                submissionID: web.freshID,
                button: "Wis alles",
                isDangerous: true,
                cancel: PageLink("Doe dit niet", "/mijn/gegevens"),
                links: [PageLink("Download eerst mijn gegevens", "/mijn/gegevens/download?vorm=html")]
            ),
            context,
            status: errors.isEmpty ? .ok : .badRequest
        )
    }

    @Sendable private func erase(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let typed = (context.formData["bevestig"] ?? "").trimmingCharacters(in: .whitespaces).lowercased()
        guard typed == "wissen" else {
            return try erasePage(
                context,
                errors: [
                    FieldError(field: "bevestig", message: "Typ het woord wissen. Dan weten we dat je het zeker weet.")
                ]
            )
        }
        try await EraseOwnFile(world: web.world)(context.session.candidateID)
        var response = web.seeOther("/mijn/gewist")
        response.clearSession()
        return response
    }

    @Sendable private func erased(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try web.page(
            OwnMessagePage(
                header: PageHeader(
                    title: "Je gegevens zijn gewist",
                    lead: "We weten niet meer wie je bent. Je bent afgemeld.",
                    breadcrumbs: [PageLink("Start", "/")]
                ),
                paragraphs: [
                    "Hadden we een mailadres van je? Dan krijg je daar nog één mail over, en daarna geen meer.",
                    "In de reservekopieën van de service verdwijnen je gegevens vanzelf, als die kopieën worden vervangen.",
                ],
                links: [PageLink("Schrijf je opnieuw in", "/kandidaat-worden"), PageLink("Naar de start", "/")]
            ),
            context
        )
    }

    // MARK: Twice?

    @Sendable private func duplicates(_ request: Request, _ context: CandidateContext) async throws -> Response {
        let questions = try await ChooseDuplicate(world: web.world).questions(to: context.session.candidateID)
        return try web.page(
            OwnDuplicatesPage(questions.map(question)),
            context,
            notice: web.notice(of: request)
        )
    }

    private func question(_ duplicate: PersonKeyStore.Duplicate) -> OwnDuplicatesPage.Question {
        let place = duplicate.regionName.map { " in de regio \($0)" } ?? ""
        let since = duplicate.openedOn.map { ", sinds \($0.dutchLong)" } ?? ""
        let outcome: String? =
            switch duplicate.choice {
            case .same where duplicate.isSettled: "Je koos: dat ben ik ook. Je gaat verder met één traject."
            case .same: "Je koos: dat ben ik ook. Meld je ook aan bij je andere inschrijving en kies daar hetzelfde."
            case .different: "Je koos: dat ben ik niet. Er is niets veranderd."
            case nil: duplicate.isSettled ? "Een van de twee zoekt niet meer. Je hoeft niets te doen." : nil
            }
        return .init(
            id: "\(duplicate.id)",
            text:
                "Iemand met jouw naam en geboortedatum staat ook\(place.isEmpty ? " bij een ander team" : place)\(since).",
            outcome: outcome,
            submissionID: web.freshID
        )
    }

    @Sendable private func choose(_ request: Request, _ context: CandidateContext) async throws -> Response {
        var form = Form(context.formData)
        let id = form.id("vraag", CandidateDuplicate.ID.self, label: "Vraag")
        let choice = form.parsed("keuze", label: "Keuze", message: "Kies een van de knoppen.") { text in
            ["hier": (DuplicateChoice.same, true), "daar": (.same, false), "nee": (.different, true)][text]
        }
        try form.finish()
        guard let id, let choice else { throw form.rejected }
        _ = try await ChooseDuplicate(world: web.world)(
            choice.0,
            id,
            keepsThis: choice.1,
            by: context.session.candidateID
        )
        return web.seeOther("/mijn/dubbel", notice: .saved)
    }
}
