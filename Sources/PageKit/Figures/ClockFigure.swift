/// A case as a band of days: colour and pattern say who had it, a hatch on top what was overdue. Its table stands under it.
package struct ClockFigure: Sendable {
    package enum Owner: String, Sendable, CaseIterable {
        case team, practice, candidate, school, nobody
    }

    package struct Span: Sendable {
        let owner: Owner
        let label: String
        let days: Int
        let overdueDays: Int

        /// - Parameters:
        ///   - label: what was waited for: "Praktijk De Linde".
        ///   - overdueDays: how many of `days`, at their end, were too late.
        package init(owner: Owner, label: String, days: Int, overdueDays: Int = 0) {
            self.owner = owner
            self.label = label
            self.days = max(0, days)
            self.overdueDays = min(max(0, overdueDays), self.days)
        }
    }

    struct Band: Sendable {
        let x: String
        let width: String
        let modifier: String
        let pattern: String?
        let overdueX: String
        let overdueWidth: String
        let isOverdue: Bool
    }

    struct Row: Sendable {
        let owner: String
        let label: String
        let days: String
        let overdue: String
        let isOverdue: Bool
        let modifier: String
        let pattern: String?
    }

    let id: String
    let title: String
    let total: String
    let latePattern: String
    let bands: [Band]
    let rows: [Row]

    package init(id: String, title: String, spans: [Span]) {
        let total = spans.reduce(0) { $0 + $1.days }
        self.id = id
        self.title = title
        self.total = Self.dayCount(total)
        latePattern = "url(#\(id)-late)"
        bands = Self.bands(spans, total: max(1, total), id: id)
        rows = spans.map { span in
            Row(
                owner: Self.name(of: span.owner),
                label: span.label,
                days: String(span.days),
                overdue: span.overdueDays == 0 ? "–" : String(span.overdueDays),
                isOverdue: span.overdueDays > 0,
                modifier: span.owner.rawValue,
                pattern: Self.pattern(of: span.owner, id: id)
            )
        }
    }

    private static func bands(_ spans: [Span], total: Int, id: String) -> [Band] {
        let unit = 1000 / Double(total)
        var day = 0
        return spans.map { span in
            defer { day += span.days }
            let end = day + span.days
            return Band(
                x: Drawing.number(Double(day) * unit),
                width: Drawing.number(Double(span.days) * unit),
                modifier: span.owner.rawValue,
                pattern: pattern(of: span.owner, id: id),
                overdueX: Drawing.number(Double(end - span.overdueDays) * unit),
                overdueWidth: Drawing.number(Double(span.overdueDays) * unit),
                isOverdue: span.overdueDays > 0
            )
        }
    }

    /// The team's days are plain; the others have a pattern of their own.
    private static func pattern(of owner: Owner, id: String) -> String? {
        switch owner {
        case .team, .nobody: nil
        case .practice, .candidate, .school: "url(#\(id)-\(owner.rawValue))"
        }
    }

    private static func name(of owner: Owner) -> String {
        switch owner {
        case .team: "Team"
        case .practice: "Praktijk"
        case .candidate: "Kandidaat"
        case .school: "School"
        case .nobody: "Niemand"
        }
    }

    private static func dayCount(_ days: Int) -> String {
        days == 1 ? "1 dag" : "\(days) dagen"
    }
}
