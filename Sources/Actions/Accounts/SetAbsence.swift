public import Domain
import Postgres
import Store

/// Says until when someone is away and who stands in: until then the work list of the stand-in holds what waits for the one who
/// is away (DOMAIN 3, "waarnemer").
public struct SetAbsence: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter until: the last day away; nil for whoever is here again.
    /// - Throws: `Rejected` on `tot` or `waarnemer`.
    public func callAsFunction(until: CalendarDate?, standIn: StaffMember.ID?, by actor: Actor) async throws {
        let today = world.today
        try await world.database.transaction(as: actor.acting) { connection in
            if let until {
                guard until >= today else { throw Rejected("tot", "Kies een dag vanaf vandaag.") }
                guard until <= today.adding(months: 12) else {
                    throw Rejected(
                        "tot",
                        "Kies een dag binnen een jaar. Blijf je langer weg? Draag je trajecten dan over."
                    )
                }
                let colleagues = try await CaseFileStore.colleagues(in: actor.teamID, on: connection)
                guard let standIn, standIn != actor.staffMemberID, colleagues.contains(where: { $0.id == standIn })
                else {
                    throw Rejected("waarnemer", "Kies een collega van je team.")
                }
            }
            guard
                try await StaffDirectoryStore.setAbsence(
                    actor.staffMemberID,
                    until: until,
                    standIn: until == nil ? nil : standIn,
                    on: connection
                )
            else { throw NotFound() }
            try await world.note(.absenceSet, of: actor.staffMemberID, on: connection)
        }
    }
}
