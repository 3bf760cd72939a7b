import Domain
import Testing

/// How many partners take part, as people say it.
struct PartnerWordsTests {
    @Test(arguments: [
        (0, "Er doen nu geen partners mee"), (1, "Er doet nu 1 partner mee"), (2, "Er doen nu 2 partners mee"),
        (12, "Er doen nu 12 partners mee"),
    ])
    func `none, one and more are said rightly`(count: Int, sentence: String) {
        #expect(PartnerWords.sentence(count) == sentence)
    }
}
