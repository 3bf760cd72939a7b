import Crypto
public import Domain
import Foundation

/// A candidate's assessment to keep and to bring back: what was scored, and a signature that nobody else can make. The keys
/// are Dutch, since people read the file.
public struct AssessmentDocument: Codable, Hashable, Sendable {
    public struct Contents: Codable, Hashable, Sendable {
        public struct Level: Codable, Hashable, Sendable {
            public var gebied: String
            /// In tenths, 10…50; the usual level for route and year where nobody scored.
            public var niveauInTienden: Int
            public var isBeoordeeld: Bool

            public init(gebied: String, niveauInTienden: Int, isBeoordeeld: Bool) {
                self.gebied = gebied
                self.niveauInTienden = niveauInTienden
                self.isBeoordeeld = isBeoordeeld
            }
        }

        public struct Score: Codable, Hashable, Sendable {
            public var code: String
            public var zin: String
            /// 1…5; absent when the candidate did not score it, or "not seen".
            public var zelf: Int?
            public var beoordelaars: [Int]

            public init(code: String, zin: String, zelf: Int?, beoordelaars: [Int]) {
                self.code = code
                self.zin = zin
                self.zelf = zelf
                self.beoordelaars = beoordelaars
            }
        }

        public var naam: String
        public var geboortedatum: String
        public var versieVragenlijst: Int
        public var vorm: String
        public var begonnenOp: String
        public var geldigTotEnMet: String
        public var gemaaktOp: String
        public var opmerking: String
        public var niveaus: [Level]
        public var scores: [Score]

        public init(
            naam: String,
            geboortedatum: CalendarDate,
            versieVragenlijst: Int,
            vorm: AssessmentForm,
            begonnenOp: CalendarDate,
            geldigTotEnMet: CalendarDate,
            gemaaktOp: CalendarDate,
            opmerking: String,
            niveaus: [Level],
            scores: [Score]
        ) {
            self.naam = naam
            self.geboortedatum = geboortedatum.iso8601
            self.versieVragenlijst = versieVragenlijst
            self.vorm = vorm.rawValue
            self.begonnenOp = begonnenOp.iso8601
            self.geldigTotEnMet = geldigTotEnMet.iso8601
            self.gemaaktOp = gemaaktOp.iso8601
            self.opmerking = opmerking
            self.niveaus = niveaus
            self.scores = scores
        }
    }

    public struct Signature: Codable, Hashable, Sendable {
        public var methode: String
        /// The name of the key, so that it can be replaced.
        public var sleutel: String
        /// In hexadecimal digits.
        public var waarde: String
    }

    public let inhoud: Contents
    public let handtekening: Signature

    /// Signs the contents with the service's key.
    public init(_ contents: Contents, secrets: Secrets) throws {
        inhoud = contents
        handtekening = Signature(
            methode: Self.method,
            sleutel: secrets.hash.id,
            waarde: Self.hex(
                HMAC<SHA256>.authenticationCode(for: try Self.message(contents), using: Self.key(secrets.hash))
            )
        )
    }

    /// The file a candidate keeps.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    /// Reads a file that someone brought back.
    /// - Returns: nil when it is no such file, or not as this service signed it.
    public static func read(_ bytes: [UInt8], secrets: Secrets) -> AssessmentDocument? {
        guard let document = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
            document.handtekening.methode == method,
            let key = secrets.hashes.first(where: { $0.id == document.handtekening.sleutel }),
            let message = try? message(document.inhoud), let code = bytesOf(document.handtekening.waarde),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: self.key(key))
        else { return nil }
        return document
    }

    private static let method = "HMAC-SHA-256"

    private static func key(_ key: Secrets.Key) -> SymmetricKey { SymmetricKey(data: key.bytes) }

    /// The same bytes for the same contents, whatever the file looks like.
    private static func message(_ contents: Contents) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Data("doorwijzer assessment ".utf8) + (try encoder.encode(contents))
    }

    private static func hex(_ code: some Sequence<UInt8>) -> String {
        code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytesOf(_ hex: String) -> [UInt8]? {
        let digits = Array(hex)
        guard digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
        return bytes.count == 32 ? bytes : nil
    }
}
