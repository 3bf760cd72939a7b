/// What a complete project page tells. What is missing is shown as missing.
public enum ProjectPart: String, Coded {
    case subject
    case problem
    case approach
    case goals
    case partners
    case place
    case bottlenecks
    case period
    case money
    case result
    case didNotWork = "did_not_work"
    case links
    case contact
    case confirmation

    public var dutchName: String {
        switch self {
        case .subject: "het onderwerp in één zin"
        case .problem: "het probleem"
        case .approach: "de aanpak"
        case .goals: "doelen in getallen"
        case .partners: "de partners"
        case .place: "de gemeenten waar het werk is"
        case .bottlenecks: "de knelpunten"
        case .period: "de periode"
        case .money: "het geld"
        case .result: "het resultaat"
        case .didNotWork: "wat niet werkte"
        case .links: "een document, film of pagina"
        case .contact: "een mailadres of telefoonnummer"
        case .confirmation: "een bevestiging dat dit nog klopt"
        }
    }
}
