public import Domain
import Foundation
import Postgres
import Store

/// Name, telephone and address of a member of staff: the administrator of the organisation corrects all of them, everyone
/// their own name and telephone.
public struct CorrectStaffDetails: Sendable {
    /// What stands on the page. The mail address is nil where the person may not change it.
    public struct Details: Hashable, Sendable {
        public var name: String
        public var phone: String
        public var mail: EmailAddress?

        public init(name: String, phone: String, mail: EmailAddress? = nil) {
            self.name = name
            self.phone = phone
            self.mail = mail
        }
    }

    let world: World

    public init(world: World) { self.world = world }

    /// By an administrator. Another mail address ends the links that were mailed to the old one.
    ///
    /// - Throws: `Rejected` on `mail` when the address is in use; `NotFound` for people of others; `Conflict` when someone else
    ///   changed it since the page was opened.
    public func callAsFunction(
        _ details: Details,
        of id: StaffMember.ID,
        instead before: Details,
        by administrator: Administrator
    ) async throws {
        let manage = ManageStaff(world: world)
        _ = try await manage.find(id, by: administrator)
        try await manage.explaining {
            try await world.database.transaction(as: administrator.acting) { connection in
                guard
                    try await StaffDirectoryStore.correct(
                        id,
                        name: details.name,
                        phone: details.phone,
                        mail: details.mail,
                        instead: (before.name, before.phone, before.mail),
                        on: connection
                    )
                else { throw Conflict.stalePage }
                if details.mail != before.mail {
                    // Whoever reads the new address signs in anew.
                    try await SessionStore.deleteAll(of: .staff(id), except: nil, on: connection)
                    for purpose in [MailLinkStore.Purpose.invitation, .passwordReset] {
                        try await MailLinkStore.end(purpose, of: id, at: world.now(), on: connection)
                    }
                }
                try await world.note(.detailsCorrected, of: id, by: administrator.staffMemberID, on: connection)
            }
        }
    }

    /// By the person self.
    public func own(_ details: Details, of id: StaffMember.ID, instead before: Details) async throws {
        try await world.database.transaction(as: .person(id)) { connection in
            guard
                try await StaffDirectoryStore.correct(
                    id,
                    name: details.name,
                    phone: details.phone,
                    mail: nil,
                    instead: (before.name, before.phone, nil),
                    on: connection
                )
            else { throw Conflict.stalePage }
            try await world.note(.detailsCorrected, of: id, by: nil, on: connection)
        }
    }

    /// What stands there now.
    public func current(of id: StaffMember.ID, by administrator: Administrator) async throws -> Details {
        let row = try await ManageStaff(world: world).find(id, by: administrator)
        return Details(name: row.name, phone: row.phone, mail: EmailAddress(row.mail))
    }

    /// What stands there now of the person self.
    public func ownCurrent(of id: StaffMember.ID) async throws -> Details {
        let row = try await world.database.transaction(as: .person(id)) { connection in
            try await StaffStore.find(id, on: connection)
        }
        guard let row else { throw NotFound() }
        return Details(name: row.name, phone: row.phone)
    }
}
