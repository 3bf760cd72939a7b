import Actions
import ArgumentParser
import Domain
import Foundation
import HTTPBase
import Postgres
import Store

/// `doorwijzer provider`: where staff may sign in with the account of their own organisation (OpenID Connect).
struct ProviderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider",
        abstract: "Let staff sign in with the account of their organisation, by OpenID Connect.",
        discussion: """
            People are known by issuer and subject, never by mail address: each links the own account once, on the \
            account page. The provider asks for the second factor. The client secret is a setting, \
            \(Setting.providerSecretPrefix)NAME; only its NAME is kept in the database.
            """,
        subcommands: [Add.self, List.self, Disable.self, Enable.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a provider.",
            discussion: """
                For Entra ID the issuer is https://login.microsoftonline.com/TENANT/v2.0 with the id of the tenant, for \
                SURFconext https://connect.surfconext.nl. The provider is asked what it says of itself first.
                """
        )

        @OptionGroup var database: DatabaseOptions
        @Option(help: ArgumentHelp("The organisation it belongs to, by name or id.", valueName: "name or id"))
        var organisation: String
        @Option(help: "What people call it: it stands on the button.")
        var name: String
        @Option(help: "How it is called in addresses, e.g. zorgrand.")
        var slug: String
        @Option(help: "The issuer, exactly as the provider writes it.")
        var issuer: String
        @Option(help: "Our client id at the provider.")
        var clientID: String
        @Option(help: ArgumentHelp("Names the setting with our client secret.", valueName: "NAME"))
        var secret: String
        @Flag(help: "Register without asking the provider first.")
        var offline = false

        func validate() throws {
            guard ProviderAddress.isIssuer(issuer) else {
                throw ValidationError("--issuer must be an address with https and without a query")
            }
            guard IdentityProvider.isSlug(slug) else {
                throw ValidationError("--slug must be small letters, digits and single hyphens, at most 40")
            }
            guard IdentityProvider.isSecretName(secret) else {
                throw ValidationError("--secret must be capitals, digits and underscores, e.g. SURFCONEXT")
            }
            for (option, text, most) in [("--name", name, 60), ("--client-id", clientID, 200)] {
                guard (1...most).contains(text.trimmingCharacters(in: .whitespaces).count) else {
                    throw ValidationError("\(option) must have 1 to \(most) characters")
                }
            }
        }

        func run() async throws {
            try await Installation.with(database, needsKeys: false) { installation in
                if !offline { try await ask(installation) }
                let id: IdentityProvider.ID = installation.world.newID()
                try await register(id, installation)
                let setting = Setting.providerSecretPrefix + secret
                let isSet = installation.configuration.providerSecrets[secret] != nil
                Terminal.say(
                    """
                    Registered \(name).
                    At the provider, allow this address to return to: \(installation.world.publicOrigin)/oidc/terug
                    \(isSet ? "The secret is set" : "Still needed where the service runs: the client secret") (\(setting)).
                    """
                )
            }
        }

        private func ask(_ installation: Installation) async throws {
            let http = ProviderHTTP()
            let result: Result<Void, any Error>
            do {
                try await ProviderDirectory(http: http, now: installation.world.now).check(issuer)
                result = .success(())
            } catch {
                result = .failure(error)
            }
            await http.shutdown()
            do { try result.get() } catch let failure as ProviderFailure {
                throw Failure(.unavailable, "\(failure.sentence); with --offline it is registered all the same")
            }
        }

        private func register(_ id: IdentityProvider.ID, _ installation: Installation) async throws {
            do {
                try await installation.requireOwner().transaction(as: .visitor) { connection in
                    guard let organisation = try await ProviderStore.organisation(organisation, on: connection) else {
                        throw Failure(.data, "there is no organisation \"\(organisation)\"")
                    }
                    try await ProviderStore.insert(
                        id,
                        organisation: organisation,
                        name: name.trimmingCharacters(in: .whitespaces),
                        slug: slug,
                        issuer: issuer,
                        clientID: clientID,
                        secretName: secret,
                        on: connection
                    )
                }
            } catch let error as DatabaseError where error.constraint == "oidc_providers_issuer_key" {
                throw Failure(.data, "this issuer is registered already; see: doorwijzer provider list")
            } catch let error as DatabaseError where error.constraint == "oidc_providers_slug_key" {
                throw Failure(.data, "another provider is called \(slug) already; choose another --slug")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show every provider, and whether its secret is set.")

        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Installation.with(database, needsKeys: false) { installation in
                let rows = try await installation.world.database.transaction(as: .visitor) { connection in
                    try await ProviderStore.all(on: connection)
                }
                for row in rows {
                    let isSet = installation.configuration.providerSecrets[row.secretName] != nil
                    let fields = [
                        row.slug, row.isEnabled ? "open" : "closed", row.name, row.organisationName, row.issuer,
                        row.clientID, "\(Setting.providerSecretPrefix)\(row.secretName) \(isSet ? "set" : "missing")",
                    ]
                    Terminal.say(fields.joined(separator: "\t"))
                }
                if rows.isEmpty { Terminal.note("No provider is registered.") }
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a provider: nobody signs in there any more.",
            discussion:
                "Links stay. Sessions that have begun go on; an account is closed on the page of the organisation."
        )

        @OptionGroup var database: DatabaseOptions
        @Argument(help: "How it is called in addresses.")
        var slug: String

        func run() async throws { try await ProviderCommand.set(false, slug, database) }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a provider again.")

        @OptionGroup var database: DatabaseOptions
        @Argument(help: "How it is called in addresses.")
        var slug: String

        func run() async throws { try await ProviderCommand.set(true, slug, database) }
    }

    private static func set(_ isEnabled: Bool, _ slug: String, _ database: DatabaseOptions) async throws {
        try await Installation.with(database, needsKeys: false) { installation in
            let isThere = try await installation.requireOwner().transaction(as: .visitor) { connection in
                try await ProviderStore.setEnabled(isEnabled, slug: slug, on: connection)
            }
            guard isThere else { throw Failure(.data, "no provider is called \(slug); see: doorwijzer provider list") }
            Terminal.note("\(slug) is \(isEnabled ? "open" : "closed").")
        }
    }
}

extension ProviderFailure {
    /// For whoever registers a provider.
    fileprivate var sentence: String {
        switch self {
        case .unreachable: "the provider does not answer"
        case .malformed(let step): "the provider does not answer as OpenID Connect asks (\(step.rawValue))"
        case .wrongIssuer: "the provider calls itself by another name; give --issuer exactly as it writes it"
        case .insecureAddress: "the provider has addresses without https"
        case .unsupported: "the provider has no authorization code with PKCE (S256) and a client secret"
        case .noSecret, .codeRefused, .badToken: "the provider cannot be used"
        }
    }
}
