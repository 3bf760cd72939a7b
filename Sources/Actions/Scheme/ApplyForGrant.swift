public import Domain
public import Foundation
import Mail
import Postgres
import Store

/// What an applicant does before the decision: a draft in steps, submit, answer a question, withdraw.
public struct ApplyForGrant: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the first step.
    public func begin(name: String, year: Int, by leader: ProjectLeader, submission: UUID?) async throws -> String {
        try await world.once(submission, as: leader.acting, action: "begin_application") { connection in
            try await PublicText.check([("naam", name)], on: connection)
            guard try await SchemeStore.find(year, on: connection) != nil else {
                throw Rejected("jaar", "Kies een jaar uit de lijst.")
            }
            let (id, reference): (GrantApplication.ID, Reference) = (world.newID(), world.newReference())
            try await ApplicationStore.insertDraft(
                id,
                reference,
                year: year,
                name: name,
                of: leader.organisationID,
                by: leader.staffMemberID,
                at: world.now(),
                on: connection
            )
            try await world.note(.created, of: id, by: leader.staffMemberID, on: connection)
            return "/subsidie/aanvragen/\(reference)/stap/1"
        }
    }

    /// Saves one step of the form; the others stay as they are.
    ///
    /// - Parameters:
    ///   - rows: the row of the form in which each goal or partner was typed, for what is wrong with it.
    ///   - change: puts what the step says into the content.
    /// - Throws: `NotFound`, `Conflict` when the version is not the present one or the application is not open any more.
    public func save(
        _ reference: Reference,
        step: Int,
        version: Int,
        by leader: ProjectLeader,
        submission: UUID?,
        next: String,
        rows: [Int] = [],
        _ change: @Sendable (inout ApplicationContent) -> Void
    ) async throws -> String {
        let year = try await year(of: reference, for: leader)
        do {
            return try await explainingScheme(year) {
                try await world.once(submission, as: leader.acting, action: "save_application") { connection in
                    let row = try await world.lockApplication(reference, version: version, on: connection)
                    try row.require(.draft, .asked, sentence: "Je kunt deze aanvraag nu niet wijzigen.")
                    var content = try await ApplicationPartStore.content(of: row, on: connection)
                    change(&content)
                    try await PublicText.check(Self.publicWords(content, step: step, rows: rows), on: connection)
                    try await write(step, of: row, content, on: connection)
                    return next
                }
            }
        } catch let error as Conflict
            where ["applications_over_maximum", "applications_over_share"].contains(error.code)
        {
            // In the form, so that what was typed is kept.
            throw Rejected("gevraagd", error.message)
        }
    }

    /// What of a step stands on the page of the project once it is granted, by field.
    private static func publicWords(_ content: ApplicationContent, step: Int, rows: [Int]) -> [(
        name: String, text: String
    )] {
        func row(_ index: Int) -> Int { rows.indices.contains(index) ? rows[index] : index + 1 }
        return switch step {
        case 1:
            [
                ("naam", content.name), ("probleem", content.problem), ("aanpak", content.approach),
                ("samenvatting", content.summary),
            ]
        case 3:
            content.goals.enumerated().flatMap { index, goal in
                [("doel-\(row(index))", goal.sentence), ("eenheid-\(row(index))", goal.unit)]
            }
        case 4:
            content.partners.enumerated().flatMap { index, partner in
                [("partner-\(row(index))", partner.name), ("bijdrage-\(row(index))", partner.contribution)]
            }
        default: []
        }
    }

    private func write(
        _ step: Int,
        of row: ApplicationStore.Row,
        _ content: ApplicationContent,
        on connection: Connection
    ) async throws {
        func ids(_ count: Int) -> [UUID] { (0..<count).map { _ in world.newUUID() } }
        let isSaved: Bool
        switch step {
        case 1: isSaved = try await ApplicationStore.saveStory(row.id, version: row.version, content, on: connection)
        case 5:
            isSaved = try await ApplicationStore.saveMoney(row.id, version: row.version, content, on: connection)
            try await ApplicationPartStore.replaceCosts(
                of: row.id,
                with: content.costs,
                ids: ids(content.costs.count),
                on: connection
            )
        case 2:
            isSaved = try await ApplicationStore.saveRoutes(
                row.id,
                version: row.version,
                content.routes,
                on: connection
            )
            try await ApplicationPartStore.replacePlaces(of: row.id, with: content, on: connection)
        default:
            isSaved = try await ApplicationStore.touch(row.id, version: row.version, on: connection)
            if step == 3 {
                try await ApplicationPartStore.replaceGoals(
                    of: row.id,
                    with: content.goals,
                    ids: ids(content.goals.count),
                    on: connection
                )
            }
            if step == 4 {
                try await ApplicationPartStore.replacePartners(of: row.id, with: content.partners, on: connection)
            }
        }
        try requirePresent(isSaved)
    }

    /// Submits, or gives the application back to the fund with the answer to its question.
    ///
    /// - Parameter answer: to the open question; nil for a first submission.
    /// - Returns: the path of the receipt, or of the application after an answer.
    /// - Throws: `Conflict` with the rule that is not met.
    public func submit(
        _ reference: Reference,
        version: Int,
        answer: String? = nil,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        let year = try await year(of: reference, for: leader)
        return try await explainingScheme(year) {
            try await world.once(submission, as: leader.acting, action: "submit_application") { connection in
                let row = try await world.lockApplication(reference, version: version, on: connection)
                if answer == nil {
                    try row.require(.draft, sentence: "Deze aanvraag is al ingediend.")
                } else {
                    try row.require(.asked, sentence: "Er staat geen vraag open.")
                }
                let content = try await ApplicationPartStore.content(of: row, on: connection)
                try judge(content, of: row, year, isFirst: answer == nil)
                if let answer {
                    let isAnswered = try await ApplicationQuestionStore.answer(
                        of: row.id,
                        answer,
                        by: leader.staffMemberID,
                        at: world.now(),
                        on: connection
                    )
                    try requirePresent(isAnswered)
                }
                try requirePresent(
                    try await ApplicationStore.submit(row.id, version: version, at: world.now(), on: connection)
                )
                let event: ApplicationEvent = answer == nil ? .submitted : .answered
                try await world.note(event, of: row.id, by: leader.staffMemberID, on: connection)
                if answer == nil { try await world.tellLeader(.applicationSubmitted, row, on: connection) }
                try await world.tellFund(
                    answer == nil ? .applicationArrived : .applicationAnswered,
                    row.reference,
                    on: connection
                )
                return answer == nil ? "\(row.path)/ontvangst" : row.path
            }
        }
    }

    private func judge(
        _ content: ApplicationContent,
        of row: ApplicationStore.Row,
        _ year: SchemeStore.Year?,
        isFirst: Bool
    ) throws {
        // Whether it was open counts on the day of the first submission.
        let day = row.submittedAt.map { world.time.today(at: $0) } ?? world.today
        let unmet = (year?.rules.verdicts(on: content, submittedOn: day) ?? [])
            .filter { !$0.isMet && (isFirst || $0.rule != .open) }
        guard unmet.isEmpty else {
            throw Conflict(
                code: "application_rules",
                message: "De aanvraag voldoet nog niet: "
                    + unmet.map { "\($0.demand) \($0.finding)" }.joined(separator: " "),
                next: Conflict.NextStep("Bekijk wat er nog moet", "\(row.path)/controle")
            )
        }
    }

    /// - Returns: the path of the application.
    public func withdraw(
        _ reference: Reference,
        version: Int,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: leader.acting, action: "withdraw_application") { connection in
                let row = try await world.lockApplication(reference, version: version, on: connection)
                try row.require(
                    .draft,
                    .submitted,
                    .asked,
                    .waiting,
                    sentence: "Je kunt deze aanvraag niet meer intrekken."
                )
                try requirePresent(try await ApplicationStore.withdraw(row.id, version: version, on: connection))
                try await world.note(.withdrawn, of: row.id, by: leader.staffMemberID, on: connection)
                return row.path
            }
        }
    }

    private func year(of reference: Reference, for leader: ProjectLeader) async throws -> SchemeStore.Year? {
        try await world.database.transaction(as: leader.acting) { connection in
            guard let row = try await ApplicationStore.find(reference, on: connection) else { throw NotFound() }
            return try await SchemeStore.find(row.year, on: connection)
        }
    }
}
