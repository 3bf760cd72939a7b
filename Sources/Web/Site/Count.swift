import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Store

/// Numbers as people read them.
package enum Count {
    /// With a point between thousands: "1.204".
    package static func text(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(".", at: place) }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// Public figures under 5 are suppressed so that nobody can be found (DOMAIN 14).
    package static func `public`(_ number: Int) -> String {
        number < 5 ? "minder dan 5" : text(number)
    }
}
