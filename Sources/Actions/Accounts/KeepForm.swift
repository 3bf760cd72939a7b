import Crypto
public import Foundation
public import Store

/// Keeps what someone sent when their session had ended, or their page was too old, so that nothing typed is lost: sealed, for
/// an hour, for the browser that sent it and for the person to whom the page was given.
public struct KeepForm: Sendable {
    private let world: World

    public init(world: World) { self.world = world }

    /// Who waits longer has to type again.
    public static let seconds: TimeInterval = 3600
    /// The longest content that is kept, in bytes; a whole application has a tenth of it.
    public static let mostBytes = 200_000
    /// So many forms of one internet connection are kept at the same time…
    public static let mostOfOneVisitor = 50
    /// … and so many in all, so that nobody can fill the disk.
    public static let mostOfAll = 2_000

    /// Why nothing was kept.
    public enum Refusal: Error, Hashable { case tooLarge, tooMany }

    /// One that was kept.
    public struct Kept: Sendable {
        public let id: UUID
        /// Nil when the page was for any visitor.
        public let person: SessionStore.Person?
        public let content: [UInt8]
    }

    /// - Parameters:
    ///   - person: to whom the page was given; nil when it was for any visitor.
    ///   - browser: the hash of the secret in its cookie.
    ///   - visitor: where the request comes from.
    public func callAsFunction(
        _ content: [UInt8],
        of person: SessionStore.Person?,
        browser: [UInt8],
        visitor: String
    ) async throws -> UUID {
        guard content.count <= Self.mostBytes else { throw Refusal.tooLarge }
        let (id, now, hash) = (world.newUUID(), world.now(), visitorHash(visitor))
        let sealed = try SealedSecret.seal(
            content,
            for: Self.owner(id, person),
            key: world.secrets.seals[0].bytes,
            nonce: world.randomBytes(SealedSecret.nonceByteCount)
        )
        try await world.database.transaction(as: .visitor) { connection in
            try await KeptFormStore.deleteEnded(before: now, on: connection)
            let counts = try await KeptFormStore.counts(ofVisitor: hash, on: connection)
            guard counts.own < Self.mostOfOneVisitor, counts.all < Self.mostOfAll else { throw Refusal.tooMany }
            try await KeptFormStore.insert(
                id,
                browser: browser,
                visitor: hash,
                of: person,
                content: sealed,
                at: now,
                until: now + Self.seconds,
                on: connection
            )
        }
        return id
    }

    /// Nil when this browser has no such form (any more).
    public func find(_ id: UUID, browser: [UInt8]) async throws -> Kept? {
        let row = try await world.database.transaction(as: .visitor) { connection in
            try await KeptFormStore.find(id, of: browser, at: world.now(), on: connection)
        }
        return row.flatMap(opened)
    }

    /// What this browser sent, the newest first; at most ten.
    public func forms(browser: [UInt8]) async throws -> [Kept] {
        try await world.database.transaction(as: .visitor) { connection in
            try await KeptFormStore.forms(of: browser, at: world.now(), limit: 10, on: connection)
        }.compactMap(opened)
    }

    public func forget(_ id: UUID, browser: [UInt8]) async throws {
        try await world.database.transaction(as: .visitor) { connection in
            try await KeptFormStore.delete(id, of: browser, on: connection)
        }
    }

    /// Nil for what was sealed with a key that is gone.
    private func opened(_ row: KeptFormStore.Row) -> Kept? {
        let person =
            row.staffMemberID.map { SessionStore.Person.staff($0) }
            ?? row.candidateID.map { SessionStore.Person.candidate($0) }
        for key in world.secrets.seals {
            let owner = Self.owner(row.id, person)
            if let content = try? SealedSecret.open(row.content, for: owner, key: key.bytes) {
                return Kept(id: row.id, person: person, content: content)
            }
        }
        return nil
    }

    /// Bound to its row, so that the content cannot be moved to someone else.
    private static func owner(_ id: UUID, _ person: SessionStore.Person?) -> String {
        switch person {
        case .staff(let staffMember): "kept form \(id) of staff \(staffMember)"
        case .candidate(let candidate): "kept form \(id) of candidate \(candidate)"
        case nil: "kept form \(id)"
        }
    }

    private func visitorHash(_ visitor: String) -> [UInt8] {
        let message = Array("doorwijzer kept form \(visitor)".utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: world.secrets.hash.bytes)))
    }
}
