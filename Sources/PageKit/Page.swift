/// One kind of page: a view model that holds finished Dutch sentences, booleans and lists, and the template that shows it.
///
/// Templates read *stored* properties only (private ones too). A page never holds a domain or row type.
package protocol Page: Sendable {
    /// Path of the template below `Resources/Templates`, without its extension: `candidates/show`.
    static var template: String { get }

    /// What the layout draws above the body.
    var header: PageHeader { get }
}

/// The top of every page: where you are, the way back, one obvious next action, and what went wrong in a form.
package struct PageHeader: Sendable {
    package let title: String
    let lead: String?
    let breadcrumbs: [PageLink]
    let hasBreadcrumbs: Bool
    let back: PageLink?
    let action: PageLink?
    let tags: [Tag]
    let hasTags: Bool
    let errors: [ErrorLink]
    package let hasErrors: Bool
    let errorHeading: String
    let isHero: Bool
    /// The document's title begins with "Fout:": a form with errors, or an error page.
    let isError: Bool

    /// - Parameters:
    ///   - title: the `h1`, and the first part of the document's title.
    ///   - breadcrumbs: the pages above this one, from the start page down; this page itself is not in it.
    ///   - action: the one primary action, a verb with its object.
    ///   - errors: shown as a summary on top, each linked to its field; the document's title then begins with "Fout:".
    package init(
        title: String,
        lead: String? = nil,
        breadcrumbs: [PageLink] = [],
        back: PageLink? = nil,
        action: PageLink? = nil,
        tags: [Tag] = [],
        errors: [ErrorLink] = [],
        isHero: Bool = false,
        isError: Bool = false
    ) {
        self.title = title
        self.lead = lead
        self.breadcrumbs = breadcrumbs
        hasBreadcrumbs = !breadcrumbs.isEmpty
        self.back = back
        self.action = action
        self.tags = tags
        hasTags = !tags.isEmpty
        self.errors = errors
        hasErrors = !errors.isEmpty
        errorHeading = errors.count == 1 ? "Verbeter dit eerst" : "Verbeter deze \(errors.count) dingen eerst"
        self.isHero = isHero
        self.isError = isError || !errors.isEmpty
    }
}

/// A text and where it leads. `url` is an own path or a `tel:`, `mailto:` or `https:` address made by us, never typed input.
package struct PageLink: Sendable {
    let text: String
    let url: String

    package init(_ text: String, _ url: String) {
        self.text = text
        self.url = url
    }
}

/// One line of the error summary: how to repair it, linked to the field.
package struct ErrorLink: Sendable {
    let fieldID: String
    let text: String

    package init(fieldID: String, text: String) {
        self.fieldID = fieldID
        self.text = text
    }
}
