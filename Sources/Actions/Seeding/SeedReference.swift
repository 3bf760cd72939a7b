import Domain
import Matching
public import Postgres
import Store

/// Brings facts and rules up to date: what the files say is there, what they do not name stays.
///
/// Runs as the owner of the schema. Doing it again changes nothing.
public struct SeedReference: Sendable {
    private let database: Database
    private let files: SeedFiles

    public init(database: Database, files: SeedFiles) {
        self.database = database
        self.files = files
    }

    /// - Returns: how many rows were new or changed.
    /// - Throws: ``SeedFileError`` before anything is written.
    @discardableResult
    public func callAsFunction() async throws -> Int {
        let tables = try geography() + rules() + framework() + organisations() + learning()
        let known = try KnownProjects(files)
        return try await database.transaction { connection in
            var changed = 0
            var wordsChanged = false
            for (table, rows) in tables {
                let count = try await SeedStore.upsert(table, rows, on: connection)
                changed += count
                if count > 0, SeedTable.ofTheSearch.contains(table) { wordsChanged = true }
            }
            changed += try await known.write(on: connection)
            if wordsChanged { try await SeedStore.reindex(on: connection) }
            return changed
        }
    }

    typealias Rows = [[(any SQLBindable)?]]

    private func rows(
        _ path: String,
        _ row: (SeedRecord) throws -> [(any SQLBindable)?]
    ) throws -> Rows {
        try files.records("Reference/\(path)").map(row)
    }

    private func geography() throws -> [(SeedTable, Rows)] {
        let regions = try rows("regions.csv") {
            [
                try $0.text("code"), try $0.text("level"), try $0.optional("parent_code"), try $0.text("name"),
                try $0.text("slug"), try $0.text("provinces"), try $0.double("latitude"), try $0.double("longitude"),
            ]
        }
        let neighbours = try rows("region_neighbours.csv") {
            [try $0.text("region_code"), try $0.text("neighbour_code")]
        }
        let municipalities = try rows("municipalities.csv") {
            let point = try $0.location()
            return [
                try $0.text("code"), try $0.text("name"), try $0.text("province"), try $0.text("corop"),
                try $0.text("region_code"), try $0.double("latitude"), try $0.double("longitude"), point.x, point.y,
                point.z,
            ]
        }
        let places = try rows("map_places.csv") {
            let point = try $0.location()
            return [
                try $0.int("geonames_id"), try $0.text("name"), try $0.text("municipality_code"),
                try $0.text("region_code"), try $0.double("latitude"), try $0.double("longitude"), point.x, point.y,
                point.z, try $0.int("inhabitants"),
            ]
        }
        return [
            (.regions, regions), (.regionNeighbours, neighbours), (.municipalities, municipalities),
            (.mapPlaces, places),
        ]
    }

    private func rules() throws -> [(SeedTable, Rows)] {
        let qualifications = try rows("qualifications.csv") {
            [
                try $0.text("crebo"), try $0.date("valid_from"), try $0.optionalDate("valid_until"),
                try $0.text("dossier"), try $0.text("name"), try $0.int("level"), try $0.int("routes"),
                try $0.text("source"),
            ]
        }
        let roles = try rows("roles.csv") { [try $0.text("code"), try $0.text("name")] }
        let activities = try rows("activities.csv") {
            [try $0.text("code"), try $0.text("name"), try $0.text("area_code"), try $0.int("position")]
        }
        let wishes = try rows("wishes.csv") {
            [
                try $0.text("code"), try $0.int("bit"), try $0.text("stated_by"), try $0.text("sentence"),
                try $0.text("property_sentence"),
            ]
        }
        let reasons = try rows("reasons.csv") {
            [try $0.text("kind"), try $0.text("code"), try $0.int("position"), try $0.text("sentence")]
        }
        let dueRules = try rows("due_rules.csv") {
            [
                try $0.text("key"), try $0.date("valid_from"), try $0.int("value"), try $0.text("unit"),
                try $0.text("owner"), try $0.text("source"),
            ]
        }
        let consentTexts = try rows("consent_texts.csv") {
            [try $0.int("version"), try $0.date("valid_from"), try $0.text("text")]
        }
        let retentionRules = try rows("retention_rules.csv") {
            [
                try $0.text("key"), try $0.date("valid_from"), try $0.int("value"), try $0.text("unit"),
                try $0.text("subject"), try $0.text("counted_from"), try $0.text("source"),
            ]
        }
        let retentionTexts = try rows("retention_texts.csv") {
            [try $0.int("version"), try $0.date("valid_from"), try $0.text("text")]
        }
        let model = try files.document("Reference/scoring-model-v1.json", as: ScoringModelFile.self)
        let weights = model.values
        let modelRow: [(any SQLBindable)?] = [
            model.version, model.validFrom, weights.learningNeeds, weights.supervision, weights.travel, weights.period,
            weights.continuity, weights.wishes, model.source,
        ]
        return [
            (.qualifications, qualifications), (.careRoles, roles), (.activities, activities), (.wishes, wishes),
            (.reasons, reasons), (.dueRules, dueRules), (.consentTexts, consentTexts), (.scoringModels, [modelRow]),
            (.retentionRules, retentionRules), (.retentionTexts, retentionTexts),
        ]
    }

