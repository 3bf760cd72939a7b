import Actions
import HTTPBase

extension VisitorContext {
    /// Where the request comes from, to count by who asks for mails.
    var requestSource: RequestSource { RequestSource(line: addressText, block: blockText) }
}
