public import Domain
public import Foundation
public import Postgres

/// Writing what a project page tells, by its leader or the fund, and the history of that.
public enum ProjectEditStore {
    /// What who keeps the page writes on it.
    public struct Content: Sendable {
        public var name: String
        public var subject: String
        public var problem: String
        public var approach: String
        public var result: String
        public var didNotWork: String
        public var routes: RouteSet
        public var contactMail: String
        public var contactPhone: String
        public var regions: [RegionCode] = []
        public var municipalities: [MunicipalityCode] = []
        public var bottlenecks: [BottleneckCode] = []
        public var links: [ProjectPageStore.Link] = []

        public init(
            name: String,
            subject: String,
            problem: String,
            approach: String,
            result: String,
            didNotWork: String,
            routes: RouteSet,
            contactMail: String,
            contactPhone: String
        ) {
            self.name = name
            self.subject = subject
            self.problem = problem
            self.approach = approach
            self.result = result
            self.didNotWork = didNotWork
            self.routes = routes
            self.contactMail = contactMail
            self.contactPhone = contactPhone
        }
    }

    /// Whether and when it runs. Of a project with an application the application tells that.
    public struct Run: Sendable {
        public let state: ProjectState
        public let startsOn: CalendarDate?
        public let endsOn: CalendarDate?
        public let note: String

        public init(state: ProjectState, startsOn: CalendarDate?, endsOn: CalendarDate?, note: String) {
            self.state = state
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.note = note
        }
    }

    /// What the fund knows of a project without an application.
    public struct Origin: Sendable {
        public let organisationName: String
        public let label: ProjectLabel
        public let labelNote: String
        public let year: Int?
        /// Never empty.
        public let source: String

        public init(organisationName: String, label: ProjectLabel, labelNote: String, year: Int?, source: String) {
            self.organisationName = organisationName
            self.label = label
            self.labelNote = labelNote
            self.year = year
            self.source = source
        }
    }

    /// Where the work is and what it solves, as it stands now.
    public static func places(
        of id: Project.ID,
        on connection: Connection
    ) async throws -> (regions: [RegionCode], municipalities: [MunicipalityCode], bottlenecks: [BottleneckCode]) {
        (
            try await connection.values(
                "select region_code from project_regions where project_id = \(id) order by 1 limit 50"
            ),
            try await connection.values(
                "select municipality_code from project_municipalities where project_id = \(id) order by 1 limit 400"
            ),
            try await connection.values(
                "select bottleneck_code from project_bottlenecks where project_id = \(id) order by 1 limit 50"
            )
        )
    }

    // MARK: Writing

