/// A QR code as one path, with the quiet zone of four modules that the standard asks for (ISO/IEC 18004, 6.3.8). Always dark on
/// white, also where the page is dark: telephones read it so.
package struct QRFigure: Sendable {
    let id: String
    let title: String
    let description: String
    /// Modules a side, quiet zone included.
    let size: String
    let path: String

    private static let quietZone = 4

    /// - Parameters:
    ///   - id: unique on the page.
    ///   - description: says what the code holds and where the same stands as text.
    ///   - rows: true is dark.
    package init(id: String, title: String, description: String, rows: [[Bool]]) {
        self.id = id
        self.title = title
        self.description = description
        size = String(rows.count + 2 * Self.quietZone)
        path = rows.enumerated().map { y, row in Self.runs(row, y + Self.quietZone) }.joined()
    }

    /// One rectangle for each run of dark modules in a row.
    private static func runs(_ row: [Bool], _ y: Int) -> String {
        var (path, start) = ("", Int?.none)
        for x in 0...row.count {
            let isDark = x < row.count && row[x]
            if isDark, start == nil { start = x }
            if !isDark, let from = start {
                path += "M\(from + quietZone) \(y)h\(x - from)v1h-\(x - from)z"
                start = nil
            }
        }
        return path
    }
}
