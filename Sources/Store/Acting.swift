public import Domain
public import Postgres

/// Who acts in a transaction. Row-level security reads it; without a team nothing private is visible.
public struct Acting: Hashable, Sendable {
    public let staffMemberID: StaffMember.ID?
    public let teamID: Team.ID?
    public let regionCode: RegionCode?

    public init(staffMemberID: StaffMember.ID?, teamID: Team.ID?, regionCode: RegionCode?) {
        self.staffMemberID = staffMemberID
        self.teamID = teamID
        self.regionCode = regionCode
    }

    /// Someone who is not signed in: sees what is public.
    public static let visitor = Self(staffMemberID: nil, teamID: nil, regionCode: nil)

    /// The transaction settings that policies read (Schema, 0003_people.sql); empty means nobody.
    var settings: [String: String] {
        [
            "doorwijzer.staff_id": staffMemberID?.description ?? "",
            "doorwijzer.team_id": teamID?.description ?? "",
            "doorwijzer.region_code": regionCode?.rawValue ?? "",
        ]
    }
}

extension Database {
    /// One transaction in which this person acts. The only road to private rows.
    public func transaction<R>(as acting: Acting, _ body: (Connection) async throws -> R) async throws -> R {
        try await transaction(settings: acting.settings, isolation: .readCommitted, body)
    }
}
