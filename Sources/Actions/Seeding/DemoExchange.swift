import Domain
import Foundation
import Store

/// What members of the fictional network write for each other: practices, questions, what they copied, and what a region keeps.
struct DemoExchange {
    let files: SeedFiles
    let geography: DemoGeography
    let words: DemoWords
    let clock: DemoClock
    let members: DemoMembers

    private func list(_ record: SeedRecord, _ column: String) throws -> [String] {
        try record.text(column).split(separator: "|").map(String.init)
    }

    /// - Returns: the published practices.
    func addPractices(_ rows: inout DemoRows, _ random: inout DemoRandom) throws -> [(id: UUID, region: RegionCode)] {
        var published: [(id: UUID, region: RegionCode)] = []
        for record in try files.records("Demo/good-practices.csv") {
            let regions = try list(record, "region_codes").map { RegionCode($0) }
            let author = members.someone(in: regions[0], &random)
            let reader = members.someone(in: nil, not: author.id, &random)
            let state = GoodPracticeState(rawValue: try record.text("state")) ?? .draft
            let isRead = state == .published || state == .retired
            let createdOn = clock.today - random.int(40...520)
            let createdAt = clock.moment(createdOn, &random)
            let validatedAt = isRead ? clock.moment(createdOn + 9, &random) : nil
            // A few were not confirmed for more than a year.
            let confirmedOn = isRead ? max(createdOn + 9, clock.today - random.int(10...430)) : nil
            let id = random.uuid(at: createdAt)
            let name = try record.text("name")
            rows.add(
                .goodPractices,
                [
                    id, slug(of: name), author.id, author.id, author.organisation, name, try record.text("problem"),
                    try record.text("approach"), try record.text("took"), try record.text("result"),
                    try record.text("did_not_work"), state, createdAt, validatedAt ?? createdAt,
                    isRead ? reader.id : nil, validatedAt, confirmedOn, "fictief", true, 1,
                ]
            )
            for region in regions { rows.add(.goodPracticeRegions, [id, region]) }
            for code in try list(record, "bottleneck_codes") { rows.add(.goodPracticeBottlenecks, [id, code]) }
            if state == .published { published.append((id, regions[0])) }
        }
        return published
    }

    func addQuestions(_ rows: inout DemoRows, _ random: inout DemoRandom) throws {
        let answers = Dictionary(grouping: try files.records("Demo/answers.csv")) { (try? $0.text("question")) ?? "" }
        for (number, record) in try files.records("Demo/questions.csv").enumerated() {
            let title = try record.text("title")
            let region = RegionCode(try record.text("region_code"))
            let asker = members.someone(in: region, &random)
            let askedOn = clock.today - 3 - number * 9
            let askedAt = clock.moment(askedOn, &random)
            let given = answers[title] ?? []
            let id = random.uuid(at: askedAt)
            let isClosed = number > 8 && !given.isEmpty && random.chance(60)
            rows.add(
                .questions,
                [
                    id, slug(of: title), asker.id, region, title, try record.text("body"), askedAt,
                    isClosed ? min(askedAt + 30 * 86_400, clock.midnight(clock.today)) : nil, true, 1,
                ]
            )
            for code in try list(record, "bottleneck_codes") { rows.add(.questionBottlenecks, [id, code]) }
            for (index, answer) in given.enumerated() {
                let answeredAt = min(askedAt + Double(86_400 * (1 + index)), clock.midnight(clock.today) + 7 * 3600)
                let helper = members.someone(in: nil, not: asker.id, &random)
                rows.add(
                    .answers,
                    [
                        random.uuid(at: answeredAt), id, helper.id, try answer.text("body"), answeredAt,
                        try answer.text("helped") == "true" ? answeredAt + 3600 : nil,
                    ]
                )
            }
        }
    }

