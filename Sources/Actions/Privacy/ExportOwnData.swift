public import Domain
import Foundation
import Postgres
import Store

/// Gathers everything held about a candidate, for that candidate.
public struct ExportOwnData: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// Reads as the candidate: the walls let through the own rows, and nobody else's.
    ///
    /// - Throws: `NotFound` when the file is gone.
    public func callAsFunction(for candidate: Candidate.ID) async throws -> OwnData {
        try await world.database.transaction(as: .candidate(candidate)) { connection in
            let decoder = JSONDecoder()
            var sections: [OwnData.Section] = []
            for table in OwnDataStore.tables {
                let rows = try await OwnDataStore.rows(of: table, candidate, on: connection).map { row in
                    try decoder.decode([String: JSONValue].self, from: Data(row.utf8))
                }
                sections.append(OwnData.Section(table: table, rows: rows))
            }
            guard sections.contains(where: { $0.table.name == "candidates" && !$0.rows.isEmpty }) else {
                throw NotFound()
            }
            let wishes = try await ReferenceStore.wishes(on: connection)
            return OwnData(
                madeAt: world.now(),
                sections: sections,
                wishes: Dictionary(
                    wishes.map { ($0.bit, $0.isStatedByCandidate ? $0.sentence : $0.propertySentence) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }
}
