import Domain
import Foundation
import Testing

@testable import Actions

@Suite struct WorkbookTests {
    @Test func `the sum over a file is the one that zip asks for`() {
        #expect(StoredZip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(StoredZip.checksum([]) == 0)
    }

    @Test func `a workbook holds its parts as they are, and its directory points at each`() throws {
        let bytes = Workbook.write(
            sheet: "Lijst",
            header: ["naam", "bedrag"],
            rows: [
                [.text("A & <B> \u{1} \"c\""), .decimal(2_500_050, decimals: 2)],
                [.date(CalendarDate(daysSince1970: 20_781)), .empty],
            ]
        )
        let parts = try Self.parts(of: bytes)

        #expect(parts.map(\.name).contains("xl/workbook.xml"))
        let sheet = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }?.text)
        #expect(sheet.contains("A &amp; &lt;B&gt;  &quot;c&quot;"))
        #expect(sheet.contains("<v>25000.50</v>"))
        // 24 November 2026 as spreadsheets count days.
        #expect(sheet.contains("<c s=\"2\"><v>46350</v></c>"))
        for part in parts where part.name.hasSuffix(".xml") || part.name.hasSuffix(".rels") {
            let parser = XMLWellFormed(part.text)
            #expect(parser.isWellFormed, "\(part.name)")
        }
    }

    @Test func `a formula stays text`() throws {
        let parts = try Self.parts(
            of: Workbook.write(sheet: "L", header: ["=1+1"], rows: [[.text("=HYPERLINK(\"x\")")]])
        )
        let sheet = try #require(parts.first { $0.name.hasSuffix("sheet1.xml") }?.text)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("t=\"inlineStr\""))
    }

    /// Reads the directory at the end of the archive and follows it, as a program that opens the file does.
    private static func parts(of bytes: [UInt8]) throws -> [(name: String, text: String)] {
        func number(_ at: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        try #require(number(end, 4) == 0x0605_4B50)
        var at = number(end + 16, 4)
        #expect(at + number(end + 12, 4) == end)
        var parts: [(String, String)] = []
        for _ in 0..<number(end + 10, 2) {
            try #require(number(at, 4) == 0x0201_4B50)
            let (length, nameLength, offset) = (number(at + 20, 4), number(at + 28, 2), number(at + 42, 4))
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
            try #require(number(offset, 4) == 0x0403_4B50)
            let start = offset + 30 + nameLength
            let content = Array(bytes[start..<(start + length)])
            #expect(Int(StoredZip.checksum(content)) == number(at + 16, 4))
            parts.append((name, String(decoding: content, as: UTF8.self)))
            at += 46 + nameLength
        }
        return parts
    }
}

/// Whether every element that opens closes, in order.
private struct XMLWellFormed {
    let isWellFormed: Bool

    init(_ text: String) {
        var open: [Substring] = []
        for match in text.matches(of: #/<(\/?)([A-Za-z:]+)[^<>]*?(\/?)>/#) {
            if !match.output.1.isEmpty {
                guard open.popLast() == match.output.2 else {
                    isWellFormed = false
                    return
                }
            } else if match.output.3.isEmpty {
                open.append(match.output.2)
            }
        }
        isWellFormed = open.isEmpty
    }
}
