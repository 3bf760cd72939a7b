public enum StaffRole: String, Coded {
    case coordinator
    case organisationAdministrator = "organisation_administrator"
    case projectLeader = "project_leader"
    case fund
    case fundAdministrator = "fund_administrator"
    case schoolContact = "school_contact"

    public var dutchName: String {
        switch self {
        case .coordinator: "coördinator"
        case .organisationAdministrator: "beheerder van de organisatie"
        case .projectLeader: "projectleider"
        case .fund: "fonds"
        case .fundAdministrator: "beheerder van het fonds"
        case .schoolContact: "contactpersoon van de school"
        }
    }
}

/// What someone may do. Authorisation is decided here and nowhere else: pages and actions ask for a permission, never for a
/// role. Row-level security holds to the same lines in the database (Schema, 0009_walls.sql and 0013_accounts.sql).
public enum Permission: String, CaseIterable, Sendable {
    /// Candidates, places, practices and referrals of a team.
    case workOnCases
    /// Staff, roles and invitations of an organisation.
    case manageOrganisation
    /// Organisations and their first administrators, fund staff, school contacts.
    case manageFund
    /// Counts per region; never a file.
    case seeCountry
    /// How many learners of a school have a place; never a file.
    case seeSchool
    /// Applications for the stimuleringsregeling and the pages of the own organisation's projects.
    case leadProjects
    /// Asks, decides and publishes for the stimuleringsregeling.
    case decideApplications
    /// Takes part in the learning network.
    case joinNetwork
}

extension StaffRole {
    /// What this role may do, within the team, organisation, school or region it was given for.
    public var permissions: Set<Permission> {
        switch self {
        case .coordinator: [.workOnCases, .joinNetwork]
        case .organisationAdministrator: [.manageOrganisation, .joinNetwork]
        case .projectLeader: [.leadProjects, .joinNetwork]
        case .fund: [.seeCountry, .decideApplications, .joinNetwork]
        case .fundAdministrator: [.seeCountry, .manageFund, .decideApplications, .joinNetwork]
        case .schoolContact: [.seeSchool, .joinNetwork]
        }
    }
}

/// A role as it was given to someone: for one team, organisation, school or region. Whoever has several works in one of them
/// at a time.
public struct RoleAssignment: Hashable, Sendable {
    public typealias ID = Identifier<RoleAssignment>

    public let id: ID
    public let role: StaffRole
    /// The team of a coordinator.
    public let teamID: Team.ID?
    /// The organisation of an administrator or project leader; for a coordinator that of the team.
    public let organisationID: Organisation.ID?
    /// The school of a school contact.
    public let schoolID: School.ID?
    /// The region of the team, or the one a project leader works for.
    public let regionCode: RegionCode?
    /// The team, organisation or school by name; empty for the fund.
    public let scopeName: String

    public init(
        id: ID,
        role: StaffRole,
        teamID: Team.ID? = nil,
        organisationID: Organisation.ID? = nil,
        schoolID: School.ID? = nil,
        regionCode: RegionCode? = nil,
        scopeName: String = ""
    ) {
        self.id = id
        self.role = role
        self.teamID = teamID
        self.organisationID = organisationID
        self.schoolID = schoolID
        self.regionCode = regionCode
        self.scopeName = scopeName
    }
}
