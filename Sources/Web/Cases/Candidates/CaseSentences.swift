import Actions
import Domain
import Foundation
import PageKit
import Site
import Store

/// A case in Dutch sentences: its step, who has it until when, and what happened.
struct CaseSentences {
    let reference: ReferenceData
    let today: CalendarDate
    let time: AmsterdamTime

    /// The step in a word, with a shape that says whether it waits, runs or is late.
    static func tag(_ state: CaseState, isOverdue: Bool = false) -> Tag {
        if isOverdue { return Tag(state.dutchName, .overdue) }
        switch state {
        case .registered, .searching, .proposed, .interview, .agreed, .referring, .watching, .stopped:
            return Tag(state.dutchName, .waiting)
        case .placed, .started, .completed: return Tag(state.dutchName, .ok)
        case .withdrawn: return Tag(state.dutchName, .neutral)
        }
    }

    /// "Wacht op praktijk De Linde tot do 3 dec."
    func standing(_ file: CaseFileStore.Row, practice: String?, hops: [CaseHistoryStore.Hop]) -> String {
        let until = file.dueOn.map { " tot en met \($0.dutchShort(seenOn: today))" } ?? ""
        switch file.state {
        case .completed: return "Afgerond\(closed(file))."
        case .withdrawn:
            return "Gestopt met zoeken\(closed(file)): \(file.withdrawalReason?.dutchName ?? "reden onbekend")."
        case .referring:
            let region = hops.last { $0.state == .open }.map { reference.regionName($0.receivingRegion) }
            return
                "Wacht op regio \(region ?? "die is gevraagd")\(until). Tot die regio ja zegt, blijft ons team aan zet."
        case .watching:
            return "We blijven zoeken: \(file.watchReason?.dutchName ?? "reden onbekend"). Kijk opnieuw\(until)."
        default: break
        }
        switch file.owner {
        case .team: return "Ons team is aan zet\(until)."
        case .practice: return "Wacht op \(practice.map { "praktijk \($0)" } ?? "de praktijk")\(until)."
        case .candidate: return "Wacht op de kandidaat\(until)."
        case .school: return "Wacht op de school\(until)."
        case .nobody: return ""
        }
    }

    private func closed(_ file: CaseFileStore.Row) -> String {
        file.closedAt.map { " op \(time.today(at: $0).dutchShort(seenOn: today))" } ?? ""
    }

    /// What is too late, and whom to call.
    func lateness(_ file: CaseFileStore.Row, practice: CaseHistoryStore.PracticeContact?) -> Notice? {
        guard let dueOn = file.dueOn, dueOn < today else { return nil }
        let days = today - dueOn
        let late = days == 1 ? "Dit is 1 dag te laat." : "Dit is \(days) dagen te laat."
        if file.owner == .practice, let practice {
            let phone = practice.phone.flatMap { PhoneNumber($0) }
            return Notice(
                .warning,
                text: "\(late) Bel praktijk \(practice.name).",
                link: phone.map { PageLink("Bel \($0)", "tel:\($0.rawValue)") }
                    ?? PageLink("Naar de praktijk", "/praktijken/\(practice.reference)")
            )
        }
        return Notice(.warning, text: "\(late) Doe de volgende stap, of leg vast waarom het langer duurt.")
    }

    /// The stall clock as a band of days.
    func clock(_ spans: [CaseHistoryStore.Span]) -> ClockFigure {
        ClockFigure(
            id: "klok",
            title: "Wie had dit traject, en hoe lang",
            spans: spans.map { span in
                let (from, until) = (time.today(at: span.fromAt), span.untilAt.map { time.today(at: $0) } ?? today)
                return ClockFigure.Span(
                    owner: ClockFigure.Owner(rawValue: span.owner.rawValue) ?? .nobody,
                    label: span.state.dutchName,
                    days: until - from,
                    overdueDays: span.dueOn.map { max(0, until - max($0, from)) } ?? 0
                )
            }
        )
    }

    /// The regions this case was in or was offered to; nil when it never left the first one.
    func chain(_ file: CaseFileStore.Row, _ hops: [CaseHistoryStore.Hop]) -> ChainFigure? {
        guard !hops.isEmpty else { return nil }
        let holder = hops.lastIndex { $0.state == .accepted }
        var stops = [
            ChainFigure.Stop(
                region: reference.regionName(file.originRegionCode),
                when: "vanaf \(day(file.openedAt))",
                answer: holder == nil ? "heeft het traject" : "begon hier",
                kind: holder == nil ? .current : .past
            )
        ]
        stops += hops.enumerated().map { index, hop in
            let answered = hop.answeredAt.map { day($0) }
            return ChainFigure.Stop(
                region: reference.regionName(hop.receivingRegion),
                when: answered.map { "\(day(hop.openedAt)) – \($0)" } ?? "gevraagd \(day(hop.openedAt))",
                answer: hop.state.dutchName,
                kind: index == holder ? .current : hop.state == .open ? .next : .past
            )
        }
        return ChainFigure(id: "keten", stops: stops)
    }

    private func day(_ moment: Date) -> String { time.today(at: moment).dutchShort(seenOn: today) }

    /// The log as a line of events, the newest first.
    func timeline(_ events: [CaseHistoryStore.Event]) -> Timeline {
        Timeline(
            events.map { event in
                let date = time.today(at: event.happenedAt)
                return TimelineItem(
                    when: date.dutchShort(seenOn: today),
                    datetime: date.iso8601,
                    title: Self.capitalised(event.kind.dutchName),
                    who: event.staffName.map { name in event.teamName.map { "\(name), \($0)" } ?? name }
                        ?? event.teamName,
                    detail: detail(event)
                )
            }
        )
    }

    /// What the facts of an event add: a reason, a region, a date.
    private func detail(_ event: CaseHistoryStore.Event) -> String? {
        var parts: [String] = []
        if let code = event.facts["regionCode"] {
            parts.append(
                code == "neighbours" ? "Alle buurregio's." : "Regio \(reference.regionName(RegionCode(code)))."
            )
        }
        if let origin = event.facts["origin"].flatMap(CaseOrigin.init) {
            parts.append(Self.capitalised(origin.dutchName) + ".")
        }
        if let date = event.facts["on"].flatMap({ CalendarDate(iso: $0) }) {
            parts.append("Op \(date.dutchShort(seenOn: today)).")
        }
        if let party = event.facts["by"].flatMap(StopParty.init) { parts.append("Door \(party.dutchName).") }
        if let form = event.facts["form"].flatMap(AssessmentForm.init) {
            parts.append("Vragenlijst: \(form.dutchName).")
        }
        if let answer = event.facts["answer"].flatMap(ProposalState.init) {
            parts.append(Self.capitalised(answer.dutchName) + ".")
        }
        if let reason = event.facts["reason"] { parts.append(sentence(reason, event.kind)) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func sentence(_ code: String, _ kind: CaseEventKind) -> String {
        switch kind {
        case .watching: reference.reason("watch", code)
        case .withdrawn: reference.reason("withdrawal", code)
        case .stopped: reference.reason("stop", code)
        case .proposalAnswered: reference.reason("practice_decline", code)
        case .referralDeclined: reference.reason("referral_decline", code)
        case .placeLost: reference.reason("place_lost", code)
        default: ""
        }
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
