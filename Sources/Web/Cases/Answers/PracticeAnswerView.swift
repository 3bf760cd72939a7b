import Actions
import Domain
import HTTPBase
import PageKit
import Site
import Store

/// Puts the page behind a practice's link together.
struct PracticeAnswerView: Sendable {
    let web: WebServices
    let seen: AnswerByLink.Seen
    let path: String

    private var card: PracticeCardStore.Row { seen.card }
    private var today: CalendarDate { web.world.today }

    func page(entered: FormData, errors: [FieldError]) -> PracticeAnswerPage {
        let words = words()
        return PracticeAnswerPage(
            title: words.title,
            lead: words.lead,
            errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) },
            notice: words.notice,
            next: words.next.map { PracticeAnswerPage.Sentence($0) },
            form: seen.canAnswer ? form(entered, errors) : nil,
            card: seen.isExpired ? nil : facts,
            profile: seen.canAnswer
                ? PracticeProfile.sentences(card, levels: seen.levels).map { PracticeAnswerPage.Sentence($0) } : [],
            person: seen.isNamed ? person : nil,
            naming: !seen.isExpired && !seen.isNamed && card.candidateName != nil
                ? PracticeAnswerPage.Naming(action: path, value: PracticeAnswerController.naming) : nil,
            contacts: contacts
        )
    }

    private struct Words {
        var title: String
        var lead: String
        var notice: Notice?
        var next: [String] = []
    }

    private func words() -> Words {
        let team = card.teamName
        let thanks = Notice(.ok, title: "Bedankt", text: "Jullie antwoord staat genoteerd.")
        guard !seen.isExpired else {
            return Words(title: "Deze link werkt niet meer", lead: "De vraag is van een tijd geleden. Bel ons gerust.")
        }
        switch card.state {
        case .open where card.dueOn < today:
            return Words(
                title: "De termijn is voorbij",
                lead: "Antwoorden kon tot en met \(day(card.dueOn)).",
                next: ["Willen jullie toch kennismaken? Bel \(team). Misschien kan het nog."]
            )
        case .open:
            return Words(
                title: "Willen jullie kennismaken met deze kandidaat?",
                lead: "Voor \(card.practiceName), \(card.town). Antwoord uiterlijk \(day(card.dueOn)).",
                notice: card.callWantedAt.map { _ in
                    Notice(
                        .ok,
                        title: "We bellen je",
                        text:
                            "\(card.coordinatorName ?? team) belt je uiterlijk \(day(card.dueOn)). Je kunt hieronder ook "
                            + "zelf nog antwoorden."
                    )
                }
            )
        case .interview:
            let isKnown = card.candidateName != nil
            return Words(
                title: "Jullie willen kennismaken",
                lead: card.interviewOn.map { "Klikgesprek op \(day($0))." } ?? "Er komt een klikgesprek.",
                notice: isKnown ? nil : thanks,
                next: [
                    "\(card.coordinatorName ?? team) spreekt tijd en plaats af met jullie en met de kandidaat.",
                    isKnown
                        ? "Zeg na het gesprek tegen \(team) of het klikt."
                        : "We vragen de kandidaat of jullie de naam mogen weten. Zodra dat mag, kun je de naam op deze pagina zien.",
                ]
            )
        case .agreed:
            return Words(
                title: "Jullie zijn akkoord",
                lead: "Deze kandidaat mag bij jullie komen.",
                next: ["\(team) maakt het rond met de kandidaat en de school, en stuurt de overeenkomst."]
            )
        case .notNow:
            return Words(
                title: "Nu niet, later wel",
                lead: card.notBeforeOn.map { "Jullie kunnen wel vanaf \(day($0))." } ?? "",
                notice: thanks,
                next: ["We zoeken nu een andere plek voor deze kandidaat.", "\(team) belt jullie tegen die tijd."]
            )
        case .declined:
            return Words(
                title: "Jullie zeiden nee",
                lead: card.declineReason.map { "Reden: \($0.dutchName)." } ?? "",
                notice: thanks,
                next: ["We zoeken meteen een andere plek voor deze kandidaat. Je hoeft niets meer te doen."]
            )
        case .lapsed, .withdrawn:
            return Words(
                title: card.state == .lapsed ? "De termijn is voorbij" : "Deze vraag is niet meer nodig",
                lead: card.state == .lapsed
                    ? "Antwoorden kon tot en met \(day(card.dueOn))." : "De vraag is ingetrokken.",
                next: ["Heb je nog ruimte voor een leerling? Bel \(team)."]
            )
        }
    }

    private func form(_ entered: FormData, _ errors: [FieldError]) -> PracticeAnswerPage.Form {
        PracticeAnswerPage.Form(
            action: path,
            version: card.version,
            values: FormValues(entered.values, errors: errors.map { ($0.field, $0.message) }),
            kinds: PracticeAnswerController.Answer.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
            reasons: CaseWords.options(web.reference.reasons["practice_decline"])
        )
    }

    private var facts: Facts {
        Facts([
            Fact("Wat", PracticeProfile.place(card)), Fact("Wanneer", PracticeProfile.period(card)),
            Fact("Dagen", PracticeProfile.days(card)), Fact("Kenmerk", card.reference.text),
        ])
    }

    private var person: Facts? {
        guard let name = card.candidateName else { return nil }
        var facts = [Fact("Naam", name)]
        if let phone = card.candidatePhone, !phone.isEmpty { facts.append(CaseWords.phoneFact("Telefoon", phone)) }
        return Facts(facts)
    }

    private var contacts: Facts {
        var facts: [Fact] = []
        if let name = card.coordinatorName, let phone = card.coordinatorPhone, !phone.isEmpty {
            facts.append(CaseWords.phoneFact(name, phone))
        }
        facts.append(CaseWords.phoneFact(card.teamName, card.teamPhone))
        facts.append(Fact("Mail", card.teamMail, url: "mailto:\(card.teamMail)"))
        return Facts(facts)
    }

    private func day(_ date: CalendarDate) -> String { date.dutchShort(seenOn: today) }
}
