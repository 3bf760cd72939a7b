import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
package import PageKit
import Store

/// Fields of an ``ApplicationFormPage`` that belong together.
package struct FormGroup: Sendable {
    /// One field; exactly one of the four is there.
    package struct Part: Sendable {
        package let text: TextField?
        package let area: TextArea?
        package let select: SelectField?
        package let choices: Choices?

        private init(text: TextField? = nil, area: TextArea? = nil, select: SelectField? = nil, choices: Choices? = nil)
        {
            self.text = text
            self.area = area
            self.select = select
            self.choices = choices
        }

        package static func text(_ field: TextField) -> Part { Part(text: field) }
        package static func area(_ field: TextArea) -> Part { Part(area: field) }
        package static func select(_ field: SelectField) -> Part { Part(select: field) }
        package static func choices(_ field: Choices) -> Part { Part(choices: field) }
    }

    package let legend: String?
    package let note: String?
    package let parts: [Part]
    package let isRow: Bool
    package let isPlain: Bool

    /// Fields below each other.
    package init(_ parts: [Part]) {
        legend = nil
        note = nil
        self.parts = parts
        isRow = false
        isPlain = true
    }

    /// A fieldset.
    ///
    /// - Parameter isRow: puts the fields beside each other where there is room.
    package init(_ legend: String, note: String? = nil, isRow: Bool = false, _ parts: [Part]) {
        self.legend = legend
        self.note = note
        self.parts = parts
        self.isRow = isRow
        isPlain = false
    }
}

/// A button of an ``ApplicationFormPage``; its value is sent under the name `knop`.
package struct FormButton: Sendable {
    package let text: String
    package let value: String
    package let modifier: String

    package init(_ text: String, value: String = "verder", isSecondary: Bool = false, isDanger: Bool = false) {
        self.text = text
        self.value = value
        modifier = isDanger ? " button--danger" : isSecondary ? " button--secondary" : ""
    }
}

/// A form in groups: every kind of field, in the order of the page.
package struct ApplicationFormPage: Page {
    package static let template = "applications/form"

    package let header: PageHeader
    package let notices: [Notice]
    package let tabs: Tabs?
    package let steps: Steps?
    package let budget: BudgetBar?
    package let paragraphs: [String]
    package let action: String
    package let submissionID: String
    package let hidden: [HiddenField]
    package let groups: [FormGroup]
    package let buttons: [FormButton]
    package let history: FormHistory?

    package init(
        header: PageHeader,
        notices: [Notice] = [],
        tabs: Tabs? = nil,
        steps: Steps? = nil,
        budget: BudgetBar? = nil,
        paragraphs: [String] = [],
        action: String,
        submissionID: String,
        hidden: [HiddenField] = [],
        groups: [FormGroup] = [],
        buttons: [FormButton],
        history: FormHistory? = nil
    ) {
        self.header = header
        self.notices = notices
        self.tabs = tabs
        self.steps = steps
        self.budget = budget
        self.paragraphs = paragraphs
        self.action = action
        self.submissionID = submissionID
        self.hidden = hidden
        self.groups = groups
        self.buttons = buttons
        self.history = history
    }
}

extension FormEntries {
    /// A field with what was typed in it, and what is wrong with that.
    package func field(
        _ name: String,
        _ label: String,
        _ kind: TextField.Kind = .text,
        _ description: String? = nil,
        isRequired: Bool = true
    ) -> FormGroup.Part {
        .text(
            TextField(
                name: name,
                label: label,
                value: value(name),
                description: description,
                error: error(name),
                kind: kind,
                isRequired: isRequired
            )
        )
    }

    /// A field of more lines with what was typed in it, and what is wrong with that.
    package func area(
        _ name: String,
        _ label: String,
        _ description: String? = nil,
        isRequired: Bool = true
    ) -> FormGroup.Part {
        .area(
            TextArea(
                name: name,
                label: label,
                value: value(name),
                description: description,
                error: error(name),
                isRequired: isRequired
            )
        )
    }
}
