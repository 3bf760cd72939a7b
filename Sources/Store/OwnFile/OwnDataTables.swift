extension OwnDataStore {
    /// Every table with rows about a candidate. A test compares this list with the catalog of the database: a table or a column
    /// that is missing here fails it.
    public static let tables: [Table] = person + cases + assessments + asked + traces

    /// Who someone is and what was agreed.
    static let person: [Table] = [
        Table(
            "candidates",
            "kandidaat",
            "Jij als kandidaat",
            "Om plekken te vinden die bij je passen.",
            .candidate(column: "id"),
            order: "created_at",
            """
            reference=kenmerk team_id=team/team background=achtergrond municipality_code=gemeente/municipality
            travel_means=vervoer travel_limit_km=reisafstandInKilometers telephone_dutch=nederlandsAanDeTelefoon
            is_fictional=verzonnen created_at=aangemaaktOp
            """,
            leftOut: [
                "id": "intern nummer",
                "x": "volgt uit de gemeente",
                "y": "volgt uit de gemeente",
                "z": "volgt uit de gemeente",
                "version": "telt hoe vaak de rij wijzigde",
            ]
        ),
        Table(
            "candidate_identities",
            "persoon",
            "Wie je bent",
            "Om je te kunnen bereiken en je bij een praktijk voor te stellen.",
            .candidate(column: "candidate_id"),
            order: "candidate_id",
            """
            team_id=team/team given_name=voornaam name_infix=tussenvoegsel family_name=achternaam born_on=geborenOp
            mail=mail phone=telefoon prior_education=vooropleiding prior_work=werkervaring
            school_contact=contactOpSchool
            """,
            leftOut: [
                "candidate_id": "intern nummer"
            ]
        ),
        Table(
            "candidate_regions",
            "regios",
            "Regio's waar je ook wilt werken",
            "Om ook daar te zoeken.",
            .candidate(column: "candidate_id"),
            order: "region_code",
            """
            region_code=regio/region team_id=team/team
            """,
            leftOut: [
                "candidate_id": "intern nummer"
            ]
        ),
        Table(
            "consents",
            "toestemmingen",
            "Je toestemmingen per regio",
            "Om te weten welke regio je kaart mag zien.",
            .candidate(column: "candidate_id"),
            order: "given_at",
            """
            region_code=regio/region team_id=team/team text_version=versieVanDeTekst channel=gegevenVia
            recorded_by=vastgelegdDoor/staff given_at=gegevenOp withdrawn_at=ingetrokkenOp
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
            ]
        ),
        Table(
            "retention_consents",
            "toestemmingenBewaren",
            "Je toestemming om langer te bewaren",
            "Om je gegevens een jaar te bewaren als jij dat wilt.",
            .candidate(column: "candidate_id"),
            order: "given_at",
            """
            team_id=team/team text_version=versieVanDeTekst channel=gegevenVia recorded_by=vastgelegdDoor/staff
            given_at=gegevenOp withdrawn_at=ingetrokkenOp
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
            ]
        ),
        Table(
            "retention_warnings",
            "aankondigingenWissen",
            "Dat we je gegevens gaan wissen",
            "Om je 14 dagen van tevoren te waarschuwen.",
            .candidate(column: "candidate_id"),
            order: "warned_at",
            """
            team_id=team/team erase_on=wissenOp warned_at=gewaarschuwdOp told_at=mailAangekomenOp
            failed_at=mailMisluktOp
            """,
            leftOut: [
                "candidate_id": "intern nummer"
            ]
        ),
        Table(
            "person_keys",
            "herkenning",
            "Waaraan we een dubbele inschrijving herkennen",
            "Een gecodeerde vingerafdruk van je naam en geboortedatum. Niemand kan er je naam uit aflezen.",
            .candidate(column: "candidate_id"),
            order: "key_id",
            """
            team_id=team/team key_id=sleutel hash=vingerafdruk made_at=gemaaktOp
            """,
            leftOut: [
                "candidate_id": "intern nummer"
            ]
        ),
        Table(
            "candidate_duplicates",
            "dubbeleInschrijvingen",
            "Of je twee keer bent ingeschreven",
            "Om het jou te kunnen vragen.",
            .candidate(column: "candidate_id"),
            order: "found_at",
            """
            found_at=gevondenOp choice=jouwKeuze chosen_at=gekozenOp
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
                "other_candidate_id": "gaat over het andere dossier",
            ]
        ),
    ]

    /// What using the service leaves behind.
    static let traces: [Table] = [
        Table(
            "candidate_reads",
            "inzage",
            "Wie je gegevens bekeek",
            "Om dat aan jou te kunnen laten zien.",
            .candidate(column: "candidate_id"),
            order: "read_at",
            """
            team_id=team/team staff_member_id=medewerker/staff read_at=moment purpose=waarvoor
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
            ]
        ),
        Table(
            "sessions",
            "aanmeldingen",
            "Waar je bent aangemeld",
            "Om je aangemeld te houden.",
            .candidate(column: "candidate_id"),
            order: "created_at",
            """
            device=apparaat created_at=begonnenOp last_seen_at=laatstGezienOp expires_at=verlooptOp
            ends_at=uiterlijkTot
            """,
            leftOut: [
                "id": "intern nummer",
                "token_sha256": "geheim van de aanmelding",
                "candidate_id": "intern nummer",
                "staff_member_id": "alleen voor medewerkers",
                "role_id": "alleen voor medewerkers",
                "provider_id": "alleen voor medewerkers",
            ]
        ),
        Table(
            "kept_forms",
            "bewaardeTekst",
            "Formulieren die te laat kwamen",
            "Om niets kwijt te raken dat je typte. Na een uur zijn ze weg.",
            .candidate(column: "candidate_id"),
            order: "kept_at",
            """
            kept_at=bewaardOp expires_at=verlooptOp
            """,
            leftOut: [
                "id": "intern nummer",
                "browser_sha256": "geheim van je browser",
                "visitor_hash": "telt hoeveel er van een plek komt",
                "candidate_id": "intern nummer",
                "staff_member_id": "alleen voor medewerkers",
                "content": "versleuteld; alleen de browser waarmee je het verstuurde kan het openen",
            ]
        ),
        Table(
            "submissions",
            "verstuurdeFormulieren",
            "Formulieren die je verstuurde",
            "Om niets twee keer te doen.",
            .candidate(column: "candidate_id"),
            order: "submitted_at",
            """
            action=wat submitted_at=moment result=leiddeNaar
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
                "staff_member_id": "alleen voor medewerkers",
            ]
        ),
        Table(
            "outbox",
            "berichten",
            "Mails aan jou en over je traject",
            "Om je en anderen op de hoogte te houden. De tekst bewaren we niet.",
            .either([.candidate(column: "candidate_id"), .caseFile, .proposal]),
            order: "created_at",
            """
            kind=soort case_id=traject/ref:case_files team_id=aanTeam/team staff_member_id=aanMedewerker/staff
            proposal_id=voorstel/ref:proposals facts=bijzonderheden created_at=gemaaktOp available_at=versturenVanaf
            attempts=pogingen sent_at=verstuurdOp failed_at=misluktOp
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
            ]
        ),
        Table(
            "mail_links",
            "links",
            "Links die we mailden",
            "Om met een link uit een mail iets te kunnen doen.",
            .either([.candidate(column: "candidate_id"), .proposal]),
            order: "created_at",
            """
            purpose=waarvoor proposal_id=voorstel/ref:proposals mail=mail created_at=gemaaktOp expires_at=verlooptOp
            used_at=gebruiktOp
            """,
            leftOut: [
                "token_sha256": "geheim van de link",
                "candidate_id": "intern nummer",
                "staff_member_id": "alleen voor medewerkers",
            ]
        ),
    ]
}

