public import Domain
public import Foundation
import Postgres
import Store

/// Inviting staff, giving and taking roles, closing accounts. Decided here by `StaffRole.permissions`, and once more by
/// row-level security (Schema, 0013_accounts.sql).
public struct ManageStaff: Sendable {
    /// Someone to invite.
    public struct Invitation: Sendable {
        let name: String
        let mail: EmailAddress
        let phone: String
        let role: RoleGrant?

        public init(name: String, mail: EmailAddress, phone: String, role: RoleGrant?) {
            self.name = name
            self.mail = mail
            self.phone = phone
            self.role = role
        }
    }

    let world: World

    public init(world: World) { self.world = world }

    /// Adds someone to an organisation and mails the invitation.
    ///
    /// - Returns: the path of the person.
    /// - Throws: `Rejected` on `mail` when the address is in use; `NotFound` for an organisation of others.
    public func invite(
        _ invitation: Invitation,
        to organisation: Organisation.ID,
        by administrator: Administrator,
        submission: UUID?
    ) async throws -> String {
        try administrator.require(organisation)
        return try await explaining {
            try await world.once(submission, as: administrator.acting, action: "invite_staff") { connection in
                let id: StaffMember.ID = world.newID()
                guard
                    try await StaffDirectoryStore.insert(
                        id,
                        of: organisation,
                        name: invitation.name,
                        mail: invitation.mail,
                        phone: invitation.phone,
                        on: connection
                    )
                else { throw NotFound() }
                try await world.note(.invited, of: id, by: administrator.staffMemberID, on: connection)
                if let role = invitation.role {
                    try await give(role, to: id, of: organisation, by: administrator, on: connection)
                }
                try await world.tell("invitation", id, on: connection)
                return "/medewerkers/\(id)"
            }
        }
    }

    /// Mails the invitation once more; the earlier link ends.
    public func inviteAgain(_ id: StaffMember.ID, by administrator: Administrator) async throws {
        let person = try await find(id, by: administrator)
        guard !person.hasPassword, person.disabledAt == nil else {
            throw Conflict(code: "account_in_use", message: "Deze persoon heeft al een wachtwoord gekozen.")
        }
        try await world.database.transaction(as: administrator.acting) { connection in
            try await MailLinkStore.end(.invitation, of: id, at: world.now(), on: connection)
            try await world.note(.invited, of: id, by: administrator.staffMemberID, on: connection)
            try await world.tell("invitation", id, on: connection)
        }
    }

    /// - Throws: `Rejected` on `rol` when the person has this role; `NotFound` for people of others.
    public func give(
        _ grant: RoleGrant,
        to id: StaffMember.ID,
        by administrator: Administrator,
        submission: UUID?
    ) async throws -> String {
        let person = try await find(id, by: administrator)
        return try await explaining {
            try await world.once(submission, as: administrator.acting, action: "give_role") { connection in
                try await give(grant, to: id, of: person.organisationID, by: administrator, on: connection)
                return "/medewerkers/\(id)"
            }
        }
    }

    private func give(
        _ grant: RoleGrant,
        to id: StaffMember.ID,
        of organisation: Organisation.ID,
        by administrator: Administrator,
        on connection: Connection
    ) async throws {
        guard administrator.roles.contains(grant.role) else { throw Forbidden("Deze rol geeft alleen het fonds.") }
        guard id != administrator.staffMemberID else {
            throw Forbidden("Je kunt jezelf geen rol geven. Vraag een andere beheerder.")
        }
        if case .coordinator(let team) = grant, !administrator.managesFund {
            let teams = try await StaffDirectoryStore.teams(of: organisation, on: connection)
            guard teams.contains(where: { $0.id == team }) else {
                throw Rejected("rol", "Kies een team van je eigen organisatie.")
            }
        }
        let assignment = grant.assignment(world.newID(), in: organisation)
        try await RoleStore.insert(assignment, to: id, on: connection)
        let facts = ["role": grant.role.rawValue, "assignment": "\(assignment.id)"]
        try await world.note(.roleGiven, of: id, by: administrator.staffMemberID, facts: facts, on: connection)
    }

    /// Takes a role back. Never the own administrator's role, and never the last of its kind.
    public func take(_ role: RoleAssignment.ID, of id: StaffMember.ID, by administrator: Administrator) async throws {
        _ = try await find(id, by: administrator)
        try await explaining {
            try await world.database.transaction(as: administrator.acting) { connection in
                let held = try await RoleStore.assignments(of: id, on: connection)
                guard let assignment = held.first(where: { $0.id == role }),
                    administrator.roles.contains(assignment.role)
                else { throw NotFound() }
                try await requireAnother(for: assignment, of: id, than: administrator, on: connection)
                guard try await RoleStore.delete(role, on: connection) else { throw NotFound() }
                let facts = ["role": assignment.role.rawValue, "assignment": "\(role)"]
                try await world.note(.roleTaken, of: id, by: administrator.staffMemberID, facts: facts, on: connection)
            }
        }
    }

