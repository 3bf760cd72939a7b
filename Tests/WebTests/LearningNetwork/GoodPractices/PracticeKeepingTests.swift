import Actions
import Domain
import Foundation
import HTTPBase
import Mail
import Postgres
import Store
import TestSupport
import Testing

/// Who answers for a good practice, what a reader's remark does to what is public, and what nobody may rewrite.
@Suite struct PracticeKeepingTests {
    static let path = "/goede-praktijken/een-begeleider-voor-vier"

    @Test func `only a colleague becomes the contact`() async throws {
        try await withPublishedPractice { site, author, reader in
            let stranger = try await site.member(reader)
            try await site.visit(as: author) { client in
                for contact in ["\(stranger)", "00000000-0000-4000-8000-0000000000ff"] {
                    let page = try await client.postPractice(at: Self.path, ["contact": contact])
                    #expect(page.status == 400 && page.text.contains("Kies als contactpersoon iemand uit de lijst."))
                }
                #expect(try await client.postPractice(at: Self.path).status == 200)
            }
            let error = await #expect(throws: DatabaseError.self) {
                try await site.act(
                    author,
                    "update good_practices set contact_id = \(stranger) where slug = 'een-begeleider-voor-vier'"
                )
            }
            #expect(error?.constraint == "good_practices_contact_is_colleague")
        }
    }

    @Test func `an action of a meeting is for whoever comes or a colleague`() async throws {
        try await withPublishedPractice { site, author, reader in
            let stranger = try await site.member(reader)
            let path = try await site.visit(as: author) { client in
                try await client.organise("Leertafel acties", seats: "")
            }
            @Sendable func give(_ client: WebClient) async throws -> WebPage {
                try await client.get("\(path)/acties")
                return try await client.post(
                    "\(path)/acties",
                    [
                        (FormData.tokenField, client.hidden(FormData.tokenField)),
                        (FormData.submissionField, client.hidden(FormData.submissionField)), ("actie", "Bel de school"),
                        ("wie", "\(stranger)"), ("voor", "2026-12-24"),
                    ]
                )
            }
            try await site.visit(as: author) { client in
                let page = try await give(client)
                #expect(page.status == 400 && page.text.contains("Kies een lid uit de lijst."), "\(page.status)")
            }
            let error = await #expect(throws: DatabaseError.self) {
                try await site.act(
                    author,
                    """
                    insert into meeting_actions (id, meeting_id, sentence, owner_id, due_on)
                    select gen_random_uuid(), id, 's', \(stranger), '2026-12-24' from meetings where title = 'Leertafel acties'
                    """
                )
            }
            #expect(error?.sqlState == "42501")
            try await site.visit(as: reader) { client in
                try await client.get(path)
                try await client.press("Meld je aan")
            }
            try await site.visit(as: author) { client in
                let page = try await give(client)
                #expect(page.text.contains("Bel de school"))
            }
        }
    }

    @Test func `what is public stays complete, also as a draft`() async throws {
        try await withPublishedPractice { site, author, _ in
            try await site.visit(as: author) { client in
                let page = try await client.postPractice(at: Self.path, ["stap": "concept", "probleem": ""])
                #expect(page.status == 400 && page.text.contains("Vul het probleem in. Deze tekst is openbaar"))
                #expect(page.body.contains("Eén begeleider voor tien praktijken"))
            }
            try await site.visit { visitor in
                let page = try await visitor.get(Self.path)
                #expect(page.status == 200)
            }
        }
    }

    @Test func `a remark on changed words leaves the practice public and unread, until it is answered`() async throws {
        try await withPublishedPractice { site, author, reader in
            try await site.deliverMail()
            try await site.visit(as: author) { client in
                let page = try await client.postPractice(at: Self.path)
                #expect(page.status == 200)
            }
            try await site.visit(as: reader) { client in
                try await client.get(Self.path)
                try client.fill("opmerking", "Tien kan toch niet?")
                try await client.press("Stuur mijn opmerking")
                #expect(client.page.status == 200 && client.page.text.contains("nog niet opnieuw nagelezen"))
                #expect(!client.page.text.contains("Tien kan toch niet?"))
                #expect(try await !client.get("/leernetwerk").text.contains("Lees de wijziging mee"))
            }
            #expect(
                try await site.deliverMail().contains {
                    $0.text.contains("Tien kan toch niet?") && $0.text.contains("blijft openbaar")
                }
            )
            try await site.visit { visitor in
                let page = try await visitor.get(Self.path)
                #expect(page.status == 200 && page.text.contains("tien praktijken"))
                #expect(!page.text.contains("Tien kan toch niet?"))
            }
            try await site.visit(as: author) { client in
                #expect(
                    try await client.get("/leernetwerk").text.contains(
                        "Een ander lid heeft een opmerking bij je wijziging"
                    )
                )
                #expect(try await client.get(Self.path).text.contains("Tien kan toch niet?"))
                _ = try await client.postPractice(at: Self.path, ["aanpak": "Eén begeleider voor vijf praktijken"])
                #expect(try await !client.get(Self.path).text.contains("Tien kan toch niet?"))
            }
            try await site.visit(as: reader) { client in
                #expect(try await client.get("/leernetwerk").text.contains("Lees de wijziging mee"))
                try await client.get(Self.path)
                try await client.press("Keur de wijziging goed")
                #expect(!client.page.text.contains("nog niet opnieuw nagelezen"))
            }
        }
    }

    @Test func `whoever reads changes no words, and nobody rewrites where a practice comes from`() async throws {
        try await withPublishedPractice { site, author, reader in
            try await site.visit(as: author) { _ = try await $0.postPractice(at: Self.path) }
            let readerID = try await site.member(reader)
            let tries: [(Actor, SQL)] = [
                (reader, "state = 'retired', validated_by_id = \(readerID)"), (reader, "slug = 'van-mij'"),
                (reader, "remark = 'x', confirmed_on = \(site.world.world.today + 1)"),
                (reader, "remark = 'x', validated_by_id = null"),
                (reader, "state = 'returned', validated_by_id = \(readerID)"),
                (author, "organisation_name = 'x'"), (author, "source = 'x'"),
                (author, "is_fictional = not is_fictional"),
                (author, "slug = 'van-mij'"), (author, "state = 'draft'"), (author, "remark = 'zelf gezegd'"),
                (author, "unread_since = null"),
            ]
            for (actor, change) in tries {
                let error = await #expect(throws: DatabaseError.self, "\(change)") {
                    try await site.act(
                        actor,
                        "update good_practices set \(sql: change) where slug = 'een-begeleider-voor-vier'"
                    )
                }
                #expect(
                    ["good_practices_kept_by_author", "good_practices_second_member"].contains(error?.constraint ?? ""),
                    "\(change): \(error?.constraint ?? "")"
                )
            }
        }
    }
}

