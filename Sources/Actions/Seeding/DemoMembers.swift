import Domain
import Foundation
import Store

/// A member of the fictional learning network.
struct DemoMember {
    let id: UUID
    let name: String
    let organisation: String
    let region: RegionCode
    let mail: String
    let knows: [BottleneckCode]
    let joinedAt: Date
}

/// Who is in the fictional learning network: project leaders by themselves, and others who joined.
struct DemoMembers {
    static let count = 150

    private(set) var all: [DemoMember] = []
    private let clock: DemoClock
    private let sentences: [String: [String]]
    private let codes: [BottleneckCode]
    private static let positions = [
        "doktersassistent en begeleider", "praktijkmanager", "stagecoördinator", "docent", "huisarts",
        "adviseur opleiden", "programmamanager",
    ]

    init(
        _ files: SeedFiles,
        _ projects: DemoProjects,
        _ rows: inout DemoRows,
        _ random: inout DemoRandom
    ) throws {
        clock = projects.clock
        sentences = try files.records("Demo/member-sentences.csv").reduce(into: [:]) {
            let key = "\(try $1.text("bottleneck_code")) \(try $1.text("stance"))"
            $0[key, default: []].append(try $1.text("sentence"))
        }
        codes = try files.records("Reference/bottlenecks.csv").map { BottleneckCode(try $0.text("code")) }
        // Whoever leads a project that was granted is a member by itself, and knows what the project is about.
        var leading: [StaffMember.ID: [BottleneckCode]] = [:]
        for (_, project, _) in projects.published where project.label == .scheme {
            guard let leader = projects.teams.leaders[project.organisation] else { continue }
            leading[leader.id, default: []] += project.bottlenecks
        }
        let leaders = projects.teams.leaders.values.filter { leading[$0.id] != nil }
            .sorted { "\($0.id)" < "\($1.id)" }
        for leader in leaders { add(leader, knows: leading[leader.id], joinedBy: "grant", &rows, &random) }
        for person in projects.teams.staff { add(person, joinedBy: "self", &rows, &random) }
        while all.count < Self.count {
            let region = projects.geography.regions[all.count % projects.geography.regions.count]
            let person = projects.words.person(&random)
            let practice = random.pick(projects.words.practices)
            add(
                DemoStaff(
                    id: StaffMember.ID(NamedUUID.make("demo-staff", "nobody")),
                    name: person.full,
                    mail: projects.words.mail(person, "practice", &random),
                    phone: "",
                    organisation: "\(practice.form) \(practice.name) (fictief)",
                    region: region.code,
                    role: .coordinator
                ),
                hasAccount: false,
                joinedBy: "self",
                &rows,
                &random
            )
        }
    }

    private mutating func add(
        _ person: DemoStaff,
        hasAccount: Bool = true,
        knows given: [BottleneckCode]? = nil,
        joinedBy: String,
        _ rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        let day = clock.today - random.int(30...600)
        let joinedAt = clock.moment(day, &random)
        let id = random.uuid(at: joinedAt)
        let known = given.map { Array(Set($0).sorted().prefix(3)) } ?? random.some(random.int(1...2), of: codes)
        let sought = random.some(1, of: codes.filter { !known.contains($0) })
        let (knows, seeks) = (sentence(known, "knows", &random), sentence(sought, "seeks", &random))
        // The first people of the demo are listed, so that there is something to see and to change.
        let isListed = all.count < 12 || random.chance(78)
        rows.add(
            .networkMembers,
            [
                id, hasAccount ? person.id : nil, person.name, person.organisation,
                position(of: person, hasAccount, &random),
                knows, seeks, isListed, random.chance(70), joinedAt, joinedBy, true, 1,
            ]
        )
        let region = person.region ?? RegionCode("RA0512")
        rows.add(.memberRegions, [id, region])
        for code in known { rows.add(.memberBottlenecks, [id, code, "knows"]) }
        for code in sought { rows.add(.memberBottlenecks, [id, code, "seeks"]) }
        all.append(
            DemoMember(
                id: id,
                name: person.name,
                organisation: person.organisation,
                region: region,
                mail: person.mail,
                knows: known,
                joinedAt: joinedAt
            )
        )
    }

    private func position(of person: DemoStaff, _ hasAccount: Bool, _ random: inout DemoRandom) -> String {
        hasAccount ? person.role.dutchName : random.pick(Self.positions)
    }

    private func sentence(_ codes: [BottleneckCode], _ stance: String, _ random: inout DemoRandom) -> String {
        codes.compactMap { code in
            let known = sentences["\(code) \(stance)"] ?? []
            return known.isEmpty ? nil : random.pick(known)
        }.joined(separator: " ")
    }

    /// Someone of the region when there is one, and not this one.
    func someone(in region: RegionCode?, not other: UUID? = nil, _ random: inout DemoRandom) -> DemoMember {
        let near = all.filter { $0.region == region && $0.id != other }
        return random.pick(near.isEmpty ? all.filter { $0.id != other } : near)
    }
}
