import Actions
import Domain
import Foundation
import HTTPBase
import Pages
import Postgres
import Store

/// The page of one meeting, for whoever looks.
struct MeetingView {
    let web: WebServices
    let meeting: MeetingStore.Row
    /// The membership of who looks; nil for who is no member.
    let member: MemberStore.Row?
    let worksForFund: Bool

    private var url: String { "/bijeenkomsten/\(meeting.slug)" }
    private var organises: Bool { worksForFund || (member != nil && meeting.organiserID == member?.id) }

    func page(on connection: Connection) async throws -> NetworkShowPage {
        let words = MeetingWords(web: web)
        let crowd = try await MeetingSignupStore.crowds([meeting.id], on: connection)[meeting.id] ?? .init()
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
        if meeting.state == .held || !meeting.minutes.isEmpty {
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
                action: organises && meeting.state == .planned
                    ? PageLink("Wijzig deze bijeenkomst", "\(url)/wijzigen") : nil,
                tags: [words.tag(meeting)] + Tag.fictional(meeting.isFictional)
            ),
            notices: notices,
            facts: facts(crowd, words),
            sections: sections,
            aside: try await aside(crowd, on: connection),
            asideLabel: "Aanmelden"
        )
    }

    /// A source is an address mostly.
    private var sourceURL: String? { meeting.source.hasPrefix("https://") ? meeting.source : nil }

    private func facts(_ crowd: MeetingSignupStore.Crowd, _ words: MeetingWords) -> Facts {
        var facts = [Fact("Soort", meeting.kind.dutchName), Fact("Wanneer", words.when(meeting))]
        if !meeting.place.isEmpty { facts.append(Fact("Plaats", meeting.place)) }
        if let url = meeting.onlineURL { facts.append(Fact("Online", "Doe mee via deze link", url: url)) }
        if let region = meeting.regionCode.flatMap({ web.reference.region($0) }) {
            // The map is ours: nobody else sees who looks.
            facts.append(Fact("Regio", "\(region.name) (kaart)", url: "/regios/\(region.slug)#kaart"))
        }
        if !meeting.label.isEmpty { facts.append(Fact("Regio in de bron", meeting.label)) }
        if let code = meeting.municipalityCode {
            facts.append(Fact("Gemeente", web.reference.municipalityName(code)))
        }
        if !meeting.bottlenecks.isEmpty { facts.append(Fact("Gaat over", web.bottleneckNames(meeting.bottlenecks))) }
        if meeting.state == .planned {
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
        on connection: Connection
    ) async throws -> [NetworkSection] {
        let calendar = PageLink("Zet alle bijeenkomsten in je agenda", "/bijeenkomsten?vorm=ics")
        guard meeting.state == .planned, let starts = meeting.startsAt else {
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
        guard let member else {
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
        let state = try await MeetingSignupStore.state(of: member.id, for: meeting.id, on: connection)
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
        if meeting.state == .planned { links.append(PageLink("Zeg de bijeenkomst af", "\(url)/afzeggen")) }
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

/// How meetings are said.
struct MeetingWords {
    let web: WebServices

    func count(_ number: Int, _ period: NetworkFilter.Period) -> String {
        let what = number == 1 ? "1 bijeenkomst" : "\(Count.text(number)) bijeenkomsten"
        return switch period {
        case .coming: "\(what) die nog komen"
        case .past: "\(what) die geweest zijn"
        case .all: what
        }
    }

    func periods(_ chosen: NetworkFilter.Period) -> FilterGroup {
        FilterGroup(
            legend: "Wanneer",
            name: "periode",
            kind: .radio,
            options: [
                FilterOption(value: "komend", label: "Komt nog", isSelected: chosen == .coming),
                FilterOption(value: "geweest", label: "Is geweest", isSelected: chosen == .past),
                FilterOption(value: "alle", label: "Alles", isSelected: chosen == .all),
            ]
        )
    }

    func tag(_ meeting: MeetingStore.Row) -> Tag {
        switch meeting.state {
        case .planned: Tag("gepland", .info)
        case .cancelled: Tag("gaat niet door", .overdue)
        case .held: Tag("geweest", .neutral)
        }
    }

    func when(_ meeting: MeetingStore.Row) -> String {
        guard let day = meeting.heldOn else { return "datum onbekend" }
        let date = day.dutchShort(seenOn: web.world.today)
        guard let start = meeting.startsAt, let end = meeting.endsAt else { return date }
        return "\(date), \(web.world.time.clock(start)) tot \(web.world.time.clock(end))"
    }

    private func place(_ meeting: MeetingStore.Row) -> String {
        let region = meeting.regionCode.map(web.reference.regionName) ?? ""
        let label = meeting.label.isEmpty || meeting.label == region ? "" : "in de bron: \(meeting.label)"
        return [meeting.place, region, label].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func entry(_ meeting: MeetingStore.Row) -> NetworkEntry {
        NetworkEntry(
            link: PageLink(meeting.title, "/bijeenkomsten/\(meeting.slug)"),
            meta: [meeting.kind.dutchName, when(meeting), place(meeting)].filter { !$0.isEmpty }.joined(
                separator: " · "
            ),
            tags: (meeting.state == .cancelled ? [tag(meeting)] : []) + Tag.fictional(meeting.isFictional)
        )
    }

    func card(_ meeting: MeetingStore.Row, _ crowd: MeetingSignupStore.Crowd) -> NetworkListPage.Card {
        var foot: String?
        if meeting.state == .planned {
            foot =
                meeting.capacity.map { capacity in
                    crowd.coming < capacity
                        ? "Nog \(capacity - crowd.coming) van de \(capacity) plaatsen vrij"
                        : "Vol, \(crowd.waiting) op de wachtlijst"
                } ?? "\(crowd.coming) aangemeld"
        }
        return NetworkListPage.Card(
            title: meeting.title,
            url: "/bijeenkomsten/\(meeting.slug)",
            meta: [meeting.kind.dutchName, when(meeting), place(meeting)].filter { !$0.isEmpty }.joined(
                separator: " · "
            ),
            text: (meeting.agenda.isEmpty ? meeting.minutes : meeting.agenda).opening(140),
            foot: foot,
            tags: (meeting.state == .planned ? [] : [tag(meeting)]) + Tag.fictional(meeting.isFictional)
        )
    }

    // MARK: Map

    /// Where meetings are and were, by place; the list goes with it.
    func country(
        _ places: [MeetingStore.Placed],
        _ list: NetworkList,
        _ ground: [RegionCode: CountryMap.Dots]
    ) -> CountrySection {
        var numbers: [RegionCode: [Int]] = [:]
        for place in places {
            guard let region = place.regionCode else { continue }
            let counted = [place.coming + place.past, place.coming, place.past]
            numbers[region] = zip(numbers[region] ?? [0, 0, 0], counted).map(+)
        }
        let elsewhere = places.filter { $0.regionCode == nil }.reduce(0) { $0 + $1.coming + $1.past }
        let rest = Query(
            pairs: list.query.fields.filter { !["pagina", "regio", "periode", NoticeCode.key].contains($0.name) }
                .map { ($0.name, $0.value) }
        )
        let view = CountryView(
            reference: web.reference,
            ground: ground,
            words: { $0 == 1 ? "1 bijeenkomst" : "\(Count.text($0)) bijeenkomsten" },
            none: "geen bijeenkomsten",
            url: { "/bijeenkomsten" + rest.link.withQuery("regio", $0.code.rawValue).withQuery("periode", "alle") }
        )
        return view.section(
            title: "Op de kaart",
            map: view.map(
                title: "Waar bijeenkomsten zijn en waren",
                description: "Het getal is het aantal bijeenkomsten in de regio. Hoe meer, hoe sterker de kleur. "
                    + "Een kleine stip met een rand is de plaats van een bijeenkomst.",
                counts: numbers.compactMapValues(\.first),
                towns: Set(places.compactMap(\.municipalityCode)).sorted().compactMap(web.reference.municipality)
                    .map { ($0.name, GeoPoint(latitude: $0.latitude, longitude: $0.longitude)) },
                chosen: Set(list.filter.region.map { [$0] } ?? [])
            ),
            caption: "Bijeenkomsten per regio, met de andere filters zoals ze staan",
            heads: ["Alle", "Komend", "Geweest"],
            numbers: numbers,
            rest: elsewhere == 0
                ? nil
                : "\(Count.text(elsewhere)) \(elsewhere == 1 ? "bijeenkomst hoort" : "bijeenkomsten horen") bij meer regio's "
                    + "of bij het hele land."
        )
    }

    // MARK: Calendar

    func calendarName(_ filter: NetworkFilter) -> String {
        var parts = ["Bijeenkomsten leernetwerk"]
        parts += filter.kinds.map(\.dutchName)
        if let region = filter.region { parts.append(web.reference.regionName(region)) }
        if let bottleneck = filter.bottleneck { parts.append(web.bottleneckNames([bottleneck])) }
        return parts.joined(separator: ", ")
    }

    /// Nil for a meeting of which nobody knows the day.
    func event(_ meeting: MeetingStore.Row) -> CalendarFile.Event? {
        guard let day = meeting.heldOn else { return nil }
        let url = "\(web.world.publicOrigin)/bijeenkomsten/\(meeting.slug)"
        let online = meeting.onlineURL.map { ["Online: \($0)"] } ?? []
        let time: CalendarFile.Event.Time
        if let start = meeting.startsAt, let end = meeting.endsAt { time = .span(start, end) } else { time = .day(day) }
        return CalendarFile.Event(
            id: meeting.id,
            sequence: meeting.sequence,
            createdAt: meeting.createdAt,
            updatedAt: meeting.updatedAt,
            time: time,
            isCancelled: meeting.state == .cancelled,
            summary: meeting.state == .cancelled ? "Gaat niet door: \(meeting.title)" : meeting.title,
            description: ([meeting.agenda] + online + [url]).filter { !$0.isEmpty }.joined(separator: "\n\n"),
            location: place(meeting),
            url: url,
            categories: [meeting.kind.dutchName]
                + meeting.bottlenecks.compactMap { web.reference.bottleneck($0)?.name }
                + (meeting.isFictional ? ["Verzonnen voorbeeld"] : []),
            organiserMail: meeting.contactMail
        )
    }
}
