import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// The learning network through the front door: joining, meetings, questions, good practices, copies, toolbox.
@Suite struct NetworkTests {
    // MARK: Membership

    @Test func `one joins, is listed only when one says so, and leaves`() async throws {
        try await withNewNetwork { site in
            let actor = try await site.world.coordinator(in: "RA0205")
            let name: String = try await site.value("select name from staff_members where id = \(actor.staffMemberID)")
            try await site.visit(as: actor) { client in
                try await client.get("/bijeenkomsten/nieuw")
                #expect(client.page.text.contains("Word eerst lid"))

                try await client.get("/leernetwerk/lidmaatschap")
                for control in client.page.forms.flatMap(\.controls) where control.name == "regio" {
                    try client.check("regio", value: control.value, false)
                }
                try await client.press("Word lid")
                #expect(client.page.status == 400)
                #expect(client.page.text.contains("Kies er ten minste één"))
                try await client.join(knows: ["supervision"])
                #expect(client.page.path.hasPrefix("/leernetwerk"))
                #expect(client.page.text.contains("Wat op jou wacht"))
            }
            try await site.visit { visitor in
                try await visitor.get("/leernetwerk/leden?regio=RA0205")
                #expect(!visitor.page.text.contains(name))
            }
            try await site.visit(as: site.world.coordinator(in: "RA0102")) { other in
                try await other.get("/leernetwerk/leden?q=\(name.urlQuery)")
                #expect(!other.page.text.contains("Weet van"))
                try await other.join()
                try await other.get("/leernetwerk/leden?q=\(name.urlQuery)")
                #expect(other.page.text.contains(name))
            }
            try await site.visit(as: actor) { client in
                try await client.get("/leernetwerk/lidmaatschap")
                try client.check("openbaar")
                try await client.press("Bewaar mijn lidmaatschap")
            }
            try await site.visit { visitor in
                try await visitor.get("/leernetwerk/leden?regio=RA0205")
                #expect(visitor.page.text.contains(name))
            }
            try await site.visit(as: actor) { client in
                try await client.get("/leernetwerk/lidmaatschap")
                try await client.press("Zeg mijn lidmaatschap op")
                #expect(client.page.text.contains("Je bent geen lid meer"))
            }
            try await site.visit { visitor in
                try await visitor.get("/leernetwerk/leden?regio=RA0205")
                #expect(!visitor.page.text.contains(name))
            }
        }
    }

    // MARK: Meetings

    @Test func `whoever organises makes, changes and cancels a meeting; the calendar follows with the same UID`()
        async throws
    {
        try await withNewNetwork { site in
            try await site.visit(as: site.world.coordinator(in: "RA0205")) { client in
                try await client.join()
                let path = try await client.organise("Proeftafel uren", seats: "12")
                #expect(client.page.text.contains("di 15 dec, 14:00 tot 16:00"))
                let first = try await client.calendar("?soort=leertafel&regio=RA0205")
                #expect(first.contains("DTSTART;TZID=Europe/Amsterdam:20261215T140000"))
                #expect(first.contains("SUMMARY:Proeftafel uren"))
                #expect(try await !client.calendar("?soort=regiotafel").contains("Proeftafel uren"))
                let uid = try #require(first.split(separator: "\r\n").first { $0.hasPrefix("UID:") })

                try await client.get("\(path)/wijzigen")
                try client.fill("begin", "15.30")
                try client.fill("einde", "15:00")
                try await client.press("Bewaar de bijeenkomst")
                #expect(client.page.status == 400)
                #expect(client.page.text.contains("De eindtijd ligt voor de begintijd."))
                try client.fill("einde", "17:00")
                try await client.press("Bewaar de bijeenkomst")
                #expect(client.page.text.contains("15:30 tot 17:00"))

                try await client.follow("Zeg de bijeenkomst af")
                try await client.press("Zeg de bijeenkomst af")
                #expect(client.page.text.contains("Deze bijeenkomst is afgezegd."))
                let last = try await client.calendar("")
                #expect(last.contains("STATUS:CANCELLED") && last.contains(uid) && last.contains("SEQUENCE:2"))
            }
            try await site.visit { visitor in
                let page = try await visitor.get("/bijeenkomsten?vorm=ics")
                let tag = try #require(page.headers["etag"])
                #expect(page.headers["content-type"] == "text/calendar; charset=utf-8")
                let again = try await visitor.get("/bijeenkomsten?vorm=ics", headers: ["if-none-match": tag])
                #expect(again.status == 304)
            }
        }
    }

