/// Every setting there is. A name that is not here, is a mistake, and said so.
enum Setting: String, CaseIterable {
    case databaseURL = "DATABASE_URL"
    case matcherDatabaseURL = "MATCHER_DATABASE_URL"
    case migrationDatabaseURL = "MIGRATION_DATABASE_URL"
    case formSecret = "DOORWIJZER_FORM_SECRET"
    case sealKey = "DOORWIJZER_SEAL_KEY"
    case hashKey = "DOORWIJZER_HASH_KEY"
    case origin = "DOORWIJZER_ORIGIN"
    case mail = "DOORWIJZER_MAIL"
    case mailPassword = "DOORWIJZER_MAIL_PASSWORD"
    case mailFrom = "DOORWIJZER_MAIL_FROM"
    case trustedProxies = "DOORWIJZER_TRUSTED_PROXIES"
    case contactPhone = "DOORWIJZER_CONTACT_PHONE"
    case contactMail = "DOORWIJZER_CONTACT_MAIL"
    case securityContact = "DOORWIJZER_SECURITY_CONTACT"
    case logLevel = "LOG_LEVEL"

    /// Names the file with the other settings; only in the environment.
    static let configurationFile = "DOORWIJZER_CONFIG"
    /// `DOORWIJZER_OIDC_SECRET_SURFCONEXT` is the secret that a provider calls `SURFCONEXT`.
    static let providerSecretPrefix = "DOORWIJZER_OIDC_SECRET_"
    static let fileSuffix = "_FILE"

    /// Whether the value may also stand in a file of its own, named by this setting with `_FILE`.
    var isSecret: Bool {
        switch self {
        case .databaseURL, .matcherDatabaseURL, .migrationDatabaseURL, .formSecret, .sealKey, .hashKey, .mailPassword:
            true
        default: false
        }
    }

    static func isSecret(_ name: String) -> Bool {
        Setting(rawValue: name)?.isSecret ?? isProviderSecret(name)
    }

    static func isKnown(_ name: String) -> Bool {
        if name.hasSuffix(fileSuffix) {
            let secret = String(name.dropLast(fileSuffix.count))
            return isSecret(secret)
        }
        return Setting(rawValue: name) != nil || isProviderSecret(name)
    }

    private static func isProviderSecret(_ name: String) -> Bool {
        let rest = name.dropFirst(providerSecretPrefix.count)
        return name.hasPrefix(providerSecretPrefix) && !rest.isEmpty
            && rest.utf8.allSatisfy { $0 == 95 || (65...90).contains($0) || (48...57).contains($0) }
    }
}
