/// The public part of a region that is about learning from each other.
public struct RegionNetwork: Sendable {
    let projects: [ProjectCard]
    let hasProjects: Bool
    let projectsText: String
    let allProjects: PageLink
    let sections: [LinkSection]
    let links: [PageLink]

    /// - Parameters:
    ///   - projectsText: how many there are, or what to do when there are none.
    ///   - links: toolbox, social map, feed.
    public init(
        projects: [ProjectCard],
        projectsText: String,
        allProjects: PageLink,
        sections: [LinkSection],
        links: [PageLink]
    ) {
        self.projects = projects
        hasProjects = !projects.isEmpty
        self.projectsText = projectsText
        self.allProjects = allProjects
        self.sections = sections
        self.links = links
    }

    static let sample = RegionNetwork(
        projects: [.sample],
        projectsText: "1 project",
        allProjects: PageLink("Alle projecten in Twente", "/projecten?regio=RA0205"),
        sections: LinkSection.samples,
        links: [PageLink("Gereedschap", "/regios/twente/gereedschap")]
    )
}
