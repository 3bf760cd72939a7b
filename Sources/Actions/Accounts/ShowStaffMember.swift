public import Domain
import Postgres
public import Store

/// One member of staff as their administrator may see: roles, state of the account and what happened to it.
public struct ShowStaffMember: Sendable {
    public struct Person: Sendable {
        public let row: StaffDirectoryStore.Row
        public let assignments: [RoleAssignment]
        public let events: [AccountEventStore.Row]
        /// The teams of the organisation, for which the person can become a coordinator.
        public let teams: [StaffDirectoryStore.TeamRow]
    }

    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `NotFound` for people of other organisations.
    public func callAsFunction(_ id: StaffMember.ID, for administrator: Administrator) async throws -> Person {
        try await world.database.transaction(as: administrator.acting) { connection in
            guard let row = try await StaffDirectoryStore.find(id, on: connection) else { throw NotFound() }
            try administrator.require(row.organisationID)
            return Person(
                row: row,
                assignments: try await RoleStore.assignments(of: id, on: connection),
                events: try await AccountEventStore.recent(of: id, on: connection),
                teams: try await StaffDirectoryStore.teams(of: row.organisationID, on: connection)
            )
        }
    }
}
