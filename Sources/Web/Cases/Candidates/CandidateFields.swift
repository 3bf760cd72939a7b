import Domain
import PageKit
import Site

/// The fields of a candidate, in the order in which a phone call goes.
struct CandidateFields {
    typealias Field = CandidateDraft.Field
    typealias Row = CandidateFormPage.Row

    let entered: FormEntries

    func person(_ lists: CandidateFormPage.Lists) -> [Row] {
        [
            text(.givenName, "Voornaam", autocomplete: "off"),
            text(.namePrefix, "Tussenvoegsel", isRequired: false, width: .short),
            text(.familyName, "Achternaam"),
            text(
                .bornOn,
                "Geboortedatum",
                kind: .date,
                description: "Een kandidaat is 16 jaar of ouder. Bijvoorbeeld 3-9-2004"
            ),
            text(
                .phone,
                "Telefoonnummer",
                kind: .tel,
                isRequired: false,
                description: "Vul een telefoonnummer of een mailadres in."
            ),
            text(.mail, "Mailadres", kind: .email, isRequired: false),
            select(.municipality, "Woonplaats (gemeente)", lists.municipalities),
            radios(.background, "Achtergrond", CandidateBackground.allCases.map { ($0.rawValue, $0.dutchName) }),
        ]
    }

    func learning(_ lists: CandidateFormPage.Lists) -> [Row] {
        [
            radios(.kind, "Soort plek", PlacementKind.allCases.map { ($0.rawValue, $0.dutchName) }),
            radios(.route, "Leerweg", LearningRoute.allCases.map { ($0.rawValue, $0.dutchName) }),
            radios(.studyYear, "Leerjaar", (1...4).map { ("\($0)", "\($0)") }),
            select(.role, "Functie", lists.roles, emptyLabel: nil),
            select(
                .crebo,
                "Kwalificatie (crebo)",
                lists.qualifications,
                isRequired: false,
                emptyLabel: "Weet ik nog niet"
            ),
        ]
    }

    func period() -> [Row] {
        [
            text(.wishedStartOn, "Gewenste start", kind: .date),
            text(.earliestStartOn, "Vroegste start", kind: .date),
            text(.latestStartOn, "Laatste start", kind: .date),
            text(.weeksWanted, "Gewenst aantal weken", kind: .number, unit: "weken"),
            text(.weeksNeeded, "Minste aantal weken", kind: .number, unit: "weken"),
            weekdays(.weekdays, "Dagen waarop de kandidaat kan werken"),
            text(.weekdaysWanted, "Gewenst aantal dagen per week", kind: .number, unit: "dagen"),
            text(.weekdaysLeast, "Minste aantal dagen per week", kind: .number, unit: "dagen"),
            text(
                .hoursMost,
                "Meeste uren per week",
                kind: .number,
                description: "Bij BBL: de uren van het contract.",
                unit: "uur"
            ),
            text(.hoursLeast, "Minste uren per week", kind: .number, unit: "uur"),
        ]
    }

    func travel(_ lists: CandidateFormPage.Lists) -> [Row] {
        [
            radios(.travelMeans, "Vervoer", TravelMeans.allCases.map { ($0.rawValue, $0.dutchName) }),
            text(.travelLimit, "Verste afstand, enkele reis", kind: .number, unit: "km"),
            checkboxes(
                .willingRegions,
                "Andere regio's waar de kandidaat ook wil werken",
                lists.regions,
                description: "Dit is een wens. Toestemming om gegevens te delen vraag je apart."
            ),
        ]
    }

    func background(_ lists: CandidateFormPage.Lists) -> [Row] {
        [
            select(.school, "School", lists.schools, isRequired: false, emptyLabel: "Geen of nog niet bekend"),
            text(.programme, "Opleiding", isRequired: false),
            text(.className, "Klas", isRequired: false, width: .short),
            text(.schoolContact, "Contactpersoon van de school", isRequired: false),
            weekdays(.schoolWeekdays, "Schooldagen", isRequired: false),
            area(.priorEducation, "Opleiding hiervoor"),
            area(.priorWork, "Werk hiervoor"),
            radios(
                .telephoneDutch,
                "Nederlands aan de telefoon, volgens de kandidaat zelf",
                TelephoneDutch.allCases.map { ("\($0.rawValue)", $0.dutchName) },
                isRequired: false
            ),
            radios(
                .coursePayer,
                "Wie betaalt de opleiding?",
                CoursePayer.allCases.map { ($0.rawValue, $0.dutchName) },
                isRequired: false
            ),
        ]
    }

    func wishes(_ lists: CandidateFormPage.Lists) -> [Row] {
        [
            checkboxes(.wishes, "Wat de kandidaat graag wil", lists.wishes),
            checkboxes(.offers, "Wat de kandidaat meebrengt", lists.offers),
        ]
    }

    // MARK: Kinds of fields

    private func text(
        _ field: Field,
        _ label: String,
        kind: TextField.Kind = .text,
        isRequired: Bool = true,
        width: TextField.Width? = nil,
        description: String? = nil,
        unit: String? = nil,
        autocomplete: String? = "off"
    ) -> Row {
        // These are data of someone else: the browser must not offer the coordinator's own.
        Row(
            text: TextField(
                name: field.rawValue,
                label: label,
                value: entered.value(field.rawValue),
                description: description,
                error: entered.error(field.rawValue),
                kind: kind,
                autocomplete: autocomplete,
                isRequired: isRequired,
                width: width,
                unit: unit
            )
        )
    }

    private func area(_ field: Field, _ label: String) -> Row {
        Row(
            area: TextArea(
                name: field.rawValue,
                label: label,
                value: entered.value(field.rawValue),
                error: entered.error(field.rawValue),
                isRequired: false,
                rows: 2
            )
        )
    }

    private func select(
        _ field: Field,
        _ label: String,
        _ options: [Option],
        isRequired: Bool = true,
        emptyLabel: String? = "Kies …"
    ) -> Row {
        Row(
            select: SelectField(
                name: field.rawValue,
                label: label,
                options: options,
                selected: entered.value(field.rawValue),
                error: entered.error(field.rawValue),
                isRequired: isRequired,
                emptyLabel: emptyLabel
            )
        )
    }

    private func radios(
        _ field: Field,
        _ legend: String,
        _ options: [(value: String, label: String)],
        isRequired: Bool = true
    ) -> Row {
        Row(
            choices: Choices(
                name: field.rawValue,
                legend: legend,
                kind: .radio,
                options: options.map { Option(value: $0.value, label: $0.label) },
                selected: entered.all(field.rawValue),
                error: entered.error(field.rawValue),
                isRequired: isRequired,
                isInline: true
            )
        )
    }

    private func checkboxes(_ field: Field, _ legend: String, _ options: [Option], description: String? = nil) -> Row {
        Row(
            choices: Choices(
                name: field.rawValue,
                legend: legend,
                kind: .checkbox,
                options: options,
                selected: entered.all(field.rawValue),
                description: description,
                error: entered.error(field.rawValue),
                isRequired: false
            )
        )
    }

    private func weekdays(_ field: Field, _ legend: String, isRequired: Bool = true) -> Row {
        Row(
            choices: Choices(
                name: field.rawValue,
                legend: legend,
                kind: .checkbox,
                options: WeekdaySet.all.days.map { Option(value: "\($0.rawValue)", label: $0.dutchLongName) },
                selected: entered.all(field.rawValue),
                error: entered.error(field.rawValue),
                isRequired: isRequired,
                isInline: true
            )
        )
    }
}
