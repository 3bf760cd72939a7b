import PageKit
import Site

/// Offering a place without an account, and what coordinators see of it.
enum OfferPlacePages {
    static let all: [any Page.Type] = [
        OfferPlacePage.self, OfferedPlacePage.self, OfferedPlaceListPage.self, CloseOfferedPlacePage.self,
    ]
}

/// `/plek-aanbieden`: eight fields.
struct OfferPlacePage: Page {
    static let template = "offer/new"

    let header: PageHeader
    let submissionID: String
    let warning: Notice?
    let practice: TextField
    let town: TextField
    let contact: TextField
    let phone: TextField
    let mail: TextField
    let kind: Choices
    let start: TextField
    let remark: TextArea

    /// - Parameters:
    ///   - kinds: code and name of what can be offered.
    ///   - warning: why nothing was stored although the fields are right.
    init(values: FormValues, kinds: [Option], submissionID: String, warning: String? = nil) {
        header = PageHeader(
            title: "Bied een opleidingsplek aan",
            lead: "Acht velden, geen account nodig. Binnen 5 werkdagen belt een coördinator uit je regio.",
            breadcrumbs: [PageLink("Start", "/")],
            errors: values.errorLinks,
            isError: warning != nil
        )
        self.submissionID = submissionID
        self.warning = warning.map { Notice(.warning, title: "Nog niet verstuurd", text: $0) }
        practice = values.text("praktijk", "Naam van je praktijk", autocomplete: "organization")
        town = values.text(
            "plaats",
            "Plaats",
            "De plaats of gemeente waar je praktijk is",
            autocomplete: "address-level2"
        )
        contact = values.text("contactpersoon", "Contactpersoon", "Met wie kunnen we overleggen?", autocomplete: "name")
        phone = values.text("telefoon", "Telefoonnummer", kind: .tel, autocomplete: "tel")
        mail = values.text("mail", "E-mailadres", kind: .email, autocomplete: "email")
        kind = values.choices("soort", "Wat bied je aan?", .radio, kinds, isInline: false)
        start = values.text("vanaf", "Vanaf welke dag kan iemand beginnen?", kind: .date)
        remark = values.area(
            "opmerking",
            "Opmerking",
            "Bijvoorbeeld op welke dagen iemand kan komen, of wanneer we het best bellen",
            rows: 4
        )
    }
}

/// `/plek-aanbieden/{kenmerk}`: what happens next and whom to call. Names nobody at the practice.
struct OfferedPlacePage: Page {
    static let template = "offer/show"

    /// A team that can be called.
    struct Team: Sendable {
        let name: String
        let phone: String
        let phoneURL: String
        let mail: String
        let mailURL: String

        init(name: String, phone: String, phoneURL: String, mail: String, mailURL: String) {
            self.name = name
            self.phone = phone
            self.phoneURL = phoneURL
            self.mail = mail
            self.mailURL = mailURL
        }
    }

    let header: PageHeader
    let facts: Facts
    let isWaiting: Bool
    let region: String
    let callBy: String
    let teams: [Team]
    let hasTeams: Bool

    init(reference: String, region: String, offeredOn: String, callBy: String, isWaiting: Bool, teams: [Team]) {
        header = PageHeader(
            title: isWaiting ? "Bedankt, je plek is doorgegeven" : "Je plek is in behandeling",
            lead: isWaiting
                ? "Een coördinator van de regio \(region) belt je binnen 5 werkdagen."
                : "De regio \(region) heeft je aanbod bekeken. Heb je een vraag? Bel gerust.",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Bied een opleidingsplek aan", "/plek-aanbieden")]
        )
        facts = Facts([Fact("Kenmerk", reference), Fact("Regio", region), Fact("Aangeboden op", offeredOn)])
        self.isWaiting = isWaiting
        self.region = region
        self.callBy = callBy
        self.teams = teams
        hasTeams = !teams.isEmpty
    }
}

