import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import PageKit
import Postgres
import Site
import Store

/// One place as its page shows it, for whoever looks.
struct TrainingPlaceView {
    let place: TrainingPlaceStore.Row
    let session: Session?
    /// Who could come here, for coordinators and an open place.
    let ranking: RankCandidatesForPlace.Ranking?
    let web: WebServices

    private var path: String { "/plekken/\(place.reference)" }
    private var isOwn: Bool { session?.teamID != nil && session?.regionCode == place.regionCode }
    private var today: CalendarDate { web.world.today }

    func page(on connection: Connection) async throws -> TrainingPlaceShowPage {
        let recognition =
            try await PracticePeopleStore.recognitions(of: place.practiceID, on: connection).first {
                $0.crebo == place.crebo
            }
        let supervisorIDs = Set(try await TrainingPlaceStore.supervisors(of: place.id, on: connection))
        let supervisors = try await PracticePeopleStore.supervisors(of: place.practiceID, on: connection)
            .filter { supervisorIDs.contains($0.id) }
        let schools = try await TrainingPlaceStore.schools(of: place.id, on: connection)
        let kind = place.kind.dutchName.capitalisedFirst
        return TrainingPlaceShowPage(
            header: PageHeader(
                title: "\(kind) bij \(place.practiceName)"
                    + (place.practiceName.contains(place.town) ? "" : ", \(place.town)"),
                breadcrumbs: [PageLink("Start", "/"), PageLink("Plekken", "/plekken")],
                action: isOwn && place.state != .closed ? PageLink("Wijzig de plek", path + "/wijzigen") : nil,
                tags: [place.state.tag] + Tag.fictional(place.isFictional)
            ),
            notices: notices(recognition, hasSupervisors: !supervisors.isEmpty),
            facts: facts(recognition),
            activities: try await activities(on: connection),
            supervision: supervision(supervisors),
            offers: web.reference.propertySentences(place.offers, ofCandidate: false),
            wishes: web.reference.wishSentences(place.wishes, statedByCandidate: false),
            schools: schools.map(web.reference.schoolName),
            preconditions: place.preconditions.isEmpty ? nil : place.preconditions,
            contactRule: session == nil || place.contactRule.isEmpty ? nil : place.contactRule,
            inside: session?.teamID == nil ? nil : try await inside(on: connection),
            region: PageLink(place.regionName, "/regios/\(place.regionSlug)")
        )
    }

    private var needsRecognition: Bool { place.draft.needsRecognition }

    private func notices(_ recognition: PracticePeopleStore.Recognition?, hasSupervisors: Bool) -> [Notice] {
        guard session?.teamID != nil else { return [] }
        var notices: [Notice] = []
        let link = isOwn ? PageLink("Naar de praktijk", "/praktijken/\(place.practiceReference)") : nil
        if needsRecognition {
            switch recognition?.state(on: place.earliestStartOn) {
            case .recognised: break
            case .requested:
                notices.append(
                    Notice(
                        .warning,
                        title: "De erkenning is aangevraagd",
                        text: "De plek mag open staan. Plaatsen kan pas als SBB de praktijk heeft erkend.",
                        link: link
                    )
                )
            case let state:
                notices.append(
                    Notice(
                        .warning,
                        title: "Geen geldige erkenning op de begindatum",
                        text:
                            "De erkenning is \(state?.dutchName ?? "nog niet nagekeken"). Hierdoor past geen kandidaat voor BOL of BBL.",
                        link: link
                    )
                )
            }
        }
        if !hasSupervisors {
            notices.append(
                Notice(
                    .warning,
                    title: "Nog geen begeleider",
                    text: "Zonder praktijkopleider past geen kandidaat op deze plek.",
                    link: link
                )
            )
        }
        return notices
    }

