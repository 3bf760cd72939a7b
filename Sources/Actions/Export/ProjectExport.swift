public import Domain
import Foundation

/// The list of projects as a file, a workbook, a feed or JSON: the same rows, the same words.
public struct ProjectExport: Sendable {
    private let reference: ReferenceData
    /// Scheme, host and port, without a slash at the end.
    private let origin: String
    private let time = AmsterdamTime()

    public init(reference: ReferenceData, origin: String) {
        self.reference = reference
        self.origin = origin
    }

    // MARK: Spreadsheets

    public func csv(_ rows: [ProjectRow]) -> [UInt8] { DelimitedText.write(header: Self.header, rows: rows.map(cells)) }

    public func workbook(_ rows: [ProjectRow]) -> [UInt8] {
        Workbook.write(sheet: "Projecten", header: Self.header, rows: rows.map(cells))
    }

    private static let header = [
        "naam", "onderwerp", "organisatie", "soort", "stand", "jaar", "begin", "einde", "regio's", "gemeenten",
        "knelpunten", "routes", "soorten partners", "heeft resultaat", "subsidie in euro", "geplaatst op",
        "gewijzigd op", "bevestigd op", "aantal organisaties overgenomen", "adres", "bron",
        "voorwaarde niet vervuld", "fictief",
    ]

    private func cells(_ row: ProjectRow) -> [DelimitedValue] {
        [
            .text(row.name), .text(row.subject), .text(row.organisationName), .text(row.label.dutchName),
            .text(row.state.dutchName), row.year.map { .int($0) } ?? .empty, row.startsOn.map { .date($0) } ?? .empty,
            row.endsOn.map { .date($0) } ?? .empty, .text(regions(row).joined(separator: ", ")),
            .text(municipalities(row).joined(separator: ", ")), .text(bottlenecks(row).joined(separator: ", ")),
            .text(row.routes.dutchName), .text(row.partnerKinds.map(\.dutchName).joined(separator: ", ")),
            .bool(row.hasResults), row.grant.map { .decimal($0.cents, decimals: 2) } ?? .empty,
            .date(time.today(at: row.publishedAt)), .date(time.today(at: row.updatedAt)),
            row.confirmedOn.map { .date($0) } ?? .empty, .int(row.copies), .text(url(row)), .text(row.source),
            .bool(row.lacksPartners), .bool(row.isFictional),
        ]
    }

    // MARK: JSON

    /// The rows as JSON, with Dutch names in camel case.
    public func json(_ rows: [ProjectRow]) throws -> [UInt8] {
        let document = JSONDocument(
            licentie: "https://creativecommons.org/licenses/by/4.0/deed.nl",
            aantal: rows.count,
            projecten: rows.map(project)
        )
        return try Self.encoded(document)
    }

    static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return Array(try encoder.encode(value))
    }

    private struct JSONDocument: Encodable {
        let licentie: String
        let aantal: Int
        let projecten: [JSONProject]
    }

    private struct JSONProject: Encodable {
        let id: String
        let adres: String
        let naam: String
        let onderwerp: String
        let organisatie: String
        let soort: String
        let stand: String
        let jaar: Int?
        let beginDatum: CalendarDate?
        let eindDatum: CalendarDate?
        let regios: [Named]
        let gemeenten: [Named]
        let knelpunten: [Named]
        let routes: [String]
        let soortenPartners: [String]
        let heeftResultaat: Bool
        let subsidieInCenten: Int?
        let geplaatstOp: Date
        let gewijzigdOp: Date
        let bevestigdDatum: CalendarDate?
        let aantalOrganisatiesOvergenomen: Int
        let ontbreekt: [String]
        let bron: String
        let fictief: Bool
        let voorwaardeNietVervuld: Bool
    }

    private struct Named: Encodable {
        let code: String
        let naam: String
    }

    private func project(_ row: ProjectRow) -> JSONProject {
        JSONProject(
            id: "\(row.id)",
            adres: url(row),
            naam: row.name,
            onderwerp: row.subject,
            organisatie: row.organisationName,
            soort: row.label.dutchName,
            stand: row.state.dutchName,
            jaar: row.year,
            beginDatum: row.startsOn,
            eindDatum: row.endsOn,
            regios: zip(row.regions, regions(row)).map { Named(code: $0.rawValue, naam: $1) },
            gemeenten: zip(row.municipalities, municipalities(row)).map { Named(code: $0.rawValue, naam: $1) },
            knelpunten: zip(row.bottlenecks, bottlenecks(row)).map { Named(code: $0.rawValue, naam: $1) },
            routes: row.routes.routes.map(\.dutchName),
            soortenPartners: row.partnerKinds.map(\.dutchName),
            heeftResultaat: row.hasResults,
            subsidieInCenten: row.grant?.cents,
            geplaatstOp: row.publishedAt,
            gewijzigdOp: row.updatedAt,
            bevestigdDatum: row.confirmedOn,
            aantalOrganisatiesOvergenomen: row.copies,
            ontbreekt: row.missing.map(\.dutchName),
            bron: row.source,
            fictief: row.isFictional,
            voorwaardeNietVervuld: row.lacksPartners
        )
    }

    // MARK: Feed

    /// The rows as an Atom feed, the last changed first.
    ///
    /// - Parameters:
    ///   - path: the list as a page, with its filters.
    ///   - feedPath: the feed itself.
    public func feed(_ rows: [ProjectRow], title: String, path: String, feedPath: String) -> [UInt8] {
        AtomFeed(
            title: title,
            authority: authority,
            identity: String(path.dropFirst()),
            selfURL: origin + feedPath,
            pageURL: origin + path,
            entries: rows.sorted { ($0.updatedAt, $0.id) > ($1.updatedAt, $1.id) }.prefix(100).map { row in
                AtomFeed.Entry(
                    identity: "projecten/\(row.id)",
                    title: row.name,
                    url: url(row),
                    author: row.organisationName,
                    summary: summary(row),
                    categories: bottlenecks(row) + regions(row) + (row.lacksPartners ? [Self.lacksPartners] : []),
                    isFictional: row.isFictional,
                    publishedAt: row.publishedAt,
                    updatedAt: max(row.updatedAt, row.publishedAt)
                )
            }
        ).bytes
    }

    // MARK: Words

    /// What stands at a project with fewer partners than the scheme asked.
    private static let lacksPartners = "voorwaarde niet vervuld"

    private func summary(_ row: ProjectRow) -> String {
        let subject = row.subject.isEmpty ? "Een project van \(row.organisationName)." : row.subject
        return row.lacksPartners ? "Voorwaarde niet vervuld: er zijn te weinig partners. \(subject)" : subject
    }

    public func url(_ row: ProjectRow) -> String { "\(origin)/projecten/\(row.slug)" }

    /// The host that ids are named after (RFC 4151).
    private var authority: String {
        URLComponents(string: origin)?.host ?? "localhost"
    }

    private func regions(_ row: ProjectRow) -> [String] { row.regions.map(reference.regionName) }
    private func municipalities(_ row: ProjectRow) -> [String] { row.municipalities.map(reference.municipalityName) }
    private func bottlenecks(_ row: ProjectRow) -> [String] {
        row.bottlenecks.map { reference.bottleneck($0)?.name ?? $0.rawValue }
    }
}
