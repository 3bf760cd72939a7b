public import Domain
public import Foundation
import Mail
import Postgres
public import Store

/// Organises meetings: new, changed, cancelled, held; and what was agreed there.
public struct KeepMeetings: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Returns: the path of the meeting.
    public func create(
        _ draft: MeetingStore.Draft,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "create_meeting") { connection in
                let organiser = try await organiser(person, on: connection)
                try await check(draft, on: connection)
                let slug = try await SlugStore.free(
                    Slug.make("\(draft.kind.rawValue) \(draft.title) \(draft.heldOn.iso8601)"),
                    for: .meeting,
                    on: connection
                )
                try await MeetingStore.insert(
                    draft,
                    id: world.newID(),
                    slug: slug,
                    organiser: organiser,
                    at: world.now(),
                    on: connection
                )
                return "/bijeenkomsten/\(slug)"
            }
        }
    }

    /// Tells who signed up, and fills seats that came with it.
    public func change(
        _ slug: String,
        to draft: MeetingStore.Draft,
        version: Int,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "change_meeting") { connection in
                let meeting = try await own(slug, person, on: connection)
                try await check(draft, on: connection)
                // Nobody signs up between counting and changing.
                try await MeetingStore.lock(meeting.id, on: connection)
                let coming = try await MeetingSignupStore.crowds([meeting.id], on: connection)[meeting.id]?.coming ?? 0
                if let capacity = draft.capacity, capacity < coming {
                    throw Rejected("plaatsen", "Er komen al \(coming) mensen. Kies dat aantal of meer.")
                }
                guard
                    try await MeetingStore.update(
                        draft,
                        id: meeting.id,
                        version: version,
                        at: world.now(),
                        on: connection
                    )
                else { throw Conflict.networkChanged }
                try await world.fillSeats(of: meeting.id, on: connection)
                let moved =
                    meeting.startsAt != draft.startsAt || meeting.endsAt != draft.endsAt
                    || meeting.place != draft.place || meeting.onlineURL != draft.onlineURL
                if moved { try await tellPeople(of: meeting.id, "changed", on: connection) }
                return "/bijeenkomsten/\(slug)"
            }
        }
    }

    public func cancel(
        _ slug: String,
        version: Int,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "cancel_meeting") { connection in
            let meeting = try await own(slug, person, on: connection)
            guard
                try await MeetingStore.cancel(meeting.id, version: version, at: world.now(), on: connection)
            else { throw Conflict.networkChanged }
            try await tellPeople(of: meeting.id, "cancelled", on: connection)
            return "/bijeenkomsten/\(slug)"
        }
    }

    /// - Throws: `Conflict` when it was not held yet.
    public func record(
        minutes: String,
        of slug: String,
        version: Int,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "record_minutes") { connection in
                let meeting = try await own(slug, person, on: connection)
                try await PublicText.check([("verslag", minutes)], on: connection)
                guard meeting.heldOn.map({ $0 <= world.today }) ?? true else {
                    throw Conflict(
                        code: "not_held",
                        message: "De bijeenkomst is nog niet geweest. Daarna kun je het verslag schrijven."
                    )
                }
                guard
                    try await MeetingStore.record(
                        minutes: minutes,
                        of: meeting.id,
                        version: version,
                        at: world.now(),
                        on: connection
                    )
                else { throw Conflict.networkChanged }
                return "/bijeenkomsten/\(slug)"
            }
        }
    }

    public func addAction(
        _ sentence: String,
        owner: NetworkMember.ID,
        dueOn: CalendarDate,
        to slug: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "add_meeting_action") { connection in
            let meeting = try await own(slug, person, on: connection)
            try await PublicText.check([("actie", sentence)], on: connection)
            let people = try await MeetingSignupStore.people(of: meeting.id, on: connection).map(\.memberID)
            var owners = Set(people)
            if let member = try await MemberStore.own(person.staffMemberID, on: connection), member.leftAt == nil {
                owners.formUnion(try await MemberStore.colleagues(of: member.id, on: connection).map(\.id))
            }
            guard owners.contains(owner) else {
                throw Rejected("wie", "Kies een lid uit de lijst.")
            }
            try await MeetingSignupStore.insertAction(
                sentence,
                id: world.newUUID(),
                of: meeting.id,
                owner: owner,
                dueOn: dueOn,
                on: connection
            )
            return "/bijeenkomsten/\(slug)"
        }
    }

    /// By the owner of the action or the organiser.
    public func finishAction(
        _ id: UUID,
        of slug: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await world.once(submission, as: person.acting, action: "finish_meeting_action") { connection in
            if !person.worksForFund { _ = try await person.member(on: connection) }
            guard let meeting = try await MeetingStore.find(slug: slug, on: connection),
                try await MeetingSignupStore.finishAction(
                    id,
                    of: meeting.id,
                    on: world.today,
                    connection: connection
                )
            else { throw NotFound() }
            return "/bijeenkomsten/\(slug)"
        }
    }

    private func check(_ draft: MeetingStore.Draft, on connection: Connection) async throws {
        try await PublicText.check(
            [("titel", draft.title), ("plaats", draft.place), ("agenda", draft.agenda)],
            on: connection
        )
    }

    // MARK: Who may

    private func organiser(
        _ person: NetworkPerson,
        on connection: Connection
    ) async throws -> NetworkMember.ID? {
        do {
            return try await person.member(on: connection).id
        } catch let error as MembershipNeeded {
            guard person.worksForFund else { throw error }
            return nil
        }
    }

    /// A meeting that this person organises, or any for the fund.
    private func own(
        _ slug: String,
        _ person: NetworkPerson,
        on connection: Connection
    ) async throws -> MeetingStore.Row {
        let organiser = try await organiser(person, on: connection)
        guard let meeting = try await MeetingStore.find(slug: slug, on: connection),
            person.worksForFund || (organiser != nil && meeting.organiserID == organiser)
        else { throw NotFound() }
        return meeting
    }

    private func tellPeople(of meeting: Meeting.ID, _ what: String, on connection: Connection) async throws {
        for someone in try await MeetingSignupStore.people(of: meeting, on: connection) {
            guard let staffMember = someone.staffMemberID else { continue }
            try await world.tellMember(
                .meetingChanged,
                staffMember,
                facts: ["meeting": "\(meeting)", "what": what],
                on: connection
            )
        }
    }
}

