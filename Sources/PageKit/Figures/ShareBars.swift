/// How much of what was meant was reached: a bar per row on a scale of its own, with a tick at what was meant. The numbers
/// stand beside it.
package struct ShareBars: Sendable {
    package struct Entry: Sendable {
        let name: String
        let reached: Double?
        let target: Double?
        let reachedText: String
        let targetText: String

        /// - Parameters:
        ///   - reached: nil when it is not known; missing is shown as missing, never as zero.
        ///   - reachedText: as people read it, "38 stagiairs".
        package init(name: String, reached: Double?, target: Double?, reachedText: String, targetText: String) {
            self.name = name
            self.reached = reached
            self.target = target
            self.reachedText = reachedText
            self.targetText = targetText
        }
    }

    struct Row: Sendable {
        let name: String
        let hasBar: Bool
        let barWidth: String
        let hasTick: Bool
        let tickX: String
        let reached: String
        let target: String
    }

    let id: String
    let title: String
    let subject: String
    let targetHead: String
    let reachedHead: String
    let rows: [Row]

    /// - Parameter subject: what the rows are, as the head of the first column.
    package init(
        id: String,
        title: String,
        subject: String = "Doel",
        targetHead: String = "Afgesproken",
        reachedHead: String = "Bereikt",
        rows: [Entry]
    ) {
        self.id = id
        self.title = title
        self.subject = subject
        self.targetHead = targetHead
        self.reachedHead = reachedHead
        self.rows = rows.map { entry in
            let unit = 190 / max(entry.reached ?? 0, entry.target ?? 0, 1e-9)
            return Row(
                name: entry.name,
                hasBar: entry.reached != nil,
                barWidth: Drawing.number((entry.reached ?? 0) * unit),
                hasTick: entry.target != nil,
                tickX: Drawing.number((entry.target ?? 0) * unit),
                reached: entry.reachedText,
                target: entry.targetText
            )
        }
    }
}
