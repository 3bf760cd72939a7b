import Domain
import Foundation
import Postgres
import Store

// What the steps of a case share: locking it, how long a seat is held, and what the database's refusals mean to people.

extension World {
    /// The case of the actor's team, locked until the transaction ends.
    /// - Throws: `NotFound`; `Conflict` when the page was made from another version.
    func lockCase(
        _ reference: Reference,
        version: Int? = nil,
        by actor: Actor,
        on connection: Connection
    ) async throws -> CaseFileStore.Row {
        guard let file = try await CaseFileStore.lock(reference, team: actor.teamID, on: connection) else {
            throw NotFound()
        }
        guard version == nil || version == file.version else { throw Conflict.stalePage }
        return file
    }

    /// The live proposal of the actor's team, read under the lock of its case.
    func lockProposal(
        _ reference: Reference,
        version: Int,
        by actor: Actor,
        on connection: Connection
    ) async throws -> (proposal: ProposalRow, file: CaseFileStore.Row) {
        guard let seen = try await ProposalStore.find(reference, of: actor.teamID, on: connection) else {
            throw NotFound()
        }
        let file = try await lockCase(seen.caseReference, by: actor, on: connection)
        guard let proposal = try await ProposalStore.find(reference, of: actor.teamID, on: connection) else {
            throw NotFound()
        }
        guard proposal.version == version else { throw Conflict.stalePage }
        guard proposal.isLive else {
            throw Conflict(
                code: "proposal_answered",
                message: "Dit voorstel is al afgerond: \(proposal.state.dutchName)."
            )
        }
        return (proposal, file)
    }

    /// A due date lapses at the next local midnight, and what is held with it.
    func heldUntil(_ dueOn: CalendarDate) -> Date { time.startOfDay(dueOn + 1) }

    /// Writes down what happened in a case, as this actor.
    func record(
        _ kind: CaseEventKind,
        in file: CaseFileStore.Row,
        facts: [String: String] = [:],
        by actor: Actor,
        on connection: Connection
    ) async throws {
        try await record(kind, in: file, facts: facts, as: actor.acting, on: connection)
    }

    /// The same for whoever acts: a coordinator, or the candidate in the own file.
    func record(
        _ kind: CaseEventKind,
        in file: CaseFileStore.Row,
        facts: [String: String] = [:],
        as acting: Acting,
        on connection: Connection
    ) async throws {
        try await CaseFileStore.record(
            kind,
            of: file.id,
            team: file.teamID,
            facts: facts,
            id: newUUID(),
            acting: acting,
            at: now(),
            on: connection
        )
    }

    /// After a proposal ended without a yes: the case looks again when no other is open, else it waits for the next one.
    func settle(
        _ file: CaseFileStore.Row,
        ended proposal: ProposalRow,
        due: DueDates,
        on connection: Connection
    ) async throws {
        let live = try await ProposalStore.live(of: file.id, on: connection)
        let endedAgreed = file.state == .agreed && proposal.state == .agreed
        guard live.count == 0 || endedAgreed else {
            if let next = live.dueOn, next != file.dueOn, file.state != .agreed {
                _ = try await CaseStepStore.handOn(
                    file.id,
                    in: file.state,
                    to: .practice,
                    dueOn: next,
                    at: now(),
                    on: connection
                )
            }
            return
        }
        guard CaseState.asking.contains(file.state) else { return }
        let step = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.on(.searching))
        guard try await CaseFileStore.take(step, file.id, from: [file.state], at: now(), on: connection) else {
            throw Conflict.stalePage
        }
    }
}

extension Conflict {
    static let stalePage = Conflict(
        code: "stale_page",
        message: "Iemand heeft dit intussen gewijzigd. Kijk hoe het er nu voor staat en doe het dan opnieuw.",
        reason: .change
    )
    static let seatTaken = Conflict(
        code: "seat_taken",
        message: "Deze plek is net bezet. Hieronder staan de beste andere plekken.",
        reason: .change
    )
    static let placeClosed = Conflict(
        code: "place_closed",
        message: "Deze plek is niet meer open. Kies een andere plek.",
        reason: .change
    )
    static let threeOpen = Conflict(
        code: "three_open",
        message:
            "Er staan al drie voorstellen open voor deze kandidaat. Trek er eerst een in, of wacht op een antwoord."
    )

