import Crypto
public import Domain
public import Foundation
import Postgres
import Store

/// A practice offers a place without an account: a draft place without a team, at the practice or at a draft of it, on the
/// region's list of offers.
public struct OfferPlace: Sendable {
    let world: World
    /// Everyone trains for this role until a coordinator says otherwise.
    static let role = "doctors_assistant"

    public init(world: World) {
        self.world = world
    }

    /// Whether the practice was already known is not told: whoever fills this in sees the same either way.
    ///
    /// - Parameter submission: a second sending of the same form leads to the first offer.
    /// - Returns: the path of the page that confirms it.
    /// - Throws: `Rejected` when a field is wrong; `Conflict` `too_many` when the region or this mail address got too many.
    public func callAsFunction(_ draft: PlaceOfferDraft, submission: UUID) async throws -> String {
        let id = Self.placeID(submission)
        if let earlier = try await confirmation(of: id) { return earlier }
        let town = try await Self.town(draft, world: world)
        let acting = Acting(staffMemberID: nil, teamID: nil, regionCode: town.regionCode)
        do {
            return try await world.database.transaction(as: acting) { connection in
                let practice = try await practice(for: draft, in: town, on: connection)
                let crebo = try await OfferedPlaceStore.crebo(
                    ofRole: Self.role,
                    on: draft.earliestStartOn,
                    connection: connection
                )
                let reference = world.newReference()
                try await TrainingPlaceStore.insert(
                    id,
                    reference: reference,
                    draft.kind.draft(role: Self.role, crebo: crebo, from: draft.earliestStartOn, remark: draft.remark),
                    at: practice,
                    team: nil,
                    copiedFrom: nil,
                    at: world.now(),
                    on: connection
                )
                try await SeatStore.insert([world.newID()], to: id, on: connection)
                try await OfferedPlaceStore.insert(
                    id,
                    draft,
                    region: town.regionCode,
                    at: world.now(),
                    on: connection
                )
                return Self.path(reference)
            }
        } catch let error as DatabaseError {
            switch error.constraint {
            case "training_places_pkey":
                if let earlier = try await confirmation(of: id) { return earlier }
                throw error
            case "place_offers_per_region":
                throw Conflict(
                    code: "too_many",
                    message: "Er zijn in deze regio net veel plekken aangeboden. Probeer het over een uur nog eens."
                )
            case "place_offers_per_mail":
                throw Conflict(
                    code: "too_many",
                    message: "Met dit e-mailadres zijn vandaag al vijf plekken aangeboden. Probeer het morgen nog eens."
                )
            default: throw error
            }
        }
    }

    /// All that is wrong with the draft at once, and the town it means.
    private static func town(_ draft: PlaceOfferDraft, world: World) async throws -> OfferedPlaceStore.Town {
        var problems = draft.problems(today: world.today)
        let towns = try await world.database.transaction(as: .visitor) { connection in
            try await OfferedPlaceStore.towns(on: connection)
        }
        do {
            let town = try TownNames(towns).find(draft.town)
            guard problems.isEmpty else { throw Rejected(fields: problems) }
            return town
        } catch let error as Rejected where !problems.isEmpty && error.fields != problems {
            problems.append(contentsOf: error.fields)
            throw Rejected(fields: problems)
        }
    }

    /// The practice of this name in this town, or a new draft of it with its contact.
    private func practice(
        for draft: PlaceOfferDraft,
        in town: OfferedPlaceStore.Town,
        on connection: Connection
    ) async throws -> PracticeStore.Row {
        let namesakes = try await PracticeStore.namesakes(
            of: draft.practiceName,
            town: town.name,
            region: town.regionCode,
            on: connection
        )
        if let known = namesakes.first, let row = try await PracticeStore.find(known.reference, on: connection) {
            return row
        }
        let id = world.newID(Practice.ID.self)
        try await PracticeStore.insert(
            id,
            reference: world.newReference(),
            PracticeDraft(
                name: draft.practiceName,
                town: town.name,
                municipality: town.municipalityCode,
                location: town.location,
                isDraft: true
            ),
            region: town.regionCode,
            location: town.location,
            at: world.now(),
            on: connection
        )
        try await PracticePeopleStore.insert(
            [(world.newUUID(), draft.contact)],
            of: id,
            region: town.regionCode,
            on: connection
        )
        guard let row = try await PracticeStore.find(id, on: connection) else { throw NotFound() }
        return row
    }

