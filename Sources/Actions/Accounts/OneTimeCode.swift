import Crypto
public import Foundation

/// Codes that change with time (TOTP, RFC 6238): HMAC-SHA-1, six digits, steps of thirty seconds.
///
/// SHA-1 because authenticator apps understand nothing else reliably; HMAC does not rest on its collisions (RFC 6238, 1.2).
public struct OneTimeCode: Sendable {
    public static let secretByteCount = 20
    public static let stepSeconds = 30
    public static let digitCount = 6
    /// Clocks of telephones are a little off: one step before and one after count as well (RFC 6238, 5.2).
    static let tolerance: Int64 = 1

    private let secret: [UInt8]

    public init(secret: [UInt8]) { self.secret = secret }

    /// The number of the step in which a moment lies.
    public static func step(at moment: Date) -> Int64 {
        Int64((moment.timeIntervalSince1970 / Double(stepSeconds)).rounded(.down))
    }

    /// The code of a step, with its leading zeros.
    public func code(step: Int64, digits: Int = digitCount) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        // Dynamic truncation (RFC 4226, 5.3): four bytes from where the last one points.
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number)
        return String((String(repeating: "0", count: digits) + text).suffix(digits))
    }

    /// The step whose code was typed, when it is near now and later than the last one that was used: a code works once.
    ///
    /// - Parameter typed: six digits, spaces between them are fine.
    public func step(of typed: String, at moment: Date, after last: Int64) -> Int64? {
        let digits = Array(typed.utf8.filter { $0 != 32 })
        guard digits.count == Self.digitCount else { return nil }
        let now = Self.step(at: moment)
        var found: Int64?
        for step in now - Self.tolerance...now + Self.tolerance where step > last {
            if Self.isSame(Array(code(step: step).utf8), digits) { found = found ?? step }
        }
        return found
    }

    /// What the QR code holds (Key Uri Format of the Google Authenticator project, which all apps read).
    public func uri(account: String, issuer: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.formIntersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
        allowed.insert(charactersIn: "-._~")
        func escaped(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        return "otpauth://totp/\(escaped(issuer)):\(escaped(account))?secret=\(secretText)&issuer=\(escaped(issuer))"
            + "&algorithm=SHA1&digits=\(Self.digitCount)&period=\(Self.stepSeconds)"
    }

    /// The secret for whoever types it over.
    public var secretText: String { Base32.encode(secret) }

    /// Looks at every byte, so that the time taken tells nothing of the first difference.
    static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
