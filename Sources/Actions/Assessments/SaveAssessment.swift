public import Domain
public import Foundation
public import Matching
import Store

/// Saves scores of the uniform assessment and the levels that follow from them. Partial is fine: what is missing is shown.
///
/// The actor scores as assessor; a colleague who opens the same form is the second assessor, each with own scores.
public struct SaveAssessment: Sendable {
    let world: World
    let framework: AssessmentFramework

    public init(world: World, framework: AssessmentFramework) {
        self.world = world
        self.framework = framework
    }

    /// What the form holds; an indicator that is absent was not answered.
    public struct Answers: Sendable {
        /// A level, or nil for "not seen", by indicator.
        public var own: [String: SupervisionLevel?] = [:]
        public var assessor: [String: SupervisionLevel?] = [:]
        /// What the candidate wants to say about it.
        public var remark = ""

        public init() {}
    }

    /// - Parameter version: of the assessment the form was made from; 0 when there was none yet.
    public func callAsFunction(
        _ reference: Reference,
        form: AssessmentForm,
        version: Int,
        _ answers: Answers,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        let known = Set(framework.indicators.map(\.code))
        guard known.isSuperset(of: answers.own.keys), known.isSuperset(of: answers.assessor.keys) else {
            throw Rejected("scores", "De vragenlijst is vernieuwd. Open de pagina opnieuw.")
        }
        guard !CitizenServiceNumber.occurs(in: answers.remark) else {
            throw Rejected("opmerking", "Hier staat een burgerservicenummer (BSN). Haal het weg.")
        }
        return try await world.once(submission, by: actor, action: "save_assessment") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            let now = world.now()
            let newest = try await AssessmentStore.lockNewest(of: file.candidateID, on: connection)
            let current = newest.flatMap { isCurrent($0) ? $0 : nil }
            guard (current?.version ?? 0) == version else { throw staleVersion }
            let id = current?.id ?? world.newID()
            if let current {
                // Once full stays full: the short form is part of it.
                guard
                    try await AssessmentStore.update(
                        id,
                        version: current.version,
                        form: current.form == .full ? .full : form,
                        remark: answers.remark,
                        at: now,
                        on: connection
                    )
                else { throw staleVersion }
            } else {
                try await AssessmentStore.insert(
                    id,
                    of: file.candidateID,
                    team: file.teamID,
                    frameworkVersion: framework.version,
                    form: form,
                    remark: answers.remark,
                    validUntilOn: world.today.adding(months: Assessment.validMonths),
                    at: now,
                    on: connection
                )
            }
            for (kind, scores) in [(AssessorKind.candidate, answers.own), (.assessor, answers.assessor)]
            where !scores.isEmpty {
                let assessor = try await AssessmentStore.assessor(
                    kind,
                    staffMember: kind == .assessor ? actor.staffMemberID : nil,
                    of: id,
                    team: file.teamID,
                    newID: world.newUUID(),
                    on: connection
                )
                try await AssessmentStore.saveScores(
                    scores.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 },
                    by: assessor,
                    of: id,
                    team: file.teamID,
                    frameworkVersion: framework.version,
                    at: now,
                    on: connection
                )
            }
            let scores = try await AssessmentStore.scores(of: id, on: connection)
            try await AssessmentStore.replaceLevels(
                levels(from: scores, file: file),
                of: id,
                team: file.teamID,
                on: connection
            )
            try await CaseFileStore.record(
                .assessed,
                of: file.id,
                team: file.teamID,
                facts: ["assessment": "\(id)", "framework": "\(framework.version)", "form": form.rawValue],
                id: world.newUUID(),
                acting: actor.acting,
                at: now,
                on: connection
            )
            return "/kandidaten/\(file.reference)/beoordeling"
        }
    }

    /// An assessment goes on while it is valid and of the version in use; otherwise a new one begins.
    private func isCurrent(_ row: AssessmentStore.Row) -> Bool {
        row.validUntilOn >= world.today && row.frameworkVersion == framework.version
    }

    private func levels(from rows: [AssessmentStore.Score], file: CaseFileStore.Row) -> [AssessmentStore.Level] {
        let scores = rows.map { IndicatorScore(indicator: $0.indicator, by: $0.kind, level: $0.level) }
        let levels = framework.areaLevels(scores: scores, route: file.route, studyYear: file.studyYear)
        return CompetenceArea.allCases.compactMap { area in
            guard levels[area.index].isAssessed else { return nil }
            let codes = Set(framework.indicators(of: area).map(\.code))
            let counted = scores.filter { $0.by == .assessor && codes.contains($0.indicator) }.compactMap(\.level)
            return AssessmentStore.Level(
                area: area,
                level: levels[area.index].tenths,
                scoreSum: counted.reduce(0) { $0 + $1.rawValue },
                scoreCount: counted.count
            )
        }
    }
}
