public import Domain
import Foundation
import Postgres
public import Store

/// Links the account of a provider to the staff member who just signed in there, after a yes. From then on it opens our
/// account, so only a session that has just begun may do it; the caller sees to that.
public struct LinkProvider: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `Conflict` when the attempt is over, when that account or this person is linked already, or when the
    ///   provider is not the own organisation's.
    public func callAsFunction(_ key: ProviderAttemptStore.Key, of staffMember: StaffMember.ID) async throws {
        try await world.database.transaction(as: .person(staffMember)) { connection in
            let now = world.now()
            guard
                let (provider, subject) = try await ProviderAttemptStore.take(
                    key,
                    of: staffMember,
                    at: now,
                    on: connection
                )
            else {
                throw Conflict(
                    code: "provider_attempt_over",
                    message: "Deze koppeling is al gemaakt of duurde te lang. Begin opnieuw op je account."
                )
            }
            guard
                try await ProviderStore.link(provider, subject: subject, to: staffMember, at: now, on: connection)
            else {
                throw Conflict(
                    code: "provider_account_taken",
                    message: "Dit werkaccount, of een ander van deze organisatie, is al gekoppeld."
                )
            }
            try await AccountEventStore.insert(
                .providerLinked,
                of: staffMember,
                by: nil,
                facts: ["provider": "\(provider)"],
                id: world.newUUID(),
                at: now,
                on: connection
            )
        }
    }
}

/// Takes the link with a provider away.
public struct UnlinkProvider: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `NotFound` when there is no such link.
    public func callAsFunction(slug: String, of staffMember: StaffMember.ID) async throws {
        try await world.database.transaction(as: .person(staffMember)) { connection in
            guard let provider = try await ProviderStore.unlink(slug: slug, from: staffMember, on: connection) else {
                throw NotFound()
            }
            try await AccountEventStore.insert(
                .providerUnlinked,
                of: staffMember,
                by: nil,
                facts: ["provider": "\(provider)"],
                id: world.newUUID(),
                at: world.now(),
                on: connection
            )
        }
    }
}
