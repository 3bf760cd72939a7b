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

    /// Copies made before that day, or of which it was too early to say before that day, and that are asked about for the first
    /// time; and once more those that were asked about before the other day and stayed without an answer. Nobody is asked about
    /// what is gone.
    public static func askOutcomes(
        copiedBefore day: CalendarDate,
        lastAskedBefore repeatDay: CalendarDate,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> [(staffMember: StaffMember.ID, copy: UUID)] {
        try await connection.query(
            """
            update copies k set outcome_asked_on = \(today), outcome_asks = outcome_asks + 1
            from network_members m
            where m.id = k.member_id and m.left_at is null and m.staff_member_id is not null
                and coalesce(k.outcome_kind, 'too_early') = 'too_early' and coalesce(k.outcome_on, k.copied_on) < \(day)
                and (k.outcome_asks = 0 or (k.outcome_asks = 1 and k.outcome_asked_on < \(repeatDay)))
                and (exists (select 1 from good_practices g where g.id = k.good_practice_id and g.state = 'published')
                    or exists (select 1 from projects p where p.id = k.project_id and p.publication = 'published'))
            returning m.staff_member_id, k.id
            """
        ) { row in (try row.next(), try row.next()) }
    }
}
