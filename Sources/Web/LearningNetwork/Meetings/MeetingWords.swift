import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

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

    /// Its end is past, also when nobody wrote the minutes.
    private func isOver(_ meeting: MeetingStore.Row) -> Bool { meeting.endsAt.map { $0 < web.world.now() } ?? false }

    func tag(_ meeting: MeetingStore.Row) -> Tag {
        switch meeting.state {
        case .planned where isOver(meeting): Tag("geweest", .neutral)
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
        let comes = meeting.state == .planned && !isOver(meeting)
        if comes {
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
            tags: (comes ? [] : [tag(meeting)]) + Tag.fictional(meeting.isFictional)
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
            pairs: list.query.fields.filter { !["pagina", "regio", "periode"].contains($0.name) }
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
        // The calendar is for everyone, the link for whoever comes.
        let online = meeting.onlineURL == nil ? [] : ["Online: meld je aan, dan krijg je de link in de mail."]
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
