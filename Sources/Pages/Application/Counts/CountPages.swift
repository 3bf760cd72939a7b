public enum CountPages {
    static let all: [any Page.Type] = [FundPage.self, SchoolPage.self]
}

/// `/fonds`: counts per region for the fund; never a file.
public struct FundPage: Page {
    public static let template = "counts/fund"

    public struct Row: Sendable {
        let name: String
        let url: String
        let cells: [Cell]

        public init(name: String, url: String, cells: [Cell]) {
            self.name = name
            self.url = url
            self.cells = cells
        }
    }

    public struct Cell: Sendable {
        let label: String
        let text: String

        public init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    public let header: PageHeader
    let columns: [String]
    let rows: [Row]
    let waiting: StallBars
    let file: PageLink

    public init(columns: [String], rows: [Row], waiting: StallBars, fileURL: String) {
        header = PageHeader(
            title: "Het land in cijfers",
            lead:
                "Per regio: wie een plek zoekt, wie er een heeft, en hoe lang het duurt. Aantallen, nooit een dossier.",
            breadcrumbs: [PageLink("Start", "/")]
        )
        self.columns = columns
        self.rows = rows
        self.waiting = waiting
        file = PageLink("Download deze cijfers als CSV", fileURL)
    }

    public static var samples: [Self] {
        [
            Self(
                columns: ["Zoekt plek", "Geplaatst"],
                rows: [
                    Row(
                        name: "Twente",
                        url: "/regios/twente",
                        cells: [
                            Cell(label: "Zoekt plek", text: "42"), Cell(label: "Geplaatst", text: "minder dan 5"),
                        ]
                    )
                ],
                waiting: StallBars(
                    id: "wachten",
                    title: "Hoe lang wie zoekt al zoekt",
                    rows: [.init(step: "Twente", median: 20, p90: 60, count: 42)],
                    subject: "Regio"
                ),
                fileURL: "/fonds?vorm=csv"
            )
        ]
    }
}

/// `/school`: how many learners of the own school have a place; not who.
public struct SchoolPage: Page {
    public static let template = "counts/school"

    public struct Row: Sendable {
        let programme: String
        let route: String
        let year: String
        let looking: String
        let asked: String
        let placed: String
        let started: String
        let ended: String

        public init(
            programme: String,
            route: String,
            year: String,
            looking: Int,
            asked: Int,
            placed: Int,
            started: Int,
            ended: Int
        ) {
            self.programme = programme
            self.route = route
            self.year = year
            self.looking = "\(looking)"
            self.asked = "\(asked)"
            self.placed = "\(placed)"
            self.started = "\(started)"
            self.ended = "\(ended)"
        }
    }

    public struct Team: Sendable {
        let name: String
        let region: String
        let phone: String
        let phoneURL: String
        let mail: String
        let mailURL: String
        let learners: String

        public init(name: String, region: String, phone: String, mail: String, learners: Int) {
            self.name = name
            self.region = region
            self.phone = phone
            phoneURL = "tel:" + phone.filter { $0.isNumber || $0 == "+" }
            self.mail = mail
            mailURL = "mailto:" + mail
            self.learners = "\(learners)"
        }
    }

    public let header: PageHeader
    let rows: [Row]
    let teams: [Team]
    let nobody: EmptyState?

    public init(school: String, rows: [Row], teams: [Team]) {
        header = PageHeader(
            title: "Leerlingen van \(school)",
            lead:
                "Hoeveel van jullie leerlingen nog zoeken, en hoeveel een plek hebben. Je ziet aantallen, geen namen.",
            breadcrumbs: [PageLink("Start", "/")]
        )
        self.rows = rows
        self.teams = teams
        nobody =
            rows.isEmpty
            ? EmptyState(
                title: "Geen leerlingen bekend",
                text: "Er zijn nu geen kandidaten die jullie school hebben opgegeven.",
                action: PageLink("Bekijk de plekken", "/plekken")
            ) : nil
    }

    public static var samples: [Self] {
        [
            Self(
                school: "ROC Voorbeeld (fictief)",
                rows: [
                    Row(
                        programme: "Doktersassistent",
                        route: "BOL",
                        year: "2",
                        looking: 6,
                        asked: 2,
                        placed: 3,
                        started: 1,
                        ended: 0
                    )
                ],
                teams: [
                    Team(
                        name: "Team Twente (fictief)",
                        region: "Twente",
                        phone: "053 123 45 67",
                        mail: "team@voorbeeld.example",
                        learners: 12
                    )
                ]
            ), Self(school: "ROC Voorbeeld (fictief)", rows: [], teams: []),
        ]
    }
}
