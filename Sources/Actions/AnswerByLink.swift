public import Domain
import Foundation
import Mail
import Postgres
public import Store

/// What a practice does with the link it was mailed: looks, and answers once. Looking changes nothing.
public struct AnswerByLink: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// What the practice presses.
    public enum Word: Sendable {
        case answer(AnswerProposal.Answer)
        /// *Bel mij*: no answer yet, but a wish on the team's work list.
        case callMe
    }

    /// What the link shows.
    public struct Seen: Sendable {
        public let card: PracticeCardStore.Row
        public let levels: [CompetenceArea: Int]
        /// The link itself is too old to show a card with a name, or to answer.
        public let isExpired: Bool
        /// Whether an answer can still be given.
        public let canAnswer: Bool
    }

    /// The link shows what became of the proposal for two months after the day on which an answer was due.
    static func linkEnd(_ card: PracticeCardStore.Row, time: AmsterdamTime) -> Date { time.startOfDay(card.dueOn + 61) }

    /// - Throws: `NotFound` for a link that never was, or whose proposal is gone.
    public func look(_ token: LinkToken) async throws -> Seen {
        let link = try await world.database.transaction(as: .visitor) { connection in
            try await MailLinkStore.find(token.hash, .practiceAnswer, on: connection)
        }
        guard let link, case .proposal(let id) = link.subject else { throw NotFound() }
        let (card, levels) = try await world.database.transaction(as: .practice(id)) { connection in
            (try await PracticeCardStore.card(on: connection), try await PracticeCardStore.levels(on: connection))
        }
        guard let card else { throw NotFound() }
        let isExpired = link.expiresAt <= world.now()
        if !isExpired, card.candidateName != nil { try await noteIntroduction(card) }
        return Seen(
            card: card,
            levels: levels,
            isExpired: isExpired,
            canAnswer: !isExpired && card.state == .open && card.dueOn >= world.today
        )
    }

    /// - Parameters:
    ///   - version: of the proposal, as the form was made from it.
    ///   - note: what the practice adds in its own words.
    /// - Throws: `NotFound`; `Conflict` `proposal_answered`, `stale_page`; `Rejected` for fields `klikgesprek` and `vanaf`.
    public func callAsFunction(_ word: Word, by token: LinkToken, version: Int, note: String) async throws {
        let seen = try await look(token)
        guard seen.canAnswer else {
            throw Conflict(code: "proposal_answered", message: "Op deze vraag kun je niet meer antwoorden.")
        }
        let hand = PracticeHand(teamID: seen.card.teamID, regionCode: seen.card.regionCode)
        switch word {
        case .answer(let answer):
            try await AnswerProposal(world: world)(
                answer,
                to: seen.card.reference,
                version: version,
                note: note,
                byPractice: hand
            )
            try await world.database.transaction(as: .visitor) { connection in
                _ = try await MailLinkStore.use(token.hash, .practiceAnswer, at: world.now(), on: connection)
            }
        case .callMe: try await askForCall(seen.card, version: version, note: note, by: hand)
        }
    }

    private func askForCall(
        _ card: PracticeCardStore.Row,
        version: Int,
        note: String,
        by hand: PracticeHand
    ) async throws {
        try await explainingRefusals {
            try await world.database.transaction(as: hand.acting) { connection in
                let (proposal, file) = try await world.lockProposal(
                    card.reference,
                    version: version,
                    by: hand,
                    on: connection
                )
                guard
                    try await ProposalStore.wantCall(
                        proposal.id,
                        version: version,
                        now: world.now(),
                        on: connection
                    )
                else { throw Conflict.stalePage }
                if !note.isEmpty {
                    try await CaseHistoryStore.insertContact(
                        world.newUUID(),
                        of: file.id,
                        team: file.teamID,
                        by: nil,
                        at: world.now(),
                        party: .practice,
                        channel: .message,
                        wasReached: true,
                        note: note,
                        on: connection
                    )
                }
                let facts = ["proposal": proposal.reference.text]
                try await world.record(.callWanted, in: file, facts: facts, by: hand, on: connection)
                try await world.tell(
                    .callWanted,
                    case: file.id,
                    team: file.teamID,
                    proposal: proposal.id,
                    facts: facts,
                    on: connection
                )
            }
        }
    }

    /// Once the practice sees a name, the candidate can see that it did; at most once an hour.
    private func noteIntroduction(_ card: PracticeCardStore.Row) async throws {
        let hand = PracticeHand(teamID: card.teamID, regionCode: card.regionCode)
        let now = world.now()
        try await world.database.transaction(as: hand.acting) { connection in
            guard let row = try await ProposalStore.find(card.reference, of: card.teamID, on: connection) else {
                return
            }
            let isKnown = try await CandidateReadStore.wasRead(
                row.candidateID,
                .practiceLink,
                since: now - 3_600,
                on: connection
            )
            guard !isKnown else { return }
            try await CandidateReadStore.insert(
                row.candidateID,
                .practiceLink,
                id: world.newUUID(),
                acting: hand.acting,
                at: now,
                on: connection
            )
        }
    }
}

/// A practice that came by its link. What it does is written down for the team that asked, without a staff member.
struct PracticeHand: ActsForTeam {
    let teamID: Team.ID
    let regionCode: RegionCode

    var acting: Acting { Acting(teamID: teamID, regionCode: regionCode) }
}
