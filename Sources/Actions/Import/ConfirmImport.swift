import Domain
public import Foundation
import Postgres
import Store

/// Saves the good rows of a file, all or none.
public struct ConfirmImport: Sendable {
    let world: World
    let reference: ReferenceData

    public init(world: World, reference: ReferenceData) {
        self.world = world
        self.reference = reference
    }

    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        public var saved = 0
        public var newPractices = 0
        /// Places that could not open yet, for lack of recognition.
        public var drafts = 0
        public var faulty = 0
        /// Left out because they are there already.
        public var skipped = 0
        var rows: [ImportRunStore.Saved] = []
    }

    /// Saves a kept file and removes it.
    ///
    /// - Parameter lines: rows that are probably there already and are wanted all the same.
    /// - Returns: the path of the result.
    /// - Throws: `Conflict` (`import_gone`) when the file was used, removed or expired; `Rejected` when a row cannot be saved.
    public func callAsFunction(
        _ id: UUID,
        alsoLines lines: Set<Int>,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "confirm_import") { connection in
            guard let row = try await ImportStore.take(id, at: world.now(), on: connection) else {
                if let run = try await ImportRun.find(id, on: connection) { return run.path }
                throw Conflict(
                    code: "import_gone",
                    message:
                        "Dit bestand is al overgenomen of verlopen. Kijk in de lijst of alles er staat; kies het anders opnieuw.",
                    reason: .change
                )
            }
            let kept = try KeepImport.Kept(row)
            let outcome = try await save(
                kept.table,
                mapping: kept.mapping,
                as: kept.kind,
                alsoLines: lines,
                by: actor,
                on: connection
            )
            try await ImportRunStore.insert(
                id,
                kind: kept.kind.rawValue,
                .init(
                    saved: outcome.saved,
                    newPractices: outcome.newPractices,
                    drafts: outcome.drafts,
                    faulty: outcome.faulty,
                    skipped: outcome.skipped
                ),
                rows: outcome.rows,
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return ImportRun.path(kept.kind, id)
        }
    }

    /// Saves a file that was read elsewhere, such as on the command line.
    public func callAsFunction(
        _ table: DelimitedTable,
        mapping: ColumnMapping,
        as kind: ImportKind,
        by actor: Actor
    ) async throws -> Outcome {
        try await world.database.transaction(as: actor.acting) { connection in
            try await save(table, mapping: mapping, as: kind, alsoLines: [], by: actor, on: connection)
        }
    }

    private func save(
        _ table: DelimitedTable,
        mapping: ColumnMapping,
        as kind: ImportKind,
        alsoLines lines: Set<Int>,
        by actor: Actor,
        on connection: Connection
    ) async throws -> Outcome {
        // Read again within the transaction: what was good an hour ago may be there already now.
        let preview = try await PreviewImport(world: world, reference: reference)
            .read(table, mapping: mapping, as: kind, by: actor, on: connection)
        let chosen = preview.rows.filter { row in
            if case .known = row.verdict { lines.contains(row.line) } else { row.verdict == .good }
        }
        var outcome = Outcome()
        outcome.faulty = preview.faulty.count
        outcome.skipped = preview.rows.count - preview.faulty.count - chosen.count
        var writer = ImportWriter(
            world: world,
            actor: actor,
            due: try await DueDates.read(today: world.today, on: connection),
            practices: PracticeIndex(try await ImportStore.practices(in: actor.regionCode, on: connection))
        )
        for row in chosen {
            do {
                try await writer.write(row, on: connection)
            } catch let rejected as Rejected {
                throw Rejected(
                    fields: rejected.fields.map {
                        FieldError(field: "ook", message: "Regel \(row.line): \($0.message)")
                    }
                )
            }
        }
        outcome.saved = chosen.count
        outcome.newPractices = writer.newPractices
        outcome.drafts = writer.drafts
        outcome.rows = writer.rows
        return outcome
    }
}

/// Writes rows one by one; knows which practices came in with the same file.
private struct ImportWriter {
    let world: World
    let actor: Actor
    let due: DueDates
    let practices: PracticeIndex
    private(set) var newPractices = 0
    private(set) var drafts = 0
    /// What the rows became.
    private(set) var rows: [ImportRunStore.Saved] = []
    /// Practices of this file by their key.
    private var entered: [String: Practice.ID] = [:]

    init(world: World, actor: Actor, due: DueDates, practices: PracticeIndex) {
        self.world = world
        self.actor = actor
        self.due = due
        self.practices = practices
    }

    mutating func write(_ row: ImportRow, on connection: Connection) async throws {
        switch row.draft {
        case .candidate(let draft):
            let registered = try await RegisterCandidate(world: world).insert(
                draft,
                origin: .imported,
                assumed: row.assumed,
                due: due,
                by: actor,
                on: connection
            )
            rows.append(.init(line: row.line, subject: .candidate(registered.caseID)))
        case .place(let practice, let place):
            let earlier = newPractices
            let id = try await enter(practice, on: connection)
            guard let stored = try await PracticeStore.find(id, on: connection) else { throw NotFound() }
            var place = place
            place.supervisorIDs = try await supervisors(practice, of: id, on: connection)
            let posted = try await PostPlace(world: world).write(place, at: stored, by: actor, on: connection)
            if posted.state == .draft, place.state != .draft { drafts += 1 }
            rows.append(
                .init(line: row.line, subject: .place(posted.id, newPractice: newPractices > earlier ? id : nil))
            )
        case nil: break
        }
    }

    private mutating func enter(_ draft: PracticeDraft, on connection: Connection) async throws -> Practice.ID {
        if let known = practices.find(draft) { return known.id }
        let key = PracticeIndex.key(draft)
        if let id = entered[key] { return id }
        let id = try await RegisterPractice(world: world).write(draft, by: actor, on: connection).id
        entered[key] = id
        newPractices += 1
        return id
    }

    /// The named supervisors, entered where the practice does not have them; all of them when none is named.
    private func supervisors(
        _ draft: PracticeDraft,
        of practice: Practice.ID,
        on connection: Connection
    ) async throws -> Set<Supervisor.ID> {
        let known = try await PracticePeopleStore.supervisors(of: practice, on: connection)
        var chosen: Set<Supervisor.ID> = []
        for supervisor in draft.supervisors {
            let key = PlainText.key(supervisor.name)
            if let row = known.first(where: { PlainText.key($0.name) == key }) {
                chosen.insert(row.id)
            } else if supervisor.name == PlaceRowReader.unnamedSupervisor, !known.isEmpty {
                chosen.formUnion(known.map(\.id))
            } else {
                let id = world.newID(Supervisor.ID.self)
                try await PracticePeopleStore.insert(id, supervisor, of: practice, on: connection)
                chosen.insert(id)
            }
        }
        return chosen
    }
}
