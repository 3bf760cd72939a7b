import Domain
public import Foundation

/// Where seed files come from; the composition root knows the folder.
public struct SeedFiles: Sendable {
    private let contents: @Sendable (_ path: String) throws -> Data

    /// - Parameter contents: the bytes of a file by its path, e.g. `Reference/regions.csv`.
    public init(_ contents: @escaping @Sendable (_ path: String) throws -> Data) {
        self.contents = contents
    }

    func records(_ path: String) throws -> [SeedRecord] {
        do {
            let table = try DelimitedText.read([UInt8](contents(path)))
            return table.rows.map { row in
                SeedRecord(
                    file: path,
                    line: row.line,
                    cells: Dictionary(zip(table.header, row.cells), uniquingKeysWith: { first, _ in first })
                )
            }
        } catch let error as DelimitedTextError {
            throw SeedFileError(file: path, line: error.line, problem: error.sentence)
        }
    }

    func document<Document: Decodable>(_ path: String, as type: Document.Type = Document.self) throws -> Document {
        do {
            return try JSONDecoder().decode(type, from: contents(path))
        } catch let error as DecodingError {
            throw SeedFileError(file: path, line: nil, problem: "\(error)")
        }
    }
}

/// A seed file that cannot be used, and why.
public struct SeedFileError: Error, CustomStringConvertible {
    public let file: String
    public let line: Int?
    public let problem: String

    public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)" }
}

/// One row of a seed file by the names of its columns.
struct SeedRecord {
    let file: String
    let line: Int
    let cells: [String: String]

    /// A cell as it stands; empty when there is nothing in it.
    func text(_ column: String) throws(SeedFileError) -> String {
        guard let cell = cells[column] else { throw error("there is no column \(column)") }
        return cell
    }

    /// A cell, nil when it is empty.
    func optional(_ column: String) throws(SeedFileError) -> String? {
        let cell = try text(column)
        return cell.isEmpty ? nil : cell
    }

    func int(_ column: String) throws(SeedFileError) -> Int {
        guard let number = Int(try text(column)) else { throw error("\(column) is no whole number") }
        return number
    }

    func double(_ column: String) throws(SeedFileError) -> Double {
        guard let number = Double(try text(column)) else { throw error("\(column) is no number") }
        return number
    }

    func date(_ column: String) throws(SeedFileError) -> CalendarDate {
        guard let date = CalendarDate(iso: try text(column)) else { throw error("\(column) is no date") }
        return date
    }

    func optionalDate(_ column: String) throws(SeedFileError) -> CalendarDate? {
        try text(column).isEmpty ? nil : try date(column)
    }

    func location() throws(SeedFileError) -> MapPoint {
        MapPoint(latitude: try double("latitude"), longitude: try double("longitude"))
    }

    private func error(_ problem: String) -> SeedFileError {
        SeedFileError(file: file, line: line, problem: problem)
    }
}
