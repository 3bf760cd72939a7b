public import Domain
public import Foundation
public import Postgres

/// One project with all that its page tells.
public enum ProjectStore {
    public struct Project: Sendable, RowDecodable {
        public let id: Domain.Project.ID
        public let slug: String
        public let hasApplication: Bool
        public let organisationID: Organisation.ID?
        public let organisationName: String
        public let label: ProjectLabel
        public let labelNote: String
        public let name: String
        public let subject: String
        public let problem: String
        public let approach: String
        public let result: String
        public let didNotWork: String
        public let state: ProjectState
        public let startsOn: CalendarDate?
        public let endsOn: CalendarDate?
        public let periodNote: String
        public let year: Int?
        public let grant: Money?
        public let cost: Money?
        public let routes: RouteSet
        public let publication: Publication
        public let publicationReason: String?
        public let contactMail: String
        public let contactPhone: String
        public let publishedAt: Date
        public let updatedAt: Date
        public let confirmedOn: CalendarDate?
        public let source: String
        public let isFictional: Bool
        /// How many partners the scheme asked when it granted; nil for projects without an application.
        public let minimumPartners: Int?
        /// Still to do or running, with fewer partners than that.
        public let lacksPartners: Bool
        public let missing: [ProjectPart]
        public let regions: [RegionCode]
        public let municipalities: [MunicipalityCode]
        public let bottlenecks: [BottleneckCode]
        public fileprivate(set) var goals: [Goal] = []
        public fileprivate(set) var partners: [Partner] = []
        public fileprivate(set) var links: [Link] = []
        public fileprivate(set) var copies: [Copy] = []
        public fileprivate(set) var questions: [QuestionStore.Row] = []
        public fileprivate(set) var edits: [Edit] = []

        public init(row: inout RowReader) throws {
            id = try row.next()
            slug = try row.next()
            hasApplication = try row.next()
            organisationID = try row.nextOptional()
            organisationName = try row.next()
            label = try row.next()
            labelNote = try row.next()
            name = try row.next()
            subject = try row.next()
            problem = try row.next()
            approach = try row.next()
            result = try row.next()
            didNotWork = try row.next()
            state = try row.next()
            startsOn = try row.nextOptional()
            endsOn = try row.nextOptional()
            periodNote = try row.next()
            year = try row.nextOptional()
            grant = try row.nextOptional(Int.self).map { Money(cents: $0) }
            cost = try row.nextOptional(Int.self).map { Money(cents: $0) }
            routes = try row.next()
            publication = try row.next()
            publicationReason = try row.nextOptional()
            contactMail = try row.next()
            contactPhone = try row.next()
            publishedAt = try row.next()
            updatedAt = try row.next()
            confirmedOn = try row.nextOptional()
            source = try row.next()
            isFictional = try row.next()
            minimumPartners = try row.nextOptional()
            lacksPartners = try row.next()
            missing = try row.next([String].self).compactMap(ProjectPart.init(rawValue:))
            regions = try row.next([String].self).map { RegionCode($0) }
            municipalities = try row.next([String].self).map { MunicipalityCode($0) }
            bottlenecks = try row.next([String].self).map { BottleneckCode($0) }
        }
    }

    public struct Goal: Sendable, RowDecodable {
        public let sentence: String
        public let unit: String
        public let target: Decimal?
        public let reached: Decimal?

        public init(row: inout RowReader) throws {
            sentence = try row.next()
            unit = try row.next()
            target = try row.nextOptional()
            reached = try row.nextOptional()
        }
    }

    public struct Partner: Sendable, RowDecodable {
        public let name: String
        public let kind: PartnerKind
        public let leftOn: CalendarDate?

        public init(row: inout RowReader) throws {
            name = try row.next()
            kind = try row.next()
            leftOn = try row.nextOptional()
        }
    }

    public struct Link: Sendable, RowDecodable {
        public let kind: LinkKind
        public let title: String
        public let url: String

