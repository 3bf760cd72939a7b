public import Domain
public import Postgres

/// What lists of projects are made of, and how far the public content has moved on.
public enum ProjectCatalogStore {
    /// The number that rises with every change of what is public about projects and the network.
    public static func version(on connection: Connection) async throws -> Int {
        try await connection.value("select version from content_version") ?? 0
    }

    /// Every published project by name.
    public static func rows(on connection: Connection) async throws -> [ProjectRow] {
        try await connection.query(
            """
            select p.id, p.slug, p.name, p.subject, p.organisation_name, p.label, p.state, p.year, p.starts_on, p.ends_on,
                array(select x.region_code from project_regions x where x.project_id = p.id order by 1),
                array(select x.municipality_code from project_municipalities x where x.project_id = p.id order by 1),
                array(select x.bottleneck_code from project_bottlenecks x where x.project_id = p.id order by 1),
                p.routes,
                array(select distinct x.kind from project_partners x where x.project_id = p.id and x.left_on is null
                    order by 1),
                p.result <> '' or p.did_not_work <> ''
                    or exists (select 1 from project_goals g where g.project_id = p.id and g.reached is not null),
                p.grant_cents, p.published_at, p.updated_at, p.confirmed_on,
                (select \(sql: CopyStore.organisations) from copies k where k.project_id = p.id),
                \(sql: missing), p.source, p.is_fictional, \(sql: lacksPartners)
            from projects p
            where p.publication = 'published'
            order by p.name collate "nl-x-icu", p.id
            limit 50000
            """
        )
    }

    /// Whether project `p` is under way with fewer partners than the scheme asked. Its own organisation is no partner.
    static let lacksPartners: SQL = """
        case when p.minimum_partners is null or p.state not in ('planned', 'running') then false
            else (select count(*) from project_partners x where x.project_id = p.id and x.left_on is null
                and organisation_key(x.name) <> organisation_key(p.organisation_name)) < p.minimum_partners end
        """

    /// Codes of ``ProjectPart``, of project `p`. Results are missed only of what is over.
    static let missing: SQL = """
        array_remove(array[
            case when p.subject = '' then 'subject' end,
            case when p.problem = '' then 'problem' end,
            case when p.approach = '' then 'approach' end,
            case when not exists (select 1 from project_goals g where g.project_id = p.id) then 'goals' end,
            case when not exists (select 1 from project_partners g where g.project_id = p.id and g.left_on is null)
                then 'partners' end,
            case when not exists (select 1 from project_municipalities g where g.project_id = p.id) then 'place' end,
            case when not exists (select 1 from project_bottlenecks g where g.project_id = p.id) then 'bottlenecks' end,
            case when p.starts_on is null and p.period_note = '' then 'period' end,
            case when p.grant_cents is null and p.cost_cents is null then 'money' end,
            case when p.state in ('ended', 'stopped') and p.result = '' then 'result' end,
            case when p.state in ('ended', 'stopped') and p.did_not_work = '' then 'did_not_work' end,
            case when not exists (select 1 from project_links g where g.project_id = p.id) then 'links' end,
            case when p.contact_mail = '' and p.contact_phone = '' then 'contact' end,
            case when p.confirmed_on is null then 'confirmation' end], null)
        """
}

extension ProjectRow: RowDecodable {
    public init(row: inout RowReader) throws {
        self.init(
            id: try row.next(),
            slug: try row.next(),
            name: try row.next(),
            subject: try row.next(),
            organisationName: try row.next(),
            label: try row.next(),
            state: try row.next(),
            year: try row.nextOptional(),
            startsOn: try row.nextOptional(),
            endsOn: try row.nextOptional(),
            regions: try row.next([String].self).map { RegionCode($0) },
            municipalities: try row.next([String].self).map { MunicipalityCode($0) },
            bottlenecks: try row.next([String].self).map { BottleneckCode($0) },
            routes: try row.next(),
            partnerKinds: try row.next([String].self).compactMap(PartnerKind.init(rawValue:)),
            hasResults: try row.next(),
            grant: try row.nextOptional(Int.self).map { Money(cents: $0) },
            publishedAt: try row.next(),
            updatedAt: try row.next(),
            confirmedOn: try row.nextOptional(),
            copies: try row.next(),
            missing: try row.next([String].self).compactMap(ProjectPart.init(rawValue:)),
            source: try row.next(),
            isFictional: try row.next(),
            lacksPartners: try row.next()
        )
    }
}
