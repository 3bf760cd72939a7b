public import Domain
import Foundation
import Postgres
import Store

/// Rows to load, by table.
struct DemoRows {
    private(set) var tables: [SeedTable: [[(any SQLBindable)?]]] = [:]
    private(set) var count = 0

    mutating func add(_ table: SeedTable, _ row: [(any SQLBindable)?]) {
        tables[table, default: []].append(row)
        count += 1
    }

    mutating func removeAll() {
        tables = [:]
        count = 0
    }
}

/// The people of the demo whom a visitor is offered first. Their ids do not depend on the seed number.
public enum DemoPeople {
    public struct Person: Hashable, Sendable {
        public let id: StaffMember.ID
        public let regionCode: RegionCode
        /// Why it is worth being this person, as a Dutch sentence.
        public let introduction: String
    }

    /// A coordinator in a full region, one in a region with room, and one in a region between the two.
    public static let first: [Person] = [
        Person(
            id: staffMember("fea", "RA0205", 1),
            regionCode: RegionCode("RA0205"),
            introduction: "Twente is vol. Hier wachten kandidaten die je kunt doorverwijzen."
        ),
        Person(
            id: staffMember("medrie", "RA0204", 1),
            regionCode: RegionCode("RA0204"),
            introduction: "Regio Zwolle heeft ruimte. Hier komen doorverwijzingen binnen."
        ),
        Person(
            id: staffMember("huisartsenzorg-noorderlicht-fictief", "RA0206", 1),
            regionCode: RegionCode("RA0206"),
            introduction: "Stedendriehoek en Noord-Veluwe: een gewone regio, met van alles wat."
        ),
    ]

    static func team(_ slug: String, _ region: String) -> Team.ID {
        Team.ID(NamedUUID.make("demo-team", "\(slug):\(region)"))
    }

    static func staffMember(_ slug: String, _ region: String, _ number: Int) -> StaffMember.ID {
        StaffMember.ID(NamedUUID.make("demo-staff", "\(slug):\(region):\(number)"))
    }
}

/// A fictional team of an organisation in a region.
struct DemoTeam {
    let id: Team.ID
    let region: RegionCode
    let organisation: Organisation.ID
    let coordinators: [StaffMember.ID]
}

/// Organisations, schools and teams of the fictional country.
struct DemoTeams {
    /// Coordinators per team.
    private static let coordinatorsPerTeam = 4

    private(set) var byRegion: [RegionCode: [DemoTeam]] = [:]
    private(set) var rows = DemoRows()

    init(_ geography: DemoGeography, _ words: DemoWords, _ clock: DemoClock, _ random: inout DemoRandom) throws {
        for record in geography.fictionalOrganisations {
            let id = NamedUUID.make("organisation", try record.text("slug"))
            rows.add(
                .organisations,
                [id, try record.text("kind"), try record.text("name"), try record.text("slug"), true, "fictief"]
            )
            rows.add(.organisationRegions, [id, try record.text("region_code"), SeedReference.knownSince])
        }
        for (id, record) in geography.fictionalSchools {
            rows.add(
                .schools,
                [
                    id, try record.text("name"), try record.text("area"), try record.optional("region_code"),
                    try record.text("offers"), "fictief", true,
                ]
            )
        }
        for region in geography.regions {
            // Two organisations of a region have a team; more would make the demo hard to oversee.
            for organisation in geography.organisations.filter({ $0.region == region.code }).prefix(2) {
                addTeam(of: organisation, words, clock, &random)
            }
        }
    }

    private mutating func addTeam(
        of organisation: (region: RegionCode, id: Organisation.ID, name: String, slug: String),
        _ words: DemoWords,
        _ clock: DemoClock,
        _ random: inout DemoRandom
    ) {
        let (region, slug) = (organisation.region, organisation.slug)
        let team = DemoTeam(
            id: DemoPeople.team(slug, region.rawValue),
            region: region,
            organisation: organisation.id,
            coordinators: (1...Self.coordinatorsPerTeam).map { DemoPeople.staffMember(slug, region.rawValue, $0) }
        )
        let name = organisation.name.replacing(" (fictief)", with: "")
        rows.add(
            .teams,
            [
                team.id, organisation.id, region, "\(random.pick(words.teams)) \(name) (fictief)",
                words.phone("organisation", &random), words.mail(local: slug, "organisation"), true,
            ]
        )
        for (index, id) in team.coordinators.enumerated() {
            let person = words.person(&random)
            // The second coordinator is away in some teams; the third stands in.
            let isAway = index == 1 && random.chance(25)
            rows.add(
                .staffMembers,
                [
                    id, organisation.id, team.id, person.full, words.mail(person, "organisation", &random),
                    words.phone("organisation", &random), isAway ? clock.today + random.int(2...12) : nil,
                    isAway ? team.coordinators[2] : nil, true,
                ]
            )
            rows.add(.staffRoles, [id, StaffRole.coordinator])
            if index == 0 { rows.add(.staffRoles, [id, StaffRole.organisationAdministrator]) }
        }
        byRegion[region, default: []].append(team)
    }
}
