import Domain
import Foundation
import Matching
import Store

/// What a case of the demo is to become.
enum DemoGoal: Hashable {
    case registered
    case searching
    /// A practice said no, not now or nothing; the case searches again.
    case declined
    case proposed, interview, agreed, placed
    case started, completed, stopped
    /// Stopped after the start and searching again, with priority.
    case rescued
    /// On its way to another region, after so many earlier tries.
    case referring(earlier: Int)
    /// Came from another region: still searching there, or already proposed or placed.
    case arrived(CaseState)
    case watching(WatchReason)
    case withdrawn(WithdrawalReason)
}

/// Makes cases with a true past, one after another. What cannot be had, since no seat is left, becomes searching.
struct DemoCases {
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock
    let teams: [RegionCode: [DemoTeam]]
    let candidates: DemoCandidates
    let history: DemoHistory
    private let assessments: DemoAssessments
    private let caseRows: DemoCaseRows
    var seats: DemoSeats
    var random: DemoRandom
    private(set) var rows = DemoRows()
    private(set) var counts: [CaseState: Int] = [:]
    /// Seats of each region that cases may still use, so that regions with room keep it.
    private var budget: [RegionCode: Int] = [:]
    private var caseReferences: DemoReferences
    private var candidateReferences: DemoReferences
    private var proposalReferences: DemoReferences
    private var referralReferences: DemoReferences

    init(
        _ geography: DemoGeography,
        _ words: DemoWords,
        _ clock: DemoClock,
        _ teams: DemoTeams,
        _ seats: DemoSeats,
        seed: UInt64,
        random: DemoRandom
    ) {
        self.geography = geography
        self.words = words
        self.clock = clock
        self.teams = teams.byRegion
        self.seats = seats
        self.random = random
        candidates = DemoCandidates(geography: geography, words: words, clock: clock)
        history = DemoHistory(geography: geography, clock: clock)
        assessments = DemoAssessments(geography: geography, words: words)
        caseRows = DemoCaseRows(geography: geography, words: words, clock: clock)
        caseReferences = DemoReferences(seed: seed)
        candidateReferences = DemoReferences(seed: seed ^ 0x5EED)
        proposalReferences = DemoReferences(seed: seed)
        referralReferences = DemoReferences(seed: seed)
        for region in geography.regions {
            let all = seats.indices(region.code, .coming).reduce(0) { $0 + seats.places[$1].profile.seats.count }
            budget[region.code] =
                switch region.room {
                case .full: all
                case .usual: all * 55 / 100
                case .wide: all * 30 / 100
                }
        }
    }

    mutating func takeRows() -> DemoRows {
        defer { rows.removeAll() }
        return rows
    }

    /// Makes one case that begins in a region.
    mutating func make(_ goal: DemoGoal, in region: DemoRegion) {
        let isMade =
            switch goal {
            case .registered, .searching, .watching(.noConsent), .watching(.noneWithinLimits), .withdrawn(.byCandidate),
                .withdrawn(.unreachable), .withdrawn(.joined), .withdrawn(.erased):
                makeWaiting(goal, in: region)
            case .proposed, .interview, .agreed, .placed:
                makeSeated(goal, in: region, season: .coming)
            case .declined:
                makeDeclined(in: region)
            case .completed:
                makeSeated(goal, in: region, season: .ended)
            case .started, .stopped, .rescued, .withdrawn(.stoppedAfterStart):
                makeSeated(goal, in: region, season: .running)
            case .referring, .arrived, .watching(.chainExhausted):
                makeReferred(goal, in: region)
            }
        if !isMade { _ = makeWaiting(.searching, in: region) }
    }

    /// Takes a seat that must not stay free, in the state that its recognition allows; false when nobody can.
    mutating func fill(_ index: Int, in region: DemoRegion) -> Bool {
        guard let seat = seats.free(at: index, needsRecognition: false, &random) else { return false }
        let mayBePlaced = seats.places[index].isRecognised(on: seat.startOn) || seats.places[index].profile.kind.isShort
        let goal: DemoGoal = random.weighted(
            [(.proposed, 10), (.interview, 8), (.agreed, mayBePlaced ? 18 : 50), (.placed, mayBePlaced ? 64 : 0)])
        return makeSeated(goal, in: region, at: seat)
    }

    // MARK: Who waits

