import Domain
package import Foundation
import HTTPBase
package import PageKit
package import Site

/// Signing in, the own account, staff and organisations.
package enum AccountsRoom: Room {
    package static var pages: [any Page.Type] {
        ProviderPages.all + AccountPages.all + StaffPages.all
    }

    package static var templates: URL? { Bundle.module.resourceURL?.appendingPathComponent("Templates") }

    package static func addRoutes(_ doors: Doors, web: WebServices) {
        let (staff, visitors, sessions) = (doors.staff, doors.visitors, doors.sessions)
        let signIn = SignInController(web: web, sessions: sessions)
        signIn.addRoutes(visitors: visitors)
        PasswordController(web: web, signIn: signIn).addRoutes(visitors: visitors)
        AccountController(web: web, sessions: sessions).addRoutes(staff: staff)
        AbsenceController(web: web).addRoutes(coordinators: doors.staff(.workOnCases))
        OrganisationController(web: web).addRoutes(staff: staff)
        TeamController(web: web).addRoutes(staff: staff)
        StaffController(web: web).addRoutes(staff: staff)
        StaffDetailsController(web: web).addRoutes(staff: staff)
        ProviderController(web: web, sessions: sessions, directory: doors.providers).addRoutes(
            staff: staff,
            visitors: visitors
        )
    }
}
