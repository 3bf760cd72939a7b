import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import PageKit
import Postgres
import Site
import Store

/// Puts both steps of referring together: which region, and which places with motivation and consent.
struct ReferralNewView: Sendable {
    let web: WebServices
    let actor: Actor
    let reference: Reference
    private static let mostPlaces = 12

    /// What both steps know of the case.
    private struct Facts {
        let ranking: RankPlacesForCase.Ranking
        let name: String
        let hops: [ReferralRow]
        let consents: [ConsentStore.Row]
    }

    private func facts() async throws -> Facts {
        let world = web.world
        let ranking = try await RankPlacesForCase(world: world, matching: web.matching)(reference, by: actor)
        return try await world.database.transaction(as: actor.acting) { connection in
            let candidate = ranking.file.candidateID
            try await CandidateReadStore.insert(
                candidate,
                .referral,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return Facts(
                ranking: ranking,
                name: try await CandidateStore.find(candidate, on: connection)?.name.full ?? "\(reference)",
                hops: try await ReferralStore.hops(of: ranking.file.id, on: connection),
                consents: try await ConsentStore.list(of: candidate, on: connection)
            )
        }
    }

    // MARK: Step 1

    func regionsPage() async throws -> ReferralRegionsPage {
        let facts = try await facts()
        let file = facts.ranking.file
        let neighbours = Set(web.reference.region(file.regionCode)?.neighbours ?? [])
        let byRegion = Dictionary(grouping: facts.ranking.elsewhere) { $0.place.regionCode }
        let codes = Set(byRegion.keys).union(neighbours).subtracting([file.regionCode])
        let regions = codes.sorted { left, right in
            func key(_ code: RegionCode) -> (Int, Int, Int, String) {
                let places = byRegion[code] ?? []
                return (
                    places.isEmpty ? 1 : 0, neighbours.contains(code) ? 0 : 1, -(places.map(\.fit.total).max() ?? 0),
                    web.reference.regionName(code)
                )
            }
            return key(left) < key(right)
        }
        var problem: Notice?
        if facts.hops.count >= Referral.mostHops {
            problem = Notice(
                .warning,
                title: "De keten is vol",
                text:
                    "Deze kandidaat is vier keer doorverwezen. Vaker kan niet. Jullie team houdt de kandidaat en zoekt verder.",
                link: PageLink("Blijf zoeken voor deze kandidaat", "/kandidaten/\(reference)/stap/blijven-zoeken")
            )
        } else if file.state != .searching, file.state != .watching {
            problem = Notice(
                .warning,
                title: "Nu niet",
                text: "Doorverwijzen kan als de kandidaat een plek zoekt. Nu is de stand: \(file.state.dutchName)."
            )
        }
        if problem == nil, facts.ranking.elsewhere.isEmpty {
            problem = Notice(
                .info,
                title: "Nu is er nergens anders een plek",
                text:
                    "In geen enkele andere regio is een open plek binnen de grenzen van \(facts.name): reisafstand, dagen, uren, "
                    + "weken en start. Bespreek met de kandidaat wat ruimer kan, of blijf zoeken: dan zie je elke nieuwe plek.",
                link: PageLink("Blijf zoeken voor deze kandidaat", "/kandidaten/\(reference)/stap/blijven-zoeken")
            )
        }
        return ReferralRegionsPage(
            header: PageHeader(
                title: "Naar welke regio?",
                lead: "\(facts.name) zoekt een plek. Dit is er buiten je eigen regio.",
                back: PageLink("Terug naar \(facts.name)", "/kandidaten/\(reference)")
            ),
            problem: problem,
            regions: regions.map { row($0, byRegion[$0] ?? [], facts, isNeighbour: neighbours.contains($0)) },
            watchURL: "/kandidaten/\(reference)/stap/blijven-zoeken",
            consentsURL: "/kandidaten/\(reference)/toestemmingen"
        )
    }

    private func row(
        _ code: RegionCode,
        _ places: [RankedPlace],
        _ facts: Facts,
        isNeighbour: Bool
    ) -> ReferralRegionsPage.Region {
        ReferralRegionsPage.Region(
            name: web.reference.regionName(code),
            url: "/kandidaten/\(reference)/doorverwijzen?regio=\(code)",
            places: places.count,
            best: places.map(\.fit.shown).max().map(String.init) ?? "–",
            nearest: places.map(\.fit.distanceInHectometres).min().map(CaseWords.kilometres) ?? "–",
            consent: facts.ranking.reach.consented.contains(code) ? Tag("ja", .ok) : Tag("nog niet", .neutral),
            visited: visited(code, facts) ?? "nee",
            isNeighbour: isNeighbour
        )
    }

    /// What the region said when it was asked before; nil when it was not.
    private func visited(_ code: RegionCode, _ facts: Facts) -> String? {
        let today = web.world.today
        if let hop = facts.hops.last(where: { $0.receivingRegionCode == code }) {
            let day = web.world.time.today(at: hop.openedAt).dutchShort(seenOn: today)
            return "\(day): \(hop.declineReason?.dutchName ?? hop.state.dutchName)"
        }
        return facts.ranking.file.originRegionCode == code ? "hier begon het" : nil
    }

    // MARK: Step 2

    func page(
        _ region: RegionCode,
        first: Reference? = nil,
        entered: FormData? = nil,
        errors: [FieldError] = [],
        conflict: Conflict? = nil
    ) async throws -> ReferralNewPage {
        let facts = try await facts()
        var ranked = facts.ranking.elsewhere.filter { $0.place.regionCode == region }
        if let first, let index = ranked.firstIndex(where: { $0.place.reference == first }) {
            ranked.insert(ranked.remove(at: index), at: 0)
        }
        let shown = Array(ranked.prefix(Self.mostPlaces))
        let (heads, teams) = try await web.world.database.transaction(as: actor.acting) { connection in
            (
                try await ProposalStore.places(shown.map(\.place.reference), on: connection),
                try await ReferralStore.teams(in: region, on: connection)
            )
        }
        let name = web.reference.regionName(region)
        let url = "/kandidaten/\(reference)/doorverwijzen"
        let problem: Notice? =
            if let conflict {
                Notice(
                    .warning,
                    title: conflict.code == "seat_taken" ? "Deze plek is net bezet" : "Dit kon niet",
                    text: conflict.message
                )
            } else if shown.isEmpty {
                Notice(
                    .warning,
                    title: "Nu geen plek in \(name)",
                    text: "Er is geen open plek die past. Doorverwijzen kan alleen met een echte plek."
                )
            } else {
                nil
            }
        return ReferralNewPage(
            header: PageHeader(
                title: "Verwijs \(facts.name) door naar \(name)",
                lead: "Je stuurt een kaart zonder naam mee, met minstens één open plek.",
                back: PageLink("Kies een andere regio", url),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            problem: problem,
            action: url,
            regionCode: region.rawValue,
            regionsURL: url,
            version: facts.ranking.file.version,
            submissionID: web.world.newUUID().uuidString,
            places: places(shown, heads, first, entered, errors),
            held: held(shown, heads, first, entered, errors),
            motivation: TextArea(
                name: "motivatie",
                label: "Waarom past deze regio?",
                value: entered?["motivatie"] ?? "",
                description: "Eén of twee zinnen. Schrijf geen naam, telefoonnummer of mailadres.",
                error: errors.first { $0.field == "motivatie" }?.message
            ),
            consentGiven: given(region, facts),
            consentEntry: consent(region, facts, entered, errors),
            newFact: newFact(region, facts, entered, errors),
            due: WorkingDays().adding(workingDays: 5, to: web.world.today).dutchShort(seenOn: web.world.today),
            receiver: PageKit.Facts(teams.map { CaseWords.phoneFact($0.name, $0.phone) })
        )
    }

    private func places(
        _ ranked: [RankedPlace],
        _ heads: [PlaceHeadRow],
        _ first: Reference?,
        _ entered: FormData?,
        _ errors: [FieldError]
    ) -> Choices {
        let preset = first ?? ranked.first?.place.reference
        return Choices(
            name: "plekken",
            legend: "Welke plekken stuur je mee?",
            kind: .checkbox,
            options: ranked.compactMap { ranked in
                heads.first { $0.reference == ranked.place.reference }.map { head in
                    Option(
                        value: head.reference.text,
                        label: "\(head.practiceName), \(head.town)",
                        description: "Past voor \(ranked.fit.shown) van de 100 · "
                            + "\(CaseWords.kilometres(ranked.fit.distanceInHectometres)) · start "
                            + ranked.fit.startOn.dutchShort(seenOn: web.world.today)
                    )
                }
            },
            selected: entered.map { Set($0.all("plekken")) } ?? Set([preset].compactMap { $0?.text }),
            description: "Kies er één tot vijf. Hieronder kies je welke daarvan we vasthouden.",
            error: errors.first { $0.field == "plekken" }?.message
        )
    }

    /// Which of the places is held until there is an answer.
    private func held(
        _ ranked: [RankedPlace],
        _ heads: [PlaceHeadRow],
        _ first: Reference?,
        _ entered: FormData?,
        _ errors: [FieldError]
    ) -> Choices {
        Choices(
            name: "vasthouden",
            legend: "Welke plek houden we vast?",
            kind: .radio,
            options: ranked.compactMap { ranked in
                heads.first { $0.reference == ranked.place.reference }.map { head in
                    Option(value: head.reference.text, label: "\(head.practiceName), \(head.town)")
                }
            },
            selected: Set([entered?["vasthouden"] ?? (first ?? ranked.first?.place.reference)?.text ?? ""]),
            description: "Niemand anders kan deze plek krijgen zolang er geen antwoord is.",
            error: errors.first { $0.field == "vasthouden" }?.message
        )
    }

    private func given(_ region: RegionCode, _ facts: Facts) -> Notice? {
        guard facts.ranking.reach.consented.contains(region) else { return nil }
        let consent = facts.consents.first {
            $0.withdrawnAt == nil && ($0.regionCode == region || $0.regionCode == nil)
        }
        let when = consent.map {
            " op \(web.world.time.today(at: $0.givenAt).dutchShort(seenOn: web.world.today)), \($0.channel.dutchName)"
        }
        return Notice(.ok, title: "Toestemming", text: "\(facts.name) gaf toestemming voor deze regio\(when ?? "").")
    }

    private func consent(
        _ region: RegionCode,
        _ facts: Facts,
        _ entered: FormData?,
        _ errors: [FieldError]
    ) -> ReferralNewPage.ConsentEntry? {
        guard !facts.ranking.reach.consented.contains(region), let text = web.reference.consentText else { return nil }
        let isNeighbour = web.reference.region(facts.ranking.file.regionCode)?.neighbours.contains(region) ?? false
        func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
        let name = web.reference.regionName(region)
        return ReferralNewPage.ConsentEntry(
            text: text.text,
            spoken: Choices(
                name: "toestemming",
                legend: "Besproken?",
                kind: .checkbox,
                options: [Option(value: "ja", label: "Ik heb dit met de kandidaat besproken en de kandidaat zegt ja")],
                selected: Set([entered?["toestemming"] ?? ""]),
                error: error("toestemming")
            ),
            channel: Choices(
                name: "kanaal",
                legend: "Hoe zei de kandidaat ja?",
                kind: .radio,
                options: ConsentChannel.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                selected: Set([entered?["kanaal"] ?? ""]),
                error: error("kanaal"),
                isInline: true
            ),
            scope: isNeighbour
                ? Choices(
                    name: "bereik",
                    legend: "Waarvoor geldt het?",
                    kind: .radio,
                    options: [
                        Option(value: "regio", label: "Alleen voor \(name)"),
                        Option(value: "buren", label: "Voor alle buurregio's"),
                    ],
                    selected: Set([entered?["bereik"] ?? "regio"])
                )
                : nil
        )
    }

    private func newFact(
        _ region: RegionCode,
        _ facts: Facts,
        _ entered: FormData?,
        _ errors: [FieldError]
    ) -> SelectField? {
        guard let answer = visited(region, facts) else { return nil }
        return SelectField(
            name: "nieuw",
            label: "Wat is er nieuw?",
            options: NewFactKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName.capitalisedFirst) },
            selected: entered?["nieuw"],
            description: "Deze regio is al gevraagd (\(answer)). Opnieuw vragen kan alleen met iets nieuws.",
            error: errors.first { $0.field == "nieuw" }?.message
        )
    }
}
