public import Domain
import Foundation
import Store

extension OwnData {
    /// One row in words: what it is about, and what it says.
    public typealias Line = (label: String, value: String)

    /// The rows of a section in Dutch words, in the order of the columns; what is empty is left out.
    public func lines(of section: Section, time: AmsterdamTime) -> [[Line]] {
        section.rows.map { row in
            section.table.columns.compactMap { column in
                words(row[column.key] ?? .null, section.table.name, column.name, time: time)
                    .map { Line(column.label, $0) }
            }
        }
    }

    /// A value in words; nil when there is none.
    func words(_ value: JSONValue, _ table: String, _ column: String, time: AmsterdamTime) -> String? {
        switch value {
        case .null, .text(""): nil
        case .bool(let isTrue): isTrue ? "ja" : "nee"
        case .number(let number): words(Int(number), table, column)
        case .text(let text): words(text, table, column, time: time)
        case .list(let values):
            values.compactMap { words($0, table, column, time: time) }.joined(separator: ", ")
        case .object(let facts):
            facts.isEmpty
                ? nil
                : facts.sorted { $0.key < $1.key }
                    .compactMap { key, value in words(value, table, key, time: time).map { "\(key): \($0)" } }
                    .joined(separator: "; ")
        }
    }

    private func words(_ number: Int, _ table: String, _ column: String) -> String {
        switch (table, column) {
        case (_, "weekdays"), (_, "school_weekdays"):
            UInt8(exactly: number).map { WeekdaySet(rawValue: $0).dutchName } ?? "\(number)"
        case ("seat_occupations", "weekday"):
            (1...7).contains(number) ? WeekdaySet(rawValue: 1 << UInt8(number - 1)).dutchName : "\(number)"
        case ("case_files", "wishes"), ("case_files", "offers"):
            number == 0
                ? "geen"
                : (0..<31).filter { number & (1 << $0) != 0 }.map { wishes[$0] ?? "\($0)" }.joined(separator: "; ")
        case ("candidates", "telephone_dutch"): TelephoneDutch(rawValue: number)?.dutchName ?? "\(number)"
        case (_, "level"): "\(number / 10),\(number % 10)"
        case (_, "fit"): "\(number / 10) van 100"
        case (_, "distance_hm"): "\(number / 10),\(number % 10) km"
        default: "\(number)"
        }
    }

    private func words(_ text: String, _ table: String, _ column: String, time: AmsterdamTime) -> String {
        if let date = CalendarDate(iso: text) { return date.dutchLong }
        if let moment = Self.moment(text) { return time.dutchShortWithYear(moment) }
        return Self.names["\(table).\(column)"]?(text) ?? Self.names[column]?(text) ?? text
    }

    /// PostgreSQL writes times in JSON with or without fractions of a second.
    private static func moment(_ text: String) -> Date? {
        guard text.count > 18, text.contains("T") else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        return try? style.parse(text)
    }

    private static func name<Code: Coded>(_: Code.Type) -> @Sendable (String) -> String? {
        { Code(rawValue: $0)?.dutchName }
    }

    private static func from(_ words: [String: String]) -> @Sendable (String) -> String? { { words[$0] } }

    /// What codes mean, by table and column, or by column wherever it stands.
    private static let names: [String: @Sendable (String) -> String?] = [
        "background": name(CandidateBackground.self), "travel_means": name(TravelMeans.self),
        "channel": name(ConsentChannel.self), "case_contacts.channel": name(ContactChannel.self),
        "choice": name(DuplicateChoice.self), "origin": name(CaseOrigin.self), "route": name(LearningRoute.self),
        "case_files.kind": name(PlacementKind.self), "course_payer": name(CoursePayer.self),
        "case_files.state": name(CaseState.self), "previous_state": name(CaseState.self),
        "case_spans.state": name(CaseState.self), "owner": name(CaseOwner.self), "watch_reason": name(WatchReason.self),
        "withdrawal_reason": name(WithdrawalReason.self), "stopped_by": name(StopParty.self),
        "case_facts.kind": name(NewFactKind.self), "party": name(ContactParty.self),
        "case_events.kind": name(CaseEventKind.self), "form": name(AssessmentForm.self),
        "assessors.kind": name(AssessorKind.self), "area_code": name(CompetenceArea.self),
        "proposals.state": name(ProposalState.self), "proposals.decline_reason": name(PracticeDeclineReason.self),
        "employer": name(EmployerOfRecord.self), "referrals.state": name(ReferralState.self),
        "referrals.decline_reason": name(ReferralDeclineReason.self),
        "seat_occupations.state": name(OccupationState.self),
        "candidate_reads.purpose": from([
            "case_page": "je traject bekeken", "correction": "je gegevens verbeterd", "assessment": "je beoordeling",
            "ranking": "plekken voor je gezocht", "proposal": "een voorstel aan een praktijk",
            "referral": "een doorverwijzing", "card": "je kaart bekeken", "export": "een lijst gedownload",
            "work_list": "de werklijst gedownload",
        ]),
    ]
}
