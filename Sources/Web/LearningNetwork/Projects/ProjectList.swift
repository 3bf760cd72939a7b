import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// The list of projects as an address asks for it: what was typed, filters, order, page and form.
struct ProjectList: Sendable {
    /// The same rows in another form.
    enum Form: String, CaseIterable {
        case csv, xlsx, json, atom
    }

    static let path = "/projecten"
    static let pageSize = 25
    private static let knownKeys = Set(ProjectFacet.allCases.map(\.rawValue))
        .union(["q", "sorteer", "pagina", "vorm"])

    let form: Form?
    let text: String?
    private let chosen: [ProjectFacet: Set<String>]
    private let sortChoice: ProjectSort?
    private let pageNumber: Int
    /// What was asked in one way of writing it, without the page and the form.
    private let canonical: [(String, String)]
    private let reference: ReferenceData

    /// - Throws: `MalformedRequest` for a filter or a value that the list does not know: never an unfiltered list.
    init(_ query: Query, reference: ReferenceData) throws {
        if let stranger = query.fields.first(where: { !Self.knownKeys.contains($0.name) }) {
            throw MalformedRequest(
                "Het filter “\(stranger.name.prefix(40))” kennen we niet. Haal het weg uit het adres."
            )
        }
        self.reference = reference
        form = try query.choice("vorm")
        text = try query.text("q")
        sortChoice = try query.choice("sorteer")
        pageNumber = try query.int("pagina", in: 1...10_000) ?? 1
        var chosen: [ProjectFacet: Set<String>] = [:]
        for facet in ProjectFacet.allCases {
            let typed = try query.texts(facet.rawValue) { Self.code($0, facet, reference) != nil }
            chosen[facet] = Set(typed.compactMap { Self.code($0, facet, reference) })
        }
        self.chosen = chosen.filter { !$0.value.isEmpty }
        var canonical: [(String, String)] = text.map { [("q", $0)] } ?? []
        for facet in ProjectFacet.allCases {
            canonical += (chosen[facet] ?? []).sorted().map { (facet.rawValue, $0) }
        }
        if let sortChoice { canonical.append(("sorteer", sortChoice.rawValue)) }
        self.canonical = canonical
    }

    /// The code of an option, also when its name in addresses was given; nil for what is no option.
    private static func code(_ typed: String, _ facet: ProjectFacet, _ reference: ReferenceData) -> String? {
        switch facet {
        case .region:
            (reference.region(RegionCode(typed)) ?? reference.region(slug: typed))?.code.rawValue
        case .municipality: reference.municipality(MunicipalityCode(typed))?.code.rawValue
        case .bottleneck:
            (reference.bottleneck(BottleneckCode(typed)) ?? reference.bottleneck(slug: typed))?.code.rawValue
        case .route: LearningRoute(rawValue: typed)?.rawValue
        case .year: Int(typed).flatMap { (2000...2100).contains($0) ? "\($0)" : nil }
        case .state: ProjectState(rawValue: typed)?.rawValue
        case .label: ProjectLabel(rawValue: typed)?.rawValue
        case .partner: PartnerKind(rawValue: typed)?.rawValue
        case .result: typed == ProjectFacet.yes ? typed : nil
        }
    }

    private var sort: ProjectSort { sortChoice ?? (text == nil ? .newest : .relevance) }

    /// - Parameter found: what the search for ``text`` found.
    private func filter(_ found: [Project.ID: Double]?) -> ProjectFilter { ProjectFilter(chosen: chosen, found: found) }

    // MARK: Addresses

    /// The page of this list, at its beginning.
    var pagePath: String { Self.path + link() }
    func path(_ form: Form) -> String { Self.path + link(adding: [("vorm", form.rawValue)]) }

    private func link(adding extra: [(String, String)] = [], removing: (key: String, value: String?)? = nil) -> String {
        Query(
            pairs: canonical.filter { pair in
                guard let removing, pair.0 == removing.key else { return true }
                return removing.value != nil && pair.1 != removing.value
            } + extra
        ).link
    }

    private func path(adding facet: ProjectFacet, _ code: String) -> String {
        chosen[facet]?.contains(code) == true ? pagePath : Self.path + link(adding: [(facet.rawValue, code)])
    }

    // MARK: Words

    /// What the list is about, for the titles of page and feed.
    var title: String {
        guard let regions = chosen[.region], regions.count == 1, let code = regions.first else { return "Projecten" }
        return "Projecten in \(name(.region, code))"
    }

    /// With every filter, for whoever follows several feeds.
    var feedTitle: String {
        let names = ProjectFacet.allCases.flatMap { facet in (chosen[facet] ?? []).sorted().map { name(facet, $0) } }
        return (["Projecten"] + (text.map { ["“\($0)”"] } ?? []) + names).joined(separator: ", ")
    }

