import Domain
import PageKit
import Site

/// `/kandidaten/nieuw` and `/kandidaten/{kenmerk}/wijzigen`: one page, in the order of a phone call.
struct CandidateFormPage: Page {
    static let template = "candidates/form"

    /// The closed lists of the form, ready to choose from.
    struct Lists: Sendable {
        let municipalities: [Option]
        let roles: [Option]
        let qualifications: [Option]
        let schools: [Option]
        let regions: [Option]
        let wishes: [Option]
        let offers: [Option]

        init(
            municipalities: [Option],
            roles: [Option],
            qualifications: [Option],
            schools: [Option],
            regions: [Option],
            wishes: [Option],
            offers: [Option]
        ) {
            self.municipalities = municipalities
            self.roles = roles
            self.qualifications = qualifications
            self.schools = schools
            self.regions = regions
            self.wishes = wishes
            self.offers = offers
        }
    }

    /// The question for consent, apart from everything else and never ticked beforehand.
    struct ConsentQuestion: Sendable {
        let text: String
        let version: String
        let regions: Choices
        let channel: Choices

        init(text: String, version: Int, regions: [Option], entered: FormEntries) {
            self.text = text
            self.version = String(version)
            self.regions = Choices(
                name: "toestemming",
                legend: "De kandidaat zegt ja tegen",
                kind: .checkbox,
                options: regions,
                selected: entered.all("toestemming"),
                description: "Vraag het per regio. Nee zeggen verandert niets aan het zoeken in de eigen regio.",
                error: entered.error("toestemming"),
                isRequired: false
            )
            channel = Choices(
                name: "kanaal",
                legend: "Hoe gaf de kandidaat toestemming?",
                kind: .radio,
                options: ConsentChannel.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                selected: entered.all("kanaal"),
                error: entered.error("kanaal"),
                isRequired: false,
                isInline: true
            )
        }
    }

    struct Group: Sendable {
        let legend: String
        let rows: [Row]
    }

    /// One field of any kind: exactly one of these is there.
    struct Row: Sendable {
        var text: TextField?
        var area: TextArea?
        var select: SelectField?
        var choices: Choices?
    }

    let header: PageHeader
    let action: String
    let button: String
    let cancelURL: String
    let submissionID: String
    let version: String?
    let groups: [Group]
    let consent: ConsentQuestion?

    /// A form for a new candidate.
    init(lists: Lists, consent: ConsentQuestion, entered: FormEntries, submissionID: String) {
        header = PageHeader(
            title: "Meld een kandidaat aan",
            lead: "Vul in wat je weet. De volgorde is die van een telefoongesprek.",
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            errors: entered.errorLinks
        )
        action = "/kandidaten/nieuw"
        button = "Meld de kandidaat aan"
        cancelURL = "/kandidaten"
        self.submissionID = submissionID
        version = nil
        groups = Self.groups(lists, entered)
        self.consent = consent
    }

    /// A form for a correction.
    init(
        name: String,
        url: String,
        version: Int,
        lists: Lists,
        entered: FormEntries,
        submissionID: String
    ) {
        header = PageHeader(
            title: "Wijzig de gegevens van \(name)",
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            back: PageLink("Terug naar \(name)", url),
            errors: entered.errorLinks
        )
        action = "\(url)/wijzigen"
        button = "Bewaar de gegevens"
        cancelURL = url
        self.submissionID = submissionID
        self.version = String(version)
        groups = Self.groups(lists, entered)
        consent = nil
    }

    private static func groups(_ lists: Lists, _ entered: FormEntries) -> [Group] {
        let fields = CandidateFields(entered: entered)
        return [
            Group(legend: "De kandidaat", rows: fields.person(lists)),
            Group(legend: "De opleiding", rows: fields.learning(lists)),
            Group(legend: "Wanneer", rows: fields.period()),
            Group(legend: "Reizen", rows: fields.travel(lists)),
            Group(legend: "School en wat hiervoor kwam", rows: fields.background(lists)),
            Group(legend: "Wensen", rows: fields.wishes(lists)),
        ]
    }
}
