/// Where staff of an organisation sign in already, such as Entra ID or SURFconext. It vouches for a person by issuer and
/// subject; never by a mail address, which can change hands.
public enum IdentityProvider {
    public typealias ID = Identifier<IdentityProvider>

    /// Whether this can name the setting that holds the secret of a provider, e.g. `SURFCONEXT`. The setting's own name
    /// has a fixed beginning, so that no registration can send another secret to someone else's address.
    public static func isSecretName(_ name: String) -> Bool { name.wholeMatch(of: /[A-Z][A-Z0-9_]{0,39}/) != nil }

    /// Whether this can stand for a provider in our addresses.
    public static func isSlug(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
    }
}
