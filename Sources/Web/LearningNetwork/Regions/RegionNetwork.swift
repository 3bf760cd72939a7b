import PageKit
import Site

/// The public part of a region that is about learning from each other.
struct RegionNetwork: Sendable {
    let projects: [ProjectCard]
    let hasProjects: Bool
    let projectsText: String
    let allProjects: PageLink
    let sections: [LinkSection]
    let links: [PageLink]

    /// - Parameters:
    ///   - projectsText: how many there are, or what to do when there are none.
    ///   - links: toolbox, social map, feed.
    init(
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
}
