import Domain
public import Foundation

/// The mail as it travels: RFC 5322 headers and a MIME text part (RFC 2045) in seven bits, lines of at most 76 characters.
public enum MailBytes {
    /// - Parameter date: the moment the mail is written.
    public static func write(_ mail: MailMessage, from sender: MailSender, at date: Date) -> [UInt8] {
        var lines = [
            "Date: \(MailDate.text(date))",
            "From: " + EncodedWord.text(sender.name, after: 6, isPhrase: true) + " <\(ascii(sender.address.rawValue))>",
            "To: <\(ascii(mail.to.rawValue))>",
            "Message-ID: <\(mail.messageID)>",
            "Subject: " + EncodedWord.text(mail.subject.text, after: 9, isPhrase: false),
            // Holiday replies stay away, and no other machine answers (RFC 3834).
            "Auto-Submitted: auto-generated",
            "Content-Language: nl",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        if let url = mail.listUnsubscribe { lines.append("List-Unsubscribe: <\(ascii(url.absoluteString))>") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + QuotedPrintable.encode(mail.text)
    }

    /// Addresses beyond ASCII need a relay that speaks SMTPUTF8; what has none is left out here and refused there.
    private static func ascii(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { (0x21...0x7e).contains($0.value) && $0 != "<" && $0 != ">" }
            )
        )
    }
}

/// `Sat, 21 Nov 2026 10:31:00 +0000` (RFC 5322, 3.3).
enum MailDate {
    static func text(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let (day, month) = (days[((parts.weekday ?? 1) - 1) % 7], months[((parts.month ?? 1) - 1) % 12])
        return "\(day), \(parts.day ?? 1) \(month) \(parts.year ?? 1970) \(time.joined(separator: ":")) +0000"
    }
}

/// Header text beyond ASCII (RFC 2047): words of at most 75 characters, one per line.
enum EncodedWord {
    /// - Parameters:
    ///   - after: how many characters stand on the line before it.
    ///   - isPhrase: whether it is a display name, in which more characters have a meaning.
    static func text(_ text: String, after: Int, isPhrase: Bool) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            (0x20...0x7e).contains($0.value) && !(isPhrase && "()<>@,;:\\\".[]=?".unicodeScalars.contains($0))
        }
        if isPlain, !text.contains("=?"), after + text.count <= 76 { return text }
        return words(of: text, after: after).map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
    }

    /// Never splits a character over two words.
    private static func words(of text: String, after: Int) -> [String] {
        let frame = "=?utf-8?Q??=".count
        var words: [String] = []
        var word = ""
        for character in text {
            let encoded = character.utf8.map(encode).joined()
            let used = words.isEmpty ? after : 1
            if used + frame + word.count + encoded.count > 75, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word += encoded
        }
        return words + [word]
    }

    private static func encode(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: " "): "_"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(byte))
        default: "=" + Hexadecimal.text(byte)
        }
    }
}

/// Text as lines of at most 76 seven-bit characters (RFC 2045, 6.7).
enum QuotedPrintable {
    static func encode(_ text: String) -> [UInt8] {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            append(line, to: &bytes)
            if index + 1 < lines.count || !line.isEmpty { bytes += [13, 10] }
        }
        return bytes
    }

    private static func append(_ line: Substring, to bytes: inout [UInt8]) {
        var width = 0
        let octets = Array(line.utf8)
        for (index, octet) in octets.enumerated() {
            let isLast = index + 1 == octets.count
            var encoded = token(octet, isLast: isLast)
            if width + encoded.count > (isLast ? 76 : 75) {
                bytes += [UInt8(ascii: "="), 13, 10]
                width = 0
            }
            // A dot or "From" at the beginning of a line means something to some who pass mail on.
            if width == 0, octet == UInt8(ascii: ".") || octet == UInt8(ascii: "F") { encoded = escaped(octet) }
            bytes += encoded
            width += encoded.count
        }
    }

    private static func token(_ octet: UInt8, isLast: Bool) -> [UInt8] {
        // White space at the end of a line gets lost on the way.
        let isLiteral =
            (33...126).contains(octet) && octet != UInt8(ascii: "=") || (octet == 32 || octet == 9) && !isLast
        return isLiteral ? [octet] : escaped(octet)
    }

    private static func escaped(_ octet: UInt8) -> [UInt8] { Array(("=" + Hexadecimal.text(octet)).utf8) }
}

enum Hexadecimal {
    static func text(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}
