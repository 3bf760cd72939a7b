public import Domain
public import Foundation
import Mail
import Matching
import Postgres
public import Store

/// Refers a case to another region with at least one place there: consent, places, motivation and the held seat of the first
/// place, in one transaction. The sending team keeps the case until someone there accepts.
public struct ReferCandidate: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// A consent that is recorded with the referral, after talking to the candidate.
    public struct SpokenConsent: Hashable, Sendable {
        public var channel: ConsentChannel
        public var textVersion: Int
        /// For all neighbours of the own region, not only the receiving one.
        public var coversNeighbours: Bool

        public init(channel: ConsentChannel, textVersion: Int, coversNeighbours: Bool) {
            self.channel = channel
            self.textVersion = textVersion
            self.coversNeighbours = coversNeighbours
        }
    }

    public struct Command: Sendable {
        public var caseReference: Reference
        public var version: Int
        public var region: RegionCode
        /// One to five, the first one's seat is held.
        public var places: [Reference]
        public var motivation: String
        /// Nil when the candidate agreed earlier.
        public var consent: SpokenConsent?
        /// What is new, when the region was asked before.
        public var newFact: NewFactKind?

        public init(
            caseReference: Reference,
            version: Int,
            region: RegionCode,
            places: [Reference],
            motivation: String,
            consent: SpokenConsent?,
            newFact: NewFactKind?
        ) {
            self.caseReference = caseReference
            self.version = version
            self.region = region
            self.places = places
            self.motivation = motivation
            self.consent = consent
            self.newFact = newFact
        }
    }

    /// - Returns: the path of the referral.
    /// - Throws: `Conflict` `seat_taken`, `no_fit`, `chain_exhausted`, `region_visited`, `wrong_state`, `stale_page`;
    ///   `Rejected` for fields `plekken`, `motivatie`, `toestemming`, `nieuw`; `NotFound`.
    public func callAsFunction(_ command: Command, by actor: Actor, submission: UUID?) async throws -> String {
        var fields: [FieldError] = []
        if command.places.isEmpty || command.places.count > 5 || Set(command.places).count != command.places.count {
            fields.append(FieldError(field: "plekken", message: "Kies één tot vijf plekken."))
        }
        if command.motivation.isEmpty {
            fields.append(
                FieldError(field: "motivatie", message: "Schrijf in één of twee zinnen waarom deze regio goed past.")
            )
        }
        guard fields.isEmpty else { throw Rejected(fields: fields) }
        return try await explainingRefusals {
            try await world.once(submission, by: actor, action: "refer_candidate") { connection in
                try await refer(command, by: actor, on: connection)
            }
        }
    }

    private func refer(_ command: Command, by actor: Actor, on connection: Connection) async throws -> String {
        let (now, today) = (world.now(), world.today)
        let due = try await DueDates.read(today: today, on: connection)
        let places = try await places(command, on: connection)
        guard let first = places.first else { throw Rejected("plekken", "Kies één tot vijf plekken.") }
        _ = try await CaseStepStore.lapse(
            at: first.id,
            now: now,
            today: today,
            searchingDueOn: try due.on(.searching),
            on: connection
        )
        let file = try await world.lockCase(command.caseReference, version: command.version, by: actor, on: connection)
        guard CaseState.referable.contains(file.state) else {
            throw Conflict.wrongState(file.state, "Doorverwijzen")
        }
        if let candidate = try await CandidateStore.find(file.candidateID, on: connection),
            candidate.name.occurs(in: command.motivation)
        {
            throw Rejected(
                "motivatie",
                "De regio ziet een kaart zonder naam. Haal de naam van de kandidaat uit je motivatie."
            )
        }
        let consent = try await consent(command, file, by: actor, on: connection)
        let fact = try await newFact(command, file, first: first, by: actor, on: connection)
        try await ProposalStore.lockPlace(first.id, on: connection)
        let fits = try await FreshMatch.fits(of: file, at: places, now: now, today: today, on: connection)
        guard let fit = fits.first else { throw Conflict.placeClosed }
        let dueOn = try due.on(.referral)
        let referral = ReferralStore.Insertion(
            id: world.newID(),
            reference: world.newReference(),
            receivingRegionCode: command.region,
            consentID: consent,
            newFactID: fact,
            motivation: command.motivation,
            dueOn: dueOn,
            places: zip(places, fits).map { place, fit in
                ReferralStore.Insertion.Place(
                    id: place.id,
                    fit: fit.total,
                    distanceInHectometres: fit.distanceInHectometres,
                    startsOn: fit.startOn,
                    endsOn: fit.untilOn
                )
            }
        )
        let assessment = try await ReferralStore.validAssessment(
            of: file.candidateID,
            on: today,
            connection: connection
        )
        try await ReferralStore.insert(referral, of: file, assessment: assessment, now: now, on: connection)
        try await SeatStore.hold(
            seat: fit.seatID,
            of: first.id,
            weekdays: fit.seatWeekdays.first(max(file.weekdaysWanted, file.weekdaysLeast)),
            from: fit.startOn,
            until: fit.untilOn,
            for: .referral(referral.id),
            heldUntil: world.heldUntil(dueOn),
            newID: world.newUUID,
            on: connection
        )
        try await move(file, dueOn: dueOn, due: due, on: connection)
        try await world.record(
            .referred,
            in: file,
            facts: [
                "referral": referral.reference.text, "region": command.region.rawValue, "place": first.reference.text,
                "fit": String(fit.total),
            ],
            by: actor,
            on: connection
        )
        try await world.tellTeams(
            in: command.region,
            .referralReceived,
            facts: ["referral": referral.reference.text],
            on: connection
        )
        return "/doorverwijzingen/\(referral.reference)"
    }

    private func places(_ command: Command, on connection: Connection) async throws -> [PlaceHeadRow] {
        let found = try await ProposalStore.places(command.places, on: connection)
        let ordered = command.places.compactMap { reference in found.first { $0.reference == reference } }
        guard ordered.count == command.places.count, ordered.allSatisfy({ $0.regionCode == command.region }) else {
            throw Rejected("plekken", "Kies plekken die in de gekozen regio liggen.")
        }
        return ordered
    }

    private func consent(
        _ command: Command,
        _ file: CaseFileStore.Row,
        by actor: Actor,
        on connection: Connection
    ) async throws -> Consent.ID {
        if let existing = try await ConsentStore.covering(
            command.region,
            from: file.regionCode,
            of: file.candidateID,
            on: connection
        ) {
            return existing
        }
        guard let spoken = command.consent else {
            throw Rejected(
                "toestemming",
                "De kandidaat gaf voor deze regio nog geen toestemming. Bespreek het eerst en leg het hier vast."
            )
        }
        let id: Consent.ID = world.newID()
        try await CandidateStore.insertConsent(
            id,
            of: file.candidateID,
            ConsentDraft(
                regionCode: spoken.coversNeighbours ? nil : command.region,
                textVersion: spoken.textVersion,
                channel: spoken.channel
            ),
            team: actor.teamID,
            by: actor.staffMemberID,
            at: world.now(),
            on: connection
        )
        try await world.record(
            .consentGiven,
            in: file,
            facts: ["region": spoken.coversNeighbours ? "neighbours" : command.region.rawValue],
            by: actor,
            on: connection
        )
        // "All neighbours" does not cover a region that is none.
        let covering = try await ConsentStore.covering(
            command.region,
            from: file.regionCode,
            of: file.candidateID,
            on: connection
        )
        guard covering != nil else {
            throw Rejected(
                "toestemming",
                "Deze regio is geen buurregio. Leg de toestemming voor deze regio apart vast."
            )
        }
        return id
    }

    private func newFact(
        _ command: Command,
        _ file: CaseFileStore.Row,
        first: PlaceHeadRow,
        by actor: Actor,
        on connection: Connection
    ) async throws -> UUID? {
        let hops = try await ReferralStore.hops(of: file.id, on: connection)
        let isVisited =
            file.originRegionCode == command.region || hops.contains { $0.receivingRegionCode == command.region }
        guard isVisited else { return nil }
        guard let kind = command.newFact else {
            let unused = try await ReferralStore.unusedFact(of: file.id, for: command.region, on: connection)
            guard let unused else {
                throw Rejected("nieuw", "Deze regio is al gevraagd. Zeg wat er nieuw is.")
            }
            return unused
        }
        let id = world.newUUID()
        try await ReferralStore.insertFact(
            id,
            kind: kind,
            place: kind == .newPlace ? first.id : nil,
            of: file,
            by: actor.staffMemberID,
            at: world.now(),
            on: connection
        )
        try await world.record(.factRecorded, in: file, facts: ["kind": kind.rawValue], by: actor, on: connection)
        return id
    }

    private func move(
        _ file: CaseFileStore.Row,
        dueOn: CalendarDate,
        due: DueDates,
        on connection: Connection
    ) async throws {
        let now = world.now()
        if file.state == .watching {
            let back = CaseFileStore.Step(.searching, owner: .team, dueOn: try due.on(.searching))
            _ = try await CaseFileStore.take(back, file.id, from: [.watching], at: now, on: connection)
        }
        let step = CaseFileStore.Step(.referring, owner: .team, dueOn: dueOn)
        guard try await CaseFileStore.take(step, file.id, from: [.searching], at: now, on: connection) else {
            throw Conflict.stalePage
        }
    }
}