    private func confirmation(of place: TrainingPlace.ID) async throws -> String? {
        try await world.database.transaction(as: .visitor) { connection in
            try await OfferedPlaceStore.reference(of: place, on: connection).map(Self.path)
        }
    }

    private static func path(_ reference: Reference) -> String { "/plek-aanbieden/\(reference)" }

    /// The place's id follows from the form's, so that a repeat meets the first one. Through a hash, since visitors can send
    /// any id and must not reach places that were made in another way. Version 8 (RFC 9562, section 5.8).
    private static func placeID(_ submission: UUID) -> TrainingPlace.ID {
        let text = Array("doorwijzer place offer \(submission.uuidString.lowercased())".utf8)
        let b = Array(SHA256.hash(data: text))
        return TrainingPlace.ID(
            UUID(
                uuid: (
                    b[0], b[1], b[2], b[3], b[4], b[5], 0x80 | b[6] & 0x0F, b[7], 0x80 | b[8] & 0x3F, b[9], b[10],
                    b[11],
                    b[12], b[13], b[14], b[15]
                )
            )
        )
    }
}

/// A team takes an offered place in hand: it becomes theirs, to complete and open.
public struct TakeOfferedPlace: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the place's form.
    /// - Throws: `NotFound` for another region's offer; `Conflict` `handled` when somebody was first.
    public func callAsFunction(_ reference: Reference, by actor: Actor, submission: UUID?) async throws -> String {
        try await world.once(submission, by: actor, action: "take_offered_place") { connection in
            guard let offer = try await OfferedPlaceStore.find(reference, on: connection) else { throw NotFound() }
            guard
                try await OfferedPlaceStore.take(offer.id, for: actor.teamID, at: world.now(), on: connection),
                try await OfferedPlaceStore.handle(
                    offer.id,
                    by: actor.staffMemberID,
                    closing: nil,
                    at: world.now(),
                    on: connection
                )
            else { throw Conflict.offerHandled }
            try await addContact(of: offer, on: connection)
            return "/plekken/\(reference)/wijzigen"
        }
    }

    /// Whoever offered becomes a contact of the practice, unless the practice can already be reached that way.
    private func addContact(of offer: OfferedPlaceStore.Row, on connection: Connection) async throws {
        let contacts = try await PracticePeopleStore.contacts(of: offer.practiceID, on: connection)
        guard !contacts.contains(where: { $0.mail.lowercased() == offer.mail.lowercased() || $0.phone == offer.phone })
        else {
            return
        }
        let contact = PracticeContactDraft(
            function: .contact,
            name: offer.contactName,
            mail: EmailAddress(offer.mail),
            phone: PhoneNumber(offer.phone)
        )
        try await PracticePeopleStore.insert(
            [(world.newUUID(), contact)],
            of: offer.practiceID,
            region: offer.regionCode,
            on: connection
        )
    }
}

/// A team closes an offered place that nobody will work on.
public struct CloseOfferedPlace: Sendable {
    let world: World

    public init(world: World) {
        self.world = world
    }

    /// - Returns: the path of the list.
    /// - Throws: `NotFound` for another region's offer; `Conflict` `handled` when somebody was first.
    public func callAsFunction(
        _ reference: Reference,
        because reason: PlaceOfferClosing,
        by actor: Actor,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, by: actor, action: "close_offered_place") { connection in
            guard let offer = try await OfferedPlaceStore.find(reference, on: connection) else { throw NotFound() }
            guard
                try await OfferedPlaceStore.close(offer.id, at: world.now(), on: connection),
                try await OfferedPlaceStore.handle(
                    offer.id,
                    by: actor.staffMemberID,
                    closing: reason,
                    at: world.now(),
                    on: connection
                )
            else { throw Conflict.offerHandled }
            return "/plekken/aangeboden"
        }
    }
}

extension Conflict {
    static let offerHandled = Conflict(
        code: "handled",
        message: "Een collega heeft dit aanbod al behandeld. Kijk bij de plek wie dat was.",
        reason: .change
    )
}

extension PlaceOfferDraft {
    var contact: PracticeContactDraft {
        PracticeContactDraft(function: .contact, name: contactName, mail: mail, phone: phone)
    }
}
