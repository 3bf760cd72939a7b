/// `q(a, b)` of the rules: a over b, rounded half up, for a ≥ 0 and b > 0.
@inlinable public func rounded(_ a: Int, over b: Int) -> Int {
    precondition(a >= 0 && b > 0, "q(a, b) is defined for a ≥ 0 and b > 0")
    return (2 * a + b) / (2 * b)
}

/// The largest integer whose square is not above n, for n ≥ 0.
public func integerSquareRoot(_ n: Int) -> Int {
    precondition(n >= 0, "only a number ≥ 0 has a square root")
    var root = Int(Double(n).squareRoot())
    // The double may be one off for n ≥ 2⁵³; these two steps make it exact. The division avoids overflow.
    while root > 0, root > n / root { root -= 1 }
    while root + 1 <= n / (root + 1) { root += 1 }
    return root
}
