import Domain
import Store

/// The same words that we do not know, on one or more rows of a file: one answer mends them all.
public struct UnknownWords: Hashable, Sendable {
    /// The field, as a mapping names it.
    public let field: String
    /// The head of the column.
    public let column: String
    public let words: String
    public let sentence: String
    public let lines: [Int]
    public let meanings: [Meaning]

    /// Something the words may mean.
    public struct Meaning: Hashable, Sendable {
        /// What is read instead of the words.
        public let value: String
        public let label: String

        init(_ value: String, _ label: String? = nil) {
            self.value = value
            self.label = label ?? value
        }
    }
}

extension ImportPreview {
    /// Groups of equal faults that a choice from a list mends, the largest first.
    static func unknownWords(_ rows: [ImportRow], _ kind: ImportKind, _ context: ImportContext) -> [UnknownWords] {
        struct Key: Hashable {
            let field: String
            let column: String
            let words: String
            let sentence: String
        }
        var order: [Key] = []
        var lines: [Key: [Int]] = [:]
        for row in rows {
            for problem in row.problems {
                guard let field = problem.unknownIn, let column = problem.column, !problem.value.isEmpty else {
                    continue
                }
                let key = Key(field: field, column: column, words: problem.value, sentence: problem.sentence)
                if lines[key] == nil { order.append(key) }
                lines[key, default: []].append(row.line)
            }
        }
        return order.compactMap { key in
            let meanings = kind.meanings(of: key.words, in: key.field, context)
            guard !meanings.isEmpty else { return nil }
            return UnknownWords(
                field: key.field,
                column: key.column,
                words: key.words,
                sentence: key.sentence,
                lines: lines[key] ?? [],
                meanings: meanings
            )
        }
        .sorted { $0.lines.count > $1.lines.count }
    }
}

extension ImportKind {
    private typealias Field = CandidateDraft.Field

    /// What words in a field can mean; empty when no list holds it.
    fileprivate func meanings(of words: String, in field: String, _ context: ImportContext) -> [UnknownWords.Meaning] {
        switch self {
        case .candidates: candidateMeanings(of: words, in: field, context)
        case .places: placeMeanings(of: words, in: field, context)
        }
    }

    /// For a field that may be left out: as if the cell were empty.
    private static let left = UnknownWords.Meaning("-", "Laat leeg: vul het gewone in")

    private static func words<Value: Coded>(of _: Value.Type) -> [UnknownWords.Meaning] {
        Value.allCases.map { UnknownWords.Meaning($0.dutchName) } + [left]
    }

    private static let yesNo = [UnknownWords.Meaning("ja"), UnknownWords.Meaning("nee"), left]

    private func candidateMeanings(
        of words: String,
        in field: String,
        _ context: ImportContext
    ) -> [UnknownWords.Meaning] {
        switch Field(rawValue: field) {
        case .route: LearningRoute.allCases.map { .init($0.dutchName) }
        case .kind: Self.words(of: PlacementKind.self)
        case .background: Self.words(of: CandidateBackground.self)
        case .travelMeans: Self.words(of: TravelMeans.self)
        case .coursePayer: Self.words(of: CoursePayer.self)
        case .telephoneDutch: TelephoneDutch.allCases.map { .init($0.dutchName) } + [Self.left]
        case .role: context.reference.roles.map { .init($0.name) } + [Self.left]
        case .municipality: context.localities(near: words, in: nil)
        case .wishes, .offers: [.init("-", "Laat leeg")]
        case .willingRegions: context.reference.regions.map { .init($0.name) } + [.init("-", "Laat leeg")]
        default: []
        }
    }

    private func placeMeanings(of words: String, in field: String, _ context: ImportContext) -> [UnknownWords.Meaning] {
        switch field {
        case "soort": Self.words(of: PlacementKind.self)
        case "leerweg":
            [RouteSet.bol, .bbl, [.bol, .bbl], .thirdRoute, .all].map { .init($0.dutchName) } + [Self.left]
        case "soort_praktijk": Self.words(of: PracticeKind.self)
        case "werkgever": Self.words(of: EmployerOfRecord.self)
        case "erkenning": RecognitionState.allCases.map { .init($0.dutchName) } + [.init("-", "Laat leeg: niet bekend")]
        case "staat": Self.words(of: TrainingPlaceState.self)
        case "functie": context.reference.roles.map { .init($0.name) } + [Self.left]
        case "lid", "geschoold", "afronden", "baan": Self.yesNo
        case "plaats", "gemeente": context.localities(near: words, in: context.region)
        case let name where name.hasPrefix(PlaceColumnNames.activityPrefix):
            Frequency.allCases.map { .init($0.dutchName) } + [.init("-", "Laat leeg")]
        default: []
        }
    }
}

extension ImportContext {
    /// Places that look like the words, then every municipality, of one region or of all.
    fileprivate func localities(near words: String, in region: RegionCode?) -> [UnknownWords.Meaning] {
        let near = names.near(words).filter { region == nil || $0.region == region }
            .map { UnknownWords.Meaning($0.label, "\($0.label), lijkt erop") }
        let all = reference.municipalities.filter { region == nil || $0.regionCode == region }
            .map { UnknownWords.Meaning($0.name, "gemeente \($0.name)") }
        return near + all
    }
}
