import Domain
import Foundation
import Store

/// Where a request comes from, as texts to count by.
public struct RequestSource: Hashable, Sendable {
    /// One connection at home or in an office.
    public let line: String
    /// The block of addresses around it: a few hundred connections, or all of one provider's customer.
    public let block: String

    public init(line: String, block: String) {
        self.line = line
        self.block = block
    }
}

// Requests for a mail are counted per person and place they come from, never per address alone: else anyone who knows an
// address could keep its owner out. What keeps a mailbox from filling is ``MailLinkStore/Purpose/pace``: a link that was just sent
// and still works is not sent again, while the answer on the screen stays the same.
extension GuessLimit {
    /// A visitor asks for a mail to an address.
    ///
    /// - Parameter kind: what is asked for; each is counted by itself.
    static func asking(_ kind: SignInFailureStore.Kind, _ mail: EmailAddress, from source: RequestSource) -> [Counted] {
        [
            (
                GuessLimit(kind: kind, allowances: [(3, 900), (20, 86_400)]),
                "\(source.line) \(mail.rawValue.lowercased())"
            ),
            // A classroom behind one connection asks within one lesson.
            (GuessLimit(kind: kind, allowances: [(50, 900)]), "line \(source.line)"),
            // Whoever asks for thousands of addresses from many connections of one network stops here, and nobody elsewhere.
            (GuessLimit(kind: kind, allowances: [(300, 3_600)]), "block \(source.block)"),
        ]
    }

    /// Someone who is signed in asks for a mail about one person; nobody else can use this up.
    static func asking(_ kind: SignInFailureStore.Kind, by subject: String) -> [Counted] {
        [(GuessLimit(kind: kind, allowances: [(3, 900), (10, 86_400)]), subject)]
    }
}

extension MailLinkStore.Purpose {
    /// How old a link that still works has to be before another one is sent: five minutes, and a third of an hour once ten were
    /// sent within a day. Nil where each message asks for its own link.
    ///
    /// Each is shorter than the shortest time that a link works, so that whoever asks always has one that works.
    var pace: MailLinkStore.Pace? {
        switch self {
        case .invitation, .passwordReset, .candidateSignIn, .candidateRegistration, .candidateMailChange:
            MailLinkStore.Pace(seconds: 300, most: 10, within: 86_400, thenSeconds: 1_200)
        case .practiceAnswer: nil
        }
    }
}
