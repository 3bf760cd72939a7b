import Domain
import Foundation
import Mail
import Postgres
import Store

extension World {
    /// A mail to the leader of an application, read as that leader when it is delivered.
    func tellLeader(
        _ kind: MailKind,
        _ row: ApplicationStore.Row,
        notBefore: Date? = nil,
        on connection: Connection
    ) async throws {
        try await OutboxStore.insert(
            OutboxStore.Message(
                kind.rawValue,
                staffMemberID: row.leaderID,
                facts: ["application": row.reference.text, "organisation": "\(row.organisationID)"]
            ),
            id: newUUID(),
            at: now(),
            availableAt: notBefore,
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
