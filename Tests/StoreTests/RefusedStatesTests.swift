import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// What SQL written by hand, as the application's role, cannot make: the states that the schema refuses, also afterwards,
/// over the wall of another team, and from two sessions at once. `GuardTests` has the plain ones.
@Suite struct RefusedStatesTests {
    /// A row that an attack starts from: its ids as text, and who acts.
    private struct Subject: RowDecodable {
        let id: UUID
        let other: UUID
        let team: Team.ID
        let region: RegionCode

        init(row: inout RowReader) throws {
            id = try row.next()
            other = try row.next()
            team = try row.next()
            region = try row.next()
        }

        var acting: Acting { Acting(staffMemberID: nil, teamID: team, regionCode: region) }
    }

    /// The first row of a query of `id, other id, team, region`, looked up behind the walls.
    private func subject(_ test: TestWorld, _ sql: SQL) async throws -> Subject {
        try #require(try await test.owner.withConnection { try await $0.first(sql, as: Subject.self) })
    }

    /// The constraint, or what else was refused; nil when the work was let through and committed.
    private func refusal(_ test: TestWorld, as acting: Acting, _ statements: SQL...) async throws -> String? {
        try await refusal(test, as: acting, statements)
    }

    private func refusal(_ test: TestWorld, as acting: Acting, _ statements: [SQL]) async throws -> String? {
        do {
            try await test.world.database.transaction(as: acting) { connection in
                for statement in statements { _ = try await connection.execute(statement) }
            }
            return nil
        } catch let error as DatabaseError {
            return error.constraint ?? error.description
        }
    }

    private static let placed: SQL = """
        select f.id, p.id, f.team_id, f.region_code from case_files f
        join proposals p on p.id = f.placed_proposal_id
        join training_places t on t.id = p.training_place_id
        where f.state = 'placed' and f.route in ('bol', 'bbl') and t.kind in ('placement', 'learning_job')
            and t.region_code = f.region_code
        order by f.id limit 1
        """
    private static let openReferral: SQL = """
        select r.id, p.training_place_id, t.id, r.receiving_region_code from referrals r
        join referral_places p on p.referral_id = r.id and p.position = 1
        join teams t on t.region_code = r.receiving_region_code
        where r.state = 'open'
        order by r.id, t.id limit 1
        """
    private static let openProposal: SQL = """
        select p.id, p.training_place_id, p.team_id, t.region_code from proposals p
        join teams t on t.id = p.team_id
        where p.state = 'open'
        order by p.id limit 1
        """

    @Test func `a seat cannot be given back under what it is held for`() async throws {
        try await withWorld { test in
            for query in [Self.openProposal, Self.placed] {
                let found = try await subject(test, query)
                let refused = try await refusal(
                    test,
                    as: found.acting,
                    """
                    update seat_occupations set state = 'released', held_until = null
                    where proposal_id in (\(found.id), \(found.other)) and state <> 'released'
                    """
                )
                #expect(refused == "proposals_hold_their_seats")
            }
            let sent = try await subject(
                test,
                """
                select r.id, r.case_id, r.sending_team_id, r.sending_region_code from referrals r
                where r.state = 'open' order by r.id limit 1
                """
            )
            let refused = try await refusal(
                test,
                as: sent.acting,
                "set constraints all immediate",
                "set constraints all deferred",
                "update seat_occupations set state = 'released', held_until = null where referral_id = \(sent.id)"
            )
            #expect(refused == "referrals_hold_a_seat")
        }
    }

    @Test func `what another team holds cannot be changed, nor held for it`() async throws {
        try await withWorld { test in
            let found = try await subject(test, Self.openProposal)
            let stranger = try await subject(
                test,
                "select id, id, id, region_code from teams where region_code <> \(found.region) order by id limit 1"
            )
            let changed = try await test.world.database.transaction(as: stranger.acting) {
                try await $0.execute(
                    "update seat_occupations set held_until = \(test.world.now()) where proposal_id = \(found.id)"
                )
            }
            #expect(changed == 0)
            let held = try await refusal(
                test,
                as: stranger.acting,
                """
                insert into seat_occupations (id, seat_id, training_place_id, weekday, period, state, proposal_id)
                select \(test.world.newUUID()), seat_id, training_place_id, weekday, period, 'released', proposal_id
                from seat_occupations where proposal_id = \(found.id) limit 1
                """
            )
            #expect(held == "acting_team")
        }
    }

    @Test func `a place does not close under an open referral, until it is answered`() async throws {
        try await withWorld { test in
            let found = try await subject(test, Self.openReferral)
            let close: SQL = "update training_places set state = 'closed' where id = \(found.other)"
            #expect(try await refusal(test, as: found.acting, close) == "training_places_referred")
            let answered = try await refusal(
                test,
                as: found.acting,
                close,
                """
                update referrals set state = 'declined', decline_reason = 'place_gone', answered_at = \(test.world.now())
                where id = \(found.id)
                """,
                """
                select return_case(\(found.id), \(test.world.newUUID()), \(test.world.now()), \(test.world.today + 5))
                """
            )
            #expect(answered == nil)
        }
    }

