import Actions
import Domain
import PageKit
import Site
import Store

/// The fields of the short form, in words to the candidate.
struct RegistrationFields {
    typealias Field = CandidateDraft.Field

    let reference: ReferenceData
    let entered: FormEntries

    var groups: [OwnFormPage.Group] {
        [
            .init(
                "Wie je bent",
                [
                    text(.givenName, "Voornaam", autocomplete: "given-name"),
                    text(
                        .namePrefix,
                        "Tussenvoegsel",
                        isRequired: false,
                        width: .short,
                        autocomplete: "additional-name"
                    ),
                    text(.familyName, "Achternaam", autocomplete: "family-name"),
                    text(.bornOn, "Geboortedatum", kind: .date, "Bijvoorbeeld 3-9-2004", autocomplete: "bday"),
                    text(
                        .phone,
                        "Telefoonnummer",
                        kind: .tel,
                        "Je team belt liever dan dat het mailt.",
                        isRequired: false,
                        autocomplete: "tel"
                    ),
                    municipality(),
                    radios(
                        .background,
                        "Wat past bij jou?",
                        CandidateBackground.allCases.map { ($0.rawValue, $0.dutchName) }
                    ),
                ]
            ),
            .init(
                "Wat je leert",
                [
                    radios(.route, "Leerweg", LearningRoute.allCases.map { ($0.rawValue, $0.dutchName) }),
                    radios(.studyYear, "Leerjaar", (1...4).map { ("\($0)", "\($0)") }),
                    select(.role, "Functie", reference.roles.map { Option(value: $0.code, label: $0.name) }),
                    select(
                        .school,
                        "School",
                        reference.schools.map { Option(value: "\($0.id)", label: $0.name) },
                        isRequired: false,
                        emptyLabel: "Geen of weet ik nog niet"
                    ),
                    text(.programme, "Opleiding", isRequired: false),
                ]
            ),
            .init(
                "Wanneer en waar",
                [
                    text(.wishedStartOn, "Wanneer wil je beginnen?", kind: .date),
                    .choices(
                        Choices(
                            name: Field.weekdays.rawValue,
                            legend: "Op welke dagen kun je?",
                            kind: .checkbox,
                            options: WeekdaySet.all.days.map {
                                Option(value: "\($0.rawValue)", label: $0.dutchLongName)
                            },
                            selected: entered.all(Field.weekdays.rawValue),
                            error: entered.error(Field.weekdays.rawValue),
                            isInline: true
                        )
                    ),
                    text(.hoursMost, "Hoeveel uur per week, hoogstens?", kind: .number, unit: "uur"),
                    radios(.travelMeans, "Hoe reis je?", TravelMeans.allCases.map { ($0.rawValue, $0.dutchName) }),
                    text(.travelLimit, "Hoe ver wil je reizen, enkele reis?", kind: .number, unit: "km"),
                ]
            ),
            .init(
                "Wat je graag wilt",
                [
                    .choices(
                        Choices(
                            name: Field.wishes.rawValue,
                            legend: "Wensen",
                            kind: .checkbox,
                            options: reference.wishes.filter(\.isStatedByCandidate).map {
                                Option(value: "\($0.mask)", label: $0.sentence)
                            },
                            selected: entered.all(Field.wishes.rawValue),
                            error: entered.error(Field.wishes.rawValue),
                            isRequired: false
                        )
                    )
                ]
            ),
        ]
    }

    /// The fields of ``OwnFileStore/Correction``, without the mail address: that one is proved by a link.
    var correction: [OwnFormPage.Group] {
        [
            .init(
                "Wie je bent",
                [
                    text(.givenName, "Voornaam", autocomplete: "given-name"),
                    text(
                        .namePrefix,
                        "Tussenvoegsel",
                        isRequired: false,
                        width: .short,
                        autocomplete: "additional-name"
                    ),
                    text(.familyName, "Achternaam", autocomplete: "family-name"),
                    text(.phone, "Telefoonnummer", kind: .tel, isRequired: false, autocomplete: "tel"), municipality(),
                ]
            ),
            .init(
                "Reizen",
                [
                    radios(.travelMeans, "Hoe reis je?", TravelMeans.allCases.map { ($0.rawValue, $0.dutchName) }),
                    text(.travelLimit, "Hoe ver wil je reizen, enkele reis?", kind: .number, unit: "km"),
                    .choices(
                        Choices(
                            name: Field.willingRegions.rawValue,
                            legend: "In welke andere regio's wil je ook werken?",
                            kind: .checkbox,
                            options: reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) },
                            selected: entered.all(Field.willingRegions.rawValue),
                            description: "Dit is een wens. Of een regio je kaart mag zien, kies je bij Toestemmingen.",
                            error: entered.error(Field.willingRegions.rawValue),
                            isRequired: false
                        )
                    ),
                ]
            ),
        ]
    }

    private func municipality() -> OwnFormPage.Field {
        select(
            .municipality,
            "Woonplaats (gemeente)",
            reference.municipalities.map { Option(value: $0.code.rawValue, label: $0.name) }
        )
    }

    private func text(
        _ field: Field,
        _ label: String,
        kind: TextField.Kind = .text,
        _ description: String? = nil,
        isRequired: Bool = true,
        width: TextField.Width? = nil,
        unit: String? = nil,
        autocomplete: String? = nil
    ) -> OwnFormPage.Field {
        .text(
            TextField(
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

    private func select(
        _ field: Field,
        _ label: String,
        _ options: [Option],
        isRequired: Bool = true,
        emptyLabel: String? = "Kies …"
    ) -> OwnFormPage.Field {
        .select(
            SelectField(
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

    private func radios(_ field: Field, _ legend: String, _ options: [(value: String, label: String)])
        -> OwnFormPage.Field
    {
        .choices(
            Choices(
                name: field.rawValue,
                legend: legend,
                kind: .radio,
                options: options.map { Option(value: $0.value, label: $0.label) },
                selected: entered.all(field.rawValue),
                error: entered.error(field.rawValue),
                isInline: true
            )
        )
    }
}
