public import Domain
import Foundation
import Postgres
import Store

/// Signs in a person a person whom a provider vouched for: by issuer and subject, never by mail address. The second factor is
/// the provider's business, as is who may have the account.
public struct SignInWithProvider: Sendable {
    /// Why a person the provider knows does not get in.
    public enum Refusal: Error, Equatable {
        /// The provider's account is linked to nobody.
        case unknownSubject
        /// Our account was closed by an administrator.
        case accountClosed
    }

    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: who it is; the caller begins the session.
    /// - Throws: ``Refusal``.
    public func callAsFunction(_ provider: IdentityProvider.ID, subject: String) async throws -> StaffMember.ID {
        let found = try await world.database.transaction(as: .visitor) { connection in
            try await ProviderStore.staffMember(of: provider, subject: subject, on: connection)
        }
        guard let id = found else { throw Refusal.unknownSubject }
        try await world.database.transaction(as: .person(id)) { connection in
            guard let person = try await StaffStore.find(id, on: connection), !person.isDisabled else {
                throw Refusal.accountClosed
            }
            try await AccountEventStore.insert(
                .signedIn,
                of: id,
                by: nil,
                facts: ["provider": "\(provider)"],
                id: world.newUUID(),
                at: world.now(),
                on: connection
            )
        }
        return id
    }
}
