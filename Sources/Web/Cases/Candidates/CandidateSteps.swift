import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// A step that a coordinator takes with a case; its raw value stands in the path.
enum CaseStep: String, CaseIterable {
    case search = "zoeken"
    case watch = "blijven-zoeken"
    case withdraw = "terugtrekken"
    case start
    case complete = "afronden"
    case stop = "stoppen"

    /// From which states it can be taken.
    var states: [CaseState] {
        switch self {
        case .search: CaseState.startable
        case .watch: [.searching]
        case .withdraw: CaseState.open
        case .start: [.placed]
        case .complete, .stop: [.started]
        }
    }

    var linkText: String {
        switch self {
        case .search: "Zet de kandidaat op zoek"
        case .watch: "Zet op “we blijven zoeken”"
        case .withdraw: "Trek het traject terug"
        case .start: "Meld de start"
        case .complete: "Rond de plaatsing af"
        case .stop: "Meld dat de plaatsing stopt"
        }
    }

    var notice: NoticeCode {
        switch self {
        case .search: .caseSearching
        case .watch: .caseWatching
        case .withdraw: .caseWithdrawn
        case .start: .placementStarted
        case .complete: .placementCompleted
        case .stop: .placementStopped
        }
    }

    /// Does it, with what the form holds.
    func take(
        _ reference: Reference,
        _ data: FormData,
        web: WebServices,
        by actor: Actor
    ) async throws -> String {
        var form = Form(data)
        let submission = form.submissionID()
        switch self {
        case .search:
            try form.finish()
            return try await StartSearching(world: web.world)(reference, by: actor, submission: submission)
        case .watch:
            let reason = form.choice("reden", WatchReason.self, label: "Reden")
            guard form.isValid, let reason else { throw form.rejected }
            return try await WatchCase(world: web.world)(reference, reason: reason, by: actor, submission: submission)
        case .withdraw:
            let reason = form.choice("reden", WithdrawalReason.self, label: "Reden")
            guard form.isValid, let reason else { throw form.rejected }
            return try await WithdrawCase(world: web.world)(
                reference,
                reason: reason,
                by: actor,
                submission: submission
            )
        case .start:
            try form.finish()
            return try await StartPlacement(world: web.world)(reference, by: actor, submission: submission)
        case .complete:
            try form.finish()
            return try await CompletePlacement(world: web.world)(reference, by: actor, submission: submission)
        case .stop:
            let date = form.date("datum", label: "Laatste dag")
            let party = form.choice("door", StopParty.self, label: "Wie stopt")
            let reason = form.parsed("reden", label: "Reden", message: "Kies een reden uit de lijst.") { $0 }
            guard form.isValid, let date, let party, let reason else { throw form.rejected }
            return try await StopPlacement(world: web.world)(
                reference,
                on: date,
                by: party,
                reason: reason,
                by: actor,
                submission: submission
            )
        }
    }

    /// The page that asks once more.
    func content(
        _ found: CandidateFile,
        tries: CaseHistoryStore.Tries?,
        entered: FormEntries,
        reference: ReferenceData,
        today: CalendarDate,
        time: AmsterdamTime
    ) -> CandidateStepPage.Content {
        let name = found.candidate.name.givenName
        switch self {
        case .search:
            let text =
                found.file.state == .stopped
                ? "\(name) zoekt weer een plek en krijgt voorrang."
                : "\(name) telt vanaf nu mee bij plekken die passen."
            return .init(title: "Zet \(found.name) op zoek", explanation: text, button: "Zet de kandidaat op zoek")
        case .watch:
            var content = CandidateStepPage.Content(
                title: "We blijven zoeken voor \(found.name)",
                explanation: "Elke nieuwe of gewijzigde plek wordt voor \(name) bekeken. Dat kan alleen met een reden.",
                button: "Zet op “we blijven zoeken”"
            )
            content.choices = [
                reasons(WatchReason.allCases.map { ($0.rawValue, reference.reason("watch", $0.rawValue)) }, entered)
            ]
            return content
        case .withdraw: return withdrawal(found, tries, entered, reference, today, time)
        case .start:
            return .init(
                title: "\(found.name) is gestart",
                explanation: "Je legt vast dat \(name) bij de praktijk is begonnen.",
                button: "Meld de start"
            )
        case .complete:
            return .init(
                title: "De plaatsing van \(found.name) is afgerond",
                explanation: "Het traject eindigt hier. \(name) blijft nog even vindbaar voor de vergoedingen.",
                button: "Rond de plaatsing af"
            )
        case .stop:
            var content = CandidateStepPage.Content(
                title: "De plaatsing van \(found.name) stopt",
                explanation: "De plek komt vrij. Daarna kies je of \(name) met voorrang verder zoekt.",
                button: "Meld dat de plaatsing stopt"
            )
            content.isDangerous = true
            content.choices = [
                Choices(
                    name: "door",
                    legend: "Wie stopt?",
                    kind: .radio,
                    options: StopParty.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                    selected: entered.all("door"),
                    error: entered.error("door"),
                    isInline: true
                ),
                reasons((reference.reasons["stop"] ?? []).map { ($0.code, $0.sentence) }, entered),
            ]
            let date = entered.value("datum")
            content.fields = [
                TextField(
                    name: "datum",
                    label: "Laatste dag",
                    value: date.isEmpty ? today.dutchNumeric : date,
                    error: entered.error("datum"),
                    kind: .date
                )
            ]
            return content
        }
    }

    private func withdrawal(
        _ found: CandidateFile,
        _ tries: CaseHistoryStore.Tries?,
        _ entered: FormEntries,
        _ reference: ReferenceData,
        _ today: CalendarDate,
        _ time: AmsterdamTime
    ) -> CandidateStepPage.Content {
        var content = CandidateStepPage.Content(
            title: "Trek het traject van \(found.name) terug",
            explanation: "Het traject eindigt. Voorstellen en doorverwijzingen die nog open staan, trekken we in.",
            button: "Trek het traject terug"
        )
        content.isDangerous = true
        let tried = tries?.count ?? 0
        let span =
            tries?.firstAt.flatMap { first in tries?.lastAt.map { time.today(at: $0) - time.today(at: first) } } ?? 0
        content.notice = Notice(
            .info,
            title: "Niet bereikbaar?",
            text:
                "Dat kan na drie pogingen over ten minste 21 dagen. Nu: \(tried == 1 ? "1 poging" : "\(tried) pogingen") "
                + "over \(span == 1 ? "1 dag" : "\(span) dagen").",
            link: PageLink("Leg een poging vast", "\(found.url)/contacten")
        )
        let allowed = WithdrawCase.reasons.filter { $0 != .stoppedAfterStart || found.file.state == .stopped }
        content.choices = [reasons(allowed.map { ($0.rawValue, reference.reason("withdrawal", $0.rawValue)) }, entered)]
        return content
    }

    private func reasons(_ options: [(String, String)], _ entered: FormEntries) -> Choices {
        Choices(
            name: "reden",
            legend: "Reden",
            kind: .radio,
            options: options.map { Option(value: $0.0, label: $0.1) },
            selected: entered.all("reden"),
            error: entered.error("reden")
        )
    }
}
