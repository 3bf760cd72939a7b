import Foundation

/// A point on the earth in degrees.
package struct GeoPoint: Sendable, Equatable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// The Netherlands drawn by its places as quiet dots, so that no border data is needed, with larger marks on top.
///
/// A table with the same facts stands beside it. On a map by number (``init(id:title:description:areas:steps:marks:)``) each region
/// is a link that a keyboard and a screen reader reach too; elsewhere marks are links for a pointer only.
package struct CountryMap: Sendable {
    package enum Size: Sendable {
        case small, medium, large
    }

    /// A larger mark: a region, a place or a candidate's home.
    package struct Mark: Sendable {
        let label: String
        let text: String?
        let x: String
        let y: String
        let textY: String
        let radius: String
        let url: String?
        let modifier: String
        private let position: (x: Double, y: Double)

        /// - Parameters:
        ///   - label: what a pointer shows: "Twente: 12 open plekken".
        ///   - text: at most three characters inside the mark.
        package init(
            label: String,
            point: GeoPoint,
            text: String? = nil,
            size: Size = .medium,
            isHighlighted: Bool = false,
            url: String? = nil
        ) {
            self.init(
                label: label,
                position: CountryMap.position(of: point),
                text: text,
                radius: Self.radius(size),
                url: url,
                modifier: isHighlighted ? "highlighted" : "plain"
            )
        }

        private init(
            label: String,
            position: (x: Double, y: Double),
            text: String?,
            radius: String,
            url: String?,
            modifier: String
        ) {
            self.label = label
            self.text = text
            self.position = position
            x = Drawing.number(position.x)
            y = Drawing.number(position.y)
            textY = Drawing.number(position.y + 5.5)
            self.radius = radius
            self.url = url
            self.modifier = modifier
        }

        private static func radius(_ size: Size) -> String {
            switch size {
            case .small: "5"
            case .medium: "10"
            case .large: "17"
            }
        }

        /// Marks with a text, moved as little as it takes for none to cover another; the others stay where they are.
        static func apart(_ marks: [Mark]) -> [Mark] {
            let moved = CountryMap.apart(marks.filter { $0.text != nil }.map(\.position))
            var next = 0
            return marks.map { mark in
                guard mark.text != nil else { return mark }
                defer { next += 1 }
                return Mark(
                    label: mark.label,
                    position: moved[next],
                    text: mark.text,
                    radius: mark.radius,
                    url: mark.url,
                    modifier: mark.modifier
                )
            }
        }
    }

    /// All dots as one path. Making it costs a millisecond or two; make it once and keep it.
    package struct Dots: Sendable {
        let path: String

        package init(_ points: [GeoPoint]) {
            path = points.map { point in
                let position = CountryMap.position(of: point)
                return "M\(Drawing.number(position.x)) \(Drawing.number(position.y))h0"
            }.joined()
        }
    }

    /// The dots of one region in the tint of its number.
    package struct Area: Sendable {
        let id: String
        let path: String
        let modifier: String

        /// - Parameters:
        ///   - id: unique on the page.
        ///   - step: of ``MapSteps``.
        package init(id: String, dots: Dots, step: Int) {
            self.id = id
            path = dots.path
            modifier = "\(step)"
        }
    }

    let id: String
    let title: String
    let description: String
    let viewBox: String
    let dots: String?
    let highlighted: String?
    let arcs: [String]
    let areas: [Area]
    let hasAreas: Bool
    let legend: [MapSteps.Step]
    let marks: [Mark]
    /// What a screen reader leaves out, because the page says it beside the map.
    let isHidden: Bool

    /// - Parameters:
    ///   - id: unique on the page.
    ///   - description: what there is to see, in a sentence.
    ///   - highlighted: dots that get the tint of the chosen region.
    ///   - arcs: referrals from the first point to the second.
    package init(
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
        areas = []
        hasAreas = false
        legend = []
        self.marks = marks
        isHidden = marks.contains { $0.url != nil }
    }

    /// The country by number: each region in a tint, with a mark that says the number.
    ///
    /// - Parameters:
    ///   - id: unique on the page; the table beside the map has the id `{id}-tabel`.
    ///   - description: what there is to see, in a sentence.
    ///   - areas: in the order of drawing.
    ///   - marks: in the order in which a keyboard reaches them.
    package init(id: String, title: String, description: String, areas: [Area], steps: MapSteps, marks: [Mark]) {
        self.id = id
        self.title = title
        self.description = description
        viewBox = "0 0 \(Drawing.number(Self.width)) \(Drawing.number(Self.height))"
        dots = nil
        highlighted = nil
        arcs = []
        self.areas = areas
        hasAreas = true
        legend = steps.legend
        self.marks = Mark.apart(marks)
        isHidden = false
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

    /// How far the middles of two marks with a text lie apart: 24 pixels on a screen of 320, where the map is 288 wide.
    private static let gap = 41.0

    /// Points moved away from each other until all are far enough apart.
    static func apart(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        var points = points
        for _ in 0..<100 {
            var isDone = true
            for i in points.indices {
                for j in points.indices where j > i {
                    let (dx, dy) = (points[j].x - points[i].x, points[j].y - points[i].y)
                    let distance = max((dx * dx + dy * dy).squareRoot(), 0.01)
                    guard distance < gap else { continue }
                    isDone = false
                    let push = (gap + 0.1 - distance) / 2 / distance
                    // Two points on one spot part sideways.
                    let (x, y) = distance <= 0.01 ? (gap / 2, 0) : (dx * push, dy * push)
                    points[i] = (points[i].x - x, points[i].y - y)
                    points[j] = (points[j].x + x, points[j].y + y)
                }
            }
            if isDone { break }
        }
        return points.map { (min(max($0.x, 20), width - 20), min(max($0.y, 20), height - 20)) }
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
