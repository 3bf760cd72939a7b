import Actions
import Foundation
import HTTPBase
import Mail
import Postgres
import TestSupport
import Testing

/// What a meeting shows to whom, when it is over, and what happens to seats and reminders when it changes.
@Suite struct MeetingCareTests {
    private static let link = "https://vergaderen.example/kamer-7"

    /// A meeting on 15 December 2026 at 14:00 with a link to join online.
    private func withOnlineMeeting(
        seats: String = "1",
        _ journey: @escaping @Sendable (TestSite, _ organiser: Actor, _ path: String) async throws -> Void
    ) async throws {
        try await withNewNetwork { site in
            let organiser = try await site.world.coordinator(in: "RA0205")
            let path = try await site.visit(as: organiser) { client in
                try await client.join()
                let path = try await client.organise("Samen online", seats: seats)
                try await client.get("\(path)/wijzigen")
                try client.fill("online", Self.link)
                try await client.press("Bewaar de bijeenkomst")
                #expect(client.page.body.contains(Self.link))
                return path
            }
            try await journey(site, organiser, path)
        }
    }

    @Test func `the link for joining online is for whoever comes, the organiser and their mail alone`() async throws {
        try await withOnlineMeeting { site, _, path in
            let (guest, waiting) = (
                try await site.world.coordinator(in: "RA0102"), try await site.world.coordinator(in: "RA0616")
            )
            try await site.visit { visitor in
                let page = try await visitor.get(path)
                #expect(!page.body.contains(Self.link))
                #expect(page.text.contains("Wie komt, krijgt de link in de mail"))
                #expect(try await !visitor.get("/bijeenkomsten?vorm=ics").body.contains("vergaderen.example"))
            }
            for (person, comes) in [(guest, true), (waiting, false)] {
                try await site.visit(as: person) { client in
                    try await client.join()
                    #expect(try await !client.get(path).body.contains(Self.link))
                    try await client.press(comes ? "Meld je aan" : "Zet me op de wachtlijst")
                    #expect(client.page.body.contains(Self.link) == comes)
                }
                let mail = try #require(try await site.deliverMail().first { $0.subject == "Aangemeld: Samen online" })
                #expect(mail.text.contains(Self.link) == comes)
            }
        }
    }

    @Test func `a meeting that is over stays in its region, and its organiser is asked for the minutes`() async throws {
        try await withOnlineMeeting { site, organiser, path in
            site.world.clock.advance(days: 22)
            try await site.visit { visitor in
                let region = try await visitor.get("/regios/twente")
                let past = try #require(region.text.range(of: "Bijeenkomsten die geweest zijn"))
                #expect(region.text[past.upperBound...].contains("Samen online"))
                #expect(try await visitor.get("/bijeenkomsten?periode=geweest").text.contains("Samen online"))
                let page = try await visitor.get(path)
                #expect(page.text.contains("Er is nog geen verslag.") && !page.text.contains("gepland"))
            }
            try await site.visit(as: organiser) { client in
                try await client.get("/leernetwerk")
                try await client.follow("Schrijf het verslag: Samen online")
                try client.fill("verslag", "We spraken over uren.")
                try await client.press("Bewaar het verslag")
                #expect(try await !client.get("/leernetwerk").text.contains("Schrijf het verslag: Samen online"))
            }
        }
    }

    @Test func `nobody gets a seat once the meeting has begun`() async throws {
        try await withOnlineMeeting { site, _, path in
            let people = [
                try await site.world.coordinator(in: "RA0102"), try await site.world.coordinator(in: "RA0616"),
            ]
            for (person, button) in zip(people, ["Meld je aan", "Zet me op de wachtlijst"]) {
                try await site.visit(as: person) { client in
                    try await client.join()
                    try await client.get(path)
                    try await client.press(button)
                }
            }
            try await site.deliverMail()
            // 14:30 in Amsterdam on the day itself.
            site.world.clock.advance(days: 21, hours: 4, minutes: 30)
            try await site.visit(as: people[0]) { client in
                #expect(try await client.get(path).text.contains("Aanmelden kan niet meer."))
                try await client.get("/leernetwerk/lidmaatschap")
                let token = client.hidden(FormData.tokenField)
                let sent = try await client.post(
                    "\(path)/afmelden",
                    [(FormData.tokenField, token), (FormData.submissionField, UUID().uuidString)]
                )
                #expect(sent.status == 303 || sent.status == 200)
            }
            let gone: Int = try await site.value(
                """
                select count(*) from meeting_signups s join meetings m on m.id = s.meeting_id
                where m.title = 'Samen online' and s.state = 'cancelled'
                """
            )
            #expect(gone == 1)
            #expect(try await !site.deliverMail().contains { $0.subject.hasPrefix("Er is een plaats voor je") })
            let waiting: Int = try await site.value(
                """
                select count(*) from meeting_signups s join meetings m on m.id = s.meeting_id
                where m.title = 'Samen online' and s.state = 'waiting'
                """
            )
            #expect(waiting == 1)
        }
    }

    @Test func `a meeting that moves is reminded of again, and keeps seats for all who come`() async throws {
        try await withOnlineMeeting(seats: "2") { site, organiser, path in
            for region in ["RA0102", "RA0616"] {
                try await site.visit(as: site.world.coordinator(in: region)) { client in
                    try await client.join()
                    try await client.get(path)
                    try await client.press("Meld je aan")
                }
            }
            let subject = "Binnenkort: Samen online"
            site.world.clock.advance(days: 19)
            #expect(try await site.remind().filter { $0.subject == subject }.count == 2)
            try await site.visit(as: organiser) { client in
                try await client.get("\(path)/wijzigen")
                try client.fill("plaatsen", "1")
                try await client.press("Bewaar de bijeenkomst")
                #expect(client.page.status == 400 && client.page.text.contains("Er komen al 2 mensen."))
                try client.fill("plaatsen", "2")
                try client.fill("agenda", "Kennismaken")
                try await client.press("Bewaar de bijeenkomst")
                // Only another moment is worth another reminder.
                #expect(try await site.remind().filter { $0.subject == subject }.isEmpty)
                try await client.get("\(path)/wijzigen")
                try client.fill("begin", "15:00")
                try client.fill("einde", "17:00")
                try await client.press("Bewaar de bijeenkomst")
            }
            #expect(try await site.remind().filter { $0.subject == subject }.count == 2)
        }
    }

    @Test func `reminding leaves the public content as it is, and so does a statement that changes nothing`()
        async throws
    {
        try await withOnlineMeeting { site, _, path in
            try await site.visit(as: site.world.coordinator(in: "RA0102")) { client in
                try await client.join()
                try await client.get(path)
                try await client.press("Meld je aan")
            }
            func version() async throws -> Int { try await site.value("select version from content_version") }
            site.world.clock.advance(days: 19)
            let before = try await version()
            // With something to say, and without.
            #expect(try await !site.remind().isEmpty)
            #expect(try await version() == before)
            try await RemindNetwork(world: site.world.world)()
            #expect(try await version() == before)
            try await site.run("update questions set title = title; delete from answers where false")
            #expect(try await version() == before)
            for change in [
                "update questions set title = title || '!'", "update copies set outcome = 'Anders.'",
                "delete from toolbox_items where region_code = 'RA0205'",
            ] {
                let before = try await version()
                try await site.run(change)
                #expect(try await version() == before + 1, "\(change)")
            }
        }
    }
}
