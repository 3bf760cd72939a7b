/// What kind of place a practice offers, in the words a practice uses: kind and learning route in one choice.
public enum PlaceOfferKind: String, Coded {
    case bol
    case bbl
    case thirdRoute = "third_route"
    case taster
    case trial

    public var dutchName: String {
        switch self {
        case .bol: "stage voor een student (BOL)"
        case .bbl: "leerbaan: werken en leren (BBL)"
        case .thirdRoute: "stage in de derde leerweg"
        case .taster: "snuffelstage van 1 tot 5 dagen"
        case .trial: "proefplaatsing"
        }
    }

    /// What the draft assumes until a coordinator has called: every year, one seat, monday to friday, a start within three
    /// months of the day named. Said on the form, and all of it can be changed but the kind.
    ///
    /// - Parameter crebo: the qualification of the role; not used for tasters and trials.
    public func draft(role: String, crebo: String?, from day: CalendarDate, remark: String) -> TrainingPlaceDraft {
        let isShort = self == .taster || self == .trial
        let (least, offered, hours) =
            switch self {
            case .bol, .thirdRoute: (10, 20, 24)
            case .bbl: (40, 52, 24)
            case .taster: (1, 1, 24)
            case .trial: (4, 8, 24)
            }
        return TrainingPlaceDraft(
            kind: placementKind,
            role: role,
            crebo: isShort ? nil : crebo,
            routes: routes,
            studyYears: isShort ? [] : StudyYearSet([1, 2, 3]),
            earliestStartOn: day,
            latestStartOn: day.adding(months: 3),
            weeksLeast: least,
            weeksOffered: offered,
            weekdays: .workweek,
            hoursPerWeek: hours,
            preconditions: remark,
            state: .draft
        )
    }

    public var placementKind: PlacementKind {
        switch self {
        case .bol, .thirdRoute: .placement
        case .bbl: .learningJob
        case .taster: .taster
        case .trial: .trial
        }
    }

    public var routes: RouteSet {
        switch self {
        case .bol: .bol
        case .bbl: .bbl
        case .thirdRoute: .thirdRoute
        case .taster, .trial: []
        }
    }
}

/// Why a team closes an offer without working on it.
public enum PlaceOfferClosing: String, Coded {
    case duplicate
    case mistake
    case unreachable
    case withdrawn
    case unsuitable

    public var dutchName: String {
        switch self {
        case .duplicate: "de plek staat er al"
        case .mistake: "het is een vergissing of geen echte praktijk"
        case .unreachable: "de praktijk is niet te bereiken"
        case .withdrawn: "de praktijk ziet ervan af"
        case .unsuitable: "het is geen opleidingsplek"
        }
    }
}

/// What someone at a practice filled in to offer a place.
public struct PlaceOfferDraft: Hashable, Sendable {
    public var practiceName: String
    /// A place or municipality as typed: `Hengelo`, `Beek (Montferland)`.
    public var town: String
    public var contactName: String
    public var phone: PhoneNumber
    public var mail: EmailAddress
    public var kind: PlaceOfferKind
    public var earliestStartOn: CalendarDate
    public var remark: String

    public init(
        practiceName: String,
        town: String,
        contactName: String,
        phone: PhoneNumber,
        mail: EmailAddress,
        kind: PlaceOfferKind,
        earliestStartOn: CalendarDate,
        remark: String = ""
    ) {
        self.practiceName = Self.oneLine(practiceName)
        self.town = Self.oneLine(town)
        self.contactName = Self.oneLine(contactName)
        self.phone = phone
        self.mail = mail
        self.kind = kind
        self.earliestStartOn = earliestStartOn
        self.remark = remark
    }

    /// What is wrong with it, a Dutch sentence per field of the form.
    public func problems(today: CalendarDate) -> [FieldError] {
        var found: [FieldError] = []
        func check(_ isRight: Bool, _ field: String, _ message: String) {
            if !isRight { found.append(FieldError(field: field, message: message)) }
        }
        check(!practiceName.isEmpty, "praktijk", "Vul de naam van je praktijk in.")
        check(!contactName.isEmpty, "contactpersoon", "Vul in wie we kunnen bellen.")
        check(earliestStartOn >= today, "vanaf", "Deze datum is al voorbij. Kies vandaag of een latere dag.")
        check(
            earliestStartOn <= today.adding(months: 36),
            "vanaf",
            "Deze datum is meer dan drie jaar weg. Kies een eerdere dag."
        )
        return found
    }

    /// Names stand on one line, without signs that nobody sees or that turn the text around.
    private static func oneLine(_ text: String) -> String {
        let visible = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }
            )
        )
        return visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
