public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// Who keeps a project page: the organisation that leads the project its own, the fund all of them.
public enum PageKeeper: Sendable {
    case leader(ProjectLeader)
    case fund(FundMember)

    public var acting: Acting {
        switch self {
        case .leader(let leader): leader.acting
        case .fund(let member): member.acting
        }
    }

    var staffMemberID: StaffMember.ID {
        switch self {
        case .leader(let leader): leader.staffMemberID
        case .fund(let member): member.staffMemberID
        }
    }

    func keeps(_ page: ProjectPageStore.Row) -> Bool {
        switch self {
        case .leader(let leader): page.organisationID == leader.organisationID
        case .fund: true
        }
    }

    /// Whether what this one says means that the page is right: of a subsidised project that is for its leader to say.
    public func confirms(_ page: ProjectPageStore.Row) -> Bool {
        switch self {
        case .leader: true
        case .fund: page.applicationReference == nil
        }
    }
}

/// The public page of a project: its leader and the fund write it, the fund adds one, holds it back, releases it or takes it
/// away.
public struct KeepProjectPage: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    // MARK: Writing

    /// A page with all that is not on its row, for whoever may change it.
    public struct File: Sendable {
        public let page: ProjectPageStore.Row
        public let links: [ProjectPageStore.Link]
        public let regions: [RegionCode]
        public let municipalities: [MunicipalityCode]
        public let bottlenecks: [BottleneckCode]
        public let history: [ProjectEditStore.Past]
    }

    /// - Throws: `NotFound` for pages of others, `Conflict` for a page that was removed.
    public func read(_ slug: String, by keeper: PageKeeper) async throws -> File {
        try await world.database.transaction(as: keeper.acting) { connection in
            let page = try await find(slug, by: keeper, on: connection)
            let places = try await ProjectEditStore.places(of: page.id, on: connection)
            return File(
                page: page,
                links: try await ProjectPageStore.links(of: page.id, on: connection),
                regions: places.regions,
                municipalities: places.municipalities,
                bottlenecks: places.bottlenecks,
                history: try await ProjectEditStore.history(of: page.id, on: connection)
            )
        }
    }

    /// Saves the page and records each field that changed. The former address stays when the name changes it.
    ///
    /// - Parameters:
    ///   - run: kept only for a project without an application.
    ///   - origin: the same, and only from the fund.
    /// - Returns: the name of the page in addresses.
    public func save(
        _ slug: String,
        version: Int,
        _ content: ProjectEditStore.Content,
        _ run: ProjectEditStore.Run? = nil,
        _ origin: ProjectEditStore.Origin? = nil,
        by keeper: PageKeeper,
        submission: UUID?
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: keeper.acting, action: "edit_project") { connection in
                let page = try await find(slug, by: keeper, locking: true, on: connection)
                try await check(content, run, origin, on: connection)
                let address = try await address(of: page, named: content.name, on: connection)
                try await world.keepingHistory(of: page.id, by: keeper.staffMemberID, on: connection) {
                    try requirePresent(
                        try await ProjectEditStore.save(
                            content,
                            slug: address,
                            of: page.id,
                            version: version,
                            confirmedOn: keeper.confirms(page) ? world.today : nil,
                            at: world.now(),
                            on: connection
                        )
                    )
                    if page.applicationReference == nil {
                        if let run { try await ProjectEditStore.save(run, of: page.id, on: connection) }
                        if let origin, case .fund = keeper {
                            try await ProjectEditStore.save(origin, of: page.id, on: connection)
                        }
                    }
                    try await ProjectEditStore.savePlaces(content, of: page.id, on: connection)
                    try await replaceLinks(of: page.id, with: content.links, on: connection)
                }
                if address != page.slug { try await ProjectPageStore.keepSlug(page.slug, of: page.id, on: connection) }
                return address
            }
        }
    }

    /// Adds a project that no application tells of; it is public at once.
    /// - Returns: the name of the page in addresses.
    public func add(
        _ content: ProjectEditStore.Content,
        _ run: ProjectEditStore.Run,
        _ origin: ProjectEditStore.Origin,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: member.acting, action: "add_project") { connection in
                try await check(content, run, origin, on: connection)
                let slug = try await ProjectSlug.free(for: content.name, on: connection)
                let id: Project.ID = world.newID()
                try await ProjectEditStore.insert(
                    id,
                    slug: slug,
                    content,
                    run,
                    origin,
                    by: member.staffMemberID,
                    at: world.now(),
                    today: world.today,
                    on: connection
                )
                try await ProjectEditStore.savePlaces(content, of: id, on: connection)
                try await replaceLinks(of: id, with: content.links, on: connection)
                try await ProjectEditStore.insert(
                    .init("publication", before: "", after: Publication.published.dutchName),
                    id: world.newUUID(),
                    of: id,
                    by: member.staffMemberID,
                    at: world.now(),
                    on: connection
                )
                return slug
            }
        }
    }

    private func check(
        _ content: ProjectEditStore.Content,
        _ run: ProjectEditStore.Run?,
        _ origin: ProjectEditStore.Origin?,
        on connection: Connection
    ) async throws {
        try await PublicText.check(
            [
                ("naam", content.name), ("samenvatting", content.subject), ("probleem", content.problem),
                ("aanpak", content.approach), ("resultaat", content.result), ("mislukt", content.didNotWork),
                ("periode", run?.note ?? ""), ("organisatie", origin?.organisationName ?? ""),
                ("toelichting", origin?.labelNote ?? ""), ("bron", origin?.source ?? ""),
            ] + content.links.enumerated().map { ("titel-\($0 + 1)", $1.title) },
            on: connection
        )
    }

    private func replaceLinks(
        of id: Project.ID,
        with links: [ProjectPageStore.Link],
        on connection: Connection
    ) async throws {
        guard try await ProjectPageStore.links(of: id, on: connection) != links else { return }
        try await ProjectPageStore.replaceLinks(
            of: id,
            with: links,
            ids: links.map { _ in world.newUUID() },
            on: connection
        )
    }

    /// "Nog juist".
    public func confirm(_ slug: String, by keeper: PageKeeper) async throws {
        try await world.database.transaction(as: keeper.acting) { connection in
            let page = try await find(slug, by: keeper, locking: true, on: connection)
            guard keeper.confirms(page) else { throw Forbidden("De projectleider zegt of dit nog klopt.") }
            try await ProjectPageStore.confirm(page.id, on: world.today, connection: connection)
        }
    }

    /// The address after a change of the name: the present one when it would be the same.
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
        by keeper: PageKeeper,
        locking: Bool = false,
        on connection: Connection
    ) async throws -> ProjectPageStore.Row {
        let page = try await ProjectPageStore.find(slug: slug, on: connection)
        guard let page, keeper.keeps(page) else { throw NotFound() }
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
                try await ProjectEditStore.insert(
                    .init("publication", before: page.publication.dutchName, after: publication.dutchName),
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