/// Signs up for a meeting and cancels again.
public struct SignUpForMeeting: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// Coming, or waiting when it is full.
    public func callAsFunction(
        _ slug: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "sign_up_meeting") { connection in
                let member = try await person.member(on: connection)
                guard let meeting = try await MeetingStore.find(slug: slug, on: connection) else { throw NotFound() }
                let before = try await MeetingSignupStore.state(of: member.id, for: meeting.id, on: connection)
                let state = try await MeetingSignupStore.signUp(
                    member.id,
                    for: meeting.id,
                    at: world.now(),
                    on: connection
                )
                if before != state {
                    try await world.tellMember(
                        .meetingJoined,
                        person.staffMemberID,
                        facts: ["meeting": "\(meeting.id)", "state": state.rawValue],
                        on: connection
                    )
                }
                return "/bijeenkomsten/\(slug)"
            }
        }
    }

    public func cancel(
        _ slug: String,
        by person: NetworkPerson,
        submission: UUID?
    ) async throws -> String {
        try await explainingNetwork {
            try await world.once(submission, as: person.acting, action: "cancel_signup") { connection in
                let member = try await person.member(on: connection)
                guard let meeting = try await MeetingStore.find(slug: slug, on: connection) else { throw NotFound() }
                try await world.cancelSignup(of: member, for: meeting, on: connection)
                return "/bijeenkomsten/\(slug)"
            }
        }
    }
}

extension World {
    /// Cancels, and gives the seat to the one who waits longest.
    func cancelSignup(
        of member: MemberStore.Row,
        for meeting: MeetingStore.Row,
        on connection: Connection
    ) async throws {
        guard try await MeetingSignupStore.cancel(member.id, for: meeting.id, on: connection) else { return }
        try await fillSeats(of: meeting.id, on: connection)
    }

    /// Gives every free seat to the one who waits longest, with a mail, until the meeting begins.
    func fillSeats(of meeting: Meeting.ID, on connection: Connection) async throws {
        while let next = try await MeetingSignupStore.fillSeat(of: meeting, at: now(), on: connection) {
            guard let staffMember = try await MemberStore.find(next, on: connection)?.staffMemberID else { continue }
            try await tellMember(.meetingSeat, staffMember, facts: ["meeting": "\(meeting)"], on: connection)
        }
    }

    /// A mail to a member about the learning network.
    func tellMember(
        _ kind: MailKind,
        _ staffMember: StaffMember.ID,
        facts: [String: String],
        on connection: Connection
    ) async throws {
        try await OutboxStore.insert(
            OutboxStore.Message(kind.rawValue, staffMemberID: staffMember, facts: facts),
            id: newUUID(),
            at: now(),
            on: connection
        )
    }
}
