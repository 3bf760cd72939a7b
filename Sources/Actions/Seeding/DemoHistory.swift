import Domain
import Foundation

/// When each step of a case began, counted back from the last one.
struct DemoHistory {
    let geography: DemoGeography
    let clock: DemoClock

    /// Working days that a step took before the next began.
    private func duration(_ state: CaseState, _ random: inout DemoRandom) -> Int {
        switch state {
        case .registered: random.int(1...3)
        case .searching: random.weighted([(random.int(1...6), 60), (random.int(7...20), 40)])
        case .proposed, .referring: random.int(1...5)
        case .interview, .agreed: random.int(2...9)
        case .placed: random.int(3...15)
        case .started, .watching: random.int(5...20)
        case .stopped: random.int(1...3)
        case .completed, .withdrawn: 1
        }
    }

    /// How many working days ago the present state began.
    private func age(_ state: CaseState, _ random: inout DemoRandom) -> Int {
        switch state {
        case .registered, .stopped: random.weighted([(1, 55), (2, 25), (3, 12), (4, 8)])
        case .searching:
            random.weighted([(random.int(1...8), 45), (random.int(9...25), 35), (random.int(26...60), 20)])
        case .proposed, .referring: random.int(1...5)
        case .interview: random.int(1...10)
        case .agreed: random.int(1...12)
        case .placed, .started: random.int(2...25)
        case .watching: random.int(3...60)
        case .completed, .withdrawn: random.int(2...40)
        }
    }

    /// The first day of each state. `fixed` names days that are known, by position.
    func days(_ states: [CaseState], fixed: [Int: CalendarDate] = [:], _ random: inout DemoRandom) -> [CalendarDate] {
        guard let last = states.last else { return [] }
        var day = fixed[states.count - 1] ?? clock.before(clock.today, workingDays: age(last, &random))
        var days = [day]
        for position in states.indices.dropLast().reversed() {
            day = fixed[position] ?? clock.before(day, workingDays: duration(states[position], &random))
            days.append(day)
        }
        return days.reversed()
    }

    /// Who has a state and until when: by rule for the past and for what is held, near today for what waits.
    func turn(
        _ state: CaseState,
        from day: CalendarDate,
        isPresent: Bool,
        hasSchool: Bool,
        _ random: inout DemoRandom
    ) -> (owner: CaseOwner, dueOn: CalendarDate?) {
        guard state.isOpen else { return (.nobody, nil) }
        let owner: CaseOwner =
            switch state {
            case .proposed, .started: .practice
            case .interview: random.chance(70) ? .practice : .candidate
            case .agreed: hasSchool && random.chance(40) ? .school : .candidate
            case .registered, .searching, .placed, .stopped, .referring, .watching: .team
            case .completed, .withdrawn: .nobody
            }
        let term = geography.workingDays(state.rawValue)
        switch state {
        case .searching, .watching, .placed, .started:
            guard isPresent else { break }
            if random.chance(12) { return (owner, clock.before(clock.today, workingDays: random.int(1...6))) }
            if random.chance(11) { return (owner, clock.today) }
            return (owner, clock.after(clock.today, workingDays: random.int(1...term)))
        default: break
        }
        return (owner, clock.after(day, workingDays: term))
    }
}
