import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// What the database refuses whoever writes to it as the application's role, without any of our actions.
@Suite struct GuardTests {
    /// The constraint that refuses a piece of work of this actor; nil when it is let through.
    private func refusal(
        _ world: World,
        as actor: Actor,
        _ work: (Connection) async throws -> Void
    ) async throws -> String? {
        do {
            try await world.database.transaction(as: actor.acting, work)
            return nil
        } catch let error as DatabaseError {
            return error.constraint ?? error.description
        }
    }

    @Test func `a case cannot jump to a state that does not follow, nor end as anything but completed or withdrawn`()
        async throws
    {
        try await withWorld { test in
            let (actor, reference) = try #require(try await CaseWorld(test: test).searching().first)

            let placed = try await refusal(test.world, as: actor) {
                _ = try await $0.execute(
                    """
                    update case_files set state = 'completed', owner = 'nobody', due_on = null, closed_at = \(test.world.now())
                    where reference = \(reference)
                    """
                )
            }
            let rejected = try await refusal(test.world, as: actor) {
                _ = try await $0.execute("update case_files set state = 'rejected' where reference = \(reference)")
            }
            let watching = try await refusal(test.world, as: actor) {
                _ = try await $0.execute("update case_files set state = 'watching' where reference = \(reference)")
            }
            let referring = try await refusal(test.world, as: actor) {
                _ = try await $0.execute("update case_files set state = 'referring' where reference = \(reference)")
            }

            #expect(["case_files_transition", "case_files_placed_has_place"].contains(placed))
            #expect(rejected != nil)
            #expect(watching == "case_files_watching_has_reason")
            #expect(referring == "case_files_referring_has_referral")
        }
    }

    @Test func `a fourth live proposal is refused, and one that holds no seat`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            func insert(on connection: Connection) async throws {
                _ = try await connection.execute(
                    """
                    insert into proposals (id, reference, case_id, team_id, training_place_id, practice_id, state, is_own_place,
                        opened_at, due_on, starts_on, ends_on, choice_reason, answer_note, version)
                    values (\(test.world.newUUID()), \(test.world.newReference()), \(pair.file.id), \(pair.file.teamID),
                        \(pair.ranked.place.id), \(pair.ranked.place.practiceID), 'open', false, \(test.world.now()),
                        \(test.world.today + 5), \(test.world.today + 10), \(test.world.today + 80), '', '', 1)
                    """
                )
            }
            // Whether seats are held is asked at the end; the count at once.
            let refused = try await refusal(test.world, as: pair.actor) { connection in
                for _ in 1...4 { try await insert(on: connection) }
            }
            let unheld = try await refusal(test.world, as: pair.actor) { try await insert(on: $0) }

