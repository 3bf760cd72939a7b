import PageKit
import Site

/// A candidate of the own team who waits and fits a place.
struct WaitingCandidateRow: Sendable {
    let name: String
    let url: String
    let waiting: String
    let distance: String
    let fit: FitBar

    init(name: String, url: String, waiting: String, distance: String, fit: FitBar) {
        self.name = name
        self.url = url
        self.waiting = waiting
        self.distance = distance
        self.fit = fit
    }
}

/// `/plekken/{kenmerk}`: one place. Visitors see what is public; its region's teams manage it here.
struct TrainingPlaceShowPage: Page {
    static let template = "places/show"

    /// Activities with the same frequency.
    struct ActivityGroup: Sendable {
        let frequency: String
        let names: [String]

        init(frequency: String, names: [String]) {
            self.frequency = frequency
            self.names = names
        }
    }

    /// A button that changes the place; each is a form of its own.
    struct Button: Sendable {
        let action: String
        let label: String
        let value: String
        let version: String
        let submissionID: String
        let isPrimary: Bool

        init(
            action: String,
            label: String,
            value: String = "",
            version: Int,
            submissionID: String,
            isPrimary: Bool = false
        ) {
            self.action = action
            self.label = label
            self.value = value
            self.version = String(version)
            self.submissionID = submissionID
            self.isPrimary = isPrimary
        }
    }

    struct Waiting: Sendable {
        let rows: [WaitingCandidateRow]
        let hasRows: Bool
        let others: String
        let gains: [String]
        let hasGains: Bool

        /// - Parameters:
        ///   - others: a sentence about other teams' candidates, as a count.
        ///   - gains: what the practice could change, and for how many it would help.
        init(rows: [WaitingCandidateRow], others: String, gains: [String]) {
            self.gains = gains
            hasGains = !gains.isEmpty
            self.rows = rows
            hasRows = !rows.isEmpty
            self.others = others
        }
    }

    /// What only coordinators see.
    struct Inside: Sendable {
        let buttons: [Button]
        let hasButtons: Bool
        let seats: [SeatTable]
        let seatsScale: String
        let contacts: [Facts]
        let hasContacts: Bool
        let practice: PageLink
        let waiting: Waiting?

        init(
            buttons: [Button],
            seats: [SeatTable],
            seatsScale: String,
            contacts: [Facts],
            practice: PageLink,
            waiting: Waiting?
        ) {
            self.buttons = buttons
            hasButtons = !buttons.isEmpty
            self.seats = seats
            self.seatsScale = seatsScale
            self.contacts = contacts
            hasContacts = !contacts.isEmpty
            self.practice = practice
            self.waiting = waiting
        }
    }

    let header: PageHeader
    let notices: [Notice]
    let facts: Facts
    let activities: [ActivityGroup]
    let hasActivities: Bool
    let supervision: [String]
    let offers: [String]
    let hasOffers: Bool
    let wishes: [String]
    let hasWishes: Bool
    let schools: [String]
    let hasSchools: Bool
    let preconditions: String?
    let contactRule: String?
    let inside: Inside?
    let region: PageLink
    let isPublic: Bool

    init(
        header: PageHeader,
        notices: [Notice],
        facts: Facts,
        activities: [ActivityGroup],
        supervision: [String],
        offers: [String],
        wishes: [String],
        schools: [String],
        preconditions: String?,
        contactRule: String?,
        inside: Inside?,
        region: PageLink
    ) {
        self.header = header
        self.notices = notices
        self.facts = facts
        self.activities = activities
        hasActivities = !activities.isEmpty
        self.supervision = supervision
        self.offers = offers
        hasOffers = !offers.isEmpty
        self.wishes = wishes
        hasWishes = !wishes.isEmpty
        self.schools = schools
        hasSchools = !schools.isEmpty
        self.preconditions = preconditions
        self.contactRule = contactRule
        self.inside = inside
        self.region = region
        isPublic = inside == nil
    }
}
