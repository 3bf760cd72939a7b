import Domain

/// Why a cell cannot be read, as a Dutch sentence that says what to write.
struct CellFault: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
}

/// Reads what people write in the cells of a spreadsheet, with more patience than a form has.
enum CellValues {
    // MARK: Dates

    /// `14-3-2005`, `2005-03-14`, `1 sept 2027`, `sept 2027` (the first of the month), `1-9-27`, `per direct`.
    static func date(_ text: String, today: CalendarDate, isBirth: Bool) throws(CellFault) -> CalendarDate {
        if !isBirth, ["perdirect", "direct", "zsm", "nu", "meteen", "zosnelmogelijk"].contains(PlainText.key(text)) {
            return today
        }
        // A spreadsheet may add a time of day.
        let day = text.split(separator: " ").count == 2 && text.contains(":") ? String(text.prefix { $0 != " " }) : text
        guard
            let date = CalendarDate(dutch: day) ?? shortYear(day, today: today, isBirth: isBirth)
                ?? namedMonth(day, today: today, isBirth: isBirth),
            (1900...2100).contains(date.year)
        else {
            throw CellFault(
                impossibleDay(day) ?? "Dit is geen datum. Schrijf dag, maand en jaar, zoals 24-11-2026."
            )
        }
        return date
    }

    /// Why a day, month and year that look like a date are none: "31 februari 2005 bestaat niet."
    private static func impossibleDay(_ text: String) -> String? {
        let numbers = text.split { "-/. ".contains($0) }.map { Int($0) ?? month(String($0).lowercased()) }
        guard numbers.count == 3, let first = numbers[0], let month = numbers[1], let last = numbers[2] else {
            return nil
        }
        let (day, year) = first > 31 ? (last, first) : (first, last)
        guard (1...31).contains(day), (1...2_100).contains(year) else { return nil }
        guard let firstOfMonth = CalendarDate(year: 2000, month: month, day: 1) else {
            return "Maand \(month) bestaat niet. Schrijf eerst de dag en dan de maand, zoals 24-11-2026."
        }
        let name = firstOfMonth.dutchLong.split(separator: " ")[1]
        let isLeapDay = day == 29 && month == 2
        guard isLeapDay || CalendarDate(year: 2000, month: month, day: day) == nil else { return nil }
        return "\(day) \(name)\(isLeapDay ? " \(year)" : "") bestaat niet. Kijk na welke dag je bedoelt."
    }

    private static func shortYear(_ text: String, today: CalendarDate, isBirth: Bool) -> CalendarDate? {
        let parts = text.split { "-/. ".contains($0) }
        guard parts.count == 3, parts[2].utf8.count == 2, let year = Int(parts[2]) else { return nil }
        return CalendarDate(dutch: "\(parts[0])-\(parts[1])-\(century(of: year, today: today, isBirth: isBirth))")
    }

