import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// The pages of a case are not there for anybody but its team.
struct HiddenCaseTests {
    @Test func `whoever is not signed in, or of another region, gets nothing`() async throws {
        try await withSite { site in
            let (_, ranking, _, region) = try await site.world.searchingCase(elsewhere: true)
            let file = ranking.file.reference
            try await site.visit { client in
                try await client.get("/werklijst")
                #expect(client.page.path.hasPrefix("/demo/kies"))
            }
            try await site.visit(as: try await site.world.coordinator(in: region.rawValue)) { client in
                for path in [
                    "/kandidaten/\(file)/doorverwijzen", "/kandidaten/\(file)/eigen-plek", "/voorstellen/7F3K2M9Q",
                ] {
                    try await client.get(path)
                    #expect(client.page.status == 404, "\(path)")
                }
            }
        }
    }
}
