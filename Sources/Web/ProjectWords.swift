import Actions
import Domain
import Pages

/// Projects in words, for every page that lists them.
enum ProjectWords {
    static func projects(_ count: Int) -> String { count == 1 ? "1 project" : "\(Count.text(count)) projecten" }

    /// "2024 tot 2026", "vanaf 2024" or the year of the grant; nil when nothing is known.
    static func period(_ start: CalendarDate?, _ end: CalendarDate?, year: Int?) -> String? {
        switch (start, end) {
        case (let start?, let end?): start.year == end.year ? "\(start.year)" : "\(start.year) tot \(end.year)"
        case (let start?, nil): "vanaf \(start.year)"
        case (nil, let end?): "tot \(end.year)"
        case (nil, nil): year.map { "\($0)" }
        }
    }

    static func card(_ row: ProjectRow, _ reference: ReferenceData) -> ProjectCard {
        let bottlenecks = row.bottlenecks.map { reference.bottleneck($0)?.name ?? $0.rawValue }.joined(separator: ", ")
        let facts: [String?] = [
            bottlenecks.isEmpty ? nil : bottlenecks, period(row.startsOn, row.endsOn, year: row.year),
            CopyWords.count(row.copies),
            row.confirmedOn.map { "bevestigd op \($0.dutchLong)" } ?? "nog niet bevestigd",
        ]
        return ProjectCard(
            url: "/projecten/\(row.slug)",
            name: row.name,
            subject: row.subject.isEmpty ? "Nog zonder korte tekst." : row.subject,
            organisation: row.organisationName,
            place: row.regions.isEmpty
                ? "regio niet bekend" : row.regions.map(reference.regionName).joined(separator: ", "),
            facts: facts.compactMap(\.self).joined(separator: " · "),
            tags: [row.state.tag, row.label.tag] + (row.hasResults ? [Tag("heeft resultaat", .ok)] : [])
                + Tag.fictional(row.isFictional)
                + (row.lacksPartners ? [Tag(lacksPartners, .overdue)] : [])
        )
    }

    /// What stands at a project that has too few partners, in every list.
    static let lacksPartners = "voorwaarde niet vervuld"
}

extension Tag {
    /// The mark of what is invented for the demonstration; nothing for what is real.
    static func fictional(_ isFictional: Bool) -> [Tag] {
        isFictional ? [Tag("Verzonnen voorbeeld", .neutral)] : []
    }
}

extension ProjectState {
    var tag: Tag {
        switch self {
        case .planned: Tag(dutchName, .waiting)
        case .running: Tag(dutchName, .info)
        case .ended, .stopped, .unknown: Tag(dutchName, .neutral)
        }
    }
}

extension ProjectLabel {
    var tag: Tag { Tag(dutchName, self == .scheme ? .info : .neutral) }
}

extension CopyOutcome {
    var tag: Tag {
        switch self {
        case .worked: Tag(dutchName, .ok)
        case .workedInPart: Tag(dutchName, .info)
        case .tooEarly: Tag(dutchName, .waiting)
        case .didNotWork: Tag(dutchName, .neutral)
        }
    }
}
