import Domain
import Foundation
import Matching
import Postgres
import Store

/// The fit of one candidate at places, recomputed from the rows of this transaction before anything is held.
enum FreshMatch {
    /// - Throws: `Conflict` `place_closed`, `seat_taken` when only the seat is missing, or `no_fit` with the reasons.
    static func fits(
        of file: CaseFileStore.Row,
        at places: [PlaceHeadRow],
        now: Date,
        today: CalendarDate,
        on connection: Connection
    ) async throws -> [Fit] {
        guard places.allSatisfy({ $0.state == .open }) else { throw Conflict.placeClosed }
        let reader = try await MatchReader.read(at: now, today: today, on: connection)
        guard let candidate = try await reader.candidate(file.id, on: connection) else { throw NotFound() }
        let profiles = try await reader.places(.ids(places.map(\.id)), on: connection)
        return try places.map { place in
            guard let profile = profiles.first(where: { $0.id == place.id }) else { throw Conflict.placeClosed }
            switch reader.model.evaluate(candidate, profile, today: today) {
            case .fit(let fit): return fit
            case .impossible(let failed):
                guard failed.contains(where: { $0.limit != .seat }) else { throw Conflict.seatTaken }
                let reasons = failed.map { $0.dutchSentence(for: .candidate) }.joined(separator: " ")
                throw Conflict(
                    code: "no_fit",
                    message: "\(place.practiceName) past niet (meer) bij deze kandidaat. \(reasons)"
                )
            }
        }
    }
}
