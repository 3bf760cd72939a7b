import Domain
import Foundation
import Testing

@testable import Mail

@Suite struct MailBytesTests {
    private let sender = MailSender(name: "Doorwijzer", address: .sample("post@doorwijzer.example"))
    private let id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))

    private func written(subject: String = "Hallo", text: String = "Dag", unsubscribe: URL? = nil) -> Parsed {
        let mail = MailMessage(
            to: .sample("anna@school.example"),
            subject: MailSubject(subject),
            text: text,
            messageID: MessageID(id, host: "doorwijzer.example"),
            listUnsubscribe: unsubscribe
        )
        return Parsed(MailBytes.write(mail, from: sender, at: Date(timeIntervalSince1970: 1_795_257_091)))
    }

    @Test func `a mail has the headers that relays and readers expect`() {
        let mail = written(unsubscribe: URL(string: "https://doorwijzer.example/account"))

        #expect(mail.headers["date"] == "Sat, 21 Nov 2026 10:31:31 +0000")
        #expect(mail.headers["from"] == "Doorwijzer <post@doorwijzer.example>")
        #expect(mail.headers["to"] == "<anna@school.example>")
        #expect(mail.headers["message-id"] == "<01020304-0506-0708-090a-0b0c0d0e0f10@doorwijzer.example>")
        #expect(mail.headers["auto-submitted"] == "auto-generated")
        #expect(mail.headers["content-type"] == "text/plain; charset=utf-8")
        #expect(mail.headers["content-transfer-encoding"] == "quoted-printable")
        #expect(mail.headers["list-unsubscribe"] == "<https://doorwijzer.example/account>")
    }

    @Test(arguments: [
        "Hallo\r\nBcc: dief@elders.example", "Hallo\nBcc: dief@elders.example", "Hallo\u{2028}Bcc: x@y.example",
        "Hallo\u{85}Bcc: x@y.example", "Hallo\u{0}\u{b}\u{c}Bcc: x@y.example",
    ])
    func `a subject cannot begin another header`(subject: String) {
        let mail = written(subject: subject)

        #expect(mail.headers["bcc"] == nil)
        #expect(mail.headers.count == 10)
        #expect(mail.subject.hasPrefix("Hallo Bcc:"))
    }

    @Test func `an address cannot begin another header or end its brackets`() {
        for typed in ["a@b.example\r\nBcc: c@d.example", "a@b.example>", "<a@b.example", "a@b.example\nX: y"] {
            #expect(EmailAddress(typed) == nil)
        }
    }

    @Test func `a host name keeps only what host names have`() {
        #expect(MessageID(id, host: "Voorbeeld.NL>\r\nX:").text.hasSuffix("@voorbeeld.nlx"))
        #expect(MessageID(id, host: "").text.hasSuffix("@localhost"))
    }

    @Test func `any text arrives as it was written, in lines of at most 76 seven-bit characters`() {
        var generator = Seeded(state: 42)
        let pieces = [
            "a", "Z", "é", "€", "👩‍⚕️", " ", "  ", "\n", ".", "=", "From ", "\t", "ij", "langewoordenzonderspaties", "\"",
            "?", "_",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...60, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let mail = written(subject: text, text: text)

            #expect(mail.lines.allSatisfy { $0.count <= 78 })
            #expect(mail.bytes.allSatisfy { $0 < 127 && ($0 >= 32 || $0 == 13 || $0 == 10 || $0 == 9) })
            #expect(mail.text == (text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"))
            #expect(mail.subject == MailSubject(text).text)
            let body = mail.lines.drop { !$0.isEmpty }
            #expect(body.allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix("From ") })
        }
    }

    @Test func `what a dot begins is doubled on the way, and the mail ends in one`() {
        let stuffed = String(decoding: SMTPDelivery.stuffed(Array(".a\r\nb.\r\n..\r\n".utf8)), as: UTF8.self)

        #expect(stuffed == "..a\r\nb.\r\n...\r\n.\r\n")
        #expect(String(decoding: SMTPDelivery.stuffed(Array("a".utf8)), as: UTF8.self) == "a\r\n.\r\n")
    }
}

extension EmailAddress {
    static func sample(_ text: String) -> EmailAddress {
        guard let address = EmailAddress(text) else { fatalError("\(text) is no address") }
        return address
    }
}

/// The same numbers at every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

/// Reads a mail as its receiver would, by rules written a second time.
struct Parsed {
    let bytes: [UInt8]
    let lines: [String]
    let headers: [String: String]
    let subject: String
    let text: String

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let all = String(decoding: bytes, as: UTF8.self)
        lines = all.components(separatedBy: "\r\n")
        let split = all.range(of: "\r\n\r\n")
        let head = split.map { String(all[..<$0.lowerBound]) } ?? all
        let body = split.map { String(all[$0.upperBound...]) } ?? ""
        var headers: [String: String] = [:]
        for line in head.replacingOccurrences(of: "\r\n ", with: " ").components(separatedBy: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        self.headers = headers
        subject = Self.words(headers["subject"] ?? "")
        text = String(decoding: Self.quoted(body.replacingOccurrences(of: "=\r\n", with: "")), as: UTF8.self)
            .replacingOccurrences(of: "\r\n", with: "\n")
    }

    private static func words(_ text: String) -> String {
        guard text.contains("=?utf-8?Q?") else { return text }
        let parts = text.replacingOccurrences(of: "?= =?utf-8?Q?", with: "")
            .replacingOccurrences(of: "=?utf-8?Q?", with: "").replacingOccurrences(of: "?=", with: "")
        return String(decoding: quoted(parts.replacingOccurrences(of: "_", with: " ")), as: UTF8.self)
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "="), rest.count >= 2 else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
