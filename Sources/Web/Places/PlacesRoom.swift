import Domain
package import Foundation
package import PageKit
package import Site

/// Training places, practices, what practices offer by themselves, and lists that are brought in.
package enum PlacesRoom: Room {
    package static var pages: [any Page.Type] {
        TrainingPlacePages.all + BulkPlacePages.all + PracticePages.all + OfferPlacePages.all + ImportPages.all
    }

    package static var templates: URL? { Bundle.module.resourceURL?.appendingPathComponent("Templates") }

    package static func addRoutes(_ doors: Doors, web: WebServices) {
        let (coordinators, visitors) = (doors.staff(.workOnCases), doors.visitors)
        BulkPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        TrainingPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        PracticeController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        OfferPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ImportController(web: web).addRoutes(staff: coordinators, visitors: visitors)
    }

    /// Bytes that a list may have, by route; see ``ImportController``.
    package static var largerBodies: [String: Int] {
        ImportController.largerBodies
    }
}
