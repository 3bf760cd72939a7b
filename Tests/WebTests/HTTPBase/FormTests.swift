import Domain
import Foundation
import HTTPBase
import Testing

@Suite struct FormTests {
    @Test func `good values are read as what they mean`() throws {
        var form = Form(
            FormData(pairs: [
                ("naam", "  Anna  "), ("leeg", "   "), ("weken", " 12 "), ("soort", "learning_job"),
                ("begin", "3-2-2027"),
                ("dagen", "1"), ("dagen", "4"), ("route", "bol"), ("route", "bbl"), ("mail", "a@b.nl"),
                ("tel", "06-12 34 56 78"), ("akkoord", "on"), ("submission_id", "0190f5a2-1111-7000-8000-000000000000"),
            ])
        )
        #expect(form.text("naam", label: "Naam") == "Anna")
        #expect(form.optionalText("leeg", label: "Leeg") == nil)
        #expect(form.int("weken", label: "Weken", in: 1...60) == 12)
        #expect(form.optionalInt("uren", label: "Uren", in: 1...40) == nil)
        #expect(form.choice("soort", PlacementKind.self, label: "Soort") == .learningJob)
        #expect(form.date("begin", label: "Begin")?.iso8601 == "2027-02-03")
        #expect(form.bits("dagen", label: "Dagen", allowed: 127) == 5)
        #expect(form.choices("route", LearningRoute.self, label: "Route") == [.bol, .bbl])
        #expect(form.email("mail", label: "Mail") != nil)
        #expect(form.phone("tel", label: "Telefoon")?.rawValue == "+31612345678")
        #expect(form.flag("akkoord") && !form.flag("anders"))
        #expect(form.submissionID() != nil)
        try form.finish()
    }

    @Test func `each wrong field gets one sentence, in the order of reading`() {
        let form = Self.readWrongly(
            FormData(pairs: [
                ("weken", "-3"), ("soort", "DROP TABLE"), ("begin", "31-2-2027"), ("dagen", "3"), ("mail", "a@"),
                ("notitie", "bsn 111222333"), ("lang", "aaaa"), ("kenmerk", "AAAA"),
            ])
        )
        #expect(
            form.rejected.fields.map(\.field)
                == ["naam", "weken", "soort", "begin", "dagen", "mail", "notitie", "lang", "kenmerk", "submission_id"]
        )
        #expect(form.rejected.fields.allSatisfy { $0.message.hasSuffix(".") })
        #expect(throws: Rejected.self) { try form.finish() }
    }

    @Test(arguments: ["0024-01-01", "1-1-26666", "99999999999999999999", "24/13/2026", "morgen"])
    func `a date that nobody means is refused`(text: String) {
        var form = Form(FormData(pairs: [("d", text)]))
        #expect(form.date("d", label: "Datum") == nil)
        #expect(!form.isValid)
    }

    @Test func `a query keeps its filters in links`() throws {
        let query = Query(pairs: [("stap", "placed"), ("stap", "agreed"), ("zoek", "a&b é"), ("leeg", "")])
        #expect(query.link == "?stap=placed&stap=agreed&zoek=a%26b+%C3%A9")
        #expect(query.removing("stap", value: "placed") == "?stap=agreed&zoek=a%26b+%C3%A9")
        #expect(query.removing("zoek") == "?stap=placed&stap=agreed")
        #expect(query.replacing("stap", with: "x y") == "?zoek=a%26b+%C3%A9&stap=x+y")
        #expect(try query.choices("stap", CaseState.self) == [.placed, .agreed])
        #expect(throws: MalformedRequest.self) { try query.choice("zoek", CaseState.self) }
    }

    @Test(arguments: [["2026-11-24", "abc"], [""], ["é", "", "x"]])
    func `a cursor is read back as it was written`(keys: [String]) {
        #expect(PageCursor(token: PageCursor(keys).token)?.keys == keys)
        #expect(PageCursor(token: PageCursor(keys).token + "=") == nil)
    }

    private static func readWrongly(_ data: FormData) -> Form {
        var form = Form(data)
        _ = form.text("naam", label: "Naam")
        _ = form.int("weken", label: "Weken", in: 1...60)
        _ = form.choice("soort", PlacementKind.self, label: "Soort")
        _ = form.date("begin", label: "Begin")
        _ = form.bits("dagen", label: "Dagen", allowed: 127)
        _ = form.email("mail", label: "Mail")
        _ = form.optionalText("notitie", label: "Notitie")
        _ = form.text("lang", label: "Lang", maxLength: 3)
        _ = form.reference("kenmerk", label: "Kenmerk")
        _ = form.submissionID()
        return form
    }
}
