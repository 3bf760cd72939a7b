/// A closed list whose members travel as text: the raw value stands in the database and in files.
public protocol Coded: RawRepresentable, CaseIterable, Sendable, Codable, Hashable where RawValue == String {
    /// The word people see.
    var dutchName: String { get }
}

extension Coded {
    /// Every raw value, in the order of the cases: what a database check must equal.
    public static var codes: [String] { allCases.map(\.rawValue) }
}
