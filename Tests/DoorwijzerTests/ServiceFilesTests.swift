import Foundation
import Testing

/// What an installation copies as it stands: units and a site for the proxy. Each rule here was once broken on a real server.
struct ServiceFilesTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/doorwijzer/Service")

    private static let units = ["doorwijzer", "doorwijzer-work", "doorwijzer-migrate", "doorwijzer-backup"]

    private static func lines(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func `the backup leaves the shared memory of the database alone`() throws {
        let lines = try Self.lines("doorwijzer-backup.service")
        #expect(lines.contains("User=postgres"))
        #expect(lines.contains("RemoveIPC=no"))
        #expect(!lines.contains("RemoveIPC=yes"))
    }

    @Test(arguments: units.filter { $0 != "doorwijzer-backup" })
    func `the program may give its threads a lower priority, after all that it may not`(unit: String) throws {
        let filters = try Self.lines(unit + ".service").filter { $0.hasPrefix("SystemCallFilter=") }
        #expect(filters.last == "SystemCallFilter=setpriority")
        #expect(filters.contains { $0.hasPrefix("SystemCallFilter=~") && $0.contains("@resources") })
    }

    @Test(arguments: units) func `every unit stands behind the same fence`(unit: String) throws {
        let lines = Set(try Self.lines(unit + ".service"))
        let fence = [
            "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes",
            "PrivateTmp=yes", "PrivateDevices=yes", "PrivateUsers=yes", "RestrictNamespaces=yes",
            "MemoryDenyWriteExecute=yes", "UMask=0077", "LimitCORE=0",
        ]
        for wall in fence { #expect(lines.contains(wall), "\(wall)") }
    }

    /// A request that nginx could not read has no address, and from there it finds no named place: it answered 500, bare.
    @Test func `the proxy refuses what it cannot read by an address, with the headers of a page`() throws {
        let lines = try Self.lines("nginx.conf")
        let refusals = try #require(lines.first { $0.hasPrefix("error_page 400") }).dropLast().split(separator: " ")
        let place = try #require(refusals.last)
        #expect(place.hasPrefix("/"))
        for status in ["400", "404", "405", "413", "414", "494"] { #expect(refusals.contains(Substring(status))) }
        let block = try #require(lines.firstIndex(of: "location = \(place) {"))
        #expect(lines[block...].prefix(3).contains("internal;"))
        #expect(lines[block...].prefix(3).contains { $0.hasPrefix("include") && $0.hasSuffix("headers.conf;") })
    }
}