    private mutating func makeWaiting(_ goal: DemoGoal, in region: DemoRegion) -> Bool {
        var candidate = candidates.anyone(in: region, registeredOn: clock.today - 30, &random)
        let states: [CaseState] =
            switch goal {
            case .registered: [.registered]
            case .watching: [.registered, .searching, .watching]
            case .withdrawn: [.registered, .searching, .withdrawn]
            default: [.registered, .searching]
            }
        if goal == .watching(.noneWithinLimits) { candidate.profile.travelLimitInKilometres = random.int(2...5) }
        var days = history.days(states, &random)
        if goal == .withdrawn(.unreachable) {
            // Three tries over 21 days lie before the end.
            let end = days[2]
            days = [clock.before(end, workingDays: 26), clock.before(end, workingDays: 24), end]
        }
        var demo = open(candidate, in: region, days, withConsent: goal != .watching(.noConsent))
        guard let last = states.last, states.count > 2 else {
            finish(demo)
            return true
        }
        let at = enter(last, on: days[2], isPresent: true, &demo)
        switch goal {
        case .watching(let reason):
            demo.watchReason = reason
            demo.note(.watching, at: at, ["reason": reason.rawValue])
        case .withdrawn(let reason):
            demo.withdrawalReason = reason
            demo.note(.withdrawn, at: at, ["reason": reason.rawValue])
            if reason == .unreachable {
                demo.failedTries = [23, 12, 1].map { clock.moment(clock.before(days[2], workingDays: $0), &random) }
            }
        default: break
        }
        finish(demo)
        return true
    }

    // MARK: Steps that all cases take

    /// A case that was registered and, when there is a second day, searches.
    mutating func open(
        _ candidate: DemoCandidate,
        in region: DemoRegion,
        _ days: [CalendarDate],
        withConsent: Bool = true,
        assessed: Int = 66
    ) -> DemoCase {
        let team = random.pick(teams[region.code] ?? [])
        var demo = DemoCase(
            candidate: candidate,
            reference: caseReferences.next(),
            candidateReference: candidateReferences.next(),
            originTeam: team,
            team: team,
            coordinator: random.pick(team.coordinators)
        )
        demo.candidate.profile.teamID = team.id
        let at = enter(.registered, on: days[0], isPresent: days.count == 1, &demo)
        demo.note(.registered, at: at, ["origin": "team"])
        if withConsent, random.chance(55) { consent(to: nil, at: at + 600, &demo) }
        guard days.count > 1 else { return demo }
        let searching = enter(.searching, on: days[1], isPresent: days.count == 2, &demo)
        demo.note(.searching, at: searching)
        if !demo.profile.kind.isShort, random.chance(assessed) { assess(&demo, on: days[1], at: searching) }
        return demo
    }

    /// Begins a state and says whose turn it is.
    @discardableResult
    mutating func enter(_ state: CaseState, on day: CalendarDate, isPresent: Bool, _ demo: inout DemoCase) -> Date {
        let at = clock.moment(day, &random)
        let turn = history.turn(
            state,
            from: day,
            isPresent: isPresent,
            hasSchool: demo.profile.schoolID != nil,
            &random
        )
        demo.steps.append(
            DemoCase.Step(state: state, at: at, owner: turn.owner, dueOn: turn.dueOn, team: demo.team)
        )
        return at
    }

    @discardableResult
    mutating func consent(to region: RegionCode?, at moment: Date, _ demo: inout DemoCase) -> UUID {
        let id = random.uuid(at: moment)
        demo.consents.append(DemoCase.Consent(id: id, region: region, givenAt: moment, by: demo.coordinator))
        demo.note(.consentGiven, at: moment, ["region": region?.rawValue ?? "neighbours", "channel": "phone"])
        return id
    }

    mutating func assess(_ demo: inout DemoCase, on day: CalendarDate, at moment: Date, form: AssessmentForm? = nil) {
        let coordinators = [demo.coordinator] + demo.team.coordinators.filter { $0 != demo.coordinator }
        let assessment = assessments.make(
            for: demo.profile,
            by: coordinators,
            on: day,
            at: moment,
            form: form ?? random.weighted([(.short, 60), (.full, 40)]),
            &random
        )
        demo.candidate.profile.levels = assessment.levels
        demo.assessment = assessment
        demo.note(
            .assessed,
            at: moment,
            [
                "assessment": assessment.id.uuidString.lowercased(), "framework": "\(geography.framework.version)",
                "form": assessment.form.rawValue,
            ]
        )
    }

    mutating func finish(_ demo: DemoCase) {
        if let last = demo.steps.last { counts[last.state, default: 0] += 1 }
        caseRows.add(demo, seats, to: &rows, &random)
    }

    /// Uses one of the seats that a region may give away; false when it wants to keep the rest.
    mutating func spend(_ region: RegionCode) -> Bool {
        guard let left = budget[region], left > 0 else { return false }
        budget[region] = left - 1
        return true
    }

    mutating func nextProposalReference() -> Reference { proposalReferences.next() }
    mutating func nextReferralReference() -> Reference { referralReferences.next() }

    func fit(_ profile: CandidateProfile, _ place: PlaceProfile) -> Fit? {
        geography.model.evaluate(profile, place, today: clock.today).fit
    }
}
