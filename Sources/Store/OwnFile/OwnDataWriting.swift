public import Domain
public import Foundation
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

    // MARK: Registering

    /// Begins the file of the acting candidate, whose id is nobody's yet, with the address that the link proves.
    /// - Returns: false when the link does not work any more.
    /// - Throws: `own_file_begins` for a team that does not cover the municipality.
    public static func begin(
        _ draft: CandidateDraft,
        _ reference: Reference,
        team: Team.ID,
        by tokenHash: [UInt8],
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.value(
            """
            select begin_own_file(\(Data(tokenHash)), \(reference), \(team), \(draft.background), \(draft.municipalityCode),
                \(draft.travelMeans), \(draft.travelLimitInKilometres), \(draft.telephoneDutch?.rawValue),
                \(draft.name.givenName), \(draft.name.prefix), \(draft.name.familyName), \(draft.bornOn),
                \(draft.phone?.rawValue ?? ""), \(draft.priorEducation), \(draft.priorWork), \(draft.schoolContact), \(now))
            """
        ) ?? false
    }

    // MARK: Signing in

    /// Whose mail address this is: nobody, or the people who share it. For whoever acts for nobody.
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
            select t.id, t.name, o.name as organisation, t.phone, t.mail, t.is_fictional
            from teams_covering(\(municipality), \(today)) as covering (id)
            join teams t on t.id = covering.id
            join organisations o on o.id = t.organisation_id
            order by o.name collate "nl-x-icu", t.name collate "nl-x-icu", t.id
            limit 20
            """
        )
    }
}
