import Foundation
import Testing

/// What the house promises and no compiler checks: who imports whom, and what never stands in the sources.
struct HouseRulesTests {
    /// Beside Foundation, Logging and the standard library (README, map of the tree).
    private static let allowed: [String: Set<String>] = [
        "Postgres": ["CLibPQ", "Metrics", "ServiceLifecycle", "Subprocess", "System", "SystemPackage"],
        "Domain": [],
        "Matching": ["Domain"],
        "Store": ["Domain", "Postgres"],
        "Mail": ["Domain", "Mustache", "Subprocess", "NIOCore", "NIOPosix", "NIOSSL"],
        "QRCode": ["CQREncode"],
        "Actions": [
            "Domain", "Matching", "Store", "Postgres", "Mail", "Crypto", "CryptoExtras", "ServiceLifecycle",
        ],
        "PageKit": ["Domain", "Matching", "Mustache"],
        "HTTPBase": [
            "Hummingbird", "HummingbirdCore", "Domain", "Store", "Crypto", "CryptoExtras", "HTTPTypes", "NIOCore",
            "NIOHTTP1", "NIOHTTPTypes", "AsyncHTTPClient",
        ],
        "Web/Site": room.subtracting(["Site"]),
        // A room never imports another; the application puts them together.
        "Web/Cases": room,
        "Web/Places": room,
        "Web/Accounts": room.union(["QRCode"]),
        "Web/LearningNetwork": room,
        "Web/Scheme": room,
        "Web/Application": room.union(["Cases", "Places", "Accounts", "LearningNetwork", "Scheme"]),
        "doorwijzer": [
            "Postgres", "Domain", "Matching", "Schema", "Seeds", "Store", "Mail", "Actions", "PageKit", "HTTPBase",
            "Site", "Web", "Hummingbird", "ArgumentParser", "ServiceLifecycle", "UnixSignals",
        ],
        "doorwijzer-bench": [
            "Matching", "Domain", "Store", "HTTPBase", "Postgres", "Schema", "Seeds", "Actions", "Site",
            "Web", "ArgumentParser", "Hummingbird", "AsyncHTTPClient",
        ],
    ]
    private static let room: Set<String> = [
        "Site", "PageKit", "HTTPBase", "Hummingbird", "HTTPTypes", "Domain", "Matching", "Actions", "Store", "Postgres",
    ]
    private static let everywhere: Set<String> = [
        "Foundation", "FoundationEssentials", "Logging", "Synchronization", "Dispatch", "Glibc", "Darwin", "Musl",
    ]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct Source {
        let path: String
        let lines: [Substring]
    }

    private static func sources(_ folder: String, _ suffix: String = ".swift") throws -> [Source] {
        let base = root.appendingPathComponent(folder)
        let names = try #require(FileManager.default.enumerator(atPath: base.path)).compactMap { $0 as? String }
        return try names.filter { $0.hasSuffix(suffix) }.sorted().map { name in
            let text = try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
            return Source(
                path: folder + "/" + name,
                lines: text.split(separator: "\n", omittingEmptySubsequences: false)
            )
        }
    }

