/// A text that was typed, as the paragraphs it has.
package enum Paragraphs {
    package static func of(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
            .map(String.init)
    }
}
