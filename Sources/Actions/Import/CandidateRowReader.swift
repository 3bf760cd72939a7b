import Domain
import Store

/// Makes a candidate of a row. Name, birth date, residence and route come from the file; what else is missing is filled in
/// with what is usual, and said.
struct CandidateRowReader {
    typealias Field = CandidateDraft.Field

    var cells: RowReader
    let context: ImportContext

    mutating func read() -> CandidateDraft? {
        let name = readName()
        let bornOn = required(.bornOn, "Vul de geboortedatum in, zoals 14-3-2005.") { [today = context.today] in
            try CellValues.date($0, today: today, isBirth: true)
        }
        let home = readHome()
        let route = required(.route, "Vul de leerweg in: BOL, BBL of derde leerweg.") { try CellValues.route($0) }
        let mail = value(.mail) { try CellValues.mail($0) }
        let phone = value(.phone) { try CellValues.phone($0) }
        guard let name, let bornOn, let home, let route else {
            // The other cells are read too, so that all errors of the row are seen at once.
            _ = draft(
                PersonName(givenName: "-", familyName: "-"),
                born: context.today - 7_300,
                home: nil,
                route: route ?? .bol
            )
            return nil
        }
        var draft = draft(name, born: bornOn, home: home, route: route)
        draft.mail = mail
        draft.phone = phone
        for problem in draft.problems(today: context.today) where !hasProblem(problem.field) {
            cells.reject(problem.field, problem.message)
        }
        return cells.problems.isEmpty ? draft : nil
    }

    // MARK: The parts

    private mutating func readName() -> PersonName? {
        let (given, prefix, family) = (
            text(.givenName, most: 100), text(.namePrefix, most: 30), text(.familyName, most: 100)
        )
        if !given.isEmpty, !family.isEmpty {
            return NameParts.split(familyName: family, givenName: given, prefix: prefix)
        }
        let whole = cells.freeText(CandidateColumnNames.fullName, most: 200)
        if let name = NameParts.split(whole) { return name }
        let field =
            cells.has(CandidateColumnNames.fullName) || (given.isEmpty && family.isEmpty)
            ? CandidateColumnNames.fullName : (given.isEmpty ? Field.givenName : Field.familyName).rawValue
        cells.reject(field, "Vul de voornaam en de achternaam in.")
        return nil
    }

    /// Of several places with one name the one in the own region is meant, and the preview says so.
    private mutating func readHome() -> PlaceNames.Locality? {
        let names = context.names
        let typed = cells.text(Field.municipality.rawValue)
        if let near = try? names.find(typed, preferring: context.region), (try? names.find(typed)) == nil {
            cells.note(
                Field.municipality.rawValue,
                "Er zijn meer plaatsen met deze naam. We nemen \(near.label), in je eigen regio."
            )
            return near
        }
        return required(.municipality, "Vul de woonplaats of gemeente in.") { try names.find($0) }
    }

