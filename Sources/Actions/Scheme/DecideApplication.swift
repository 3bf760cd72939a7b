public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// What the fund does with an application: ask, decide, read reports, settle.
public struct DecideApplication: Sendable {
    let world: World

    /// Of a question the leader is reminded this many days before the answer is due.
    static let reminderDays = 3

    public init(world: World) { self.world = world }

    public func ask(
        _ reference: Reference,
        version: Int,
        _ question: String,
        dueOn: CalendarDate,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: member, submission, action: "ask_applicant") { row, connection in
            try row.require(.submitted, sentence: "Je kunt nu geen vraag stellen.")
            try requirePresent(try await ApplicationStore.setAsked(row.id, version: version, on: connection))
            let id = world.newUUID()
            try await ApplicationQuestionStore.ask(
                id,
                of: row.id,
                question,
                dueOn: dueOn,
                by: member.staffMemberID,
                at: world.now(),
                on: connection
            )
            try await world.note(.asked, of: row.id, by: member.staffMemberID, on: connection)
            try await world.tellLeader(.applicationQuestion, row, on: connection)
            try await world.remindOfQuestion(id, row, dueOn: dueOn, on: connection)
        }
    }

    /// Takes the open question back: the application stands before the fund again, as the applicant left it.
    public func takeBackQuestion(
        _ reference: Reference,
        version: Int,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: member, submission, action: "take_back_question") { row, connection in
            try row.require(.asked, sentence: "Er staat geen vraag open.")
            try await closeQuestion(of: row, by: member, on: connection)
            try requirePresent(
                try await ApplicationStore.takeBackQuestion(row.id, version: version, on: connection)
            )
            try await world.tellLeader(.applicationQuestionTakenBack, row, on: connection)
        }
    }

    private func closeQuestion(
        of row: ApplicationStore.Row,
        by member: FundMember,
        on connection: Connection
    ) async throws {
        try requirePresent(
            try await ApplicationQuestionStore.takeBack(
                of: row.id,
                by: member.staffMemberID,
                at: world.now(),
                on: connection
            )
        )
        try await world.note(.questionTakenBack, of: row.id, by: member.staffMemberID, on: connection)
    }

    /// Grants, puts on the waiting list, or refuses. A grant makes the project's page and the leader's membership in the same
    /// transaction.
    ///
    /// While the applicant has a question, the fund can only refuse; nobody waits for the answer then.
    ///
    /// - Throws: `Rejected` on `bedrag` when the year has not this much left, with how much it has.
    public func decide(
        _ reference: Reference,
        version: Int,
        _ decision: ApplicationStore.Decision,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: member, submission, action: "decide_application") { row, connection in
            try row.require(.submitted, .asked, .waiting, sentence: "Over deze aanvraag kun je nu niet beslissen.")
            if row.state == .asked {
                guard decision.state == .refused else {
                    throw Rejected(
                        "besluit",
                        "De aanvrager heeft nog een vraag van je. Trek die eerst in, of kies niet toekennen."
                    )
                }
                try await closeQuestion(of: row, by: member, on: connection)
            }
            guard decision.state != row.state else {
                throw Rejected("besluit", "De aanvraag staat al op de wachtlijst. Kies toekennen of niet toekennen.")
            }
            try requirePresent(
                try await ApplicationStore.decide(
                    row.id,
                    version: version,
                    decision,
                    by: member.staffMemberID,
                    at: world.now(),
                    on: connection
                )
            )
            let facts = decision.granted.map { ["cents": "\($0.cents)"] } ?? [:]
            switch decision.state {
            case .granted:
                try await publish(row, on: connection)
                try await world.note(.granted, of: row.id, by: member.staffMemberID, facts: facts, on: connection)
                try await world.tellLeader(.applicationGranted, row, on: connection)
                try await world.tellLeader(.projectPageReady, row, on: connection)
            case .waiting:
                try await world.note(.waiting, of: row.id, by: member.staffMemberID, on: connection)
                try await world.tellLeader(.applicationWaiting, row, on: connection)
            default:
                try await world.note(.refused, of: row.id, by: member.staffMemberID, on: connection)
                try await world.tellLeader(.applicationRefused, row, on: connection)
            }
        }
    }

    private func publish(_ row: ApplicationStore.Row, on connection: Connection) async throws {
        try await ProjectPageStore.publish(
            row.id,
            as: world.newID(),
            slug: try await ProjectSlug.free(for: row.name, on: connection),
            at: world.now(),
            today: world.today,
            on: connection
        )
        try await ProjectPageStore.joinNetwork(world.newID(), leaderOf: row.id, at: world.now(), on: connection)
    }

    public func markSeen(
        _ report: UUID,
        of reference: Reference,
        remark: String?,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, nil, by: member, submission, action: "read_report") { row, connection in
            let isMarked = try await ApplicationReportStore.markSeen(
                report,
                of: row.id,
                remark: remark,
                by: member.staffMemberID,
                at: world.now(),
                on: connection
            )
            guard isMarked else { throw NotFound() }
            try await world.note(.reportSeen, of: row.id, by: member.staffMemberID, on: connection)
        }
    }

    /// Ends or stops a project for what it really cost; what is left over is free for others.
    public func settle(
        _ reference: Reference,
        version: Int,
        _ state: ApplicationState,
        for amount: Money,
        by member: FundMember,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: member, submission, action: "settle_project") { row, connection in
            try row.require(.granted, .running, sentence: "Je kunt dit project nu niet afsluiten.")
            if state == .ended {
                guard row.hasFinalReport else {
                    throw Rejected("hoe", "Er is nog geen eindverslag. Vraag erom, of kies “gestopt”.")
                }
                try row.require(.running, sentence: "Je kunt alleen een project afronden dat loopt.")
            }
            guard amount <= row.granted ?? .zero else {
                throw Rejected("bedrag", "Dit is meer dan is toegekend (\(row.granted?.text ?? "")).")
            }
            let day = max(world.today, row.startedOn ?? world.today)
            try requirePresent(
                try await ApplicationStore.settle(
                    row.id,
                    version: version,
                    state,
                    for: amount,
                    on: day,
                    connection: connection
                )
            )
            let page = try await ProjectPageStore.id(of: row.id, on: connection)
            try await world.keepingHistory(of: page, by: member.staffMemberID, on: connection) {
                try await ProjectPageStore.end(
                    row.id,
                    as: state == .ended ? .ended : .stopped,
                    startedOn: row.startedOn,
                    on: day,
                    at: world.now(),
                    connection: connection
                )
            }
            try await world.note(
                state == .ended ? .ended : .stopped,
                of: row.id,
                by: member.staffMemberID,
                facts: ["cents": "\(amount.cents)"],
                on: connection
            )
        }
    }

    private func change(
        _ reference: Reference,
        _ version: Int?,
        by member: FundMember,
        _ submission: UUID?,
        action: String,
        _ body: (ApplicationStore.Row, Connection) async throws -> Void
    ) async throws -> String {
        do {
            return try await world.once(submission, as: member.acting, action: action) { connection in
                let row = try await world.lockApplication(reference, version: version, on: connection)
                try await body(row, connection)
                return row.fundPath
            }
        } catch let error as DatabaseError {
            // What is left is read after the refusal: another grant may have come in between.
            let year = try await world.database.transaction(as: member.acting) { connection in
                guard let row = try await ApplicationStore.find(reference, on: connection) else { throw NotFound() }
                return try await SchemeStore.find(row.year, on: connection)
            }
            if let refusal = schemeRefusal(error.constraint ?? "", year) { throw refusal }
            throw error
        }
    }
}

/// Addresses of project pages.
enum ProjectSlug {
    /// "Stage-bureau Twente" → `stage-bureau-twente`, or with `-2` behind it when that is taken.
    static func free(for name: String, on connection: Connection) async throws -> String {
        let plain = plain(name)
        for number in 1...200 {
            let slug = number == 1 ? plain : "\(plain)-\(number)"
            if try await !ProjectPageStore.isTaken(slug, on: connection) { return slug }
        }
        throw Conflict(
            code: "slug",
            message: "Er zijn te veel projecten met deze naam. Vraag de aanvrager om een andere naam."
        )
    }

    /// At most 80 letters, digits and hyphens; `project` when nothing is left.
    static func plain(_ name: String) -> String {
        let slug = Slug.make(name, most: 80, nothing: "project")
        // A word that stands for a page of its own.
        return slug == "nieuw" ? "project" : slug
    }
}
