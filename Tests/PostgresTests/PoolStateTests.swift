import Testing

@testable import Postgres

struct PoolStateTests {
    private func granted(_ answer: PoolState<String>.Answer) -> String {
        switch answer {
        case .granted(.lease(let resource)): "lease \(resource)"
        case .granted(.open): "open"
        case .wait: "wait"
        case .closed: "closed"
        }
    }

    private func granted(_ outcome: PoolState<String>.Outcome) -> String {
        switch outcome {
        case .keep: "keep"
        case .nothing: "nothing"
        case .grant(let id, .lease(let resource)): "\(id) gets \(resource)"
        case .grant(let id, .open): "\(id) may open"
        }
    }

    private func full() -> PoolState<String> {
        var state = PoolState<String>(minimum: 1, maximum: 2)
        for id in 1...2 {
            _ = state.acquire(id, deadline: .seconds(5))
            _ = state.opened()
        }
        return state
    }

    @Test func `requests open up to the maximum and then wait`() {
        var state = PoolState<String>(minimum: 0, maximum: 2)

        var answers: [String] = []
        for id in 1...4 { answers.append(granted(state.acquire(id, deadline: .seconds(5)))) }

        #expect(answers == ["open", "open", "wait", "wait"])
        #expect(state.total == 2)
    }

    @Test func `whoever waits longest is served first`() {
        var state = full()
        _ = state.acquire(3, deadline: .seconds(5))
        _ = state.acquire(4, deadline: .seconds(5))

        #expect(granted(state.release("a", isHealthy: true, now: .zero).outcome) == "3 gets a")
        #expect(granted(state.release("b", isHealthy: true, now: .zero).outcome) == "4 gets b")
        #expect(granted(state.release("a", isHealthy: true, now: .zero).outcome) == "keep")
        #expect(state.leased == 1)
    }

    @Test func `a broken connection is closed and its room goes to whoever waits`() {
        var state = full()
        _ = state.acquire(3, deadline: .seconds(5))

        let release = state.release("a", isHealthy: false, now: .zero)

        #expect(release.closes)
        #expect(granted(release.outcome) == "3 may open")
        #expect(state.total == 2)
    }

    @Test func `whoever fails to open lets the next one try`() {
        var state = PoolState<String>(minimum: 0, maximum: 1)
        _ = state.acquire(1, deadline: .seconds(5))
        _ = state.acquire(2, deadline: .seconds(5))

        #expect(granted(state.openFailed()) == "2 may open")
        #expect(granted(state.openFailed()) == "nothing")
        #expect(state.total == 0)
    }

    @Test func `deadlines and cancellation take requests out of the line`() {
        var state = full()
        _ = state.acquire(3, deadline: .seconds(1))
        _ = state.acquire(4, deadline: .seconds(9))
        _ = state.acquire(5, deadline: .seconds(9))

        let expired = state.expire(now: .seconds(2))
        #expect(expired == [3])
        let wasWaiting = [state.cancel(4), state.cancel(4)]
        #expect(wasWaiting == [true, false])
        #expect(granted(state.release("a", isHealthy: true, now: .zero).outcome) == "5 gets a")
    }

    @Test func `spare connections grow old, the minimum stays`() {
        var state = full()
        _ = state.release("a", isHealthy: true, now: .seconds(1))
        _ = state.release("b", isHealthy: true, now: .seconds(2))

        #expect(granted(state.acquire(9, deadline: .seconds(5))) == "lease b")
        _ = state.release("b", isHealthy: true, now: .seconds(50))
        #expect(state.prune(olderThan: .seconds(30), now: .seconds(40)) == ["a"])
        #expect(state.prune(olderThan: .seconds(30), now: .seconds(400)) == [])
        #expect(state.idleCount == 1)
    }

    @Test func `a closed pool refuses, and closes what comes back`() {
        var state = full()
        _ = state.acquire(3, deadline: .seconds(5))
        _ = state.release("a", isHealthy: true, now: .zero)
        _ = state.acquire(4, deadline: .seconds(5))

        let (resources, waiters) = state.close()

        #expect(resources.isEmpty)
        #expect(waiters == [4])
        #expect(granted(state.acquire(5, deadline: .seconds(5))) == "closed")
        #expect(state.release("b", isHealthy: true, now: .zero).closes)
    }

    /// Whatever happens in whatever order: never more connections than allowed, and nobody waits while there is room.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `no sequence of events breaks the limits`(seed: UInt64) {
        var generator = SplitMix(state: seed)
        var state = PoolState<Int>(minimum: 1, maximum: 3)
        var opening = 0
        var held = 0
        var lastID = 0

        func count(_ grant: PoolState<Int>.Grant) {
            if case .open = grant { opening += 1 } else { held += 1 }
        }
        func follow(_ outcome: PoolState<Int>.Outcome) {
            if case .grant(_, let grant) = outcome { count(grant) }
        }

        for step in 0..<300 {
            switch Int.random(in: 0..<7, using: &generator) {
            case 0, 1:
                lastID += 1
                if case .granted(let grant) = state.acquire(lastID, deadline: .seconds(step + 20)) { count(grant) }
            case 2 where opening > 0:
                opening -= 1
                held += 1
                let isLeased = state.opened()
                #expect(isLeased)
            case 3 where opening > 0:
                opening -= 1
                follow(state.openFailed())
            case 4 where held > 0:
                held -= 1
                let isHealthy = Bool.random(using: &generator)
                follow(state.release(step, isHealthy: isHealthy, now: .seconds(step)).outcome)
            case 5:
                _ = state.cancel(Int.random(in: 0...lastID, using: &generator))
            default:
                _ = state.expire(now: .seconds(step))
                _ = state.prune(olderThan: .seconds(10), now: .seconds(step))
            }
            #expect(state.total <= 3)
            #expect(state.leased == held)
            #expect(state.opening == opening)
            #expect(state.waitingCount == 0 || (state.total == 3 && state.idleCount == 0))
        }
    }
}
