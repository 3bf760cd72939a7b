import Synchronization

/// Keeps what was delivered, for tests; fails on purpose when told to.
public final class MemoryDelivery: MailDelivery {
    private struct State {
        var mails: [WrittenMail] = []
        var failures: [MailFailure] = []
    }

    private let state = Mutex(State())

    public init() {}

    public var reachesPeople: Bool { false }

    /// All mails so far, oldest first.
    public var mails: [WrittenMail] { state.withLock { $0.mails } }

    /// The next deliveries fail like this, one each.
    public func fail(_ failures: MailFailure...) { state.withLock { $0.failures += failures } }

    public func deliver(_ mail: WrittenMail) async throws(MailFailure) {
        let failure: MailFailure? = state.withLock { state in
            guard state.failures.isEmpty else { return state.failures.removeFirst() }
            state.mails.append(mail)
            return nil
        }
        if let failure { throw failure }
    }
}
