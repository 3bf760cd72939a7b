import Domain
import Foundation
import Matching

/// A place on the map where people live and practices are.
struct DemoTown {
    let name: String
    let municipality: MunicipalityCode
    let region: RegionCode
    let latitude: Double
    let longitude: Double
    let inhabitants: Int

    var location: MapPoint { MapPoint(latitude: latitude, longitude: longitude) }

    /// A point within some two kilometres.
    func nearby(_ random: inout DemoRandom) -> MapPoint {
        MapPoint(
            latitude: latitude + Double(random.int(-150...150)) / 10_000,
            longitude: longitude + Double(random.int(-230...230)) / 10_000
        )
    }
}

/// A region as the demo sees it.
struct DemoRegion {
    enum Room { case full, usual, wide }

    let code: RegionCode
    let name: String
    var neighbours: [RegionCode] = []
    var towns: [DemoTown] = []
    /// Towns as often as their size says, for drawing.
    var townTickets: [Int] = []
    var schools: [School.ID] = []

    var room: Room {
        switch code.rawValue {
        // Twente, Amsterdam, Haaglanden, Zeeland and Achterhoek are full in this fictional country.
        case "RA0205", "RA0616", "RA1020", "RA1222", "RA0207": .full
        // Regio Zwolle, Drenthe, Noord- en Midden-Limburg and Friesland have room.
        case "RA0204", "RA0102", "RA1427", "RA0103": .wide
        default: .usual
        }
    }

    var inhabitants: Int { towns.reduce(0) { $0 + $1.inhabitants } }

    func town(_ random: inout DemoRandom) -> DemoTown { towns[random.pick(townTickets)] }
}

/// The country and its rules, as the reference files have them.
struct DemoGeography {
    let regions: [DemoRegion]
    let framework: AssessmentFramework
    let model: ScoringModel
    let activities: [(code: String, area: CompetenceArea)]
    /// Masks of the wishes that each side can state.
    let candidateWishes: [UInt32]
    let placeWishes: [UInt32]
    let role: String
    let crebo: String
    let due: [String: Int]
    /// Fictional schools, for the regions where no real one was seen.
    let fictionalSchools: [(id: School.ID, record: SeedRecord)]
    /// Organisations by region, the real ones first; fictional ones where none was seen.
    let organisations: [(region: RegionCode, id: Organisation.ID, name: String, slug: String)]
    let fictionalOrganisations: [SeedRecord]

