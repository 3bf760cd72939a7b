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
        /// Whether someone pressed the button that shows name and telephone; opening the link alone shows neither.
        public let isNamed: Bool
    }

    /// The link shows what became of the proposal for two months after the day on which an answer was due.
    static func linkEnd(_ card: PracticeCardStore.Row, time: AmsterdamTime) -> Date { time.startOfDay(card.dueOn + 61) }

    /// - Parameter naming: someone wants to see who it is; the candidate can see that this happened. Mail programs that open
    ///   links never ask that.
    /// - Throws: `NotFound` for a link that never was, or whose proposal is gone.
    public func look(_ token: LinkToken, naming: Bool = false) async throws -> Seen {
        let link = try await world.database.transaction(as: .visitor) { connection in
            try await MailLinkStore.find(token.hash, .practiceAnswer, on: connection)
        }
        guard let link, case .proposal(let id) = link.subject else { throw NotFound() }
        let (card, levels) = try await world.database.transaction(as: .practice(id)) { connection in
            (try await PracticeCardStore.card(on: connection), try await PracticeCardStore.levels(on: connection))
        }
        guard let card else { throw NotFound() }
        let isExpired = link.expiresAt <= world.now()
        let isNamed = naming && !isExpired && card.candidateName != nil
        if isNamed { try await noteIntroduction(card) }
        return Seen(
            card: card,
            levels: levels,
            isExpired: isExpired,
            canAnswer: !isExpired && card.state == .open && card.dueOn >= world.today,
            isNamed: isNamed
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
        switch word {
        case .answer(let answer): try await give(answer, token, version: version, note: note, to: seen.card)
        case .callMe:
            try await explainingRefusals {
                try await world.database.transaction(as: .practice(seen.card.id)) { connection in
                    try await PracticeCardStore.askCall(
                        token.hash,
                        version: version,
                        note: note,
                        at: world.now(),
                        on: connection
                    )
                }
            }
        }
    }

    private func give(
        _ answer: AnswerProposal.Answer,
        _ token: LinkToken,
        version: Int,
        note: String,
        to card: PracticeCardStore.Row
    ) async throws {
        try AnswerProposal(world: world).check(answer)
        try await explainingRefusals {
            try await world.database.transaction(as: .practice(card.id)) { connection in
                let due = try await DueDates.read(today: world.today, on: connection)
                var given = PracticeCardStore.Answer(
                    state: answer.state,
                    note: note,
                    searchDueOn: try due.on(.searching)
                )
                switch answer {
                case .interview(let date):
                    (given.interviewOn, given.dueOn) = (date, try AnswerProposal.dueOn(interview: date, due))
                case .agreed: given.dueOn = try due.on(.agreed)
                case .notNow(let date): given.notBeforeOn = date
                case .declined(let reason): given.declineReason = reason
                }
                try await PracticeCardStore.answer(
                    given,
                    token.hash,
                    version: version,
                    at: world.now(),
                    on: connection
                )
            }
        }
    }

    /// Once the practice sees a name, the candidate can see that it did; at most once an hour.
    private func noteIntroduction(_ card: PracticeCardStore.Row) async throws {
        try await world.database.transaction(as: .practice(card.id)) { connection in
            try await PracticeCardStore.noteLook(at: world.now(), on: connection)
        }
    }
}
