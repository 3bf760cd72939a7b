import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

extension ApplicationStore.Row {
    /// Whether what was decided still holds: whoever withdrew from the waiting list has no letter any more.
    var hasLetter: Bool {
        switch state {
        case .waiting, .refused, .granted, .running, .ended, .stopped: decidedAt != nil
        case .draft, .submitted, .asked, .withdrawn: false
        }
    }
}

/// Letters to the applicant, one page each.
struct SchemeLetters {
    let web: WebServices
    let row: ApplicationStore.Row

    private var receiver: [String] { [row.organisationName, "t.a.v. \(row.leaderName)"] }

    private var facts: [Fact] {
        [Fact("Kenmerk", row.reference.text), Fact("Project", row.name), Fact("Regeling", "\(row.year)")]
    }

    /// What was received, when.
    func receipt(_ content: ApplicationContent, on day: CalendarDate, clock: String) -> ApplicationLetterPage {
        ApplicationLetterPage(
            header: PageHeader(
                title: "Ontvangstbewijs",
                lead: "Je aanvraag is binnen. Je krijgt dit ook per mail.",
                back: PageLink("Terug naar de aanvraag", row.path)
            ),
            to: receiver,
            date: day.dutchLong,
            facts: Facts(
                facts + [
                    Fact("Ingediend", "\(day.dutchLong) om \(clock)"),
                    Fact("Gevraagd", content.requested?.text ?? ""), Fact("Kosten", content.cost?.text ?? ""),
                    Fact("Regio's", content.regions.map { web.reference.regionName($0) }.joined(separator: ", ")),
                    Fact("Partners", content.presentPartners.map(\.name).joined(separator: ", ")),
                ]
            ),
            subject: "Je aanvraag is ontvangen",
            paragraphs: [
                "Beste \(row.leaderName),", "We hebben je aanvraag ontvangen. Bewaar dit bewijs.",
                "Het fonds kijkt of de aanvraag past bij de regels van \(row.year). Misschien stellen we je een vraag. "
                    + "Over het besluit krijg je een brief.",
            ],
            signer: "Het fonds"
        )
    }

    /// - Throws: `Conflict` while nothing is decided.
    func decision(back: String) throws -> ApplicationLetterPage {
        guard row.state != .withdrawn else {
            throw Conflict(
                code: "application_withdrawn",
                message: "Deze aanvraag is ingetrokken. Er is geen brief meer.",
                next: .init("Bekijk de aanvraag", back)
            )
        }
        guard row.hasLetter, let decidedAt = row.decidedAt, let reason = row.decisionReason else {
            throw Conflict(
                code: "not_decided",
                message: "Er is nog geen besluit over deze aanvraag.",
                next: .init("Bekijk de aanvraag", back)
            )
        }
        let title: String
        let subject: String
        let opening: String
        let closing: [String]
        switch row.state {
        case .waiting:
            title = "Brief over de wachtlijst"
            subject = "Je aanvraag staat op de wachtlijst"
            opening = "Het budget van \(row.year) is nu te klein voor je aanvraag. Je staat op de wachtlijst."
            closing = ["Komt er geld vrij, dan kijken we eerst naar de wachtlijst, in volgorde van indienen."]
        case .refused:
            title = "Brief over het besluit"
            subject = "Je aanvraag is niet toegekend"
            opening = "We kennen je aanvraag van \(row.requested?.text ?? "") niet toe."
            closing = [row.advice.map { "Ons advies: \($0)" }].compactMap(\.self)
        case .granted, .running, .ended, .stopped, .draft, .submitted, .asked, .withdrawn:
            title = "Brief over de toekenning"
            subject = "Je aanvraag is toegekend"
            opening = "We kennen je \(row.granted?.text ?? "") toe voor het project “\(row.name)”."
            closing = [
                "Meld in Doorwijzer wanneer het project begint. Verandert er iets bij de partners? Meld dat ook.",
                "Schrijf aan het eind een verslag: wat lukte, wat niet lukte en wat is uitgegeven. Dan rekenen we af.",
            ]
        }
        return ApplicationLetterPage(
            header: PageHeader(title: title, back: PageLink("Terug naar de aanvraag", back)),
            to: receiver,
            date: web.world.time.today(at: decidedAt).dutchLong,
            facts: Facts(facts + (row.granted.map { [Fact("Toegekend", $0.text)] } ?? [])),
            subject: subject,
            paragraphs: ["Beste \(row.leaderName),", opening] + [String].paragraphs(of: "Reden: \(reason)") + closing,
            signer: "\(row.decidedBy ?? "Het fonds"), namens het fonds"
        )
    }
}
