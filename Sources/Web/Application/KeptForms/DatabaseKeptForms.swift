import Actions
import Foundation
import HTTPBase
import Site
import Store

/// Kept forms in the database, sealed, for an hour.
struct DatabaseKeptForms: FormKeeping {
    let world: World

    private var keeping: KeepForm { KeepForm(world: world) }

    var seconds: Int { Int(KeepForm.seconds) }

    func newBrowser() -> SessionToken { SessionToken(bytes: world.randomBytes(SessionToken.byteCount)) }

    func keep(_ form: SentForm, of owner: FormOwner?, in browser: TokenHash, visitor: String) async throws -> Keeping {
        let content = Array(try JSONEncoder().encode(form))
        do {
            return .kept(try await keeping(content, of: owner?.person, browser: browser.bytes, visitor: visitor))
        } catch KeepForm.Refusal.tooLarge {
            return .tooLarge
        } catch KeepForm.Refusal.tooMany {
            return .tooMany
        }
    }

    func find(_ id: UUID, in browser: TokenHash) async throws -> KeptForm? {
        try await keeping.find(id, browser: browser.bytes).flatMap(Self.read)
    }

    /// What this browser sent, the newest first.
    func forms(in browser: TokenHash) async throws -> [KeptForm] {
        try await keeping.forms(browser: browser.bytes).compactMap(Self.read)
    }

    func forget(_ id: UUID, in browser: TokenHash) async throws {
        try await keeping.forget(id, browser: browser.bytes)
    }

    /// Nil for what an earlier version wrote differently.
    private static func read(_ kept: KeepForm.Kept) -> KeptForm? {
        guard let form = try? JSONDecoder().decode(SentForm.self, from: Data(kept.content)) else { return nil }
        return KeptForm(id: kept.id, owner: kept.person.map { FormOwner($0) }, form: form)
    }
}

extension FormOwner {
    fileprivate var person: SessionStore.Person {
        switch self {
        case .staff(let id): .staff(id)
        case .candidate(let id): .candidate(id)
        }
    }

    fileprivate init(_ person: SessionStore.Person) {
        switch person {
        case .staff(let id): self = .staff(id)
        case .candidate(let id): self = .candidate(id)
        }
    }
}
