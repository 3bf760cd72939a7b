public import Domain
public import Foundation
import Postgres
import Store

/// A candidate lets a region look at the card without a name, or takes that back: one click each.
public struct KeepOwnConsents: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    private static let path = "/mijn/toestemmingen"

    /// Giving what was given already changes nothing.
    ///
    /// - Parameters:
    ///   - region: nil for all neighbours of the region that has the case.
    ///   - textVersion: of the text that was on the screen.
    /// - Throws: `Rejected` for `regio` and `tekst`.
    public func give(
        _ region: RegionCode?,
        textVersion: Int,
        by candidate: Candidate.ID,
        submission: UUID?
    ) async throws -> String {
        let acting = Acting.candidate(candidate)
        return try await world.once(submission, as: acting, action: "give_own_consent") { connection in
            let files = try await OwnFileStore.lockOpen(of: candidate, on: connection)
            guard let standing = try await OwnFileStore.standing(of: candidate, on: connection) else {
                throw NotFound()
            }
            guard !files.contains(where: { $0.regionCode == region }) else {
                throw Rejected("regio", "Voor je eigen regio is geen toestemming nodig.")
            }
            guard try await ConsentStore.currentText(on: world.today, connection: connection)?.version == textVersion
            else { throw Rejected("tekst", "De tekst is vernieuwd. Lees hem hieronder en kies opnieuw.") }
            guard try await !CandidateStore.consents(of: candidate, on: connection).contains(region) else {
                return Self.path
            }
            try await CandidateStore.insertConsent(
                world.newID(),
                of: candidate,
                ConsentDraft(regionCode: region, textVersion: textVersion, channel: .onScreen),
                team: standing.teamID,
                by: nil,
                at: world.now(),
                on: connection
            )
            for file in files {
                try await world.record(
                    .consentGiven,
                    in: file,
                    facts: ["regionCode": region?.rawValue ?? "neighbours"],
                    as: acting,
                    on: connection
                )
            }
            return Self.path
        }
    }

    /// An open referral that rests on it comes back at once.
    ///
    /// - Throws: `NotFound`, also when it was taken back before.
    public func withdraw(_ consent: Consent.ID, by candidate: Candidate.ID, submission: UUID?) async throws -> String {
        let acting = Acting.candidate(candidate)
        return try await explainingRefusals {
            try await world.once(submission, as: acting, action: "withdraw_own_consent") { connection in
                let files = try await OwnFileStore.lockOpen(of: candidate, on: connection)
                guard try await ConsentStore.withdraw(consent, of: candidate, at: world.now(), on: connection) else {
                    throw NotFound()
                }
                for file in files {
                    try await world.settle(withdrawn: consent, in: file, as: acting, on: connection)
                }
                return Self.path
            }
        }
    }
}
