/// The sets of states that rules speak of, each by its meaning. Queries bind them; where the schema has to write one out,
/// a test compares.
extension CaseState {
    /// Something still has to happen.
    public static var open: [Self] { allCases.filter(\.isOpen) }

    /// Nothing follows any more.
    public static var ended: [Self] { allCases.filter(\.isTerminal) }

    /// Has no place, and no practice is asked.
    public static let looking: [Self] = [.registered, .searching, .referring, .watching]

    /// Waits for a place that fits: ranked with all others in the country.
    public static let waiting: [Self] = [.searching, .watching, .referring]

    /// A practice is asked, or has said yes.
    public static let asking: [Self] = [.proposed, .interview, .agreed]

    /// A practice is asked and has not said yes.
    public static let undecided: [Self] = [.proposed, .interview]

    /// Has a place now.
    public static let bound: [Self] = [.placed, .started]

    /// Has a place, or has done it.
    public static let hadPlace: [Self] = bound + [.completed]

    /// A practice counts on this candidate.
    public static let promised: [Self] = [.agreed] + bound

    /// From here the team puts a candidate on search.
    public static let startable: [Self] = [.registered, .watching, .stopped]

    /// Another region may be asked.
    public static let referable: [Self] = [.searching, .watching]

    /// A place in the own region may be proposed.
    public static let proposable: [Self] = referable + undecided
}

extension ProposalState {
    /// Holds its seats: the practice still has to answer, or said yes.
    public static let live: [Self] = [.open, .interview, .agreed]

    /// The practice has not said yes or no.
    public static let undecided: [Self] = [.open, .interview]

    /// Holds nothing any more.
    public static var ended: [Self] { allCases.filter { !live.contains($0) } }
}
