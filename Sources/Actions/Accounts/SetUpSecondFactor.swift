public import Domain
import Foundation
import Postgres
import Store

/// Setting up a second factor: at the first sign-in, where nothing goes on without, or a new one from the own account.
///
/// The secret that is being set up travels in the form, sealed for this person and good for ten minutes; it is stored when a
/// code shows that the app has it. So whoever stops halfway keeps what there was.
public struct SetUpSecondFactor: Sendable {
    /// What the page shows.
    public struct Offer: Sendable {
        /// For the QR code.
        public let uri: String
        /// For whoever types it over, in groups of four.
        public let secretText: String
        /// Comes back with the code.
        public let sealed: String
    }

    let world: World

    public init(world: World) { self.world = world }

    private static let seconds: TimeInterval = 600

    /// A fresh secret, or the one that was offered before when `sealed` still counts.
    public func offer(for id: StaffMember.ID, again sealed: String? = nil) async throws -> Offer {
        guard let account = try await world.account(of: id) else { throw NotFound() }
        let secret = try sealed.flatMap { try opened($0, id) } ?? world.randomBytes(OneTimeCode.secretByteCount)
        let code = OneTimeCode(secret: secret)
        let groups = stride(from: 0, to: code.secretText.count, by: 4).map { code.secretText.dropFirst($0).prefix(4) }
        return Offer(
            uri: code.uri(account: account.mail, issuer: "Doorwijzer"),
            secretText: groups.joined(separator: " "),
            sealed: try seal(secret, id)
        )
    }

    /// The same for whoever signs in for the first time.
    public func offer(after step: SignInStep, again sealed: String? = nil) async throws -> Offer {
        let account = try await world.account(for: step)
        guard account.sealedSecret == nil else { throw SignInStepOver() }
        return try await offer(for: account.staffMemberID, again: sealed)
    }

    /// Stores the offered secret once a code proves that the app has it.
    ///
    /// - Returns: the recovery codes, to be shown this once.
    /// - Throws: `Rejected` on `code`; ``SignInStepOver`` when someone else was first.
    public func confirm(_ typed: String, sealed: String, after step: SignInStep) async throws -> [String] {
        let account = try await world.account(for: step)
        guard account.sealedSecret == nil else { throw SignInStepOver() }
        return try await store(typed, sealed, account, isSignIn: true)
    }

    /// A new second factor for whoever is signed in and types the password once more.
    ///
    /// - Throws: `Rejected` on `wachtwoord` or `code`; ``TooManyGuesses``.
    public func replace(_ typed: String, sealed: String, password: String, of id: StaffMember.ID) async throws
        -> [String]
    {
        let account = try await world.confirmedAccount(of: id, password: password)
        return try await store(typed, sealed, account, isSignIn: false)
    }

    private func store(
        _ typed: String,
        _ sealed: String,
        _ account: AccountStore.Row,
        isSignIn: Bool
    ) async throws -> [String] {
        let (id, now) = (account.staffMemberID, world.now())
        guard let secret = try opened(sealed, id) else {
            throw Rejected("code", "Dit duurde te lang. Scan de nieuwe QR-code en vul dan de code in.")
        }
        guard let step = OneTimeCode(secret: secret).step(of: typed, at: now, after: -1) else {
            throw Rejected(
                "code",
                "Deze code klopt niet. Vul de zes cijfers in die de app nu laat zien. Staat de klok van je telefoon goed?"
            )
        }
        let key = world.secrets.seals[0]
        let nonce = world.randomBytes(SealedSecret.nonceByteCount)
        let stored = try SealedSecret.seal(secret, for: "\(id)", key: key.bytes, nonce: nonce)
        return try await world.database.transaction(as: .person(id)) { connection in
            guard
                try await AccountStore.setSecondFactor(
                    sealedSecret: stored,
                    sealID: key.id,
                    step: step,
                    of: id,
                    version: account.version,
                    at: now,
                    on: connection
                )
            else { throw SignInStepOver() }
            try await world.note(.secondFactorSet, of: id, on: connection)
            try await world.tell("second_factor_changed", id, facts: ["what": "second_factor_set"], on: connection)
            if isSignIn { try await world.note(.signedIn, of: id, on: connection) }
            return try await world.makeRecoveryCodes(of: id, on: connection)
        }
    }

    // MARK: The secret on its way

    private func seal(_ secret: [UInt8], _ id: StaffMember.ID) throws -> String {
        let end = Int(world.now().timeIntervalSince1970 + Self.seconds)
        let nonce = world.randomBytes(SealedSecret.nonceByteCount)
        let key = world.secrets.seals[0]
        return try SealedSecret.seal(
            Array("\(end).\(Base32.encode(secret))".utf8),
            for: Self.owner(id),
            key: key.bytes,
            nonce: nonce
        ).base64EncodedString()
    }

    private func opened(_ sealed: String, _ id: StaffMember.ID) throws -> [UInt8]? {
        guard let data = Data(base64Encoded: sealed),
            let bytes = try? SealedSecret.open(data, for: Self.owner(id), key: world.secrets.seals[0].bytes)
        else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ".")
        guard parts.count == 2, let end = Double(parts[0]), end > world.now().timeIntervalSince1970 else { return nil }
        return Base32.decode(String(parts[1]))
    }

    /// Not the same as of a stored secret: one cannot be used as the other.
    private static func owner(_ id: StaffMember.ID) -> String { "offer \(id)" }
}

extension World {
    /// Ten new recovery codes instead of the old ones.
    func makeRecoveryCodes(of id: StaffMember.ID, on connection: Connection) async throws -> [String] {
        let texts = (0..<RecoveryCode.count).map { _ in
            RecoveryCode.text(randomBytes: randomBytes(RecoveryCode.byteCount))
        }
        let codes = texts.compactMap { text in RecoveryCode.hash(of: text).map { (id: newUUID(), hash: $0) } }
        try await AccountStore.replaceRecoveryCodes(of: id, with: codes, on: connection)
        try await note(.recoveryCodesMade, of: id, on: connection)
        return texts
    }

    /// The account of whoever is signed in and typed the password once more. Guesses count here as they do at the door.
    ///
    /// - Throws: `Rejected` on `wachtwoord`; ``TooManyGuesses``.
    func confirmedAccount(of id: StaffMember.ID, password: String) async throws -> AccountStore.Row {
        guard let account = try await account(of: id) else { throw NotFound() }
        let guess = try await count([(.password, subject: account.mail.lowercased())])
        let stored = account.passwordHash.flatMap { PasswordHash(stored: $0) }
        guard try await passwords.check(password, against: stored) else {
            throw Rejected("wachtwoord", "Dit is niet je wachtwoord van nu. Vul het opnieuw in.")
        }
        try await forgive(guess)
        return account
    }
}
