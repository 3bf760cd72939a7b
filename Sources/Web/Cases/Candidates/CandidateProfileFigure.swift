import Actions
import Domain
import Matching
import PageKit
import Postgres
import Site
import Store

/// The assessment of a candidate as it counts for a case: levels, targets, own scores, and what they rest on.
struct CandidateAssessment: Sendable {
    let row: AssessmentStore.Row?
    let framework: AssessmentFramework
    let scores: [AssessmentStore.Score]
    /// Seven levels in the order of the areas; the default where nobody scored.
    let levels: [AreaLevel]
    private let targets: [Int]

    /// The newest assessment of the framework that belongs to it; without one, defaults for route and year.
    static func read(
        _ file: CaseFileStore.Row,
        reference: ReferenceData,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> CandidateAssessment? {
        let newest = try await AssessmentStore.newest(of: file.candidateID, on: connection)
        let row = newest.flatMap { $0.validUntilOn >= today ? $0 : nil }
        guard let framework = row.flatMap({ reference.frameworks[$0.frameworkVersion] }) ?? reference.framework else {
            return nil
        }
        var scores: [AssessmentStore.Score] = []
        if let row { scores = try await AssessmentStore.scores(of: row.id, on: connection) }
        return CandidateAssessment(row: row, framework: framework, scores: scores, file: file)
    }

    private init(
        row: AssessmentStore.Row?,
        framework: AssessmentFramework,
        scores: [AssessmentStore.Score],
        file: CaseFileStore.Row
    ) {
        self.row = row
        self.framework = framework
        self.scores = scores
        levels = framework.areaLevels(scores: scores.map(\.forMatching), route: file.route, studyYear: file.studyYear)
        targets =
            framework.levels(route: file.route, studyYear: file.studyYear)?.targets
            ?? Array(repeating: AreaLevel.lowestTenths, count: CompetenceArea.count)
    }

    var isAssessed: Bool { levels.contains(where: \.isAssessed) }

    /// The areas that still have only a default.
    var missing: [CompetenceArea] { CompetenceArea.allCases.filter { !levels[$0.index].isAssessed } }

    /// - Parameter showsOwn: the candidate's own scores as rings; not on a card for others.
    func figure(
        id: String,
        showsOwn: Bool,
        title: String = "Wat de kandidaat kan en nog wil leren"
    ) -> ProfileFigure {
        ProfileFigure(
            id: id,
            title: title,
            rows: CompetenceArea.allCases.map { area in
                ProfileFigure.Area(
                    area: area.dutchName,
                    level: levels[area.index].tenths,
                    isAssessed: levels[area.index].isAssessed,
                    selfScore: showsOwn ? ownLevel(area) : nil,
                    target: targets[area.index]
                )
            }
        )
    }

    /// The candidate's own scores in an area, averaged like a level.
    private func ownLevel(_ area: CompetenceArea) -> Int? {
        let codes = Set(framework.indicators(of: area).map(\.code))
        let own = scores.filter { $0.kind == .candidate && codes.contains($0.indicator) }.compactMap(\.level)
        return own.isEmpty ? nil : rounded(10 * own.reduce(0) { $0 + $1.rawValue }, over: own.count)
    }

    /// One sentence about what the profile rests on.
    func note(today: CalendarDate, time: AmsterdamTime) -> String {
        guard let row, isAssessed else {
            return "Nog niet beoordeeld. We rekenen met het gewone niveau bij deze leerweg en dit jaar."
        }
        let date = time.today(at: row.updatedAt).dutchShort(seenOn: today)
        return missing.isEmpty
            ? "Beoordeeld op \(date)."
            : "Beoordeeld op \(date). Bij \(missing.count) van de 7 gebieden rekenen we nog met het gewone niveau."
    }
}

extension AssessmentStore.Score {
    var forMatching: IndicatorScore { IndicatorScore(indicator: indicator, by: kind, level: level) }
}
