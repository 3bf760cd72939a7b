import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/projecten`: projects that other regions can learn from, as a list in five forms and as pages.
struct ProjectController: Sendable {
    let web: WebServices
    private static let mostHits = 50_000

    /// - Parameter published: pages that change only with the public content.
    func addRoutes(published: RouterGroup<VisitorContext>) {
        published.get("/projecten", use: index)
        published.get("/projecten/{naam}", use: show)
    }

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let list = try ProjectList(Query(request), reference: web.reference)
        let catalog = try await web.projects.catalog()
        let found = try await ranks(of: list.text)
        let export = ProjectExport(reference: web.reference, origin: web.world.publicOrigin)
        switch list.form {
        case .csv: return .csv(filename: "projecten.csv", bytes: export.csv(list.rows(catalog, found: found)))
        case .xlsx:
            return .download(
                filename: "projecten.xlsx",
                contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: export.workbook(list.rows(catalog, found: found))
            )
        case .json: return .data("application/json", try export.json(list.rows(catalog, found: found)))
        case .atom:
            let feed = export.feed(
                list.rows(catalog, found: found),
                title: list.feedTitle,
                path: list.pagePath,
                feedPath: list.path(.atom)
            )
            return .data("application/atom+xml; charset=utf-8", feed)
        case nil:
            return try web.page(
                try list.page(
                    catalog,
                    found: found,
                    ground: try await web.ground.dots(),
                    mayAdd: context.session?.permissions.contains(.decideApplications) ?? false
                ),
                context,
                notice: web.notice(of: request),
                alternates: [
                    AlternateLink(title: list.feedTitle, url: list.path(.atom), mediaType: "application/atom+xml"),
                    AlternateLink(title: "Projecten als CSV", url: list.path(.csv), mediaType: "text/csv"),
                    AlternateLink(
                        title: "Projecten als Excel-bestand",
                        url: list.path(.xlsx),
                        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    ),
                    AlternateLink(title: "Projecten als JSON", url: list.path(.json), mediaType: "application/json"),
                ]
            )
        }
    }

    /// How well each project fits what was typed: the higher the better. Nil when nothing was typed.
    private func ranks(of text: String?) async throws -> [Project.ID: Double]? {
        guard let text else { return nil }
        let hits = try await web.world.database.transaction(as: .visitor) { connection in
            try await SearchStore.search(text, kinds: [.project], limit: Self.mostHits, on: connection)
        }
        // Where two fit as well, the search decided which comes first.
        return Dictionary(hits.enumerated().map { (Project.ID($1.id), Double(-$0)) }) { first, _ in first }
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        let found = try await web.world.database.transaction(as: context.acting) { connection -> Found in
            if let project = try await ProjectStore.find(slug: slug, on: connection) { return .project(project) }
            if let present = try await ProjectStore.presentSlug(of: slug, on: connection) { return .moved(present) }
            guard let tombstone = try await ProjectStore.tombstone(slug, on: connection) else { throw NotFound() }
            return .gone(name: tombstone.name, at: tombstone.removedAt)
        }
        switch found {
        case .moved(let present):
            return Response(status: .movedPermanently, headers: [.location: "/projecten/\(present)"])
        case .gone(let name, let moment):
            let page = ProjectGonePage(name: name, day: web.world.time.today(at: moment).dutchLong)
            return try web.page(page, context, status: .gone)
        case .project(let project):
            let dots = project.regions.isEmpty ? [] : try await web.projects.dots()
            let view = ProjectView(project: project, session: context.session, dots: dots, web: web)
            return try web.page(
                view.page,
                context,
                notice: web.notice(of: request),
                linkedData: project.publication == .published ? try LinkedData(view.linked) : nil
            )
        }
    }

    private enum Found: Sendable {
        case project(ProjectStore.Project)
        case moved(String)
        case gone(name: String, at: Date)
    }
}
