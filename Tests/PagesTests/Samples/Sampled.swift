import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// A page with examples that together fill every list and every optional at least once.
///
/// The template test checks each name in the template against them, because the template language itself renders a
/// misspelt name as nothing.
protocol Sampled: Page {
    static var samples: [Self] { get }
}

enum Samples {
    /// Every page of the catalog; one without samples fails.
    static func pages() throws -> [any Sampled.Type] {
        try PageCatalog.pages.map { page in try #require(page as? any Sampled.Type, "\(page) has no samples") }
    }
}
