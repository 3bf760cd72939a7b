import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct CandidateActionTests {
    @Test func `a registered candidate has a case, a due date, an event and only the consents that were given`()
        async throws
    {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let path = try await RegisterCandidate(world: test.world)(
                .example(),
                consents: [ConsentDraft(regionCode: RegionCode("RA0102"), textVersion: 1, channel: .phone)],
                by: actor,
                submission: nil
            )
            let reference = try #require(Reference(typed: String(path.split(separator: "/")[1])))

            try await test.world.database.transaction(as: actor.acting) { connection in
                let file = try #require(try await CaseFileStore.find(reference, on: connection))
                #expect(file.state == .registered && file.owner == .team)
                // Two working days after Tuesday 24 November.
                #expect(file.dueOn == CalendarDate(iso: "2026-11-26"))
                #expect(
                    try await CandidateStore.consents(of: file.candidateID, on: connection) == [RegionCode("RA0102")]
                )
                let events = try await CaseHistoryStore.events(of: file.id, on: connection)
                #expect(events.map(\.kind) == [.consentGiven, .registered])
                #expect(try await CaseHistoryStore.spans(of: file.id, on: connection).map(\.state) == [.registered])
            }
        }
    }

    @Test func `the same form sent twice registers one candidate`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let (register, submission) = (RegisterCandidate(world: test.world), UUID())

            let first = try await register(.example(), by: actor, submission: submission)
            let second = try await register(.example(), by: actor, submission: submission)

            #expect(first == second)
        }
    }

    @Test func `a candidate of fifteen is refused with a sentence at the birth date`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            var draft = CandidateDraft.example()
            draft.bornOn = CalendarDate(daysSince1970: test.world.today.daysSince1970 - 15 * 366)

            let rejected = await #expect(throws: Rejected.self) {
                try await RegisterCandidate(world: test.world)(draft, by: actor, submission: nil)
            }

            #expect(rejected?.fields.map(\.field) == ["geboortedatum"])
        }
    }

    @Test func `another team sees nothing of a candidate and cannot act on the case`() async throws {
        try await withWorld { test in
            let reference = try await test.registered(in: "RA0205")
            let stranger = try await test.coordinator(in: "RA0102")

            let seen = try await test.world.database.transaction(as: stranger.acting) { connection in
                try await CaseFileStore.find(reference, on: connection)
            }

            #expect(seen == nil)
            await #expect(throws: NotFound.self) {
                try await StartSearching(world: test.world)(reference, by: stranger, submission: nil)
            }
        }
    }

    @Test func `unreachable needs three tries over twenty-one days`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let reference = try await test.registered(in: "RA0205")
            let withdraw = WithdrawCase(world: test.world)
            func tryToCall() async throws {
                _ = try await RecordContact(world: test.world)(
                    reference,
                    party: .candidate,
                    channel: .phone,
                    wasReached: false,
                    note: "",
                    by: actor,
                    submission: nil
                )
            }

            try await tryToCall()
            test.clock.advance(days: 10)
            try await tryToCall()
            test.clock.advance(days: 10)
            try await tryToCall()
            let early = await #expect(throws: Conflict.self) {
                try await withdraw(reference, reason: .unreachable, by: actor, submission: nil)
            }
            test.clock.advance(days: 1)
            try await tryToCall()
            _ = try await withdraw(reference, reason: .unreachable, by: actor, submission: nil)

            #expect(early?.code == "unreachable_needs_tries")
            let file = try await test.file(reference, as: actor)
            #expect(file.state == .withdrawn && file.withdrawalReason == .unreachable && file.dueOn == nil)
        }
    }

    @Test func `watching keeps its reason and searching again forgets it`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let reference = try await test.registered(in: "RA0205")
            let search = StartSearching(world: test.world)

            _ = try await search(reference, by: actor, submission: nil)
            _ = try await WatchCase(world: test.world)(reference, reason: .noConsent, by: actor, submission: nil)
            let watching = try await test.file(reference, as: actor)
            _ = try await search(reference, by: actor, submission: nil)
            let searching = try await test.file(reference, as: actor)

            #expect(watching.state == .watching && watching.watchReason == .noConsent)
            #expect(searching.state == .searching && searching.watchReason == nil && !searching.hasPriority)
        }
    }

    @Test func `a correction from an old page is a conflict and changes nothing`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let reference = try await test.registered(in: "RA0205")
            let version = try await test.file(reference, as: actor).version
            let edit = EditCandidate(world: test.world)
            var draft = CandidateDraft.example()
            draft.travelLimitInKilometres = 60

            _ = try await edit(reference, version: version, draft, by: actor, submission: nil)
            draft.weeksWanted = 30
            let conflict = await #expect(throws: Conflict.self) {
                try await edit(reference, version: version, draft, by: actor, submission: nil)
            }

            #expect(conflict?.code == "stale")
            #expect(try await test.file(reference, as: actor).weeksWanted == 20)
        }
    }

    @Test func `levels come from assessors only, and a second assessor counts as much as the first`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: "RA0205")
            let reference = try await test.registered(in: "RA0205")
            let data = try await ReferenceData.read(from: test.world.database)
            let framework = try #require(data.framework)
            let save = SaveAssessment(world: test.world, framework: framework)
            let indicator = try #require(framework.indicators(of: .communication).first { $0.isInShortForm }).code
            let colleague = try await test.world.database.transaction(as: actor.acting) { connection in
                try await CaseFileStore.colleagues(in: actor.teamID, on: connection).first {
                    $0.id != actor.staffMemberID
                }?.id
            }

            var answers = SaveAssessment.Answers()
            answers.own[indicator] = .some(.teaches)
            answers.assessor[indicator] = .some(.together)
            _ = try await save(reference, form: .short, version: 0, answers, by: actor, submission: nil)
            let first = try await test.levels(reference, as: actor)
            if let colleague {
                let second = Actor(staffMemberID: colleague, teamID: actor.teamID, regionCode: actor.regionCode)
                var theirs = SaveAssessment.Answers()
                theirs.assessor[indicator] = .some(.helpOnCall)
                _ = try await save(reference, form: .short, version: 1, theirs, by: second, submission: nil)
            }
            let both = try await test.levels(reference, as: actor)

            #expect(first.map(\.level) == [20] && first.map(\.area) == [.communication])
            #expect(both.map(\.level) == [colleague == nil ? 20 : 25])
        }
    }
}

