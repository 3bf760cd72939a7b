/// About an application for the stimuleringsregeling or the project it became: to its leader or to the fund.
public struct SchemeLetter: Letter {
    public let kind: MailKind
    let name: String
    let project: String
    let reference: String
    let organisation: String
    /// Granted, or asked for while nothing was decided.
    let amount: String
    /// The question, or the reason of the decision or of what was done with the page.
    let text: String
    let advice: String
    let hasAdvice: Bool
    let dueOn: String
    /// Who takes part, as part of a sentence: `doen nu 2 partners mee`.
    let partners: String
    let minimumPartners: String
    let link: String
    /// The public page of the project; empty before it has one.
    let pageURL: String
    /// Where one ends the membership of the learning network.
    let membershipURL: String

    public init(
        _ kind: MailKind,
        name: String,
        project: String,
        reference: String,
        organisation: String,
        amount: String,
        text: String = "",
        advice: String = "",
        dueOn: String = "",
        partners: String = "",
        minimumPartners: String = "",
        link: String,
        pageURL: String = "",
        membershipURL: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.project = project
        self.reference = reference
        self.organisation = organisation
        self.amount = amount
        self.text = text
        self.advice = advice
        hasAdvice = !advice.isEmpty
        self.dueOn = dueOn
        self.partners = partners
        self.minimumPartners = minimumPartners
        self.link = link
        self.pageURL = pageURL
        self.membershipURL = membershipURL
    }

    public var subject: String {
        switch kind {
        case .applicationSubmitted: "Je aanvraag \(reference) is binnen"
        case .applicationArrived: "Nieuwe aanvraag \(reference): \(project)"
        case .applicationQuestion: "Een vraag over je aanvraag \(reference)"
        case .applicationReminder: "Nog even: de vraag over je aanvraag \(reference)"
        case .applicationQuestionTakenBack: "De vraag over je aanvraag \(reference) vervalt"
        case .applicationAnswered: "Antwoord op je vraag over \(reference)"
        case .applicationGranted: "Je aanvraag \(reference) is toegekend"
        case .applicationWaiting: "Je aanvraag \(reference) staat op de wachtlijst"
        case .applicationRefused: "Besluit over je aanvraag \(reference)"
        case .projectPageReady: "De pagina van je project staat online"
        case .projectHandedOver: "Je bent nu contactpersoon van \(project)"
        case .pageHeldBack: "Het fonds houdt de pagina van \(project) tegen"
        case .pageReleased: "De pagina van \(project) is weer openbaar"
        case .pageRemoved: "Het fonds heeft de pagina van \(project) weggehaald"
        case .reportAsked: "Schrijf het eindverslag van \(project)"
        case .reportArrived: "Nieuw verslag van \(project)"
        default: "\(project): te weinig partners"
        }
    }

    public static var samples: [Self] {
        let kinds: [MailKind] = [
            .applicationSubmitted, .applicationArrived, .applicationQuestion, .applicationReminder,
            .applicationQuestionTakenBack, .applicationAnswered, .applicationGranted, .applicationWaiting,
            .applicationRefused, .projectPageReady, .reportAsked, .reportArrived,
            .partnersBelowMinimum, .projectHandedOver, .pageHeldBack, .pageReleased, .pageRemoved,
        ]
        return kinds.flatMap { kind in
            ["Zoek een derde partner.", ""].map { advice in
                Self(
                    kind,
                    name: "Sanne de Wit",
                    project: "Stagebureau Voorbeeldstad",
                    reference: "7F3K2M9Q",
                    organisation: "Huisartsenzorg Voorbeeld",
                    amount: "€ 20.000",
                    text: "Het plan past bij de regeling.",
                    advice: advice,
                    dueOn: "4 december 2026",
                    partners: "doen nu 2 partners mee",
                    minimumPartners: "3",
                    link: "https://doorwijzer.example/subsidie/aanvragen/7F3K2M9Q",
                    pageURL: "https://doorwijzer.example/projecten/stagebureau-voorbeeldstad",
                    membershipURL: "https://doorwijzer.example/leernetwerk/lidmaatschap"
                )
            }
        }
    }
}
