public import Domain
public import Foundation
public import Postgres

/// What happened to a case: contacts, the log, the stall clock, stops, proposals and the chain of regions, to read; and the
/// rows that only ever get added.
public enum CaseHistoryStore {
    public struct Contact: Sendable, RowDecodable {
        public let contactedAt: Date
        public let party: ContactParty
        public let channel: ContactChannel
        public let wasReached: Bool
        public let note: String
        public let staffName: String?

        public init(row: inout RowReader) throws {
            contactedAt = try row.next()
            party = try row.next()
            channel = try row.next()
            wasReached = try row.next()
            note = try row.next()
            staffName = try row.nextOptional()
        }
    }

    /// The latest contacts, the newest first.
    public static func contacts(of id: CaseFile.ID, limit: Int = 50, on connection: Connection) async throws
        -> [Contact]
    {
        try await connection.query(
            """
            select k.contacted_at, k.party, k.channel, k.was_reached, k.note, m.name
            from case_contacts k
            left join staff_members m on m.id = k.staff_member_id
            where k.case_id = \(id)
            order by k.contacted_at desc, k.id desc
            limit \(limit)
            """
        )
    }

    public static func insertContact(
        _ id: UUID,
        of caseID: CaseFile.ID,
        team: Team.ID,
        by staffMember: StaffMember.ID?,
        at now: Date,
        party: ContactParty,
        channel: ContactChannel,
        wasReached: Bool,
        note: String,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into case_contacts (id, case_id, team_id, staff_member_id, contacted_at, party, channel, was_reached, note)
            values (\(id), \(caseID), \(team), \(staffMember), \(now), \(party), \(channel), \(wasReached), \(note))
            """
        )
    }

    /// Tries in a row that did not reach the candidate, since the last one that did.
    public struct Tries: Sendable, RowDecodable {
        public let count: Int
        public let firstAt: Date?
        public let lastAt: Date?

        public init(row: inout RowReader) throws {
            count = try row.next()
            firstAt = try row.nextOptional()
            lastAt = try row.nextOptional()
        }
    }

    public static func tries(of id: CaseFile.ID, on connection: Connection) async throws -> Tries? {
        try await connection.first(
            """
            select count(*), min(contacted_at), max(contacted_at)
            from case_contacts
            where case_id = \(id) and party = 'candidate' and not was_reached
                and contacted_at > coalesce((select max(r.contacted_at) from case_contacts r
                    where r.case_id = \(id) and r.party = 'candidate' and r.was_reached), '-infinity')
            """
        )
    }

    public struct Event: Sendable, RowDecodable {
        public let happenedAt: Date
        public let kind: CaseEventKind
        public let facts: [String: String]
        public let staffName: String?
        public let teamName: String?

        public init(row: inout RowReader) throws {
            happenedAt = try row.next()
            kind = try row.next()
            facts = try row.next(JSONText.self).decode([String: String].self)
            staffName = try row.nextOptional()
            teamName = try row.nextOptional()
        }
    }

    /// The latest events, the newest first.
    public static func events(of id: CaseFile.ID, limit: Int = 100, on connection: Connection) async throws -> [Event] {
        try await connection.query(
            """
            select e.happened_at, e.kind, e.facts, m.name, t.name
            from case_events e
            left join staff_members m on m.id = e.staff_member_id
            left join teams t on t.id = e.acting_team_id
            where e.case_id = \(id)
            order by e.sequence desc
            limit \(limit)
            """
        )
    }

    /// Who had the case, from when, until when.
    public struct Span: Sendable, RowDecodable {
        public let state: CaseState
        public let owner: CaseOwner
        public let dueOn: CalendarDate?
        public let fromAt: Date
        /// Nil while it lasts.
        public let untilAt: Date?

        public init(row: inout RowReader) throws {
            state = try row.next()
            owner = try row.next()
            dueOn = try row.nextOptional()
            fromAt = try row.next()
            untilAt = try row.nextOptional()
        }
    }

    public static func spans(of id: CaseFile.ID, on connection: Connection) async throws -> [Span] {
        try await connection.query(
            "select state, owner, due_on, from_at, until_at from case_spans where case_id = \(id) order by from_at, id"
        )
    }

    public static func insertStop(
        _ id: UUID,
        of caseID: CaseFile.ID,
        team: Team.ID,
        on date: CalendarDate,
        by party: StopParty,
        reason: String,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into case_stops (id, case_id, team_id, stopped_on, stopped_by, reason_code)
            values (\(id), \(caseID), \(team), \(date), \(party), \(reason))
            """
        )
    }

    /// A proposal of a case in one line.
    public struct ProposalLine: Sendable, RowDecodable {
        public let reference: Reference
        public let state: ProposalState
        public let practiceName: String
        public let town: String
        public let openedAt: Date
        public let dueOn: CalendarDate
        public let startsOn: CalendarDate
        /// 0…1000; nil for an own place.
        public let fit: Int?

        public init(row: inout RowReader) throws {
            reference = try row.next()
            state = try row.next()
            practiceName = try row.next()
            town = try row.next()
            openedAt = try row.next()
            dueOn = try row.next()
            startsOn = try row.next()
            fit = try row.nextOptional()
        }
    }

    /// Proposals of a case, the newest first.
    public static func proposals(of id: CaseFile.ID, on connection: Connection) async throws -> [ProposalLine] {
        try await connection.query(
            """
            select p.reference, p.state, r.name, r.town, p.opened_at, p.due_on, p.starts_on, p.fit
            from proposals p
            join practices r on r.id = p.practice_id
            where p.case_id = \(id)
            order by p.opened_at desc, p.id desc
            limit 50
            """
        )
    }

    /// One stop of the chain of regions.
    public struct Hop: Sendable, RowDecodable {
        public let reference: Reference
        public let receivingRegion: RegionCode
        public let state: ReferralState
        public let openedAt: Date
        public let answeredAt: Date?
        public let dueOn: CalendarDate

        public init(row: inout RowReader) throws {
            reference = try row.next()
            receivingRegion = try row.next()
            state = try row.next()
            openedAt = try row.next()
            answeredAt = try row.nextOptional()
            dueOn = try row.next()
        }
    }

    public static func hops(of id: CaseFile.ID, on connection: Connection) async throws -> [Hop] {
        try await connection.query(
            """
            select reference, receiving_region_code, state, opened_at, answered_at, due_on
            from referrals
            where case_id = \(id)
            order by hop
            """
        )
    }

    /// The practice that has to act in a proposal or placement that is under way.
    public struct PracticeContact: Sendable, RowDecodable {
        public let name: String
        public let reference: Reference
        public let phone: String?

        public init(row: inout RowReader) throws {
            name = try row.next()
            reference = try row.next()
            phone = try row.nextOptional()
        }
    }

    /// The practice of the most advanced live proposal; its phone shows in the own region only.
    public static func practice(of id: CaseFile.ID, on connection: Connection) async throws -> PracticeContact? {
        try await connection.first(
            """
            select r.name, r.reference,
                (select k.phone from practice_contacts k where k.practice_id = r.id and k.phone <> ''
                    order by k.function = 'contact' desc, k.id limit 1)
            from proposals p
            join practices r on r.id = p.practice_id
            where p.case_id = \(id) and p.state = any(\(ProposalState.live))
            order by p.state = 'agreed' desc, p.state = 'interview' desc, p.opened_at
            limit 1
            """
        )
    }
}
