public import Domain
public import Foundation
public import Postgres

/// Training places: one row with what belongs to it. Lists stand in ``TrainingPlaceListStore``.
public enum TrainingPlaceStore {
    /// One place with its practice, as far as it is public.
    public struct Row: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let practiceID: Practice.ID
        public let practiceReference: Reference
        public let practiceName: String
        public let town: String
        public let regionCode: RegionCode
        public let regionName: String
        public let regionSlug: String
        public let municipalityName: String
        public let kind: PlacementKind
        public let role: String
        public let roleName: String
        public let crebo: String?
        public let routes: RouteSet
        public let studyYears: StudyYearSet
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksLeast: Int
        public let weeksOffered: Int
        public let weekdays: WeekdaySet
        public let hoursPerWeek: Int
        public let teamSize: Int?
        public let employer: EmployerOfRecord
        public let reservedForSchoolID: School.ID?
        public let reservedForSchoolName: String?
        public let reservedUntilOn: CalendarDate?
        public let canFinish: Bool
        public let hasJobProspect: Bool
        public let wishes: UInt32
        public let offers: UInt32
        public let preconditions: String
        public let contactRule: String
        public let notBeforeOn: CalendarDate?
        public let monthsBetweenLearners: Int?
        public let state: TrainingPlaceState
        public let isFictional: Bool
        public let updatedAt: Date
        public let version: Int

        static let columns: SQL = """
            t.id, t.reference, t.practice_id, p.reference, p.name, p.town, t.region_code, r.name, r.slug, m.name, t.kind,
            t.role_code, c.name, t.crebo, t.routes, t.study_years, t.earliest_start_on, t.latest_start_on, t.weeks_least,
            t.weeks_offered, t.weekdays, t.hours_per_week, t.team_size, t.employer, t.reserved_for_school_id, s.name,
            t.reserved_until_on, t.can_finish, t.has_job_prospect, t.wishes, t.offers, t.preconditions, t.contact_rule,
            t.not_before_on, t.months_between_learners, t.state, t.is_fictional, t.updated_at, t.version
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            practiceID = try row.next()
            practiceReference = try row.next()
            practiceName = try row.next()
            town = try row.next()
            regionCode = try row.next()
            regionName = try row.next()
            regionSlug = try row.next()
            municipalityName = try row.next()
            kind = try row.next()
            role = try row.next()
            roleName = try row.next()
            crebo = try row.nextOptional()
            routes = try row.next()
            studyYears = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksLeast = try row.next()
            weeksOffered = try row.next()
            weekdays = try row.next()
            hoursPerWeek = try row.next()
            teamSize = try row.nextOptional()
            employer = try row.next()
            reservedForSchoolID = try row.nextOptional()
            reservedForSchoolName = try row.nextOptional()
            reservedUntilOn = try row.nextOptional()
            canFinish = try row.next()
            hasJobProspect = try row.next()
            wishes = UInt32(truncatingIfNeeded: try row.next(Int.self))
            offers = UInt32(truncatingIfNeeded: try row.next(Int.self))
            preconditions = try row.next()
            contactRule = try row.next()
            notBeforeOn = try row.nextOptional()
            monthsBetweenLearners = try row.nextOptional()
            state = try row.next()
            isFictional = try row.next()
            updatedAt = try row.next()
            version = try row.next()
        }
    }

    public static func find(_ reference: Reference, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select \(sql: Row.columns)
            from training_places t
            join practices p on p.id = t.practice_id
            join regions r on r.code = t.region_code
            join municipalities m on m.code = t.municipality_code
            join care_roles c on c.code = t.role_code
            left join schools s on s.id = t.reserved_for_school_id
            where t.reference = \(reference)
            """
        )
    }

    /// Schools a place accepts; empty means every school.
    public static func schools(of place: TrainingPlace.ID, on connection: Connection) async throws -> [School.ID] {
        try await connection.values(
            "select school_id from training_place_schools where training_place_id = \(place) order by school_id"
        )
    }

    /// How often each activity can be practised, in the order of the activities; what is missing cannot.
    public static func activities(
        of place: TrainingPlace.ID,
        on connection: Connection
    ) async throws -> [(code: String, frequency: Frequency)] {
        try await connection.query(
            """
            select a.code, f.frequency from training_place_activities f join activities a on a.code = f.activity_code
            where f.training_place_id = \(place) order by a.position
            """
        ) { (try $0.next(), Frequency(rawValue: try $0.next()) ?? .never) }
    }

    public static func supervisors(of place: TrainingPlace.ID, on connection: Connection) async throws -> [Supervisor
        .ID]
    {
        try await connection.values(
            "select supervisor_id from training_place_supervisors where training_place_id = \(place) order by supervisor_id"
        )
    }

    public static func insert(
        _ id: TrainingPlace.ID,
        reference: Reference,
        _ draft: TrainingPlaceDraft,
        at practice: PracticeStore.Row,
        team: Team.ID?,
        copiedFrom: TrainingPlace.ID?,
        at now: Date,
        on connection: Connection
    ) async throws {
        let location = practice.location
        _ = try await connection.execute(
            """
            insert into training_places (id, reference, practice_id, team_id, region_code, municipality_code, x, y, z, kind,
                role_code, crebo, routes, study_years, earliest_start_on, latest_start_on, weeks_least, weeks_offered,
                weekdays, hours_per_week, team_size, employer, reserved_for_school_id, reserved_until_on, can_finish,
                has_job_prospect, wishes, offers, preconditions, contact_rule, not_before_on, months_between_learners,
                state, copied_from_id, is_fictional, created_at, updated_at, version)
            values (\(id), \(reference), \(practice.id), \(team), \(practice.regionCode), \(practice.municipalityCode),
                \(location.x), \(location.y), \(location.z), \(draft.kind), \(draft.role), \(draft.crebo), \(draft.routes),
                \(draft.studyYears), \(draft.earliestStartOn), \(draft.latestStartOn), \(draft.weeksLeast),
                \(draft.weeksOffered), \(draft.weekdays), \(draft.hoursPerWeek), \(draft.teamSize), \(draft.employer),
                \(draft.reservedForSchoolID), \(draft.reservedUntilOn), \(draft.canFinish), \(draft.hasJobProspect),
                \(Int(draft.wishes)), \(Int(draft.offers)), \(draft.preconditions), \(draft.contactRule),
                \(draft.notBeforeOn), \(draft.monthsBetweenLearners), \(draft.state), \(copiedFrom), \(draft.isFictional),
                \(now), \(now), 1)
            """
        )
    }

    /// Writes what may change when `version` is still the one that was read; kind, qualification, practice and location
    /// never change, since placements rest on them.
    /// - Returns: false when someone else changed it meanwhile.
    public static func update(
        _ id: TrainingPlace.ID,
        _ draft: TrainingPlaceDraft,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update training_places
            set routes = \(draft.routes), study_years = \(draft.studyYears), earliest_start_on = \(draft.earliestStartOn),
                latest_start_on = \(draft.latestStartOn), weeks_least = \(draft.weeksLeast),
                weeks_offered = \(draft.weeksOffered), weekdays = \(draft.weekdays), hours_per_week = \(draft.hoursPerWeek),
                team_size = \(draft.teamSize), employer = \(draft.employer),
                reserved_for_school_id = \(draft.reservedForSchoolID), reserved_until_on = \(draft.reservedUntilOn),
                can_finish = \(draft.canFinish), has_job_prospect = \(draft.hasJobProspect), wishes = \(Int(draft.wishes)),
                offers = \(Int(draft.offers)), preconditions = \(draft.preconditions), contact_rule = \(draft.contactRule),
                not_before_on = \(draft.notBeforeOn), months_between_learners = \(draft.monthsBetweenLearners),
                updated_at = \(now), version = version + 1
            where id = \(id) and version = \(version)
            """
        ) == 1
    }

    /// - Returns: false when the state or version is no longer the one that was read.
    public static func changeState(
        _ id: TrainingPlace.ID,
        from old: TrainingPlaceState,
        to state: TrainingPlaceState,
        version: Int,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update training_places set state = \(state), updated_at = \(now), version = version + 1
            where id = \(id) and state = \(old) and version = \(version)
            """
        ) == 1
    }

    /// Replaces schools, activities and supervisors by those of the draft. Supervisors of another practice are left out.
    public static func replaceDetails(
        of place: TrainingPlace.ID,
        with draft: TrainingPlaceDraft,
        practice: Practice.ID,
        on connection: Connection
    ) async throws {
        let activities = draft.activities.filter { $0.value != .never }.sorted { $0.key < $1.key }
        _ = try await connection.execute("delete from training_place_schools where training_place_id = \(place)")
        _ = try await connection.execute("delete from training_place_activities where training_place_id = \(place)")
        _ = try await connection.execute("delete from training_place_supervisors where training_place_id = \(place)")
        _ = try await connection.execute(
            """
            insert into training_place_schools (training_place_id, school_id)
            select \(place), s from unnest(\(draft.schoolIDs.sorted().map(\.rawValue))) as s
            """
        )
        _ = try await connection.execute(
            """
            insert into training_place_activities (training_place_id, activity_code, frequency)
            select \(place), a.code, a.frequency
            from unnest(\(activities.map(\.key)), \(activities.map(\.value.rawValue))) as a (code, frequency)
            """
        )
        _ = try await connection.execute(
            """
            insert into training_place_supervisors (training_place_id, supervisor_id)
            select \(place), id from supervisors
            where practice_id = \(practice) and id = any(\(draft.supervisorIDs.sorted().map(\.rawValue)))
            """
        )
    }
}

