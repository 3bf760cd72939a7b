/// An amount in euros, kept in whole cents.
public struct Money: Hashable, Sendable, Comparable, Codable {
    public let cents: Int

    public init(cents: Int) { self.cents = cents }
    public init(euros: Int) { cents = euros * 100 }

    public static let zero = Self(cents: 0)
    /// The largest amount a form may bring: 100 million euros.
    public static let greatest = Self(euros: 100_000_000)

    /// Reads an amount as people in the Netherlands write it: `25.000`, `25000`, `€ 1.234,50`, `12,5`. Points part thousands,
    /// the comma parts cents. Nil for anything else, for negatives and above ``greatest``.
    public init?(_ text: String) {
        var rest = text.filter { !$0.isWhitespace && $0 != "\u{A0}" }[...]
        if rest.first == "€" { rest = rest.dropFirst() }
        let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || (1...3).contains(groups[0].count)
        else { return nil }
        let digits = groups.joined()
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard digits.count <= 11, (1...2).contains(fraction.count) || fraction == "-",
            digits.allSatisfy({ $0.isASCII && $0.isNumber }), let euros = Int(digits)
        else { return nil }
        var cents = 0
        if fraction != "-" {
            guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(fraction) else { return nil }
            cents = fraction.count == 1 ? value * 10 : value
        }
        let amount = Self(cents: euros * 100 + cents)
        guard amount <= .greatest else { return nil }
        self = amount
    }

    /// `€ 25.000` or `€ 1.234,50`, with a no-break space.
    public var text: String {
        let sign = cents < 0 ? "−" : ""
        let (euros, rest) = (cents.magnitude / 100, cents.magnitude % 100)
        var digits = String(euros)
        var grouped = ""
        while digits.count > 3 {
            grouped = ".\(digits.suffix(3))" + grouped
            digits.removeLast(3)
        }
        let fraction = rest == 0 ? "" : ",\(rest < 10 ? "0" : "")\(rest)"
        return "€\u{A0}\(sign)\(digits)\(grouped)\(fraction)"
    }

    public static func < (left: Self, right: Self) -> Bool { left.cents < right.cents }
    public static func + (left: Self, right: Self) -> Self { Self(cents: left.cents + right.cents) }
    public static func - (left: Self, right: Self) -> Self { Self(cents: left.cents - right.cents) }
}
