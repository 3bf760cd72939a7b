package import Foundation
import Mustache

/// The template files as text, by name: `candidates/show`, `partials/tag`, `layout`.
package struct TemplateSources: Sendable {
    static let layout = "layout"

    /// Where the templates are that every room shares.
    package static var sharedFolder: URL? {
        Bundle.module.resourceURL?.appendingPathComponent("Templates")
    }

    let texts: [String: String]

    /// - Throws: `TemplateProblems` when a folder is missing, a file is no UTF-8 or a name stands in two folders.
    init(folders: [URL?]) throws(TemplateProblems) {
        var texts: [String: String] = [:]
        for folder in folders {
            guard let folder, let files = FileManager.default.enumerator(atPath: folder.path) else {
                throw TemplateProblems(["a folder with templates is missing"])
            }
            for case let path as String in files where path.hasSuffix(".mustache") {
                guard let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else {
                    throw TemplateProblems(["\(path) cannot be read as UTF-8"])
                }
                let name = String(path.dropLast(".mustache".count))
                guard texts.updateValue(text, forKey: name) == nil else {
                    throw TemplateProblems(["\(name) stands in two folders"])
                }
            }
        }
        self.texts = texts
    }

    /// Parses all templates, or says everything that is wrong with them.
    func library(declared: Set<String>) throws(TemplateProblems) -> MustacheLibrary {
        var problems: [String] = []
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in texts {
            do {
                templates[name] = try MustacheTemplate(string: text)
            } catch {
                problems.append("\(name) does not parse: \(error)")
            }
        }
        problems += missingOrUnused(declared: declared)
        guard problems.isEmpty else { throw TemplateProblems(problems) }
        return MustacheLibrary(templates: templates)
    }

    /// Pieces of pages: those that everyone shares, and a folder's own ones, which begin with an underscore.
    static func isPartial(_ name: String) -> Bool {
        name != layout && isShared(name) || name.contains("/_")
    }

    /// What more than one area uses.
    static func isShared(_ name: String) -> Bool {
        name == layout || name.hasPrefix("partials/") || name.hasPrefix("figures/")
    }

    private func missingOrUnused(declared: Set<String>) -> [String] {
        let names = Set(texts.keys)
        var used: Set<String> = []
        var problems: [String] = []
        for (name, text) in texts {
            for partial in Self.partials(in: text) {
                used.insert(partial)
                if !names.contains(partial) { problems.append("\(name) uses \(partial), which does not exist") }
            }
        }
        problems += declared.subtracting(names).map { "the template \($0) is declared but does not exist" }
        problems += names.filter { $0 != Self.layout && !Self.isPartial($0) && !declared.contains($0) }
            .map { "the template \($0) belongs to no page" }
        problems += names.filter { Self.isPartial($0) && !used.contains($0) }.map {
            "the partial \($0) is used nowhere"
        }
        if !names.contains(Self.layout) { problems.append("there is no template \(Self.layout)") }
        return problems
    }

    /// Names of the partials a template includes; dynamic ones (`{{>* …}}`) are chosen by the renderer and left out.
    static func partials(in text: String) -> [String] {
        text.matches(of: #/{{[><]\s*([A-Za-z0-9_\-\/]+)\s*}}/#).map { String($0.output.1) }
    }
}
