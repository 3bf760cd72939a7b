import Actions
public import Domain
import Foundation
import Matching
import Postgres

extension TestSite {
    /// Makes copies of a case with its candidate, its assessment and their names, as if so many alike people waited in one
    /// team. Written behind the guards, as the demo's seeds are.
    ///
    /// - Returns: the references of the copies.
    public func copies(of reference: Reference, count: Int) async throws -> [Reference] {
        let numbers = Array(1...count)
        let cases = numbers.map { Reference(randomValue: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }
        let candidates = numbers.map { Reference(randomValue: UInt64($0) &* 0xBF58_476D_1CE4_E5B9) }
        let pairs = zip(cases, candidates).map { "('\($0.text)', '\($1.text)')" }.joined(separator: ", ")
        // References are letters and digits, so they may stand in the text of a script.
        try await world.owner.transaction { connection in
            try await connection.executeScript(
                """
                set local session_replication_role = replica;
                create temporary table copies on commit drop as
                    select r.case_reference, r.candidate_reference, gen_random_uuid() as case_id, gen_random_uuid() as candidate_id,
                        gen_random_uuid() as assessment_id
                    from (values \(pairs)) r (case_reference, candidate_reference);
                create temporary table model on commit drop as select * from case_files where reference = '\(reference.text)';
                insert into candidates select (jsonb_populate_record(c, jsonb_build_object(
                        'id', n.candidate_id, 'reference', n.candidate_reference))).*
                    from candidates c join model m on m.candidate_id = c.id cross join copies n;
                insert into candidate_identities select (jsonb_populate_record(c, jsonb_build_object(
                        'candidate_id', n.candidate_id))).*
                    from candidate_identities c join model m on m.candidate_id = c.candidate_id cross join copies n;
                insert into case_files select (jsonb_populate_record(m, jsonb_build_object(
                        'id', n.case_id, 'candidate_id', n.candidate_id, 'reference', n.case_reference))).*
                    from case_files m cross join copies n where m.reference = '\(reference.text)';
                insert into case_spans (case_id, team_id, holder_team_id, state, owner, due_on, from_at)
                    select n.case_id, m.team_id, m.team_id, m.state, m.owner, m.due_on, m.state_since from model m cross join copies n;
                insert into assessments select (jsonb_populate_record(a, jsonb_build_object(
                        'id', n.assessment_id, 'candidate_id', n.candidate_id))).*
                    from assessments a join model m on m.candidate_id = a.candidate_id cross join copies n;
                insert into assessment_levels select (jsonb_populate_record(l, jsonb_build_object('assessment_id', n.assessment_id))).*
                    from assessment_levels l join assessments a on a.id = l.assessment_id
                    join model m on m.candidate_id = a.candidate_id cross join copies n;
                """
            )
        }
        return cases
    }

    /// Places with one seat in the region of a case that it can be proposed for, the best first.
    public func placesWithOneSeat(for reference: Reference) async throws -> [Reference] {
        let matching = MatchSnapshot(world: world.world, logger: TestCluster.shared.logger)
        let ranking = try await RankPlacesForCase(world: world.world, matching: matching)(
            reference,
            by: coordinator(of: reference)
        )
        return ranking.own.filter { $0.place.seats.count == 1 }.map(\.place.reference)
    }

    /// Live proposals for a place, by the path of their page.
    public func liveProposals(for place: Reference) async throws -> [String] {
        try await rows(
            """
            select '/voorstellen/' || p.reference from proposals p
            join training_places t on t.id = p.training_place_id
            where t.reference = \(place.text) and p.state in ('open', 'interview', 'agreed')
            """
        ) { row in try row.next(String.self) }
    }

    /// Seats that are held or taken twice on the same weekday at the same time, which must never be.
    public func doubleSeats() async throws -> Int {
        try await value(
            """
            select count(*) from seat_occupations a join seat_occupations b
                on a.seat_id = b.seat_id and a.weekday = b.weekday and a.period && b.period and a.id < b.id
            where a.state <> 'released' and b.state <> 'released'
            """,
            as: Int.self
        )
    }

    /// Live proposals without a seat on each of their weekdays, which must never be either.
    public func proposalsWithoutSeat() async throws -> Int {
        try await value(
            """
            select count(*) from proposals p join placement_parts l on l.proposal_id = p.id
            cross join generate_series(1, 7) as day
            where p.state in ('open', 'interview', 'agreed') and not p.is_own_place
                and (l.weekdays >> (day - 1)) & 1 = 1
                and not exists (select 1 from seat_occupations o where o.proposal_id = p.id and o.seat_id = l.seat_id
                    and o.weekday = day and o.state <> 'released')
            """,
            as: Int.self
        )
    }
}
