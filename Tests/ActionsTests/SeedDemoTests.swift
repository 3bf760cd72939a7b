import Actions
import Domain
import Foundation
import Logging
import Matching
import Postgres
import Schema
import Seeds
import Store
import Synchronization
import TestSupport
import Testing

@Suite struct SeedDemoTests {
    /// Tuesday.
    static let today = CalendarDate(iso: "2026-11-24") ?? CalendarDate(daysSince1970: 0)
    static let files = SeedFiles { path in try Data(contentsOf: Seeds.url(path)) }

    /// A database of its own with the schema and the reference data.
    private func withReference<R>(_ body: (Database) async throws -> R) async throws -> R {
        let server = try await TestCluster.shared.postgres()
        let name = "doorwijzer_test_seed_\(UUID().uuidString.prefix(8).lowercased())"
        try await server.createDatabase(name)
        let database = Database(
            configuration: PoolConfiguration(
                connection: try await server.connectionConfiguration(database: name).patient(),
                minimumConnections: 0,
                maximumConnections: 3
            ),
            logger: TestCluster.shared.logger
        )
        do {
            try await database.withConnection { try await DatabaseRoles.ensure(on: $0) }
            try await Migrator(
                files: try MigrationFile.load(from: Schema.migrations),
                logger: TestCluster.shared.logger
            ).run(on: database)
            try await SeedReference(database: database, files: Self.files)()
            let result = try await body(database)
            await database.close()
            try await server.dropDatabase(name)
            return result
        } catch {
            await database.close()
            throw error
        }
    }

    @discardableResult
    private func seed(
        _ database: Database,
        _ size: SeedDemo.Size,
        number: UInt64 = DemoStory.usualSeed,
        progress: @escaping SeedDemo.Progress = { _, _, _ in }
    ) async throws -> Int {
        let demo = SeedDemo(database: database, files: Self.files, size: size, seed: number)
        return try await demo(today: Self.today, progress: progress)
    }

