import Domain
import Foundation

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

extension ReferralRegionsPage: Sampled {
    static var samples: [ReferralRegionsPage] {
        let header = PageHeader(
            title: "Naar welke regio?",
            back: PageLink("Terug naar Anna", "/kandidaten/7F3K2M9Q")
        )
        return [
            ReferralRegionsPage(
                header: header,
                problem: Notice(.warning, text: "De keten is vol."),
                regions: [
                    Region(
                        name: "Regio Zwolle",
                        url: "/kandidaten/7F3K2M9Q/doorverwijzen?regio=AM05",
                        places: 3,
                        best: "78",
                        nearest: "18 km",
                        consent: Tag("ja", .ok),
                        visited: "nee",
                        isNeighbour: true
                    )
                ],
                watchURL: "/kandidaten/7F3K2M9Q/stap/blijven-zoeken",
                consentsURL: "/kandidaten/7F3K2M9Q/toestemmingen"
            ),
            ReferralRegionsPage(
                header: header,
                problem: nil,
                regions: [],
                watchURL: "/kandidaten/7F3K2M9Q/stap/blijven-zoeken",
                consentsURL: "/kandidaten/7F3K2M9Q/toestemmingen"
            ),
        ]
    }
}

extension ReferralNewPage: Sampled {
    static var samples: [ReferralNewPage] {
        let option = [Option(value: "1", label: "De Beuk, Zwolle", description: "Past voor 78")]
        return [
            ReferralNewPage(
                header: PageHeader(
                    title: "Verwijs Anna door naar Zwolle",
                    back: PageLink("Kies een andere regio", "/kandidaten"),
                    errors: [ErrorLink(fieldID: "motivatie", text: "Schrijf waarom.")]
                ),
                problem: Notice(.warning, text: "Deze plek is net bezet."),
                action: "/kandidaten/7F3K2M9Q/doorverwijzen",
                regionCode: "AM05",
                regionsURL: "/kandidaten/7F3K2M9Q/doorverwijzen",
                version: 1,
                submissionID: "1",
                places: Choices(name: "plekken", legend: "Plekken", kind: .checkbox, options: option),
                held: Choices(name: "vasthouden", legend: "Welke houden we vast?", kind: .radio, options: option),
                motivation: TextArea(name: "motivatie", label: "Motivatie"),
                consentGiven: Notice(.ok, text: "Anna gaf toestemming."),
                consentEntry: ConsentEntry(
                    text: "Een andere regio mag mijn kaart zien.",
                    spoken: Choices(name: "toestemming", legend: "Toestemming", kind: .checkbox, options: option),
                    channel: Choices(name: "kanaal", legend: "Hoe", kind: .radio, options: option),
                    scope: Choices(name: "bereik", legend: "Voor", kind: .radio, options: option)
                ),
                newFact: SelectField(name: "nieuw", label: "Wat is er nieuw?", options: option),
                due: "di 1 dec",
                receiver: Facts([Fact("Team Zwolle", "038 000 00 00")])
            )
        ]
    }
}

extension ReferralListPage: Sampled {
    static var samples: [ReferralListPage] {
        let row = Row(
            url: "/doorverwijzingen/7F3K2M9Q",
            title: "Uit Twente",
            place: "De Beuk, Zwolle",
            tag: Tag("wacht op antwoord", .waiting),
            due: "di 1 dec",
            days: "2 dagen",
            isOverdue: true
        )
        return [
            ReferralListPage(
                header: PageHeader(title: "Doorverwijzingen"),
                tabs: Tabs(
                    label: "Richting",
                    [Tab("Ontvangen", url: "/doorverwijzingen", isCurrent: true, count: "1")]
                ),
                filters: Filters(action: "/doorverwijzingen", summary: "1 doorverwijzing"),
                rows: [row],
                empty: EmptyState(title: "Niets", text: "Nog niets."),
                pagination: Pagination(summary: "1–1 van 1", previous: nil, next: nil),
                takenBack: [row]
            ),
            ReferralListPage(
                header: PageHeader(title: "Doorverwijzingen"),
                tabs: Tabs(label: "Richting", []),
                filters: Filters(action: "/doorverwijzingen", summary: "0 doorverwijzingen"),
                rows: [],
                empty: EmptyState(title: "Niets", text: "Nog niets."),
                pagination: nil,
                takenBack: []
            ),
        ]
    }
}
