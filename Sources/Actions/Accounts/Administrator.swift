public import Domain
public import Store

/// Who administers: a person in a role that may.
public struct Administrator: Sendable {
    let staffMemberID: StaffMember.ID
    let assignment: RoleAssignment

    /// - Throws: `Forbidden` for a role that administers nothing.
    public init(_ staffMemberID: StaffMember.ID, in assignment: RoleAssignment?) throws {
        guard let assignment, !assignment.role.permissions.isDisjoint(with: [.manageOrganisation, .manageFund]) else {
            throw Forbidden("Deze pagina is voor beheerders van een organisatie of van het fonds.")
        }
        self.staffMemberID = staffMemberID
        self.assignment = assignment
    }

    public var acting: Acting { .staff(staffMemberID, as: assignment) }

    /// Whether this is the whole country, not one organisation.
    public var managesFund: Bool { assignment.role.permissions.contains(.manageFund) }

    /// The organisation of whoever administers one.
    public var organisationID: Organisation.ID? { managesFund ? nil : assignment.organisationID }

    /// - Throws: `NotFound` for an organisation of others.
    public func require(_ organisation: Organisation.ID) throws {
        guard managesFund || assignment.organisationID == organisation else { throw NotFound() }
    }

    /// The roles this administrator may give.
    public var roles: [StaffRole] {
        managesFund ? StaffRole.allCases : [.coordinator, .organisationAdministrator, .projectLeader]
    }
}

/// A role to give, with what it is for.
public enum RoleGrant: Hashable, Sendable {
    case coordinator(Team.ID)
    case organisationAdministrator
    case projectLeader(RegionCode?)
    case schoolContact(School.ID)
    case fund
    case fundAdministrator

    var role: StaffRole {
        switch self {
        case .coordinator: .coordinator
        case .organisationAdministrator: .organisationAdministrator
        case .projectLeader: .projectLeader
        case .schoolContact: .schoolContact
        case .fund: .fund
        case .fundAdministrator: .fundAdministrator
        }
    }

    func assignment(_ id: RoleAssignment.ID, in organisation: Organisation.ID) -> RoleAssignment {
        switch self {
        case .coordinator(let team): RoleAssignment(id: id, role: role, teamID: team)
        case .organisationAdministrator: RoleAssignment(id: id, role: role, organisationID: organisation)
        case .projectLeader(let region):
            RoleAssignment(id: id, role: role, organisationID: organisation, regionCode: region)
        case .schoolContact(let school): RoleAssignment(id: id, role: role, schoolID: school)
        case .fund, .fundAdministrator: RoleAssignment(id: id, role: role)
        }
    }
}
