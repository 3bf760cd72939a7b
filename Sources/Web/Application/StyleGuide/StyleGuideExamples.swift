import PageKit
import Site

/// Invented values for the style guide, one that fills every part of every piece.
enum StyleGuideExamples {
    static let notices = [
        Notice(.info, text: "De school is tot 5 januari dicht."),
        Notice(.ok, title: "Voorgesteld", text: "Wacht op praktijk De Linde tot do 3 dec."),
        Notice(.warning, text: "De erkenning van deze praktijk loopt af."),
        Notice(.error, text: "De plek is net bezet.", link: PageLink("Bekijk de volgende beste plek", "/plekken")),
    ]

    static let tabs = Tabs(
        label: "Onderdelen van dit traject",
        [
            Tab("Plekken", url: "/stijlgids", isCurrent: true, count: "12"),
            Tab("Profiel", url: "/stijlgids"),
            Tab("Geschiedenis", url: "/stijlgids"),
        ]
    )

    static let stats = Stats([
        StatTile(number: "4", label: "zijn over tijd", url: "/werklijst", kind: .overdue),
        StatTile(number: "12", label: "wachten op jou", url: "/werklijst", kind: .waiting),
        StatTile(number: "7", label: "zijn geplaatst", url: "/werklijst", kind: .ok),
        StatTile(number: "38", label: "zoeken een plek", url: "/werklijst"),
    ])

    static let facts = Facts([
        Fact("Route", "BBL, leerjaar 1"),
        Fact("Telefoon", "06 00 00 00 00", url: "tel:0600000000"),
        Fact("Zoekt sinds", "di 24 nov, 12 dagen"),
    ])

    static let tags = [
        Tag("Concept"), Tag("Voorgesteld", .info), Tag("Geplaatst", .ok), Tag("Wacht op praktijk", .waiting),
        Tag("3 dagen te laat", .overdue),
    ]

    static let timeline = Timeline([
        TimelineItem(when: "di 3 nov", datetime: "2026-11-03", title: "Aangemeld", who: "door de school"),
        TimelineItem(
            when: "ma 16 nov",
            datetime: "2026-11-16",
            title: "Voorgesteld aan praktijk De Linde",
            who: "door Sam Voorbeeld",
            detail: "De praktijk antwoordt voor ma 23 nov.",
            kind: .current
        ),
        TimelineItem(when: "ma 1 feb 2027", datetime: "2027-02-01", title: "Gewenste start", kind: .future),
    ])

    static let filters = Filters(
        action: "/plekken",
        summary: "214 plekken",
        chosen: [
            Chip(label: "Route: BBL", removeURL: "/plekken?regio=twente"),
            Chip(label: "Regio: Twente", removeURL: "/plekken?route=bbl"),
        ],
        clearURL: "/plekken",
        groups: [
            FilterGroup(
                legend: "Route",
                name: "route",
                options: [
                    FilterOption(value: "bol", label: "BOL", count: "140"),
                    FilterOption(value: "bbl", label: "BBL", count: "74", isSelected: true),
                ]
            )
        ],
        selects: [
            SelectField(
                name: "in-regio",
                label: "Regio",
                options: [Option(value: "twente", label: "Twente")],
                selected: "twente",
                emptyLabel: "Alle regio's"
            )
        ],
        search: TextField(name: "zoek", label: "Zoek op praktijk of plaats", kind: .search, isRequired: false),
        hidden: [HiddenField(name: "volgorde", value: "afstand")],
        downloads: [PageLink("CSV", "/plekken?vorm=csv")],
        input: PageLink("Neem je eigen lijst over", "/invoer")
    )

    static let textFields = [
        TextField(
            name: "postcode",
            label: "Postcode",
            value: "75",
            description: "Vier cijfers en twee letters.",
            error: "Vul een postcode in, bijvoorbeeld 7511 AB",
            autocomplete: "postal-code",
            width: .short
        ),
        TextField(name: "mail", label: "Mail", kind: .email, autocomplete: "email", isRequired: false),
        TextField(name: "start", label: "Gewenste start", kind: .date),
        TextField(name: "afstand", label: "Hoe ver wil je reizen?", value: "25", kind: .number, unit: "km"),
    ]

