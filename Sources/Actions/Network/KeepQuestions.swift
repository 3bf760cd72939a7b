public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// Asks the network, answers, marks the answer that helped and closes.
public struct KeepQuestions: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// Members who know something about it get a mail from the worker, several questions in one.
    ///
    /// - Returns: the path of the question.
    public func ask(
        _ draft: QuestionStore.Draft,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "ask_network") { connection in
            let member = try await person.member(on: connection)
            try await PublicText.check([("vraag", draft.title), ("uitleg", draft.body)], on: connection)
            let slug = try await SlugStore.free(Slug.make(draft.title), for: .question, on: connection)
            try await QuestionStore.insert(
                draft,
                id: world.newID(),
                slug: slug,
                by: member.id,
                at: world.now(),
                on: connection
            )
            return "/vragen/\(slug)"
        }
    }

    /// Whoever asked gets a mail.
    public func answer(
        _ text: String,
        to slug: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "answer_question") { connection in
            let member = try await person.member(on: connection)
            guard let question = try await QuestionStore.find(slug: slug, on: connection) else { throw NotFound() }
            guard question.closedAt == nil else {
                throw Conflict(
                    code: "question_closed",
                    message: "Deze vraag is gesloten. Stel een nieuwe vraag als je er nog iets over wilt weten."
                )
            }
            try await PublicText.check([("antwoord", text)], on: connection)
            let id: NetworkAnswer.ID = world.newID()
            try await QuestionStore.insert(
                answer: text,
                id: id,
                to: question.id,
                by: member.id,
                at: world.now(),
                on: connection
            )
            if let asker = question.memberID, asker != member.id,
                let staffMember = try await MemberStore.find(asker, on: connection)?.staffMemberID
            {
                try await world.tellMember(
                    .questionAnswered,
                    staffMember,
                    facts: ["question": "\(question.id)", "answer": "\(id)"],
                    on: connection
                )
            }
            return "/vragen/\(slug)"
        }
    }

    /// Only by whoever asked, or by the fund when whoever asked has left.
    public func markHelped(
        _ answer: NetworkAnswer.ID,
        of slug: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "mark_answer") { connection in
            let question = try await own(slug, person, on: connection)
            guard
                try await QuestionStore.markHelped(answer, of: question.id, at: world.now(), on: connection)
            else { throw NotFound() }
            return "/vragen/\(slug)"
        }
    }

    public func close(_ slug: String, by person: NetworkPerson, submission: UUID?) async throws -> String {
        try await world.once(submission, as: person.acting, action: "close_question") { connection in
            let question = try await own(slug, person, on: connection)
            _ = try await QuestionStore.close(question.id, at: world.now(), on: connection)
            return "/vragen/\(slug)"
        }
    }

    private func own(
        _ slug: String,
        _ person: NetworkPerson,
        on connection: Connection
    ) async throws -> QuestionStore.Row {
        guard let question = try await QuestionStore.find(slug: slug, on: connection) else { throw NotFound() }
        // The fund sees every member: whoever is not there has left.
        if person.worksForFund, question.memberName == nil { return question }
        let member = try await person.member(on: connection)
        guard question.memberID == member.id else {
            throw Forbidden("Alleen wie de vraag stelde, kiest het antwoord dat hielp en sluit de vraag.")
        }
        return question
    }
}
