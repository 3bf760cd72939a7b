import Domain
import Foundation
import Mail
import Postgres
import Store

extension World {
    /// A mail to the leader of an application, read as that leader when it is delivered.
    ///
    /// - Parameter facts: ids the text needs beside the application's.
    func tellLeader(
        _ kind: MailKind,
        _ row: ApplicationStore.Row,
        notBefore: Date? = nil,
        facts: [String: String] = [:],
        on connection: Connection
    ) async throws {
        try await OutboxStore.insert(
            OutboxStore.Message(
                kind.rawValue,
                staffMemberID: row.leaderID,
                facts: facts.merging(
                    ["application": row.reference.text, "organisation": "\(row.organisationID)"]
                ) { _, own in own }
            ),
            id: newUUID(),
            at: now(),
            availableAt: notBefore,
            on: connection
        )
    }

    /// Reminds the leader once, some days before the answer is due; never on the day of the question itself.
    func remindOfQuestion(
        _ question: UUID,
        _ row: ApplicationStore.Row,
        dueOn: CalendarDate,
        on connection: Connection
    ) async throws {
        let day = max(dueOn - DecideApplication.reminderDays, today + 1)
        guard day < dueOn else { return }
        try await tellLeader(
            .applicationReminder,
            row,
            notBefore: time.startOfDay(day),
            facts: ["question": question.uuidString.lowercased()],
            on: connection
        )
    }

    /// A mail to everyone who works for the fund.
    func tellFund(_ kind: MailKind, _ application: Reference, on connection: Connection) async throws {
        for person in try await SchemeStore.fundStaff(on: connection) {
            try await OutboxStore.insert(
                OutboxStore.Message(
                    kind.rawValue,
                    staffMemberID: person.id,
                    facts: ["application": application.text, "role": person.role.rawValue]
                ),
                id: newUUID(),
                at: now(),
                on: connection
            )
        }
    }
}
