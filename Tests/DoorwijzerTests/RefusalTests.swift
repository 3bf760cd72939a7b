import Foundation
import Testing

/// What the database refuses by name is told to people in Dutch, or no page can come to it.
struct RefusalTests {
    /// Refusals that no page reaches, each with what stands before it. They are faults when they happen all the same, and are
    /// logged by name.
    private static let withoutSentence = [
        "acting_region": "an action writes for the region of the team that acts, read in the same transaction",
        "acting_team": "an action writes for the team that acts; other teams' cases are not found",
        "case_files_begin_at_home": "registering takes team and region from the one who acts",
        "case_files_completed_as_placed": "completing writes the state alone",
        "case_files_referring_has_referral": "a case is referred and comes back together with its referral",
        "consents_withdrawn": "a withdrawn consent is not found to withdraw again",
        "due_out_of_reach": "due dates come from the dated rules",
        "good_practices_held_by_fund": "only hold_back writes these columns, and nothing else with them",
        "held_back_by_fund": "others than the fund find nothing to hold back",
        "moment_to_come": "the clocks of service and database differ: the operator's to mend",
        "network_members_by_grant": "joining by a grant goes together with the decision",
        "own_file_begins": "registering takes a team that covers the municipality, in the same transaction",
        "own_file_columns": "a candidate's actions write the candidate's own columns",
        "own_file_steps": "a candidate's actions take the candidate's own steps",
        "placement_parts_open": "parts are written with their proposal",
        "proposals_begin_open": "a proposal is written as open",
        "referrals_begin_open": "a referral is written as open",
        "referrals_case_is_referring": "a case is referred and comes back together with its referral",
        "referrals_lapse_after_due": "only what is past its date is let lapse",
        "referrals_root_region": "the places of a referral lie in its region, and places lie in no other kind",
        "referrals_sender_has_case": "the case is locked for the team that acts first",
        "seat_occupations_agreed": "seats follow their proposal",
        "seat_occupations_fixed": "only the state of an occupation is written",
        "seat_occupations_has_reason": "seats are held together with a proposal or referral",
        "seat_occupations_released": "seats follow their proposal or referral",
        "seat_occupations_taken": "seats follow their proposal or referral",
    ]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `each refusal has a sentence, or a reason why nobody gets to see it`() throws {
        let refusals = try Self.refusals()
        #expect(refusals.count > 80)

        let told = try Self.literals(outside: ["Store", "Postgres"])

        let unexplained = refusals.subtracting(told).subtracting(Self.withoutSentence.keys)
        #expect(unexplained.isEmpty, "write a sentence where a page can reach it: \(unexplained.sorted())")
        let gone = Set(Self.withoutSentence.keys).subtracting(refusals)
        #expect(gone.isEmpty, "no longer refused: \(gone.sorted())")
        let both = told.intersection(Self.withoutSentence.keys)
        #expect(both.isEmpty, "these have a sentence now: \(both.sorted())")
    }

    /// The names with which the functions of the schema call `refuse`.
    private static func refusals() throws -> Set<String> {
        let text = try String(contentsOf: root.appendingPathComponent("Schema/structure.sql"), encoding: .utf8)
        return Set(text.matches(of: /refuse\('([a-z_0-9]+)'/).map { String($0.1) })
    }

    /// The short texts in the code of all targets but these.
    private static func literals(outside targets: Set<String>) throws -> Set<String> {
        let sources = root.appendingPathComponent("Sources")
        let names = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        var found: Set<String> = []
        for name in names where name.hasSuffix(".swift") && !targets.contains(where: { name.hasPrefix($0 + "/") }) {
            let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                found.formUnion(line.matches(of: /"([a-z_0-9]+)"/).map { String($0.1) })
            }
        }
        return found
    }
}
