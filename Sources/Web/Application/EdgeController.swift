import Foundation
import HTTPBase
import HTTPTypes
import Hummingbird
import Site

/// What machines ask for at fixed addresses: whom to tell about a leak, and what a search engine may read. Without a
/// session and without the database.
struct EdgeController: Sendable {
    let isDemo: Bool
    let publicOrigin: String
    /// `mailto:…` or `https://…`.
    let securityContact: String
    let now: @Sendable () -> Date

    func addRoutes(_ router: Router<RootContext>) {
        router.get("/.well-known/security.txt") { _, _ in plain(securityText) }
        router.get("/robots.txt") { _, _ in plain(robotsText) }
    }

    /// RFC 9116. It may hold for less than a year, so that nobody trusts an address that was forgotten.
    private var securityText: String {
        let day: TimeInterval = 24 * 60 * 60
        let until = (now().timeIntervalSince1970 / day).rounded(.down) * day + 180 * day
        return """
            Contact: \(securityContact)
            Expires: \(Date(timeIntervalSince1970: until).formatted(.iso8601))
            Preferred-Languages: nl, en
            Canonical: \(publicOrigin)/.well-known/security.txt

            """
    }

    /// Pages for people who are signed in answer nobody else; naming them here would only be a list of addresses.
    private var robotsText: String {
        isDemo
            ? "User-agent: *\nDisallow: /\n"
            : "User-agent: *\nAllow: /open-data\nDisallow: /antwoord/\nDisallow: /mijn/\nDisallow: /welkom/\nDisallow: /*?vorm=\n"
                + "Sitemap: \(publicOrigin)/sitemap.xml\n"
    }

    private func plain(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=86400"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
