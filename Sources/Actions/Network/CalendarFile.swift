public import Domain
public import Foundation

/// Meetings as a calendar to subscribe to (iCalendar, RFC 5545; published as in RFC 5546, 3.2.1).
///
/// The UID of an event is that of the meeting and never changes; SEQUENCE and LAST-MODIFIED rise with it. The same meetings
/// give the same bytes.
public struct CalendarFile: Sendable {
    public struct Event: Sendable, Equatable {
        public enum Time: Sendable, Equatable {
            case day(CalendarDate)
            case span(Date, Date)
        }

        public let id: Meeting.ID
        public let sequence: Int
        public let createdAt: Date
        public let updatedAt: Date
        public let time: Time
        public let isCancelled: Bool
        public let summary: String
        public let description: String
        public let location: String
        public let url: String
        public let categories: [String]
        public let organiserMail: String

        public init(
            id: Meeting.ID,
            sequence: Int,
            createdAt: Date,
            updatedAt: Date,
            time: Time,
            isCancelled: Bool = false,
            summary: String,
            description: String = "",
            location: String = "",
            url: String,
            categories: [String] = [],
            organiserMail: String = ""
        ) {
            self.id = id
            self.sequence = sequence
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.time = time
            self.isCancelled = isCancelled
            self.summary = summary
            self.description = description
            self.location = location
            self.url = url
            self.categories = categories
            self.organiserMail = organiserMail
        }
    }

    public let name: String
    public let events: [Event]
    /// Whom to ask about an event without an organiser's address.
    public let contactMail: String

    public init(name: String, events: [Event], contactMail: String) {
        self.name = name
        self.events = events
        self.contactMail = contactMail
    }

    public var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Doorwijzer//Leernetwerk//NL", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", Self.text("NAME", name), Self.text("X-WR-CALNAME", name),
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ]
        lines += Self.zone
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    // MARK: Events

    private func lines(of event: Event) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(Self.utc(event.updatedAt))",
            "CREATED:\(Self.utc(event.createdAt))", "LAST-MODIFIED:\(Self.utc(event.updatedAt))",
            "SEQUENCE:\(event.sequence)",
        ]
        switch event.time {
        case .day(let date):
            lines.append("DTSTART;VALUE=DATE:\(Self.compact(date))")
            lines.append("DTEND;VALUE=DATE:\(Self.compact(date + 1))")
        case .span(let start, let end):
            lines.append("DTSTART;TZID=Europe/Amsterdam:\(Self.local(start))")
            lines.append("DTEND;TZID=Europe/Amsterdam:\(Self.local(end))")
        }
        lines.append(Self.text("SUMMARY", event.summary))
        if !event.description.isEmpty { lines.append(Self.text("DESCRIPTION", event.description)) }
        if !event.location.isEmpty { lines.append(Self.text("LOCATION", event.location)) }
        lines.append("URL:\(Self.oneLine(event.url))")
        if !event.categories.isEmpty {
            lines.append("CATEGORIES:" + event.categories.map(Self.escaped).joined(separator: ","))
        }
        let mail = event.organiserMail.isEmpty ? contactMail : event.organiserMail
        if EmailAddress(mail) != nil { lines.append("ORGANIZER:mailto:\(Self.oneLine(mail))") }
        lines.append(event.isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
        lines.append(event.isCancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
        lines.append("END:VEVENT")
        return lines
    }

    /// Summer time as the European Union has it since 1996.
    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
        "END:VTIMEZONE",
    ]

    // MARK: Values

    static func text(_ name: String, _ value: String) -> String { "\(name):\(escaped(value))" }

    /// RFC 5545, 3.3.11; other control characters are left out, since no text may have them.
    static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n", "\r": result += "\\n"
            case "\t": result += " "
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address, in which nothing may begin another line.
    private static func oneLine(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }

    /// One content line: at most 75 octets, then CRLF and a space, never inside a character (RFC 5545, 3.1).
    static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var width = 0
        for scalar in line.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if width + encoded.count > 75 {
                bytes += [13, 10, 32]
                width = 1
            }
            bytes += encoded
            width += encoded.count
        }
        return bytes + [13, 10]
    }

    private static func compact(_ date: CalendarDate) -> String { date.iso8601.replacing("-", with: "") }

    private static func local(_ moment: Date) -> String {
        let time = AmsterdamTime()
        return "\(compact(time.today(at: moment)))T\(time.clock(moment).replacing(":", with: ""))00"
    }

    private static func utc(_ moment: Date) -> String {
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(compact(CalendarDate(daysSince1970: Int32(days))))T\(clock)Z"
    }
}
