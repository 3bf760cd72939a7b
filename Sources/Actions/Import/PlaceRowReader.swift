import Domain
import Store

/// Makes a practice and one of its places of a row. The practice's name and town come from the file; what else is
/// missing is filled in with what is usual, and said.
struct PlaceRowReader {
    var cells: RowReader
    let context: ImportContext

    mutating func read() -> (practice: PracticeDraft, place: TrainingPlaceDraft)? {
        let place = readPlace()
        let practice = readPractice(place)
        guard let practice else { return nil }
        for problem in practice.problems() + practice.supervisors.flatMap({ $0.problems() }) {
            cells.reject(Self.columns[problem.field] ?? problem.field, problem.message)
        }
        for problem in place.problems() { cells.reject(Self.columns[problem.field] ?? problem.field, problem.message) }
        return cells.problems.isEmpty ? (practice, place) : nil
    }

    static let recognitionLabel = "Erkenning van SBB"

    /// Stands for the one supervisor that every place needs, until someone knows who it is.
    static let unnamedSupervisor = "naam volgt"

    /// Columns whose name differs from the field of the form.
    private static let columns = [
        "naam": "praktijk", "leerbedrijf": "leerbedrijf_id", "laatst": "start_laatst", "plaatsen": "stoelen",
        "routes": "leerweg", "rol": "functie",
    ]

    // MARK: The practice

    private mutating func readPractice(_ place: TrainingPlaceDraft) -> PracticeDraft? {
        let name = cells.freeText("praktijk", most: 200)
        if name.isEmpty { cells.reject("praktijk", "Vul de naam van de praktijk in.") }
        let home = readTown()
        let postcode = cells.value("postcode") { text in
            guard let postcode = Postcode(text) else {
                throw CellFault("Dit is geen postcode. Schrijf 4 cijfers en 2 letters, zoals 1234 AB.")
            }
            return postcode
        }
        let kind = cells.value("soort_praktijk") {
            try CellValues.choice(
                $0,
                PracticeKind.self,
                also: ["praktijk": .practice, "hap": .outOfHoursPost, "post": .outOfHoursPost]
            )
        }
        var draft = PracticeDraft(
            kind: kind ?? .practice,
            name: name,
            street: cells.freeText("straat", most: 200),
            postcode: postcode,
            town: "",
            municipality: MunicipalityCode("")
        )
        draft.isMember = cells.value("lid") { try CellValues.isYes($0) } ?? false
        draft.teamSize = cells.value("team") { try CellValues.number($0, in: 1...500) }
        draft.chamberOfCommerce = cells.value("kvk") { text in
            guard let number = ChamberOfCommerceNumber(text) else { throw CellFault("Een KvK-nummer heeft 8 cijfers.") }
            return number
        }
        draft.companyID = cells.value("leerbedrijf_id") { text in
            guard PracticeDraft.isCompanyID(text) else {
                throw CellFault("Een leerbedrijf-ID heeft 6 tot en met 10 cijfers.")
            }
            return text
        }
        draft.contacts = readContacts()
        draft.supervisors = readSupervisors(place)
        draft.recognitions = readRecognition(place)
        guard let home, !name.isEmpty else { return nil }
        // Where somebody said in which municipality a place lies, it keeps its own name.
        let written = cells.written("plaats")
        draft.town = !written.isEmpty && written != cells.text("plaats") ? written : home.name
        draft.municipality = home.municipality
        draft.location = home.location
        return draft
    }

    /// Where the practice is; of several places with one name the one in the own region is meant.
    private mutating func readTown() -> PlaceNames.Locality? {
        let field = cells.has("plaats") ? "plaats" : "gemeente"
        guard cells.has(field) else {
            cells.reject("plaats", "Vul de plaats van de praktijk in.")
            return nil
        }
        let municipality = cells.has("plaats") ? cells.text("gemeente") : ""
        let found: PlaceNames.Locality? = cells.value(field) { [context] text in
            if !municipality.isEmpty, let exact = try? context.names.find("\(text) (\(municipality))") { return exact }
            return try context.names.find(text, preferring: context.region)
        }
        guard let found else { return nil }
        guard found.region == context.region else {
            cells.reject(
                field,
                "\(found.label) ligt in de regio \(context.reference.regionName(found.region)). Alleen het team daar voegt er praktijken toe."
            )
            return nil
        }
        return found
    }