    @Test func `two people take the last seat at once: one comes, one waits, and gets the seat when it is free`()
        async throws
    {
        try await withNewNetwork { site in
            let path = try await site.visit(as: site.world.coordinator(in: "RA0205")) { client in
                try await client.join()
                return try await client.organise("Vol is vol", seats: "1")
            }
            let people = [
                try await site.world.coordinator(in: "RA0102"), try await site.world.coordinator(in: "RA0616"),
            ]
            for person in people { try await site.visit(as: person) { try await $0.join() } }
            let seats = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
                for (index, person) in people.enumerated() {
                    group.addTask {
                        try await site.visit(as: person) { client in
                            try await client.get(path)
                            // Whoever looks when the seat has just gone is offered the waiting list.
                            let buttons = client.page.forms.flatMap(\.buttons).map(\.text)
                            let isFree = buttons.contains("Meld je aan")
                            try await client.press(isFree ? "Meld je aan" : "Zet me op de wachtlijst")
                            return (index, client.page.text.contains("Je komt."))
                        }
                    }
                }
                var seats: [Int: Bool] = [:]
                for try await (index, comes) in group { seats[index] = comes }
                return seats
            }
            #expect(seats.values.filter(\.self).count == 1)
            let first = try #require(seats.first { $0.value }?.key)
            try await site.visit(as: people[1 - first]) { client in
                try await client.get(path)
                #expect(client.page.text.contains("Je staat op plaats 1 van de wachtlijst"))
            }
            try await site.deliverMail()
            try await site.visit(as: people[first]) { client in
                try await client.get(path)
                try await client.press("Meld je af")
            }
            let mails = try await site.deliverMail()
            let seat = try #require(mails.first { $0.subject.hasPrefix("Er is een plaats voor je") })
            #expect(seat.text.contains("Dag: di 15 dec 2026"))
            try await site.visit(as: people[1 - first]) { client in
                try await client.get(path)
                #expect(client.page.text.contains("Je komt."))
            }

            // Three days before, whoever comes is reminded, once.
            site.world.clock.advance(days: 19)
            #expect(try await site.remind().filter { $0.subject == "Binnenkort: Vol is vol" }.count == 1)
            #expect(try await site.remind().filter { $0.subject == "Binnenkort: Vol is vol" }.isEmpty)
        }
    }

    @Test func `after a meeting come minutes and actions; only the organiser writes them`() async throws {
        try await withNewNetwork { site in
            let organiser = try await site.world.coordinator(in: "RA0205")
            let path = try await site.visit(as: organiser) { client in
                try await client.join()
                let path = try await client.organise("Terugkijken", seats: "")
                try await client.get("\(path)/acties")
                try client.fill("actie", "Draaiboek rondsturen")
                try client.fill("voor", "20-12-2026")
                let owner = client.page.forms.flatMap(\.controls).first { $0.name == "wie" }?.options.first {
                    !$0.value.isEmpty
                }?.value
                try client.fill("wie", try #require(owner))
                try await client.press("Voeg de actie toe")
                #expect(client.page.text.contains("Draaiboek rondsturen"))
                try await client.get("/leernetwerk")
                #expect(client.page.text.contains("Draaiboek rondsturen"))
                return path
            }
            try await site.visit(as: site.world.coordinator(in: "RA0102")) { other in
                try await other.get("\(path)/verslag")
                #expect(other.page.text.contains("Word eerst lid"))
                try await other.join()
                for part in ["verslag", "wijzigen", "acties", "afzeggen"] {
                    try await other.get("\(path)/\(part)")
                    #expect(other.page.status == 404)
                }
            }
            site.world.clock.advance(days: 22)
            try await site.visit(as: organiser) { client in
                try await client.get(path)
                try await client.press("Klaar")
                #expect(client.page.text.contains("De actie is klaar."))
                try await client.follow("Schrijf het verslag")
                try client.fill("verslag", "We deelden drie draaiboeken.\nVolgende keer: uren.")
                try await client.press("Bewaar het verslag")
                #expect(client.page.text.contains("We deelden drie draaiboeken."))
            }
            try await site.visit { visitor in
                let page = try await visitor.get(path)
                #expect(page.text.contains("We deelden drie draaiboeken."))
                #expect(!page.text.contains("Draaiboek rondsturen"))
                try await visitor.get("/bijeenkomsten?periode=geweest")
                #expect(visitor.page.text.contains("Terugkijken"))
            }
        }
    }

    // MARK: Questions

    @Test func `a question reaches those who know about it, the answer whoever asked, and what helped is found`()
        async throws
    {
        try await withNewNetwork { site in
            let (asker, helper) = (
                try await site.world.coordinator(in: "RA0205"), try await site.world.coordinator(in: "RA0102")
            )
            try await site.visit(as: helper) { try await $0.join(knows: ["supervision"]) }
            site.world.clock.advance(minutes: 5)
            let path = try await site.visit(as: asker) { client in
                try await client.join(knows: ["room"])
                try await client.get("/vragen/nieuw")
                try client.fill("vraag", "Wie deelt een begeleider?")
                try client.fill("uitleg", "Burgerservicenummer 111222333 staat hier per ongeluk.")
                try client.check("knelpunt", value: "supervision")
                try await client.press("Stel de vraag")
                #expect(client.page.status == 400)
                #expect(client.page.text.contains("burgerservicenummer"))
                try client.fill("uitleg", "Het gaat om \(DemoStory().waitingInFullRegion).")
                try await client.press("Stel de vraag")
                #expect(client.page.text.contains("Hier staat een kenmerk."))
                try client.fill("uitleg", "Wij hebben vier kleine praktijken en te weinig uren.")
                try await client.press("Stel de vraag")
                #expect(client.page.text.contains("Je vraag staat in de lijst."))
                return client.page.path.split(separator: "?").first.map(String.init) ?? ""
            }
            #expect(path == "/vragen/wie-deelt-een-begeleider")
            let digest = try #require(try await site.remind().first { $0.text.contains(path) })
            #expect(digest.text.contains("Wie deelt een begeleider?"))
            #expect(try await site.remind().filter { $0.text.contains(path) }.isEmpty)
            #expect(digest.headers["list-unsubscribe"]?.contains("/leernetwerk/lidmaatschap") == true)

            try await site.visit(as: helper) { client in
                try await client.get("/leernetwerk")
                #expect(client.page.text.contains("Wie deelt een begeleider?"))
                try await client.get(path)
                #expect(!client.page.text.contains("Sluit mijn vraag"))
                try client.fill("antwoord", "Wij delen er een met drie praktijken.")
                try await client.press("Geef antwoord")
                #expect(client.page.text.contains("Wij delen er een met drie praktijken."))
                #expect(!client.page.text.contains("Dit hielp mij"))
            }
            let told = "Antwoord op je vraag: Wie deelt een begeleider?"
            #expect(try await site.deliverMail().map(\.subject).contains(told))

            // Another's question is not one's to close.
            try await site.visit(as: helper) { client in
                try await client.get(path)
                let refused = try await client.post(
                    "\(path)/sluiten",
                    [
                        (FormData.tokenField, client.hidden(FormData.tokenField)),
                        (FormData.submissionField, UUID().uuidString),
                    ]
                )
                #expect(refused.status == 403)
            }
            try await site.visit(as: asker) { client in
                try await client.get(path)
                try await client.press("Dit hielp mij")
                #expect(client.page.text.contains("dit hielp"))
                try await client.press("Sluit mijn vraag")
                #expect(client.page.text.contains("Je vraag is gesloten."))
            }
            try await site.visit { visitor in
                try await visitor.get("/vragen?open=ja")
                #expect(!visitor.page.text.contains("Wie deelt een begeleider?"))
                try await visitor.get("/vragen?knelpunt=supervision")
                #expect(visitor.page.text.contains("opgelost"))
                try await visitor.get("/vragen?q=begeleiding")
                #expect(visitor.page.text.contains("Wie deelt een begeleider?"))
                try await visitor.get("/vragen?knelpunt=bestaat-niet")
                #expect(visitor.page.status == 400)
                try await visitor.get("/vragen?onbekend=1")
                #expect(visitor.page.status == 400)
            }
        }
    }

    // MARK: Good practices

    @Test
    func
        `a practice goes from draft to a second reader, back, and is published; others copy it and tell what came of it`()
        async throws
    {
        try await withNewNetwork { site in
            let (author, reader) = (
                try await site.world.coordinator(in: "RA0205"), try await site.world.coordinator(in: "RA0102")
            )
            let path = "/goede-praktijken/een-begeleider-voor-vier"
            try await site.visit(as: author) { client in
                try await client.join()
                try await client.get("/goede-praktijken/nieuw")
                try client.fill("naam", "Een begeleider voor vier")
                try await client.press("Bewaar als concept")
                #expect(client.page.text.contains("Alleen jij ziet dit."))
                try await client.follow("Wijzig de tekst")
                try await client.press("Stuur in voor een tweede lezer")
                #expect(client.page.status == 400)
                for (name, value) in [
                    ("probleem", "Te weinig uren"), ("aanpak", "Eén begeleider voor vier praktijken"),
                    ("resultaat", "Zes plekken erbij"), ("link1", "voorbeeld.example/draaiboek.pdf"),
                ] { try client.fill(name, value) }
                try client.check("knelpunt", value: "supervision")
                try await client.press("Stuur in voor een tweede lezer")
                #expect(client.page.text.contains("Wacht op een tweede lezer"))
                #expect(!client.page.text.contains("Keur goed"))
            }
            try await site.visit { visitor in
                try await visitor.get(path)
                #expect(visitor.page.status == 404)
            }
            try await site.visit(as: reader) { client in
                try await client.join()
                try await client.get("/leernetwerk")
                #expect(client.page.text.contains("Lees mee: Een begeleider voor vier"))
                try await client.get(path)
                try await client.press("Stuur terug met mijn opmerking")
                #expect(client.page.text.contains("Schrijf wat er beter kan."))
                try client.fill("opmerking", "Wat kostte het?")
                try await client.press("Stuur terug met mijn opmerking")
            }
            #expect(try await site.deliverMail().contains { $0.text.contains("Wat kostte het?") })
            try await site.visit(as: author) { client in
                try await client.get(path)
                #expect(client.page.text.contains("Wat kostte het?"))
                try await client.follow("Wijzig de tekst")
                try client.fill("nodig", "Acht uur per week")
                try await client.press("Stuur in voor een tweede lezer")
            }
            try await site.visit(as: reader) { client in
                try await client.get(path)
                try await client.press("Keur goed en maak openbaar")
                #expect(client.page.text.contains("De goede praktijk is nu openbaar."))
                try await client.follow("Dit nemen wij over")
                try client.fill("bedoeling", "Wij beginnen met twee praktijken.")
                try await client.press("Dit nemen wij over")
                #expect(client.page.text.contains("Overgenomen door 1 organisatie"))
            }
            try await site.visit { visitor in
                #expect(
                    try await visitor.get("/goede-praktijken?q=begeleiding").text.contains("Een begeleider voor vier")
                )
                try await visitor.get(path)
                #expect(visitor.page.text.contains("Zes plekken erbij"))
            }
            try await site.deliverMail()
            site.world.clock.advance(minutes: 5)
            try await site.visit(as: reader) { client in
                try await client.get("/vragen/nieuw?praktijk=bestaat-niet")
                #expect(client.page.status == 404)
                try await client.get(path)
                try await client.follow("Stel een vraag hierover")
                try client.fill("vraag", "Wie betaalt die acht uur?")
                try client.fill("uitleg", "Bij ons wil niemand het betalen.")
                try await client.press("Stel de vraag")
                #expect(client.page.text.contains("Een begeleider voor vier"))
                try await client.get(path)
                #expect(client.page.text.contains("Wie betaalt die acht uur?"))
            }
            // The author said nowhere to know something of it, but it is about the author's own practice.
            #expect(try await site.remind().contains { $0.text.contains("/vragen/wie-betaalt-die-acht-uur") })
            try await site.visit(as: author) { client in
                try await client.get("/leernetwerk")
                #expect(client.page.text.contains("Wie betaalt die acht uur?"))
            }

            site.world.clock.advance(days: 200)
            let asked = try #require(
                try await site.remind().first { $0.subject == "Hoe ging het met: Een begeleider voor vier?" }
            )
            let link = try #require(
                asked.links(beginning: "https://doorwijzer.example").first { $0.contains("/overgenomen/") }
            )
            try await site.visit(as: reader) { client in
                try await client.get(String(link.dropFirst("https://doorwijzer.example".count)))
                try client.fill("hoe", "worked_in_part")
                try client.fill("uitkomst", "Een praktijk haakte af.")
                try await client.press("Bewaar wat ervan kwam")
                #expect(client.page.text.contains("werkt deels"))
            }

            site.world.clock.advance(days: 200)
            let reminded = "Klopt deze goede praktijk nog? Een begeleider voor vier"
            #expect(try await site.remind().map(\.subject).contains(reminded))
            try await site.visit { visitor in
                try await visitor.get(path)
                #expect(visitor.page.text.contains("Lang niet bevestigd"))
            }
            try await site.visit(as: author) { client in
                try await client.get(path)
                try await client.press("Ja, dit klopt nog")
                #expect(!client.page.text.contains("Lang niet bevestigd"))
                try await client.press("Haal deze praktijk uit de lijst")
                #expect(client.page.text.contains("Niet meer in gebruik"))
            }
            try await site.visit { visitor in
                try await visitor.get(path)
                #expect(visitor.page.status == 404)
            }
        }
    }

    // MARK: Toolbox

    @Test func `members of a region keep its toolbox and social map; others read`() async throws {
        try await withNewNetwork { site in
            let slug: String = try await site.value("select slug from regions where code = 'RA0205'")
            let tools = "/regios/\(slug)/gereedschap"
            try await site.visit(as: site.world.coordinator(in: "RA0205")) { client in
                try await client.join()
                try await client.get("\(tools)/nieuw")
                try client.fill("soort", "supervisor_pool")
                try client.fill("titel", "Begeleider op vrijdagmiddag")
                try client.fill("organisatie", "Praktijk De Linde")
                try await client.press("Zet het erbij")
                #expect(client.page.text.contains("Vul in hoeveel uur begeleiding"))
                try client.fill("uren", "6")
                try await client.press("Zet het erbij")
                #expect(client.page.text.contains("uur begeleiding per week te delen."))
                #expect(client.page.text.contains("Praktijk De Linde · 6 uur per week"))

                try await client.get("/regios/\(slug)/sociale-kaart/nieuw")
                try client.fill("naam", "ROC Verzonnen")
                try client.fill("soort", "school")
                try client.fill("tekst", "Opleiding doktersassistent, BOL en BBL")
                try await client.press("Zet de organisatie erbij")
                #expect(client.page.text.contains("ROC Verzonnen"))
                try await client.get("/regios/\(slug)/sociale-kaart/nieuw")
                try client.fill("naam", "ROC Verzonnen")
                try client.fill("soort", "school")
                try client.fill("tekst", "Nog een keer")
                try await client.press("Zet de organisatie erbij")
                #expect(client.page.text.contains("Deze organisatie staat al op de sociale kaart"))

                try await client.get(tools)
                try await client.follow("Begeleider op vrijdagmiddag")
                try await client.press("Haal dit weg")
                #expect(!client.page.text.contains("Begeleider op vrijdagmiddag"))
            }
            try await site.visit(as: site.world.coordinator(in: "RA0102")) { other in
                try await other.join()
                try await other.get("\(tools)/nieuw")
                #expect(other.page.text.contains("houden leden uit"))
                try await other.get("/regios/\(slug)/sociale-kaart")
                #expect(other.page.text.contains("ROC Verzonnen"))
            }
        }
    }
}

