public import Domain
public import Foundation
public import Matching
import Postgres
import Store

/// A candidate scores the own behaviour and says something about the assessment. Levels come from assessors alone, so nothing
/// of what they scored changes (DOMAIN, section 5).
public struct ScoreOwnBehaviour: Sendable {
    let world: World
    let framework: AssessmentFramework

    public init(world: World, framework: AssessmentFramework) {
        self.world = world
        self.framework = framework
    }

    private static let path = "/mijn/beoordeling"

    /// - Parameters:
    ///   - version: of the assessment the form was made from; 0 when there was none yet.
    ///   - scores: a level, or nil for "not seen", by indicator; what is absent was not answered.
    /// - Throws: `Conflict` when it changed meanwhile; `Rejected` when the list of questions is another one.
    public func callAsFunction(
        _ scores: [String: SupervisionLevel?],
        remark: String,
        form: AssessmentForm,
        version: Int,
        by candidate: Candidate.ID,
        submission: UUID?
    ) async throws -> String {
        guard Set(framework.indicators.map(\.code)).isSuperset(of: scores.keys) else {
            throw Rejected("scores", "De vragenlijst is vernieuwd. Open de pagina opnieuw.")
        }
        guard !CitizenServiceNumber.occurs(in: remark) else {
            throw Rejected("opmerking", "Bij opmerking staat een burgerservicenummer (BSN). Haal dat weg.")
        }
        let acting = Acting.candidate(candidate)
        return try await world.once(submission, as: acting, action: "score_own_behaviour") { connection in
            guard let standing = try await OwnFileStore.standing(of: candidate, on: connection) else {
                throw NotFound()
            }
            let id = try await assessment(of: candidate, standing.teamID, form, version, remark, on: connection)
            if !scores.isEmpty {
                let assessor = try await AssessmentStore.assessor(
                    .candidate,
                    staffMember: nil,
                    of: id,
                    team: standing.teamID,
                    newID: world.newUUID(),
                    on: connection
                )
                try await AssessmentStore.saveScores(
                    scores.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 },
                    by: assessor,
                    of: id,
                    team: standing.teamID,
                    frameworkVersion: framework.version,
                    at: world.now(),
                    on: connection
                )
            }
            for file in try await OwnFileStore.lockOpen(of: candidate, on: connection) {
                try await world.record(
                    .assessed,
                    in: file,
                    facts: ["assessment": "\(id)", "form": form.rawValue, "by": "candidate"],
                    as: acting,
                    on: connection
                )
            }
            return Self.path
        }
    }

    /// The assessment that goes on, or a new one.
    private func assessment(
        of candidate: Candidate.ID,
        _ team: Team.ID,
        _ form: AssessmentForm,
        _ version: Int,
        _ remark: String,
        on connection: Connection
    ) async throws -> Assessment.ID {
        let newest = try await AssessmentStore.lockNewest(of: candidate, on: connection)
        let current = newest.flatMap {
            $0.validUntilOn >= world.today && $0.frameworkVersion == framework.version ? $0 : nil
        }
        guard (current?.version ?? 0) == version else { throw staleVersion }
        if let current {
            guard
                try await AssessmentStore.update(
                    current.id,
                    version: current.version,
                    form: current.form == .full ? .full : form,
                    remark: remark,
                    at: world.now(),
                    on: connection
                )
            else { throw staleVersion }
            return current.id
        }
        let id = world.newID(Assessment.ID.self)
        try await AssessmentStore.insert(
            id,
            of: candidate,
            team: team,
            frameworkVersion: framework.version,
            form: form,
            remark: remark,
            validUntilOn: world.today.adding(months: Assessment.validMonths),
            at: world.now(),
            on: connection
        )
        return id
    }

    /// Asks for a second assessor, once per case until one came: it stands on the team's work list.
    public func askSecondAssessor(by candidate: Candidate.ID, submission: UUID?) async throws -> String {
        let acting = Acting.candidate(candidate)
        return try await world.once(submission, as: acting, action: "ask_second_assessor") { connection in
            guard let file = try await OwnFileStore.lockOpen(of: candidate, on: connection).last else {
                throw Conflict(
                    code: "no_open_case",
                    message: "Je zoekt nu geen plek. Bel je team als je opnieuw beoordeeld wilt worden."
                )
            }
            if try await AssessmentStore.secondAssessor(for: file.id, of: candidate, on: connection) == .notAsked {
                try await world.record(.secondAssessorAsked, in: file, as: acting, on: connection)
            }
            return Self.path
        }
    }
}
