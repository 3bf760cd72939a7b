public import Domain
public import Foundation
public import Postgres

/// Sending and answering referrals.
extension ReferralStore {
    /// What is written when a case is referred; the first place comes first.
    public struct Insertion: Sendable {
        public struct Place: Sendable {
            public let id: TrainingPlace.ID
            /// 0…1000.
            public let fit: Int
            public let distanceInHectometres: Int
            public let startsOn: CalendarDate
            public let endsOn: CalendarDate

            public init(
                id: TrainingPlace.ID,
                fit: Int,
                distanceInHectometres: Int,
                startsOn: CalendarDate,
                endsOn: CalendarDate
            ) {
                self.id = id
                self.fit = fit
                self.distanceInHectometres = distanceInHectometres
                self.startsOn = startsOn
                self.endsOn = endsOn
            }
        }

        public let id: Referral.ID
        public let reference: Reference
        public let receivingRegionCode: RegionCode
        public let consentID: Consent.ID
        public let newFactID: UUID?
        public let motivation: String
        public let dueOn: CalendarDate
        public let places: [Place]

        public init(
            id: Referral.ID,
            reference: Reference,
            receivingRegionCode: RegionCode,
            consentID: Consent.ID,
            newFactID: UUID?,
            motivation: String,
            dueOn: CalendarDate,
            places: [Place]
        ) {
            self.id = id
            self.reference = reference
            self.receivingRegionCode = receivingRegionCode
            self.consentID = consentID
            self.newFactID = newFactID
            self.motivation = motivation
            self.dueOn = dueOn
            self.places = places
        }
    }

    /// A fact for which a region may be asked again.
    public static func insertFact(
        _ id: UUID,
        kind: NewFactKind,
        place: TrainingPlace.ID?,
        of file: CaseFileStore.Row,
        by staff: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into case_facts (id, case_id, team_id, kind, training_place_id, recorded_by, recorded_at)
            values (\(id), \(file.id), \(file.teamID), \(kind), \(place), \(staff), \(now))
            """
        )
    }

    /// The newest fact of a case that no referral has used and that counts for this region: a new place lies in it.
    public static func unusedFact(
        of caseID: CaseFile.ID,
        for region: RegionCode,
        on connection: Connection
    ) async throws -> UUID? {
        try await connection.value(
            """
            select c.id from case_facts c
            left join training_places t on t.id = c.training_place_id
            where c.case_id = \(caseID) and not exists (select 1 from referrals r where r.new_fact_id = c.id)
                and (t.id is null or t.region_code = \(region))
            order by c.recorded_at desc, c.id
            limit 1
            """
        )
    }

    /// Writes the referral with its places; ``SeatStore`` holds the first one's seat in the same transaction.
    /// - Throws: `referrals_at_most_four_hops`, `referrals_new_fact`, `referrals_consent`, `referral_places_region`.
    public static func insert(
        _ referral: Insertion,
        of file: CaseFileStore.Row,
        assessment: Assessment.ID?,
        now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into referrals (id, reference, case_id, candidate_id, team_id, sending_team_id, sending_region_code,
                receiving_region_code, consent_id, assessment_id, hop, new_fact_id, motivation, state,
                opened_at, due_on, answer_note, version)
            values (\(referral.id), \(referral.reference), \(file.id), \(file.candidateID), \(file.teamID), \(file.teamID),
                \(file.regionCode), \(referral.receivingRegionCode), \(referral.consentID), \(assessment), 1,
                \(referral.newFactID), \(referral.motivation), 'open', \(now), \(referral.dueOn), '', 1)
            """
        )
        let places = referral.places
        _ = try await connection.execute(
            """
            insert into referral_places (referral_id, training_place_id, position, fit, distance_hm, starts_on, ends_on)
            select \(referral.id), x.place, x.position, x.fit, x.distance, x.starts_on, x.ends_on
            from unnest(\(places.map(\.id)), \(places.map(\.fit)), \(places.map(\.distanceInHectometres)),
                \(places.map(\.startsOn)), \(places.map(\.endsOn)))
                with ordinality as x (place, fit, distance, starts_on, ends_on, position)
            """
        )
    }

    /// Takes the whole file over: the database moves every row of the case to the acting team.
    public static func accept(
        _ id: Referral.ID,
        version: Int,
        team: Team.ID,
        staff: StaffMember.ID,
        note: String,
        now: Date,
        dueOn: CalendarDate,
        on connection: Connection
    ) async throws -> Bool {
        let isAccepted =
            try await connection.execute(
                """
                update referrals
                set state = 'accepted', receiving_team_id = \(team), answered_at = \(now), answered_by = \(staff),
                    answer_note = \(note), version = version + 1
                where id = \(id) and version = \(version) and state = 'open'
                """
            ) == 1
        guard isAccepted else { return false }
        _ = try await connection.execute("select hand_over(\(id), \(staff), \(now), \(dueOn))")
        return true
    }

    /// Gives the case back to its sender with a reason.
    public static func decline(
        _ id: Referral.ID,
        version: Int,
        staff: StaffMember.ID,
        reason: ReferralDeclineReason,
        note: String,
        alternative: TrainingPlace.ID?,
        event: UUID,
        now: Date,
        senderDueOn: CalendarDate,
        on connection: Connection
    ) async throws -> Bool {
        let isDeclined =
            try await connection.execute(
                """
                update referrals
                set state = 'declined', answered_at = \(now), answered_by = \(staff), decline_reason = \(reason),
                    answer_note = \(note), alternative_place_id = \(alternative), version = version + 1
                where id = \(id) and version = \(version) and state = 'open'
                """
            ) == 1
        guard isDeclined else { return false }
        _ = try await connection.execute("select return_case(\(id), \(event), \(now), \(senderDueOn))")
        return true
    }
}
