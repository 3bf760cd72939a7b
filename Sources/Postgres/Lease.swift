import Synchronization

/// Where in the code a connection is asked for.
struct Caller: Sendable, CustomStringConvertible {
    let file: StaticString
    let line: UInt

    var description: String { "\(file):\(line)" }
}

/// That a task, and whatever child tasks it waits for, holds a connection.
///
/// A task holds one at a time, of whichever pool: tasks that each hold one and wait for another wait for each other as soon
/// as the pool is empty, and only the deadline ends that. A task that its maker does not wait for inherits this as well when it
/// is made with `Task { }`; make it with `Task.detached`.
final class Lease: Sendable {
    @TaskLocal static var current: Lease?

    private let holder: Caller
    private let isOver = Atomic(false)

    init(_ holder: Caller) { self.holder = holder }

    /// Who asked for the connection that this task holds; nil when it holds none.
    static var ofThisTask: Caller? {
        guard let current, !current.isOver.load(ordering: .acquiring) else { return nil }
        return current.holder
    }

    /// A task that outlives the lease holds nothing any more.
    func end() { isOver.store(true, ordering: .releasing) }
}
