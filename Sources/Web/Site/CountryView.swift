package import Actions
package import Domain
import Foundation
import HTTPBase
import Hummingbird
package import PageKit
import Postgres
package import Store

/// The dots of each region, drawn once and kept: places change only with a new seed.
package actor CountryGround {
    private let projects: ProjectCatalogReader
    private var kept: [RegionCode: CountryMap.Dots]?

    package init(projects: ProjectCatalogReader) { self.projects = projects }

    package func dots() async throws -> [RegionCode: CountryMap.Dots] {
        if let kept { return kept }
        let drawn = Dictionary(grouping: try await projects.dots(), by: \.regionCode)
            .mapValues { CountryMap.Dots($0.map(GeoPoint.init)) }
        kept = drawn
        return drawn
    }
}

/// The country by number: the map with each region as a link, and the table beside it.
package struct CountryView {
    package let reference: ReferenceData
    package let ground: [RegionCode: CountryMap.Dots]
    /// What is counted, in words: "3 projecten".
    package let words: (Int) -> String
    /// What zero is called: "geen projecten".
    package let none: String
    package let url: (ReferenceStore.Region) -> String

    package init(
        reference: ReferenceData,
        ground: [RegionCode: CountryMap.Dots],
        words: @escaping (Int) -> String,
        none: String,
        url: @escaping (ReferenceStore.Region) -> String
    ) {
        self.reference = reference
        self.ground = ground
        self.words = words
        self.none = none
        self.url = url
    }

    /// - Parameters:
    ///   - towns: places that get a small mark of their own.
    ///   - chosen: regions that the list is narrowed down to.
    package func map(
        id: String = "kaart",
        title: String,
        description: String,
        counts: [RegionCode: Int],
        towns: [(name: String, point: GeoPoint)] = [],
        chosen: Set<RegionCode> = []
    ) -> CountryMap {
        // From north to south, as one reads a map.
        let regions = reference.regions.sorted { ($0.latitude, $1.code) > ($1.latitude, $0.code) }
        let steps = MapSteps(counts: regions.map { counts[$0.code] ?? 0 }, none: none, words: words)
        return CountryMap(
            id: id,
            title: title,
            description: description,
            areas: regions.compactMap { region in
                ground[region.code].map { dots in
                    .init(id: "\(id)-\(region.code)", dots: dots, step: steps.step(of: counts[region.code] ?? 0))
                }
            },
            steps: steps,
            marks: towns.map { .init(label: $0.name, point: $0.point, size: .small, isHighlighted: true) }
                + regions.compactMap { region in
                    guard let count = counts[region.code], count > 0 else { return nil }
                    return .init(
                        label: "\(region.name): \(words(count))",
                        point: GeoPoint(latitude: region.latitude, longitude: region.longitude),
                        text: count < 1_000 ? "\(count)" : "1k+",
                        size: .large,
                        isHighlighted: chosen.contains(region.code),
                        url: url(region)
                    )
                }
        )
    }

    /// - Parameters:
    ///   - numbers: per region the first is what is counted.
    ///   - rest: what lies in no region, in a sentence.
    package func section(
        title: String,
        map: CountryMap,
        caption: String,
        heads: [String],
        numbers: [RegionCode: [Int]],
        rest: String? = nil
    ) -> CountrySection {
        let without = reference.regions.filter { (numbers[$0.code]?.first ?? 0) == 0 }.map(\.name)
        let missing = without.isEmpty ? nil : "\(none.capitalisedFirst) in: \(without.joined(separator: ", "))."
        let sentences = [rest, missing].compactMap(\.self)
        return CountrySection(
            headingID: "op-de-kaart",
            title: title,
            map: map,
            caption: caption,
            heads: heads,
            rows: reference.regions.compactMap { region in
                guard let own = numbers[region.code], (own.first ?? 0) > 0 else { return nil }
                return .init(name: region.name, url: url(region), numbers: own.map(Count.text))
            },
            rest: sentences.isEmpty ? nil : sentences.joined(separator: " ")
        )
    }
}

extension GeoPoint {
    package init(_ dot: OverviewStore.Dot) { self.init(latitude: dot.latitude, longitude: dot.longitude) }
}
