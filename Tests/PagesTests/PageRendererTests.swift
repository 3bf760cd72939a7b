import Foundation
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

@Suite struct PageRendererTests {
    private struct Note: Page {
        static let template = "notes/show"
        static var samples: [Note] {
            [Note(header: PageHeader(title: "Een notitie"), text: TextArea(name: "n", label: "N"))]
        }
        let header: PageHeader
        let text: TextArea
    }

    @Test func `a set of templates that differs from the declared pages is refused with everything that is wrong`()
        throws
    {
        let folder = try folder([
            "layout": "{{>* template}}{{> partials/gone}}",
            "orphans/show": "nobody's page",
            "partials/unused": "x",
            "broken/_row": "{{#a}}",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }

        let problems = #expect(throws: TemplateProblems.self) {
            try PageRenderer(pages: [Note.self], folders: [folder])
        }

        let text = problems?.description ?? ""
        #expect(text.contains("layout uses partials/gone, which does not exist"))
        #expect(text.contains("the template notes/show is declared but does not exist"))
        #expect(text.contains("the template orphans/show belongs to no page"))
        #expect(text.contains("the partial partials/unused is used nowhere"))
        #expect(text.contains("broken/_row does not parse"))
    }

    @Test func `a missing folder is refused`() {
        #expect(throws: TemplateProblems.self) {
            try PageRenderer(pages: [], folders: [URL(fileURLWithPath: "/nowhere/at/all")])
        }
    }

    @Test func `a page outside the catalog is refused instead of shown empty`() throws {
        let renderer = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders)
        let note = try #require(Note.samples.first)

        #expect(throws: TemplateProblems.self) { try renderer.render(note, layout: Layout.samples[0]) }
    }

    @Test(arguments: ["een regel\n", "\n\nleeg vooraan", "<b>&\"'</b>\n\n", "  ingesprongen\n  tekst\n"])
    func `a text area gives back exactly what was written`(value: String) throws {
        let area = try #require(try TemplateSources.built().texts["partials/text-area"])
        let folder = try folder([
            "layout": "{{#page}}\n{{>* template}}\n{{/page}}\n",
            "notes/show": "{{#text}}\n{{> partials/text-area}}\n{{/text}}\n",
            "partials/text-area": area,
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = Note(header: PageHeader(title: "N"), text: TextArea(name: "n", label: "N", value: value))

        let html = try PageRenderer(pages: [Note.self], folders: [folder]).render(page, layout: Layout.samples[0])

        let shown = try #require(html.firstMatch(of: #/<textarea[^>]*>\n((?s:.*?))<\/textarea>/#)).output.1
        #expect(unescaped(String(shown)) == value)
    }

    @Test func `the title of a page with errors begins with Fout`() throws {
        let renderer = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders)
        let guide = try renderer.render(StyleGuidePage(map: .sample), layout: Layout.samples[0])
        let start = try renderer.render(try #require(StartPage.samples.first), layout: Layout.samples[0])

        #expect(guide.contains("<title>Fout: Stijlgids · Doorwijzer</title>"))
        #expect(guide.contains("<a href=\"#postcode\">Vul een postcode in, bijvoorbeeld 7511 AB</a>"))
        #expect(start.contains("<title>Niet afwijzen, maar verwijzen · Doorwijzer</title>"))
    }

    @Test func `what people typed is escaped everywhere`() throws {
        let hostile = "\"><script>alert('x')</script>"
        let page = ErrorPage(
            .conflict,
            what: hostile,
            alternatives: [PageLink(hostile, "/plekken")],
            reference: hostile
        )

        let html = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders).render(
            page,
            layout: Layout.samples[0]
        )

        #expect(!html.contains("<script>alert"))
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test(arguments: ErrorPage.Kind.allCases)
    func `an error page says what happened, what was kept and what to do`(kind: ErrorPage.Kind) throws {
        let html = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders).render(
            ErrorPage(kind, reference: "b1f2-0034"),
            layout: Layout.samples[0]
        )

        #expect(html.contains("<title>Fout: "))
        #expect(html.contains("Wat is bewaard"))
        #expect(html.contains("Wat je nu kunt doen"))
        #expect(html.contains("b1f2-0034"))
        #expect(html.contains("tel:0380000000"))
    }

    @Test func `an error whose words were chosen elsewhere keeps them and adds what was kept`() throws {
        let page = ErrorPage(
            status: 409,
            title: "De plek is bezet",
            explanation: "Iemand was je net voor.",
            advice: "Kies een andere plek.",
            details: ["Er zijn nog 2 plekken."],
            reference: nil
        )

        let html = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders).render(
            page,
            layout: Layout.samples[0]
        )

        #expect(html.contains("<title>Fout: De plek is bezet · Doorwijzer</title>"))
        #expect(html.contains("<li>Er zijn nog 2 plekken.</li>"))
        #expect(html.contains("Die van jou is niet opgeslagen."))
    }

    @Test(arguments: [(404, 404), (409, 409), (418, 400), (503, 503), (599, 500)])
    func `a status finds its error page`(status: Int, shown: Int) {
        #expect(ErrorPage.Kind(status: status).status == shown)
    }

    @Test(arguments: [
        ("/kandidaten", "/kandidaten"), ("/kandidaten/7F3K2M9Q", "/kandidaten"), ("/kandidatenlijst", nil), ("/", nil),
        ("/plekken", "/plekken"),
    ])
    func `the navigation marks where you are`(path: String, expected: String?) {
        let current = Navigation.coordinator.items(currentPath: path).filter(\.isCurrent).map(\.url)

        #expect(current == [expected].compactMap(\.self))
    }

    private func folder(_ templates: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
        for (name, text) in templates {
            let file = folder.appendingPathComponent(name + ".mustache")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return folder
    }

    private func unescaped(_ html: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(html) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
