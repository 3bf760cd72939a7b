import Foundation

/// What a reader sees of a page, a line for each block: for comparing whole pages without their markup.
///
/// Links stand as `text <address>`, fields as `[value]`, ticks as `[x]` and `[ ]`, choices as `[a | b]` with `*` before what
/// is chosen, buttons as `[[text]]`, headings with a `#` for each level.
struct VisibleText {
    private var lines: [String] = []
    private var line = ""
    private var links: [String] = []
    private var isFirstOption = true

    /// Reads the title and everything from `<main` up to its end; the whole body when `isWhole`.
    static func of(_ html: String, isWhole: Bool = false) -> String {
        var text = VisibleText()
        let start = html.range(of: isWhole ? "<body" : "<main")?.lowerBound ?? html.startIndex
        let end = html.range(of: isWhole ? "</body>" : "</main>", options: .backwards)?.upperBound ?? html.endIndex
        if let title = html.firstMatch(of: #/<title>(.*?)</title>/#) { text.lines.append("Titel: \(decoded(title.1))") }
        text.read(html[start..<end])
        text.endLine()
        return text.lines.joined(separator: "\n")
    }

    private mutating func read(_ html: Substring) {
        // A text area keeps its lines, everything else is written on one.
        let pattern =
            #/
            <!--(?s:.*?)-->
            | <textarea[^>]*>(?<area>(?s:.*?))</textarea>
            | <(?<tag>/?[a-zA-Z0-9]+)(?<rest>(?:"[^"]*"|[^">])*)>
            /#
        var position = html.startIndex
        for match in html.matches(of: pattern) {
            line += html[position..<match.range.lowerBound]
            position = match.range.upperBound
            if let area = match.output.area {
                line += " [\(area.trimmingCharacters(in: .newlines).replacing("\n", with: "⏎"))] "
            } else if let tag = match.output.tag {
                read(tag.lowercased(), match.output.rest ?? "")
            }
        }
        line += html[position...]
    }

    private mutating func read(_ tag: String, _ rest: Substring) {
        switch tag {
        case "a": links.append(Self.attribute("href", of: rest) ?? "")
        case "/a": if let link = links.popLast(), !link.isEmpty { line += " &lt;\(link)&gt; " }
        case "button": line += " [["
        case "/button": line += "]] "
        case "option":
            line += (isFirstOption ? "" : " | ") + (Self.has("selected", rest) ? "*" : "")
            isFirstOption = false
        case "select":
            line += " ["
            isFirstOption = true
        case "/select": line += "] "
        case "input": line += Self.field(rest)
        case "img": line += " \(Self.attribute("alt", of: rest) ?? "") "
        case "h1", "h2", "h3", "h4", "h5", "h6":
            endLine()
            line = String(repeating: "#", count: tag.last.flatMap(\.wholeNumberValue) ?? 1) + " "
        case "li":
            endLine()
            line = "- "
        case "td", "th", "/td", "/th", "dd", "/dt": line += tag.hasPrefix("/") ? " | " : ""
        case let name where Self.blocks.contains(name.hasPrefix("/") ? String(name.dropFirst()) : name): endLine()
        default: break
        }
    }

    private mutating func endLine() {
        let text = Self.decoded(line.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        if text.contains(where: { !"-#| ".contains($0) }) { lines.append(text) }
        line = ""
    }

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav",
        "ol", "p",
        "pre", "section", "summary", "svg", "table", "tbody", "text", "thead", "title", "desc", "tr", "ul",
    ]

    private static func field(_ rest: Substring) -> String {
        let value = attribute("value", of: rest) ?? ""
        return switch attribute("type", of: rest) ?? "text" {
        case "hidden": ""
        case "checkbox", "radio": has("checked", rest) ? " [x] " : " [ ] "
        case "submit": " [[\(value)]] "
        case "file": " [bestand] "
        case "password": " [geheim] "
        default: " [\(value)] "
        }
    }

    private static func attribute(_ name: String, of rest: Substring) -> String? {
        guard let start = rest.range(of: " \(name)=\"") else { return nil }
        return String(rest[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func has(_ name: String, _ rest: Substring) -> Bool {
        rest.split(whereSeparator: \.isWhitespace).contains { $0 == name || $0.hasPrefix("\(name)=") }
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
