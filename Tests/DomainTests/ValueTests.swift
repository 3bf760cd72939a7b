import Domain
import Foundation
import Testing

@Suite struct ValueTests {
    @Test(arguments: [(0, 7, 0), (1, 2, 1), (1, 3, 0), (2, 3, 1), (5, 10, 1), (4, 10, 0), (1000, 1, 1000)])
    func `q rounds half up`(a: Int, b: Int, expected: Int) {
        #expect(rounded(a, over: b) == expected)
    }

    @Test func `the integer root is exact around squares`() {
        for root in [0, 1, 2, 3, 1000, 94_906_265, 94_906_266, 2_000_000_011] {
            #expect(integerSquareRoot(root * root) == root)
            #expect(integerSquareRoot(root * root + 2 * root) == root)
            if root > 0 { #expect(integerSquareRoot(root * root - 1) == root - 1) }
        }
    }

    @Test func `Amsterdam and Utrecht are 34 km apart as the crow flies and count for 30 percent more`() {
        let amsterdam = MapPoint(latitude: 52.3676, longitude: 4.9041)
        let utrecht = MapPoint(latitude: 52.0907, longitude: 5.1214)
        let metres = integerSquareRoot(amsterdam.squaredMetres(to: utrecht))

        #expect((34_000...34_400).contains(metres))
        #expect(amsterdam.distanceInHectometres(to: utrecht) == (13 * metres + 500) / 1000)
        #expect(utrecht.distanceInHectometres(to: amsterdam) == amsterdam.distanceInHectometres(to: utrecht))
    }

    @Test func `a reference survives sloppy typing and shows a wrong character`() throws {
        for seed in 0..<200 {
            let reference = Reference(randomValue: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
            let sloppy = reference.text.lowercased().replacing("1", with: "l").replacing("0", with: "o")
            #expect(Reference(typed: " \(sloppy.prefix(4))-\(sloppy.dropFirst(4)) ") == reference)

            // Each wrong character in the first seven places is noticed, but for the pair whose values are 31 apart.
            for place in 0..<7 {
                var wrong = Array(reference.text)
                for character in "23456789ABCDEFGHJKMNPQRSTVWXY" where character != wrong[place] {
                    let right = wrong[place]
                    wrong[place] = character
                    #expect(Reference(typed: String(wrong)) == nil)
                    wrong[place] = right
                }
            }
        }
    }

    @Test(arguments: ["", "1234567", "123456789", "7F3K2M9!", "UUUUUUUU"]) func `what is no reference is refused`(
        text: String
    ) {
        #expect(Reference(typed: text) == nil)
    }

    @Test func `ids made later sort later and carry version 7`() {
        let early = TimeOrderedUUID.make(at: Date(timeIntervalSince1970: 1_700_000_000), randomBytes: [255, 255, 255])
        let late = TimeOrderedUUID.make(at: Date(timeIntervalSince1970: 1_700_000_001), randomBytes: [])

        #expect(Candidate.ID(early) < Candidate.ID(late))
        #expect(late.uuid.6 >> 4 == 7)
        #expect(early.uuid.8 >> 6 == 2)
        #expect(Candidate.ID(Candidate.ID(early).description) == Candidate.ID(early))
    }

    @Test(arguments: [
        ("ma, di", [0, 1]), ("Ma Di vr", [0, 1, 4]), ("maandag en donderdag", [0, 3]), ("ma-wo", [0, 1, 2]),
        ("ma t/m vr", [0, 1, 2, 3, 4]), ("zo", [6]),
    ]) func `weekdays are read`(text: String, days: [UInt8]) {
        #expect(WeekdaySet(dutch: text)?.rawValue == days.reduce(0) { $0 | 1 << $1 })
    }

    @Test(arguments: ["", "en", "ma-", "vr-ma", "maandagg", "monday"]) func `unknown weekdays are refused`(text: String)
    {
        #expect(WeekdaySet(dutch: text) == nil)
    }

    @Test(arguments: [
        ("06-12345678", "+31612345678", "06 12 34 56 78"), ("+31 (0)6 12 34 56 78", "+31612345678", "06 12 34 56 78"),
        ("0031 10 1234567", "+31101234567", "010 123 45 67"), ("0111-123456", "+31111123456", "0111 123 456"),
        ("+32 475 12 34 56", "+32475123456", "+32475123456"),
    ]) func `phone numbers are read and shown`(typed: String, kept: String, shown: String) {
        #expect(PhoneNumber(typed)?.rawValue == kept)
        #expect(PhoneNumber(typed)?.description == shown)
    }

    @Test(arguments: ["", "06-1234567", "112", "bel mij", "061234567890", "+0612345678"])
    func `what is no phone number is refused`(text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test func `mail addresses and postcodes are checked`() {
        #expect(EmailAddress(" An.Na@Voorbeeld.NL ")?.rawValue == "An.Na@voorbeeld.nl")
        for wrong in ["", "a", "a@b", "a@@b.nl", "a b@c.nl", "a@b.nl\nBcc: x@y.nl", "a@.nl", ".a@b.nl", "<a@b.nl>"] {
            #expect(EmailAddress(wrong) == nil, "\(wrong)")
        }
        #expect(Postcode("1011ab")?.description == "1011 AB")
        #expect(Postcode("0111 AB") == nil)
        #expect(Postcode("1011 SS") == nil)
    }

    @Test func `a name has its sorted form`() {
        let name = PersonName(givenName: " Anna ", prefix: "van  den", familyName: "Berg")
        #expect(name.full == "Anna van den Berg")
        #expect(name.sorted == "Berg, Anna van den")
        #expect(PersonName(givenName: "Bo", familyName: "Jansen").sorted == "Jansen, Bo")
    }

    @Test(arguments: [
        ("mijn nummer is 111222333", true), ("1112.22.333", true), ("111222334", false), ("06-12345678", false),
        ("000000000", false), ("1112223330", false), ("123456782 graag", true),
    ]) func `a citizen service number is noticed`(text: String, expected: Bool) {
        #expect(CitizenServiceNumber.occurs(in: text) == expected)
    }

    @Test(arguments: [
        ("Noor wil graag beginnen.", true), ("Zij (noor) wil graag.", true), ("Mevrouw Beek belt.", true),
        ("Ze woont bij de beek ter hoogte van Raalte.", true), ("Ze wil graag beginnen en reist met de trein.", false),
        ("Noorderlicht is een mooie praktijk ter plekke.", false),
    ])
    func `a text that names a person is noticed`(text: String, isNamed: Bool) {
        #expect(PersonName(givenName: "Noor", prefix: "ter", familyName: "Beek").occurs(in: text) == isNamed)
    }
}
