import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport

/// What tests of proposals and referrals need from the small country: a case that looks, and places that fit it.
struct CaseWorld {
    let test: TestWorld
    var world: World { test.world }

    /// A searching case with a place that fits, in its own region or elsewhere.
    struct Pair {
        let actor: Actor
        let file: CaseFileStore.Row
        let ranked: RankedPlace
        let position: Int
    }

    func snapshot() -> MatchSnapshot { MatchSnapshot(world: world, logger: TestCluster.shared.logger) }

    func ranking(_ reference: Reference, by actor: Actor) async throws -> RankPlacesForCase.Ranking {
        try await RankPlacesForCase(world: world, matching: snapshot())(reference, by: actor)
    }

    /// The first pairs of a searching case and a fitting place, by the case's kenmerk.
    ///
    /// - Parameter elsewhere: the place lies in another region than the case.
    func pair(elsewhere: Bool, seats: Int? = nil) async throws -> Pair {
        for (actor, reference) in try await searching() {
            let ranking = try await ranking(reference, by: actor)
            let places = elsewhere ? ranking.elsewhere : ranking.own
            let index = places.firstIndex { seats == nil || $0.place.seats.count == seats }
            if let index { return Pair(actor: actor, file: ranking.file, ranked: places[index], position: index + 1) }
        }
        throw NotFound()
    }

    /// Searching cases with the first coordinator of their team.
    func searching() async throws -> [(Actor, Reference)] {
        try await test.owner.withConnection { connection in
            try await connection.query(
                """
                select f.reference, f.team_id, f.region_code,
                    (select m.staff_member_id from staff_roles m where m.team_id = f.team_id order by m.staff_member_id limit 1)
                from case_files f
                where f.state = 'searching'
                order by f.reference
                limit 200
                """
            ) { row in
                let reference: Reference = try row.next()
                let (team, region): (Team.ID, RegionCode) = (try row.next(), try row.next())
                return (Actor(staffMemberID: try row.next(), teamID: team, regionCode: region), reference)
            }
        }
    }

    func propose(
        _ pair: Pair,
        weekdays: WeekdaySet? = nil,
        reason: String = "De kandidaat kent de praktijk al.",
        submission: UUID? = nil
    ) async throws -> String {
        try await ProposePlace(world: world)(
            ProposePlace.Command(
                caseReference: pair.file.reference,
                placeReference: pair.ranked.place.reference,
                version: pair.file.version,
                weekdays: weekdays,
                rankPosition: pair.position,
                choiceReason: reason
            ),
            by: pair.actor,
            submission: submission
        )
    }

    /// Refers with a consent given on the phone.
    func refer(_ pair: Pair, fact: NewFactKind? = nil) async throws -> Reference {
        let file = try await file(pair.file.id)
        let path = try await ReferCandidate(world: world)(
            ReferCandidate.Command(
                caseReference: file.reference,
                version: file.version,
                region: pair.ranked.place.regionCode,
                places: [pair.ranked.place.reference],
                motivation: "Bij ons is alles vol.",
                consent: .init(channel: .phone, textVersion: 1, coversNeighbours: false),
                newFact: fact
            ),
            by: pair.actor,
            submission: nil
        )
        return try last(path)
    }

    /// The coordinator who receives a referral to a region.
    func receiver(in region: RegionCode) async throws -> Actor { try await test.coordinator(in: region.rawValue) }

    func file(_ id: CaseFile.ID) async throws -> CaseFileStore.Row {
        let found = try await test.owner.withConnection { try await CaseFileStore.find(id, on: $0) }
        guard let found else { throw NotFound() }
        return found
    }

    func proposal(_ reference: Reference, by actor: Actor) async throws -> ProposalRow {
        let found = try await world.database.transaction(as: actor.acting) {
            try await ProposalStore.find(reference, of: actor.teamID, on: $0)
        }
        guard let found else { throw NotFound() }
        return found
    }

    func referral(_ reference: Reference, by actor: Actor) async throws -> ReferralRow? {
        try await world.database.transaction(as: actor.acting) { try await ReferralStore.find(reference, on: $0) }
    }

    /// The kenmerk at the end of a path.
    func last(_ path: String) throws -> Reference {
        guard let reference = path.split(separator: "/").last.flatMap({ Reference(typed: String($0)) }) else {
            throw NotFound()
        }
        return reference
    }

    /// A number the owner of the schema counts, behind all walls.
    func count(_ sql: SQL) async throws -> Int {
        try await test.owner.withConnection { try await $0.value(sql, as: Int.self) ?? -1 }
    }

    /// Copies of a case, each with a candidate of its own, that look for a place.
    func copies(of file: CaseFileStore.Row, count: Int) async throws -> [Reference] {
        let candidates = (0..<count).map { _ in (world.newUUID(), world.newReference()) }
        try await test.owner.withConnection { connection in
            _ = try await connection.execute(
                """
                insert into candidates (id, reference, team_id, background, municipality_code, x, y, z, travel_means,
                    travel_limit_km, telephone_dutch, is_fictional, created_at, version)
                select n.id, n.reference, c.team_id, c.background, c.municipality_code, c.x, c.y, c.z, c.travel_means,
                    c.travel_limit_km, c.telephone_dutch, c.is_fictional, c.created_at, 1
                from candidates c, unnest(\(candidates.map(\.0)), \(candidates.map(\.1))) as n (id, reference)
                where c.id = \(file.candidateID)
                """
            )
        }
        return try await searchingCases(like: file, of: candidates.map(\.0))
    }

    /// Searching cases with the wishes of another, one for each of these candidates.
    func searchingCases(like file: CaseFileStore.Row, of candidates: [UUID]) async throws -> [Reference] {
        let cases = candidates.map { _ in (world.newUUID(), world.newReference()) }
        try await test.owner.transaction { connection in
            _ = try await connection.execute(
                """
                insert into case_files (id, reference, candidate_id, team_id, region_code, origin_team_id, origin_region_code,
                    origin, kind, route, study_year, role_code, crebo, school_id, programme, class_name, school_weekdays,
                    wished_start_on, earliest_start_on, latest_start_on, weeks_needed, weeks_wanted, weekdays, weekdays_least,
                    weekdays_wanted, hours_least, hours_most, wishes, offers, has_priority, state, state_since, owner, due_on,
                    opened_at, is_fictional, version)
                select n.id, n.reference, n.candidate, f.team_id, f.region_code, f.team_id, f.region_code, f.origin, f.kind,
                    f.route, f.study_year, f.role_code, f.crebo, f.school_id, f.programme, f.class_name, f.school_weekdays,
                    f.wished_start_on, f.earliest_start_on, f.latest_start_on, f.weeks_needed, f.weeks_wanted, f.weekdays,
                    f.weekdays_least, f.weekdays_wanted, f.hours_least, f.hours_most, f.wishes, f.offers, f.has_priority,
                    'registered', \(world.now()), 'team', f.due_on, \(world.now()), f.is_fictional, 1
                from case_files f,
                    unnest(\(cases.map(\.0)), \(cases.map(\.1)), \(candidates)) as n (id, reference, candidate)
                where f.id = \(file.id)
                """
            )
            _ = try await connection.execute(
                "update case_files set state = 'searching' where id = any(\(cases.map(\.0)))"
            )
        }
        return cases.map(\.1)
    }
}
