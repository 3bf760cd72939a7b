import Domain
import Foundation
import Postgres
import Store

/// A project of the fictional country as its file has it.
struct DemoProject {
    let organisation: String
    let label: ProjectLabel
    let regions: [RegionCode]
    let municipalities: [MunicipalityCode]
    let bottlenecks: [BottleneckCode]
    let routes: Int
    let year: Int
    /// The state of its application; for others that of the project.
    let state: String
    let cost: Int?
    let grant: Int?
    let name: String
    let subject: String
    let problem: String
    let approach: String
    let result: String
    let didNotWork: String
    let goals: [DemoGoalInNumbers]

    init(_ record: SeedRecord, municipalities codes: [String: MunicipalityCode], thisYear: Int) throws {
        func list(_ column: String) throws -> [String] {
            try record.text(column).split(separator: "|").map(String.init)
        }
        organisation = try record.text("organisation")
        label = ProjectLabel(rawValue: try record.text("label")) ?? .other
        regions = try list("region_codes").map { RegionCode($0) }
        municipalities = try list("municipalities").map { name in
            guard let code = codes[name] else {
                throw SeedFileError(file: record.file, line: record.line, problem: "there is no municipality \(name)")
            }
            return code
        }
        bottlenecks = try list("bottleneck_codes").map { BottleneckCode($0) }
        routes = try record.int("routes")
        year = try thisYear + record.int("year_offset")
        state = try record.text("state")
        let (cost, grant) = (try record.int("cost_euros"), try record.int("grant_euros"))
        self.cost = cost > 0 ? cost * 100 : nil
        self.grant = grant > 0 ? grant * 100 : nil
        name = try record.text("name")
        subject = try record.text("subject")
        problem = try record.text("problem")
        approach = try record.text("approach")
        result = try record.text("result")
        didNotWork = try record.text("did_not_work")
        goals = try list("goals").map { DemoGoalInNumbers($0) }
    }
}

/// A goal as the files write it: sentence#unit#target#reached.
struct DemoGoalInNumbers {
    let sentence: String
    let unit: String
    let target: Int?
    let reached: Int?

    init(_ text: String) {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
        (sentence, unit, target, reached) = (part(0), part(1), Int(part(2)), Int(part(3)))
    }
}

/// A name as it stands in an address.
func slug(of name: String) -> String {
    let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
    return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
}

/// Applications and published projects of the fictional country.
struct DemoProjects {
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock
    let teams: DemoTeams
    let projects: [DemoProject]
    var random: DemoRandom
    var references: DemoReferences
    var rows = DemoRows()
    /// What can be copied.
    private(set) var published: [(id: UUID, project: DemoProject, at: Date)] = []

    static func read(_ files: SeedFiles, today: CalendarDate) throws -> [DemoProject] {
        let codes = try files.records("Reference/municipalities.csv").map {
            (try $0.text("name"), MunicipalityCode(try $0.text("code")))
        }
        let byName = Dictionary(codes) { first, _ in first }
        return try files.records("Demo/projects.csv").map {
            try DemoProject($0, municipalities: byName, thisYear: today.year)
        }
    }

    /// The scheme in the years of the demo; a year that is there already stays.
    static func years(_ today: CalendarDate) -> [[(any SQLBindable)?]] {
        (today.year - 2...today.year + 1).map { year in
            [
                year, 20_000_000, 50, 2_500_000, 3, CalendarDate(year: year, month: 1, day: 1),
                CalendarDate(year: year, month: 12, day: 31), "fictief: de bedragen van 2024", 1,
            ]
        }
    }

    init(
        _ projects: [DemoProject],
        _ geography: DemoGeography,
        _ words: DemoWords,
        _ clock: DemoClock,
        _ teams: DemoTeams,
        seed: UInt64
    ) {
        self.projects = projects
        self.geography = geography
        self.words = words
        self.clock = clock
        self.teams = teams
        random = DemoRandom(seed: seed ^ 0xB07713)
        references = DemoReferences(seed: seed, first: 1 << 33)
    }

    mutating func make() {
        for project in projects {
            guard let leader = teams.leaders[project.organisation],
                let organisation = geography.organisations.first(where: { $0.slug == project.organisation })
            else { continue }
            let work = Work(project, leader, organisation.id, days(of: project), partners(of: project))
            var application: UUID?
            if project.label == .scheme { application = apply(work) }
            if work.isPublished { publish(work, application) }
        }
    }

    /// A project with its people and its calendar.
    struct Work {
        let project: DemoProject
        let leader: DemoStaff
        let organisation: Organisation.ID
        let days: Days
        let partners: [Partner]

        init(
            _ project: DemoProject,
            _ leader: DemoStaff,
            _ organisation: Organisation.ID,
            _ days: Days,
            _ partners: [Partner]
        ) {
            self.project = project
            self.leader = leader
            self.organisation = organisation
            self.days = days
            self.partners = partners
        }

        var isPublished: Bool { ProjectState(rawValue: projectState) != nil }
        var projectState: String { project.state == "granted" ? "planned" : project.state }
        var isDecided: Bool {
            ["granted", "running", "ended", "stopped", "waiting", "refused"].contains(project.state)
        }
        var isGranted: Bool { ["granted", "running", "ended", "stopped"].contains(project.state) }
    }

    struct Partner {
        let name: String
        let kind: PartnerKind
        let contribution: String
        var leftOn: CalendarDate?
    }

    struct Days {
        let created: CalendarDate
        let submitted: CalendarDate
        let decided: CalendarDate
        let starts: CalendarDate
        let ends: CalendarDate
        let started: CalendarDate?
        let ended: CalendarDate?
    }

