/// How many partners take part, as people say it.
public enum PartnerWords {
    /// `geen partners`, `1 partner` or `3 partners`.
    public static func count(_ count: Int) -> String {
        switch count {
        case ...0: "geen partners"
        case 1: "1 partner"
        default: "\(count) partners"
        }
    }

    /// Within a sentence: `doet nu 1 partner mee`.
    public static func takePart(_ count: Int) -> String {
        "\(count == 1 ? "doet" : "doen") nu \(Self.count(count)) mee"
    }

    /// A sentence without its point: `Er doen nu 3 partners mee`.
    public static func sentence(_ count: Int) -> String { "Er \(takePart(count))" }
}