        public init(row: inout RowReader) throws {
            kind = try row.next()
            title = try row.next()
            url = try row.next()
        }
    }

    /// Who copied the project, and what came of it.
    public struct Copy: Sendable, RowDecodable {
        public let id: UUID
        /// Why the fund holds it back; nil for what everyone reads.
        public let heldReason: String?
        public let organisationName: String
        public let regionCode: RegionCode
        public let copiedOn: CalendarDate
        public let intention: String
        public let outcome: String
        public let outcomeKind: CopyOutcome?
        /// Made by the member who acts.
        public let isOwn: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            heldReason = try row.nextOptional()
            organisationName = try row.next()
            regionCode = try row.next()
            copiedOn = try row.next()
            intention = try row.next()
            outcome = try row.next()
            outcomeKind = try row.nextOptional()
            isOwn = try row.next()
        }
    }

    /// A change of the page: what and when, not who.
    public struct Edit: Sendable, RowDecodable {
        public let editedAt: Date
        public let field: String

        public init(row: inout RowReader) throws {
            editedAt = try row.next()
            field = try row.next()
        }
    }

    /// The project at an address, for whoever may see it.
    public static func find(slug: String, on connection: Connection) async throws -> Project? {
        guard var found: Project = try await connection.first(query(slug)) else { return nil }
        let id = found.id
        found.goals = try await connection.query(
            "select sentence, unit, target, reached from project_goals where project_id = \(id) order by position limit 20"
        )
        found.partners = try await connection.query(
            """
            select name, kind, left_on from project_partners where project_id = \(id)
            order by left_on is not null, name collate "nl-x-icu" limit 100
            """
        )
        found.links = try await connection.query(
            "select kind, title, url from project_links where project_id = \(id) order by position limit 20"
        )
        found.copies = try await connection.query(
            """
            select id, held_reason, organisation_name, region_code, copied_on, intention, outcome, outcome_kind,
                coalesce(member_id = acting_member(), false)
            from copies where project_id = \(id) order by copied_on desc, id limit 100
            """
        )
        found.questions = try await QuestionStore.list(about: .project(id), limit: 20, on: connection)
        found.edits = try await connection.query(
            """
            select edited_at, field from project_changes where project_id = \(id)
            order by edited_at desc, field limit 100
            """
        )
        return found
    }

    /// The present address of a project that had this one before.
    public static func presentSlug(of former: String, on connection: Connection) async throws -> String? {
        try await connection.value(
            """
            select p.slug from project_slugs s join projects p on p.id = s.project_id where s.slug = \(former)
            """
        )
    }

    /// What is left of a page that was removed: its name and the day.
    public static func tombstone(
        _ slug: String,
        on connection: Connection
    ) async throws -> (name: String, removedAt: Date)? {
        try await connection.first("select name, updated_at from project_tombstones where slug = \(slug)") { row in
            (try row.next(), try row.next())
        }
    }

    private static func query(_ slug: String) -> SQL {
        """
        select p.id, p.slug, p.application_id is not null, p.organisation_id, p.organisation_name, p.label, p.label_note,
            p.name, p.subject, p.problem, p.approach, p.result, p.did_not_work, p.state, p.starts_on, p.ends_on,
            p.period_note, p.year, p.grant_cents, p.cost_cents, p.routes, p.publication, p.publication_reason,
            p.contact_mail, p.contact_phone, p.published_at, p.updated_at, p.confirmed_on, p.source, p.is_fictional,
            p.minimum_partners, \(sql: ProjectCatalogStore.lacksPartners),
            \(sql: ProjectCatalogStore.missing),
            array(select x.region_code from project_regions x where x.project_id = p.id order by 1),
            array(select x.municipality_code from project_municipalities x where x.project_id = p.id order by 1),
            array(select x.bottleneck_code from project_bottlenecks x where x.project_id = p.id order by 1)
        from projects p
        where p.slug = \(slug) and p.publication <> 'removed'
        """
    }
}
