import Actions
import Domain
import Logging
import Mail
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// A place that a coordinator proposed through the pages, and the mail that went to its practice.
struct Asked: Sendable {
    let site: TestSite
    let actor: Actor
    /// The kenmerk of the proposal.
    let proposal: String
    let practice: String
    /// Where the practice reads its mail.
    let address: String
    let mails: [ReadMail]
    /// The path of the page with the answers.
    let link: String
    /// The candidate's whole name.
    let name: String
    /// What nobody at the practice may read.
    let identity: [String]

    init(_ site: TestSite) async throws {
        self.site = site
        let (actor, reference) = try await Self.propose(site)
        self.actor = actor
        proposal = reference
        let row = try await site.rows(
            """
            select r.name, k.mail, i.given_name, i.name_infix, i.family_name, i.mail, i.phone, f.reference
            from proposals p
            join practices r on r.id = p.practice_id
            join case_files f on f.id = p.case_id
            join candidate_identities i on i.candidate_id = f.candidate_id
            join practice_contacts k on k.practice_id = r.id and k.mail <> ''
            where p.reference = \(reference)
            order by k.function = 'contact' desc, k.name, k.id limit 1
            """
        ) { row in try (0..<8).map { _ in try row.next(String.self) } }
        let values = try #require(row.first, "the practice has no mail address")
        practice = values[0]
        address = values[1]
        name = values[2...4].filter { !$0.isEmpty }.joined(separator: " ")
        identity = [name, values[4], values[5], values[6], values[7]].filter { !$0.isEmpty }
        mails = try await site.deliverMail()
        let origin = site.world.world.publicOrigin
        let mail = try #require(mails.first { $0.to == values[1] })
        let url = try #require(mail.links(beginning: origin + "/antwoord").first)
        link = String(url.dropFirst(origin.count))
    }

    /// A coordinator proposes a place; the mail waits in the outbox.
    static func propose(_ site: TestSite) async throws -> (actor: Actor, proposal: String) {
        let found = try await pair(site.world)
        let reference = try await site.visit(as: found.actor) { client in
            try await client.get("/kandidaten/\(found.file)/voorstellen/\(found.place)")
            try await client.press("Stel deze plek voor")
            try #require(client.page.path.hasPrefix("/voorstellen/"), "\(client.page.text.prefix(300))")
            return client.page.path.split { "/?".contains($0) }.last { !$0.contains("=") }.map(String.init) ?? ""
        }
        return (found.actor, reference)
    }

    /// A searching case whose best place belongs to a practice with a mail address.
    private static func pair(_ test: TestWorld) async throws -> (actor: Actor, file: Reference, place: Reference) {
        let cases = try await test.owner.withConnection { connection in
            try await connection.query(
                """
                select f.reference, f.team_id, f.region_code,
                    (select m.staff_member_id from staff_roles m where m.team_id = f.team_id order by m.staff_member_id limit 1)
                from case_files f
                join candidate_identities i on i.candidate_id = f.candidate_id and i.mail <> '' and i.phone <> ''
                where f.state = 'searching' order by f.reference limit 200
                """
            ) { row in
                let reference: Reference = try row.next()
                let (team, region): (Team.ID, RegionCode) = (try row.next(), try row.next())
                return (Actor(staffMemberID: try row.next(), teamID: team, regionCode: region), reference)
            }
        }
        let snapshot = MatchSnapshot(world: test.world, logger: Logger(label: "test"))
        for (actor, reference) in cases {
            let ranking = try await RankPlacesForCase(world: test.world, matching: snapshot)(reference, by: actor)
            guard let place = ranking.own.first?.place.reference else { continue }
            let hasMail = try await test.owner.withConnection { connection in
                try await connection.value(
                    """
                    select exists (select 1 from practice_contacts k join training_places t on t.practice_id = k.practice_id
                        where t.reference = \(place) and k.mail <> '' and k.function in ('contact', 'deciding_gp'))
                    """,
                    as: Bool.self
                )
            }
            if hasMail == true { return (actor, reference, place) }
        }
        throw NotFound()
    }

    /// Opens the link and sends this answer.
    func answer(_ kind: String, _ fields: [String: String], _ practice: WebClient) async throws {
        try await practice.get(link)
        try practice.fill("antwoord", kind)
        for (name, value) in fields { try practice.fill(name, value) }
        try await practice.press("Verstuur het antwoord")
        try #require(practice.page.status == 200, "\(practice.page.text.prefix(400))")
    }

    func state() async throws -> String {
        try await site.value("select state from proposals where reference = \(proposal)")
    }

    /// How often the candidate's file was read through the link.
    func reads() async throws -> Int {
        try await site.value(
            """
            select count(*) from candidate_reads r join case_files f on f.candidate_id = r.candidate_id
            join proposals p on p.case_id = f.id
            where p.reference = \(proposal) and r.purpose = 'practice_link'
            """
        )
    }
}
