import Foundation
import HTTPBase
import TestSupport

/// One hostile request.
struct Shot {
    var who: Who
    var method: String
    var path: String
    var headers: [String: String] = [:]
    var body: [UInt8]?

    static let form = ["content-type": "application/x-www-form-urlencoded"]

    /// What has to be sent again to see the same.
    var description: String {
        let body = body.map { " with \($0.count) bytes “\(String(decoding: $0.prefix(300), as: UTF8.self))”" } ?? ""
        let headers = headers.isEmpty ? "" : " \(headers.sorted { $0.key < $1.key }.map { "\($0): \($1.prefix(120))" })"
        return "\(method) \(path.prefix(300)) by \(who)\(headers)\(body)"
    }

    /// What is wrong with the answer; empty when all is well.
    ///
    /// - Parameters:
    ///   - reach: who may open the route; nil when the path is no route's.
    ///   - identity: what only those who know the candidate may read.
    func problems(with page: WebPage, reach: Reach?, identity: [String]) -> [String] {
        var problems: [String] = []
        let type = page.headers["content-type"] ?? ""
        let body = page.body
        if page.status >= 500 { problems.append("answers \(page.status)") }
        if type.hasPrefix("text/html") {
            if method != "HEAD", !body.contains("<html lang=\"nl\"") { problems.append("is no Dutch page") }
            if page.headers["content-security-policy"] == nil { problems.append("has no content security policy") }
        } else if page.status >= 400 {
            problems.append("tells what is wrong (\(page.status)) in “\(type)”")
        }
        if body.contains(Hostile.script) { problems.append("holds a script from outside") }
        for leak in Self.leaks where body.contains(leak) { problems.append("holds “\(leak)”") }
        if let location = page.headers["location"], !Self.isOwn(location) {
            problems.append("sends on to “\(location)”")
        }
        if page.headers.values.contains(where: { $0.contains("\r") || $0.contains("\n") }) {
            problems.append("has a line break in a header")
        }
        if let reach {
            // Whoever is turned away at the door stays outside, whatever else was sent.
            if !reach.opens.contains(who), !reach.hidden.contains(who), method != "OPTIONS", page.status == 200 {
                problems.append("opens")
            }
            if !reach.isDemo, !Who.knowTheName.contains(who), who != .agreed {
                for word in identity where body.contains(word) { problems.append("tells “\(word)”") }
            }
        }
        return problems
    }

    /// Words that stand in errors and code, never in a page.
    private static let leaks = [
        "SQLSTATE", "DatabaseError", "violates ", "ERROR:", "DETAIL:", "relation \"", "invalid input syntax", ".swift",
        "Swift.",
        "Fatal error", "/Sources/", "Optional(", "HTTPError", "Mustache", "MalformedRequest",
    ]

    private static func isOwn(_ location: String) -> Bool {
        location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\")
    }
}