    private static let intentions = [
        "Wij willen dit in drie praktijken proberen.", "We beginnen klein, met twee praktijken en een leerling.",
        "Dit past bij ons. We nemen het draaiboek over en passen het aan.", "We proberen het een half jaar.",
    ]
    private static let outcomes: [(CopyOutcome, String)] = [
        (.worked, "Het werkt ook hier. We gaan ermee door."),
        (.worked, "Na een maand deed iedereen mee. Het scheelt ons veel bellen."),
        (.workedInPart, "In de stad werkt het, op het platteland niet."),
        (.workedInPart, "Het werkt als er iemand is die het trekt."),
        (.didNotWork, "Bij ons waren de praktijken te ver uit elkaar. We zijn gestopt."),
        (.tooEarly, "We zijn net begonnen en weten het nog niet."),
    ]

    func addCopies(
        of projects: [(id: UUID, project: DemoProject, at: Date)],
        and practices: [(id: UUID, region: RegionCode)],
        _ rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        let sources: [(project: UUID?, practice: UUID?, region: RegionCode)] =
            random.some(14, of: projects).map { ($0.id, nil, $0.project.regions[0]) }
            + random.some(16, of: practices).map { (nil, $0.id, $0.region) }
        for source in sources {
            let elsewhere = members.all.filter { $0.region != source.region }
            let member = random.pick(elsewhere.isEmpty ? members.all : elsewhere)
            let copiedOn = clock.today - random.int(15...400)
            let outcome = clock.today - copiedOn > 150 && random.chance(80) ? random.pick(Self.outcomes) : nil
            rows.add(
                .copies,
                [
                    random.uuid(at: clock.midnight(copiedOn)), source.project, source.practice, member.id,
                    member.organisation, member.region, copiedOn, random.pick(Self.intentions), outcome?.1 ?? "",
                    outcome?.0, outcome == nil ? nil : min(copiedOn + 190, clock.today - 2), true, 1,
                ]
            )
        }
    }

    /// A toolbox and a social map for every region.
    func addRegions(_ rows: inout DemoRows, _ random: inout DemoRandom) throws {
        let tools = try files.records("Demo/toolbox.csv")
        for (number, region) in geography.regions.enumerated() {
            let keeper = members.someone(in: region.code, &random)
            for index in 0..<5 {
                let tool = tools[(number + index * 2) % tools.count]
                let kind = ToolboxKind(rawValue: try tool.text("kind")) ?? .other
                let confirmedOn = clock.today - random.int(5...300)
                rows.add(
                    .toolboxItems,
                    [
                        random.uuid(at: clock.midnight(confirmedOn)), region.code, kind, try tool.text("title"),
                        try tool.text("text"), keeper.organisation, words.phone("organisation", &random),
                        kind == .supervisorPool ? random.int(2...12) : nil, confirmedOn, keeper.id, true, 1,
                    ]
                )
            }
            for (kind, name, text) in Self.map(of: region.name) {
                let confirmedOn = clock.today - random.int(5...300)
                rows.add(
                    .socialMapEntries,
                    [
                        random.uuid(at: clock.midnight(confirmedOn)), region.code, name, kind, text,
                        words.phone("organisation", &random), confirmedOn, keeper.id, "fictief", true, 1,
                    ]
                )
            }
        }
    }

    private static func map(of region: String) -> [(PartnerKind, String, String)] {
        [
            (
                .school, "Regioschool \(region) (fictief)",
                "Opleiding doktersassistent in bol en bbl. Vraag naar het praktijkbureau."
            ),
            (
                .employersServicePoint, "Werkgeversservicepunt \(region) (fictief)",
                "Voor kandidaten met een uitkering en voor een proefplaatsing."
            ),
            (.careGroup, "Zorggroep \(region) (fictief)", "Kent de praktijken en helpt bij het zoeken van een plek."),
            (.municipality, "Gemeenten in \(region) (fictief)", "Voor vragen over kinderopvang, vervoer en taal."),
            (.hospital, "Ziekenhuis \(region) (fictief)", "Oefenlokaal voor leerlingen op woensdag."),
        ]
    }
}
