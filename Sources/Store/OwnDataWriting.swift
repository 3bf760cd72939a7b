public import Domain
import Foundation
public import Postgres

/// What a candidate corrects, and how one signs in and registers.
extension OwnFileStore {
    // MARK: Own data

    /// The team that has the file, and the version of what the candidate may correct.
    public static func standing(of candidate: Candidate.ID, on connection: Connection) async throws -> (
        teamID: Team.ID, version: Int
    )? {
        try await connection.first("select team_id, version from candidates where id = \(candidate)") { row in
            (try row.next(), try row.next())
        }
    }

    /// What a candidate corrects without asking anyone.
    public struct Correction: Hashable, Sendable {
        public var name: PersonName
        public var phone: PhoneNumber?
        public var municipalityCode: MunicipalityCode
        public var travelMeans: TravelMeans
        /// Kilometres one way, 1…300.
        public var travelLimitInKilometres: Int
        public var willingRegions: Set<RegionCode>

        public init(
            name: PersonName,
            phone: PhoneNumber?,
            municipalityCode: MunicipalityCode,
            travelMeans: TravelMeans,
            travelLimitInKilometres: Int,
            willingRegions: Set<RegionCode>
        ) {
            self.name = name
            self.phone = phone
            self.municipalityCode = municipalityCode
            self.travelMeans = travelMeans
            self.travelLimitInKilometres = travelLimitInKilometres
            self.willingRegions = willingRegions
        }
    }

    /// - Parameter version: as the form was made from.
    /// - Returns: false when it is another one by now.
    public static func correct(
        _ candidate: Candidate.ID,
        version: Int,
        _ correction: Correction,
        on connection: Connection
    ) async throws -> Bool {
        let updated = try await connection.execute(
            """
            update candidates c
            set municipality_code = m.code, x = m.x, y = m.y, z = m.z, travel_means = \(correction.travelMeans),
                travel_limit_km = \(correction.travelLimitInKilometres), version = c.version + 1
            from municipalities m
            where c.id = \(candidate) and c.version = \(version) and m.code = \(correction.municipalityCode)
            """
        )
        guard updated == 1 else { return false }
        _ = try await connection.execute(
            """
            update candidate_identities
            set given_name = \(correction.name.givenName), name_infix = \(correction.name.prefix),
                family_name = \(correction.name.familyName), phone = \(correction.phone?.rawValue ?? "")
            where candidate_id = \(candidate)
            """
        )
        _ = try await connection.execute("delete from candidate_regions where candidate_id = \(candidate)")
        _ = try await connection.execute(
            """
            insert into candidate_regions (candidate_id, team_id, region_code)
            select c.id, c.team_id, r.code
            from candidates c cross join unnest(\(correction.willingRegions.map(\.rawValue).sorted())) as r (code)
            where c.id = \(candidate)
            """
        )
        return true
    }

    public static func setMail(_ mail: EmailAddress, of candidate: Candidate.ID, on connection: Connection) async throws
        -> Bool
    {
        try await connection.execute(
            "update candidate_identities set mail = \(mail.rawValue) where candidate_id = \(candidate)"
        ) == 1
    }

    // MARK: Signing in

    /// Whose mail address this is: nobody, or the people who share it. For who acts for nobody.
    public static func candidates(withMail mail: EmailAddress, on connection: Connection) async throws
        -> [(id: Candidate.ID, teamID: Team.ID)]
    {
        try await connection.query("select candidate_id, team_id from candidates_with_mail(\(mail.rawValue))") { row in
            (try row.next(), try row.next())
        }
    }

    /// The teams that help candidates who live in a municipality: those of organisations that cover it on this day, or else
    /// all of its region.
    public static func teams(
        for municipality: MunicipalityCode,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> [OrganisationStore.TeamRow] {
        try await connection.query(
            """
            with near as (
                select t.id, t.name, o.name as organisation, t.phone, t.mail, t.is_fictional,
                    exists (select 1 from organisation_municipalities x
                        where x.organisation_id = o.id and x.municipality_code = m.code and x.valid_from <= \(today)
                            and (x.valid_until is null or x.valid_until >= \(today))) as covers
                from municipalities m
                join teams t on t.region_code = m.region_code
                join organisations o on o.id = t.organisation_id
                where m.code = \(municipality))
            select id, name, organisation, phone, mail, is_fictional
            from near
            where covers or not exists (select 1 from near where covers)
            order by organisation collate "nl-x-icu", name collate "nl-x-icu", id
            limit 20
            """
        )
    }
}

extension MailLinkStore {
    /// What the link was used for came to nothing: it is good again.
    public static func giveBack(_ tokenHash: [UInt8], _ purpose: Purpose, on connection: Connection) async throws {
        _ = try await connection.execute(
            "update mail_links set used_at = null where token_sha256 = \(Data(tokenHash)) and purpose = \(purpose)"
        )
    }
}
