import Domain
public import Foundation
import HTTPTypes
public import Hummingbird
import Synchronization

/// Forms of our own pages that came too late to be taken: the session had ended, or the page was too old. They are kept, and put
/// back into the page they stood on, so that nothing typed is lost and nothing is done without a press of its own button.
public struct KeptForms: Sendable {
    /// A page with what was typed put back into its form.
    public struct Filled: Sendable {
        public let html: String
        public init(html: String) { self.html = html }
    }

    let store: any FormKeeping
    let fill: @Sendable (_ html: String, KeptForm) -> Filled?
    let remark: @Sendable (_ html: String, _ action: String, _ id: UUID) -> String
    let show: @Sendable (KeptForm, VisitorContext) throws -> Response

    /// - Parameters:
    ///   - fill: puts a kept form into a page; nil when its form does not stand there.
    ///   - remark: marks the form of a page that shows it again, so that it is known which kept form is being sent.
    ///   - show: a page with what was typed, for when its form is nowhere any more.
    public init(
        store: any FormKeeping,
        fill: @escaping @Sendable (_ html: String, KeptForm) -> Filled?,
        remark: @escaping @Sendable (_ html: String, _ action: String, _ id: UUID) -> String,
        show: @escaping @Sendable (KeptForm, VisitorContext) throws -> Response
    ) {
        self.store = store
        self.fill = fill
        self.remark = remark
        self.show = show
    }

    /// In the query of a page: which form to put into it, and the how manieth of its pages this is.
    static let key = "bewaard"

    /// The first page on which a form may stand, with the form to put into it.
    public static func firstPage(of kept: KeptForm) -> String? { page(0, of: kept) }

    /// A page with what was typed.
    public func page(of kept: KeptForm, _ context: VisitorContext) throws -> Response { try show(kept, context) }

    fileprivate static func page(_ number: Int, of kept: KeptForm) -> String? {
        guard kept.form.homes.indices.contains(number) else { return nil }
        return addingQuery(key, "\(kept.id.uuidString.lowercased()).\(number)", to: kept.form.homes[number])
    }

    // MARK: Keeping

    /// Keeps a form, and tells how that went.
    func keep(_ request: Request, _ context: VisitorContext, _ routes: KnownRoutes) async throws -> SentTooLate {
        let form = SentForm(context.formData, of: request, routes: routes)
        let browser = request.keptFormsBrowser ?? store.newBrowser()
        let owner = FormOwner(token: context.formData[FormData.tokenField] ?? "")
        let keeping = try await store.keep(form, of: owner, in: browser.hash, visitor: context.addressText)
        guard case .kept(let id) = keeping else { return SentTooLate(keeping: keeping, isEmpty: form.isEmpty) }
        if let earlier = context.formData[SentForm.marker].flatMap(UUID.init(uuidString:)) {
            try await store.forget(earlier, in: browser.hash)
        }
        var response = Response(status: .ok)
        response.set(.keptForms, to: browser.text, seconds: store.seconds)
        return SentTooLate(keeping: .kept(id), isEmpty: form.isEmpty, cookie: response.headers[.setCookie])
    }
}

/// A form of our own page that could not be taken any more.
struct SentTooLate: Error {
    let keeping: Keeping
    /// Nothing but a button was pressed.
    let isEmpty: Bool
    var cookie: String?
}

/// Puts a kept form into the page that is opened for it, and forgets it when it was sent after all.
struct KeptFormsMiddleware: RouterMiddleware {
    typealias Context = VisitorContext
    let kept: KeptForms

    func handle(
        _ request: Request,
        context: VisitorContext,
        next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        guard let browser = request.keptFormsBrowser else { return try await next(request, context) }
        if request.method == .get, let (id, number, plain) = Self.asked(request) {
            return try await fill(id, number, plain, browser, context, next)
        }
        if request.method == .post,
            let id = context.formData[SentForm.marker].flatMap({ UUID(uuidString: $0) })
        {
            return try await finish(id, request, browser, context, next)
        }
        return try await next(request, context)
    }

    // MARK: Put into its page

