public import Domain
import Foundation
import Postgres
import Store

/// Signing in of staff: first the password, then the second factor. Only after both does anyone get a session.
public struct SignIn: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// The password. Unknown, closed, without a password and wrong are the same, in words and in work.
    ///
    /// - Parameter address: where the request comes from, as text.
    /// - Throws: ``SignInRefused``, ``TooManyGuesses``, ``SignInBusy``.
    public func checkPassword(mail typed: String, password: String, address: String) async throws -> SignInStep {
        let mail = EmailAddress(typed)
        let guess = try await world.count([
            (.address, subject: address), (.password, subject: (mail?.rawValue ?? typed).lowercased()),
        ])
        let id = try await world.database.transaction(as: .visitor) { connection in
            guard let mail else { return StaffMember.ID?.none }
            return try await AccountStore.owner(of: mail, on: connection)
        }
        let account = try await world.account(of: id ?? world.newID())
        let stored = account?.passwordHash.flatMap { PasswordHash(stored: $0) }
        let isRight = try await world.passwords.check(password, against: stored)
        guard isRight, let account, account.disabledAt == nil, let stored else { throw SignInRefused() }
        try await world.forgive(guess)
        try await strengthen(stored, password, of: account)
        return SignInStep(staffMemberID: account.staffMemberID, version: account.version, at: world.now())
    }

    /// Whether the step has to set up a second factor first.
    ///
    /// - Throws: ``SignInStepOver`` when it counts no more.
    public func needsSetUp(_ step: SignInStep) async throws -> Bool {
        try await world.account(for: step).sealedSecret == nil
    }

    /// The second factor: six digits of the app, or a recovery code.
    ///
    /// - Returns: who may have a session now.
    /// - Throws: ``SignInRefused``, ``SignInStepOver``, ``TooManyGuesses``.
    public func checkSecondFactor(_ typed: String, after step: SignInStep, address: String) async throws
        -> StaffMember.ID
    {
        let account = try await world.account(for: step)
        guard account.sealedSecret != nil else { throw SignInStepOver() }
        let guess = try await world.count([
            (.address, subject: address), (.secondFactor, subject: "\(account.staffMemberID)"),
        ])
        try await use(typed, of: account)
        try await world.forgive(guess)
        return account.staffMemberID
    }

    private func use(_ typed: String, of account: AccountStore.Row) async throws {
        let (id, now) = (account.staffMemberID, world.now())
        let step = world.oneTimeCode(of: account)?.step(of: typed, at: now, after: account.lastStep ?? -1)
        let recovery = step == nil ? RecoveryCode.hash(of: typed) : nil
        try await world.database.transaction(as: .person(id)) { connection in
            if let step {
                guard try await AccountStore.use(step: step, of: id, on: connection) else { throw SignInRefused() }
            } else if let recovery {
                guard try await AccountStore.useRecoveryCode(recovery, of: id, at: now, on: connection) else {
                    throw SignInRefused()
                }
                try await world.note(.recoveryCodeUsed, of: id, on: connection)
                try await world.tell("second_factor_changed", id, facts: ["what": "recovery_code_used"], on: connection)
            } else {
                throw SignInRefused()
            }
            try await world.note(.signedIn, of: id, on: connection)
        }
    }

    /// Whoever signs in with a hash that is cheaper than today's gets a dearer one.
    private func strengthen(_ stored: PasswordHash, _ password: String, of account: AccountStore.Row) async throws {
        guard world.passwords.isOutdated(stored) else { return }
        let id = account.staffMemberID
        let hash = try await world.passwords.hash(password, salt: world.randomBytes(PasswordHash.saltByteCount))
        try await world.database.transaction(as: .person(id)) { connection in
            try await AccountStore.strengthen(
                "\(hash)",
                instead: account.passwordHash ?? "",
                of: id,
                on: connection
            )
        }
    }
}

/// Wrong, whatever it was: the address, the password, the code, or there is no such account.
public struct SignInRefused: Error {
    public init() {}
}

/// The first half of the sign-in took too long, or the account changed meanwhile: begin again.
public struct SignInStepOver: Error {
    public init() {}
}

extension World {
    /// The account of a person, read as that person; nil when there is none.
    func account(of id: StaffMember.ID) async throws -> AccountStore.Row? {
        try await database.transaction(as: .person(id)) { connection in try await AccountStore.find(id, on: connection)
        }
    }

    /// The account of whoever is halfway.
    func account(for step: SignInStep) async throws -> AccountStore.Row {
        guard let account = try await account(of: step.staffMemberID), account.version == step.version,
            account.disabledAt == nil
        else { throw SignInStepOver() }
        return account
    }

    /// The second factor that was set up; nil when there is none, or none that our keys open: then a recovery code is left.
    func oneTimeCode(of account: AccountStore.Row) -> OneTimeCode? {
        guard let sealed = account.sealedSecret, let key = secrets.seals.first(where: { $0.id == account.sealID }),
            let secret = try? SealedSecret.open(sealed, for: "\(account.staffMemberID)", key: key.bytes)
        else { return nil }
        return OneTimeCode(secret: secret)
    }

    /// Notes what happened to an account.
    func note(
        _ kind: AccountEventStore.Kind,
        of id: StaffMember.ID,
        by actor: StaffMember.ID? = nil,
        facts: [String: String] = [:],
        on connection: Connection
    ) async throws {
        try await AccountEventStore.insert(
            kind,
            of: id,
            by: actor ?? id,
            facts: facts,
            id: newUUID(),
            at: now(),
            on: connection
        )
    }

    /// Leaves a mail for a staff member; for nobody it is dropped where mail is delivered.
    func tell(_ kind: String, _ id: StaffMember.ID?, facts: [String: String] = [:], on connection: Connection)
        async throws
    {
        try await OutboxStore.insert(
            OutboxStore.Message(kind, staffMemberID: id, facts: facts),
            id: newUUID(),
            at: now(),
            on: connection
        )
    }
}
