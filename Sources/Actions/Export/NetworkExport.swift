import Domain
import Foundation
public import Store

/// Questions and good practices of the learning network as Atom feeds, the last changed first.
public struct NetworkExport: Sendable {
    /// How many a feed holds.
    public static let mostEntries = 100

    private let reference: ReferenceData
    /// Scheme, host and port, without a slash at the end.
    private let origin: String

    public init(reference: ReferenceData, origin: String) {
        self.reference = reference
        self.origin = origin
    }

    /// - Parameters:
    ///   - path: the list as a page, with its filters.
    ///   - feedPath: the feed itself.
    public func questions(_ rows: [QuestionStore.Row], title: String, path: String, feedPath: String) -> [UInt8] {
        feed(
            title,
            path,
            feedPath,
            rows.map { row in
                let answers = row.answers == 1 ? "1 antwoord" : "\(row.answers) antwoorden"
                return AtomFeed.Entry(
                    identity: "vragen/\(row.id)",
                    title: row.title,
                    url: "\(origin)/vragen/\(row.slug)",
                    // Whoever asked stands on the page, for as long as they want to be listed; a feed is kept elsewhere.
                    author: "Een lid van het leernetwerk",
                    summary: "\(row.body)\n\n\(row.hasHelped ? "\(answers), opgelost" : answers).",
                    categories: names(row.bottlenecks) + (row.regionCode.map { [reference.regionName($0)] } ?? []),
                    isFictional: row.isFictional,
                    publishedAt: row.askedAt,
                    updatedAt: row.updatedAt
                )
            }
        )
    }

    public func practices(
        _ rows: [GoodPracticeStore.Row],
        title: String,
        path: String,
        feedPath: String
    ) -> [UInt8] {
        feed(
            title,
            path,
            feedPath,
            rows.map { row in
                let publishedAt = row.validatedAt ?? row.createdAt
                return AtomFeed.Entry(
                    identity: "goede-praktijken/\(row.id)",
                    title: row.name,
                    url: "\(origin)/goede-praktijken/\(row.slug)",
                    author: row.organisationName,
                    summary: row.problem.isEmpty ? "Een goede praktijk van \(row.organisationName)." : row.problem,
                    categories: names(row.bottlenecks) + row.regions.map(reference.regionName),
                    isFictional: row.isFictional,
                    publishedAt: publishedAt,
                    updatedAt: max(row.updatedAt, publishedAt)
                )
            }
        )
    }

    private func feed(_ title: String, _ path: String, _ feedPath: String, _ entries: [AtomFeed.Entry]) -> [UInt8] {
        let newest = entries.sorted { ($0.updatedAt, $0.identity) > ($1.updatedAt, $1.identity) }
        return AtomFeed(
            title: title,
            authority: URLComponents(string: origin)?.host ?? "localhost",
            identity: String(path.dropFirst()),
            selfURL: origin + feedPath,
            pageURL: origin + path,
            entries: Array(newest.prefix(Self.mostEntries))
        ).bytes
    }

    private func names(_ codes: [BottleneckCode]) -> [String] { codes.compactMap { reference.bottleneck($0)?.name } }
}
