import PageKit
import Site

enum CountPages {
    static let all: [any Page.Type] = [FundPage.self, SchoolPage.self]
}

/// `/fonds`: counts per region for the fund; never a file.
struct FundPage: Page {
    static let template = "counts/fund"

    struct Row: Sendable {
        let name: String
        let url: String
        let cells: [Cell]

        init(name: String, url: String, cells: [Cell]) {
            self.name = name
            self.url = url
            self.cells = cells
        }
    }

    struct Cell: Sendable {
        let label: String
        let text: String

        init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    let header: PageHeader
    let columns: [String]
    let rows: [Row]
    let waiting: StallBars
    let file: PageLink

    init(columns: [String], rows: [Row], waiting: StallBars, fileURL: String) {
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
}

/// `/school`: how many learners of the own school have a place; not who.
struct SchoolPage: Page {
    static let template = "counts/school"

    struct Row: Sendable {
        let programme: String
        let route: String
        let year: String
        let looking: String
        let asked: String
        let placed: String
        let started: String
        let ended: String

        init(
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

    struct Team: Sendable {
        let name: String
        let region: String
        let phone: String
        let phoneURL: String
        let mail: String
        let mailURL: String
        let learners: String

        init(name: String, region: String, phone: String, mail: String, learners: Int) {
            self.name = name
            self.region = region
            self.phone = phone
            phoneURL = "tel:" + phone.filter { $0.isNumber || $0 == "+" }
            self.mail = mail
            mailURL = "mailto:" + mail
            self.learners = "\(learners)"
        }
    }

    let header: PageHeader
    let rows: [Row]
    let teams: [Team]
    let nobody: EmptyState?

    init(school: String, rows: [Row], teams: [Team]) {
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
}
