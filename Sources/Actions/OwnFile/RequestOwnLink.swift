public import Domain
public import Foundation
import Mail
import Postgres
import Store

/// Asks for a mail with a link: to sign in, or to register. Whether an address is known is told by a mail only: the answer on
/// the screen, and what is written, are the same.
public struct RequestOwnLink: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// A link for each file with this address; several people may share one. For nobody a message without receiver is
    /// written, which whoever delivers drops.
    ///
    /// - Throws: ``TooManyGuesses`` for whoever asks again and again, known or not.
    public func toSignIn(_ mail: EmailAddress, from source: RequestSource) async throws {
        _ = try await world.count(GuessLimit.asking(.candidateSignIn, mail, from: source))
        try await world.database.transaction(as: .visitor) { connection in
            let found = try await OwnFileStore.candidates(withMail: mail, on: connection)
            let receivers: [Candidate.ID?] = found.isEmpty ? [nil] : found.map(\.id)
            for candidate in receivers {
                try await world.tell(.candidateSignIn, candidate: candidate, on: connection)
            }
        }
    }

    /// A link to the form, to prove that the address is the visitor's. Until then nothing else of them is kept.
    ///
    /// - Throws: ``TooManyGuesses``.
    public func toRegister(_ mail: EmailAddress, from source: RequestSource) async throws {
        _ = try await world.count(GuessLimit.asking(.candidateRegistration, mail, from: source))
        try await world.database.transaction(as: .visitor) { connection in
            // The only message with an address in it: nobody is known yet. It is removed when it is delivered or given up.
            try await world.tell(.candidateRegistration, facts: ["mail": mail.rawValue], on: connection)
        }
    }

    /// A coordinator has a link sent to a candidate who asks for it. Counted apart from what visitors ask for.
    ///
    /// - Returns: the path of the case.
    /// - Throws: `Conflict` when there is no mail address, or several mails went out just now; `NotFound`.
    public func toSignIn(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        let (candidate, mail) = try await world.database.transaction(as: actor.acting) { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            return (file.candidateID, try await CandidateStore.find(file.candidateID, on: connection)?.mail)
        }
        guard mail != nil else {
            throw Conflict(code: "no_mail", message: "Er is geen mailadres bekend. Vul het eerst in bij de gegevens.")
        }
        do {
            _ = try await world.count(GuessLimit.asking(.teamSendsLink, by: "\(candidate)"))
        } catch let error as TooManyGuesses {
            throw Conflict(
                code: "too_many",
                message: "Er zijn net al inloglinks gestuurd. Na \(world.time.clock(error.until)) kan het weer."
            )
        }
        return try await world.once(submission, by: actor, action: "send_sign_in_link") { connection in
            let file = try await lockedCase(reference, of: actor, on: connection)
            try await world.tell(.candidateSignIn, candidate: file.candidateID, on: connection)
            return "/kandidaten/\(reference)"
        }
    }
}
