import Crypto
import HTTPTypes
public import Hummingbird

/// 32 random bytes that bind an attempt to sign in through a provider: the state, and the cookie of the browser that began.
public struct ProviderSecret: Sendable {
    public static let byteCount = 32
    /// Short-lived, and of no use without the state.
    static let cookieName = "__Host-doorwijzer-oidc"
    /// Seconds within which the browser must be back.
    public static let lifetime = 600

    public let text: String

    public init(bytes: some Sequence<UInt8>) { text = Base64URL.encode(Array(bytes)) }

    /// A secret as it came back; nil when it cannot be one of ours.
    public init?(_ text: String) {
        guard text.utf8.count <= 43, Base64URL.decode(text)?.count == Self.byteCount else { return nil }
        self.text = text
    }

    /// SHA-256, the form in which it is stored.
    public var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

extension Request {
    /// The cookie of the browser that began to sign in through a provider.
    public var providerSecret: ProviderSecret? {
        cookies[ProviderSecret.cookieName].flatMap { ProviderSecret($0.value) }
    }
}

extension Response {
    /// Sends the browser to a provider with a cookie to come back with. `address` is of a provider we asked, never of a form.
    public static func toProvider(_ address: String, keeping secret: ProviderSecret) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address])
        response.setProviderCookie(secret.text, seconds: ProviderSecret.lifetime)
        return response
    }

    /// Makes the browser forget the attempt.
    public mutating func clearProviderSecret() { setProviderCookie("", seconds: 0) }

    private mutating func setProviderCookie(_ value: String, seconds: Int) {
        headers.append(
            HTTPField(
                name: .setCookie,
                value:
                    "\(ProviderSecret.cookieName)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=\(seconds)"
            )
        )
    }
}
