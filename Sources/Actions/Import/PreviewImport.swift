import Domain
import Postgres
import Store

/// Reads every row of a file and says what would become of it. Nothing is saved.
public struct PreviewImport: Sendable {
    let world: World
    let reference: ReferenceData

    public init(world: World, reference: ReferenceData) {
        self.world = world
        self.reference = reference
    }

    public func callAsFunction(
        _ table: DelimitedTable,
        mapping: ColumnMapping,
        as kind: ImportKind,
        by actor: Actor
    ) async throws -> ImportPreview {
        try await world.database.transaction(as: actor.acting) { connection in
            try await read(table, mapping: mapping, as: kind, by: actor, on: connection)
        }
    }

    /// The same within a transaction of the caller's.
    func read(
        _ table: DelimitedTable,
        mapping: ColumnMapping,
        as kind: ImportKind,
        by actor: Actor,
        on connection: Connection
    ) async throws -> ImportPreview {
        let names = PlaceNames(
            municipalities: reference.municipalities,
            places: try await ImportStore.mapPlaces(on: connection)
        )
        let context = ImportContext(
            reference: reference,
            names: names,
            today: world.today,
            region: actor.regionCode
        )
        let read = table.rows.map { row in
            Self.readRow(RowReader(row: row, header: table.header, mapping: mapping), as: kind, context)
        }
        let rows =
            switch kind {
            case .candidates: try await markCandidates(read, team: actor.teamID, on: connection)
            case .places: try await markPlaces(read, region: actor.regionCode, on: connection)
            }
        return ImportPreview(
            kind: kind,
            header: table.header,
            rows: rows,
            unknownWords: ImportPreview.unknownWords(rows, kind, context),
            cells: Dictionary(table.rows.map { ($0.line, $0.cells) }) { first, _ in first }
        )
    }

    /// A row with the reference it came with, if it was once exported from here.
    private struct Read {
        let kind: ImportKind
        let cells: RowReader
        let draft: ImportDraft?
        let reference: Reference?
    }

    private static func readRow(_ cells: RowReader, as kind: ImportKind, _ context: ImportContext) -> Read {
        let reference = Reference(typed: cells.text(CandidateColumnNames.reference))
        switch kind {
        case .candidates:
            var reader = CandidateRowReader(cells: cells, context: context)
            let draft = reader.read()
            return Read(kind: kind, cells: reader.cells, draft: draft.map { .candidate($0) }, reference: reference)
        case .places:
            var reader = PlaceRowReader(cells: cells, context: context)
            let draft = reader.read()
            return Read(
                kind: kind,
                cells: reader.cells,
                draft: draft.map { .place($0.practice, $0.place) },
                reference: reference
            )
        }
    }

    // MARK: What is there already

    private func markCandidates(_ read: [Read], team: Team.ID, on connection: Connection) async throws -> [ImportRow] {
        let cases = try await ImportStore.cases(read.compactMap(\.reference), team: team, on: connection)
        let days = Set(read.compactMap { $0.draft?.candidate?.bornOn }).sorted()
        let known = Dictionary(
            try await ImportStore.candidates(bornOn: days, team: team, on: connection)
                .map { (CandidateKey($0.name, $0.bornOn), $0.reference) }
        ) { first, _ in first }
        var lines: [CandidateKey: Int] = [:]
        return read.map { row in
            if let reference = row.reference, cases.contains(reference) {
                return self.row(row, .present("Staat er al, met kenmerk \(reference)."))
            }
            guard let draft = row.draft?.candidate else { return self.row(row, .faulty) }
            let key = CandidateKey(draft.name, draft.bornOn)
            if let reference = known[key] {
                return self.row(
                    row,
                    .known("Je team heeft al iemand met deze naam en geboortedatum: kenmerk \(reference).")
                )
            }
            if let line = lines[key] { return self.row(row, .known("Staat ook op regel \(line) van je bestand.")) }
            lines[key] = row.cells.row.line
            return self.row(row, .good)
        }
    }

