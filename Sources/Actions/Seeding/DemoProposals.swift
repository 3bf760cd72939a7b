import Domain
import Foundation
import Matching

// Cases that were proposed to practices, and what came of it.
extension DemoCases {
    /// A case with a seat in its own region, in whatever state the goal says.
    mutating func makeSeated(_ goal: DemoGoal, in region: DemoRegion, season: DemoPlace.Season) -> Bool {
        if season == .coming, !spend(region.code) { return false }
        let needsRecognition = season != .coming || goal == .placed
        guard
            let seat = seats.free(
                among: seats.indices(region.code, season),
                needsRecognition: needsRecognition,
                &random
            )
        else { return false }
        return makeSeated(goal, in: region, at: seat)
    }

    mutating func makeSeated(_ goal: DemoGoal, in region: DemoRegion, at seat: DemoSeat) -> Bool {
        let place = seats.places[seat.place]
        let candidate = candidates.fitting(
            place.profile,
            startOn: seat.startOn,
            from: region,
            registeredOn: clock.today - 60,
            &random
        )
        guard fit(candidate.profile, place.profile) != nil else { return false }
        let earlier = random.chance(30) ? earlierTry(candidate.profile, in: region, place.season, but: seat.place) : nil
        var states: [CaseState] = [.registered, .searching] + (earlier == nil ? [] : [.proposed, .searching])
        let first = states.count
        states += path(to: goal)
        let last = states.count - 1
        var fixed: [Int: CalendarDate] = [:]
        for (position, state) in states.enumerated() where state == .started { fixed[position] = seat.startOn }
        switch goal {
        case .completed: fixed[last] = min(seat.endOn, clock.today - 1)
        case .rescued, .withdrawn:
            fixed[last] = clock.before(clock.today, workingDays: 1)
            fixed[last - 1] = clock.before(clock.today, workingDays: 3)
        default: break
        }
        let days = history.days(states, fixed: fixed, &random)
        var demo = open(candidate, in: region, days)
        if let earlier {
            propose(&demo, earlier, on: days[2], isPresent: false)
            decline(&demo, on: days[3], isPresent: false)
        }
        walk(&demo, seat, goal, states, days, from: first)
        return true
    }

    /// Goes on from a place in the list of states, holding or taking the seat on the way.
    mutating func walk(
        _ demo: inout DemoCase,
        _ seat: DemoSeat,
        _ goal: DemoGoal,
        _ states: [CaseState],
        _ days: [CalendarDate],
        from first: Int
    ) {
        for position in first..<states.count {
            let isPresent = position == states.count - 1
            switch states[position] {
            case .proposed:
                propose(&demo, seat, on: days[position], isPresent: isPresent)
                if isPresent { proposeMore(&demo, besides: seat) }
            case .interview, .agreed: answer(&demo, states[position], on: days[position], isPresent: isPresent)
            case .placed: place(&demo, on: days[position], isPresent: isPresent)
            case .started:
                let at = enter(.started, on: days[position], isPresent: isPresent, &demo)
                demo.note(.started, at: at, ["on": days[position].iso8601])
            case .completed:
                let at = enter(.completed, on: days[position], isPresent: isPresent, &demo)
                demo.note(.completed, at: at, ["on": days[position].iso8601])
            case .stopped: stop(&demo, on: days[position], isPresent: isPresent)
            case .searching: searchAgain(&demo, on: days[position], isPresent: isPresent)
            case .withdrawn:
                let at = enter(.withdrawn, on: days[position], isPresent: isPresent, &demo)
                demo.withdrawalReason = .stoppedAfterStart
                demo.note(.withdrawn, at: at, ["reason": WithdrawalReason.stoppedAfterStart.rawValue])
            case .registered, .referring, .watching: break
            }
        }
        if demo.proposals.contains(where: { $0.state != .withdrawn && $0.seat.place == seat.place }) {
            seats.occupy(seat)
        }
        finish(demo)
    }

    /// A case whose practice said no, and that searches again.
    mutating func makeDeclined(in region: DemoRegion) -> Bool {
        guard let seat = seats.any(among: seats.indices(region.code, .coming), &random) else { return false }
        let candidate = candidates.fitting(
            seats.empty(seat.place),
            startOn: seat.startOn,
            from: region,
            registeredOn: clock.today - 60,
            &random
        )
        guard fit(candidate.profile, seats.empty(seat.place)) != nil else { return false }
        let days = history.days([.registered, .searching, .proposed, .searching], &random)
        var demo = open(candidate, in: region, days)
        propose(&demo, seat, on: days[2], isPresent: false)
        decline(&demo, on: days[3], isPresent: true)
        finish(demo)
        return true
    }

