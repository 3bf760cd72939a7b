public import Domain
public import Foundation
public import Postgres

/// *Wie wacht op wie*: open cases of a team, referrals that came in, and files about to be erased unannounced, sorted by who has to act first.
public enum WorkListStore {
    /// The groups of the list, in the order in which they stand.
    public enum Group: String, Coded {
        case overdue = "te-laat"
        case today = "vandaag"
        case incoming = "binnengekomen"
        case ours = "aan-zet"
        case others = "wacht-op-ander"

        public var dutchName: String {
            switch self {
            case .overdue: "te laat"
            case .today: "vandaag"
            case .incoming: "binnengekomen"
            case .ours: "wij zijn aan zet"
            case .others: "wacht op een ander"
            }
        }

        /// 1…5, the first sort key.
        public var rank: Int {
            switch self {
            case .overdue: 1
            case .today: 2
            case .incoming: 3
            case .ours: 4
            case .others: 5
            }
        }
    }

    public struct Filter: Sendable {
        public var groups: [Group]
        /// Only what this staff member handles, stands in for, or nobody handles. What someone who is away handles moves to
        /// the stand-in; where that one is away too, or there is none, to everyone in the team.
        public var staff: StaffMember.ID?
        /// Only those where someone can be called now: the call list.
        public var isCallList: Bool

        public init(groups: [Group] = [], staff: StaffMember.ID? = nil, isCallList: Bool = false) {
            self.groups = groups
            self.staff = staff
            self.isCallList = isCallList
        }
    }

    /// A proposal that a case waits for: the one that is due first.
    public struct Asked: Sendable {
        public let reference: Reference
        public let practiceName: String
        public let contactName: String?
        public let contactPhone: String?
        public let bestTime: String?
        /// The practice asked to be called.
        public let callWantedAt: Date?
    }

    /// A case of the own team.
    public struct CaseRow: Sendable {
        public let reference: Reference
        public let candidateID: Candidate.ID
        public let candidateName: PersonName
        public let candidatePhone: String
        public let state: CaseState
        public let owner: CaseOwner
        public let stateSince: Date
        public let hasPriority: Bool
        public let coordinatorName: String?
        /// Whether the acting person is that coordinator.
        public let isCoordinatorActing: Bool
        /// The coordinator is away; the stand-in sees the row as own.
        public let isCoordinatorAway: Bool
        public let schoolName: String?
        public let asked: Asked?
        public let lastContactAt: Date?
        public let lastContactWith: String?
        public let wasReached: Bool
        /// A mail about this step was given up.
        public let didMailFail: Bool
        /// The candidate stood with another team too, and chose this case.
        public let wasJoined: Bool
        /// The candidate asked for a second assessor, and none came yet.
        public let wantsSecondAssessor: Bool
    }

    /// A referral: one that came in, or the open one of an own case.
    public struct ReferralPart: Sendable {
        public let reference: Reference
        public let regionName: String
        public let teamName: String?
        public let teamPhone: String?
    }

    /// One row: an own case, or a referral that came in (then without a case).
    public struct Row: Sendable, RowDecodable {
        public let id: UUID
        public let rank: Int
        public let dueOn: CalendarDate
        public let file: CaseRow?
        public let referral: ReferralPart?
        public let openedAt: Date?

