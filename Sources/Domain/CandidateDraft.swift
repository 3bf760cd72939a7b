/// Everything that is asked when a candidate comes in: the person, and the first case. Filled by the form, by an import and
/// by the demo; ``problems(today:)`` says what is wrong with it.
public struct CandidateDraft: Hashable, Sendable {
    // Person
    public var name: PersonName
    public var bornOn: CalendarDate
    public var mail: EmailAddress?
    public var phone: PhoneNumber?
    /// Where the candidate lives; its coordinates become the candidate's location.
    public var municipalityCode: MunicipalityCode
    public var background: CandidateBackground

    // Learning
    public var kind: PlacementKind
    public var route: LearningRoute
    /// 1…4.
    public var studyYear: Int
    /// Code of the role sought, e.g. `doctors_assistant`.
    public var roleCode: String
    public var crebo: String?

    // When
    public var wishedStartOn: CalendarDate
    public var earliestStartOn: CalendarDate
    public var latestStartOn: CalendarDate
    /// The fewest weeks that make sense, 1…208.
    public var weeksNeeded: Int
    public var weeksWanted: Int
    public var weekdays: WeekdaySet
    public var weekdaysLeast: Int
    public var weekdaysWanted: Int
    /// Hours a week, 1…40.
    public var hoursLeast: Int
    public var hoursMost: Int

    // Travel
    public var travelMeans: TravelMeans
    /// The most kilometres one way, 1…300.
    public var travelLimitInKilometres: Int
    /// Regions beside the own one that the candidate is willing to go to.
    public var willingRegions: Set<RegionCode> = []

    // School and what came before
    public var schoolID: School.ID?
    public var programme = ""
    public var className = ""
    public var schoolContact = ""
    public var schoolWeekdays: WeekdaySet = []
    public var priorEducation = ""
    public var priorWork = ""
    public var telephoneDutch: TelephoneDutch?
    public var coursePayer: CoursePayer?

    // Wishes: bit n is row n of the closed list
    public var wishes: UInt32 = 0
    public var offers: UInt32 = 0

    public init(
        name: PersonName,
        bornOn: CalendarDate,
        mail: EmailAddress? = nil,
        phone: PhoneNumber? = nil,
        municipalityCode: MunicipalityCode,
        background: CandidateBackground,
        kind: PlacementKind,
        route: LearningRoute,
        studyYear: Int,
        roleCode: String,
        crebo: String? = nil,
        wishedStartOn: CalendarDate,
        earliestStartOn: CalendarDate,
        latestStartOn: CalendarDate,
        weeksNeeded: Int,
        weeksWanted: Int,
        weekdays: WeekdaySet,
        weekdaysLeast: Int,
        weekdaysWanted: Int,
        hoursLeast: Int,
        hoursMost: Int,
        travelMeans: TravelMeans,
        travelLimitInKilometres: Int
    ) {
        self.name = name
        self.bornOn = bornOn
        self.mail = mail
        self.phone = phone
        self.municipalityCode = municipalityCode
        self.background = background
        self.kind = kind
        self.route = route
        self.studyYear = studyYear
        self.roleCode = roleCode
        self.crebo = crebo
        self.wishedStartOn = wishedStartOn
        self.earliestStartOn = earliestStartOn
        self.latestStartOn = latestStartOn
        self.weeksNeeded = weeksNeeded
        self.weeksWanted = weeksWanted
        self.weekdays = weekdays
        self.weekdaysLeast = weekdaysLeast
        self.weekdaysWanted = weekdaysWanted
        self.hoursLeast = hoursLeast
        self.hoursMost = hoursMost
        self.travelMeans = travelMeans
        self.travelLimitInKilometres = travelLimitInKilometres
    }
}

extension CandidateDraft {
    /// Names of the fields, the same in the form, in the query for a correction and as columns of an import.
    public enum Field: String, CaseIterable, Sendable {
        case givenName = "voornaam"
        case namePrefix = "tussenvoegsel"
        case familyName = "achternaam"
        case bornOn = "geboortedatum"
        case mail
        case phone = "telefoon"
        case municipality = "gemeente"
        case background = "achtergrond"
        case kind = "soort"
        case route = "leerweg"
        case studyYear = "leerjaar"
        case role = "functie"
        case crebo
        case wishedStartOn = "start"
        case earliestStartOn = "start_vroegst"
        case latestStartOn = "start_laatst"
        case weeksNeeded = "weken_minst"
        case weeksWanted = "weken"
        case weekdays = "dagen"
        case weekdaysLeast = "dagen_minst"
        case weekdaysWanted = "dagen_gewenst"
        case hoursLeast = "uren_minst"
        case hoursMost = "uren"
        case travelMeans = "vervoer"
        case travelLimit = "reisafstand"
        case willingRegions = "regios"
        case school
        case programme = "opleiding"
        case className = "klas"
        case schoolContact = "schoolcontact"
        case schoolWeekdays = "schooldagen"
        case priorEducation = "vooropleiding"
        case priorWork = "werkervaring"
        case telephoneDutch = "nederlands_telefoon"
        case coursePayer = "betaler"
        case wishes = "wensen"
        case offers = "biedt"
    }

