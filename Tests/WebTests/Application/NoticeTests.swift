import Foundation
import HTTPBase
import Site
import TestSupport
import Testing
import Web

/// A redirect leaves a notice in the address; the page shows it and takes it no further.
struct NoticeTests {
    /// What `opgeslagen` says.
    private static let sentence = "Opgeslagen."
    private static let notice = "\(Query.noticeKey)=\(NoticeCode.saved.rawValue)"
    private static let count = "\(Query.noticeCountKey)=3"

    @Test(.timeLimit(.minutes(5))) func `no link, form or redirect of any page carries the notice on`() async throws {
        try await withSite { site, visitor in
            let cast = try await Cast(site)
            var things = try await Things(cast, visitor: visitor)
            try await things.bringFiles(cast.walker(.own, like: visitor).client)
            let walkers = try await cast.walkers(Who.allCases, like: visitor)
            var shown = 0
            for route in site.routes where route.method == "GET" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(RouteTable.rows["\(route)"], "no row for \(route)")
                let noticed = "\(path)?\(Self.notice)&\(Self.count)"
                // The visitor is led to the sign-in and back, whoever may look sees the page.
                let lookers = [walkers.first { reach.opens.contains($0.who) }, walkers.first { $0.who == .visitor }]
                for walker in lookers.compactMap(\.self) {
                    let page = try await walker.client.send("GET", noticed, followRedirects: false)
                    if page.text.contains(Self.sentence) { shown += 1 }
                    #expect(Self.carriers(page) == [], "\(walker.who) \(route)")
                }
            }
            #expect(shown > 20, "the walk shows hardly any notice")
        }
    }

    @Test(arguments: ["/plekken", "/praktijken", "/kandidaten", "/projecten", "/werklijst", "/doorverwijzingen"])
    func `a filtered list keeps its filters in its links and drops the notice`(_ path: String) async throws {
        try await withSite { site, visitor in
            let own = try await Cast(site).walker(.own, like: visitor)
            let plain = try await own.client.send("GET", "\(path)?q=a", followRedirects: false)
            let noticed = try await own.client.send("GET", "\(path)?\(Self.notice)&q=a", followRedirects: false)

            #expect(noticed.text.contains(Self.sentence))
            #expect(noticed.links.map(\.href) == plain.links.map(\.href))
            #expect(noticed.forms.map(\.action) == plain.forms.map(\.action))
            #expect(Self.carriers(noticed) == [])
        }
    }

    /// Whatever leads on from a page with the notice still in it. A form without an action sends to its page's own address.
    private static func carriers(_ page: WebPage) -> [String] {
        var targets = page.body.matches(of: /(?:href|action|formaction|src|value)="([^"]*)"/).map {
            String($0.output.1)
        }
        if let redirect = page.headers["location"] { targets.append(redirect) }
        var carriers = targets.filter { target in
            [notice, count].contains { target.contains($0) || target.removingPercentEncoding?.contains($0) == true }
        }
        for form in page.forms {
            if form.action.isEmpty { carriers.append("a form without an action") }
            if form.controls.contains(where: { $0.name == Query.noticeKey }) { carriers.append("a field") }
        }
        return carriers
    }
}
