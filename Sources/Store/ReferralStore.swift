public import Domain
public import Foundation
public import Postgres

/// What a recorded new fact is about, for which a region may be asked again.
public enum NewFactKind: String, Coded, SQLCode {
    case newPlace = "new_place"
    case widerLimit = "wider_limit"
    case otherRoute = "other_route"

    public var dutchName: String {
        switch self {
        case .newPlace: "er is een nieuwe plek in deze regio"
        case .widerLimit: "de kandidaat heeft meer ruimte gegeven"
        case .otherRoute: "de kandidaat volgt een andere leerweg"
        }
    }
}

/// A referral as either side sees it. What the acting team may not see is nil: the name for the receiver, the case for
/// whoever handed it over.
public struct ReferralRow: Sendable, RowDecodable {
    public let id: Referral.ID
    public let reference: Reference
    public let caseID: CaseFile.ID
    public let candidateID: Candidate.ID
    public let sendingTeamID: Team.ID
    public let sendingTeamName: String
    public let sendingTeamPhone: String
    public let sendingTeamMail: String
    public let sendingRegionCode: RegionCode
    public let sendingRegionName: String
    public let receivingRegionCode: RegionCode
    public let receivingRegionName: String
    public let receivingTeamID: Team.ID?
    public let receivingTeamName: String?
    public let receivingTeamPhone: String?
    public let hop: Int
    public let assessmentID: Assessment.ID?
    public let motivation: String
    public let state: ReferralState
    public let openedAt: Date
    public let dueOn: CalendarDate
    public let answeredAt: Date?
    public let declineReason: ReferralDeclineReason?
    public let answerNote: String
    public let alternativeReference: Reference?
    public let alternativeName: String?
    public let version: Int
    /// The case, where the acting team sees it.
    public let caseReference: Reference?
    public let caseTeamID: Team.ID?
    public let caseState: CaseState?
    /// The name, for the team that has the case.
    public let candidateName: PersonName?
    public let route: LearningRoute?
    public let kind: PlacementKind?
    /// Place with the first position.
    public let firstPlaceName: String
    public let firstPlaceFit: Int

    static let select: SQL = """
        select r.id, r.reference, r.case_id, r.candidate_id, r.sending_team_id, st.name, st.phone, st.mail,
            r.sending_region_code, sg.name, r.receiving_region_code, rg.name, r.receiving_team_id, rt.name, rt.phone, r.hop,
            r.assessment_id, r.motivation, r.state, r.opened_at, r.due_on, r.answered_at, r.decline_reason, r.answer_note,
            at.reference, ap.name, r.version, f.reference, f.team_id, f.state, i.given_name, i.name_infix, i.family_name,
            f.route, f.kind, coalesce(fp.name || ', ' || fp.town, ''), coalesce(x.fit, 0)
        from referrals r
        join teams st on st.id = r.sending_team_id
        join regions sg on sg.code = r.sending_region_code
        join regions rg on rg.code = r.receiving_region_code
        left join teams rt on rt.id = r.receiving_team_id
        left join training_places at on at.id = r.alternative_place_id
        left join practices ap on ap.id = at.practice_id
        left join case_files f on f.id = r.case_id
        left join candidate_identities i on i.candidate_id = r.candidate_id
        left join referral_places x on x.referral_id = r.id and x.position = 1
        left join training_places ft on ft.id = x.training_place_id
        left join practices fp on fp.id = ft.practice_id
        """

    public init(row: inout RowReader) throws {
        id = try row.next()
        reference = try row.next()
        caseID = try row.next()
        candidateID = try row.next()
        sendingTeamID = try row.next()
        sendingTeamName = try row.next()
        sendingTeamPhone = try row.next()
        sendingTeamMail = try row.next()
        sendingRegionCode = try row.next()
        sendingRegionName = try row.next()
        receivingRegionCode = try row.next()
        receivingRegionName = try row.next()
        receivingTeamID = try row.nextOptional()
        receivingTeamName = try row.nextOptional()
        receivingTeamPhone = try row.nextOptional()
        hop = try row.next()
        assessmentID = try row.nextOptional()
        motivation = try row.next()
        state = try row.next()
        openedAt = try row.next()
        dueOn = try row.next()
        answeredAt = try row.nextOptional()
        declineReason = try row.nextOptional()
        answerNote = try row.next()
        alternativeReference = try row.nextOptional()
        alternativeName = try row.nextOptional()
        version = try row.next()
        caseReference = try row.nextOptional()
        caseTeamID = try row.nextOptional()
        caseState = try row.nextOptional()
        let (given, infix, family): (String?, String?, String?) = (
            try row.nextOptional(), try row.nextOptional(), try row.nextOptional()
        )
        candidateName = family.map { PersonName(givenName: given ?? "", prefix: infix ?? "", familyName: $0) }
        route = try row.nextOptional()
        kind = try row.nextOptional()
        firstPlaceName = try row.next()
        firstPlaceFit = try row.next()
    }
}

