/// How well a candidate and a place fit: a segment per criterion as wide as its weight, filled as far as its points.
///
/// The small one stands in lists; the labelled one has its table under it.
package struct FitBar: Sendable {
    /// One criterion, given in the fixed order of DOMAIN.md section 6.
    package struct Part: Sendable {
        let name: String
        let weight: Int
        let points: Int
        let share: Int

        /// - Parameters:
        ///   - points: 0…1000.
        ///   - share: what it adds to the total of 0…100, by largest remainder.
        package init(name: String, weight: Int, points: Int, share: Int) {
            self.name = name
            self.weight = max(0, weight)
            self.points = min(max(0, points), 1000)
            self.share = share
        }
    }

    struct Segment: Sendable {
        let x: String
        let width: String
        let filled: String
        let modifier: String
    }

    struct Row: Sendable {
        let name: String
        let share: String
        let weight: String
        let filled: String
        let modifier: String
    }

    let id: String
    let total: String
    let description: String
    let segments: [Segment]
    let rows: [Row]
    let isLabelled: Bool

    /// - Parameters:
    ///   - id: unique on the page.
    ///   - total: 0…100, as shown.
    package init(id: String, total: Int, parts: [Part], isLabelled: Bool = false) {
        self.id = id
        self.total = String(total)
        let shares = parts.map { "\($0.name) \($0.share) van \($0.weight)" }.joined(separator: ", ")
        description = "Past voor \(total) van de 100: \(shares)"
        segments = Self.segments(parts)
        rows = parts.enumerated().map { index, part in
            Row(
                name: part.name,
                share: String(part.share),
                weight: String(part.weight),
                filled: Drawing.number(Double(part.points) / 10),
                modifier: Self.modifier(index)
            )
        }
        self.isLabelled = isLabelled
    }

    private static func segments(_ parts: [Part]) -> [Segment] {
        let gap = 8.0
        let weights = Double(max(1, parts.reduce(0) { $0 + $1.weight }))
        let room = 1000 - gap * Double(max(0, parts.count - 1))
        var x = 0.0
        return parts.enumerated().map { index, part in
            let width = room * Double(part.weight) / weights
            defer { x += width + gap }
            return Segment(
                x: Drawing.number(x),
                width: Drawing.number(width),
                filled: Drawing.number(width * Double(part.points) / 1000),
                modifier: modifier(index)
            )
        }
    }

    /// Two shades in turn, so that neighbours can be told apart.
    private static func modifier(_ index: Int) -> String {
        index.isMultiple(of: 2) ? "even" : "odd"
    }
}
