import Logging
import Synchronization

/// What the site logged as its own fault since the last look.
final class ErrorLog: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])

    func take() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }

    func log(event: LogEvent) {
        guard event.level >= .error else { return }
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .error }
        set {}
    }
}
