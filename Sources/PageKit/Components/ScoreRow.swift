/// One statement of the assessment: five levels or "niet gezien", in one fieldset.
package struct ScoreRow: Sendable {
    struct Score: Sendable {
        let id: String
        let value: String
        let short: String
        let label: String
        let isChecked: Bool
    }

    /// What stands in the form for "not seen"; the other values are "1" to "5".
    package static let notSeen = "niet_gezien"

    let id: String
    let name: String
    let area: String?
    let statement: String
    let description: String?
    let error: String?
    let hasError: Bool
    let describedBy: String?
    let scores: [Score]

    /// - Parameter selected: "1" to "5", `notSeen`, or nil when nothing was chosen yet.
    package init(
        name: String,
        area: String? = nil,
        statement: String,
        selected: String? = nil,
        description: String? = nil,
        error: String? = nil
    ) {
        id = name
        self.name = name
        self.area = area
        self.statement = statement
        self.description = description
        self.error = error
        hasError = error != nil
        describedBy = describedByIDs(name, hasDescription: description != nil, hasError: error != nil)
        scores = Self.scale.enumerated().map { index, step in
            Score(
                id: index == 0 ? name : "\(name)-\(index + 1)",
                value: step.value,
                short: step.short,
                label: step.label,
                isChecked: step.value == selected
            )
        }
    }

    /// The supervision scale (DOMAIN.md section 5).
    private static let scale: [(value: String, short: String, label: String)] = [
        ("1", "1", "Nog niet gedaan"),
        ("2", "2", "Samen met iemand"),
        ("3", "3", "Met hulp op afroep"),
        ("4", "4", "Zelfstandig"),
        ("5", "5", "Kan het anderen leren"),
        (notSeen, "–", "Niet gezien"),
    ]
}
