import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct ReferralTests {
    @Test func `a referral holds a seat and shows the receiver a card without identity`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)

            let reference = try await cases.refer(pair)

            #expect(try await cases.file(pair.file.id).state == .referring)
            #expect(
                try await cases.count(
                    """
                    select count(*) from seat_occupations o join referrals r on r.id = o.referral_id
                    where r.reference = \(reference) and o.state = 'held'
                    """
                ) > 0
            )
            let seen = try await cases.referral(reference, by: receiver)
            // The kenmerk of the file would lead to it; route and kind are on the card.
            #expect(seen != nil && seen?.caseReference == nil && seen?.candidateName == nil)
            #expect(seen?.route == pair.file.route)
            let (identities, cards) = try await test.world.database.transaction(as: receiver.acting) { connection in
                (
                    try await connection.value(
                        "select count(*) from candidate_identities where candidate_id = \(pair.file.candidateID)",
                        as: Int.self
                    ),
                    try await connection.value(
                        "select count(*) from referral_cards",
                        as: Int.self
                    )
                )
            }
            #expect(identities == 0)
            #expect((cards ?? 0) >= 1)
        }
    }

    @Test func `a third region sees nothing of a referral`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let reference = try await cases.refer(pair)
            let regions = Set([pair.file.regionCode, pair.ranked.place.regionCode])
            let third = try await cases.searching().map(\.0).first { !regions.contains($0.regionCode) }

            let seen = try await cases.referral(reference, by: try #require(third))

            #expect(seen == nil)
        }
    }

    @Test func `accepting moves the whole file, and the held place is proposed without losing its seat`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)
            let reference = try await cases.refer(pair)
            let version = try #require(try await cases.referral(reference, by: receiver)).version

            let path = try await AcceptReferral(world: test.world)(
                reference,
                version: version,
                note: "",
                by: receiver,
                submission: nil
            )

            let file = try await cases.file(pair.file.id)
            #expect(path == "/kandidaten/\(file.reference)/voorstellen/\(pair.ranked.place.reference)")
            #expect(file.teamID == receiver.teamID)
            #expect(file.regionCode == receiver.regionCode)
            #expect(file.state == .searching)
            let proposed = try await ProposePlace(world: test.world)(
                ProposePlace.Command(
                    caseReference: file.reference,
                    placeReference: pair.ranked.place.reference,
                    version: file.version,
                    weekdays: nil,
                    rankPosition: 1,
                    choiceReason: ""
                ),
                by: receiver,
                submission: nil
            )
            let proposal = try await cases.proposal(cases.last(proposed), by: receiver)
            #expect(
                try await cases.count(
                    "select count(*) from seat_occupations where proposal_id = \(proposal.id) and state = 'held'"
                )
                    == proposal.weekdays.count
            )
            #expect(
                try await cases.count(
                    """
                    select count(*) from seat_occupations o join referrals r on r.id = o.referral_id
                    where r.reference = \(reference) and o.state <> 'released'
                    """
                ) == 0
            )
            let sender = try await cases.referral(reference, by: pair.actor)
            #expect(sender?.state == .accepted)
            #expect(sender?.caseReference == nil)
        }
    }

    @Test func `declining with a reason returns the case to its sender`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)
            let reference = try await cases.refer(pair)
            let version = try #require(try await cases.referral(reference, by: receiver)).version

            _ = try await DeclineReferral(world: test.world)(
                reference,
                version: version,
                reason: .full,
                note: "",
                alternative: nil,
                by: receiver,
                submission: nil
            )

            let file = try await cases.file(pair.file.id)
            #expect(file.state == .searching)
            #expect(file.teamID == pair.actor.teamID)
            #expect(try await cases.referral(reference, by: pair.actor)?.declineReason == .full)
            #expect(
                try await cases.count(
                    "select count(*) from case_events where case_id = \(file.id) and kind = 'referral_declined'"
                ) == 1
            )
        }
    }

    @Test func `a region is asked again only for a recorded new fact`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)
            let reference = try await cases.refer(pair)
            let version = try #require(try await cases.referral(reference, by: receiver)).version
            _ = try await DeclineReferral(world: test.world)(
                reference,
                version: version,
                reason: .full,
                note: "",
                alternative: nil,
                by: receiver,
                submission: nil
            )
            test.clock.advance(hours: 1)

            await #expect(throws: Rejected.self) { try await cases.refer(pair) }
            let again = try await cases.refer(pair, fact: .widerLimit)

            #expect(try await cases.referral(again, by: pair.actor)?.hop == 2)
        }
    }

    @Test func `a consent that a referral of another case rests on is kept until that one is taken back`() async throws
    {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let referral = try await cases.refer(pair)
            let candidate = pair.file.candidateID.rawValue
            let other = try #require(try await cases.searchingCases(like: pair.file, of: [candidate]).first)
            let consent = try await test.owner.withConnection { connection in
                try await connection.value(
                    "select consent_id from referrals where reference = \(referral)",
                    as: Consent.ID.self
                )
            }

            let refused = await #expect(throws: Conflict.self) {
                try await WithdrawConsent(world: test.world)(
                    try #require(consent),
                    of: other,
                    by: pair.actor,
                    submission: nil
                )
            }

            #expect(refused?.code == "consent_in_use")
            #expect(try await cases.referral(referral, by: pair.actor)?.state == .open)
        }
    }

    @Test func `withdrawing the consent takes an open referral back and hides it from the receiver`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)
            let reference = try await cases.refer(pair)
            let open = try await test.world.database.transaction(as: pair.actor.acting) {
                try await ReferralStore.open(of: pair.file.id, on: $0)
            }

            _ = try await WithdrawConsent(world: test.world)(
                try #require(open).consentID,
                of: pair.file.reference,
                by: pair.actor,
                submission: nil
            )

            #expect(try await cases.file(pair.file.id).state == .searching)
            #expect(try await cases.referral(reference, by: receiver) == nil)
            let told = try await test.world.database.transaction(as: receiver.acting) {
                try await ReferralStore.takenBack(since: test.world.now() - 86_400, on: $0)
            }
            #expect(told.contains { $0.reference == reference })
        }
    }

    @Test func `a referral without answer comes back, also when another wants its seat first`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let reference = try await cases.refer(pair)
            test.clock.advance(days: 15)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)

            let lapsed = try await test.world.database.transaction(as: receiver.acting) { connection in
                try await CaseStepStore.lapse(
                    at: pair.ranked.place.id,
                    now: test.world.now(),
                    today: test.world.today,
                    searchingDueOn: test.world.today + 7,
                    on: connection
                )
            }

            #expect(lapsed >= 1)
            #expect(try await cases.referral(reference, by: pair.actor)?.state == .lapsed)
            #expect(try await cases.file(pair.file.id).state == .searching)
        }
    }

    @Test func `without consent nothing is sent`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            try await test.owner.withConnection { connection in
                _ = try await connection.execute(
                    """
                    update consents set withdrawn_at = \(test.world.now())
                    where candidate_id = \(pair.file.candidateID) and withdrawn_at is null
                    """
                )
            }

            let refused = await #expect(throws: Rejected.self) {
                try await ReferCandidate(world: test.world)(
                    ReferCandidate.Command(
                        caseReference: pair.file.reference,
                        version: pair.file.version,
                        region: pair.ranked.place.regionCode,
                        places: [pair.ranked.place.reference],
                        motivation: "Vol.",
                        consent: nil,
                        newFact: nil
                    ),
                    by: pair.actor,
                    submission: nil
                )
            }

            #expect(refused?.fields.first?.field == "toestemming")
            #expect(try await cases.file(pair.file.id).state == .searching)
        }
    }
}