/// A network with one published practice; author and reader work in different organisations.
func withPublishedPractice(
    _ journey: @escaping @Sendable (TestSite, _ author: Actor, _ reader: Actor) async throws -> Void
) async throws {
    try await withNewNetwork { site in
        let (author, reader) = (
            try await site.world.coordinator(in: "RA0205"), try await site.world.coordinator(in: "RA0102")
        )
        try await site.visit(as: author) { client in
            try await client.join()
            try await client.get("/goede-praktijken/nieuw")
            for (name, value) in [
                ("naam", "Een begeleider voor vier"), ("probleem", "Te weinig uren"),
                ("aanpak", "Eén begeleider voor vier praktijken"), ("resultaat", "Zes plekken erbij"),
            ] { try client.fill(name, value) }
            try client.check("knelpunt", value: "supervision")
            try await client.press("Stuur in voor een tweede lezer")
        }
        try await site.visit(as: reader) { client in
            try await client.join()
            try await client.get(PracticeKeepingTests.path)
            try await client.press("Keur goed en maak openbaar")
        }
        try await journey(site, author, reader)
    }
}

extension TestSite {
    /// The membership of this coordinator.
    func member(_ actor: Actor) async throws -> UUID {
        try await value("select id from network_members where staff_member_id = \(actor.staffMemberID)")
    }

    /// One statement with the rights of this coordinator.
    func act(_ actor: Actor, _ statement: SQL) async throws {
        try await world.world.database.transaction(as: actor.acting) { connection in
            _ = try await connection.execute(statement)
        }
    }
}

extension WebClient {
    /// Posts the form of a practice as it is shown, with other values in some fields.
    func postPractice(at path: String, _ changes: [String: String] = [:]) async throws -> WebPage {
        try await get("\(path)/wijzigen")
        var fields = [
            "naam": "Een begeleider voor vier", "probleem": "Te weinig uren",
            "aanpak": "Eén begeleider voor tien praktijken", "resultaat": "Zes plekken erbij",
            "knelpunt": "supervision",
            "regio": "RA0205", "versie": hidden("versie"),
        ]
        for name in [FormData.tokenField, FormData.submissionField] { fields[name] = hidden(name) }
        fields.merge(changes) { _, new in new }
        return try await post("\(path)/wijzigen", fields.map { ($0.key, $0.value) })
    }
}
