/// What changed before, under the form that changes it: what stood there can be put back by hand.
package struct FormHistory: Sendable {
    package struct Change: Sendable {
        let title: String
        let who: String
        let before: [String]
        let hasBefore: Bool
        let after: [String]
        let hasAfter: Bool

        /// - Parameter title: "3 mei 2026: de aanpak".
        package init(title: String, who: String, before: String, after: String) {
            self.title = title
            self.who = who
            self.before = Paragraphs.of(before)
            hasBefore = !self.before.isEmpty
            self.after = Paragraphs.of(after)
            hasAfter = !self.after.isEmpty
        }
    }

    let changes: [Change]

    /// Nil when nothing changed yet.
    package init?(_ changes: [Change]) {
        guard !changes.isEmpty else { return nil }
        self.changes = changes
    }
}
