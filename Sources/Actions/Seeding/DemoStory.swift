public import Domain
import Foundation
import Matching

/// Two people of the demo whose story always works, for the first steps of a newcomer and for tests in a browser.
public struct DemoStory: Hashable, Sendable {
    /// The seed number of the demo that everybody gets.
    public static let usualSeed: UInt64 = 20_261_121
    public static let fullRegion = RegionCode("RA0205")
    public static let roomyRegion = RegionCode("RA0204")

    /// Searches in full Twente, assessed, agreed that Regio Zwolle may look; places that fit are only elsewhere.
    public let waitingInFullRegion: Reference
    /// Searches in Regio Zwolle, where several places fit.
    public let waitingWithRoom: Reference

    public init(seed: UInt64 = DemoStory.usualSeed) {
        waitingInFullRegion = DemoReferences.reference(0, seed: seed)
        waitingWithRoom = DemoReferences.reference(1, seed: seed)
    }

    /// How many places of the roomy region are kept free for the story.
    static let places = 4
    /// Where those places are: towns on the side of Twente.
    static let placeTowns = ["Raalte", "Ommen", "Hardenberg", "Dalfsen", "Zwolle"]
}

extension DemoCases {
    /// The two cases of the story; made before all others, so that their references are known.
    mutating func makeStory() {
        let full = geography[DemoStory.fullRegion]
        let roomy = geography[DemoStory.roomyRegion]
        makeStory(
            PersonName(givenName: "Noor", prefix: "ter", familyName: "Beek"),
            in: full,
            town: "Rijssen",
            consents: [DemoStory.roomyRegion, nil],
            willing: full.neighbours
        )
        makeStory(
            PersonName(givenName: "Sem", familyName: "Wolters"),
            in: roomy,
            town: "Zwolle",
            consents: [],
            willing: []
        )
    }

    private mutating func makeStory(
        _ name: PersonName,
        in region: DemoRegion,
        town: String,
        consents: [RegionCode?],
        willing: [RegionCode]
    ) {
        let day = clock.before(clock.today, workingDays: 15)
        let anyone = candidates.anyone(in: region, registeredOn: day, &random)
        let home = region.towns.first { $0.name == town } ?? region.towns[0]
        let start = clock.coming[0] + 2
        var profile = anyone.profile
        profile.location = home.location
        profile.kind = .placement
        profile.route = .bol
        profile.qualification = geography.crebo
        profile.studyYear = 2
        profile.schoolID = region.schools.first
        profile.wishedStartOn = start
        profile.earliestStartOn = start - 9
        profile.latestStartOn = start + 21
        profile.weeksNeeded = 10
        profile.weeksWanted = 20
        profile.weekdays = [.monday, .tuesday, .wednesday, .thursday]
        profile.weekdaysLeast = 2
        profile.weekdaysWanted = 3
        profile.hoursLeast = 20
        profile.hoursMost = 36
        profile.travelLimitInKilometres = 70
        profile.targets = geography.framework.levels(route: .bol, studyYear: 2)?.targets ?? profile.targets
        profile.levels = candidates.defaultLevels(profile)
        let candidate = DemoCandidate(
            profile: profile,
            name: name,
            bornOn: clock.today - (19 * 365 + 40),
            background: .student,
            town: home,
            travelMeans: .car,
            telephoneDutch: 4,
            priorEducation: anyone.priorEducation,
            priorWork: anyone.priorWork,
            schoolContact: words.person(&random).full,
            schoolWeekdays: .friday,
            payer: nil,
            offersToRegions: willing
        )
        let days = [day, clock.before(clock.today, workingDays: 12)]
        var demo = open(candidate, in: region, days, withConsent: false, assessed: 0)
        if let first = teams[region.code]?.first { demo.moveToFirst(first) }
        assess(&demo, on: days[1], at: demo.steps[1].at + 1800, form: .full)
        for consent in consents { self.consent(to: consent, at: demo.steps[1].at + 3600, &demo) }
        demo.dueToday(clock.today)
        finish(demo)
    }
}

extension DemoCase {
    /// Gives a case that has only just begun to the team and person that a visitor of the demo is offered first.
    fileprivate mutating func moveToFirst(_ team: DemoTeam) {
        let moved = steps.map { Step(state: $0.state, at: $0.at, owner: $0.owner, dueOn: $0.dueOn, team: team) }
        let known = events.map {
            Event(at: $0.at, kind: $0.kind, facts: $0.facts, team: team, by: team.coordinators[0])
        }
        var copy = DemoCase(
            candidate: candidate,
            reference: reference,
            candidateReference: candidateReference,
            originTeam: team,
            team: team,
            coordinator: team.coordinators[0]
        )
        copy.steps = moved
        copy.events = known
        self = copy
    }

    fileprivate mutating func dueToday(_ today: CalendarDate) {
        guard let last = steps.popLast() else { return }
        steps.append(Step(state: last.state, at: last.at, owner: last.owner, dueOn: today, team: last.team))
    }
}
