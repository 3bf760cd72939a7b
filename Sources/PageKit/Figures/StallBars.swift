/// Where it stalls: per step the median as a bar and the 90th percentile as a whisker, on one scale of days.
package struct StallBars: Sendable {
    package struct Step: Sendable {
        let name: String
        let median: Int?
        let p90: Int?
        let count: String

        /// Days; nil when there are too few to say. Missing is shown as missing, never as zero.
        package init(step: String, median: Int?, p90: Int?, count: Int) {
            self.init(step: step, median: median, p90: p90, shownCount: String(count))
        }

        /// - Parameter shownCount: how many, in words where the number is not told.
        package init(step: String, median: Int?, p90: Int?, shownCount: String) {
            name = step
            self.median = median
            self.p90 = p90
            count = shownCount
        }
    }

    struct Row: Sendable {
        let step: String
        let hasBar: Bool
        let barWidth: String
        let whiskerWidth: String
        let whiskerX: String
        let median: String
        let p90: String
        let count: String
    }

    let id: String
    let title: String
    let subject: String
    let rows: [Row]

    /// - Parameter subject: what the rows are, as the head of the first column.
    package init(id: String, title: String, rows: [Step], longest: Int? = nil, subject: String = "Stap") {
        self.id = id
        self.title = title
        self.subject = subject
        let longest = max(1, longest ?? 0, rows.compactMap(\.p90).max() ?? 0, rows.compactMap(\.median).max() ?? 0)
        self.rows = rows.map { step in
            let unit = 190 / Double(longest)
            let median = Double(step.median ?? 0) * unit
            let p90 = Double(step.p90 ?? step.median ?? 0) * unit
            return Row(
                step: step.name,
                hasBar: step.median != nil,
                barWidth: Drawing.number(median),
                whiskerWidth: Drawing.number(max(0, p90 - median)),
                whiskerX: Drawing.number(p90),
                median: step.median.map(String.init) ?? "te weinig",
                p90: step.p90.map(String.init) ?? "te weinig",
                count: step.count
            )
        }
    }
}
