import PageKit
import Site

/// The pages that anyone meets first.
enum StartPages {
    static let all: [any Page.Type] = [
        StartPage.self, StyleGuidePage.self, DemoPage.self,
    ]
}

/// `/`: what it is in three sentences, four doors, how it works, and the country with its open places.
struct StartPage: Page {
    static let template = "start/show"

    /// One of the four doors.
    struct Door: Sendable {
        let title: String
        let text: String
        let link: PageLink
    }

    struct Step: Sendable {
        let title: String
        let text: String
    }

    /// A region in the table beside the country.
    struct Region: Sendable {
        let name: String
        let url: String
        let openPlaces: String
        let placesWithRoom: String
        let searching: String

        /// - Parameters:
        ///   - placesWithRoom: open places with a free seat.
        ///   - searching: how many candidates look for a place; "minder dan 5" where it is suppressed.
        init(name: String, url: String, openPlaces: String, placesWithRoom: String, searching: String) {
            self.name = name
            self.url = url
            self.openPlaces = openPlaces
            self.placesWithRoom = placesWithRoom
            self.searching = searching
        }
    }

    /// Where the doors lead, so that the demo and an installation can differ.
    struct DoorURLs: Sendable {
        let candidate: String
        let practice: String
        let coordinator: String
        let project: String

        init(
            candidate: String = "/kandidaat-worden",
            practice: String = "/plek-aanbieden",
            coordinator: String = "/werklijst",
            project: String = "/projecten"
        ) {
            self.candidate = candidate
            self.practice = practice
            self.coordinator = coordinator
            self.project = project
        }
    }

    let header: PageHeader
    let doors: [Door]
    let steps: [Step]
    let openPlaces: String
    let regions: [Region]
    let map: CountryMap

    /// - Parameters:
    ///   - openPlaces: how many open places with a free seat there are in the country, as shown: "912".
    ///   - regions: sorted as they should stand in the table.
    ///   - map: the country with a mark per region.
    init(openPlaces: String, regions: [Region], map: CountryMap, doors: DoorURLs = DoorURLs()) {
        header = PageHeader(
            title: "Niet afwijzen, maar verwijzen",
            lead: "Wil je leren voor doktersassistent? Dan zoekt Doorwijzer met jou een plek bij een huisarts. "
                + "Is er in jouw regio geen plek, dan kijken we in de regio's ernaast.",
            isHero: true
        )
        self.doors = Self.doors(doors)
        steps = Self.steps
        self.openPlaces = openPlaces
        self.regions = regions
        self.map = map
    }

    private static func doors(_ urls: DoorURLs) -> [Door] {
        [
            Door(
                title: "Ik zoek een plek",
                text:
                    "Je volgt een opleiding of je wilt overstappen naar de zorg. Schrijf je in. De coördinator van je "
                    + "regio zoekt met je mee, en jij ziet steeds wie aan zet is.",
                link: PageLink("Schrijf je in als kandidaat", urls.candidate)
            ),
            Door(
                title: "Ik heb een praktijk",
                text:
                    "Je wilt iemand opleiden in je praktijk. Vul acht dingen in, dat kost een paar minuten. Je hebt geen "
                    + "account nodig.",
                link: PageLink("Bied een plek aan", urls.practice)
            ),
            Door(
                title: "Ik ben coördinator",
                text: "Je ziet wie op wie wacht, en hoelang al. Bij elke kandidaat staan de plekken die passen, met de "
                    + "reden erbij. Ook buiten je eigen regio.",
                link: PageLink("Open je werklijst", urls.coordinator)
            ),
            Door(
                title: "Ik leid een project",
                text:
                    "Je wilt weten wat er in een regio speelt en wie er al mee bezig is. Per regio staan de plekken, de "
                    + "organisaties en de cijfers bij elkaar.",
                link: PageLink("Bekijk de projecten", urls.project)
            ),
        ]
    }

    private static let steps = [
        Step(
            title: "Laten zien wat je kunt",
            text: "Jij en een beoordelaar geven aan wat je al kunt. In het hele land met dezelfde vragen."
        ),
        Step(
            title: "Zien welke plek past",
            text: "Elke plek krijgt een score van 0 tot 100. Je ziet precies waar die uit bestaat."
        ),
        Step(
            title: "Kennismaken",
            text: "De praktijk zegt ja, later, of nee met een reden. Bij ja plan je een klikgesprek."
        ),
        Step(
            title: "Doorverwijzen als het vol is",
            text: "Geen plek in de buurt? Dan gaat je vraag met een echte open plek naar een andere regio. Alleen als "
                + "jij dat goed vindt."
        ),
    ]
}
