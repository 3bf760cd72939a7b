public import Domain
public import Foundation
public import Postgres
public import Store

/// The one value through which effects travel: database, clock, ids and randomness. Built in the composition root and in
/// tests, passed by initialiser.
public struct World: Sendable {
    /// The application's pool, connected as the role that row-level security binds.
    public let database: Database
    /// The matcher's pool: reads every case and place, and no identity.
    public let matcherDatabase: Database
    public let now: @Sendable () -> Date
    /// Fresh random bytes, as many as asked for.
    public let randomBytes: @Sendable (_ count: Int) -> [UInt8]
    public let time: AmsterdamTime
    /// Keys that the database does not have.
    public let secrets: Secrets
    /// Where people reach the service, for links in mail: scheme, host and port, without a slash at the end.
    public let publicOrigin: String
    /// Hashes and checks passwords.
    public let passwords: PasswordHasher

    public init(
        database: Database,
        matcherDatabase: Database,
        now: @escaping @Sendable () -> Date,
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        secrets: Secrets,
        publicOrigin: String,
        passwords: PasswordHasher = PasswordHasher()
    ) {
        self.database = database
        self.matcherDatabase = matcherDatabase
        self.now = now
        self.randomBytes = randomBytes
        self.time = AmsterdamTime()
        self.secrets = secrets
        self.publicOrigin = publicOrigin
        self.passwords = passwords
    }

    /// Today in Amsterdam.
    public var today: CalendarDate { time.today(at: now()) }

    /// A fresh uuid of version 7.
    public func newUUID() -> UUID { TimeOrderedUUID.make(at: now(), randomBytes: randomBytes(10)) }

    /// A fresh id of any kind.
    public func newID<Tag>(_: Identifier<Tag>.Type = Identifier<Tag>.self) -> Identifier<Tag> { Identifier(newUUID()) }

    /// A fresh public reference (kenmerk).
    public func newReference() -> Reference {
        Reference(randomValue: randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}

/// Who does something, and the form they did it with.
public struct Actor: Hashable, Sendable {
    public let staffMemberID: StaffMember.ID
    public let teamID: Team.ID
    public let regionCode: RegionCode

    public init(staffMemberID: StaffMember.ID, teamID: Team.ID, regionCode: RegionCode) {
        self.staffMemberID = staffMemberID
        self.teamID = teamID
        self.regionCode = regionCode
    }

    public var acting: Acting {
        Acting(
            staffMemberID: staffMemberID,
            teamID: teamID,
            regionCode: regionCode,
            role: StaffRole.coordinator.rawValue
        )
    }
}

extension World {
    /// Runs an action once per submitted form: one transaction as this actor, with the submission's row in it. A form that
    /// was sent twice leads to the result of the first time; `body` returns the path that shows what happened.
    public func once(
        _ submission: UUID?,
        by actor: Actor,
        action: String,
        file: StaticString = #fileID,
        line: UInt = #line,
        _ body: (Connection) async throws -> String
    ) async throws -> String {
        try await once(submission, as: actor.acting, action: action, file: file, line: line, body)
    }

    /// The same for anyone who acts: staff outside a team, or a candidate in the own file. A visitor and a practice have no
    /// submissions, since nobody could tell theirs apart: give nil.
    public func once(
        _ submission: UUID?,
        as acting: Acting,
        action: String,
        file: StaticString = #fileID,
        line: UInt = #line,
        _ body: (Connection) async throws -> String
    ) async throws -> String {
        guard let submission else {
            return try await database.transaction(as: acting, file: file, line: line, body)
        }
        do {
            return try await database.transaction(as: acting, file: file, line: line) { connection in
                if let earlier = try await SubmissionStore.result(of: submission, action: action, on: connection) {
                    return earlier
                }
                let result = try await body(connection)
                try await SubmissionStore.insert(
                    submission,
                    by: acting,
                    action: action,
                    result: result,
                    at: now(),
                    on: connection
                )
                return result
            }
        } catch let error as DatabaseError where error.constraint == "submissions_pkey" {
            let earlier = try await database.transaction(as: acting, file: file, line: line) { connection in
                try await SubmissionStore.result(of: submission, action: action, on: connection)
            }
            // Someone else's number, or that of another form: nobody gets it from a page of ours.
            guard let earlier else { throw formIsUsed }
            return earlier
        }
    }
}

/// The number of this form stands for something else already.
private let formIsUsed = Conflict(
    code: "form_used",
    message: "Dit formulier is al eerder verstuurd. Ververs de pagina, vul het opnieuw in en verstuur het nog een keer."
)
