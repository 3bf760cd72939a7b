public import Domain
public import Foundation
public import Postgres

/// What else moves a case: who has it changes within a step, and what is past its time lapses.
public enum CaseStepStore {
    /// Another has to act now, or until another day, within the same step. The stall clock begins a span for the new owner.
    public static func handOn(
        _ id: CaseFile.ID,
        in state: CaseState,
        to owner: CaseOwner,
        dueOn: CalendarDate,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update case_files set owner = \(owner), due_on = \(dueOn), state_since = \(now), version = version + 1
            where id = \(id) and state = \(state)
            """
        ) == 1
    }

    /// What lapsed on a place, of any team, is free again; without a place, what is due at the acting team goes back.
    /// - Returns: how many proposals and referrals lapsed.
    public static func lapse(
        at place: TrainingPlace.ID?,
        now: Date,
        today: CalendarDate,
        searchingDueOn: CalendarDate,
        on connection: Connection
    ) async throws -> Int {
        try await connection.value("select lapse_overdue(\(place), \(now), \(today), \(searchingDueOn))", as: Int.self)
            ?? 0
    }

    /// Every team with its region, for work that is done for all of them.
    public static func teams(on connection: Connection) async throws -> [(id: Team.ID, regionCode: RegionCode)] {
        try await connection.query("select id, region_code from teams order by id limit 10000") { row in
            (try row.next(), try row.next())
        }
    }
}
