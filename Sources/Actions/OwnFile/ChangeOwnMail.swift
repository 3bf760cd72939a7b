public import Domain
import Foundation
import Mail
import Postgres
import Store

/// A candidate changes the mail address with which one signs in: the new one is proved by a link first, and the old one hears
/// of it.
public struct ChangeOwnMail: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// Sends the link to the new address; until its button is pressed nothing changes.
    ///
    /// - Throws: ``TooManyGuesses``.
    public func ask(for mail: EmailAddress, by candidate: Candidate.ID) async throws {
        _ = try await world.count(GuessLimit.asking(.candidateMailChange, by: "\(candidate)"))
        try await world.database.transaction(as: .candidate(candidate)) { connection in
            try await world.tell(
                .candidateMailChange,
                candidate: candidate,
                facts: ["mail": mail.rawValue],
                on: connection
            )
        }
    }

    /// The address behind the link; opening it uses nothing.
    /// - Throws: `NotFound` when the link never was one, was used, or is too old.
    public func open(_ token: LinkToken) async throws -> EmailAddress {
        let row = try await world.database.transaction(as: .visitor) { connection in
            try await MailLinkStore.find(token.hash, .candidateMailChange, on: connection)
        }
        guard let row, row.usedAt == nil, row.expiresAt > world.now(), case .candidateMail(_, let mail) = row.subject
        else { throw NotFound() }
        return mail
    }

    /// Uses the link: from now on this is the candidate's address. Links that were sent before and sessions elsewhere end, since
    /// whoever reads the old address may be someone else. All of it happens, or nothing.
    ///
    /// - Parameter tokenHash: the session from which the button was pressed, which goes on; nil ends all.
    /// - Throws: `NotFound` as ``open(_:)``.
    public func callAsFunction(_ token: LinkToken, keeping tokenHash: [UInt8]?) async throws {
        let now = world.now()
        try await world.database.transaction(as: .visitor) { connection in
            let subject = try await MailLinkStore.use(token.hash, .candidateMailChange, at: now, on: connection)
            guard case .candidateMail(let candidate, let mail) = subject else { throw NotFound() }
            try await MailLinkStore.endAll(of: candidate, at: now, on: connection)
            try await SessionStore.deleteAll(of: .candidate(candidate), except: tokenHash, on: connection)
            let acting = Acting.candidate(candidate)
            try await connection.go(onAs: acting)
            let old = try await CandidateStore.find(candidate, on: connection)?.mail
            guard try await OwnFileStore.setMail(mail, of: candidate, on: connection) else { throw NotFound() }
            for file in try await OwnFileStore.lockOpen(of: candidate, on: connection) {
                try await world.record(.edited, in: file, facts: ["by": "candidate"], as: acting, on: connection)
            }
            if let old, old != mail {
                try await world.tell(
                    .candidateMailChanged,
                    candidate: candidate,
                    facts: ["mail": old.rawValue],
                    on: connection
                )
            }
        }
    }
}
