import Domain
import Foundation
import HTTPBase
import Postgres
import TestSupport
import Testing

/// Every form of the site is filled in, sent after the session ended, and looked for again.
struct KeptFormWalkTests {
    /// Forms whose text is not put back, each with the reason.
    private static let without: [String: String] = [
        "/stijlgids": "shows what a form looks like and sends nowhere",
        "/demo/kies": "chooses who to be; nothing is typed",
        "/demo/afmelden": "ends a session that has ended already",
        "/afmelden": "ends a session that has ended already",
        "/mijn/afmelden": "ends a session that has ended already",
    ]

    @Test func `what was typed into any form comes back after the session ended`() async throws {
        try await withSite { site, visitor in
            let cast = try await Cast(site)
            var things = try await Things(cast, visitor: visitor)
            try await things.bringFiles(cast.walker(.own, like: visitor).client)
            var walked: Set<String> = []
            for route in site.routes where route.method == "GET" {
                let path = try #require(things.path(route), "no value for a parameter of \(route)")
                let reach = try #require(RouteTable.rows["\(route)"], "no row for \(route)")
                for who in reach.opens where Who.one(of: who) {
                    let walker = try await cast.walker(who, like: visitor)
                    let page = try await walker.client.get(path)
                    for form in page.forms
                    where form.method == "POST" && walked.insert("\(who) \(form.action)").inserted {
                        guard Self.without[form.action] == nil else { continue }
                        // Ends the session of another device, which the walk has ended already.
                        guard !form.action.hasPrefix("/account/apparaten/") else { continue }
                        let problem = try await Self.problem(form, of: walker, on: path, site, cast)
                        #expect(problem == nil, "\(who) \(route) \(form.action): \(problem ?? "")")
                    }
                }
            }
            #expect(walked.count > 60)
        }
    }

    /// What went wrong with one form; nil when all its text came back.
    private static func problem(
        _ form: WebForm,
        of walker: Walker,
        on path: String,
        _ site: TestSite,
        _ cast: Cast
    ) async throws -> String? {
        // The walk comes from one address and sends more than a person would.
        try await site.world.owner.withConnection { connection in
            _ = try await connection.execute("delete from kept_forms")
            _ = try await connection.execute("delete from sessions")
        }
        let typed = typing(into: form)
        let token = form.controls.first { $0.name == FormData.tokenField }?.value ?? ""
        let isVisitor = walker.who == .visitor
        // The page of a visitor is too old instead.
        let fields = typed.map {
            $0.name == FormData.tokenField && isVisitor ? ($0.name, "1.\(token)") : ($0.name, $0.value)
        }
        let client = walker.client
        try await client.post(form.action, fields, headers: ["referer": "https://doorwijzer.example\(path)"])
        guard client.page.status == 403 else { return "answers \(client.page.status)" }
        guard let link = client.page.links.first(where: { $0.href.hasPrefix("/bewaard/") }) else {
            return "is not kept"
        }
        if let cookie = try await cast.walker(walker.who, like: client).client.cookie(SessionTokenName.cookie) {
            client.setCookie(SessionTokenName.cookie, cookie)
        }
        try await client.get(link.href)
        guard client.page.status == 200 else { return "comes back with \(client.page.status)" }
        let again = client.page.forms.first {
            $0.action == form.action && $0.controls.contains { $0.name == "_bewaard" }
        }
        guard let again else { return "is not on \(client.page.path)" }
        var there = again.controls.filter(\.isChosen).map { "\($0.name)=\($0.value)" }
        for field in typed where field.isVisible && !SentForm.isSecret(field.name) {
            guard let index = there.firstIndex(of: "\(field.name)=\(field.value)") else {
                return "lost \(field.name)=\(field.value)"
            }
            there.remove(at: index)
        }
        let chosen = again.controls.filter { ($0.kind == .tick || $0.kind == .radio) && $0.isChosen }
        guard chosen.allSatisfy({ control in typed.contains { $0.name == control.name && $0.value == control.value } })
        else { return "ticks what was not ticked" }
        return nil
    }

    private struct Field {
        let name: String
        let value: String
        let isVisible: Bool
    }

    /// Something in every field: text, the last of every list and row, and every box the other way round.
    private static func typing(into form: WebForm) -> [Field] {
        var fields: [Field] = []
        let lastRadios = Dictionary(
            form.controls.filter { $0.kind == .radio }.map { ($0.name, $0.value) },
            uniquingKeysWith: { $1 }
        )
        for (index, control) in form.controls.enumerated() {
            switch control.kind {
            case .value where control.isHidden:
                fields.append(Field(name: control.name, value: control.value, isVisible: false))
            case .value: fields.append(Field(name: control.name, value: "Tekst \(index): \"<b>&\"", isVisible: true))
            case .select:
                let value = control.options.last?.value ?? ""
                fields.append(Field(name: control.name, value: value, isVisible: true))
            case .tick where !control.isChosen:
                fields.append(Field(name: control.name, value: control.value, isVisible: true))
            case .radio where lastRadios[control.name] == control.value:
                fields.append(Field(name: control.name, value: control.value, isVisible: true))
            case .tick, .radio, .file: break
            }
        }
        return fields
    }
}

private enum SessionTokenName { static let cookie = SessionToken.cookieName }
