import Crypto
public import Foundation
import HTTPTypes
import Hummingbird

/// The files of the interface, read once and served under an address that holds their content's hash:
/// `/bestanden/<hash>/<name>`, to be kept for a year.
///
/// A browser with a page of the previous version may ask for an old hash; it gets the file of today, to be kept for
/// a minute. So files may also point at each other by plain name.
public struct StaticFiles: Sendable {
    private struct Entry: Sendable {
        let hash: String
        let contentType: String
        let content: ByteBuffer
    }

    private let entries: [String: Entry]
    private let rootNames: Set<String>
    private static let prefix = "/bestanden/"

    /// Reads every file in a folder and the folders in it.
    ///
    /// - Parameters:
    ///   - folder: an absolute address, from the bundle.
    ///   - rootNames: files that browsers also look for at the root, e.g. `favicon.ico`.
    /// - Throws: ``StaticFilesMissing`` when there is nothing to read.
    public init(folder: URL, rootNames: Set<String> = []) throws {
        var entries: [String: Entry] = [:]
        let root = folder.resolvingSymlinksInPath().path
        for relative in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
            let url = URL(fileURLWithPath: root).appending(path: relative)
            guard !relative.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            else { continue }
            let bytes = Array(try Data(contentsOf: url))
            let hash = Base64URL.encode(Array(SHA256.hash(data: bytes).prefix(9)))
            entries[relative] = Entry(
                hash: hash,
                contentType: Self.contentType(of: relative),
                content: ByteBuffer(bytes: bytes)
            )
        }
        guard !entries.isEmpty else { throw StaticFilesMissing(folder: root) }
        self.entries = entries
        self.rootNames = rootNames.intersection(entries.keys)
    }

    /// Where a file is served, for use in pages. The name of a file that is not there gives an address without one.
    public func url(_ name: String) -> String {
        "\(Self.prefix)\(entries[name]?.hash ?? "_")/\(name)"
    }

    /// Every name, sorted.
    public var names: [String] { entries.keys.sorted() }

    /// The answer for a path of ours; nil for any other path.
    func response(to request: Request) throws -> Response? {
        let path = request.uri.path
        let name: String
        let askedHash: String?
        if rootNames.contains(String(path.dropFirst())) {
            (name, askedHash) = (String(path.dropFirst()), nil)
        } else if path.hasPrefix(Self.prefix) {
            let rest = path.dropFirst(Self.prefix.count)
            let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw HTTPError(.notFound) }
            (name, askedHash) = (String(parts[1]), String(parts[0]))
        } else {
            return nil
        }
        guard let entry = entries[name] else { throw HTTPError(.notFound) }
        guard request.method == .get || request.method == .head else {
            throw HTTPError(.methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        let isLasting = askedHash == entry.hash
        let eTag = "\"\(entry.hash)\""
        let headers: HTTPFields = [
            .contentType: entry.contentType,
            .eTag: eTag,
            .cacheControl: isLasting ? "public, max-age=31536000, immutable" : "public, max-age=60",
        ]
        if var notModified = request.unlessMatching(eTag: eTag) {
            notModified.headers[.cacheControl] = headers[.cacheControl]
            return notModified
        }
        let full = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: entry.content))
        return request.method == .head ? full.createHeadResponse() : full
    }

    private static func contentType(of name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml; charset=utf-8"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "json": "application/json"
        case "webmanifest": "application/manifest+json"
        case "txt": "text/plain; charset=utf-8"
        case "pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }
}

/// The folder with the interface's files is empty or not there: the installation is broken.
public struct StaticFilesMissing: Error, CustomStringConvertible {
    public let folder: String
    public var description: String { "no files in \(folder)" }
}

/// Answers for the files before the router is asked, and so without session or database.
struct StaticFilesMiddleware: RouterMiddleware {
    typealias Context = RootContext
    let files: StaticFiles

    func handle(
        _ request: Request,
        context: RootContext,
        next: @concurrent (Request, RootContext) async throws -> Response
    ) async throws -> Response {
        if let response = try files.response(to: request) {
            context.coreContext.endpointPath.value = "/bestanden"
            return response
        }
        return try await next(request, context)
    }
}
