import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import PageKit
import Site
import Store

/// Turns a ranking into what its page shows.
struct RankingView {
    let web: WebServices
    let list: RankingList
    let ranking: RankPlacesForCase.Ranking
    let candidateName: String
    let names: [TrainingPlace.ID: MatchStore.PlaceName]

    private var url: String { "/kandidaten/\(ranking.file.reference)" }
    private var words: PairWords { PairWords(web: web, file: ranking.file, today: ranking.today) }

    func page(tabs: Tabs, dots: CountryMap.Dots) -> RankingIndexPage {
        let (rows, first, next) = list.page(of: ranking)
        let own = rows.filter { $0.place.regionCode == ranking.ownRegion }
        let elsewhere = rows.filter { $0.place.regionCode != ranking.ownRegion }
        var groups: [RankingIndexPage.Group] = []
        if !own.isEmpty { groups.append(.init(heading: "In \(ownName)", rows: own.map(row))) }
        if !elsewhere.isEmpty { groups.append(.init(heading: "In andere regio's", rows: elsewhere.map(row))) }
        let total = ranking.all.count
        return RankingIndexPage(
            name: candidateName,
            reference: ranking.file.reference.text,
            summary: summary,
            action: nil,
            tabs: tabs,
            levels: words.levels(ranking.candidate),
            filters: filters(total),
            ownEmpty: ownEmpty,
            groups: groups,
            pagination: rows.count < total
                ? Pagination(
                    summary: rows.isEmpty ? "Geen plekken meer" : "\(first + 1)–\(first + rows.count) van \(total)",
                    previous: first > 0
                        ? PageLink("Naar het begin", "\(url)/plekken\(list.query.removing("na"))") : nil,
                    next: next.map { PageLink("Volgende plekken", "\(url)/plekken\($0)") }
                ) : nil,
            regions: regions,
            map: map(rows, dots),
            impossible: impossible,
            dormant: ranking.dormant.map { dormant in
                DormantPlaceRow(
                    name: placeName(dormant.place),
                    url: "/plekken/\(dormant.place.reference)",
                    detail: [
                        PairWords.kilometres(dormant.fit.distanceInHectometres),
                        "start \(dormant.fit.startOn.dutchShort(seenOn: ranking.today))",
                        "past voor \(dormant.fit.shown) van de 100",
                    ].joined(separator: " · "),
                    remark: dormant.lacksRecognition ? "Leg eerst de erkenning van de praktijk vast." : nil
                )
            }
        )
    }

    /// The filtered list as a file: no name of the candidate is in it.
    func file() -> [UInt8] {
        DelimitedText.write(
            header: [
                "Plek", "Praktijk", "Plaats", "Regio", "Past (0-100)", "Afstand in km", "Start", "Tot", "Dagen",
                "Stoelen",
            ] + Criterion.allCases.map { "Punten \($0.dutchName)" },
            rows: ranking.all.map { ranked in
                [
                    .text(ranked.place.reference.text), .text(names[ranked.place.id]?.practiceName ?? ""),
                    .text(names[ranked.place.id]?.town ?? ""), .text(web.reference.regionName(ranked.place.regionCode)),
                    .int(ranked.fit.shown), .decimal(ranked.fit.distanceInHectometres, decimals: 1),
                    .date(ranked.fit.startOn), .date(ranked.fit.untilOn), .text(ranked.fit.commonWeekdays.dutchName),
                    .int(ranked.place.seats.count),
                ] + Criterion.allCases.map { .int(ranked.fit.points[$0]) }
            }
        )
    }

    // MARK: Words

    private var ownName: String { web.reference.regionName(ranking.ownRegion) }

    /// "Nog geen plek in Twente. Wel 3 passende plekken in Regio Zwolle en Drenthe."
    private var summary: String {
        let away = Set(ranking.elsewhere.map(\.place.regionCode)).map(web.reference.regionName).sorted()
        let here =
            switch ranking.own.count {
            case 0: "Nog geen plek in \(ownName)."
            case 1: "1 passende plek in \(ownName)."
            default: "\(ranking.own.count) passende plekken in \(ownName)."
            }
        guard !away.isEmpty else {
            return here + (ranking.own.isEmpty ? " Ook in andere regio's past er nu geen binnen deze keuze." : "")
        }
        let count = ranking.elsewhere.count
        let places = count == 1 ? "1 passende plek" : "\(count) passende plekken"
        return "\(here) \(ranking.own.isEmpty ? "Wel" : "En") \(places) in \(Self.listed(away))."
    }

