import Domain
import Matching
import Testing

@Suite struct AssessmentTests {
    private let framework = AssessmentFramework(
        version: 1,
        indicators: CompetenceArea.allCases.flatMap { area in
            (1...3).map {
                BehaviourIndicator(code: "\(area.rawValue).\($0)", area: area, text: "…", isInShortForm: $0 == 1)
            }
        },
        levels: [
            FrameworkLevels(
                route: .bol,
                studyYear: 1,
                defaults: Array(repeating: 10, count: 7),
                targets: Array(repeating: 20, count: 7)
            ),
            FrameworkLevels(
                route: .bol,
                studyYear: 3,
                defaults: Array(repeating: 25, count: 7),
                targets: Array(repeating: 40, count: 7)
            ),
        ]
    )

    private func score(_ indicator: String, _ by: AssessorKind, _ level: Int?) -> IndicatorScore {
        IndicatorScore(indicator: indicator, by: by, level: level.flatMap(SupervisionLevel.init))
    }

    @Test func `a level is the rounded mean of the assessors' scores; own scores and not seen never count`() {
        let levels = framework.areaLevels(
            scores: [
                score("communication.1", .assessor, 3), score("communication.2", .assessor, 4),
                score("communication.2", .assessor, 4), score("communication.3", .assessor, nil),
                score("communication.1", .candidate, 1), score("learning.1", .candidate, 5),
            ],
            route: .bol,
            studyYear: 2
        )

        #expect(levels[CompetenceArea.communication.index] == AreaLevel(tenths: 37, isAssessed: true))
        #expect(levels[CompetenceArea.learning.index] == AreaLevel(tenths: 10, isAssessed: false))
    }

    @Test(arguments: [(0, 10), (1, 10), (2, 10), (3, 25), (4, 25)])
    func `defaults are those of the year or the nearest year below`(year: Int, expected: Int) {
        #expect(
            framework.areaLevels(scores: [], route: .bol, studyYear: year).map(\.tenths)
                == Array(repeating: expected, count: 7)
        )
    }

    @Test func `a difference of two is a talking point`() {
        let points = framework.talkingPoints(scores: [
            score("society.1", .candidate, 4), score("society.1", .assessor, 2), score("society.2", .candidate, 4),
            score("society.2", .assessor, 3), score("society.3", .assessor, 1),
        ])
        #expect(points.map(\.indicator.code) == ["society.1"])
    }

    @Test func `the short form is complete when all seven areas have a level`() {
        let scores = framework.indicators(of: AssessmentForm.short).map { score($0.code, .assessor, 3) }
        #expect(scores.count == 7)
        #expect(framework.isShortFormComplete(scores: scores))
        #expect(
            !framework.isShortFormComplete(scores: scores.dropLast() + [score("professionalism.1", .assessor, nil)])
        )
        #expect(!framework.isShortFormComplete(scores: scores.dropLast() + [score("professionalism.1", .candidate, 3)]))
    }
}
