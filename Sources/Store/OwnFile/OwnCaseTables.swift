extension OwnDataStore {
    /// The cases and what happened in them.
    static let cases: [Table] = [
        Table(
            "case_files",
            "trajecten",
            "Je trajecten",
            "Om een plek voor je te zoeken.",
            .candidate(column: "candidate_id"),
            order: "opened_at",
            """
            reference=kenmerk team_id=team/team region_code=regio/region origin_team_id=eersteTeam/team
            origin_region_code=eersteRegio/region origin=aangemeldDoor coordinator_id=coordinator/staff
            stand_in_id=waarnemer/staff kind=soortPlek route=leerweg study_year=leerjaar role_code=functie/role
            crebo=crebo school_id=school/school programme=opleiding class_name=klas school_weekdays=schooldagen
            wished_start_on=gewensteStart earliest_start_on=vroegsteStart latest_start_on=laatsteStart
            weeks_needed=wekenMinstens weeks_wanted=wekenGewenst weekdays=mogelijkeDagen weekdays_least=dagenMinstens
            weekdays_wanted=dagenGewenst hours_least=urenMinstens hours_most=urenHoogstens
            course_payer=betalerVanDeOpleiding wishes=wensen offers=biedt has_priority=voorrang
            previous_state=vorigeStap state=stap state_since=stapSinds owner=aanZet due_on=uiterlijk
            watch_reason=redenBlijvenZoeken withdrawal_reason=redenTeruggetrokken
            placed_proposal_id=geplaatstMetVoorstel/ref:proposals opened_at=begonnenOp closed_at=geeindigdOp
            is_fictional=verzonnen
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
                "version": "telt hoe vaak de rij wijzigde",
            ]
        ),
        Table(
            "import_run_rows",
            "invoer",
            "Het bestand waarmee je erin kwam",
            "Om een invoer die niet klopt ongedaan te kunnen maken.",
            .caseFile,
            order: "line",
            """
            case_id=traject/ref:case_files team_id=team/team line=regelVanHetBestand
            """,
            leftOut: [
                "import_run_id": "intern nummer",
                "training_place_id": "leeg: hoort bij een invoer van plekken",
                "practice_id": "leeg: hoort bij een invoer van plekken",
            ]
        ),
        Table(
            "case_spans",
            "wachttijden",
            "Wie wanneer aan zet was",
            "Om te zien waar het zoeken stokt.",
            .caseFile,
            order: "from_at",
            """
            case_id=traject/ref:case_files team_id=team/team holder_team_id=teamToen/team state=stap owner=aanZet
            due_on=uiterlijk from_at=vanaf until_at=tot
            """,
            leftOut: [
                "id": "intern nummer"
            ]
        ),
        Table(
            "case_stops",
            "gestoptePlaatsingen",
            "Plaatsingen die eerder stopten",
            "Om een nieuwe plek te zoeken en ervan te leren.",
            .caseFile,
            order: "stopped_on",
            """
            case_id=traject/ref:case_files team_id=team/team stopped_on=gestoptOp stopped_by=gestoptDoor
            reason_code=reden
            """,
            leftOut: [
                "id": "intern nummer"
            ]
        ),
        Table(
            "case_facts",
            "nieuweFeiten",
            "Nieuwe feiten",
            "Om een regio een tweede keer te mogen vragen.",
            .caseFile,
            order: "recorded_at",
            """
            case_id=traject/ref:case_files team_id=team/team kind=soort training_place_id=plek/place
            recorded_by=vastgelegdDoor/staff recorded_at=vastgelegdOp
            """,
            leftOut: [
                "id": "intern nummer"
            ]
        ),
        Table(
            "case_contacts",
            "contacten",
            "Gesprekken en berichten over jou",
            "Om te weten wat er is afgesproken.",
            .caseFile,
            order: "contacted_at",
            """
            case_id=traject/ref:case_files team_id=team/team staff_member_id=medewerker/staff contacted_at=moment
            party=met channel=via was_reached=bereikt note=notitie
            """,
            leftOut: [
                "id": "intern nummer"
            ]
        ),
        Table(
            "case_events",
            "gebeurtenissen",
            "Wat er in je traject gebeurde",
            "Om na te gaan wie wat wanneer deed.",
            .caseFile,
            order: "happened_at",
            """
            case_id=traject/ref:case_files team_id=team/team sequence=volgnummer happened_at=moment
            staff_member_id=medewerker/staff acting_team_id=doorTeam/team kind=soort facts=bijzonderheden
            """,
            leftOut: [
                "id": "intern nummer"
            ]
        ),
    ]

    /// What someone can do already.
    static let assessments: [Table] = [
        Table(
            "assessments",
            "beoordelingen",
            "Je beoordelingen",
            "Om plekken te vinden waar je leert wat je nog niet kunt.",
            .candidate(column: "candidate_id"),
            order: "started_at",
            """
            team_id=team/team framework_version=versieVanDeVragenlijst form=vragenlijst started_at=begonnenOp
            updated_at=gewijzigdOp valid_until_on=geldigTot candidate_remark=jouwOpmerking
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
                "version": "telt hoe vaak de rij wijzigde",
            ]
        ),
        Table(
            "assessors",
            "beoordelaars",
            "Wie je beoordeelde",
            "Om scores van elkaar te onderscheiden.",
            .assessment,
            order: "kind",
            """
            team_id=team/team kind=soort staff_member_id=medewerker/staff
            """,
            leftOut: [
                "id": "intern nummer",
                "assessment_id": "intern nummer",
            ]
        ),
        Table(
            "assessment_scores",
            "scores",
            "Je scores per vraag",
            "Om je niveau te bepalen.",
            .assessment,
            order: "scored_at",
            """
            team_id=team/team framework_version=versieVanDeVragenlijst indicator_code=vraag/indicator score=score
            scored_at=moment
            """,
            leftOut: [
                "assessor_id": "intern nummer",
                "assessment_id": "intern nummer",
            ]
        ),
        Table(
            "assessment_levels",
            "niveaus",
            "Je niveau per onderdeel",
            "Om te rekenen hoe goed een plek past.",
            .assessment,
            order: "area_code",
            """
            team_id=team/team area_code=onderdeel level=niveauInTienden score_sum=somVanScores
            score_count=aantalScores
            """,
            leftOut: [
                "assessment_id": "intern nummer"
            ]
        ),
    ]

    /// What was asked of practices and regions.
    static let asked: [Table] = [
        Table(
            "proposals",
            "voorstellen",
            "Aan welke praktijken je bent voorgesteld",
            "Om een plek voor je te krijgen.",
            .caseFile,
            order: "opened_at",
            """
            case_id=traject/ref:case_files team_id=team/team reference=kenmerk training_place_id=plek/place
            practice_id=praktijk/practice state=stand is_own_place=eigenPlek opened_at=voorgesteldOp
            due_on=antwoordUiterlijk starts_on=begin ends_on=einde fit=matchInTienden distance_hm=afstandInHectometers
            rank_position=plaatsInDeLijst choice_reason=redenVanDeKeuze answered_at=beantwoordOp
            interview_on=klikgesprekOp decline_reason=redenNee answer_note=toelichting not_before_on=nietVoor
            practice_yes_at=jaVanDePraktijk candidate_yes_at=jaVanJou school_yes_at=jaVanDeSchool
            introduction_yes_at=jaOpKennismaken call_wanted_at=praktijkWilBellen
            """,
            leftOut: [
                "id": "intern nummer",
                "version": "telt hoe vaak de rij wijzigde",
            ]
        ),
        Table(
            "placement_parts",
            "plaatsingen",
            "Onderdelen van een plaatsing",
            "Om vast te leggen waar en wanneer je werkt.",
            .proposal,
            order: "starts_on",
            """
            proposal_id=voorstel/ref:proposals team_id=team/team training_place_id=plek/place weekdays=dagen
            starts_on=begin ends_on=einde hours_per_week=urenPerWeek supervisor_id=praktijkopleider/supervisor
            employer=werkgever
            """,
            leftOut: [
                "id": "intern nummer",
                "seat_id": "gaat over de plek",
            ]
        ),
        Table(
            "referrals",
            "doorverwijzingen",
            "Naar welke regio's je bent doorverwezen",
            "Om ook in een andere regio een plek te vinden.",
            .candidate(column: "candidate_id"),
            order: "opened_at",
            """
            case_id=traject/ref:case_files team_id=team/team reference=kenmerk sending_team_id=verwijzendTeam/team
            sending_region_code=verwijzendeRegio/region receiving_region_code=gevraagdeRegio/region
            receiving_team_id=overgenomenDoor/team hop=hoeveelste motivation=motivatie
            state=stand opened_at=verwezenOp due_on=antwoordUiterlijk answered_at=beantwoordOp
            answered_by=beantwoordDoor/staff decline_reason=redenNee answer_note=toelichting
            alternative_place_id=anderePlek/place
            """,
            leftOut: [
                "id": "intern nummer",
                "candidate_id": "intern nummer",
                "consent_id": "staat bij de toestemmingen",
                "assessment_id": "staat bij de beoordelingen",
                "new_fact_id": "staat bij de nieuwe feiten",
                "version": "telt hoe vaak de rij wijzigde",
            ]
        ),
        Table(
            "referral_places",
            "plekkenBijDoorverwijzing",
            "Plekken bij een doorverwijzing",
            "Om te laten zien welke plek er voor je is.",
            .referral,
            order: "position",
            """
            referral_id=doorverwijzing/ref:referrals training_place_id=plek/place position=volgorde fit=matchInTienden
            distance_hm=afstandInHectometers starts_on=begin ends_on=einde
            """
        ),
        Table(
            "seat_occupations",
            "bezetteStoelen",
            "Stoelen die voor je zijn vastgehouden",
            "Om te zorgen dat een plek niet twee keer wordt vergeven.",
            .either([.proposal, .referral]),
            order: "id",
            """
            training_place_id=plek/place weekday=dag period=periode state=stand held_until=vastgehoudenTot
            proposal_id=voorstel/ref:proposals referral_id=doorverwijzing/ref:referrals
            """,
            leftOut: [
                "id": "intern nummer",
                "seat_id": "gaat over de plek",
            ]
        ),
    ]
}
