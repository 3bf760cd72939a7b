import Actions
import Domain
import Foundation
import PageKit
import Site

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
                        + "praktijk op meer regels, dan krijgt die meer plekken. Zet er ook bij of de praktijk erkend is en tot "
                        + "wanneer: dan kan een plek meteen open.",
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

extension UnknownWords {
    /// Says which words a choice was made for.
    var key: String { "\(field)|\(words)" }
}

extension ImportColumnsPage {
    /// The choice that says of a column that it is not used, and that this is right.
    static let notUsed = "niet"

    init(
        _ kept: KeepImport.Kept,
        mapping: ColumnMapping,
        fields: [ImportField],
        errors: [FieldError],
        today: CalendarDate,
        submissionID: String
    ) {
        let table = kept.table
        let questions = kept.columnsToAsk(mapping, today: today)
        let asked = Set(questions.map(\.index)).union(mapping.ignored ?? [])
        let options = fields.map { Option(value: $0.name, label: $0.isRequired ? "\($0.label) (nodig)" : $0.label) }
        let columns = table.header.enumerated().map { index, title in
            let values = table.rows.lazy.map { $0.cells[index] }.filter { !$0.isEmpty }.prefix(2)
                .map { "“\($0.count > 40 ? $0.prefix(40) + "…" : $0)”" }
            let isAsked = asked.contains(index)
            let shown = values.isEmpty ? "In je bestand: leeg" : "In je bestand: \(values.joined(separator: ", "))"
            let remark = mapping.fields[index] == nil ? kept.kind.remark(on: title) : nil
            return SelectField(
                name: "kolom-\(index)",
                label: title.isEmpty ? "Kolom \(index + 1) (zonder naam)" : title,
                options: isAsked
                    ? [Option(value: Self.notUsed, label: "Niet gebruiken, dat klopt")] + options : options,
                selected: mapping.ignored?.contains(index) == true ? Self.notUsed : mapping.fields[index],
                description: [shown, remark].compactMap { $0 }.joined(separator: ". "),
                error: index > 0 ? errors.first { $0.field == "kolom-\(index)" }?.message : nil,
                emptyLabel: isAsked ? "Kies …" : "Niet gebruiken"
            )
        }
        let separator = table.separator == "\t" ? "tabs" : "“\(table.separator)”"
        let rows = table.rows.count == 1 ? "1 regel" : "\(table.rows.count) regels"
        self.init(
            fileName: kept.fileName,
            summary:
                "\(rows), gescheiden door \(separator), in \(table.encodingName). Van de \(table.header.count) kolommen "
                + "herkenden we er \(kept.mapping.fields.count).",
            question: questions.isEmpty || !errors.isEmpty
                ? nil
                : Notice(.warning, title: "Klopt dit", text: questions.map(\.question).joined(separator: " ")),
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
            StatTile(number: "\(good.count)", label: "goed", url: good.isEmpty ? nil : "#goed", kind: .ok),
            StatTile(
                number: "\(faulty.count)",
                label: "fout",
                url: faulty.isEmpty ? nil : "#fout",
                kind: faulty.isEmpty ? .neutral : .overdue
            ),
            StatTile(
                number: "\(known.count + present.count)",
                label: "staan er al",
                url: known.isEmpty ? nil : "#ook",
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
                title: row.title.isEmpty ? nil : row.title,
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
        content.filledIn = preview.filledIn.map { value in
            let rows = value.rows == 1 ? "Leeg in 1 rij" : "Leeg in \(value.rows) rijen"
            let found = value.isEverywhere ? "Niet in je bestand" : rows
            guard !value.isRecognition else {
                return FilledIn(
                    label: value.label,
                    text:
                        "\(found). Zo’n plek blijft een concept. Zet de kolommen “Erkend leerbedrijf” (ja of nee) en “Erkend "
                        + "tot” in je bestand, dan gaan de plekken meteen open. Of leg de erkenning na de invoer voor alle "
                        + "praktijken tegelijk vast."
                )
            }
            return FilledIn(label: value.label, text: "\(found): we vullen \(value.text) in.")
        }
        content.words = Self.words(preview.unknownWords, path: kept.path)
        content.hasAnswers = kept.mapping.meanings?.isEmpty == false
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

    /// What one page asks at once: each choice of a municipality has hundreds of possibilities.
    private static let mostWords = 20

    private static func words(_ unknown: [UnknownWords], path: String) -> Words? {
        guard !unknown.isEmpty else { return nil }
        return Words(
            action: path + "/woorden",
            fields: unknown.prefix(mostWords).enumerated().map { index, words in
                let rows = words.lines.count == 1 ? "1 rij" : "\(words.lines.count) rijen"
                return .init(
                    select: SelectField(
                        name: "woord-\(index)",
                        label: "\(rows): \(words.column) “\(words.words.prefix(60))” kennen we niet. Wat betekent het?",
                        options: words.meanings.map { Option(value: $0.value, label: $0.label) },
                        isRequired: false
                    ),
                    keyName: "over-\(index)",
                    key: words.key
                )
            }
        )
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
