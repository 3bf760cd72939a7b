import ArgumentParser
import Domain
import Foundation
import HTTPBase
import Logging
import Postgres
import Store

/// Everything an installation is told from outside, read and checked once at boot. What a person would have to type anew
/// is refused with a sentence; no sentence repeats a value.
struct Configuration: Sendable {
    /// Where the databases are, each with its own role.
    struct Databases: Sendable {
        let application: ConnectionConfiguration
        let matcher: ConnectionConfiguration
        /// The owner of the schema: for `migrate` and `seed`, not for serving.
        let migration: ConnectionConfiguration?
    }

    /// Nil when `DATABASE_URL` is not set: then the installation has a private database.
    let databases: Databases?
    /// For the tokens in forms.
    let formKey: NamedKey?
    /// For secrets of second factors. The first seals, all of them open.
    let sealKeys: [NamedKey]
    /// For finding doubles and for counters of failed tries. The first is used, the others still recognise.
    let hashKeys: [NamedKey]
    /// Where people find the service; links in mail begin with it.
    private(set) var origin: PublicOrigin?
    let mail: MailRoute?
    let mailPassword: Secret<String>?
    let mailFrom: EmailAddress?
    /// Whose `X-Forwarded-For` is believed.
    let trustedProxies: [AddressRange]
    let contactPhone: String
    let contactMail: String
    /// Whom to tell about a leak: `mailto:…` or `https://…`.
    let securityContact: String?
    /// Secrets of identity providers by the name a provider refers to, e.g. `SURFCONEXT`.
    let providerSecrets: [String: Secret<String>]
    let logLevel: Logger.Level
    /// Files with settings or secrets that were read.
    let files: [ConfigurationSource.File]

    /// Between the sentences of a failure, so that each line on the terminal says who speaks.
    static let problemSeparator = "\ndoorwijzer: "

    /// Reads the environment and the file it or the command line names.
    ///
    /// - Parameter file: given on the command line; else `DOORWIJZER_CONFIG`, else none.
    /// - Throws: ``Failure`` that names everything that is wrong.
    static func load(
        file: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Configuration {
        let path = file ?? environment[Setting.configurationFile].flatMap { $0.isEmpty ? nil : $0 }
        var reader = ConfigurationReader(ConfigurationSource(file: path, environment: environment))
        let configuration = Configuration(&reader)
        guard reader.problems.isEmpty else {
            throw Failure(.configuration, reader.problems.joined(separator: problemSeparator))
        }
        return configuration
    }

    /// The same for a service that stands at this address when nobody said otherwise.
    func standing(at address: String) -> Configuration {
        var copy = self
        copy.origin = origin ?? PublicOrigin(address)
        return copy
    }

    /// The secret of an identity provider, by the name its row holds: `SURFCONEXT` or the whole name of the setting.
    func providerSecret(named name: String) -> Secret<String>? {
        let prefix = Setting.providerSecretPrefix
        return providerSecrets[name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name]
    }

    private init(_ reader: inout ConfigurationReader) {
        databases = reader.databases()
        formKey = reader.keys(.formSecret, anonymousID: "1").first
        sealKeys = reader.keys(.sealKey)
        hashKeys = reader.keys(.hashKey)
        origin = reader.value(.origin, "an address such as https://doorwijzer.nl, in lower case and without a path") {
            PublicOrigin($0)
        }
        mail = reader.value(.mail, "folder:PATH, sendmail:PATH or smtp://user@host:port") { MailRoute($0) }
        mailPassword = reader.text(.mailPassword).map { Secret($0) }
        mailFrom = reader.value(.mailFrom, "a mail address") { EmailAddress($0) }
        trustedProxies =
            reader.value(.trustedProxies, "addresses or blocks separated by commas, e.g. 127.0.0.1,::1") { text in
                let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                let ranges = parts.compactMap { AddressRange($0) }
                return ranges.count == parts.count ? ranges : nil
            } ?? []
        contactPhone =
            reader.value(.contactPhone, "a telephone number such as 088 123 4567") { text in
                PhoneNumber(text).map { _ in text }
            } ?? ""
        contactMail = reader.value(.contactMail, "a mail address") { EmailAddress($0) }?.rawValue ?? ""
        securityContact = reader.value(.securityContact, "mailto:ADDRESS or an address with https://") { text in
            let isMail = text.hasPrefix("mailto:") && EmailAddress(String(text.dropFirst(7))) != nil
            let isPage = text.hasPrefix("https://") && URL(string: text)?.host() != nil && !text.contains(" ")
            return isMail || isPage ? text : nil
        }
        providerSecrets = reader.providerSecrets()
        logLevel =
            reader.value(.logLevel, "trace, debug, info, notice, warning, error or critical") {
                Logger.Level(rawValue: $0.lowercased())
            } ?? .warning
        files = reader.files
    }
}

/// How mail leaves.
enum MailRoute: Hashable, Sendable {
    /// Each mail becomes a file; for development.
    case folder(String)
    /// A program that takes a mail on its standard input, such as `/usr/sbin/sendmail`.
    case sendmail(String)
    /// A relay; the password is a setting of its own.
    case smtp(user: String?, host: String, port: Int)

    /// Reads `folder:PATH`, `sendmail:PATH` or `smtp://user@host:port`.
    init?(_ text: String) {
        if text.hasPrefix("folder:"), text.count > 7 {
            self = .folder(String(text.dropFirst(7)))
        } else if text.hasPrefix("sendmail:/") {
            self = .sendmail(String(text.dropFirst(9)))
        } else if text.hasPrefix("smtp://"), let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
            url.password == nil, url.path.isEmpty || url.path == "/", url.query == nil
        {
            self = .smtp(user: url.user, host: host, port: url.port ?? 587)
        } else {
            return nil
        }
    }
}

/// Where settings come from, for every command that needs them.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with settings, one NAME=VALUE per line; the environment wins.",
            discussion: "Without it the file that DOORWIJZER_CONFIG names, if any.",
            valueName: "file"
        )
    )
    var config: String?

    func load() throws -> Configuration { try Configuration.load(file: config) }
}
