public import Domain
public import Postgres

/// What a list of the learning network shows, as its address says it.
public struct NetworkFilter: Sendable, Equatable {
    /// Which part of a list in time.
    public enum Period: String, Sendable, CaseIterable {
        case coming = "komend"
        case past = "geweest"
        case all = "alle"
    }

    /// Words in Dutch, with other words for the same and room for typing errors.
    public var search: String?
    public var region: RegionCode?
    public var bottleneck: BottleneckCode?
    /// Of meetings; any of them, or all when there is none.
    public var kinds: [MeetingKind] = []
    /// Of meetings.
    public var period = Period.coming
    /// Of questions: only those without an answer that helped.
    public var isOpen = false
    /// For whoever follows a list: only what holds every word, in the order the list has without them.
    public var isFollowed = false

    public init() {}

    /// By which the possibilities of a filter are counted, without the filter itself.
    public enum Facet: Sendable {
        case region, bottleneck, kind
    }

    func without(_ facet: Facet) -> NetworkFilter {
        var copy = self
        switch facet {
        case .region: copy.region = nil
        case .bottleneck: copy.bottleneck = nil
        case .kind: copy.kinds = []
        }
        return copy
    }

    /// The condition that the words set on a subject: what holds all of them, and what holds some when little does.
    ///
    /// - Parameters:
    ///   - kind: of `search_documents`.
    ///   - id: the column with the subject's id.
    func found(_ kind: StaticString, id: SQL) -> SQL {
        guard let search else { return "true" }
        guard isRanked else {
            return """
                exists (select 1 from search_documents d where d.kind = \(unsafe: "'\(kind)'")
                    and d.subject_id = \(sql: id) and d.document @@ search_query(\(search), true))
                """
        }
        return """
            \(sql: id) in (select hit.subject_id
                from search_subjects(\(search), array[\(unsafe: "'\(kind)'")], \(Self.mostHits)::integer) as hit)
            """
    }

    /// A join that says how well the words are found, for ``bestFirst``; nothing without words.
    func ranking(_ kind: StaticString, id: SQL) -> SQL {
        guard isRanked, let search else { return "" }
        return """
            join search_subjects(\(search), array[\(unsafe: "'\(kind)'")], \(Self.mostHits)::integer) as ranking
                on ranking.subject_id = \(sql: id)
            """
    }

    /// The beginning of an order: what is most about the words first; nothing without words.
    var bestFirst: SQL { isRanked ? "ranking.rank desc," : "" }

    private var isRanked: Bool { search != nil && !isFollowed }

    /// More than anybody pages through.
    private static let mostHits = 2_000
}

/// How many there are per possibility of a filter, by its code.
public typealias FacetCounts = [String: Int]

extension Connection {
    /// Codes with their number.
    func counts(_ sql: SQL) async throws -> FacetCounts {
        let rows = try await query(sql) { row in (try row.next(String.self), try row.next(Int.self)) }
        return Dictionary(rows) { first, _ in first }
    }
}

/// An address for something new that nobody has yet.
public enum SlugStore {
    public enum Subject: String, Sendable {
        case meeting, question
        case goodPractice = "good_practice"
    }

    /// - Parameter base: lower-case letters, digits and single hyphens.
    public static func free(_ base: String, for subject: Subject, on connection: Connection) async throws -> String {
        try await connection.value("select free_slug(\(subject.rawValue), \(base))", as: String.self) ?? base
    }
}