    private mutating func days(of project: DemoProject) -> Days {
        let yearEnd = CalendarDate(year: project.year, month: 12, day: 31) ?? clock.today
        let isNew = ["draft", "submitted", "asked"].contains(project.state)
        let submitted: CalendarDate
        switch project.state {
        case "submitted", "asked", "draft": submitted = clock.today - random.int(6...34)
        case "waiting", "refused": submitted = clock.today - random.int(70...110)
        case "granted": submitted = clock.today - random.int(80...120)
        default: submitted = min(clock.today, yearEnd) - random.int(210...310)
        }
        let decided = submitted + random.int(28...44)
        let isComing = project.state == "granted" || project.state == "planned" || isNew
        let starts = isComing ? clock.today + random.int(25...70) : decided + random.int(20...50)
        let length = project.state == "running" ? random.int(600...720) : random.int(300...420)
        let hasStarted = ["running", "ended", "stopped"].contains(project.state)
        let ended = ["ended", "stopped"].contains(project.state) ? min(starts + length, clock.today - 12) : nil
        return Days(
            created: submitted - random.int(10...40),
            submitted: submitted,
            decided: decided,
            starts: starts,
            ends: max(starts + length, hasStarted && ended == nil ? clock.today + 60 : starts),
            started: hasStarted ? starts : nil,
            ended: ended
        )
    }

    private mutating func partners(of project: DemoProject) -> [Partner] {
        let region = geography[project.regions[0]]
        let names = random.some(2, of: words.practices).map { "\($0.form) \($0.name) (fictief)" }
        var partners = names.map { Partner(name: $0, kind: .practice, contribution: "Een plek en een begeleider.") }
        partners.append(
            Partner(name: "Regioschool \(region.name) (fictief)", kind: .school, contribution: "Lessen en een docent.")
        )
        let others: [Partner] = [
            Partner(
                name: "Werkgeversservicepunt \(region.name) (fictief)",
                kind: .employersServicePoint,
                contribution: "Kandidaten en advies over regelingen."
            ),
            Partner(
                name: "Zorggroep De Schakel (fictief)",
                kind: .careGroup,
                contribution: "Uren van een medewerker."
            ),
            Partner(
                name: "Gemeente in \(region.name) (fictief)",
                kind: .municipality,
                contribution: "Ruimte en contacten."
            ),
            Partner(name: "Zorgverzekeraar De Haven (fictief)", kind: .insurer, contribution: "Een bijdrage in geld."),
            Partner(name: "Ziekenhuis De Linde (fictief)", kind: .hospital, contribution: "Een oefenlokaal."),
        ]
        // Where somebody left, the first project had no more than it needs.
        if project.name != Self.partnerLeft[0] { partners += random.some(random.int(0...2), of: others) }
        return partners
    }

    /// The scheme's projects in which somebody left; in the first too few stay.
    static let partnerLeft = ["Samen het loon dragen", "Zij-instroom met een proefplaatsing"]

    func leaving(_ work: Work) -> CalendarDate? {
        guard Self.partnerLeft.contains(work.project.name), let started = work.days.started else { return nil }
        return min(started + 60, clock.today - 20)
    }

    mutating func uuid(_ day: CalendarDate) -> UUID { random.uuid(at: clock.midnight(day)) }

    private mutating func publish(_ work: Work, _ application: UUID?) {
        let (project, days) = (work.project, work.days)
        let publishedAt = clock.midnight(days.decided) + 10 * 3600
        let confirmed = max(days.decided, clock.today - random.int(5...420))
        let updatedAt = max(publishedAt, clock.midnight(confirmed) + 11 * 3600)
        let id = uuid(days.decided)
        rows.add(
            .projects,
            [
                id, slug(of: project.name), application, work.organisation, work.leader.organisation, project.label, "",
                project.name, project.subject, project.problem, project.approach, project.result, project.didNotWork,
                work.projectState, days.starts, days.ended ?? days.ends, "", project.year,
                work.isGranted && application != nil ? project.grant : nil, project.cost, project.routes,
                Publication.published, work.leader.id, work.leader.mail, work.leader.phone, publishedAt, updatedAt,
                random.chance(80) ? confirmed : nil, "fictief", true, 1,
            ]
        )
        published.append((id, project, publishedAt))
        for region in project.regions { rows.add(.projectRegions, [id, region]) }
        for municipality in project.municipalities { rows.add(.projectMunicipalities, [id, municipality]) }
        for bottleneck in project.bottlenecks { rows.add(.projectBottlenecks, [id, bottleneck]) }
        for (index, goal) in project.goals.enumerated() {
            rows.add(.projectGoals, [id, index + 1, goal.sentence, goal.unit, goal.target, goal.reached])
        }
        let left = leaving(work)
        for (index, partner) in work.partners.enumerated() {
            let isLast = index == work.partners.count - 1
            rows.add(
                .projectPartners,
                [uuid(days.decided), id, partner.name, partner.kind, isLast && application != nil ? left : nil]
            )
        }
        addLinks(to: id, work)
        guard !project.result.isEmpty, random.chance(60) else { return }
        rows.add(
            .projectEdits,
            [uuid(confirmed), id, work.leader.id, updatedAt, "result", "", project.result]
        )
    }

    private mutating func addLinks(to id: UUID, _ work: Work) {
        let links: [(LinkKind, String, String)] = [
            (.document, "Draaiboek (fictief)", "draaiboek"), (.film, "Film van drie minuten (fictief)", "film"),
            (.page, "Pagina van de organisatie (fictief)", "project"),
        ]
        for (index, link) in random.some(random.int(0...2), of: links).enumerated() {
            let url = "https://voorbeeld.example/\(slug(of: work.project.name))/\(link.2)"
            rows.add(.projectLinks, [uuid(work.days.decided), id, index + 1, link.0, link.1, url])
        }
    }
}
