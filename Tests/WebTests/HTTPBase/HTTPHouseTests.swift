import Domain
import Foundation
import HTTPBase
import HTTPTypes
import Hummingbird
import Synchronization
import TestSupport
import Testing

/// The base under all pages, with a few pages of its own: sessions, forms, errors, headers, files.
@Suite struct HTTPHouseTests {
    // MARK: Sessions

    @Test func `a visitor is sent to the sign-in page, signs in, sees the page and signs out`() async throws {
        try await visit { client in
            try await client.get("/geheim?zoek=a b".replacing(" ", with: "+"))
            #expect(client.page.path == "/kies?terug=%2Fgeheim%3Fzoek%3Da%2Bb")

            try await client.press("Word Anna")
            #expect(client.page.text.contains("Dag Anna"))
            #expect(client.page.headers["cache-control"] == "no-store")

            try await client.press("Uitloggen")
            try await client.get("/geheim")
            #expect(client.page.path.hasPrefix("/kies"))
        }
    }

    @Test func `the cookie is bound to this host and hidden from scripts`() async throws {
        try await visit { client in
            try await client.get("/kies")
            let token = try #require(client.page.forms.first?.controls.first?.value)
            let page = try await client.send(
                "POST",
                "/kies",
                headers: ["content-type": "application/x-www-form-urlencoded"],
                body: Array("_csrf=\(token)".utf8),
                followRedirects: false
            )
            let cookie = try #require(page.headers["set-cookie"])
            #expect(cookie.hasPrefix("__Host-doorwijzer="))
            #expect(cookie.hasSuffix("; Path=/; Secure; HttpOnly; SameSite=Lax"))
        }
    }

    @Test func `a post without session gets 401`() async throws {
        try await visit { client in
            try await client.get("/kies")
            let token = try #require(client.page.forms.first?.controls.first?.value)
            #expect(try await client.post("/geheim", [("_csrf", token)]).status == 401)
        }
    }

    // MARK: Forms from elsewhere

