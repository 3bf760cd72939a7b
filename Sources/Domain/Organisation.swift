/// A body that works in one or more regions.
public enum Organisation {
    public typealias ID = Identifier<Organisation>
}

/// A group of coordinators in one organisation; cases belong to it.
public enum Team {
    public typealias ID = Identifier<Team>
}

/// Someone who works with Doorwijzer on behalf of an organisation.
public enum StaffMember {
    public typealias ID = Identifier<StaffMember>
}

/// A school that teaches doctor's assistants.
public enum School {
    public typealias ID = Identifier<School>
}

public enum OrganisationKind: String, Coded {
    case rho
    case careGroup = "care_group"
    case school
    case municipality
    case employersServicePoint = "employers_service_point"

    public var dutchName: String {
        switch self {
        case .rho: "regionale huisartsenorganisatie"
        case .careGroup: "zorggroep"
        case .school: "school"
        case .municipality: "gemeente"
        case .employersServicePoint: "werkgeversservicepunt"
        }
    }
}

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
