import Foundation
import Synchronization

/// Ends a blocking call from outside by shutting the socket down. What happened to the running statement is then
/// unknown, so the connection can only be thrown away.
final class Breaker: Sendable {
    /// A duplicate of libpq's descriptor: ours alone, so its number never means another file meanwhile.
    private let descriptor = Mutex<Int32?>(nil)

    func arm(_ socket: Int32) {
        let duplicate = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        descriptor.withLock { $0 = duplicate < 0 ? nil : duplicate }
    }

    func trip() {
        descriptor.withLock { descriptor in
            if let descriptor { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    func disarm() {
        descriptor.withLock { current in
            if let current { Foundation.close(current) }
            current = nil
        }
    }
}
