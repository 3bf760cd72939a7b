import PageKit
import Site

/// `/kandidaten/{kenmerk}/kaart`: one printed page about a candidate, without identity unless the own team asks for it.
struct CandidateCardPage: Page {
    static let template = "candidates/card"

    let header: PageHeader
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
    init(
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
}
