import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@Suite struct PlaceListTests {
    private static let twente = RegionCode("RA0205")

    @Test(arguments: TrainingPlaceListStore.Sort.allCases)
    func `walking the pages shows each place once`(_ sort: TrainingPlaceListStore.Sort) async throws {
        try await withWorld { test in
            try await test.world.database.transaction(as: .visitor) { connection in
                let filter = TrainingPlaceListStore.Filter(viewer: nil)
                var seen: [TrainingPlace.ID] = []
                var after: [String]?
                while true {
                    let rows = try await TrainingPlaceListStore.list(
                        filter,
                        sort: sort,
                        after: after,
                        limit: 17,
                        at: test.world.now(),
                        on: connection
                    )
                    seen += rows.map(\.id)
                    guard let last = rows.last else { break }
                    after = TrainingPlaceListStore.keys(of: last, sort: sort)
                }
                #expect(seen.count == Set(seen).count)
                let count = try await TrainingPlaceListStore.count(filter, on: connection)
                #expect(seen.count == count)
            }
        }
    }

    @Test func `the count of an option is what choosing it shows`() async throws {
        try await withWorld { test in
            try await test.world.database.transaction(as: .visitor) { connection in
                let none = TrainingPlaceListStore.Filter(viewer: nil)
                let months = [test.world.today.adding(months: 2), test.world.today.adding(months: 3)].map {
                    $0 - ($0.day - 1)
                }
                for facet in TrainingPlaceListStore.Facet.allCases {
                    let counts = try await TrainingPlaceListStore.counts(facet, none, months: months, on: connection)
                    #expect(!counts.isEmpty)
                    for (code, count) in counts.sorted(by: { $0.key < $1.key }).prefix(3) {
                        var filter = none
                        switch facet {
                        case .kind: filter.kinds = PlacementKind.allCases.filter { $0.rawValue == code }
                        case .route: filter.routes = RouteSet(LearningRoute.allCases.filter { $0.rawValue == code })
                        case .region: filter.region = RegionCode(code)
                        case .municipality: filter.municipality = MunicipalityCode(code)
                        case .role: filter.role = code
                        case .state: filter.states = TrainingPlaceState.allCases.filter { $0.rawValue == code }
                        case .startMonth: filter.startMonth = CalendarDate(iso: code + "-01")
                        case .activity: filter.activities = [code]
                        }
                        #expect(try await TrainingPlaceListStore.count(filter, on: connection) == count)
                    }
                }
            }
        }
    }

    @Test func `a visitor sees open places only, a region its own drafts as well`() async throws {
        try await withWorld { test in
            try await test.world.database.transaction(as: .visitor) { connection in
                var visitor = TrainingPlaceListStore.Filter(viewer: nil)
                visitor.states = [.draft, .paused, .closed]
                #expect(try await TrainingPlaceListStore.count(visitor, on: connection) == 0)
                let own = TrainingPlaceListStore.Filter(viewer: Self.twente)
                let rows = try await TrainingPlaceListStore.list(
                    own,
                    sort: .start,
                    after: nil,
                    limit: 20_000,
                    at: test.world.now(),
                    on: connection
                )
                #expect(rows.allSatisfy { $0.state == .open || $0.regionCode == Self.twente })
                let firstClosed = rows.firstIndex { $0.state != .open } ?? rows.count
                #expect(rows[firstClosed...].allSatisfy { $0.state != .open })
            }
        }
    }

    @Test func `wildcards in a search are plain characters, a foreign cursor begins anew`() async throws {
        try await withWorld { test in
            try await test.world.database.transaction(as: .visitor) { connection in
                var filter = TrainingPlaceListStore.Filter(viewer: nil)
                filter.search = "%_\\"
                #expect(try await TrainingPlaceListStore.count(filter, on: connection) == 0)
                let odd = try await TrainingPlaceListStore.list(
                    .init(viewer: nil),
                    sort: .start,
                    after: ["x"],
                    limit: 3,
                    at: test.world.now(),
                    on: connection
                )
                #expect(odd.count == 3)
            }
        }
    }

    @Test(arguments: PracticeListStore.Sort.allCases)
    func `walking the practices of a region shows each once`(_ sort: PracticeListStore.Sort) async throws {
        try await withWorld { test in
            let actor = try await test.coordinator(in: Self.twente.rawValue)
            try await test.world.database.transaction(as: actor.acting) { connection in
                let filter = PracticeListStore.Filter(region: Self.twente, longAgo: test.world.now())
                var seen: [Practice.ID] = []
                var after: [String]?
                while true {
                    let rows = try await PracticeListStore.list(
                        filter,
                        sort: sort,
                        after: after,
                        limit: 2,
                        on: connection
                    )
                    seen += rows.map(\.id)
                    guard let last = rows.last else { break }
                    after = PracticeListStore.keys(of: last, sort: sort)
                }
                #expect(seen.count == Set(seen).count)
                let count = try await PracticeListStore.count(filter, on: connection)
                #expect(seen.count == count)
                #expect(!seen.isEmpty)
            }
        }
    }
}
