/// `/kandidaten/{kenmerk}/plekken/{kenmerk}`: why a place fits a candidate so well, or why it cannot be.
public struct RankingShowPage: Page {
    public static let template = "ranking/show"

    /// One criterion: what it is worth and why.
    public struct Criterion: Sendable {
        let name: String
        let points: String
        let weight: String
        let contribution: String
        let share: String
        let candidateSentence: String
        let placeSentence: String

        /// - Parameters:
        ///   - points: 0…1000.
        ///   - contribution: weight × points.
        ///   - share: what it adds to the total of 0…100.
        public init(
            name: String,
            points: String,
            weight: String,
            contribution: String,
            share: String,
            candidateSentence: String,
            placeSentence: String
        ) {
            self.name = name
            self.points = points
            self.weight = weight
            self.contribution = contribution
            self.share = share
            self.candidateSentence = candidateSentence
            self.placeSentence = placeSentence
        }
    }

    /// A place that fits.
    public struct Fitting: Sendable {
        let bar: FitBar
        let period: String
        let criteria: [Criterion]
        let calculation: String

        /// - Parameters:
        ///   - period: when, on which days, on which seat.
        ///   - calculation: how the parts make the number.
        public init(bar: FitBar, period: String, criteria: [Criterion], calculation: String) {
            self.bar = bar
            self.period = period
            self.criteria = criteria
            self.calculation = calculation
        }
    }

    /// A limit that fails, for whoever helps the candidate and for whoever calls the practice.
    public struct Reason: Sendable {
        let name: String
        let candidateSentence: String
        let placeSentence: String

        public init(name: String, candidateSentence: String, placeSentence: String) {
            self.name = name
            self.candidateSentence = candidateSentence
            self.placeSentence = placeSentence
        }
    }

    /// A single change that would make it possible.
    public struct Change: Sendable {
        let text: String
        let url: String?

        /// - Parameter url: where it can be changed; nil for what is not the reader's to change.
        public init(_ text: String, url: String?) {
            self.text = text
            self.url = url
        }
    }

    /// A place that cannot be, now.
    public struct Failing: Sendable {
        let reasons: [Reason]
        let candidateChanges: [Change]
        let hasCandidateChanges: Bool
        let placeChanges: [Change]
        let hasPlaceChanges: Bool
        let needsMore: Bool

        public init(reasons: [Reason], candidateChanges: [Change], placeChanges: [Change]) {
            self.reasons = reasons
            self.candidateChanges = candidateChanges
            hasCandidateChanges = !candidateChanges.isEmpty
            self.placeChanges = placeChanges
            hasPlaceChanges = !placeChanges.isEmpty
            needsMore = candidateChanges.isEmpty && placeChanges.isEmpty
        }
    }

    public let header: PageHeader
    let levels: Notice?
    let state: Notice?
    let assumed: Notice?
    let fitting: Fitting?
    let failing: Failing?
    let candidate: Facts
    let place: Facts
    let placeLink: PageLink
    let back: PageLink

    /// - Parameters:
    ///   - action: to propose or to refer; nil when the case or the place is not in a state for it.
    ///   - levels: said when the levels are only defaults.
    ///   - assumed: said when an import filled in what the file did not say.
    ///   - state: said when the place is not open.
    public init(
        candidateName: String,
        reference: String,
        placeName: String,
        lead: String,
        action: PageLink?,
        levels: Notice?,
        state: Notice?,
        assumed: Notice? = nil,
        fitting: Fitting?,
        failing: Failing?,
        candidate: Facts,
        place: Facts,
        placeLink: PageLink,
        back: PageLink
    ) {
        header = PageHeader(
            title: placeName,
            lead: lead,
            breadcrumbs: [
                PageLink("Kandidaten", "/kandidaten"), PageLink(candidateName, "/kandidaten/\(reference)"),
                PageLink("Plekken", "/kandidaten/\(reference)/plekken"),
            ],
            action: action
        )
        self.levels = levels
        self.state = state
        self.assumed = assumed
        self.fitting = fitting
        self.failing = failing
        self.candidate = candidate
        self.place = place
        self.placeLink = placeLink
        self.back = back
    }

    public static var samples: [Self] {
        let place = PageLink("Bekijk de plek", "/plekken/4D8N1X0V")
        let back = PageLink("Alle plekken voor Verzonnen Naam", "/kandidaten/7F3K2M9Q/plekken")
        let facts = Facts([Fact("Leerweg", "BOL, jaar 2")])
        return [
            Self(
                candidateName: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                placeName: "Praktijk De Linde, Zwolle",
                lead: "Deze plek past voor 74 van de 100.",
                action: PageLink("Stel deze plek voor", "/kandidaten/7F3K2M9Q/voorstellen/4D8N1X0V"),
                levels: Notice(.info, text: "Nog niet beoordeeld."),
                state: nil,
                assumed: Notice(.info, text: "Bij de invoer vulden we in: uren per week."),
                fitting: Fitting(
                    bar: FitBar(
                        id: "past",
                        total: 74,
                        parts: [.init(name: "leerbehoefte", weight: 30, points: 700, share: 21)],
                        isLabelled: true
                    ),
                    period: "Van di 1 feb tot en met ma 30 mei, op ma, di.",
                    criteria: [
                        Criterion(
                            name: "leerbehoefte",
                            points: "700",
                            weight: "30",
                            contribution: "21.000",
                            share: "21",
                            candidateSentence: "Hier leer je wat je nodig hebt.",
                            placeSentence: "Jullie bieden het."
                        )
                    ],
                    calculation: "De bijdragen samen zijn 74.000."
                ),
                failing: nil,
                candidate: facts,
                place: facts,
                placeLink: place,
                back: back
            ),
            Self(
                candidateName: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                placeName: "Praktijk De Beuk, Enschede",
                lead: "Deze plek kan nu niet.",
                action: nil,
                levels: nil,
                state: Notice(.warning, text: "Deze plek is gesloten."),
                fitting: nil,
                failing: Failing(
                    reasons: [Reason(name: "afstand", candidateSentence: "Te ver.", placeSentence: "Te ver weg.")],
                    candidateChanges: [
                        Change(
                            "Met 35 in plaats van 25 km reizen past deze plek: 72 van de 100.",
                            url: "/kandidaten/7F3K2M9Q/wijzigen#uren"
                        )
                    ],
                    placeChanges: [
                        Change(
                            "Met één plek erbij past deze plek: 70 van de 100.",
                            url: "/kandidaten/7F3K2M9Q/wijzigen#uren"
                        )
                    ]
                ),
                candidate: facts,
                place: facts,
                placeLink: place,
                back: back
            ),
            Self(
                candidateName: "Verzonnen Naam",
                reference: "7F3K2M9Q",
                placeName: "Praktijk De Beuk, Enschede",
                lead: "Deze plek kan nu niet.",
                action: nil,
                levels: nil,
                state: nil,
                fitting: nil,
                failing: Failing(
                    reasons: [Reason(name: "afstand", candidateSentence: "Te ver.", placeSentence: "Te ver weg.")],
                    candidateChanges: [],
                    placeChanges: []
                ),
                candidate: facts,
                place: facts,
                placeLink: place,
                back: back
            ),
        ]
    }
}
