/// The regions a case has been in, as stops on a line. Who has it now is solid, whoever had it is open.
package struct ChainFigure: Sendable {
    package enum Kind: String, Sendable {
        case past, current, next
    }

    package struct Stop: Sendable {
        let region: String
        let when: String
        let answer: String
        let modifier: String
        let isCurrent: Bool
        let isPast: Bool

        /// - Parameters:
        ///   - when: dates as people read them: "3–10 nov".
        ///   - answer: what was said there, or who is at it now.
        package init(region: String, when: String, answer: String, kind: Kind) {
            self.region = region
            self.when = when
            self.answer = answer
            modifier = kind.rawValue
            isCurrent = kind == .current
            isPast = kind == .past
        }
    }

    let id: String
    let stops: [Stop]

    package init(id: String, stops: [Stop]) {
        self.id = id
        self.stops = stops
    }
}
