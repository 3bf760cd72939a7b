import PageKit
import Site

/// `/stijlgids`: every piece of the interface on one page, to look at and to check by machine.
struct StyleGuidePage: Page {
    static let template = "start/style-guide"

    let header: PageHeader
    let submissionID = "stijlgids"
    let notices: [Notice]
    let tabs: Tabs
    let stats: Stats
    let steps: Steps
    let facts: Facts
    let tags: [Tag]
    let timeline: Timeline
    let empty: EmptyState
    let filters: Filters
    let pagination: Pagination
    let textFields: [TextField]
    let textArea: TextArea
    let select: SelectField
    let choices: [Choices]
    let score: [ScoreRow]
    let fitBars: [FitBar]
    let fitExplained: FitBar
    let profile: ProfileFigure
    let chain: ChainFigure
    let clock: ClockFigure
    let stall: StallBars
    let map: CountryMap

    /// - Parameter map: the country, drawn from the data of the installation.
    init(map: CountryMap) {
        header = PageHeader(
            title: "Stijlgids",
            lead: "Alle bouwstenen van Doorwijzer bij elkaar. De namen en getallen zijn verzonnen.",
            breadcrumbs: [PageLink("Start", "/")],
            back: PageLink("Terug naar de startpagina", "/"),
            action: PageLink("Nieuwe kandidaat", "/kandidaten/nieuw"),
            tags: [Tag("Voorbeeld", .info)],
            errors: [ErrorLink(fieldID: "postcode", text: "Vul een postcode in, bijvoorbeeld 7511 AB")]
        )
        notices = StyleGuideExamples.notices
        tabs = StyleGuideExamples.tabs
        stats = StyleGuideExamples.stats
        steps = Steps(current: 2, of: 4, title: "Het profiel")
        facts = StyleGuideExamples.facts
        tags = StyleGuideExamples.tags
        timeline = StyleGuideExamples.timeline
        empty = EmptyState(
            title: "Nog geen plek in Twente",
            text: "Wel 3 passende plekken in Zwolle en Drenthe.",
            action: PageLink("Bekijk plekken in andere regio's", "/plekken")
        )
        filters = StyleGuideExamples.filters
        pagination = Pagination(
            summary: "51–100 van 214",
            previous: PageLink("Vorige 50", "/plekken"),
            next: PageLink("Volgende 50", "/plekken")
        )
        textFields = StyleGuideExamples.textFields
        textArea = TextArea(
            name: "motivatie",
            label: "Waarom past dit?",
            value: "Een regel.\nNog een regel.\n",
            description: "Eén of twee zinnen.",
            error: "Schrijf minstens één zin",
            isRequired: false
        )
        select = SelectField(
            name: "regio",
            label: "Regio",
            options: [Option(value: "twente", label: "Twente"), Option(value: "zwolle", label: "Regio Zwolle")],
            selected: "zwolle",
            description: "De regio waar je woont.",
            error: "Kies een regio",
            isRequired: false
        )
        choices = StyleGuideExamples.choices
        score = StyleGuideExamples.score
        fitBars = StyleGuideExamples.fitBars
        fitExplained = StyleGuideExamples.fitExplained
        profile = StyleGuideExamples.profile
        chain = StyleGuideExamples.chain
        clock = StyleGuideExamples.clock
        stall = StyleGuideExamples.stall
        self.map = map
    }
}