    private func facts(_ recognition: PracticePeopleStore.Recognition?) -> Facts {
        var facts = [
            Fact("Kenmerk", "\(place.reference)"),
            Fact("Begin", PlaceWords.start(place.earliestStartOn, place.latestStartOn, today: today)),
            Fact(
                "Duur",
                place.weeksLeast == place.weeksOffered
                    ? PlaceWords.weeks(place.weeksOffered)
                    : "\(place.weeksLeast) tot \(PlaceWords.weeks(place.weeksOffered))"
            ),
            Fact("Dagen", place.weekdays.dutchLongName),
            Fact("Uren per week", "\(place.hoursPerWeek)"),
            Fact("Beroep", place.roleName),
        ]
        if let crebo = place.crebo { facts.append(Fact("Opleiding", web.reference.qualificationName(crebo))) }
        if !place.routes.isEmpty { facts.append(Fact("Leerroute", place.routes.dutchName)) }
        if !place.studyYears.isEmpty { facts.append(Fact("Leerjaar", place.studyYears.dutchName)) }
        if place.routes.contains(.bbl) { facts.append(Fact("Werkgever bij BBL", place.employer.dutchName)) }
        if needsRecognition {
            facts.append(Fact("Erkenning", recognition?.state(on: today).dutchName ?? "nog niet nagekeken"))
        }
        if let size = place.teamSize { facts.append(Fact("Team", "\(size) mensen")) }
        if let school = place.reservedForSchoolName, let until = place.reservedUntilOn, until >= today {
            facts.append(Fact("Gereserveerd", "voor \(school) t/m \(until.dutchShort(seenOn: today))"))
        }
        if place.canFinish { facts.append(Fact("Opleiding afmaken", "kan hier")) }
        if place.hasJobProspect { facts.append(Fact("Daarna", "kans op een baan")) }
        if session?.teamID != nil {
            if let day = place.notBeforeOn { facts.append(Fact("Niet benaderen voor", day.dutchShort(seenOn: today))) }
            if let months = place.monthsBetweenLearners {
                facts.append(Fact("Tijd tussen leerlingen", "\(months) maanden"))
            }
        }
        return Facts(facts)
    }

    private func activities(on connection: Connection) async throws -> [TrainingPlaceShowPage.ActivityGroup] {
        let frequencies = try await TrainingPlaceStore.activities(of: place.id, on: connection)
        let names = Dictionary(web.reference.activities.map { ($0.code, $0.name) }) { first, _ in first }
        return Frequency.allCases.reversed().compactMap { frequency in
            let codes = frequencies.filter { $0.frequency == frequency && frequency != .never }.map(\.code)
            guard !codes.isEmpty else { return nil }
            return .init(frequency: frequency.dutchName.capitalisedFirst, names: codes.map { names[$0] ?? $0 })
        }
    }

    /// Names of supervisors are for the region's own teams; others read what matters for learning.
    private func supervision(_ supervisors: [PracticePeopleStore.SupervisorRow]) -> [String] {
        guard !supervisors.isEmpty else { return ["Nog geen begeleider bekend."] }
        return supervisors.map { supervisor in
            let name = isOwn ? supervisor.name : "Een praktijkopleider"
            let days = supervisor.weekdays.isEmpty ? "dagen onbekend" : supervisor.weekdays.dutchName
            let course = supervisor.isTrained ? ", cursus gedaan" : ""
            return
                "\(name): \(PlaceWords.experience(supervisor.monthsOfExperience)) ervaring\(course), aanwezig \(days)"
        }
    }

