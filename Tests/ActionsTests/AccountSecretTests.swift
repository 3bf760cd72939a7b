import Foundation
import QRCode
import Testing

@testable import Actions

/// What stands between a guesser and an account, each against its standard.
@Suite struct AccountSecretTests {
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes equal the test values of RFC 6238`(seconds: Int, expected: String) {
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let moment = Date(timeIntervalSince1970: TimeInterval(seconds))
        #expect(code.code(step: OneTimeCode.step(at: moment), digits: 8) == expected)
        #expect(code.code(step: OneTimeCode.step(at: moment)) == String(expected.suffix(6)))
    }

    @Test func `a code counts one step early and late, once, and never an older one`() {
        let code = OneTimeCode(secret: Array(repeating: 3, count: 20))
        let moment = Date(timeIntervalSince1970: 1_800_000_000)
        let now = OneTimeCode.step(at: moment)
        for step in now - 1...now + 1 {
            #expect(code.step(of: code.code(step: step), at: moment, after: -1) == step)
            #expect(code.step(of: code.code(step: step), at: moment, after: step) == nil)
        }
        #expect(code.step(of: code.code(step: now - 2), at: moment, after: -1) == nil)
        #expect(code.step(of: code.code(step: now + 2), at: moment, after: -1) == nil)
        #expect(code.step(of: String(code.code(step: now).prefix(5)), at: moment, after: -1) == nil)
        let spaced = code.code(step: now).prefix(3) + " " + code.code(step: now).suffix(3)
        #expect(code.step(of: String(spaced), at: moment, after: -1) == now)
    }

    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `Base32 equals the test values of RFC 4648`(plain: String, encoded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == encoded)
        #expect(Base32.decode(encoded.lowercased()) == Array(plain.utf8))
    }

    @Test func `the address for the app names account and service, and nothing in it breaks the address`() {
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(
            code.uri(account: "jo+werk@rho.example", issuer: "Doorwijzer")
                == "otpauth://totp/Doorwijzer:jo%2Bwerk%40rho.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Doorwijzer&algorithm=SHA1&digits=6&period=30"
        )
    }

    @Test func `a QR code has its three corners and grows with the text`() throws {
        let small = try QRSquare("doorwijzer").rows
        #expect(small.count == 21 && small.allSatisfy { $0.count == 21 })
        let ring = "1111111 1000001 1011101 1011101 1011101 1000001 1111111"
        for (top, left) in [(0, 0), (0, 14), (14, 0)] {
            let corner = small[top..<top + 7].map { row in
                String(row[left..<left + 7].map { $0 ? "1" : "0" })
            }
            #expect(corner.joined(separator: " ") == ring)
        }
        #expect(try QRSquare(String(repeating: "abc", count: 60)).rows.count > 40)
        #expect(throws: TextTooLong.self) { try QRSquare(String(repeating: "a", count: 4_000)) }
        #expect(throws: TextTooLong.self) { try QRSquare("a\0b") }
    }

    @Test func `a recovery code is read whatever its capitals, spaces and look-alikes`() throws {
        let text = RecoveryCode.text(randomBytes: [1, 2, 3, 4, 5, 6, 7])
        #expect(text.count == 11)
        let hash = try #require(RecoveryCode.hash(of: text))
        #expect(RecoveryCode.hash(of: " " + text.uppercased().replacing("-", with: " ")) == hash)
        #expect(RecoveryCode.hash(of: "01234-56789") == RecoveryCode.hash(of: "O1234-56789"))
        #expect(RecoveryCode.hash(of: "123456") == nil)
        #expect(RecoveryCode.hash(of: "uuuuu-uuuuu") == nil)
        let all = Set((0..<200).map { RecoveryCode.text(randomBytes: [0, 0, 0, 0, 0, UInt8($0), UInt8($0)]) })
        #expect(all.count == 200)
    }

    @Test func `a sealed secret opens for its owner with its key, and for nobody else`() throws {
        let (key, nonce) = ([UInt8](repeating: 9, count: 32), [UInt8](repeating: 1, count: 12))
        let sealed = try SealedSecret.seal([1, 2, 3], for: "jo", key: key, nonce: nonce)
        #expect(try SealedSecret.open(sealed, for: "jo", key: key) == [1, 2, 3])
        #expect(throws: (any Error).self) { try SealedSecret.open(sealed, for: "an", key: key) }
        #expect(throws: (any Error).self) { try SealedSecret.open(sealed, for: "jo", key: key.map { $0 + 1 }) }
        for index in sealed.indices {
            var bent = sealed
            bent[index] ^= 1
            #expect(throws: (any Error).self) { try SealedSecret.open(bent, for: "jo", key: key) }
        }
    }

    @Test func `scrypt equals the test value of RFC 7914`() throws {
        let cost = try #require(PasswordCost(text: "ln=10,r=8,p=16"))
        let hash = try PasswordHash("password", cost: cost, salt: Array("NaCl".utf8))
        let expected = "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        let bytes = stride(from: 0, to: 64, by: 2).map { UInt8(expected.dropFirst($0).prefix(2), radix: 16) ?? 0 }
        #expect("\(hash)".hasSuffix("$" + Data(bytes).base64EncodedString().filter { $0 != "=" }))
        #expect("\(hash)".hasPrefix("$scrypt$ln=10,r=8,p=16$TmFDbA$"))
    }

    @Test func `a stored password is read back, and one letter makes the difference`() throws {
        let hash = try PasswordHash("vier woorden zijn genoeg", cost: .lowest, salt: Array(1...16))
        let read = try #require(PasswordHash(stored: "\(hash)"))
        #expect(read == hash)
        #expect(try read.matches("vier woorden zijn genoeg"))
        #expect(try !read.matches("vier woorden zijn genoeg."))
        #expect(try !read.matches(""))
        // The same letters, composed in two ways.
        let café = try PasswordHash("caf\u{E9} op de hoek", cost: .lowest, salt: Array(1...16))
        #expect(try café.matches("cafe\u{301} op de hoek"))
    }

    @Test(arguments: [
        "", "$scrypt$ln=4,r=1,p=1$$", "$argon2id$v=19$m=1$a$b", "$scrypt$ln=40,r=8,p=1$AAAA$AAAA", "wachtwoord",
        "$scrypt$ln=4,r=1$AAAA$AAAA", "$scrypt$ln=4,r=1,p=1$AAAA$AAAA",
    ])
    func `what is no stored password is none`(text: String) {
        #expect(PasswordHash(stored: text) == nil)
    }

    @Test func `an unknown account costs the same work as a known one, and cheap hashes are seen`() async throws {
        let hasher = PasswordHasher(cost: .lowest)
        let stored = try await hasher.hash("een lang wachtwoord", salt: Array(1...16))
        let before = hasher.count
        #expect(try await hasher.check("een lang wachtwoord", against: stored))
        #expect(try await !hasher.check("een lang wachtwoord", against: nil))
        #expect(hasher.count == before + 2)
        #expect(!hasher.isOutdated(stored))
        #expect(PasswordHasher().isOutdated(stored))
    }

    @Test func `a flood of sign-ins is turned away beyond what may wait, and all others are served`() async throws {
        let hasher = PasswordHasher(cost: try #require(PasswordCost(text: "ln=12,r=8,p=1")))
        let answers = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<300 {
                group.addTask { try? await hasher.check("wie weet wat dit is", against: nil) }
            }
            var answers: [Bool?] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
        #expect(answers.contains(nil))
        #expect(answers.count { $0 == false } == hasher.count)
        #expect(try await !hasher.check("daarna gaat het weer", against: nil))
    }
}
