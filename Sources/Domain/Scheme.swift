/// The stimuleringsregeling (DOMAIN, section 11): its rules per year, and applications.
public struct SchemeYear: Hashable, Sendable {
    public let year: Int
    /// All grants of the year together.
    public let ceiling: Money
    /// At most this part of a project's cost, in whole percents.
    public let sharePercent: Int
    /// At most this much for one project.
    public let maximum: Money
    /// Partner organisations beside the applicant.
    public let minimumPartners: Int
    public let opensOn: CalendarDate
    public let closesOn: CalendarDate
    public let source: String
    public let version: Int

    public init(
        year: Int,
        ceiling: Money,
        sharePercent: Int,
        maximum: Money,
        minimumPartners: Int,
        opensOn: CalendarDate,
        closesOn: CalendarDate,
        source: String,
        version: Int
    ) {
        self.year = year
        self.ceiling = ceiling
        self.sharePercent = sharePercent
        self.maximum = maximum
        self.minimumPartners = minimumPartners
        self.opensOn = opensOn
        self.closesOn = closesOn
        self.source = source
        self.version = version
    }

    /// The same rules with another minimum of partners.
    public func asking(partners: Int) -> Self {
        Self(
            year: year,
            ceiling: ceiling,
            sharePercent: sharePercent,
            maximum: maximum,
            minimumPartners: partners,
            opensOn: opensOn,
            closesOn: closesOn,
            source: source,
            version: version
        )
    }

    public func isOpen(on day: CalendarDate) -> Bool { opensOn <= day && day <= closesOn }

    /// What a project of this cost may be granted at most, if the year has money left.
    public func most(forCost cost: Money) -> Money {
        min(maximum, Money(cents: cost.cents * sharePercent / 100))
    }
}

public enum GrantApplication {
    public typealias ID = Identifier<GrantApplication>
}

/// Where an application is. The steps between them stand in the table `application_transitions`.
public enum ApplicationState: String, Coded {
    case draft
    case submitted
    case asked
    case waiting
    case granted
    case refused
    case withdrawn
    case running
    case ended
    case stopped

    public var dutchName: String {
        switch self {
        case .draft: "concept"
        case .submitted: "ingediend"
        case .asked: "vraag van het fonds"
        case .waiting: "op de wachtlijst"
        case .granted: "toegekend"
        case .refused: "niet toegekend"
        case .withdrawn: "ingetrokken"
        case .running: "loopt"
        case .ended: "afgerond"
        case .stopped: "gestopt"
        }
    }

    /// Whether the year's ceiling counts it.
    public var isCommitted: Bool { [.granted, .running, .ended, .stopped].contains(self) }
    /// Whether the applicant can change what it says.
    public var isOpenToApplicant: Bool { self == .draft || self == .asked }
}
