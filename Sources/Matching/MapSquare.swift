import Domain

/// A square of 16,384 metres in the plane of x and y, in which the Netherlands are widest.
struct MapSquareKey: Hashable, Sendable {
    let x: Int
    let y: Int

    init(_ point: MapPoint) { (x, y) = (point.x >> 14, point.y >> 14) }
}

/// What lies in one square, with the box around its points.
struct MapSquare<Content: Sendable>: Sendable {
    var content: Content
    private let low: MapPoint
    private let high: MapPoint

    init(content: Content, points: [MapPoint]) {
        self.content = content
        let (xs, ys, zs) = (points.map(\.x), points.map(\.y), points.map(\.z))
        low = MapPoint(x: xs.min() ?? 0, y: ys.min() ?? 0, z: zs.min() ?? 0)
        high = MapPoint(x: xs.max() ?? 0, y: ys.max() ?? 0, z: zs.max() ?? 0)
    }

    /// The square of the distance that no point in the box can be nearer than.
    func leastSquaredMetres(to point: MapPoint) -> Int {
        func gap(_ low: Int, _ value: Int, _ high: Int) -> Int { max(low - value, 0, value - high) }
        let (dx, dy, dz) = (
            gap(low.x, point.x, high.x), gap(low.y, point.y, high.y), gap(low.z, point.z, high.z)
        )
        return dx * dx + dy * dy + dz * dz
    }
}

/// The smallest dx² + dy² + dz² that is over a travel limit, so that no root is needed to say no:
/// (13·s + 500) div 1000 > 10·km ⇔ 13·s + 500 ≥ 1000·(10·km + 1) ⇔ s ≥ ⌈(10,000·km + 500) / 13⌉, and for whole numbers
/// isqrt(d) ≥ s ⇔ d ≥ s².
func squaredMetresTooFar(kilometres: Int) -> Int {
    guard kilometres >= 0 else { return 0 }
    // Nothing on earth is further than 20,000 km times 1.3.
    let root = (10_000 * min(kilometres, 30_000) + 500 + 12) / 13
    return root * root
}
