import Actions
import Domain
import Foundation
import HTTPBase
package import Hummingbird
import PageKit
import Postgres
import Store

extension Response {
    /// Data that is read in place: a feed, JSON.
    package static func data(_ contentType: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
