import Foundation
import Postgres
import Store

/// Turns raw settings into what they mean, and collects everything that is wrong instead of stopping at the first.
struct ConfigurationReader {
    private let values: [String: String]
    let files: [ConfigurationSource.File]
    private(set) var problems: [String]

    init(_ source: ConfigurationSource) {
        values = source.values
        files = source.files
        problems = source.problems
    }

    func text(_ setting: Setting) -> String? { values[setting.rawValue] }

    /// - Parameter expected: what it must be, as it ends a sentence.
    mutating func value<Value>(_ setting: Setting, _ expected: String, _ read: (String) -> Value?) -> Value? {
        guard let text = text(setting) else { return nil }
        guard let value = read(text) else {
            problems.append("\(setting.rawValue) must be \(expected)")
            return nil
        }
        return value
    }

    /// One key, or several separated by commas, the newest first.
    mutating func keys(_ setting: Setting, anonymousID: String? = nil) -> [NamedKey] {
        let keys = value(
            setting,
            anonymousID == nil
                ? "an id, a colon and at least 64 hexadecimal digits; make the digits with: openssl rand -hex 32"
                : "at least 64 hexadecimal digits; make them with: openssl rand -hex 32"
        ) { text in
            let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            let keys = parts.compactMap { NamedKey($0, anonymousID: anonymousID) }
            return keys.count == parts.count ? keys : nil
        }
        guard let keys else { return [] }
        if Set(keys.map(\.id)).count < keys.count { problems.append("\(setting.rawValue) has two keys with one id") }
        return keys
    }

    mutating func databases() -> Configuration.Databases? {
        guard text(.databaseURL) != nil else {
            for other in [Setting.matcherDatabaseURL, .migrationDatabaseURL] where text(other) != nil {
                problems.append("\(other.rawValue) is set but \(Setting.databaseURL.rawValue) is not")
            }
            return nil
        }
        let application = connection(.databaseURL)
        if text(.matcherDatabaseURL) == nil {
            problems.append(
                "\(Setting.databaseURL.rawValue) is set but \(Setting.matcherDatabaseURL.rawValue) is not; give the "
                    + "same database with the role \(DatabaseRoles.matcher)"
            )
        }
        let matcher = connection(.matcherDatabaseURL)
        let migration = connection(.migrationDatabaseURL)
        guard let application, let matcher else { return nil }
        return Configuration.Databases(application: application, matcher: matcher, migration: migration)
    }

    private mutating func connection(_ setting: Setting) -> ConnectionConfiguration? {
        guard let url = text(setting) else { return nil }
        do {
            return try ConnectionConfiguration(url: url)
        } catch {
            problems.append("\(setting.rawValue): \(error)")
            return nil
        }
    }

    func providerSecrets() -> [String: Secret<String>] {
        var secrets: [String: Secret<String>] = [:]
        for (name, value) in values where name.hasPrefix(Setting.providerSecretPrefix) {
            secrets[String(name.dropFirst(Setting.providerSecretPrefix.count))] = Secret(value)
        }
        return secrets
    }
}