/// A site in whose network nobody of the staff is a member yet.
func withNewNetwork(_ journey: (TestSite) async throws -> Void) async throws {
    try await withSite { site in
        try await site.world.owner.withConnection { connection in
            _ = try await connection.execute(
                "update network_members set left_at = joined_at, is_listed = false where staff_member_id is not null"
            )
        }
        try await journey(site)
    }
}

extension TestSite {
    /// What the worker mails by time.
    func remind() async throws -> [ReadMail] {
        try await RemindNetwork(world: world.world)()
        return try await deliverMail()
    }
}

extension WebClient {
    /// Becomes a member of the network, or says anew what one knows.
    func join(knows: [String] = []) async throws {
        try await get("/leernetwerk/lidmaatschap")
        let own = page.forms.flatMap(\.controls).filter { $0.name == "regio" && $0.isChosen }
        if own.isEmpty { try check("regio", value: "RA0205") }
        for code in knows { try check("weet_van", value: code) }
        let buttons = page.forms.flatMap(\.buttons).map(\.text)
        try await press(buttons.contains("Word lid") ? "Word lid" : "Bewaar mijn lidmaatschap")
        #expect(page.status == 200, "\(page.text.prefix(400))")
    }

    /// A meeting on 15 December 2026, 14:00 to 16:00.
    /// - Returns: its path.
    func organise(_ title: String, seats: String) async throws -> String {
        try await get("/bijeenkomsten/nieuw")
        for (name, value) in [
            ("soort", "leertafel"), ("titel", title), ("datum", "15-12-2026"), ("begin", "14:00"), ("einde", "16:00"),
            ("plaats", "De Kapel, Enschede"), ("regio", "RA0205"), ("plaatsen", seats),
        ] { try fill(name, value) }
        try await press("Zet de bijeenkomst in de lijst")
        #expect(page.status == 200, "\(page.text.prefix(600))")
        return page.path.split(separator: "?").first.map(String.init) ?? ""
    }

    /// The calendar of this filter, unfolded.
    fileprivate func calendar(_ query: String) async throws -> String {
        let page = try await get("/bijeenkomsten\(query.isEmpty ? "?" : query + "&")vorm=ics")
        return page.body.replacingOccurrences(of: "\r\n ", with: "")
    }
}

extension String {
    fileprivate var urlQuery: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
