import PageKit
import Site

/// What is done for many practices or places at once, after an import.
enum BulkPlacePages {
    static let all: [any Page.Type] = [RecognitionsPage.self, OpenPlacesPage.self]
}

/// `/praktijken/erkenning`: what SBB says of the practices whose drafts wait for it.
struct RecognitionsPage: Page {
    static let template = "practices/recognitions"

    struct Row: Sendable {
        let id: String
        let key: String
        let name: String
        let url: String
        let qualification: String
        let waiting: String
        let isChosen: Bool
        let until: TextField

        /// - Parameters:
        ///   - key: kenmerk of the practice and crebo, as the form sends it.
        ///   - waiting: how many of its places wait.
        ///   - until: the last day of this practice alone, when it differs.
        init(
            index: Int,
            key: String,
            name: String,
            url: String,
            qualification: String,
            waiting: String,
            isChosen: Bool,
            until: TextField
        ) {
            id = "rij-\(index)"
            self.key = key
            self.name = name
            self.url = url
            self.qualification = qualification
            self.waiting = waiting
            self.isChosen = isChosen
            self.until = until
        }
    }

    let header: PageHeader
    let action: String
    let submissionID: String
    let state: Choices
    let until: TextField
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?

    init(
        action: String,
        state: Choices,
        until: TextField,
        rows: [Row],
        openURL: String,
        errors: [ErrorLink],
        submissionID: String
    ) {
        header = PageHeader(
            title: "Leg de erkenning vast",
            lead: "Kijk op stagemarkt.nl of bij SBB na of de praktijk erkend is. Pas dan kan een plek open.",
            breadcrumbs: [PageLink("Praktijken", "/praktijken")],
            errors: errors
        )
        self.action = action
        self.state = state
        self.until = until
        self.rows = rows
        hasRows = !rows.isEmpty
        self.submissionID = submissionID
        empty =
            rows.isEmpty
            ? EmptyState(
                title: "Geen plek wacht op een erkenning",
                text: "Zet nu de plekken open die nog een concept zijn.",
                action: PageLink("Bekijk de concepten", openURL)
            ) : nil
    }
}

/// `/plekken/openen`: drafts that can be found by others from now on, and those that cannot yet.
struct OpenPlacesPage: Page {
    static let template = "places/open"

    struct Row: Sendable {
        let id: String
        let reference: String
        let name: String
        let url: String
        let detail: String

        init(index: Int, reference: String, name: String, url: String, detail: String) {
            id = "plek-\(index)"
            self.reference = reference
            self.name = name
            self.url = url
            self.detail = detail
        }
    }

    /// A draft that cannot open yet.
    struct Waiting: Sendable {
        let name: String
        let url: String
        let why: String

        init(name: String, url: String, why: String) {
            self.name = name
            self.url = url
            self.why = why
        }
    }

    let header: PageHeader
    let action: String
    let submissionID: String
    let button: String?
    let rows: [Row]
    let waiting: [Waiting]
    let hasWaiting: Bool
    let recognitionURL: String
    let empty: EmptyState?

    init(
        action: String,
        rows: [Row],
        waiting: [Waiting],
        recognitionURL: String,
        errors: [ErrorLink] = [],
        submissionID: String
    ) {
        header = PageHeader(
            title: "Zet plekken open",
            lead: "Een plek die open staat, vindt het hele land. Haal het vinkje weg bij wat nog niet klopt.",
            breadcrumbs: [PageLink("Plekken", "/plekken")],
            errors: errors
        )
        self.action = action
        self.rows = rows
        self.waiting = waiting
        hasWaiting = !waiting.isEmpty
        self.recognitionURL = recognitionURL
        self.submissionID = submissionID
        button = rows.isEmpty ? nil : rows.count == 1 ? "Zet deze plek open" : "Zet de gekozen plekken open"
        empty =
            rows.isEmpty && waiting.isEmpty
            ? EmptyState(
                title: "Er is geen concept meer",
                text: "Alle plekken zijn open, gepauzeerd of gesloten.",
                action: PageLink("Bekijk de plekken", "/plekken")
            ) : nil
    }
}
