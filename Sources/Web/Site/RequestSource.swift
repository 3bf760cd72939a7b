package import Actions
import HTTPBase

extension VisitorContext {
    /// Where the request comes from, to count how often it asks for mails.
    package var requestSource: RequestSource { RequestSource(line: addressText, block: blockText) }
}
