public import Domain
import Foundation

/// Text about a person that has to travel in an address, such as the name someone searches for. Addresses stay behind in
/// histories and logs, so it is sealed there, for one staff member, with a key that only the service has.
public struct PrivateText: Sendable {
    private let world: World
    private let owner: StaffMember.ID

    public init(world: World, owner: StaffMember.ID) {
        self.world = world
        self.owner = owner
    }

    /// The longest token that is looked at, in bytes.
    private static let mostBytes = 2_000

    /// base64url, different at each call.
    public func sealed(_ text: String) throws -> String {
        let nonce = world.randomBytes(SealedSecret.nonceByteCount)
        let key = world.secrets.seals[0].bytes
        let data = try SealedSecret.seal(Array(text.utf8), for: associated, key: key, nonce: nonce)
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What ``sealed(_:)`` sealed for the same person, with any key that still counts; nil for anything else.
    public func opened(_ token: String) -> String? {
        guard token.utf8.count <= Self.mostBytes else { return nil }
        let padding = String(repeating: "=", count: (4 - token.utf8.count % 4) % 4)
        let text = token.replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: text) else { return nil }
        for key in world.secrets.seals {
            if let bytes = try? SealedSecret.open(data, for: associated, key: key.bytes) {
                return String(validating: bytes, as: UTF8.self)
            }
        }
        return nil
    }

    private var associated: String { "address \(owner)" }
}