    private func fill(
        _ id: UUID,
        _ number: Int,
        _ plain: Request,
        _ browser: SessionToken,
        _ context: VisitorContext,
        _ next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        guard let found = try await kept.store.find(id, in: browser.hash) else {
            return .seeOther(KeptForm.path(id))
        }
        try context.requireOwner(of: found)
        guard found.isFor(context) else { return .seeOther(KeptForm.path(id)) }
        var response: Response
        do {
            response = try await next(plain, context)
        } catch let error where Self.isOfThePage(error) {
            return try elsewhere(found, after: number, context)
        }
        guard response.status == .ok, let html = try await response.html(), let filled = kept.fill(html, found) else {
            return try elsewhere(found, after: number, context)
        }
        response = response.replacingHTML(filled.html)
        return response
    }

    /// The next page on which the form may stand; without one, a page with what was typed.
    private func elsewhere(_ found: KeptForm, after number: Int, _ context: VisitorContext) throws -> Response {
        if let page = KeptForms.page(number + 1, of: found) { return .seeOther(page) }
        return try kept.show(found, context)
    }

    /// The page is not there any more, or not for this person: no reason to withhold what was typed.
    private static func isOfThePage(_ error: any Error) -> Bool {
        error is NotFound || error is Conflict || error is Forbidden || error is Rejected || error is MalformedRequest
    }

    /// Which form is asked for, on the how manieth of its pages, and the request without that.
    private static func asked(_ request: Request) -> (id: UUID, number: Int, plain: Request)? {
        guard let query = request.uri.query else { return nil }
        let parts = query.split(separator: "&")
        guard let mark = parts.first(where: { $0.hasPrefix("\(KeptForms.key)=") }) else { return nil }
        let words = mark.dropFirst(KeptForms.key.count + 1).split(separator: ".")
        guard words.count == 2, let id = UUID(uuidString: String(words[0])), let number = Int(words[1]),
            number >= 0
        else { return nil }
        var head = request.head
        let rest = parts.filter { $0 != mark }.joined(separator: "&")
        head.path = request.uri.path + (rest.isEmpty ? "" : "?\(rest)")
        return (id, number, Request(head: head, body: request.body))
    }

    // MARK: Sent after all

    /// Forgets the form once it was taken; a form that is shown again keeps its mark.
    private func finish(
        _ id: UUID,
        _ request: Request,
        _ browser: SessionToken,
        _ context: VisitorContext,
        _ next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        if response.status.kind == .successful || response.status.kind == .redirection {
            try await kept.store.forget(id, in: browser.hash)
            return response
        }
        guard let html = try await response.html() else { return response }
        return response.replacingHTML(kept.remark(html, request.uri.string, id))
    }
}

extension KeptForm {
    /// Whether it may be shown to whoever asks.
    public func isFor(_ context: VisitorContext) -> Bool {
        owner == nil || owner == context.signedIn?.owner
    }
}

extension VisitorContext {
    /// Sends whoever is not signed in to where the owner of a kept form signs in.
    public func requireOwner(of kept: KeptForm) throws {
        guard signedIn == nil else { return }
        switch kept.owner {
        case .staff: throw SignInRequired()
        case .candidate: throw CandidateSignInRequired()
        case nil: return
        }
    }
}

extension Response {
    /// The page as text; nil for anything else. The answer itself is used up by this.
    func html() async throws -> String? {
        guard headers[.contentType]?.hasPrefix("text/html") == true else { return nil }
        return String(buffer: try await collectedBody())
    }

    /// The same answer with another page. It holds what someone typed, so it is never kept.
    func replacingHTML(_ html: String) -> Response {
        var response = self
        response.body = ResponseBody(byteBuffer: ByteBuffer(string: html))
        response.headers[.contentLength] = nil
        response.headers[.eTag] = nil
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// The whole body.
    public func collectedBody() async throws -> ByteBuffer {
        let collected = CollectedBody()
        try await body.write(BodyCollector(collected: collected))
        return collected.buffer
    }
}

private final class CollectedBody: Sendable {
    private let state = Mutex(ByteBuffer())
    var buffer: ByteBuffer { state.withLock { $0 } }
    func add(_ buffer: ByteBuffer) { state.withLock { _ = $0.writeImmutableBuffer(buffer) } }
}

private struct BodyCollector: ResponseBodyWriter {
    let collected: CollectedBody
    mutating func write(_ buffer: ByteBuffer) async throws { collected.add(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
