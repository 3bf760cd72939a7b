import Domain
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
                try await checkContact(draft.contactID, present: nil, member: member, on: connection)
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
                try await checkContact(draft.contactID, present: practice.contactID, member: member, on: connection)
                if practice.state == .published { try draft.checkComplete() }
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

    /// What the second reader says: found good, or back with a remark. Changed words that are public stay so, with the remark
    /// for author and contact. They get a mail.
    ///
    /// - Parameter version: of the text that was read.
    /// - Throws: `Forbidden` for whoever wrote it, answers for it or changed it; `Conflict` when it changed meanwhile.
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
                let isRemark = !isGood && practice.state == .published
                let isDone =
                    isRemark
                    ? try await GoodPracticeStore.remark(
                        remark,
                        on: practice.id,
                        version: version,
                        at: world.now(),
                        connection: connection
                    )
                    : try await GoodPracticeStore.decide(
                        practice.id,
                        isGood ? .published : .returned,
                        remark: remark,
                        version: version,
                        by: member.id,
                        on: world.today,
                        at: world.now(),
                        connection: connection
                    )
                guard isDone else { throw Conflict.networkChanged }
                let told = Set([practice.authorID, isRemark ? practice.contactID : nil].compactMap(\.self))
                for one in told.sorted(by: { "\($0)" < "\($1)" }) {
                    guard let staffMember = try await MemberStore.find(one, on: connection)?.staffMemberID else {
                        continue
                    }
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

    /// Only a colleague becomes the contact; whoever already is one stays.
    private func checkContact(
        _ contact: NetworkMember.ID,
        present: NetworkMember.ID?,
        member: MemberStore.Row,
        on connection: Connection
    ) async throws {
        guard contact != present, contact != member.id else { return }
        guard try await MemberStore.colleagues(of: member.id, on: connection).contains(where: { $0.id == contact })
        else {
            throw Rejected("contact", "Kies als contactpersoon iemand uit de lijst.")
        }
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
    /// What is public stays complete.
    /// - Throws: `Rejected` with what is missing.
    fileprivate func checkComplete() throws {
        let missing = [
            ("probleem", "het probleem", problem), ("aanpak", "de aanpak", approach),
            ("resultaat", "het resultaat", result),
        ]
        .filter { $0.2.isEmpty }
        var errors = missing.map {
            FieldError(field: $0.0, message: "Vul \($0.1) in. Deze tekst is openbaar en blijft compleet.")
        }
        if regions.isEmpty { errors.append(FieldError(field: "regio", message: "Kies er ten minste één: regio.")) }
        if bottlenecks.isEmpty {
            errors.append(FieldError(field: "knelpunt", message: "Kies er ten minste één: knelpunt."))
        }
        guard errors.isEmpty else { throw Rejected(fields: errors) }
    }

    /// Whether it says something else than the practice does now.
    fileprivate func rewords(_ practice: GoodPracticeStore.Row, _ links: [GoodPracticeStore.Link]) -> Bool {
        [name, problem, approach, took, result, didNotWork] != [
            practice.name, practice.problem, practice.approach, practice.took, practice.result, practice.didNotWork,
        ] || self.links != links
    }
}
