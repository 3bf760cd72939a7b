public import Domain
import Foundation
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
    /// - Parameter address: where the request comes from, to count by.
    /// - Throws: ``TooManyGuesses`` for who asks again and again, known or not.
    public func toSignIn(_ mail: EmailAddress, from address: String) async throws {
        try await count(mail, from: address)
        try await world.database.transaction(as: .visitor) { connection in
            let found = try await OwnFileStore.candidates(withMail: mail, on: connection)
            let receivers: [Candidate.ID?] = found.isEmpty ? [nil] : found.map(\.id)
            for candidate in receivers {
                try await OutboxStore.insert(
                    OutboxStore.Message("candidate_sign_in", candidateID: candidate),
                    id: world.newUUID(),
                    at: world.now(),
                    on: connection
                )
            }
        }
    }

    /// A link to the form, to prove that the address is the visitor's. Until then nothing else of them is kept.
    ///
    /// - Throws: ``TooManyGuesses``.
    public func toRegister(_ mail: EmailAddress, from address: String) async throws {
        try await count(mail, from: address)
        try await world.database.transaction(as: .visitor) { connection in
            // The only message with an address in it: nobody is known yet. It is removed when it is delivered or given up.
            try await OutboxStore.insert(
                OutboxStore.Message("candidate_registration", facts: ["mail": mail.rawValue]),
                id: world.newUUID(),
                at: world.now(),
                on: connection
            )
        }
    }

    private func count(_ mail: EmailAddress, from address: String) async throws {
        _ = try await world.count([
            (.address, subject: address), (.mailLink, subject: mail.rawValue.lowercased()),
            (.ownLinks, subject: "candidates"),
        ])
    }
}

extension GuessLimit {
    /// All mails that visitors ask for together: a flood stops here, a busy day at a school does not.
    static let ownLinks = GuessLimit(kind: .mailLink, allowances: [(600, 3_600)])
}
