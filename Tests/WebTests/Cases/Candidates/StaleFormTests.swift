import Foundation
import Postgres
import TestSupport
import Testing

/// Two people change the same at once: the second one keeps what was typed, reads that it was changed, and can save it again.
@Suite struct StaleFormTests {
    /// Opens a form, has it overtaken, and sends it.
    private func overtaken(
        _ client: WebClient,
        _ path: String,
        fill fields: [String: String],
        press button: String,
        meanwhile: () async throws -> Void
    ) async throws {
        try await client.get(path)
        #expect(client.page.status == 200, "\(path)")
        for (name, value) in fields { try client.fill(name, value) }
        try await meanwhile()
        try await client.press(button)
        #expect(client.page.status == 409, "\(path)")
        #expect(client.page.text.contains("Intussen gewijzigd"), "\(path)")
        for value in fields.values { #expect(client.page.body.contains(value), "\(path): \(value)") }
        try await client.press(button)
        #expect(client.page.status == 200, "\(path): \(client.page.text.prefix(300))")
        #expect(!client.page.text.contains("Intussen gewijzigd"))
    }

    @Test func `a meeting, its minutes, a membership and an outcome are not lost`() async throws {
        try await withNewNetwork { site in
            let person = try await site.world.coordinator(in: "RA0205")
            @Sendable func touch(_ table: String) async throws {
                try await site.run("update \(table) set version = version + 1")
            }
            let path = try await site.visit(as: person) { client in
                try await client.join()
                let path = try await client.organise("Twee tegelijk", seats: "")
                try await overtaken(
                    client,
                    "\(path)/wijzigen",
                    fill: ["agenda": "Eerst koffie, dan werken"],
                    press: "Bewaar de bijeenkomst"
                ) { try await touch("meetings") }
                #expect(client.page.text.contains("Eerst koffie, dan werken"))

                try await overtaken(
                    client,
                    "/leernetwerk/lidmaatschap",
                    fill: ["weet": "Hoe je uren deelt"],
                    press: "Bewaar mijn lidmaatschap"
                ) { try await touch("network_members") }

                let practice: String = try await site.value(
                    "select slug from good_practices where state = 'published' order by slug limit 1"
                )
                try await client.get("/goede-praktijken/\(practice)/overnemen")
                try client.fill("regio", "RA0205")
                try client.fill("bedoeling", "Wij delen ook uren.")
                try await client.press("Dit nemen wij over")
                let copy: UUID = try await site.value("select id from copies where intention = 'Wij delen ook uren.'")
                try await overtaken(
                    client,
                    "/overgenomen/\(copy.uuidString.lowercased())",
                    fill: ["hoe": "worked", "uitkomst": "Twee plekken erbij"],
                    press: "Bewaar wat ervan kwam"
                ) { try await touch("copies") }
                return path
            }
            site.world.clock.advance(days: 22)
            try await site.visit(as: person) { client in
                try await overtaken(
                    client,
                    "\(path)/verslag",
                    fill: ["verslag": "We dronken koffie."],
                    press: "Bewaar het verslag"
                ) { try await touch("meetings") }
                #expect(client.page.text.contains("We dronken koffie."))
            }
        }
    }

    @Test func `a practice, a tool and an organisation on the map are not lost`() async throws {
        try await withNewNetwork { site in
            let person = try await site.world.coordinator(in: "RA0205")
            try await site.visit(as: person) { client in
                try await client.join()
                func touch(_ table: String) async throws {
                    try await site.run("update \(table) set version = version + 1")
                }
                try await client.get("/goede-praktijken/nieuw")
                try client.fill("naam", "Samen opleiden in de wijk")
                try await client.press("Bewaar als concept")
                try await overtaken(
                    client,
                    "/goede-praktijken/samen-opleiden-in-de-wijk/wijzigen",
                    fill: ["probleem": "Te weinig uren in de wijk"],
                    press: "Bewaar als concept"
                ) { try await touch("good_practices") }
                #expect(client.page.text.contains("Te weinig uren in de wijk"))

                for (shelf, new, fields, changed) in [
                    (
                        "gereedschap", ["soort": "form", "titel": "Wijkformulier", "organisatie": "ROC"],
                        ["tekst": "Voor elke wijk"], "toolbox_items"
                    ),
                    (
                        "sociale-kaart", ["soort": "school", "naam": "Wijkschool", "tekst": "Les"],
                        ["tekst": "Les in de wijk"], "social_map_entries"
                    ),
                ] {
                    let url = "/regios/twente/\(shelf)"
                    try await client.get("\(url)/nieuw")
                    for (name, value) in new { try client.fill(name, value) }
                    try await client.press(shelf == "gereedschap" ? "Zet het erbij" : "Zet de organisatie erbij")
                    let title = try #require(new["titel"] ?? new["naam"])
                    let address = try #require(client.page.links.first { $0.text.hasPrefix(title) }?.href)
                    try await overtaken(client, address, fill: fields, press: "Bewaar: dit klopt vandaag") {
                        try await touch(changed)
                    }
                }
            }
        }
    }
}
