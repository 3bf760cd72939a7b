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
    private var mails = Set<String>()

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
        addOthers(geography, words, &random)
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
                    id, organisation.id, person.full, mail(of: person, words, &random),
                    words.phone("organisation", &random), isAway ? clock.today + random.int(2...12) : nil,
                    isAway ? team.coordinators[2] : nil, true,
                ]
            )
            give(.coordinator, to: id, team: team.id)
            if index == 0 { give(.organisationAdministrator, to: id, organisation: organisation.id) }
        }
        byRegion[region, default: []].append(team)
    }

    /// People who work with no team: the fund, a school, a project.
    private mutating func addOthers(
        _ geography: DemoGeography,
        _ words: DemoWords,
        _ random: inout DemoRandom
    ) {
        let fund = NamedUUID.make("organisation", "fonds-fictief")
        rows.add(
            .organisations,
            [fund, OrganisationKind.fund, "Fonds voor de huisartsenzorg (fictief)", "fonds-fictief", true, "fictief"]
        )
        give(.fundAdministrator, to: addPerson("fund-administrator", fund, words, &random))
        give(.fund, to: addPerson("fund", fund, words, &random))
        for organisation in geography.organisations.prefix(2) {
            give(
                .projectLeader,
                to: addPerson("project-leader:\(organisation.slug)", organisation.id.rawValue, words, &random),
                organisation: organisation.id
            )
        }
        for (school, record) in geography.fictionalSchools.prefix(3) {
            let slug = (try? record.text("slug")) ?? "\(school)"
            let id = NamedUUID.make("organisation", "school:\(slug)")
            let name = (try? record.text("name")) ?? "School (fictief)"
            rows.add(.organisations, [id, OrganisationKind.school, name, "school-\(slug)", true, "fictief"])
            give(.schoolContact, to: addPerson("school:\(slug)", id, words, &random), school: school.rawValue)
        }
    }

    private mutating func addPerson(
        _ key: String,
        _ organisation: UUID,
        _ words: DemoWords,
        _ random: inout DemoRandom
    ) -> StaffMember.ID {
        let id = StaffMember.ID(NamedUUID.make("demo-staff", key))
        let person = words.person(&random)
        rows.add(
            .staffMembers,
            [
                id, organisation, person.full, mail(of: person, words, &random),
                words.phone("organisation", &random), CalendarDate?.none, StaffMember.ID?.none, true,
            ]
        )
        return id
    }

    /// Staff sign in with their address, so no two have the same.
    private mutating func mail(of person: PersonName, _ words: DemoWords, _ random: inout DemoRandom) -> String {
        var mail = words.mail(person, "organisation", &random)
        while !mails.insert(mail.lowercased()).inserted { mail = words.mail(person, "organisation", &random) }
        return mail
    }

    private mutating func give(
        _ role: StaffRole,
        to person: StaffMember.ID,
        team: Team.ID? = nil,
        organisation: Organisation.ID? = nil,
        school: UUID? = nil
    ) {
        let id = NamedUUID.make("demo-role", "\(person):\(role.rawValue)")
        rows.add(.staffRoles, [id, person, role, team, organisation, school])
    }
}
