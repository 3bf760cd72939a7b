package import Domain
import Foundation
package import HTTPBase
package import HTTPTypes
package import Hummingbird
import Synchronization

/// Keeps what visitors without a session get of public pages, as long as what they were made from stays the same: the edition.
///
/// Whoever is signed in never gets anything from here and leaves nothing behind, and neither does a page with a form to post:
/// its token is for one visitor.
package struct PublicCache: RouterMiddleware {
    package typealias Context = VisitorContext

    package let shelf: PublicShelf
    package let edition: @Sendable () async throws -> PublicShelf.Edition

    package init(
        shelf: PublicShelf,
        edition: @escaping @Sendable () async throws -> PublicShelf.Edition
    ) {
        self.shelf = shelf
        self.edition = edition
    }

    package func handle(
        _ request: Request,
        context: VisitorContext,
        next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head, context.signedIn == nil else {
            return try await next(request, context)
        }
        // Read before the page is made: what changes meanwhile makes another edition.
        let edition = try await edition()
        let key = "\(request.uri)"
        if let kept = shelf.page(key, of: edition) { return kept.response(to: request) }
        let response = try await next(request, context)
        guard response.status == .ok, response.headers[.setCookie] == nil,
            let page = try await Page(response, without: context.csrfToken)
        else { return response }
        shelf.keep(page, key, of: edition)
        return page.response(to: request)
    }

    /// A rendered answer with its tag.
    package struct Page: Sendable {
        package let body: ByteBuffer
        package let headers: HTTPFields
        package let eTag: String

        package init(body: ByteBuffer, headers: HTTPFields, eTag: String) {
            self.body = body
            self.headers = headers
            self.eTag = eTag
        }

        /// Nil for what is too large to keep and for what holds the token of a form.
        fileprivate init?(_ response: Response, without token: String) async throws {
            guard let length = response.body.contentLength, length <= PublicShelf.mostBytesOfOne else { return nil }
            body = try await response.collectedBody()
            guard token.isEmpty || !String(buffer: body).contains(token) else { return nil }
            eTag = contentTag(of: body.readableBytesView)
            var headers = response.headers
            headers[.contentLength] = nil
            headers[.eTag] = eTag
            headers[.cacheControl] = "public, max-age=60"
            headers[.vary] = "Cookie"
            self.headers = headers
        }

        package func response(to request: Request) -> Response {
            if var notModified = request.unlessMatching(eTag: eTag) {
                notModified.headers[.cacheControl] = headers[.cacheControl]
                notModified.headers[.vary] = headers[.vary]
                return notModified
            }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        }
    }
}

/// Where rendered pages lie: bounded in number and bytes; what was asked for longest ago goes first.
package final class PublicShelf: Sendable {
    /// What a page was made from.
    package struct Edition: Hashable, Sendable {
        /// The number of the public content.
        package let version: Int
        /// In Amsterdam.
        package let day: CalendarDate
        /// For pages with figures of running cases and places, of which no number is kept: which transactions of the
        /// database had ended.
        package var transactions = ""

        package init(version: Int, day: CalendarDate) {
            self.version = version
            self.day = day
        }
    }

    package static let mostBytesOfOne = 8 * 1024 * 1024
    private let mostPages: Int
    private let mostBytes: Int

    private struct State {
        var edition: Edition?
        var pages: [String: (page: PublicCache.Page, askedAt: UInt64)] = [:]
        var bytes = 0
        var clock: UInt64 = 0
    }

    private let state = Mutex(State())

    package init(mostPages: Int = 2_000, mostBytes: Int = 64 * 1024 * 1024) {
        self.mostPages = mostPages
        self.mostBytes = mostBytes
    }

    package var count: Int { state.withLock { $0.pages.count } }

    package func page(_ key: String, of edition: Edition) -> PublicCache.Page? {
        state.withLock { state in
            guard state.edition == edition, let found = state.pages[key]?.page else { return nil }
            state.clock += 1
            state.pages[key]?.askedAt = state.clock
            return found
        }
    }

    /// What was made from another edition than the newest is not kept.
    package func keep(_ page: PublicCache.Page, _ key: String, of edition: Edition) {
        state.withLock { state in
            if let known = state.edition, known != edition {
                guard known.version <= edition.version, known.day <= edition.day else { return }
                state.pages.removeAll(keepingCapacity: true)
                state.bytes = 0
            }
            state.edition = edition
            state.clock += 1
            state.bytes += page.body.readableBytes - (state.pages[key]?.page.body.readableBytes ?? 0)
            state.pages[key] = (page, state.clock)
            guard state.pages.count > mostPages || state.bytes > mostBytes else { return }
            // An eighth at once, so that a full shelf is not sorted at every page.
            for (key, kept) in state.pages.sorted(by: { $0.value.askedAt < $1.value.askedAt }) {
                guard state.pages.count > mostPages * 7 / 8 || state.bytes > mostBytes * 7 / 8 else { break }
                state.pages[key] = nil
                state.bytes -= kept.page.body.readableBytes
            }
        }
    }
}
