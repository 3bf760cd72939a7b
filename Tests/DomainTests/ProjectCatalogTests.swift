import Domain
import Foundation
import Testing

/// The catalogue of projects beside a version that anyone can check: a plain filter over plain rows.
@Suite struct ProjectCatalogTests {
    @Test(arguments: 1...60)
    func `filters, counts and order are those of a plain filter over the rows`(seed: Int) {
        var some = SomeProjects(seed: UInt64(seed))
        let rows = (0..<some.below(150)).map { some.row($0) }
        let catalog = ProjectCatalog(version: 7, rows: rows)

        for _ in 0..<12 {
            let filter = some.filter(over: rows)
            let sort = some.pick(ProjectSort.allCases)
            let expected = Naive.sorted(Naive.matching(filter, rows), rows, filter, sort)
            let finding = catalog.find(filter, sort: sort, offset: 3, limit: 10)

            #expect(catalog.all(filter, sort: sort).map(\.id) == expected.map(\.id))
            #expect(finding.rows.map(\.id) == expected.dropFirst(3).prefix(10).map(\.id))
            #expect(finding.total == expected.count)
            #expect(catalog.count(filter) == expected.count)
            for facet in ProjectFacet.allCases {
                let others = Naive.matching(filter.without(facet), rows)
                for option in catalog.codes(of: facet) {
                    let count = others.count { $0.options(of: facet).contains(option) }
                    #expect(finding.count(facet, option) == count, "\(facet) \(option)")
                }
            }
        }
    }

    @Test func `an option that no project falls under finds nothing, and nothing chosen finds all`() {
        var some = SomeProjects(seed: 3)
        let rows = (0..<70).map { some.row($0) }
        let catalog = ProjectCatalog(version: 1, rows: rows)

        #expect(catalog.count(ProjectFilter(chosen: [.region: ["nowhere"]])) == 0)
        #expect(catalog.count(ProjectFilter(chosen: [.region: []])) == 70)
        #expect(catalog.count(ProjectFilter(found: [:])) == 0)
        #expect(ProjectCatalog(version: 1, rows: []).find(ProjectFilter(), sort: .name, offset: 0, limit: 5).total == 0)
    }

    @Test func `without a search, relevance means the newest first`() {
        var some = SomeProjects(seed: 9)
        let catalog = ProjectCatalog(version: 1, rows: (0..<40).map { some.row($0) })

        #expect(
            catalog.all(ProjectFilter(), sort: .relevance).map(\.id)
                == catalog.all(ProjectFilter(), sort: .newest).map(\.id)
        )
    }
}

/// The same rules, row by row.
private enum Naive {
    static func matching(_ filter: ProjectFilter, _ rows: [ProjectRow]) -> [ProjectRow] {
        rows.filter { row in
            filter.chosen.allSatisfy { facet, options in !options.isDisjoint(with: row.options(of: facet)) }
                && (filter.found.map { $0[row.id] != nil } ?? true)
        }
    }

    static func sorted(
        _ found: [ProjectRow],
        _ all: [ProjectRow],
        _ filter: ProjectFilter,
        _ sort: ProjectSort
    ) -> [ProjectRow] {
        // Stable by hand: insertion keeps the order by name of those that are equal.
        var result: [ProjectRow] = []
        for row in found {
            let place = result.firstIndex { isBefore(row, $0, filter, sort) } ?? result.endIndex
            result.insert(row, at: place)
        }
        return result
    }

    private static func isBefore(_ a: ProjectRow, _ b: ProjectRow, _ filter: ProjectFilter, _ sort: ProjectSort) -> Bool
    {
        switch sort {
        case .relevance:
            filter.found.map { ($0[a.id] ?? 0) > ($0[b.id] ?? 0) } ?? (a.publishedAt > b.publishedAt)
        case .newest: a.publishedAt > b.publishedAt
        case .name: false
        case .confirmed: (a.confirmedOn?.daysSince1970 ?? .min) > (b.confirmedOn?.daysSince1970 ?? .min)
        case .copied: a.copies > b.copies
        }
    }
}

/// A seeded source of projects that often coincide (SplitMix64; Steele, Lea and Flood, 2014).
private struct SomeProjects {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
    mutating func some<Element>(_ elements: [Element]) -> [Element] { elements.filter { _ in below(4) == 0 } }

    mutating func row(_ number: Int) -> ProjectRow {
        let low = UInt8(truncatingIfNeeded: number)
        return ProjectRow(
            id: Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, UInt8(below(200)), low))),
            slug: "project-\(number)",
            name: "Project \(number)",
            subject: "",
            organisationName: "HUS",
            label: pick(ProjectLabel.allCases),
            state: pick(ProjectState.allCases),
            year: below(3) == 0 ? nil : 2024 + below(3),
            startsOn: nil,
            endsOn: nil,
            regions: some(["RA1", "RA2", "RA3"]).map { RegionCode($0) },
            municipalities: some(["GM1", "GM2", "GM3", "GM4"]).map { MunicipalityCode($0) },
            bottlenecks: some(["room", "supervision", "image"]).map { BottleneckCode($0) },
            routes: RouteSet(rawValue: UInt8(below(8))),
            partnerKinds: some(PartnerKind.allCases),
            hasResults: below(2) == 0,
            grant: nil,
            publishedAt: Date(timeIntervalSince1970: Double(below(6)) * 86_400),
            updatedAt: Date(timeIntervalSince1970: 0),
            confirmedOn: below(3) == 0 ? nil : CalendarDate(daysSince1970: Int32(20_000 + below(5))),
            copies: below(4),
            missing: [],
            source: "",
            isFictional: true
        )
    }

    mutating func filter(over rows: [ProjectRow]) -> ProjectFilter {
        var chosen: [ProjectFacet: Set<String>] = [:]
        for facet in ProjectFacet.allCases where below(4) == 0 {
            let options = Set(rows.flatMap { $0.options(of: facet) }).sorted() + ["unknown"]
            chosen[facet] = [pick(options), pick(options)]
        }
        var found: [Project.ID: Double]?
        if below(3) == 0 {
            found = [:]
            for row in rows where below(2) == 0 { found?[row.id] = Double(below(4)) }
        }
        return ProjectFilter(chosen: chosen, found: found)
    }
}
