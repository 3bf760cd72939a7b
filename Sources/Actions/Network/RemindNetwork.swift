import Domain
import Foundation
import Mail
import Postgres
import Store

/// Writes the mails of the learning network that come by time: reminders of meetings, questions of the past day, practices to
/// confirm once a year, and what came of a copy after half a year. Running it twice does nothing more.
public struct RemindNetwork: Sendable {
    let world: World

    /// How long before a meeting who comes is reminded.
    private static let reminderDays = 3
    /// A question older than this is no news; between two mails with questions lies almost a day.
    private static let newsSeconds: TimeInterval = 7 * 86_400
    private static let pauseSeconds: TimeInterval = 20 * 3_600

    public init(world: World) { self.world = world }

    /// - Returns: how many mails were written.
    @discardableResult
    public func callAsFunction() async throws -> Int {
        let (now, today) = (world.now(), world.today)
        return try await world.database.transaction(as: .worker) { connection in
            var written = 0
            for one in try await NetworkReminderStore.remindMeetings(
                from: today,
                to: today + Self.reminderDays,
                at: now,
                on: connection
            ) {
                try await world.tellMember(
                    .meetingReminder,
                    one.staffMember,
                    facts: ["meeting": "\(one.meeting)"],
                    on: connection
                )
                written += 1
            }
            for one in try await NetworkReminderStore.tellQuestions(
                since: now - Self.newsSeconds,
                lastToldBefore: now - Self.pauseSeconds,
                at: now,
                on: connection
            ) {
                try await world.tellMember(
                    .questionsAsked,
                    one.staffMember,
                    facts: ["questions": one.questions.prefix(20).joined(separator: " ")],
                    on: connection
                )
                written += 1
            }
            for one in try await NetworkReminderStore.askConfirmations(
                confirmedBefore: today.adding(months: -12),
                on: today,
                connection: connection
            ) {
                try await world.tellMember(
                    .practiceConfirmation,
                    one.staffMember,
                    facts: ["practice": "\(one.practice)"],
                    on: connection
                )
                written += 1
            }
            for one in try await NetworkReminderStore.askOutcomes(
                copiedBefore: today.adding(months: -6),
                lastAskedBefore: today.adding(months: -1),
                on: today,
                connection: connection
            ) {
                try await world.tellMember(
                    .copyOutcome,
                    one.staffMember,
                    facts: ["copy": one.copy.uuidString.lowercased()],
                    on: connection
                )
                written += 1
            }
            return written
        }
    }
}