        public init(row: inout RowReader) throws {
            id = try row.next()
            rank = try row.next()
            dueOn = try row.next()
            let reference: Reference? = try row.nextOptional()
            let candidateID: Candidate.ID? = try row.nextOptional()
            let (given, infix, family): (String?, String?, String?) = (
                try row.nextOptional(), try row.nextOptional(), try row.nextOptional()
            )
            let phone: String? = try row.nextOptional()
            let state: CaseState? = try row.nextOptional()
            let owner: CaseOwner? = try row.nextOptional()
            let stateSince: Date? = try row.nextOptional()
            let hasPriority: Bool? = try row.nextOptional()
            let coordinatorName: String? = try row.nextOptional()
            let isCoordinatorActing: Bool = try row.next()
            let isAway: Bool = try row.next()
            let schoolName: String? = try row.nextOptional()
            let proposal: Reference? = try row.nextOptional()
            let practiceName: String? = try row.nextOptional()
            let (contactName, contactPhone, bestTime): (String?, String?, String?) = (
                try row.nextOptional(), try row.nextOptional(), try row.nextOptional()
            )
            let callWantedAt: Date? = try row.nextOptional()
            let lastContactAt: Date? = try row.nextOptional()
            let lastContactWith: String? = try row.nextOptional()
            let wasReached: Bool? = try row.nextOptional()
            let referralReference: Reference? = try row.nextOptional()
            let regionName: String? = try row.nextOptional()
            let (teamName, teamPhone): (String?, String?) = (try row.nextOptional(), try row.nextOptional())
            openedAt = try row.nextOptional()
            let didMailFail: Bool = try row.next()
            let wasJoined: Bool = try row.next()
            let wantsSecondAssessor: Bool = try row.next()
            if let reference, let candidateID, let state, let owner, let stateSince {
                file = CaseRow(
                    reference: reference,
                    candidateID: candidateID,
                    candidateName: PersonName(givenName: given ?? "", prefix: infix ?? "", familyName: family ?? ""),
                    candidatePhone: phone ?? "",
                    state: state,
                    owner: owner,
                    stateSince: stateSince,
                    hasPriority: hasPriority ?? false,
                    coordinatorName: coordinatorName,
                    isCoordinatorActing: isCoordinatorActing,
                    isCoordinatorAway: isAway,
                    schoolName: schoolName,
                    asked: proposal.map {
                        Asked(
                            reference: $0,
                            practiceName: practiceName ?? "",
                            contactName: contactName,
                            contactPhone: contactPhone,
                            bestTime: bestTime,
                            callWantedAt: callWantedAt
                        )
                    },
                    lastContactAt: lastContactAt,
                    lastContactWith: lastContactWith,
                    wasReached: wasReached ?? false,
                    didMailFail: didMailFail,
                    wasJoined: wasJoined,
                    wantsSecondAssessor: wantsSecondAssessor
                )
            } else {
                file = nil
            }
            referral = referralReference.map {
                ReferralPart(
                    reference: $0,
                    regionName: regionName ?? "",
                    teamName: teamName,
                    teamPhone: teamPhone
                )
            }
        }
    }

    /// A page of the list.
    ///
    /// - Parameter after: rank, due date and id of the last row before.
    public static func list(
        _ filter: Filter,
        team: Team.ID,
        region: RegionCode,
        today: CalendarDate,
        after: (rank: Int, dueOn: CalendarDate, id: UUID)?,
        limit: Int,
        on connection: Connection
    ) async throws -> [Row] {
        var page: SQL =
            "select b.source, b.id, b.rank, b.due_on from (\(sql: base(filter, team, region, today))) b where true"
        if !filter.groups.isEmpty { page += " and b.rank = any(\(filter.groups.map(\.rank)))" }
        if let after { page += " and (b.rank, b.due_on, b.id) > (\(after.rank), \(after.dueOn), \(after.id))" }
        page += " order by b.rank, b.due_on, b.id limit \(limit)"
        return try await connection.query(
            """
            with page as (\(sql: page))
            select page.id, page.rank, page.due_on, f.reference, f.candidate_id, i.given_name, i.name_infix, i.family_name,
                i.phone, f.state, f.owner, f.state_since, f.has_priority, m.name,
                coalesce(f.coordinator_id = acting_staff(), false),
                coalesce(m.absent_until >= \(today), false), s.name, p.reference, p.practice, p.contact, p.phone, p.best_time,
                p.call_wanted_at, c.contacted_at, c.party, c.was_reached, r.reference, g.name, t.name, t.phone, r.opened_at,
                exists (select 1 from outbox o where o.case_id = f.id and o.failed_at >= f.state_since),
                exists (select 1 from case_events e where e.case_id = f.id and e.kind = 'joined'
                    and e.happened_at >= \(today - 14)::date),
                exists (select 1 from case_events e where e.case_id = f.id and e.kind = 'second_assessor_asked')
                    and (select count(*) from assessments a join assessors x on x.assessment_id = a.id
                        where a.candidate_id = f.candidate_id and x.kind = 'assessor') < 2
            from page
            left join case_files f on page.source = 'case' and f.id = page.id
            left join candidate_identities i on i.candidate_id = f.candidate_id
            left join staff_members m on m.id = f.coordinator_id
            left join schools s on s.id = f.school_id
            left join lateral (
                select q.reference, q.practice, k.name as contact, k.phone, k.best_time, q.call_wanted_at
                from (select o.reference, o.practice_id, o.call_wanted_at, a.name as practice from proposals o
                    join practices a on a.id = o.practice_id
                    where o.case_id = f.id and o.state = any(\(ProposalState.live))
                    order by o.state = 'agreed' desc, o.call_wanted_at is not null desc, o.due_on, o.id
                    limit 1) q
                left join lateral (select name, phone, best_time from practice_contacts
                    where practice_id = q.practice_id
                    order by array_position(array['contact', 'deciding_gp', 'supervisor'], function), name, id
                    limit 1) k on true) p on true
            left join lateral (
                select contacted_at, party, was_reached from case_contacts
                where case_id = f.id order by contacted_at desc, id limit 1) c on true
            left join referrals r on (page.source = 'referral' and r.id = page.id)
                or (page.source = 'case' and f.state = 'referring' and r.case_id = f.id and r.state = 'open')
            left join regions g on g.code = case when page.source = 'case' then r.receiving_region_code
                else r.sending_region_code end
            left join lateral (
                select name, phone from teams
                where case when page.source = 'case' then region_code = r.receiving_region_code
                    else id = r.sending_team_id end
                order by name, id limit 1) t on r.id is not null
            order by page.rank, page.due_on, page.id
            """
        )
    }

