public import Foundation
import NIOHTTP1

/// A headless Chromium with one tab, driven as a person would: by what stands on links, buttons and labels.
///
/// Suites that use it are `.serialized`: every browser is a process of a few hundred megabytes.
public struct Browser: Sendable {
    private let driver: ChromeDriver
    private let session: String
    private let patience: Duration

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
    ///
    /// - Parameters:
    ///   - javaScript: false is a browser in which scripts are switched off; see also ``setJavaScript(_:)``.
    ///   - patience: how long it looks for what must be on the page. Short only for a walk that looks for what is not there.
    public static func run<Value>(
        javaScript: Bool = true,
        viewport: Viewport = .desktop,
        patience: Duration = Patience.limit,
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
            let milliseconds: JSON = .number(Double(Patience.limit.components.seconds * 1_000))
            let answer = try await driver.call(
                .POST,
                "/session",
                [
                    "capabilities": [
                        "alwaysMatch": [
                            "browserName": "chrome", "goog:chromeOptions": options,
                            "timeouts": ["script": milliseconds, "pageLoad": milliseconds],
                        ]
                    ]
                ]
            )
            guard let id = answer["sessionId"]?.text else { throw BrowserFailure("no session") }
            let browser = Browser(driver: driver, session: "/session/\(id)", patience: patience)
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

    /// Clicks what changes this page: a box, a summary. What leads to another page is followed, see ``follow(_:)``.
    public func click(_ target: Target) async throws {
        try await with(target) { _ = try await driver.call(.POST, "\(session)/element/\($0)/click") }
    }

    /// Clicks a link or a button and waits until the page that follows is there, whole.
    public func follow(_ target: Target) async throws {
        try await changingPage("after \(target)") { try await click(target) }
    }

    /// Replaces what a text field holds.
    public func type(_ text: String, into target: Target) async throws {
        try await with(target) { element in
            _ = try await driver.call(.POST, "\(session)/element/\(element)/clear")
            _ = try await driver.call(.POST, "\(session)/element/\(element)/value", ["text": .text(text)])
        }
    }

    /// Puts a text into a field at once, however long it is, and tells the page as when it was typed.
    public func set(_ text: String, in target: Target) async throws {
        try await with(target) { element in
            let script = """
                const [field, text] = arguments;
                field.value = text;
                for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
                """
            _ = try await driver.call(
                .POST,
                "\(session)/execute/sync",
                ["script": .text(script), "args": [[Self.elementKey: .text(element)], .text(text)]]
            )
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

    /// Sends the form that holds this field, as Enter does in a text field, and waits for the page that follows.
    public func submit(_ target: Target) async throws {
        try await changingPage("after Enter in \(target)") {
            let element = try await find(target)
            _ = try await driver.call(.POST, "\(session)/element/\(element)/value", ["text": "\u{E007}"])
        }
    }

    /// To the page before, as it was left: Chromium keeps what was typed, and often the whole page.
    public func back() async throws {
        try await changingPage("before \(try await url())") { _ = try await driver.call(.POST, "\(session)/back") }
    }

    /// To the page from which ``back()`` came.
    public func forward() async throws {
        try await changingPage("beyond \(try await url())") { _ = try await driver.call(.POST, "\(session)/forward") }
    }

    /// Loads this page again. What a form sent is sent again, without asking.
    public func reload() async throws {
        try await changingPage("after loading again") { _ = try await driver.call(.POST, "\(session)/refresh") }
    }

    /// Switches the scripts of pages on or off, from the next page on; for someone whose browser changes on the way.
    public func setJavaScript(_ isOn: Bool) async throws {
        _ = try await chrome("Emulation.setScriptExecutionDisabled", ["value": .bool(!isOn)])
    }

    /// The names of the cookies of this page, also of those that scripts cannot see.
    public func cookies() async throws -> [String] {
        try await driver.call(.GET, "\(session)/cookie").list?.compactMap { $0["name"]?.text } ?? []
    }

    /// Takes a cookie away, as one who clears them, or as time does.
    public func deleteCookie(_ name: String) async throws {
        guard try await cookies().contains(name) else { throw BrowserFailure("no cookie \(name)") }
        _ = try await driver.call(.DELETE, "\(session)/cookie/\(name)")
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

    private init(driver: ChromeDriver, session: String, patience: Duration) {
        self.driver = driver
        self.session = session
        self.patience = patience
    }

    /// Does what leads to another page, and waits until that is there: a click returns before a form was sent, and what is
    /// read then is the old page.
    private func changingPage(_ which: String, _ body: () async throws -> Void) async throws {
        var before: String?
        try await waitUntil("the whole page before the page \(which)", within: patience) {
            before = try await document()
            return before != nil
        }
        try await body()
        try await waitUntil("the page \(which)", within: patience) {
            // Between two pages there may be none to ask.
            guard let now = try? await document() else { return false }
            return now != before
        }
    }

    /// What tells this document from the one before, also at the same address; nil while it loads.
    private func document() async throws -> String? {
        try await list("return document.readyState === 'complete' ? [String(performance.timeOrigin)] : [];").first
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

    /// Looks until it is there.
    private func find(_ target: Target) async throws -> String {
        let clock = ContinuousClock()
        let end = clock.now + patience
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
    private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

    private static func identifier(_ answer: JSON) throws -> String {
        guard let id = answer[elementKey]?.text else { throw BrowserFailure("no element") }
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
