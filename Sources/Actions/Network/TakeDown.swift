import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// Takes away what a member wrote for everyone: a question, an answer, a copy or a good practice.
public struct TakeDown: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// The author's own words go for good; a question only as long as nobody else answered.
    ///
    /// - Returns: the path of the page where it stood.
    public func takeBack(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "take_back_\(kind.rawValue)") { connection in
            guard let row = try await TakeDownStore.find(kind, id, on: connection) else { throw NotFound() }
            guard try await row.authorID == person.member(on: connection).id else { throw NotFound() }
            guard try await TakeDownStore.takeBack(kind, id, on: connection) else {
                throw Conflict(
                    code: "question_answered",
                    message:
                        "Anderen gaven al antwoord op deze vraag. Sluit de vraag, of vraag het fonds hem weg te halen."
                )
            }
            return kind == .question ? "/vragen" : row.path
        }
    }

    /// By the fund: nobody but the author and the fund reads it any more. The author gets a mail with the reason.
    ///
    /// - Returns: the path of the page where it stands.
    public func hold(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        reason: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "hold_\(kind.rawValue)") { connection in
            let row = try await found(kind, id, person, on: connection)
            guard try await TakeDownStore.hold(kind, id, reason: reason, at: world.now(), on: connection) else {
                throw Conflict.networkChanged
            }
            if let author = row.authorID,
                let staffMember = try await MemberStore.find(author, on: connection)?.staffMemberID
            {
                try await world.tellMember(
                    .textHeldBack,
                    staffMember,
                    facts: ["kind": kind.rawValue, "text": "\(id)"],
                    on: connection
                )
            }
            return row.path
        }
    }

    /// By the fund: everyone reads it again.
    public func release(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "release_\(kind.rawValue)") { connection in
            let row = try await found(kind, id, person, on: connection)
            guard try await TakeDownStore.hold(kind, id, reason: nil, at: world.now(), on: connection) else {
                throw Conflict.networkChanged
            }
            return row.path
        }
    }

    private func found(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        _ person: NetworkPerson,
        on connection: Connection
    ) async throws -> TakeDownStore.Row {
        guard person.worksForFund, let row = try await TakeDownStore.find(kind, id, on: connection) else {
            throw NotFound()
        }
        return row
    }
}
