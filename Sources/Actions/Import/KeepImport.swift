import Domain
public import Foundation
import Postgres
import Store

/// An uploaded file between upload and confirmation. It belongs to the team, and goes away after a day.
public struct KeepImport: Sendable {
    /// How long a file is kept.
    static let keptFor: TimeInterval = 24 * 60 * 60

    let world: World
    let reference: ReferenceData

    public init(world: World, reference: ReferenceData) {
        self.world = world
        self.reference = reference
    }

    /// A file that is kept, read.
    public struct Kept: Sendable {
        public let id: UUID
        public let kind: ImportKind
        public let fileName: String
        public let table: DelimitedTable
        public let mapping: ColumnMapping
    }

    /// Keeps a file with the columns that were recognised.
    ///
    /// - Returns: the path where the columns are shown.
    /// - Throws: `Rejected` at `bestand` when it is no table.
    public func callAsFunction(
        _ bytes: [UInt8],
        named fileName: String,
        as kind: ImportKind,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        let table: DelimitedTable
        do {
            table = try ImportFile.read(bytes)
        } catch {
            throw Rejected("bestand", error.line.map { "Regel \($0): \(error.sentence)" } ?? error.sentence)
        }
        let recognised = ColumnMapping.recognised(header: table.header, as: kind.fields(reference))
        let id = world.newUUID()
        let now = world.now()
        return try await world.once(submission, by: actor, action: "keep_import") { connection in
            try await ImportStore.purge(at: now, on: connection)
            let mapping =
                try await ImportRunStore.mapping(of: table.header, kind: kind.rawValue, on: connection)
                .flatMap { try? $0.decode(ColumnMapping.self) } ?? recognised
            try await ImportStore.insert(
                id,
                kind: kind.rawValue,
                fileName: String(fileName.prefix(200)),
                content: Data(bytes),
                mapping: try JSONText(encoding: mapping),
                acting: actor.acting,
                at: now,
                until: now + Self.keptFor,
                on: connection
            )
            return "/invoer/\(kind.slug)/\(id.uuidString.lowercased())/kolommen"
        }
    }

    /// - Throws: `NotFound` when it is another team's, expired, or used already.
    public func find(_ id: UUID, by actor: Actor) async throws -> Kept {
        try await world.database.transaction(as: actor.acting) { connection in
            guard let row = try await ImportStore.find(id, at: world.now(), on: connection) else { throw NotFound() }
            return try Kept(row)
        }
    }

    /// Saves which column holds what.
    /// - Throws: `Rejected` when a field that is needed has no column, or two.
    public func save(_ mapping: ColumnMapping, of kept: Kept, by actor: Actor) async throws {
        let problems = mapping.problems(for: kept.kind, fields: kept.kind.fields(reference))
            .map { FieldError(field: "kolom-0", message: $0) }
        let asked = kept.columnsToAsk(mapping, today: world.today).map {
            FieldError(field: "kolom-\($0.index)", message: $0.question)
        }
        guard problems.isEmpty, asked.isEmpty else { throw Rejected(fields: problems + asked) }
        try await world.database.transaction(as: actor.acting) { connection in
            let text = try JSONText(encoding: mapping)
            guard try await ImportStore.saveMapping(text, of: kept.id, on: connection) else { throw NotFound() }
            // What words mean may hold a name, so it goes with the file.
            var remembered = mapping
            remembered.meanings = nil
            try await ImportRunStore.remember(
                try JSONText(encoding: remembered),
                of: kept.table.header,
                kind: kept.kind.rawValue,
                team: actor.teamID,
                at: world.now(),
                on: connection
            )
        }
    }

    /// Saves what words mean that were not known, for this file only.
    ///
    /// - Parameter meanings: by field, what stands in the file and what it means; an empty meaning takes one away.
    public func save(meanings: [String: [String: String]], of kept: Kept, by actor: Actor) async throws {
        var mapping = kept.mapping
        for (field, words) in meanings {
            for (word, meaning) in words {
                mapping.meanings = mapping.meanings ?? [:]
                mapping.meanings?[field, default: [:]][word] = meaning.isEmpty ? nil : meaning
            }
        }
        try await world.database.transaction(as: actor.acting) { [mapping] connection in
            guard try await ImportStore.saveMapping(try JSONText(encoding: mapping), of: kept.id, on: connection) else {
                throw NotFound()
            }
        }
    }

    /// Forgets what words were said to mean.
    public func forgetMeanings(of kept: Kept, by actor: Actor) async throws {
        var mapping = kept.mapping
        mapping.meanings = nil
        try await world.database.transaction(as: actor.acting) { [mapping] connection in
            _ = try await ImportStore.saveMapping(try JSONText(encoding: mapping), of: kept.id, on: connection)
        }
    }

    /// An import that was confirmed; nil when there is none of this team.
    public func confirmed(_ id: UUID, by actor: Actor) async throws -> ImportRun? {
        try await world.database.transaction(as: actor.acting) { try await ImportRun.find(id, on: $0) }
    }

    /// Removes the file before it was used.
    public func remove(_ id: UUID, by actor: Actor) async throws {
        try await world.database.transaction(as: actor.acting) { connection in
            try await ImportStore.delete(id, on: connection)
        }
    }
}

extension KeepImport.Kept {
    init(_ row: ImportStore.Row) throws {
        guard let kind = ImportKind(rawValue: row.kind) else { throw NotFound() }
        id = row.id
        self.kind = kind
        fileName = row.fileName
        table = try ImportFile.read(Array(row.content))
        mapping = try row.mapping.decode(ColumnMapping.self)
    }
}
