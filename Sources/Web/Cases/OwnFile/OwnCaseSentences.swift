import Actions
import Domain
import Foundation
import PageKit
import Site
import Store

/// A case as its candidate reads it: where it is, who has to act, what happened. Nothing of what practices wrote.
struct OwnCaseSentences {
    let reference: ReferenceData
    let today: CalendarDate
    let time: AmsterdamTime

    private func day(_ date: CalendarDate) -> String { date.dutchShort(seenOn: today) }
    private func day(_ moment: Date) -> String { day(time.today(at: moment)) }

    /// "De Linde zegt ja. Zeg jij uiterlijk do 3 dec ja of nee?"
    func standing(
        _ file: CaseFileStore.Row,
        places: [OwnFileStore.Place],
        hops: [CaseHistoryStore.Hop],
        team: String
    ) -> String {
        let until = file.dueOn.map { " uiterlijk \(day($0))" } ?? ""
        let place = places.first { $0.isLive }
        let practice = place?.practiceName ?? "de praktijk"
        switch file.state {
        case .registered: return "Je bent aangemeld. \(team) neemt\(until) contact met je op."
        case .searching: return "We zoeken een plek voor je. \(team) kiest\(until) de volgende stap."
        case .watching:
            return "Nu past er geen plek. We blijven zoeken: elke nieuwe plek bekijken we voor jou. "
                + "\(team) kijkt\(until) opnieuw."
        case .referring:
            let region = hops.last { $0.state == .open }.map { reference.regionName($0.receivingRegion) }
            return "\(team) vroeg de regio \(region ?? "naast je") om je te helpen. Die regio antwoordt\(until)."
        case .proposed: return "\(team) heeft je voorgesteld. De praktijk antwoordt\(until)."
        case .interview: return "\(practice) wil je leren kennen. Na het gesprek hoor je\(until) hoe het verdergaat."
        case .agreed: return agreed(file, practice, until, team)
        case .placed:
            let start = place.map { " Je begint op \(day($0.startsOn))." } ?? ""
            return "Je hebt een plek bij \(practice).\(start) \(team) regelt de papieren met je."
        case .started: return "Je bent begonnen bij \(practice). Gaat er iets niet goed? Bel je team."
        case .stopped: return "Je plek is gestopt. \(team) belt je\(until) over hoe je verdergaat."
        case .completed: return "Afgerond\(file.closedAt.map { " op \(day($0))" } ?? "")."
        case .withdrawn:
            return file.withdrawalReason == .byCandidate
                ? "Je bent gestopt met zoeken\(file.closedAt.map { " op \(day($0))" } ?? "")."
                : "We zoeken nu niet meer voor je. Wil je weer zoeken? Bel je team."
        }
    }

    private func agreed(_ file: CaseFileStore.Row, _ practice: String, _ until: String, _ team: String) -> String {
        switch file.owner {
        case .candidate: "\(practice) zegt ja. Nu jij: zeg\(until) ja of nee."
        case .school: "\(practice) zegt ja, en jij ook. Je school antwoordt\(until)."
        case .team, .practice, .nobody: "\(practice) zegt ja. \(team) maakt het\(until) rond."
        }
    }

    /// Somebody else is late: the candidate may call, and need not wait.
    func lateness(_ file: CaseFileStore.Row, _ helper: OwnFileStore.Helper?) -> Notice? {
        guard let dueOn = file.dueOn, dueOn < today else { return nil }
        if file.owner == .candidate {
            return Notice(.warning, text: "Je had tot \(day(dueOn)) om te kiezen. Doe het vandaag nog, of bel je team.")
        }
        return Notice(
            .warning,
            text: "Dit duurt langer dan afgesproken: het zou uiterlijk \(day(dueOn)) gebeuren. Bel gerust je team.",
            link: CaseWords.phone(helper?.phone)
        )
    }

    // MARK: Places

    func tag(_ place: OwnFileStore.Place) -> Tag {
        switch place.state {
        case .open: Tag("wacht op de praktijk", .waiting)
        case .interview: Tag("kennismaken", .waiting)
        case .agreed: place.waitsForYes ? Tag("wacht op jou", .waiting) : Tag("de praktijk zegt ja", .ok)
        case .declined, .notNow: Tag("nu niet", .neutral)
        case .lapsed: Tag("geen antwoord", .neutral)
        case .withdrawn: Tag("gaat niet door", .neutral)
        }
    }

