import Foundation

/// What a page is about, in the words of schema.org as JSON-LD.
///
/// It stands in the head as a block of data, which a browser does not run. Templates hold no inline script, so it is put in
/// here, with every character escaped that could end the block.
package struct LinkedData: Sendable {
    private let json: String

    package init(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        json = String(decoding: try encoder.encode(value), as: UTF8.self)
            .replacing("<", with: "\\u003C").replacing(">", with: "\\u003E").replacing("&", with: "\\u0026")
    }

    package func added(to html: String) -> String {
        guard let end = html.firstRange(of: "</head>") else { return html }
        let block = "<script type=\"application/ld+json\">\(json)</script>\n"
        return String(html[..<end.lowerBound]) + block + String(html[end.lowerBound...])
    }
}
