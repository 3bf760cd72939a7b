import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// Sends hostile requests to every route of one site, as everyone in ``Who``. Where a page has a form, its fields are sent as
/// they stand there but for a few, so that what is hostile comes past the first checks.
struct Fuzz {
    /// Where forms and queries of a route were seen.
    private struct Source {
        let path: String
        let who: Who
    }

    private let cast: Cast
    private let visitor: WebClient
    private let things: Things
    private let routes: [TestSite.Route]
    private let log: ErrorLog
    private var dice: Dice
    private var walkers: [Who: Walker] = [:]
    private var sources: [TestSite.Route: [Source]] = [:]
    private var keys: [TestSite.Route: Set<String>] = [:]
    /// Links from mails, by the route they lead to.
    private var links: [TestSite.Route: [String]] = [:]

    /// What came of it.
    struct Outcome: Sendable {
        var sent = 0
        var statuses: [Int: Int] = [:]
        var findings: [String] = []
    }

    private(set) var outcome = Outcome()

    init(_ site: TestSite, _ visitor: WebClient, log: ErrorLog, seed: Int) async throws {
        (self.visitor, self.log) = (visitor, log)
        dice = Dice(seed: seed)
        routes = site.routes
        cast = try await Cast(site)
        var things = try await Things(cast, visitor: visitor.another())
        try await things.bringFiles(cast.walker(.own, like: visitor).client)
        self.things = things
        try await openMail(site)
        try await lookAround()
    }

    /// Attempts every route again and again, in another order each time, until so many requests were sent.
    mutating func run(requests: Int) async throws {
        while outcome.sent < requests {
            walkers = [:]
            for route in dice.shuffled(routes) where outcome.sent < requests { try await attempt(route) }
        }
    }

    // MARK: Getting to know the site

