public import Domain

/// One published version of how a fit is computed: the weights and the length of the national list of activities.
public struct ScoringModel: Hashable, Sendable, Codable {
    public let version: Int
    /// Percent per criterion; together 100.
    public let weights: CriterionValues
    /// How many activities the national list has in each area, in the order of the areas. It counts the list, not the
    /// place's choice, so that adding an activity at a place never lowers a fit.
    public let activitiesPerArea: [Int]

    /// Nil unless the weights are not negative and add up to 100 and there are seven areas.
    public init?(version: Int, weights: CriterionValues, activitiesPerArea: [Int]) {
        guard weights.sum == 100, Criterion.allCases.allSatisfy({ weights[$0] >= 0 }),
            activitiesPerArea.count == CompetenceArea.count, activitiesPerArea.allSatisfy({ (0...80).contains($0) })
        else { return nil }
        self.version = version
        self.weights = weights
        self.activitiesPerArea = activitiesPerArea
    }

    /// The weights of version 1 (DOMAIN, section 6).
    public static let firstWeights = CriterionValues(
        learningNeeds: 30,
        supervision: 20,
        travel: 20,
        period: 15,
        continuity: 10,
        wishes: 5
    )
}

/// A whole number for each criterion.
public struct CriterionValues: Hashable, Sendable, Codable {
    public var learningNeeds: Int
    public var supervision: Int
    public var travel: Int
    public var period: Int
    public var continuity: Int
    public var wishes: Int

    public init(learningNeeds: Int, supervision: Int, travel: Int, period: Int, continuity: Int, wishes: Int) {
        self.learningNeeds = learningNeeds
        self.supervision = supervision
        self.travel = travel
        self.period = period
        self.continuity = continuity
        self.wishes = wishes
    }

    public static let zero = Self(learningNeeds: 0, supervision: 0, travel: 0, period: 0, continuity: 0, wishes: 0)

    public subscript(_ criterion: Criterion) -> Int {
        get {
            switch criterion {
            case .learningNeeds: learningNeeds
            case .supervision: supervision
            case .travel: travel
            case .period: period
            case .continuity: continuity
            case .wishes: wishes
            }
        }
        set {
            switch criterion {
            case .learningNeeds: learningNeeds = newValue
            case .supervision: supervision = newValue
            case .travel: travel = newValue
            case .period: period = newValue
            case .continuity: continuity = newValue
            case .wishes: wishes = newValue
            }
        }
    }

    public var sum: Int { learningNeeds + supervision + travel + period + continuity + wishes }
}

/// How far apart two points count as, in hectometres.
///
/// The seam for water barriers (DOMAIN, 6a): whatever rule comes, it may only lengthen the straight line, because
/// ranking leaves out far places by the straight line alone.
public enum DistanceRule: Sendable {
    case straightLine

    public func hectometres(from start: MapPoint, to end: MapPoint) -> Int {
        switch self {
        case .straightLine: start.distanceInHectometres(to: end)
        }
    }
}
