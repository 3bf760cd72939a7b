public import Domain
public import Foundation
public import Postgres

/// How long what is kept, who agreed to longer, and the end of it.
public enum RetentionStore {
    /// A dated rule, as the privacy page shows it.
    public struct Rule: Hashable, Sendable, RowDecodable {
        public let key: String
        public let value: Int
        public let isInMonths: Bool
        /// What is kept.
        public let subject: String
        /// From when the period counts.
        public let countedFrom: String

        public init(row: inout RowReader) throws {
            key = try row.next()
            value = try row.next()
            isInMonths = try row.next(String.self) == "months"
            subject = try row.next()
            countedFrom = try row.next()
        }

        /// `28 dagen`, `1 jaar`, `6 maanden`.
        public var period: String {
            if isInMonths, value % 12 == 0 { return "\(value / 12) jaar" }
            if isInMonths { return value == 1 ? "1 maand" : "\(value) maanden" }
            return value == 1 ? "1 dag" : "\(value) dagen"
        }
    }

    /// The rules that hold on a day, one per key.
    public static func rules(on date: CalendarDate, connection: Connection) async throws -> [Rule] {
        try await connection.query(
            """
            select distinct on (key) key, value, unit, subject, counted_from
            from retention_rules
            where valid_from <= \(date)
            order by key, valid_from desc
            """
        )
    }

    /// The newest text with which someone agrees to a year.
    public static func currentText(
        on today: CalendarDate,
        connection: Connection
    ) async throws -> (version: Int, text: String)? {
        try await connection.first(
            "select version, text from retention_texts where valid_from <= \(today) order by version desc limit 1"
        ) { row in (try row.next(), try row.next()) }
    }

    /// An agreement to keep the file for a year.
    public struct Consent: Sendable, RowDecodable {
        public let id: RetentionConsent.ID
        public let textVersion: Int
        public let channel: ConsentChannel
        public let recordedBy: String?
        public let givenAt: Date
        public let withdrawnAt: Date?

        public init(row: inout RowReader) throws {
            id = try row.next()
            textVersion = try row.next()
            channel = try row.next()
            recordedBy = try row.nextOptional()
            givenAt = try row.next()
            withdrawnAt = try row.nextOptional()
        }
    }

    /// The one that holds first, then the newest; at most 20.
    public static func consents(of candidate: Candidate.ID, on connection: Connection) async throws -> [Consent] {
        try await connection.query(
            """
            select c.id, c.text_version, c.channel, m.name, c.given_at, c.withdrawn_at
            from retention_consents c
            left join staff_members m on m.id = c.recorded_by
            where c.candidate_id = \(candidate)
            order by c.withdrawn_at is not null, c.given_at desc, c.id
            limit 20
            """
        )
    }

    /// Writes the agreement, unless one holds already.
    /// - Returns: false when nobody who acts here has this candidate.
    public static func agree(
        _ id: RetentionConsent.ID,
        of candidate: Candidate.ID,
        textVersion: Int,
        channel: ConsentChannel,
        by staffMember: StaffMember.ID?,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        guard
            let team = try await connection.value(
                "select team_id from candidates where id = \(candidate)",
                as: Team.ID.self
            )
        else { return false }
        _ = try await connection.execute(
            """
            insert into retention_consents (id, candidate_id, team_id, text_version, channel, recorded_by, given_at)
            values (\(id), \(candidate), \(team), \(textVersion), \(channel), \(staffMember), \(now))
            on conflict (candidate_id) where withdrawn_at is null do nothing
            """
        )
        return true
    }

    /// Takes the agreement back. False when none holds.
    public static func withdraw(
        of candidate: Candidate.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update retention_consents set withdrawn_at = greatest(\(now), given_at)
            where candidate_id = \(candidate) and withdrawn_at is null
            """
        ) == 1
    }

    /// The day on which this file has served its purpose; nil while a case is open, and for whoever may not see the file.
    public static func day(
        of candidate: Candidate.ID,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> CalendarDate? {
        try await connection.first("select retention_day(\(candidate), \(today))") { row in
            try row.nextOptional(CalendarDate.self)
        } ?? nil
    }

    /// Erases a candidate's whole file.
    /// - Returns: false when there is none, or it may not be erased by the person who acts.
    public static func erase(
        _ candidate: Candidate.ID,
        _ reason: EraseReason,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.value("select erase_candidate(\(candidate), \(reason), \(now))", as: Bool.self) ?? false
    }

    /// Why a file is erased.
    public enum EraseReason: String, Sendable, SQLCode {
        case byCandidate = "by_candidate"
        case byTeam = "by_team"
        case retention
    }

    /// Warns who is about to be erased, and stops warnings that no longer hold.
    public static func warn(at now: Date, on connection: Connection) async throws -> Int {
        try await connection.value("select warn_before_erasing(\(now))", as: Int.self) ?? 0
    }

    /// Erases the next file whose day has come; false when there is none.
    public static func eraseNextDue(at now: Date, on connection: Connection) async throws -> Bool {
        try await connection.value("select erase_next_due(\(now))", as: Bool.self) ?? false
    }

    /// Removes what has served its purpose beside the files: how many rows per rule.
    public static func purge(at now: Date, on connection: Connection) async throws -> [String: Int] {
        let rows: [(String, Int)] = try await connection.query("select key, removed from purge_expired(\(now))") {
            row in
            (try row.next(), try row.next())
        }
        return Dictionary(rows, uniquingKeysWith: +)
    }
}