    private func name(_ facet: ProjectFacet, _ code: String) -> String {
        switch facet {
        case .region: reference.regionName(RegionCode(code))
        case .municipality: reference.municipalityName(MunicipalityCode(code))
        case .bottleneck: reference.bottleneck(BottleneckCode(code))?.name ?? code
        case .route: LearningRoute(rawValue: code)?.dutchName ?? code
        case .year: code
        case .state: ProjectState(rawValue: code)?.dutchName ?? code
        case .label: ProjectLabel(rawValue: code)?.dutchName ?? code
        case .partner: PartnerKind(rawValue: code)?.dutchName ?? code
        case .result: "ja"
        }
    }

    private static func legend(_ facet: ProjectFacet) -> String {
        switch facet {
        case .region: "Regio"
        case .municipality: "Gemeente"
        case .bottleneck: "Knelpunt"
        case .route: "Route"
        case .year: "Jaar"
        case .state: "Stand"
        case .label: "Soort project"
        case .partner: "Partner"
        case .result: "Heeft resultaat"
        }
    }

    // MARK: The page

    func rows(_ catalog: ProjectCatalog, found: [Project.ID: Double]?) -> [ProjectRow] {
        catalog.all(filter(found), sort: sort)
    }

    /// - Parameter mayAdd: whether who looks may add a project.
    /// - Throws: `NotFound` for a page behind the last one.
    func page(
        _ catalog: ProjectCatalog,
        found: [Project.ID: Double]?,
        ground: [RegionCode: CountryMap.Dots],
        mayAdd: Bool
    ) throws -> ProjectIndexPage {
        let offset = (pageNumber - 1) * Self.pageSize
        let finding = catalog.find(filter(found), sort: sort, offset: offset, limit: Self.pageSize)
        guard pageNumber == 1 || offset < finding.total else { throw NotFound() }
        return ProjectIndexPage(
            header: PageHeader(
                title: title,
                lead: "Wat regio's doen om mensen op te leiden in de huisartsenzorg. Ook wat niet werkte.",
                breadcrumbs: [PageLink("Start", "/")],
                action: mayAdd
                    ? PageLink("Voeg een project toe", "/fonds/projecten/nieuw")
                    : PageLink("Bekijk ze op de kaart", "#op-de-kaart")
            ),
            filters: filters(finding, catalog),
            rows: finding.rows.map { ProjectWords.card($0, reference) },
            empty: EmptyState(
                title: "Geen project dat hier helemaal bij past",
                text: chosen.isEmpty && text == nil
                    ? "Er staan nog geen projecten op Doorwijzer."
                    : "Haal een filter weg, of zoek met een ander woord.",
                action: PageLink("Bekijk alle projecten", Self.path)
            ),
            nearly: finding.total == 0 ? nearly(catalog, found) : [],
            pagination: pagination(finding.total, offset: offset, shown: finding.rows.count),
            country: country(catalog, found, finding, ground: ground)
        )
    }

    /// What would be found with one condition less.
    private func nearly(_ catalog: ProjectCatalog, _ found: [Project.ID: Double]?) -> [CountedLink] {
        var links = ProjectFacet.allCases.filter { chosen[$0] != nil }.compactMap { facet -> CountedLink? in
            let count = catalog.count(filter(found).without(facet))
            let names = (chosen[facet] ?? []).sorted().map { name(facet, $0) }.joined(separator: " of ")
            let path = Self.path + link(removing: (facet.rawValue, nil))
            return count == 0
                ? nil
                : CountedLink(
                    "Zonder \(Self.legend(facet).lowercased()) \(names)",
                    path,
                    count: ProjectWords.projects(count)
                )
        }
        if let text {
            let count = catalog.count(filter(nil))
            if count > 0 {
                let path = Self.path + link(removing: ("q", nil))
                links.append(CountedLink("Zonder “\(text)”", path, count: ProjectWords.projects(count)))
            }
        }
        return links
    }

    private func pagination(_ total: Int, offset: Int, shown: Int) -> Pagination? {
        guard total > Self.pageSize else { return nil }
        func path(_ page: Int) -> String {
            Self.path + link(adding: page == 1 ? [] : [("pagina", "\(page)")])
        }
        return Pagination(
            summary: "\(offset + 1) tot en met \(offset + shown) van \(Count.text(total))",
            previous: pageNumber == 1 ? nil : PageLink("Vorige projecten", path(pageNumber - 1)),
            next: offset + shown < total ? PageLink("Volgende projecten", path(pageNumber + 1)) : nil
        )
    }

