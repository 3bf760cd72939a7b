import Domain
import Foundation
import Testing

/// Goals in numbers, three sentences, and the rules of a year, without a database.
struct ApplicationTests {
    @Test(arguments: [
        ("25", 250), ("12,5", 125), ("1.500", 15_000), (" 0 ", 0), ("0,5", 5), ("1.000.000", 10_000_000),
    ])
    func `a number is read as people write it`(typed: String, tenths: Int) {
        #expect(GoalNumber(typed)?.tenths == tenths)
    }

    @Test(arguments: ["", "-1", "1,25", "1.5", "12,", ",5", "vijf", "1.0000", "1.000.001", "１２", "1 1,2,3"])
    func `what is no number is none`(typed: String) {
        #expect(GoalNumber(typed) == nil)
    }

    @Test func `what is written is read back the same`() {
        for tenths in stride(from: 0, through: 100_000, by: 7) {
            let number = GoalNumber(tenths: tenths)
            #expect(GoalNumber(number.text) == number)
        }
    }

    @Test(arguments: [
        ("", 0), ("   ", 0), ("...", 0), ("Een zin", 1), ("Een zin.", 1), ("Eén. Twee. Drie.", 3),
        ("Echt waar?! Ja.", 2),
        ("Wij kiezen 2.5 plek. Dat is veel.", 2), ("Zie voorbeeld.nl voor meer.", 1), ("Een.\nTwee.\n\nDrie. Vier", 4),
    ])
    func `sentences are counted`(text: String, count: Int) {
        #expect(ApplicationContent.sentenceCount(text) == count)
    }

    private let year = SchemeYear(
        year: 2026,
        ceiling: Money(euros: 200_000),
        sharePercent: 50,
        maximum: Money(euros: 25_000),
        minimumPartners: 3,
        opensOn: Self.day(1, 1),
        closesOn: Self.day(10, 31),
        source: "test",
        version: 1
    )

    private static func day(_ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: 2026, month: month, day: day) ?? CalendarDate(daysSince1970: 0)
    }

    private static func complete() -> ApplicationContent {
        var content = ApplicationContent(
            name: "Stagebureau",
            problem: "Te weinig plekken.",
            approach: "Samen zoeken.",
            plan: "Iedereen bellen.",
            summary: "Wij zoeken samen."
        )
        content.regions = [RegionCode("RA0205")]
        content.bottlenecks = [BottleneckCode("room")]
        content.goals = [.init(sentence: "Plekken", unit: "plekken", target: GoalNumber(tenths: 250))]
        content.partners = (1...3).map {
            .init(id: UUID(), name: "Partner \($0)", kind: .practice, contribution: "", joinedOn: day(1, 1))
        }
        content.costs = [.init(description: "Coördinator", amount: Money(euros: 50_000))]
        content.requested = Money(euros: 25_000)
        content.startsOn = day(6, 1)
        content.endsOn = day(12, 31)
        return content
    }

    private func unmet(_ day: CalendarDate, _ change: (inout ApplicationContent) -> Void) -> [SchemeRule] {
        var content = Self.complete()
        change(&content)
        return year.verdicts(on: content, submittedOn: day).filter { !$0.isMet }.map(\.rule)
    }

    @Test func `what is complete meets every rule, at the very limits`() {
        #expect(unmet(Self.day(10, 31)) { _ in } == [])
        #expect(unmet(Self.day(11, 1)) { _ in } == [.open])
    }

    @Test func `each rule is broken by what breaks it, and by nothing else`() {
        let open = Self.day(5, 1)
        #expect(unmet(open) { $0.plan = "" } == [.story])
        #expect(unmet(open) { $0.summary = "A. B. C. D." } == [.summary])
        #expect(unmet(open) { $0.regions = [] } == [.region])
        #expect(unmet(open) { $0.bottlenecks = [] } == [.bottleneck])
        #expect(unmet(open) { $0.goals = [] } == [.goals])
        #expect(unmet(open) { $0.endsOn = nil } == [.period])
        #expect(unmet(open) { $0.requested = nil } == [.budget])
        #expect(unmet(open) { $0.requested = Money(cents: 2_500_001) } == [.maximum, .share])
        #expect(unmet(open) { $0.costs = [.init(description: "x", amount: Money(cents: 4_999_998))] } == [.share])
        // Neither the applicant nor the same organisation again counts, however it was typed.
        for double in ["  PARTNER   1 ", "zorggroep\u{A0}voorbeeld"] {
            #expect(
                unmet(open) { content in
                    content.applicant = "Zorggroep Voorbeeld"
                    content.partners[2] = .init(
                        id: UUID(),
                        name: double,
                        kind: .practice,
                        contribution: "",
                        joinedOn: open
                    )
                } == [.partners]
            )
        }
        // Whoever left does not count.
        #expect(
            unmet(open) { content in
                let first = content.partners[0]
                content.partners[0] = .init(
                    id: first.id,
                    name: first.name,
                    kind: first.kind,
                    contribution: "",
                    joinedOn: first.joinedOn,
                    leftOn: open,
                    leftReason: "geen tijd"
                )
            } == [.partners]
        )
    }

    @Test func `every sentence of a verdict ends as a sentence`() {
        for content in [Self.complete(), ApplicationContent(name: "")] {
            for verdict in year.verdicts(on: content, submittedOn: Self.day(5, 1)) {
                #expect(verdict.demand.hasSuffix(".") && verdict.finding.hasSuffix("."), "\(verdict.rule)")
            }
        }
    }
}