    private static func listed(_ names: [String]) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        guard names.count <= 4 else { return "\(names.count) andere regio's" }
        return names.dropLast().joined(separator: ", ") + " en \(names[names.count - 1])"
    }

    private var ownEmpty: EmptyState? {
        guard ranking.own.isEmpty else { return nil }
        let hasElsewhere = !ranking.elsewhere.isEmpty
        return EmptyState(
            title: "Nog geen plek in \(ownName)",
            text: hasElsewhere
                ? "Niet afwijzen maar verwijzen: hieronder staan plekken in andere regio's. Overleg met de kandidaat."
                : "Kijk onderaan wat het mogelijk maakt. Of laat ons blijven zoeken: dan zie je elke nieuwe plek die past.",
            action: hasElsewhere ? nil : PageLink("Blijf zoeken voor deze kandidaat", "\(url)/stap/blijven-zoeken")
        )
    }

    private func row(_ ranked: RankedPlace) -> RankedPlaceRow {
        let place = ranked.place
        return RankedPlaceRow(
            name: placeName(place),
            url: "\(url)/plekken/\(place.reference)",
            detail: [
                place.kind.dutchName, PairWords.kilometres(ranked.fit.distanceInHectometres),
                "start \(ranked.fit.startOn.dutchShort(seenOn: ranking.today))", ranked.fit.commonWeekdays.dutchName,
            ].joined(separator: " · "),
            region: web.reference.regionName(place.regionCode),
            seats: words.seats(place, during: ranked.fit),
            remark: place.recognition == .requested ? "Erkenning is aangevraagd" : nil,
            fit: PairWords.bar(ranked.fit, model: ranking.model, id: "plek-\(place.reference)"),
            action: words.action(place)
        )
    }

    private func placeName(_ place: PlaceProfile) -> String {
        names[place.id].map { "\($0.practiceName), \($0.town)" } ?? place.reference.text
    }

    private var impossible: RankingIndexPage.Impossible? {
        guard ranking.impossibleCount > 0 else { return nil }
        let obstacles = Limit.allCases.compactMap { limit in ranking.impossiblePerLimit[limit].map { (limit, $0) } }
        let shown = ranking.impossible.count
        return RankingIndexPage.Impossible(
            summary: ranking.impossibleCount == 1
                ? "1 plek in de buurt kan nu niet. Je ziet waarom, en wat er wel kan."
                : "\(ranking.impossibleCount) plekken in de buurt kunnen nu niet. Je ziet er \(shown), met waarom en wat er wel kan.",
            obstacles: obstacles.map { .init(limit: $0.0.dutchName, count: String($0.1)) },
            rows: ranking.impossible.map { pair in
                ImpossiblePlaceRow(
                    name: placeName(pair.place),
                    url: "\(url)/plekken/\(pair.place.reference)",
                    detail: PairWords.kilometres(pair.distanceInHectometres)
                        + " · " + web.reference.regionName(pair.place.regionCode),
                    reasons: pair.failedLimits.map { $0.dutchSentence(for: .candidate) },
                    changes: pair.changes.prefix(3).map(\.dutchSentence)
                )
            }
        )
    }

    // MARK: Filters, regions and map

    private var regions: [RankingIndexPage.Region] {
        ranking.countPerRegion.sorted {
            ($0.key == ranking.ownRegion ? 0 : 1, -$0.value, $0.key) < (
                $1.key == ranking.ownRegion ? 0 : 1, -$1.value, $1.key
            )
        }
        .map { code, count in
            let may: String =
                if code == ranking.ownRegion {
                    "eigen regio"
                } else if ranking.reach.consented.contains(code) {
                    "mag kijken"
                } else {
                    ranking.reach.willing.contains(code) ? "wil erheen, vraag toestemming" : "bespreek het eerst"
                }
            return .init(
                name: web.reference.regionName(code),
                url: "\(url)/plekken\(list.query.without(["regio", "na"]).replacing("regio", with: code.rawValue))",
                count: String(count),
                may: may
            )
        }
    }

    private func filters(_ count: Int) -> Filters {
        let query = list.query.without(["na", "vorm"])
        var chosen: [Chip] = []
        for region in list.filter.regions {
            chosen.append(
                Chip(label: web.reference.regionName(region), removeURL: "\(url)/plekken\(query.removing("regio"))")
            )
        }
        if let most = list.filter.mostKilometres {
            chosen.append(Chip(label: "Tot \(most) km", removeURL: "\(url)/plekken\(query.removing("km"))"))
        }
        for reach in list.reach {
            chosen.append(
                Chip(label: reach.label, removeURL: "\(url)/plekken\(query.removing("bereik", value: reach.rawValue))")
            )
        }
        if list.filter.sort == .distance {
            chosen.append(Chip(label: "Dichtstbij eerst", removeURL: "\(url)/plekken\(query.removing("volgorde"))"))
        }
        return Filters(
            action: "\(url)/plekken",
            summary: count == 1 ? "1 passende plek" : "\(count) passende plekken",
            chosen: chosen,
            clearURL: chosen.count > 1 ? "\(url)/plekken" : nil,
            groups: [
                FilterGroup(
                    legend: "Waarheen",
                    name: "bereik",
                    options: RankingList.Reach.allCases.map {
                        FilterOption(value: $0.rawValue, label: $0.label, isSelected: list.reach.contains($0))
                    }
                ),
                FilterGroup(
                    legend: "Volgorde",
                    name: "volgorde",
                    kind: .radio,
                    options: [
                        FilterOption(value: "fit", label: "Past het best", isSelected: list.filter.sort == .fit),
                        FilterOption(value: "afstand", label: "Dichtstbij", isSelected: list.filter.sort == .distance),
                    ]
                ),
            ],
            selects: [
                SelectField(
                    name: "regio",
                    label: "Regio",
                    options: web.reference.regions.map { region in
                        let count = ranking.countPerRegion[region.code].map { " (\($0))" } ?? ""
                        return Option(value: region.code.rawValue, label: region.name + count)
                    },
                    selected: list.filter.regions.first?.rawValue,
                    isRequired: false,
                    emptyLabel: "Het hele land"
                ),
                SelectField(
                    name: "km",
                    label: "Hoogstens zo ver",
                    options: RankingList.distances.map { Option(value: String($0), label: "\($0) km") },
                    selected: list.filter.mostKilometres.map(String.init),
                    isRequired: false,
                    emptyLabel: "Tot de grens van de kandidaat"
                ),
            ],
            downloads: [PageLink("CSV", "\(url)/plekken\(query.replacing("vorm", with: "csv"))")]
        )
    }

    private func map(_ rows: ArraySlice<RankedPlace>, _ dots: CountryMap.Dots) -> CountryMap {
        let home = CountryMap.Mark(
            label: "Hier woont de kandidaat",
            point: GeoPoint(ranking.candidate.location),
            size: .medium,
            isHighlighted: true
        )
        return CountryMap(
            id: "kaart",
            title: "Waar de plekken zijn",
            description:
                "De gemarkeerde grote stip is de woonplaats. De gekleurde stippen zijn plekken uit deze lijst. De grijze "
                + "stippen zijn plaatsen in het land, zodat je de kaart herkent.",
            dots: dots,
            marks: [home]
                + rows.map { ranked in
                    CountryMap.Mark(
                        label: "\(placeName(ranked.place)): past voor \(ranked.fit.shown) van de 100",
                        point: GeoPoint(ranked.place.location),
                        size: .small,
                        url: "\(url)/plekken/\(ranked.place.reference)"
                    )
                }
        )
    }
}

extension GeoPoint {
    /// The point on the map of integer metres on the sphere.
    init(_ point: MapPoint) {
        let (x, y, z) = (Double(point.x), Double(point.y), Double(point.z))
        self.init(
            latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi,
            longitude: atan2(y, x) * 180 / .pi
        )
    }
}

extension Query {
    /// The same query without these names.
    func without(_ names: [String]) -> Query {
        Query(pairs: fields.filter { !names.contains($0.name) }.map { ($0.name, $0.value) })
    }
}