    @Test func `every import in the sources is one that its target may have`() throws {
        func folders(_ path: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent(path).path)
        }
        let targets = try folders("Sources").filter { $0 != "Web" } + folders("Sources/Web").map { "Web/\($0)" }
        var strangers: [String] = []
        for target in targets where !["CLibPQ", "CQREncode"].contains(target) {
            let allowed = try #require(Self.allowed[target], "target \(target) is not in the table")
            for source in try Self.sources("Sources/\(target)") {
                for line in source.lines {
                    guard let module = Self.importedModule(line) else { continue }
                    if !allowed.contains(module), !Self.everywhere.contains(module) {
                        strangers.append("\(source.path) imports \(module)")
                    }
                }
            }
        }
        #expect(strangers.isEmpty)
    }

    /// `public import struct Foundation.URL` → `Foundation`; nil for a line that is no import.
    private static func importedModule(_ line: Substring) -> String? {
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first,
            first.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(first)
        {
            words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"]
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
    }

    @Test(arguments: [
        // Effects come in as values: only the composition root reads clock, ids and environment.
        (
            #"\b(Date|UUID)\(\)|\bDate\.now\b|timeIntervalSinceNow"#,
            ["Sources/doorwijzer/", "Sources/doorwijzer-bench/"]
        ),
        (
            #"ProcessInfo\.processInfo\.environment"#,
            ["Sources/doorwijzer/", "Sources/doorwijzer-bench/", "Sources/Postgres/"]
        ),
        (#"\btry!|\bas!|fatalError\(|preconditionFailure\("#, []),
        (#"\bTask\.detached"#, ["Sources/Postgres/", "Sources/doorwijzer/", "Sources/doorwijzer-bench/"]),
        // Such a task inherits that its maker holds a connection, and is refused one of its own (Lease).
        (#"\bTask ?[{(]"#, []),
        (#"(?i)select \*|returning \*"#, []),
        (#"(?i)\b(TODO|FIXME)\b"#, []),
    ])
    func `what never stands in the sources does not stand there`(pattern: String, except: [String]) throws {
        let expression = try Regex(pattern)
        var found: [String] = []
        for source in try Self.sources("Sources") where !except.contains(where: source.path.hasPrefix) {
            for (index, line) in source.lines.enumerated() {
                let code = line.drop { $0 == " " }
                if !code.hasPrefix("//"), code.contains(expression) { found.append("\(source.path):\(index + 1)") }
            }
        }
        #expect(found.isEmpty)
    }

    @Test func `SQL stands in Store and Postgres only`() throws {
        let elsewhere = try Self.sources("Sources")
            .filter { !$0.path.hasPrefix("Sources/Store/") && !$0.path.hasPrefix("Sources/Postgres/") }
            .flatMap { source in try Self.statements(in: source.lines).map { "\(source.path):\($0)" } }
        #expect(elsewhere.isEmpty)
    }

    @Test(arguments: [
        (#"try await connection.execute("delete from cases where id = 1")"#, [1]),
        (#"    "select a from b where c""#, [1]),
        ("let sql: SQL =\n    \"\"\"\n    select a,\n        b\n    from c\n    \"\"\"", [3]),
        ("f(\n\"\"\"\n\n-- Why.\nwith a as (select 1)\nselect b from a\n\"\"\")", [5]),
        ("run(\n    #\"\"\"\n    set local x = 1;\n    \"\"\"#\n)", [3]),
        ("a(\"\"\"\n  Select a place.\n  \"\"\", \"\"\"\n  update b set c = 1\n  \"\"\")", [4]),
        ("/// \"select a from b where c\"", []),
        ("let text = \"\"\"\n    Kies een plek.\n    delete from\n    \"\"\"\nselect(from: a)", []),
    ])
    func `SQL is seen on one line and on several`(code: String, lines: [Int]) throws {
        #expect(try Self.statements(in: code.split(separator: "\n", omittingEmptySubsequences: false)) == lines)
    }

    /// The numbers of the lines on which a text begins that is a statement for the database.
    private static func statements(in lines: [Substring]) throws -> [Int] {
        let onOneLine = try Regex(
            #"(?i)"\s*(select .* from|insert into|update \w+ set|delete from|set local|analyze|truncate|alter table) "#
        )
        let first = try Regex(
            #"(?i)^\s*(select( .*[^.])?$|insert into |update \w+( \w+)? set |delete from |with \w+ (\(.*\) )?as |set local |"#
                + #"create (or replace |temporary |unique )?(table|index|function|policy|role|view) |alter |truncate |analyze |do \$)"#
        )
        var found: [Int] = []
        var isInside = false
        var awaitsFirst = false
        for (index, line) in lines.enumerated() {
            let code = line.drop { $0 == " " }
            if isInside, awaitsFirst, !code.isEmpty, !code.hasPrefix("--") {
                awaitsFirst = false
                if line.contains(first) { found.append(index + 1) }
            }
            if !isInside, !code.hasPrefix("//"), line.contains(onOneLine) { found.append(index + 1) }
            for _ in line.matches(of: /"""/) {
                isInside.toggle()
                awaitsFirst = isInside
            }
        }
        return found
    }

    /// What reads the real date, in Swift or in SQL; `world.now()` does not.
    private static let realDate =
        #"\bDate\(\)|\bDate\.now\b|timeIntervalSinceNow|(?i:(^|[^\w.])now\(\)|\b(current_date|current_time|localtime)\b|"#
        + #"\b(current|transaction|statement|clock)_timestamp\b|\blocaltimestamp\b)"#

    /// How many lines of each file read the real date; comments do not.
    private static func realDates(_ sources: [Source]) throws -> [String: Int] {
        let expression = try Regex(realDate)
        return sources.reduce(into: [:]) { found, source in
            for line in source.lines {
                let code = line.drop { $0 == " " }
                if !code.hasPrefix("//"), !code.hasPrefix("--"), code.contains(expression) {
                    found[source.path, default: 0] += 1
                }
            }
        }
    }

    @Test func `no test reads the real date but through the world's clock`() throws {
        #expect(
            try Self.realDates(Self.sources("Tests")) == [
                // This rule.
                "Tests/DoorwijzerTests/HouseRulesTests.swift": 2,
                // Looks for defaults that would read it.
                "Tests/StoreTests/SchemaTests.swift": 1,
                // Gives the tests' server another date, and looks whether it has it.
                "Tests/TestSupport/ServerDate.swift": 3,
                // A world of today, for the real program, which looks at the clock of the machine.
                "Tests/TestSupport/TestWorld.swift": 1,
            ]
        )
    }

    @Test func `rows carry the application's time, and the database's clock is read where it must be`() throws {
        let sources =
            try Self.sources("Sources/Store") + Self.sources("Sources/Postgres")
            + Self.sources("Schema/Migrations", ".sql")
        #expect(
            try Self.realDates(sources) == [
                // Whoever says it is later than it is must not be believed: the limit is the database's own clock.
                "Schema/Migrations/0007_guards.sql": 1,
                // A trigger on an address, to which no moment of the application's comes along.
                "Schema/Migrations/0014_own_file.sql": 1,
                // When a migration ran.
                "Sources/Postgres/Migrator.swift": 1,
                // Compared with the application's clock before it serves.
                "Sources/Store/ConnectionFacts.swift": 1,
            ]
        )
    }

    @Test func `templates put nothing on the page unescaped and carry no inline code`() throws {
        let forbidden = try Regex(#"\{\{\{|\{\{&|<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=|javascript:"#)
        var found: [String] = []
        for template in try Self.sources("Sources", ".mustache") where !template.path.hasPrefix("Sources/Mail/") {
            for (index, line) in template.lines.enumerated() where line.contains(forbidden) {
                found.append("\(template.path):\(index + 1)")
            }
        }
        #expect(found.isEmpty)
    }

    @Test func `the top of the tree holds what the map says`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
        let expected: Set<String> = ["Package.swift", "README.md", "Schema", "Seeds", "Sources", "Tests"]
        let left: Set<String> = ["Package.resolved"]
        #expect(Set(names.filter { !$0.hasPrefix(".") }).subtracting(left) == expected)
    }
}
