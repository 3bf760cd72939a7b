public import Domain

/// What members copy, and ask about: a practice or a project of others.
public enum NetworkSubject: Sendable, Hashable {
    case goodPractice(GoodPractice.ID)
    case project(Project.ID)

    var goodPractice: GoodPractice.ID? { if case .goodPractice(let id) = self { id } else { nil } }
    var project: Project.ID? { if case .project(let id) = self { id } else { nil } }
}
