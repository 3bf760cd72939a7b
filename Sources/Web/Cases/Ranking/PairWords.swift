import Actions
import Domain
import Matching
import PageKit
import Site
import Store

/// How a pair of candidate and place is put in words, the same in lists and on the page of one pair.
struct PairWords {
    let web: WebServices
    let file: CaseFileStore.Row
    let today: CalendarDate

    /// `34,2 km` for 342 hectometres, `25 km` for 250.
    static func kilometres(_ hectometres: Int) -> String {
        hectometres % 10 == 0 ? "\(hectometres / 10) km" : "\(hectometres / 10),\(hectometres % 10) km"
    }

    static func bar(_ fit: Fit, model: ScoringModel, id: String, isLabelled: Bool = false) -> FitBar {
        FitBar(
            id: id,
            total: fit.shown,
            parts: Criterion.allCases.map {
                FitBar.Part(name: $0.dutchName, weight: model.weights[$0], points: fit.points[$0], share: fit.parts[$0])
            },
            isLabelled: isLabelled
        )
    }

    /// Said openly when areas have only default levels.
    func levels(_ candidate: CandidateProfile) -> Notice? {
        let missing = candidate.levels.count { !$0.isAssessed }
        guard missing > 0 else { return nil }
        let text =
            missing == candidate.levels.count
            ? "Deze kandidaat is nog niet beoordeeld. We rekenen met wat gewoon is voor deze leerweg en dit leerjaar."
            : "\(missing) van de \(candidate.levels.count) gebieden zijn nog niet beoordeeld. Daar rekenen we met wat gewoon is "
                + "voor deze leerweg en dit leerjaar."
        return Notice(
            .info,
            text: text,
            link: PageLink("Beoordeel in tien minuten", "/kandidaten/\(file.reference)/beoordeling")
        )
    }

    /// What can be done with a place that fits: propose it in the own region, refer to another. Nil when the case is in
    /// a state in which nothing is proposed.
    func action(_ place: PlaceProfile) -> PageLink? {
        let url = "/kandidaten/\(file.reference)"
        if place.regionCode == file.regionCode {
            guard CaseState.proposable.contains(file.state) else { return nil }
            return PageLink("Stel deze plek voor", "\(url)/voorstellen/\(place.reference)")
        }
        guard CaseState.referable.contains(file.state) else { return nil }
        return PageLink(
            "Verwijs door naar \(web.reference.regionName(place.regionCode))",
            "\(url)/doorverwijzen?regio=\(place.regionCode)&plek=\(place.reference)"
        )
    }

    /// "1 van de 2 stoelen vrij", in the period of the fit and on its days.
    func seats(_ place: PlaceProfile, during fit: Fit) -> String {
        let free = place.seats.count { seat in
            seat.freeWeekdays(among: fit.seatWeekdays, from: fit.startOn, until: fit.untilOn) == fit.seatWeekdays
        }
        return place.seats.count == 1 ? "1 stoel, vrij" : "\(free) van de \(place.seats.count) stoelen vrij"
    }

    func candidateFacts(_ candidate: CandidateProfile) -> Facts {
        Facts([
            Fact("Zoekt", candidate.kind.dutchName),
            Fact(
                "Leerweg",
                candidate.studyYear > 0
                    ? "\(candidate.route.dutchName), jaar \(candidate.studyYear)" : candidate.route.dutchName
            ),
            Fact("Functie", web.reference.roleName(candidate.role)),
            Fact("School", candidate.schoolID.map(web.reference.schoolName) ?? "geen"),
            Fact("Wil starten", candidate.wishedStartOn.dutchShort(seenOn: today)),
            Fact("Kan starten", window(candidate.earliestStartOn, candidate.latestStartOn)),
            Fact("Weken", range(candidate.weeksNeeded, candidate.weeksWanted)),
            Fact("Dagen", "\(candidate.weekdays.dutchName) (minstens \(candidate.weekdaysLeast))"),
            Fact("Uren per week", range(candidate.hoursLeast, candidate.hoursMost)),
            Fact("Wil reizen", "tot \(candidate.travelLimitInKilometres) km"),
        ])
    }

    func placeFacts(_ place: PlaceProfile, distanceInHectometres: Int) -> Facts {
        let recognition =
            place.recognition.dutchName
            + (place.recognisedUntilOn.map { " tot en met \($0.dutchShort(seenOn: today))" } ?? "")
        // A taster or trial needs no school, so nothing that belongs to schooling is said of it.
        let schooling =
            place.kind.isShort
            ? [] : [Fact("Leerwegen", place.routes.dutchName), Fact("SBB-erkenning", recognition)]
        return Facts(
            [
                Fact("Soort", place.kind.dutchName),
                Fact("Functie", web.reference.roleName(place.role)),
                Fact("Afstand", Self.kilometres(distanceInHectometres)),
                Fact("Kan starten", window(place.earliestStartOn, place.latestStartOn)),
                Fact("Weken", range(place.weeksLeast, place.weeksOffered)),
                Fact("Dagen", place.weekdays.dutchName),
                Fact("Uren per week", String(place.hoursPerWeek)),
                Fact("Stoelen", String(place.seats.count)),
                Fact("Begeleiders", supervisors(place.supervisors)),
                Fact("Werkgever", place.employer.dutchName),
            ] + schooling
        )
    }

    private func supervisors(_ supervisors: [SupervisorProfile]) -> String {
        guard !supervisors.isEmpty else { return "geen" }
        return supervisors.map { "\($0.weekdays.dutchName)\($0.isTrained ? " (geschoold)" : "")" }.joined(
            separator: "; "
        )
    }

    private func window(_ first: CalendarDate, _ last: CalendarDate) -> String {
        "\(first.dutchShort(seenOn: today)) tot en met \(last.dutchShort(seenOn: today))"
    }

    private func range(_ least: Int, _ most: Int) -> String { least == most ? String(least) : "\(least) tot \(most)" }
}
