import Foundation
import PageKit
import Testing

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

/// What the template language would not tell us, checked for every page of the catalog.
@Suite struct TemplateTests {
    @Test func `every name in every template is a stored property of what is shown`() throws {
        let sources = try TemplateSources.built()
        var checker = TemplateChecker(texts: sources.texts)

        for page in try Samples.pages() {
            checker.check(layout: TemplateSources.layout, page: page.template, documents: documents(page))
        }

        #expect(checker.problems.sorted() == [])
    }

    @Test func `the checker sees a misspelt name, a shadowed optional, a text as condition and an unknown transform`() {
        struct Item { let title: String; let note: String? }
        struct Root { let note: String; let items: [Item]; let empty: [Item] }
        let text =
            "{{#items}}{{.titel}}{{note}}{{#.title}}x{{/.title}}{{uppercase(title)}}{{/items}}{{#empty}}{{/empty}}"
        var checker = TemplateChecker(texts: ["layout": text])

        checker.check(
            layout: "layout",
            page: "p",
            documents: [
                Root(note: "outer", items: [Item(title: "a", note: nil), Item(title: "b", note: "n")], empty: [])
            ]
        )

        let problems = checker.problems.sorted().joined(separator: "\n")
        #expect(checker.problems.count == 5)
        #expect(problems.contains("{{.titel}} is no stored property"))
        #expect(problems.contains("{{note}} is optional and would let an outer value through"))
        #expect(problems.contains("{{#.title}} is always true"))
        #expect(problems.contains("{{uppercase(title)}} has an unknown transform"))
        #expect(problems.contains("{{#empty}} is filled by no sample"))
    }

    @Test func `no template writes raw values, inline script, inline style or an unquoted attribute`() throws {
        let forbidden: [(String, Regex<Substring>)] = [
            ("a raw value", #/{{{|{{&/#),
            ("an inline style", #/<style|\sstyle\s*=/#),
            ("an inline handler", #/\son[a-z]+\s*=/#),
            ("an inline script", #/<script(?![^>]*\ssrc=)/#),
            ("an unquoted attribute", #/=\s*{{/#),
            ("a javascript address", #/javascript:/#),
        ]

        for (name, text) in try TemplateSources.built().texts {
            for (what, pattern) in forbidden {
                #expect(text.firstMatch(of: pattern) == nil, "\(name) has \(what)")
            }
        }
    }

    @Test func `a text area stands at the beginning of a line wherever it is included`() throws {
        for (name, text) in try TemplateSources.built().texts {
            for line in text.split(separator: "\n")
            where line.contains("partials/text-area") || line.contains("</textarea>") {
                #expect(line.first.map { $0 != " " && $0 != "\t" } ?? true, "\(name): \(line)")
            }
        }
    }

    @Test func `every sample renders as one document with one h1 and ids that hold together`() throws {
        let renderer = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders)

        for page in try Samples.pages() {
            for html in try rendered(page, by: renderer) {
                let name = page.template
                #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"), "\(name)")
                #expect(html.matches(of: #/<h1[\s>]/#).count == 1, "\(name) has one h1")
                #expect(!html.contains("{{"), "\(name) has an unrendered tag")
                #expect(!html.contains("Optional("), "\(name) prints an optional")
                let ids = html.matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
                #expect(ids.count == Set(ids).count, "\(name) repeats an id: \(repeated(ids))")
                let pattern = #/\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"/#
                let references = html.matches(of: pattern).flatMap {
                    $0.output.1.split(separator: " ").map(String.init)
                }
                #expect(Set(references).subtracting(ids) == [], "\(name) refers to ids that are not there")
                #expect(html.matches(of: #/<a [^>]*href=""/#).isEmpty, "\(name) has an empty link")
                let levels = html.matches(of: #/<h([1-6])[\s>]/#).compactMap { Int($0.output.1) }
                let jumps = zip(levels, levels.dropFirst()).filter { $1 > $0 + 1 }
                #expect(jumps.isEmpty, "\(name) skips a heading level")
            }
        }
    }

    private func repeated(_ ids: [String]) -> [String] {
        Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    }

    private func documents(_ type: any Sampled.Type) -> [Any] {
        func all<P: Sampled>(_ type: P.Type) -> [Any] {
            P.samples.flatMap { page in Layout.samples.map { Document(page: page, layout: $0) as Any } }
        }
        return all(type)
    }

    private func rendered(_ type: any Sampled.Type, by renderer: PageRenderer) throws -> [String] {
        func all<P: Sampled>(_ type: P.Type) throws -> [String] {
            try P.samples.flatMap { page in try Layout.samples.map { try renderer.render(page, layout: $0) } }
        }
        return try all(type)
    }
}

extension TemplateSources {
    /// The templates that are built into the module.
    static func built() throws -> TemplateSources {
        try TemplateSources(folders: PageCatalog.templateFolders)
    }
}

extension Layout {
    static let assets = Assets(
        stylesheet: "/bestanden/1/doorwijzer.css",
        script: "/bestanden/1/doorwijzer.js",
        favicon: "/bestanden/1/favicon.svg",
        mark: "/bestanden/1/mark.svg"
    )

    /// A visitor's layout and one that has everything.
    static let samples = [
        Layout(
            site: Installation(isDemo: false, contactPhone: "038 000 00 00", contactMail: "hulp@doorwijzer.example"),
            assets: assets,
            currentPath: "/",
            csrfToken: "token-a"
        ),
        Layout(
            site: Installation(isDemo: true, contactPhone: "038 000 00 00", contactMail: "hulp@doorwijzer.example"),
            assets: assets,
            currentPath: "/kandidaten/7F3K2M9Q",
            navigation: .coordinator,
            person: SignedInPerson(
                name: "Sam Voorbeeld",
                teamName: "Team Twente",
                switchURL: "/demo/kies",
                sessionEnd: SessionEnd(clock: "10.30", seconds: 1_800, stayURL: "/account/blijf")
            ),
            csrfToken: "token-b",
            notice: Notice(
                .ok,
                title: "Voorgesteld",
                text: "Wacht op de praktijk.",
                link: PageLink("Bekijk", "/werklijst")
            ),
            alternates: [AlternateLink(title: "CSV", url: "/kandidaten?vorm=csv", mediaType: "text/csv")]
        ),
    ]
}
