public import Domain
public import Matching
public import Postgres
public import Store

/// The small lists that everything refers to, read once when the service starts. They change only with a new seed.
public struct ReferenceData: Sendable {
    /// Root regions by name.
    public let regions: [ReferenceStore.Region]
    public let municipalities: [ReferenceStore.Municipality]
    public let roles: [ReferenceStore.Named]
    public let qualifications: [ReferenceStore.Qualification]
    public let schools: [ReferenceStore.School]
    public let activities: [ReferenceStore.Activity]
    public let wishes: [ReferenceStore.Wish]
    /// Reasons by kind, each list in its order.
    public let reasons: [String: [ReferenceStore.Reason]]
    /// What regions run into, in the order of the list.
    public let bottlenecks: [Bottleneck]
    /// All versions of the text, the newest first.
    public let consentTexts: [ReferenceStore.ConsentText]
    /// The instrument by version.
    public let frameworks: [Int: AssessmentFramework]
    /// What an area is about, in the newest framework.
    public let areaDescriptions: [CompetenceArea: String]

    private let regionsByCode: [RegionCode: ReferenceStore.Region]
    private let municipalitiesByCode: [MunicipalityCode: ReferenceStore.Municipality]

    public static func read(from database: Database) async throws -> ReferenceData {
        try await database.transaction(as: .visitor) { connection in try await read(on: connection) }
    }

    public static func read(on connection: Connection) async throws -> ReferenceData {
        try await ReferenceData(
            regions: ReferenceStore.regions(on: connection),
            municipalities: ReferenceStore.municipalities(on: connection),
            roles: ReferenceStore.roles(on: connection),
            qualifications: ReferenceStore.qualifications(on: connection),
            schools: ReferenceStore.schools(on: connection),
            activities: ReferenceStore.activities(on: connection),
            wishes: ReferenceStore.wishes(on: connection),
            reasons: ReferenceStore.reasons(on: connection),
            bottlenecks: ReferenceStore.bottlenecks(on: connection),
            consentTexts: ReferenceStore.consentTexts(on: connection),
            areas: ReferenceStore.areas(on: connection),
            indicators: ReferenceStore.indicators(on: connection),
            levels: ReferenceStore.levels(on: connection)
        )
    }

    private init(
        regions: [ReferenceStore.Region],
        municipalities: [ReferenceStore.Municipality],
        roles: [ReferenceStore.Named],
        qualifications: [ReferenceStore.Qualification],
        schools: [ReferenceStore.School],
        activities: [ReferenceStore.Activity],
        wishes: [ReferenceStore.Wish],
        reasons: [ReferenceStore.Reason],
        bottlenecks: [Bottleneck],
        consentTexts: [ReferenceStore.ConsentText],
        areas: [ReferenceStore.Area],
        indicators: [ReferenceStore.Indicator],
        levels: [ReferenceStore.Level]
    ) {
        self.regions = regions
        self.municipalities = municipalities
        self.roles = roles
        self.qualifications = qualifications
        self.schools = schools
        self.activities = activities
        self.wishes = wishes
        self.reasons = Dictionary(grouping: reasons, by: \.kind)
        self.bottlenecks = bottlenecks
        self.consentTexts = consentTexts
        regionsByCode = Dictionary(regions.map { ($0.code, $0) }) { first, _ in first }
        municipalitiesByCode = Dictionary(municipalities.map { ($0.code, $0) }) { first, _ in first }
        frameworks = Self.frameworks(indicators: indicators, levels: levels)
        let newest = frameworks.keys.max()
        areaDescriptions = Dictionary(
            areas.filter { $0.frameworkVersion == newest }.map { ($0.area, $0.description) }
        ) { first, _ in first }
    }

    private static func frameworks(
        indicators: [ReferenceStore.Indicator],
        levels: [ReferenceStore.Level]
    ) -> [Int: AssessmentFramework] {
        Dictionary(grouping: indicators, by: \.frameworkVersion).reduce(into: [:]) { found, group in
            struct Key: Hashable { let route: LearningRoute, year: Int }
            let rows = Dictionary(grouping: levels.filter { $0.frameworkVersion == group.key }) {
                Key(route: $0.route, year: $0.studyYear)
            }
            let complete = rows.compactMap { key, rows -> FrameworkLevels? in
                guard rows.count == CompetenceArea.count else { return nil }
                let ordered = rows.sorted { $0.area.index < $1.area.index }
                return FrameworkLevels(
                    route: key.route,
                    studyYear: key.year,
                    defaults: ordered.map(\.defaultLevel),
                    targets: ordered.map(\.targetLevel)
                )
            }
            found[group.key] = AssessmentFramework(
                version: group.key,
                indicators: group.value.map {
                    BehaviourIndicator(code: $0.code, area: $0.area, text: $0.sentence, isInShortForm: $0.isShortForm)
                },
                levels: complete.sorted { ($0.route.rawValue, $0.studyYear) < ($1.route.rawValue, $1.studyYear) }
            )
        }
    }

    // MARK: Looking up

    public func region(_ code: RegionCode) -> ReferenceStore.Region? { regionsByCode[code] }
    public func region(slug: String) -> ReferenceStore.Region? { regions.first { $0.slug == slug } }

    /// The region's name, or its code when it is unknown.
    public func regionName(_ code: RegionCode) -> String { regionsByCode[code]?.name ?? code.rawValue }

    public func municipality(_ code: MunicipalityCode) -> ReferenceStore.Municipality? { municipalitiesByCode[code] }
    public func municipalityName(_ code: MunicipalityCode) -> String {
        municipalitiesByCode[code]?.name ?? code.rawValue
    }

    public func roleName(_ code: String) -> String { roles.first { $0.code == code }?.name ?? code }
    public func schoolName(_ id: School.ID) -> String { schools.first { $0.id == id }?.name ?? "onbekende school" }
    public func qualificationName(_ crebo: String) -> String {
        qualifications.last { $0.crebo == crebo }.map { "\($0.name) (\(crebo))" } ?? crebo
    }

    /// The sentence of a reason, or its code when the list does not know it.
    public func reason(_ kind: String, _ code: String) -> String {
        reasons[kind]?.first { $0.code == code }?.sentence ?? code
    }

    public func bottleneck(_ code: BottleneckCode) -> Bottleneck? { bottlenecks.first { $0.code == code } }
    public func bottleneck(slug: String) -> Bottleneck? { bottlenecks.first { $0.slug == slug } }

    /// The instrument that new assessments use.
    public var framework: AssessmentFramework? { frameworks.keys.max().flatMap { frameworks[$0] } }
    public var consentText: ReferenceStore.ConsentText? { consentTexts.first }

    /// Sentences of the wishes in a mask: what candidates state (`statedByCandidate`) or what places state.
    public func wishSentences(_ mask: UInt32, statedByCandidate: Bool) -> [String] {
        wishes.filter { $0.isStatedByCandidate == statedByCandidate && mask & $0.mask != 0 }.map(\.sentence)
    }

    /// What a side offers: properties that meet the wishes stated by the other side.
    public func propertySentences(_ mask: UInt32, ofCandidate: Bool) -> [String] {
        wishes.filter { $0.isStatedByCandidate != ofCandidate && mask & $0.mask != 0 }.map(\.propertySentence)
    }
}