            #expect(refused == "proposals_at_most_three")
            #expect(unheld == "proposals_hold_their_seats")
        }
    }

    @Test func `a referral needs a consent, a place in the region and a held seat`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let region = pair.ranked.place.regionCode
            let consent = test.world.newUUID()
            func refer(consent: UUID, region: RegionCode, on connection: Connection) async throws {
                _ = try await connection.execute(
                    """
                    insert into referrals (id, reference, case_id, candidate_id, team_id, sending_team_id, sending_region_code,
                        receiving_region_code, consent_id, hop, motivation, state, opened_at, due_on,
                        answer_note, version)
                    values (\(test.world.newUUID()), \(test.world.newReference()), \(pair.file.id), \(pair.file.candidateID),
                        \(pair.file.teamID), \(pair.file.teamID), \(pair.file.regionCode), \(region), \(consent), 1, 'Vol.',
                        'open', \(test.world.now()), \(test.world.today + 5), '', 1)
                    """
                )
            }
            try await test.owner.withConnection { connection in
                _ = try await connection.execute(
                    """
                    update consents set withdrawn_at = greatest(given_at, \(test.world.now()))
                    where candidate_id = \(pair.file.candidateID) and withdrawn_at is null
                    """
                )
            }

            let withoutConsent = try await refusal(test.world, as: pair.actor) {
                try await refer(consent: consent, region: region, on: $0)
            }
            let withoutPlace = try await refusal(test.world, as: pair.actor) { connection in
                _ = try await connection.execute(
                    """
                    insert into consents (id, candidate_id, team_id, region_code, text_version, channel, given_at)
                    values (\(consent), \(pair.file.candidateID), \(pair.file.teamID), \(region), 1, 'phone',
                        \(test.world.now()))
                    """
                )
                try await refer(consent: consent, region: region, on: connection)
            }
            let toItself = try await refusal(test.world, as: pair.actor) {
                try await refer(consent: consent, region: pair.file.regionCode, on: $0)
            }

            #expect(withoutConsent == "referrals_consent")
            #expect(withoutPlace == "referrals_carry_a_place")
            #expect(toItself != nil)
        }
    }

    @Test func `a fourth hop is let through, a fifth is not`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let region = pair.ranked.place.regionCode
            func refer() async throws -> String? {
                try await refusal(test.world, as: pair.actor) { connection in
                    _ = try await connection.execute(
                        """
                        insert into referrals (id, reference, case_id, candidate_id, team_id, sending_team_id,
                            sending_region_code, receiving_region_code, consent_id, hop, motivation, state, opened_at, due_on,
                            answer_note, version)
                        select \(test.world.newUUID()), \(test.world.newReference()), f.id, f.candidate_id, f.team_id,
                            f.team_id, f.region_code, \(region), c.id, 1, 'Vol.', 'open', \(test.world.now()),
                            \(test.world.today + 5), '', 1
                        from case_files f join consents c on c.candidate_id = f.candidate_id and c.region_code = \(region)
                        where f.id = \(pair.file.id) limit 1
                        """
                    )
                }
            }

            try await test.refuseBefore(pair.file.id, times: 3, then: region)
            // Only what comes at the end of the transaction stops it: no place was sent along.
            let fourth = try await refer()
            try await test.owner.withConnection { connection in
                _ = try await connection.execute("delete from referrals where case_id = \(pair.file.id)")
            }
            try await test.refuseBefore(pair.file.id, times: 4, then: region)
            let fifth = try await refer()

            #expect(fourth == "referrals_carry_a_place")
            #expect(fifth == "referrals_at_most_four_hops")
        }
    }

    @Test func `the sender cannot answer for the receiver, and an answered referral stays answered`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)
            let reference = try await cases.refer(pair)

            let bySender = try await refusal(test.world, as: pair.actor) {
                _ = try await $0.execute(
                    """
                    update referrals set state = 'declined', decline_reason = 'full', answered_at = \(test.world.now())
                    where reference = \(reference)
                    """
                )
            }
            let halfDone = try await refusal(test.world, as: receiver) {
                _ = try await $0.execute(
                    """
                    update referrals set state = 'declined', decline_reason = 'full', answered_at = \(test.world.now())
                    where reference = \(reference)
                    """
                )
            }

            #expect(bySender == "referrals_answered_by_receiver")
            #expect(halfDone == "case_files_referring_has_referral")
        }
    }

    @Test func `overlap on a seat is refused whoever writes it`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false, seats: 1)
            let reference = try cases.last(try await cases.propose(pair))
            let proposal = try await cases.proposal(reference, by: pair.actor)

            let refused = try await refusal(test.world, as: pair.actor) {
                _ = try await $0.execute(
                    """
                    insert into seat_occupations (id, seat_id, training_place_id, weekday, period, state, held_until, proposal_id)
                    select \(test.world.newUUID()), seat_id, training_place_id, weekday, period, 'held', held_until, proposal_id
                    from seat_occupations where proposal_id = \(proposal.id) limit 1
                    """
                )
            }
            let moved = try await refusal(test.world, as: pair.actor) {
                _ = try await $0.execute("update seat_occupations set weekday = 7 where proposal_id = \(proposal.id)")
            }

            #expect(refused == "seat_occupations_no_overlap")
            #expect(moved != nil)
        }
    }

    @Test func `without a team nothing private is visible, and another team sees no case`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let stranger = try await cases.receiver(in: pair.ranked.place.regionCode)
            let asVisitor = try await test.world.database.transaction(as: .visitor) {
                try await $0.value("select count(*) from case_files", as: Int.self)
            }
            let asStranger = try await test.world.database.transaction(as: stranger.acting) {
                try await $0.value("select count(*) from case_files where id = \(pair.file.id)", as: Int.self)
            }
            #expect(asVisitor == 0)
            #expect(asStranger == 0)
        }
    }
}
