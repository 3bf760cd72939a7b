import Domain
import Foundation
import HTTPBase
import Logging
import Postgres
import Store

/// What would be unsafe with real people. Every finding says what is wrong and what to do; none repeats a secret.
enum ProductionCheck {
    struct Finding: Hashable, CustomStringConvertible {
        let subject: String
        let problem: String
        let remedy: String

        init(_ subject: String, _ problem: String, _ remedy: String) {
            self.subject = subject
            self.problem = problem
            self.remedy = remedy
        }

        var description: String { "\(subject): \(problem); \(remedy)" }
    }

    // MARK: Settings

    static func settings(_ configuration: Configuration) -> [Finding] {
        address(configuration) + keys(configuration) + mail(configuration) + people(configuration)
            + databases(configuration) + log(configuration)
    }

    private static func address(_ configuration: Configuration) -> [Finding] {
        var findings: [Finding] = []
        if let origin = configuration.origin {
            if !origin.isSecure {
                findings.append(Finding("address", "DOORWIJZER_ORIGIN begins with http", "serve behind TLS, https"))
            }
            if origin.isLoopback || origin.isReservedName {
                findings.append(
                    Finding(
                        "address",
                        "DOORWIJZER_ORIGIN leads people nowhere",
                        "give the name under which the service stands on the internet"
                    )
                )
            }
        } else {
            findings.append(
                Finding(
                    "address",
                    "DOORWIJZER_ORIGIN is not set",
                    "set it, e.g. https://doorwijzer.nl: mail links there"
                )
            )
        }
        if configuration.trustedProxies.isEmpty {
            findings.append(
                Finding(
                    "address",
                    "DOORWIJZER_TRUSTED_PROXIES is not set, so all visitors count as one",
                    "give the address of the proxy, for one on this machine: 127.0.0.1,::1"
                )
            )
        }
        if configuration.trustedProxies.contains(where: \.isEverywhere) {
            findings.append(
                Finding(
                    "address",
                    "DOORWIJZER_TRUSTED_PROXIES trusts half the internet",
                    "give the address of the proxy only, else anyone can pretend to be someone else"
                )
            )
        }
        return findings
    }

    private static func keys(_ configuration: Configuration) -> [Finding] {
        let all = [
            (Setting.formSecret, configuration.formKey.map { [$0] } ?? []), (.sealKey, configuration.sealKeys),
            (.hashKey, configuration.hashKeys),
        ]
        var findings: [Finding] = []
        for (setting, keys) in all {
            if keys.isEmpty {
                findings.append(
                    Finding(
                        "keys",
                        "\(setting.rawValue) is not set",
                        "make one with: openssl rand -hex 32" + (setting == .formSecret ? "" : ", with an id before it")
                    )
                )
            } else if !keys.allSatisfy(\.looksRandom) {
                findings.append(
                    Finding("keys", "\(setting.rawValue) is not random", "make one with: openssl rand -hex 32")
                )
            }
        }
        let bytes = all.flatMap { $0.1 }.map(\.bytes.exposed)
        if Set(bytes).count < bytes.count {
            findings.append(Finding("keys", "two keys are the same", "give every purpose a key of its own"))
        }
        return findings
    }

    private static func mail(_ configuration: Configuration) -> [Finding] {
        var findings: [Finding] = []
        switch configuration.mail {
        case nil:
            findings.append(
                Finding(
                    "mail",
                    "DOORWIJZER_MAIL is not set",
                    "give sendmail:/usr/sbin/sendmail or smtp://user@host:587"
                )
            )
        case .folder:
            findings.append(
                Finding(
                    "mail",
                    "mail goes to a folder and reaches nobody",
                    "set DOORWIJZER_MAIL to sendmail:/usr/sbin/sendmail or smtp://user@host:587"
                )
            )
        case .sendmail(let program):
            if !FileManager.default.isExecutableFile(atPath: program) {
                findings.append(
                    Finding(
                        "mail",
                        "\(program) cannot be run",
                        "install a mail program or give another in DOORWIJZER_MAIL"
                    )
                )
            }
        case .smtp(let user, _, _):
            if user != nil, configuration.mailPassword == nil {
                findings.append(
                    Finding("mail", "the relay has a user but no password", "set DOORWIJZER_MAIL_PASSWORD or its _FILE")
                )
            }
        }
        if configuration.mailFrom == nil {
            findings.append(
                Finding("mail", "DOORWIJZER_MAIL_FROM is not set", "give the address that mail comes from")
            )
        }
        return findings
    }

    private static func people(_ configuration: Configuration) -> [Finding] {
        var findings: [Finding] = []
        for (setting, value) in [
            (Setting.contactPhone, configuration.contactPhone), (.contactMail, configuration.contactMail),
        ] where value.isEmpty {
            findings.append(
                Finding("contact", "\(setting.rawValue) is not set", "every page names a human whom people can reach")
            )
        }
        if configuration.securityContact == nil {
            findings.append(
                Finding(
                    "contact",
                    "DOORWIJZER_SECURITY_CONTACT is not set",
                    "say whom to tell about a leak: mailto:ADDRESS or https://PAGE"
                )
            )
        }
        let hosts = [
            configuration.contactMail, configuration.mailFrom?.rawValue ?? "", configuration.securityContact ?? "",
        ]
        if hosts.contains(where: {
            PublicOrigin("https://" + ($0.split(separator: "@").last ?? ""))?.isReservedName ?? false
        }) {
            findings.append(
                Finding(
                    "contact",
                    "an address of an example stands in the settings",
                    "give addresses that someone reads"
                )
            )
        }
        return findings
    }

