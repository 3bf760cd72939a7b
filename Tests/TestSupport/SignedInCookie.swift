public import Actions
import HTTPBase
import Site
import Store
import Web

extension TestSite {
    /// The cookie of a new session of this coordinator, as `name=value`, for whoever asks another server on the same database.
    public func cookie(of actor: Actor) async throws -> String {
        let token = try await DatabaseSessions(world: world.world)
            .begin(for: .staff(actor.staffMemberID), device: "proef")
        return "\(SessionToken.cookieName)=\(token.text)"
    }
}