    private mutating func readContacts() -> [PracticeContactDraft] {
        let name = cells.freeText("contactpersoon", most: 200)
        let gp = cells.freeText("huisarts", most: 200)
        let mail = cells.value("mail") { try CellValues.mail($0) }
        let phone = cells.value("telefoon") { try CellValues.phone($0) }
        let bestTime = cells.freeText("bereikbaar", most: 200)
        var contacts: [PracticeContactDraft] = []
        if !name.isEmpty || mail != nil || phone != nil {
            if name.isEmpty { cells.fillIn("Contactpersoon", "de assistente (naam volgt)") }
            contacts.append(
                PracticeContactDraft(
                    function: .contact,
                    name: name.isEmpty ? "assistente (naam volgt)" : name,
                    mail: mail,
                    phone: phone,
                    bestTime: bestTime
                )
            )
        }
        if !gp.isEmpty { contacts.append(PracticeContactDraft(function: .decidingGP, name: gp)) }
        return contacts
    }

    /// One or more names with `,`, `;`, `/`, `+` or "en" between them.
    private mutating func readSupervisors(_ place: TrainingPlaceDraft) -> [SupervisorDraft] {
        let text = cells.freeText("praktijkopleider", most: 500)
        let names = text.replacing(" en ", with: ",").split { ",;/+&".contains($0) }
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        let months = cells.value(
            "ervaring_maanden",
            otherwise: 12,
            said: "Ervaring van de praktijkopleider",
            "12 maanden"
        ) { try CellValues.number($0, in: 0...720) }
        let isTrained = cells.value("geschoold") { try CellValues.isYes($0) } ?? false
        var weekdays = place.weekdays
        switch cells.value("dagen_praktijkopleider", { try CellValues.days($0) }) {
        case .named(let days): weekdays = days
        case .counted: cells.reject("dagen_praktijkopleider", "Schrijf de dagen als ma, di, wo, do, vr.")
        case nil: cells.fillIn("Dagen van de praktijkopleider", "de dagen van de plek")
        }
        if names.isEmpty { cells.fillIn("Praktijkopleider", "één, naam volgt") }
        return (names.isEmpty ? [Self.unnamedSupervisor] : names).map {
            SupervisorDraft(name: $0, monthsOfExperience: months, isTrained: isTrained, weekdays: weekdays)
        }
    }

    private mutating func readRecognition(_ place: TrainingPlaceDraft) -> [RecognitionDraft] {
        let validUntil = cells.value("erkend_tot") { [today = context.today] in
            try CellValues.date($0, today: today, isBirth: false)
        }
        let state: RecognitionState? = cells.value("erkenning") { text in
            if let isYes = try? CellValues.isYes(text) { return isYes ? .recognised : .notRecognised }
            return try CellValues.choice(
                text,
                RecognitionState.self,
                also: [
                    "inaanvraag": .requested, "loopt": .requested, "aanvraagloopt": .requested,
                    "erkendleerbedrijf": .recognised,
                ]
            )
        }
        guard let crebo = place.crebo else { return [] }
        guard let state = state ?? validUntil.map({ $0 >= context.today ? .recognised : .lapsed }) else {
            if !cells.has("erkenning") {
                cells.fillIn(Self.recognitionLabel, "niet bekend; de plek blijft een concept tot je die invult")
            }
            return []
        }
        return [RecognitionDraft(crebo: crebo, state: state, validUntil: validUntil, checkedOn: context.today)]
    }

    // MARK: The place

