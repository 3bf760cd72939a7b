import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@Suite struct TrainingPlaceActionTests {
    private static let twente = "RA0205"

    private func practice(
        _ test: TestWorld,
        _ actor: Actor,
        recognition: RecognitionState? = .recognised
    ) async throws -> Reference {
        let path = try await RegisterPractice(world: test.world)(
            PracticeDraft(
                name: "Verzonnen Praktijk De Toets",
                town: "Enschede",
                municipality: MunicipalityCode("GM0153"),
                isFictional: true,
                contacts: [
                    PracticeContactDraft(function: .contact, name: "Verzonnen Naam", phone: PhoneNumber("0530000000"))
                ],
                recognitions: recognition.map {
                    [RecognitionDraft(crebo: "25473", state: $0, checkedOn: test.world.today)]
                } ?? [],
                supervisors: [
                    SupervisorDraft(
                        name: "Verzonnen Opleider",
                        monthsOfExperience: 40,
                        isTrained: true,
                        weekdays: .workweek
                    )
                ]
            ),
            by: actor,
            submission: nil
        )
        return try #require(Reference(typed: String(path.split(separator: "/").last ?? "")))
    }

    private func draft(_ test: TestWorld) -> TrainingPlaceDraft {
        let start = test.world.today + 200
        return TrainingPlaceDraft(
            kind: .placement,
            role: "doctors_assistant",
            crebo: "25473",
            routes: [.bol],
            studyYears: StudyYearSet([1, 2]),
            earliestStartOn: start,
            latestStartOn: start + 30,
            weeksLeast: 10,
            weeksOffered: 20,
            weekdays: .workweek,
            hoursPerWeek: 24,
            seats: 2,
            activities: ["ecg": .daily, "front_desk": .weekly, "spirometry": .never]
        )
    }

    private func place(_ path: String, _ test: TestWorld, _ actor: Actor) async throws -> TrainingPlaceStore.Row {
        let parts = path.split(separator: "/").map(String.init)
        let reference = try #require(Reference(typed: parts[1]))
        return try await test.world.database.transaction(as: actor.acting) { connection in
            try #require(try await TrainingPlaceStore.find(reference, on: connection))
        }
    }

    @Test func `a posted place is open with its seats and activities`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente)
            let practice = try await practice(test, actor)
            let path = try await PostPlace(world: test.world)(draft(test), at: practice, by: actor, submission: nil)
            let row = try await place(path, test, actor)
            #expect(row.state == .open)
            try await test.world.database.transaction(as: actor.acting) { connection in
                let complete = try await TrainingPlaceStore.draft(of: row, on: connection)
                #expect(complete.seats == 2)
                #expect(complete.activities == ["ecg": .daily, "front_desk": .weekly])
                let free = try await SeatStore.freeWeekdays(
                    of: row.id,
                    from: row.earliestStartOn,
                    until: row.earliestStartOn + 70,
                    at: test.world.now(),
                    on: connection
                )
                #expect(free.map(\.weekdays) == [.workweek, .workweek])
            }
        }
    }

    @Test func `the same form sent twice makes one place`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente)
            let practice = try await practice(test, actor)
            let submission = test.world.newUUID()
            let first = try await PostPlace(world: test.world)(
                draft(test),
                at: practice,
                by: actor,
                submission: submission
            )
            let second = try await PostPlace(world: test.world)(
                draft(test),
                at: practice,
                by: actor,
                submission: submission
            )
            #expect(first == second)
        }
    }

    @Test(arguments: [RecognitionState?.none, .withdrawn, .notRecognised, .lapsed])
    func `without recognition asked for a BOL place stays a draft`(_ recognition: RecognitionState?) async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente)
            let practice = try await practice(test, actor, recognition: recognition)
            let path = try await PostPlace(world: test.world)(draft(test), at: practice, by: actor, submission: nil)
            let row = try await place(path, test, actor)
            #expect(row.state == .draft)
            let refusal = await #expect(throws: Conflict.self) {
                try await ChangePlaceState(world: test.world)(
                    row.reference,
                    to: .open,
                    version: 1,
                    by: actor,
                    submission: nil
                )
            }
            #expect(refusal?.code == "not_recognised")
            _ = try await SaveRecognition(world: test.world)(
                crebo: "25473",
                state: .requested,
                validUntil: nil,
                of: practice,
                by: actor,
                submission: nil
            )
            _ = try await ChangePlaceState(world: test.world)(
                row.reference,
                to: .open,
                version: 1,
                by: actor,
                submission: nil
            )
            #expect(try await place(path, test, actor).state == .open)
        }
    }

    @Test func `a stale edit is refused, a fresh one is written and keeps the kind`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente)
            let practice = try await practice(test, actor)
            let path = try await PostPlace(world: test.world)(draft(test), at: practice, by: actor, submission: nil)
            let row = try await place(path, test, actor)
            var changed = draft(test)
            (changed.kind, changed.hoursPerWeek) = (.taster, 32)
            _ = try await EditPlace(world: test.world)(
                changed,
                of: row.reference,
                version: 1,
                by: actor,
                submission: nil
            )
            let after = try await place(path, test, actor)
            #expect((after.kind, after.hoursPerWeek, after.version) == (.placement, 32, 2))
            let refusal = await #expect(throws: Conflict.self) {
                try await EditPlace(world: test.world)(
                    changed,
                    of: row.reference,
                    version: 1,
                    by: actor,
                    submission: nil
                )
            }
            #expect(refusal?.code == "stale")
        }
    }

    @Test func `another region's team changes nothing here`() async throws {
        try await withWorld { test in
            let (own, other) = (try await test.coordinator(in: Self.twente), try await test.coordinator(in: "RA0102"))
            let practice = try await practice(test, own)
            let path = try await PostPlace(world: test.world)(draft(test), at: practice, by: own, submission: nil)
            let row = try await place(path, test, own)
            await #expect(throws: Forbidden.self) {
                try await ChangePlaceState(world: test.world)(
                    row.reference,
                    to: .paused,
                    version: 1,
                    by: other,
                    submission: nil
                )
            }
            await #expect(throws: Forbidden.self) {
                try await PostPlace(world: test.world)(draft(test), at: practice, by: other, submission: nil)
            }
            try await test.world.database.transaction(as: other.acting) { connection in
                let contacts = try await PracticePeopleStore.contacts(of: row.practiceID, on: connection)
                #expect(contacts.isEmpty)
            }
        }
    }

    @Test func `a copy is a draft for the next year, with a seat added on request`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente)
            let practice = try await practice(test, actor)
            let path = try await PostPlace(world: test.world)(draft(test), at: practice, by: actor, submission: nil)
            let row = try await place(path, test, actor)
            let copy = try await place(
                try await CopyPlace(world: test.world)(row.reference, by: actor, submission: nil),
                test,
                actor
            )
            #expect(copy.state == .draft)
            #expect(copy.earliestStartOn == row.earliestStartOn.adding(months: 12))
            _ = try await AddSeat(world: test.world)(copy.reference, by: actor, submission: nil)
            let numbers = try await test.world.database.transaction(as: actor.acting) { connection in
                try await SeatStore.seats(of: copy.id, on: connection).map(\.number)
            }
            #expect(numbers == [1, 2, 3])
        }
    }

    @Test func `what is unknown or elsewhere is refused at its field`() async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente)
            let elsewhere = await #expect(throws: Rejected.self) {
                try await RegisterPractice(world: test.world)(
                    PracticeDraft(name: "Verzonnen", town: "Assen", municipality: MunicipalityCode("GM0106")),
                    by: actor,
                    submission: nil
                )
            }
            #expect(elsewhere?.fields.map(\.field) == ["gemeente"])
            let practice = try await practice(test, actor)
            var unknown = draft(test)
            unknown.activities = ["juggling": .daily]
            let refusal = await #expect(throws: Rejected.self) {
                try await PostPlace(world: test.world)(unknown, at: practice, by: actor, submission: nil)
            }
            #expect(refusal?.fields.map(\.field) == ["activiteiten"])
        }
    }
}
