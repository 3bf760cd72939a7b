public import Domain
public import Foundation

/// Hands a written mail to something that brings it further.
public protocol MailDelivery: Sendable {
    /// Returns once the other side has taken the mail.
    func deliver(_ mail: WrittenMail) async throws(MailFailure)
    /// Whether people outside receive what is delivered; a folder and memory do not.
    var reachesPeople: Bool { get }
}

/// A mail in bytes with its envelope.
public struct WrittenMail: Sendable {
    public let from: EmailAddress
    public let to: EmailAddress
    public let id: MessageID
    public let writtenAt: Date
    /// Headers and text; every line ends in CRLF.
    public let bytes: [UInt8]

    public init(_ mail: MailMessage, from sender: MailSender, at now: Date) {
        from = sender.address
        to = mail.to
        id = mail.messageID
        writtenAt = now
        bytes = MailBytes.write(mail, from: sender, at: now)
    }

    /// Both addresses fit in seven bits, as every relay understands them.
    var hasPlainAddresses: Bool { (from.rawValue + to.rawValue).utf8.allSatisfy { (33...126).contains($0) } }
}

/// Why a mail was not taken. The reason is a code or a step, never an address or a word of the mail.
public enum MailFailure: Error, Hashable, CustomStringConvertible {
    /// Worth another try.
    case later(String)
    /// Trying again gives the same.
    case never(String)

    public var description: String {
        switch self {
        case .later(let reason): "not now: \(reason)"
        case .never(let reason): "refused: \(reason)"
        }
    }
}