    private mutating func readPlace() -> TrainingPlaceDraft {
        let routesRead = cells.value("leerweg") { try CellValues.routes($0) }
        let usualKind: PlacementKind = routesRead == .bbl ? .learningJob : .placement
        let kind = cells.value("soort", otherwise: usualKind, said: "Soort plek", usualKind.dutchName) {
            try CellValues.choice($0, PlacementKind.self, also: CellValues.placementWords)
        }
        let usualRoutes: RouteSet = kind.isShort ? [] : kind == .learningJob ? .bbl : .bol
        if routesRead == nil, !cells.has("leerweg"), !kind.isShort { cells.fillIn("Leerweg", usualRoutes.dutchName) }
        let routes = routesRead ?? usualRoutes
        let years = cells.value("leerjaren", otherwise: StudyYearSet(1...4), said: "Leerjaren", "1 tot en met 4") {
            try CellValues.studyYears($0)
        }
        let role = cells.value(
            "functie",
            otherwise: context.usualRole,
            said: "Functie",
            context.reference.roleName(context.usualRole)
        ) { [context] in try context.role($0) }
        let crebo = cells.value("crebo") { [context] in try context.readCrebo($0) }
        let window = readWindow()
        let usualWeeks = kind.isShort ? 1 : routes == .bbl ? 40 : 20
        let weeks = cells.value("weken", otherwise: usualWeeks...usualWeeks, said: "Aantal weken", "\(usualWeeks)") {
            try CellValues.numbers($0, in: 1...208)
        }
        let weeksLeast = cells.value("weken_minst") { try CellValues.number($0, in: 1...208) }
        let days = readDays()
        let usualHours = min(40, days.count * 8)
        let hours = cells.value("uren", otherwise: usualHours, said: "Uren per week", "8 uur per dag") {
            try CellValues.numbers($0, in: 1...40).upperBound
        }
        cells.noteRounding("uren")
        cells.noteRounding("weken")
        var draft = TrainingPlaceDraft(
            kind: kind,
            role: role,
            crebo: crebo ?? (kind.isShort ? nil : context.crebo(of: role)),
            routes: routes,
            studyYears: years,
            earliestStartOn: window.earliest,
            latestStartOn: window.latest,
            weeksLeast: weeksLeast
                ?? (weeks.lowerBound < weeks.upperBound ? weeks.lowerBound : max(1, weeks.upperBound / 2)),
            weeksOffered: weeks.upperBound,
            weekdays: days,
            hoursPerWeek: hours
        )
        draft.seats = cells.value("stoelen", otherwise: 1, said: "Aantal plekken", "1") {
            try CellValues.number($0, in: 1...50)
        }
        draft.teamSize = cells.value("team") { try CellValues.number($0, in: 1...500) }
        draft.employer = readEmployer(routes)
        draft.canFinish = cells.value("afronden") { try CellValues.isYes($0) } ?? false
        draft.hasJobProspect = cells.value("baan") { try CellValues.isYes($0) } ?? false
        draft.preconditions = cells.freeText("voorwaarden", most: 2_000)
        draft.activities = readActivities()
        draft.state = cells.value("staat") { try CellValues.choice($0, TrainingPlaceState.self) } ?? .open
        return draft
    }

    private mutating func readWindow() -> (earliest: CalendarDate, latest: CalendarDate) {
        let today = context.today
        func read(_ text: String) throws -> CalendarDate { try CellValues.date(text, today: today, isBirth: false) }
        let usual = context.nextStart
        let earliest = cells.value("start", otherwise: usual, said: "Start vanaf", usual.dutchLong, read)
        if !cells.has("start_laatst") { cells.fillIn("Laatste start", "13 weken na de eerste") }
        return (earliest, cells.value("start_laatst", read) ?? max(earliest, today) + 91)
    }

    private mutating func readDays() -> WeekdaySet {
        switch cells.value("dagen", { try CellValues.days($0) }) {
        case .named(let days): return days
        case .counted:
            cells.fillIn("Dagen", "welke dagen staat er niet: alle werkdagen")
            return .workweek
        case nil:
            if !cells.has("dagen") { cells.fillIn("Dagen", "ma tot en met vr") }
            return .workweek
        }
    }

    private mutating func readEmployer(_ routes: RouteSet) -> EmployerOfRecord {
        guard routes.contains(.bbl) else { return .none }
        return cells.value(
            "werkgever",
            otherwise: .practice,
            said: "Werkgever bij BBL",
            EmployerOfRecord.practice.dutchName
        ) {
            try CellValues.choice(
                $0,
                EmployerOfRecord.self,
                also: ["praktijk": .practice, "rho": .rho, "organisatie": .rho, "geen": .none, "nogniet": .none]
            )
        }
    }

    /// What can be practised: columns of the file, or what is usual in a practice when it has none.
    private mutating func readActivities() -> [String: Frequency] {
        let prefix = PlaceColumnNames.activityPrefix
        let activities = context.reference.activities
        let mapped = activities.filter { cells.mapping.column(of: prefix + $0.code) != nil }
        guard !mapped.isEmpty else {
            cells.fillIn("Wat je er kunt oefenen", "elk onderdeel elke week; pas het per plek aan")
            return Dictionary(activities.map { ($0.code, Frequency.weekly) }) { first, _ in first }
        }
        var found: [String: Frequency] = [:]
        for activity in mapped {
            let frequency: Frequency? = cells.value(prefix + activity.code) { text in
                let key = PlainText.key(text)
                if let value = Frequency.allCases.first(where: {
                    PlainText.key($0.dutchName) == key || "\($0.rawValue)" == key
                }) {
                    return value
                }
                switch key {
                case "soms", "aftoe": return .sometimes
                case "wekelijks", "week", "x", "ja": return .weekly
                case "dagelijks", "dag", "vaak": return .daily
                case "nee", "nooit", "geen": return .never
                default: throw CellFault("Schrijf niet, af en toe, elke week of elke dag.")
                }
            }
            if let frequency, frequency > .never { found[activity.code] = frequency }
        }
        return found
    }
}
