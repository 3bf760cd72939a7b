public import Domain
import Foundation
import Postgres
public import Store

/// Who applies for an organisation and leads its projects.
public struct ProjectLeader: Sendable {
    public let staffMemberID: StaffMember.ID
    public let organisationID: Organisation.ID
    public let acting: Acting

    /// - Throws: `Forbidden` for a role that leads no projects.
    public init(_ staffMemberID: StaffMember.ID, in assignment: RoleAssignment?) throws {
        guard let assignment, assignment.role.permissions.contains(.leadProjects),
            let organisationID = assignment.organisationID
        else { throw Forbidden("Deze pagina is voor projectleiders.") }
        self.staffMemberID = staffMemberID
        self.organisationID = organisationID
        acting = .staff(staffMemberID, as: assignment)
    }
}

/// Who decides for the fund.
public struct FundMember: Sendable {
    public let staffMemberID: StaffMember.ID
    public let acting: Acting
    /// Whether this person sets the rules of the years.
    public let setsRules: Bool

    /// - Throws: `Forbidden` for a role that decides nothing.
    public init(_ staffMemberID: StaffMember.ID, in assignment: RoleAssignment?) throws {
        guard let assignment, assignment.role.permissions.contains(.decideApplications) else {
            throw Forbidden("Deze pagina is voor het fonds.")
        }
        self.staffMemberID = staffMemberID
        acting = .staff(staffMemberID, as: assignment)
        setsRules = assignment.role.permissions.contains(.manageFund)
    }
}

/// What happened to an application, in the log.
public enum ApplicationEvent: String, CaseIterable, Sendable {
    case created, submitted, asked, answered, granted, waiting, refused, withdrawn, started, reported, ended, stopped
    case questionTakenBack = "question_taken_back"
    case reportSeen = "report_seen"
    case partnerJoined = "partner_joined"
    case partnerLeft = "partner_left"
    case leaderChanged = "leader_changed"
    case pageHeldBack = "page_held_back"
    case pageReleased = "page_released"
    case pageRemoved = "page_removed"
}

extension World {
    func note(
        _ event: ApplicationEvent,
        of application: GrantApplication.ID,
        by member: StaffMember.ID,
        facts: [String: String] = [:],
        on connection: Connection
    ) async throws {
        try await ApplicationEventStore.insert(
            event.rawValue,
            of: application,
            id: newUUID(),
            by: member,
            facts: facts,
            at: now(),
            on: connection
        )
    }

    /// The application as it is now, locked until the transaction ends.
    /// - Throws: `NotFound`, and `Conflict` when the page that was sent is older.
    func lockApplication(
        _ reference: Reference,
        version: Int?,
        on connection: Connection
    ) async throws -> ApplicationStore.Row {
        guard let row = try await ApplicationStore.find(reference, locking: true, on: connection) else {
            throw NotFound()
        }
        guard version == nil || version == row.version else { throw Conflict.stalePage }
        return row
    }
}

extension ApplicationStore.Row {
    /// - Throws: `Conflict` when the application is in none of these states.
    func require(_ states: ApplicationState..., sentence: String) throws {
        guard states.contains(state) else {
            throw Conflict(
                code: "application_state",
                message: "\(sentence) De aanvraag is nu: \(self.state.dutchName).",
                next: Conflict.NextStep("Bekijk de aanvraag", path)
            )
        }
    }

    /// Where the applicant sees it.
    public var path: String { "/subsidie/aanvragen/\(reference)" }
    /// Where the fund sees it.
    public var fundPath: String { "/fonds/aanvragen/\(reference)" }
}

/// Requires the row that was shown: nothing was written when it changed meanwhile.
func requirePresent(_ isPresent: Bool) throws {
    guard isPresent else { throw Conflict.stalePage }
}
