public import Domain
import Foundation
import Matching
public import Postgres
import Store

/// Fills an empty installation with a clearly fictional country at work: the same seed number and day give the same
/// rows.
///
/// Runs as the owner of the schema, after ``SeedReference``. Everything it writes is marked as fictional.
public struct SeedDemo: Sendable {
    /// How big the country is.
    public struct Size: Hashable, Sendable {
        public let candidates: Int
        public let places: Int

        public init(candidates: Int = 1200, places: Int = 900) {
            self.candidates = candidates
            self.places = places
        }

        var practices: Int { max(28 * 4, places * 46 / 100) }
    }

    /// Says how far it is: the table that was written last, rows so far, and percent of the whole.
    public typealias Progress = @Sendable (_ table: String, _ rows: Int, _ percent: Int) -> Void

    /// Why the country is not filled.
    public enum Refusal: Error, Hashable, CustomStringConvertible {
        case realPeople
        case notEmpty
        case broken([String])

        public var description: String {
            switch self {
            case .realPeople: "the database holds real candidates; demo data is not mixed with them"
            case .notEmpty: "the database already holds a demo; begin with an empty one"
            case .broken(let rules): "the demo breaks rules of the schema: \(rules.joined(separator: "; "))"
            }
        }
    }

    /// Rows are sent in portions of about this many, so that memory stays small.
    static let portion = 60_000

    private let database: Database
    private let files: SeedFiles
    private let size: Size
    private let seed: UInt64

    public init(database: Database, files: SeedFiles, size: Size = Size(), seed: UInt64 = DemoStory.usualSeed) {
        self.database = database
        self.files = files
        self.size = size
        self.seed = seed
    }

    /// - Parameter today: the day around which everything happens.
    /// - Returns: how many rows were written.
    /// - Throws: ``Refusal``, ``SeedFileError`` or `DatabaseError`; then nothing was written.
    @discardableResult
    public func callAsFunction(today: CalendarDate, progress: @escaping Progress = { _, _, _ in }) async throws -> Int {
        let geography = try DemoGeography(files)
        let words = try DemoWords(files)
        let rows = try await database.transaction { connection in
            let there = try await SeedStore.candidateCounts(on: connection)
            guard there.real == 0 else { throw Refusal.realPeople }
            guard there.all == 0 else { throw Refusal.notEmpty }
            var loader = Loader(connection: connection, progress: progress)
            try await SeedStore.beginHistory(on: connection)
            try await fill(geography, words, today, &loader)
            try await SeedStore.endHistory(on: connection)
            try await SeedStore.analyze(on: connection)
            let broken = try await SeedStore.brokenRules(on: connection)
            guard broken.isEmpty else { throw Refusal.broken(broken) }
            return loader.rows
        }
        progress("check", rows, 100)
        return rows
    }

    private func fill(
        _ geography: DemoGeography,
        _ words: DemoWords,
        _ today: CalendarDate,
        _ loader: inout Loader
    ) async throws {
        var random = DemoRandom(seed: seed)
        let clock = DemoClock(today: today)
        let projects = try DemoProjects.read(files, today: today)
        var teams = try DemoTeams(geography, words, clock, &random)
        // Chance of its own, so that the rest of the country stays as it was.
        var leaderRandom = DemoRandom(seed: seed ^ 0x1EADE2)
        teams.addLeaders(of: Set(projects.map(\.organisation)), geography, words, &leaderRandom)
        for table in [SeedTable.organisations, .organisationRegions, .schools, .teams, .staffMembers, .staffRoles] {
            try await loader.upsert(table, teams.rows)
        }
        let seats = try await fillPlaces(geography, words, clock, teams, &random, &loader)
        var cases = DemoCases(geography, words, clock, teams, seats, seed: seed, random: random)
        try await fillCases(&cases, &loader)
        try await fillNetwork(DemoProjects(projects, geography, words, clock, teams, seed: seed), &loader)
    }

    /// Projects, and the people who learn from each other.
    private func fillNetwork(_ projects: DemoProjects, _ loader: inout Loader) async throws {
        var projects = projects
        projects.make()
        var (rows, random) = (projects.rows, projects.random)
        for year in DemoProjects.years(projects.clock.today) { rows.add(.schemeYears, year) }
        let members = try DemoMembers(files, projects, &rows, &random)
        var meetings = try DemoMeetings(files, projects.geography, projects.clock, members)
        try meetings.make(&rows, &random)
        let exchange = DemoExchange(
            files: files,
            geography: projects.geography,
            words: projects.words,
            clock: projects.clock,
            members: members
        )
        let practices = try exchange.addPractices(&rows, &random)
        try exchange.addQuestions(&rows, &random)
        exchange.addCopies(of: projects.published, and: practices, &rows, &random)
        try exchange.addRegions(&rows, &random)
        try await loader.upsert(.schemeYears, rows)
        try await loader.flush(rows, SeedTable.ofTheNetwork, percent: 98)
    }

