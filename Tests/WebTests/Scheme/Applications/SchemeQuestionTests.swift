import Domain
import Foundation
import Mail
import Postgres
import TestSupport
import Testing

/// A question of the fund is no dead end: it is answered, taken back or ended with a refusal; and nobody loses what was typed.
struct SchemeQuestionTests {
    @Test func `whoever withdraws from the waiting list gets no letter of a grant`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Toch maar niet", by: leader)
            try await scene.decide("wachtlijst", on: path, by: fund)
            #expect(try await leader.get(path).text.contains("Lees de brief"))
            try await leader.get("\(path)/intrekken")
            try await leader.press("Trek de aanvraag in")
            #expect(leader.page.status == 200 && !leader.page.text.contains("Lees de brief"))
            #expect(try await !fund.get(SchemeScene.atFund(path)).text.contains("Bekijk de brief"))
            for page in [
                try await leader.get("\(path)/brief"), try await fund.get("\(SchemeScene.atFund(path))/brief"),
            ] {
                #expect(page.status == 409 && page.text.contains("Deze aanvraag is ingetrokken."))
                #expect(!page.text.contains("We kennen je"))
            }
        }
    }

    @Test func `the fund takes its question back, also when the applicant stopped halfway`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Nooit beantwoord", by: leader)
            try await scene.ask("Wie doet het werk?", on: path, by: fund)
            try await leader.get("\(path)/stap/4")
            for name in ["partner-3", "soort-3", "bijdrage-3"] { try leader.fill(name, "") }
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 200, "\(leader.page.text.prefix(400))")
            try await site.deliverMail()

            try await fund.get(SchemeScene.atFund(path))
            try await fund.follow("Trek de vraag in")
            #expect(fund.page.text.contains("De vraag was: Wie doet het werk?"))
            try await fund.press("Trek de vraag in")
            #expect(fund.page.status == 200 && fund.page.text.contains("de vraag is ingetrokken"))
            #expect(fund.page.text.contains("Het fonds trok de vraag in"))
            #expect(try await site.deliverMail().map(\.subject).contains { $0.contains("vervalt") })
            #expect(try await leader.get("\(path)/antwoord").status == 409)
            #expect(try await leader.get(path).text.contains("Je hoeft nu niets te doen."))
            // What is missing stops the grant, and can be asked about again.
            try await scene.decide("toekennen", on: path, by: fund)
            #expect(fund.page.text.contains("te weinig partners"))
            try await scene.ask("Wie is de derde partner?", on: path, by: fund)
            #expect(fund.page.status == 200 && fund.page.text.contains("Wie is de derde partner?"))
        }
    }

    @Test func `the fund refuses while its question is open, and can do nothing else`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Stil gebleven", by: leader)
            try await scene.ask("Wie doet het werk?", on: path, by: fund)
            try await fund.get("\(SchemeScene.atFund(path))/besluit")
            #expect(fund.page.text.contains("Er staat een vraag open"))
            #expect(!fund.page.body.contains("value=\"toekennen\""))
            let hidden = fund.page.forms.flatMap(\.controls).filter { ["versie", "submission_id"].contains($0.name) }
            let sent =
                hidden.map { ($0.name, $0.value) }
                + [("_csrf", fund.page.forms.flatMap(\.controls).first { $0.name == "_csrf" }?.value ?? "")]
                + [("besluit", "toekennen"), ("bedrag", "1000"), ("reden", "r")]
            let granted = try await fund.post("\(SchemeScene.atFund(path))/besluit", sent)
            #expect(granted.status == 400 && granted.text.contains("heeft nog een vraag van je"))
            try await scene.decide("weigeren", on: path, by: fund, advice: "Vraag volgend jaar weer aan.")
            #expect(fund.page.status == 200 && fund.page.text.contains("de vraag is ingetrokken"))
            #expect(try await leader.get("\(path)/brief").text.contains("Vraag volgend jaar weer aan."))
        }
    }

    @Test func `the leader is reminded once, and what is late stands on the fund's desk`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            var (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let (late, answered) = (
                try await scene.submit("Te laat", by: leader), try await scene.submit("Op tijd", by: leader)
            )
            for path in [late, answered] { try await scene.ask("Wie doet het werk?", on: path, by: fund) }
            try await leader.get("\(answered)/antwoord")
            try leader.fill("antwoord", "Wij.")
            try await leader.press("Verstuur het antwoord")
            func reminders() async throws -> [String] {
                try await site.deliverMail().filter { $0.subject.contains("Nog even") }.map(\.text)
            }
            site.world.clock.advance(days: 10)
            #expect(try await reminders().isEmpty)
            site.world.clock.advance(days: 2)
            let told = try await reminders()
            #expect(told.count == 1 && told.allSatisfy { $0.contains("Te laat") && $0.contains("Wie doet het werk?") })
            #expect(try await reminders().isEmpty)

            (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            #expect(try await !fund.get("/fonds/aanvragen").text.contains("Het antwoord is te laat"))
            site.world.clock.advance(days: 3)
            (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            #expect(try await fund.get("/fonds/aanvragen").text.contains("Het antwoord is te laat"))
            #expect(try await leader.get("/subsidie/aanvragen").text.contains("Dat is te laat"))
            // Late is not too late.
            try await leader.get("\(late)/antwoord")
            try leader.fill("antwoord", "Sorry, wij.")
            try await leader.press("Verstuur het antwoord")
            #expect(leader.page.status == 200)
            #expect(try await !fund.get("/fonds/aanvragen").text.contains("Het antwoord is te laat"))
        }
    }

    @Test func `what was submitted is not emptied while the fund asks; what was typed stays`() async throws {
        try await withSite { site, visitor in
            let scene = try await SchemeScene(site)
            let (leader, fund) = (try await scene.leading(like: visitor), try await scene.deciding(like: visitor))
            let path = try await scene.submit("Leeg veld", by: leader)
            try await scene.ask("Wie doet het werk?", on: path, by: fund)
            try await leader.get("\(path)/stap/1")
            for name in ["aanpak", "plan", "samenvatting"] { try leader.fill(name, "") }
            try leader.fill("probleem", "Een heel ander probleem.")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 400 && leader.page.body.contains("Een heel ander probleem."))
            for name in ["De aanpak", "Het plan", "De tekst voor de projectpagina"] {
                #expect(leader.page.text.contains("\(name) mag niet leeg zijn"), "\(name)")
            }
            try await leader.get("\(path)/stap/5")
            for name in ["gevraagd", "begin", "eind", "kosten-1", "bedrag-1"] { try leader.fill(name, "") }
            try await leader.press("Bewaar en ga naar de controle")
            #expect(leader.page.status == 400)
            for name in ["De begroting", "Wat je vraagt", "Begin van het project", "Eind van het project"] {
                #expect(leader.page.text.contains("\(name) mag niet leeg zijn"), "\(name)")
            }
            // Nor does it become more than the rules allow.
            try await leader.get("\(path)/stap/5")
            try leader.fill("gevraagd", "24.000")
            try await leader.press("Bewaar en ga naar de controle")
            #expect(leader.page.status == 400 && leader.page.text.contains("ten hoogste 50% van de kosten"))
            #expect(leader.page.forms.flatMap(\.controls).contains { $0.name == "gevraagd" && $0.value == "24.000" })
            // A draft may be emptied.
            let draft = try await scene.fillIn("Nog een concept", by: leader)
            try await leader.get("\(draft)/stap/1")
            try leader.fill("plan", "")
            try await leader.press("Bewaar en ga verder")
            #expect(leader.page.status == 200)
        }
    }
}