/// All SQL of referrals, the places they carry and the chain they make.
public enum ReferralStore {
    /// What is written when a case is referred; the first place comes first.
    public struct Insertion: Sendable {
        public struct Place: Sendable {
            public let id: TrainingPlace.ID
            /// 0…1000.
            public let fit: Int
            public let distanceInHectometres: Int
            public let startsOn: CalendarDate
            public let endsOn: CalendarDate

            public init(
                id: TrainingPlace.ID,
                fit: Int,
                distanceInHectometres: Int,
                startsOn: CalendarDate,
                endsOn: CalendarDate
            ) {
                self.id = id
                self.fit = fit
                self.distanceInHectometres = distanceInHectometres
                self.startsOn = startsOn
                self.endsOn = endsOn
            }
        }

        public let id: Referral.ID
        public let reference: Reference
        public let receivingRegionCode: RegionCode
        public let consentID: Consent.ID
        public let newFactID: UUID?
        public let motivation: String
        public let choiceReason: String
        public let dueOn: CalendarDate
        public let places: [Place]

        public init(
            id: Referral.ID,
            reference: Reference,
            receivingRegionCode: RegionCode,
            consentID: Consent.ID,
            newFactID: UUID?,
            motivation: String,
            choiceReason: String,
            dueOn: CalendarDate,
            places: [Place]
        ) {
            self.id = id
            self.reference = reference
            self.receivingRegionCode = receivingRegionCode
            self.consentID = consentID
            self.newFactID = newFactID
            self.motivation = motivation
            self.choiceReason = choiceReason
            self.dueOn = dueOn
            self.places = places
        }
    }

