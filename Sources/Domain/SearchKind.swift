/// What can be searched.
public enum SearchKind: String, Coded {
    case project
    case goodPractice = "good_practice"
    case question
    case meeting
    case toolboxItem = "toolbox_item"

    public var dutchName: String {
        switch self {
        case .project: "project"
        case .goodPractice: "goede praktijk"
        case .question: "vraag"
        case .meeting: "bijeenkomst"
        case .toolboxItem: "gereedschap"
        }
    }
}
