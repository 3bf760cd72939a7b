import Domain
import Testing

@Suite struct CaseStateTests {
    @Test func `the transitions are those of the rules and no others`() {
        let rules: [CaseState: Set<CaseState>] = [
            .registered: [.searching], .searching: [.proposed, .agreed, .referring, .watching],
            .proposed: [.interview, .agreed, .searching], .interview: [.agreed, .searching],
            .agreed: [.placed, .searching], .placed: [.started, .searching], .started: [.completed, .stopped],
            .stopped: [.searching], .referring: [.searching], .watching: [.searching],
        ]
        for state in CaseState.allCases {
            let expected = (rules[state] ?? []).union(rules[state] == nil ? [] : [.withdrawn])
            #expect(Set(state.next) == expected, "\(state)")
        }
    }

    @Test func `a case ends only as completed or withdrawn`() {
        #expect(CaseState.allCases.filter(\.isTerminal) == [.completed, .withdrawn])
        #expect(CaseState.allCases.filter { $0.owners == [.nobody] } == [.completed, .withdrawn])
    }

    @Test(arguments: CaseState.allCases) func `each state is of one kind`(state: CaseState) {
        let kinds = [CaseState.looking, CaseState.asking, CaseState.bound, [.stopped], CaseState.ended]

        #expect(kinds.count { $0.contains(state) } == 1, "give \(state) its place in CaseStateSets")
    }

    @Test func `codes are the texts of the database`() {
        #expect(PlacementKind.codes == ["placement", "learning_job", "taster", "trial"])
        #expect(Criterion.codes == ["learning_needs", "supervision", "travel", "period", "continuity", "wishes"])
        #expect(CoursePayer.codes == ["self", "employer", "uwv", "municipality"])
        #expect(AssessorKind.codes == ["self", "assessor"])
        #expect(Criterion.allCases.map(\.index) == Array(0..<6))
        #expect(CompetenceArea.allCases.map(\.index) == Array(0..<CompetenceArea.count))
        #expect(RouteSet([.bol, .thirdRoute]).rawValue == 5)
        #expect(StudyYearSet([1, 3, 9]).rawValue == 5)
    }
}
