package import Foundation
import Mustache

/// Turns a page and its layout into a complete HTML document.
///
/// All templates are read and parsed once, at boot. The template language is silent about what is missing, so the
/// renderer refuses to start unless the files are exactly those that the pages declare and the partials they use.
package struct PageRenderer: Sendable {
    private let library: MustacheLibrary
    private let declared: Set<String>

    /// - Parameters:
    ///   - pages: every page type that may be rendered.
    ///   - folders: where the templates are beside the shared ones of this module. A name that stands in two is refused.
    /// - Throws: `TemplateProblems` that names every problem at once.
    package init(
        pages: [any Page.Type],
        folders: [URL?]
    ) throws(TemplateProblems) {
        let sources = try TemplateSources(folders: folders)
        declared = Set(pages.map { $0.template })
        library = try sources.library(declared: declared)
    }

    /// The document, as UTF-8 text that begins with its doctype.
    package func render<P: Page>(_ page: P, layout: Layout) throws(TemplateProblems) -> String {
        guard declared.contains(P.template) else {
            throw TemplateProblems(["\(P.self) is not in the page catalog"])
        }
        let document = Document(page: page, layout: layout)
        guard let html = library.render(document, withTemplate: TemplateSources.layout) else {
            throw TemplateProblems(["there is no template \(TemplateSources.layout)"])
        }
        return html
    }

    /// A notice by itself, for a page that was made already.
    package func render(_ notice: Notice) -> String {
        library.render(notice, withTemplate: "partials/notice") ?? ""
    }
}

/// The root that the layout template sees.
struct Document<P: Page>: Sendable {
    let documentTitle: String
    let layout: Layout
    let header: PageHeader
    let page: P
    let template: String

    init(page: P, layout: Layout) {
        // A long word may say where it can be broken; the title of the window has no use for that.
        let title = page.header.title.replacing("\u{AD}", with: "")
        let name = title == Document.siteName ? title : "\(title) · \(Document.siteName)"
        documentTitle = page.header.isError ? "Fout: \(name)" : name
        self.layout = layout
        header = page.header
        self.page = page
        template = P.template
    }

    private static var siteName: String { "Doorwijzer" }
}

/// What is wrong with the set of templates, for the log at boot.
package struct TemplateProblems: Error, CustomStringConvertible {
    package let problems: [String]

    init(_ problems: [String]) {
        self.problems = problems
    }

    package var description: String {
        "templates: " + problems.sorted().joined(separator: "; ")
    }
}
