import Domain
import Testing

@Suite struct TrainingPlaceDraftTests {
    private func draft(_ change: (inout TrainingPlaceDraft) -> Void = { _ in }) -> TrainingPlaceDraft {
        var draft = TrainingPlaceDraft(
            kind: .placement,
            role: "doctors_assistant",
            crebo: "25473",
            routes: [.bol],
            studyYears: StudyYearSet([1]),
            earliestStartOn: CalendarDate(daysSince1970: 21_000),
            latestStartOn: CalendarDate(daysSince1970: 21_030),
            weeksLeast: 10,
            weeksOffered: 20,
            weekdays: .workweek,
            hoursPerWeek: 24
        )
        change(&draft)
        return draft
    }

    @Test func `a complete offer has no problems`() {
        #expect(draft().problems().isEmpty)
    }

    @Test func `each mistake is named at its own field`() {
        let school = School.ID("0191f5a0-0000-7000-8000-000000000001")
        let mistakes: [(field: String, change: (inout TrainingPlaceDraft) -> Void)] = [
            ("laatst", { $0.latestStartOn = $0.earliestStartOn - 1 }),
            ("weken_minst", { $0.weeksLeast = 21 }),
            ("weken", { ($0.weeksLeast, $0.weeksOffered) = (1, 209) }),
            ("dagen", { $0.weekdays = [] }),
            ("uren", { $0.hoursPerWeek = 41 }),
            ("plaatsen", { $0.seats = 0 }),
            ("gereserveerd_tot", { $0.reservedForSchoolID = school }),
            ("gereserveerd", { $0.reservedUntilOn = $0.earliestStartOn }),
            ("routes", { $0.routes = [] }),
            ("leerjaren", { $0.studyYears = [] }),
            ("crebo", { $0.crebo = nil }),
            ("crebo", { $0.crebo = "2547" }),
            ("team", { $0.teamSize = 0 }),
            ("maanden", { $0.monthsBetweenLearners = 61 }),
        ]
        for mistake in mistakes {
            #expect(draft(mistake.change).problems().map(\.field) == [mistake.field])
        }
    }

    @Test func `a taster needs no school, and lasts five days at most`() {
        func taster(weeks: Int) -> TrainingPlaceDraft {
            draft {
                ($0.kind, $0.crebo, $0.routes, $0.studyYears) = (.taster, nil, [], [])
                ($0.weeksLeast, $0.weeksOffered) = (1, weeks)
            }
        }
        #expect(taster(weeks: 1).problems().isEmpty)
        #expect(taster(weeks: 2).problems().map(\.field) == ["weken"])
        #expect(!taster(weeks: 1).needsRecognition)
    }

    @Test func `only BOL and BBL need recognition`() {
        #expect(draft().needsRecognition)
        #expect(!draft { $0.routes = [.thirdRoute] }.needsRecognition)
    }

    @Test func `the next season is a year later, a draft, without reservation`() throws {
        let start = try #require(CalendarDate(year: 2027, month: 9, day: 1))
        let copy = draft {
            ($0.earliestStartOn, $0.latestStartOn, $0.reservedUntilOn) = (start, start + 30, start)
            $0.state = .open
        }.nextSeason()
        #expect(copy.earliestStartOn == CalendarDate(year: 2028, month: 9, day: 1))
        #expect(copy.latestStartOn == CalendarDate(year: 2028, month: 10, day: 1))
        #expect(copy.state == .draft)
        #expect(copy.reservedUntilOn == nil)
    }

    @Test func `a closed place stays closed`() {
        #expect(TrainingPlaceState.closed.next.isEmpty)
        #expect(!TrainingPlaceState.draft.next.contains(.paused))
        for state in TrainingPlaceState.allCases { #expect(!state.next.contains(state)) }
    }
}
