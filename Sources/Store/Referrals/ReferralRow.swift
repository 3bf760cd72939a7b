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
    /// The case, for the team that has it.
    public let caseReference: Reference?
    public let caseTeamID: Team.ID?
    public let caseState: CaseState?
    /// The name, for the team that has the case.
    public let candidateName: PersonName?
    /// Of the card, for the receiver.
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
            coalesce(f.route, k.route), coalesce(f.kind, k.kind), coalesce(fp.name || ', ' || fp.town, ''), coalesce(x.fit, 0)
        from referrals r
        join teams st on st.id = r.sending_team_id
        join regions sg on sg.code = r.sending_region_code
        join regions rg on rg.code = r.receiving_region_code
        left join teams rt on rt.id = r.receiving_team_id
        left join training_places at on at.id = r.alternative_place_id
        left join practices ap on ap.id = at.practice_id
        left join case_files f on f.id = r.case_id
        left join candidate_identities i on i.candidate_id = r.candidate_id
        left join lateral (select route, kind from referral_cards where referral_id = r.id) k on f.id is null
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
