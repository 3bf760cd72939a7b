import Actions
import Domain
import Foundation
import Pages

// From what an import knows to what its pages show.

extension KeepImport.Kept {
    var path: String { "/invoer/\(kind.slug)/\(id.uuidString.lowercased())" }
}

extension ImportIndexPage {
    init(rejected sentence: String? = nil, kind rejectedKind: ImportKind? = nil, submissionID: String) {
        let doors = ImportKind.allCases.map { kind in
            let error = kind == rejectedKind ? sentence : nil
            return switch kind {
            case .candidates:
                Door(
                    title: "Kandidaten",
                    text: "Elke regel is een kandidaat. Nodig zijn: naam, geboortedatum, woonplaats, leerweg en een "
                        + "telefoonnummer of mailadres. De rest mag.",
                    slug: kind.slug,
                    exampleText: "Download een voorbeeld met kandidaten (CSV)",
                    button: "Bekijk de kandidaten uit dit bestand",
                    error: error
                )
            case .places:
                Door(
                    title: "Praktijken met plekken",
                    text:
                        "Elke regel is een plek bij een praktijk. Nodig zijn: de naam en de plaats van de praktijk. Staat een "
                        + "praktijk op meer regels, dan krijgt die meer plekken.",
                    slug: kind.slug,
                    exampleText: "Download een voorbeeld met plekken (CSV)",
                    button: "Bekijk de plekken uit dit bestand",
                    error: error
                )
            }
        }
        let errors = rejectedKind.map { [ErrorLink(fieldID: "bestand-\($0.slug)", text: sentence ?? "")] } ?? []
        self.init(doors: doors, errors: errors, submissionID: submissionID)
    }
}

extension ImportColumnsPage {
    init(
        _ kept: KeepImport.Kept,
        mapping: ColumnMapping,
        fields: [ImportField],
        errors: [FieldError],
        submissionID: String
    ) {
        let table = kept.table
        let options = fields.map { Option(value: $0.name, label: $0.isRequired ? "\($0.label) (nodig)" : $0.label) }
        let columns = table.header.enumerated().map { index, title in
            let values = table.rows.lazy.map { $0.cells[index] }.filter { !$0.isEmpty }.prefix(2)
                .map { "“\($0.count > 40 ? $0.prefix(40) + "…" : $0)”" }
            return SelectField(
                name: "kolom-\(index)",
                label: title.isEmpty ? "Kolom \(index + 1) (zonder naam)" : title,
                options: options,
                selected: mapping.fields[index],
                description: values.isEmpty
                    ? "In je bestand: leeg" : "In je bestand: \(values.joined(separator: ", "))",
                emptyLabel: "Niet gebruiken"
            )
        }
        let separator = table.separator == "\t" ? "tabs" : "“\(table.separator)”"
        let rows = table.rows.count == 1 ? "1 regel" : "\(table.rows.count) regels"
        self.init(
            fileName: kept.fileName,
            summary:
                "\(rows), gescheiden door \(separator), in \(table.encodingName). Van de \(table.header.count) kolommen "
                + "herkenden we er \(kept.mapping.fields.count).",
            columns: columns,
            path: kept.path,
            errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) },
            submissionID: submissionID
        )
    }
}

extension ImportPreviewPage {
    /// What one page shows of a long file; counts and the download are complete.
    private static let mostShown = 200

