import Crypto
public import Foundation
public import Postgres
public import Store

/// The secret in a link that was mailed: 24 random bytes as 32 characters of base64url. Stored hashed only, and made when the
/// mail is delivered, so that it stands nowhere else.
public struct LinkToken: Sendable {
    static let byteCount = 24

    /// What stands in the address. Never log it.
    public let text: String

    /// - Parameter randomBytes: at least 24 fresh ones.
    public init(randomBytes: [UInt8]) {
        text = Data(randomBytes.prefix(Self.byteCount)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_")
    }

    /// A token as an address brought it; nil when it cannot be one of ours.
    public init?(_ typed: String) {
        guard typed.utf8.count == 32, typed.utf8.allSatisfy(Self.isAllowed) else { return nil }
        text = typed
    }

    public var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
    }
}

extension World {
    /// Makes a link for someone and stores its hash.
    ///
    /// - Parameters:
    ///   - until: when it ends; without, after the usual time of the purpose.
    ///   - connection: of a transaction in which nobody acts for a team.
    public func makeLink(
        _ purpose: MailLinkStore.Purpose,
        for subject: MailLinkStore.Subject,
        until: Date? = nil,
        on connection: Connection
    ) async throws -> LinkToken {
        let token = LinkToken(randomBytes: randomBytes(LinkToken.byteCount))
        try await MailLinkStore.insert(
            tokenHash: token.hash,
            purpose,
            for: subject,
            at: now(),
            until: until ?? now() + purpose.seconds,
            on: connection
        )
        return token
    }
}

extension MailLinkStore.Purpose {
    /// How long a link of this kind is good.
    public var seconds: TimeInterval {
        switch self {
        case .invitation: 7 * 86_400
        case .passwordReset: 3_600
        case .candidateSignIn: 1_800
        case .candidateRegistration, .candidateMailChange: 86_400
        case .practiceAnswer: 14 * 86_400
        }
    }

    /// The path of the page with the button.
    public func path(_ token: LinkToken) -> String {
        switch self {
        case .invitation: "/welkom/\(token.text)"
        case .passwordReset: "/wachtwoord/\(token.text)"
        case .candidateSignIn: "/mijn/link/\(token.text)"
        case .candidateRegistration: "/kandidaat-worden/\(token.text)"
        case .candidateMailChange: "/mijn/mailadres/\(token.text)"
        case .practiceAnswer: "/antwoord/\(token.text)"
        }
    }
}
