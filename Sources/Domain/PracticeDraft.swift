/// What is known of a practice before it is stored: from a form, a file or a seed.
public struct PracticeDraft: Hashable, Sendable {
    public var kind: PracticeKind
    public var name: String
    public var street: String
    public var postcode: Postcode?
    public var town: String
    public var municipality: MunicipalityCode
    /// Where the practice is; nil stands for the coordinates of its municipality.
    public var location: MapPoint?
    public var organisationID: Organisation.ID?
    public var isMember: Bool
    /// Named by a candidate or offered by an unknown practice, and not yet checked by a team.
    public var isDraft: Bool
    public var teamSize: Int?
    public var chamberOfCommerce: ChamberOfCommerceNumber?
    /// SBB's id of the training company (*leerbedrijf-ID*): 6 to 10 digits.
    public var companyID: String?
    public var notes: String
    public var isFictional: Bool
    public var contacts: [PracticeContactDraft]
    public var closings: [ClosedRange<CalendarDate>]
    public var recognitions: [RecognitionDraft]
    public var supervisors: [SupervisorDraft]

    public init(
        kind: PracticeKind = .practice,
        name: String,
        street: String = "",
        postcode: Postcode? = nil,
        town: String,
        municipality: MunicipalityCode,
        location: MapPoint? = nil,
        organisationID: Organisation.ID? = nil,
        isMember: Bool = false,
        isDraft: Bool = false,
        teamSize: Int? = nil,
        chamberOfCommerce: ChamberOfCommerceNumber? = nil,
        companyID: String? = nil,
        notes: String = "",
        isFictional: Bool = false,
        contacts: [PracticeContactDraft] = [],
        closings: [ClosedRange<CalendarDate>] = [],
        recognitions: [RecognitionDraft] = [],
        supervisors: [SupervisorDraft] = []
    ) {
        self.kind = kind
        self.name = name
        self.street = street
        self.postcode = postcode
        self.town = town
        self.municipality = municipality
        self.location = location
        self.organisationID = organisationID
        self.isMember = isMember
        self.isDraft = isDraft
        self.teamSize = teamSize
        self.chamberOfCommerce = chamberOfCommerce
        self.companyID = companyID
        self.notes = notes
        self.isFictional = isFictional
        self.contacts = contacts
        self.closings = closings
        self.recognitions = recognitions
        self.supervisors = supervisors
    }

    /// What is wrong with it, a Dutch sentence per field of the form; empty when it can be stored.
    public func problems() -> [FieldError] {
        var found: [FieldError] = []
        func check(_ isRight: Bool, _ field: String, _ message: String) {
            if !isRight { found.append(FieldError(field: field, message: message)) }
        }
        check(!name.isEmpty, "naam", "Vul de naam van de praktijk in.")
        check(!town.isEmpty, "plaats", "Vul de plaats in.")
        check(
            teamSize.map { (1...500).contains($0) } ?? true,
            "team",
            "De teamgrootte is een getal van 1 tot en met 500."
        )
        check(
            companyID.map(Self.isCompanyID) ?? true,
            "leerbedrijf",
            "Het leerbedrijf-ID heeft 6 tot en met 10 cijfers. Je vindt het op stagemarkt.nl."
        )
        for recognition in recognitions where !Self.isCrebo(recognition.crebo) {
            check(false, "crebo", "Een crebo heeft vijf cijfers, zoals 25473. Nu staat er \(recognition.crebo).")
        }
        return found
    }

    public static func isCompanyID(_ text: String) -> Bool {
        (6...10).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    public static func isCrebo(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

/// What someone at a practice is there for.
public enum PracticeFunction: String, Coded {
    case contact
    case decidingGP = "deciding_gp"
    case supervisor

    public var dutchName: String {
        switch self {
        case .contact: "contactpersoon"
        case .decidingGP: "huisarts die beslist"
        case .supervisor: "praktijkopleider"
        }
    }
}

/// Whom to call at a practice, and when.
public struct PracticeContactDraft: Hashable, Sendable {
    public var function: PracticeFunction
    public var name: String
    public var mail: EmailAddress?
    public var phone: PhoneNumber?
    /// In the practice's words: "tussen 12 en 13 uur".
    public var bestTime: String

    public init(
        function: PracticeFunction,
        name: String,
        mail: EmailAddress? = nil,
        phone: PhoneNumber? = nil,
        bestTime: String = ""
    ) {
        self.function = function
        self.name = name
        self.mail = mail
        self.phone = phone
        self.bestTime = bestTime
    }
}

/// A practice's SBB recognition for one qualification, as someone checked it.
public struct RecognitionDraft: Hashable, Sendable {
    public var crebo: String
    public var state: RecognitionState
    /// The last day it counts; nil means without end.
    public var validUntil: CalendarDate?
    public var checkedOn: CalendarDate

    public init(crebo: String, state: RecognitionState, validUntil: CalendarDate? = nil, checkedOn: CalendarDate) {
        self.crebo = crebo
        self.state = state
        self.validUntil = validUntil
        self.checkedOn = checkedOn
    }
}

/// Someone who guides learners at a practice.
public struct SupervisorDraft: Hashable, Sendable {
    public var name: String
    public var monthsOfExperience: Int
    public var isTrained: Bool
    public var weekdays: WeekdaySet

    public init(name: String, monthsOfExperience: Int, isTrained: Bool, weekdays: WeekdaySet) {
        self.name = name
        self.monthsOfExperience = monthsOfExperience
        self.isTrained = isTrained
        self.weekdays = weekdays
    }

    /// What is wrong with it, a Dutch sentence per field of the form.
    public func problems() -> [FieldError] {
        var found: [FieldError] = []
        if name.isEmpty { found.append(FieldError(field: "naam", message: "Vul de naam van de praktijkopleider in.")) }
        if !(0...720).contains(monthsOfExperience) {
            found.append(
                FieldError(field: "ervaring", message: "De ervaring is een aantal maanden van 0 tot en met 720.")
            )
        }
        return found
    }
}
