public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// What a leader does with a project that was granted: start, report, partners who leave and join, another contact.
public struct RunProject: Sendable {
    let world: World

    /// The report is asked this many days before the end.
    static let reportDays = 28

    public init(world: World) { self.world = world }

    public func start(
        _ reference: Reference,
        version: Int,
        on day: CalendarDate,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: leader, submission, action: "start_project") { row, connection in
            try row.require(.granted, sentence: "Je kunt de start nu niet melden.")
            try requirePresent(
                try await ApplicationStore.start(row.id, version: version, on: day, connection: connection)
            )
            try await keepingHistory(of: row, by: leader, on: connection) {
                try await ProjectPageStore.start(row.id, on: day, at: world.now(), connection: connection)
            }
            try await world.note(
                .started,
                of: row.id,
                by: leader.staffMemberID,
                facts: ["on": day.iso8601],
                on: connection
            )
            try await askReport(row, on: connection)
        }
    }

    private func askReport(_ row: ApplicationStore.Row, on connection: Connection) async throws {
        guard let end = row.endsOn else { return }
        try await world.tellLeader(
            .reportAsked,
            row,
            notBefore: world.time.startOfDay(max(end - Self.reportDays, world.today)),
            on: connection
        )
    }

    /// - Parameter reached: a number per goal, in the order of the goals.
    public func report(
        _ reference: Reference,
        version: Int,
        _ draft: ApplicationReportStore.Draft,
        reached: [GoalNumber?],
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: leader, submission, action: "report_project") { row, connection in
            try row.require(.running, sentence: "Je kunt nu geen verslag indienen.")
            try await PublicText.check(
                [("resultaat", draft.result), ("mislukt", draft.didNotWork)],
                on: connection
            )
            try requirePresent(try await ApplicationStore.touch(row.id, version: version, on: connection))
            try await ApplicationReportStore.insert(
                world.newUUID(),
                of: row.id,
                draft,
                by: leader.staffMemberID,
                at: world.now(),
                on: connection
            )
            try await keepingHistory(of: row, by: leader, on: connection) {
                try await ApplicationPartStore.setReached(reached, of: row.id, on: connection)
                if draft.isFinal { try await publish(draft, of: row, on: connection) }
            }
            try await world.note(
                .reported,
                of: row.id,
                by: leader.staffMemberID,
                facts: ["kind": draft.isFinal ? "final" : "progress"],
                on: connection
            )
            try await world.tellFund(.reportArrived, row.reference, on: connection)
        }
    }

    /// What worked and what did not stands on the page from now on.
    private func publish(
        _ draft: ApplicationReportStore.Draft,
        of row: ApplicationStore.Row,
        on connection: Connection
    ) async throws {
        guard let page = try await ProjectPageStore.id(of: row.id, on: connection) else { return }
        try await ProjectPageStore.saveResult(
            draft.result,
            didNotWork: draft.didNotWork,
            of: page,
            on: world.today,
            at: world.now(),
            connection: connection
        )
    }

    /// What a change of the application changes on its page is written down there.
    private func keepingHistory<Value>(
        of row: ApplicationStore.Row,
        by leader: ProjectLeader,
        on connection: Connection,
        _ body: () async throws -> Value
    ) async throws -> Value {
        let page = try await ProjectPageStore.id(of: row.id, on: connection)
        return try await world.keepingHistory(of: page, by: leader.staffMemberID, on: connection, body)
    }

    public func join(
        _ reference: Reference,
        version: Int,
        _ partner: ApplicationContent.Partner,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: leader, submission, action: "join_partner") { row, connection in
            try row.require(.submitted, .waiting, .granted, .running, sentence: "Je kunt nu geen partner toevoegen.")
            try await PublicText.check(
                [("naam", partner.name), ("bijdrage", partner.contribution)],
                on: connection
            )
            try requirePresent(try await ApplicationStore.touch(row.id, version: version, on: connection))
            try await keepingHistory(of: row, by: leader, on: connection) {
                try await ApplicationPartStore.insert(partner, of: row.id, on: connection)
            }
            try await world.note(
                .partnerJoined,
                of: row.id,
                by: leader.staffMemberID,
                facts: ["partner": partner.id.uuidString.lowercased(), "on": partner.joinedOn.iso8601],
                on: connection
            )
        }
    }

    /// Fund and leader are told when fewer are left than the year asks.
    public func leave(
        _ reference: Reference,
        version: Int,
        _ partner: UUID,
        on day: CalendarDate,
        reason: String,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: leader, submission, action: "leave_partner") { row, connection in
            try row.require(.submitted, .waiting, .granted, .running, sentence: "Een partner kan nu niet stoppen.")
            try requirePresent(try await ApplicationStore.touch(row.id, version: version, on: connection))
            let hasLeft = try await keepingHistory(of: row, by: leader, on: connection) {
                try await ApplicationPartStore.leave(
                    partner,
                    of: row.id,
                    on: day,
                    reason: reason,
                    connection: connection
                )
            }
            guard hasLeft else {
                throw Rejected("datum", "De partner deed op deze dag nog niet mee, of is al gestopt.")
            }
            try await world.note(
                .partnerLeft,
                of: row.id,
                by: leader.staffMemberID,
                facts: ["partner": partner.uuidString.lowercased(), "on": day.iso8601],
                on: connection
            )
            if let now = try await ApplicationStore.find(reference, on: connection), now.lacksPartners {
                try await world.tellLeader(.partnersBelowMinimum, now, on: connection)
                try await world.tellFund(.partnersBelowMinimum, reference, on: connection)
            }
        }
    }

    /// - Throws: `Rejected` on `contact` for someone who leads no projects of the organisation.
    public func handOver(
        _ reference: Reference,
        version: Int,
        to successor: StaffMember.ID,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await change(reference, version, by: leader, submission, action: "change_leader") { row, connection in
            try row.require(
                .draft,
                .submitted,
                .asked,
                .waiting,
                .granted,
                .running,
                sentence: "De contactpersoon verandert niet meer."
            )
            let leaders = try await SchemeStore.leaders(of: leader.organisationID, on: connection)
            guard leaders.contains(where: { $0.id == successor }) else {
                throw Rejected("contact", "Kies een projectleider van je eigen organisatie.")
            }
            try requirePresent(
                try await ApplicationStore.setLeader(row.id, version: version, to: successor, on: connection)
            )
            try await keepingHistory(of: row, by: leader, on: connection) {
                try await ProjectPageStore.setContact(of: row.id, to: successor, at: world.now(), on: connection)
            }
            if row.state == .asked, successor != row.leaderID,
                let question = try await ApplicationQuestionStore.questions(of: row.id, on: connection).first(
                    where: \.isOpen
                ),
                let now = try await ApplicationStore.find(reference, on: connection)
            {
                try await world.tellLeader(.applicationQuestion, now, on: connection)
                try await world.remindOfQuestion(question.id, now, dueOn: question.dueOn, on: connection)
            }
            if row.granted != nil, let now = try await ApplicationStore.find(reference, on: connection) {
                try await ProjectPageStore.joinNetwork(
                    world.newID(),
                    leaderOf: row.id,
                    at: world.now(),
                    on: connection
                )
                if successor != row.leaderID { try await world.tellLeader(.projectHandedOver, now, on: connection) }
                // The mail that waits for the one who leaves is not sent any more.
                if row.state == .running { try await askReport(now, on: connection) }
            }
            try await world.note(
                .leaderChanged,
                of: row.id,
                by: leader.staffMemberID,
                facts: ["leader": "\(successor)"],
                on: connection
            )
        }
    }

    private func change(
        _ reference: Reference,
        _ version: Int,
        by leader: ProjectLeader,
        _ submission: UUID?,
        action: String,
        _ body: (ApplicationStore.Row, Connection) async throws -> Void
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: leader.acting, action: action) { connection in
                let row = try await world.lockApplication(reference, version: version, on: connection)
                try await body(row, connection)
                return row.path
            }
        }
    }
}
