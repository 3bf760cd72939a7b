/// The steps of tint on a map by number, so that about as many regions fall in each, with a legend in words and numbers.
package struct MapSteps: Sendable {
    /// One line of the legend.
    struct Step: Sendable {
        let modifier: String
        let text: String
    }

    /// The highest number of each step after zero, rising.
    private let bounds: [Int]
    let legend: [Step]

    /// - Parameters:
    ///   - counts: of all regions; none below zero.
    ///   - none: what zero is called in the legend: "geen projecten".
    ///   - words: a number in words: "3 projecten".
    package init(counts: [Int], none: String, words: (Int) -> String) {
        let some = counts.filter { $0 > 0 }.sorted()
        let different = some.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
        if different.count <= 4 {
            bounds = different
        } else {
            let quarters = (1...4).map { some[(some.count * $0 + 3) / 4 - 1] }
            bounds = quarters.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
        var legend: [Step] = counts.contains(0) ? [Step(modifier: "0", text: none)] : []
        var low = some.first ?? 0
        for (index, high) in bounds.enumerated() {
            // From the lowest number that there is, so that no range promises what nobody has.
            low = some.first { $0 >= low } ?? low
            legend.append(Step(modifier: "\(index + 1)", text: Self.range(low, high, words)))
            low = high + 1
        }
        self.legend = legend
    }

    /// 0 for none, then 1 to at most 4.
    package func step(of count: Int) -> Int {
        guard count > 0 else { return 0 }
        return (bounds.firstIndex { count <= $0 } ?? bounds.count - 1) + 1
    }

    private static func range(_ low: Int, _ high: Int, _ words: (Int) -> String) -> String {
        switch high - low {
        case 0: words(low)
        case 1: "\(low) of \(words(high))"
        default: "\(low) tot en met \(words(high))"
        }
    }
}
