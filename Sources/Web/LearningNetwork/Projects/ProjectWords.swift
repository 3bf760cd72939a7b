import Actions
import Domain
import PageKit
import Site

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
                + (row.lacksPartners ? [.lacksPartners] : [])
        )
    }

    /// A field of a project as its history names it.
    static func field(_ code: String) -> String { fieldNames[code] ?? code.replacing("_", with: " ") }

    private static let fieldNames = [
        "name": "de naam", "subject": "het onderwerp", "problem": "het probleem", "approach": "de aanpak",
        "result": "het resultaat", "did_not_work": "wat niet werkte", "state": "de stand", "starts_on": "het begin",
        "ends_on": "het einde", "period_note": "de periode", "routes": "de routes", "contact_mail": "het mailadres",
        "contact_phone": "het telefoonnummer", "goals": "de doelen", "partners": "de partners", "links": "de links",
        "regions": "de regio's", "municipalities": "de gemeenten", "bottlenecks": "de knelpunten",
        "publication": "of de pagina openbaar is", "organisation_name": "de organisatie", "label": "de soort",
        "label_note": "de toelichting", "source": "de bron", "year": "het jaar",
    ]

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
