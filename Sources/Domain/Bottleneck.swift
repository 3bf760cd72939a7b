/// What regions run into, from a controlled list (DOMAIN, section 10). Code, e.g. `room`; the list itself is data.
public struct BottleneckCode: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A bottleneck of the list: what regions run into.
public struct Bottleneck: Hashable, Sendable {
    public let code: BottleneckCode
    /// Its part of an address: `/knelpunten/{slug}`.
    public let slug: String
    public let name: String
    /// One sentence.
    public let description: String

    public init(code: BottleneckCode, slug: String, name: String, description: String) {
        self.code = code
        self.slug = slug
        self.name = name
        self.description = description
    }
}

/// The kinds of organisations that do a project together or stand on a region's social map.
public enum PartnerKind: String, Coded {
    case practice
    case rho
    case careGroup = "care_group"
    case school
    case municipality
    case employersServicePoint = "employers_service_point"
    case insurer
    case hospital
    case employersOrganisation = "employers_organisation"
    case other

    public var dutchName: String {
        switch self {
        case .practice: "huisartsenpraktijk"
        case .rho: "regionale huisartsenorganisatie"
        case .careGroup: "zorggroep"
        case .school: "school"
        case .municipality: "gemeente"
        case .employersServicePoint: "werkgeversservicepunt of UWV"
        case .insurer: "zorgverzekeraar"
        case .hospital: "ziekenhuis"
        case .employersOrganisation: "werkgeversorganisatie"
        case .other: "andere organisatie"
        }
    }
}
