package import Foundation
package import PageKit

/// The pages that several rooms show.
package enum SitePages {
    package static let all: [any Page.Type] = [ErrorPage.self, TextPage.self, ApplicationFormPage.self]
    package static var templates: URL? { Bundle.module.resourceURL?.appendingPathComponent("Templates") }
}
