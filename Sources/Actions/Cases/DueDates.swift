public import Domain
public import Postgres
import Store

/// Until when each step has: the dated rules of the database and the working days of the Netherlands.
public struct DueDates: Sendable {
    /// A row of the rules. Steps of a case have the name of the state.
    public enum Rule: String, Sendable, CaseIterable {
        case registered, searching, proposed, interview, agreed, placed, started, stopped, referring, watching
        case proposalHold = "proposal_hold"
        case proposalReminder = "proposal_reminder"
        case poll
        case referral
        case rescue
        case rescueWindow = "rescue_window"
        case schoolGo = "school_go"
        case schoolNoHold = "school_no_hold"
        case unreachable
    }

    public let today: CalendarDate
    private let rules: [String: (value: Int, isInWorkingDays: Bool)]

    /// The rules that hold today.
    public static func read(today: CalendarDate, on connection: Connection) async throws -> DueDates {
        let rows = try await ReferenceStore.dueRules(on: today, connection: connection)
        return DueDates(
            today: today,
            rules: Dictionary(rows.map { ($0.key, ($0.value, $0.isInWorkingDays)) }) { first, _ in first }
        )
    }

    /// The day that counts as the last one; it lapses at the next local midnight.
    ///
    /// - Parameter closed: days that do not count for this owner, such as the closing days of a practice.
    /// - Throws: ``MissingDueRule`` when the reference data has no such row.
    public func date(for rule: Rule, closed: [ClosedRange<CalendarDate>] = []) throws -> CalendarDate {
        guard let found = rules[rule.rawValue] else { throw MissingDueRule(key: rule.rawValue) }
        return found.isInWorkingDays
            ? WorkingDays(closed: closed).adding(workingDays: found.value, to: today)
            : today + found.value
    }

    /// The due date of a case that comes into this state today; nil at the end.
    public func date(for state: CaseState) throws -> CalendarDate? {
        guard let rule = Rule(rawValue: state.rawValue) else { return nil }
        return try date(for: rule)
    }
}

/// The reference data lacks a rule: the installation is incomplete.
public struct MissingDueRule: Error, CustomStringConvertible {
    public let key: String
    public var description: String { "no due rule for \(key) is valid today; seed the reference data" }
}
