import Actions
import Domain
import Testing

@Suite struct DelimitedTextTests {
    // MARK: Writing

    @Test func `a file is written as Dutch Excel reads it`() throws {
        let date = try #require(CalendarDate(year: 2026, month: 11, day: 4))
        let bytes = DelimitedText.write(
            header: ["Naam", "Fit", "Begin", "Vrij", "Opmerking"],
            rows: [
                [.text("De Linde; Zwolle"), .decimal(125, decimals: 1), .date(date), .bool(true), .text("zegt \"ja\"")]
            ]
        )

        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(
            String(decoding: bytes.dropFirst(3), as: UTF8.self)
                == "Naam;Fit;Begin;Vrij;Opmerking\r\n\"De Linde; Zwolle\";\"12,5\";04-11-2026;ja;\"zegt \"\"ja\"\"\"\r\n"
        )
    }

    @Test(arguments: ["=1+1", "+31 6", "-5", "@SUM", "\tx"])
    func `text that a spreadsheet would run is disarmed`(text: String) {
        let bytes = DelimitedText.write(header: ["a"], rows: [[.text(text)]])
        #expect(String(decoding: bytes.dropFirst(6), as: UTF8.self).contains("'\(text)"))
    }

    @Test(arguments: [
        (5, 1, "\"0,5\""), (-5, 1, "\"-0,5\""), (1234, 2, "\"12,34\""), (7, 0, "7"), (-100, 1, "\"-10,0\""),
    ])
    func `decimals carry a comma`(number: Int, decimals: Int, expected: String) {
        let bytes = DelimitedText.write(header: ["a"], rows: [[.decimal(number, decimals: decimals)]])
        #expect(String(decoding: bytes.dropFirst(6), as: UTF8.self) == "\(expected)\r\n")
    }

    @Test func `a cell with a comma or a tab stays one cell where a program splits at those too`() {
        let bytes = DelimitedText.write(header: ["a", "b"], rows: [[.text("één, twee"), .text("drie\tvier")]])
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "a;b\r\n\"één, twee\";\"drie\tvier\"\r\n")
    }

    @Test func `what we wrote is read back unchanged`() throws {
        var generator = SplitMix(state: 20_261_121)
        let pieces = ["'", "=", "+", "a", "é", "\"", ";", ",", "\n", "1", " x", "-", "''=", "@", "€"]
        for _ in 0..<2_000 {
            let cells = (0..<3).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined().trimmingSpace
            }
            let bytes = DelimitedText.write(header: ["a", "b", "c"], rows: [cells.map(DelimitedValue.text)])
            let table = try DelimitedText.read(bytes)
            #expect(table.rows.map(\.cells) == (cells.allSatisfy(\.isEmpty) ? [] : [cells]))
        }
    }

    // MARK: Reading

    @Test(arguments: [
        ("a;b\r\n1;2,5\r\n", ";"), ("a,b\n1,\"2,5\"\n", ","), ("a\tb\n1\t2,5", "\t"), ("sep=;\na;b\n1;2,5", ";"),
    ])
    func `the separator is found`(text: String, separator: Character) throws {
        let table = try DelimitedText.read(Array(text.utf8))
        #expect(table.separator == separator)
        #expect(table.header == ["a", "b"])
        #expect(table.rows.map(\.cells) == [["1", "2,5"]])
    }

    @Test func `a file from an old Excel is read as Windows-1252`() throws {
        let table = try DelimitedText.read(
            Array("naam;prijs\r\nRen".utf8) + [0xE9] + Array(";".utf8) + [0x80] + Array("5\r\n".utf8)
        )
        #expect(table.encodingName == "Windows-1252")
        #expect(table.rows.map(\.cells) == [["René", "€5"]])
    }

    @Test func `lines are counted as an editor counts, also over line breaks in a cell and empty lines`() throws {
        let table = try DelimitedText.read(Array("\u{FEFF}a;b\n\"een\ntwee\";x\n\n;\nvijf;y\n".utf8))
        #expect(table.rows == [.init(line: 2, cells: ["een\ntwee", "x"]), .init(line: 6, cells: ["vijf", "y"])])
    }

    @Test func `a short row is filled up and a long one is refused`() throws {
        #expect(try DelimitedText.read(Array("a;b\n1".utf8)).rows.map(\.cells) == [["1", ""]])
        let error = #expect(throws: DelimitedTextError.self) { try DelimitedText.read(Array("a;b\n1;2\n1;2;3".utf8)) }
        #expect(error?.line == 3)
    }

    @Test(
        arguments: [
            ("", nil), ("\n\n", nil), ("a;A\n", 1), ("a;b\n\"open;x\n", 2), ("a\n\"x\"y\n", 2), ("a\nb\u{0}", 2),
        ] as [(String, Int?)]
    )
    func `a file that cannot be trusted is refused with its line`(text: String, line: Int?) {
        let error = #expect(throws: DelimitedTextError.self) { try DelimitedText.read(Array(text.utf8)) }
        #expect(error?.line == line)
        #expect(error?.sentence.isEmpty == false)
    }

    @Test func `limits hold`() {
        let limits = DelimitedTextLimits(bytes: 40, rows: 2, columns: 3)
        #expect(throws: DelimitedTextError.self) {
            try DelimitedText.read(Array(repeating: UInt8(ascii: "a"), count: 41), limits: limits)
        }
        #expect(throws: DelimitedTextError.self) { try DelimitedText.read(Array("a\n1\n2\n3".utf8), limits: limits) }
        #expect(throws: DelimitedTextError.self) { try DelimitedText.read(Array("a;b;c;d".utf8), limits: limits) }
        #expect(throws: Never.self) { try DelimitedText.read(Array("a;b;c\n1\n2".utf8), limits: limits) }
    }

    @Test func `no bytes make the reader stop the process`() {
        var generator = SplitMix(state: 7)
        let alphabet = Array("a;,\"'\r\n\t =".utf8) + [0xE9, 0xEF, 0xBB, 0xBF, 0x80]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            if let table = try? DelimitedText.read(bytes) {
                #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
            }
        }
    }
}

extension String {
    fileprivate var trimmingSpace: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// The same numbers in every run (SplitMix64, Steele and others, 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
