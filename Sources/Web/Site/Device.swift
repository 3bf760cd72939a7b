package import Hummingbird

/// The kind of browser in words, so that people recognise their own sessions. No version: that would be a fingerprint.
package enum Device {
    /// E.g. "Firefox op Windows"; what we do not know is "een browser".
    package static func name(of request: Request) -> String {
        let agent = request.headers[.userAgent] ?? ""
        let browser = browsers.first { agent.contains($0.mark) }?.name ?? "Een browser"
        guard let system = systems.first(where: { agent.contains($0.mark) })?.name else { return browser }
        return "\(browser) op \(system)"
    }

    // The order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
    private static let browsers: [(mark: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("SamsungBrowser/", "Samsung"),
        ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
}
