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

extension NetworkForm {
    static var sample: NetworkForm {
        let option = [Option(value: "1", label: "Twente")]
        return NetworkForm(
            action: "/vragen/nieuw",
            submissionID: "1",
            hidden: [HiddenField(name: "versie", value: "1")],
            fields: [
                NetworkField(TextField(name: "titel", label: "Titel")),
                NetworkField(TextArea(name: "uitleg", label: "Uitleg")),
                NetworkField(SelectField(name: "regio", label: "Regio", options: option)),
                NetworkField(Choices(name: "knelpunt", legend: "Knelpunt", kind: .checkbox, options: option)),
            ],
            button: "Stel de vraag",
            other: Other("Bewaar als concept", name: "stap", value: "concept")
        )
    }
}

extension NetworkEntry {
    static var sample: NetworkEntry {
        NetworkEntry(
            link: PageLink("Wie deelt begeleiding?", "/vragen/wie-deelt-begeleiding"),
            title: "Wie deelt begeleiding?",
            meta: "di 24 nov",
            text: "Wij delen een begeleider met twee praktijken.",
            tags: [Tag("hielp", .ok)],
            forms: [.sample],
            links: [PageLink("Haal dit antwoord weg", "/leernetwerk/weghalen/antwoord/1")]
        )
    }
}

extension NetworkSection {
    static func sample(_ id: String, form: NetworkForm? = nil) -> NetworkSection {
        NetworkSection(
            id: id,
            title: "Antwoorden",
            text: "Iedereen kan dit lezen.",
            facts: Facts([Fact("Plaats", "Enschede", url: "/regios/twente#kaart")]),
            links: [PageLink("Alle vragen", "/vragen")],
            entries: form == nil ? [.init(link: PageLink("Een vraag", "/vragen/1"), meta: "vandaag")] : [],
            empty: EmptyState(
                title: "Nog geen antwoord",
                text: "Weet jij iets?",
                action: PageLink("Word lid", "/leernetwerk/lidmaatschap")
            ),
            form: form
        )
    }
}

extension NetworkListPage: Sampled {
    static var samples: [Self] {
        func sample(_ cards: [Card], _ pagination: Pagination?, _ country: CountrySection? = nil) -> Self {
            Self(
                header: PageHeader(title: "Vragen", breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")]),
                filters: Filters(action: "/vragen", summary: "1 vraag"),
                cards: cards,
                empty: EmptyState(
                    title: "Geen vraag die hierbij past",
                    text: "Haal een filter weg, of stel je vraag zelf.",
                    action: PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                pagination: pagination,
                country: country
            )
        }
        return [
            sample(
                [
                    Card(
                        title: "Wie deelt begeleiding?",
                        url: "/vragen/wie-deelt-begeleiding",
                        meta: "di 24 nov · Twente",
                        text: "Wij zoeken een begeleider.",
                        foot: "2 antwoorden",
                        tags: [Tag("open", .waiting)]
                    ), Card(title: "Sanne de Wit", url: nil, meta: "Twente", text: "Begeleiding"),
                ],
                Pagination(summary: "1 van 2", next: PageLink("Volgende", "/vragen?pagina=2"))
            ), sample([], nil, CountrySection.samples[0]),
        ]
    }
}

extension NetworkShowPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Wie deelt begeleiding?", back: PageLink("Alle vragen", "/vragen")),
                notices: [Notice(.info, text: "Deze vraag is gesloten.")],
                facts: Facts([Fact("Regio", "Twente")]),
                sections: [
                    .sample("een"), .sample("twee", form: .sample),
                ],
                aside: [.sample("drie")]
            ),
            Self(
                header: PageHeader(title: "Leernetwerk"),
                sections: [NetworkSection(id: "wachten", title: "Wat op jou wacht", entries: [.sample])],
                aside: []
            ),
        ]
    }
}

extension NetworkFormPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                header: PageHeader(title: "Stel een vraag", back: PageLink("Alle vragen", "/vragen")),
                text: "Iedereen kan je vraag lezen.",
                form: .sample,
                extra: .sample("stoppen")
            ),
            Self(
                header: PageHeader(title: "Schrijf een praktijk"),
                form: nil,
                extra: .sample("weggooien", form: .sample)
            ),
            Self(
                header: PageHeader(title: "Je lidmaatschap"),
                form: nil,
                extra: NetworkSection(id: "acties", title: "Wat je beloofde", entries: [.sample])
            ),
        ]
    }
}