    @Test func `whoever is placed keeps the recognition, the seat and the proposal`() async throws {
        try await withWorld { test in
            let found = try await subject(test, Self.placed)
            let recognition: SQL = """
                update practice_recognitions set state = 'withdrawn'
                where practice_id = (select practice_id from proposals where id = \(found.other))
                """
            let held: SQL =
                "update seat_occupations set state = 'held', held_until = \(test.world.now()) where proposal_id = \(found.other)"
            let no: SQL = """
                update proposals set state = 'declined', decline_reason = 'no_room' where id = \(found.other)
                """
            #expect(try await refusal(test, as: found.acting, recognition) == "practice_recognitions_placed")
            #expect(try await refusal(test, as: found.acting, held) == "seat_occupations_taken")
            #expect(try await refusal(test, as: found.acting, no) == "proposals_placed")
        }
    }

    @Test func `of placing and taking the recognition back at the same time one is refused`() async throws {
        try await withWorld { test in
            let found = try await subject(test, Self.placed)
            // Back to before the placing, without the guards: the owner sets the scene.
            try await test.owner.transaction { connection in
                _ = try await connection.execute("alter table case_files disable trigger user")
                _ = try await connection.execute(
                    """
                    update case_files set previous_state = 'proposed', state = 'agreed', placed_proposal_id = null
                    where id = \(found.id)
                    """
                )
                _ = try await connection.execute("alter table case_files enable trigger user")
            }
            async let placing = refusal(
                test,
                as: found.acting,
                "update case_files set state = 'placed', placed_proposal_id = \(found.other) where id = \(found.id)",
                "select pg_sleep(0.2)"
            )
            async let taking = refusal(
                test,
                as: found.acting,
                """
                update practice_recognitions set state = 'withdrawn'
                where practice_id = (select practice_id from proposals where id = \(found.other))
                """,
                "select pg_sleep(0.2)"
            )
            let refused = Set([try await placing, try await taking].compactMap { $0 })
            #expect(
                refused == ["case_files_placed_needs_recognition"] || refused == ["practice_recognitions_placed"]
            )
        }
    }

    /// Everything of a proposal with one held day, far from what is held already.
    private func proposal(_ test: TestWorld, of file: Subject, atPlace index: Int) -> [SQL] {
        let id = test.world.newUUID()
        return [
            """
            insert into proposals (id, reference, case_id, team_id, training_place_id, practice_id, state, is_own_place,
                opened_at, due_on, starts_on, ends_on, choice_reason, answer_note, version)
            select \(id), \(test.world.newReference()), \(file.id), \(file.team), t.id, t.practice_id, 'open', false,
                \(test.world.now()), \(test.world.today), '2040-01-02', '2040-03-05', '', '', 1
            from training_places t where t.state = 'open' order by t.id offset \(index) limit 1
            """,
            """
            insert into placement_parts (id, proposal_id, team_id, training_place_id, seat_id, weekdays, starts_on, ends_on,
                hours_per_week, employer)
            select \(test.world.newUUID()), p.id, p.team_id, p.training_place_id, s.id, 1, p.starts_on, p.ends_on, 8, 'none'
            from proposals p join seats s on s.training_place_id = p.training_place_id and s.number = 1 where p.id = \(id)
            """,
            """
            insert into seat_occupations (id, seat_id, training_place_id, weekday, period, state, held_until, proposal_id)
            select \(test.world.newUUID()), seat_id, training_place_id, 1, daterange(starts_on, ends_on), 'held',
                \(test.world.now()) + interval '5 days', proposal_id
            from placement_parts where proposal_id = \(id)
            """,
        ]
    }

    @Test func `of two sessions that each add two proposals only one gets them`() async throws {
        try await withWorld { test in
            let found = try await subject(
                test,
                """
                select f.id, f.id, f.team_id, f.region_code from case_files f
                where f.state = 'proposed' and (select count(*) from proposals p
                    where p.case_id = f.id and p.state in ('open', 'interview', 'agreed')) = 1
                order by f.id limit 1
                """
            )
            let first = proposal(test, of: found, atPlace: 0) + proposal(test, of: found, atPlace: 1)
            let second = proposal(test, of: found, atPlace: 2) + proposal(test, of: found, atPlace: 3)
            async let one = refusal(test, as: found.acting, first + ["select pg_sleep(0.2)"])
            async let two = refusal(test, as: found.acting, second + ["select pg_sleep(0.2)"])
            let refused = [try await one, try await two].compactMap { $0 }
            #expect(refused == ["proposals_at_most_three"])
        }
    }

    @Test func `a referral is answered, lapsed and handed over only when it is its turn`() async throws {
        try await withWorld { test in
            let open = try await subject(test, Self.openReferral)
            // An earlier region that said no, in the same chain: the owner sets the scene.
            try await test.owner.transaction { connection in
                for statement: SQL in [
                    "alter table referrals disable trigger user",
                    "update referrals set hop = 4 where id = \(open.id)",
                    """
                    insert into referrals (id, reference, case_id, candidate_id, team_id, sending_team_id, sending_region_code,
                        receiving_region_code, consent_id, hop, motivation, state, opened_at, due_on, answered_at,
                        decline_reason, answer_note, version)
                    select \(test.world.newUUID()), \(test.world.newReference()), case_id, candidate_id, team_id,
                        sending_team_id, sending_region_code, (select min(region_code) from teams
                            where region_code not in (receiving_region_code, sending_region_code)), consent_id, 3, motivation,
                        'declined', opened_at, due_on, opened_at, 'full', '', 1
                    from referrals where id = \(open.id)
                    """,
                    "alter table referrals enable trigger user",
                ] { _ = try await connection.execute(statement) }
            }
            let old = try await subject(
                test,
                """
                select d.id, d.case_id, t.id, d.receiving_region_code from referrals d
                join referrals o on o.case_id = d.case_id and o.id = \(open.id)
                join teams t on t.region_code = d.receiving_region_code
                where d.hop = 3 order by t.id limit 1
                """
            )
            let (now, day) = (test.world.now(), test.world.today)
            let backAgain: SQL = "select return_case(\(old.id), \(test.world.newUUID()), \(now), \(day + 5))"
            #expect(try await refusal(test, as: old.acting, backAgain) == "referrals_return")

            let silent: SQL = "update referrals set state = 'lapsed', answered_at = \(now) where id = \(open.id)"
            try await test.owner.withConnection {
                _ = try await $0.execute("update referrals set due_on = \(day + 3) where id = \(open.id)")
            }
            #expect(try await refusal(test, as: open.acting, silent) == "referrals_lapse_after_due")
            let far: SQL = "select return_case(\(open.id), \(test.world.newUUID()), \(now), \(day + 400))"
            #expect(try await refusal(test, as: open.acting, far) == "due_out_of_reach")

            // Outside tests the database's clock is the limit: nobody lets other teams' holds lapse by saying it is later.
            try await test.owner.withConnection {
                _ = try await $0.execute("update clock_tolerance set ahead = interval '0'")
            }
            let later = Date(timeIntervalSince1970: 4_000_000_000)
            let lapse: SQL = "select lapse_overdue(\(open.other), \(later), \(day), \(day + 5))"
            #expect(try await refusal(test, as: open.acting, lapse) == "moment_to_come")
        }
    }

    @Test func `an open referral is of a case that is being referred, and rests on a consent`() async throws {
        try await withWorld { test in
            let sent = try await subject(
                test,
                """
                select r.id, r.consent_id, r.sending_team_id, r.sending_region_code from referrals r
                where r.state = 'open' order by r.id limit 1
                """
            )
            let taken: SQL =
                "update consents set withdrawn_at = greatest(\(test.world.now()), given_at) where id = \(sent.other)"
            #expect(try await refusal(test, as: sent.acting, taken) == "consents_open_referral")
        }
    }

    @Test func `the answer to a write for another team is the same whatever that team has`() async throws {
        try await withWorld { test in
            let theirs = try await subject(
                test,
                """
                select f.id, (select id from training_places where state = 'open' order by id limit 1), f.team_id, f.region_code
                from case_files f where f.state in ('proposed', 'withdrawn') order by f.id limit 1
                """
            )
            let stranger = try await subject(
                test,
                "select id, id, id, region_code from teams where id <> \(theirs.team) order by id limit 1"
            )
            let proposal: SQL = """
                insert into proposals (id, reference, case_id, team_id, training_place_id, practice_id, state, is_own_place,
                    opened_at, due_on, starts_on, ends_on, choice_reason, answer_note, version)
                select \(test.world.newUUID()), \(test.world.newReference()), \(theirs.id), \(theirs.team), t.id, t.practice_id,
                    'open', false, \(test.world.now()), \(test.world.today), \(test.world.today), \(test.world.today + 70),
                    '', '', 1
                from training_places t where t.id = \(theirs.other)
                """
            let event: SQL = """
                insert into case_events (id, case_id, team_id, sequence, happened_at, kind, facts)
                values (\(test.world.newUUID()), \(theirs.id), \(theirs.team), 1, \(test.world.now()), 'x', '{}')
                """
            #expect(try await refusal(test, as: stranger.acting, proposal) == "acting_team")
            #expect(try await refusal(test, as: stranger.acting, event) == "acting_team")
        }
    }

    @Test func `history, audit and what a row belongs to are beyond the application's reach`() async throws {
        try await withWorld { test in
            let found = try await subject(test, Self.openProposal)
            for statement: SQL in [
                "update case_events set kind = 'x'", "delete from case_events", "delete from candidate_reads",
                "update candidate_reads set purpose = 'x'", "delete from case_spans", "delete from referrals",
                "delete from seat_occupations", "delete from referral_places",
                "update placement_parts set starts_on = '2020-01-01'",
                "insert into case_transitions values ('searching', 'completed')",
                "update case_files set previous_state = 'agreed'", "update candidates set team_id = team_id",
                "update clock_tolerance set ahead = interval '1 year'", "select id from match_changes",
                "set session_replication_role = replica",
            ] {
                let refused = try await refusal(test, as: found.acting, statement)
                #expect(refused?.contains("42501") == true, "\(refused ?? "let through")")
            }
        }
    }
}
