import PageKit
import Site

enum RegionPages {
    static let all: [any Page.Type] = [RegionIndexPage.self, RegionShowPage.self]
}

/// `/regios`: the 28 labour-market regions, as a list and on the map.
struct RegionIndexPage: Page {
    static let template = "regions/index"

    struct Row: Sendable {
        let name: String
        let url: String
        let provinces: String
        let openPlaces: String
        let searching: String

        init(name: String, url: String, provinces: String, openPlaces: String, searching: String) {
            self.name = name
            self.url = url
            self.provinces = provinces
            self.openPlaces = openPlaces
            self.searching = searching
        }
    }

    let header: PageHeader
    let rows: [Row]
    let map: CountryMap

    init(rows: [Row], map: CountryMap) {
        header = PageHeader(
            title: "Regio's",
            lead: "Nederland heeft 28 regio's voor werk in de zorg. Per regio zie je plekken en wie je kunt bellen.",
            breadcrumbs: [PageLink("Start", "/")]
        )
        self.rows = rows
        self.map = map
    }
}

/// `/regios/{naam}`: one region. Everyone sees organisations and open places; its teams also what waits where.
struct RegionShowPage: Page {
    static let template = "regions/show"

    struct OrganisationRow: Sendable {
        let name: String
        let kind: String

        init(name: String, kind: String) {
            self.name = name
            self.kind = kind
        }
    }

    struct TeamRow: Sendable {
        let name: String
        let facts: Facts

        init(name: String, facts: Facts) {
            self.name = name
            self.facts = facts
        }
    }

    struct Municipality: Sendable {
        let name: String
        let url: String
        let openPlaces: String

        init(name: String, url: String, openPlaces: String) {
            self.name = name
            self.url = url
            self.openPlaces = openPlaces
        }
    }

    /// The own team's cases in one step.
    struct Step: Sendable {
        let name: String
        let url: String
        let count: String
        let overdue: String
        let isOverdue: Bool

        init(name: String, url: String, count: String, overdue: String, isOverdue: Bool) {
            self.name = name
            self.url = url
            self.count = count
            self.overdue = overdue
            self.isOverdue = isOverdue
        }
    }

    struct Inside: Sendable {
        let steps: [Step]
        let hasSteps: Bool
        let empty: EmptyState?
        let stall: StallBars?
        let states: Stats
        let solutions: [StallSolution]
        let hasSolutions: Bool

        /// - Parameter solutions: what the region runs into most, with what helped elsewhere.
        init(steps: [Step], stall: StallBars?, states: Stats, solutions: [StallSolution]) {
            self.steps = steps
            hasSteps = !steps.isEmpty
            empty =
                steps.isEmpty
                ? EmptyState(
                    title: "Je team heeft nog geen trajecten",
                    text: "Meld een kandidaat aan, dan zie je hier wie op wie wacht.",
                    action: PageLink("Nieuwe kandidaat", "/kandidaten/nieuw")
                ) : nil
            self.stall = stall
            self.states = states
            self.solutions = solutions
            hasSolutions = !solutions.isEmpty
        }
    }

    let header: PageHeader
    let stats: Stats
    let places: [PlaceRow]
    let hasPlaces: Bool
    let allPlaces: PageLink
    let noPlaces: EmptyState?
    let organisations: [OrganisationRow]
    let hasOrganisations: Bool
    let teams: [TeamRow]
    let hasTeams: Bool
    let neighbours: [PageLink]
    let municipalities: [Municipality]
    let map: CountryMap
    let inside: Inside?
    let network: RegionNetwork

    init(
        header: PageHeader,
        stats: Stats,
        places: [PlaceRow],
        allPlaces: PageLink,
        noPlaces: EmptyState,
        organisations: [OrganisationRow],
        teams: [TeamRow],
        neighbours: [PageLink],
        municipalities: [Municipality],
        map: CountryMap,
        inside: Inside?,
        network: RegionNetwork
    ) {
        self.header = header
        self.stats = stats
        self.places = places
        hasPlaces = !places.isEmpty
        self.allPlaces = allPlaces
        self.noPlaces = places.isEmpty ? noPlaces : nil
        self.organisations = organisations
        hasOrganisations = !organisations.isEmpty
        self.teams = teams
        hasTeams = !teams.isEmpty
        self.neighbours = neighbours
        self.municipalities = municipalities
        self.map = map
        self.inside = inside
        self.network = network
    }
}
