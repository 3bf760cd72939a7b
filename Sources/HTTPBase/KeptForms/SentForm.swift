public import Domain
public import Foundation
import HTTPTypes
public import Hummingbird

/// To whom a page with a form was given. A form's token says it, so that what comes too late finds its way back; it is believed
/// only to show less: what is kept for someone is shown to nobody else.
public enum FormOwner: Hashable, Sendable {
    case staff(StaffMember.ID)
    case candidate(Candidate.ID)

    /// Nil for a token of a visitor, and for anything else.
    init?(token: String) {
        guard let dot = token.lastIndex(of: ".") else { return nil }
        let text = token[token.index(after: dot)...]
        guard let kind = text.first, let id = UUID(uuidString: String(text.dropFirst())) else { return nil }
        switch kind {
        case "s": self = .staff(StaffMember.ID(id))
        case "c": self = .candidate(Candidate.ID(id))
        default: return nil
        }
    }

    /// As it stands in a token.
    var text: String {
        switch self {
        case .staff(let id): "s\(id)"
        case .candidate(let id): "c\(id)"
        }
    }
}

extension SignedIn {
    public var owner: FormOwner {
        switch self {
        case .staff(let session): .staff(session.staffMemberID)
        case .candidate(let session): .candidate(session.candidateID)
        }
    }
}

/// A form as it was sent, without its secrets and files.
public struct SentForm: Hashable, Codable, Sendable {
    public struct Field: Hashable, Codable, Sendable {
        public let name: String
        public let value: String
    }

    /// The address it was sent to.
    public let action: String
    /// Pages on which it may stand, the likeliest first.
    public let homes: [String]
    public let fields: [Field]

    public init(action: String, homes: [String], fields: [Field]) {
        self.action = action
        self.homes = homes
        self.fields = fields
    }

    /// Every value of a field, in the order of the page.
    public var values: [String: [String]] { Dictionary(grouping: fields, by: \.name).mapValues { $0.map(\.value) } }

    /// Nothing but a button was pressed.
    public var isEmpty: Bool { fields.isEmpty }

    init(_ data: FormData, of request: Request, routes: KnownRoutes) {
        action = request.uri.string
        homes = Self.homes(of: request, routes)
        fields = data.pairs.filter { !Self.isLeftOut($0.name) }.map { Field(name: $0.name, value: $0.value) }
    }

    /// The page that the browser came from, else where forms usually stand: at the address they go to, beside it, or above it.
    private static func homes(of request: Request, _ routes: KnownRoutes) -> [String] {
        var found: [String] = []
        func add(_ page: String) {
            let path = page.prefix { $0 != "?" }
            // What was said once is not said again, and what was put in before is put in anew.
            let query = page.dropFirst(path.count + 1).split(separator: "&").filter {
                !$0.hasPrefix("\(KeptForms.key)=") && !$0.hasPrefix("melding=")
            }
            let home = query.isEmpty ? String(path) : "\(path)?\(query.joined(separator: "&"))"
            guard ownPath(home) != nil, !found.contains(home), routes.opens(String(path)) else { return }
            found.append(home)
        }
        if let referer = request.headers[.referer], let scheme = referer.range(of: "://") {
            let rest = referer[scheme.upperBound...]
            if let slash = rest.firstIndex(of: "/") { add(String(rest[slash...].prefix { $0 != "#" })) }
        }
        var path = request.uri.path
        for end in ["", "/nieuw", "/wijzigen"] { add(path + end) }
        while let slash = path.lastIndex(of: "/"), slash > path.startIndex, found.count < 4 {
            path = String(path[..<slash])
            add(path)
        }
        return Array(found.prefix(4))
    }

    /// The hidden field that tells which kept form is being sent again.
    static let marker = "_bewaard"

    /// What belongs to one sending, and what nobody may keep.
    private static func isLeftOut(_ name: String) -> Bool {
        [FormData.tokenField, FormData.submissionField, marker].contains(name) || isSecret(name)
    }

    /// Passwords, codes, and keys that wait for one.
    public static func isSecret(_ name: String) -> Bool {
        ["nieuw", "code", "sleutel", "poging"].contains(name) || name.contains("wachtwoord")
    }
}

/// A form that was kept.
public struct KeptForm: Sendable {
    public let id: UUID
    /// Nil when the page was for any visitor.
    public let owner: FormOwner?
    public let form: SentForm

    public init(id: UUID, owner: FormOwner?, form: SentForm) {
        self.id = id
        self.owner = owner
        self.form = form
    }

    /// Where it can be gone on with.
    public static func path(_ id: UUID) -> String { "/bewaard/\(id.uuidString.lowercased())" }
}

/// Keeps forms that came too late, each for the browser that sent it. Whoever implements it decides for how long and how many.
public protocol FormKeeping: Sendable {
    func keep(_ form: SentForm, of owner: FormOwner?, in browser: TokenHash, visitor: String) async throws -> Keeping
    func find(_ id: UUID, in browser: TokenHash) async throws -> KeptForm?
    func forget(_ id: UUID, in browser: TokenHash) async throws
    /// A secret for a browser that has none yet.
    func newBrowser() -> SessionToken
    /// How long the browser keeps its secret.
    var seconds: Int { get }
}

public enum Keeping: Hashable, Sendable {
    case kept(UUID)
    case tooLarge
    case tooMany
}

extension HostCookie {
    /// The secret with which a browser finds what it sent.
    public static let keptForms = HostCookie("tekst")
}

extension Request {
    /// The browser's secret for kept forms; nil when nothing of it was kept lately.
    public var keptFormsBrowser: SessionToken? {
        HostCookie.keptForms.value(in: self).flatMap { SessionToken(cookieValue: $0) }
    }
}