    @Test(
        arguments: [
            (["sec-fetch-site": "cross-site"], 403), (["sec-fetch-site": "same-site"], 403),
            (["sec-fetch-site": "", "origin": "https://evil.example"], 403),
            (["sec-fetch-site": "", "origin": "null"], 403),
            (["sec-fetch-site": "", "origin": "http://localhost"], 200), (["sec-fetch-site": ""], 200),
            (["sec-fetch-site": "none"], 200),
        ] as [([String: String], Int)]
    )
    func `a form is taken only from our own pages`(headers: [String: String], status: Int) async throws {
        try await visit { client in
            try await client.get("/formulier")
            let token = try #require(client.page.forms.first?.controls.first?.value)
            #expect(
                try await client.post("/formulier", Self.valid + [("_csrf", token)], headers: headers).status == status
            )
            #expect(try await client.post("/formulier", Self.valid, headers: headers).status == 403)
        }
    }

    @Test func `the token of a visitor holds a day, and is none for a session`() {
        let clock = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        let keys = CrossSiteKeys(secret: Array(repeating: 7, count: 32)) { clock.withLock { $0 } }
        let token = keys.token(for: nil)
        let session = SignedIn.staff(House.session(SessionToken(bytes: Array(repeating: 1, count: 32)).hash))
        let other = SignedIn.staff(House.session(SessionToken(bytes: Array(repeating: 2, count: 32)).hash))

        #expect(keys.accepts(token, for: nil))
        #expect(!keys.accepts(token, for: session))
        #expect(keys.accepts(keys.token(for: session), for: session))
        #expect(!keys.accepts(keys.token(for: session), for: other))
        #expect(!keys.accepts(keys.token(for: session), for: nil))
        for wrong in ["", ".", "1", "\(token)x", "9\(token)"] { #expect(!keys.accepts(wrong, for: nil)) }
        clock.withLock { $0 += 24 * 3600 }
        #expect(keys.accepts(token, for: nil))
        clock.withLock { $0 += 3600 }
        #expect(!keys.accepts(token, for: nil))
    }

    // MARK: Bad input

    @Test func `a refused form says everything that is wrong`() async throws {
        try await visit { client in
            try await client.get("/formulier")
            try client.fill("naam", "")
            try client.fill("weken", "99")
            try await client.press("Opslaan")
            #expect(client.page.status == 400)
            #expect(client.page.text.contains("Vul in: naam."))
            #expect(client.page.text.contains("Weken moet een heel getal zijn van 1 tot en met 60."))
        }
    }

    @Test func `a file comes through whole, with the other fields`() async throws {
        let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) } + Array("\r\n--x\r\n".utf8)
        try await visit { client in
            try await client.get("/invoer")
            try client.fill("naam", "één\r\ntwee")
            try client.attach("bestand", filename: "C:\\map\\lijst.csv", bytes: bytes)
            try await client.press("Inlezen")
            #expect(client.page.text == "lijst.csv \(bytes.count) \(bytes.reduce(0) { $0 &* 31 &+ Int($1) }) één twee")
        }
    }

    @Test(arguments: [
        ("naam=%ZZ", 400), ("naam=%FF", 400), ("naam=a%00b", 400),
        ("naam=" + String(repeating: "a", count: 100_001), 400),
        (String(repeating: "a=1&", count: 2_001), 400), (String(repeating: "a", count: 600_000), 413),
    ])
    func `a body that cannot be right is refused and nothing stops`(body: String, status: Int) async throws {
        try await visit { client in
            let page = try await client.send(
                "POST",
                "/formulier",
                headers: ["content-type": "application/x-www-form-urlencoded"],
                body: Array(body.utf8)
            )
            #expect(page.status == status)
            #expect(try await client.get("/formulier").status == 200)
        }
    }

    @Test(arguments: [
        "", "x", "--b", "--b\r\n", "--b\r\n\r\n--b--", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--b\r\nx\r\n\r\n\r\n--b--",
    ])
    func `a broken multipart body is refused`(body: String) async throws {
        try await visit { client in
            let page = try await client.send(
                "POST",
                "/formulier",
                headers: ["content-type": "multipart/form-data; boundary=b"],
                body: Array(body.utf8)
            )
            #expect(page.status == (body.isEmpty ? 403 : 400))
        }
    }

    @Test(arguments: [
        ("GET", "/niets", 404), ("GET", "/formulier/", 404), ("DELETE", "/formulier", 405), ("POST", "/", 405),
        ("HEAD", "/formulier", 200), ("GET", "/lijst?stap=onzin", 400), ("GET", "/lijst?stap=placed", 200),
        ("GET", "/lijst?na=!", 400), ("GET", "/lijst?stap=%E9", 400), ("GET", "/conflict", 409),
        ("GET", "/verboden", 403),
        ("GET", "/kapot", 500), ("GET", "/weg", 503),
    ])
    func `every error is a page with all headers`(method: String, path: String, status: Int) async throws {
        try await visit { client in
            let page = try await client.send(method, path)
            #expect(page.status == status)
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(page.headers["x-content-type-options"] == "nosniff")
            #expect(page.headers["x-frame-options"] == "DENY")
            #expect(page.headers["referrer-policy"] == "same-origin")
            #expect(page.headers["strict-transport-security"] != nil)
            #expect(page.headers["server"] == nil)
            if status >= 400 {
                #expect(page.headers["cache-control"] == "no-store")
                #expect(page.text.contains("Fout \(status)"))
                #expect(!page.text.contains("geheime melding"))
            }
            #expect((page.headers["retry-after"] != nil) == (status == 503))
            if status == 405 { #expect(page.headers["allow"] == (path == "/" ? "GET, HEAD" : "GET, HEAD, POST")) }
        }
    }

    // MARK: Files

    @Test func `a file is kept for a year under its hash, and has one answer per content`() async throws {
        let house = try House()
        try await WebClient.visit(house.app) { client in
            let page = try await client.get(house.base.files.url("stijl.css"))
            #expect(page.body == "p { color: teal }")
            #expect(page.headers["content-type"] == "text/css; charset=utf-8")
            #expect(page.headers["cache-control"] == "public, max-age=31536000, immutable")
            let tag = try #require(page.headers["etag"])
            #expect(
                try await client.get(house.base.files.url("stijl.css"), headers: ["if-none-match": tag]).status == 304
            )
            #expect(try await client.get("/bestanden/oud/stijl.css").headers["cache-control"] == "public, max-age=60")
            #expect(try await client.get("/bestanden/oud/../../geheim").status == 404)
            #expect(try await client.get(house.base.files.url("niets.css")).status == 404)
            #expect(try await client.get("/robots.txt").status == 200)
        }
    }

    @Test(arguments: [
        ("/werklijst?a=b", true), ("//evil.example", false), ("https://evil.example", false),
        ("/\\evil.example", false),
        ("werklijst", false), ("/a\nb", false), ("", false),
    ])
    func `redirects go to own paths only`(path: String, isOwn: Bool) {
        #expect((ownPath(path) != nil) == isOwn)
        #expect(Response.seeOther(path).headers[.location] == (isOwn ? path : "/"))
    }

    private static let valid = [("naam", "Anna"), ("weken", "10")]

    private func visit(_ journey: @escaping @Sendable (WebClient) async throws -> Void) async throws {
        try await WebClient.visit(try House().app, journey)
    }
}