extension TrainingPlaceStore.Row {
    /// The offer without its seats, schools, activities and supervisors.
    public var draft: TrainingPlaceDraft {
        TrainingPlaceDraft(
            kind: kind,
            role: role,
            crebo: crebo,
            routes: routes,
            studyYears: studyYears,
            earliestStartOn: earliestStartOn,
            latestStartOn: latestStartOn,
            weeksLeast: weeksLeast,
            weeksOffered: weeksOffered,
            weekdays: weekdays,
            hoursPerWeek: hoursPerWeek,
            teamSize: teamSize,
            employer: employer,
            reservedForSchoolID: reservedForSchoolID,
            reservedUntilOn: reservedUntilOn,
            canFinish: canFinish,
            hasJobProspect: hasJobProspect,
            wishes: wishes,
            offers: offers,
            preconditions: preconditions,
            contactRule: contactRule,
            notBeforeOn: notBeforeOn,
            monthsBetweenLearners: monthsBetweenLearners,
            state: state,
            isFictional: isFictional
        )
    }
}

extension TrainingPlaceStore {
    /// The complete offer, to edit or copy it.
    public static func draft(of place: Row, on connection: Connection) async throws -> TrainingPlaceDraft {
        var draft = place.draft
        draft.seats = max(1, try await SeatStore.seats(of: place.id, on: connection).count)
        draft.schoolIDs = Set(try await schools(of: place.id, on: connection))
        draft.supervisorIDs = Set(try await supervisors(of: place.id, on: connection))
        draft.activities = Dictionary(
            try await activities(of: place.id, on: connection).map { ($0.code, $0.frequency) }
        ) { first, _ in first }
        return draft
    }
}
