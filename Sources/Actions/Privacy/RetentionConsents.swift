public import Domain
public import Foundation
import Postgres
import Store

/// Writes down that a file may be kept for a year, and takes it back: a purpose of its own, apart from consents for regions.
public struct RecordRetentionConsent: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// By the team, as the candidate said it on the phone or in a letter.
    ///
    /// - Returns: the path of the consents.
    /// - Throws: `Rejected` for `kanaal` and `tekst`; `NotFound`.
    public func callAsFunction(
        _ reference: Reference,
        textVersion: Int,
        channel: ConsentChannel,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        guard channel != .onScreen else {
            throw Rejected("kanaal", "Op het scherm geeft de kandidaat zelf toestemming. Kies een andere manier.")
        }
        return try await explainingTexts {
            try await world.once(submission, by: actor, action: "record_retention_consent") { connection in
                let file = try await world.lockCase(reference, by: actor, on: connection)
                guard
                    try await RetentionStore.agree(
                        world.newID(),
                        of: file.candidateID,
                        textVersion: textVersion,
                        channel: channel,
                        by: actor.staffMemberID,
                        at: world.now(),
                        on: connection
                    )
                else { throw NotFound() }
                return "/kandidaten/\(reference)/toestemmingen"
            }
        }
    }

    /// By the candidate, on the screen.
    public func callAsFunction(own candidate: Candidate.ID, textVersion: Int) async throws {
        try await explainingTexts {
            try await world.database.transaction(as: .candidate(candidate)) { connection in
                let agreed = try await RetentionStore.agree(
                    world.newID(),
                    of: candidate,
                    textVersion: textVersion,
                    channel: .onScreen,
                    by: nil,
                    at: world.now(),
                    on: connection
                )
                guard agreed else { throw NotFound() }
            }
        }
    }

    private func explainingTexts<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as DatabaseError where error.constraint == "retention_consents_text_version_fkey" {
            throw Rejected("tekst", "De tekst is vernieuwd. Open de pagina opnieuw.")
        }
    }
}

/// Takes back that a file may be kept for a year.
public struct WithdrawRetentionConsent: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `NotFound`, also when none holds.
    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "withdraw_retention_consent") { connection in
            let file = try await world.lockCase(reference, by: actor, on: connection)
            guard try await RetentionStore.withdraw(of: file.candidateID, at: world.now(), on: connection) else {
                throw NotFound()
            }
            return "/kandidaten/\(reference)/toestemmingen"
        }
    }

    public func callAsFunction(own candidate: Candidate.ID) async throws {
        try await world.database.transaction(as: .candidate(candidate)) { connection in
            guard try await RetentionStore.withdraw(of: candidate, at: world.now(), on: connection) else {
                throw NotFound()
            }
        }
    }
}
