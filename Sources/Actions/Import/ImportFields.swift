import Domain
import Store

extension ImportKind {
    /// The fields a file of this kind may have, in the order in which people choose them.
    public func fields(_ reference: ReferenceData) -> [ImportField] {
        switch self {
        case .candidates: CandidateColumnNames.fields
        case .places: PlaceColumnNames.fields(reference)
        }
    }
}

/// Columns of a file of candidates: named as the fields of the form, so that our own export comes in as it went out.
enum CandidateColumnNames {
    typealias Field = CandidateDraft.Field
    static let fullName = "naam"
    static let reference = "kenmerk"

    static let fields: [ImportField] = [
        of(.givenName, "Voornaam", ["roepnaam", "first name"], example: "Sanne"),
        of(.namePrefix, "Tussenvoegsel", ["tussenv", "tv", "voorvoegsel", "tussenvoegsels"], example: "van der"),
        of(.familyName, "Achternaam", ["familienaam", "last name", "geslachtsnaam"], example: "Voorbeeld"),
        ImportField(
            fullName,
            "Naam (voornaam en achternaam samen)",
            ["volledige naam", "naam kandidaat", "kandidaat", "student", "naam student", "deelnemer", "leerling"]
        ),
        of(
            .bornOn,
            "Geboortedatum",
            ["geb datum", "gebdatum", "geboren", "geboren op", "geb", "geboortedag", "geb dat", "datum geboorte"],
            isRequired: true,
            example: "14-3-2005"
        ),
        of(
            .municipality,
            "Woonplaats of gemeente",
            ["woonplaats", "woonplaats gemeente", "plaats", "stad", "woongemeente", "gemeente woonplaats"],
            isRequired: true,
            example: "Enschede"
        ),
        of(
            .route,
            "Leerweg",
            ["route", "leerroute", "bol bbl", "bolbbl", "opleidingsvorm", "traject"],
            isRequired: true,
            example: "BOL"
        ),
        of(
            .mail,
            "E-mailadres",
            ["e-mail", "email", "mail", "mailadres", "emailadres"],
            example: "sanne@voorbeeld.example"
        ),
        of(
            .phone,
            "Telefoonnummer",
            [
                "telefoon", "tel", "mobiel", "mobiele nummer", "telefoonnr", "tel nr", "gsm", "06", "06 nummer",
                "telefoon mobiel", "mobiel nummer", "telefoonnummer mobiel", "tel mobiel", "telnr", "tel nummer",
                "mobiele telefoon",
            ],
            example: "06 12 34 56 78"
        ),
        of(.studyYear, "Leerjaar", ["jaar", "studiejaar", "klas jaar"], example: "1"),
        of(
            .wishedStartOn,
            "Gewenste start",
            [
                "startdatum", "begindatum", "start datum", "per", "start per", "gewenste startdatum", "beschikbaar per",
                "beschikbaar vanaf", "kan starten", "kan starten per", "kan starten vanaf", "kan starten op",
                "kan beginnen", "kan beginnen per", "kan beginnen vanaf", "wil starten", "wil beginnen", "ingangsdatum",
                "datum start", "datum ingang", "startmoment", "begin", "starten per", "per wanneer", "instroomdatum",
                "startdatum stage",
            ],
            example: "1-2-2027"
        ),
        of(.earliestStartOn, "Vroegste start", ["vroegste startdatum", "start vanaf"]),
        of(
            .latestStartOn,
            "Laatste start",
            ["laatste startdatum", "uiterste start", "start uiterlijk", "uiterlijk starten"]
        ),
        of(
            .weeksWanted,
            "Aantal weken",
            ["weken", "duur", "duur in weken", "stageduur", "aantal weken stage"],
            example: "20"
        ),
        of(.weeksNeeded, "Minste aantal weken", ["weken minimaal", "minimaal weken", "minimum weken"]),
        of(
            .weekdays,
            "Dagen",
            ["werkdagen", "beschikbare dagen", "stagedagen", "dagen per week", "beschikbaarheid", "dagen beschikbaar"],
            example: "ma, di, do"
        ),
        of(.weekdaysWanted, "Gewenst aantal dagen", ["aantal dagen"]),
        of(.weekdaysLeast, "Minste aantal dagen", ["minimaal dagen", "dagen minimaal"]),
        of(
            .hoursMost,
            "Uren per week",
            [
                "uren", "aantal uren", "contracturen", "uur per week", "uren pw", "uur pw", "uren week", "uur week",
                "aantal uren per week", "uren per wk",
            ],
            example: "24"
        ),
        of(.hoursLeast, "Minste aantal uren", ["uren minimaal", "minimaal uren"]),
        of(
            .travelMeans,
            "Vervoer",
            ["reizen", "reist met", "vervoermiddel", "reist per", "vervoerswijze"],
            example: "fiets"
        ),
        of(
            .travelLimit,
            "Reisafstand in km",
            [
                "km", "max km", "maximale reisafstand", "maximale afstand", "afstand", "reisafstand km",
                "max reisafstand",
                "kilometers", "aantal km",
            ],
            example: "25"
        ),
        of(.background, "Achtergrond", ["instroom", "type kandidaat", "soort kandidaat"]),
        of(.kind, "Soort plek", ["soort", "type plek", "zoekt", "soort plaatsing"]),
        of(.role, "Functie", ["rol", "beroep", "functie gezocht"]),
        of(.crebo, "Crebo", ["crebonummer", "crebo nummer", "crebocode"]),
        of(.school, "School", ["roc", "onderwijsinstelling", "opleider", "naam school", "instelling"]),
        of(.programme, "Opleiding", ["naam opleiding", "studie", "opleidingsnaam"], example: "Doktersassistent"),
        of(.className, "Klas", ["groep", "klasnaam"]),
        of(
            .schoolContact,
            "Contactpersoon school",
            ["slb", "slber", "stagebegeleider school", "contact school", "mentor", "docent"]
        ),
        of(.schoolWeekdays, "Schooldagen", ["schooldag", "lesdag", "lesdagen"]),
        of(.priorEducation, "Vooropleiding", ["eerdere opleiding", "diploma", "hoogste opleiding"]),
        of(.priorWork, "Werkervaring", ["ervaring", "eerder werk"]),
        of(.telephoneDutch, "Nederlands aan de telefoon", ["nederlands", "taalniveau", "taal"]),
        of(.coursePayer, "Wie betaalt de opleiding", ["betaler opleiding", "financiering", "wie betaalt"]),
        of(.willingRegions, "Andere regio's", ["regio's", "ook in regio", "andere regios"]),
        of(.wishes, "Wensen", ["wens"]),
        of(.offers, "Biedt", ["wat de kandidaat biedt"]),
        ImportField(reference, "Kenmerk in Doorwijzer", ["kenmerk traject"]),
    ]

