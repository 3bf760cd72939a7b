/// A body that works in one or more regions.
public enum Organisation {
    public typealias ID = Identifier<Organisation>
}

/// The name of an organisation as people type it.
public enum OrganisationName {
    /// The same for names that differ only in letter case or white space; `organisation_key` in the database does the same.
    public static func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
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
    case fund

    public var dutchName: String {
        switch self {
        case .rho: "regionale huisartsenorganisatie"
        case .careGroup: "zorggroep"
        case .school: "school"
        case .municipality: "gemeente"
        case .employersServicePoint: "werkgeversservicepunt"
        case .fund: "fonds"
        }
    }
}
