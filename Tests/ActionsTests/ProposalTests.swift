import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct ProposalTests {
    @Test func `a proposal holds the seat on each chosen day until the end of the due date`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)

            let reference = try cases.last(try await cases.propose(pair))

            let proposal = try await cases.proposal(reference, by: pair.actor)
            let file = try await cases.file(pair.file.id)
            #expect(proposal.state == .open)
            #expect(proposal.fit == pair.ranked.fit.total)
            #expect(file.state == .proposed)
            #expect(file.owner == .practice)
            let heldUntil = test.world.time.startOfDay(proposal.dueOn + 1)
            let held = try await cases.count(
                """
                select count(*) from seat_occupations
                where proposal_id = \(proposal.id) and state = 'held' and held_until = \(heldUntil)
                """
            )
            #expect(held == proposal.weekdays.count)
        }
    }

    @Test func `for a case that waits for new places one that came is proposed`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            _ = try await WatchCase(world: test.world)(
                pair.file.reference,
                reason: .noneWithinLimits,
                by: pair.actor,
                submission: nil
            )
            let watching = CaseWorld.Pair(
                actor: pair.actor,
                file: try await cases.file(pair.file.id),
                ranked: pair.ranked,
                position: pair.position
            )

            _ = try await cases.propose(watching)

            let file = try await cases.file(pair.file.id)
            #expect(watching.file.state == .watching)
            #expect(file.state == .proposed && file.watchReason == nil)
        }
    }

    @Test func `of two hundred who want the last seat at once exactly one holds it`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false, seats: 1)
            let copies = try await cases.copies(of: pair.file, count: 200)
            let (place, weekdays, version) = (pair.ranked.place.reference, pair.ranked.fit.seatWeekdays, 2)
            let actor = pair.actor
            let versions = try await test.owner.withConnection { connection in
                try await connection.values(
                    "select distinct version from case_files where reference = any(\(copies))",
                    as: Int.self
                )
            }
            #expect(versions.count == 1)
            let world = test.world

            let outcomes = await withTaskGroup(of: String.self) { group in
                for reference in copies {
                    group.addTask {
                        do {
                            _ = try await ProposePlace(world: world)(
                                ProposePlace.Command(
                                    caseReference: reference,
                                    placeReference: place,
                                    version: versions.first ?? version,
                                    weekdays: weekdays,
                                    rankPosition: 1,
                                    choiceReason: ""
                                ),
                                by: actor,
                                submission: nil
                            )
                            return "held"
                        } catch let error as Conflict {
                            return error.code
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }

            #expect(outcomes == ["held": 1, "seat_taken": 199])
            let proposals = try await cases.count(
                "select count(*) from proposals p join case_files f on f.id = p.case_id where f.reference = any(\(copies))"
            )
            #expect(proposals == 1)
        }
    }

    @Test func `a form that is sent twice makes one proposal`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            let submission = test.world.newUUID()

            let first = try await cases.propose(pair, submission: submission)
            let second = try await cases.propose(pair, submission: submission)

            #expect(first == second)
            #expect(
                try await cases.count(
                    "select count(*) from proposals where case_id = \(pair.file.id) and state = 'open'"
                ) == 1
            )
        }
    }

    @Test func `a stale page and a choice without reason are refused before anything is held`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            func command(version: Int, rank: Int?, reason: String) -> ProposePlace.Command {
                ProposePlace.Command(
                    caseReference: pair.file.reference,
                    placeReference: pair.ranked.place.reference,
                    version: version,
                    weekdays: nil,
                    rankPosition: rank,
                    choiceReason: reason
                )
            }

            let stale = await #expect(throws: Conflict.self) {
                try await ProposePlace(world: test.world)(
                    command(version: pair.file.version + 1, rank: 1, reason: ""),
                    by: pair.actor,
                    submission: nil
                )
            }
            let silent = await #expect(throws: Rejected.self) {
                try await ProposePlace(world: test.world)(
                    command(version: pair.file.version, rank: 3, reason: ""),
                    by: pair.actor,
                    submission: nil
                )
            }

            #expect(stale?.code == "stale_page")
            #expect(silent?.fields.first?.field == "reden")
            #expect(
                try await cases.count(
                    "select count(*) from proposals where case_id = \(pair.file.id) and state = 'open'"
                ) == 0
            )
        }
    }

    @Test func `another team does not find the case`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let stranger = try await cases.receiver(in: pair.ranked.place.regionCode)

            await #expect(throws: NotFound.self) {
                try await ProposePlace(world: test.world)(
                    ProposePlace.Command(
                        caseReference: pair.file.reference,
                        placeReference: pair.ranked.place.reference,
                        version: pair.file.version,
                        weekdays: nil,
                        rankPosition: 1,
                        choiceReason: ""
                    ),
                    by: stranger,
                    submission: nil
                )
            }
        }
    }

    @Test func `the last no sends the case back to searching and frees the seat`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            let reference = try cases.last(try await cases.propose(pair))
            let proposal = try await cases.proposal(reference, by: pair.actor)

            _ = try await AnswerProposal(world: test.world)(
                .declined(.noRoom),
                to: reference,
                version: proposal.version,
                note: "",
                by: pair.actor,
                submission: nil
            )

            #expect(try await cases.proposal(reference, by: pair.actor).declineReason == .noRoom)
            #expect(try await cases.file(pair.file.id).state == .searching)
            #expect(
                try await cases.count(
                    "select count(*) from seat_occupations where proposal_id = \(proposal.id) and state <> 'released'"
                ) == 0
            )
        }
    }

    @Test func `interview, agreement and every yes lead to a placement that other steps cannot skip`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            let actor = pair.actor
            let reference = try cases.last(try await cases.propose(pair))
            func version() async throws -> Int { try await cases.proposal(reference, by: actor).version }
            try await test.owner.withConnection { connection in
                _ = try await connection.execute(
                    """
                    update practice_recognitions set state = 'recognised', valid_until = null
                    where practice_id = \(pair.ranked.place.practiceID)
                    """
                )
            }

            _ = try await AnswerProposal(world: test.world)(
                .interview(on: test.world.today + 3),
                to: reference,
                version: version(),
                note: "",
                by: actor,
                submission: nil
            )
            #expect(try await cases.file(pair.file.id).state == .interview)
            _ = try await AnswerProposal(world: test.world)(
                .agreed,
                to: reference,
                version: version(),
                note: "",
                by: actor,
                submission: nil
            )
            let agreed = try await cases.file(pair.file.id)
            #expect(agreed.state == .agreed)
            #expect(agreed.owner == .candidate)
            let tooEarly = await #expect(throws: Conflict.self) {
                try await PlaceCandidate(world: test.world)(reference, version: version(), by: actor, submission: nil)
            }
            #expect(tooEarly?.code == "goes_missing")
            _ = try await AgreeProposal(world: test.world)(
                .candidateYes,
                to: reference,
                version: version(),
                by: actor,
                submission: nil
            )
            _ = try await AgreeProposal(world: test.world)(
                .schoolYes,
                to: reference,
                version: version(),
                by: actor,
                submission: nil
            )
            _ = try await PlaceCandidate(world: test.world)(reference, version: version(), by: actor, submission: nil)

            let placed = try await cases.file(pair.file.id)
            #expect(placed.state == .placed)
            #expect(placed.placedProposalID == (try await cases.proposal(reference, by: actor).id))
            _ = try await LosePlace(world: test.world)(
                reference,
                version: version(),
                reason: "supervisor_left",
                by: actor,
                submission: nil
            )
            let rescued = try await cases.file(pair.file.id)
            #expect(rescued.state == .searching)
            #expect(rescued.hasPriority)
        }
    }

    @Test func `nobody is placed without a recognition that is valid on the start date`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            guard pair.file.route.needsRecognition, !pair.file.kind.isShort else { return }
            let actor = pair.actor
            let reference = try cases.last(try await cases.propose(pair))
            func version() async throws -> Int { try await cases.proposal(reference, by: actor).version }
            _ = try await AnswerProposal(world: test.world)(
                .agreed,
                to: reference,
                version: version(),
                note: "",
                by: actor,
                submission: nil
            )
            for word in [AgreeProposal.Word.candidateYes, .schoolYes] {
                _ = try await AgreeProposal(world: test.world)(
                    word,
                    to: reference,
                    version: version(),
                    by: actor,
                    submission: nil
                )
            }
            try await test.owner.withConnection { connection in
                _ = try await connection.execute(
                    """
                    update practice_recognitions set state = 'requested', valid_until = null
                    where practice_id = \(pair.ranked.place.practiceID)
                    """
                )
            }

            let refused = await #expect(throws: Conflict.self) {
                try await PlaceCandidate(world: test.world)(reference, version: version(), by: actor, submission: nil)
            }

            #expect(refused?.code == "no_recognition")
            #expect(try await cases.file(pair.file.id).state == .agreed)
        }
    }

    @Test func `silence lapses once, frees the seat and sends the case back`() async throws {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: false)
            let reference = try cases.last(try await cases.propose(pair))
            test.clock.advance(days: 15)

            let first = try await LapseDue(world: test.world)()
            let second = try await LapseDue(world: test.world)()

            #expect(first >= 1)
            #expect(second == 0)
            #expect(try await cases.proposal(reference, by: pair.actor).state == .lapsed)
            #expect(try await cases.file(pair.file.id).state == .searching)
        }
    }
}
