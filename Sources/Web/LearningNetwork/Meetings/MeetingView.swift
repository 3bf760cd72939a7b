import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// The page of one meeting, for whoever looks.
struct MeetingView {
    let web: WebServices
    let meeting: MeetingStore.Row
    /// The membership of whoever looks; nil for whoever is no member.
    let member: MemberStore.Row?
    let worksForFund: Bool

    private var url: String { "/bijeenkomsten/\(meeting.slug)" }
    private var organises: Bool { worksForFund || (member != nil && meeting.organiserID == member?.id) }

    func page(on connection: Connection) async throws -> NetworkShowPage {
        let words = MeetingWords(web: web)
        let crowd = try await MeetingSignupStore.crowds([meeting.id], on: connection)[meeting.id] ?? .init()
        var signup: SignupState?
        if let member {
            signup = try await MeetingSignupStore.state(of: member.id, for: meeting.id, on: connection)
        }
        var notices: [Notice] = []
        if meeting.state == .cancelled {
            notices.append(Notice(.warning, title: "Gaat niet door", text: "Deze bijeenkomst is afgezegd."))
        }
        var sections = [
            NetworkSection(
                id: "agenda",
                title: "Agenda",
                text: meeting.agenda.isEmpty ? "De agenda volgt nog." : meeting.agenda
            )
        ]
        if meeting.state == .held || !meeting.minutes.isEmpty || (meeting.state == .planned && hasBegun) {
            sections.append(
                NetworkSection(
                    id: "verslag",
                    title: "Verslag",
                    text: meeting.minutes.isEmpty ? "Er is nog geen verslag." : meeting.minutes,
                    facts: meeting.source.isEmpty ? nil : Facts([Fact("Bron", meeting.source, url: sourceURL)])
                )
            )
        }
        if member != nil || worksForFund { sections += try await inside(on: connection) }
        if organises { sections += try await keeping(on: connection) }
        return NetworkShowPage(
            header: PageHeader(
                title: meeting.title,
                breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk"), PageLink("Bijeenkomsten", "/bijeenkomsten")],
                action: organises && meeting.state == .planned && !hasBegun
                    ? PageLink("Wijzig deze bijeenkomst", "\(url)/wijzigen") : nil,
                tags: [words.tag(meeting)] + Tag.fictional(meeting.isFictional)
            ),
            notices: notices,
            facts: facts(crowd, signup, words),
            sections: sections,
            aside: try await aside(crowd, signup, on: connection),
            asideLabel: "Aanmelden"
        )
    }

    /// A source is an address mostly.
    private var sourceURL: String? { meeting.source.hasPrefix("https://") ? meeting.source : nil }

    /// It has begun, though nobody wrote down yet that it was held.
    private var hasBegun: Bool { meeting.startsAt.map { $0 <= web.world.now() } ?? false }

    private func facts(
        _ crowd: MeetingSignupStore.Crowd,
        _ state: SignupState?,
        _ words: MeetingWords
    ) -> Facts {
        var facts = [Fact("Soort", meeting.kind.dutchName), Fact("Wanneer", words.when(meeting))]
        if !meeting.place.isEmpty { facts.append(Fact("Plaats", meeting.place)) }
        if let url = meeting.onlineURL {
            // Whoever has the link is in the room.
            facts.append(
                organises || state == .coming
                    ? Fact("Online", "Doe mee via deze link", url: url)
                    : Fact("Online", "Wie komt, krijgt de link in de mail")
            )
        }
        if let region = meeting.regionCode.flatMap({ web.reference.region($0) }) {
            // The map is ours: nobody else sees who looks.
            facts.append(Fact("Regio", "\(region.name) (kaart)", url: "/regios/\(region.slug)#kaart"))
        }
        if !meeting.label.isEmpty { facts.append(Fact("Regio in de bron", meeting.label)) }
        if let code = meeting.municipalityCode {
            facts.append(Fact("Gemeente", web.reference.municipalityName(code)))
        }
        if !meeting.bottlenecks.isEmpty { facts.append(Fact("Gaat over", web.bottleneckNames(meeting.bottlenecks))) }
        if meeting.state == .planned, !hasBegun {
            let seats = meeting.capacity.map { " van de \($0) plaatsen bezet" } ?? " komen"
            let waiting = crowd.waiting > 0 ? ", \(crowd.waiting) op de wachtlijst" : ""
            facts.append(Fact("Aangemeld", "\(crowd.coming)\(seats)\(waiting)"))
        }
        if !meeting.contactMail.isEmpty {
            facts.append(Fact("Vragen", meeting.contactMail, url: "mailto:\(meeting.contactMail)"))
        }
        return Facts(facts)
    }

    // MARK: Signing up

