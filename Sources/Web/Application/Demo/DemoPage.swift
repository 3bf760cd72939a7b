import PageKit
import Site

/// `/demo/kies`: be one of the fictional people.
struct DemoPage: Page {
    static let template = "start/demo"

    struct Person: Sendable {
        let id: String
        let name: String
        let team: String

        init(id: String, name: String, team: String) {
            self.id = id
            self.name = name
            self.team = team
        }
    }

    struct Region: Sendable {
        let name: String
        var people: [Person]

        init(name: String, people: [Person]) {
            self.name = name
            self.people = people
        }
    }

    /// A good person to begin with, and why.
    struct Suggestion: Sendable {
        let id: String
        let name: String
        let region: String
        let why: String

        init(id: String, name: String, region: String, why: String) {
            self.id = id
            self.name = name
            self.region = region
            self.why = why
        }
    }

    let header: PageHeader
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
    init(
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
}
