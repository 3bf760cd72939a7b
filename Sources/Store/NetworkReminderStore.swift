public import Domain
public import Foundation
public import Postgres

/// What the worker tells members of the learning network. All of it acts as ``Acting/worker``; each answers whom to tell, and
/// notes in the same statement that it was told.
public enum NetworkReminderStore {
    /// Who comes to a meeting within these days and was not reminded yet.
    public static func remindMeetings(
        from today: CalendarDate,
        to last: CalendarDate,
        at now: Date,
        on connection: Connection
    ) async throws -> [(staffMember: StaffMember.ID, meeting: Meeting.ID)] {
        try await connection.query(
            """
            update meeting_signups s set reminded_at = \(now)
            from meetings g, network_members m
            where g.id = s.meeting_id and m.id = s.member_id and s.state = 'coming' and s.reminded_at is null
                and g.state = 'planned' and g.held_on > \(today) and g.held_on <= \(last)
                and m.left_at is null and m.staff_member_id is not null
            returning m.staff_member_id, g.id
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// Per member who wants mail the questions since the last mail about what the member knows; nobody gets two such mails
    /// within a day.
    public static func tellQuestions(
        since oldest: Date,
        lastToldBefore pause: Date,
        at now: Date,
        on connection: Connection
    ) async throws -> [(staffMember: StaffMember.ID, questions: [String])] {
        let rows = try await connection.query(
            """
            select m.id, m.staff_member_id, array_agg(distinct q.id::text)
            from network_members m
            join questions q on \(sql: QuestionStore.isKnown)
            where m.wants_mail and m.left_at is null and m.staff_member_id is not null
                and (m.questions_told_at is null or m.questions_told_at <= \(pause))
                and q.closed_at is null and q.member_id is distinct from m.id
                and q.asked_at > greatest(\(oldest), coalesce(m.questions_told_at, m.joined_at)) and q.asked_at <= \(now)
            group by m.id, m.staff_member_id
            order by m.id limit 500
            """
        ) { row in
            (
                member: try row.next(NetworkMember.ID.self), staffMember: try row.next(StaffMember.ID.self),
                questions: try row.next([String].self)
            )
        }
        _ = try await connection.execute(
            """
            update network_members set questions_told_at = \(now) where id = any(\(rows.map { $0.member.rawValue }))
            """
        )
        return rows.map { ($0.staffMember, $0.questions) }
    }

    /// Published practices that their contact, or the author when the contact left, has not confirmed since that day and was not
    /// asked about yet.
    public static func askConfirmations(
        confirmedBefore day: CalendarDate,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> [(staffMember: StaffMember.ID, practice: GoodPractice.ID)] {
        try await connection.query(
            """
            update good_practices g set confirmation_asked_on = \(today)
            from network_members m
            where m.id = coalesce((select c.id from network_members c where c.id = g.contact_id and c.left_at is null),
                    g.author_id)
                and m.left_at is null and m.staff_member_id is not null
                and g.state = 'published' and coalesce(g.confirmed_on, g.created_at::date) < \(day)
                and (g.confirmation_asked_on is null or g.confirmation_asked_on < \(day))
            returning m.staff_member_id, g.id
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// Copies made before that day of which nobody said what came of it, and nobody was asked.
    public static func askOutcomes(
        copiedBefore day: CalendarDate,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> [(staffMember: StaffMember.ID, copy: UUID)] {
        try await connection.query(
            """
            update copies k set outcome_asked_on = \(today)
            from network_members m
            where m.id = k.member_id and m.left_at is null and m.staff_member_id is not null
                and k.copied_on < \(day) and k.outcome_kind is null and k.outcome_asked_on is null
            returning m.staff_member_id, k.id
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
