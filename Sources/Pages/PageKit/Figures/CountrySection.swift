/// The country by number under its own heading: the map, and the same facts in a table beside it.
public struct CountrySection: Sendable {
    /// A region in the table.
    public struct Row: Sendable {
        let name: String
        let url: String
        let numbers: [String]

        /// - Parameter numbers: one for each head after the first.
        public init(name: String, url: String, numbers: [String]) {
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
    public init(
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

    static var samples: [CountrySection] {
        func sample(_ rows: [Row], _ rest: String?) -> CountrySection {
            CountrySection(
                headingID: "op-de-kaart",
                title: "Op de kaart",
                map: .sampleByNumber,
                caption: "Projecten per regio",
                heads: ["Projecten", "Lopend", "Met resultaat"],
                rows: rows,
                rest: rest
            )
        }
        return [
            sample(
                [Row(name: "Twente", url: "/projecten?regio=RA0205", numbers: ["3", "1", "2"])],
                "Nog geen projecten in: Drenthe."
            ), sample([], nil),
        ]
    }
}
