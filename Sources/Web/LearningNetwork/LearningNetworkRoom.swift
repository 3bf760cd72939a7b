import Domain
package import Foundation
package import PageKit
package import Site

/// The national learning network: members, meetings, questions, good practices, projects, bottlenecks, regions, open data.
package enum LearningNetworkRoom: Room {
    package static var pages: [any Page.Type] {
        NetworkPages.all + ProjectPages.all + BottleneckPages.all + RegionPages.all + OpenDataPages.all
    }

    package static var templates: URL? { Bundle.module.resourceURL?.appendingPathComponent("Templates") }

    package static func addRoutes(_ doors: Doors, web: WebServices) {
        let (members, visitors, published) = (doors.staff(.joinNetwork), doors.visitors, doors.published)
        NetworkController(web: web).addRoutes(members: members, visitors: published)
        MeetingController(web: web).addRoutes(members: members, published: published, visitors: visitors)
        MeetingEditController(web: web).addRoutes(members: members)
        MeetingRecordController(web: web).addRoutes(members: members)
        QuestionAskController(web: web).addRoutes(members: members)
        QuestionController(web: web).addRoutes(members: members, visitors: published)
        GoodPracticeController(web: web).addRoutes(members: members, visitors: published)
        GoodPracticeEditController(web: web).addRoutes(members: members)
        CopyController(web: web).addRoutes(members: members)
        TakeDownController(web: web).addRoutes(members: members)
        ToolboxController(web: web).addRoutes(members: members, visitors: published)
        SocialMapController(web: web).addRoutes(members: members, visitors: published)
        ProjectController(web: web).addRoutes(published: published)
        ProjectEditController(web: web).addRoutes(
            leaders: doors.staff(.leadProjects),
            fund: doors.staff(.decideApplications)
        )
        ProjectAddController(web: web).addRoutes(fund: doors.staff(.decideApplications))
        OpenDataController(web: web).addRoutes(published: published)
        RegionController(web: web).addRoutes(visitors: doors.counted)
        BottleneckController(web: web).addRoutes(visitors: doors.counted)
    }
}
