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

    /// Who leads a running project and works on a draft, and who keeps the scheme: the first of the others to be.
    public static let others: [StaffMember.ID] =
        ["project-leader:fea", "project-leader:rho-groningen", "fund-administrator", "fund"]
        .map { StaffMember.ID(NamedUUID.make("demo-staff", $0)) }

    static let fund = StaffMember.ID(NamedUUID.make("demo-staff", "fund"))

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

/// Someone who works somewhere, as the learning network knows them.
struct DemoStaff {
    let id: StaffMember.ID
    let name: String
    let mail: String
    let phone: String
    let organisation: String
    let region: RegionCode?
    let role: StaffRole
}

/// Organisations, schools and teams of the fictional country.
struct DemoTeams {
    /// Coordinators per team.
    private static let coordinatorsPerTeam = 4

    private(set) var byRegion: [RegionCode: [DemoTeam]] = [:]
    private(set) var rows = DemoRows()
    /// First coordinators of teams, people of the fund and of schools.
    private(set) var staff: [DemoStaff] = []
    /// By the slug of the organisation.
    private(set) var leaders: [String: DemoStaff] = [:]
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
            let (mail, phone) = (mail(of: person, words, &random), words.phone("organisation", &random))
            rows.add(
                .staffMembers,
                [
                    id, organisation.id, person.full, mail, phone, isAway ? clock.today + random.int(2...12) : nil,
                    isAway ? team.coordinators[2] : nil, true,
                ]
            )
            give(.coordinator, to: id, team: team.id)
            guard index == 0 else { continue }
            give(.organisationAdministrator, to: id, organisation: organisation.id)
            staff.append(
                DemoStaff(
                    id: id,
                    name: person.full,
                    mail: mail,
                    phone: phone,
                    organisation: "\(name) (fictief)",
                    region: region,
                    role: .coordinator
                )
            )
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
        for (key, role) in [("fund-administrator", StaffRole.fundAdministrator), ("fund", .fund)] {
            let person = addPerson(key, fund, "Fonds voor de huisartsenzorg (fictief)", nil, role, words, &random)
            staff.append(person)
            give(role, to: person.id)
        }
        for organisation in geography.organisations.prefix(2) { addLeader(of: organisation, words, &random) }
        for (school, record) in geography.fictionalSchools.prefix(3) {
            let slug = (try? record.text("slug")) ?? "\(school)"
            let id = NamedUUID.make("organisation", "school:\(slug)")
            let name = (try? record.text("name")) ?? "School (fictief)"
            rows.add(.organisations, [id, OrganisationKind.school, name, "school-\(slug)", true, "fictief"])
            let region = (try? record.optional("region_code")).flatMap { $0 }.map { RegionCode($0) }
            let person = addPerson("school:\(slug)", id, name, region, .schoolContact, words, &random)
            staff.append(person)
            give(.schoolContact, to: person.id, school: school.rawValue)
        }
    }

    /// A project leader for each of these organisations that has none yet.
    mutating func addLeaders(
        of slugs: Set<String>,
        _ geography: DemoGeography,
        _ words: DemoWords,
        _ random: inout DemoRandom
    ) {
        for organisation in geography.organisations
        where slugs.contains(organisation.slug) && leaders[organisation.slug] == nil {
            addLeader(of: organisation, words, &random)
        }
    }

    private mutating func addLeader(
        of organisation: (region: RegionCode, id: Organisation.ID, name: String, slug: String),
        _ words: DemoWords,
        _ random: inout DemoRandom
    ) {
        let name = organisation.name.replacing(" (fictief)", with: "") + " (fictief)"
        let person = addPerson(
            "project-leader:\(organisation.slug)",
            organisation.id.rawValue,
            name,
            organisation.region,
            .projectLeader,
            words,
            &random
        )
        leaders[organisation.slug] = person
        give(.projectLeader, to: person.id, organisation: organisation.id)
    }

    private mutating func addPerson(
        _ key: String,
        _ organisation: UUID,
        _ organisationName: String,
        _ region: RegionCode?,
        _ role: StaffRole,
        _ words: DemoWords,
        _ random: inout DemoRandom
    ) -> DemoStaff {
        let person = words.person(&random)
        let staff = DemoStaff(
            id: StaffMember.ID(NamedUUID.make("demo-staff", key)),
            name: person.full,
            mail: mail(of: person, words, &random),
            phone: words.phone("organisation", &random),
            organisation: organisationName,
            region: region,
            role: role
        )
        rows.add(
            .staffMembers,
            [
                staff.id, organisation, staff.name, staff.mail, staff.phone, CalendarDate?.none, StaffMember.ID?.none,
                true,
            ]
        )
        return staff
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