    private func fillPlaces(
        _ geography: DemoGeography,
        _ words: DemoWords,
        _ clock: DemoClock,
        _ teams: DemoTeams,
        _ random: inout DemoRandom,
        _ loader: inout Loader
    ) async throws -> DemoSeats {
        var seats = DemoSeats(clock: clock)
        var practices = DemoPractices(geography, words, clock, teams, seed: seed)
        var places = DemoPlaces(geography, words, clock, seed: seed)
        let share = placeShares(geography)
        let practiceShare = geography.shares(of: size.practices, least: 4, full: 60, wide: 130)
        for (number, region) in geography.regions.enumerated() {
            let count = share[region.code] ?? 0
            let practiceCount = max(1, min(count, practiceShare[region.code] ?? 1))
            let isStory = region.code == DemoStory.roomyRegion
            let here = (0..<practiceCount).map { number in
                let isForStory = isStory && number < DemoStory.places
                let town =
                    isForStory
                    ? region.towns.first { $0.name == DemoStory.placeTowns[number] } : nil
                return practices.make(in: town ?? region.town(&random), forStory: isForStory, &random)
            }
            for number in 0..<count {
                let isForStory = isStory && number < DemoStory.places
                seats.add(
                    places.make(
                        at: here[number % practiceCount],
                        isFull: region.room == .full,
                        forStory: isForStory,
                        &random
                    )
                )
            }
            if practices.rows.count + places.rows.count > Self.portion {
                try await flush(&practices, &places, &loader, percent: 10 * (number + 1) / geography.regions.count)
            }
        }
        try await flush(&practices, &places, &loader, percent: 10)
        return seats
    }

    private func flush(
        _ practices: inout DemoPractices,
        _ places: inout DemoPlaces,
        _ loader: inout Loader,
        percent: Int
    ) async throws {
        try await loader.flush(practices.takeRows(), SeedTable.ofThePlaces, percent: percent)
        try await loader.flush(places.takeRows(), SeedTable.ofThePlaces, percent: percent)
    }

    /// Full regions have fewer places than people who wait; what they do not get goes to the others.
    private func placeShares(_ geography: DemoGeography) -> [RegionCode: Int] {
        var shares = geography.shares(of: size.places, least: 8, full: 45, wide: 160)
        let people = candidateShares(geography)
        var spare = 0
        for region in geography.regions where region.room == .full {
            let most = max(6, (people[region.code] ?? 0) * 45 / 100)
            let share = shares[region.code] ?? 0
            spare += max(0, share - most)
            shares[region.code] = min(share, most)
        }
        shares[DemoStory.roomyRegion, default: 0] += spare
        return shares
    }

    private func candidateShares(_ geography: DemoGeography) -> [RegionCode: Int] {
        geography.shares(of: size.candidates, least: 3, full: 150, wide: 75)
    }

    private func fillCases(_ cases: inout DemoCases, _ loader: inout Loader) async throws {
        let shares = candidateShares(cases.geography)
        let total = max(1, shares.values.reduce(0, +))
        var made = 0
        cases.makeStory()
        // Full regions first: others may want to refer to them, and find that out.
        let order = cases.geography.regions.sorted { ($0.room == .full ? 0 : 1) < ($1.room == .full ? 0 : 1) }
        for region in order {
            var left = shares[region.code] ?? 0
            if region.room == .full { left -= fillSeats(of: region, in: &cases) }
            while left > 0 {
                let goals = region.room == .full ? Self.whenFull : Self.usual
                cases.make(cases.random.weighted(goals), in: region)
                left -= 1
                made += 1
                if cases.rows.count > Self.portion {
                    try await loader.flush(cases.takeRows(), SeedTable.ofTheCases, percent: 10 + 85 * made / total)
                }
            }
        }
        try await loader.flush(cases.takeRows(), SeedTable.ofTheCases, percent: 95)
    }

    /// Takes nearly every seat of a full region; in the story's region every one that a student could want.
    private func fillSeats(of region: DemoRegion, in cases: inout DemoCases) -> Int {
        var made = 0
        for index in cases.seats.indices(region.code, .coming) {
            for _ in cases.seats.places[index].profile.seats {
                if region.code != DemoStory.fullRegion, cases.random.chance(8) { continue }
                if cases.fill(index, in: region) { made += 1 }
            }
        }
        return made
    }

    private static let usual: [(DemoGoal, Int)] = [
        (.registered, 6), (.searching, 24), (.declined, 6), (.proposed, 9), (.interview, 5), (.agreed, 5), (.placed, 9),
        (.started, 10), (.completed, 5), (.stopped, 2), (.rescued, 2), (.referring(earlier: 0), 3),
        (.referring(earlier: 1), 1), (.arrived(.searching), 1), (.watching(.noneWithinLimits), 2),
        (.watching(.noConsent), 1), (.withdrawn(.byCandidate), 4), (.withdrawn(.unreachable), 2),
        (.withdrawn(.stoppedAfterStart), 1),
    ]

    private static let whenFull: [(DemoGoal, Int)] = [
        (.registered, 8), (.searching, 38), (.declined, 7), (.started, 9), (.completed, 4), (.stopped, 2),
        (.rescued, 2),
        (.referring(earlier: 0), 9), (.referring(earlier: 1), 4), (.referring(earlier: 2), 3),
        (.arrived(.searching), 3),
        (.arrived(.proposed), 2), (.arrived(.placed), 4), (.watching(.noneWithinLimits), 4), (.watching(.noConsent), 3),
        (.watching(.chainExhausted), 6), (.withdrawn(.byCandidate), 4), (.withdrawn(.unreachable), 2),
    ]
}

/// Sends rows and keeps count.
private struct Loader {
    let connection: Connection
    let progress: SeedDemo.Progress
    private(set) var rows = 0

    mutating func upsert(_ table: SeedTable, _ source: DemoRows) async throws {
        guard let new = source.tables[table] else { return }
        rows += try await SeedStore.upsert(table, new, on: connection)
        progress(table.name, rows, 1)
    }

    mutating func flush(_ source: DemoRows, _ order: [SeedTable], percent: Int) async throws {
        for table in order {
            guard let new = source.tables[table] else { continue }
            rows += try await SeedStore.load(table, new, on: connection)
            progress(table.name, rows, percent)
        }
    }
}
