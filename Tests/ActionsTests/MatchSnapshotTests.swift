import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct MatchSnapshotTests {
    private func snapshot(_ test: TestWorld) -> MatchSnapshot {
        MatchSnapshot(world: test.world, logger: TestCluster.shared.logger)
    }

    /// Two open places of the country.
    private func twoPlaces(_ snapshot: MatchSnapshot) async throws -> (TrainingPlace.ID, TrainingPlace.ID) {
        let ids = try await snapshot.country().places.places.map(\.id).sorted()
        try #require(ids.count >= 2)
        return (ids[0], ids[1])
    }

    private func pause(_ place: TrainingPlace.ID, on connection: Connection) async throws {
        try await connection.execute("update training_places set state = 'paused' where id = \(place)")
    }

    @Test func `a place that pauses leaves the snapshot, and comes back when it opens`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            let (place, other) = try await twoPlaces(snapshot)

            try await test.owner.withConnection { try await pause(place, on: $0) }

            let paused = try await snapshot.country()
            #expect(paused.places[place] == nil)
            #expect(paused.places[other] != nil)
            try await test.owner.withConnection { connection in
                try await connection.execute("update training_places set state = 'open' where id = \(place)")
            }
            #expect(try await snapshot.country().places[place] != nil)
        }
    }

    @Test func `what a slow transaction wrote is not skipped, though later ones committed before it`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            let (slow, quick) = try await twoPlaces(snapshot)

            let meanwhile = try await test.owner.transaction { connection in
                try await pause(slow, on: connection)
                return try await bySomebodyElse {
                    try await test.owner.transaction { try await pause(quick, on: $0) }
                    return try await snapshot.country()
                }
            }

            #expect(meanwhile.places[slow] != nil)
            #expect(meanwhile.places[quick] == nil)
            let after = try await snapshot.country()
            #expect(after.places[slow] == nil)
            #expect(after.places[quick] == nil)
        }
    }

    @Test func `a bulk load that says everything is read anew`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            let (place, _) = try await twoPlaces(snapshot)

            try await test.owner.transaction { connection in
                try await connection.execute("alter table training_places disable trigger user")
                try await pause(place, on: connection)
                try await connection.execute("alter table training_places enable trigger user")
            }
            #expect(try await snapshot.country().places[place] != nil)
            try await test.owner.withConnection { connection in
                try await connection.execute("insert into match_changes (kind) values ('all')")
            }

            #expect(try await snapshot.country().places[place] == nil)
        }
    }

    @Test func `when rows were pruned unseen everything is read anew`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            let (unseen, seen) = try await twoPlaces(snapshot)

            try await test.owner.transaction { connection in
                try await pause(unseen, on: connection)
                try await connection.execute("delete from match_changes")
                try await pause(seen, on: connection)
            }

            let country = try await snapshot.country()
            #expect(country.places[unseen] == nil)
            #expect(country.places[seen] == nil)
        }
    }

    @Test func `pruning keeps the newest rows`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            let (place, _) = try await twoPlaces(snapshot)
            try await test.owner.withConnection { try await pause(place, on: $0) }

            let position = try await snapshot.country().position
            let (pruned, left) = try await test.world.matcherDatabase.withConnection { connection in
                (
                    try await MatchChangeStore.prune(before: position, on: connection),
                    try await connection.value("select count(*) from match_changes", as: Int.self) ?? 0
                )
            }

            #expect(pruned == 0)
            #expect(left > 0)
        }
    }

    @Test func `a hold that lapses frees its seat though nothing changes in the database`() async throws {
        try await withWorld { test in
            let moment = test.clock.now + 3_600
            let place: TrainingPlace.ID? = try await test.owner.withConnection { connection in
                try await connection.execute("update seat_occupations set held_until = \(moment) where state = 'held'")
                return try await connection.value(
                    """
                    select o.training_place_id from seat_occupations o join training_places t on t.id = o.training_place_id
                    where o.state = 'held' and t.state = 'open' order by o.id limit 1
                    """
                )
            }
            let held = try #require(place)
            let snapshot = snapshot(test)
            func occupations(_ country: MatchCountry) -> Int {
                country.places[held]?.seats.reduce(0) { $0 + $1.occupations.count } ?? 0
            }
            let before = occupations(try await snapshot.country())

            test.clock.advance(hours: 2)

            let after = occupations(try await snapshot.country())
            #expect(before > after)
        }
    }

    @Test func `a case that stops looking leaves the snapshot`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            let file: CaseFile.ID? = try await test.owner.withConnection { connection in
                try await connection.value("select id from case_files where state = 'searching' order by id limit 1")
            }
            let searching = try #require(file)
            #expect(try await snapshot.country().candidates[searching] != nil)

            try await test.owner.withConnection { connection in
                try await connection.execute(
                    """
                    update case_files set state = 'withdrawn', withdrawal_reason = 'by_candidate', owner = 'nobody',
                        due_on = null, closed_at = \(test.clock.now)
                    where id = \(searching)
                    """
                )
            }

            #expect(try await snapshot.country().candidates[searching] == nil)
        }
    }

    @Test func `another day reads everything anew, so that nobody starts in the past`() async throws {
        try await withWorld { test in
            let snapshot = snapshot(test)
            _ = try await snapshot.country()

            test.clock.advance(days: 400)

            let country = try await snapshot.country()
            #expect(country.today == test.world.today)
            #expect(country.candidates.candidates.allSatisfy { $0.earliestStartOn >= country.today })
        }
    }

    @Test func `profiles hold what the stores say`() async throws {
        try await withWorld { test in
            try await test.world.matcherDatabase.transaction(as: .visitor) { connection in
                let reader = try await MatchReader.read(at: test.clock.now, today: test.world.today, on: connection)
                let areas = Dictionary(
                    uniqueKeysWithValues: try await ReferenceStore.activities(on: connection).map { ($0.code, $0.area) }
                )
                let places = try await reader.places(.open, on: connection)
                #expect(reader.model.activitiesPerArea.reduce(0, +) == areas.count)
                for place in places.prefix(20) {
                    let activities = try await TrainingPlaceStore.activities(of: place.id, on: connection)
                    #expect(
                        place.areaFrequencies
                            == PlaceProfile.areaFrequencies(
                                activities.compactMap { row in areas[row.code].map { ($0, row.frequency) } }
                            )
                    )
                    #expect(
                        try await TrainingPlaceStore.supervisors(of: place.id, on: connection).count
                            == place.supervisors.count
                    )
                    #expect(try await SeatStore.seats(of: place.id, on: connection).map(\.id) == place.seats.map(\.id))
                    #expect(try await TrainingPlaceStore.schools(of: place.id, on: connection) == place.schoolIDs)
                }
            }
        }
    }
}
