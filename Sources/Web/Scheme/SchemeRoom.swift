import Domain
package import Foundation
package import PageKit
package import Site

/// The stimuleringsregeling: applications, the fund's desk, the rules of a year.
package enum SchemeRoom: Room {
    package static var pages: [any Page.Type] {
        ApplicationPages.all
    }

    package static var templates: URL? { Bundle.module.resourceURL?.appendingPathComponent("Templates") }

    package static func addRoutes(_ doors: Doors, web: WebServices) {
        let (leaders, fund) = (doors.staff(.leadProjects), doors.staff(.decideApplications))
        ApplicationController(web: web).addRoutes(leaders: leaders)
        ApplicationReplyController(web: web).addRoutes(leaders: leaders)
        ApplicationCopyController(web: web).addRoutes(leaders: leaders)
        ApplicationStepController(web: web).addRoutes(leaders: leaders)
        RunningProjectController(web: web).addRoutes(leaders: leaders)
        ProjectPartnerController(web: web).addRoutes(leaders: leaders)
        SchemeController(web: web).addRoutes(fund: fund, visitors: doors.published)
        FundDeskController(web: web).addRoutes(fund: fund)
        FundQuestionController(web: web).addRoutes(fund: fund)
        FundDecisionController(web: web).addRoutes(fund: fund)
        FundClosingController(web: web).addRoutes(fund: fund)
        FundPublicationController(web: web).addRoutes(fund: fund)
    }
}
