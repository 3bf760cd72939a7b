import Actions
import Domain
import Foundation
import Logging
import Mail
import Matching
import Postgres
import TestSupport
import Testing

/// Candidates of the small country, as tests meet them.
extension TestSite {
    static let origin = "https://doorwijzer.example"

    struct Person {
        let id: Candidate.ID
        let reference: Reference
        let mail: String
        let givenName: String
    }

    /// The candidate of a case.
    func person(of reference: Reference) async throws -> Person {
        let found = try await rows(
            """
            select i.candidate_id, i.mail, i.given_name from candidate_identities i
            join case_files f on f.candidate_id = i.candidate_id where f.reference = \(reference)
            """
        ) { row in try (row.next(Candidate.ID.self), row.next(String.self), row.next(String.self)) }
        let row = try #require(found.first)
        return Person(id: row.0, reference: reference, mail: row.1, givenName: row.2)
    }

    /// The link in the only mail that is delivered now, as a path.
    func deliveredLink() async throws -> String {
        let mails = try await deliverMail()
        let link = try #require(mails.flatMap { $0.links(beginning: Self.origin) }.first)
        return String(link.dropFirst(Self.origin.count))
    }

    /// Signs in as a candidate does: with a link from the mail.
    func signIn(_ person: Person, _ client: WebClient) async throws {
        try await client.get("/mijn/aanmelden")
        try client.fill("mail", person.mail)
        try await client.press("Stuur mij een link")
        let mails = try await deliverMail().filter { $0.to.contains(person.mail) }
        let link = try #require(mails.last?.links(beginning: Self.origin).first)
        try await client.get(String(link.dropFirst(Self.origin.count)))
        try await client.press("Meld me aan")
        try #require(client.page.path == "/mijn", "\(client.page.text.prefix(400))")
    }

    /// The coordinator of the candidate of the story refers the case to the region that was agreed to.
    func referStory(by own: Actor, _ client: WebClient) async throws {
        let file = DemoStory().waitingInFullRegion
        let snapshot = MatchSnapshot(world: world.world, logger: Logger(label: "test"))
        let ranking = try await RankPlacesForCase(world: world.world, matching: snapshot)(file, by: own)
        let place = try #require(ranking.elsewhere.first { $0.place.regionCode == DemoStory.roomyRegion }?.place)
        try await client.get("/kandidaten/\(file)/doorverwijzen?regio=\(DemoStory.roomyRegion)&plek=\(place.reference)")
        try client.fill("motivatie", "Bij ons is alles vol.")
        try await client.press("Verstuur de doorverwijzing")
        try #require(client.page.path.hasPrefix("/doorverwijzingen/"), "\(client.page.text.prefix(400))")
    }
}