    /// A place that a referral carries, as both sides see it.
    public struct PlaceRow: Sendable, RowDecodable {
        public let id: TrainingPlace.ID
        public let reference: Reference
        public let position: Int
        public let practiceName: String
        public let town: String
        public let state: TrainingPlaceState
        /// 0…1000.
        public let fit: Int
        public let distanceInHectometres: Int
        public let startsOn: CalendarDate
        public let endsOn: CalendarDate
        public let isHeld: Bool

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            position = try row.next()
            practiceName = try row.next()
            town = try row.next()
            state = try row.next()
            fit = try row.next()
            distanceInHectometres = try row.next()
            startsOn = try row.next()
            endsOn = try row.next()
            isHeld = try row.next()
        }
    }

    /// One hop of a chain; no names, no text.
    public struct Hop: Sendable, RowDecodable {
        public let sendingRegionCode: RegionCode
        public let receivingRegionCode: RegionCode
        public let state: ReferralState
        public let openedAt: Date
        public let answeredAt: Date?
        public let declineReason: ReferralDeclineReason?

        public init(row: inout RowReader) throws {
            sendingRegionCode = try row.next()
            receivingRegionCode = try row.next()
            state = try row.next()
            openedAt = try row.next()
            answeredAt = try row.nextOptional()
            declineReason = try row.nextOptional()
        }
    }

    /// What the receiver sees of the candidate: no identity.
    public struct Card: Sendable, RowDecodable {
        public let kind: PlacementKind
        public let route: LearningRoute
        public let studyYear: Int
        public let roleName: String
        public let background: CandidateBackground
        public let schoolName: String?
        public let programme: String
        public let schoolWeekdays: WeekdaySet
        public let municipalityName: String
        public let travelMeans: TravelMeans
        public let travelLimitInKilometres: Int
        public let wishedStartOn: CalendarDate
        public let earliestStartOn: CalendarDate
        public let latestStartOn: CalendarDate
        public let weeksNeeded: Int
        public let weeksWanted: Int
        public let weekdays: WeekdaySet
        public let weekdaysLeast: Int
        public let hoursLeast: Int
        public let hoursMost: Int
        public let hasPriority: Bool

        public init(row: inout RowReader) throws {
            kind = try row.next()
            route = try row.next()
            studyYear = try row.next()
            roleName = try row.next()
            background = try row.next()
            schoolName = try row.nextOptional()
            programme = try row.next()
            schoolWeekdays = try row.next()
            municipalityName = try row.next()
            travelMeans = try row.next()
            travelLimitInKilometres = try row.next()
            wishedStartOn = try row.next()
            earliestStartOn = try row.next()
            latestStartOn = try row.next()
            weeksNeeded = try row.next()
            weeksWanted = try row.next()
            weekdays = try row.next()
            weekdaysLeast = try row.next()
            hoursLeast = try row.next()
            hoursMost = try row.next()
            hasPriority = try row.next()
        }
    }

    /// One area of the card's profile, in tenths; the level is the default where nobody scored.
    public struct Level: Sendable, RowDecodable {
        public let area: CompetenceArea
        public let level: Int
        public let isAssessed: Bool
        public let target: Int

        public init(row: inout RowReader) throws {
            area = try row.next()
            level = try row.next()
            isAssessed = try row.next()
            target = try row.next()
        }
    }

    /// A referral that the sender took back, seen by the region it was meant for.
    public struct TakenBack: Sendable, RowDecodable {
        public let reference: Reference
        public let sendingRegionName: String
        public let openedAt: Date
        public let answeredAt: Date

        public init(row: inout RowReader) throws {
            reference = try row.next()
            sendingRegionName = try row.next()
            openedAt = try row.next()
            answeredAt = try row.next()
        }
    }

    /// Which side of a referral one looks from.
    public enum Side: String, Sendable, CaseIterable {
        case received = "ontvangen"
        case sent = "verstuurd"
    }

    /// Referrals of one side in a region or team, seek-paged: open first by due date, then the newest.
    public struct Filter: Sendable {
        public var side: Side
        public var states: [ReferralState]
        /// Due before this day and still open.
        public var overdueOn: CalendarDate?

        public init(side: Side, states: [ReferralState] = [], overdueOn: CalendarDate? = nil) {
            self.side = side
            self.states = states
            self.overdueOn = overdueOn
        }
    }

    public static func find(_ reference: Reference, on connection: Connection) async throws -> ReferralRow? {
        try await connection.first("\(sql: ReferralRow.select) where r.reference = \(reference)")
    }

    /// The list of one side.
    ///
    /// - Parameter after: sort keys of the last row before: rank, day and id.
    public static func list(
        _ filter: Filter,
        team: Team.ID,
        region: RegionCode,
        after: (rank: Int, day: CalendarDate, id: Referral.ID)?,
        limit: Int,
        on connection: Connection
    ) async throws -> [ReferralRow] {
        var sql = ReferralRow.select + " where " + condition(filter, team: team, region: region)
        // Open ones by due date ascending; the rest newest first, which is a smaller number of days before 2200.
        if let after {
            sql += " and (\(sql: rank), \(sql: day), r.id) > (\(after.rank), \(after.day), \(after.id))"
        }
        sql += " order by \(sql: rank), \(sql: day), r.id limit \(limit)"
        return try await connection.query(sql)
    }

    /// How many there are per state.
    public static func counts(
        _ side: Side,
        team: Team.ID,
        region: RegionCode,
        on connection: Connection
    ) async throws -> [ReferralState: Int] {
        let rows: [(ReferralState, Int)] = try await connection.query(
            "select r.state, count(*) from referrals r where "
                + condition(Filter(side: side), team: team, region: region) + " group by r.state"
        ) { row in (try row.next(), try row.next()) }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// The keys by which ``list(_:team:region:after:limit:on:)`` sorts a row.
    public static func sortKeys(of row: ReferralRow, openedOn: CalendarDate) -> (
        rank: Int, day: CalendarDate, id: Referral.ID
    ) {
        row.state == .open
            ? (0, row.dueOn, row.id) : (1, CalendarDate(daysSince1970: Self.farDay - openedOn.daysSince1970), row.id)
    }

    private static let farDay: Int32 = 60_000
    private static let rank: SQL = "case when r.state = 'open' then 0 else 1 end"
    private static let day: SQL = """
        case when r.state = 'open' then r.due_on
            else date '1970-01-01' + (60000 - ((r.opened_at at time zone 'Europe/Amsterdam')::date - date '1970-01-01')) end
        """

    private static func condition(_ filter: Filter, team: Team.ID, region: RegionCode) -> SQL {
        var sql: SQL =
            switch filter.side {
            case .received: "r.receiving_region_code = \(region) and r.state <> 'withdrawn'"
            case .sent: "r.sending_team_id = \(team)"
            }
        if !filter.states.isEmpty { sql += " and r.state = any(\(filter.states.map(\.rawValue)))" }
        if let day = filter.overdueOn { sql += " and r.state = 'open' and r.due_on < \(day)" }
        return sql
    }

    public static func places(of id: Referral.ID, on connection: Connection) async throws -> [PlaceRow] {
        try await connection.query(
            """
            select t.id, t.reference, x.position, p.name, p.town, t.state, x.fit, x.distance_hm, x.starts_on, x.ends_on,
                exists (select 1 from seat_occupations o where o.referral_id = x.referral_id
                    and o.training_place_id = t.id and o.state = 'held')
            from referral_places x
            join training_places t on t.id = x.training_place_id
            join practices p on p.id = t.practice_id
            where x.referral_id = \(id)
            order by x.position
            """
        )
    }

    /// The hops up to and with this referral, for its two sides.
    public static func chain(of id: Referral.ID, on connection: Connection) async throws -> [Hop] {
        try await connection.query(
            """
            select sending_region_code, receiving_region_code, state, opened_at, answered_at, decline_reason
            from referral_chain(\(id)) order by hop
            """
        )
    }

    /// The hops of a case of the own team, first to last.
    public static func hops(of caseID: CaseFile.ID, on connection: Connection) async throws -> [ReferralRow] {
        try await connection.query("\(sql: ReferralRow.select) where r.case_id = \(caseID) order by r.hop limit 10")
    }

    /// The open referral of a case of the own team, with the consent it rests on.
    public static func open(
        of caseID: CaseFile.ID,
        on connection: Connection
    ) async throws -> (reference: Reference, consentID: Consent.ID)? {
        try await connection.first(
            "select reference, consent_id from referrals where case_id = \(caseID) and state = 'open'"
        ) { row in (try row.next(), try row.next()) }
    }

    public static func card(of caseID: CaseFile.ID, on connection: Connection) async throws -> Card? {
        try await connection.first(
            """
            select f.kind, f.route, f.study_year, c.name, k.background, s.name, f.programme, f.school_weekdays, m.name,
                k.travel_means, k.travel_limit_km, f.wished_start_on, f.earliest_start_on, f.latest_start_on, f.weeks_needed,
                f.weeks_wanted, f.weekdays, f.weekdays_least, f.hours_least, f.hours_most, f.has_priority
            from case_files f
            join candidates k on k.id = f.candidate_id
            join care_roles c on c.code = f.role_code
            join municipalities m on m.code = k.municipality_code
            left join schools s on s.id = f.school_id
            where f.id = \(caseID)
            """
        )
    }

    /// The seven areas of a case with levels of an assessment; defaults where nobody scored.
    public static func levels(
        of caseID: CaseFile.ID,
        assessment: Assessment.ID?,
        on connection: Connection
    ) async throws -> [Level] {
        try await connection.query(
            """
            select a.code, coalesce(v.level, l.default_level), v.level is not null, l.target_level
            from case_files f
            join frameworks w on w.version = coalesce(
                (select framework_version from assessments where id = \(assessment)), (select max(version) from frameworks))
            join competence_areas a on a.framework_version = w.version
            join lateral (
                select x.default_level, x.target_level from framework_levels x
                where x.framework_version = w.version and x.route = f.route and x.area_code = a.code
                order by (x.study_year <= f.study_year) desc, case when x.study_year <= f.study_year then -x.study_year
                    else x.study_year end
                limit 1) as l on true
            left join assessment_levels v on v.assessment_id = \(assessment) and v.area_code = a.code
            where f.id = \(caseID)
            order by a.position
            """
        )
    }

    /// The newest assessment of a candidate that is still valid.
    public static func validAssessment(
        of candidate: Candidate.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Assessment.ID? {
        try await connection.value(
            """
            select id from assessments where candidate_id = \(candidate) and valid_until_on >= \(today)
            order by updated_at desc, id limit 1
            """
        )
    }

    public static func takenBack(since moment: Date, on connection: Connection) async throws -> [TakenBack] {
        try await connection.query(
            """
            select t.reference, g.name, t.opened_at, t.answered_at
            from referrals_taken_back(\(moment)) t join regions g on g.code = t.sending_region_code
            order by t.answered_at desc, t.reference
            """
        )
    }

    /// Teams of a region with their phones: whom to call about a referral.
    public static func teams(
        in region: RegionCode,
        on connection: Connection
    ) async throws -> [(name: String, phone: String)] {
        try await connection.query(
            "select name, phone from teams where region_code = \(region) order by name, id limit 10"
        ) { row in (try row.next(), try row.next()) }
    }

    /// A fact for which a region may be asked again.
    public static func insertFact(
        _ id: UUID,
        kind: NewFactKind,
        place: TrainingPlace.ID?,
        of file: CaseFileStore.Row,
        by staff: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into case_facts (id, case_id, team_id, kind, training_place_id, recorded_by, recorded_at)
            values (\(id), \(file.id), \(file.teamID), \(kind), \(place), \(staff), \(now))
            """
        )
    }

    /// The newest fact of a case that no referral has used.
    public static func unusedFact(of caseID: CaseFile.ID, on connection: Connection) async throws -> UUID? {
        try await connection.value(
            """
            select c.id from case_facts c
            where c.case_id = \(caseID) and not exists (select 1 from referrals r where r.new_fact_id = c.id)
            order by c.recorded_at desc, c.id
            limit 1
            """
        )
    }

    /// Writes the referral with its places; ``SeatStore`` holds the first one's seat in the same transaction.
    /// - Throws: `referrals_at_most_four_hops`, `referrals_new_fact`, `referrals_consent`, `referral_places_region`.
    public static func insert(
        _ referral: Insertion,
        of file: CaseFileStore.Row,
        assessment: Assessment.ID?,
        now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into referrals (id, reference, case_id, candidate_id, team_id, sending_team_id, sending_region_code,
                receiving_region_code, consent_id, assessment_id, hop, new_fact_id, motivation, choice_reason, state,
                opened_at, due_on, answer_note, version)
            values (\(referral.id), \(referral.reference), \(file.id), \(file.candidateID), \(file.teamID), \(file.teamID),
                \(file.regionCode), \(referral.receivingRegionCode), \(referral.consentID), \(assessment), 1,
                \(referral.newFactID), \(referral.motivation), \(referral.choiceReason), 'open', \(now), \(referral.dueOn), '', 1)
            """
        )
        let places = referral.places
        _ = try await connection.execute(
            """
            insert into referral_places (referral_id, training_place_id, position, fit, distance_hm, starts_on, ends_on)
            select \(referral.id), x.place, x.position, x.fit, x.distance, x.starts_on, x.ends_on
            from unnest(\(places.map(\.id)), \(places.map(\.fit)), \(places.map(\.distanceInHectometres)),
                \(places.map(\.startsOn)), \(places.map(\.endsOn)))
                with ordinality as x (place, fit, distance, starts_on, ends_on, position)
            """
        )
    }

    /// Takes the whole file over: the database moves every row of the case to the acting team.
    public static func accept(
        _ id: Referral.ID,
        version: Int,
        team: Team.ID,
        staff: StaffMember.ID,
        note: String,
        now: Date,
        dueOn: CalendarDate,
        on connection: Connection
    ) async throws -> Bool {
        let isAccepted =
            try await connection.execute(
                """
                update referrals
                set state = 'accepted', receiving_team_id = \(team), answered_at = \(now), answered_by = \(staff),
                    answer_note = \(note), version = version + 1
                where id = \(id) and version = \(version) and state = 'open'
                """
            ) == 1
        guard isAccepted else { return false }
        _ = try await connection.execute("select hand_over(\(id), \(staff), \(now), \(dueOn))")
        return true
    }

    /// Gives the case back to its sender with a reason.
    public static func decline(
        _ id: Referral.ID,
        version: Int,
        staff: StaffMember.ID,
        reason: ReferralDeclineReason,
        note: String,
        alternative: TrainingPlace.ID?,
        event: UUID,
        now: Date,
        senderDueOn: CalendarDate,
        on connection: Connection
    ) async throws -> Bool {
        let isDeclined =
            try await connection.execute(
                """
                update referrals
                set state = 'declined', answered_at = \(now), answered_by = \(staff), decline_reason = \(reason),
                    answer_note = \(note), alternative_place_id = \(alternative), version = version + 1
                where id = \(id) and version = \(version) and state = 'open'
                """
            ) == 1
        guard isDeclined else { return false }
        _ = try await connection.execute("select return_case(\(id), \(event), \(now), \(senderDueOn))")
        return true
    }
}
