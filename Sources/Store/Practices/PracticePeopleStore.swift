public import Domain
public import Foundation
public import Postgres

/// Who works at a practice, what SBB says of it, and the calls with it.
public enum PracticePeopleStore {
    /// Whom to call. Row-level security shows contacts in the acting region only.
    public struct Contact: Sendable, RowDecodable {
        public let id: UUID
        public let function: PracticeFunction
        public let name: String
        public let mail: String
        public let phone: String
        public let bestTime: String

        public init(row: inout RowReader) throws {
            id = try row.next()
            function = try row.next()
            name = try row.next()
            mail = try row.next()
            phone = try row.next()
            bestTime = try row.next()
        }
    }

    public static func contacts(of practice: Practice.ID, on connection: Connection) async throws -> [Contact] {
        try await connection.query(
            """
            select id, function, name, mail, phone, best_time from practice_contacts
            where practice_id = \(practice)
            order by function <> 'contact', function, name, id limit 50
            """
        )
    }

    public static func insert(
        _ contacts: [(id: UUID, draft: PracticeContactDraft)],
        of practice: Practice.ID,
        region: RegionCode,
        on connection: Connection
    ) async throws {
        for contact in contacts {
            _ = try await connection.execute(
                """
                insert into practice_contacts (id, practice_id, region_code, function, name, mail, phone, best_time)
                values (\(contact.id), \(practice), \(region), \(contact.draft.function), \(contact.draft.name),
                    \(contact.draft.mail?.rawValue ?? ""), \(contact.draft.phone?.rawValue ?? ""),
                    \(contact.draft.bestTime))
                """
            )
        }
    }

    public static func deleteContacts(
        of practice: Practice.ID,
        functions: [PracticeFunction],
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            "delete from practice_contacts where practice_id = \(practice) and function = any(\(functions.map(\.rawValue)))"
        )
    }

    /// A recognition as it stands in the database; `validUntil` may lie in the past.
    public struct Recognition: Sendable, RowDecodable {
        public let crebo: String
        public let state: RecognitionState
        public let validUntil: CalendarDate?
        public let checkedOn: CalendarDate

        public init(row: inout RowReader) throws {
            crebo = try row.next()
            state = try row.next()
            validUntil = try row.nextOptional()
            checkedOn = try row.next()
        }

        /// What it comes to on a day: a recognition whose last day has passed is lapsed.
        public func state(on day: CalendarDate) -> RecognitionState {
            if state == .recognised, let validUntil, validUntil < day { return .lapsed }
            return state
        }
    }

    public static func recognitions(of practice: Practice.ID, on connection: Connection) async throws -> [Recognition] {
        try await connection.query(
            """
            select crebo, state, valid_until, checked_on from practice_recognitions
            where practice_id = \(practice) order by crebo
            """
        )
    }

    /// Writes what was checked last; an earlier answer for the same qualification is replaced.
    public static func save(
        _ recognition: RecognitionDraft,
        of practice: Practice.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into practice_recognitions (practice_id, crebo, state, valid_until, checked_on)
            values (\(practice), \(recognition.crebo), \(recognition.state), \(recognition.validUntil),
                \(recognition.checkedOn))
            on conflict (practice_id, crebo) do update
            set state = excluded.state, valid_until = excluded.valid_until, checked_on = excluded.checked_on
            """
        )
    }

    /// Someone who guides learners.
    public struct SupervisorRow: Sendable, RowDecodable {
        public let id: Supervisor.ID
        public let name: String
        public let monthsOfExperience: Int
        public let isTrained: Bool
        public let weekdays: WeekdaySet

        public init(row: inout RowReader) throws {
            id = try row.next()
            name = try row.next()
            monthsOfExperience = try row.next()
            isTrained = try row.next()
            weekdays = try row.next()
        }
    }

    public static func supervisors(of practice: Practice.ID, on connection: Connection) async throws -> [SupervisorRow]
    {
        try await connection.query(
            """
            select id, name, months_of_experience, is_trained, weekdays from supervisors
            where practice_id = \(practice) order by name collate "nl-x-icu", id limit 100
            """
        )
    }

    public static func insert(
        _ id: Supervisor.ID,
        _ draft: SupervisorDraft,
        of practice: Practice.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into supervisors (id, practice_id, name, months_of_experience, is_trained, weekdays)
            values (\(id), \(practice), \(draft.name), \(draft.monthsOfExperience), \(draft.isTrained), \(draft.weekdays))
            """
        )
    }

    /// - Returns: false when this practice has no such supervisor.
    public static func update(
        _ id: Supervisor.ID,
        _ draft: SupervisorDraft,
        of practice: Practice.ID,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update supervisors
            set name = \(draft.name), months_of_experience = \(draft.monthsOfExperience), is_trained = \(draft.isTrained),
                weekdays = \(draft.weekdays)
            where id = \(id) and practice_id = \(practice)
            """
        ) == 1
    }

    /// One call, newest first. Only the acting team's own.
    public struct Call: Sendable, RowDecodable {
        public let calledAt: Date
        public let staffName: String?
        public let wasReached: Bool
        public let note: String

        public init(row: inout RowReader) throws {
            calledAt = try row.next()
            staffName = try row.nextOptional()
            wasReached = try row.next()
            note = try row.next()
        }
    }

    public static func calls(of practice: Practice.ID, on connection: Connection) async throws -> [Call] {
        try await connection.query(
            """
            select c.called_at, s.name, c.was_reached, c.note
            from practice_calls c left join staff_members s on s.id = c.staff_member_id
            where c.practice_id = \(practice) order by c.called_at desc, c.id desc limit 50
            """
        )
    }

    public static func insertCall(
        _ id: UUID,
        to practice: Practice.ID,
        by team: Team.ID,
        staffMember: StaffMember.ID,
        wasReached: Bool,
        note: String,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into practice_calls (id, practice_id, team_id, staff_member_id, called_at, was_reached, note)
            values (\(id), \(practice), \(team), \(staffMember), \(now), \(wasReached), \(note))
            """
        )
    }
}
