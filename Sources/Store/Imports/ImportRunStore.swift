public import Domain
public import Foundation
public import Postgres

/// Imports that were confirmed, what their rows became, and which column of a team's files holds what.
public enum ImportRunStore {
    /// An import of the acting team.
    public struct Row: Sendable, RowDecodable {
        public let id: UUID
        public let kind: String
        public let savedAt: Date
        public let saved: Int
        public let newPractices: Int
        /// Places that could not open yet, for lack of recognition.
        public let drafts: Int
        public let faulty: Int
        /// Left out because they were there already.
        public let skipped: Int
        public let undoneAt: Date?
        /// Rows that are there still: after an import was taken back, those with which something was done.
        public let remaining: Int

        public init(row: inout RowReader) throws {
            id = try row.next()
            kind = try row.next()
            savedAt = try row.next()
            saved = try row.next()
            newPractices = try row.next()
            drafts = try row.next()
            faulty = try row.next()
            skipped = try row.next()
            undoneAt = try row.nextOptional()
            remaining = try row.next()
        }
    }

    /// How many rows came in, and how many did not.
    public struct Counts: Hashable, Sendable {
        public var saved = 0
        public var newPractices = 0
        public var drafts = 0
        public var faulty = 0
        public var skipped = 0

        public init(saved: Int, newPractices: Int, drafts: Int, faulty: Int, skipped: Int) {
            self.saved = saved
            self.newPractices = newPractices
            self.drafts = drafts
            self.faulty = faulty
            self.skipped = skipped
        }
    }

    /// What one row became. The practice only where the row brought it too.
    public struct Saved: Hashable, Sendable {
        public enum Subject: Hashable, Sendable {
            case candidate(CaseFile.ID)
            case place(TrainingPlace.ID, newPractice: Practice.ID?)
        }

        public let line: Int
        public let subject: Subject

        public init(line: Int, subject: Subject) {
            self.line = line
            self.subject = subject
        }
    }

    public static func insert(
        _ id: UUID,
        kind: String,
        _ counts: Counts,
        rows: [Saved],
        acting: Acting,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into import_runs (id, team_id, staff_member_id, kind, saved_at, saved, new_practices, drafts, faulty, skipped)
            values (\(id), \(acting.teamID), \(acting.staffMemberID), \(kind), \(now), \(counts.saved),
                \(counts.newPractices), \(counts.drafts), \(counts.faulty), \(counts.skipped))
            """
        )
        var (cases, places, practices): ([String], [String], [String]) = ([], [], [])
        for row in rows {
            switch row.subject {
            case .candidate(let id):
                cases.append("\(id)")
                places.append("")
                practices.append("")
            case .place(let id, let practice):
                cases.append("")
                places.append("\(id)")
                practices.append(practice.map { "\($0)" } ?? "")
            }
        }
        _ = try await connection.execute(
            """
            insert into import_run_rows (import_run_id, line, team_id, case_id, training_place_id, practice_id)
            select \(id), r.line, \(acting.teamID), nullif(r.case_id, '')::uuid, nullif(r.place_id, '')::uuid,
                nullif(r.practice_id, '')::uuid
            from unnest(\(rows.map(\.line))::integer[], \(cases)::text[], \(places)::text[], \(practices)::text[])
                as r (line, case_id, place_id, practice_id)
            """
        )
    }

    public static func find(_ id: UUID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select r.id, r.kind, r.saved_at, r.saved, r.new_practices, r.drafts, r.faulty, r.skipped, r.undone_at,
                (select count(*) from import_run_rows k where k.import_run_id = r.id)
            from import_runs r
            where r.id = \(id)
            """
        )
    }

    /// Takes back what nobody touched; the rest stays.
    ///
    /// - Returns: how many rows went.
    /// - Throws: a refusal `import_runs_undo` when it is another team's, or was taken back already.
    public static func undo(_ id: UUID, at now: Date, on connection: Connection) async throws -> Int {
        try await connection.value("select undo_import(\(id), \(now))") ?? 0
    }

    // MARK: Columns of a team's files

    /// The columns as the team named them the last time it had a file with these headings.
    public static func mapping(of headings: [String], kind: String, on connection: Connection) async throws -> JSONText?
    {
        try await connection.first(
            """
            select mapping from import_mappings
            where kind = \(kind) and headings_sha256 = sha256(convert_to(\(key(headings)), 'UTF8'))
            """
        ) { try $0.next(JSONText.self) }
    }

    public static func remember(
        _ mapping: JSONText,
        of headings: [String],
        kind: String,
        team: Team.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into import_mappings (team_id, kind, headings_sha256, mapping, saved_at)
            values (\(team), \(kind), sha256(convert_to(\(key(headings)), 'UTF8')), \(mapping), \(now))
            on conflict (team_id, kind, headings_sha256)
            do update set mapping = excluded.mapping, saved_at = excluded.saved_at
            """
        )
    }

    private static func key(_ headings: [String]) -> String { headings.joined(separator: "\u{1f}") }
}
