import Testing

@testable import Actions

@Suite struct PasswordRuleTests {
    private let context = ["Doorwijzer", "Jo van Verzonnen", "Huisartsen Voorbeeldstad", "jverzonnen"]

    @Test(arguments: [
        "kort", "elftekens11", String(repeating: "lang en heel erg ", count: 8),
        // What everyone tries first, however it is dressed up.
        "wachtwoord12", "Wachtwoord123!", "W4chtw00rd!!", "!!!wachtwoord!!!", "welkomwelkom", "Welkom-Welkom1",
        "Welkom2026!!",
        "W3lk0m2026!!", "Amsterdam2026", "Feyenoord1908!", "ikhouvanjou1", "mijnwachtwoord", "zonneschijn1",
        "Koningsdag27!",
        "qwertyuiopas", "1qaz2wsx3edc", "asdfghjklzxcvbnm", "poiuytrewq12", "abcdefghijkl", "123456789012",
        "098765432109",
        "aaaaaaaaaaaa", "abcabcabcabc", "12-05-2004-12", "06 1234 5678 9", "!@#$%^&*()_+", "p@$$w0rdp@$$w0rd",
        // The service, the organisation and the person.
        "Doorwijzer2026", "d00rw1jzer!!", "Voorbeeldstad1", "Huisartsen-2026", "Verzonnen1234", "jverzonnen2026!",
    ])
    func `a password that is guessed first is refused`(password: String) {
        #expect(PasswordRule.standard.objection(to: password, context: context) != nil)
    }

    @Test(arguments: [
        "vier losse woorden staan hier", "paarse fietsbel kookt soep", "kT7#pq-Lm2zR", "regenpijp8kraaienest",
        "ÿ ß ő ñ ç å ø þ",
        "de huisarts zwom naar Texel", "     spaties mogen ook     ", "welkom bij de paarse olifant",
        "😀 lacht om gele kazen",
    ])
    func `a long password of one's own is fine`(password: String) {
        #expect(PasswordRule.standard.objection(to: password, context: context) == nil)
    }

    @Test func `the list is long, plain, and has no word twice`() {
        #expect(CommonPasswords.words.count >= 1_000)
        #expect(CommonPasswords.words.contains("wachtwoord") && CommonPasswords.words.contains("feyenoord"))
        let letters = CommonPasswords.words.filter { $0.contains(where: \.isLetter) }
        #expect(letters.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isLowercase } })
        // Each of them, made long enough, is refused.
        let passed = letters.filter { PasswordRule.standard.objection(to: $0 + "20262026!!!!", context: []) == nil }
        #expect(passed.sorted() == [])
    }
}
