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

extension CandidateShowPage: Sampled {
    static var samples: [CandidateShowPage] {
        var content = Content()
        content.name = "Anna van den Berg"
        content.reference = "7F3K2M9Q"
        content.url = "/kandidaten/7F3K2M9Q"
        content.step = Tag("voorgesteld", .waiting)
        content.hasPriority = true
        content.standing = "Wacht op praktijk De Linde tot do 3 dec."
        content.standingNotice = Notice(.warning, text: "Dit is 3 dagen te laat. Bel de praktijk.")
        content.nextAction = PageLink("Leg het antwoord vast", "/voorstellen/4D8N1X0V")
        content.otherActions = [PageLink("Trek het traject terug", "/kandidaten/7F3K2M9Q/stap/terugtrekken")]
        content.tabs = Tabs(
            label: "Onderdelen van dit traject",
            [
                Tab("Overzicht", url: "/kandidaten/7F3K2M9Q", isCurrent: true),
                Tab("Plekken", url: "/kandidaten/7F3K2M9Q/plekken", count: "12"),
            ]
        )
        content.clock = ClockFigure(
            id: "klok",
            title: "Wie had het traject",
            spans: [
                .init(owner: .team, label: "aangemeld", days: 2),
                .init(owner: .practice, label: "voorgesteld", days: 8, overdueDays: 3),
            ]
        )
        content.chain = ChainFigure(
            id: "keten",
            stops: [.init(region: "Twente", when: "vanaf 3 nov", answer: "zoekt een plek", kind: .current)]
        )
        content.profile = ProfileFigure(
            id: "profiel-figuur",
            title: "Profiel",
            rows: [
                .init(area: "communiceren", level: 34, selfScore: 30, target: 40),
                .init(area: "samenwerken", level: 20, isAssessed: false, target: 30),
            ]
        )
        content.profileNote = "Beoordeeld op 3 nov."
        content.person = Facts([
            Fact("Telefoon", "06 12 34 56 78", url: "tel:+31612345678"), Fact("Woont in", "Enschede"),
        ])
        content.wanted = Facts([Fact("Leerweg", "BBL, jaar 1")])
        content.background = Facts([Fact("Opleiding hiervoor", "havo")])
        content.wishes = ["Ik wil graag in een klein team werken."]
        content.proposals = [
            Proposal(
                practice: "De Linde, Zwolle",
                url: "/voorstellen/4D8N1X0V",
                state: Tag("wacht op antwoord", .waiting),
                start: "ma 1 feb",
                fit: "78",
                due: "do 3 dec"
            )
        ]
        content.contacts = [
            Contact(
                when: "di 24 nov 14:05",
                who: "Marit met de kandidaat",
                result: "gesproken",
                note: "Wil graag starten."
            )
        ]
        content.contactForm = ContactForm(action: "/kandidaten/7F3K2M9Q/contacten", entered: FormEntries(values: [:]))
        content.signInLinkURL = "/kandidaten/7F3K2M9Q/inloglink"
        content.history = Timeline([
            TimelineItem(
                when: "di 24 nov",
                datetime: "2026-11-24",
                title: "Aangemeld",
                who: "Marit Voorbeeld",
                detail: "Door het team."
            )
        ])
        content.submissionID = "1"
        var empty = Content()
        empty.name = "Bo Jansen"
        empty.url = "/kandidaten/4D8N1X0V"
        empty.tabs = Tabs(label: "Onderdelen van dit traject", [])
        return [CandidateShowPage(content), CandidateShowPage(empty)]
    }
}
