import Domain
import Foundation

/// Chance that is the same every time: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) with own ways to draw, so that
/// no change in a library changes the fictional country.
struct DemoRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 ..< count.
    mutating func below(_ count: Int) -> Int {
        precondition(count > 0, "there is nothing to choose from")
        return Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// One of these, each as likely as its weight says.
    mutating func weighted<Element>(_ choices: [(Element, Int)]) -> Element {
        var left = below(choices.reduce(0) { $0 + $1.1 })
        for (element, weight) in choices {
            if left < weight { return element }
            left -= weight
        }
        return choices[choices.count - 1].0
    }

    /// So many different elements, in order of draw; all when there are fewer.
    mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
        var left = elements
        var drawn: [Element] = []
        while drawn.count < count, !left.isEmpty {
            let index = below(left.count)
            drawn.append(left[index])
            left.swapAt(index, left.count - 1)
            left.removeLast()
        }
        return drawn
    }

    /// A uuid of version 7 of that moment.
    mutating func uuid(at moment: Date) -> UUID {
        let (high, low) = (next(), next())
        return TimeOrderedUUID.make(
            at: moment,
            randomBytes: (0..<10).map { UInt8(truncatingIfNeeded: $0 < 8 ? high >> (8 * $0) : low >> (8 * ($0 - 8))) }
        )
    }

    /// Digits, so many.
    mutating func digits(_ count: Int) -> String { String((0..<count).map { _ in Character(String(below(10))) }) }
}

/// References that never come twice: the numbers 0, 1, 2 … shuffled over all 35-bit values.
struct DemoReferences {
    private let seed: UInt64
    private var number: UInt64

    /// - Parameter first: where to begin, so that several kinds of things can number apart.
    init(seed: UInt64, first: UInt64 = 0) {
        self.seed = seed
        number = first
    }

    mutating func next() -> Reference {
        defer { number += 1 }
        return Self.reference(number, seed: seed)
    }

    /// Each step is a bijection of 35-bit numbers, so different numbers give different references.
    static func reference(_ number: UInt64, seed: UInt64) -> Reference {
        let mask: UInt64 = 1 << 35 - 1
        var value = (number &+ seed) & mask
        for factor in [0x2_545F_4914_F6CD, 0x9E37_79B9_7F4A_7C15] as [UInt64] {
            value = (value &* factor) & mask
            value ^= value >> 17
        }
        return Reference(randomValue: value)
    }
}
