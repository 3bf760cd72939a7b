public import Domain
public import Foundation
import Postgres
public import Store

/// "Door ons overgenomen": with what in mind, and later what came of it.
public struct KeepCopies: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter path: the page of what was copied.
    public func copy(
        _ subject: NetworkSubject,
        at path: String,
        to region: RegionCode,
        intention: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "copy_practice") { connection in
                let member = try await person.member(on: connection)
                guard try await !CopyStore.has(member.id, copied: subject, on: connection) else {
                    throw Conflict.copiedBefore
                }
                try await PublicText.check([("bedoeling", intention)], on: connection)
                if case .goodPractice(let id) = subject,
                    try await GoodPracticeStore.find(id, on: connection)?.state != .published
                {
                    throw NotFound()
                }
                try await CopyStore.insert(
                    subject,
                    id: world.newUUID(),
                    by: member.id,
                    in: region,
                    intention: intention,
                    on: world.today,
                    connection: connection
                )
                return path
            }
        }
    }

    public func keepOutcome(
        _ kind: CopyOutcome,
        _ outcome: String,
        of id: UUID,
        version: Int,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "keep_copy_outcome") { connection in
            let member = try await person.member(on: connection)
            guard let copy = try await CopyStore.find(id, on: connection), copy.memberID == member.id else {
                throw NotFound()
            }
            try await PublicText.check([("uitkomst", outcome)], on: connection)
            guard
                try await CopyStore.keepOutcome(
                    kind,
                    outcome,
                    of: id,
                    version: version,
                    on: world.today,
                    connection: connection
                )
            else { throw Conflict.networkChanged }
            return copy.subjectPath ?? "/leernetwerk"
        }
    }
}
