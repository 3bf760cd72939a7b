/// `/kandidaten/{kenmerk}/kaart`: one printed page about a candidate, without identity unless the own team asks for it.
public struct CandidateCardPage: Page {
    public static let template = "candidates/card"

    public let header: PageHeader
    let title: String
    let isAnonymous: Bool
    /// The same card with, or without, who it is.
    let other: PageLink
    let identity: Facts?
    let wanted: Facts
    let travel: Facts
    let wishes: [String]
    let hasWishes: Bool
    let offers: [String]
    let hasOffers: Bool
    let profile: ProfileFigure?
    let profileNote: String
    let contact: String
    let madeOn: String

    /// - Parameter identity: who it is; nil makes the card that may be given away.
    public init(
        reference: String,
        url: String,
        identity: Facts?,
        name: String?,
        wanted: Facts,
        travel: Facts,
        wishes: [String],
        offers: [String],
        profile: ProfileFigure?,
        profileNote: String,
        contact: String,
        madeOn: String
    ) {
        title = name ?? "Kandidaat \(reference)"
        header = PageHeader(
            title: name.map { "Kaart van \($0)" } ?? "Kaart zonder naam",
            lead: name == nil
                ? "Op deze kaart staat niet wie de kandidaat is. Je mag hem delen met een praktijk."
                : "Deze kaart is alleen voor je eigen team.",
            breadcrumbs: [PageLink("Kandidaten", "/kandidaten")],
            back: PageLink("Terug naar de kandidaat", url)
        )
        isAnonymous = name == nil
        other =
            name == nil
            ? PageLink("Maak een kaart met naam", "\(url)/kaart?naam=ja")
            : PageLink("Maak een kaart zonder naam", "\(url)/kaart")
        self.identity = identity
        self.wanted = wanted
        self.travel = travel
        self.wishes = wishes
        hasWishes = !wishes.isEmpty
        self.offers = offers
        hasOffers = !offers.isEmpty
        self.profile = profile
        self.profileNote = profileNote
        self.contact = contact
        self.madeOn = madeOn
    }

    public static var samples: [CandidateCardPage] {
        let facts = Facts([Fact("Leerweg", "BBL, jaar 1")])
        let profile = ProfileFigure(
            id: "profiel",
            title: "Profiel",
            rows: [.init(area: "communiceren", level: 34, selfScore: nil, target: 40)]
        )
        return [
            CandidateCardPage(
                reference: "7F3K2M9Q",
                url: "/kandidaten/7F3K2M9Q",
                identity: Facts([Fact("Telefoon", "06 12 34 56 78")]),
                name: "Anna van den Berg",
                wanted: facts,
                travel: facts,
                wishes: ["Klein team."],
                offers: ["Eigen vervoer."],
                profile: profile,
                profileNote: "Beoordeeld op 3 nov.",
                contact: "Team Twente, 053 123 45 67",
                madeOn: "di 24 nov"
            ),
            CandidateCardPage(
                reference: "7F3K2M9Q",
                url: "/kandidaten/7F3K2M9Q",
                identity: nil,
                name: nil,
                wanted: facts,
                travel: facts,
                wishes: [],
                offers: [],
                profile: nil,
                profileNote: "Nog niet beoordeeld.",
                contact: "Team Twente",
                madeOn: "di 24 nov"
            ),
        ]
    }
}