    private static func of(
        _ field: Field,
        _ label: String,
        _ synonyms: [String] = [],
        isRequired: Bool = false,
        example: String = ""
    ) -> ImportField {
        ImportField(field.rawValue, label, synonyms, isRequired: isRequired, example: example)
    }
}

/// Columns of a file of places, each row with its practice.
enum PlaceColumnNames {
    static let activityPrefix = "activiteit:"

    static func fields(_ reference: ReferenceData) -> [ImportField] {
        let activities = reference.activities.map { activity in
            ImportField(activityPrefix + activity.code, "Oefenen: \(activity.name)", [activity.name, activity.code])
        }
        return practice + place + activities
    }

    private static let practice: [ImportField] = [
        ImportField(
            "praktijk",
            "Naam van de praktijk",
            [
                "naam praktijk", "praktijknaam", "naam", "huisartsenpraktijk", "leerbedrijf", "bedrijf", "organisatie",
                "stageplek",
            ],
            isRequired: true,
            example: "Huisartsenpraktijk De Voorbeeldlinde"
        ),
        ImportField(
            "straat",
            "Straat en huisnummer",
            [
                "adres", "straatnaam", "bezoekadres", "straat en nummer", "straat nr", "straat en nr", "straat nummer",
                "straat huisnummer", "straat en huisnr", "vestigingsadres", "adresregel", "adres praktijk",
            ],
            example: "Dorpsstraat 1"
        ),
        ImportField("postcode", "Postcode", ["pc", "postcode praktijk", "postc"], example: "7511 AB"),
        ImportField("plaats", "Plaats", ["plaatsnaam", "vestigingsplaats", "stad", "woonplaats"], example: "Enschede"),
        ImportField("gemeente", "Gemeente"),
        ImportField("soort_praktijk", "Soort praktijk", ["type praktijk", "soort organisatie"]),
        ImportField("lid", "Lid van de organisatie", ["lid rho", "aangesloten", "aangesloten bij rho"]),
        ImportField("team", "Teamgrootte", ["aantal medewerkers", "grootte team"]),
        ImportField("kvk", "KvK-nummer", ["kvk nummer", "kamer van koophandel"]),
        ImportField(
            "leerbedrijf_id",
            "Leerbedrijf-ID",
            ["leerbedrijfid", "leerbedrijfnummer", "code leerbedrijf", "sbb nummer"]
        ),
        ImportField(
            "contactpersoon",
            "Contactpersoon",
            ["contact", "naam contactpersoon", "praktijkmanager"],
            example: "Noor Voorbeeld"
        ),
        ImportField(
            "telefoon",
            "Telefoonnummer",
            [
                "tel", "telefoonnr", "telefoon praktijk", "mobiel", "telnr", "tel nr", "tel nummer", "telefoon nr",
                "telefoonnummer praktijk",
            ],
            example: "053 123 45 67"
        ),
        ImportField(
            "mail",
            "E-mailadres",
            ["e-mail", "email", "mailadres", "emailadres"],
            example: "noor@praktijk.example"
        ),
        ImportField("bereikbaar", "Wanneer bereikbaar", ["beste tijd", "bereikbaarheid", "belmoment"]),
        ImportField("huisarts", "Huisarts die beslist", ["huisarts", "praktijkhouder", "beslisser"]),
        ImportField(
            "praktijkopleider",
            "Praktijkopleider",
            ["begeleider", "stagebegeleider", "praktijkbegeleider", "werkbegeleider", "opleider"],
            example: "Ineke Voorbeeld"
        ),
        ImportField(
            "ervaring_maanden",
            "Ervaring van de praktijkopleider in maanden",
            ["ervaring", "ervaring praktijkopleider", "maanden ervaring"]
        ),
        ImportField(
            "geschoold",
            "Praktijkopleider geschoold",
            ["praktijkopleider geschoold", "cursus praktijkopleider", "getraind"]
        ),
        ImportField(
            "dagen_praktijkopleider",
            "Dagen van de praktijkopleider",
            ["aanwezig", "dagen begeleider", "werkdagen praktijkopleider"]
        ),
        ImportField(
            "erkenning",
            "Erkend leerbedrijf",
            ["erkend", "sbb", "sbb erkend", "sbb erkenning", "erkend leerbedrijf", "erkenning sbb"],
            example: "ja"
        ),
        ImportField("erkend_tot", "Erkend tot", ["erkenning tot", "geldig tot"]),
    ]

