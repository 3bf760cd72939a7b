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

extension ProjectShowPage: Sampled {
    static var samples: [Self] {
        func section(_ id: String, _ title: String) -> [Section] {
            [Section(id: id, title: title, text: "Er zijn te weinig begeleiders.")].compactMap(\.self)
        }
        let full = Self(
            header: PageHeader(
                title: "Stagepunt",
                lead: "Eén stagebureau voor de hele regio.",
                breadcrumbs: [PageLink("Start", "/"), PageLink("Projecten", "/projecten")],
                tags: [Tag("stimuleringsregeling", .info)]
            ),
            notices: [Notice(.warning, title: "Voorwaarde niet vervuld", text: "Er doen nog 2 partners mee.")],
            sections: section("probleem", "Het probleem"),
            goals: .sample,
            results: section("resultaat", "Wat werkte"),
            partners: [
                Partner(name: "ROC Tilburg", kind: "school", left: nil),
                Partner(name: "LHV-kring", kind: "andere organisatie", left: "vertrokken op 3 mei 2026"),
            ],
            links: [Link(title: "Draaiboek", url: "https://voorbeeld.example/draaiboek", kind: "document")],
            copies: [
                Copy(
                    who: "HUS",
                    region: PageLink("Utrecht", "/regios/utrecht"),
                    when: "3 mei 2026",
                    text: "We doen hetzelfde.",
                    outcome: Tag("werkt ook hier", .ok),
                    tell: PageLink("Vertel hoe het ging", "/overgenomen/1"),
                    takeDown: PageLink("Haal weg", "/leernetwerk/weghalen/overname/1")
                ),
                Copy(
                    who: "UNICUM",
                    region: PageLink("Utrecht", "/regios/utrecht"),
                    when: "4 mei 2026",
                    text: nil,
                    outcome: nil
                ),
            ],
            copy: PageLink("Wij nemen dit over", "/projecten/stagepunt/overnemen"),
            questions: [
                Question(
                    link: PageLink("Wie belt de praktijken?", "/vragen/wie-belt-de-praktijken"),
                    when: "5 mei",
                    tag: Tag("beantwoord", .info)
                )
            ],
            ask: PageLink("Stel een vraag over dit project", "/vragen/nieuw?project=stagepunt"),
            facts: Facts([Fact("Organisatie", "Zorggroep RCH Midden-Brabant")]),
            regions: [PageLink("Midden-Brabant", "/regios/midden-brabant")],
            municipalities: "Tilburg",
            bottlenecks: [PageLink("Begeleiding", "/knelpunten/begeleiding")],
            contact: Facts([Fact("E-mail", "info@voorbeeld.example", url: "mailto:info@voorbeeld.example")]),
            map: .sampleWithoutLinks,
            period: Timeline([TimelineItem(when: "1 mei 2026", datetime: "2026-05-01", title: "Begin")]),
            completeness: "12 van de 14 onderdelen zijn ingevuld.",
            missing: ["de partners"],
            edits: [Edit(when: "3 mei 2026", what: "de aanpak")]
        )
        let bare = Self(
            header: PageHeader(title: "Stagepunt"),
            notices: [],
            sections: [],
            goals: nil,
            results: [],
            partners: [],
            links: [],
            copies: [],
            copy: nil,
            questions: [],
            ask: nil,
            facts: Facts([Fact("Organisatie", "RCH")]),
            regions: [],
            municipalities: nil,
            bottlenecks: [],
            contact: nil,
            map: nil,
            period: nil,
            completeness: "14 van de 14 onderdelen zijn ingevuld.",
            missing: [],
            edits: []
        )
        return [full, bare]
    }
}
