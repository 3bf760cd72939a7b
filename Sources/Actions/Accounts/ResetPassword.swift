public import Domain
public import Foundation
import Postgres
public import Store

/// An invitation, or a mail for whoever forgot the password: both end with a password of one's own.
public struct ResetPassword: Sendable {
    /// Whom a link is for.
    public struct Invitee: Sendable {
        public let name: String
        public let mail: String
        public let organisationName: String
        public let expiresAt: Date
    }

    let world: World

    public init(world: World) { self.world = world }

    /// Someone forgot the password. Whether the address is known is told by a mail only: the same is read and written for
    /// both, and a message for nobody is dropped by the one that delivers.
    ///
    /// - Throws: ``TooManyGuesses`` for whoever asks again and again, known or not.
    public func request(mail: EmailAddress, from source: RequestSource) async throws {
        _ = try await world.count(GuessLimit.asking(.passwordReset, mail, from: source))
        let id = try await world.database.transaction(as: .visitor) { connection in
            try await AccountStore.owner(of: mail, on: connection)
        }
        let account = try await world.account(of: id ?? world.newID())
        let receiver = account?.disabledAt == nil ? account : nil
        // Whoever never set a password gets the invitation once more: its page says what comes next.
        let isNew = receiver.map { $0.passwordHash == nil } ?? false
        try await world.database.transaction(as: .visitor) { connection in
            try await world.tell(isNew ? "invitation" : "password_reset", receiver?.staffMemberID, on: connection)
        }
    }

    /// Whom the link is for; opening it uses nothing.
    ///
    /// - Throws: `NotFound` when it never was one, was used, is over, or the account was closed.
    public func open(_ token: LinkToken, _ purpose: MailLinkStore.Purpose) async throws -> Invitee {
        let (account, link) = try await find(token, purpose)
        return Invitee(
            name: account.name,
            mail: account.mail,
            organisationName: account.organisationName,
            expiresAt: link.expiresAt
        )
    }

    /// Uses the link and sets the password. Every session ends, other links too, and the lock of the account is lifted:
    /// whoeverever reads its mail is let to the second factor at once.
    ///
    /// - Throws: `Rejected` on `wachtwoord`; `NotFound` as ``open(_:_:)``.
    public func accept(
        _ token: LinkToken,
        _ purpose: MailLinkStore.Purpose,
        password: String
    ) async throws -> SignInStep {
        let (account, _) = try await find(token, purpose)
        try world.requireGood(password, of: account)
        let hash = try await world.passwords.hash(password, salt: world.randomBytes(PasswordHash.saltByteCount))
        let (id, now) = (account.staffMemberID, world.now())
        let version = try await world.database.transaction(as: .person(id)) { connection in
            guard try await MailLinkStore.use(token.hash, purpose, at: now, on: connection) == .staff(id) else {
                throw NotFound()
            }
            try await AccountStore.setPassword("\(hash)", of: id, at: now, on: connection)
            for other in [MailLinkStore.Purpose.invitation, .passwordReset] {
                try await MailLinkStore.end(other, of: id, at: now, on: connection)
            }
            try await SessionStore.deleteAll(of: .staff(id), except: nil, on: connection)
            try await world.note(purpose == .invitation ? .invitationUsed : .passwordReset, of: id, on: connection)
            if purpose == .passwordReset { try await world.tell("password_changed", id, on: connection) }
            return try await AccountStore.find(id, on: connection)?.version ?? 0
        }
        try await world.liftLock(of: account.mail)
        return SignInStep(staffMemberID: id, version: version, at: now)
    }

    private func find(
        _ token: LinkToken,
        _ purpose: MailLinkStore.Purpose
    ) async throws -> (AccountStore.Row, MailLinkStore.Row) {
        let found = try await world.database.transaction(as: .visitor) { connection in
            try await MailLinkStore.find(token.hash, purpose, on: connection)
        }
        guard let found, found.usedAt == nil, found.expiresAt > world.now(), case .staff(let id) = found.subject,
            let account = try await world.account(of: id), account.disabledAt == nil
        else { throw NotFound() }
        return (account, found)
    }
}

extension World {
    /// - Throws: `Rejected` on `field` when the password is too short, too long or known to every guesser.
    func requireGood(_ password: String, of account: AccountStore.Row, field: String = "wachtwoord") throws {
        let mailbox = String(account.mail.prefix { $0 != "@" })
        let context = ["Doorwijzer", account.name, account.organisationName, mailbox]
        if let objection = PasswordRule.standard.objection(to: password, context: context) {
            throw Rejected(field, objection)
        }
    }
}
