public import Domain
import Foundation

/// All open places in memory, in columns per square of the map, ready to be ranked for any candidate.
///
/// A value: a copy is a snapshot. Changing one place rebuilds only the square it lies in (about a hundred places, some
/// tens of microseconds), so following the database costs next to nothing. Numbers given to classes and practices
/// that are gone stay reserved until the columns are built anew from a full load.
public struct PlaceColumns: Sendable {
    public let model: ScoringModel
    var squares: [MapSquare<PlaceCell>] = []
    private var squareNumbers: [MapSquareKey: Int] = [:]
    private var squareOfPlace: [TrainingPlace.ID: Int] = [:]
    private(set) var classes: [PlaceClass] = []
    private var classNumbers: [PlaceClass: UInt32] = [:]
    private(set) var practiceNumbers: [Practice.ID: UInt32] = [:]
    private(set) var mostWishesStated = 0

    /// Columns of these places; where an id comes twice, the last counts.
    public init(_ places: some Sequence<PlaceProfile>, model: ScoringModel) {
        self.model = model
        var groups: [[PlaceProfile]] = []
        for place in Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { $1 }).values {
            let number = squareNumber(of: place.location)
            while groups.count <= number { groups.append([]) }
            groups[number].append(place)
            squareOfPlace[place.id] = number
        }
        for (number, group) in groups.enumerated() { rebuild(number, group) }
    }

    public var count: Int { squareOfPlace.count }

    /// A place by its id.
    public subscript(_ id: TrainingPlace.ID) -> PlaceProfile? {
        squareOfPlace[id].flatMap { squares[$0].content.places.first { $0.id == id } }
    }

    /// All places, in no order that means anything.
    public var places: [PlaceProfile] { squares.flatMap(\.content.places) }

    /// Adds a place, or replaces the one with the same id.
    public mutating func upsert(_ place: PlaceProfile) {
        remove(place.id)
        let number = squareNumber(of: place.location)
        squareOfPlace[place.id] = number
        rebuild(number, squares[number].content.places + [place])
    }

    /// Takes a place out; nothing happens when it is not there.
    public mutating func remove(_ id: TrainingPlace.ID) {
        guard let number = squareOfPlace.removeValue(forKey: id) else { return }
        rebuild(number, squares[number].content.places.filter { $0.id != id })
    }

    private mutating func squareNumber(of point: MapPoint) -> Int {
        let key = MapSquareKey(point)
        if let number = squareNumbers[key] { return number }
        squareNumbers[key] = squares.count
        squares.append(MapSquare(content: PlaceCell(), points: []))
        return squares.count - 1
    }

    private mutating func rebuild(_ number: Int, _ places: [PlaceProfile]) {
        var (irregular, limits): ([Int], ContiguousArray<LimitRow>) = ([], [])
        var (points, occupations): (ContiguousArray<PointsRow>, ContiguousArray<OccupationRow>) = ([], [])
        for place in places {
            let first = occupations.count
            occupations.append(contentsOf: OccupationRow.rows(of: place))
            let isIrregular = LimitRow.isIrregular(place)
            if isIrregular { irregular.append(limits.count) }
            limits.append(LimitRow(place, placeClass: isIrregular ? 0 : classNumber(of: PlaceClass(place))))
            points.append(
                PointsRow(
                    place,
                    practice: practiceNumber(of: place.practiceID),
                    model: model,
                    occupations: first..<occupations.count
                )
            )
            mostWishesStated = max(mostWishesStated, place.wishes.nonzeroBitCount)
        }
        let cell = PlaceCell(
            places: places,
            irregular: irregular,
            limits: limits,
            points: points,
            occupations: occupations
        )
        squares[number] = MapSquare(content: cell, points: places.map(\.location))
    }

    private mutating func classNumber(of placeClass: PlaceClass) -> UInt32 {
        if let number = classNumbers[placeClass] { return number }
        // Number 0 stays free: the class that nobody can take.
        let number = UInt32(classes.count + 1)
        classes.append(placeClass)
        classNumbers[placeClass] = number
        return number
    }

    private mutating func practiceNumber(of id: Practice.ID) -> UInt32 {
        if let number = practiceNumbers[id] { return number }
        let number = UInt32(practiceNumbers.count)
        practiceNumbers[id] = number
        return number
    }
}

/// The places of one square of the map: columns of equal length, and the occupations of their seats.
///
/// A class that never changes, so that snapshots share it and a ranking passes it on without counting five references.
final class PlaceCell: Sendable {
    let places: [PlaceProfile]
    let ids: ContiguousArray<UUID>
    /// Rows that the columns cannot hold; they go by the plain rules.
    let irregular: [Int]
    let limits: ContiguousArray<LimitRow>
    let points: ContiguousArray<PointsRow>
    let occupations: ContiguousArray<OccupationRow>

    init(
        places: [PlaceProfile] = [],
        irregular: [Int] = [],
        limits: ContiguousArray<LimitRow> = [],
        points: ContiguousArray<PointsRow> = [],
        occupations: ContiguousArray<OccupationRow> = []
    ) {
        self.places = places
        ids = ContiguousArray(places.map(\.id.rawValue))
        self.irregular = irregular
        self.limits = limits
        self.points = points
        self.occupations = occupations
    }
}
