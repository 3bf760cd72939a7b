import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// Every kind of page at the width of a phone and of a desk. `PICTURES=folder swift test --filter PictureTests` writes what it
/// looks like. `AXE=axe.min.js` lets axe-core judge each page too. Without them the test looks that each page is there, fits,
/// and is built so that everyone can use it.
@Suite(.serialized) struct PictureTests {
    @Test(.timeLimit(.minutes(10))) func `every kind of page is there and fits a narrow phone`() async throws {
        try await withLiveSite { site, origin in
            let paths = try await Self.paths(site)
            let actor = try await site.coordinator(of: DemoStory().waitingInFullRegion)
            let environment = ProcessInfo.processInfo.environment
            let axe = try environment["AXE"].map { try String(contentsOfFile: $0, encoding: .utf8) }
            try await Browser.run { browser in
                let walker = Walker(browser, origin)
                try await walker.become(actor)
                // The page of an error is a page too.
                for path in paths + ["/bestaat-niet"] {
                    try await walker.open(path)
                    let isMissing = try await browser.text().contains("Deze pagina is er niet")
                    #expect(isMissing == (path == "/bestaat-niet"), "\(path)")
                    let problems = try await browser.structuralProblems()
                    #expect(problems == [], "\(path)")
                    guard let axe else { continue }
                    for dark in [false, true] {
                        // Colours fade from one scheme to the other, so the page is opened anew.
                        try await browser.setColourScheme(dark: dark)
                        try await browser.open(origin + path)
                        let violations = try await browser.axeViolations(axe)
                        #expect(violations == [], "\(path) \(dark ? "dark" : "light")")
                    }
                }
            }
            guard let folder = environment["PICTURES"] else { return }
            let files = try await screenshots(of: paths, at: origin, into: URL(fileURLWithPath: folder)) { browser in
                try await Walker(browser, origin).become(actor)
            }
            #expect(files.count == paths.count * 2)
        }
    }

    private static func paths(_ site: TestSite) async throws -> [String] {
        let candidate = "/kandidaten/\(DemoStory().waitingInFullRegion)"
        let region = DemoStory.fullRegion
        let away: String = try await site.value(
            """
            select reference from training_places where region_code = \(DemoStory.roomyRegion) and state = 'open'
            order by reference limit 1
            """
        )
        let place: String = try await site.value(
            "select reference from training_places where region_code = \(region) and state = 'open' order by reference limit 1"
        )
        let practice: String = try await site.value(
            "select reference from practices where region_code = \(region) order by reference limit 1"
        )
        let supervisor: String = try await site.value(
            """
            select '/praktijken/' || p.reference || '/begeleiders/' || s.id from supervisors s
            join practices p on p.id = s.practice_id where p.region_code = \(region) order by s.id limit 1
            """
        )
        let team = try await site.coordinator(of: DemoStory().waitingInFullRegion).teamID
        let proposal: String = try await site.value(
            "select reference from proposals where team_id = \(team) order by state <> 'open', reference limit 1"
        )
        let referral: String = try await site.value(
            "select reference from referrals where sending_team_id = \(team) order by state <> 'open', reference limit 1"
        )
        let project: String = try await site.value(
            "select slug from projects where publication = 'published' order by application_id is null, slug limit 1"
        )
        let good: String = try await site.value(
            "select slug from good_practices where state = 'published' order by slug limit 1"
        )
        let meeting: String = try await site.value(
            "select slug from meetings where state = 'planned' order by starts_at, slug limit 1"
        )
        let question: String = try await site.value("select slug from questions order by asked_at desc, slug limit 1")
        return [
            "/projecten", "/projecten?q=begeleider&knelpunt=supervision", "/projecten/\(project)", "/knelpunten",
            "/knelpunten/begeleiding", "/leernetwerk", "/leernetwerk/leden", "/leernetwerk/lidmaatschap",
            "/bijeenkomsten",
            "/bijeenkomsten/\(meeting)", "/goede-praktijken", "/goede-praktijken/\(good)", "/vragen",
            "/vragen/\(question)", "/subsidie", "/open-data", "/regios/twente/gereedschap",
            "/regios/twente/sociale-kaart",
            "/", "/stijlgids", "/privacy", "/toegankelijkheid", "/woordenlijst", "/regios", "/regios/twente",
            "/demo/kies",
            "/werklijst", "/kandidaten", "/kandidaten/nieuw", candidate, "\(candidate)/wijzigen",
            "\(candidate)/kaart", "\(candidate)/plekken", "\(candidate)/plekken/\(away)", "\(candidate)/beoordeling",
            "\(candidate)/beoordeling/kort", "\(candidate)/beoordeling/volledig", "\(candidate)/toestemmingen",
            "\(candidate)/contacten", "\(candidate)/coordinator", "\(candidate)/stap/terugtrekken",
            "\(candidate)/stap/blijven-zoeken", "\(candidate)/voorstellen/\(place)", "\(candidate)/doorverwijzen",
            "\(candidate)/doorverwijzen?regio=\(DemoStory.roomyRegion)", "/voorstellen/\(proposal)",
            "/doorverwijzingen",
            "/doorverwijzingen/\(referral)", "/plekken", "/plekken/\(place)", "/plekken/\(place)/wijzigen",
            "/plekken/nieuw?praktijk=\(practice)", "/plekken/nieuw", "/plekken/aangeboden", "/plek-aanbieden",
            "/praktijken",
            "/praktijken/nieuw", "/praktijken/\(practice)", "/praktijken/\(practice)/wijzigen",
            "/praktijken/\(practice)/contacten", "/praktijken/\(practice)/begeleiders/nieuw", supervisor, "/invoer",
        ]
    }
}