    static func wrongState(_ state: CaseState, _ what: String) -> Conflict {
        Conflict(code: "wrong_state", message: "\(what) kan nu niet: deze kandidaat staat op “\(state.dutchName)”.")
    }

    /// What a refusal of the database means to people; nil when it is not theirs to mend.
    init?(_ error: DatabaseError) {
        let found: Conflict? =
            switch error.constraint {
            case "seat_occupations_no_overlap", "referrals_hold_a_seat", "proposals_hold_their_seats": .seatTaken
            case "proposals_place_open", "referrals_carry_a_place": .placeClosed
            case "training_places_referred":
                Conflict(
                    code: "place_referred",
                    message:
                        "Er staat een doorverwijzing open naar deze plek. Beantwoord die eerst; je kunt daarbij zeggen "
                        + "dat de plek weg is."
                )
            case "practice_recognitions_placed":
                Conflict(
                    code: "recognition_in_use",
                    message:
                        "Er is iemand geplaatst die op deze erkenning rekent. Meld eerst die plek als weggevallen. "
                        + "Daarna kun je de erkenning wijzigen."
                )
            case "proposals_at_most_three": .threeOpen
            case "proposals_transition", "referrals_transition", "referrals_one_open", "case_files_transition",
                "proposals_placed", "proposals_case_asks":
                .stalePage
            case "referrals_hand_over", "referrals_return", "referrals_answered_by_receiver":
                Conflict(
                    code: "referral_answered",
                    message: "Deze doorverwijzing is intussen beantwoord of ingetrokken.",
                    reason: .change
                )
            case "referrals_at_most_four_hops":
                Conflict(
                    code: "chain_exhausted",
                    message: "Deze kandidaat is vier keer doorverwezen. Zet de kandidaat op “we blijven zoeken”: dan "
                        + "kijken we bij elke nieuwe plek."
                )
            case "referrals_new_fact":
                Conflict(
                    code: "region_visited",
                    message: "Deze regio is al gevraagd. Opnieuw vragen kan alleen als er iets nieuws is. Leg vast wat."
                )
            case "referrals_consent":
                Conflict(
                    code: "no_consent",
                    message: "De kandidaat heeft voor deze regio geen toestemming (meer) gegeven."
                )
            case "consents_open_referral":
                Conflict(
                    code: "consent_in_use",
                    message:
                        "Op deze toestemming rust nog een doorverwijzing van een ander traject van deze kandidaat. "
                        + "Trek die doorverwijzing eerst in."
                )
            case "proposals_answer":
                Conflict(
                    code: "answer_not_possible",
                    message: "Dit antwoord kunnen we niet opslaan. Maak je opmerking korter of kies een andere dag."
                )
            case "referrals_elsewhere", "referral_places_region":
                Conflict(code: "place_elsewhere", message: "Kies plekken die in de gekozen regio liggen.")
            case "case_files_placed_needs_recognition":
                Conflict(
                    code: "no_recognition",
                    message:
                        "De praktijk is op de startdatum niet erkend als leerbedrijf. Vraag de erkenning aan bij SBB "
                        + "en noteer haar bij de praktijk. Daarna kun je plaatsen. De plek blijft zo lang bezet."
                )
            case "case_files_placed_has_seat", "case_files_placed_has_agreed_proposal", "case_files_placed_has_parts":
                Conflict(
                    code: "not_agreed",
                    message: "De praktijk heeft nog geen akkoord gegeven, of de plek is niet meer vrij."
                )
            default: nil
            }
        guard let found else { return nil }
        self = found
    }
}

/// Runs a body and turns the database's refusals into what people can act on.
func explainingRefusals<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as DatabaseError {
        if let conflict = Conflict(error) { throw conflict }
        throw error
    }
}

extension WeekdaySet {
    /// The first days, monday first, at most so many.
    func first(_ count: Int) -> WeekdaySet {
        days.prefix(max(0, count)).reduce(into: []) { $0.formUnion($1) }
    }
}

extension DueDates {
    /// The date of a rule; apart from the one for a state, whose names are partly the same.
    func on(_ rule: Rule) throws -> CalendarDate { try date(for: rule, closed: []) }
}
