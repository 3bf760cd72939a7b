import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import PageKit
import Postgres
import Site
import Store

/// Puts the page of one referral together: a card without identity for the receiver, the state of things for the sender.
struct ReferralShowView: Sendable {
    let web: WebServices
    let actor: Actor
    let reference: Reference

    /// Everything read in one transaction.
    private struct Facts {
        let row: ReferralRow
        let places: [ReferralStore.PlaceRow]
        let chain: [ReferralStore.Hop]
        let card: ReferralStore.Card?
        let levels: [ReferralStore.Level]
        let receivers: [(name: String, phone: String)]
        /// Fits of now, while the card can be seen.
        var fits: [TrainingPlace.ID: Fit] = [:]
        var model: ScoringModel?
    }

    /// The page of a referral to this region that the sender took back; nil when it was not.
    func takenBack() async throws -> ReferralTakenBackPage? {
        let world = web.world
        return try await world.database.transaction(as: actor.acting) { connection in
            guard try await ReferralStore.find(reference, on: connection) == nil else { return nil }
            let all = try await ReferralStore.takenBack(since: world.now() - 60 * 86_400, on: connection)
            return all.first { $0.reference == reference }.map {
                ReferralTakenBackPage(
                    region: $0.sendingRegionName,
                    when: world.time.today(at: $0.answeredAt).dutchShort(seenOn: world.today)
                )
            }
        }
    }

