public import Domain
public import Foundation

/// One text mail to one person. No part of it can hold a line break that would begin another header.
public struct MailMessage: Sendable {
    public let to: EmailAddress
    public let subject: MailSubject
    /// Lines end in `\n`; they are sent as CRLF.
    public let text: String
    /// The same at every try, so that a mail that was sent twice can be recognised.
    public let messageID: MessageID
    /// Where to end a digest; nil for mail about one's own affairs.
    public let listUnsubscribe: URL?

    public init(
        to: EmailAddress,
        subject: MailSubject,
        text: String,
        messageID: MessageID,
        listUnsubscribe: URL? = nil
    ) {
        self.to = to
        self.subject = subject
        self.text = text
        self.messageID = messageID
        self.listUnsubscribe = listUnsubscribe
    }
}

/// The subject: one line of at most 150 characters, whatever it was made from.
public struct MailSubject: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = String(OneLine.text(text).prefix(150)) }

    public var description: String { text }
}

/// A name and an address to send from.
public struct MailSender: Hashable, Sendable {
    public let name: String
    public let address: EmailAddress

    public init(name: String, address: EmailAddress) {
        self.name = OneLine.text(name)
        self.address = address
    }
}

/// What stands between `<` and `>` in `Message-ID`: a uuid and a host name (RFC 5322, 3.6.4).
public struct MessageID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Parameter host: characters that no host name has are left out.
    public init(_ id: UUID, host: String) {
        let letters = host.lowercased().unicodeScalars.filter {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "." || $0 == "-"
        }
        let name = String(String.UnicodeScalarView(letters))
        text = "\(id.uuidString.lowercased())@\(name.isEmpty ? "localhost" : name)"
    }

    public var description: String { text }
}

/// Text in which nothing begins another line.
enum OneLine {
    /// Control characters and line separators become spaces, and several spaces one.
    static func text(_ text: String) -> String {
        let breaks = CharacterSet.controlCharacters.union(.newlines)
        let scalars = text.unicodeScalars.map { breaks.contains($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }
}
