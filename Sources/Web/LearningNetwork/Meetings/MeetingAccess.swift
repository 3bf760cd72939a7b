import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

extension WebServices {
    /// The membership of whoever is one, or nil for the fund.
    func inside<Value>(
        _ context: SignedInContext,
        _ body: (Connection, MemberStore.Row?) async throws -> Value
    ) async throws -> Value {
        let person = person(context)
        return try await world.database.transaction(as: person.acting) { connection in
            let member = try await MemberStore.own(person.staffMemberID, on: connection).flatMap {
                $0.leftAt == nil ? $0 : nil
            }
            guard member != nil || person.worksForFund else { throw MembershipNeeded() }
            return try await body(connection, member)
        }
    }

    /// A meeting that this person organises, or any for the fund.
    func ownMeeting(_ context: SignedInContext) async throws -> MeetingStore.Row {
        let slug = try context.slug
        let worksForFund = person(context).worksForFund
        return try await inside(context) { connection, member in
            guard let meeting = try await MeetingStore.find(slug: slug, on: connection),
                worksForFund || (member != nil && meeting.organiserID == member?.id)
            else { throw NotFound() }
            return meeting
        }
    }
}
