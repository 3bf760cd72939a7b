public import Domain
public import Foundation
public import Postgres
public import Store

/// Accounts from the command line: the first administrator of an installation, and the way out when nobody can sign in. Works as
/// the owner of the schema; whoever can do that can do anything anyway.
public struct KeepAccounts: Sendable {
    /// Someone to add.
    public struct Draft: Sendable {
        let name: String
        let mail: EmailAddress
        let phone: String
        let role: StaffRole
        /// The slug of the organisation; nil for the fund.
        let organisation: String?

        public init(name: String, mail: EmailAddress, phone: String, role: StaffRole, organisation: String?) {
            self.name = name
            self.mail = mail
            self.phone = phone
            self.role = role
            self.organisation = organisation
        }
    }

    /// Where someone chooses a password, once.
    public struct Link: Sendable {
        public let url: String
        public let expiresAt: Date
    }

    let world: World
    let owner: Database

    public init(world: World, owner: Database) {
        self.world = world
        self.owner = owner
    }

    /// The roles that need no team or school.
    public static let roles: [StaffRole] = [.fundAdministrator, .fund, .organisationAdministrator]

    /// Adds someone, or makes another link for whoever never used the first.
    ///
    /// - Throws: `NotFound` for an unknown organisation; `Conflict` for an address whose account is in use.
    public func add(_ draft: Draft) async throws -> Link {
        try await owner.transaction { connection in
            let id: StaffMember.ID
            if let known = try await AccountListStore.find(draft.mail, on: connection) {
                guard !known.hasPassword, !known.isClosed else {
                    throw Conflict(code: "account_in_use", message: "Er is al een account met dit e-mailadres.")
                }
                id = known.id
                try await MailLinkStore.end(.invitation, of: id, at: world.now(), on: connection)
            } else {
                id = try await insert(draft, on: connection)
            }
            let token = try await world.makeLink(.invitation, for: .staff(id), on: connection)
            let purpose = MailLinkStore.Purpose.invitation
            return Link(
                url: world.publicOrigin + purpose.path(token),
                expiresAt: world.now() + purpose.seconds
            )
        }
    }

    private func insert(_ draft: Draft, on connection: Connection) async throws -> StaffMember.ID {
        let organisation = try await organisation(draft.organisation, on: connection)
        let id: StaffMember.ID = world.newID()
        _ = try await StaffDirectoryStore.insert(
            id,
            of: organisation,
            name: draft.name,
            mail: draft.mail,
            phone: draft.phone,
            on: connection
        )
        let assignment = RoleAssignment(
            id: world.newID(),
            role: draft.role,
            organisationID: draft.role == .organisationAdministrator ? organisation : nil
        )
        try await RoleStore.insert(assignment, to: id, on: connection)
        for kind in [AccountEventStore.Kind.invited, .roleGiven] {
            try await AccountEventStore.insert(
                kind,
                of: id,
                by: nil,
                facts: kind == .roleGiven ? ["role": draft.role.rawValue] : [:],
                id: world.newUUID(),
                at: world.now(),
                on: connection
            )
        }
        return id
    }

    private func organisation(_ slug: String?, on connection: Connection) async throws -> Organisation.ID {
        if let found = try await StaffDirectoryStore.organisation(slug: slug, on: connection) { return found.id }
        guard slug == nil else { throw NotFound() }
        let id: Organisation.ID = world.newID()
        try await StaffDirectoryStore.insertOrganisation(id, .fund, name: "Fonds", slug: "fonds", on: connection)
        return id
    }

    public func list() async throws -> [AccountListStore.Row] {
        try await owner.transaction { connection in try await AccountListStore.all(on: connection) }
    }

    /// Closes an account: all sessions end at once.
    ///
    /// - Throws: `NotFound`; `Conflict` for the last administrator of the fund.
    public func close(_ mail: EmailAddress) async throws {
        try await owner.transaction { connection in
            guard let found = try await AccountListStore.find(mail, on: connection) else { throw NotFound() }
            if found.roles.contains(StaffRole.fundAdministrator.rawValue) {
                let others = try await StaffDirectoryStore.otherAdministrators(of: nil, than: found.id, on: connection)
                guard others > 0 else {
                    throw Conflict(code: "last_administrator", message: "Dit is de laatste beheerder van het fonds.")
                }
            }
            let now = world.now()
            guard try await StaffDirectoryStore.setDisabled(found.id, at: now, on: connection) else { return }
            try await SessionStore.deleteAll(of: .staff(found.id), except: nil, on: connection)
            for purpose in [MailLinkStore.Purpose.invitation, .passwordReset] {
                try await MailLinkStore.end(purpose, of: found.id, at: now, on: connection)
            }
            try await AccountEventStore.insert(
                .disabled,
                of: found.id,
                by: nil,
                id: world.newUUID(),
                at: now,
                on: connection
            )
        }
    }
}
