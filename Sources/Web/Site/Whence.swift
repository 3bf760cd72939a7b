import Actions
import HTTPBase

extension VisitorContext {
    /// Where the request comes from, to count by who asks for mails.
    var whence: Whence { Whence(line: addressText, block: blockText) }
}
