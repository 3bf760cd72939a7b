public import Domain
public import Foundation
import Postgres
public import Store

/// What people do with their own account.
public struct KeepAccount: Sendable {
    /// The account as its page shows it.
    public struct Overview: Sendable {
        public let name: String
        public let mail: String
        public let organisationName: String
        public let passwordChangedAt: Date?
        public let secondFactorSince: Date?
        public let recoveryCodesLeft: Int
        public let sessions: [SessionStore.Row]
        public let events: [AccountEventStore.Row]
    }

    let world: World

    public init(world: World) { self.world = world }

    public func overview(of id: StaffMember.ID) async throws -> Overview {
        let now = world.now()
        return try await world.database.transaction(as: .person(id)) { connection in
            guard let account = try await AccountStore.find(id, on: connection) else { throw NotFound() }
            return Overview(
                name: account.name,
                mail: account.mail,
                organisationName: account.organisationName,
                passwordChangedAt: account.passwordChangedAt,
                secondFactorSince: account.secondFactorSince,
                recoveryCodesLeft: try await AccountStore.recoveryCodesLeft(of: id, on: connection),
                sessions: try await SessionStore.sessions(of: .staff(id), at: now, on: connection),
                events: try await AccountEventStore.recent(of: id, on: connection)
            )
        }
    }

    /// Another password, for whoever types the old one. All other sessions end.
    ///
    /// - Throws: `Rejected` on `wachtwoord` or `nieuw`; ``TooManyGuesses``.
    public func changePassword(
        from old: String,
        to new: String,
        of id: StaffMember.ID,
        keeping tokenHash: [UInt8]
    ) async throws {
        let account = try await world.confirmedAccount(of: id, password: old)
        try world.requireGood(new, of: account, field: "nieuw")
        let hash = try await world.passwords.hash(new, salt: world.randomBytes(PasswordHash.saltByteCount))
        let now = world.now()
        try await world.database.transaction(as: .person(id)) { connection in
            try await AccountStore.setPassword("\(hash)", of: id, at: now, on: connection)
            try await MailLinkStore.end(.passwordReset, of: id, at: now, on: connection)
            try await SessionStore.deleteAll(of: .staff(id), except: tokenHash, on: connection)
            try await world.note(.passwordSet, of: id, on: connection)
            try await world.tell("password_changed", id, on: connection)
        }
    }

    /// New recovery codes, for whoever types the password.
    ///
    /// - Returns: the codes, to be shown this once.
    public func makeRecoveryCodes(of id: StaffMember.ID, password: String) async throws -> [String] {
        let account = try await world.confirmedAccount(of: id, password: password)
        guard account.sealedSecret != nil else { throw NotFound() }
        return try await world.database.transaction(as: .person(id)) { connection in
            try await world.tell("second_factor_changed", id, facts: ["what": "recovery_codes_made"], on: connection)
            return try await world.makeRecoveryCodes(of: id, on: connection)
        }
    }

    /// Ends one session on another device.
    public func endSession(_ session: UUID, of id: StaffMember.ID) async throws {
        let isGone = try await world.database.transaction(as: .person(id)) { connection in
            try await SessionStore.delete(session, of: .staff(id), on: connection)
        }
        guard isGone else { throw NotFound() }
    }

    /// Signs out everywhere, also here.
    public func endAllSessions(of id: StaffMember.ID) async throws {
        try await world.database.transaction(as: .person(id)) { connection in
            try await SessionStore.deleteAll(of: .staff(id), except: nil, on: connection)
            try await world.note(.signedOutEverywhere, of: id, on: connection)
        }
    }

    /// Goes on in another of the own roles.
    ///
    /// - Throws: `NotFound` when it is not a role of this person.
    public func choose(_ role: RoleAssignment.ID, of id: StaffMember.ID, tokenHash: [UInt8]) async throws {
        try await world.database.transaction(as: .person(id)) { connection in
            guard try await RoleStore.assignments(of: id, on: connection).contains(where: { $0.id == role }) else {
                throw NotFound()
            }
            try await SessionStore.choose(role, tokenHash: tokenHash, on: connection)
        }
    }
}
