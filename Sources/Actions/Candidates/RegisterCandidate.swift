public import Domain
public import Foundation
import Mail
public import Postgres
import Store

/// A candidate comes in: candidate, identity, first case, consents, all in one transaction.
public struct RegisterCandidate: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// What came of it.
    public struct Registered: Hashable, Sendable {
        public let candidateID: Candidate.ID
        public let caseID: CaseFile.ID
        /// The kenmerk of the case.
        public let reference: Reference
    }

    /// Registers one candidate with the actor as coordinator.
    ///
    /// - Returns: the path of the confirmation, also when the same form came in before.
    /// - Throws: `Rejected` with the names of ``CandidateDraft/Field``.
    public func callAsFunction(
        _ draft: CandidateDraft,
        consents: [ConsentDraft] = [],
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "register_candidate") { connection in
            let due = try await DueDates.read(today: world.today, on: connection)
            let registered = try await insert(
                draft,
                consents: consents,
                origin: .team,
                due: due,
                by: actor,
                on: connection
            )
            if draft.mail != nil {
                try await world.tell(
                    .candidateRegistered,
                    case: registered.caseID,
                    team: actor.teamID,
                    candidate: registered.candidateID,
                    on: connection
                )
            }
            return "/kandidaten/\(registered.reference)/aangemeld"
        }
    }

    /// The same inside a larger transaction, such as an import of many.
    ///
    /// - Parameter assumed: names of ``CandidateDraft/Field`` that nobody said and that were filled in with what is usual.
    public func insert(
        _ draft: CandidateDraft,
        consents: [ConsentDraft] = [],
        origin: CaseOrigin,
        assumed: [String] = [],
        isFictional: Bool = false,
        due: DueDates,
        by actor: Actor,
        on connection: Connection
    ) async throws -> Registered {
        let problems = draft.problems(today: world.today)
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        let registered = Registered(candidateID: world.newID(), caseID: world.newID(), reference: world.newReference())
        guard
            try await CandidateStore.insert(
                registered.candidateID,
                world.newReference(),
                draft,
                team: actor.teamID,
                isFictional: isFictional,
                at: world.now(),
                on: connection
            )
        else {
            throw Rejected(CandidateDraft.Field.municipality.rawValue, "Kies een gemeente uit de lijst.")
        }
        try await open(
            registered,
            draft,
            consents: consents,
            origin: origin,
            assumed: assumed,
            isFictional: isFictional,
            due: due,
            as: actor.acting,
            team: actor.teamID,
            region: actor.regionCode,
            on: connection
        )
        return registered
    }

    /// Opens the first case of a file that is there: for the coordinator who handles it, or for a candidate who registers, whose
    /// case nobody handles yet.
    func open(
        _ registered: Registered,
        _ draft: CandidateDraft,
        consents: [ConsentDraft],
        origin: CaseOrigin,
        assumed: [String] = [],
        isFictional: Bool,
        due: DueDates,
        as acting: Acting,
        team: Team.ID,
        region: RegionCode,
        on connection: Connection
    ) async throws {
        let now = world.now()
        let beginning = CaseFileStore.Beginning(
            id: registered.caseID,
            reference: registered.reference,
            candidateID: registered.candidateID,
            teamID: team,
            regionCode: region,
            coordinatorID: acting.staffMemberID,
            origin: origin,
            dueOn: try due.date(for: .registered),
            isFictional: isFictional
        )
        do {
            try await CaseFileStore.insert(beginning, draft, at: now, on: connection)
            for consent in consents {
                try await CandidateStore.insertConsent(
                    world.newID(),
                    of: registered.candidateID,
                    consent,
                    team: team,
                    by: acting.staffMemberID,
                    at: now,
                    on: connection
                )
            }
        } catch let error as DatabaseError {
            throw rejection(of: error)
        }
        try await world.keepPersonKey(of: registered.candidateID, draft.name, bornOn: draft.bornOn, on: connection)
        try await CaseFileStore.record(
            .registered,
            of: registered.caseID,
            team: team,
            facts: ["origin": origin.rawValue].merging(
                assumed.isEmpty ? [:] : [CaseFileStore.assumedFact: assumed.joined(separator: " ")]
            ) { fact, _ in fact },
            id: world.newUUID(),
            acting: acting,
            at: now,
            on: connection
        )
        for consent in consents {
            try await CaseFileStore.record(
                .consentGiven,
                of: registered.caseID,
                team: team,
                facts: [
                    "regionCode": consent.regionCode?.rawValue ?? "neighbours", "channel": consent.channel.rawValue,
                ],
                id: world.newUUID(),
                acting: acting,
                at: now,
                on: connection
            )
        }
    }
}

/// A code that stands in no list, as an error of its field; anything else stays what it is.
func rejection(of error: DatabaseError) -> any Error {
    typealias Field = CandidateDraft.Field
    switch error.constraint {
    case "case_files_role_code_fkey": return Rejected(Field.role.rawValue, "Kies een functie uit de lijst.")
    case "case_files_school_id_fkey": return Rejected(Field.school.rawValue, "Kies een school uit de lijst.")
    case "candidate_regions_region_code_fkey":
        return Rejected(Field.willingRegions.rawValue, "Kies regio's uit de lijst.")
    case "consents_region_code_fkey": return Rejected("toestemming", "Kies een regio uit de lijst.")
    case "consents_text_version_fkey": return Rejected("toestemming", "De tekst is vernieuwd. Open de pagina opnieuw.")
    default: return error
    }
}
