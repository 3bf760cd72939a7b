import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// Real things of one team, to put in the place of path parameters.
struct Things {
    private(set) var values: [String: String]
    /// Name, phone and mail of the candidate of the walk.
    let identity: [String]

    /// What stands in the small country, and an offer of a practice in the region of the team.
    init(_ cast: Cast, visitor: WebClient) async throws {
        let site = cast.site
        let candidate = DemoStory().waitingInFullRegion.text
        let (team, region) = (cast.own.teamID, cast.own.regionCode)
        let practice: String = try await site.value(
            """
            select p.reference from practices p where p.region_code = \(region)
                and exists (select 1 from supervisors s where s.practice_id = p.id) order by p.reference limit 1
            """
        )
        let place: String = try await site.value(
            """
            select reference from training_places where region_code = \(region) and state = 'open' order by reference limit 1
            """
        )
        // A colleague of the own organisation who plays no part in the walk.
        let colleague = try #require(
            try await site.rows(
                """
                select m.id, r.id from staff_members m join staff_roles r on r.staff_member_id = m.id
                where m.organisation_id = (select organisation_id from teams where id = \(team)) and r.role = 'coordinator'
                    and m.id <> \(cast.own.staffMemberID) and (select count(*) from staff_roles s
                        where s.staff_member_id = m.id) = 1
                order by m.id limit 1
                """
            ) { row in (try row.next(StaffMember.ID.self), try row.next(RoleAssignment.ID.self)) }.first
        )
        let nobody = UUID().uuidString.lowercased()
        values = [
            "/kandidaten/{ref}": candidate, "/trajecten/{kenmerk}": candidate, "{stap}": "zoeken",
            "/praktijken/{kenmerk}": practice,
            "/plekken/{kenmerk}": place, "{plek}": place, "/invoer/kandidaten/{id}": nobody,
            "/invoer/plekken/{id}": nobody,
            "{bericht}": nobody,
            "/medewerkers/{id}": "\(colleague.0)", "{rol}": "\(colleague.1)", "/apparaten/{id}": nobody,
            "/bewaard/{id}": nobody,
            "/fonds/organisaties/{id}": try await site.value(
                "select organisation_id::text from teams where id = \(team)"
            ),
            // A link that nobody was sent.
            "{token}": String(repeating: "A", count: 43),
            "{provider}": "bestaat-niet",
            "/begeleiders/{id}": try await site.value(
                """
                select s.id::text from supervisors s join practices p on p.id = s.practice_id
                where p.reference = \(practice) order by s.id limit 1
                """
            ),
            "{naam}": try await site.value("select slug from regions where code = \(region)"),
            "/projecten/{naam}": try await site.value(
                "select slug from projects where publication = 'published' order by slug limit 1"
            ),
            "/knelpunten/{naam}": try await site.value("select slug from bottlenecks order by position limit 1"),
            "/bijeenkomsten/{naam}": "wandeling", "/vragen/{naam}": "wandeling",
            "/goede-praktijken/{naam}": "wandeling",
            "/overgenomen/{id}": nobody, "/gereedschap/{id}": nobody, "/sociale-kaart/{id}": nobody,
            "{actie}": nobody, "{antwoord}": nobody,
            "/weghalen/{soort}/{id}": "vraag/\(nobody)",
            "{toestemming}": try await site.value(
                """
                select s.id::text from consents s join case_files c on c.candidate_id = s.candidate_id
                where c.reference = \(candidate) order by s.id limit 1
                """
            ),
            "/voorstellen/{kenmerk}": try await site.value(
                """
                select reference from proposals where team_id = \(team) order by state <> 'open', reference limit 1
                """
            ),
            "/doorverwijzingen/{kenmerk}": try await site.value(
                """
                select reference from referrals where sending_team_id = \(team)
                    and receiving_region_code = \(cast.agreed.regionCode) and state <> 'withdrawn' order by reference limit 1
                """
            ),
        ]
        try await Self.fillNetwork(site)
        identity = try await site.rows(
            """
            select i.given_name || ' ' || i.family_name, i.family_name || ', ' || i.given_name,
                concat_ws(' ', i.given_name, nullif(i.name_infix, ''), i.family_name), i.mail, i.phone
            from candidate_identities i join case_files c on c.candidate_id = i.candidate_id
            where c.reference = \(candidate)
            """
        ) { row in
            [
                try row.next(String.self), try row.next(String.self), try row.next(String.self),
                try row.next(String.self), try row.next(String.self),
            ]
        }.flatMap(\.self).filter { !$0.isEmpty }
        try await offer(visitor)
        try await apply(cast)
    }

    /// A draft and a submitted application of the organisation of the team, and the page of a project.
    private mutating func apply(_ cast: Cast) async throws {
        let site = cast.site
        let (draft, submitted) = (Reference(randomValue: 71).text, Reference(randomValue: 72).text)
        let slug = "project-van-de-wandeling"
        try await site.world.owner.transaction { connection in
            _ = try await connection.execute(
                """
                insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                    closes_on, source, version)
                values (2026, 20000000, 50, 2500000, 3, '2026-01-01', '2026-12-31', 'test', 1) on conflict do nothing
                """
            )
            for (reference, state) in [(draft, "draft"), (submitted, "submitted")] {
                _ = try await connection.execute(
                    """
                    insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach,
                        plan, summary, cost_cents, requested_cents, starts_on, ends_on, created_at, submitted_at, is_fictional,
                        version)
                    select gen_random_uuid(), \(reference), 2026, t.organisation_id, \(cast.own.staffMemberID), \(state),
                        'Wandelproject', 'Te weinig plekken.', 'Samen zoeken.', 'In een jaar.', 'Wij zoeken samen.', 1000000,
                        400000, '2026-12-01', '2027-12-01', \(site.world.clock.now),
                        case when \(state) = 'draft' then null else \(site.world.clock.now) end, true, 1
                    from teams t where t.id = \(cast.own.teamID)
                    """
                )
            }
            _ = try await connection.execute(
                """
                insert into projects (id, slug, organisation_id, organisation_name, label, label_note, name, subject, problem,
                    approach, result, did_not_work, state, period_note, routes, publication, contact_mail, contact_phone,
                    published_at, updated_at, source, is_fictional, version)
                select gen_random_uuid(), \(slug), o.id, o.name, 'regional', '', 'Project van de wandeling', 'Wij zoeken samen.',
                    'Te weinig plekken.', 'Samen zoeken.', '', '', 'running', '', 0, 'published', 'project@walk.example', '',
                    \(site.world.clock.now), \(site.world.clock.now), '', true, 1
                from teams t join organisations o on o.id = t.organisation_id where t.id = \(cast.own.teamID)
                """
            )
        }
        values["/subsidie/aanvragen/{kenmerk}"] = draft
        values["/fonds/aanvragen/{kenmerk}"] = submitted
        values["/projecten/{naam}"] = slug
        for (name, value) in [
            ("{nummer}", "1"), ("{soort}", "tussen"), ("{jaar}", "2026"), ("{verslag}", UUID().uuidString.lowercased()),
        ] { values[name] = value }
    }

    /// A meeting, a question and a good practice in the network, of which nobody of the walk is a member.
    private static func fillNetwork(_ site: TestSite) async throws {
        let now = site.world.clock.now
        try await site.world.owner.transaction { connection in
            _ = try await connection.execute(
                "update network_members set left_at = joined_at, is_listed = false where staff_member_id is not null"
            )
            _ = try await connection.execute(
                """
                insert into meetings (id, slug, kind, title, label, held_on, starts_at, ends_at, place, region_code, agenda,
                    minutes, state, contact_mail, source, created_at, updated_at, sequence, is_fictional, version)
                values (gen_random_uuid(), 'wandeling', 'leertafel', 'Wandeling', '', '2027-03-04',
                    '2027-03-04 14:00+01', '2027-03-04 16:00+01', 'Het Park', null, '', '', 'planned', '', '', \(now), \(now),
                    0, true, 1)
                """
            )
            _ = try await connection.execute(
                """
                insert into questions (id, slug, title, body, asked_at, is_fictional, version)
                values (gen_random_uuid(), 'wandeling', 'Wie wandelt mee?', 'Naar het park.', \(now), true, 1)
                """
            )
            _ = try await connection.execute(
                """
                insert into good_practices (id, slug, organisation_name, name, problem, approach, took, result,
                    did_not_work, state, created_at, updated_at, source, is_fictional, version)
                values (gen_random_uuid(), 'wandeling', 'Het Park', 'Samen wandelen', 'Stilzitten', 'Lopen', '', 'Frisse lucht', '',
                    'published', \(now), \(now), '', true, 1)
                """
            )
        }
    }

    private mutating func offer(_ visitor: WebClient) async throws {
        try await visitor.get("/plek-aanbieden")
        for (name, value) in [
            ("praktijk", "Praktijk aan de Proefweg"), ("plaats", "Enschede"), ("contactpersoon", "Jo Verzonnen"),
            ("telefoon", "053 1234567"), ("mail", "jo@proefweg.example"), ("vanaf", "1-9-2027"),
            ("soort", "bol"),
        ] { try visitor.fill(name, value) }
        try await visitor.press("Bied deze plek aan")
        let reference = try #require(visitor.page.path.split(separator: "/").last.map(String.init))
        try #require(visitor.page.path.hasPrefix("/plek-aanbieden/"))
        for path in ["/plek-aanbieden/{kenmerk}", "/aangeboden/{kenmerk}"] { values[path] = reference }
    }

    /// Files of the team, read but not yet taken over.
    mutating func bringFiles(_ client: WebClient) async throws {
        for kind in ["kandidaten", "plekken"] {
            let example = try await client.get("/invoer/\(kind)/voorbeeld").bytes
            try await client.get("/invoer")
            try client.attach("bestand-\(kind)", filename: "lijst.csv", bytes: example)
            try await client.press("Bekijk de \(kind) uit dit bestand")
            let parts = client.page.path.split { "/?".contains($0) }
            try #require(parts.count >= 3, "\(client.page.path) \(client.page.text.prefix(400))")
            values["/invoer/\(kind)/{id}"] = String(parts[2])
        }
    }

    /// From now on this letter stands in the place of the parameter.
    mutating func use(letter: String) { values["/doorverwijzingen/{kenmerk}"] = letter }

    /// The route's path with real things in it; nil when a parameter is unknown here.
    func path(_ route: TestSite.Route) -> String? {
        var path = route.path
        for (key, value) in values.sorted(by: { $0.key.count > $1.key.count }) {
            let name = key.drop { $0 != "{" }
            path = path.replacing(key, with: key.dropLast(name.count) + value)
        }
        return path.contains("{") ? nil : path
    }
}
