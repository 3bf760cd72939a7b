package import Actions
package import Domain
package import Foundation
package import HTTPBase
import Postgres
package import Store

/// Sessions in the database: they end after being idle and after a working day, and survive a restart.
package struct DatabaseSessions: SessionLoading {
    /// A session ends after this many seconds without a request.
    package static let idleSeconds: TimeInterval = 30 * 60
    /// A session ends after this many seconds in any case.
    package static let longestSeconds: TimeInterval = 12 * 3600
    /// The last use is written at most once a minute, not at every page.
    private static let touchSeconds: TimeInterval = 60

    private let world: World

    package init(world: World) { self.world = world }

    package func session(for tokenHash: TokenHash) async throws -> SignedIn? {
        let now = world.now()
        return try await world.database.transaction(as: .visitor) { connection in
            guard let row = try await SessionStore.find(tokenHash.bytes, at: now, on: connection) else { return nil }
            if now.timeIntervalSince(row.lastSeenAt) > Self.touchSeconds {
                try await SessionStore.touch(
                    tokenHash.bytes,
                    at: now,
                    until: now + Self.idleSeconds,
                    on: connection
                )
            }
            if let candidate = row.candidateID {
                return try await candidateSession(candidate, row, tokenHash, on: connection)
            }
            guard let id = row.staffMemberID, let person = try await StaffStore.find(id, on: connection) else {
                return nil
            }
            let assignments = try await RoleStore.assignments(of: id, on: connection)
            return .staff(
                Session(
                    id: row.id,
                    tokenHash: tokenHash,
                    staffMemberID: id,
                    organisationID: person.organisationID,
                    displayName: person.name,
                    assignment: assignments.first { $0.id == row.roleID } ?? assignments.first,
                    assignments: assignments,
                    endsAt: row.endsAt
                )
            )
        }
    }

    /// The name stands behind a wall that opens to the candidate alone.
    private func candidateSession(
        _ id: Candidate.ID,
        _ row: SessionStore.Row,
        _ tokenHash: TokenHash,
        on connection: Connection
    ) async throws -> SignedIn? {
        try await connection.go(onAs: .candidate(id))
        guard let name = try await CandidateStore.givenName(of: id, on: connection) else { return nil }
        return .candidate(
            CandidateSession(id: row.id, tokenHash: tokenHash, candidateID: id, displayName: name, endsAt: row.endsAt)
        )
    }

    /// A new session for this person; the token goes into the cookie and nowhere else. Whoever signs in gets a new token, and
    /// the one that came with the request ends.
    ///
    /// - Parameters:
    ///   - provider: who vouched for the person; without, the person's own password did, or a link.
    ///   - device: the kind of browser in words, e.g. "Firefox op Windows".
    package func begin(
        for person: SessionStore.Person,
        role: RoleAssignment.ID? = nil,
        through provider: IdentityProvider.ID? = nil,
        device: String,
        replacing earlier: TokenHash? = nil
    ) async throws -> SessionToken {
        let token = SessionToken(bytes: world.randomBytes(SessionToken.byteCount))
        let now = world.now()
        try await world.database.transaction(as: .visitor) { connection in
            _ = try await SessionStore.deleteEnded(before: now, on: connection)
            if let earlier { try await SessionStore.delete(earlier.bytes, on: connection) }
            try await SessionStore.insert(
                world.newUUID(),
                tokenHash: token.hash.bytes,
                of: person,
                role: role,
                through: provider,
                device: device,
                at: now,
                until: now + Self.idleSeconds,
                endingAt: now + Self.longestSeconds,
                on: connection
            )
        }
        return token
    }

    package func end(_ tokenHash: TokenHash) async throws {
        try await world.database.transaction(as: .visitor) { connection in
            try await SessionStore.delete(tokenHash.bytes, on: connection)
        }
    }

    /// Ends every session of this person, except the one with this token.
    package func endAll(of person: SessionStore.Person, except tokenHash: TokenHash? = nil) async throws {
        try await world.database.transaction(as: .visitor) { connection in
            try await SessionStore.deleteAll(of: person, except: tokenHash?.bytes, on: connection)
        }
    }
}
