public import Domain
public import Foundation
public import Matching
public import Postgres
public import Store

/// Reads profiles for matching from the database: the truth whenever something is held.
///
/// ```swift
/// let reader = try await MatchReader.read(at: world.now(), today: world.today, on: connection)
/// let candidate = try await reader.candidate(caseID, on: connection)
/// let places = try await reader.places(.ids([placeID]), freeFor: caseID, on: connection)
/// let match = reader.model.evaluate(candidate, places[0], today: reader.today)
/// ```
public struct MatchReader: Sendable {
    public let now: Date
    public let today: CalendarDate
    /// The newest version that is valid today.
    public let model: ScoringModel
    private let frameworks: [Int: AssessmentFramework]

    /// The rules that hold now, in three small queries.
    ///
    /// - Throws: ``MissingScoringModel`` when the reference data has no valid model.
    public static func read(
        at now: Date,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> MatchReader {
        guard let row = try await ScoringModelStore.newest(on: today, connection: connection) else {
            throw MissingScoringModel()
        }
        let activities = try await ReferenceStore.activities(on: connection)
        let perArea = CompetenceArea.allCases.map { area in activities.count { $0.area == area } }
        guard
            let model = ScoringModel(
                version: row.version,
                weights: CriterionValues(
                    learningNeeds: row.learningNeeds,
                    supervision: row.supervision,
                    travel: row.travel,
                    period: row.period,
                    continuity: row.continuity,
                    wishes: row.wishes
                ),
                activitiesPerArea: perArea
            )
        else { throw MissingScoringModel() }
        let levels = try await ReferenceStore.levels(on: connection)
        return MatchReader(now: now, today: today, model: model, frameworks: AssessmentFramework.byVersion(levels))
    }

    /// One case as it is now; nil when it cannot be seen.
    public func candidate(_ id: CaseFile.ID, on connection: Connection) async throws -> CandidateProfile? {
        try await candidates(.ids([id]), on: connection).first
    }

    /// Cases in the order of their ids.
    public func candidates(
        _ selection: MatchStore.Cases,
        on connection: Connection
    ) async throws -> [CandidateProfile] {
        try await MatchStore.cases(selection, today: today, on: connection).compactMap(profile)
    }

    /// Places in the order of their ids.
    ///
    /// - Parameter candidate: seats held or taken for this case count as free.
    public func places(
        _ selection: MatchStore.Places,
        freeFor candidate: CaseFile.ID? = nil,
        on connection: Connection
    ) async throws -> [PlaceProfile] {
        try await MatchStore.places(selection, at: now, freeFor: candidate, on: connection).map { PlaceProfile($0) }
    }

    /// The profile of a row. Nobody starts before today, so what lies behind us is cut off the window.
    ///
    /// Nil only when the framework says nothing about the route: incomplete reference data.
    func profile(_ row: MatchStore.CaseRow) -> CandidateProfile? {
        let version = row.frameworkVersion ?? frameworks.keys.max()
        guard
            let framework = version.flatMap({ frameworks[$0] }),
            let rules = framework.levels(route: row.route, studyYear: row.studyYear),
            row.levels.count == CompetenceArea.count
        else { return nil }
        let levels = zip(row.levels, rules.defaults).map { level, byDefault in
            level > 0 ? AreaLevel(tenths: level, isAssessed: true) : AreaLevel(tenths: byDefault, isAssessed: false)
        }
        return CandidateProfile(
            caseID: row.id,
            candidateID: row.candidateID,
            teamID: row.teamID,
            location: row.location,
            regionCode: row.regionCode,
            kind: row.kind,
            route: row.route,
            role: row.role,
            qualification: row.crebo,
            studyYear: row.studyYear,
            schoolID: row.schoolID,
            wishedStartOn: row.wishedStartOn,
            earliestStartOn: max(row.earliestStartOn, today),
            latestStartOn: row.latestStartOn,
            weeksNeeded: row.weeksNeeded,
            weeksWanted: row.weeksWanted,
            weekdays: row.weekdays,
            weekdaysLeast: row.weekdaysLeast,
            weekdaysWanted: row.weekdaysWanted,
            hoursLeast: row.hoursLeast,
            hoursMost: row.hoursMost,
            travelLimitInKilometres: row.travelLimitInKilometres,
            levels: levels,
            targets: rules.targets,
            earlierPracticeIDs: row.earlierPracticeIDs,
            wishes: row.wishes,
            offers: row.offers
        )
    }
}

/// The reference data has no scoring model that is valid today: the installation is incomplete.
public struct MissingScoringModel: Error, CustomStringConvertible {
    public var description: String { "no scoring model is valid today; seed the reference data" }
}

extension PlaceProfile {
    init(_ row: MatchStore.PlaceRow) {
        self.init(
            id: row.id,
            reference: row.reference,
            practiceID: row.practiceID,
            regionCode: row.regionCode,
            municipalityCode: row.municipalityCode,
            location: row.location,
            kind: row.kind,
            routes: row.routes,
            role: row.role,
            qualification: row.crebo,
            studyYears: row.studyYears,
            schoolIDs: row.schoolIDs,
            reservedForSchoolID: row.reservedForSchoolID,
            reservedUntilOn: row.reservedUntilOn,
            earliestStartOn: row.earliestStartOn,
            latestStartOn: row.latestStartOn,
            weeksLeast: row.weeksLeast,
            weeksOffered: row.weeksOffered,
            weekdays: row.weekdays,
            hoursPerWeek: row.hoursPerWeek,
            employer: row.employer,
            supervisors: row.supervisors.map {
                SupervisorProfile(
                    monthsOfExperience: $0.monthsOfExperience,
                    isTrained: $0.isTrained,
                    weekdays: $0.weekdays
                )
            },
            areaFrequencies: row.areaFrequencies,
            seats: row.seats.map { seat in
                SeatProfile(
                    id: seat.id,
                    occupations: seat.occupations.map {
                        OccupationProfile(weekdays: $0.weekdays, fromOn: $0.fromOn, untilOn: $0.untilOn)
                    }
                )
            },
            recognition: row.recognition,
            recognisedUntilOn: row.recognisedUntilOn,
            canFinish: row.canFinish,
            hasJobProspect: row.hasJobProspect,
            wishes: row.wishes,
            offers: row.offers
        )
    }
}

extension AssessmentFramework {
    /// Frameworks with their levels only, which is all that matching needs.
    fileprivate static func byVersion(_ levels: [ReferenceStore.Level]) -> [Int: AssessmentFramework] {
        struct Key: Hashable { let route: LearningRoute, year: Int }
        return Dictionary(grouping: levels, by: \.frameworkVersion).reduce(into: [:]) { found, version in
            let rows = Dictionary(grouping: version.value) { Key(route: $0.route, year: $0.studyYear) }
                .compactMap { key, rows -> FrameworkLevels? in
                    let ordered = rows.sorted { $0.area.index < $1.area.index }
                    guard ordered.count == CompetenceArea.count else { return nil }
                    return FrameworkLevels(
                        route: key.route,
                        studyYear: key.year,
                        defaults: ordered.map(\.defaultLevel),
                        targets: ordered.map(\.targetLevel)
                    )
                }
            found[version.key] = AssessmentFramework(version: version.key, indicators: [], levels: rows)
        }
    }
}
