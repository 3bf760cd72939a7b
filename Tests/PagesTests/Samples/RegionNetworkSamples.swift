import Domain
import Foundation

@testable import PageKit
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
