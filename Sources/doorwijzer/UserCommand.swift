import Actions
import ArgumentParser
import Domain
import Foundation
import Postgres
import Store

/// `doorwijzer user`: the first administrator of an installation, and who has an account.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Make the first administrator, list accounts, close one.",
        discussion: "Works as the owner of the schema. Everyone else is invited by an administrator, in the pages.",
        subcommands: [Add.self, List.self, Disable.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add someone and print the link with which they choose a password.",
            discussion: """
                The link works once, for seven days; give it to that person only. Run it again for a new link while the \
                first was not used.
                """
        )

        @OptionGroup var database: DatabaseOptions
        @Option(help: "The mail address they sign in with.")
        var mail: String
        @Option(help: "Their name.")
        var name: String
        @Option(help: "Their telephone number.")
        var phone = ""
        @Option(help: "fund_administrator, fund or organisation_administrator.")
        var role = StaffRole.fundAdministrator.rawValue
        @Option(
            help: ArgumentHelp(
                "The organisation they work for, by slug; the fund when left out.",
                valueName: "slug"
            )
        )
        var organisation: String?

        func validate() throws {
            guard EmailAddress(mail) != nil else { throw ValidationError("--mail must be a mail address") }
            guard !name.trimmingCharacters(in: .whitespaces).isEmpty else {
                throw ValidationError("--name must not be empty")
            }
            guard let role = StaffRole(rawValue: role), KeepAccounts.roles.contains(role) else {
                let names = KeepAccounts.roles.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--role must be one of \(names)")
            }
            guard role != .organisationAdministrator || organisation != nil else {
                throw ValidationError("an organisation_administrator needs --organisation")
            }
        }

        func run() async throws {
            guard let mail = EmailAddress(mail), let role = StaffRole(rawValue: role) else { return }
            try await Installation.with(database) { installation in
                let accounts = KeepAccounts(world: installation.world, owner: try installation.requireOwner())
                do {
                    let link = try await accounts.add(
                        .init(name: name, mail: mail, phone: phone, role: role, organisation: organisation)
                    )
                    Terminal.note(
                        "\(name) can choose a password here, once, until \(link.expiresAt.formatted(.iso8601)):"
                    )
                    Terminal.say(link.url)
                } catch is NotFound {
                    throw Failure(.data, "there is no organisation with the slug \"\(organisation ?? "")\"")
                } catch is Conflict {
                    throw Failure(.data, "\(mail) has an account that is in use or closed; see: doorwijzer user list")
                }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the accounts: mail, name, organisation, roles and state, by tab."
        )

        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Installation.with(database, needsKeys: false) { installation in
                let accounts = KeepAccounts(world: installation.world, owner: try installation.requireOwner())
                for row in try await accounts.list() {
                    let state =
                        row.isClosed
                        ? "closed" : !row.hasPassword ? "invited" : row.hasSecondFactor ? "active" : "no second factor"
                    Terminal.say([row.mail, row.name, row.organisationName, row.roles, state].joined(separator: "\t"))
                }
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable",
            abstract: "Close an account: every session ends at once."
        )

        @OptionGroup var database: DatabaseOptions
        @Option(help: "The mail address they sign in with.")
        var mail: String

        func validate() throws {
            guard EmailAddress(mail) != nil else { throw ValidationError("--mail must be a mail address") }
        }

        func run() async throws {
            guard let mail = EmailAddress(mail) else { return }
            try await Installation.with(database, needsKeys: false) { installation in
                let accounts = KeepAccounts(world: installation.world, owner: try installation.requireOwner())
                do {
                    try await accounts.close(mail)
                    Terminal.note("The account of \(mail) is closed.")
                } catch is NotFound {
                    throw Failure(.data, "there is no account with the address \(mail)")
                } catch is Conflict {
                    throw Failure(.data, "\(mail) is the last administrator of the fund; add another one first")
                }
            }
        }
    }
}
