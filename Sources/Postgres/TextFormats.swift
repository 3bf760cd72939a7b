import Foundation

/// `timestamptz` as PostgreSQL writes it with `DateStyle=ISO` and `TimeZone=UTC`: `2026-01-02 02:04:05.678901+00`.
enum TimestampText {
    private static let secondsFrom1970To2001 = 978_307_200

    static func format(_ date: Date) -> String {
        // Counting from 2001, where Date itself counts, keeps microseconds exact.
        let microseconds = Int((date.timeIntervalSinceReferenceDate * 1_000_000).rounded())
        let (seconds, fraction) = microseconds.dividedFlooring(by: 1_000_000)
        let (days, time) = (seconds + secondsFrom1970To2001).dividedFlooring(by: 86_400)
        let (year, month, day) = CivilDay.date(daysSince1970: days)
        let clock = "\(pad(time / 3600)):\(pad(time / 60 % 60)):\(pad(time % 60)).\(pad(fraction, 6))+00"
        // PostgreSQL has no year zero: year 0 is 1 BC.
        return year > 0
            ? "\(pad(year, 4))-\(pad(month))-\(pad(day)) \(clock)"
            : "\(pad(1 - year, 4))-\(pad(month))-\(pad(day)) \(clock) BC"
    }

    /// Nil for anything else, also for `infinity` and years before Christ.
    static func parse(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")), dash >= 4, bytes.count >= dash + 18,
            bytes[dash + 3] == UInt8(ascii: "-"), bytes[dash + 6] == UInt8(ascii: " "),
            bytes[dash + 9] == UInt8(ascii: ":"), bytes[dash + 12] == UInt8(ascii: ":"),
            let year = number(bytes[..<dash]), let month = number(bytes[(dash + 1)..<(dash + 3)]),
            let day = number(bytes[(dash + 4)..<(dash + 6)]), let hour = number(bytes[(dash + 7)..<(dash + 9)]),
            let minute = number(bytes[(dash + 10)..<(dash + 12)]),
            let second = number(bytes[(dash + 13)..<(dash + 15)])
        else { return nil }
        var rest = bytes[(dash + 15)...]
        var microseconds = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard (1...6).contains(digits.count), let value = number(digits) else { return nil }
            microseconds = (digits.count..<6).reduce(value) { result, _ in result * 10 }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard rest.elementsEqual("+00".utf8) else { return nil }
        let days = CivilDay.daysSince1970(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - secondsFrom1970To2001
        return Date(timeIntervalSinceReferenceDate: (Double(seconds) * 1_000_000 + Double(microseconds)) / 1_000_000)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 6 else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    private static func pad(_ value: Int, _ width: Int = 2) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

/// Days and dates of the Gregorian calendar. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
enum CivilDay {
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.dividedFlooring(by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (days + 719_468).dividedFlooring(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Int {
    fileprivate func dividedFlooring(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// `bytea` in hexadecimal: `\x00ff`.
enum ByteaText {
    private static let digits = Array("0123456789abcdef".utf8)

    static func format(_ data: Data) -> String {
        var text: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "x")]
        text.reserveCapacity(2 + data.count * 2)
        for byte in data {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func parse(_ text: String) -> Data? {
        let bytes = Array(text.utf8)
        guard bytes.count.isMultiple(of: 2), bytes.starts(with: #"\x"#.utf8) else { return nil }
        var data = Data(capacity: bytes.count / 2)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            guard let high = value(bytes[index]), let low = value(bytes[index + 1]) else { return nil }
            data.append(high << 4 | low)
        }
        return data
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}

/// Arrays of one dimension: `{a,"b,c",NULL}`.
enum ArrayText {
    static func format(_ elements: [String?]) -> String {
        let parts = elements.map { element in
            guard let element else { return "NULL" }
            return "\"" + element.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return "{" + parts.joined(separator: ",") + "}"
    }

    /// Nil when the text is not an array of one dimension with lower bound 1.
    static func parse(_ text: String) -> [String?]? {
        var bytes = Array(text.utf8)[...]
        guard bytes.popFirst() == UInt8(ascii: "{"), bytes.popLast() == UInt8(ascii: "}") else { return nil }
        guard !bytes.isEmpty else { return [] }
        var elements: [String?] = []
        while true {
            guard let element = nextElement(&bytes) else { return nil }
            elements.append(element.isNull ? nil : String(decoding: element.bytes, as: UTF8.self))
            guard let separator = bytes.popFirst() else { return elements }
            guard separator == UInt8(ascii: ",") else { return nil }
        }
    }

    private static func nextElement(_ bytes: inout ArraySlice<UInt8>) -> (bytes: [UInt8], isNull: Bool)? {
        guard bytes.first == UInt8(ascii: "\"") else {
            let plain = Array(bytes.prefix { $0 != UInt8(ascii: ",") })
            bytes = bytes.dropFirst(plain.count)
            guard !plain.isEmpty, !plain.contains(UInt8(ascii: "{")) else { return nil }
            return (plain, plain.elementsEqual("NULL".utf8))
        }
        bytes.removeFirst()
        var element: [UInt8] = []
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                return (element, false)
            case UInt8(ascii: "\\"):
                guard let escaped = bytes.popFirst() else { return nil }
                element.append(escaped)
            default:
                element.append(byte)
            }
        }
        return nil
    }
}
