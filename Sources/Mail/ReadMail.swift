import Foundation

/// Reads back what ``MailBytes`` wrote: for the demo's mailbox and for tests. Not for mail of others.
public struct ReadMail: Sendable {
    /// Names in lower case; folded lines joined.
    public let headers: [String: String]
    public let to: String
    public let subject: String
    public let text: String

    public init(_ bytes: some Sequence<UInt8>) {
        let all = String(decoding: Array(bytes), as: UTF8.self)
        let split = all.range(of: "\r\n\r\n")
        let head = split.map { String(all[..<$0.lowerBound]) } ?? all
        let body = split.map { String(all[$0.upperBound...]) } ?? ""
        var headers: [String: String] = [:]
        for line in head.replacing("\r\n ", with: " ").components(separatedBy: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        self.headers = headers
        to = String((headers["to"] ?? "").filter { $0 != "<" && $0 != ">" })
        subject = Self.words(headers["subject"] ?? "")
        text = String(decoding: Self.quoted(body.replacing("=\r\n", with: "")), as: UTF8.self)
            .replacing("\r\n", with: "\n")
    }

    /// The addresses in the text that begin so, in their order.
    public func links(beginning origin: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.hasPrefix(origin + "/") }
    }

    private static func words(_ text: String) -> String {
        guard text.contains("=?utf-8?Q?") else { return text }
        let joined = text.replacing("?= =?utf-8?Q?", with: "").replacing("=?utf-8?Q?", with: "").replacing(
            "?=",
            with: ""
        )
        return String(decoding: quoted(joined.replacing("_", with: " ")), as: UTF8.self)
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "="), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
