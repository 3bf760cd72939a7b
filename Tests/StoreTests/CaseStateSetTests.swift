import Domain
import Foundation
import Schema
import Testing

/// The schema writes out sets of states in its checks and guards: they are the domain's.
struct CaseStateSetTests {
    /// The domain's sets, and what rules of the schema make of them.
    private static let known: [(rule: String, states: [CaseState])] = [
        ("every state", CaseState.allCases),
        ("a case ended", CaseState.ended),
        ("looks for a place", CaseState.looking),
        ("looks for a place, also after one that stopped", CaseState.looking + [.stopped]),
        ("a practice is asked or said yes", CaseState.asking),
        ("a practice has not said yes", CaseState.undecided),
        ("a proposal may be made", [.searching] + CaseState.undecided),
        ("a practice or a region is asked", CaseState.asking + [.referring]),
        ("has a place", CaseState.bound),
        ("has or had a place", CaseState.hadPlace),
        ("a practice counts on someone", CaseState.promised),
        ("has not begun", CaseState.looking + CaseState.asking + [.placed]),
        ("what was asked is taken back", [.searching, .stopped, .withdrawn]),
        ("where an own step of a candidate leaves a case", CaseState.asking + [.searching, .withdrawn]),
    ]

    /// Codes by which a list is known to be of cases; no other state has them.
    private static let ofCasesOnly: Set<String> = [
        "registered", "searching", "proposed", "placed", "started", "completed", "referring", "watching",
    ]

    @Test func `every set of case states in the schema is one of the domain`() throws {
        let text = try String(contentsOf: Schema.structure, encoding: .utf8)
        let lists = text.matches(of: /state (?:not )?in \(([^()]*)\)|state (?:=|<>) (?:ANY|ALL) \(ARRAY\[([^\]]*)\]/)
            .map { ($0.output.1 ?? $0.output.2 ?? "").matches(of: /'([a-z_]+)'/).map { String($0.output.1) } }
            .map { Set($0) }
            .filter { !$0.isDisjoint(with: Self.ofCasesOnly) }

        let unknown = lists.filter { list in !Self.known.contains { Set($0.states.map(\.rawValue)) == list } }

        #expect(lists.count > 15)
        #expect(unknown.isEmpty)
        for (rule, states) in Self.known {
            #expect(lists.contains(Set(states.map(\.rawValue))), "the schema says nowhere: \(rule)")
        }
    }
}