    /// Asks for mail of every kind, and keeps the links in it.
    private mutating func openMail(_ site: TestSite) async throws {
        let candidate = things.identity.first { $0.contains("@") } ?? ""
        let colleague: String = try await site.value(
            "select mail from staff_members where id = \(cast.own.staffMemberID)"
        )
        for (path, mail) in [
            ("/mijn/aanmelden", candidate), ("/wachtwoord-vergeten", colleague),
            ("/kandidaat-worden", "nieuw@\(Hostile.host)"),
        ] {
            let walker = try await cast.walker(.visitor, like: visitor)
            try await walker.client.get(path)
            try walker.client.fill("mail", mail)
            let form = try #require(walker.client.page.forms.first { $0.action == path })
            try await walker.client.press(try #require(form.buttons.first).text, inFormTo: path)
        }
        _ = try await Asked.propose(site)
        let origin = site.world.world.publicOrigin
        for mail in try await site.deliverMail() {
            for link in mail.links(beginning: origin).map({ String($0.dropFirst(origin.count)) }) {
                if let route = route("GET", link), route.path.contains("{token}") {
                    links[route, default: []].append(link)
                }
            }
        }
        try #require(links.count >= 3, "\(links.keys.sorted())")
    }

    /// Opens every page once and notes the forms and filters on it.
    private mutating func lookAround() async throws {
        for route in routes where route.method == "GET" {
            guard let path = links[route]?.first ?? things.path(route) else { continue }
            let openers = RouteTable.rows["\(route)"]?.opens.sorted() ?? []
            let who = openers.first { Who.knowTheName.contains($0) } ?? openers.first ?? .visitor
            let page = try await walker(who).client.send("GET", path, followRedirects: false)
            for form in page.forms {
                let actions = [form.action] + form.buttons.compactMap(\.action)
                for action in actions {
                    let action = action.isEmpty ? path : action
                    guard let target = self.route(form.method, action) else { continue }
                    if form.method == "POST" { sources[target, default: []].append(Source(path: path, who: who)) }
                    if form.method == "GET" { keys[target, default: []].formUnion(form.controls.map(\.name)) }
                }
            }
            for link in page.links {
                let parts = link.href.split(separator: "?", maxSplits: 1)
                guard parts.count == 2, let target = self.route("GET", String(parts[0])) else { continue }
                keys[target, default: []]
                    .formUnion(parts[1].split(separator: "&").map { String($0.prefix { $0 != "=" && $0 != "#" }) })
            }
        }
    }

    /// The route of a path: the one with the most words of its own.
    private func route(_ method: String, _ path: String) -> TestSite.Route? {
        let parts = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        return routes.filter { route in
            let names = route.path.split(separator: "/")
            return route.method == method && names.count == parts.count
                && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.min { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }
    }

    private mutating func walker(_ who: Who) async throws -> Walker {
        if let walker = walkers[who] { return walker }
        // A candidate may have been erased in the meantime.
        var walker = try? await cast.walker(who, like: visitor)
        if walker == nil { walker = try await cast.walker(.visitor, like: visitor) }
        let found = try #require(walker)
        walkers[who] = found
        return found
    }

    // MARK: One attempt

    private mutating func attempt(_ route: TestSite.Route) async throws {
        guard var path = things.path(route) else { return }
        if let links = links.first(where: { $0.key.path == route.path })?.value, dice.chance(70) {
            path = dice.pick(links)
        }
        let openers = RouteTable.rows["\(route)"]?.opens.sorted() ?? []
        let who = openers.isEmpty || dice.chance(40) ? dice.pick(Who.allCases) : dice.pick(openers)
        switch dice.below(100) {
        case 0..<6: try await fire(Shot(who: who, method: dice.pick(Hostile.methods), path: path), nil)
        case 6..<12:
            try await fire(Shot(who: who, method: route.method, path: path, headers: Hostile.headers(&dice)), nil)
        case 12..<16: try await fire(Shot(who: who, method: route.method, path: misspelt(path)), nil)
        case 16..<30 where route.path.contains("{"):
            let path = replacingParameter(of: route, in: path)
            if route.method == "GET" {
                try await fire(Shot(who: who, method: "GET", path: path), route)
            } else {
                try await fire(try await formShot(route, to: path, by: who), route)
            }
        default:
            if route.method == "GET" {
                try await fire(Shot(who: who, method: "GET", path: path + query(route)), route)
            } else if dice.chance(15) {
                let (type, bytes) = Hostile.body(&dice)
                try await fire(
                    Shot(who: who, method: "POST", path: path, headers: ["content-type": type], body: bytes),
                    route
                )
            } else {
                try await fire(try await formShot(route, to: path, by: who), route)
            }
        }
    }

    /// Sends it and judges the answer. `route` is nil where the request is not quite one for the route.
    private mutating func fire(_ shot: Shot, _ route: TestSite.Route?) async throws {
        let walker = try await walker(shot.who)
        var shot = shot
        shot.who = walker.who
        let page = try await walker.client.send(
            shot.method,
            shot.path,
            headers: shot.headers,
            body: shot.body,
            followRedirects: false
        )
        outcome.sent += 1
        outcome.statuses[page.status, default: 0] += 1
        let logged = log.take()
        let reach = route.flatMap { RouteTable.rows["\($0)"] }
        for problem in shot.problems(with: page, reach: reach, identity: things.identity) {
            outcome.findings.append("\(shot.description) \(problem)\(logged.map { "\n    \($0)" }.joined())")
        }
        // Someone else now, or nobody any more.
        if page.headers["set-cookie"] != nil || page.status == 401 { walkers[shot.who] = nil }
    }

    // MARK: What is sent

    /// The form of a page that has one for this route, or fields that other forms have.
    private mutating func formShot(_ route: TestSite.Route, to path: String, by who: Who) async throws -> Shot {
        var (who, fields, isMultipart) = (who, [(String, String)](), false)
        if let sources = sources[route], dice.chance(90) {
            let source = dice.pick(sources)
            if dice.chance(80) { who = source.who }
            let page = try await walker(who).client.send("GET", source.path, followRedirects: false)
            outcome.sent += 1
            let forms = page.forms.filter { form in
                ([form.action] + form.buttons.compactMap(\.action))
                    .contains { self.route("POST", $0.isEmpty ? source.path : $0) == route }
            }
            if !forms.isEmpty {
                let form = dice.pick(forms)
                let buttons = form.buttons
                let plain = form.controls.filter { $0.kind != .file && $0.isChosen }.map { ($0.name, $0.value) }
                fields = buttons.isEmpty ? plain : form.fields(pressing: dice.pick(buttons))
                // What a browser would leave out is filled in as well.
                for control in form.controls where !control.isChosen && control.kind != .file && dice.chance(40) {
                    fields.append((control.name, control.value))
                }
                isMultipart = form.isMultipart
            }
        }
        var encoded = fields.map { (name: Hostile.encoded($0.0), value: Hostile.encoded($0.1)) }
        if encoded.isEmpty {
            encoded.append((FormData.tokenField, try await walker(who).formToken))
            encoded.append(("versie", "1"))
            encoded.append((FormData.submissionField, "11111111-2222-4333-8444-555555555555"))
        }
        for _ in 0...dice.below(3) { spoil(&encoded) }
        if isMultipart, dice.chance(85) {
            let bytes = multipart(encoded.map { ($0.name, $0.value.removingPercentEncoding ?? $0.value) })
            return Shot(
                who: who,
                method: "POST",
                path: path,
                headers: ["content-type": "multipart/form-data; boundary=grens"],
                body: bytes
            )
        }
        let body = encoded.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return Shot(who: who, method: "POST", path: path, headers: Shot.form, body: Array(body.utf8))
    }

    private mutating func spoil(_ fields: inout [(name: String, value: String)]) {
        let open = fields.indices.filter { fields[$0].name != Hostile.encoded(FormData.tokenField) }
        guard !open.isEmpty, !dice.chance(2) else {
            // The token itself.
            fields = fields.map { ($0.name, dice.chance(50) ? $0.value : Hostile.value(&dice)) }
            return
        }
        let index = dice.pick(open)
        switch dice.below(12) {
        case 0: fields.remove(at: index)
        case 1: fields.append((fields[index].name, Hostile.value(&dice)))
        case 2: fields.insert((fields[index].name, Hostile.value(&dice)), at: index)
        case 3: fields.append((fields[index].name + "%5B%5D", Hostile.value(&dice)))
        case 4: fields.append((Hostile.encoded(dice.pick(Hostile.names)), Hostile.value(&dice)))
        default: fields[index].value = Hostile.value(&dice)
        }
    }

    private mutating func multipart(_ fields: [(String, String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += Array("--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for name in ["bestand-kandidaten", "bestand-plekken", "bestand"] {
            bytes += Array(
                "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"lijst.csv\"\r\n\r\n".utf8
            )
            bytes += Hostile.file(&dice) + [13, 10]
        }
        return bytes + Array("--grens--\r\n".utf8)
    }

    private mutating func query(_ route: TestSite.Route) -> String {
        let known = (keys[route] ?? []).filter { !$0.isEmpty }.sorted()
        var pieces: [String] = []
        for _ in 0...dice.below(4) {
            let isKnown = !known.isEmpty && dice.chance(70)
            let key = isKnown ? dice.pick(known) : Hostile.encoded(dice.pick(Hostile.names))
            pieces.append(dice.chance(95) ? "\(key)=\(Hostile.value(&dice))" : Hostile.value(&dice))
        }
        return "?" + pieces.joined(separator: dice.chance(95) ? "&" : ";")
    }

    /// The path with something hostile in the place of one parameter.
    private mutating func replacingParameter(of route: TestSite.Route, in path: String) -> String {
        var parts = path.split(separator: "/").map(String.init)
        let names = route.path.split(separator: "/")
        guard names.count == parts.count else { return path }
        let places = names.indices.filter { names[$0].hasPrefix("{") }
        parts[dice.pick(places)] = Hostile.value(&dice)
        return "/" + parts.joined(separator: "/")
    }

    private mutating func misspelt(_ path: String) -> String {
        switch dice.below(7) {
        case 0: path + "/"
        case 1: "/" + path
        case 2: path + "/" + Hostile.value(&dice)
        case 3: path.uppercased()
        case 4: path.replacing("/", with: "%2f")
        case 5: path + ";a=b\u{1}é 👩‍👩‍👧‍👦#x"
        default: path + "?" + String(repeating: "a=b&", count: 2_500)
        }
    }
}
