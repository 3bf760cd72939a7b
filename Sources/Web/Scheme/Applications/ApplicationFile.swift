import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// Everything of one application, read as the person who looks.
struct ApplicationFile: Sendable {
    let row: ApplicationStore.Row
    let content: ApplicationContent
    let year: SchemeStore.Year
    let questions: [ApplicationQuestionStore.Question]
    let reports: [ApplicationReportStore.Report]
    let events: [ApplicationEventStore.Event]

    /// - Throws: `NotFound` for an application of others.
    static func read(_ reference: Reference, as acting: Acting, web: WebServices) async throws -> ApplicationFile {
        try await web.world.database.transaction(as: acting) { connection in
            guard let row = try await ApplicationStore.find(reference, on: connection),
                let year = try await SchemeStore.find(row.year, on: connection)
            else { throw NotFound() }
            return ApplicationFile(
                row: row,
                content: try await ApplicationPartStore.content(of: row, on: connection),
                year: year,
                questions: try await ApplicationQuestionStore.questions(of: row.id, on: connection),
                reports: try await ApplicationReportStore.reports(of: row.id, on: connection),
                events: try await ApplicationEventStore.events(of: row.id, on: connection)
            )
        }
    }
}

extension ApplicationStore.Row {
    /// - Throws: `Conflict` when the applicant cannot change it now.
    func requireOpen() throws {
        guard state.isOpenToApplicant else {
            throw Conflict(
                code: "application_state",
                message: "Je kunt deze aanvraag nu niet wijzigen. De aanvraag is nu: \(state.dutchName).",
                next: .init("Bekijk de aanvraag", path)
            )
        }
    }
}

/// What the leader can do next with an application.
struct NextStep: Sendable {
    enum Phase { case leader, busy, closed }

    let phase: Phase
    let text: String
    let action: PageLink?
    /// Since when it is so.
    private let since: Date

    init(_ row: ApplicationStore.Row, web: WebServices) {
        let today = web.world.today
        func step(_ phase: Phase, _ text: String, _ action: PageLink? = nil) -> (Phase, String, PageLink?) {
            (phase, text, action)
        }
        let found: (Phase, String, PageLink?)
        switch row.state {
        case .draft where row.yearClosesOn < today:
            found = step(
                .leader,
                "De regeling van \(row.year) is gesloten. Is er een ander jaar open, dan neem je dit concept over.",
                PageLink("Bekijk het concept", row.path)
            )
        case .draft:
            found = step(
                .leader,
                "Dit is een concept. Vul het verder in en dien het in.",
                PageLink("Ga verder", "\(row.path)/stap/1")
            )
        case .asked:
            let due = row.answerDueOn ?? today
            found = step(
                .leader,
                due < today
                    ? "Het fonds wacht op je antwoord. Dat is te laat: geef het zo snel mogelijk."
                    : "Het fonds heeft een vraag. Antwoord graag voor \(due.dutchLong).",
                PageLink("Geef antwoord", "\(row.path)/antwoord")
            )
        case .submitted: found = step(.busy, "Het fonds bekijkt je aanvraag. Je hoeft nu niets te doen.")
        case .waiting:
            found = step(.busy, "Je staat op de wachtlijst. Komt er geld vrij, dan kijken we eerst naar deze lijst.")
        case .granted:
            found = step(
                .leader,
                "Je aanvraag is toegekend. Meld wanneer het project begint.",
                PageLink("Meld de start", "\(row.path)/start")
            )
        case .running where row.hasFinalReport:
            found = step(.busy, "Je eindverslag is binnen. Het fonds rekent af.")
        case .running where row.lacksPartners:
            found = step(
                .leader,
                "Er doen te weinig partners mee. Voeg een partner toe.",
                PageLink("Voeg een partner toe", "\(row.path)/partners")
            )
        case .running where (row.endsOn ?? today) - 28 <= today:
            found = step(
                .leader,
                "Het project is bijna klaar of al afgelopen. Schrijf het eindverslag.",
                PageLink("Schrijf het eindverslag", "\(row.path)/verslag/eind")
            )
        case .running:
            found = step(.busy, "Het project loopt tot en met \(row.endsOn?.dutchLong ?? "het eind").")
        case .refused: found = step(.closed, "Je aanvraag is niet toegekend. In de brief staan de reden en een advies.")
        case .withdrawn: found = step(.closed, "Je hebt deze aanvraag ingetrokken.")
        case .ended: found = step(.closed, "Het project is afgerond.")
        case .stopped: found = step(.closed, "Het project is gestopt.")
        }
        (phase, text, action) = found
        since = row.decidedAt ?? row.waitingSince ?? row.createdAt
    }

    func line(_ row: ApplicationStore.Row, web: WebServices) -> ApplicationListPage.Row {
        let days = max(0, web.world.today - web.world.time.today(at: since))
        return ApplicationListPage.Row(
            mark: "\(days)",
            markText: days == 1 ? "dag" : "dagen",
            title: row.name,
            url: row.path,
            text: text,
            detail: "Kenmerk \(row.reference), regeling \(row.year)",
            tags: row.tags,
            action: action,
            kind: phase == .leader ? .today : .waiting
        )
    }
}
