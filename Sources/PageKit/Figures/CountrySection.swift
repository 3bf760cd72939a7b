/// The country by number under its own heading: the map, and the same facts in a table beside it.
package struct CountrySection: Sendable {
    /// A region in the table.
    package struct Row: Sendable {
        let name: String
        let url: String
        let numbers: [String]

        /// - Parameter numbers: one for each head after the first.
        package init(name: String, url: String, numbers: [String]) {
            self.name = name
            self.url = url
            self.numbers = numbers
        }
    }

    let headingID: String
    let tableID: String
    let title: String
    let map: CountryMap
    let caption: String
    let heads: [String]
    let rows: [Row]
    let hasRows: Bool
    let rest: String?

    /// - Parameters:
    ///   - headingID: unique on the page; links may lead there.
    ///   - caption: of the table.
    ///   - heads: above the numbers.
    ///   - rest: what is not on the map, in a sentence.
    package init(
        headingID: String,
        title: String,
        map: CountryMap,
        caption: String,
        heads: [String],
        rows: [Row],
        rest: String?
    ) {
        self.headingID = headingID
        tableID = "\(map.id)-tabel"
        self.title = title
        self.map = map
        self.caption = caption
        self.heads = heads
        self.rows = rows
        hasRows = !rows.isEmpty
        self.rest = rest
    }
}
