import Domain
import Foundation

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

extension RegionNetwork {
    static let sample = RegionNetwork(
        projects: [.sample],
        projectsText: "1 project",
        allProjects: PageLink("Alle projecten in Twente", "/projecten?regio=RA0205"),
        sections: LinkSection.samples,
        links: [PageLink("Gereedschap", "/regios/twente/gereedschap")]
    )
}
