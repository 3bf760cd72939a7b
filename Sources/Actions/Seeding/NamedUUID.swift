import Crypto
public import Foundation

/// Ids of things that are known by a name, so that they are the same in every installation.
public enum NamedUUID {
    /// The first 16 bytes of SHA-256 of `kind:name`, with version 8 and the variant of RFC 9562 in their places.
    ///
    /// In use: `organisation:slug`, `school:slug`; in the demo also `demo-team:slug:region` and
    /// `demo-staff:slug:region:number`.
    public static func make(_ kind: String, _ name: String) -> UUID {
        var b = Array(SHA256.hash(data: Data("\(kind):\(name)".utf8)).prefix(16))
        b[6] = b[6] & 0x0F | 0x80
        b[8] = b[8] & 0x3F | 0x80
        return UUID(
            uuid: (
                b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]
            )
        )
    }
}
