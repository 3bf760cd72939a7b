public import Domain
public import Foundation
public import Postgres

/// A proposal with everything the coordinator sees beside it. Identity only for the own team.
public struct ProposalRow: Sendable, RowDecodable {
    public let id: Proposal.ID
    public let reference: Reference
    public let state: ProposalState
    public let isOwnPlace: Bool
    public let openedAt: Date
    public let dueOn: CalendarDate
    public let startsOn: CalendarDate
    /// The first day after the placement.
    public let endsOn: CalendarDate
    /// 0…1000; nil for an own place.
    public let fit: Int?
    public let distanceInHectometres: Int?
    public let rankPosition: Int?
    public let choiceReason: String
    public let answeredAt: Date?
    public let interviewOn: CalendarDate?
    public let declineReason: PracticeDeclineReason?
    public let answerNote: String
    public let notBeforeOn: CalendarDate?
    public let practiceYesAt: Date?
    public let candidateYesAt: Date?
    public let schoolYesAt: Date?
    /// The candidate agreed that the practice knows who it is.
    public let introductionYesAt: Date?
    /// The practice asked to be called.
    public let callWantedAt: Date?
    public let version: Int
    public let caseID: CaseFile.ID
    public let caseReference: Reference
    public let caseState: CaseState
    public let candidateID: Candidate.ID
    public let candidateName: PersonName
    public let candidatePhone: String
    public let kind: PlacementKind
    public let route: LearningRoute
    public let schoolName: String?
    public let placeID: TrainingPlace.ID
    public let placeReference: Reference
    public let practiceID: Practice.ID
    public let practiceReference: Reference
    public let practiceName: String
    public let town: String
    public let weekdays: WeekdaySet
    public let hoursPerWeek: Int
    public let employer: EmployerOfRecord
    public let supervisorName: String?
    public let recognition: RecognitionState?
    public let recognisedUntilOn: CalendarDate?

    static let select: SQL = """
        select p.id, p.reference, p.state, p.is_own_place, p.opened_at, p.due_on, p.starts_on, p.ends_on, p.fit,
            p.distance_hm, p.rank_position, p.choice_reason, p.answered_at, p.interview_on, p.decline_reason, p.answer_note,
            p.not_before_on, p.practice_yes_at, p.candidate_yes_at, p.school_yes_at,
            p.introduction_yes_at, p.call_wanted_at, p.version,
            f.id, f.reference, f.state, f.candidate_id, i.given_name, i.name_infix, i.family_name, i.phone, f.kind, f.route,
            s.name, t.id, t.reference, r.id, r.reference, r.name, r.town, part.weekdays, part.hours_per_week, part.employer,
            v.name, n.state, n.valid_until
        from proposals p
        join case_files f on f.id = p.case_id and f.team_id = p.team_id
        join candidate_identities i on i.candidate_id = f.candidate_id
        join training_places t on t.id = p.training_place_id
        join practices r on r.id = p.practice_id
        join lateral (
            select weekdays, hours_per_week, employer, supervisor_id from placement_parts
            where proposal_id = p.id order by starts_on, id limit 1) as part on true
        left join supervisors v on v.id = part.supervisor_id
        left join schools s on s.id = f.school_id
        left join practice_recognitions n on n.practice_id = p.practice_id and n.crebo = t.crebo
        """

    public init(row: inout RowReader) throws {
        id = try row.next()
        reference = try row.next()
        state = try row.next()
        isOwnPlace = try row.next()
        openedAt = try row.next()
        dueOn = try row.next()
        startsOn = try row.next()
        endsOn = try row.next()
        fit = try row.nextOptional()
        distanceInHectometres = try row.nextOptional()
        rankPosition = try row.nextOptional()
        choiceReason = try row.next()
        answeredAt = try row.nextOptional()
        interviewOn = try row.nextOptional()
        declineReason = try row.nextOptional()
        answerNote = try row.next()
        notBeforeOn = try row.nextOptional()
        practiceYesAt = try row.nextOptional()
        candidateYesAt = try row.nextOptional()
        schoolYesAt = try row.nextOptional()
        introductionYesAt = try row.nextOptional()
        callWantedAt = try row.nextOptional()
        version = try row.next()
        caseID = try row.next()
        caseReference = try row.next()
        caseState = try row.next()
        candidateID = try row.next()
        let (given, infix): (String, String) = (try row.next(), try row.next())
        candidateName = PersonName(givenName: given, prefix: infix, familyName: try row.next())
        candidatePhone = try row.next()
        kind = try row.next()
        route = try row.next()
        schoolName = try row.nextOptional()
        placeID = try row.next()
        placeReference = try row.next()
        practiceID = try row.next()
        practiceReference = try row.next()
        practiceName = try row.next()
        town = try row.next()
        weekdays = try row.next()
        hoursPerWeek = try row.next()
        employer = try row.next()
        supervisorName = try row.nextOptional()
        recognition = try row.nextOptional()
        recognisedUntilOn = try row.nextOptional()
    }

    /// The practice said yes or nothing yet; its seats are held or taken.
    public var isLive: Bool { ProposalState.live.contains(state) }

    /// The school's say counts.
    public var needsSchool: Bool { schoolName != nil && !kind.isShort }
}

/// Whom to call at a practice. Visible in the practice's own region only.
public struct PracticeContactRow: Sendable, RowDecodable {
    public let function: String
    public let name: String
    public let phone: String
    public let mail: String
    public let bestTime: String

    public init(row: inout RowReader) throws {
        function = try row.next()
        name = try row.next()
        phone = try row.next()
        mail = try row.next()
        bestTime = try row.next()
    }
}

/// What a place is called and where, with the fields a proposal copies into its part.
public struct PlaceHeadRow: Sendable, RowDecodable {
    public let id: TrainingPlace.ID
    public let reference: Reference
    public let practiceID: Practice.ID
    public let practiceName: String
    public let town: String
    public let regionCode: RegionCode
    public let regionName: String
    public let state: TrainingPlaceState
    public let kind: PlacementKind
    public let weekdays: WeekdaySet
    public let hoursPerWeek: Int
    public let weeksOffered: Int
    public let earliestStartOn: CalendarDate
    public let latestStartOn: CalendarDate
    public let employer: EmployerOfRecord
    public let contactRule: String

    static let select: SQL = """
        select t.id, t.reference, t.practice_id, p.name, p.town, t.region_code, g.name, t.state, t.kind, t.weekdays,
            t.hours_per_week, t.weeks_offered, t.earliest_start_on, t.latest_start_on, t.employer, t.contact_rule
        from training_places t
        join practices p on p.id = t.practice_id
        join regions g on g.code = t.region_code
        """

    public init(row: inout RowReader) throws {
        id = try row.next()
        reference = try row.next()
        practiceID = try row.next()
        practiceName = try row.next()
        town = try row.next()
        regionCode = try row.next()
        regionName = try row.next()
        state = try row.next()
        kind = try row.next()
        weekdays = try row.next()
        hoursPerWeek = try row.next()
        weeksOffered = try row.next()
        earliestStartOn = try row.next()
        latestStartOn = try row.next()
        employer = try row.next()
        contactRule = try row.next()
    }
}
