/// Numbers as SVG wants them: a point, at most one decimal, no locale.
package enum Drawing {
    package static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        let sign = tenths < 0 ? "-" : ""
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    /// A level in tenths as people read it: 34 becomes "3,4".
    package static func level(_ tenths: Int) -> String {
        "\(tenths / 10),\(tenths % 10)"
    }
}