    private func inside(on connection: Connection) async throws -> TrainingPlaceShowPage.Inside {
        let now = web.world.now()
        let seats = try await SeatStore.seats(of: place.id, on: connection)
        let occupations = try await SeatStore.occupations(
            of: place.id,
            from: min(today, place.earliestStartOn),
            at: now,
            on: connection
        )
        let start = place.earliestStartOn
        let end = max(place.latestStartOn + 7 * place.weeksOffered, occupations.map(\.endsOn).max() ?? start)
        let contacts = try await PracticePeopleStore.contacts(of: place.practiceID, on: connection)
        return TrainingPlaceShowPage.Inside(
            buttons: isOwn ? buttons : [],
            seats: seats.map { seat in
                SeatTable(
                    number: seat.number,
                    weekdays: place.weekdays,
                    from: start,
                    until: end,
                    occupations: occupations.filter { $0.seatID == seat.id },
                    world: web.world
                )
            },
            seatsScale: "\(start.dutchShort(seenOn: today)) tot \(end.dutchShort(seenOn: today))",
            contacts: contacts.map(\.facts),
            practice: PageLink(place.practiceName, "/praktijken/\(place.practiceReference)"),
            waiting: try await waiting(on: connection)
        )
    }

    /// The own team's candidates by name, which is written down; all others as a count.
    private func waiting(on connection: Connection) async throws -> TrainingPlaceShowPage.Waiting? {
        guard let ranking, let session else { return nil }
        let people = try await WaitingStore.rows(ranking.own.map(\.caseID), on: connection)
        try await CandidateReadStore.insert(
            people.values.sorted { $0.caseID < $1.caseID }.map { (web.world.newUUID(), $0.candidateID) },
            .ranking,
            acting: Acting(
                staffMemberID: session.staffMemberID,
                teamID: session.teamID,
                regionCode: session.regionCode
            ),
            at: web.world.now(),
            on: connection
        )
        let rows = ranking.own.enumerated().compactMap { index, own -> WaitingCandidateRow? in
            guard let person = people[own.caseID] else { return nil }
            let days = max(0, today - web.world.time.today(at: person.waitingSince))
            return WaitingCandidateRow(
                name: person.name,
                url: "/kandidaten/\(own.reference)",
                waiting: days == 1 ? "1 dag" : "\(days) dagen",
                distance: PlaceWords.distance(own.fit.distanceInHectometres),
                fit: bar(own.fit, id: "past-\(index + 1)", weights: ranking.model.weights)
            )
        }
        let more = ranking.ownCount > rows.count ? " Van je team passen er in totaal \(ranking.ownCount)." : ""
        let others =
            switch ranking.othersCount {
            case 0: "Bij andere teams past nu niemand."
            case 1: "Bij andere teams past 1 kandidaat."
            default: "Bij andere teams passen \(Count.text(ranking.othersCount)) kandidaten."
            }
        return .init(
            rows: rows,
            others: others + more,
            gains: isOwn ? ranking.gains.prefix(3).map(\.dutchSentence) : []
        )
    }

    private func bar(_ fit: Fit, id: String, weights: CriterionValues) -> FitBar {
        FitBar(
            id: id,
            total: fit.shown,
            parts: Criterion.allCases.map { criterion in
                .init(
                    name: criterion.dutchName.capitalisedFirst,
                    weight: weights[criterion],
                    points: fit.points[criterion],
                    share: fit.parts[criterion]
                )
            }
        )
    }

    private var buttons: [TrainingPlaceShowPage.Button] {
        func button(_ action: String, _ label: String, _ value: String = "", isPrimary: Bool = false)
            -> TrainingPlaceShowPage.Button
        {
            .init(
                action: path + action,
                label: label,
                value: value,
                version: place.version,
                submissionID: web.world.newUUID().uuidString,
                isPrimary: isPrimary
            )
        }
        let states = place.state.next.map { state in
            switch state {
            case .open: button("/stand", "Zet de plek open", "open", isPrimary: true)
            case .paused: button("/stand", "Zet de plek op pauze", "paused")
            case .closed: button("/stand", "Sluit de plek", "closed")
            case .draft: button("/stand", "Maak er een concept van", "draft")
            }
        }
        let copy = button("/kopie", "Kopieer voor het volgende seizoen", isPrimary: place.state == .closed)
        return states + (place.state == .closed ? [] : [button("/plaatsen", "Voeg een plaats toe")]) + [copy]
    }
}