    private static func namedMonth(_ text: String, today: CalendarDate, isBirth: Bool) -> CalendarDate? {
        let words = PlainText.words(text).filter { $0 != "per" && $0 != "vanaf" && $0 != "begin" }
        guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]),
            let typed = words.last.flatMap({ Int($0) }), place == words.count - 2, place <= 1
        else { return nil }
        let year = typed < 100 ? century(of: typed, today: today, isBirth: isBirth) : typed
        // Someone's birthday without a day is no birthday.
        guard place == 1 || !isBirth else { return nil }
        return CalendarDate(year: year, month: month, day: place == 1 ? Int(words[0]) ?? 0 : 1)
    }

    /// Two figures: a birth lies at least fifteen years back, a start in this century.
    private static func century(of year: Int, today: CalendarDate, isBirth: Bool) -> Int {
        isBirth && 2000 + year > today.year - 15 ? 1900 + year : 2000 + year
    }

    private static func month(_ word: String) -> Int? {
        let starts = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        if word == "mrt" { return 3 }
        guard word.count >= 3 else { return nil }
        return starts.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
    }

    // MARK: Numbers

    private static let units: Set<String> = [
        "km", "kilometer", "kilometers", "weken", "week", "wk", "uur", "uren", "u", "per", "pw", "p", "w", "dagen",
        "dag",
        "jaar", "leerjaar", "maanden", "mnd", "e", "ste", "de", "ca", "circa", "max", "maximaal", "min", "minimaal",
        "ongeveer", "personen", "plek", "plekken", "plaatsen", "tot", "en", "met", "t", "m", "a", "à", "of",
    ]

    /// One number, or the least and the most: `25 km`, `ca. 20 weken`, `24-32 uur`, `2 à 3`.
    static func numbers(_ text: String, in range: ClosedRange<Int>) throws(CellFault) -> ClosedRange<Int> {
        let fault = CellFault(
            "Dit is geen getal van \(range.lowerBound) tot en met \(range.upperBound). Schrijf alleen het getal."
        )
        // A decimal comma or point: 25,5 km counts as 25, and the preview says so.
        let plain = decimal(text).map { $0.whole + $0.rest } ?? text
        let words = PlainText.words(plain)
        let found = words.filter { $0.first?.isNumber == true }
        guard words.allSatisfy({ $0.first?.isNumber == true || units.contains($0) }), (1...2).contains(found.count),
            !text.hasPrefix("-")
        else { throw fault }
        let values = found.compactMap { Int($0) }
        guard values.count == found.count, let least = values.first, let most = values.last, least <= most,
            range.contains(least), range.contains(most)
        else { throw fault }
        return least...most
    }

    /// The number before a decimal comma or point that has more than zeroes behind it: `24` of `24,5 uur`; nil otherwise.
    static func wholePart(of text: String) -> String? {
        decimal(text).flatMap { $0.fraction.allSatisfy { $0 == "0" } ? nil : $0.whole }
    }

    /// One number with a decimal comma or point, and the words behind it.
    private static func decimal(_ text: String) -> (whole: String, fraction: String, rest: String)? {
        let whole = text.prefix(while: \.isNumber)
        let behind = text.dropFirst(whole.count)
        guard !whole.isEmpty, behind.first == "," || behind.first == "." else { return nil }
        let fraction = behind.dropFirst().prefix(while: \.isNumber)
        let rest = behind.dropFirst(fraction.count + 1)
        guard !fraction.isEmpty, !rest.contains(where: \.isNumber) else { return nil }
        return (String(whole), String(fraction), String(rest))
    }

    static func number(_ text: String, in range: ClosedRange<Int>) throws(CellFault) -> Int {
        let found = try numbers(text, in: range)
        guard found.count == 1 else { throw CellFault("Hier staan twee getallen. Kies er één.") }
        return found.lowerBound
    }

    /// `1`, `1 en 2`, `1-3`, `1e t/m 3e`, `alle`.
    static func studyYears(_ text: String) throws(CellFault) -> StudyYearSet {
        if PlainText.key(text).hasPrefix("alle") { return StudyYearSet(1...4) }
        let years = PlainText.words(text).compactMap { Int($0) }
        guard !years.isEmpty, years.allSatisfy({ (1...4).contains($0) }) else {
            throw CellFault("Schrijf de leerjaren als getallen van 1 tot en met 4, zoals 1, 2.")
        }
        let isRange =
            years.count == 2 && years[0] < years[1]
            && (text.contains("-") || text.contains("t/m") || text.contains("tot"))
        return isRange ? StudyYearSet(years[0]...years[1]) : StudyYearSet(years)
    }

    // MARK: Choices

    static func isYes(_ text: String) throws(CellFault) -> Bool {
        switch PlainText.key(text) {
        case "ja", "j", "yes", "y", "x", "1", "waar", "true", "v", "wel": return true
        case "nee", "n", "no", "0", "onwaar", "false", "geen", "niet", "": return false
        default: throw CellFault("Schrijf ja of nee.")
        }
    }

    /// A member of a closed list by its word, its code or another word for it.
    static func choice<Value: Coded>(
        _ text: String,
        _ type: Value.Type = Value.self,
        also: [String: Value] = [:]
    ) throws(CellFault) -> Value {
        let key = PlainText.key(text)
        if let value = also[key] { return value }
        for value in Value.allCases where [PlainText.key(value.dutchName), PlainText.key(value.rawValue)].contains(key)
        {
            return value
        }
        throw CellFault("Dit kennen we niet. Kies uit: \(Value.allCases.map(\.dutchName).joined(separator: ", ")).")
    }

    static func routes(_ text: String) throws(CellFault) -> RouteSet {
        let key = PlainText.key(text)
        if ["alle", "beide", "allebei"].contains(key) { return key == "alle" ? .all : [.bol, .bbl] }
        var routes: RouteSet = []
        for word in PlainText.words(text.lowercased().replacing("3", with: "derde ")) {
            switch word {
            case "bol", "dagopleiding": routes.insert(.bol)
            case "bbl", "zij", "duaal": routes.insert(.bbl)
            case "derde", "ovo", "dl": routes.insert(.thirdRoute)
            case "leerweg", "route", "en", "of", "e", "third": continue
            default: throw CellFault("Dit is geen leerweg. Schrijf BOL, BBL of derde leerweg.")
            }
        }
        guard !routes.isEmpty else { throw CellFault("Dit is geen leerweg. Schrijf BOL, BBL of derde leerweg.") }
        return routes
    }

    static func route(_ text: String) throws(CellFault) -> LearningRoute {
        let routes = try routes(text).routes
        guard routes.count == 1, let route = routes.first else {
            throw CellFault("Een kandidaat volgt één leerweg. Kies BOL, BBL of derde leerweg.")
        }
        return route
    }

    static let placementWords: [String: PlacementKind] = [
        "stage": .placement, "bpv": .placement, "bpvplek": .placement, "bpvplaats": .placement, "stageplek": .placement,
        "stageplaats": .placement, "leerbaan": .learningJob, "leerwerkplek": .learningJob,
        "leerwerkplaats": .learningJob,
        "leerwerkbaan": .learningJob, "bblplek": .learningJob, "snuffel": .taster, "snuffelplek": .taster,
        "meeloopdag": .taster, "proef": .trial, "proefplek": .trial, "bol": .placement, "bbl": .learningJob,
    ]

    /// Named days, or only how many.
    enum Days {
        case named(WeekdaySet)
        case counted(Int)
    }

    static func days(_ text: String) throws(CellFault) -> Days {
        switch PlainText.key(text) {
        case "alle", "alledagen", "allewerkdagen", "flexibel", "maaktnietuit", "werkdagen", "doordeweeks":
            return .named(.workweek)
        default: break
        }
        if let days = WeekdaySet(dutch: text.replacing(".", with: " ").replacing("|", with: " ")) {
            return .named(days)
        }
        do {
            return .counted(try numbers(text, in: 1...7).upperBound)
        } catch {
            throw CellFault("Schrijf de dagen als ma, di, wo, do, vr, of schrijf hoeveel dagen het zijn.")
        }
    }

    // MARK: Ways to reach people

    static func mail(_ text: String) throws(CellFault) -> EmailAddress {
        guard let mail = EmailAddress(text.replacing("mailto:", with: "")) else {
            throw CellFault("Dit is geen mailadres. Schrijf het zoals naam@voorbeeld.nl.")
        }
        return mail
    }

    /// Spreadsheets drop the first 0 of a number, so nine figures get it back.
    static func phone(_ text: String) throws(CellFault) -> PhoneNumber {
        let figures = text.filter(\.isNumber)
        var typed = text
        if figures.count == 9, figures.first != "0", !text.contains("+") { typed = "0" + figures }
        if figures.count == 11, figures.hasPrefix("31") { typed = "+" + figures }
        guard let phone = PhoneNumber(typed) else {
            throw CellFault("Dit is geen telefoonnummer. Schrijf 10 cijfers, zoals 06 12 34 56 78.")
        }
        return phone
    }

    /// Text for a field that people may fill as they like, but not with a citizen service number.
    static func freeText(_ text: String, most: Int) throws(CellFault) -> String {
        guard text.count <= most else {
            throw CellFault(
                "Deze tekst is te lang. Er passen hoogstens \(most) tekens in; nu zijn het er \(text.count)."
            )
        }
        guard !CitizenServiceNumber.occurs(in: text) else {
            throw CellFault("Hier staat een burgerservicenummer (BSN). Haal het weg.")
        }
        return text
    }
}
