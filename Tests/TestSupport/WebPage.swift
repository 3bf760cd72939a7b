import Foundation

/// An answer of the site, read as far as a test needs it: text, title, links and forms of our own templates.
public struct WebPage: Sendable {
    public let status: Int
    /// Lower-case names.
    public let headers: [String: String]
    public let bytes: [UInt8]
    /// Path and query of the address it came from, after redirects.
    public let path: String
    public let links: [Link]
    public internal(set) var forms: [WebForm]
    /// What a reader sees, with white space made single.
    public let text: String
    public let title: String

    public struct Link: Sendable {
        public let text: String
        public let href: String
    }

    public var body: String { String(decoding: bytes, as: UTF8.self) }

    public init(status: Int, headers: [String: String], bytes: [UInt8], path: String) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
        self.path = path
        var reader = PageReader()
        if headers["content-type"]?.hasPrefix("text/html") == true {
            reader.read(String(decoding: bytes, as: UTF8.self))
        }
        links = reader.links
        forms = reader.forms
        text = reader.text.collapsed
        title = reader.title.collapsed
    }
}

/// A form as a browser holds it: what would be sent when a button is pressed.
public struct WebForm: Sendable {
    public struct Control: Sendable {
        public enum Kind: Sendable { case value, tick, radio, select, file }
        public let kind: Kind
        public let name: String
        public internal(set) var value: String
        /// Nobody sees it.
        public internal(set) var isHidden = false
        /// For ticks and radios; everything else is always sent.
        public internal(set) var isChosen: Bool
        /// For select lists.
        public internal(set) var options: [(value: String, text: String)] = []
        var upload: (filename: String, bytes: [UInt8])?
    }

    public struct Button: Sendable {
        public let text: String
        public let name: String?
        public let value: String
        public let action: String?
    }

    public let id: String?
    public let action: String
    public let method: String
    public let isMultipart: Bool
    public internal(set) var controls: [Control] = []
    public internal(set) var buttons: [Button] = []

    /// The fields that pressing a button sends, without files.
    public func fields(pressing button: Button) -> [(String, String)] {
        var fields = controls.filter { $0.kind != .file && $0.isChosen }.map { ($0.name, $0.value) }
        if let name = button.name { fields.append((name, button.value)) }
        return fields
    }
}

/// Reads HTML well enough for templates of our own: proper nesting, quoted attributes.
private struct PageReader {
    var links: [WebPage.Link] = []
    var forms: [WebForm] = []
    var text = ""
    var title = ""
    private var openForm: Int?
    private var openLink: (href: String, textStart: Int)?
    private var openButton: (attributes: [String: String], textStart: Int)?
    private var openOption: (attributes: [String: String], textStart: Int)?
    private var openSelect: (form: Int, control: Int)?
    private var isHidden = false