    /// What regions run into, the words to find it by, and the scheme's years.
    private func learning() throws -> [(SeedTable, Rows)] {
        let bottlenecks = try rows("bottlenecks.csv") {
            [
                try $0.text("code"), try $0.text("slug"), try $0.int("position"), try $0.text("name"),
                try $0.text("description"),
            ]
        }
        let terms = try rows("bottleneck_terms.csv") { [try $0.text("term"), try $0.text("bottleneck_code")] }
        let reasons = try rows("reason_bottlenecks.csv") {
            [try $0.text("kind"), try $0.text("code"), try $0.text("bottleneck_code")]
        }
        let steps = try rows("step_bottlenecks.csv") { [try $0.text("state"), try $0.text("bottleneck_code")] }
        let families = try rows("word_families.csv") { [try $0.text("word"), try $0.text("family")] }
        let parts = try rows("compound_parts.csv") { [try $0.text("part")] }
        let years = try rows("scheme_years.csv") { try $0.schemeYear() }
        return [
            (.bottlenecks, bottlenecks), (.bottleneckTerms, terms), (.reasonBottlenecks, reasons),
            (.stepBottlenecks, steps), (.wordFamilies, families), (.compoundParts, parts), (.schemeYears, years),
        ]
    }

    private func framework() throws -> [(SeedTable, Rows)] {
        let file = try files.document("Reference/framework-v1.json", as: FrameworkFile.self)
        let framework = file.framework
        let areas: Rows = file.areas.map {
            [file.version, $0.code, $0.code.index + 1, $0.name, $0.description]
        }
        let indicators: Rows = framework.indicators.enumerated().map { position, indicator in
            [
                file.version, indicator.code, indicator.area, position + 1, indicator.isInShortForm, indicator.text,
            ]
        }
        var levels: Rows = []
        for route in LearningRoute.allCases {
            for year in FrameworkFile.studyYears {
                guard let row = framework.levels(route: route, studyYear: year) else { continue }
                levels += CompetenceArea.allCases.map {
                    [file.version, route, year, $0, row.defaults[$0.index], row.targets[$0.index]]
                }
            }
        }
        return [
            (.frameworks, [[file.version, file.validFrom, file.source]]), (.competenceAreas, areas),
            (.behaviourIndicators, indicators), (.frameworkLevels, levels),
        ]
    }

    private func organisations() throws -> [(SeedTable, Rows)] {
        let records = try files.records("Reference/organisations.csv")
        let organisations: Rows = try records.map {
            [
                NamedUUID.make("organisation", try $0.text("slug")), try $0.text("kind"), try $0.text("name"),
                try $0.text("slug"), false, try $0.text("source"),
            ]
        }
        let regions: Rows = try records.flatMap { record in
            let others = try record.text("other_region_codes").split(separator: "|").map(String.init)
            let id = NamedUUID.make("organisation", try record.text("slug"))
            return ([try record.text("region_code")] + others).map { code -> [(any SQLBindable)?] in
                [id, code, Self.knownSince]
            }
        }
        let schools = try rows("schools.csv") {
            [
                NamedUUID.make("school", try $0.text("slug")), try $0.text("name"), try $0.text("area"),
                try $0.optional("region_code"), try $0.text("offers"), try $0.text("source"), false,
            ]
        }
        return [(.organisations, organisations), (.organisationRegions, regions), (.schools, schools)]
    }

    /// The sources say where an organisation works, not since when: from the year of the first list.
    static let knownSince = CalendarDate(iso: "2025-01-01") ?? CalendarDate(daysSince1970: 0)
}

extension SeedRecord {
    /// A row of `scheme_years`.
    func schemeYear() throws -> [(any SQLBindable)?] {
        [
            try int("year"), try int("ceiling_cents"), try int("share_percent"), try int("maximum_cents"),
            try int("minimum_partners"), try date("opens_on"), try date("closes_on"), try text("source"), 1,
        ]
    }
}