    func path(to goal: DemoGoal) -> [CaseState] {
        let placed: [CaseState] = [.proposed, .interview, .agreed, .placed]
        return switch goal {
        case .proposed, .arrived(.proposed): [.proposed]
        case .interview, .arrived(.interview): [.proposed, .interview]
        case .agreed, .arrived(.agreed): [.proposed, .interview, .agreed]
        case .placed, .arrived(.placed): placed
        case .started: placed + [.started]
        case .completed: placed + [.started, .completed]
        case .stopped: placed + [.started, .stopped]
        case .rescued: placed + [.started, .stopped, .searching]
        case .withdrawn: placed + [.started, .stopped, .withdrawn]
        case .registered, .searching, .declined, .referring, .arrived, .watching: []
        }
    }

    // MARK: One step each

    mutating func propose(_ demo: inout DemoCase, _ seat: DemoSeat, on day: CalendarDate, isPresent: Bool) {
        let at = enter(.proposed, on: day, isPresent: isPresent, &demo)
        addProposal(&demo, seat, fit(demo.profile, seats.empty(seat.place)), on: day, at: at)
    }

    private mutating func addProposal(
        _ demo: inout DemoCase,
        _ seat: DemoSeat,
        _ fit: Fit?,
        on day: CalendarDate,
        at moment: Date
    ) {
        let id = random.uuid(at: moment)
        demo.proposals.append(
            DemoProposal(
                id: id,
                reference: nextProposalReference(),
                seat: seat,
                fit: fit,
                rank: random.weighted([(1, 65), (2, 20), (3, 15)]),
                openedAt: moment,
                dueOn: clock.after(day, workingDays: geography.workingDays("proposal_hold"))
            )
        )
        demo.note(.proposed, at: moment, ["proposalID": text(id), "placeID": "\(seats.places[seat.place].profile.id)"])
    }

    /// One or two more practices are asked at the same time, when they fit.
    private mutating func proposeMore(_ demo: inout DemoCase, besides seat: DemoSeat) {
        guard random.chance(25), let opened = demo.proposals.last else { return }
        let region = seats.places[seat.place].profile.regionCode
        for _ in 0..<2 {
            guard let other = seats.free(among: seats.indices(region, .coming), needsRecognition: false, &random),
                other.place != seat.place, !demo.proposals.contains(where: { $0.seat.place == other.place }),
                demo.profile.weekdays.isSuperset(of: seats.places[other.place].profile.weekdays),
                let fit = fit(demo.profile, seats.places[other.place].profile), spend(region)
            else { continue }
            addProposal(&demo, other, fit, on: opened.dueOn, at: opened.openedAt + 300)
            demo.proposals[demo.proposals.count - 1].dueOn = opened.dueOn
            seats.occupy(other)
        }
    }

    /// No, not now, or no answer; then the case searches again.
    mutating func decline(_ demo: inout DemoCase, on day: CalendarDate, isPresent: Bool) {
        let at = enter(.searching, on: day, isPresent: isPresent, &demo)
        let index = demo.proposals.count - 1
        let state: ProposalState = random.weighted([(.declined, 60), (.notNow, 22), (.lapsed, 18)])
        demo.proposals[index].state = state
        demo.proposals[index].answeredAt = at
        var facts = ["proposalID": text(demo.proposals[index].id)]
        switch state {
        case .declined:
            let reason = random.pick(PracticeDeclineReason.allCases)
            demo.proposals[index].declineReason = reason
            facts["reason"] = reason.rawValue
        case .notNow:
            demo.proposals[index].notBeforeOn = clock.today + random.int(60...200)
            demo.proposals[index].answerNote = words.sentence("practice_answer", &random)
        default: break
        }
        if state != .lapsed { facts["answer"] = state.rawValue }
        demo.note(state == .lapsed ? .proposalLapsed : .proposalAnswered, at: at, facts, byNobody: state == .lapsed)
    }

