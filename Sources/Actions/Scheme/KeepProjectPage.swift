public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// The public page of a project: its leader writes it, the fund holds it back, releases it or takes it away.
public struct KeepProjectPage: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    // MARK: The leader

    /// The page and its links, for who may change it.
    /// - Throws: `NotFound` for pages of others, `Conflict` for a page that was removed.
    public func read(
        _ slug: String,
        by leader: ProjectLeader
    ) async throws -> (page: ProjectPageStore.Row, links: [ProjectPageStore.Link]) {
        try await world.database.transaction(as: leader.acting) { connection in
            let page = try await find(slug, of: leader, on: connection)
            return (page, try await ProjectPageStore.links(of: page.id, on: connection))
        }
    }

    /// Saves the page and records each field that changed. The former address stays when the name changes it.
    public func save(
        _ slug: String,
        version: Int,
        _ texts: ProjectPageStore.Texts,
        links: [ProjectPageStore.Link],
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: leader.acting, action: "edit_project") { connection in
                let page = try await find(slug, of: leader, locking: true, on: connection)
                try await PublicText.check(
                    [
                        ("naam", texts.name), ("samenvatting", texts.subject), ("probleem", texts.problem),
                        ("aanpak", texts.approach), ("resultaat", texts.result), ("mislukt", texts.didNotWork),
                    ] + links.enumerated().map { ("titel-\($0 + 1)", $1.title) },
                    on: connection
                )
                let before = try await ProjectPageStore.links(of: page.id, on: connection)
                let address = try await address(of: page, named: texts.name, on: connection)
                try requirePresent(
                    try await ProjectPageStore.save(
                        texts,
                        slug: address,
                        of: page.id,
                        version: version,
                        confirmedOn: world.today,
                        at: world.now(),
                        on: connection
                    )
                )
                if address != page.slug { try await ProjectPageStore.keepSlug(page.slug, of: page.id, on: connection) }
                if links != before {
                    try await ProjectPageStore.replaceLinks(
                        of: page.id,
                        with: links,
                        ids: links.map { _ in world.newUUID() },
                        on: connection
                    )
                }
                for edit in Self.edits(page, texts, before, links) {
                    try await ProjectPageStore.insertEdit(
                        edit,
                        id: world.newUUID(),
                        of: page.id,
                        by: leader.staffMemberID,
                        at: world.now(),
                        on: connection
                    )
                }
                return "/projecten/\(address)"
            }
        }
    }

    /// "Nog juist".
    public func confirm(_ slug: String, by leader: ProjectLeader) async throws {
        try await world.database.transaction(as: leader.acting) { connection in
            let page = try await find(slug, of: leader, locking: true, on: connection)
            try await ProjectPageStore.confirm(page.id, on: world.today, connection: connection)
        }
    }

    private func address(
        of page: ProjectPageStore.Row,
        named name: String,
        on connection: Connection
    ) async throws -> String {
        ProjectSlug.plain(name) == ProjectSlug.plain(page.name)
            ? page.slug : try await ProjectSlug.free(for: name, on: connection)
    }

    private func find(
        _ slug: String,
        of leader: ProjectLeader,
        locking: Bool = false,
        on connection: Connection
    ) async throws -> ProjectPageStore.Row {
        let page = try await ProjectPageStore.find(slug: slug, on: connection)
        guard let page, page.organisationID == leader.organisationID else { throw NotFound() }
        guard page.publication != .removed else {
            throw Conflict(
                code: "project_removed",
                message: "Het fonds heeft deze pagina weggehaald. Je kunt haar niet wijzigen."
            )
        }
        guard locking else { return page }
        guard let locked = try await ProjectPageStore.find(slug: slug, locking: true, on: connection) else {
            throw NotFound()
        }
        return locked
    }

    private static func edits(
        _ page: ProjectPageStore.Row,
        _ texts: ProjectPageStore.Texts,
        _ before: [ProjectPageStore.Link],
        _ after: [ProjectPageStore.Link]
    ) -> [ProjectPageStore.Edit] {
        func text(_ links: [ProjectPageStore.Link]) -> String {
            links.map { "\($0.kind.dutchName): \($0.title) (\($0.url))" }.joined(separator: "\n")
        }
        return [
            .init("name", before: page.name, after: texts.name),
            .init("subject", before: page.subject, after: texts.subject),
            .init("problem", before: page.problem, after: texts.problem),
            .init("approach", before: page.approach, after: texts.approach),
            .init("result", before: page.result, after: texts.result),
            .init("did_not_work", before: page.didNotWork, after: texts.didNotWork),
            .init("routes", before: page.routes.dutchName, after: texts.routes.dutchName),
            .init("contact_mail", before: page.contactMail, after: texts.contactMail),
            .init(
                "contact_phone",
                before: PhoneNumber(page.contactPhone)?.description ?? page.contactPhone,
                after: texts.contactPhone
            ),
            .init("links", before: text(before), after: text(after)),
        ].filter { $0.before != $0.after }
    }

    // MARK: The fund

    public func read(_ slug: String, by member: FundMember) async throws -> ProjectPageStore.Row {
        try await world.database.transaction(as: member.acting) { connection in
            guard let page = try await ProjectPageStore.find(slug: slug, on: connection) else { throw NotFound() }
            return page
        }
    }

    /// Holds back, releases or removes a page.
    ///
    /// - Parameter reason: needed unless it is released.
    public func publish(
        _ slug: String,
        version: Int,
        as publication: Publication,
        reason: String?,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: member.acting, action: "publish_project") { connection in
                guard let page = try await ProjectPageStore.find(slug: slug, locking: true, on: connection) else {
                    throw NotFound()
                }
                try requirePresent(
                    try await ProjectPageStore.setPublication(
                        publication,
                        reason: publication == .published ? nil : reason,
                        of: page.id,
                        version: version,
                        at: world.now(),
                        on: connection
                    )
                )
                try await ProjectPageStore.insertEdit(
                    .init("publication", before: page.publication.rawValue, after: publication.rawValue),
                    id: world.newUUID(),
                    of: page.id,
                    by: member.staffMemberID,
                    at: world.now(),
                    on: connection
                )
                if let reference = page.applicationReference,
                    let row = try await ApplicationStore.find(reference, on: connection)
                {
                    let (event, mail): (ApplicationEvent, MailKind) =
                        switch publication {
                        case .published: (.pageReleased, .pageReleased)
                        case .heldBack: (.pageHeldBack, .pageHeldBack)
                        case .removed: (.pageRemoved, .pageRemoved)
                        }
                    try await world.note(event, of: row.id, by: member.staffMemberID, on: connection)
                    try await world.tellLeader(mail, row, on: connection)
                }
                return "/fonds/projecten/\(slug)"
            }
        }
    }
}
