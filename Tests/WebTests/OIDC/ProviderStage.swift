import Actions
import Domain
import Foundation
import HTTPBase
import Postgres
import TestSupport

/// A site, a provider that is registered there, and a visitor.
struct ProviderStage {
    let site: TestSite
    let provider: StubProvider
    let client: WebClient
    let providerID: IdentityProvider.ID
    /// A coordinator.
    let anna: Actor

    /// Somebody else of the same organisation.
    func colleague() async throws -> Actor {
        let rows = try await site.rows(
            """
            select r.staff_member_id, t.id, t.region_code from staff_roles r
            join teams t on t.id = r.team_id
            join staff_members m on m.id = r.staff_member_id
            join staff_members a on a.organisation_id = m.organisation_id and a.id = \(anna.staffMemberID)
            where r.role = 'coordinator' and m.id <> a.id order by t.id = \(anna.teamID) desc, m.id limit 1
            """
        ) { row in
            Actor(staffMemberID: try row.next(), teamID: try row.next(), regionCode: try row.next())
        }
        guard let actor = rows.first else { throw NotFound() }
        return actor
    }

    /// A coordinator of another organisation.
    func stranger() async throws -> Actor {
        let rows = try await site.rows(
            """
            select r.staff_member_id, t.id, t.region_code from staff_roles r
            join teams t on t.id = r.team_id
            join staff_members m on m.id = r.staff_member_id
            join staff_members a on a.organisation_id <> m.organisation_id and a.id = \(anna.staffMemberID)
            where r.role = 'coordinator' order by m.id limit 1
            """
        ) { row in
            Actor(staffMemberID: try row.next(), teamID: try row.next(), regionCode: try row.next())
        }
        guard let actor = rows.first else { throw NotFound() }
        return actor
    }

    var beginPath: String { "/oidc/zorgrand/begin" }
    var linkPath: String { "/oidc/zorgrand/begin?koppel=ja" }

    // MARK: The way to the provider and back

    /// Follows the link to the provider; the address that the browser is sent to.
    func begin(_ client: WebClient, at path: String? = nil) async throws -> String {
        let page = try await client.send("GET", path ?? beginPath, followRedirects: false)
        guard page.status == 303, let address = page.headers["location"] else { throw Unexpected(page: page) }
        return address
    }

    /// Signs in at the provider; the path with its answer.
    func answer(_ client: WebClient, as subject: String, at path: String? = nil) async throws -> String {
        let (answer, asked) = try provider.signIn(try await begin(client, at: path), as: subject)
        guard asked["redirect_uri"] == "https://doorwijzer.example/oidc/terug" else { throw NotFound() }
        return answer
    }

    @discardableResult
    func come(_ client: WebClient, back address: String, as subject: String) async throws -> WebPage {
        try await client.get(provider.signIn(address, as: subject).path)
    }

    /// The whole way.
    @discardableResult
    func signIn(_ client: WebClient, as subject: String, query: String) async throws -> WebPage {
        try await signIn(client, as: subject, at: beginPath + query)
    }

    @discardableResult
    func signIn(_ client: WebClient, as subject: String, at path: String? = nil) async throws -> WebPage {
        try await client.get(answer(client, as: subject, at: path))
    }

    func isSignedIn(_ client: WebClient) async throws -> Bool {
        try await client.send("GET", "/werklijst", followRedirects: false).status == 200
    }

    struct Unexpected: Error { let page: WebPage }

    // MARK: Behind the walls

    func change(_ sql: SQL) async throws {
        _ = try await site.world.owner.withConnection { connection in try await connection.execute(sql) }
    }

    func link(_ subject: String, to actor: Actor) async throws {
        try await change(
            """
            insert into oidc_subjects (provider_id, subject, staff_member_id, linked_at)
            values (\(providerID), \(subject), \(actor.staffMemberID), \(TestClock.start))
            """
        )
    }

    func subjects() async throws -> [String] {
        try await site.rows("select subject from oidc_subjects order by subject") { row in try row.next() }
    }

    func tokens() async throws -> [String] {
        try await site.rows("select encode(token_sha256, 'hex') from sessions") { row in try row.next() }
    }
}

func withProviderSite<Value: Sendable>(
    _ journey: @escaping @Sendable (ProviderStage) async throws -> Value
) async throws -> Value {
    try await withProvider { provider, http in
        try await withWorld { world in
            let directory = ProviderDirectory(
                http: http,
                secrets: ["STUB": StubProvider.clientSecret],
                now: world.world.now
            )
            let site = try await TestSite(world, providers: directory)
            let id = IdentityProvider.ID(UUID())
            let anna = try await site.coordinator(of: DemoStory().waitingInFullRegion)
            return try await site.visit { client in
                let stage = ProviderStage(site: site, provider: provider, client: client, providerID: id, anna: anna)
                try await stage.change(
                    """
                    insert into oidc_providers (id, organisation_id, name, slug, issuer, client_id, secret_name, is_enabled)
                    select \(id), organisation_id, 'Zorgrand (fictief)', 'zorgrand', \(provider.issuer),
                        \(StubProvider.clientID), 'STUB', true
                    from teams where id = \(anna.teamID)
                    """
                )
                return try await journey(stage)
            }
        }
    }
}