    /// How many projects each region has, with every filter but the region as it stands.
    private func country(
        _ catalog: ProjectCatalog,
        _ found: [Project.ID: Double]?,
        _ finding: ProjectFinding,
        ground: [RegionCode: CountryMap.Dots]
    ) -> CountrySection {
        var numbers: [RegionCode: [Int]] = [:]
        let everywhere = catalog.all(filter(found).without(.region), sort: .name)
        for row in everywhere {
            let counted = [1, row.state == .running ? 1 : 0, row.hasResults ? 1 : 0]
            for region in row.regions { numbers[region] = zip(numbers[region] ?? [0, 0, 0], counted).map(+) }
        }
        let nowhere = everywhere.count { $0.regions.isEmpty }
        let view = CountryView(
            reference: reference,
            ground: ground,
            words: ProjectWords.projects,
            none: "geen projecten",
            url: { path(adding: .region, $0.code.rawValue) }
        )
        return view.section(
            title: "Op de kaart",
            map: view.map(
                title: "Waar het werk is",
                description:
                    "Het getal is het aantal projecten in de regio. Hoe meer projecten, hoe sterker de kleur. "
                    + "Een kleine stip met een rand is een gemeente met een project.",
                counts: numbers.compactMapValues(\.first),
                towns: reference.municipalities.compactMap { place in
                    guard finding.count(.municipality, place.code.rawValue) > 0 else { return nil }
                    return (place.name, GeoPoint(latitude: place.latitude, longitude: place.longitude))
                },
                chosen: Set((chosen[.region] ?? []).map { RegionCode($0) })
            ),
            caption: "Projecten per regio, met de andere filters zoals ze staan",
            heads: ["Projecten", "Lopend", "Met resultaat"],
            numbers: numbers,
            rest: nowhere == 0 ? nil : "Van \(ProjectWords.projects(nowhere)) is de regio niet bekend."
        )
    }

    // MARK: Filters

    private func filters(_ finding: ProjectFinding, _ catalog: ProjectCatalog) -> Filters {
        let towns = chosen[.municipality] ?? []
        let years = catalog.codes(of: .year).union(chosen[.year] ?? []).sorted(by: >)
        let codes: [(ProjectFacet, [String])] = [
            (.bottleneck, reference.bottlenecks.map(\.code.rawValue)),
            (.region, reference.regions.map(\.code.rawValue)),
            (.state, ProjectState.codes), (.label, ProjectLabel.codes), (.route, LearningRoute.codes),
            (.partner, PartnerKind.codes), (.year, years), (.result, [ProjectFacet.yes]),
        ]
        return Filters(
            action: Self.path,
            summary: ProjectWords.projects(finding.total),
            chosen: chips,
            clearURL: chips.isEmpty ? nil : Self.path,
            groups: codes.map { facet, codes in group(facet, codes, finding) }.filter(\.hasOptions),
            selects: [
                SelectField(
                    name: ProjectFacet.municipality.rawValue,
                    label: towns.isEmpty ? "Gemeente" : "Nog een gemeente",
                    options: reference.municipalities.compactMap { place in
                        let count = finding.count(.municipality, place.code.rawValue)
                        guard count > 0, !towns.contains(place.code.rawValue) else { return nil }
                        return Option(value: place.code.rawValue, label: "\(place.name) (\(count))")
                    },
                    isRequired: false,
                    emptyLabel: "Alle gemeenten"
                ),
                SelectField(
                    name: "sorteer",
                    label: "Volgorde",
                    options: ProjectSort.allCases.filter { text != nil || $0 != .relevance }
                        .map { Option(value: $0.rawValue, label: $0.dutchName) },
                    selected: sort.rawValue,
                    isRequired: false,
                    emptyLabel: nil
                ),
            ],
            search: TextField(name: "q", label: "Zoek in de projecten", value: text ?? "", kind: .search),
            hidden: towns.sorted().map { HiddenField(name: ProjectFacet.municipality.rawValue, value: $0) },
            downloads: [
                PageLink("CSV", path(.csv)), PageLink("Excel", path(.xlsx)), PageLink("JSON", path(.json)),
                PageLink("Atom-feed", path(.atom)),
            ]
        )
    }

    private var chips: [Chip] {
        (text.map { [Chip(label: "Zoek: \($0)", removeURL: Self.path + link(removing: ("q", nil)))] } ?? [])
            + ProjectFacet.allCases.flatMap { facet in
                (chosen[facet] ?? []).sorted().map { code in
                    Chip(
                        label: "\(Self.legend(facet)): \(name(facet, code))",
                        removeURL: Self.path + link(removing: (facet.rawValue, code))
                    )
                }
            }
    }

    /// Options that nobody falls under are left out, unless chosen.
    private func group(_ facet: ProjectFacet, _ codes: [String], _ finding: ProjectFinding) -> FilterGroup {
        FilterGroup(
            legend: Self.legend(facet),
            name: facet.rawValue,
            options: codes.filter { finding.count(facet, $0) > 0 || chosen[facet]?.contains($0) == true }.map { code in
                FilterOption(
                    value: code,
                    label: name(facet, code),
                    count: Count.text(finding.count(facet, code)),
                    isSelected: chosen[facet]?.contains(code) == true
                )
            }
        )
    }
}
