import Domain
import Foundation
public import Logging
public import Mail
import Postgres
import Store

/// Delivers what waits in the outbox. Any number of workers may do so at once.
///
/// A message is claimed for a while, delivered, and then marked. Whoever dies in between leaves it to be sent again: a mail may
/// come twice, with the same Message-ID, but never not at all.
public struct DeliverOutbox: Sendable {
    private let world: World
    private let writer: MailWriter
    private let delivery: any MailDelivery
    private let sender: MailSender
    private let logger: Logger

    /// How many messages are claimed at once, and for how long. A slow relay takes at most half a minute a step.
    private static let portion = 20
    private static let lease: TimeInterval = 900

    public init(world: World, writer: MailWriter, delivery: any MailDelivery, sender: MailSender, logger: Logger) {
        self.world = world
        self.writer = writer
        self.delivery = delivery
        self.sender = sender
        self.logger = logger
    }

    /// - Returns: how many mails were delivered.
    @discardableResult
    public func callAsFunction() async throws -> Int {
        var delivered = 0
        while !Task.isCancelled {
            let now = world.now()
            let messages = try await world.database.transaction(as: .worker) { connection in
                try await OutboxStore.claim(
                    most: Self.portion,
                    at: now,
                    leaseEnd: now + Self.lease,
                    on: connection
                )
            }
            for message in messages where try await deliver(message) { delivered += 1 }
            if messages.count < Self.portion { break }
        }
        return delivered
    }

    /// How long to wait after this many tries; nil to give up.
    static func pause(after attempts: Int) -> TimeInterval? {
        let minutes: [Double] = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60]
        return minutes.indices.contains(attempts - 1) ? minutes[attempts - 1] * 60 : nil
    }

    private func deliver(_ message: OutboxStore.Claimed) async throws -> Bool {
        let composed: ComposeMail.Composed?
        do {
            composed = try await ComposeMail(world: world)(message)
        } catch is UnknownMail {
            try await giveUp(message, "no mail of this kind")
            return false
        } catch {
            // The database, mostly: the claim runs out and the message is tried again.
            logger.warning("a mail could not be written", metadata: fields(message, "\(type(of: error))"))
            return false
        }
        guard let composed else {
            if message.kind == MailKind.retentionWarning.rawValue {
                // Without an address nobody is told, and then nobody may be erased as if they had been.
                try await giveUp(message, "nobody to send it to")
                return false
            }
            try await asWorker { try await OutboxStore.remove(message.id, on: $0) }
            return false
        }
        do {
            let mail = try writer.write(composed.letter, to: composed.to, id: message.id)
            try await delivery.deliver(WrittenMail(mail, from: sender, at: world.now()))
        } catch {
            try await failed(message, composed, error)
            return false
        }
        let now = world.now()
        try await asWorker { connection in
            // An address that belongs to nobody here is not kept.
            if message.facts["mail"] != nil {
                try await OutboxStore.remove(message.id, on: connection)
            } else {
                try await OutboxStore.markSent(message.id, at: now, on: connection)
            }
        }
        return true
    }

    private func failed(
        _ message: OutboxStore.Claimed,
        _ composed: ComposeMail.Composed,
        _ error: any Error
    ) async throws {
        // Nobody has the link, so nobody may use it.
        if let (token, purpose) = composed.link {
            try await world.database.transaction(as: .visitor) { connection in
                _ = try await MailLinkStore.use(token.hash, purpose, at: world.now(), on: connection)
            }
        }
        let reason = (error as? MailFailure)?.description ?? "\(type(of: error))"
        if case MailFailure.never = error { return try await giveUp(message, reason) }
        guard let pause = Self.pause(after: message.attempts) else { return try await giveUp(message, reason) }
        logger.info("a mail is tried again later", metadata: fields(message, reason))
        let until = world.now() + pause
        try await asWorker { try await OutboxStore.postpone(message.id, until: until, on: $0) }
    }

    /// Says so in the log, and to the team that counted on it.
    private func giveUp(_ message: OutboxStore.Claimed, _ reason: String) async throws {
        logger.warning("a mail was given up", metadata: fields(message, reason))
        try await asWorker { connection in
            if message.facts["mail"] != nil {
                return try await OutboxStore.remove(message.id, on: connection)
            }
            try await OutboxStore.markFailed(message.id, at: world.now(), on: connection)
            guard let team = message.teamID, let kind = MailKind(rawValue: message.kind), kind.teamShouldKnow else {
                return
            }
            try await world.tell(
                .mailFailed,
                case: message.caseID,
                team: team,
                proposal: message.proposalID,
                facts: message.facts.merging(["kind": message.kind]) { first, _ in first },
                on: connection
            )
        }
    }

    private func asWorker(_ body: (Connection) async throws -> Void) async throws {
        try await world.database.transaction(as: .worker, body)
    }

    /// Ids and codes only.
    private func fields(_ message: OutboxStore.Claimed, _ reason: String) -> Logger.Metadata {
        [
            "message.id": "\(message.id.uuidString.lowercased())", "message.kind": "\(message.kind)",
            "attempts": "\(message.attempts)", "reason": "\(reason)",
        ]
    }
}

extension MailKind {
    /// Mails whose failing a team can mend by calling.
    fileprivate var teamShouldKnow: Bool {
        switch self {
        case .proposalAsked, .proposalReminder, .introductionAsked, .candidateRegistered, .fileMoved, .retentionWarning:
            true
        default: false
        }
    }
}