    mutating func read(_ html: String) {
        var rest = html.replacing("\r\n", with: "\n")[...]
        while let bracket = rest.firstIndex(of: "<") {
            add(rest[..<bracket])
            rest = rest[bracket...]
            if rest.hasPrefix("<!--") {
                rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            guard let end = Self.tagEnd(rest) else { break }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                close(tag.dropFirst().trimmingCharacters(in: .whitespaces).lowercased())
                continue
            }
            let name = tag.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }.lowercased()
            let attributes = Self.attributes(tag.dropFirst(name.count))
            if ["script", "style", "title", "textarea"].contains(name) {
                let stop = rest.range(of: "</\(name)", options: .caseInsensitive)?.lowerBound ?? rest.endIndex
                raw(name, attributes, String(rest[..<stop]))
                rest = rest[stop...]
            } else {
                open(name, attributes)
            }
        }
        add(rest)
    }

    private mutating func add(_ piece: Substring) {
        if !isHidden { text += Self.decoded(String(piece)) }
    }

    private mutating func raw(_ name: String, _ attributes: [String: String], _ content: String) {
        switch name {
        case "title" where title.isEmpty: title = Self.decoded(content)
        case "textarea":
            let value = Self.decoded(content.hasPrefix("\n") ? String(content.dropFirst()) : content)
            addControl(.init(kind: .value, name: attributes["name"] ?? "", value: value, isChosen: true), attributes)
            text += " \(value) "
        default: break
        }
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "form":
            forms.append(
                WebForm(
                    id: attributes["id"],
                    action: attributes["action"] ?? "",
                    method: (attributes["method"] ?? "get").uppercased(),
                    isMultipart: attributes["enctype"]?.lowercased() == "multipart/form-data"
                )
            )
            openForm = forms.count - 1
        case "a": openLink = attributes["href"].map { ($0, text.count) }
        case "button": openButton = (attributes, text.count)
        case "input": input(attributes)
        case "select":
            let control = WebForm.Control(kind: .select, name: attributes["name"] ?? "", value: "", isChosen: false)
            openSelect = addControl(control, attributes)
        case "option":
            closeOption()
            openOption = (attributes, text.count)
        case "template": isHidden = true
        default: break
        }
        if name != "b" && name != "em" && name != "strong" && name != "span" && name != "a" { text += " " }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "form": openForm = nil
        case "a":
            if let link = openLink { links.append(.init(text: since(link.textStart), href: link.href)) }
            openLink = nil
        case "button":
            if let button = openButton { addButton(since(button.textStart), button.attributes) }
            openButton = nil
        case "option": closeOption()
        case "select":
            closeOption()
            openSelect = nil
        case "template": isHidden = false
        default: break
        }
        if !["b", "em", "strong", "span", "a"].contains(name) { text += " " }
    }

    private mutating func input(_ attributes: [String: String]) {
        let name = attributes["name"] ?? ""
        let isChecked = attributes["checked"] != nil
        switch attributes["type"]?.lowercased() ?? "text" {
        case "submit", "image": addButton(attributes["value"] ?? "", attributes)
        case "button", "reset": break
        case "checkbox":
            addControl(
                .init(kind: .tick, name: name, value: attributes["value"] ?? "on", isChosen: isChecked),
                attributes
            )
        case "radio":
            addControl(
                .init(kind: .radio, name: name, value: attributes["value"] ?? "on", isChosen: isChecked),
                attributes
            )
        case "file": addControl(.init(kind: .file, name: name, value: "", isChosen: true), attributes)
        case let type:
            addControl(
                .init(
                    kind: .value,
                    name: name,
                    value: attributes["value"] ?? "",
                    isHidden: type == "hidden",
                    isChosen: true
                ),
                attributes
            )
        }
    }

    private mutating func closeOption() {
        guard let option = openOption else { return }
        openOption = nil
        guard let (form, control) = openSelect else { return }
        let label = since(option.textStart)
        let value = option.attributes["value"] ?? label
        let isFirst = forms[form].controls[control].options.isEmpty
        forms[form].controls[control].options.append((value, label))
        if isFirst || option.attributes["selected"] != nil {
            forms[form].controls[control].value = value
            forms[form].controls[control].isChosen = true
        }
    }

    private func since(_ start: Int) -> String { String(text.dropFirst(start)).collapsed }

    private func formIndex(_ attributes: [String: String]) -> Int? {
        attributes["form"].flatMap { id in forms.firstIndex { $0.id == id } } ?? openForm
    }

    @discardableResult
    private mutating func addControl(
        _ control: WebForm.Control,
        _ attributes: [String: String]
    ) -> (form: Int, control: Int)? {
        guard !control.name.isEmpty, attributes["disabled"] == nil, let form = formIndex(attributes) else { return nil }
        forms[form].controls.append(control)
        return (form, forms[form].controls.count - 1)
    }

    private mutating func addButton(_ label: String, _ attributes: [String: String]) {
        guard attributes["type"]?.lowercased() != "button", let form = formIndex(attributes) else { return }
        forms[form].buttons.append(
            .init(
                text: attributes["aria-label"] ?? label,
                name: attributes["name"],
                value: attributes["value"] ?? "",
                action: attributes["formaction"]
            )
        )
    }

    // MARK: Characters

    /// The `>` that ends a tag, not one inside a quoted attribute.
    private static func tagEnd(_ text: Substring) -> String.Index? {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return nil
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            guard !name.isEmpty else { return attributes }
            rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
            var value: Substring = ""
            if rest.first == "=" {
                rest = rest.dropFirst().drop(while: \.isWhitespace)
                if let quote = rest.first, quote == "\"" || quote == "'" {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = rest.prefix { !$0.isWhitespace }
                    rest = rest.dropFirst(value.count)
                }
            }
            attributes[name.lowercased()] = decoded(String(value))
        }
    }

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...].dropFirst()
            let entity = rest.prefix { $0 != ";" && !$0.isWhitespace }
            if rest.dropFirst(entity.count).first == ";", let character = character(entity) {
                result.append(character)
                rest = rest.dropFirst(entity.count + 1)
            } else {
                result += "&"
            }
        }
        return result + rest
    }

    private static func character(_ entity: Substring) -> Character? {
        let named: [Substring: Character] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "eacute": "é", "euml": "ë",
            "middot": "·", "ndash": "–", "mdash": "—", "hellip": "…", "rarr": "→", "larr": "←", "times": "×",
        ]
        if let character = named[entity] { return character }
        guard entity.hasPrefix("#") else { return nil }
        let number = entity.dropFirst()
        let code = number.lowercased().hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return code.flatMap(Unicode.Scalar.init).map(Character.init)
    }
}

extension String {
    /// White space made single, none at the ends.
    var collapsed: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