    private static let place: [ImportField] = [
        ImportField("soort", "Soort plek", ["type plek", "soort plaats", "soort stage"], example: "stage"),
        ImportField("leerweg", "Leerweg", ["leerwegen", "route", "routes", "bol bbl", "bolbbl"], example: "BOL"),
        ImportField("leerjaren", "Leerjaren", ["leerjaar", "jaar", "studiejaar", "studiejaren"], example: "1, 2"),
        ImportField(
            "start",
            "Start vanaf",
            [
                "startdatum", "begindatum", "vanaf", "beschikbaar vanaf", "vroegste start", "per", "kan starten",
                "kan starten per", "kan starten vanaf", "ingangsdatum", "datum start", "datum ingang", "start datum",
                "startmoment", "start per", "beschikbaar per", "per wanneer", "begin", "gewenste start",
            ],
            example: "1-2-2027"
        ),
        ImportField("start_laatst", "Laatste start", ["start uiterlijk", "tot", "uiterste start", "start tot"]),
        ImportField("weken", "Aantal weken", ["duur", "duur in weken"], example: "20"),
        ImportField("weken_minst", "Minste aantal weken", ["minimaal weken", "weken minimaal"]),
        ImportField("dagen", "Dagen", ["werkdagen", "dagen per week", "stagedagen"], example: "ma, di, do"),
        ImportField(
            "uren",
            "Uren per week",
            ["aantal uren", "uur per week", "uren pw", "uur pw", "uren week", "aantal uren per week"],
            example: "24"
        ),
        ImportField(
            "stoelen",
            "Aantal plekken",
            ["aantal", "plekken", "plaatsen", "aantal plaatsen", "aantal stoelen", "aantal stageplekken"],
            example: "1"
        ),
        ImportField("functie", "Functie", ["rol", "beroep"]),
        ImportField("crebo", "Crebo", ["crebonummer", "crebocode"]),
        ImportField("werkgever", "Werkgever bij BBL", ["werkgever bbl", "in dienst bij"]),
        ImportField("afronden", "Opleiding hier af te maken", ["kan afronden", "opleiding afmaken"]),
        ImportField("baan", "Kans op een baan", ["baankans", "uitzicht op baan", "baan na opleiding"]),
        ImportField("voorwaarden", "Voorwaarden", ["eisen", "afspraken", "opmerkingen", "bijzonderheden"]),
        ImportField("staat", "Stand van de plek", ["status", "stand"]),
        ImportField("kenmerk", "Kenmerk van de plek in Doorwijzer", ["kenmerk plek"]),
    ]
}
