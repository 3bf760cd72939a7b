/// The assessment drawn: per competence area a dot for the level, a ring for the self-score, a tick for the target. The
/// line between dot and tick is what there is to learn. The table is the figure: every row says its numbers too.
package struct ProfileFigure: Sendable {
    /// One competence area; levels in tenths, 10…50.
    package struct Area: Sendable {
        let name: String
        let level: Int
        let isAssessed: Bool
        let selfScore: Int?
        let target: Int

        /// - Parameter isAssessed: false when the level is the default for route and year.
        package init(area: String, level: Int, isAssessed: Bool = true, selfScore: Int? = nil, target: Int) {
            name = area
            self.level = level
            self.isAssessed = isAssessed
            self.selfScore = selfScore
            self.target = target
        }
    }

    struct Row: Sendable {
        let area: String
        let levelX: String
        let targetX: String
        let isAssessed: Bool
        let hasGap: Bool
        let selfX: String?
        let level: String
        let selfScore: String
        let target: String
        let need: String
    }

    let id: String
    let title: String
    let rows: [Row]
    let hasUnassessed: Bool

    package init(id: String, title: String, rows: [Area]) {
        self.id = id
        self.title = title
        self.rows = rows.map(Self.row)
        hasUnassessed = rows.contains { !$0.isAssessed }
    }

    private static func row(_ area: Area) -> Row {
        let need = max(0, area.target - area.level)
        return Row(
            area: area.name,
            levelX: x(area.level),
            targetX: x(area.target),
            isAssessed: area.isAssessed,
            hasGap: need > 0,
            selfX: area.selfScore.map(x),
            level: Drawing.level(area.level),
            selfScore: area.selfScore.map(Drawing.level) ?? "–",
            target: Drawing.level(area.target),
            need: need == 0 ? "–" : Drawing.level(need)
        )
    }

    /// 10…50 on a line from 12 to 228.
    private static func x(_ tenths: Int) -> String {
        Drawing.number(12 + Double(min(max(tenths, 10), 50) - 10) * 5.4)
    }
}
