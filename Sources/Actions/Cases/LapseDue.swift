import Domain
import Postgres
import Store

/// Lets lapse what nobody answered in time: proposals and referrals past their due date; their cases look again. Each team's
/// in a transaction of its own. Running it twice does nothing more.
public struct LapseDue: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: how many proposals and referrals lapsed.
    @discardableResult
    public func callAsFunction() async throws -> Int {
        let teams = try await world.database.transaction(as: .visitor) { connection in
            try await CaseStepStore.teams(on: connection)
        }
        var lapsed = 0
        for team in teams {
            let acting = Acting(staffMemberID: nil, teamID: team.id, regionCode: team.regionCode)
            lapsed += try await world.database.transaction(as: acting) { connection in
                let due = try await DueDates.read(today: world.today, on: connection)
                return try await CaseStepStore.lapse(
                    at: nil,
                    now: world.now(),
                    today: world.today,
                    searchingDueOn: try due.on(.searching),
                    on: connection
                )
            }
        }
        return lapsed
    }
}