    private func markPlaces(_ read: [Read], region: RegionCode, on connection: Connection) async throws -> [ImportRow] {
        let rows = try await ImportStore.practices(in: region, on: connection)
        let practices = PracticeIndex(rows)
        let places = try await ImportStore.places(in: region, on: connection)
        // A file of practices that was exported from here holds their references in the same column.
        let references = Set(places.map(\.reference)).union(rows.map(\.reference))
        let known = Dictionary(places.map { (PlaceKey("\($0.practiceID)", $0), $0.reference) }) { first, _ in first }
        let similar = Dictionary(grouping: places.filter { $0.state != .closed }, by: SimilarPlaceKey.init)
        var lines: [PlaceKey: Int] = [:]
        return read.map { row in
            if let reference = row.reference, references.contains(reference) {
                return self.row(row, .present("Staat er al, met kenmerk \(reference)."))
            }
            guard case .place(let practice, let place) = row.draft else { return self.row(row, .faulty) }
            let existing = practices.find(practice)
            let key = PlaceKey(existing.map { "\($0.id)" } ?? PracticeIndex.key(practice), place)
            if let reference = known[key] {
                return self.row(
                    row,
                    .known("Deze praktijk heeft al zo’n plek met dezelfde start: kenmerk \(reference).")
                )
            }
            if let line = lines[key] { return self.row(row, .known("Staat ook op regel \(line) van je bestand.")) }
            lines[key] = row.cells.row.line
            // A season later it is a new place; the same file with another start would double everything.
            if let existing, let other = similar[SimilarPlaceKey(existing.id, place)]?.first {
                return self.row(
                    row,
                    .known(
                        "Deze praktijk heeft al zo’n plek, met een andere start: kenmerk \(other.reference), "
                            + "vanaf \(other.earliestStartOn.dutchNumeric). Kies hem alleen als het een extra plek is."
                    )
                )
            }
            var cells = row.cells
            if let existing {
                cells.note(
                    "praktijk",
                    "Deze praktijk staat er al, met kenmerk \(existing.reference). We voegen alleen de plek toe."
                )
            }
            return self.row(Read(kind: row.kind, cells: cells, draft: row.draft, reference: row.reference), .good)
        }
    }

    private func row(_ read: Read, _ verdict: ImportRow.Verdict) -> ImportRow {
        let isPresent = if case .present = verdict { true } else { false }
        return ImportRow(
            line: read.cells.row.line,
            title: read.cells.title(read.kind),
            verdict: verdict,
            draft: isPresent ? nil : read.draft,
            problems: verdict == .faulty ? read.cells.problems : [],
            notes: read.cells.notes,
            summary: read.draft.map { marked(summary($0), read.kind, read.cells.defaults) } ?? [],
            defaults: read.cells.defaults
        )
    }

    // MARK: What people see of it

    /// Which of the values in a column of the summary may have been filled in.
    private static let filledIn: [ImportKind: [Int: Set<String>]] = [
        .candidates: [
            4: ["Gewenste start"], 5: ["Dagen", "Uren per week"], 6: ["Vervoer", "Reisafstand"],
        ],
        .places: [2: ["Soort plek"], 3: ["Leerweg"], 4: ["Start vanaf"], 5: ["Dagen", "Uren per week"]],
    ]

    /// A summary that says what does not come from the file.
    private func marked(_ summary: [String], _ kind: ImportKind, _ defaults: [ImportRow.Default]) -> [String] {
        let labels = Set(defaults.map(\.label))
        return summary.enumerated().map { index, text in
            Self.filledIn[kind]?[index]?.isDisjoint(with: labels) == false ? "\(text) (aangenomen)" : text
        }
    }

    private func summary(_ draft: ImportDraft) -> [String] {
        switch draft {
        case .candidate(let draft):
            [
                draft.name.full, draft.bornOn.dutchNumeric, reference.municipalityName(draft.municipalityCode),
                "\(draft.route.dutchName), jaar \(draft.studyYear)", draft.wishedStartOn.dutchNumeric,
                "\(draft.weekdaysWanted) van \(draft.weekdays.dutchName); \(Self.range(draft.hoursLeast, draft.hoursMost)) uur",
                "\(draft.travelMeans.dutchName), \(draft.travelLimitInKilometres) km",
            ]
        case .place(let practice, let place):
            [
                practice.name, practice.town, place.kind.dutchName,
                place.routes.isEmpty ? "alle" : place.routes.dutchName,
                "\(place.earliestStartOn.dutchNumeric) tot \(place.latestStartOn.dutchNumeric)",
                "\(place.weekdays.dutchName); \(place.hoursPerWeek) uur",
                "\(place.seats == 1 ? "1 plek" : "\(place.seats) plekken"), \(Self.stateName(place, practice, today: world.today))",
            ]
        }
    }

    /// A place without recognition stays a draft, see ``PostPlace``.
    private static func stateName(_ place: TrainingPlaceDraft, _ practice: PracticeDraft, today: CalendarDate) -> String
    {
        let mayOpen =
            !place.needsRecognition
            || practice.recognitions.contains { $0.crebo == place.crebo && $0.state.allowsOpening }
        return (place.state == .open && !mayOpen ? TrainingPlaceState.draft : place.state).dutchName
    }

    private static func range(_ least: Int, _ most: Int) -> String { least == most ? "\(most)" : "\(least)–\(most)" }
}

extension ImportDraft {
    var candidate: CandidateDraft? {
        if case .candidate(let draft) = self { draft } else { nil }
    }
}
