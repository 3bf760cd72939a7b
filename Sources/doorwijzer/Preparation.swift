import Actions
import Domain
import Foundation
import Postgres
import Seeds
import Store
import Synchronization

/// Fills a fresh database: facts for every installation, a fictional country for the demo.
struct Preparation {
    let owner: Database
    let world: World

    static let files = SeedFiles { path in try Data(contentsOf: Seeds.url(path)) }

    /// Facts with a source; quick when they are there already.
    func reference() async throws {
        _ = try await SeedReference(database: owner, files: Self.files)()
    }

    /// The fictional country, once; shows progress.
    func demo(_ size: SeedDemo.Size = SeedDemo.Size()) async throws {
        guard try await isEmpty() else { return }
        Terminal.note("Filling the database with a fictional country …")
        let shown = Mutex(-1)
        try await SeedDemo(database: owner, files: Self.files, size: size)(today: world.today) { _, rows, percent in
            // One line per step of ten percent, not one per portion.
            let isNews = shown.withLock { last in
                guard percent / 10 > last else { return false }
                last = percent / 10
                return true
            }
            if isNews { Terminal.note("  \(percent) % (\(rows) rows)") }
        }
    }

    private func isEmpty() async throws -> Bool {
        try await owner.withConnection { connection in
            try await SeedStore.candidateCounts(on: connection).all == 0
        }
    }
}