    /// Candidates are 16 or older (DOMAIN, section 15).
    public static let youngestAge = 16

    /// What does not hold together, a Dutch sentence per field; empty when all is well.
    public func problems(today: CalendarDate) -> [FieldError] {
        var found: [FieldError] = []
        func check(_ isFine: Bool, _ field: Field, _ message: String) {
            if !isFine { found.append(FieldError(field: field.rawValue, message: message)) }
        }
        check(!name.givenName.isEmpty, .givenName, "Vul de voornaam in.")
        check(!name.familyName.isEmpty, .familyName, "Vul de achternaam in.")
        let age = bornOn.wholeYears(until: today)
        check(age >= Self.youngestAge, .bornOn, "Een kandidaat is 16 jaar of ouder. Controleer de geboortedatum.")
        check(age <= 100, .bornOn, "Controleer het geboortejaar.")
        check(mail != nil || phone != nil, .phone, "Vul een telefoonnummer of een mailadres in.")
        check((1...4).contains(studyYear), .studyYear, "Het leerjaar is 1, 2, 3 of 4.")
        check(
            earliestStartOn <= wishedStartOn,
            .earliestStartOn,
            "De vroegste start ligt na de gewenste start. Kies een eerdere datum."
        )
        check(
            latestStartOn >= wishedStartOn,
            .latestStartOn,
            "De laatste start ligt voor de gewenste start. Kies een latere datum."
        )
        check((1...208).contains(weeksNeeded), .weeksNeeded, "Het aantal weken ligt tussen 1 en 208.")
        check((1...208).contains(weeksWanted), .weeksWanted, "Het aantal weken ligt tussen 1 en 208.")
        check(weeksNeeded <= weeksWanted, .weeksNeeded, "Het minste aantal weken is meer dan het gewenste aantal.")
        check(!weekdays.isEmpty, .weekdays, "Kies ten minste één dag.")
        check(
            (1...7).contains(weekdaysWanted) && weekdaysWanted <= weekdays.count,
            .weekdaysWanted,
            "Kies ten minste zoveel dagen als de kandidaat wil werken."
        )
        check(
            (1...7).contains(weekdaysLeast) && weekdaysLeast <= weekdaysWanted,
            .weekdaysLeast,
            "Het minste aantal dagen is meer dan het gewenste aantal."
        )
        check((1...40).contains(hoursMost), .hoursMost, "Het aantal uren per week ligt tussen 1 en 40.")
        check(
            (1...40).contains(hoursLeast) && hoursLeast <= hoursMost,
            .hoursLeast,
            "Het minste aantal uren ligt tussen 1 en het hoogste aantal uren."
        )
        check((1...300).contains(travelLimitInKilometres), .travelLimit, "De reisafstand ligt tussen 1 en 300 km.")
        for (text, field) in freeTexts {
            check(
                !CitizenServiceNumber.occurs(in: text),
                field,
                "Hier staat een burgerservicenummer (BSN). Haal het weg."
            )
        }
        return found
    }

    /// What people type as they like, whichever road it came in by.
    private var freeTexts: [(String, Field)] {
        [
            (name.givenName, .givenName), (name.prefix, .namePrefix), (name.familyName, .familyName),
            (programme, .programme), (className, .className), (schoolContact, .schoolContact),
            (priorEducation, .priorEducation), (priorWork, .priorWork),
        ]
    }
}

/// How a candidate describes the own Dutch on the telephone.
public enum TelephoneDutch: Int, CaseIterable, Sendable, Codable, Hashable {
    case withDifficulty = 1
    case simple = 2
    case well = 3
    case fluent = 4

    public var dutchName: String {
        switch self {
        case .withDifficulty: "met moeite"
        case .simple: "eenvoudige gesprekken"
        case .well: "goed"
        case .fluent: "vloeiend"
        }
    }
}

/// A consent as it is recorded: for one region, or for all neighbours of the own region.
public struct ConsentDraft: Hashable, Sendable {
    /// Nil means all neighbours of the region that has the case.
    public let regionCode: RegionCode?
    /// Version of the text that was read out or shown.
    public let textVersion: Int
    public let channel: ConsentChannel

    public init(regionCode: RegionCode?, textVersion: Int, channel: ConsentChannel) {
        self.regionCode = regionCode
        self.textVersion = textVersion
        self.channel = channel
    }
}

/// How a case came in.
public enum CaseOrigin: String, Coded {
    case candidate = "self"
    case team
    case schoolRequest = "school_request"
    case imported = "import"

    public var dutchName: String {
        switch self {
        case .candidate: "zelf aangemeld"
        case .team: "aangemeld door het team"
        case .schoolRequest: "aanvraag van de school"
        case .imported: "uit een bestand"
        }
    }
}
