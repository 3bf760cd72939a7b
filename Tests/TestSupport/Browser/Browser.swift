public import Foundation
import NIOHTTP1

/// A headless Chromium with one tab, driven as a person would: by what stands on links, buttons and labels.
///
/// Suites that use it are `.serialized`: every browser is a process of a few hundred megabytes.
public struct Browser: Sendable {
    private let driver: ChromeDriver
    private let session: String

    /// Where something is on the page.
    public enum Target: Sendable, CustomStringConvertible {
        case css(String)
        /// The exact text of a link, white space made single.
        case link(String)
        case button(String)
        /// The field that belongs to a label: the exact text, or else the beginning of it.
        case label(String)

        public var description: String {
            switch self {
            case .css(let selector): "css \(selector)"
            case .link(let text): "link “\(text)”"
            case .button(let text): "button “\(text)”"
            case .label(let text): "field “\(text)”"
            }
        }
    }

    /// A size of the visible part, in CSS pixels.
    public struct Viewport: Hashable, Sendable {
        public let width: Int
        public let height: Int
        public static let phone = Viewport(width: 320, height: 720)
        public static let desktop = Viewport(width: 1280, height: 900)

        public init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// Opens a fresh browser (no cookies, no history) for a walk and closes it afterwards.
    public static func run<Value>(
        javaScript: Bool = true,
        viewport: Viewport = .desktop,
        _ walk: (Browser) async throws -> Value
    ) async throws -> Value {
        let chromium: JSON = .text(try ChromeDriver.tool("chromium"))
        return try await ChromeDriver.run { driver in
            var preferences: [String: JSON] = ["intl.accept_languages": "nl"]
            if !javaScript { preferences["profile.managed_default_content_settings.javascript"] = 2 }
            let options: JSON = [
                "binary": chromium,
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                    "--hide-scrollbars", "--lang=nl",
                ],
                "prefs": .object(preferences),
            ]
            let answer = try await driver.call(
                .POST,
                "/session",
                ["capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": options]]]
            )
            guard let id = answer["sessionId"]?.text else { throw BrowserFailure("no session") }
            let browser = Browser(driver: driver, session: "/session/\(id)")
            do {
                try await browser.setViewport(viewport)
                let value = try await walk(browser)
                _ = try? await driver.call(.DELETE, browser.session)
                return value
            } catch {
                _ = try? await driver.call(.DELETE, browser.session)
                throw error
            }
        }
    }

    // MARK: Looking

    public func open(_ url: String) async throws {
        _ = try await driver.call(.POST, "\(session)/url", ["url": .text(url)])
    }

    public func url() async throws -> String { try await driver.call(.GET, "\(session)/url").text ?? "" }
    public func title() async throws -> String { try await driver.call(.GET, "\(session)/title").text ?? "" }

    /// What a reader sees of the page, or of one part.
    public func text(of target: Target = .css("body")) async throws -> String {
        try await with(target) { try await driver.call(.GET, "\(session)/element/\($0)/text").text ?? "" }
    }

    /// How many times something is on the page now; does not wait.
    public func count(_ target: Target) async throws -> Int {
        for path in Self.paths(to: target) {
            let found = try await driver.call(.POST, "\(session)/elements", path).list ?? []
            if !found.isEmpty { return found.count }
        }
        return 0
    }

    /// Waits until something is no longer on the page, at most ten seconds: the page that follows is there then.
    public func waitUntilGone(_ target: Target) async throws {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(10)
        while try await count(target) > 0 {
            guard clock.now < end else { throw BrowserFailure("\(target) stays on \(try await url())") }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// What a field holds.
    public func value(of target: Target) async throws -> String {
        try await with(target) { try await driver.call(.GET, "\(session)/element/\($0)/property/value").text ?? "" }
    }

    /// Whether a box or radio button is chosen.
    public func isSelected(_ target: Target) async throws -> Bool {
        try await with(target) { try await driver.call(.GET, "\(session)/element/\($0)/selected").bool ?? false }
    }

    /// Whether one would have to scroll sideways, and then which elements stick out (at most five).
    public func sidewaysOverflow() async throws -> [String] {
        let script = """
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > width + 1)
                .map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '')).slice(0, 5);
            """
        return try await list(script)
    }

    /// Runs a script in the page and waits for the list of texts it returns, or promises.
    func list(_ script: String) async throws -> [String] {
        let answer = try await driver.call(
            .POST,
            "\(session)/execute/sync",
            ["script": .text(script), "args": []]
        )
        return (answer.list ?? []).compactMap(\.text)
    }

    // MARK: Doing

    /// Clicks, and waits until a page that follows has loaded.
    public func click(_ target: Target) async throws {
        try await with(target) { _ = try await driver.call(.POST, "\(session)/element/\($0)/click") }
    }

    /// Replaces what a text field holds.
    public func type(_ text: String, into target: Target) async throws {
        try await with(target) { element in
            _ = try await driver.call(.POST, "\(session)/element/\(element)/clear")
            _ = try await driver.call(.POST, "\(session)/element/\(element)/value", ["text": .text(text)])
        }
    }

    /// Chooses an option of a select list by its text.
    public func select(_ option: String, in target: Target) async throws {
        let list = try await find(target)
        let path: JSON = [
            "using": "xpath", "value": .text(".//option[normalize-space(.)=\(Self.quoted(option))]"),
        ]
        let answer = try await driver.call(.POST, "\(session)/element/\(list)/element", path)
        let element = try Self.identifier(answer)
        _ = try await driver.call(.POST, "\(session)/element/\(element)/click")
    }

    /// Puts a file into a file field.
    public func upload(_ file: URL, into target: Target) async throws {
        let element = try await find(target)
        _ = try await driver.call(.POST, "\(session)/element/\(element)/value", ["text": .text(file.path)])
    }

    /// Sends the form that holds this field, as Enter does in a text field.
    public func submit(_ target: Target) async throws {
        let element = try await find(target)
        _ = try await driver.call(.POST, "\(session)/element/\(element)/value", ["text": "\u{E007}"])
    }

    public func back() async throws {
        _ = try await driver.call(.POST, "\(session)/back")
    }

    // MARK: Pictures

    /// Sets the exact width of the page; a window itself cannot be as narrow as a phone.
    public func setViewport(_ viewport: Viewport) async throws {
        _ = try await chrome(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(viewport.width)), "height": .number(Double(viewport.height)),
                "deviceScaleFactor": 1, "mobile": false,
            ]
        )
    }

    /// Prefers a dark or light page, as the settings of a person's machine do.
    public func setColourScheme(dark: Bool) async throws {
        let value: JSON = dark ? "dark" : "light"
        _ = try await chrome(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": value]]]
        )
    }

    /// The whole page, also what lies below the fold, as PNG.
    public func screenshot() async throws -> Data {
        let size = try await chrome("Page.getLayoutMetrics", [:])["cssContentSize"] ?? .null
        let answer = try await chrome(
            "Page.captureScreenshot",
            [
                "format": "png", "captureBeyondViewport": true,
                "clip": [
                    "x": 0, "y": 0, "scale": 1, "width": size["width"] ?? 1280,
                    "height": .number(min(size["height"]?.number ?? 900, 12_000)),
                ],
            ]
        )
        guard let text = answer["data"]?.text, let data = Data(base64Encoded: text) else {
            throw BrowserFailure("no picture")
        }
        return data
    }

    // MARK: Inside

    private init(driver: ChromeDriver, session: String) {
        self.driver = driver
        self.session = session
    }

    private func chrome(_ command: String, _ parameters: JSON) async throws -> JSON {
        try await driver.call(
            .POST,
            "\(session)/goog/cdp/execute",
            ["cmd": .text(command), "params": parameters]
        )
    }

    /// Does something with what is found. A page that was just leaving when it was found takes its elements along: nothing was
    /// done then, and the next page is looked at, at most three times.
    private func with<Value>(_ target: Target, _ body: (String) async throws -> Value) async throws -> Value {
        for _ in 1...2 {
            do {
                return try await body(try await find(target))
            } catch let failure as BrowserFailure where failure.code == "stale element reference" {
                continue
            }
        }
        return try await body(try await find(target))
    }

    /// Looks until it is there, at most five seconds.
    private func find(_ target: Target) async throws -> String {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(5)
        while true {
            for path in Self.paths(to: target) {
                do {
                    return try Self.identifier(try await driver.call(.POST, "\(session)/element", path))
                } catch let failure as BrowserFailure where failure.code == "no such element" {
                    continue
                }
            }
            guard clock.now < end else {
                throw BrowserFailure("no \(target) on \(try await url()), titled “\(try await title())”")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// The name of the member is fixed by W3C WebDriver, section 12.
    private static func identifier(_ answer: JSON) throws -> String {
        guard let id = answer["element-6066-11e4-a52e-4f735466cecf"]?.text else { throw BrowserFailure("no element") }
        return id
    }

    /// Ways to find a target, the most exact first.
    private static func paths(to target: Target) -> [JSON] {
        let xpaths: [String]
        switch target {
        case .css(let selector):
            return [["using": "css selector", "value": .text(selector)]]
        case .link(let text):
            xpaths = ["//a[@href][normalize-space(.)=\(quoted(text))]"]
        case .button(let text):
            xpaths = [
                "//button[normalize-space(.)=\(quoted(text))] | //input[@type='submit'][@value=\(quoted(text))]"
            ]
        case .label(let text):
            xpaths = ["normalize-space(.)=\(quoted(text))", "starts-with(normalize-space(.), \(quoted(text)))"].map {
                "//*[@id=//label[\($0)]/@for] | //label[\($0)]//*[self::input or self::select or self::textarea]"
            }
        }
        return xpaths.map { ["using": "xpath", "value": .text($0)] }
    }

    /// XPath has no escapes: text with both kinds of quotes is put together from pieces.
    private static func quoted(_ text: String) -> String {
        guard text.contains("'") else { return "'\(text)'" }
        return
            "concat(\(text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }.joined(separator: ", \"'\", ")))"
    }
}
