import Foundation

/// Judges the addresses of a provider.
public enum ProviderAddress {
    /// Whether an issuer may be called by this name: https without query or fragment, or plain http on 127.0.0.1 for
    /// development and tests (OpenID Connect Discovery 1.0, section 3).
    public static func isIssuer(_ text: String) -> Bool {
        guard let url = parts(text), url.query == nil else { return false }
        return url.scheme == "https" || isLoopback(url)
    }

    /// Whether an endpoint may be called: https, unless the issuer itself is on this machine.
    static func isEndpoint(_ text: String, of issuer: String) -> Bool {
        guard let url = parts(text) else { return false }
        return url.scheme == "https" || (isLoopback(url) && parts(issuer).map(isLoopback) ?? false)
    }

    private static func parts(_ text: String) -> URLComponents? {
        guard text.utf8.count <= 500, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
            url.user == nil, url.password == nil, url.fragment == nil
        else { return nil }
        return url
    }

    private static func isLoopback(_ url: URLComponents) -> Bool { url.scheme == "http" && url.host == "127.0.0.1" }
}