    private func aside(
        _ crowd: MeetingSignupStore.Crowd,
        _ state: SignupState?,
        on connection: Connection
    ) async throws -> [NetworkSection] {
        let calendar = PageLink("Zet alle bijeenkomsten in je agenda", "/bijeenkomsten?vorm=ics")
        guard meeting.state == .planned, !hasBegun, let starts = meeting.startsAt else {
            return [
                NetworkSection(
                    id: "aanmelden",
                    title: "Aanmelden",
                    text: "Aanmelden kan niet meer.",
                    links: [PageLink("Bijeenkomsten die komen", "/bijeenkomsten"), calendar]
                )
            ]
        }
        let closes = meeting.signupClosesAt ?? starts
        let isOpen = web.world.now() <= closes
        guard member != nil else {
            return [
                NetworkSection(
                    id: "aanmelden",
                    title: "Aanmelden",
                    text: isOpen
                        ? "Leden van het leernetwerk melden zich aan. Lid worden is gratis."
                        : "Aanmelden kan niet meer.",
                    links: [PageLink("Word lid", "/leernetwerk/lidmaatschap"), calendar]
                )
            ]
        }
        let isFull = meeting.capacity.map { crowd.coming >= $0 } ?? false
        let until = "Aanmelden kan tot \(web.world.time.dutchShort(closes))."
        var text: String
        var form: NetworkForm?
        switch state {
        case .coming:
            text = "Je komt."
            form = signOff("Meld je af")
        case .waiting:
            let place = try await MeetingSignupStore.ownWaitingPlace(in: meeting.id, on: connection) ?? 1
            text =
                "Het is vol. Je staat op plaats \(place) van de wachtlijst. Komt er een plaats vrij, dan krijg je een mail."
            form = signOff("Haal me van de wachtlijst")
        case .cancelled, nil:
            text = isFull ? "Het is vol. Je kunt op de wachtlijst." : until
            if isOpen {
                form = NetworkForm(
                    action: "\(url)/aanmelden",
                    submissionID: web.newSubmission,
                    button: isFull ? "Zet me op de wachtlijst" : "Meld je aan"
                )
            } else {
                text = "Aanmelden kan niet meer."
            }
        }
        return [NetworkSection(id: "aanmelden", title: "Aanmelden", text: text, links: [calendar], form: form)]
    }

    private func signOff(_ label: String) -> NetworkForm {
        NetworkForm(action: "\(url)/afmelden", submissionID: web.newSubmission, button: label, isSecondary: true)
    }

    // MARK: For members

    private func inside(on connection: Connection) async throws -> [NetworkSection] {
        let actions = try await MeetingSignupStore.actions(of: meeting.id, on: connection)
        guard !actions.isEmpty else { return [] }
        return [
            NetworkSection(
                id: "acties",
                title: "Acties",
                entries: actions.map { action in
                    let isLate = action.doneOn == nil && action.dueOn < web.world.today
                    let mayFinish = action.doneOn == nil && (organises || action.ownerID == member?.id)
                    return NetworkEntry(
                        title: action.sentence,
                        meta:
                            "\(action.ownerName ?? "Een oud-lid"), voor \(action.dueOn.dutchShort(seenOn: web.world.today))",
                        tags: [
                            action.doneOn.map { Tag("klaar op \($0.dutchShort(seenOn: web.world.today))", .ok) }
                                ?? (isLate ? Tag("te laat", .overdue) : Tag("open", .waiting))
                        ],
                        forms: mayFinish
                            ? [
                                NetworkForm(
                                    action: "\(url)/acties/\(action.id.uuidString.lowercased())/klaar",
                                    submissionID: web.newSubmission,
                                    button: "Klaar",
                                    isSecondary: true
                                )
                            ] : []
                    )
                }
            )
        ]
    }

    // MARK: For the organiser

    private func keeping(on connection: Connection) async throws -> [NetworkSection] {
        let people = try await MeetingSignupStore.people(of: meeting.id, on: connection)
        var links: [PageLink] = []
        if meeting.state != .cancelled, meeting.heldOn.map({ $0 <= web.world.today }) ?? true {
            links.append(
                PageLink(meeting.minutes.isEmpty ? "Schrijf het verslag" : "Wijzig het verslag", "\(url)/verslag")
            )
        }
        links.append(PageLink("Voeg een actie toe", "\(url)/acties"))
        if meeting.state == .planned, !hasBegun { links.append(PageLink("Zeg de bijeenkomst af", "\(url)/afzeggen")) }
        return [
            NetworkSection(
                id: "deelnemers",
                title: "Wie komen er",
                links: links,
                entries: people.map { person in
                    NetworkEntry(
                        title: person.name,
                        meta: person.organisationName,
                        tags: [person.state == .coming ? Tag("komt", .ok) : Tag("wachtlijst", .waiting)]
                    )
                },
                empty: EmptyState(title: "Nog niemand", text: "Wie zich aanmeldt, zie je hier.")
            )
        ]
    }
}
