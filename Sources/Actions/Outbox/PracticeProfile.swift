public import Domain
public import Store

/// What a practice reads of a candidate it does not know yet: levels per area in words, never a score.
public enum PracticeProfile {
    /// `een stage voor doktersassistent (BOL, leerjaar 2)`.
    public static func place(_ card: PracticeCardStore.Row) -> String {
        let level = card.kind.isShort ? "" : " (\(card.route.dutchName), leerjaar \(card.studyYear))"
        return "\(card.kind.dutchName) voor \(card.roleName.lowercased())\(level)"
    }

    /// `ma 1 feb 2027 tot en met vr 9 jul 2027`.
    public static func period(_ card: PracticeCardStore.Row) -> String {
        "\(card.startsOn.dutchShortWithYear) tot en met \((card.endsOn - 1).dutchShortWithYear)"
    }

    /// `maandag, dinsdag, 16 uur per week`.
    public static func days(_ card: PracticeCardStore.Row) -> String {
        "\(card.weekdays.dutchLongName), \(card.hoursPerWeek) uur per week"
    }

    /// One sentence per level, the highest first.
    public static func sentences(_ card: PracticeCardStore.Row, levels: [CompetenceArea: Int]) -> [String] {
        var sentences = ["Achtergrond: \(card.background.dutchName)."]
        guard !levels.isEmpty else {
            return sentences + ["De kandidaat is nog niet beoordeeld. In het klikgesprek merk je zelf wat iemand kan."]
        }
        for step in Step.allCases {
            let areas = CompetenceArea.allCases.filter { area in levels[area].map { Step($0) == step } ?? false }
            guard !areas.isEmpty else { continue }
            sentences.append("\(step.dutchName): \(areas.map(\.dutchName).joined(separator: ", ")).")
        }
        return sentences
    }

    /// The supervision scale in words (DOMAIN 5), from the highest down.
    private enum Step: CaseIterable {
        case teaches, alone, onCall, together, notYet

        /// - Parameter level: in tenths, 10…50.
        init(_ level: Int) {
            self =
                switch level {
                case 45...: .teaches
                case 35...: .alone
                case 25...: .onCall
                case 15...: .together
                default: .notYet
                }
        }

        var dutchName: String {
            switch self {
            case .teaches: "Kan het anderen leren"
            case .alone: "Doet zelfstandig"
            case .onCall: "Doet met hulp op afroep"
            case .together: "Doet samen met iemand"
            case .notYet: "Nog niet gedaan"
            }
        }
    }
}