extension OwnDataStore.Table {
    /// - Parameter columns: `name=key`, with `/meaning` where the column holds an id or a code of something.
    init(
        _ name: String,
        _ key: String,
        _ title: String,
        _ purpose: String,
        _ rows: OwnDataStore.RowsOf,
        order: String,
        _ columns: String,
        leftOut: [String: String] = [:]
    ) {
        self.name = name
        self.key = key
        self.title = title
        self.purpose = purpose
        self.rows = rows
        self.order = order
        self.columns = columns.split(whereSeparator: \.isWhitespace).map { OwnDataStore.Column(String($0)) }
        self.leftOut = leftOut
    }
}

extension OwnDataStore.Column {
    fileprivate init(_ text: String) {
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        let words = (sides.last ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        name = sides.first ?? ""
        key = words.first ?? ""
        meaning = words.count > 1 ? Meaning(words[1]) : .plain
    }
}

extension OwnDataStore.Column.Meaning {
    fileprivate init(_ word: String) {
        switch word {
        case "staff": self = .staffMember
        case "team": self = .team
        case "region": self = .region
        case "school": self = .school
        case "practice": self = .practice
        case "place": self = .place
        case "municipality": self = .municipality
        case "role": self = .role
        case "supervisor": self = .supervisor
        case "indicator": self = .indicator
        default: self = word.hasPrefix("ref:") ? .reference(of: String(word.dropFirst(4))) : .plain
        }
    }
}
