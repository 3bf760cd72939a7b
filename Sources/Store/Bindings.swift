public import Domain
import Foundation
public import Postgres

// How the domain's values travel to and from PostgreSQL, once for every store.

extension Identifier: SQLBindable, SQLDecodable {
    public static var sqlType: String { "uuid" }
    public var sqlText: String? { description }
    public static var sqlTypeOIDs: Set<UInt32> { UUID.sqlTypeOIDs }
    public init(sqlText: String) throws { self.init(try UUID(sqlText: sqlText)) }
}

extension CalendarDate: SQLBindable, SQLDecodable {
    public static var sqlType: String { "date" }
    public var sqlText: String? { iso8601 }
    public static var sqlTypeOIDs: Set<UInt32> { [1082] }
    public init(sqlText: String) throws {
        guard let date = CalendarDate(iso: sqlText) else { throw UnreadableValue(type: "date") }
        self = date
    }
}

/// A value in the database that the domain does not know: a migration and the program disagree.
public struct UnreadableValue: Error, CustomStringConvertible {
    public let type: String
    public var description: String { "the database holds a value that is no \(type)" }
}

extension Reference: SQLBindable, SQLDecodable {
    public static var sqlType: String { "text" }
    public var sqlText: String? { text }
    public static var sqlTypeOIDs: Set<UInt32> { String.sqlTypeOIDs }
    public init(sqlText: String) throws {
        guard let reference = Reference(typed: sqlText) else { throw UnreadableValue(type: "reference") }
        self = reference
    }
}

extension RegionCode: SQLBindable, SQLDecodable {
    public static var sqlType: String { "text" }
    public var sqlText: String? { rawValue }
    public static var sqlTypeOIDs: Set<UInt32> { String.sqlTypeOIDs }
    public init(sqlText: String) throws { self.init(rawValue: sqlText) }
}

extension MunicipalityCode: SQLBindable, SQLDecodable {
    public static var sqlType: String { "text" }
    public var sqlText: String? { rawValue }
    public static var sqlTypeOIDs: Set<UInt32> { String.sqlTypeOIDs }
    public init(sqlText: String) throws { self.init(rawValue: sqlText) }
}

extension BottleneckCode: SQLBindable, SQLDecodable {
    public static var sqlType: String { "text" }
    public var sqlText: String? { rawValue }
    public static var sqlTypeOIDs: Set<UInt32> { String.sqlTypeOIDs }
    public init(sqlText: String) throws { self.init(rawValue: sqlText) }
}

/// Bit masks stand in `smallint` columns.
public protocol SQLMask: SQLBindable, SQLDecodable, RawRepresentable where RawValue == UInt8 {
    init(rawValue: UInt8)
}

extension SQLMask {
    public static var sqlType: String { "smallint" }
    public var sqlText: String? { String(rawValue) }
    public static var sqlTypeOIDs: Set<UInt32> { [21] }
    public init(sqlText: String) throws {
        guard let raw = UInt8(sqlText) else { throw UnreadableValue(type: "mask") }
        self.init(rawValue: raw)
    }
}

extension WeekdaySet: SQLMask {}
extension RouteSet: SQLMask {}
extension StudyYearSet: SQLMask {}

/// Closed lists travel as their code; an unknown code is an error, never a default.
public protocol SQLCode: SQLBindable, SQLDecodable, RawRepresentable where RawValue == String {}

extension SQLCode {
    public static var sqlType: String { "text" }
    public var sqlText: String? { rawValue }
    public static var sqlTypeOIDs: Set<UInt32> { String.sqlTypeOIDs }
    public init(sqlText: String) throws {
        guard let value = Self(rawValue: sqlText) else { throw UnreadableValue(type: "\(Self.self)") }
        self = value
    }
}

extension PlacementKind: SQLCode {}
extension LearningRoute: SQLCode {}
extension CandidateBackground: SQLCode {}
extension TravelMeans: SQLCode {}
extension CoursePayer: SQLCode {}
extension OrganisationKind: SQLCode {}
extension StaffRole: SQLCode {}
extension PracticeKind: SQLCode {}
extension EmployerOfRecord: SQLCode {}
extension RecognitionState: SQLCode {}
extension TrainingPlaceState: SQLCode {}
extension OccupationState: SQLCode {}
extension CaseState: SQLCode {}
extension CaseOwner: SQLCode {}
extension WithdrawalReason: SQLCode {}
extension WatchReason: SQLCode {}
extension ProposalState: SQLCode {}
extension PracticeDeclineReason: SQLCode {}
extension ReferralState: SQLCode {}
extension ReferralDeclineReason: SQLCode {}
extension ConsentChannel: SQLCode {}
extension AssessmentForm: SQLCode {}
extension AssessorKind: SQLCode {}
extension CompetenceArea: SQLCode {}
extension ProjectLabel: SQLCode {}
extension ProjectState: SQLCode {}
extension Publication: SQLCode {}
extension PartnerKind: SQLCode {}
extension LinkKind: SQLCode {}
extension ApplicationState: SQLCode {}
extension MeetingKind: SQLCode {}
extension MeetingState: SQLCode {}
extension SignupState: SQLCode {}
extension GoodPracticeState: SQLCode {}
extension LeftBehindStore.Kind: SQLCode {}
extension CopyOutcome: SQLCode {}
extension ToolboxKind: SQLCode {}
extension SearchKind: SQLCode {}

/// Amounts stand in `bigint` columns, in cents.
extension Money: SQLBindable, SQLDecodable {
    public static var sqlType: String { "bigint" }
    public var sqlText: String? { String(cents) }
    public static var sqlTypeOIDs: Set<UInt32> { Int.sqlTypeOIDs }
    public init(sqlText: String) throws { self.init(cents: try Int(sqlText: sqlText)) }
}
