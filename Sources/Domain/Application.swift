public import Foundation

/// A number in a goal, kept in whole tenths: `25` or `12,5`.
public struct GoalNumber: Hashable, Sendable, Comparable {
    public let tenths: Int

    public init(tenths: Int) { self.tenths = tenths }

    public static let greatest = Self(tenths: 10_000_000)

    /// Reads `25`, `1.500` and `12,5`; nil for anything else, for negatives and above ``greatest``.
    public init?(_ text: String) {
        let parts = text.filter { !$0.isWhitespace }.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let digits = groups.joined()
        guard !digits.isEmpty, digits.count <= 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }),
            let whole = Int(digits)
        else { return nil }
        var tenth = 0
        if parts.count == 2 {
            guard parts[1].count == 1, let value = parts[1].first?.wholeNumberValue else { return nil }
            tenth = value
        }
        let number = Self(tenths: whole * 10 + tenth)
        guard number <= .greatest else { return nil }
        self = number
    }

    /// As people write it: `25` or `12,5`.
    public var text: String { tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10),\(tenths % 10)" }

    public static func < (left: Self, right: Self) -> Bool { left.tenths < right.tenths }
}

/// What an application says, complete or not.
public struct ApplicationContent: Hashable, Sendable {
    /// A goal in a number, e.g. "Extra stageplekken" 25 "plekken".
    public struct Goal: Hashable, Sendable {
        public let sentence: String
        public let unit: String
        public let target: GoalNumber
        public let reached: GoalNumber?

        public init(sentence: String, unit: String, target: GoalNumber, reached: GoalNumber? = nil) {
            self.sentence = sentence
            self.unit = unit
            self.target = target
            self.reached = reached
        }
    }

    /// An organisation beside the applicant.
    public struct Partner: Hashable, Sendable {
        public let id: UUID
        public let name: String
        public let kind: PartnerKind
        public let contribution: String
        public let joinedOn: CalendarDate
        public let leftOn: CalendarDate?
        public let leftReason: String?

        public init(
            id: UUID,
            name: String,
            kind: PartnerKind,
            contribution: String,
            joinedOn: CalendarDate,
            leftOn: CalendarDate? = nil,
            leftReason: String? = nil
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.contribution = contribution
            self.joinedOn = joinedOn
            self.leftOn = leftOn
            self.leftReason = leftReason
        }
    }

    public struct CostLine: Hashable, Sendable {
        public let description: String
        public let amount: Money

        public init(description: String, amount: Money) {
            self.description = description
            self.amount = amount
        }
    }

    /// The organisation that applies; empty while it is not known.
    public var applicant = ""
    public var name: String
    public var problem: String
    public var approach: String
    public var plan: String
    /// For the public page: at most three sentences.
    public var summary: String
    public var regions: [RegionCode] = []
    public var municipalities: [MunicipalityCode] = []
    public var bottlenecks: [BottleneckCode] = []
    /// For which routes the project is; empty for all of them.
    public var routes: RouteSet = []
    public var goals: [Goal] = []
    public var partners: [Partner] = []
    public var costs: [CostLine] = []
    public var requested: Money?
    public var startsOn: CalendarDate?
    public var endsOn: CalendarDate?

    public static let mostGoals = 8
    public static let mostPartners = 20
    public static let mostCosts = 20
    public static let mostSentences = 3

    public init(name: String, problem: String = "", approach: String = "", plan: String = "", summary: String = "") {
        self.name = name
        self.problem = problem
        self.approach = approach
        self.plan = plan
        self.summary = summary
    }

    /// The sum of the budget; nil while it is empty.
    public var cost: Money? { costs.isEmpty ? nil : costs.reduce(.zero) { $0 + $1.amount } }

    /// Partners who did not leave.
    public var presentPartners: [Partner] { partners.filter { $0.leftOn == nil } }

    /// How many organisations take part beside the applicant, each counted once.
    public var partnerCount: Int {
        Set(presentPartners.map { OrganisationName.key($0.name) }).subtracting([OrganisationName.key(applicant)]).count
    }

    /// How many sentences a text has: pieces that end in `.`, `!` or `?` before white space or the end, and what is left over.
    public static func sentenceCount(_ text: String) -> Int {
        var (count, hasLetters) = (0, false)
        var previous: Character = " "
        for character in text + " " {
            if character.isWhitespace, ".!?".contains(previous), hasLetters {
                count += 1
                hasLetters = false
            } else if character.isLetter || character.isNumber {
                hasLetters = true
            }
            previous = character
        }
        return count + (hasLetters ? 1 : 0)
    }
}

/// A rule of the stimuleringsregeling, with its number on the check page.
public enum SchemeRule: Int, CaseIterable, Sendable {
    case story = 1
    case summary
    case region
    case bottleneck
    case goals
    case partners
    case period
    case budget
    case maximum
    case share
    case open

