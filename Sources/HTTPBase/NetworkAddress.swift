import Foundation

/// An address of version 4 or 6, as 16 bytes; one of version 4 is kept as `::ffff:a.b.c.d`, so that both forms are equal.
public struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    /// Nil for what is no address: names, ports and brackets do not belong here.
    public init?(_ text: some StringProtocol) {
        let text = String(text.prefix { $0 != "%" })
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = Self.prefixOfVersion4 + withUnsafeBytes(of: &four) { Array($0) }
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        bytes = withUnsafeBytes(of: &six) { Array($0) }
    }

    public var description: String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    static let prefixOfVersion4: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
    var isVersion4: Bool { bytes.starts(with: Self.prefixOfVersion4) }

    /// What one connection at home or in an office has: an address of version 4, or the first 64 bits of version 6,
    /// within which a computer may choose freely.
    var network: NetworkAddress {
        isVersion4 ? self : NetworkAddress(bytes: bytes.prefix(8) + Array(repeating: 0, count: 8))
    }

    /// The block around it that one owner tends to have: the first 24 bits of version 4, 48 of version 6.
    var block: NetworkAddress {
        let kept = isVersion4 ? 15 : 6
        return NetworkAddress(bytes: bytes.prefix(kept) + Array(repeating: 0, count: 16 - kept))
    }

    private init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
}

/// A block of addresses such as `10.0.0.0/8` or `::1`.
public struct AddressRange: Hashable, Sendable {
    private let first: NetworkAddress
    private let bits: Int

    /// Nil for what is no block; a single address is a block of one.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = parts.first, let address = NetworkAddress(head) else { return nil }
        let width = address.isVersion4 ? 32 : 128
        guard let bits = parts.count == 1 ? width : Int(parts[1]), (0...width).contains(bits) else { return nil }
        first = address
        self.bits = bits + 128 - width
    }

    /// So wide that strangers are in it: more than a sixteenth of all addresses of its kind.
    public var isEverywhere: Bool { bits < (first.isVersion4 ? 96 + 4 : 4) }

    func contains(_ address: NetworkAddress) -> Bool {
        let whole = bits / 8
        guard address.bytes.prefix(whole) == first.bytes.prefix(whole) else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
        return address.bytes[whole] & mask == first.bytes[whole] & mask
    }
}

/// Whose word about the visitor's address is taken: that of our own proxy and of nobody else.
public struct TrustedProxies: Sendable {
    private let ranges: [AddressRange]

    public init(_ ranges: [AddressRange]) { self.ranges = ranges }

    /// The visitor's address: the peer's, or behind a trusted proxy the last one in `X-Forwarded-For` that is not a
    /// trusted proxy itself. What stands before that, anyone can have made up.
    func visitor(peer: NetworkAddress?, forwardedFor: String?) -> NetworkAddress? {
        guard let peer, trusts(peer), let forwardedFor else { return peer }
        var found = peer
        for entry in forwardedFor.split(separator: ",").reversed() {
            guard let address = NetworkAddress(entry.trimmed) else { return found }
            found = address
            if !trusts(address) { return found }
        }
        return found
    }

    private func trusts(_ address: NetworkAddress) -> Bool { ranges.contains { $0.contains(address) } }
}
