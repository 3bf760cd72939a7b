import HTTPBase
package import Hummingbird

extension WebServices {
    /// Where someone goes on after signing in: with what this browser sent when it was too late, if anything.
    package func landing(_ request: Request, otherwise path: String) -> String {
        request.keptFormsBrowser == nil ? path : "/bewaard"
    }
}