    /// The practice says yes, to a talk or to the placement.
    private mutating func answer(_ demo: inout DemoCase, _ state: CaseState, on day: CalendarDate, isPresent: Bool) {
        let at = enter(state, on: day, isPresent: isPresent, &demo)
        let index = demo.proposals.count - 1
        let step = demo.steps[demo.steps.count - 1]
        let facts = ["proposalID": text(demo.proposals[index].id)]
        demo.proposals[index].answeredAt = at
        demo.proposals[index].dueOn = step.dueOn ?? demo.proposals[index].dueOn
        guard state == .agreed else {
            demo.proposals[index].state = .interview
            demo.proposals[index].interviewOn =
                isPresent ? clock.after(clock.today, workingDays: random.int(0...4)) : clock.after(day, workingDays: 1)
            demo.note(.proposalAnswered, at: at, facts.merging(["answer": "interview"]) { $1 })
            return
        }
        demo.proposals[index].state = .agreed
        demo.proposals[index].practiceYesAt = at
        demo.note(.proposalAnswered, at: at, facts.merging(["answer": "agreed"]) { $1 })
        // Whoever has the turn is the one whose yes is missing.
        if step.owner == .school { candidateAgrees(&demo, index, at: at + 900) }
        if step.owner == .candidate, demo.profile.schoolID != nil, random.chance(50) {
            schoolAgrees(&demo, index, at: at + 1200)
        }
    }

    private mutating func candidateAgrees(_ demo: inout DemoCase, _ index: Int, at moment: Date) {
        guard demo.proposals[index].candidateYesAt == nil else { return }
        demo.proposals[index].candidateYesAt = moment
        demo.note(.candidateAgreed, at: moment, ["proposalID": text(demo.proposals[index].id)])
    }

    private mutating func schoolAgrees(_ demo: inout DemoCase, _ index: Int, at moment: Date) {
        guard demo.profile.schoolID != nil, demo.proposals[index].schoolYesAt == nil else { return }
        demo.proposals[index].schoolYesAt = moment
        demo.note(.schoolAgreed, at: moment, ["proposalID": text(demo.proposals[index].id)])
    }

    private mutating func place(_ demo: inout DemoCase, on day: CalendarDate, isPresent: Bool) {
        let at = enter(.placed, on: day, isPresent: isPresent, &demo)
        let index = demo.proposals.count - 1
        candidateAgrees(&demo, index, at: at - 600)
        schoolAgrees(&demo, index, at: at - 300)
        demo.placedProposal = demo.proposals[index].id
        demo.note(.placed, at: at, ["proposalID": text(demo.proposals[index].id)])
    }

    private mutating func stop(_ demo: inout DemoCase, on day: CalendarDate, isPresent: Bool) {
        let at = enter(.stopped, on: day, isPresent: isPresent, &demo)
        let by = random.weighted([("candidate", 45), ("practice", 35), ("school", 10), ("team", 10)])
        let reason = random.pick(
            [
                "wrong_choice", "learning_stalled", "no_supervisor_left", "no_match_with_team", "travel_or_hours",
                "other",
            ])
        demo.stop = (day, by, reason)
        demo.proposals[demo.proposals.count - 1].state = .withdrawn
        demo.note(.stopped, at: at, ["on": day.iso8601, "by": by, "reason": reason])
    }

    /// After a stop: first in line for what comes next.
    private mutating func searchAgain(_ demo: inout DemoCase, on day: CalendarDate, isPresent: Bool) {
        let at = enter(.searching, on: day, isPresent: isPresent, &demo)
        demo.hasPriority = true
        let start = clock.coming[0]
        demo.candidate.profile.wishedStartOn = start
        demo.candidate.profile.earliestStartOn = start - 14
        demo.candidate.profile.latestStartOn = start + 42
        demo.note(.searching, at: at)
    }

    /// Another place of the region that this candidate also fits, whoever has it now.
    private mutating func earlierTry(
        _ profile: CandidateProfile,
        in region: DemoRegion,
        _ season: DemoPlace.Season,
        but index: Int
    ) -> DemoSeat? {
        for _ in 0..<6 {
            guard let seat = seats.any(among: seats.indices(region.code, season), &random) else { return nil }
            guard seat.place != index else { continue }
            if let fit = fit(profile, seats.empty(seat.place)) {
                return DemoSeat(place: seat.place, seat: 0, startOn: fit.startOn, endOn: fit.untilOn)
            }
        }
        return nil
    }

    func text(_ id: UUID) -> String { id.uuidString.lowercased() }
}
