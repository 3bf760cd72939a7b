/// `/demo/kies`: be one of the fictional people.
public struct DemoPage: Page {
    public static let template = "start/demo"

    public struct Person: Sendable {
        let id: String
        let name: String
        let team: String

        public init(id: String, name: String, team: String) {
            self.id = id
            self.name = name
            self.team = team
        }
    }

    public struct Region: Sendable {
        public let name: String
        public var people: [Person]

        public init(name: String, people: [Person]) {
            self.name = name
            self.people = people
        }
    }

    /// A good person to begin with, and why.
    public struct Suggestion: Sendable {
        let id: String
        let name: String
        let region: String
        let why: String

        public init(id: String, name: String, region: String, why: String) {
            self.id = id
            self.name = name
            self.region = region
            self.why = why
        }
    }

    public let header: PageHeader
    let suggestions: [Suggestion]
    let regions: [Region]
    let hasPeople: Bool
    let candidates: [Person]
    let hasCandidates: Bool
    let others: [Person]
    let hasOthers: Bool
    let returnPath: String?
    let isSignedIn: Bool

    /// - Parameter returnPath: where to go on after choosing; the work list when nil.
    public init(
        suggestions: [Suggestion],
        regions: [Region],
        candidates: [Person],
        others: [Person],
        returnPath: String?,
        isSignedIn: Bool
    ) {
        header = PageHeader(
            title: "Kies wie je bent",
            lead: "Dit is een demonstratie met verzonnen mensen. Kies een coördinator en probeer alles uit."
        )
        self.candidates = candidates
        hasCandidates = !candidates.isEmpty
        self.others = others
        hasOthers = !others.isEmpty
        self.suggestions = suggestions
        self.regions = regions
        hasPeople = !regions.isEmpty
        self.returnPath = returnPath
        self.isSignedIn = isSignedIn
    }

    public static var samples: [DemoPage] {
        [
            DemoPage(
                suggestions: [
                    Suggestion(
                        id: "0190",
                        name: "Marit Voorbeeld",
                        region: "Twente",
                        why: "Hier zijn bijna alle plekken bezet."
                    )
                ],
                regions: [
                    Region(
                        name: "Twente",
                        people: [Person(id: "0190", name: "Marit Voorbeeld", team: "Team Twente (fictief)")]
                    )
                ],
                candidates: [Person(id: "0191", name: "Sam Voorbeeld", team: "zoekt plek")],
                others: [Person(id: "0192", name: "Jo Voorbeeld", team: "beheerder van het fonds")],
                returnPath: "/kandidaten",
                isSignedIn: true
            ),
            DemoPage(suggestions: [], regions: [], candidates: [], others: [], returnPath: nil, isSignedIn: false),
        ]
    }
}