    /// Adds a project that no application tells of, public at once. Invented when whoever adds it is.
    public static func insert(
        _ id: Project.ID,
        slug: String,
        _ content: Content,
        _ run: Run,
        _ origin: Origin,
        by member: StaffMember.ID,
        at now: Date,
        today: CalendarDate,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into projects (id, slug, organisation_id, organisation_name, label, label_note, name, subject, problem,
                approach, result, did_not_work, state, starts_on, ends_on, period_note, year, routes, publication,
                contact_mail, contact_phone, published_at, updated_at, confirmed_on, source, is_fictional, version)
            select \(id), \(slug), (\(sql: organisation(named: origin.organisationName))), \(origin.organisationName),
                \(origin.label), \(origin.labelNote), \(content.name), \(content.subject), \(content.problem),
                \(content.approach), \(content.result), \(content.didNotWork), \(run.state), \(run.startsOn),
                \(run.endsOn), \(run.note), \(origin.year)::smallint, \(content.routes), 'published',
                \(content.contactMail), \(content.contactPhone), \(now), \(now), \(today), \(origin.source),
                m.is_fictional, 1
            from staff_members m where m.id = \(member)
            """
        )
    }

    /// False when the version is not the present one.
    ///
    /// - Parameter day: when the project's leader said that this is right; nil leaves the day as it is.
    public static func save(
        _ content: Content,
        slug: String,
        of id: Project.ID,
        version: Int,
        confirmedOn day: CalendarDate?,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update projects set slug = \(slug), name = \(content.name), subject = \(content.subject),
                problem = \(content.problem), approach = \(content.approach), result = \(content.result),
                did_not_work = \(content.didNotWork), routes = \(content.routes), contact_mail = \(content.contactMail),
                contact_phone = \(content.contactPhone), confirmed_on = coalesce(\(day), confirmed_on), updated_at = \(now), version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    public static func save(_ run: Run, of id: Project.ID, on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            update projects set state = \(run.state), starts_on = \(run.startsOn), ends_on = \(run.endsOn),
                period_note = \(run.note)
            where id = \(id) and application_id is null
            """
        )
    }

    /// Under another name it is another organisation, and its leaders keep the page from now on.
    public static func save(_ origin: Origin, of id: Project.ID, on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            update projects set organisation_id = case when organisation_key(organisation_name)
                    = organisation_key(\(origin.organisationName)) then organisation_id
                    else (\(sql: organisation(named: origin.organisationName))) end,
                organisation_name = \(origin.organisationName), label = \(origin.label), label_note = \(origin.labelNote),
                year = \(origin.year)::smallint, source = \(origin.source)
            where id = \(id) and application_id is null
            """
        )
    }

    private static func organisation(named name: String) -> SQL {
        "select o.id from organisations o where organisation_key(o.name) = organisation_key(\(name)) order by o.id limit 1"
    }

    public static func savePlaces(_ content: Content, of id: Project.ID, on connection: Connection) async throws {
        for table in ["project_regions", "project_municipalities", "project_bottlenecks"] {
            _ = try await connection.execute("delete from \(ident: table) where project_id = \(id)")
        }
        _ = try await connection.execute(
            "insert into project_regions (project_id, region_code) select \(id), unnest(\(content.regions))"
        )
        _ = try await connection.execute(
            """
            insert into project_municipalities (project_id, municipality_code) select \(id), unnest(\(content.municipalities))
            """
        )
        _ = try await connection.execute(
            "insert into project_bottlenecks (project_id, bottleneck_code) select \(id), unnest(\(content.bottlenecks))"
        )
    }

    /// The page changed now; nothing else about it is written.
    public static func touch(_ id: Project.ID, at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute("update projects set updated_at = \(now) where id = \(id)")
    }

    // MARK: History

    /// One field in words, as its history keeps it.
    public struct Told: Hashable, Sendable {
        public let field: String
        public let text: String
    }

    /// What a page tells, field by field and always in the same order.
    public static func told(of id: Project.ID, on connection: Connection) async throws -> [Told] {
        let texts: [Told]? = try await connection.first(
            """
            select p.name, p.subject, p.problem, p.approach, p.result, p.did_not_work, p.period_note, p.contact_mail,
                p.contact_phone, p.organisation_name, p.label_note, p.source, p.state, p.label, p.routes, p.starts_on,
                p.ends_on, p.year::integer,
                coalesce((select string_agg(r.name, ', ' order by r.name) from project_regions x
                    join regions r on r.code = x.region_code where x.project_id = p.id), ''),
                coalesce((select string_agg(m.name, ', ' order by m.name) from project_municipalities x
                    join municipalities m on m.code = x.municipality_code where x.project_id = p.id), ''),
                coalesce((select string_agg(b.name, ', ' order by b.name) from project_bottlenecks x
                    join bottlenecks b on b.code = x.bottleneck_code where x.project_id = p.id), '')
            from projects p where p.id = \(id)
            """
        ) { row in
            var told: [Told] = []
            for field in [
                "name", "subject", "problem", "approach", "result", "did_not_work", "period_note", "contact_mail",
                "contact_phone", "organisation_name", "label_note", "source",
            ] {
                let text: String = try row.next()
                let phone = field == "contact_phone" ? PhoneNumber(text)?.description : nil
                told.append(Told(field: field, text: phone ?? text))
            }
            told.append(Told(field: "state", text: try row.next(ProjectState.self).dutchName))
            told.append(Told(field: "label", text: try row.next(ProjectLabel.self).dutchName))
            told.append(Told(field: "routes", text: try row.next(RouteSet.self).dutchName))
            told.append(Told(field: "starts_on", text: try row.nextOptional(CalendarDate.self)?.dutchLong ?? ""))
            told.append(Told(field: "ends_on", text: try row.nextOptional(CalendarDate.self)?.dutchLong ?? ""))
            told.append(Told(field: "year", text: try row.nextOptional(Int.self).map { "\($0)" } ?? ""))
            for field in ["regions", "municipalities", "bottlenecks"] {
                told.append(Told(field: field, text: try row.next()))
            }
            return told
        }
        guard let texts else { return [] }
        let links = try await ProjectPageStore.links(of: id, on: connection)
        let goals: [String] = try await connection.query(
            """
            select sentence, coalesce(reached::text, '?'), coalesce(target::text, '?'), unit from project_goals
            where project_id = \(id) order by position limit 20
            """
        ) { row in
            let (sentence, reached, target, unit): (String, String, String, String) = (
                try row.next(), try row.next(), try row.next(), try row.next()
            )
            return "\(sentence): \(reached) van \(target) \(unit)".replacing(".0 ", with: " ")
        }
        let partners: [String] = try await connection.query(
            """
            select name, kind, left_on from project_partners where project_id = \(id)
            order by left_on is not null, name, id limit 100
            """
        ) { row in
            let (name, kind): (String, PartnerKind) = (try row.next(), try row.next())
            let left = try row.nextOptional(CalendarDate.self)
            return "\(name) (\(kind.dutchName)\(left.map { ", tot \($0.dutchLong)" } ?? ""))"
        }
        return texts + [
            Told(
                field: "links",
                text: links.map { "\($0.kind.dutchName): \($0.title) (\($0.url))" }.joined(separator: "\n")
            ), Told(field: "goals", text: goals.joined(separator: "\n")),
            Told(field: "partners", text: partners.joined(separator: "\n")),
        ]
    }

    /// One field that changed.
    public struct Edit: Sendable {
        public let field: String
        public let before: String
        public let after: String

        public init(_ field: String, before: String, after: String) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    public static func insert(
        _ edit: Edit,
        id: UUID,
        of project: Project.ID,
        by member: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into project_edits (id, project_id, staff_member_id, edited_at, field, before, after)
            values (\(id), \(project), \(member), \(now), \(edit.field), \(edit.before), \(edit.after))
            """
        )
    }

    /// A change of the past, with who made it.
    public struct Past: Sendable, RowDecodable {
        public let editedAt: Date
        public let field: String
        public let before: String
        public let after: String
        /// Nil when it is not known any more.
        public let memberName: String?

        public init(row: inout RowReader) throws {
            editedAt = try row.next()
            field = try row.next()
            before = try row.next()
            after = try row.next()
            memberName = try row.nextOptional()
        }
    }

    /// The last changes, for the organisation and the fund; others get none.
    public static func history(of id: Project.ID, on connection: Connection) async throws -> [Past] {
        try await connection.query(
            """
            select e.edited_at, e.field, e.before, e.after, m.name
            from project_edits e left join staff_members m on m.id = e.staff_member_id
            where e.project_id = \(id) order by e.edited_at desc, e.field, e.id limit 50
            """
        )
    }
}