    private static func databases(_ configuration: Configuration) -> [Finding] {
        guard let databases = configuration.databases else {
            return [
                Finding(
                    "database",
                    "DATABASE_URL is not set, and the private database is for trying things out",
                    "make a database as the README says and set DATABASE_URL and MATCHER_DATABASE_URL"
                )
            ]
        }
        let named = [
            (Setting.databaseURL, databases.application as ConnectionConfiguration?),
            (.matcherDatabaseURL, databases.matcher), (.migrationDatabaseURL, databases.migration),
        ]
        return named.compactMap { setting, connection in
            guard let connection, !connection.staysOnMachine,
                !["verify-ca", "verify-full"].contains(connection.sslMode)
            else { return nil }
            return Finding(
                "database",
                "\(setting.rawValue) goes over a network without knowing who answers",
                "add sslmode=verify-full and sslrootcert, or use a socket"
            )
        }
    }

    private static func log(_ configuration: Configuration) -> [Finding] {
        guard configuration.logLevel < .info else { return [] }
        return [
            Finding(
                "log",
                "LOG_LEVEL is \(configuration.logLevel), which writes addresses of pages",
                "set it to info or warning"
            )
        ]
    }

    // MARK: Databases

    /// - Parameters:
    ///   - owner: the role that migrates, when it is known here.
    ///   - now: our clock, read together with the application's connection.
    static func connections(
        application: ConnectionFacts,
        matcher: ConnectionFacts,
        owner: ConnectionFacts?,
        now: Date
    ) -> [Finding] {
        var findings: [Finding] = []
        for (name, facts) in [("application", application), ("matcher", matcher)] {
            if facts.isPrivileged || facts.mayAdminister {
                findings.append(
                    Finding(
                        "database",
                        "the role \(facts.role) of the \(name) stands above the walls between teams",
                        "connect as a role that is no superuser and has no BYPASSRLS, CREATEROLE, CREATEDB or REPLICATION"
                    )
                )
            } else if facts.mayOwn {
                findings.append(
                    Finding(
                        "database",
                        "the role \(facts.role) of the \(name) owns tables",
                        "let another role own the schema, and connect as \(DatabaseRoles.application) or "
                            + DatabaseRoles.matcher
                    )
                )
            }
            if !facts.isEncrypted, !facts.isSocketFile, !facts.isLoopback {
                findings.append(
                    Finding("database", "the connection of the \(name) is not encrypted", "add sslmode=verify-full")
                )
            }
        }
        let roles = [application, matcher].map(\.role) + (owner.map { [$0.role] } ?? [])
        if Set(roles).count < roles.count {
            findings.append(
                Finding("database", "two connections have the same role", "give each URL a role of its own")
            )
        }
        let names = [application, matcher].map(\.database) + (owner.map { [$0.database] } ?? [])
        if Set(names).count > 1 {
            findings.append(Finding("database", "the URLs name different databases", "give the same one in each"))
        }
        let difference = abs(now.timeIntervalSince(application.moment))
        if difference > clockTolerance {
            findings.append(
                Finding(
                    "clock",
                    "this machine and the database differ by \(Int(difference)) seconds",
                    "keep both clocks by a time server: timedatectl set-ntp true"
                )
            )
        }
        return findings
    }

    /// Codes of second factors change every 30 seconds.
    static let clockTolerance: TimeInterval = 10

    static func content(_ facts: ContentFacts, _ configuration: Configuration) -> [Finding] {
        var findings = facts.providerSecretNames.filter { configuration.providerSecret(named: $0) == nil }.map { name in
            Finding(
                "sign-in",
                "an identity provider is in use but its secret \(name) is not set",
                "set \(name.hasPrefix(Setting.providerSecretPrefix) ? name : Setting.providerSecretPrefix + name) or its _FILE"
            )
        }
        if facts.isFictional {
            findings.append(
                Finding("content", "there are made-up people in the database", "begin with an empty database")
            )
        }
        if facts.fundAdministrators == 0 {
            findings.append(
                Finding(
                    "content",
                    "nobody administers the fund, so nobody can be invited",
                    "run: doorwijzer user add --role fund_administrator --name NAME --mail ADDRESS"
                )
            )
        }
        return findings
    }
}

extension ConnectionConfiguration {
    /// A socket file or this machine itself.
    fileprivate var staysOnMachine: Bool {
        host.split(separator: ",").allSatisfy {
            $0.hasPrefix("/") || $0 == "localhost" || $0 == "::1" || $0.hasPrefix("127.")
        }
    }
}
