import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// The pages of candidates, at the width of a phone and in both colours, as ``PictureTests`` does for coordinators.
@Suite(.serialized) struct OwnPictureTests {
    @Test(.timeLimit(.minutes(10))) func `every page of a candidate is there and fits a narrow phone`() async throws {
        try await withLiveSite { site, origin in
            let file = DemoStory().waitingInFullRegion
            let name: String = try await site.value(
                """
                select concat_ws(' ', i.given_name, nullif(i.name_infix, ''), i.family_name) from candidate_identities i
                join case_files f on f.candidate_id = i.candidate_id where f.reference = \(file)
                """
            )
            let visitors = [
                "/mijn/aanmelden", "/mijn/aanmelden/verstuurd", "/kandidaat-worden", "/kandidaat-worden/verstuurd",
                "/mijn/gewist", "/mijn/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            ]
            let own = [
                "/mijn", "/mijn/welkom", "/mijn/trajecten/\(file)", "/mijn/beoordeling", "/mijn/beoordeling/kort",
                "/mijn/beoordeling/volledig", "/mijn/beoordeling/download", "/mijn/toestemmingen", "/mijn/gegevens",
                "/mijn/gegevens/wijzigen", "/mijn/gegevens/download", "/mijn/mailadres", "/mijn/bewaren",
                "/mijn/inzage", "/mijn/stoppen", "/mijn/wissen", "/mijn/dubbel",
            ]
            let environment = ProcessInfo.processInfo.environment
            let axe = try environment["AXE"].map { try String(contentsOfFile: $0, encoding: .utf8) }
            @Sendable func signIn(_ browser: Browser) async throws {
                try await browser.open(origin + "/demo/kies")
                try await browser.follow(.button("Word \(name)"))
            }
            try await Browser.run { browser in
                for path in visitors { try await Self.judge(path, origin, browser, axe) }
                try await signIn(browser)
                for path in own { try await Self.judge(path, origin, browser, axe) }
            }
            guard let folder = environment["PICTURES"] else { return }
            let files = try await screenshots(of: own, at: origin, into: URL(fileURLWithPath: folder)) { browser in
                try await signIn(browser)
            }
            #expect(files.count == own.count * 2)
        }
    }

    private static func judge(_ path: String, _ origin: String, _ browser: Browser, _ axe: String?) async throws {
        try await browser.setViewport(.phone)
        try await browser.open(origin + path)
        #expect(try await browser.sidewaysOverflow().isEmpty, "\(path)")
        #expect(try await !browser.text().contains("Deze pagina is er niet"), "\(path)")
        #expect(try await browser.structuralProblems() == [], "\(path)")
        guard let axe else { return }
        for dark in [false, true] {
            // Colours fade from one scheme to the other, so the page is opened anew.
            try await browser.setColourScheme(dark: dark)
            try await browser.open(origin + path)
            let violations = try await browser.axeViolations(axe)
            #expect(violations == [], "\(path) \(dark ? "dark" : "light")")
        }
    }
}
