import Foundation
import HTTPTypes
public import Hummingbird
public import HummingbirdTesting

/// Walks the site like a person with a browser, straight through the router: follows links and redirects, keeps
/// cookies, fills in forms with all their hidden fields.
///
///     try await WebClient.visit(app) { client in
///         try await client.get("/kandidaten/nieuw")
///         try client.fill("achternaam", "Bakker")
///         try await client.press("Opslaan")
///         #expect(client.page.text.contains("Bakker"))
///     }
public final class WebClient {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    /// What is on the screen now.
    public private(set) var page = WebPage(status: 0, headers: [:], bytes: [], path: "/")

    public init(_ client: any TestClientProtocol) {
        self.client = client
    }

    /// Another visitor of the same site, with cookies of their own.
    public func another() -> WebClient { WebClient(client) }

    /// Starts the app for the time of a journey.
    public static func visit<Value: Sendable>(
        _ app: some ApplicationProtocol,
        _ journey: @escaping @Sendable (WebClient) async throws -> Value
    ) async throws -> Value {
        try await app.test(.router) { client in
            try await journey(WebClient(client))
        }
    }

    // MARK: Going somewhere

    @discardableResult
    public func get(_ path: String, headers: [String: String] = [:]) async throws -> WebPage {
        try await send("GET", path, headers: headers)
    }

    /// Clicks the first link whose text is this, or begins with it.
    @discardableResult
    public func follow(_ text: String) async throws -> WebPage {
        let link = page.links.first { $0.text == text } ?? page.links.first { $0.text.hasPrefix(text) }
        guard let link else {
            throw WebClientFailure("no link “\(text)”; there are: \(page.links.map(\.text))", on: page)
        }
        return try await get(absolute(link.href))
    }

    /// Posts fields without a page, as a script would. Sends what a browser says of a form on our own page.
    @discardableResult
    public func post(
        _ path: String,
        _ fields: [(String, String)],
        headers: [String: String] = [:]
    ) async throws -> WebPage {
        var headers = headers
        headers["content-type"] = headers["content-type"] ?? "application/x-www-form-urlencoded"
        return try await send("POST", path, headers: headers, body: Array(Self.urlEncoded(fields).utf8))
    }

    /// Any request. Redirects (303, 302, 301) are followed with GET, at most ten; `path` may hold a query.
    @discardableResult
    public func send(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: [UInt8]? = nil,
        followRedirects: Bool = true
    ) async throws -> WebPage {
        var (method, path, headers, body) = (method, path, headers, body)
        for _ in 0...10 {
            page = try await answer(method, path, headers, body)
            guard followRedirects, [301, 302, 303].contains(page.status), let location = page.headers["location"] else {
                return page
            }
            (method, path, headers, body) = ("GET", absolute(location), [:], nil)
        }
        throw WebClientFailure("more than ten redirects", on: page)
    }

    // MARK: Filling in

    /// Types into the fields with this name, or chooses this value in a select list or row of radio buttons.
    public func fill(_ name: String, _ value: String) throws {
        try change(name) { control in
            switch control.kind {
            case .value: control.value = value
            case .radio: control.isChosen = control.value == value
            case .select:
                guard let option = control.options.first(where: { $0.value == value || $0.text == value }) else {
                    return
                }
                control.value = option.value
                control.isChosen = true
            case .tick, .file: break
            }
        }
        let isSet = page.forms.contains { form in
            form.controls.contains { $0.name == name && $0.value == value || $0.options.contains { $0.text == value } }
        }
        guard isSet else { throw WebClientFailure("field \(name) does not offer “\(value)”", on: page) }
    }

    /// Ticks or unticks a box, with a given value when several share the name.
    public func check(_ name: String, value: String? = nil, _ isChosen: Bool = true) throws {
        var isFound = false
        try change(name) { control in
            guard control.kind == .tick, value == nil || control.value == value else { return }
            control.isChosen = isChosen
            isFound = true
        }
        guard isFound else { throw WebClientFailure("no box \(name) \(value ?? "")", on: page) }
    }

    /// Chooses a file.
    public func attach(_ name: String, filename: String, bytes: [UInt8]) throws {
        try change(name) { $0.upload = (filename, bytes) }
    }

    /// Presses the first button with this text, and so sends its form.
    ///
    /// - Parameter action: the form's action, when the same button stands in several forms.
    @discardableResult
    public func press(_ text: String, inFormTo action: String? = nil) async throws -> WebPage {
        for form in page.forms where action == nil || form.action == action {
            guard let button = form.buttons.first(where: { $0.text == text }) else { continue }
            return try await submit(form, button)
        }
        let buttons = page.forms.flatMap(\.buttons).map(\.text)
        throw WebClientFailure("no button “\(text)”; there are: \(buttons)", on: page)
    }

