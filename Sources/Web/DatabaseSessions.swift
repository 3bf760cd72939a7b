public import Actions
public import Domain
public import Foundation
public import HTTPBase
import Postgres
import Store

/// Sessions in the database: they end after being idle, and survive a restart.
public struct DatabaseSessions: SessionLoading {
    /// A session ends after this many seconds without a request.
    public static let idleSeconds: TimeInterval = 30 * 60
    /// The last use is written at most once a minute, not at every page.
    private static let touchSeconds: TimeInterval = 60

    private let world: World

    public init(world: World) { self.world = world }

    public func session(for tokenHash: TokenHash) async throws -> Session? {
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
            let roles = try await SessionStore.roles(of: row.staffMemberID, on: connection)
            return Session(
                tokenHash: tokenHash,
                staffMemberID: row.staffMemberID,
                teamID: row.teamID,
                organisationID: row.organisationID,
                regionCode: row.regionCode,
                roles: Set(roles),
                displayName: row.name,
                teamName: row.teamName ?? ""
            )
        }
    }

    /// A new session for this person; the token goes into the cookie and nowhere else.
    public func begin(for staffMember: StaffMember.ID) async throws -> SessionToken {
        let token = SessionToken(bytes: world.randomBytes(SessionToken.byteCount))
        let now = world.now()
        try await world.database.transaction(as: .visitor) { connection in
            _ = try await SessionStore.deleteEnded(before: now, on: connection)
            try await SessionStore.insert(
                tokenHash: token.hash.bytes,
                staffMember: staffMember,
                at: now,
                until: now + Self.idleSeconds,
                on: connection
            )
        }
        return token
    }

    public func end(_ tokenHash: TokenHash) async throws {
        try await world.database.transaction(as: .visitor) { connection in
            try await SessionStore.delete(tokenHash.bytes, on: connection)
        }
    }
}
