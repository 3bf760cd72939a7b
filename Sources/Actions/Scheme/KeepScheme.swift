public import Domain
public import Foundation
import Postgres
import Store

/// The rules of the years, kept by the administrator of the fund.
public struct KeepScheme: Sendable {
    let world: World

    public init(world: World) { self.world = world }

    /// - Throws: `Rejected` on `jaar` when the year is there already; `Forbidden` for whoever does not set rules.
    public func add(_ rules: SchemeYear, by member: FundMember, submission: UUID?) async throws -> String {
        try require(member)
        return try await explainingScheme(nil) {
            try await world.once(submission, as: member.acting, action: "add_scheme_year") { connection in
                try await SchemeStore.insert(rules, on: connection)
                return "/fonds/regeling/\(rules.year)"
            }
        }
    }

    /// - Throws: `Rejected` on `budget` when more was granted already; `Conflict` when the version is not the present one.
    public func change(_ rules: SchemeYear, by member: FundMember, submission: UUID?) async throws -> String {
        try require(member)
        let year = try await world.database.transaction(as: member.acting) { connection in
            try await SchemeStore.find(rules.year, on: connection)
        }
        guard let year else { throw NotFound() }
        return try await explainingScheme(year) {
            try await world.once(submission, as: member.acting, action: "change_scheme_year") { connection in
                try requirePresent(try await SchemeStore.update(rules, on: connection))
                return "/fonds/regeling/\(rules.year)"
            }
        }
    }

    private func require(_ member: FundMember) throws {
        guard member.setsRules else { throw Forbidden("Alleen een beheerder van het fonds wijzigt de regels.") }
    }
}
