import Domain
public import Foundation
import Postgres
public import Store

/// Joins the learning network, changes what one says of oneself, and leaves.
public struct KeepMembership: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter version: of the membership that was shown; nil for whoever joins.
    /// - Throws: `Conflict` when it changed meanwhile, `Rejected`.
    public func save(
        _ draft: MemberStore.Draft,
        version: Int?,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "save_membership") { connection in
                try await PublicText.check(
                    [("weet", draft.knows), ("zoekt", draft.seeks), ("functie", draft.positionName)],
                    on: connection
                )
                let own = try await MemberStore.own(person.staffMemberID, on: connection)
                if let own {
                    guard
                        try await MemberStore.update(
                            draft,
                            id: own.id,
                            version: version ?? own.version,
                            at: world.now(),
                            on: connection
                        )
                    else { throw Conflict.networkChanged }
                } else {
                    try await MemberStore.insert(
                        draft,
                        id: world.newID(),
                        of: person.staffMemberID,
                        at: world.now(),
                        on: connection
                    )
                }
                return "/leernetwerk"
            }
        }
    }

    public func leave(by person: NetworkPerson, submission: UUID?) async throws -> String {
        try await world.once(submission, as: person.acting, action: "leave_network") { connection in
            let member = try await person.member(on: connection)
            // Seats that this frees go to whoever waits.
            for signup in try await MeetingSignupStore.own(member.id, from: world.today, on: connection) {
                guard let meeting = try await MeetingStore.find(slug: signup.slug, on: connection) else { continue }
                try await world.cancelSignup(of: member, for: meeting, on: connection)
            }
            _ = try await MemberStore.leave(member.id, at: world.now(), on: connection)
            return "/leernetwerk"
        }
    }
}
