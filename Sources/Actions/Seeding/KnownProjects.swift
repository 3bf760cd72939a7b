import Domain
import Foundation
import Postgres
import Store

/// Projects and meetings that stand in public sources, with their source. Once they are in the database they belong to the
/// people who keep them, so what is there by its address is left alone.
struct KnownProjects {
    private let projects: [SeedRecord]
    private let meetings: [SeedRecord]

    init(_ files: SeedFiles) throws {
        projects = try files.records("Reference/projects.csv")
        meetings = try files.records("Reference/meetings.csv")
    }

    /// The day on which the sources were last read.
    static let readAt = Date(timeIntervalSince1970: 1_793_491_200)

    /// - Returns: how many rows were new.
    func write(on connection: Connection) async throws -> Int {
        let there = try await SeedStore.slugs(in: .projects, on: connection)
        let held = try await SeedStore.slugs(in: .meetings, on: connection)
        var rows = DemoRows()
        for record in projects where !there.contains(try record.text("slug")) { try add(project: record, to: &rows) }
        for record in meetings where !held.contains(try record.text("slug")) { try add(meeting: record, to: &rows) }
        var written = 0
        for table in SeedTable.ofTheNetwork {
            guard let new = rows.tables[table] else { continue }
            written += try await SeedStore.load(table, new, on: connection)
        }
        return written
    }

    private func list(_ record: SeedRecord, _ column: String) throws -> [String] {
        try record.text(column).split(separator: "|").map(String.init)
    }

    private func add(project record: SeedRecord, to rows: inout DemoRows) throws {
        let slug = try record.text("slug")
        let id = NamedUUID.make("project", slug)
        let grant = try record.optional("grant_euros").flatMap { Int($0) }.map { $0 * 100 }
        let organisation = try record.optional("organisation_slug").map { NamedUUID.make("organisation", $0) }
        rows.add(
            .projects,
            [
                id, slug, nil, organisation, try record.text("organisation_name"), try record.text("label"),
                try record.text("label_note"), try record.text("name"), try record.text("subject"),
                try record.text("problem"), try record.text("approach"), try record.text("result"), "",
                try record.text("state"), nil, nil, try record.text("period_note"), nil, grant, nil,
                try record.int("routes"), Publication.published, nil, "", "", Self.readAt, Self.readAt, nil,
                try record.text("source"), false, 1,
            ]
        )
        for code in try list(record, "region_codes") { rows.add(.projectRegions, [id, code]) }
        for code in try list(record, "bottleneck_codes") { rows.add(.projectBottlenecks, [id, code]) }
        for (index, text) in try list(record, "goals").enumerated() {
            let goal = DemoGoalInNumbers(text)
            rows.add(.projectGoals, [id, index + 1, goal.sentence, goal.unit, goal.target, goal.reached])
        }
        for text in try list(record, "partners") {
            let parts = text.split(separator: "#").map(String.init)
            guard parts.count == 2 else { continue }
            rows.add(
                .projectPartners,
                [NamedUUID.make("project-partner", "\(slug):\(parts[1])"), id, parts[1], parts[0], nil]
            )
        }
    }

    private func add(meeting record: SeedRecord, to rows: inout DemoRows) throws {
        let slug = try record.text("slug")
        rows.add(
            .meetings,
            [
                NamedUUID.make("meeting", slug), slug, MeetingKind.regiotafel, try record.text("title"),
                try record.text("label"), try record.optionalDate("held_on"), nil, nil, try record.text("place"), nil,
                try record.optional("region_code"), try record.optional("municipality_code"), "", "", nil, nil,
                MeetingState.held, nil, "", try record.text("source"), Self.readAt, Self.readAt, 0, false, 1,
            ]
        )
    }
}
