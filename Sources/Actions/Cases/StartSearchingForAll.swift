import Domain
public import Foundation
import Store

/// Every registered case of the team begins to search, at once: after an import nobody wants to open them one by one.
public struct StartSearchingForAll: Sendable {
    /// How many cases one form may move.
    public static let most = 500

    let world: World

    public init(world: World) { self.world = world }

    /// - Parameter run: only what this import brought in; nil for all of the team.
    /// - Returns: the path of the list of cases that search now, with their number in it as `aantal`.
    public func callAsFunction(importRun run: UUID? = nil, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "start_searching_for_all") { connection in
            let due = try await DueDates.read(today: world.today, on: connection)
            let step = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.date(for: .searching))
            let files = try await CaseFileStore.lockRegistered(
                team: actor.teamID,
                importRun: run,
                limit: Self.most,
                on: connection
            )
            for file in files {
                try await world.take(step, file, from: [.registered], event: .searching, by: actor, on: connection)
            }
            let list = run.map { "invoer=\($0.uuidString.lowercased())" } ?? "stap=\(CaseState.searching.rawValue)"
            return "/kandidaten?\(list)&aantal=\(files.count)"
        }
    }
}