    private mutating func draft(
        _ name: PersonName,
        born: CalendarDate,
        home: PlaceNames.Locality?,
        route: LearningRoute
    ) -> CandidateDraft {
        let kind = cells.value(
            Field.kind.rawValue,
            otherwise: route == .bbl ? .learningJob : .placement,
            said: "Soort plek",
            (route == .bbl ? PlacementKind.learningJob : .placement).dutchName
        ) { try CellValues.choice($0, PlacementKind.self, also: CellValues.placementWords) }
        let usualBackground: CandidateBackground = route == .bol ? .student : .careerSwitcher
        let background = cells.value(
            Field.background.rawValue,
            otherwise: usualBackground,
            said: "Achtergrond",
            usualBackground.dutchName
        ) {
            try CellValues.choice(
                $0,
                CandidateBackground.self,
                also: [
                    "zijinstroom": .careerSwitcher, "leerling": .student, "scholier": .student,
                    "herintreding": .returner,
                ]
            )
        }
        let year = cells.value(Field.studyYear.rawValue, otherwise: 1, said: "Leerjaar", "1") {
            try CellValues.number($0, in: 1...4)
        }
        let role = cells.value(
            Field.role.rawValue,
            otherwise: context.usualRole,
            said: "Functie",
            context.reference.roleName(context.usualRole)
        ) { [context] in try context.role($0) }
        let crebo = value(.crebo) { [context] in try context.readCrebo($0) }
        let start = readStart()
        let weeks = readWeeks(route, kind)
        let days = readDays(route)
        let hours = readHours(days)
        let (means, limit) = readTravel()
        var draft = CandidateDraft(
            name: name,
            bornOn: born,
            municipalityCode: home?.municipality ?? MunicipalityCode(""),
            background: background,
            kind: kind,
            route: route,
            studyYear: year,
            roleCode: role,
            crebo: crebo ?? (kind.isShort ? nil : context.crebo(of: role)),
            wishedStartOn: start.wished,
            earliestStartOn: start.earliest,
            latestStartOn: start.latest,
            weeksNeeded: weeks.lowerBound,
            weeksWanted: weeks.upperBound,
            weekdays: days.offered,
            weekdaysLeast: days.least,
            weekdaysWanted: days.wanted,
            hoursLeast: hours.lowerBound,
            hoursMost: hours.upperBound,
            travelMeans: means,
            travelLimitInKilometres: limit
        )
        readSchool(into: &draft)
        draft.wishes = readWishes(.wishes, statedByCandidate: true)
        draft.offers = readWishes(.offers, statedByCandidate: false)
        return draft
    }

    private mutating func readStart() -> (wished: CalendarDate, earliest: CalendarDate, latest: CalendarDate) {
        let today = context.today
        func read(_ text: String) throws -> CalendarDate { try CellValues.date(text, today: today, isBirth: false) }
        let earliestRead = value(.earliestStartOn, read)
        let latestRead = value(.latestStartOn, read)
        // What is usual never contradicts what the file does say: whoever can from a day wants to from that day.
        let usual = earliestRead ?? latestRead.map { min($0, context.nextStart) } ?? context.nextStart
        let wished = cells.value(
            Field.wishedStartOn.rawValue,
            otherwise: usual,
            said: "Gewenste start",
            earliestRead == nil ? usual.dutchLong : "de vroegste start",
            read
        )
        // Someone who hoped to start last month still can.
        let latest = max(wished, today) + 91
        if earliestRead == nil { cells.fillIn("Vroegste start", "de gewenste start") }
        if latestRead == nil { cells.fillIn("Laatste start", "13 weken na de gewenste start") }
        return (wished, earliestRead ?? wished, latestRead ?? latest)
    }

    private mutating func readWeeks(_ route: LearningRoute, _ kind: PlacementKind) -> ClosedRange<Int> {
        let usual = kind.isShort ? 1 : route == .bbl ? 40 : 20
        let read = cells.value(Field.weeksWanted.rawValue, otherwise: usual...usual, said: "Aantal weken", "\(usual)") {
            try CellValues.numbers($0, in: 1...208)
        }
        let least = value(.weeksNeeded) { try CellValues.number($0, in: 1...208) }
        cells.noteRounding(Field.weeksWanted.rawValue)
        if least == nil, read.lowerBound == read.upperBound {
            cells.fillIn("Minste aantal weken", "de helft van het aantal weken")
            return (read.upperBound + 1) / 2...read.upperBound
        }
        let needed = least ?? read.lowerBound
        if needed > read.upperBound {
            cells.reject(Field.weeksNeeded.rawValue, "Dit is meer dan het gewenste aantal weken.")
            return read
        }
        return needed...read.upperBound
    }

