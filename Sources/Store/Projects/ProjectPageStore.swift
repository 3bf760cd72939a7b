public import Domain
public import Foundation
public import Postgres

/// Writing the page of a project: made when its application is granted, kept by its leader, held back or removed by the fund.
public enum ProjectPageStore {
    /// A page as its keeper sees it.
    public struct Row: Sendable, RowDecodable {
        public let id: Project.ID
        public let slug: String
        public let applicationReference: Reference?
        public let organisationID: Organisation.ID?
        public let name: String
        public let subject: String
        public let problem: String
        public let approach: String
        public let result: String
        public let didNotWork: String
        public let state: ProjectState
        public let routes: RouteSet
        public let label: ProjectLabel
        public let labelNote: String
        public let organisationName: String
        public let startsOn: CalendarDate?
        public let endsOn: CalendarDate?
        public let periodNote: String
        public let year: Int?
        public let source: String
        public let publication: Publication
        public let publicationReason: String?
        public let contactMail: String
        public let contactPhone: String
        public let confirmedOn: CalendarDate?
        public let version: Int

        public init(row: inout RowReader) throws {
            id = try row.next()
            slug = try row.next()
            applicationReference = try row.nextOptional()
            organisationID = try row.nextOptional()
            name = try row.next()
            subject = try row.next()
            problem = try row.next()
            approach = try row.next()
            result = try row.next()
            didNotWork = try row.next()
            state = try row.next()
            routes = try row.next()
            label = try row.next()
            labelNote = try row.next()
            organisationName = try row.next()
            startsOn = try row.nextOptional()
            endsOn = try row.nextOptional()
            periodNote = try row.next()
            year = try row.nextOptional()
            source = try row.next()
            publication = try row.next()
            publicationReason = try row.nextOptional()
            contactMail = try row.next()
            contactPhone = try row.next()
            confirmedOn = try row.nextOptional()
            version = try row.next()
        }
    }

    /// A document, film or page elsewhere.
    public struct Link: Hashable, Sendable, RowDecodable {
        public let kind: LinkKind
        public let title: String
        public let url: String

        public init(kind: LinkKind, title: String, url: String) {
            self.kind = kind
            self.title = title
            self.url = url
        }

        public init(row: inout RowReader) throws {
            kind = try row.next()
            title = try row.next()
            url = try row.next()
        }
    }

