/// Where staff of an organisation sign in already, such as Entra ID or SURFconext. It vouches for a person by issuer and
/// subject; never by a mail address, which can change hands.
public enum IdentityProvider {
    public typealias ID = Identifier<IdentityProvider>

    /// Whether a setting may hold the secret of a provider. Nothing else in the configuration can be named, so that no
    /// registration can send another secret to someone else's address.
    public static func isSecretName(_ name: String) -> Bool {
        name.hasPrefix(secretPrefix) && name.utf8.count <= 64 && name.utf8.count > secretPrefix.utf8.count
            && name.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
            }
    }

    /// How every such setting begins.
    public static let secretPrefix = "DOORWIJZER_OIDC_"
}
