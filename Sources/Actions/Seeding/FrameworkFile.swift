import Domain
import Matching

/// The assessment framework as it stands in `framework-v1.json`.
struct FrameworkFile: Decodable {
    struct Area: Decodable {
        let code: CompetenceArea
        let name: String
        let description: String
        let indicators: [Indicator]
    }

    struct Indicator: Decodable {
        let code: String
        let sentence: String
        let isShortForm: Bool
    }

    struct Levels: Decodable {
        let route: LearningRoute
        let studyYear: Int
        let defaultLevels: [String: Int]
        let targetLevels: [String: Int]
    }

    let version: Int
    let validFrom: CalendarDate
    let source: String
    let areas: [Area]
    let levels: [Levels]

    /// Years that the schema knows; a year that the file does not name takes the levels of the nearest lower year.
    static let studyYears = 1...4

    /// The framework that assessments are computed with.
    var framework: AssessmentFramework {
        AssessmentFramework(
            version: version,
            indicators: areas.flatMap { area in
                area.indicators.map {
                    BehaviourIndicator(code: $0.code, area: area.code, text: $0.sentence, isInShortForm: $0.isShortForm)
                }
            },
            levels: levels.map { row in
                FrameworkLevels(
                    route: row.route,
                    studyYear: row.studyYear,
                    defaults: CompetenceArea.allCases.map { row.defaultLevels[$0.rawValue] ?? AreaLevel.lowestTenths },
                    targets: CompetenceArea.allCases.map { row.targetLevels[$0.rawValue] ?? AreaLevel.lowestTenths }
                )
            }
        )
    }
}

/// The published weights as they stand in `scoring-model-v1.json`.
struct ScoringModelFile: Decodable {
    let version: Int
    let validFrom: CalendarDate
    let source: String
    let weights: [String: Int]

    var values: CriterionValues {
        var values = CriterionValues.zero
        for criterion in Criterion.allCases { values[criterion] = weights[criterion.rawValue] ?? 0 }
        return values
    }
}
