import Testing

@testable import PageKit

/// The tints of a map by number, and where its marks stand.
@Suite struct MapStepsTests {
    @Test(arguments: 1...80)
    func `every number falls in one step, a higher number never in a lighter one, and the legend covers them all`(
        seed: Int
    ) throws {
        var dice = UInt64(seed)
        func roll(_ bound: Int) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(dice >> 33) % bound
        }
        let counts = (0..<28).map { _ in roll(3) == 0 ? 0 : roll(1 + seed * 3) }
        let steps = MapSteps(counts: counts, none: "geen") { "\($0) projecten" }

        for count in counts {
            let step = steps.step(of: count)
            #expect((count == 0) == (step == 0))
            #expect((0...4).contains(step))
            let line = try #require(steps.legend.first { $0.modifier == "\(step)" })
            let bounds = line.text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
            #expect(count == 0 ? line.text == "geen" : (bounds[0]...(bounds.last ?? 0)).contains(count))
        }
        let sorted = counts.sorted().map(steps.step)
        #expect(sorted == sorted.sorted())
        #expect(steps.legend.count == Set(sorted).count, "no line in the legend that nobody has")
    }

    @Test func `few different numbers get a step each, and the legend reads as words`() {
        let few = MapSteps(counts: [0, 1, 2, 2, 4], none: "geen projecten") {
            $0 == 1 ? "1 project" : "\($0) projecten"
        }
        #expect(few.legend.map(\.text) == ["geen projecten", "1 project", "2 projecten", "4 projecten"])

        let many = MapSteps(counts: [1, 2, 3, 4, 5, 6, 9, 30], none: "geen") { "\($0) projecten" }
        #expect(
            many.legend.map(\.text)
                == ["1 of 2 projecten", "3 of 4 projecten", "5 of 6 projecten", "9 tot en met 30 projecten"]
        )
        #expect(MapSteps(counts: [], none: "geen") { "\($0)" }.legend.isEmpty)
    }

    @Test func `marks with a number part until each can be tapped, and stay on the map`() {
        let amsterdam = CountryMap.position(of: GeoPoint(latitude: 52.37, longitude: 4.9))
        let crowd = [
            amsterdam, (amsterdam.x + 5, amsterdam.y), (amsterdam.x, amsterdam.y - 9), amsterdam, (2, 2), (3, 2),
        ]
        let moved = CountryMap.apart(crowd)

        for (index, point) in moved.enumerated() {
            #expect((0...490).contains(point.x) && (0...570).contains(point.y))
            for other in moved.dropFirst(index + 1) where index < 4 {
                let (dx, dy) = (point.x - other.x, point.y - other.y)
                #expect((dx * dx + dy * dy).squareRoot() >= 40.9)
            }
        }
        let alone = CountryMap.apart([amsterdam, (amsterdam.x + 60, amsterdam.y)])
        #expect(alone[0] == amsterdam, "who stands free stays")
    }
}
