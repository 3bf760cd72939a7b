/// Puts what someone typed back into the form of a page.
///
/// It works on the page as it was made, so every form can do it, whoever made it; nothing is sent or judged for it.
package struct FormFilling {
    /// Fields that belong to one sending.
    private static let ofOneSending: Set<String> = ["_csrf", "submission_id"]
    /// A number that may have gone up meanwhile: the old one is put back, so that the page says what changed.
    private static let version = "versie"
    private static let marker = "_bewaard"

    private let page: HTMLTags
    private let action: String
    private let values: [String: [String]]

    /// - Parameters:
    ///   - html: a page of ours.
    ///   - action: where the form is sent to.
    ///   - values: what was typed, by field, in the order of the page.
    package init(_ html: String, action: String, values: [String: [String]] = [:]) {
        page = HTMLTags(html)
        self.action = action
        self.values = values
    }

    /// A form of the page, by the numbers of its tags.
    private struct Form {
        let tags: Range<Int>
        /// What has to be opened to see it.
        let details: [Int]
    }

    package struct Result: Sendable {
        package let html: String
        /// Whether the form has fields to type in; else it is a button alone.
        package let hasFields: Bool
    }

    /// The page with the form filled in; nil when the form does not stand there.
    ///
    /// - Parameters:
    ///   - id: of the kept form, sent along.
    ///   - notice: stands above everything else on the page.
    package func filled(id: String, notice: (_ hasFields: Bool) -> String) -> Result? {
        guard let form = likeliest else { return nil }
        let hasFields = page.tags[form.tags].contains { $0.isField && $0.name != "button" && !$0.isHidden }
        var edits = fields(of: form)
        for index in form.details {
            var tag = page.tags[index]
            tag.set("open", nil)
            edits.append((tag.range, tag.text))
        }
        edits.append(mark(form, id))
        if let main = page.tags.first(where: { $0.name == "main" && !$0.isClosing }) {
            edits.append((main.range.upperBound..<main.range.upperBound, "\n" + notice(hasFields)))
        }
        return Result(html: page.edited(edits), hasFields: hasFields)
    }

    /// The page with its form marked as that of a kept form.
    package func marked(id: String) -> String? {
        likeliest.map { page.edited([mark($0, id)]) }
    }

    private func mark(_ form: Form, _ id: String) -> (Range<Int>, String) {
        let end = page.tags[form.tags.lowerBound].range.upperBound
        return (
            end..<end,
            "<input type=\"hidden\" name=\"\(Self.marker)\" value=\"\(HTMLTags.escaped(id))\">"
        )
    }

    // MARK: Which form

    /// Several forms of a page may go to the same address: the one whose hidden fields say the same, and then the one with most of
    /// the fields.
    private var likeliest: Form? {
        forms.map { ($0, difference(of: $0)) }.min { $0.1 < $1.1 }?.0
    }

    private var forms: [Form] {
        var found: [Form] = []
        var details: [Int] = []
        var start: Int?
        for (index, tag) in page.tags.enumerated() {
            switch (tag.name, tag.isClosing) {
            case ("details", false): details.append(index)
            case ("details", true): _ = details.popLast()
            case ("form", false): start = index
            case ("form", true):
                if let begin = start, isWanted(begin..<index) {
                    found.append(Form(tags: begin..<index, details: details))
                }
                start = nil
            default: break
            }
        }
        return found
    }

    private func isWanted(_ tags: Range<Int>) -> Bool {
        let form = page.tags[tags.lowerBound]
        guard form.value("method")?.lowercased() == "post" else { return false }
        return form.value("action") == action || page.tags[tags].contains { $0.value("formaction") == action }
    }

    private func difference(of form: Form) -> Int {
        var difference = 0
        var known: Set<String> = []
        for tag in page.tags[form.tags] where tag.isField {
            guard let name = tag.value("name"), !Self.ofOneSending.contains(name), name != Self.marker else { continue }
            known.insert(name)
            let isOther = !(values[name] ?? []).contains(tag.value("value") ?? "")
            if tag.isHidden, name != Self.version, isOther { difference += 1_000 }
        }
        return difference + values.keys.filter { !known.contains($0) }.count
    }

    // MARK: Its fields

    private func fields(of form: Form) -> [(Range<Int>, String)] {
        var edits: [(Range<Int>, String)] = []
        var used: [String: Int] = [:]
        /// The value for the next field of this name, when something was sent for it.
        func next(_ name: String) -> String? {
            let number = used[name, default: 0]
            used[name] = number + 1
            return values[name].flatMap { $0.indices.contains(number) ? $0[number] : nil }
        }
        for index in form.tags {
            var tag = page.tags[index]
            guard !tag.isClosing, tag.isField, let name = tag.value("name"), !Self.ofOneSending.contains(name) else {
                continue
            }
            switch (tag.name, tag.value("type") ?? "text") {
            case ("input", "checkbox"), ("input", "radio"):
                tag.remove("checked")
                if (values[name] ?? []).contains(tag.value("value") ?? "on") { tag.set("checked", nil) }
                edits.append((tag.range, tag.text))
            case ("input", "file"), ("input", "password"), ("input", "submit"): continue
            case ("input", _):
                guard let value = next(name) else { continue }
                tag.set("value", value)
                edits.append((tag.range, tag.text))
            case ("textarea", _):
                guard let value = next(name), page.tags.indices.contains(index + 1) else { continue }
                // A browser leaves out the first line break of a text area.
                let content = tag.range.upperBound..<page.tags[index + 1].range.lowerBound
                edits.append((content, "\n" + HTMLTags.escaped(value)))
            case ("select", _):
                guard let value = next(name) else { continue }
                edits += options(of: index, choosing: value)
            default: continue
            }
        }
        return edits
    }

    /// An option that is not offered any more leaves the list as it was.
    private func options(of select: Int, choosing value: String) -> [(Range<Int>, String)] {
        let options = page.tags.indices.dropFirst(select + 1).prefix {
            page.tags[$0].name == "option" || page.tags[$0].name == "optgroup"
        }
        .filter { page.tags[$0].name == "option" && !page.tags[$0].isClosing }
        func valueOf(_ index: Int) -> String {
            if let value = page.tags[index].value("value") { return value }
            let tag = page.tags[index]
            guard page.tags.indices.contains(index + 1) else { return "" }
            return HTMLTags.read(page.text(tag.range.upperBound..<page.tags[index + 1].range.lowerBound))
        }
        guard options.contains(where: { valueOf($0) == value }) else { return [] }
        return options.map { index in
            var tag = page.tags[index]
            tag.remove("selected")
            if valueOf(index) == value { tag.set("selected", nil) }
            return (tag.range, tag.text)
        }
    }
}

extension HTMLTags.Tag {
    fileprivate var isField: Bool { ["input", "textarea", "select", "button"].contains(name) && !isClosing }
    fileprivate var isHidden: Bool { name == "input" && value("type") == "hidden" }
}

extension HTMLTags {
    /// The page with these stretches replaced.
    fileprivate func edited(_ edits: [(Range<Int>, String)]) -> String {
        var result: [UInt8] = []
        var position = 0
        // What is put in between comes before what begins there.
        for (range, text) in edits.sorted(by: {
            ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound)
        }) {
            guard range.lowerBound >= position else { continue }
            result += bytes[position..<range.lowerBound]
            result += Array(text.utf8)
            position = range.upperBound
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
