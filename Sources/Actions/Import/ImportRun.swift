import Domain
public import Foundation
public import Postgres
public import Store

/// An import that was confirmed: what came of it, and how it is taken back.
public struct ImportRun: Sendable {
    public let kind: ImportKind
    public let row: ImportRunStore.Row

    /// The page that shows what came of it.
    public var path: String { Self.path(kind, row.id) }

    static func path(_ kind: ImportKind, _ id: UUID) -> String {
        "/invoer/\(kind.slug)/\(id.uuidString.lowercased())/klaar"
    }

    /// Nil for another team's, and for what was no import.
    public static func find(_ id: UUID, on connection: Connection) async throws -> ImportRun? {
        guard let row = try await ImportRunStore.find(id, on: connection), let kind = ImportKind(rawValue: row.kind)
        else { return nil }
        return ImportRun(kind: kind, row: row)
    }
}

/// Takes an import back: rows nobody touched are gone as if they had never been there, the others stay.
public struct UndoImport: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the import's page.
    /// - Throws: `NotFound` for another team's; `Conflict` `undone` when it was taken back before.
    public func callAsFunction(_ id: UUID, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "undo_import") { connection in
            guard let run = try await ImportRun.find(id, on: connection) else { throw NotFound() }
            do {
                _ = try await ImportRunStore.undo(id, at: world.now(), on: connection)
            } catch let error as DatabaseError where error.constraint == "import_runs_undo" {
                throw Conflict(
                    code: "undone",
                    message: "Deze invoer is al ongedaan gemaakt.",
                    next: Conflict.NextStep("Bekijk wat er nog staat", run.path)
                )
            }
            return run.path
        }
    }
}