    func sentence(_ place: OwnFileStore.Place) -> String {
        let start = "Begin \(day(place.startsOn))."
        switch place.state {
        case .open: return "\(start) De praktijk antwoordt uiterlijk \(day(place.dueOn))."
        case .interview:
            let talk = place.interviewOn.map { "Het gesprek is op \(day($0))." } ?? "Jullie plannen een gesprek."
            return place.waitsForIntroduction ? "\(talk) De praktijk weet nog niet wie je bent." : "\(start) \(talk)"
        case .agreed: return place.waitsForYes ? "\(start) De praktijk wacht op jouw ja." : start
        case .declined: return "Deze praktijk heeft nu geen plek voor je. Je team zoekt verder."
        case .notNow: return "Deze praktijk kan nu niet, later misschien wel."
        case .lapsed: return "De praktijk antwoordde niet op tijd. Dat ligt niet aan jou."
        case .withdrawn: return "Deze vraag is ingetrokken. De plek is weer vrij."
        }
    }

    // MARK: History

    /// The log in sentences about "je", the newest first.
    func timeline(_ events: [CaseHistoryStore.Event]) -> Timeline {
        Timeline(
            events.map { event in
                let date = time.today(at: event.happenedAt)
                return TimelineItem(
                    when: day(date),
                    datetime: date.iso8601,
                    title: title(event),
                    who: event.teamName,
                    detail: detail(event)
                )
            }
        )
    }

    private func title(_ event: CaseHistoryStore.Event) -> String {
        let isOwn = event.facts["by"] == "candidate"
        return switch event.kind {
        case .registered: "Je bent aangemeld"
        case .edited: isOwn ? "Je wijzigde je gegevens" : "Je team wijzigde je gegevens"
        case .searching: "We zoeken een plek voor je"
        case .watching: "We blijven zoeken"
        case .withdrawn: isOwn ? "Je bent gestopt met zoeken" : "We zoeken niet meer voor je"
        case .started: "Je bent begonnen"
        case .completed: "Je hebt het afgerond"
        case .stopped: "Je plek is gestopt"
        case .assessed: isOwn ? "Je gaf jezelf scores" : "Je beoordeling is bewaard"
        case .secondAssessorAsked: "Je vroeg een tweede beoordelaar"
        case .handlersChanged: "Iemand anders van je team helpt je"
        case .proposed: "Je bent voorgesteld aan een praktijk"
        case .proposalAnswered: "De praktijk gaf antwoord"
        case .callWanted: "De praktijk wil eerst met je team bellen"
        case .proposalWithdrawn: isOwn ? "Je zei nee tegen een plek" : "Een vraag aan een praktijk is ingetrokken"
        case .proposalLapsed: "Een praktijk antwoordde niet op tijd"
        case .introductionAgreed: "De praktijk mag weten wie je bent"
        case .candidateAgreed: "Je zei ja tegen een plek"
        case .schoolAgreed: "Je school zegt ja"
        case .placed: "Je hebt een plek"
        case .placeLost: "Je plek ging niet door. Je hebt nu voorrang"
        case .referred: "Een andere regio is gevraagd om je te helpen"
        case .referralAccepted: "Een andere regio helpt je nu"
        case .referralDeclined: "De andere regio kon je niet helpen"
        case .referralLapsed: "De andere regio antwoordde niet op tijd"
        case .referralWithdrawn: "De vraag aan een andere regio is ingetrokken"
        case .factRecorded: "Er is iets nieuws, daardoor kan een regio opnieuw gevraagd worden"
        case .consentGiven: "Je gaf een regio toestemming"
        case .consentWithdrawn: "Je trok een toestemming in"
        case .joined: "Je koos voor één traject; het andere is gestopt"
        }
    }

    private func detail(_ event: CaseHistoryStore.Event) -> String? {
        if let code = event.facts["regionCode"] ?? event.facts["region"] {
            let name = reference.regionName(RegionCode(code))
            if code == "neighbours" { return "Alle buurregio's." }
            return name.hasPrefix("Regio") ? "\(name)." : "Regio \(name)."
        }
        if event.kind == .proposalAnswered, let answer = event.facts["answer"].flatMap(ProposalState.init) {
            return switch answer {
            case .interview: "De praktijk wil kennismaken."
            case .agreed: "De praktijk zegt ja."
            case .notNow: "Nu niet, later misschien wel."
            case .declined: "Nu is er geen plek voor je."
            case .open, .lapsed, .withdrawn: nil
            }
        }
        return event.facts["on"].flatMap { CalendarDate(iso: $0) }.map { "Op \(day($0))." }
    }
}