    init(_ files: SeedFiles) throws {
        var regions = try files.records("Reference/regions.csv").map {
            DemoRegion(code: RegionCode(try $0.text("code")), name: try $0.text("name"))
        }
        let index = Dictionary(regions.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        func regionIndex(_ record: SeedRecord, _ column: String) throws -> Int? {
            index[RegionCode(try record.text(column))]
        }
        for record in try files.records("Reference/region_neighbours.csv") {
            guard let region = try regionIndex(record, "region_code") else { continue }
            regions[region].neighbours.append(RegionCode(try record.text("neighbour_code")))
        }
        for record in try files.records("Reference/map_places.csv") {
            guard let region = try regionIndex(record, "region_code") else { continue }
            let town = DemoTown(
                name: try record.text("name"),
                municipality: MunicipalityCode(try record.text("municipality_code")),
                region: regions[region].code,
                latitude: try record.double("latitude"),
                longitude: try record.double("longitude"),
                inhabitants: try record.int("inhabitants")
            )
            regions[region].townTickets += repeatElement(
                regions[region].towns.count,
                count: 1 + town.inhabitants / 5000
            )
            regions[region].towns.append(town)
        }

        let realSchools = try files.records("Reference/schools.csv")
        let demoSchools = try files.records("Demo/schools.csv")
        for record in realSchools + demoSchools {
            guard let region = try regionIndex(record, "region_code") else { continue }
            regions[region].schools.append(School.ID(NamedUUID.make("school", try record.text("slug"))))
        }
        let nationwide = try realSchools.filter { try $0.text("region_code").isEmpty }
            .map { School.ID(NamedUUID.make("school", try $0.text("slug"))) }
        for region in regions.indices where regions[region].schools.isEmpty { regions[region].schools = nationwide }
        fictionalSchools = try demoSchools.map { (School.ID(NamedUUID.make("school", try $0.text("slug"))), $0) }

        fictionalOrganisations = try files.records("Demo/organisations.csv")
        organisations = try (files.records("Reference/organisations.csv") + fictionalOrganisations).flatMap { record in
            let others = record.cells["other_region_codes"]?.split(separator: "|").map(String.init) ?? []
            let slug = try record.text("slug")
            return try ([record.text("region_code")] + others).map {
                (RegionCode($0), Organisation.ID(NamedUUID.make("organisation", slug)), try record.text("name"), slug)
            }
        }
        self.regions = regions
        guard regions.allSatisfy({ !$0.towns.isEmpty && !$0.schools.isEmpty }) else {
            throw SeedFileError(file: "Reference", line: nil, problem: "a region has no place on the map or no school")
        }

        framework = try files.document("Reference/framework-v1.json", as: FrameworkFile.self).framework
        let activities = try files.records("Reference/activities.csv").map {
            (
                code: try $0.text("code"),
                area: CompetenceArea(rawValue: try $0.text("area_code")) ?? .professionalPractice
            )
        }
        self.activities = activities
        let counts = CompetenceArea.allCases.map { area in activities.count { $0.area == area } }
        let modelFile = try files.document("Reference/scoring-model-v1.json", as: ScoringModelFile.self)
        guard let model = ScoringModel(version: modelFile.version, weights: modelFile.values, activitiesPerArea: counts)
        else { throw SeedFileError(file: "Reference/scoring-model-v1.json", line: nil, problem: "weights are not 100") }
        self.model = model

        let wishes = try files.records("Reference/wishes.csv").map {
            (side: try $0.text("stated_by"), mask: UInt32(1) << UInt32(try $0.int("bit")))
        }
        candidateWishes = wishes.filter { $0.side == "candidate" }.map(\.mask)
        placeWishes = wishes.filter { $0.side == "place" }.map(\.mask)
        guard let role = try files.records("Reference/roles.csv").first else {
            throw SeedFileError(file: "Reference/roles.csv", line: nil, problem: "there is no role")
        }
        self.role = try role.text("code")
        crebo = try role.text("crebo")
        due = try files.records("Reference/due_rules.csv").reduce(into: [:]) {
            $0[try $1.text("key")] = try $1.int("value")
        }
    }

    subscript(_ code: RegionCode) -> DemoRegion { regions.first { $0.code == code } ?? regions[0] }

    /// Working days for a step; the rules of the reference files.
    func workingDays(_ key: String) -> Int { due[key] ?? 5 }

    /// So many things shared out over the regions: by the square root of their inhabitants and by how full they are, at
    /// least `least` each.
    func shares(of total: Int, least: Int, full: Int, wide: Int) -> [RegionCode: Int] {
        let weights = regions.map { region in
            let factor =
                switch region.room {
                case .full: full
                case .usual: 100
                case .wide: wide
                }
            return integerSquareRoot(max(region.inhabitants, 10_000)) * factor
        }
        let sum = weights.reduce(0, +)
        var shares: [RegionCode: Int] = [:]
        var given = 0
        for (region, weight) in zip(regions, weights) {
            let share = max(least, total * weight / sum)
            shares[region.code] = share
            given += share
        }
        // What rounding left goes to the largest of the usual regions, so that the total is never less than asked.
        if given < total,
            let largest = regions.filter({ $0.room != .full }).max(by: { $0.inhabitants < $1.inhabitants })
        {
            shares[largest.code, default: 0] += total - given
        }
        return shares
    }
}