    // MARK: How it is sent

    private func submit(_ form: WebForm, _ button: WebForm.Button) async throws -> WebPage {
        let fields = form.fields(pressing: button)
        let path = absolute(button.action ?? form.action)
        guard form.method == "POST" else {
            let plain = path.prefix { $0 != "?" }
            return try await get("\(plain)?\(Self.urlEncoded(fields))")
        }
        // As a browser does within one site (Referrer-Policy: same-origin).
        let referer = ["referer": "https://doorwijzer.example\(page.path)"]
        guard form.isMultipart else { return try await post(path, fields, headers: referer) }
        let boundary = "----doorwijzer-test-boundary"
        var body = ""
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        var bytes = Array(body.utf8)
        for control in form.controls where control.kind == .file {
            let upload = control.upload ?? ("", [])
            let head =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(control.name)\"; "
                + "filename=\"\(upload.filename)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            bytes += Array(head.utf8) + upload.bytes + [13, 10]
        }
        bytes += Array("--\(boundary)--\r\n".utf8)
        return try await send(
            "POST",
            path,
            headers: ["content-type": "multipart/form-data; boundary=\(boundary)"].merging(referer) { $1 },
            body: bytes
        )
    }

    private func answer(
        _ method: String,
        _ path: String,
        _ headers: [String: String],
        _ body: [UInt8]?
    ) async throws -> WebPage {
        var fields = HTTPFields()
        var all = ["sec-fetch-site": "same-origin"].merging(headers) { $1 }
        if !cookies.isEmpty {
            all["cookie"] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        // An empty value takes a header away, e.g. to play a browser that does not send it.
        for (name, value) in all where !value.isEmpty {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        guard let method = HTTPRequest.Method(method) else { throw WebClientFailure("no such method", on: page) }
        let response = try await client.execute(
            uri: String(path.prefix { $0 != "#" }),
            method: method,
            headers: fields,
            body: body.map { ByteBuffer(bytes: $0) }
        ) { $0 }
        var received: [String: String] = [:]
        for field in response.headers {
            if field.name == .setCookie { keep(field.value) }
            received[field.name.canonicalName] = field.value
        }
        return WebPage(
            status: response.status.code,
            headers: received,
            bytes: Array(response.body.readableBytesView),
            path: path
        )
    }

    /// Puts a cookie in the browser, as if the site had set it.
    public func setCookie(_ name: String, _ value: String) { cookies[name] = value }

    /// What the site set; nil when there is no such cookie.
    public func cookie(_ name: String) -> String? { cookies[name] }

    private func keep(_ setCookie: String) {
        let parts = setCookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return }
        let isGone = parts.contains { $0.lowercased() == "max-age=0" }
        cookies[String(pair[..<equals])] = isGone ? nil : String(pair[pair.index(after: equals)...])
    }

    private func change(_ name: String, _ change: (inout WebForm.Control) -> Void) throws {
        var isFound = false
        for form in page.forms.indices {
            for control in page.forms[form].controls.indices where page.forms[form].controls[control].name == name {
                change(&page.forms[form].controls[control])
                isFound = true
            }
        }
        let names = Set(page.forms.flatMap(\.controls).map(\.name)).sorted()
        guard isFound else { throw WebClientFailure("no field \(name); there are: \(names)", on: page) }
    }

    /// A link on this page as path and query.
    private func absolute(_ href: String) -> String {
        let current = page.path.prefix { $0 != "?" && $0 != "#" }
        if href.isEmpty { return page.path }
        if href.hasPrefix("/") { return href }
        if href.hasPrefix("?") { return "\(current)\(href)" }
        if href.hasPrefix("#") { return page.path }
        return "\(current.split(separator: "/").dropLast().map { "/\($0)" }.joined())/\(href)"
    }

    static func urlEncoded(_ fields: [(String, String)]) -> String {
        var allowed = CharacterSet(charactersIn: "-._*")
        allowed.formUnion(CharacterSet(charactersIn: "a"..."z"))
        allowed.formUnion(CharacterSet(charactersIn: "A"..."Z"))
        allowed.formUnion(CharacterSet(charactersIn: "0"..."9"))
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        return fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }
}

/// The page did not have what the journey looked for.
public struct WebClientFailure: Error, CustomStringConvertible {
    public let description: String

    init(_ message: String, on page: WebPage) {
        description = "\(message)\non \(page.path) (\(page.status)) “\(page.title)”:\n\(page.text.prefix(600))"
    }
}
