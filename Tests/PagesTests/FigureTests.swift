import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

@Suite struct FigureTests {
    @Test func `a fit bar is as wide as its weights and filled as far as its points`() throws {
        let bar = FitBar(
            id: "b",
            total: 60,
            parts: [
                .init(name: "Leerbehoefte", weight: 75, points: 500, share: 38),
                .init(name: "Reisafstand", weight: 25, points: 1000, share: 22),
            ]
        )

        // 1000 wide less one gap of 8.
        #expect(bar.segments.map(\.width) == ["744", "248"])
        #expect(bar.segments.map(\.x) == ["0", "752"])
        #expect(bar.segments.map(\.filled) == ["372", "248"])
        #expect(bar.description == "Past voor 60 van de 100: Leerbehoefte 38 van 75, Reisafstand 22 van 25")
    }

    @Test func `points outside 0 to 1000 never draw outside their segment`() {
        let bar = FitBar(id: "b", total: 0, parts: [.init(name: "x", weight: 0, points: 5000, share: 0)])

        #expect(bar.segments.map(\.filled) == bar.segments.map(\.width))
    }

    @Test func `a profile row shows the need as what the target is above the level`() throws {
        let figure = ProfileFigure(
            id: "p",
            title: "Profiel",
            rows: [
                .init(area: "A", level: 24, selfScore: 30, target: 35),
                .init(area: "B", level: 40, isAssessed: false, target: 35),
            ]
        )

        #expect(figure.rows.map(\.need) == ["1,1", "–"])
        #expect(figure.rows.map(\.hasGap) == [true, false])
        #expect(figure.rows.map(\.level) == ["2,4", "4,0"])
        #expect(figure.hasUnassessed)
    }

    @Test func `the clock's bands are joined and the overdue days are the last of their band`() {
        let clock = ClockFigure(
            id: "c",
            title: "Klok",
            spans: [
                .init(owner: .team, label: "a", days: 5), .init(owner: .practice, label: "b", days: 15, overdueDays: 3),
            ]
        )

        #expect(clock.bands.map(\.x) == ["0", "250"])
        #expect(clock.bands.map(\.width) == ["250", "750"])
        #expect(clock.bands.map(\.overdueX) == ["250", "850"])
        #expect(clock.bands.map(\.isOverdue) == [false, true])
        #expect(clock.total == "20 dagen")
    }

    @Test func `a case of no days draws no negative or endless band`() {
        let clock = ClockFigure(
            id: "c",
            title: "Klok",
            spans: [.init(owner: .team, label: "a", days: -1, overdueDays: 9)]
        )

        #expect(clock.bands.map(\.width) == ["0"])
        #expect(clock.bands.map(\.isOverdue) == [false])
    }

    @Test func `missing figures are words, never zero`() {
        let stall = StallBars(id: "s", title: "Stap", rows: [.init(step: "School", median: nil, p90: nil, count: 3)])

        #expect(stall.rows.map(\.median) == ["te weinig"])
        #expect(stall.rows.map(\.hasBar) == [false])
    }

    @Test func `the stall bars of several regions can share one scale`() {
        let stall = StallBars(
            id: "s",
            title: "Stap",
            rows: [.init(step: "a", median: 10, p90: 20, count: 9)],
            longest: 40
        )

        #expect(stall.rows.map(\.barWidth) == ["47.5"])
        #expect(stall.rows.map(\.whiskerX) == ["95"])
    }

    @Test func `north is up, east is right and the whole country lies inside the map`() {
        let delfzijl = CountryMap.position(of: GeoPoint(latitude: 53.33, longitude: 6.92))
        let maastricht = CountryMap.position(of: GeoPoint(latitude: 50.75, longitude: 5.69))
        let sluis = CountryMap.position(of: GeoPoint(latitude: 51.31, longitude: 3.37))

        #expect(delfzijl.y < sluis.y && sluis.y < maastricht.y)
        #expect(sluis.x < maastricht.x && maastricht.x < delfzijl.x)
        for point in [delfzijl, maastricht, sluis] {
            #expect((0...490).contains(point.x) && (0...570).contains(point.y))
        }
    }

    @Test(arguments: [(0.0, "0"), (1.0, "1"), (12.34, "12.3"), (-0.25, "-0.3"), (99.96, "100")])
    func `drawing numbers have a point and at most one decimal`(value: Double, text: String) {
        #expect(Drawing.number(value) == text)
    }
}
