import Foundation
public import Hummingbird

extension Response {
    /// A page.
    public static func html(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
    }

    /// After a POST: look at this page of ours (303). Anything that is no own path becomes `/`.
    public static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: ownPath(path) ?? "/"])
    }

    /// A CSV file to keep; the bytes come from `DelimitedText`.
    public static func csv(filename: String, bytes: [UInt8]) -> Response {
        download(filename: filename, contentType: "text/csv; charset=utf-8; header=present", bytes: bytes)
    }

    /// A file to keep, never to show: the browser may not guess at its contents.
    public static func download(filename: String, contentType: String, bytes: [UInt8]) -> Response {
        let plain = String(
            filename.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
                    ? Character(scalar) : "_"
            }
        )
        let encoded = URLEncoded.encode(filename).replacing("+", with: "%20")
        return Response(
            status: .ok,
            headers: [
                .contentType: contentType,
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension Request {
    /// The answer "you have it already" (304) when the browser holds this version; nil when it has to be made.
    ///
    /// - Parameter eTag: with its quotes, e.g. `"3f2a"`. Send it along as `ETag` with the full answer too.
    public func unlessMatching(eTag: String) -> Response? {
        let held = (headers[.ifNoneMatch] ?? "").split(separator: ",").map(\.trimmed)
        guard held.contains(where: { $0 == "*" || $0 == eTag || $0 == "W/\(eTag)" }) else { return nil }
        return Response(status: .notModified, headers: [.eTag: eTag])
    }
}

/// A path of this site that may be redirected to, or nil: one `/` first, nothing a browser takes for another host.
public func ownPath(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 2_000, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    return isPlain ? text : nil
}

/// A path with one more name and value in its query.
public func addingQuery(_ name: String, _ value: String, to path: String) -> String {
    path + (path.contains("?") ? "&" : "?") + "\(name)=\(URLEncoded.encode(value))"
}
