import Actions
import Domain
import Foundation
import Postgres
import Site
import Store

/// A published project or practice that a member copies, or asks about.
struct NamedSubject: Sendable {
    let subject: NetworkSubject
    let name: String
    let path: String
    let bottlenecks: [BottleneckCode]
}

extension WebServices {
    /// - Throws: `NotFound` when it is not published.
    func project(_ slug: String, as acting: Acting) async throws -> NamedSubject {
        try await world.database.transaction(as: acting) { connection in
            guard let found = try await CopyStore.project(slug: slug, on: connection) else { throw NotFound() }
            return NamedSubject(
                subject: .project(found.id),
                name: found.name,
                path: "/projecten/\(slug)",
                bottlenecks: found.bottlenecks
            )
        }
    }

    /// - Throws: `NotFound` when it is not published.
    func goodPractice(_ slug: String, as acting: Acting) async throws -> NamedSubject {
        try await world.database.transaction(as: acting) { connection in
            guard let row = try await GoodPracticeStore.find(slug: slug, on: connection), row.state == .published else {
                throw NotFound()
            }
            return NamedSubject(
                subject: .goodPractice(row.id),
                name: row.name,
                path: "/goede-praktijken/\(slug)",
                bottlenecks: row.bottlenecks
            )
        }
    }
}
