import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct RankPlacesTests {
    private func rank(_ test: TestWorld) -> RankPlacesForCase {
        RankPlacesForCase(
            world: test.world,
            matching: MatchSnapshot(world: test.world, logger: TestCluster.shared.logger)
        )
    }

    /// The coordinator whose team has a case.
    private func owner(of file: Reference, _ test: TestWorld) async throws -> Actor {
        let found = try await test.owner.withConnection { connection in
            try await connection.first(
                """
                select f.coordinator_id, f.team_id, f.region_code from case_files f where f.reference = \(file)
                """
            ) { row in
                Actor(staffMemberID: try row.next(), teamID: try row.next(), regionCode: try row.next())
            }
        }
        return try #require(found)
    }

    @Test func `a candidate of a full region gets places elsewhere, with reasons nearby`() async throws {
        try await withWorld { test in
            let file = DemoStory().waitingInFullRegion
            let actor = try await owner(of: file, test)

            let ranking = try await rank(test)(file, by: actor)

            #expect(ranking.own.isEmpty)
            #expect(ranking.elsewhere.count >= 3)
            #expect(ranking.countPerRegion[DemoStory.roomyRegion, default: 0] >= 3)
            #expect(ranking.reach.consented.contains(DemoStory.roomyRegion))
            #expect(!ranking.impossible.isEmpty)
            #expect(ranking.impossible.allSatisfy { !$0.failedLimits.isEmpty })
        }
    }

    @Test func `the ranking holds exactly the open places that fit by the plain rules, in order`() async throws {
        try await withWorld { test in
            let file = DemoStory().waitingWithRoom
            let actor = try await owner(of: file, test)

            let ranking = try await rank(test)(file, by: actor)
            let expected = try await test.world.matcherDatabase.transaction(as: .visitor) { connection in
                let reader = try await MatchReader.read(at: test.clock.now, today: test.world.today, on: connection)
                return try await reader.places(.open, on: connection).compactMap { place in
                    reader.model.evaluate(ranking.candidate, place, today: reader.today).fit.map { (place.id, $0) }
                }
            }

            #expect(!ranking.own.isEmpty)
            #expect(Set(ranking.all.map(\.place.id)) == Set(expected.map(\.0)))
            for group in [ranking.own, ranking.elsewhere] {
                let keys = group.map { (-$0.fit.total, $0.fit.distanceInHectometres) }
                #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
            }
            #expect(ranking.own.allSatisfy { $0.place.regionCode == ranking.ownRegion })
        }
    }

    @Test func `filters leave out and the other order is by distance`() async throws {
        try await withWorld { test in
            let file = DemoStory().waitingInFullRegion
            let actor = try await owner(of: file, test)
            var filter = RankPlacesForCase.Filter()
            filter.regions = [DemoStory.roomyRegion]
            filter.sort = .distance

            let ranking = try await rank(test)(file, filter: filter, by: actor)
            #expect(!ranking.all.isEmpty)
            #expect(ranking.all.allSatisfy { $0.place.regionCode == DemoStory.roomyRegion })
            let distances = ranking.all.map(\.fit.distanceInHectometres)
            #expect(distances == distances.sorted())

            filter.mostKilometres = 1
            #expect(try await rank(test)(file, filter: filter, by: actor).all.isEmpty)
        }
    }

    @Test func `a seat held for the candidate itself counts as free for that candidate only`() async throws {
        try await withWorld { test in
            let held = try await test.owner.withConnection { connection in
                try await connection.first(
                    """
                    select p.case_id, p.training_place_id from proposals p
                    join seat_occupations o on o.proposal_id = p.id and o.state = 'held'
                    join training_places t on t.id = p.training_place_id and t.state = 'open'
                    where p.state = 'open' order by p.id limit 1
                    """
                ) { row in (file: try row.next(CaseFile.ID.self), place: try row.next(TrainingPlace.ID.self)) }
            }
            let (file, place) = try #require(held)

            func days(_ freeFor: CaseFile.ID?) async throws -> Int {
                try await test.owner.transaction { connection in
                    let reader = try await MatchReader.read(at: test.clock.now, today: test.world.today, on: connection)
                    return try await reader.places(.ids([place]), freeFor: freeFor, on: connection)
                        .flatMap(\.seats).flatMap(\.occupations).reduce(0) { $0 + $1.weekdays.count }
                }
            }

            let (own, others) = (try await days(file), try await days(nil))
            #expect(own < others)
        }
    }

    @Test func `a case of another team does not exist`() async throws {
        try await withWorld { test in
            let other = try await test.coordinator(in: DemoStory.roomyRegion.rawValue)
            await #expect(throws: NotFound.self) {
                try await rank(test)(DemoStory().waitingInFullRegion, by: other)
            }
        }
    }

    @Test func `a place shows own waiting candidates one by one and others as a count`() async throws {
        try await withWorld { test in
            let file = DemoStory().waitingWithRoom
            let actor = try await owner(of: file, test)
            let matching = MatchSnapshot(world: test.world, logger: TestCluster.shared.logger)
            let place = try #require(try await rank(test)(file, by: actor).own.first).place

            let mine = try await RankCandidatesForPlace(world: test.world, matching: matching)(place.id, by: actor)
            let country = try await matching.country()
            let all = country.candidates.candidates.filter {
                country.model.evaluate($0, place, today: country.today).fit != nil
            }

            #expect(mine.own.contains { $0.reference == file })
            #expect(mine.ownCount == all.count { $0.teamID == actor.teamID })
            #expect(mine.othersCount == all.count { $0.teamID != actor.teamID })
            #expect(mine.gains.allSatisfy { $0.candidates > 0 })
        }
    }
}
