import Domain
import Foundation
import Matching
import Store

/// A practice of the fictional country, as far as its places need it.
struct DemoPractice {
    let id: Practice.ID
    let region: RegionCode
    let town: DemoTown
    let location: MapPoint
    let team: DemoTeam
    let teamSize: Int
    let recognition: RecognitionState
    let recognisedUntilOn: CalendarDate?
    let supervisors: [(id: Supervisor.ID, profile: SupervisorProfile)]
}

/// Makes practices with their people, one after another.
struct DemoPractices {
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock
    let teams: [RegionCode: [DemoTeam]]
    private(set) var rows = DemoRows()
    private var references: DemoReferences

    init(_ geography: DemoGeography, _ words: DemoWords, _ clock: DemoClock, _ teams: DemoTeams, seed: UInt64) {
        self.geography = geography
        self.words = words
        self.clock = clock
        self.teams = teams.byRegion
        references = DemoReferences(seed: seed)
    }

    /// - Parameter story: a practice that a story rests on: recognised, with enough supervisors.
    mutating func make(in town: DemoTown, forStory story: Bool = false, _ random: inout DemoRandom) -> DemoPractice {
        let created = clock.moment(clock.today - random.int(60...700), &random)
        let id = Practice.ID(random.uuid(at: created))
        let kind: PracticeKind = random.weighted([(.practice, 92), (.serviceCentre, 4), (.outOfHoursPost, 4)])
        let team = random.pick(teams[town.region] ?? [])
        let teamSize = random.int(4...18)
        let location = town.nearby(&random)
        let name = random.pick(words.practices)
        let title =
            switch kind {
            case .practice: "\(name.form) \(name.name)"
            case .serviceCentre: "Servicecentrum \(name.name)"
            case .outOfHoursPost: "Huisartsenpost \(town.name)"
            }
        rows.add(
            .practices,
            [
                id, references.next(), kind, title, "\(random.pick(words.streets)) \(random.int(1...180))",
                postcode(&random), town.name, town.municipality, town.region, location.x, location.y, location.z,
                random.chance(80) ? team.organisation : nil, random.chance(85), false, teamSize, nil,
                "9" + random.digits(8), random.chance(40) ? words.sentence("practice_note", &random) : "", true,
                created,
                1,
            ]
        )
        addPeople(id, town.region, created, &random)
        addCalls(id, team, &random)
        if random.chance(15) {
            let from = clock.today + random.int(1...60)
            rows.add(.practiceClosings, [id, from, from + random.int(1...14)])
        }
        let recognition = story ? .recognised : recognitionState(&random)
        let until =
            recognition == .recognised || recognition == .lapsed
            ? clock.today + (recognition == .lapsed ? -random.int(10...200) : random.int(story ? 500...900 : 200...900))
            : nil
        if recognition != .notRecognised || random.chance(50) {
            rows.add(
                .practiceRecognitions,
                [id, geography.crebo, recognition, until, clock.today - random.int(1...200)]
            )
        }
        return DemoPractice(
            id: id,
            region: town.region,
            town: town,
            location: location,
            team: team,
            teamSize: teamSize,
            recognition: recognition,
            recognisedUntilOn: until,
            supervisors: addSupervisors(
                id,
                count: story ? 2 : random.weighted([(1, 45), (2, 40), (3, 15)]),
                created,
                &random
            )
        )
    }

    mutating func takeRows() -> DemoRows {
        defer { rows.removeAll() }
        return rows
    }

    private func recognitionState(_ random: inout DemoRandom) -> RecognitionState {
        random.weighted([(.recognised, 86), (.requested, 8), (.lapsed, 3), (.withdrawn, 1), (.notRecognised, 2)])
    }

    private mutating func addPeople(
        _ id: Practice.ID,
        _ region: RegionCode,
        _ created: Date,
        _ random: inout DemoRandom
    ) {
        for function in ["contact", "deciding_gp"] {
            let person = words.person(&random)
            let title = words.function(function, &random).lowercased()
            rows.add(
                .practiceContacts,
                [
                    random.uuid(at: created), id, region, function, "\(person.full) (\(title))",
                    words.mail(person, "practice", &random), words.phone("practice", &random),
                    words.sentence("best_time", &random),
                ]
            )
        }
    }

    private mutating func addCalls(_ id: Practice.ID, _ team: DemoTeam, _ random: inout DemoRandom) {
        for _ in 0..<random.weighted([(0, 40), (1, 30), (2, 20), (3, 10)]) {
            let at = clock.moment(clock.before(clock.today, workingDays: random.int(1...60)), &random)
            let reached = random.chance(70)
            rows.add(
                .practiceCalls,
                [
                    random.uuid(at: at), id, team.id, random.pick(team.coordinators), at, reached,
                    words.note("practice", reached: reached, &random),
                ]
            )
        }
    }

    private mutating func addSupervisors(
        _ id: Practice.ID,
        count: Int,
        _ created: Date,
        _ random: inout DemoRandom
    ) -> [(id: Supervisor.ID, profile: SupervisorProfile)] {
        (0..<count).map { number in
            let days = random.some(number == 0 ? 4 : random.int(2...4), of: WeekdaySet.workweek.days)
            let profile = SupervisorProfile(
                monthsOfExperience: random.int(4...240),
                isTrained: random.chance(65),
                weekdays: WeekdaySet(days)
            )
            let supervisor = Supervisor.ID(random.uuid(at: created))
            rows.add(
                .supervisors,
                [
                    supervisor, id, words.person(&random).full, profile.monthsOfExperience, profile.isTrained,
                    profile.weekdays,
                ]
            )
            return (supervisor, profile)
        }
    }

    /// Looks like a postcode; a likeness is chance.
    private func postcode(_ random: inout DemoRandom) -> String {
        let letters = Array("ABCDEGHJKLMNPRTVWXZ")
        return "\(random.int(1000...9999)) \(random.pick(letters))\(random.pick(letters))"
    }
}
