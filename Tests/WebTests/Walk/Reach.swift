/// Who gets in at a route, and how the others are turned away.
///
/// Who is not in `opens` or `hidden` is turned away by the door: a visitor is sent to where one signs in (GET 303, POST 401),
/// and so is a candidate at a page for staff and a member of staff at a page for candidates; staff without the permission
/// reads why not (403).
struct Reach {
    /// Gets in: GET answers 200, POST anything but "sign in" and "not for you".
    var opens: Set<Who>
    /// May open such pages, but not this one: it looks as if it did not exist (404).
    var hidden: Set<Who> = []
    /// Meant for candidates: staff is asked to sign in as one.
    var isForCandidates = false
    /// Only in the demo; outside it there is no such route.
    var isDemo = false
    /// Answers GET with this when it opens, where that is not a page.
    var answer = 200
    /// A letter between two regions.
    var isLetter = false

    static let everyone = Reach(opens: Set(Who.allCases))
    static let demo = Reach(opens: Set(Who.allCases), isDemo: true)
    /// A link from a mail with a token that nobody was sent.
    static let unknownLink = Reach(opens: [], hidden: Set(Who.allCases))

    /// A mail that the demo never wrote.
    static let unknownMail = Reach(opens: [], hidden: Set(Who.allCases), isDemo: true)

    /// Every member of staff, in whatever role.
    static let staff = Reach(opens: Who.staff)
    /// Coordinators of any team: each sees the own things in it.
    static let coordinators = Reach(opens: Who.coordinators)
    /// The team whose candidate or letter it is.
    static let team = Reach(opens: [.own], hidden: Who.coordinators.subtracting([.own]))
    /// The two sides of a letter; the one of the walk goes to the region that was agreed to.
    static let letter = Reach(opens: [.own, .agreed], hidden: [.near, .far], isLetter: true)
    /// The side of a letter that answers.
    static let receiver = Reach(opens: [.agreed], hidden: Who.coordinators.subtracting([.agreed]), isLetter: true)
    /// Every team in the region of the practice, place or letter.
    static let region = Reach(opens: [.own, .near], hidden: [.agreed, .far])

    static let administrators = Reach(opens: Who.administrators)
    /// Who administers the organisation of a member of staff.
    static let employer = Reach(opens: [.administrator, .fundAdministrator], hidden: [.otherAdministrator])
    static let fund = Reach(opens: [.fund, .fundAdministrator])
    static let fundAdministrators = Reach(opens: [.fundAdministrator])
    static let leaders = Reach(opens: [.leader])
    static let schools = Reach(opens: [.school])

    /// Each candidate about the own file.
    static let candidates = Reach(opens: Who.candidates, isForCandidates: true)
    /// Something of the candidate of the walk.
    static let candidate = Reach(opens: [.candidate], hidden: [.otherCandidate], isForCandidates: true)

    /// A place for which the candidates of the walk were never proposed: to them it does not exist.
    static let unasked = Reach(opens: [], hidden: Who.candidates, isForCandidates: true)

    /// The same, with another answer than a page.
    func answering(_ status: Int) -> Reach {
        var copy = self
        copy.answer = status
        return copy
    }

    /// The same, but hidden from these people too.
    func hidden(from whom: Set<Who>) -> Reach {
        var copy = self
        copy.opens.subtract(whom)
        copy.hidden.formUnion(whom)
        return copy
    }

    /// The statuses with which a GET may be answered.
    func toGet(_ who: Who) -> Int {
        if opens.contains(who) { return answer }
        if hidden.contains(who) { return 404 }
        return asksToSignIn(who) ? 303 : 403
    }

    /// The statuses with which a form of someone who may not send it is refused; nil for whoever may.
    func toRefusedPost(_ who: Who) -> Set<Int>? {
        if opens.contains(who) { return nil }
        // What is wrong with the form may be said first; it says nothing of what is hidden.
        if hidden.contains(who) { return [400, 403, 404] }
        return asksToSignIn(who) ? [401] : [403]
    }

    private func asksToSignIn(_ who: Who) -> Bool {
        who == .visitor || isForCandidates != Who.candidates.contains(who)
    }
}
