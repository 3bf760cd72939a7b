import Actions
import Domain
import HTTPBase
import Matching
import Site
import Store

/// The address of a ranking: its filters, its order and the place in the list.
struct RankingList: Sendable {
    /// Where a candidate goes: regions of the own choice, or regions that may look.
    enum Reach: String, CaseIterable, Sendable {
        case willing = "bereid"
        case consented = "toestemming"

        var label: String {
            switch self {
            case .willing: "Alleen waar de kandidaat heen wil"
            case .consented: "Alleen regio's die mogen kijken"
            }
        }
    }

    static let pageSize = 25
    static let distances = [5, 10, 15, 25, 35, 50, 75, 100]

    let query: Query
    let filter: RankPlacesForCase.Filter
    let reach: [Reach]
    let isFile: Bool
    private let after: PageCursor?

    /// - Throws: `MalformedRequest` for a filter that is not ours.
    init(_ query: Query, web: WebServices) throws {
        self.query = query
        var filter = RankPlacesForCase.Filter()
        if let region = try query.parsed("regio", parse: { code in web.reference.region(RegionCode(code))?.code }) {
            filter.regions = [region]
        }
        filter.mostKilometres = try query.int("km", in: 1...300)
        reach = try query.choices("bereik", Reach.self)
        filter.onlyWilling = reach.contains(.willing)
        filter.onlyConsented = reach.contains(.consented)
        filter.sort = try query.choice("volgorde", RankPlacesForCase.Sort.self) ?? .fit
        self.filter = filter
        isFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        after = try query.cursor("na")
    }

    /// One page: the rows after the place in the list, and how to go on.
    func page(of ranking: RankPlacesForCase.Ranking) -> (rows: ArraySlice<RankedPlace>, first: Int, next: String?) {
        let all = ranking.all
        let first = after.flatMap { cursor in all.firstIndex { isBehind(cursor, $0, in: ranking) } ?? all.count } ?? 0
        let rows = all[first...].prefix(Self.pageSize)
        guard let last = rows.last, rows.endIndex < all.count else { return (rows, first, nil) }
        return (rows, first, query.replacing("na", with: PageCursor(keys(last, in: ranking)).token))
    }

    /// Own region or not, fit, distance, id: what the order goes by.
    private func keys(_ ranked: RankedPlace, in ranking: RankPlacesForCase.Ranking) -> [String] {
        [
            ranked.place.regionCode == ranking.ownRegion ? "0" : "1", String(ranked.fit.total),
            String(ranked.fit.distanceInHectometres), "\(ranked.place.id)",
        ]
    }

    /// A ranking changes while someone reads: the next page begins behind where the last one ended, whatever moved.
    private func isBehind(
        _ cursor: PageCursor,
        _ ranked: RankedPlace,
        in ranking: RankPlacesForCase.Ranking
    ) -> Bool {
        guard cursor.keys.count == 4, let group = Int(cursor.keys[0]), let fit = Int(cursor.keys[1]),
            let distance = Int(cursor.keys[2])
        else { return true }
        let mine = ranked.place.regionCode == ranking.ownRegion ? 0 : 1
        let (total, away, id) = (-ranked.fit.total, ranked.fit.distanceInHectometres, "\(ranked.place.id)")
        return filter.sort == .fit
            ? (mine, total, away, id) > (group, -fit, distance, cursor.keys[3])
            : (mine, away, total, id) > (group, distance, -fit, cursor.keys[3])
    }
}
