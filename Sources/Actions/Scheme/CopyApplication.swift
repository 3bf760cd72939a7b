public import Domain
public import Foundation
import Postgres
public import Store

/// Takes what was written for a year that closed over to another year, as a new draft.
public struct CopyApplication: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// Whether this application would be lost work: never granted, and of a year that takes none any more.
    public static func isOffered(for row: ApplicationStore.Row, on day: CalendarDate) -> Bool {
        [.draft, .withdrawn, .refused].contains(row.state) && row.yearClosesOn < day
    }

    /// Everything but the period; partners who left stay behind.
    ///
    /// - Returns: the path of the first step of the new draft.
    /// - Throws: `NotFound`, and `Conflict` when the application or the year is not right for it.
    public func callAsFunction(
        _ reference: Reference,
        to year: Int,
        by leader: ProjectLeader,
        submission: UUID?
    ) async throws -> String {
        try await explainingScheme(nil) {
            try await world.once(submission, as: leader.acting, action: "copy_application") { connection in
                let row = try await world.lockApplication(reference, version: nil, on: connection)
                guard Self.isOffered(for: row, on: world.today) else {
                    throw Conflict(
                        code: "application_state",
                        message: "Deze aanvraag kun je nu niet overnemen.",
                        next: Conflict.NextStep("Bekijk de aanvraag", row.path)
                    )
                }
                guard let rules = try await SchemeStore.find(year, on: connection)?.rules, rules.closesOn >= world.today
                else {
                    throw Conflict(
                        code: "application_year",
                        message: "Voor \(year) kun je niet aanvragen.",
                        next: Conflict.NextStep("Bekijk de regeling", "/subsidie")
                    )
                }
                return try await copy(row, to: year, by: leader, on: connection)
            }
        }
    }

    private func copy(
        _ row: ApplicationStore.Row,
        to year: Int,
        by leader: ProjectLeader,
        on connection: Connection
    ) async throws -> String {
        var content = try await ApplicationPartStore.content(of: row, on: connection)
        content.startsOn = nil
        content.endsOn = nil
        let (id, reference): (GrantApplication.ID, Reference) = (world.newID(), world.newReference())
        try await ApplicationStore.insertDraft(
            id,
            reference,
            year: year,
            name: content.name,
            of: leader.organisationID,
            by: leader.staffMemberID,
            at: world.now(),
            on: connection
        )
        try requirePresent(try await ApplicationStore.saveStory(id, version: 1, content, on: connection))
        try requirePresent(try await ApplicationStore.saveRoutes(id, version: 2, content.routes, on: connection))
        try requirePresent(try await ApplicationStore.saveMoney(id, version: 3, content, on: connection))
        try await ApplicationPartStore.replacePlaces(of: id, with: content, on: connection)
        try await ApplicationPartStore.replaceGoals(
            of: id,
            with: content.goals,
            ids: content.goals.map { _ in world.newUUID() },
            on: connection
        )
        try await ApplicationPartStore.replaceCosts(
            of: id,
            with: content.costs,
            ids: content.costs.map { _ in world.newUUID() },
            on: connection
        )
        for partner in content.presentPartners {
            try await ApplicationPartStore.insert(
                .init(
                    id: world.newUUID(),
                    name: partner.name,
                    kind: partner.kind,
                    contribution: partner.contribution,
                    joinedOn: world.today
                ),
                of: id,
                on: connection
            )
        }
        try await world.note(.created, of: id, by: leader.staffMemberID, on: connection)
        return "/subsidie/aanvragen/\(reference)/stap/1"
    }
}
