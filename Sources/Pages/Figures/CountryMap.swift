import Foundation

/// A point on the earth in degrees.
public struct GeoPoint: Sendable, Equatable {
    public let latitude: Double
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// The Netherlands drawn by its places as quiet dots, so that no border data is needed, with larger marks on top.
///
/// A table with the same facts and links always stands beside it: the marks are links for a pointer only.
public struct CountryMap: Sendable {
    public enum Size: Sendable {
        case small, medium, large
    }

    /// A larger mark: a region, a place or a candidate's home.
    public struct Mark: Sendable {
        let label: String
        let text: String?
        let x: String
        let y: String
        let textY: String
        let radius: String
        let url: String?
        let modifier: String

        /// - Parameters:
        ///   - label: what a pointer shows: "Twente: 12 open plekken".
        ///   - text: at most three characters inside the mark.
        public init(
            label: String,
            point: GeoPoint,
            text: String? = nil,
            size: Size = .medium,
            isHighlighted: Bool = false,
            url: String? = nil
        ) {
            let position = CountryMap.position(of: point)
            self.label = label
            self.text = text
            x = Drawing.number(position.x)
            y = Drawing.number(position.y)
            textY = Drawing.number(position.y + 4.5)
            radius =
                switch size {
                case .small: "5"
                case .medium: "10"
                case .large: "15"
                }
            self.url = url
            modifier = isHighlighted ? "highlighted" : "plain"
        }
    }

    /// All dots as one path. Making it costs a millisecond or two; make it once and keep it.
    public struct Dots: Sendable {
        let path: String

        public init(_ points: [GeoPoint]) {
            path = points.map { point in
                let position = CountryMap.position(of: point)
                return "M\(Drawing.number(position.x)) \(Drawing.number(position.y))h0"
            }.joined()
        }
    }

    let id: String
    let title: String
    let description: String
    let viewBox: String
    let dots: String
    let highlighted: String?
    let arcs: [String]
    let marks: [Mark]
    let hasLinks: Bool

    /// - Parameters:
    ///   - id: unique on the page.
    ///   - description: what there is to see, in a sentence.
    ///   - highlighted: dots that get the tint of the chosen region.
    ///   - arcs: referrals from the first point to the second.
    public init(
        id: String,
        title: String,
        description: String,
        dots: Dots,
        highlighted: Dots? = nil,
        arcs: [(from: GeoPoint, to: GeoPoint)] = [],
        marks: [Mark] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        viewBox = "0 0 \(Drawing.number(Self.width)) \(Drawing.number(Self.height))"
        self.dots = dots.path
        self.highlighted = highlighted?.path
        self.arcs = arcs.map { Self.arc(from: $0.from, to: $0.to) }
        self.marks = marks
        hasLinks = marks.contains { $0.url != nil }
    }

    // Equirectangular around 52.15° north: good to a few hundred metres on a country this size.
    private static let west = 3.30
    private static let north = 53.55
    private static let scale = 200.0
    private static let width = 490.0
    private static let height = 570.0
    private static let shrink = cos(52.15 * .pi / 180)

    static func position(of point: GeoPoint) -> (x: Double, y: Double) {
        (
            x: 4 + (point.longitude - west) * shrink * scale,
            y: 4 + (north - point.latitude) * scale
        )
    }

    private static func arc(from start: GeoPoint, to end: GeoPoint) -> String {
        let a = position(of: start)
        let b = position(of: end)
        let bend = 0.18
        let controlX = (a.x + b.x) / 2 + (b.y - a.y) * bend
        let controlY = (a.y + b.y) / 2 - (b.x - a.x) * bend
        let numbers = [a.x, a.y, controlX, controlY, b.x, b.y].map(Drawing.number)
        return "M\(numbers[0]) \(numbers[1])Q\(numbers[2]) \(numbers[3]) \(numbers[4]) \(numbers[5])"
    }
}