extension CandidateDraft {
    /// A complete candidate for September, as a call would give it.
    static func example() -> CandidateDraft {
        let day = { (text: String) in CalendarDate(iso: text) ?? CalendarDate(daysSince1970: 0) }
        return CandidateDraft(
            name: PersonName(givenName: "Vera", prefix: "van", familyName: "Verzonnen"),
            bornOn: day("2004-05-06"),
            mail: EmailAddress("vera@voorbeeld.example"),
            municipalityCode: MunicipalityCode("GM0153"),
            background: .student,
            kind: .placement,
            route: .bol,
            studyYear: 2,
            roleCode: "doctors_assistant",
            crebo: "25473",
            wishedStartOn: day("2027-02-01"),
            earliestStartOn: day("2027-01-15"),
            latestStartOn: day("2027-03-15"),
            weeksNeeded: 10,
            weeksWanted: 20,
            weekdays: .workweek,
            weekdaysLeast: 2,
            weekdaysWanted: 4,
            hoursLeast: 16,
            hoursMost: 32,
            travelMeans: .publicTransport,
            travelLimitInKilometres: 25
        )
    }
}

extension TestWorld {
    /// Registers the example in this region.
    func registered(in region: String) async throws -> Reference {
        let path = try await RegisterCandidate(world: world)(
            .example(),
            by: try await coordinator(in: region),
            submission: nil
        )
        return try #require(Reference(typed: String(path.split(separator: "/")[1])))
    }

    func file(_ reference: Reference, as actor: Actor) async throws -> CaseFileStore.Row {
        try await world.database.transaction(as: actor.acting) { connection in
            try #require(try await CaseFileStore.find(reference, on: connection))
        }
    }

    func levels(_ reference: Reference, as actor: Actor) async throws -> [AssessmentStore.Level] {
        try await world.database.transaction(as: actor.acting) { connection in
            let file = try #require(try await CaseFileStore.find(reference, on: connection))
            let newest = try #require(try await AssessmentStore.newest(of: file.candidateID, on: connection))
            return try await AssessmentStore.levels(of: newest.id, on: connection)
        }
    }
}
