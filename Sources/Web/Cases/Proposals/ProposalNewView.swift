import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import PageKit
import Postgres
import Site
import Store

/// Puts the form of a proposal together: the fit read fresh, the seat's free days, and other places when this one went.
struct ProposalNewView: Sendable {
    let web: WebServices
    let actor: Actor
    let caseReference: Reference
    let placeReference: Reference

    init(web: WebServices, actor: Actor, context: SignedInContext) throws {
        self.web = web
        self.actor = actor
        caseReference = try context.pathReference("ref")
        placeReference = try context.pathReference("plek")
    }

    /// The place, for whoever sees the case: others are told nothing, not even where the place is.
    func place() async throws -> PlaceHeadRow {
        let found = try await web.world.database.transaction(as: actor.acting) { connection in
            guard try await CaseFileStore.find(caseReference, on: connection) != nil else { throw NotFound() }
            return try await ProposalStore.place(placeReference, on: connection)
        }
        guard let found else { throw NotFound() }
        return found
    }

    /// - Parameters:
    ///   - entered: what was typed, after an error.
    ///   - conflict: why it cannot be held; then the next best places stand below.
    func page(
        _ head: PlaceHeadRow,
        entered: FormData? = nil,
        errors: [FieldError] = [],
        conflict: Conflict? = nil
    ) async throws -> ProposalNewPage {
        let world = web.world
        let pair = try await ExplainPair(world: world)(caseReference, placeReference, by: actor)
        let ranking = try await RankPlacesForCase(world: world, matching: web.matching)(caseReference, by: actor)
        let (name, heads, contacts) = try await world.database.transaction(as: actor.acting) { connection in
            try await CandidateReadStore.insert(
                pair.file.candidateID,
                .proposal,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            let name =
                try await CandidateStore.find(pair.file.candidateID, on: connection)?.name.full ?? "\(caseReference)"
            let others = ranking.own.filter { $0.place.reference != placeReference }.prefix(5).map(\.place.reference)
            return (
                name, try await ProposalStore.places(others, on: connection),
                try await ProposalStore.contacts(of: head.practiceID, on: connection)
            )
        }
        let fit = pair.match.fit
        let position = ranking.own.firstIndex { $0.place.reference == placeReference }
        let problem = conflict.map(Self.notice) ?? (fit == nil ? Self.impossible(pair) : nil)
        let isOver = conflict.map { $0.code != "stale_page" } ?? (fit == nil || !pair.isOpen)
        let rankingURL = "/kandidaten/\(caseReference)/plekken"
        return ProposalNewPage(
            header: PageHeader(
                title: "Stel \(name) voor aan \(head.practiceName)",
                lead: "\(head.town), \(head.regionName)",
                back: PageLink("Terug naar de plekken", rankingURL),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            problem: problem,
            fit: fit.map { FitBar.of($0, model: pair.model, id: "past", isLabelled: true) },
            facts: facts(head, fit, contacts),
            sentences: sentences(pair),
            entry: isOver ? nil : fit.map { entry($0, pair, isFirst: position == 0, entered, errors) },
            alternatives: isOver ? alternatives(ranking, heads) : [],
            rankingURL: rankingURL
        )
    }

    private static func notice(_ conflict: Conflict) -> Notice {
        Notice(
            .warning,
            title: conflict.code == "seat_taken" ? "Deze plek is net bezet" : "Dit kon niet",
            text: conflict.code == "seat_taken"
                ? "Iemand anders was eerder. Hieronder staan de beste andere plekken." : conflict.message
        )
    }

    private static func impossible(_ pair: ExplainPair.Pair) -> Notice {
        Notice(
            .warning,
            title: "Deze plek past niet",
            text: pair.match.failedLimits.map { $0.dutchSentence(for: .candidate) }.joined(separator: " ")
        )
    }

    private func facts(_ head: PlaceHeadRow, _ fit: Fit?, _ contacts: [PracticeContactRow]) -> Facts {
        let today = web.world.today
        var facts: [Fact] = []
        if let fit {
            facts += [
                Fact("Start", fit.startOn.dutchShort(seenOn: today)),
                Fact("Tot en met", (fit.untilOn - 1).dutchShort(seenOn: today)),
                Fact("Reizen", CaseWords.kilometres(fit.distanceInHectometres)),
            ]
        }
        facts += [Fact("Uren per week", String(head.hoursPerWeek)), Fact("Werkgever", head.employer.dutchName)]
        if !head.contactRule.isEmpty { facts.append(Fact("Contact", head.contactRule)) }
        if let contact = contacts.first { facts.append(CaseWords.phoneFact("Bel \(contact.name)", contact.phone)) }
        return Facts(facts)
    }

    private func sentences(_ pair: ExplainPair.Pair) -> [String] {
        guard let fit = pair.match.fit else { return [] }
        return Criterion.allCases.map {
            fit.dutchSentence(for: $0, side: .candidate, candidate: pair.candidate, place: pair.place)
        }
    }

    private func entry(
        _ fit: Fit,
        _ pair: ExplainPair.Pair,
        isFirst: Bool,
        _ entered: FormData?,
        _ errors: [FieldError]
    ) -> ProposalNewPage.Entry {
        func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
        let wanted = max(pair.file.weekdaysWanted, pair.file.weekdaysLeast)
        let preset = Set(fit.seatWeekdays.days.prefix(wanted).map { String($0.rawValue) })
        return ProposalNewPage.Entry(
            action: "/kandidaten/\(caseReference)/voorstellen/\(placeReference)",
            days: Choices(
                name: "dagen",
                legend: "Op welke dagen?",
                kind: .checkbox,
                options: fit.seatWeekdays.days.map { Option(value: String($0.rawValue), label: $0.dutchLongName) },
                selected: entered.map { Set($0.all("dagen")) } ?? preset,
                description: "Deze dagen zijn vrij. De kandidaat wil er \(pair.file.weekdaysWanted), minstens "
                    + "\(pair.file.weekdaysLeast).",
                error: error("dagen"),
                isInline: true
            ),
            reason: isFirst
                ? nil
                : TextArea(
                    name: "reden",
                    label: "Waarom niet de eerste plek uit de lijst?",
                    value: entered?["reden"] ?? "",
                    description: "Eén regel is genoeg.",
                    error: error("reden"),
                    rows: 2
                ),
            version: pair.file.version,
            submissionID: web.world.newUUID().uuidString,
            held: WorkingDays().adding(workingDays: 5, to: web.world.today).dutchShort(seenOn: web.world.today)
        )
    }

    private func alternatives(_ ranking: RankPlacesForCase.Ranking, _ heads: [PlaceHeadRow]) -> [FittingPlace] {
        ranking.own.compactMap { ranked in
            guard let head = heads.first(where: { $0.reference == ranked.place.reference }) else { return nil }
            return FittingPlace(
                name: "\(head.practiceName), \(head.town)",
                detail: "\(CaseWords.kilometres(ranked.fit.distanceInHectometres)) · start "
                    + ranked.fit.startOn.dutchShort(seenOn: web.world.today),
                url: "/kandidaten/\(caseReference)/voorstellen/\(head.reference)",
                button: "Stel deze plek voor",
                fit: FitBar.of(ranked.fit, model: ranking.model, id: "past-\(head.reference)")
            )
        }
    }
}
