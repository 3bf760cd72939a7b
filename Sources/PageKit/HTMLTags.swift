/// The tags of a page that our own templates made, as far as forms need them.
struct HTMLTags {
    struct Tag {
        /// Lower-case.
        let name: String
        let isClosing: Bool
        /// In their order; values are read, not as they are written. Nil for an attribute without a value.
        var attributes: [(name: String, value: String?)]
        /// From `<` to behind `>`.
        let range: Range<Int>

        func value(_ name: String) -> String? { attributes.first { $0.name == name }.map { $0.value ?? "" } }
        func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }

        mutating func set(_ name: String, _ value: String?) {
            remove(name)
            attributes.append((name, value))
        }

        mutating func remove(_ name: String) { attributes.removeAll { $0.name == name } }

        /// As it is written.
        var text: String {
            attributes.reduce(into: "<\(name)") { text, attribute in
                text += " \(attribute.name)"
                if let value = attribute.value { text += "=\"\(HTMLTags.escaped(value))\"" }
            } + ">"
        }
    }

    let bytes: [UInt8]
    private(set) var tags: [Tag] = []

    init(_ html: String) {
        bytes = Array(html.utf8)
        var position = 0
        while let start = next("<", from: position) {
            guard let tag = tag(at: start) else {
                position = start + 1
                continue
            }
            tags.append(tag)
            position = tag.range.upperBound
            // What stands in these is text, whatever it looks like.
            if !tag.isClosing, ["script", "style", "textarea"].contains(tag.name) {
                position = end(of: tag.name, from: position)
            }
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func next(_ character: Unicode.Scalar, from position: Int) -> Int? {
        bytes[min(position, bytes.count)...].firstIndex(of: UInt8(ascii: character))
    }

    private func end(of name: String, from position: Int) -> Int {
        let wanted = Array("</\(name)".utf8)
        var position = position
        while let start = next("<", from: position) {
            if bytes[start...].prefix(wanted.count).elementsEqual(wanted) { return start }
            position = start + 1
        }
        return bytes.count
    }

    private func tag(at start: Int) -> Tag? {
        var position = start + 1
        let isClosing = position < bytes.count && bytes[position] == UInt8(ascii: "/")
        if isClosing { position += 1 }
        let name = word(&position)
        guard !name.isEmpty else { return nil }
        var attributes: [(name: String, value: String?)] = []
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: ">") {
                return Tag(
                    name: name,
                    isClosing: isClosing,
                    attributes: attributes,
                    range: start..<position + 1
                )
            }
            let attribute = word(&position)
            guard !attribute.isEmpty else {
                position += 1
                continue
            }
            attributes.append((attribute, value(&position)))
        }
        return nil
    }

    /// Letters, digits and the marks that names have.
    private func word(_ position: inout Int) -> String {
        let start = position
        while position < bytes.count {
            let scalar = Unicode.Scalar(bytes[position])
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
            else {
                break
            }
            position += 1
        }
        return text(start..<position).lowercased()
    }

    /// What stands behind `=` in quotes; nil when nothing does.
    private func value(_ position: inout Int) -> String? {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "="),
            [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position + 1])
        else { return nil }
        let start = position + 2
        guard let end = bytes[start...].firstIndex(of: bytes[position + 1]) else { return nil }
        position = end + 1
        return Self.read(text(start..<end))
    }

    /// Text with its character references read; the ones our templates write.
    static func read(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
