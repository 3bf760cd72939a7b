/// Keys from the configuration. The database never has them, so that a copy of it alone opens nothing. Printed, they say
/// nothing.
public struct Secrets: Sendable, CustomStringConvertible, CustomReflectable {
    /// One key with the name under which rows remember it, so that it can be replaced.
    public struct Key: Sendable, CustomStringConvertible, CustomReflectable {
        public let id: String
        /// At least 32 bytes.
        public let bytes: [UInt8]

        public init(id: String, bytes: [UInt8]) {
            self.id = id
            self.bytes = bytes
        }

        public var description: String { "key \(id)" }
        public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
    }

    /// For the tokens in forms.
    public let form: Key
    /// Seals the secrets of second factors (AES-GCM); the first is used for new ones, the others open old ones.
    public let seals: [Key]
    /// Keyed hashes (HMAC): of names and birth dates to find one person twice, of addresses to count wrong guesses.
    public let hash: Key
    /// Hash keys that were replaced: what was made with them is still found.
    public let olderHashes: [Key]

    public init(form: Key, seals: [Key], hash: Key, olderHashes: [Key] = []) {
        precondition(!seals.isEmpty, "there is at least one key to seal with")
        self.form = form
        self.seals = seals
        self.hash = hash
        self.olderHashes = olderHashes
    }

    /// The key that makes hashes now, and those before it.
    var hashes: [Key] { [hash] + olderHashes }

    public var description: String { "secrets" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
