public import Domain
import Foundation
public import Matching
import Postgres
public import Store

/// Every open place and every waiting case at one moment, in memory: a value that never changes under its reader.
///
/// It tells what to look at; whoever holds a seat asks the database again, with ``MatchReader``.
public struct MatchCountry: Sendable {
    public let today: CalendarDate
    public private(set) var places: PlaceColumns
    public private(set) var candidates: CandidateColumns
    /// How far it has followed the database.
    public private(set) var position: MatchChangeStore.Position
    /// When the first hold at a place lapses, of the places where something is held.
    private var lapses: [TrainingPlace.ID: Date]

    public var model: ScoringModel { places.model }

    /// Above so many changed subjects, loading everything anew is cheaper.
    private static let mostChanges = 5_000

    /// Loads everything, as the matcher's role.
    static func load(at now: Date, today: CalendarDate, on connection: Connection) async throws -> MatchCountry {
        // The position first: what changes while loading comes again with the first changes, which does no harm.
        let position = try await MatchChangeStore.position(on: connection)
        let reader = try await MatchReader.read(at: now, today: today, on: connection)
        let rows = try await MatchStore.places(.open, at: now, on: connection)
        let candidates = try await reader.candidates(.waiting, on: connection)
        return MatchCountry(
            today: today,
            places: PlaceColumns(rows.map { PlaceProfile($0) }, model: reader.model),
            candidates: CandidateColumns(candidates, model: reader.model),
            position: position,
            lapses: Dictionary(rows.compactMap { row in row.nextLapseAt.map { (row.id, $0) } }) { first, _ in first }
        )
    }

    /// This country with what changed since, or a new one when too much did or another day began.
    func following(at now: Date, today: CalendarDate, on connection: Connection) async throws -> MatchCountry {
        let (changes, position) = try await MatchChangeStore.changes(since: position, on: connection)
        guard case .some(let caseIDs, let placeIDs) = changes, today == self.today,
            caseIDs.count + placeIDs.count <= Self.mostChanges
        else { return try await Self.load(at: now, today: today, on: connection) }

        let lapsed = lapses.filter { $0.value <= now }.map(\.key)
        var country = self
        country.position = position
        guard !(caseIDs.isEmpty && placeIDs.isEmpty && lapsed.isEmpty) else { return country }
        let reader = try await MatchReader.read(at: now, today: today, on: connection)
        guard reader.model == model else { return try await Self.load(at: now, today: today, on: connection) }
        let changedPlaces = Set(placeIDs).union(lapsed)
        country.replace(
            changedPlaces,
            by: try await MatchStore.places(.openAmong(Array(changedPlaces)), at: now, on: connection)
        )
        country.replace(Set(caseIDs), by: try await reader.candidates(.waitingAmong(caseIDs), on: connection))
        return country
    }

    /// The country as it looks for one case: other rows for a few places, such as those whose seats it holds itself.
    func with(_ profiles: [PlaceProfile]) -> PlaceColumns {
        var places = places
        for profile in profiles { places.upsert(profile) }
        return places
    }

    private mutating func replace(_ ids: Set<TrainingPlace.ID>, by rows: [MatchStore.PlaceRow]) {
        for id in ids.subtracting(rows.map(\.id)) {
            places.remove(id)
            lapses[id] = nil
        }
        for row in rows {
            places.upsert(PlaceProfile(row))
            lapses[row.id] = row.nextLapseAt
        }
    }

    private mutating func replace(_ ids: Set<CaseFile.ID>, by profiles: [CandidateProfile]) {
        for id in ids.subtracting(profiles.map(\.caseID)) { candidates.remove(id) }
        for profile in profiles { candidates.upsert(profile) }
    }
}
