public import Domain
public import Postgres

/// Who acts in a transaction. Row-level security reads it; whoever says nothing of themselves sees nothing private.
public struct Acting: Hashable, Sendable {
    public let staffMemberID: StaffMember.ID?
    /// The team a coordinator works for.
    public let teamID: Team.ID?
    public let regionCode: RegionCode?
    /// The role worn now, by its code; `worker` for the process that delivers mail.
    public let role: String?
    public let organisationID: Organisation.ID?
    public let schoolID: School.ID?
    /// A candidate in the own file.
    public let candidateID: Candidate.ID?
    /// A practice that came by the link to this proposal.
    public let proposalID: Proposal.ID?

    public init(
        staffMemberID: StaffMember.ID? = nil,
        teamID: Team.ID? = nil,
        regionCode: RegionCode? = nil,
        role: String? = nil,
        organisationID: Organisation.ID? = nil,
        schoolID: School.ID? = nil,
        candidateID: Candidate.ID? = nil,
        proposalID: Proposal.ID? = nil
    ) {
        self.staffMemberID = staffMemberID
        self.teamID = teamID
        self.regionCode = regionCode
        self.role = role
        self.organisationID = organisationID
        self.schoolID = schoolID
        self.candidateID = candidateID
        self.proposalID = proposalID
    }

    /// Someone who is not signed in: sees what is public.
    public static let visitor = Self()

    /// The process that delivers what waits in the outbox.
    public static let worker = Self(role: "worker")

    /// A staff member about the own account, in no role.
    public static func person(_ id: StaffMember.ID) -> Self { Self(staffMemberID: id) }

    /// A staff member in one of the own roles.
    public static func staff(_ id: StaffMember.ID, as assignment: RoleAssignment) -> Self {
        Self(
            staffMemberID: id,
            teamID: assignment.teamID,
            regionCode: assignment.regionCode,
            role: assignment.role.rawValue,
            organisationID: assignment.organisationID,
            schoolID: assignment.schoolID
        )
    }

    /// A candidate in the own file.
    public static func candidate(_ id: Candidate.ID) -> Self { Self(candidateID: id) }

    /// A practice that looks at one proposal.
    public static func practice(_ proposal: Proposal.ID) -> Self { Self(proposalID: proposal) }

    /// The transaction settings that policies read (Schema, 0003_people.sql); empty means nobody.
    var settings: [String: String] {
        [
            "doorwijzer.staff_id": staffMemberID?.description ?? "",
            "doorwijzer.team_id": teamID?.description ?? "",
            "doorwijzer.region_code": regionCode?.rawValue ?? "",
            "doorwijzer.role": role ?? "",
            "doorwijzer.organisation_id": organisationID?.description ?? "",
            "doorwijzer.school_id": schoolID?.description ?? "",
            "doorwijzer.candidate_id": candidateID?.description ?? "",
            "doorwijzer.proposal_id": proposalID?.description ?? "",
        ]
    }
}

extension Database {
    /// One transaction in which this person acts. The only road to private rows.
    ///
    /// - Throws: `Forbidden` when a staff member says to work for a team and has not the role for it (any more).
    public func transaction<R>(
        as acting: Acting,
        file: StaticString = #fileID,
        line: UInt = #line,
        _ body: (Connection) async throws -> R
    ) async throws -> R {
        try await transaction(settings: acting.settings, file: file, line: line) { connection in
            guard try await acting.hasItsRole(on: connection) else {
                throw Forbidden("Je werkt niet meer voor dit team. Meld je opnieuw aan, of vraag je beheerder.")
            }
            return try await body(connection)
        }
    }
}

extension Connection {
    /// From here to the end of the transaction someone else acts: for a change that two make together or not at all, such as
    /// using a link before anyone acts, and then acting as whom it is for.
    ///
    /// - Throws: `Forbidden` as ``Postgres/Database/transaction(as:_:)``.
    public func go(onAs acting: Acting) async throws {
        let calls = acting.settings.sorted { $0.key < $1.key }.map { "set_config(\($0.key), \($0.value), true)" as SQL }
        try await execute("select \(sql: calls.joined(separator: ", "))")
        guard try await acting.hasItsRole(on: self) else {
            throw Forbidden("Je werkt niet meer voor dit team. Meld je opnieuw aan, of vraag je beheerder.")
        }
    }
}

extension Acting {
    /// Whether the person was given the role of coordinator for the team and still has it. Without a person the system itself
    /// acts: a registration by the candidate, what lapses by time.
    fileprivate func hasItsRole(on connection: Connection) async throws -> Bool {
        guard let staffMemberID, let teamID else { return true }
        return try await connection.value(
            """
            select exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
                join teams t on t.id = r.team_id
                where r.staff_member_id = \(staffMemberID) and r.role = 'coordinator' and r.team_id = \(teamID)
                    and m.disabled_at is null and t.region_code = coalesce(\(regionCode), t.region_code))
            """
        ) ?? false
    }
}

extension Acting {
    /// Whether the role worn now decides for the fund.
    public var worksForFund: Bool {
        role.flatMap { StaffRole(rawValue: $0) }?.permissions.contains(.decideApplications) == true
    }
}