    private mutating func readDays(_ route: LearningRoute) -> (offered: WeekdaySet, least: Int, wanted: Int) {
        let usual = route == .bbl ? 3 : 4
        var (offered, wanted) = (WeekdaySet.workweek, usual)
        switch value(.weekdays, { try CellValues.days($0) }) {
        case .named(let days):
            (offered, wanted) = (days, min(days.count, max(usual, days == .workweek ? usual : days.count)))
        case .counted(let count):
            (offered, wanted) = (count > 5 ? .all : .workweek, count)
            cells.fillIn("Dagen", "alle werkdagen zijn mogelijk")
        case nil:
            if !cells.has(Field.weekdays.rawValue) {
                cells.fillIn("Dagen", "\(usual) dagen, alle werkdagen mogelijk", field: Field.weekdays.rawValue)
            }
        }
        let wantedRead = value(.weekdaysWanted) { try CellValues.number($0, in: 1...7) }
        wanted = wantedRead ?? wanted
        let leastRead = value(.weekdaysLeast) { try CellValues.number($0, in: 1...7) }
        if leastRead == nil { cells.fillIn("Minste aantal dagen", "2, of minder als de kandidaat minder dagen kan") }
        return (offered, leastRead ?? min(2, wanted), wanted)
    }

    private mutating func readHours(_ days: (offered: WeekdaySet, least: Int, wanted: Int)) -> ClosedRange<Int> {
        let usual = min(40, days.wanted * 8)
        let read = cells.value(
            Field.hoursMost.rawValue,
            otherwise: usual...usual,
            said: "Uren per week",
            "8 uur per gewenste dag"
        ) { try CellValues.numbers($0, in: 1...40) }
        cells.noteRounding(Field.hoursMost.rawValue)
        cells.noteRounding(Field.hoursLeast.rawValue)
        let least = value(.hoursLeast) { try CellValues.number($0, in: 1...40) }
        if least == nil, read.lowerBound == read.upperBound {
            cells.fillIn("Minste aantal uren", "8 uur per dag die minstens nodig is")
            return min(days.least * 8, read.upperBound)...read.upperBound
        }
        let most = read.upperBound
        if let least, least > most {
            cells.reject(Field.hoursLeast.rawValue, "Dit is meer dan het hoogste aantal uren.")
            return read
        }
        return (least ?? read.lowerBound)...most
    }

    private mutating func readTravel() -> (TravelMeans, Int) {
        let means = cells.value(
            Field.travelMeans.rawValue,
            otherwise: TravelMeans.publicTransport,
            said: "Vervoer",
            TravelMeans.publicTransport.dutchName
        ) {
            try CellValues.choice(
                $0,
                TravelMeans.self,
                also: [
                    "ov": .publicTransport, "trein": .publicTransport, "bus": .publicTransport,
                    "treinbus": .publicTransport,
                    "busentrein": .publicTransport, "eigenauto": .car, "eigenvervoer": .car, "rijbewijs": .car,
                    "scooter": .bike, "ebike": .bike, "elektrischefiets": .bike, "lopend": .bike, "brommer": .bike,
                ]
            )
        }
        let usual =
            switch means {
            case .bike: 15
            case .publicTransport: 30
            case .car: 40
            }
        let limit = cells.value(
            Field.travelLimit.rawValue,
            otherwise: usual,
            said: "Reisafstand",
            "\(usual) km, met \(means.dutchName)"
        ) { try CellValues.numbers($0, in: 1...300).upperBound }
        cells.noteRounding(Field.travelLimit.rawValue)
        return (means, limit)
    }

    private mutating func readSchool(into draft: inout CandidateDraft) {
        draft.programme = text(.programme, most: 200)
        draft.className = text(.className, most: 100)
        draft.schoolContact = text(.schoolContact, most: 200)
        draft.priorEducation = text(.priorEducation, most: 1_000)
        draft.priorWork = text(.priorWork, most: 1_000)
        if case .named(let days) = value(.schoolWeekdays, { try CellValues.days($0) }) { draft.schoolWeekdays = days }
        draft.telephoneDutch = value(.telephoneDutch) { text in
            let key = PlainText.key(text)
            guard
                let found = TelephoneDutch.allCases.first(where: {
                    PlainText.key($0.dutchName) == key || "\($0.rawValue)" == key
                })
            else { throw CellFault("Kies uit: \(TelephoneDutch.allCases.map(\.dutchName).joined(separator: ", ")).") }
            return found
        }
        draft.coursePayer = value(.coursePayer) {
            try CellValues.choice($0, also: ["zelf": .candidate, "praktijk": .employer])
        }
        let name = text(.school, most: 200)
        if !name.isEmpty {
            draft.schoolID = context.school(name)
            if draft.schoolID == nil {
                cells.note(Field.school.rawValue, "Deze school staat niet in onze lijst. We laten de school leeg.")
            }
        }
        draft.willingRegions = value(.willingRegions) { [context] in try context.regions($0) } ?? []
    }

