import Domain
package import Foundation
package import PageKit
package import Site

/// Candidates and their cases: from registration over ranking, proposals and referrals to placement, and the candidate's own file.
package enum CasesRoom: Room {
    package static var pages: [any Page.Type] {
        CandidatePages.all + AssessmentPages.all + RankingPages.all + ProposalPages.all + PracticeAnswerPages.all
            + ReferralPages.all + ConsentPages.all + WorkListPages.all + OwnFilePages.all + OwnDataFilePages.all
    }

    package static var templates: URL? { Bundle.module.resourceURL?.appendingPathComponent("Templates") }

    package static func addRoutes(_ doors: Doors, web: WebServices) {
        let (coordinators, visitors) = (doors.staff(.workOnCases), doors.visitors)
        StartSearchingController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        CandidateController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        RankingController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        CaseStepController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        AssessmentController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ProposalController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        PracticeAnswerController(web: web).addRoutes(visitors: visitors)
        OwnPlaceController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ReferralController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        ConsentController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        PrivacyController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        WorkListController(web: web).addRoutes(staff: coordinators, visitors: visitors)
        let candidates = doors.candidates
        OwnSignInController(web: web, sessions: doors.sessions).addRoutes(visitors: visitors)
        RegistrationController(web: web, sessions: doors.sessions).addRoutes(visitors: visitors)
        OwnFileController(web: web).addRoutes(candidates: candidates)
        OwnAssessmentController(web: web).addRoutes(candidates: candidates)
        OwnConsentController(web: web).addRoutes(candidates: candidates)
        OwnDataController(web: web).addRoutes(candidates: candidates)
        OwnPrivacyController(web: web).addRoutes(candidates: candidates, visitors: visitors)
        OwnMailController(web: web).addRoutes(candidates: candidates, visitors: visitors)
    }
}
