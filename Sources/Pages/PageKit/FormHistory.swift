/// What changed before, under the form that changes it: what stood there can be put back by hand.
public struct FormHistory: Sendable {
    public struct Change: Sendable {
        let title: String
        let who: String
        let before: [String]
        let hasBefore: Bool
        let after: [String]
        let hasAfter: Bool

        /// - Parameter title: "3 mei 2026: de aanpak".
        public init(title: String, who: String, before: String, after: String) {
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
    public init?(_ changes: [Change]) {
        guard !changes.isEmpty else { return nil }
        self.changes = changes
    }

    static var sample: FormHistory? {
        FormHistory([
            Change(title: "3 mei 2026: de aanpak", who: "Sanne de Wit", before: "We bellen.", after: "We mailen."),
            Change(title: "2 mei 2026: het resultaat", who: "het fonds", before: "", after: "Vijf plekken."),
            Change(title: "1 mei 2026: het mailadres", who: "het fonds", before: "info@voorbeeld.example", after: ""),
        ])
    }
}