    /// Wishes by code or sentence, with a comma or a semicolon between them.
    private mutating func readWishes(_ field: Field, statedByCandidate: Bool) -> UInt32 {
        let list = context.reference.wishes.filter { $0.isStatedByCandidate == statedByCandidate }
        return value(field) { text in
            var mask: UInt32 = 0
            for word in text.split(whereSeparator: { ",;\n".contains($0) }) where !PlainText.key(String(word)).isEmpty {
                let word = word.trimmingPrefix { $0.isWhitespace }
                let key = PlainText.key(String(word))
                guard
                    let wish = list.first(where: {
                        [PlainText.key($0.code), PlainText.key($0.sentence), PlainText.key($0.propertySentence)]
                            .contains(key)
                            || PlainText.key($0.importSentence) == key
                    })
                else {
                    throw CellFault(
                        "“\(word)” staat niet in de lijst. Kies uit: \(list.map { "“\($0.importSentence)”" }.joined(separator: ", "))."
                    )
                }
                mask |= wish.mask
            }
            return mask
        } ?? 0
    }

    // MARK: Cells

    private mutating func required<Value>(
        _ field: Field,
        _ sentence: String,
        _ parse: (String) throws -> Value
    ) -> Value? {
        guard cells.has(field.rawValue) else {
            cells.reject(field.rawValue, sentence)
            return nil
        }
        return cells.value(field.rawValue, parse)
    }

    private mutating func value<Value>(_ field: Field, _ parse: (String) throws -> Value) -> Value? {
        cells.value(field.rawValue, parse)
    }

    private mutating func text(_ field: Field, most: Int) -> String {
        cells.freeText(field.rawValue, most: most)
    }

    private func hasProblem(_ field: String) -> Bool {
        let column = cells.mapping.column(of: field).map { cells.header[$0] }
        return cells.problems.contains { $0.column == column && column != nil }
    }
}

extension ReferenceStore.Wish {
    /// What a candidate says of it, without what only stands there to make a sentence: "in een klein team werken".
    fileprivate var importSentence: String {
        var text = (isStatedByCandidate ? sentence : propertySentence)[...]
        if text.hasPrefix("Ik wil graag ") { text = text.dropFirst("Ik wil graag ".count) }
        return String(text.hasSuffix(".") ? text.dropLast() : text)
    }
}

extension ImportContext {
    /// A school by its name, or by a part that only one has.
    func school(_ name: String) -> School.ID? {
        let key = PlainText.key(name)
        if let exact = reference.schools.first(where: { PlainText.key($0.name) == key }) { return exact.id }
        let found = reference.schools.filter {
            let school = PlainText.key($0.name)
            return key.count >= 5 && (school.contains(key) || key.contains(school))
        }
        return found.count == 1 ? found.first?.id : nil
    }

    func regions(_ text: String) throws(CellFault) -> Set<RegionCode> {
        var codes: Set<RegionCode> = []
        // Names of regions hold commas and the word "en" too, so the longest names are taken out first.
        var rest = PlainText.key(text)
        for region in reference.regions.sorted(by: { $0.name.count > $1.name.count }) {
            for word in [PlainText.key(region.name), PlainText.key(region.code.rawValue)] where rest.contains(word) {
                rest = rest.replacing(word, with: "")
                codes.insert(region.code)
            }
        }
        rest = rest.replacing("regio", with: "").replacing("en", with: "")
        guard rest.isEmpty else {
            throw CellFault("Een van deze regio's kennen we niet. Schrijf ze zoals op de pagina Regio's staat.")
        }
        return codes
    }
}