    @Test func `reference data is complete and a second time changes nothing`() async throws {
        try await withReference { database in
            #expect(try await SeedReference(database: database, files: Self.files)() == 0)
            let counts = try await database.withConnection { connection in
                var counts: [String: Int] = [:]
                for table in [
                    SeedTable.regions, .municipalities, .mapPlaces, .competenceAreas, .frameworkLevels, .activities,
                    .wishes, .scoringModels, .consentTexts,
                ] {
                    counts[table.name] = try await SeedStore.count(table, on: connection)
                }
                return counts
            }
            #expect(
                counts == [
                    "regions": 28, "municipalities": 342, "map_places": 1524, "competence_areas": 7,
                    "framework_levels": 3 * 4 * 7, "activities": 28, "wishes": 22, "scoring_models": 1,
                    "consent_texts": 1,
                ]
            )
        }
    }

    @Test func `a changed row is mended and a row the files do not name stays`() async throws {
        try await withReference { database in
            try await database.withConnection { connection in
                try await connection.execute("update regions set name = 'Elders' where code = 'RA0205'")
                try await connection.execute("insert into care_roles (code, name) values ('triagist', 'triagist')")
            }
            let changed = try await SeedReference(database: database, files: Self.files)()
            #expect(changed == 1)
            let (mended, left) = try await database.withConnection { connection in
                (
                    try await connection.value("select name from regions where code = 'RA0205'", as: String.self),
                    try await SeedStore.count(.careRoles, on: connection)
                )
            }
            #expect(mended == "Twente")
            #expect(left == 2)
        }
    }

    @Test func `the usual country has everything, in a few large portions, and breaks no rule`() async throws {
        try await withReference { database in
            let portions = Mutex(0)
            let rows = try await seed(database, .init()) { _, _, _ in portions.withLock { $0 += 1 } }
            // That makes it fast: the time itself would depend on what else the machine does.
            #expect(portions.withLock { $0 } * 100 < rows)
            try await database.withConnection { connection in
                #expect(try await SeedStore.count(.candidates, on: connection) >= 1200)
                #expect(try await SeedStore.count(.trainingPlaces, on: connection) >= 900)
                #expect(try await SeedStore.count(.practices, on: connection) >= 400)
                #expect(try await SeedStore.brokenRules(on: connection) == [])

                let states = try await connection.values("select distinct state from case_files", as: CaseState.self)
                #expect(Set(states) == Set(CaseState.allCases))
                let reasons = try await connection.values(
                    "select distinct watch_reason from case_files where watch_reason is not null",
                    as: WatchReason.self
                )
                #expect(Set(reasons) == Set(WatchReason.allCases))
                let referrals = try await connection.values(
                    "select distinct state from referrals",
                    as: ReferralState.self
                )
                #expect(Set(referrals).isSuperset(of: [.open, .accepted, .declined, .lapsed]))
                let proposals = try await connection.values(
                    "select distinct state from proposals",
                    as: ProposalState.self
                )
                #expect(Set(proposals) == Set(ProposalState.allCases))
                let kinds = try await connection.values(
                    "select distinct kind from training_places",
                    as: PlacementKind.self
                )
                #expect(Set(kinds) == Set(PlacementKind.allCases))

                let withoutPeople = try await connection.values(
                    """
                    select r.name from regions r
                    where (select count(*) from staff_roles m join teams t on t.id = m.team_id
                        where t.region_code = r.code) < 3
                    """,
                    as: String.self
                )
                #expect(withoutPeople == [])
                let young = try await connection.value(
                    "select count(*) from candidate_identities where born_on > \(Self.today.adding(months: -12 * 16))",
                    as: Int.self
                )
                #expect(young == 0)
                let inFuture = try await connection.value(
                    """
                    select count(*) from case_events where happened_at >= \(AmsterdamTime().startOfDay(Self.today))
                    """,
                    as: Int.self
                )
                #expect(inFuture == 0)
                let longestChain = try await connection.value("select max(hop)::integer from referrals", as: Int.self)
                #expect((3...4).contains(longestChain ?? 0))
            }
        }
    }

    @Test func `everything that was invented is marked`() async throws {
        try await withReference { database in
            try await seed(database, .init(candidates: 150, places: 120))
            for table in [
                "teams", "staff_members", "practices", "training_places", "candidates", "case_files", "applications",
                "network_members", "questions", "good_practices", "copies", "toolbox_items", "social_map_entries",
            ] {
                let unmarked = try await database.withConnection { connection in
                    try await connection.value(
                        "select count(*) from \(ident: table) where not is_fictional",
                        as: Int.self
                    )
                }
                #expect(unmarked == 0, "\(table)")
            }
        }
    }

    @Test func `the same number and day make the same country, another number another`() async throws {
        let size = SeedDemo.Size(candidates: 150, places: 120)
        func digests(_ number: UInt64) async throws -> [String] {
            try await withReference { database in
                try await seed(database, size, number: number)
                return try await database.withConnection { connection in
                    var digests: [String] = []
                    for table in SeedTable.ofThePlaces + SeedTable.ofTheCases + SeedTable.ofTheNetwork {
                        digests.append(try await SeedStore.digest(table, on: connection))
                    }
                    return digests
                }
            }
        }
        let first = try await digests(1)
        #expect(try await digests(1) == first)
        #expect(try await digests(2) != first)
    }

    @Test(arguments: [DemoStory.usualSeed, 1, 2, 3])
    func `the story works: full at home, places elsewhere`(number: UInt64) async throws {
        try await withReference { database in
            try await seed(database, .init(candidates: 400, places: 300), number: number)
            let now = AmsterdamTime().startOfDay(Self.today) + 36_000
            try await database.withConnection { connection in
                let reader = try await MatchReader.read(at: now, today: Self.today, on: connection)
                let open = try await connection.values(
                    "select id from training_places where state = 'open'",
                    as: TrainingPlace.ID.self
                )
                let places = try await reader.places(.ids(open), on: connection)
                func fitting(_ reference: Reference) async throws -> [PlaceProfile] {
                    let candidates = try await reader.candidates(.reference(reference), on: connection)
                    let candidate = try #require(candidates.first)
                    return places.filter { reader.model.evaluate(candidate, $0, today: Self.today).fit != nil }
                }
                let story = DemoStory(seed: number)
                let fromFull = try await fitting(story.waitingInFullRegion)
                #expect(!fromFull.contains { $0.regionCode == DemoStory.fullRegion })
                #expect(fromFull.count { $0.regionCode == DemoStory.roomyRegion } >= 3)
                let withRoom = try await fitting(story.waitingWithRoom)
                #expect(withRoom.count { $0.regionCode == DemoStory.roomyRegion } >= 3)
            }
        }
    }

    @Test func `the people to be first are coordinators of their regions`() async throws {
        try await withReference { database in
            try await seed(database, .init(candidates: 100, places: 100))
            for person in DemoPeople.first {
                let region = try await database.withConnection { connection in
                    try await connection.value(
                        """
                        select t.region_code from staff_roles r join teams t on t.id = r.team_id
                        where r.staff_member_id = \(person.id) and r.role = 'coordinator'
                        """,
                        as: RegionCode.self
                    )
                }
                #expect(region == person.regionCode)
            }
        }
    }

    @Test func `a country is not put over another, nor among real people`() async throws {
        try await withReference { database in
            try await seed(database, .init(candidates: 100, places: 100))
            await #expect(throws: SeedDemo.Refusal.notEmpty) {
                try await seed(database, .init(candidates: 100, places: 100))
            }
            try await database.withConnection { connection in
                try await connection.executeScript(
                    "update candidates set is_fictional = false where id = (select min(id::text)::uuid from candidates)"
                )
            }
            await #expect(throws: SeedDemo.Refusal.realPeople) {
                try await seed(database, .init(candidates: 100, places: 100))
            }
        }
    }

    @Test func `after loading the schema guards as before`() async throws {
        try await withReference { database in
            try await seed(database, .init(candidates: 150, places: 120))
            try await database.withConnection { connection in
                let asleep = try await connection.value(
                    "select count(*) from pg_trigger where tgenabled = 'D'",
                    as: Int.self
                )
                #expect(asleep == 0)
                let deferred = try await connection.value(
                    "select count(*) from pg_constraint where conname = 'case_files_placed_proposal' and condeferrable",
                    as: Int.self
                )
                #expect(deferred == 0)
                let changes = try await connection.values("select kind from match_changes", as: String.self)
                #expect(changes == ["all"])
            }
            await #expect(throws: DatabaseError.self) {
                try await database.withConnection { connection in
                    try await connection.execute(
                        "update case_files set state = 'completed', version = version + 1 where state = 'registered'"
                    )
                }
            }
        }
    }
}