    func page(
        entered: FormData? = nil,
        errors: [FieldError] = [],
        conflict: Conflict? = nil
    ) async throws -> ReferralShowPage {
        let facts = try await facts()
        let row = facts.row
        let isReceiver = row.receivingRegionCode == actor.regionCode
        let title =
            isReceiver
            ? "Doorverwijzing uit \(row.sendingRegionName)"
            : "\(row.candidateName?.full ?? "Kandidaat") naar \(row.receivingRegionName)"
        return ReferralShowPage(
            header: PageHeader(
                title: title,
                lead: "Kenmerk \(row.reference)",
                breadcrumbs: [PageLink("Doorverwijzingen", "/doorverwijzingen")],
                tags: [CaseWords.tag(row.state)],
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            problem: conflict.map { Notice(.warning, title: "Dit kon niet", text: $0.message) },
            status: status(row, isReceiver: isReceiver),
            motivation: row.motivation,
            card: facts.card.map(card),
            profile: facts.levels.isEmpty ? nil : profile(facts.levels),
            places: places(facts),
            chain: chain(facts),
            phones: phones(facts),
            actions: actions(row, isReceiver: isReceiver),
            decline: isReceiver && isOpen(row) ? decline(row, entered, errors) : nil,
            nextLink: nextLink(row, isReceiver: isReceiver)
        )
    }

    private func facts() async throws -> Facts {
        let world = web.world
        let (facts, profiles) = try await world.database.transaction(as: actor.acting) { connection in
            guard let row = try await ReferralStore.find(reference, on: connection) else { throw NotFound() }
            let card = try await ReferralStore.card(of: row.id, on: connection)
            if card != nil {
                try await CandidateReadStore.insert(
                    row.candidateID,
                    .card,
                    id: world.newUUID(),
                    acting: actor.acting,
                    at: world.now(),
                    on: connection
                )
            }
            let places = try await ReferralStore.places(of: row.id, on: connection)
            var profiles: [PlaceProfile] = []
            if row.state == .open, card != nil {
                // The seat this very referral holds is not taken by another.
                profiles = try await MatchReader.read(at: world.now(), today: world.today, on: connection)
                    .places(.ids(places.map(\.id)), freeFor: row.caseID, on: connection)
            }
            return (
                Facts(
                    row: row,
                    places: places,
                    chain: try await ReferralStore.chain(of: row.id, on: connection),
                    card: card,
                    levels: try await ReferralStore.levels(of: row.id, on: connection),
                    receivers: try await ReferralStore.teams(in: row.receivingRegionCode, on: connection)
                ), profiles
            )
        }
        return profiles.isEmpty ? facts : try await fitting(facts, profiles)
    }

    /// The fits of now. They rest on more than the card tells, so the matcher makes them, for whoever may see the card.
    private func fitting(_ facts: Facts, _ profiles: [PlaceProfile]) async throws -> Facts {
        let world = web.world
        return try await world.matcherDatabase.transaction(as: .visitor) { connection in
            let reader = try await MatchReader.read(at: world.now(), today: world.today, on: connection)
            guard let candidate = try await reader.candidate(facts.row.caseID, on: connection) else { return facts }
            var facts = facts
            facts.model = reader.model
            for profile in profiles {
                facts.fits[profile.id] = reader.model.evaluate(candidate, profile, today: world.today).fit
            }
            return facts
        }
    }

    private func isOpen(_ row: ReferralRow) -> Bool { row.state == .open && row.dueOn >= web.world.today }

    private func status(_ row: ReferralRow, isReceiver: Bool) -> String {
        let today = web.world.today
        let due = row.dueOn.dutchShort(seenOn: today)
        let answered = row.answeredAt.map { web.world.time.today(at: $0).dutchShort(seenOn: today) } ?? ""
        switch row.state {
        case .open where row.dueOn < today: return "De termijn is voorbij. De kandidaat gaat terug naar de afzender."
        case .open where isReceiver:
            return "\(row.sendingTeamName) vraagt of jullie deze kandidaat overnemen. Antwoord uiterlijk \(due)."
        case .open:
            return "Wacht op \(row.receivingRegionName) tot en met \(due). Tot die tijd blijft de kandidaat bij jullie."
        case .accepted:
            return "\(row.receivingTeamName ?? row.receivingRegionName) nam de kandidaat over op \(answered)."
        case .declined:
            let reason = row.declineReason.map { web.reference.reason("referral_decline", $0.rawValue) } ?? ""
            let other = row.alternativeReference.map { " Wel mogelijk: \(row.alternativeName ?? "") (\($0))." } ?? ""
            return "Teruggegeven op \(answered). \(reason) \(row.answerNote)".trimmingCharacters(in: .whitespaces)
                + other
        case .lapsed: return "Er kwam geen antwoord voor \(due). De kandidaat is terug bij \(row.sendingRegionName)."
        case .withdrawn: return "Ingetrokken op \(answered)."
        }
    }

    private func card(_ card: ReferralStore.Card) -> PageKit.Facts {
        let today = web.world.today
        var facts = [
            Fact("Zoekt", "\(card.kind.dutchName), \(card.roleName)"),
            Fact("Leerweg", "\(card.route.dutchName), jaar \(card.studyYear)"),
            Fact("Woont in de gemeente", card.municipalityName),
            Fact("Reist met", "\(card.travelMeans.dutchName), tot \(card.travelLimitInKilometres) km"),
            Fact(
                "Start",
                "\(card.wishedStartOn.dutchShort(seenOn: today)) (kan van \(card.earliestStartOn.dutchShort(seenOn: today)) "
                    + "tot en met \(card.latestStartOn.dutchShort(seenOn: today)))"
            ),
            Fact(
                "Duur",
                card.weeksNeeded == card.weeksWanted
                    ? "\(card.weeksWanted) weken" : "\(card.weeksNeeded) tot \(card.weeksWanted) weken"
            ),
            Fact("Dagen", "\(card.weekdays.dutchName), minstens \(card.weekdaysLeast)"),
            Fact(
                "Uren per week",
                card.hoursLeast == card.hoursMost ? "\(card.hoursMost)" : "\(card.hoursLeast) tot \(card.hoursMost)"
            ),
        ]
        if let school = card.schoolName { facts.append(Fact("School", school)) }
        if !card.schoolWeekdays.isEmpty { facts.append(Fact("Schooldagen", card.schoolWeekdays.dutchName)) }
        if card.hasPriority { facts.append(Fact("Voorrang", "ja, een eerdere plek viel weg")) }
        return PageKit.Facts(facts)
    }

    private func profile(_ levels: [ReferralStore.Level]) -> ProfileFigure {
        ProfileFigure(
            id: "profiel",
            title: "Wat de kandidaat kan, per gebied",
            rows: levels.map {
                ProfileFigure.Area(
                    area: $0.area.dutchName.capitalisedFirst,
                    level: $0.level,
                    isAssessed: $0.isAssessed,
                    target: $0.target
                )
            }
        )
    }

    private func places(_ facts: Facts) -> [ReferralShowPage.Place] {
        let today = web.world.today
        return facts.places.map { place in
            ReferralShowPage.Place(
                name: "\(place.practiceName), \(place.town)",
                url: "/plekken/\(place.reference)",
                detail:
                    "\(CaseWords.kilometres(place.distanceInHectometres)) · start \(place.startsOn.dutchShort(seenOn: today))"
                    + (place.state == .open ? "" : " · nu \(place.state.dutchName)"),
                fit: facts.model.flatMap { model in
                    facts.fits[place.id].map {
                        FitBar.of($0, model: model, id: "past-\(place.position)", isLabelled: place.position == 1)
                    }
                },
                shownFit: CaseWords.shown(place.fit),
                isHeld: place.isHeld
            )
        }
    }

    private func chain(_ facts: Facts) -> ChainFigure {
        let (today, time) = (web.world.today, web.world.time)
        func day(_ moment: Date) -> String { time.today(at: moment).dutchShort(seenOn: today) }
        var stops: [ChainFigure.Stop] = []
        if let first = facts.chain.first {
            stops.append(
                ChainFigure.Stop(
                    region: web.reference.regionName(first.sendingRegionCode),
                    when: day(first.openedAt),
                    answer: "verwijst door",
                    kind: .past
                )
            )
        }
        for hop in facts.chain {
            stops.append(
                ChainFigure.Stop(
                    region: web.reference.regionName(hop.receivingRegionCode),
                    when: hop.answeredAt.map(day) ?? "sinds \(day(hop.openedAt))",
                    answer: hop.declineReason?.dutchName ?? hop.state.dutchName,
                    kind: hop.state == .open ? .current : .past
                )
            )
        }
        return ChainFigure(id: "keten", stops: stops)
    }

    private func phones(_ facts: Facts) -> PageKit.Facts {
        var phones = [CaseWords.phoneFact(facts.row.sendingTeamName, facts.row.sendingTeamPhone)]
        if let name = facts.row.receivingTeamName, let phone = facts.row.receivingTeamPhone {
            phones.append(CaseWords.phoneFact(name, phone))
        } else {
            phones += facts.receivers.prefix(3).map { CaseWords.phoneFact($0.name, $0.phone) }
        }
        return PageKit.Facts(phones)
    }

    private func actions(_ row: ReferralRow, isReceiver: Bool) -> [ActionForm] {
        guard isOpen(row) else { return [] }
        if isReceiver {
            return [
                ActionForm(
                    action: "/doorverwijzingen/\(row.reference)/overnemen",
                    explanation:
                        "Je team wordt verantwoordelijk. Daarna zie je de naam en het telefoonnummer, en stel je de "
                        + "plek voor aan de praktijk.",
                    button: "Neem deze kandidaat over van \(row.sendingRegionName)",
                    version: row.version,
                    submissionID: web.world.newUUID().uuidString
                )
            ]
        }
        guard row.caseTeamID == actor.teamID else { return [] }
        return [
            ActionForm(
                action: "/doorverwijzingen/\(row.reference)/intrekken",
                explanation:
                    "Trek je de doorverwijzing in, dan zoekt de kandidaat weer bij jullie en komt de plek vrij.",
                button: "Trek de doorverwijzing in",
                isSecondary: true,
                version: row.version,
                submissionID: web.world.newUUID().uuidString
            )
        ]
    }

    private func decline(_ row: ReferralRow, _ entered: FormData?, _ errors: [FieldError]) -> ReferralShowPage.Decline {
        func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
        return ReferralShowPage.Decline(
            action: "/doorverwijzingen/\(row.reference)/teruggeven",
            reason: SelectField(
                name: "reden",
                label: "Waarom kan het niet?",
                options: CaseWords.options(web.reference.reasons["referral_decline"]),
                selected: entered?["reden"],
                error: error("reden")
            ),
            alternative: TextField(
                name: "andere_plek",
                label: "Kenmerk van een andere plek in jullie regio",
                value: entered?["andere_plek"] ?? "",
                description: "Is er een andere open plek? Noem die, dan heeft de afzender er iets aan.",
                error: error("andere_plek"),
                isRequired: false,
                width: .short
            ),
            note: TextArea(
                name: "notitie",
                label: "Toelichting",
                value: entered?["notitie"] ?? "",
                error: error("notitie"),
                isRequired: false,
                rows: 2
            ),
            version: row.version,
            submissionID: web.world.newUUID().uuidString
        )
    }

    private func nextLink(_ row: ReferralRow, isReceiver: Bool) -> PageLink? {
        guard let file = row.caseReference, row.caseTeamID == actor.teamID else { return nil }
        if row.state == .declined || row.state == .lapsed, !isReceiver {
            return PageLink("Kies een andere regio", "/kandidaten/\(file)/doorverwijzen")
        }
        return row.state == .accepted ? PageLink("Open het traject", "/kandidaten/\(file)") : nil
    }
}