/// `/plekken/aangeboden`: offers of the own region that nobody has in hand, the oldest first.
struct OfferedPlaceListPage: Page {
    static let template = "offer/index"

    struct Row: Sendable {
        let urgency: String
        let days: String
        let dayWord: String
        let practice: String
        let town: String
        let offer: String
        let tags: [Tag]
        let remark: String?
        let contact: String
        let phone: String
        let phoneURL: String
        let mail: String
        let mailURL: String
        let placeURL: String
        let takeURL: String
        let closeURL: String
        let submissionID: String

        /// - Parameters:
        ///   - days: since the offer came in.
        ///   - isOverdue: the five working days that were promised are over.
        ///   - isDraftPractice: nobody has checked the practice yet.
        init(
            reference: String,
            days: Int,
            isOverdue: Bool,
            practice: String,
            town: String,
            offer: String,
            isDraftPractice: Bool,
            remark: String?,
            contact: String,
            phone: String,
            phoneURL: String,
            mail: String,
            mailURL: String,
            submissionID: String
        ) {
            urgency = isOverdue ? "overdue" : "incoming"
            self.days = String(days)
            dayWord = days == 1 ? "dag" : "dagen"
            self.practice = practice
            self.town = town
            self.offer = offer
            tags =
                [isDraftPractice ? Tag("Nieuwe praktijk", .info) : Tag("Bekende praktijk", .neutral)]
                + (isOverdue ? [Tag("Beloofde termijn is voorbij", .overdue)] : [])
            self.remark = remark
            self.contact = contact
            self.phone = phone
            self.phoneURL = phoneURL
            self.mail = mail
            self.mailURL = mailURL
            placeURL = "/plekken/\(reference)"
            takeURL = "/plekken/aangeboden/\(reference)/nemen"
            closeURL = "/plekken/aangeboden/\(reference)/sluiten"
            self.submissionID = submissionID
        }
    }

    let header: PageHeader
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pagination: Pagination
    let fileURL: String

    init(region: String, rows: [Row], pagination: Pagination) {
        header = PageHeader(
            title: "Nieuw aangeboden plekken",
            lead: "Deze praktijken in de regio \(region) boden zelf een plek aan. Bel ze binnen 5 werkdagen.",
            breadcrumbs: [PageLink("Start", "/"), PageLink("Plekken", "/plekken")]
        )
        self.rows = rows
        hasRows = !rows.isEmpty
        empty =
            rows.isEmpty
            ? EmptyState(
                title: "Niemand wacht",
                text:
                    "Er is geen nieuw aanbod in de regio \(region). Praktijken bieden zelf een plek aan op deze pagina.",
                action: PageLink("Bekijk het formulier", "/plek-aanbieden")
            ) : nil
        self.pagination = pagination
        fileURL = "/plekken/aangeboden?vorm=csv"
    }
}

/// `/plekken/aangeboden/{kenmerk}/sluiten`: close an offer, with the reason.
struct CloseOfferedPlacePage: Page {
    static let template = "offer/close"

    let header: PageHeader
    let facts: Facts
    let action: String
    let reason: Choices
    let submissionID: String

    init(
        reference: String,
        practice: String,
        facts: Facts,
        reasons: [Option],
        values: FormValues,
        submissionID: String
    ) {
        header = PageHeader(
            title: "Sluit het aanbod van \(practice)",
            lead:
                "De plek gaat dicht en verdwijnt uit de lijst. De praktijk krijgt geen bericht: bel als dat nodig is.",
            breadcrumbs: [
                PageLink("Start", "/"), PageLink("Plekken", "/plekken"),
                PageLink("Nieuw aangeboden plekken", "/plekken/aangeboden"),
            ],
            errors: values.errorLinks
        )
        self.facts = facts
        action = "/plekken/aangeboden/\(reference)/sluiten"
        reason = values.choices("reden", "Waarom sluit je dit aanbod?", .radio, reasons, isInline: false)
        self.submissionID = submissionID
    }
}
