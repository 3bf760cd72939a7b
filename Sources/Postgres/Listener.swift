public import Logging

/// What a listener has heard.
public enum ListenerEvent: Sendable, Hashable {
    /// Connected, for the first time or again: whatever was announced before is lost, so read everything anew.
    case connected
    case notification(channel: String, payload: String)
}

/// Hears NOTIFY on a connection of its own, and connects again whenever that is lost. It ends when its task is cancelled.
///
/// Notifications only wake: the truth is in the tables.
/// ```swift
/// for await event in Listener(configuration: configuration, channels: ["matching"], logger: logger) { … }
/// ```
public struct Listener: AsyncSequence, Sendable {
    public typealias Element = ListenerEvent
    public typealias Failure = Never

    private let configuration: ConnectionConfiguration
    private let channels: [String]
    private let logger: Logger

    public init(configuration: ConnectionConfiguration, channels: [String], logger: Logger) {
        self.configuration = configuration
        self.channels = channels
        self.logger = logger
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(configuration: configuration, channels: channels, logger: logger)
    }

    /// Holds the connection; it closes when the iterator goes.
    public final class AsyncIterator: AsyncIteratorProtocol {
        private let configuration: ConnectionConfiguration
        private let channels: [String]
        private let logger: Logger
        private var session: Session?
        private var heard: [ListenerEvent] = []
        private var pause = Duration.milliseconds(100)

        init(configuration: ConnectionConfiguration, channels: [String], logger: Logger) {
            self.configuration = configuration
            self.channels = channels
            self.logger = logger
        }

        public func next() async -> ListenerEvent? {
            await next(isolation: nil)
        }

        public func next(isolation actor: isolated (any Actor)?) async -> ListenerEvent? {
            while !Task.isCancelled {
                if !heard.isEmpty { return heard.removeFirst() }
                guard let session else {
                    if await connect() { return .connected }
                    continue
                }
                do {
                    heard = try await listen(on: session)
                } catch {
                    logger.info("the listening connection was lost", metadata: ["error": "\(error)"])
                    await session.close()
                    self.session = nil
                }
            }
            await session?.close()
            session = nil
            return nil
        }

        private func connect() async -> Bool {
            do {
                let opened = try await Session.open(configuration, logger: logger)
                for channel in channels {
                    try await opened.script("listen \(SQL.quoted(identifier: channel))")
                }
                session = opened
                pause = .milliseconds(100)
                return true
            } catch {
                logger.debug("no listening connection yet", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: pause)
                pause = Swift.min(pause * 2, .seconds(5))
                return false
            }
        }

        private func listen(on session: Session) async throws(DatabaseError) -> [ListenerEvent] {
            // Short waits: cancelling takes effect within one of them, without cutting the connection.
            try await session.notifications(timeoutInMilliseconds: 250)
                .map { .notification(channel: $0.channel, payload: $0.payload) }
        }
    }
}