    init(_ preview: ImportPreview, of kept: KeepImport.Kept, errors: [FieldError], submissionID: String) {
        var content = Content()
        let (good, faulty, known, present) = (preview.good, preview.faulty, preview.known, preview.present)
        content.fileName = kept.fileName
        content.path = kept.path
        content.submissionID = submissionID
        content.stats = Stats([
            StatTile(number: "\(good.count)", label: "goed", url: good.isEmpty ? "#inhoud" : "#goed", kind: .ok),
            StatTile(
                number: "\(faulty.count)",
                label: "fout",
                url: faulty.isEmpty ? "#inhoud" : "#fout",
                kind: faulty.isEmpty ? .neutral : .overdue
            ),
            StatTile(
                number: "\(known.count + present.count)",
                label: "staan er al",
                url: known.isEmpty ? "#inhoud" : "#ook",
                kind: known.isEmpty ? .neutral : .waiting
            ),
        ])
        let columns = ImportPreview.columns(preview.kind)
        content.nameColumn = columns.first ?? ""
        content.columns = Array(columns.dropFirst())
        content.rows = good.prefix(Self.mostShown).map { row in
            Row(line: row.line, columns: columns, cells: row.summary, notes: row.notes.map(\.line))
        }
        content.moreRows = Self.more(good.count)
        content.faulty = faulty.prefix(Self.mostShown).map { row in
            Faulty(
                line: row.line,
                problems: row.problems.map { problem in
                    (
                        problem.column ?? "",
                        problem.value.isEmpty ? "" : "“\(problem.value.prefix(60))”:", problem.sentence
                    )
                }
            )
        }
        content.moreFaulty = Self.more(faulty.count)
        content.known = Self.choices(known)
        content.present = Self.presence(present.count, preview.kind)
        content.filledIn = preview.filledIn.map { FilledIn(label: $0.label, text: $0.text, rows: "\($0.rows)") }
        if !good.isEmpty {
            content.button = good.count == 1 ? "Neem 1 rij over" : "Neem \(good.count) rijen over"
        } else if !known.isEmpty {
            content.button = "Neem de gekozen rijen over"
            content.nothing = "Er zijn geen nieuwe rijen. Kies hierboven welke je toch wilt overnemen."
        } else if faulty.isEmpty {
            content.nothing = "Er verandert niets."
        } else {
            content.nothing = "Er zijn geen goede rijen om over te nemen. Verbeter je bestand en kies het opnieuw."
        }
        content.errors = errors.map { ErrorLink(fieldID: known.isEmpty ? "inhoud" : "ook", text: $0.message) }
        self.init(content)
    }

    private static func more(_ count: Int) -> String? {
        count > mostShown ? "En nog \(count - mostShown) andere." : nil
    }

    private static func presence(_ count: Int, _ kind: ImportKind) -> String? {
        count == 0 ? nil : "\(kind.counted(count)) \(count == 1 ? "staat" : "staan") er al. Die laten we zoals ze zijn."
    }

    private static func choices(_ known: [ImportRow]) -> Choices? {
        guard !known.isEmpty else { return nil }
        let options = known.prefix(mostShown).map { row in
            let sentence: String? = if case .known(let text) = row.verdict { text } else { nil }
            return Option(
                value: "\(row.line)",
                label: "\(row.summary.first ?? "") (regel \(row.line))",
                description: sentence
            )
        }
        let rest = known.count > mostShown ? " We laten \(mostShown) van de \(known.count) zien." : ""
        return Choices(
            name: "ook",
            legend: known.count == 1 ? "Deze rij staat er waarschijnlijk al" : "Deze rijen staan er waarschijnlijk al",
            kind: .checkbox,
            options: options,
            description: "We slaan ze over. Vink aan wat je toch wilt overnemen.\(rest)",
            isRequired: false
        )
    }
}

extension ImportDonePage {
    struct Outcome {
        let saved: Int
        let practices: Int
        let drafts: Int
        let faulty: Int
        let present: Int
    }

    init(_ kind: ImportKind, _ outcome: Outcome) {
        let saved = kind.counted(outcome.saved)
        var facts = [Fact("Overgenomen", saved)]
        if outcome.practices > 0 { facts.append(Fact("Nieuwe praktijken", "\(outcome.practices)")) }
        if outcome.present > 0 { facts.append(Fact("Stonden er al", "\(outcome.present)")) }
        if outcome.faulty > 0 { facts.append(Fact("Niet overgenomen, want fout", "\(outcome.faulty)")) }
        var advice: [String] = []
        let list: PageLink
        switch kind {
        case .candidates:
            list = PageLink("Bekijk je \(saved)", "/kandidaten?stap=registered")
            advice.append("Bel elke kandidaat: klopt alles, en mag een andere regio de kaart zien?")
            advice.append("Begin daarna met zoeken. Een beoordeling helpt, maar hoeft niet eerst.")
        case .places:
            list = PageLink("Bekijk je \(saved)", "/plekken?volgorde=nieuw")
            if outcome.drafts > 0 {
                advice.append(
                    "\(kind.counted(outcome.drafts)) \(outcome.drafts == 1 ? "is" : "zijn") nog een concept. "
                        + "Vul bij de praktijk de erkenning in en zet de plek dan open."
                )
            }
            advice.append("Kijk per plek na wat je er kunt oefenen. Dan kloppen de passende kandidaten beter.")
        }
        if outcome.faulty > 0 {
            advice.append(
                "Verbeter de foute rijen in je bestand en kies het opnieuw. Wat er al staat, komt er niet dubbel in."
            )
        }
        self.init(
            title: outcome.saved == 1 ? "\(saved) staat erin" : "\(saved) staan erin",
            facts: Facts(facts),
            advice: advice,
            action: list,
            next: [PageLink("Kies nog een bestand", "/invoer"), PageLink("Ga naar je werklijst", "/werklijst")]
        )
    }
}
