/// `application/x-www-form-urlencoded` (WHATWG URL, section 5), for bodies and query strings alike: `+` is a space.
enum URLEncoded {
    /// - Throws: ``MalformedRequest`` on bad UTF-8, NUL, a `%` without two hexadecimal digits or too much of anything.
    static func parse(_ bytes: [UInt8]) throws -> [FormData.Pair] {
        var pairs: [FormData.Pair] = []
        for piece in bytes.split(separator: UInt8(ascii: "&")) {
            let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let name = try decode(piece[..<equals])
            let value = equals == piece.endIndex ? "" : try decode(piece[piece.index(after: equals)...])
            pairs.append(FormData.Pair(name: name, value: value.withUnixLineBreaks))
            try FormData.checkCount(pairs.count)
        }
        return pairs
    }

    /// Writes one name or value so that ``parse(_:)`` reads it back.
    static func encode(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                bytes.append(byte)
            case UInt8(ascii: " "):
                bytes.append(UInt8(ascii: "+"))
            default:
                bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a whole body or query.
    static func encode(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) throws -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"):
                decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    throw MalformedRequest("Het adres of formulier is beschadigd. Ga terug en probeer het opnieuw.")
                }
                decoded.append(high << 4 | low)
            default:
                decoded.append(byte)
            }
        }
        return try FormData.text(decoded)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension String {
    /// Browsers send line breaks of text areas as CR LF; we keep LF, so that lengths and comparisons agree.
    var withUnixLineBreaks: String {
        utf8.contains(13) ? replacing("\r\n", with: "\n").replacing("\r", with: "\n") : self
    }
}
