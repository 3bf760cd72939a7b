import PageKit
import Site

/// `/kandidaten/{kenmerk}/plekken/{kenmerk}`: why a place fits a candidate so well, or why it cannot be.
struct RankingShowPage: Page {
    static let template = "ranking/show"

    /// One criterion: what it is worth and why.
    struct Criterion: Sendable {
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
        init(
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
    struct Fitting: Sendable {
        let bar: FitBar
        let period: String
        let criteria: [Criterion]
        let calculation: String

        /// - Parameters:
        ///   - period: when, on which days, on which seat.
        ///   - calculation: how the parts make the number.
        init(bar: FitBar, period: String, criteria: [Criterion], calculation: String) {
            self.bar = bar
            self.period = period
            self.criteria = criteria
            self.calculation = calculation
        }
    }

    /// A limit that fails, for whoever helps the candidate and for whoever calls the practice.
    struct Reason: Sendable {
        let name: String
        let candidateSentence: String
        let placeSentence: String

        init(name: String, candidateSentence: String, placeSentence: String) {
            self.name = name
            self.candidateSentence = candidateSentence
            self.placeSentence = placeSentence
        }
    }

    /// A single change that would make it possible.
    struct Change: Sendable {
        let text: String
        let url: String?

        /// - Parameter url: where it can be changed; nil for what is not the reader's to change.
        init(_ text: String, url: String?) {
            self.text = text
            self.url = url
        }
    }

    /// A place that cannot be, now.
    struct Failing: Sendable {
        let reasons: [Reason]
        let candidateChanges: [Change]
        let hasCandidateChanges: Bool
        let placeChanges: [Change]
        let hasPlaceChanges: Bool
        let needsMore: Bool

        init(reasons: [Reason], candidateChanges: [Change], placeChanges: [Change]) {
            self.reasons = reasons
            self.candidateChanges = candidateChanges
            hasCandidateChanges = !candidateChanges.isEmpty
            self.placeChanges = placeChanges
            hasPlaceChanges = !placeChanges.isEmpty
            needsMore = candidateChanges.isEmpty && placeChanges.isEmpty
        }
    }

    let header: PageHeader
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
    init(
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
}
