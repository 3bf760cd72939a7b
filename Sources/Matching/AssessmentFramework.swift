public import Domain

/// The one instrument for the whole country: areas, indicators, default and target levels, versioned as data.
public struct AssessmentFramework: Hashable, Sendable, Codable {
    public let version: Int
    public let indicators: [BehaviourIndicator]
    public let levels: [FrameworkLevels]

    public init(version: Int, indicators: [BehaviourIndicator], levels: [FrameworkLevels]) {
        self.version = version
        self.indicators = indicators
        self.levels = levels
    }

    /// Default and target levels for a route and study year: the row of that year, else the nearest lower year of the
    /// route, else its lowest; nil when the framework says nothing about the route.
    public func levels(route: LearningRoute, studyYear: Int) -> FrameworkLevels? {
        let rows = levels.filter { $0.route == route }.sorted { $0.studyYear < $1.studyYear }
        return rows.last { $0.studyYear <= studyYear } ?? rows.first
    }

    /// The indicators of an area, in the order of the framework.
    public func indicators(of area: CompetenceArea) -> [BehaviourIndicator] { indicators.filter { $0.area == area } }

    /// The indicators of a form; the short form has one for each area.
    public func indicators(of form: AssessmentForm) -> [BehaviourIndicator] {
        form == .full ? indicators : indicators.filter(\.isInShortForm)
    }

    /// The seven area levels in tenths: q(10·S, n) over all assessors' scores in the area. Self-scores and "not seen"
    /// never count; an area without any score takes the default and is not assessed.
    public func areaLevels(scores: [IndicatorScore], route: LearningRoute, studyYear: Int) -> [AreaLevel] {
        let areaOfIndicator = Dictionary(indicators.map { ($0.code, $0.area) }, uniquingKeysWith: { first, _ in first })
        var (sums, counts) = (
            Array(repeating: 0, count: CompetenceArea.count), Array(repeating: 0, count: CompetenceArea.count)
        )
        for score in scores where score.by == .assessor {
            guard let level = score.level, let area = areaOfIndicator[score.indicator] else { continue }
            sums[area.index] += level.rawValue
            counts[area.index] += 1
        }
        let defaults = levels(route: route, studyYear: studyYear)?.defaults
        return CompetenceArea.allCases.map { area in
            let count = counts[area.index]
            return count > 0
                ? AreaLevel(tenths: rounded(10 * sums[area.index], over: count), isAssessed: true)
                : AreaLevel(tenths: defaults?[area.index] ?? AreaLevel.lowestTenths, isAssessed: false)
        }
    }

    /// Indicators on which the candidate's own score and an assessor's differ by two or more, in the framework's order.
    public func talkingPoints(scores: [IndicatorScore]) -> [TalkingPoint] {
        indicators.flatMap { indicator in
            let scored = scores.filter { $0.indicator == indicator.code }
            let own = scored.filter { $0.by == .candidate }.compactMap(\.level)
            let others = scored.filter { $0.by == .assessor }.compactMap(\.level)
            return own.prefix(1).flatMap { own in
                others.filter { abs($0.rawValue - own.rawValue) >= 2 }.prefix(1).map {
                    TalkingPoint(indicator: indicator, own: own, assessor: $0)
                }
            }
        }
    }

    /// The short form is complete when all seven areas have a level of their own.
    public func isShortFormComplete(scores: [IndicatorScore]) -> Bool {
        let areaOfIndicator = Dictionary(indicators.map { ($0.code, $0.area) }, uniquingKeysWith: { first, _ in first })
        let areas = scores.filter { $0.by == .assessor && $0.level != nil }.compactMap { areaOfIndicator[$0.indicator] }
        return Set(areas).count == CompetenceArea.count
    }
}

/// One thing people do that can be seen and scored (*gedragsindicator*).
public struct BehaviourIndicator: Hashable, Sendable, Codable {
    public let code: String
    public let area: CompetenceArea
    public let text: String
    public let isInShortForm: Bool

    public init(code: String, area: CompetenceArea, text: String, isInShortForm: Bool) {
        self.code = code
        self.area = area
        self.text = text
        self.isInShortForm = isInShortForm
    }
}

/// Default and target levels per area, in tenths (10…50), for one route and study year.
public struct FrameworkLevels: Hashable, Sendable, Codable {
    public let route: LearningRoute
    public let studyYear: Int
    /// Seven numbers in the order of the areas.
    public let defaults: [Int]
    public let targets: [Int]

    public init(route: LearningRoute, studyYear: Int, defaults: [Int], targets: [Int]) {
        precondition(
            defaults.count == CompetenceArea.count && targets.count == CompetenceArea.count,
            "seven areas have levels"
        )
        self.route = route
        self.studyYear = studyYear
        self.defaults = defaults
        self.targets = targets
    }
}

/// One score on one indicator; no level means *niet gezien*.
public struct IndicatorScore: Hashable, Sendable, Codable {
    public let indicator: String
    public let by: AssessorKind
    public let level: SupervisionLevel?

    public init(indicator: String, by: AssessorKind, level: SupervisionLevel?) {
        self.indicator = indicator
        self.by = by
        self.level = level
    }
}

/// How far someone is in one area, in tenths of the supervision scale.
public struct AreaLevel: Hashable, Sendable, Codable {
    /// 10…50.
    public let tenths: Int
    /// False when the level is only the default (*nog niet beoordeeld*).
    public let isAssessed: Bool

    public static let lowestTenths = 10

    public init(tenths: Int, isAssessed: Bool) {
        self.tenths = tenths
        self.isAssessed = isAssessed
    }
}

/// Where candidate and assessor see something differently.
public struct TalkingPoint: Hashable, Sendable {
    public let indicator: BehaviourIndicator
    public let own: SupervisionLevel
    public let assessor: SupervisionLevel
}
