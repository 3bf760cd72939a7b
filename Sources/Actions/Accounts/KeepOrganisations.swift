public import Domain
public import Foundation
import Postgres
public import Store

/// Organisations of the country and their teams.
public struct KeepOrganisations: Sendable {
    /// A team to add.
    public struct TeamDraft: Sendable {
        let name: String
        let region: RegionCode
        let phone: String
        let mail: EmailAddress

        public init(name: String, region: RegionCode, phone: String, mail: EmailAddress) {
            self.name = name
            self.region = region
            self.phone = phone
            self.mail = mail
        }
    }

    /// Who works at an organisation.
    public struct Overview: Sendable {
        public let organisation: StaffDirectoryStore.OrganisationRow
        public let staff: [StaffDirectoryStore.Row]
        public let roles: [StaffMember.ID: [RoleAssignment]]
        public let teams: [StaffDirectoryStore.TeamRow]
    }

    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `NotFound` for an organisation of others.
    public func overview(of id: Organisation.ID, for administrator: Administrator) async throws -> Overview {
        try administrator.require(id)
        return try await world.database.transaction(as: administrator.acting) { connection in
            guard let organisation = try await StaffDirectoryStore.organisation(id, on: connection) else {
                throw NotFound()
            }
            return Overview(
                organisation: organisation,
                staff: try await StaffDirectoryStore.staff(of: id, on: connection),
                roles: try await RoleStore.assignments(ofStaffOf: id, on: connection),
                teams: try await StaffDirectoryStore.teams(of: id, on: connection)
            )
        }
    }

    /// Every organisation, for the fund.
    public func organisations(for administrator: Administrator) async throws -> [StaffDirectoryStore.OrganisationRow] {
        guard administrator.managesFund else { throw NotFound() }
        return try await world.database.transaction(as: administrator.acting) { connection in
            try await StaffDirectoryStore.organisations(on: connection)
        }
    }

    /// - Throws: `NotFound` for an organisation of others.
    public func addTeam(
        _ draft: TeamDraft,
        to organisation: Organisation.ID,
        by administrator: Administrator,
        submission: UUID?
    ) async throws {
        try administrator.require(organisation)
        _ = try await world.once(submission, as: administrator.acting, action: "add_team") { connection in
            // A team opens what is referred to its region, so only the fund says where an organisation works.
            if !administrator.managesFund {
                guard
                    try await StaffDirectoryStore.works(
                        organisation,
                        in: draft.region,
                        on: world.today,
                        connection: connection
                    )
                else {
                    throw Rejected(
                        "regio",
                        "Je organisatie werkt niet in deze regio. Vraag het fonds om haar toe te voegen."
                    )
                }
            }
            let isAdded = try await StaffDirectoryStore.insertTeam(
                world.newID(),
                of: organisation,
                in: draft.region,
                name: draft.name,
                phone: draft.phone,
                mail: draft.mail,
                on: world.today,
                connection: connection
            )
            guard isAdded else { throw NotFound() }
            return "/"
        }
    }

    /// - Returns: the path of the organisation.
    /// - Throws: `Rejected` on `naam` when there is one with this name.
    public func addOrganisation(
        _ kind: OrganisationKind,
        name: String,
        by administrator: Administrator,
        submission: UUID?
    ) async throws -> String {
        guard administrator.managesFund else { throw NotFound() }
        do {
            return try await world.once(submission, as: administrator.acting, action: "add_organisation") {
                connection in
                let id: Organisation.ID = world.newID()
                let slug = Self.slug(name)
                guard !slug.isEmpty else { throw Rejected("naam", "Gebruik letters in de naam.") }
                try await StaffDirectoryStore.insertOrganisation(id, kind, name: name, slug: slug, on: connection)
                return "/fonds/organisaties/\(id)"
            }
        } catch let error as DatabaseError where error.constraint == "organisations_slug_key" {
            throw Rejected("naam", "Er is al een organisatie met deze naam.")
        }
    }

    /// "Huisartsen Voorbeeldstad e.o." → `huisartsen-voorbeeldstad-e-o`.
    static func slug(_ name: String) -> String {
        name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "nl_NL"))
            .lowercased()
            .split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}
