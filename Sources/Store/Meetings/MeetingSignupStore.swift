public import Domain
public import Foundation
public import Postgres

/// Who comes to a meeting, and what was agreed there.
public enum MeetingSignupStore {
    /// How many come and how many wait; everyone may know.
    public struct Crowd: Sendable, Equatable {
        public let coming: Int
        public let waiting: Int

        public init(coming: Int = 0, waiting: Int = 0) {
            self.coming = coming
            self.waiting = waiting
        }
    }

    public static func crowds(
        _ meetings: [Meeting.ID],
        on connection: Connection
    ) async throws -> [Meeting.ID: Crowd] {
        let rows = try await connection.query(
            "select meeting_id, coming, waiting from meeting_crowd(\(meetings.map(\.rawValue)))"
        ) { row in
            (Meeting.ID(try row.next(UUID.self)), Crowd(coming: try row.next(), waiting: try row.next()))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// Signs up: the guard answers who comes and who waits.
    public static func signUp(
        _ member: NetworkMember.ID,
        for meeting: Meeting.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> SignupState {
        let made: SignupState? = try await connection.value(
            """
            insert into meeting_signups as s (meeting_id, member_id, state, signed_up_at)
            values (\(meeting), \(member), 'coming', \(now))
            on conflict (meeting_id, member_id) do update set state = 'coming', signed_up_at = \(now), reminded_at = null
                where s.state = 'cancelled'
            returning state
            """
        )
        if let made { return made }
        return try await state(of: member, for: meeting, on: connection) ?? .coming
    }

    public static func state(
        of member: NetworkMember.ID,
        for meeting: Meeting.ID,
        on connection: Connection
    ) async throws -> SignupState? {
        try await connection.value(
            "select state from meeting_signups where meeting_id = \(meeting) and member_id = \(member)"
        )
    }

    /// False when there was nothing to cancel.
    public static func cancel(
        _ member: NetworkMember.ID,
        for meeting: Meeting.ID,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update meeting_signups set state = 'cancelled'
            where meeting_id = \(meeting) and member_id = \(member) and state <> 'cancelled'
            """
        ) == 1
    }

    /// Gives a free seat to the one who waits longest; nil when there is none, nobody waits or the meeting has begun.
    public static func fillSeat(
        of meeting: Meeting.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> NetworkMember.ID? {
        try await connection.first("select next_meeting_signup(\(meeting), \(now))") { row in
            try row.nextOptional(NetworkMember.ID.self)
        } ?? nil
    }

    /// How many wait up to and including the acting member; nil for whoever does not wait.
    public static func ownWaitingPlace(in meeting: Meeting.ID, on connection: Connection) async throws -> Int? {
        try await connection.first("select own_waiting_place(\(meeting))") { row in
            try row.nextOptional(Int.self)
        } ?? nil
    }

    public struct Person: Sendable, RowDecodable {
        public let memberID: NetworkMember.ID
        public let staffMemberID: StaffMember.ID?
        public let name: String
        public let organisationName: String
        public let state: SignupState
        public let signedUpAt: Date

        public init(row: inout RowReader) throws {
            memberID = try row.next()
            staffMemberID = try row.nextOptional()
            name = try row.next()
            organisationName = try row.next()
            state = try row.next()
            signedUpAt = try row.next()
        }
    }

    /// Who comes and then who waits, in the order of signing up; the organiser and the fund see all, others themselves.
    public static func people(of meeting: Meeting.ID, on connection: Connection) async throws -> [Person] {
        try await connection.query(
            """
            select m.id, m.staff_member_id, m.name, m.organisation_name, s.state, s.signed_up_at
            from meeting_signups s join network_members m on m.id = s.member_id
            where s.meeting_id = \(meeting) and s.state <> 'cancelled'
            order by s.state, s.signed_up_at, m.id
            limit 500
            """
        )
    }

    /// Meetings to come for which this member signed up.
    public static func own(
        _ member: NetworkMember.ID,
        from today: CalendarDate,
        on connection: Connection
    ) async throws -> [(slug: String, title: String, heldOn: CalendarDate, meeting: MeetingState, state: SignupState)] {
        try await connection.query(
            """
            select g.slug, g.title, g.held_on, g.state, s.state from meeting_signups s join meetings g on g.id = s.meeting_id
            where s.member_id = \(member) and s.state <> 'cancelled' and g.held_on >= \(today)
            order by g.held_on, g.id limit 20
            """
        ) { row in (try row.next(), try row.next(), try row.next(), try row.next(), try row.next()) }
    }

    // MARK: Actions

    public struct Agreed: Sendable, RowDecodable {
        public let id: UUID
        public let sentence: String
        public let ownerID: NetworkMember.ID
        public let ownerName: String?
        public let dueOn: CalendarDate
        public let doneOn: CalendarDate?

        public init(row: inout RowReader) throws {
            id = try row.next()
            sentence = try row.next()
            ownerID = try row.next()
            ownerName = try row.nextOptional()
            dueOn = try row.next()
            doneOn = try row.nextOptional()
        }
    }

    /// What was agreed, for members; nothing for others.
    public static func actions(of meeting: Meeting.ID, on connection: Connection) async throws -> [Agreed] {
        try await connection.query(
            """
            select a.id, a.sentence, a.owner_id, m.name, a.due_on, a.done_on
            from meeting_actions a left join network_members m on m.id = a.owner_id
            where a.meeting_id = \(meeting) order by a.done_on is not null, a.due_on, a.id limit 100
            """
        )
    }

    /// What a member still has to do.
    public static func openActions(
        of member: NetworkMember.ID,
        on connection: Connection
    ) async throws -> [(sentence: String, dueOn: CalendarDate, slug: String, title: String)] {
        try await connection.query(
            """
            select a.sentence, a.due_on, g.slug, g.title from meeting_actions a join meetings g on g.id = a.meeting_id
            where a.owner_id = \(member) and a.done_on is null order by a.due_on, a.id limit 20
            """
        ) { row in (try row.next(), try row.next(), try row.next(), try row.next()) }
    }

    public static func insertAction(
        _ sentence: String,
        id: UUID,
        of meeting: Meeting.ID,
        owner: NetworkMember.ID,
        dueOn: CalendarDate,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into meeting_actions (id, meeting_id, sentence, owner_id, due_on)
            values (\(id), \(meeting), \(sentence), \(owner), \(dueOn))
            """
        )
    }

    /// False when it is not the acting member's to tick off, or done already.
    public static func finishAction(
        _ id: UUID,
        of meeting: Meeting.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update meeting_actions set done_on = \(today)
            where id = \(id) and meeting_id = \(meeting) and done_on is null
            """
        ) == 1
    }
}