    public static func find(slug: String, locking: Bool = false, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select p.id, p.slug, (select a.reference from applications a where a.id = p.application_id), p.organisation_id,
                p.name, p.subject, p.problem, p.approach, p.result, p.did_not_work, p.state, p.routes, p.label,
                p.label_note, p.organisation_name, p.starts_on, p.ends_on, p.period_note, p.year, p.source, p.publication,
                p.publication_reason, p.contact_mail, p.contact_phone, p.confirmed_on, p.version
            from projects p where p.slug = \(slug) \(sql: locking ? "for update" : "")
            """
        )
    }

    public static func links(of id: Project.ID, on connection: Connection) async throws -> [Link] {
        try await connection.query(
            "select kind, title, url from project_links where project_id = \(id) order by position limit 20"
        )
    }

    // MARK: On grant

    /// Whether a page has or had this address, as far as the person who acts can see; the fund sees them all.
    public static func isTaken(_ slug: String, on connection: Connection) async throws -> Bool {
        try await connection.value(
            """
            select exists (select 1 from projects where slug = \(slug))
                or exists (select 1 from project_slugs where slug = \(slug))
            """
        ) ?? true
    }

    /// Makes the page of an application that was just granted, with its regions, bottlenecks, goals and partners. No address or
    /// telephone of the leader becomes public by itself: the leader adds whom to ask.
    public static func publish(
        _ application: GrantApplication.ID,
        as id: Project.ID,
        slug: String,
        at now: Date,
        today: CalendarDate,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into projects (id, slug, application_id, organisation_id, organisation_name, label, label_note, name,
                subject, problem, approach, result, did_not_work, state, starts_on, ends_on, period_note, year, grant_cents,
                cost_cents, routes, publication, contact_id, contact_mail, contact_phone, published_at, updated_at,
                confirmed_on, source, is_fictional, version)
            select \(id), \(slug), a.id, a.organisation_id, o.name, 'scheme', '', a.name, a.summary, a.problem, a.approach,
                '', '', 'planned', a.starts_on, a.ends_on, '', a.year, a.granted_cents, a.cost_cents,
                case a.routes when 0 then \(RouteSet.all) else a.routes end, 'published', a.leader_id, '', '', \(now),
                \(now), \(today), '', a.is_fictional, 1
            from applications a
            join organisations o on o.id = a.organisation_id
            where a.id = \(application)
            """
        )
        for (table, column) in [
            ("regions", "region_code"), ("municipalities", "municipality_code"), ("bottlenecks", "bottleneck_code"),
        ] {
            _ = try await connection.execute(
                """
                insert into \(ident: "project_\(table)") (project_id, \(ident: column))
                select \(id), \(ident: column) from \(ident: "application_\(table)") where application_id = \(application)
                """
            )
        }
        _ = try await connection.execute(
            """
            insert into project_goals (project_id, position, sentence, unit, target)
            select \(id), position, sentence, unit, target from application_goals where application_id = \(application)
            """
        )
        // A partner who left and came back has two rows in the application and one on the page.
        _ = try await connection.execute(
            """
            insert into project_partners (id, project_id, name, kind, left_on)
            select distinct on (organisation_key(name)) id, \(id), name, kind, left_on from application_partners
            where application_id = \(application) order by organisation_key(name), left_on desc nulls first
            """
        )
    }

    /// Makes the leader a member of the learning network, not listed until agreed; whoever left before is one again. Whoever
    /// is a member stays as they are.
    public static func joinNetwork(
        _ member: NetworkMember.ID,
        leaderOf application: GrantApplication.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.value(
            "select join_by_grant(\(member), \(application), \(now))",
            as: Bool.self
        )
    }

    // MARK: While it runs

    /// The page of an application; nil before it was granted.
    public static func id(of application: GrantApplication.ID, on connection: Connection) async throws -> Project.ID? {
        try await connection.value("select id from projects where application_id = \(application)")
    }

    /// The project runs, since this day and not since the one that was planned.
    public static func start(
        _ application: GrantApplication.ID,
        on day: CalendarDate,
        at now: Date,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            update projects set state = 'running', starts_on = \(day), updated_at = \(now), version = version + 1
            where application_id = \(application)
            """
        )
    }

    /// The project is over since this day.
    ///
    /// - Parameter start: the day it really began; nil for one that never did.
    public static func end(
        _ application: GrantApplication.ID,
        as state: ProjectState,
        startedOn start: CalendarDate?,
        on day: CalendarDate,
        at now: Date,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            update projects set state = \(state), starts_on = \(start), ends_on = \(day), updated_at = \(now),
                version = version + 1
            where application_id = \(application)
            """
        )
    }

    public static func setContact(
        of application: GrantApplication.ID,
        to leader: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            update projects p set contact_id = \(leader), contact_mail = '', contact_phone = '', updated_at = \(now),
                version = p.version + 1
            where p.application_id = \(application)
            """
        )
    }

    /// The results as the report tells them.
    public static func saveResult(
        _ result: String,
        didNotWork: String,
        of id: Project.ID,
        on day: CalendarDate,
        at now: Date,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            update projects set result = \(result), did_not_work = \(didNotWork), confirmed_on = \(day), updated_at = \(now),
                version = version + 1
            where id = \(id)
            """
        )
    }

    /// "Nog juist": nothing changed, and that is known.
    public static func confirm(_ id: Project.ID, on day: CalendarDate, connection: Connection) async throws {
        _ = try await connection.execute("update projects set confirmed_on = \(day) where id = \(id)")
    }

    /// The former address leads to the page from now on. A former one of the page itself is its own again.
    public static func keepSlug(_ slug: String, of id: Project.ID, on connection: Connection) async throws {
        _ = try await connection.execute(
            "insert into project_slugs (slug, project_id) values (\(slug), \(id)) on conflict do nothing"
        )
    }

    public static func replaceLinks(
        of id: Project.ID,
        with links: [Link],
        ids: [UUID],
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from project_links where project_id = \(id)")
        for (index, (link, linkID)) in zip(links, ids).enumerated() {
            _ = try await connection.execute(
                """
                insert into project_links (id, project_id, position, kind, title, url)
                values (\(linkID), \(id), \(index + 1), \(link.kind), \(link.title), \(link.url))
                """
            )
        }
    }

    // MARK: The fund

    public static func setPublication(
        _ publication: Publication,
        reason: String?,
        of id: Project.ID,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update projects set publication = \(publication), publication_reason = \(reason), updated_at = \(now),
                version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }
}
