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

/// Every sample of every page as a reader sees it, compared with a file beside this test. What changes on purpose is written
/// with `SNAPSHOTS=record swift test --filter PageSnapshotTests`, and read in the difference of the commit.
@Suite struct PageSnapshotTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Snapshots", directoryHint: .isDirectory)
    private static let isRecording = ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record"

    @Test func `every page reads as it did, and every file is of a page`() throws {
        let shown = try Self.shown()
        let known = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        if Self.isRecording {
            for name in known where shown[name] == nil {
                try FileManager.default.removeItem(at: Self.folder.appending(path: name))
            }
            for (name, text) in shown {
                try text.write(to: Self.folder.appending(path: name), atomically: true, encoding: .utf8)
            }
            return
        }
        #expect(Set(known).subtracting(shown.keys).sorted() == [], "no page has these; SNAPSHOTS=record removes them")
        for (name, text) in shown.sorted(by: { $0.key < $1.key }) {
            let kept = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            let difference = Self.difference(from: kept ?? "", to: text)
            #expect(kept == text, "\(name) reads differently; SNAPSHOTS=record writes it anew\n\(difference)")
        }
    }

    @Test func `a page is reduced to what a reader sees`() {
        let html = """
            <html><head><title>A &amp; B</title></head><body><header>weg</header><main>
            <h2>Kop</h2><p>Een <strong>zin</strong> met <a class="x" href="/plek">een link</a>.</p><!-- niets -->
            <ul><li>een</li><li>twee</li></ul><input type="hidden" name="_csrf" value="x"><input name="a" value="1 &lt; 2">
            <input type="checkbox" checked> <select><option value="a">A</option><option selected>B</option></select>
            <textarea name="t">\nregel\nnog een\n</textarea><button>Bewaar</button>
            <table><tr><th>k</th><td>v</td></tr></table></main></body></html>
            """
        #expect(
            VisibleText.of(html) == """
                Titel: A & B
                ## Kop
                Een zin met een link </plek> .
                - een
                - twee
                [1 < 2] [x] [A | *B] [regel⏎nog een] [[Bewaar]]
                k | v |
                """
        )
    }

    /// The files by name; the layout around a page stands in one of its own.
    private static func shown() throws -> [String: String] {
        let renderer = try PageRenderer(pages: PageCatalog.pages, folders: PageCatalog.templateFolders)
        func texts<P: Sampled>(_ type: P.Type) throws -> [String] {
            try P.samples.map { try VisibleText.of(renderer.render($0, layout: Layout.samples[0])) }
        }
        var shown: [String: String] = [:]
        for page in try Samples.pages() {
            let name = page.template.replacing("/", with: "-") + ".txt"
            shown[name] = try joined(texts(page))
        }
        let start = try #require(StartPage.samples.first)
        shown["layout.txt"] = try joined(
            Layout.samples.map { layout in
                let html = try renderer.render(start, layout: layout)
                // The page itself stands in its own file.
                let main = html.range(of: "<main").flatMap { from in
                    html.range(of: "</main>", range: from.lowerBound..<html.endIndex).map {
                        from.lowerBound..<$0.upperBound
                    }
                }
                return VisibleText.of(
                    main.map { html.replacingCharacters(in: $0, with: "<p>…</p>") } ?? html,
                    isWhole: true
                )
            }
        )
        return shown
    }

    private static func joined(_ texts: [String]) throws -> String {
        texts.enumerated().map { "=== \($0 + 1) ===\n\($1)\n" }.joined(separator: "\n")
    }

    /// The lines that went and came, the first twenty.
    private static func difference(from old: String, to new: String) -> String {
        let old = old.split(separator: "\n", omittingEmptySubsequences: false)
        let new = new.split(separator: "\n", omittingEmptySubsequences: false)
        return new.difference(from: old).sorted { $0.line < $1.line }.prefix(20).map(\.text).joined(separator: "\n")
    }
}

extension CollectionDifference<Substring>.Change {
    fileprivate var line: Int {
        switch self {
        case .insert(let line, _, _), .remove(let line, _, _): line
        }
    }

    fileprivate var text: String {
        switch self {
        case .insert(let line, let text, _): "\(line + 1) + \(text)"
        case .remove(let line, let text, _): "\(line + 1) - \(text)"
        }
    }
}
