public import Foundation

/// The id of one kind of thing: a uuid that cannot be mistaken for another's.
public struct Identifier<Tag>: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    public let rawValue: UUID

    public init(rawValue: UUID) { self.rawValue = rawValue }
    public init(_ rawValue: UUID) { self.rawValue = rawValue }

    /// Reads the usual text form; nil when it is none.
    public init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        rawValue = uuid
    }

    /// Lower case, as PostgreSQL prints it.
    public var description: String { rawValue.uuidString.lowercased() }

    /// The order of the bytes, the same as PostgreSQL's.
    public static func < (left: Self, right: Self) -> Bool {
        let (left, right) = (left.bytes, right.bytes)
        return left.high != right.high ? left.high < right.high : left.low < right.low
    }

    /// The sixteen bytes as two big-endian halves.
    public var bytes: (high: UInt64, low: UInt64) {
        let b = rawValue.uuid
        let high = [b.0, b.1, b.2, b.3, b.4, b.5, b.6, b.7].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let low = [b.8, b.9, b.10, b.11, b.12, b.13, b.14, b.15].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (high, low)
    }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(UUID.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Makes uuids of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness.
public enum TimeOrderedUUID {
    /// A uuid from a moment and random bytes; only the first ten bytes are used, missing ones count as zero.
    public static func make(at moment: Date, randomBytes: some Sequence<UInt8>) -> UUID {
        let milliseconds = UInt64(max(0, moment.timeIntervalSince1970 * 1000))
        var r = Array(randomBytes.prefix(10))
        r.append(contentsOf: repeatElement(0, count: 10 - r.count))
        func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: milliseconds >> shift) }
        return UUID(
            uuid: (
                byte(40), byte(32), byte(24), byte(16), byte(8), byte(0),
                0x70 | r[0] & 0x0F, r[1], 0x80 | r[2] & 0x3F, r[3], r[4], r[5], r[6], r[7], r[8], r[9]
            )
        )
    }
}

/// The code of a region, e.g. an AZW region.
public struct RegionCode: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The code of a municipality (CBS, e.g. `GM0363`).
public struct MunicipalityCode: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