    /// The step of the form where it can be mended; nil for what nobody can mend.
    public var step: Int? {
        switch self {
        case .story, .summary: 1
        case .region, .bottleneck: 2
        case .goals: 3
        case .partners: 4
        case .period, .budget, .maximum, .share: 5
        case .open: nil
        }
    }
}

/// Whether an application keeps to one rule, and why.
public struct RuleVerdict: Hashable, Sendable {
    public let rule: SchemeRule
    /// What the rule asks, as a sentence.
    public let demand: String
    public let isMet: Bool
    /// What was found.
    public let finding: String
}

extension SchemeYear {
    /// Every rule with its verdict, in the order of the form.
    ///
    /// - Parameter day: when it is or was submitted.
    public func verdicts(on content: ApplicationContent, submittedOn day: CalendarDate) -> [RuleVerdict] {
        SchemeRule.allCases.map { rule in
            let (demand, isMet, finding) = judge(rule, content, day)
            return RuleVerdict(rule: rule, demand: demand, isMet: isMet, finding: finding)
        }
    }

    private func judge(
        _ rule: SchemeRule,
        _ content: ApplicationContent,
        _ day: CalendarDate
    ) -> (demand: String, isMet: Bool, finding: String) {
        let cost = content.cost
        switch rule {
        case .story:
            let missing = [
                ("de naam", content.name), ("het probleem", content.problem), ("de aanpak", content.approach),
                ("het plan", content.plan),
            ].filter { $0.1.isEmpty }.map(\.0)
            return (
                "Naam, probleem, aanpak en plan zijn ingevuld.", missing.isEmpty,
                missing.isEmpty ? "Alles is ingevuld." : "Nog niet ingevuld: \(missing.joined(separator: ", "))."
            )
        case .summary:
            let count = ApplicationContent.sentenceCount(content.summary)
            return (
                "De tekst voor de projectpagina heeft één tot drie zinnen.",
                (1...ApplicationContent.mostSentences).contains(count),
                count == 0 ? "Er staat nog niets." : count == 1 ? "Er staat 1 zin." : "Er staan \(count) zinnen."
            )
        case .region:
            return counted("regio", "regio's", content.regions.count, least: 1, "Het werk is in ten minste één regio.")
        case .bottleneck:
            return counted(
                "knelpunt",
                "knelpunten",
                content.bottlenecks.count,
                least: 1,
                "Het project pakt ten minste één knelpunt aan."
            )
        case .goals:
            return counted("doel", "doelen", content.goals.count, least: 1, "Er is ten minste één doel met een getal.")
        case .partners:
            let found = counted(
                "partner",
                "partners",
                content.partnerCount,
                least: minimumPartners,
                "Naast de aanvrager doen ten minste \(minimumPartners) organisaties mee."
            )
            guard content.partnerCount < content.presentPartners.count else { return found }
            return (
                found.demand, found.isMet,
                found.finding + " De aanvrager zelf telt niet mee, en dezelfde organisatie telt één keer."
            )
        case .period:
            guard let start = content.startsOn, let end = content.endsOn else {
                return ("Het project heeft een begin en een eind.", false, "Begin of eind is nog niet ingevuld.")
            }
            return (
                "Het project heeft een begin en een eind.", start <= end,
                "\(start.dutchShortWithYear) tot en met \(end.dutchShortWithYear)."
            )
        case .budget:
            return (
                "De begroting is ingevuld, en het bedrag dat je vraagt.", cost != nil && content.requested != nil,
                "Kosten: \(cost?.text ?? "nog niet ingevuld"). Gevraagd: \(content.requested?.text ?? "nog niet ingevuld")."
            )
        case .maximum:
            return (
                "Een project krijgt ten hoogste \(maximum.text).", (content.requested ?? .zero) <= maximum,
                content.requested.map { "Gevraagd: \($0.text)." } ?? "Er is nog niets gevraagd."
            )
        case .share:
            let most = cost.map { Money(cents: $0.cents * sharePercent / 100) }
            return (
                "De subsidie is ten hoogste \(sharePercent)% van de kosten.",
                (content.requested ?? .zero) <= most ?? .zero,
                most.map { "\(sharePercent)% van de kosten is \($0.text)." } ?? "Vul eerst de begroting in."
            )
        case .open:
            return (
                "De regeling is open van \(opensOn.dutchLong) tot en met \(closesOn.dutchLong).", isOpen(on: day),
                isOpen(on: day)
                    ? "Op \(day.dutchLong) is de regeling open." : "Op \(day.dutchLong) is de regeling niet open."
            )
        }
    }

    private func counted(
        _ one: String,
        _ many: String,
        _ count: Int,
        least: Int,
        _ demand: String
    ) -> (demand: String, isMet: Bool, finding: String) {
        let found = count == 0 ? "Nog geen \(one)." : count == 1 ? "1 \(one)." : "\(count) \(many)."
        return (demand, count >= least, found)
    }
}
