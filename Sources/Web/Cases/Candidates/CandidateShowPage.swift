import Domain
import PageKit
import Site

/// `/kandidaten/{kenmerk}`: where a case is, who has it until when, and what to do next.
struct CandidateShowPage: Page {
    static let template = "candidates/show"

    struct Proposal: Sendable {
        let practice: String
        let url: String
        let state: Tag
        let start: String
        let fit: String
        let due: String

        init(practice: String, url: String, state: Tag, start: String, fit: String, due: String) {
            self.practice = practice
            self.url = url
            self.state = state
            self.start = start
            self.fit = fit
            self.due = due
        }
    }

    struct Contact: Sendable {
        let when: String
        let who: String
        let result: String
        let note: String?

        init(when: String, who: String, result: String, note: String?) {
            self.when = when
            self.who = who
            self.result = result
            self.note = note
        }
    }

    /// The form under the contacts: a call recorded in ten seconds.
    struct ContactForm: Sendable {
        let action: String
        let party: Choices
        let channel: Choices
        let reached: Choices
        let note: TextArea

        init(action: String, entered: FormEntries) {
            self.action = action
            party = ContactFields.party(entered)
            channel = ContactFields.channel(entered)
            reached = ContactFields.reached(entered)
            note = ContactFields.note(entered)
        }
    }

    /// Everything the page shows, finished.
    struct Content: Sendable {
        var name = ""
        var reference = ""
        var url = ""
        var step = Tag("")
        var hasPriority = false
        /// "Wacht op praktijk De Linde tot do 3 dec".
        var standing = ""
        var standingNotice: Notice?
        var nextAction: PageLink?
        var otherActions: [PageLink] = []
        var tabs = Tabs(label: "", [])
        var clock: ClockFigure?
        var chain: ChainFigure?
        var profile: ProfileFigure?
        var profileNote = ""
        var person = Facts([])
        var wanted = Facts([])
        var background = Facts([])
        var wishes: [String] = []
        var proposals: [Proposal] = []
        var contacts: [Contact] = []
        var contactForm: ContactForm?
        /// Where to have a link to sign in sent; nil without a mail address.
        var signInLinkURL: String?
        var history = Timeline([])
        var submissionID = ""

        init() {}
    }

    let header: PageHeader
    let reference: String
    let standingNotice: Notice?
    let otherActions: [PageLink]
    let hasOtherActions: Bool
    let tabs: Tabs
    let clock: ClockFigure?
    let chain: ChainFigure?
    let profile: ProfileFigure?
    let profileNote: String
    let assessmentURL: String
    let person: Facts
    let wanted: Facts
    let background: Facts
    let wishes: [String]
    let hasWishes: Bool
    let proposals: [Proposal]
    let hasProposals: Bool
    let placesURL: String
    let contacts: [Contact]
    let hasContacts: Bool
    let contactForm: ContactForm?
    let signInLinkURL: String?
    let history: Timeline
    let editURL: String
    let cardURL: String
    let submissionID: String

    init(_ content: Content) {
        header = PageHeader(
            title: content.name,
            lead: content.standing,
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            action: content.nextAction,
            tags: [content.step] + (content.hasPriority ? [Tag("voorrang", .info)] : [])
        )
        reference = content.reference
        standingNotice = content.standingNotice
        otherActions = content.otherActions
        hasOtherActions = !content.otherActions.isEmpty
        tabs = content.tabs
        clock = content.clock
        chain = content.chain
        profile = content.profile
        profileNote = content.profileNote
        assessmentURL = "\(content.url)/beoordeling"
        person = content.person
        wanted = content.wanted
        background = content.background
        wishes = content.wishes
        hasWishes = !content.wishes.isEmpty
        proposals = content.proposals
        hasProposals = !content.proposals.isEmpty
        placesURL = "\(content.url)/plekken"
        contacts = content.contacts
        hasContacts = !content.contacts.isEmpty
        contactForm = content.contactForm
        signInLinkURL = content.signInLinkURL
        history = content.history
        editURL = "\(content.url)/wijzigen"
        cardURL = "\(content.url)/kaart"
        submissionID = content.submissionID
    }
}

/// The fields of a recorded contact, on the page of the candidate and on a page of their own.
enum ContactFields {
    static func party(_ entered: FormEntries) -> Choices {
        Choices(
            name: "met",
            legend: "Met wie?",
            kind: .radio,
            options: ContactParty.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            selected: entered.all("met"),
            error: entered.error("met"),
            isInline: true
        )
    }

    static func channel(_ entered: FormEntries) -> Choices {
        Choices(
            name: "hoe",
            legend: "Hoe?",
            kind: .radio,
            options: ContactChannel.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            selected: entered.all("hoe"),
            error: entered.error("hoe"),
            isInline: true
        )
    }

    static func reached(_ entered: FormEntries) -> Choices {
        Choices(
            name: "bereikt",
            legend: "Gelukt?",
            kind: .radio,
            options: [Option(value: "ja", label: "ja, gesproken"), Option(value: "nee", label: "nee, niet bereikt")],
            selected: entered.all("bereikt"),
            error: entered.error("bereikt"),
            isInline: true
        )
    }

    static func note(_ entered: FormEntries) -> TextArea {
        TextArea(
            name: "notitie",
            label: "Notitie",
            value: entered.value("notitie"),
            description: "Alleen wat nodig is voor het zoeken. Geen gezondheid, geen BSN.",
            error: entered.error("notitie"),
            isRequired: false,
            rows: 2
        )
    }
}
