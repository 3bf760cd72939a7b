import Foundation

/// Runs the jobs of one actor on one thread of its own, so that blocking there blocks nobody else.
///
/// The thread ends when the executor is no longer referenced.
final class ThreadExecutor: SerialExecutor {
    private let queue = JobQueue()

    init(name: String) {
        let queue = queue
        let thread = Thread { queue.runUntilStopped() }
        thread.name = name
        thread.stackSize = 1 << 20
        thread.start()
    }

    deinit {
        queue.stop()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        queue.add(UnownedJob(job), on: self)
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}

/// Sendable because every access to `jobs` and `isStopped` happens while `condition` is locked.
private final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    /// The executor is kept beside its job: it must outlive the job, which may release the actor that owns it.
    private var jobs: [(job: UnownedJob, executor: ThreadExecutor)] = []
    private var isStopped = false

    func add(_ job: UnownedJob, on executor: ThreadExecutor) {
        condition.lock()
        jobs.append((job, executor))
        condition.signal()
        condition.unlock()
    }

    func stop() {
        condition.lock()
        isStopped = true
        condition.signal()
        condition.unlock()
    }

    func runUntilStopped() {
        while let (job, executor) = next() {
            job.runSynchronously(on: executor.asUnownedSerialExecutor())
        }
    }

    private func next() -> (job: UnownedJob, executor: ThreadExecutor)? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty {
            if isStopped { return nil }
            condition.wait()
        }
        return jobs.removeFirst()
    }
}