    /// Closes an account: every session ends at once, and nobody signs in with it any more. The roles stay, for when it opens
    /// again.
    public func close(_ id: StaffMember.ID, by administrator: Administrator) async throws {
        _ = try await find(id, by: administrator)
        guard id != administrator.staffMemberID else {
            throw Conflict(
                code: "own_account",
                message: "Je kunt je eigen account niet sluiten. Vraag een andere beheerder."
            )
        }
        try await explaining {
            try await world.database.transaction(as: administrator.acting) { connection in
                for assignment in try await RoleStore.assignments(of: id, on: connection) {
                    try await requireAnother(for: assignment, of: id, than: administrator, on: connection)
                }
                guard try await StaffDirectoryStore.setDisabled(id, at: world.now(), on: connection) else {
                    throw Conflict.stalePage
                }
                try await SessionStore.deleteAll(of: .staff(id), except: nil, on: connection)
                for purpose in [MailLinkStore.Purpose.invitation, .passwordReset] {
                    try await MailLinkStore.end(purpose, of: id, at: world.now(), on: connection)
                }
                try await world.note(.disabled, of: id, by: administrator.staffMemberID, on: connection)
            }
        }
    }

    /// Opens a closed account again.
    public func open(_ id: StaffMember.ID, by administrator: Administrator) async throws {
        _ = try await find(id, by: administrator)
        try await explaining {
            try await world.database.transaction(as: administrator.acting) { connection in
                guard try await StaffDirectoryStore.setDisabled(id, at: nil, on: connection) else {
                    throw Conflict.stalePage
                }
                try await world.note(.enabled, of: id, by: administrator.staffMemberID, on: connection)
            }
        }
    }

    /// For whoever lost both telephone and recovery codes: the next sign-in sets up another second factor. The administrator has
    /// made sure on the telephone who asks.
    public func removeSecondFactor(of id: StaffMember.ID, by administrator: Administrator) async throws {
        _ = try await find(id, by: administrator)
        guard id != administrator.staffMemberID else {
            throw Conflict(code: "own_account", message: "Vraag een andere beheerder om je tweede stap te wissen.")
        }
        try await world.database.transaction(as: administrator.acting) { connection in
            try await SessionStore.deleteAll(of: .staff(id), except: nil, on: connection)
            try await world.note(.secondFactorRemoved, of: id, by: administrator.staffMemberID, on: connection)
            // Only the person can touch the row of the account, so this part runs as the person.
            try await connection.go(onAs: .person(id))
            try await AccountStore.removeSecondFactor(of: id, on: connection)
            try await world.tell("second_factor_changed", id, facts: ["what": "second_factor_removed"], on: connection)
        }
    }

    // MARK: What may not be

    /// The person, if the administrator may know of the account.
    func find(_ id: StaffMember.ID, by administrator: Administrator) async throws -> StaffDirectoryStore.Row {
        let found = try await world.database.transaction(as: administrator.acting) { connection in
            try await StaffDirectoryStore.find(id, on: connection)
        }
        guard let found else { throw NotFound() }
        try administrator.require(found.organisationID)
        guard !administrator.managesFund else { return found }
        let roles = try await world.database.transaction(as: administrator.acting) { connection in
            try await RoleStore.assignments(of: id, on: connection).map(\.role)
        }
        guard Set(roles).isDisjoint(with: [.fund, .fundAdministrator]) else {
            throw Forbidden("Dit account beheert alleen het fonds.")
        }
        return found
    }

    private func requireAnother(
        for assignment: RoleAssignment,
        of id: StaffMember.ID,
        than administrator: Administrator,
        on connection: Connection
    ) async throws {
        guard assignment.role == .fundAdministrator || assignment.role == .organisationAdministrator else { return }
        if id == administrator.staffMemberID {
            throw Conflict(
                code: "own_role",
                message: "Je kunt je eigen rol van beheerder niet weghalen. Vraag een andere beheerder."
            )
        }
        let organisation = assignment.role == .fundAdministrator ? nil : assignment.organisationID
        guard try await StaffDirectoryStore.otherAdministrators(of: organisation, than: id, on: connection) > 0 else {
            throw Conflict(
                code: "last_administrator",
                message: "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."
            )
        }
    }

    func explaining<R>(_ body: () async throws -> R) async throws -> R {
        do {
            return try await body()
        } catch let error as DatabaseError {
            switch error.constraint {
            case "staff_members_mail":
                throw Rejected(
                    "mail",
                    "Er is al een account met dit e-mailadres. Zoek de persoon op, of kies een ander adres."
                )
            case "staff_roles_region_code_fkey": throw Rejected("regio", "Kies een regio uit de lijst.")
            case "staff_roles_team_id_fkey", "staff_roles_school_id_fkey":
                throw Rejected("rol", "Kies een rol uit de lijst.")
            case "staff_roles_once": throw Rejected("rol", "Deze persoon heeft deze rol al.")
            case "staff_members_administered": throw Forbidden("Alleen een beheerder wijzigt dit account.")
            case "staff_roles_last_administrator":
                throw Conflict(code: "last_administrator", message: "Dit is de laatste beheerder van het fonds.")
            default: throw error
            }
        }
    }
}
