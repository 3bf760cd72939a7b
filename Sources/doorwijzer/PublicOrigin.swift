/// Where people find the service: scheme, host and port, without a path. Links in mail begin with it.
struct PublicOrigin: Hashable, Sendable {
    let text: String
    let isSecure: Bool
    let host: String

    /// Nil unless it is `https://host`, `https://host:port` or the same with http.
    init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound]
        let authority = text[separator.upperBound...]
        guard scheme == "https" || scheme == "http", !authority.isEmpty else { return nil }
        var host = authority
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            guard host.utf8.allSatisfy({ $0.isHexadecimalOrColon }),
                Self.isPort(authority[authority.index(after: end)...])
            else { return nil }
        } else {
            let name = authority.prefix { $0 != ":" }
            host = name
            let labels = name.split(separator: ".", omittingEmptySubsequences: false)
            guard Self.isPort(authority[name.endIndex...]), labels.allSatisfy(Self.isLabel) else { return nil }
        }
        self.text = text
        self.host = String(host)
        isSecure = scheme == "https"
    }

    /// A name or address that leads nowhere but to this machine.
    var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "::1"
            || host == "0.0.0.0" || host == "::"
    }

    /// Names that stand in examples and belong to nobody (RFC 2606, RFC 6761).
    var isReservedName: Bool {
        ["example", "test", "invalid", "localhost"].contains { host == $0 || host.hasSuffix(".\($0)") }
            || ["example.com", "example.net", "example.org"].contains { host == $0 || host.hasSuffix(".\($0)") }
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return true }
        return text.first == ":" && text.count > 1 && (Int(text.dropFirst()).map { (1...65_535).contains($0) } ?? false)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { $0 == 45 || (97...122).contains($0) || (48...57).contains($0) }
    }
}

extension UInt8 {
    fileprivate var isHexadecimalOrColon: Bool {
        self == UInt8(ascii: ":") || (48...57).contains(self) || (97...102).contains(self) || (65...70).contains(self)
    }
}
