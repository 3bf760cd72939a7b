/// Reads the file itself, before anything is asked about its rows.
public enum ImportFile {
    public static let maximumBytes = 5_000_000
    static let limits = DelimitedTextLimits(bytes: maximumBytes, rows: 5_000, columns: 200)

    /// - Throws: ``DelimitedTextError`` with a Dutch sentence: no table, nothing in it, or something we may not have.
    public static func read(_ bytes: [UInt8]) throws(DelimitedTextError) -> DelimitedTable {
        for (start, what) in notTables where bytes.starts(with: start) {
            throw DelimitedTextError(
                line: nil,
                sentence: "Dit is \(what). Kies een CSV-bestand uit Excel of een ander rekenblad."
            )
        }
        let table = try DelimitedText.read(bytes, limits: limits)
        for title in table.header
        where ["bsn", "burgerservicenummer", "bsnnummer", "sofinummer"].contains(PlainText.key(title)) {
            throw DelimitedTextError(
                line: nil,
                sentence: "De kolom “\(title)” mag er niet in staan. Haal het BSN uit je bestand en kies het opnieuw."
            )
        }
        guard !table.rows.isEmpty else {
            throw DelimitedTextError(
                line: nil,
                sentence: "Er staan alleen namen van kolommen in het bestand. Zet er regels onder."
            )
        }
        return table
    }

    private static let notTables: [(start: [UInt8], what: String)] = [
        (Array("%PDF".utf8), "een PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "een oud Excel-bestand. Bewaar het in Excel als “CSV UTF-8”"),
        ([0x89, 0x50, 0x4E, 0x47], "een plaatje"), ([0xFF, 0xD8, 0xFF], "een foto"),
        (Array("GIF8".utf8), "een plaatje"),
        (Array("{\\rtf".utf8), "een tekstdocument"), ([0x1F, 0x8B], "een ingepakt bestand"),
    ]

    /// A file that shows how it can look, with the columns that matter most and one row.
    public static func example(_ kind: ImportKind, _ reference: ReferenceData) -> [UInt8] {
        let fields = kind.fields(reference).filter { !$0.example.isEmpty }
        return DelimitedText.write(header: fields.map(\.label), rows: [fields.map { .text($0.example) }])
    }
}
