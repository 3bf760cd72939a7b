/// One answer of a relay (RFC 5321, 4.2): a code of three digits and its lines.
struct SMTPReply: Hashable, Sendable {
    let code: Int
    let lines: [String]

    /// Reads answers from bytes as they arrive.
    struct Parser {
        /// The relay said something that is no answer.
        struct Malformed: Error {}

        private var bytes: [UInt8] = []
        private var lines: [String] = []
        private var code: Int?

        /// RFC 5321 allows 512 octets in a line; more is given room, but not without end.
        private static let longestLine = 4096
        private static let mostLines = 200

        /// Whether part of an answer is still to come.
        var isInside: Bool { !bytes.isEmpty || code != nil }

        /// - Returns: the answers that are complete now.
        mutating func read(_ new: some Sequence<UInt8>) throws(Malformed) -> [SMTPReply] {
            var replies: [SMTPReply] = []
            for byte in new {
                guard byte == 10 else {
                    bytes.append(byte)
                    guard bytes.count <= Self.longestLine else { throw Malformed() }
                    continue
                }
                if bytes.last == 13 { bytes.removeLast() }
                let line = bytes
                bytes = []
                if let reply = try take(line) { replies.append(reply) }
            }
            return replies
        }

        private mutating func take(_ line: [UInt8]) throws(Malformed) -> SMTPReply? {
            let text = String(decoding: line, as: UTF8.self)
            guard line.count >= 3, let found = Int(text.prefix(3)), (200...599).contains(found),
                code == nil || code == found, line.count == 3 || line[3] == 32 || line[3] == 45,
                lines.count < Self.mostLines
            else { throw Malformed() }
            lines.append(String(text.dropFirst(4)))
            guard line.count == 3 || line[3] == 32 else {
                code = found
                return nil
            }
            let reply = SMTPReply(code: found, lines: lines)
            (lines, code) = ([], nil)
            return reply
        }
    }

    var isPositive: Bool { code < 400 }

    /// What an `EHLO` answer offers: keyword and parameters, in capitals.
    var extensions: [String: [String]] {
        var found: [String: [String]] = [:]
        for line in lines.dropFirst() {
            let words = line.uppercased().split(separator: " ").map(String.init)
            if let keyword = words.first { found[keyword] = Array(words.dropFirst()) }
        }
        return found
    }

    /// - Parameter step: what was being said, for the log.
    func failure(_ step: String) -> MailFailure {
        (500...599).contains(code) ? .never("\(step): \(code)") : .later("\(step): \(code)")
    }
}
