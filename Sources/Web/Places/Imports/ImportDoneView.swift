import Actions
import Foundation
import PageKit
import Site
import Store

// What came of an import, and what can be done with all of it.

extension ImportDonePage {
    init(_ run: ImportRun, submissionID: String) {
        let (kind, row) = (run.kind, run.row)
        let saved = kind.counted(row.saved)
        guard row.undoneAt == nil else {
            self.init(undone: run)
            return
        }
        var facts = [Fact("Overgenomen", saved)]
        if row.newPractices > 0 { facts.append(Fact("Nieuwe praktijken", "\(row.newPractices)")) }
        if row.skipped > 0 { facts.append(Fact("Stonden er al", "\(row.skipped)")) }
        if row.faulty > 0 { facts.append(Fact("Niet overgenomen, want fout", "\(row.faulty)")) }
        var advice: [String] = []
        switch kind {
        case .candidates:
            advice.append("Bel elke kandidaat: klopt alles, en mag een andere regio de kaart zien?")
            advice.append("Begin daarna met zoeken. Een beoordeling helpt, maar hoeft niet eerst.")
        case .places:
            if row.drafts > 0 {
                advice.append(
                    "\(kind.counted(row.drafts)) \(row.drafts == 1 ? "is" : "zijn") nog een concept. "
                        + "Leg eerst de erkenning vast voor deze praktijken, en zet de plekken dan open."
                )
            }
            advice.append("Kijk per plek na wat je er kunt oefenen. Dan kloppen de passende kandidaten beter.")
        }
        if row.faulty > 0 {
            advice.append(
                "Verbeter de foute rijen in je bestand en kies het opnieuw. Wat er al staat, slaan we dan over, ook als de "
                    + "start anders is. Je kunt het wel kiezen."
            )
        }
        self.init(
            title: row.saved == 1 ? "\(saved) staat erin" : "\(saved) staan erin",
            facts: Facts(facts),
            advice: advice,
            action: PageLink("Bekijk je \(saved)", run.listURL),
            next: run.next + [
                PageLink("Kies nog een bestand", "/invoer"), PageLink("Ga naar je werklijst", "/werklijst"),
            ],
            undo: Undo(path: "/invoer/\(kind.slug)/\(row.id.uuidString.lowercased())", submissionID: submissionID)
        )
    }

    /// After an import was taken back.
    private init(undone run: ImportRun) {
        let (kind, row) = (run.kind, run.row)
        var facts = [Fact("Weggehaald", kind.counted(row.saved - row.remaining))]
        if row.remaining > 0 { facts.append(Fact("Blijft staan", kind.counted(row.remaining))) }
        self.init(
            title: "Deze invoer is ongedaan gemaakt",
            lead: row.remaining == 0
                ? "Alles wat erin kwam, is weer weg."
                : "Wat bleef staan, was al gewijzigd of gebruikt. Beslis daar zelf over.",
            facts: Facts(facts),
            advice: [],
            action: row.remaining == 0 ? nil : PageLink("Bekijk wat bleef staan", run.listURL),
            next: [PageLink("Kies een bestand", "/invoer"), PageLink("Ga naar je werklijst", "/werklijst")]
        )
    }
}

extension ImportRun {
    /// The list of what this import brought in, and of nothing else.
    fileprivate var listURL: String {
        switch kind {
        case .candidates: "/kandidaten?invoer=\(row.id.uuidString.lowercased())"
        case .places: "/plekken?invoer=\(row.id.uuidString.lowercased())"
        }
    }

    /// What can be done for all of it at once.
    fileprivate var next: [PageLink] {
        let id = row.id.uuidString.lowercased()
        switch kind {
        case .candidates:
            return [PageLink("Begin met zoeken voor deze kandidaten", "/kandidaten/zoeken?invoer=\(id)")]
        case .places:
            guard row.drafts > 0 else { return [] }
            return [
                PageLink("Leg erkenning vast voor deze praktijken", "/praktijken/erkenning?invoer=\(id)"),
                PageLink("Zet deze plekken open", "/plekken/openen?invoer=\(id)"),
            ]
        }
    }
}