    static let choices = [
        Choices(
            name: "route",
            legend: "Welke route volg je?",
            kind: .radio,
            options: [
                Option(value: "bol", label: "BOL", description: "Je gaat naar school en loopt stage."),
                Option(value: "bbl", label: "BBL", description: "Je werkt en gaat één dag naar school."),
            ],
            selected: ["bbl"],
            description: "Weet je het niet? Kies wat het meest past.",
            error: "Kies een route"
        ),
        Choices(
            name: "dagen",
            legend: "Op welke dagen kun je?",
            kind: .checkbox,
            options: [
                Option(value: "1", label: "ma"), Option(value: "2", label: "di"), Option(value: "4", label: "wo"),
                Option(value: "8", label: "do"), Option(value: "16", label: "vr"),
            ],
            selected: ["1", "4"],
            isRequired: false,
            isInline: true
        ),
    ]

    static let score = [
        ScoreRow(
            name: "score-1",
            area: "Communiceren",
            statement: "Je vraagt door aan de telefoon tot de klacht duidelijk is.",
            selected: "3"
        ),
        ScoreRow(
            name: "score-2",
            statement: "Je legt uit wat er na het gesprek gebeurt.",
            description: "Denk aan een terugbelafspraak.",
            error: "Kies een score of 'niet gezien'"
        ),
    ]

    private static let parts = [
        FitBar.Part(name: "Leerbehoefte", weight: 30, points: 720, share: 22),
        FitBar.Part(name: "Begeleiding", weight: 20, points: 1000, share: 20),
        FitBar.Part(name: "Reisafstand", weight: 20, points: 640, share: 13),
        FitBar.Part(name: "Periode en dagen", weight: 15, points: 900, share: 13),
        FitBar.Part(name: "Doorlopen", weight: 10, points: 400, share: 4),
        FitBar.Part(name: "Wensen", weight: 5, points: 1000, share: 5),
    ]

    static let fitBars = [
        FitBar(id: "past-klein", total: 77, parts: parts),
        FitBar(id: "past-tweede", total: 77, parts: parts.reversed()),
    ]

    static let fitExplained = FitBar(id: "past-groot", total: 77, parts: parts, isLabelled: true)

    static let profile = ProfileFigure(
        id: "profiel",
        title: "Wat kan deze kandidaat al?",
        rows: [
            .init(area: "Vakinhoudelijk handelen", level: 24, selfScore: 30, target: 35),
            .init(area: "Communiceren", level: 37, selfScore: 37, target: 35),
            .init(area: "Samenwerken", level: 20, isAssessed: false, target: 30),
        ]
    )

    static let chain = ChainFigure(
        id: "keten",
        stops: [
            .init(region: "Twente", when: "3–10 nov", answer: "Geen plek vrij. Doorverwezen.", kind: .past),
            .init(
                region: "Regio Zwolle",
                when: "sinds 10 nov",
                answer: "Zoekt een plek met de kandidaat.",
                kind: .current
            ),
            .init(region: "Drenthe", when: "daarna", answer: "2 passende plekken", kind: .next),
        ]
    )

    static let clock = ClockFigure(
        id: "klok",
        title: "Wie was aan zet",
        spans: [
            .init(owner: .team, label: "Een voorstel", days: 6),
            .init(owner: .practice, label: "Antwoord van praktijk De Linde", days: 12, overdueDays: 5),
            .init(owner: .candidate, label: "Ja op het klikgesprek", days: 4),
            .init(owner: .school, label: "Akkoord van de school", days: 8),
            .init(owner: .nobody, label: "Zomervakantie", days: 5),
        ]
    )

    static let stall = StallBars(
        id: "stap",
        title: "Waar het wacht",
        rows: [
            .init(step: "Antwoord van de praktijk", median: 6, p90: 21, count: 40),
            .init(step: "Klikgesprek", median: 9, p90: 14, count: 22),
            .init(step: "Akkoord van de school", median: nil, p90: nil, count: 3),
        ]
    )

    /// A few points of the country.
    static func country(url: String?) -> CountryMap {
        let enschede = GeoPoint(latitude: 52.218, longitude: 6.896)
        let zwolle = GeoPoint(latitude: 52.512, longitude: 6.094)
        return CountryMap(
            id: "kaart",
            title: "Plekken met ruimte per regio",
            description: "Elke stip is een plaats. Het getal is het aantal plekken met een vrije stoel.",
            dots: CountryMap.Dots([enschede, zwolle]),
            highlighted: CountryMap.Dots([enschede]),
            arcs: [(from: enschede, to: zwolle)],
            marks: [
                CountryMap.Mark(label: "Twente: geen open plekken", point: enschede, isHighlighted: true),
                CountryMap.Mark(
                    label: "Regio Zwolle: 41 open plekken",
                    point: zwolle,
                    text: "41",
                    size: .large,
                    url: url
                ),
            ]
        )
    }
}
