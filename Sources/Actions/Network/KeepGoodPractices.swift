public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// Good practices from draft to published, and what others copied from them.
public struct KeepGoodPractices: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter isSubmitted: whether a second member may read it now; otherwise it stays a draft.
    /// - Returns: the path of the practice.
    public func create(
        _ draft: GoodPracticeStore.Draft,
        isSubmitted: Bool,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "write_practice") { connection in
                let member = try await person.member(on: connection)
                try await check(draft, on: connection)
                let slug = try await SlugStore.free(Slug.make(draft.name), for: .goodPractice, on: connection)
                try await GoodPracticeStore.insert(
                    draft,
                    id: world.newID(),
                    slug: slug,
                    author: member.id,
                    state: isSubmitted ? .submitted : .draft,
                    on: world.today,
                    at: world.now(),
                    newID: world.newUUID,
                    connection: connection
                )
                return "/goede-praktijken/\(slug)"
            }
        }
    }

    /// Saves the text. What is public stays public, and says that nobody read the new words yet until a second member did; what
    /// is not, stays or goes to the second reader.
    public func change(
        _ slug: String,
        to draft: GoodPracticeStore.Draft,
        isSubmitted: Bool,
        version: Int,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "change_practice") { connection in
                let practice = try await own(slug, person, mayTakeOver: true, on: connection)
                try await check(draft, on: connection)
                let links = try await GoodPracticeStore.links(of: practice.id, on: connection)
                let member = try await person.member(on: connection)
                let state: GoodPracticeState =
                    switch practice.state {
                    case .published: .published
                    case .retired: throw Conflict.networkChanged
                    case .draft, .submitted, .returned: isSubmitted ? .submitted : .draft
                    }
                guard
                    try await GoodPracticeStore.update(
                        draft,
                        id: practice.id,
                        version: version,
                        state: state,
                        rewordedBy: draft.rewords(practice, links) ? member.id : nil,
                        at: world.now(),
                        newID: world.newUUID,
                        on: connection
                    )
                else { throw Conflict.networkChanged }
                return "/goede-praktijken/\(slug)"
            }
        }
    }

    /// What the second reader says: found good, or back with a remark. The author gets a mail.
    ///
    /// - Parameter version: of the text that was read.
    /// - Throws: `Forbidden` for who wrote it, answers for it or changed it; `Conflict` when it changed meanwhile.
    public func decide(
        _ slug: String,
        isGood: Bool,
        remark: String?,
        version: Int,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "decide_practice") { connection in
                let member = try await person.member(on: connection)
                guard let practice = try await GoodPracticeStore.find(slug: slug, on: connection) else {
                    throw NotFound()
                }
                guard ![practice.authorID, practice.contactID, practice.changedByID].contains(member.id) else {
                    throw Forbidden("Een ander lid leest mee. Je kunt je eigen goede praktijk niet goedkeuren.")
                }
                guard
                    try await GoodPracticeStore.decide(
                        practice.id,
                        isGood ? .published : .returned,
                        remark: remark,
                        version: version,
                        by: member.id,
                        on: world.today,
                        at: world.now(),
                        connection: connection
                    )
                else { throw Conflict.networkChanged }
                if let author = practice.authorID,
                    let staffMember = try await MemberStore.find(author, on: connection)?.staffMemberID
                {
                    try await world.tellMember(
                        .practiceDecided,
                        staffMember,
                        facts: ["practice": "\(practice.id)"],
                        on: connection
                    )
                }
                return "/goede-praktijken/\(slug)"
            }
        }
    }

    /// Author or contact say that it is still so.
    public func confirm(_ slug: String, by person: NetworkPerson, submission: UUID?) async throws -> String {
        try await world.once(submission, as: person.acting, action: "confirm_practice") { connection in
            let practice = try await own(slug, person, on: connection)
            let member = try await person.member(on: connection)
            guard
                try await GoodPracticeStore.confirm(
                    practice.id,
                    by: member.id,
                    on: world.today,
                    connection: connection
                )
            else { throw Conflict.networkChanged }
            return "/goede-praktijken/\(slug)"
        }
    }

    /// Takes it out of the list for good.
    public func retire(_ slug: String, by person: NetworkPerson, submission: UUID?) async throws -> String {
        try await world.once(submission, as: person.acting, action: "retire_practice") { connection in
            let practice = try await own(slug, person, on: connection)
            let member = try await person.member(on: connection)
            guard
                try await GoodPracticeStore.retire(practice.id, by: member.id, at: world.now(), on: connection)
            else { throw Conflict.networkChanged }
            return "/goede-praktijken/\(slug)"
        }
    }

    private func own(
        _ slug: String,
        _ person: NetworkPerson,
        mayTakeOver: Bool = false,
        on connection: Connection
    ) async throws -> GoodPracticeStore.Row {
        let member = try await person.member(on: connection)
        guard let practice = try await GoodPracticeStore.find(slug: slug, on: connection) else { throw NotFound() }
        guard
            [practice.authorID, practice.contactID].contains(member.id)
                || (mayTakeOver && person.worksForFund && practice.hasNobody)
        else {
            throw Forbidden("Alleen de schrijver en de contactpersoon wijzigen deze goede praktijk.")
        }
        return practice
    }

    private func check(_ draft: GoodPracticeStore.Draft, on connection: Connection) async throws {
        try await PublicText.check(
            [
                ("naam", draft.name), ("probleem", draft.problem), ("aanpak", draft.approach),
                ("nodig", draft.took), ("resultaat", draft.result), ("niet_gelukt", draft.didNotWork),
            ] + draft.links.enumerated().map { ("link\($0 + 1)_titel", $1.title) },
            on: connection
        )
    }
}

extension GoodPracticeStore.Draft {
    /// Whether it says something else than the practice does now.
    fileprivate func rewords(_ practice: GoodPracticeStore.Row, _ links: [GoodPracticeStore.Link]) -> Bool {
        [name, problem, approach, took, result, didNotWork] != [
            practice.name, practice.problem, practice.approach, practice.took, practice.result, practice.didNotWork,
        ] || self.links != links
    }
}

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
        try await world.once(submission, as: person.acting, action: "copy_practice") { connection in
            let member = try await person.member(on: connection)
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
            return copy.subjectPath
        }
    }
}
