import Domain

/// A workbook with one sheet (ECMA-376, SpreadsheetML) in an uncompressed zip: what a spreadsheet opens without asking about
/// separators and encodings.
public enum Workbook {
    /// - Parameter sheet: the sheet's name, at most 31 characters and without `[]:*?/\`.
    public static func write(
        sheet: String,
        header: [String],
        rows: some Sequence<[DelimitedValue]>
    ) -> [UInt8] {
        var cells = "<row r=\"1\">" + header.map { text($0, style: 1) }.joined() + "</row>"
        for (index, row) in rows.enumerated() {
            cells += "<row r=\"\(index + 2)\">" + row.map(cell).joined() + "</row>"
        }
        return StoredZip.write([
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations),
            ("xl/workbook.xml", workbook(sheet)), ("xl/_rels/workbook.xml.rels", workbookRelations),
            ("xl/styles.xml", styles),
            (
                "xl/worksheets/sheet1.xml",
                declaration + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
                    + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                    + "</sheetView></sheetViews><sheetData>\(cells)</sheetData></worksheet>"
            ),
        ])
    }

    private static func cell(_ value: DelimitedValue) -> String {
        switch value {
        case .empty: "<c/>"
        case .text(let value): text(value, style: 0)
        case .int(let number): "<c><v>\(number)</v></c>"
        case .decimal(let number, let decimals): "<c><v>\(decimal(number, decimals))</v></c>"
        // Days since 30 December 1899, as spreadsheets count them.
        case .date(let date): "<c s=\"2\"><v>\(Int(date.daysSince1970) + 25_569)</v></c>"
        case .bool(let isTrue): text(isTrue ? "ja" : "nee", style: 0)
        }
    }

    private static func text(_ value: String, style: Int) -> String {
        "<c t=\"inlineStr\" s=\"\(style)\"><is><t xml:space=\"preserve\">\(XMLText.escaped(value))</t></is></c>"
    }

    private static func decimal(_ number: Int, _ decimals: Int) -> String {
        guard decimals > 0 else { return "\(number)" }
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(number < 0 ? "-" : "")\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static let contentTypes =
        declaration + "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(kind).worksheet+xml\"/></Types>"

    private static let relations =
        declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

    private static let workbookRelations =
        declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
        + "Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"

    private static func workbook(_ sheet: String) -> String {
        declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
            + "<sheet name=\"\(XMLText.escaped(sheet))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    }

    /// Style 0 is plain, 1 the bold head, 2 a date as the reader's own settings show it.
    private static let styles =
        declaration
        + "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
        + "</styleSheet>"
}

/// Text inside XML: escaped, and without characters that XML 1.0 does not know.
public enum XMLText {
    public static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
