public import Domain
public import Foundation
public import Postgres

/// Grants of the stimuleringsregeling that are public: those whose project page is.
public enum GrantStore {
    public struct Grant: Sendable, RowDecodable {
        public let projectID: Project.ID
        public let slug: String
        public let name: String
        public let subject: String
        public let problem: String
        public let approach: String
        public let organisationID: Organisation.ID
        public let organisationName: String
        public let year: Int
        public let amount: Money
        public let awardedAt: Date
        public let updatedAt: Date
        public let state: ProjectState
        /// As planned; the day it really began once it runs.
        public let startsOn: CalendarDate?
        /// As planned; the day it really ended once it is over.
        public let endsOn: CalendarDate?
        public let isFictional: Bool
        public let municipalities: [MunicipalityCode]
        public let regions: [RegionCode]
        public let bottlenecks: [BottleneckCode]

        public init(row: inout RowReader) throws {
            projectID = try row.next()
            slug = try row.next()
            name = try row.next()
            subject = try row.next()
            problem = try row.next()
            approach = try row.next()
            organisationID = try row.next()
            organisationName = try row.next()
            year = try row.next()
            amount = Money(cents: try row.next())
            awardedAt = try row.next()
            updatedAt = try row.next()
            state = try row.next()
            startsOn = try row.nextOptional()
            endsOn = try row.nextOptional()
            isFictional = try row.next()
            municipalities = try row.next([String].self).map { MunicipalityCode($0) }
            regions = try row.next([String].self).map { RegionCode($0) }
            bottlenecks = try row.next([String].self).map { BottleneckCode($0) }
        }
    }

    /// Grants with an application, whose page was published in the moment of the decision; the newest first.
    public static func all(on connection: Connection) async throws -> [Grant] {
        try await connection.query(
            """
            select p.id, p.slug, p.name, p.subject, p.problem, p.approach, p.organisation_id, p.organisation_name, p.year,
                p.grant_cents, p.published_at, p.updated_at, p.state, p.starts_on, p.ends_on, p.is_fictional,
                array(select x.municipality_code from project_municipalities x where x.project_id = p.id order by 1),
                array(select x.region_code from project_regions x where x.project_id = p.id order by 1),
                array(select x.bottleneck_code from project_bottlenecks x where x.project_id = p.id order by 1)
            from projects p
            where p.publication = 'published' and p.label = 'scheme' and p.application_id is not null
                and p.grant_cents is not null
            order by p.published_at desc, p.id
            limit 50000
            """
        )
    }

    /// Names of projects of the scheme that stand in a source without the day of the decision, which the standard asks for.
    public static func withoutAwardDate(on connection: Connection) async throws -> [String] {
        try await connection.query(
            """
            select p.name from projects p
            where p.publication = 'published' and p.label = 'scheme' and p.application_id is null
            order by p.name limit 100
            """
        ) { row in try row.next() }
    }

    /// The fund by name; nil when it does not work with the service yet.
    public static func fundName(on connection: Connection) async throws -> String? {
        try await connection.value(
            "select name from organisations where kind = 'fund' order by is_fictional, name limit 1"
        )
    }
}
