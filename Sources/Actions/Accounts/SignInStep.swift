import Crypto
public import Domain
import Foundation

/// The first half of a sign-in: someone knew the password, and has still to show the second factor. It travels in a signed
/// cookie for ten minutes, opens no page and ends when the password or second factor changes.
public struct SignInStep: Hashable, Sendable {
    public let staffMemberID: StaffMember.ID
    /// Of the account, when the password was right.
    let version: Int
    let expiresAt: Int

    /// How long it counts.
    public static let seconds = 600

    init(staffMemberID: StaffMember.ID, version: Int, at now: Date) {
        self.staffMemberID = staffMemberID
        self.version = version
        expiresAt = Int(now.timeIntervalSince1970) + Self.seconds
    }

    /// Reads what ``World/text(of:)`` wrote; nil when it is not ours or too old.
    fileprivate init?(text: String, key: SymmetricKey, now: Date) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let id = StaffMember.ID(String(parts[0])), let version = Int(parts[1]),
            let expiresAt = Int(parts[2]), expiresAt > Int(now.timeIntervalSince1970),
            let code = Self.bytes(parts[3]),
            HMAC<SHA256>.isValidAuthenticationCode(
                code,
                authenticating: Self.message("\(id).\(version).\(expiresAt)"),
                using: key
            )
        else { return nil }
        staffMemberID = id
        self.version = version
        self.expiresAt = expiresAt
    }

    fileprivate func text(key: SymmetricKey) -> String {
        let values = "\(staffMemberID).\(version).\(expiresAt)"
        let code = HMAC<SHA256>.authenticationCode(for: Self.message(values), using: key)
        return values + "." + code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func message(_ values: String) -> [UInt8] { Array("doorwijzer sign-in step \(values)".utf8) }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

extension World {
    /// The step for a cookie.
    public func text(of step: SignInStep) -> String { step.text(key: SymmetricKey(data: secrets.form.bytes)) }

    /// The step a cookie brought.
    public func signInStep(_ text: String) -> SignInStep? {
        SignInStep(text: text, key: SymmetricKey(data: secrets.form.bytes), now: now())
    }
}
