import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// Reads what a candidate sees of the own case, and turns it into sentences.
struct OwnCaseView {
    let web: WebServices

    private var sentences: OwnCaseSentences {
        OwnCaseSentences(reference: web.reference, today: web.world.today, time: web.world.time)
    }

    func page(
        _ file: CaseFileStore.Row,
        among files: [CaseFileStore.Row],
        isCurrent: Bool,
        on connection: Connection
    ) async throws -> OwnCasePage {
        let places = try await OwnFileStore.places(of: file.id, on: connection)
        let hops = try await CaseHistoryStore.hops(of: file.id, on: connection)
        let events = try await CaseHistoryStore.events(of: file.id, on: connection)
        let spans = try await CaseHistoryStore.spans(of: file.id, on: connection)
        let helper = try await OwnFileStore.helper(of: file.id, on: web.world.today, connection: connection)
        let shared = CaseSentences(reference: web.reference, today: web.world.today, time: web.world.time)
        var content = OwnCasePage.Content()
        content.title = isCurrent ? "Mijn traject" : "Mijn traject, \(name(file))"
        content.back = isCurrent ? nil : PageLink("Terug naar mijn traject", "/mijn")
        content.standing = sentences.standing(
            file,
            places: places,
            hops: hops,
            team: helper?.teamName ?? "Je team"
        )
        content.state = CaseSentences.tag(file.state)
        content.nextAction = isCurrent ? nextAction(file, places) : nil
        content.lateness = sentences.lateness(file, helper)
        content.helper = helper.map { Self.phones($0) } ?? Facts([])
        content.wanted = Facts(CandidateFacts(web: web).basics(file))
        content.places = places.map { place in
            OwnCasePage.Place(
                practice: "\(place.practiceName), \(place.town)",
                url: "/mijn/plekken/\(place.reference)",
                state: sentences.tag(place),
                text: sentences.sentence(place)
            )
        }
        content.clock = spans.isEmpty ? nil : shared.clock(spans)
        content.chain = shared.chain(file, hops)
        content.history = sentences.timeline(events)
        content.others = files.filter { $0.id != file.id }.map {
            PageLink(name($0), $0.id == files.first?.id ? "/mijn" : "/mijn/trajecten/\($0.reference)")
        }
        content.actions = isCurrent && file.state.isOpen ? [PageLink("Stop met zoeken", "/mijn/stoppen")] : []
        return OwnCasePage(content)
    }

    /// "BOL, jaar 2, vanaf 3 nov".
    private func name(_ file: CaseFileStore.Row) -> String {
        let opened = web.world.time.today(at: file.openedAt).dutchShort(seenOn: web.world.today)
        return "\(file.route.dutchName), jaar \(file.studyYear), sinds \(opened)"
    }

    /// The one thing to do now; when it is somebody else's turn, there is something useful to do meanwhile.
    private func nextAction(_ file: CaseFileStore.Row, _ places: [OwnFileStore.Place]) -> PageLink? {
        if let place = places.first(where: \.waitsForYes) {
            return PageLink("Zeg ja of nee tegen \(place.practiceName)", "/mijn/plekken/\(place.reference)")
        }
        if let place = places.first(where: \.waitsForIntroduction) {
            return PageLink("Maak kennis met \(place.practiceName)", "/mijn/plekken/\(place.reference)")
        }
        switch file.state {
        case .registered, .searching, .watching: return PageLink("Bekijk mijn beoordeling", "/mijn/beoordeling")
        case .completed, .withdrawn: return PageLink("Bekijk mijn gegevens", "/mijn/gegevens")
        case .proposed, .interview, .agreed, .placed, .started, .stopped, .referring: return nil
        }
    }

    static func phones(_ helper: OwnFileStore.Helper) -> Facts {
        var facts = [Fact("Team", "\(helper.teamName), \(helper.organisationName)")]
        if let name = helper.coordinatorName {
            facts.append(Fact("Je coördinator", helper.isAway ? "\(name) (nu afwezig)" : name))
        }
        if let name = helper.standInName { facts.append(Fact("Vervangt", name)) }
        facts.append(CaseWords.phoneFact("Bel", helper.phone))
        facts.append(Fact("Mail", helper.mail, url: "mailto:\(helper.mail)"))
        return Facts(facts)
    }

    // MARK: One place

    func page(_ place: OwnFileStore.Place, _ entered: FormEntries) -> OwnPlacePage {
        let today = web.world.today
        let url = "/mijn/plekken/\(place.reference)"
        var facts = [
            Fact("Praktijk", place.practiceName), Fact("Plaats", place.town), Fact("Soort plek", place.kind.dutchName),
            Fact("Begin", place.startsOn.dutchShort(seenOn: today)),
            Fact("Tot en met", (place.endsOn - 1).dutchShort(seenOn: today)),
        ]
        if let days = place.weekdays { facts.append(Fact("Dagen", days.dutchName)) }
        if let hours = place.hoursPerWeek { facts.append(Fact("Uren per week", "\(hours)")) }
        if let distance = place.distanceInHectometres {
            facts.append(Fact("Afstand", CaseWords.kilometres(distance)))
        }
        if let talk = place.interviewOn { facts.append(Fact("Gesprek", talk.dutchShort(seenOn: today))) }
        var answers: [OwnPlacePage.Answer] = []
        if place.waitsForIntroduction {
            answers.append(
                .init(
                    action: "\(url)/kennismaken",
                    explanation:
                        "De praktijk kent alleen je kaart zonder naam. Als je ja zegt, ziet deze praktijk je naam en "
                        + "je telefoonnummer. Je scores ziet de praktijk nooit.",
                    button: "\(place.practiceName) mag weten wie ik ben"
                )
            )
        }
        if place.waitsForYes {
            answers.append(
                .init(
                    action: "\(url)/ja",
                    explanation: "De praktijk zegt ja. Zeg jij ook ja, dan maakt je team het rond.",
                    button: "Zeg ja tegen \(place.practiceName)"
                )
            )
        }
        return OwnPlacePage(
            header: PageHeader(
                title: "\(place.practiceName), \(place.town)",
                lead: sentences.sentence(place),
                back: PageLink("Terug naar mijn traject", "/mijn"),
                tags: [sentences.tag(place)],
                errors: entered.errorLinks
            ),
            facts: Facts(facts),
            answers: answers,
            refusal: place.isLive && place.caseState.isOpen && !CaseState.bound.contains(place.caseState)
                ? refusal(url, entered) : nil,
            version: place.version,
            submissionID: web.freshID
        )
    }

    private func refusal(_ url: String, _ entered: FormEntries) -> OwnPlacePage.Refusal {
        .init(
            action: "\(url)/nee",
            reason: Choices(
                name: "reden",
                legend: "Waarom niet?",
                kind: .radio,
                options: Self.reasons(web.reference),
                selected: entered.all("reden"),
                error: entered.error("reden")
            )
        )
    }

    /// The reasons of the reference data in the words of the candidate; an unknown one as it stands there.
    private static func reasons(_ reference: ReferenceData) -> [Option] {
        let own = [
            "too_far": "Het is te ver weg.", "days_do_not_fit": "De dagen of tijden passen niet.",
            "no_click": "Het gesprek gaf mij geen goed gevoel.", "other_place": "Ik heb al een andere plek.",
            "other": "Ik heb een andere reden.",
        ]
        return (reference.reasons["candidate_decline"] ?? []).map {
            Option(value: $0.code, label: own[$0.code] ?? $0.sentence)
        }
    }
}
