public import Domain
public import Foundation
public import Postgres

/// Links that were mailed, by the hash of their token. Opening one uses nothing; only the button on its page does.
public enum MailLinkStore {
    public enum Purpose: String, SQLCode, CaseIterable, Sendable {
        case invitation
        case passwordReset = "password_reset"
        case candidateSignIn = "candidate_sign_in"
        case candidateRegistration = "candidate_registration"
        case candidateMailChange = "candidate_mail_change"
        case practiceAnswer = "practice_answer"
    }

    /// Whom a link is for; which one follows from its purpose.
    public enum Subject: Hashable, Sendable {
        case staff(StaffMember.ID)
        case candidate(Candidate.ID)
        case proposal(Proposal.ID)
        case mail(EmailAddress)
        /// A new address of a candidate, to be proved.
        case candidateMail(Candidate.ID, EmailAddress)

        var staffMemberID: StaffMember.ID? { if case .staff(let id) = self { id } else { nil } }
        var candidateID: Candidate.ID? {
            switch self {
            case .candidate(let id), .candidateMail(let id, _): id
            case .staff, .proposal, .mail: nil
            }
        }
        var proposalID: Proposal.ID? { if case .proposal(let id) = self { id } else { nil } }
        var mail: String? {
            switch self {
            case .mail(let address), .candidateMail(_, let address): address.rawValue
            case .staff, .candidate, .proposal: nil
            }
        }
    }

    public struct Row: Sendable, RowDecodable {
        public let subject: Subject
        public let createdAt: Date
        public let expiresAt: Date
        public let usedAt: Date?

        public init(row: inout RowReader) throws {
            let staff: StaffMember.ID? = try row.nextOptional()
            let candidate: Candidate.ID? = try row.nextOptional()
            let proposal: Proposal.ID? = try row.nextOptional()
            let mail: String? = try row.nextOptional()
            if let staff {
                subject = .staff(staff)
            } else if let candidate {
                subject =
                    mail.flatMap { EmailAddress($0) }.map { .candidateMail(candidate, $0) } ?? .candidate(candidate)
            } else if let proposal {
                subject = .proposal(proposal)
            } else if let address = mail.flatMap({ EmailAddress($0) }) {
                subject = .mail(address)
            } else {
                throw UnreadableValue(type: "mail link")
            }
            createdAt = try row.next()
            expiresAt = try row.next()
            usedAt = try row.nextOptional()
        }
    }

    public static func insert(
        tokenHash: [UInt8],
        _ purpose: Purpose,
        for subject: Subject,
        at now: Date,
        until expiry: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into mail_links (token_sha256, purpose, staff_member_id, candidate_id, proposal_id, mail, created_at,
                expires_at)
            values (\(Data(tokenHash)), \(purpose), \(subject.staffMemberID), \(subject.candidateID),
                \(subject.proposalID), \(subject.mail), \(now), \(expiry))
            """
        )
    }

    /// How old a link has to be before another one is sent.
    public struct Pace: Sendable {
        public let seconds: TimeInterval
        /// Once so many links were made…
        public let most: Int
        /// …within this time,
        public let period: TimeInterval
        /// a link has to be this old.
        public let thenSeconds: TimeInterval

        public init(seconds: TimeInterval, most: Int, within period: TimeInterval, thenSeconds: TimeInterval) {
            self.seconds = seconds
            self.most = most
            self.period = period
            self.thenSeconds = thenSeconds
        }
    }

    /// Whether the subject has a link of this purpose that works and was made only just now. Links about the same subject
    /// follow each other from here to the end of the transaction, so that two at once do not both find none.
    public static func hasFresh(
        _ purpose: Purpose,
        for subject: Subject,
        pace: Pace,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        let whom =
            "\(purpose.rawValue) \(subject.staffMemberID?.description ?? "") \(subject.candidateID?.description ?? "") "
            + (subject.mail?.lowercased() ?? "")
        _ = try await connection.execute("select pg_advisory_xact_lock(hashtextextended(\(whom), 0))")
        let (made, since): (Int, Date?) =
            try await connection.first(
                """
                select count(*), max(created_at) filter (where used_at is null and expires_at > \(now))
                from mail_links
                where purpose = \(purpose) and created_at > \(now - pace.period)
                    and (\(subject.staffMemberID)::uuid is null or staff_member_id = \(subject.staffMemberID))
                    and (\(subject.candidateID)::uuid is null or candidate_id = \(subject.candidateID))
                    and (\(subject.mail)::text is null or lower(mail) = lower(\(subject.mail)))
                """
            ) { row in (try row.next(), try row.nextOptional()) } ?? (0, nil)
        return since.map { $0 > now - (made < pace.most ? pace.seconds : pace.thenSeconds) } ?? false
    }

    /// The link with this token, whether it is still good or not; nil when there never was one.
    public static func find(_ tokenHash: [UInt8], _ purpose: Purpose, on connection: Connection) async throws -> Row? {
        try await connection.first(
            """
            select staff_member_id, candidate_id, proposal_id, mail, created_at, expires_at, used_at
            from mail_links where token_sha256 = \(Data(tokenHash)) and purpose = \(purpose)
            """
        )
    }

    /// Uses the link. Nil when it was used before or is too old.
    public static func use(
        _ tokenHash: [UInt8],
        _ purpose: Purpose,
        at now: Date,
        on connection: Connection
    ) async throws -> Subject? {
        let row: Row? = try await connection.first(
            """
            update mail_links set used_at = \(now)
            where token_sha256 = \(Data(tokenHash)) and purpose = \(purpose) and used_at is null and expires_at > \(now)
            returning staff_member_id, candidate_id, proposal_id, mail, created_at, expires_at, used_at
            """
        )
        return row?.subject
    }

    /// Ends the links of a staff member that were not used: after a reset no other one works.
    public static func end(
        _ purpose: Purpose,
        of staffMember: StaffMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            update mail_links set used_at = \(now)
            where purpose = \(purpose) and staff_member_id = \(staffMember) and used_at is null
            """
        )
    }

    /// Ends the links of a candidate that were not used.
    public static func endAll(of candidate: Candidate.ID, at now: Date, on connection: Connection) async throws {
        _ = try await connection.execute(
            "update mail_links set used_at = \(now) where candidate_id = \(candidate) and used_at is null"
        )
    }

    /// Links that ended before a moment; at most 10,000 at once.
    public static func deleteEnded(before moment: Date, on connection: Connection) async throws -> Int {
        try await connection.execute(
            """
            delete from mail_links where token_sha256 in
                (select token_sha256 from mail_links where expires_at < \(moment) limit 10000)
            """
        )
    }
}
