import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// What was written for a year that closed is not lost.
struct SchemeYearTests {
    @Test func `a draft of a closed year is taken over to the next one, with everything but the period`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let leader = try await scene.leading(like: visitor)
            let path = try await scene.fillIn("Net te laat", by: leader)
            let submitted = try await scene.submit("Op tijd ingediend", by: leader)
            #expect(try await !leader.get(path).text.contains("Neem over"))
            try await site.world.owner.transaction { connection in
                try await connection.executeScript(
                    """
                    delete from scheme_years y where year > 2026 and not exists (select 1 from applications a where a.year = y.year);
                    update scheme_years set closes_on = '2026-11-02' where year = 2026;
                    """
                )
            }
            // Closed, and no other year to take it to.
            #expect(try await leader.get("/subsidie/aanvragen").text.contains("De regeling van 2026 is gesloten."))
            #expect(try await !leader.get(path).text.contains("Neem over"))
            try await site.world.owner.transaction { connection in
                try await connection.executeScript(
                    """
                    insert into scheme_years (year, ceiling_cents, share_percent, maximum_cents, minimum_partners, opens_on,
                        closes_on, source, version)
                    values (2027, 3000000, 50, 2500000, 3, '2026-11-01', '2027-12-31', 'test', 1);
                    """
                )
            }
            #expect(try await !leader.get(submitted).text.contains("Neem over"))
            try await leader.get(path)
            try await leader.press("Neem over naar 2027")
            #expect(
                leader.page.status == 200 && leader.page.path.contains("/stap/1"),
                "\(leader.page.text.prefix(400))"
            )
            #expect(leader.page.text.contains("In onze regio zijn te weinig stageplekken."))
            let copy = try #require(leader.page.path.split(separator: "/stap/").first.map(String.init))
            #expect(copy != path)
            #expect(try await leader.get("\(copy)/controle").text.contains("Er moet nog 1 ding."))
            try await leader.get("\(copy)/stap/5")
            try leader.fill("begin", "1-2-2027")
            try leader.fill("eind", "1-2-2028")
            try await leader.press("Bewaar en ga naar de controle")
            try await leader.press("Dien de aanvraag in")
            #expect(leader.page.path.hasPrefix("\(copy)/ontvangst"))
            let both = try await site.rows(
                "select year, state from applications where name = 'Net te laat' order by year"
            ) { row in "\(try row.next(Int.self)) \(try row.next(String.self))" }
            #expect(both == ["2026 draft", "2027 submitted"])

            // A year that closed cannot be chosen past the form.
            try await leader.get(path)
            let csrf = leader.page.forms.flatMap(\.controls).first { $0.name == "_csrf" }?.value ?? ""
            for (target, year) in [(path, "2026"), (submitted, "2027")] {
                let answer = try await leader.post(
                    "\(target)/overnemen",
                    [("_csrf", csrf), ("submission_id", UUID().uuidString.lowercased()), ("jaar", year)]
                )
                #expect(answer.status == 409, "\(target)")
            }
        }
    }
}
