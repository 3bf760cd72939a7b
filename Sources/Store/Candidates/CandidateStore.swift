public import Domain
public import Foundation
public import Postgres

/// Candidates without identity, and their identities apart.
public enum CandidateStore {
    /// Everything the own team may see of a candidate; without rights on the identity there is no row.
    public struct Row: Sendable, RowDecodable {
        public let id: Candidate.ID
        public let reference: Reference
        public let background: CandidateBackground
        public let municipalityCode: MunicipalityCode
        public let travelMeans: TravelMeans
        public let travelLimitInKilometres: Int
        public let telephoneDutch: TelephoneDutch?
        public let isFictional: Bool
        public let name: PersonName
        public let bornOn: CalendarDate
        public let mail: EmailAddress?
        public let phone: PhoneNumber?
        public let priorEducation: String
        public let priorWork: String
        public let schoolContact: String
        public let willingRegions: [RegionCode]

        static let columns: SQL = """
            c.id, c.reference, c.background, c.municipality_code, c.travel_means, c.travel_limit_km, c.telephone_dutch,
            c.is_fictional, i.given_name, i.name_infix, i.family_name, i.born_on, i.mail, i.phone, i.prior_education,
            i.prior_work, i.school_contact,
            array(select r.region_code from candidate_regions r where r.candidate_id = c.id order by r.region_code)
            """

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            background = try row.next()
            municipalityCode = try row.next()
            travelMeans = try row.next()
            travelLimitInKilometres = try row.next()
            telephoneDutch = try row.nextOptional(Int.self).flatMap { TelephoneDutch(rawValue: $0) }
            isFictional = try row.next()
            let (given, infix, family): (String, String, String) = (try row.next(), try row.next(), try row.next())
            name = PersonName(givenName: given, prefix: infix, familyName: family)
            bornOn = try row.next()
            mail = EmailAddress(try row.next(String.self))
            phone = PhoneNumber(try row.next(String.self))
            priorEducation = try row.next()
            priorWork = try row.next()
            schoolContact = try row.next()
            willingRegions = try row.next([String].self).map { RegionCode($0) }
        }
    }

    /// The candidate with identity, seen by the own team only.
    public static func find(_ id: Candidate.ID, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select \(sql: Row.columns)
            from candidates c
            join candidate_identities i on i.candidate_id = c.id
            where c.id = \(id)
            """
        )
    }

    /// Writes candidate, identity and willing regions.
    /// - Returns: false when the municipality does not exist.
    public static func insert(
        _ id: Candidate.ID,
        _ reference: Reference,
        _ draft: CandidateDraft,
        team: Team.ID,
        isFictional: Bool,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        let inserted = try await connection.execute(
            """
            insert into candidates (id, reference, team_id, background, municipality_code, x, y, z, travel_means,
                travel_limit_km, telephone_dutch, is_fictional, created_at, version)
            select \(id), \(reference), \(team), \(draft.background), m.code, m.x, m.y, m.z, \(draft.travelMeans),
                \(draft.travelLimitInKilometres), \(draft.telephoneDutch?.rawValue), \(isFictional), \(now), 1
            from municipalities m
            where m.code = \(draft.municipalityCode)
            """
        )
        guard inserted == 1 else { return false }
        _ = try await connection.execute(
            """
            insert into candidate_identities (candidate_id, team_id, given_name, name_infix, family_name, born_on, mail,
                phone, prior_education, prior_work, school_contact)
            values (\(id), \(team), \(draft.name.givenName), \(draft.name.prefix), \(draft.name.familyName),
                \(draft.bornOn), \(draft.mail?.rawValue ?? ""), \(draft.phone?.rawValue ?? ""), \(draft.priorEducation),
                \(draft.priorWork), \(draft.schoolContact))
            """
        )
        try await insertRegions(draft.willingRegions, of: id, team: team, on: connection)
        return true
    }

    /// Changes candidate, identity and willing regions.
    /// - Returns: false when the candidate is not this team's, or the municipality does not exist.
    public static func update(
        _ id: Candidate.ID,
        _ draft: CandidateDraft,
        team: Team.ID,
        on connection: Connection
    ) async throws -> Bool {
        let updated = try await connection.execute(
            """
            update candidates c
            set background = \(draft.background), municipality_code = m.code, x = m.x, y = m.y, z = m.z,
                travel_means = \(draft.travelMeans), travel_limit_km = \(draft.travelLimitInKilometres),
                telephone_dutch = \(draft.telephoneDutch?.rawValue), version = c.version + 1
            from municipalities m
            where c.id = \(id) and c.team_id = \(team) and m.code = \(draft.municipalityCode)
            """
        )
        guard updated == 1 else { return false }
        _ = try await connection.execute(
            """
            update candidate_identities
            set given_name = \(draft.name.givenName), name_infix = \(draft.name.prefix),
                family_name = \(draft.name.familyName), born_on = \(draft.bornOn), mail = \(draft.mail?.rawValue ?? ""),
                phone = \(draft.phone?.rawValue ?? ""), prior_education = \(draft.priorEducation),
                prior_work = \(draft.priorWork), school_contact = \(draft.schoolContact)
            where candidate_id = \(id)
            """
        )
        _ = try await connection.execute("delete from candidate_regions where candidate_id = \(id)")
        try await insertRegions(draft.willingRegions, of: id, team: team, on: connection)
        return true
    }

    /// The willing regions of a new file.
    public static func insertRegions(
        _ regions: Set<RegionCode>,
        of id: Candidate.ID,
        team: Team.ID,
        on connection: Connection
    ) async throws {
        guard !regions.isEmpty else { return }
        _ = try await connection.execute(
            """
            insert into candidate_regions (candidate_id, team_id, region_code)
            select \(id), \(team), r.code
            from unnest(\(regions.map(\.rawValue).sorted())) as r (code)
            """
        )
    }

    /// Writes consents of a candidate, given now. `ConsentStore` reads and withdraws them.
    ///
    /// - Parameter staffMember: who wrote it down; nil when the candidate did.
    public static func insertConsent(
        _ id: Consent.ID,
        of candidate: Candidate.ID,
        _ draft: ConsentDraft,
        team: Team.ID,
        by staffMember: StaffMember.ID?,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into consents (id, candidate_id, team_id, region_code, text_version, channel, recorded_by, given_at)
            values (\(id), \(candidate), \(team), \(draft.regionCode), \(draft.textVersion), \(draft.channel),
                \(staffMember), \(now))
            """
        )
    }

    /// The regions a candidate agreed to at this moment; nil stands for all neighbours.
    public static func consents(of id: Candidate.ID, on connection: Connection) async throws -> [RegionCode?] {
        try await connection.query(
            """
            select distinct region_code
            from consents
            where candidate_id = \(id) and withdrawn_at is null
            order by region_code nulls first
            """
        ) { try $0.nextOptional(RegionCode.self) }
    }

    /// The given name, for whoever may see it; nil when there is no such candidate.
    public static func givenName(of id: Candidate.ID, on connection: Connection) async throws -> String? {
        try await connection.first("select given_name from candidate_identities where candidate_id = \(id)") { row in
            try row.next(String.self)
        }
    }

    /// An invented person whom the demo lets a visitor be.
    public struct Fictional: Sendable, RowDecodable {
        public let id: Candidate.ID
        public let reference: Reference
        public let name: String
        public let regionCode: RegionCode
        public let state: CaseState

        public init(row: inout RowReader) throws {
            id = try row.next()
            reference = try row.next()
            name = try row.next()
            regionCode = try row.next()
            state = try row.next()
        }
    }

    /// The people of these cases, as far as they are invented.
    public static func fictional(_ cases: [Reference], on connection: Connection) async throws -> [Fictional] {
        try await connection.query(
            """
            select candidate_id, reference, name, region_code, state from fictional_candidates(\(cases.map(\.text)))
            """
        )
    }
}
