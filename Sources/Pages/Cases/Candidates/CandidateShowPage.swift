import Domain

/// `/kandidaten/{kenmerk}`: where a case is, who has it until when, and what to do next.
public struct CandidateShowPage: Page {
    public static let template = "candidates/show"

    public struct Proposal: Sendable {
        let practice: String
        let url: String
        let state: Tag
        let start: String
        let fit: String
        let due: String

        public init(practice: String, url: String, state: Tag, start: String, fit: String, due: String) {
            self.practice = practice
            self.url = url
            self.state = state
            self.start = start
            self.fit = fit
            self.due = due
        }
    }

    public struct Contact: Sendable {
        let when: String
        let who: String
        let result: String
        let note: String?

        public init(when: String, who: String, result: String, note: String?) {
            self.when = when
            self.who = who
            self.result = result
            self.note = note
        }
    }

    /// The form under the contacts: a call recorded in ten seconds.
    public struct ContactForm: Sendable {
        let action: String
        let party: Choices
        let channel: Choices
        let reached: Choices
        let note: TextArea

        public init(action: String, entered: FormEntries) {
            self.action = action
            party = ContactFields.party(entered)
            channel = ContactFields.channel(entered)
            reached = ContactFields.reached(entered)
            note = ContactFields.note(entered)
        }
    }

    /// Everything the page shows, finished.
    public struct Content: Sendable {
        public var name = ""
        public var reference = ""
        public var url = ""
        public var step = Tag("")
        public var hasPriority = false
        /// "Wacht op praktijk De Linde tot do 3 dec".
        public var standing = ""
        public var standingNotice: Notice?
        public var nextAction: PageLink?
        public var otherActions: [PageLink] = []
        public var tabs = Tabs(label: "", [])
        public var clock: ClockFigure?
        public var chain: ChainFigure?
        public var profile: ProfileFigure?
        public var profileNote = ""
        public var person = Facts([])
        public var wanted = Facts([])
        public var background = Facts([])
        public var wishes: [String] = []
        public var proposals: [Proposal] = []
        public var contacts: [Contact] = []
        public var contactForm: ContactForm?
        /// Where to have a link to sign in sent; nil without a mail address.
        public var signInLinkURL: String?
        public var history = Timeline([])
        public var submissionID = ""

        public init() {}
    }

    public let header: PageHeader
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

    public init(_ content: Content) {
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
public enum ContactFields {
    public static func party(_ entered: FormEntries) -> Choices {
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

    public static func channel(_ entered: FormEntries) -> Choices {
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

    public static func reached(_ entered: FormEntries) -> Choices {
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

    public static func note(_ entered: FormEntries) -> TextArea {
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