    /// How many rows each group has, and how many the call list.
    public static func counts(
        staff: StaffMember.ID?,
        team: Team.ID,
        region: RegionCode,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> (groups: [Group: Int], callList: Int) {
        let rows: [(Int, Int)] = try await connection.query(
            """
            select b.rank, count(*) from (\(sql: base(Filter(staff: staff), team, region, today))) b group by b.rank
            """
        ) { row in (try row.next(), try row.next()) }
        let byRank = Dictionary(rows, uniquingKeysWith: +)
        let calls: Int? = try await connection.value(
            "select count(*) from (\(sql: base(Filter(staff: staff, isCallList: true), team, region, today))) b"
        )
        return (
            Dictionary(Group.allCases.map { ($0, byRank[$0.rank] ?? 0) }, uniquingKeysWith: +), calls ?? 0
        )
    }

    /// A practice that asked to be called is called today.
    private static let callWanted: SQL = """
        exists (select 1 from proposals w
            where w.case_id = f.id and w.call_wanted_at is not null and w.state = 'open')
        """

    /// Whose file will be erased while the mail that says so did not arrive: somebody has to find another way to tell.
    private static func unwarned(_ team: Team.ID) -> SQL {
        """
         union all
        select 'case', f.id, 2, w.erase_on from retention_warnings w
        join lateral (select c.id from case_files c where c.candidate_id = w.candidate_id and c.team_id = w.team_id
                and c.closed_at is not null
            order by c.closed_at desc, c.id limit 1) f on true
        where w.team_id = \(team) and w.failed_at is not null and w.told_at is null
        """
    }

    /// Source, id, rank and due date of every row, before paging.
    private static func base(
        _ filter: Filter,
        _ team: Team.ID,
        _ region: RegionCode,
        _ today: CalendarDate
    ) -> SQL {
        var sql: SQL = """
            select 'case' as source, f.id, case when f.due_on < \(today) then 1
                when f.due_on = \(today) or \(sql: callWanted) then 2
                when f.owner = 'team' and f.state <> 'referring' then 4 else 5 end as rank, f.due_on
            from case_files f
            where f.team_id = \(team) and f.closed_at is null
            """
        if let staff = filter.staff {
            sql += """
                 and (f.coordinator_id = \(staff) or f.stand_in_id = \(staff) or f.coordinator_id is null
                    or exists (select 1 from staff_members a
                        left join staff_members b on b.id = coalesce(f.stand_in_id, a.stand_in_id)
                        where a.id = f.coordinator_id and (a.absent_until >= \(today) or a.disabled_at is not null)
                            and (b.id is null or b.id = \(staff) or b.absent_until >= \(today)
                                or b.disabled_at is not null)))
                """
        }
        if filter.isCallList {
            sql += """
                 and (f.due_on <= \(today) or \(sql: callWanted)) and (f.state = 'referring'
                    or (f.owner = 'candidate' and exists (select 1 from candidate_identities k
                        where k.candidate_id = f.candidate_id and k.phone <> ''))
                    or (f.owner = 'practice' and exists (select 1 from proposals p
                        join practice_contacts k on k.practice_id = p.practice_id
                        where p.case_id = f.id and p.state = any(\(ProposalState.live)) and k.phone <> '')))
                """
            return sql + unwarned(team)
        }
        return sql + unwarned(team) + """
             union all
            select 'referral', r.id, 3, r.due_on from referrals r
            where r.receiving_region_code = \(region) and r.state = 'open'
            """
    }
}
