public import Foundation

/// A value that can be read from a column.
public protocol SQLDecodable {
    /// The column types this value may be read from, as in `pg_type.oid`; anything else is an error. See ``SQLTypeOID``.
    static var sqlTypeOIDs: Set<UInt32> { get }
    /// - Throws: anything when the text is not such a value; the reader adds the column's name.
    init(sqlText: String) throws
}

/// The types of PostgreSQL that we read, with the numbers of `pg_type.dat`.
public enum SQLTypeOID {
    public static let bool: UInt32 = 16
    public static let bytea: UInt32 = 17
    public static let name: UInt32 = 19
    public static let int8: UInt32 = 20
    public static let int2: UInt32 = 21
    public static let int4: UInt32 = 23
    public static let text: UInt32 = 25
    public static let json: UInt32 = 114
    public static let float4: UInt32 = 700
    public static let float8: UInt32 = 701
    public static let bpchar: UInt32 = 1042
    public static let varchar: UInt32 = 1043
    public static let date: UInt32 = 1082
    public static let timestamptz: UInt32 = 1184
    public static let numeric: UInt32 = 1700
    public static let uuid: UInt32 = 2950
    public static let jsonb: UInt32 = 3802

    static let arrays: [UInt32: UInt32] = [
        bool: 1000, bytea: 1001, name: 1003, int2: 1005, int4: 1007, text: 1009, bpchar: 1014, varchar: 1015,
        int8: 1016, float4: 1021, float8: 1022, date: 1182, timestamptz: 1185, numeric: 1231, uuid: 2951,
    ]

    private static let names: [UInt32: String] = [
        bool: "bool", bytea: "bytea", name: "name", int8: "int8", int2: "int2", int4: "int4", text: "text",
        json: "json", float4: "float4", float8: "float8", bpchar: "bpchar", varchar: "varchar", date: "date",
        1114: "timestamp", timestamptz: "timestamptz", numeric: "numeric", uuid: "uuid", jsonb: "jsonb",
    ]

    /// For error messages: `int4`, `text[]`, or the number of a type we do not know.
    static func describe(_ oid: UInt32) -> String {
        if let name = names[oid] { return name }
        if let element = arrays.first(where: { $0.value == oid })?.key { return describe(element) + "[]" }
        return "type \(oid)"
    }
}

/// The text of a column does not mean a value of the wanted type.
struct UnreadableText: Error {}

extension RawRepresentable where Self: SQLDecodable, RawValue: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { RawValue.sqlTypeOIDs }

    public init(sqlText: String) throws {
        guard let value = Self(rawValue: try RawValue(sqlText: sqlText)) else { throw UnreadableText() }
        self = value
    }
}

extension FixedWidthInteger where Self: SQLDecodable {
    public init(sqlText: String) throws {
        guard let value = Self(sqlText, radix: 10) else { throw UnreadableText() }
        self = value
    }
}

extension Int: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.int2, SQLTypeOID.int4, SQLTypeOID.int8] }
}

extension Int16: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.int2] }
}

extension Int32: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.int2, SQLTypeOID.int4] }
}

extension Int64: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.int2, SQLTypeOID.int4, SQLTypeOID.int8] }
}

extension String: SQLDecodable {
    /// Text only; JSON is read as ``JSONText``, everything else must be cast in SQL.
    public static var sqlTypeOIDs: Set<UInt32> {
        [SQLTypeOID.text, SQLTypeOID.varchar, SQLTypeOID.bpchar, SQLTypeOID.name]
    }

    public init(sqlText: String) throws { self = sqlText }
}

extension JSONText: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.json, SQLTypeOID.jsonb] }
    public init(sqlText: String) throws { self.init(sqlText) }
}

extension Bool: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.bool] }

    public init(sqlText: String) throws {
        switch sqlText {
        case "t": self = true
        case "f": self = false
        default: throw UnreadableText()
        }
    }
}

extension Double: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.float4, SQLTypeOID.float8] }

    public init(sqlText: String) throws {
        guard let value = Double(sqlText) else { throw UnreadableText() }
        self = value
    }
}

extension Decimal: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.numeric] }

    public init(sqlText: String) throws {
        guard sqlText.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }),
            let value = Decimal(string: sqlText)
        else { throw UnreadableText() }
        self = value
    }
}

extension UUID: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.uuid] }

    public init(sqlText: String) throws {
        guard let value = UUID(uuidString: sqlText) else { throw UnreadableText() }
        self = value
    }
}

extension Date: SQLDecodable {
    /// Instants only; a calendar date has no time zone and is never a `Date`.
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.timestamptz] }

    public init(sqlText: String) throws {
        guard let value = TimestampText.parse(sqlText) else { throw UnreadableText() }
        self = value
    }
}

extension Data: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { [SQLTypeOID.bytea] }

    public init(sqlText: String) throws {
        guard let value = ByteaText.parse(sqlText) else { throw UnreadableText() }
        self = value
    }
}

extension Array: SQLDecodable where Element: SQLDecodable {
    public static var sqlTypeOIDs: Set<UInt32> { Set(Element.sqlTypeOIDs.compactMap { SQLTypeOID.arrays[$0] }) }

    /// One dimension without NULL elements.
    public init(sqlText: String) throws {
        guard let elements = ArrayText.parse(sqlText) else { throw UnreadableText() }
        self = try elements.map { element in
            guard let element else { throw UnreadableText() }
            return try Element(sqlText: element)
        }
    }
}
