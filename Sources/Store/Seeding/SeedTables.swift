/// A table that is filled in bulk: its columns in the order of a row's values, and the key by which a row is known
/// again.
public struct SeedTable: Hashable, Sendable {
    public let name: String
    let columns: [String]
    let key: [String]
    /// Rows that are there stay as they are: people changed them since.
    let belongsToPeople: Bool

    init(_ name: String, key: String = "id", belongsToPeople: Bool = false, _ columns: String) {
        self.name = name
        self.belongsToPeople = belongsToPeople
        self.key = key.split(separator: " ").map(String.init)
        self.columns = columns.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }

    /// How many values a row has.
    public var columnCount: Int { columns.count }
}

// Facts and rules.
extension SeedTable {
    public static let regions = SeedTable(
        "regions",
        key: "code",
        "code level parent_code name slug provinces latitude longitude"
    )
    public static let regionNeighbours = SeedTable(
        "region_neighbours",
        key: "region_code neighbour_code",
        "region_code neighbour_code"
    )
    public static let municipalities = SeedTable(
        "municipalities",
        key: "code",
        "code name province corop region_code latitude longitude x y z"
    )
    public static let mapPlaces = SeedTable(
        "map_places",
        key: "geonames_id",
        "geonames_id name municipality_code region_code latitude longitude x y z inhabitants"
    )
    public static let qualifications = SeedTable(
        "qualifications",
        key: "crebo valid_from",
        "crebo valid_from valid_until dossier name level routes source"
    )
    public static let careRoles = SeedTable("care_roles", key: "code", "code name")
    public static let frameworks = SeedTable("frameworks", key: "version", "version valid_from source")
    public static let competenceAreas = SeedTable(
        "competence_areas",
        key: "framework_version code",
        "framework_version code position name description"
    )
    public static let behaviourIndicators = SeedTable(
        "behaviour_indicators",
        key: "framework_version code",
        "framework_version code area_code position is_short_form sentence"
    )
    public static let frameworkLevels = SeedTable(
        "framework_levels",
        key: "framework_version route study_year area_code",
        "framework_version route study_year area_code default_level target_level"
    )
    public static let activities = SeedTable("activities", key: "code", "code name area_code position")
    public static let wishes = SeedTable("wishes", key: "code", "code bit stated_by sentence property_sentence")
    public static let scoringModels = SeedTable(
        "scoring_models",
        key: "version",
        """
        version valid_from learning_needs_weight supervision_weight travel_weight period_weight continuity_weight
        wishes_weight source
        """
    )
    public static let reasons = SeedTable("reasons", key: "kind code", "kind code position sentence")
    public static let dueRules = SeedTable("due_rules", key: "key valid_from", "key valid_from value unit owner source")
    public static let consentTexts = SeedTable("consent_texts", key: "version", "version valid_from text")
    public static let retentionRules = SeedTable(
        "retention_rules",
        key: "key valid_from",
        "key valid_from value unit subject counted_from source"
    )
    public static let retentionTexts = SeedTable("retention_texts", key: "version", "version valid_from text")
    public static let organisations = SeedTable("organisations", "id kind name slug is_fictional source")
    public static let organisationRegions = SeedTable(
        "organisation_regions",
        key: "organisation_id region_code valid_from",
        "organisation_id region_code valid_from"
    )
    public static let schools = SeedTable("schools", "id name area region_code offers source is_fictional")
}

// Bottlenecks, the words they are found by, and the years of the scheme.
extension SeedTable {
    public static let bottlenecks = SeedTable("bottlenecks", key: "code", "code slug position name description")
    public static let bottleneckTerms = SeedTable("bottleneck_terms", key: "term", "term bottleneck_code")
    public static let reasonBottlenecks = SeedTable(
        "reason_bottlenecks",
        key: "kind code bottleneck_code",
        "kind code bottleneck_code"
    )
    public static let stepBottlenecks = SeedTable(
        "step_bottlenecks",
        key: "state bottleneck_code",
        "state bottleneck_code"
    )
    public static let wordFamilies = SeedTable("word_families", key: "word", "word family")
    public static let compoundParts = SeedTable("compound_parts", key: "part", "part")
    /// What texts and queries are prepared with.
    public static let ofTheSearch: Set<SeedTable> = [bottlenecks, bottleneckTerms, wordFamilies, compoundParts]
    public static let schemeYears = SeedTable(
        "scheme_years",
        key: "year",
        belongsToPeople: true,
        """
        year ceiling_cents share_percent maximum_cents minimum_partners opens_on closes_on source version
        """
    )
}

// People, practices and places.
extension SeedTable {
    public static let teams = SeedTable("teams", "id organisation_id region_code name phone mail is_fictional")
    public static let staffMembers = SeedTable(
        "staff_members",
        "id organisation_id name mail phone absent_until stand_in_id is_fictional"
    )
    public static let staffRoles = SeedTable("staff_roles", "id staff_member_id role team_id organisation_id school_id")
    public static let practices = SeedTable(
        "practices",
        """
        id reference kind name street postcode town municipality_code region_code x y z organisation_id is_member
        is_draft team_size kvk company_id notes is_fictional created_at version
        """
    )
    public static let practiceContacts = SeedTable(
        "practice_contacts",
        "id practice_id region_code function name mail phone best_time"
    )
    public static let practiceClosings = SeedTable(
        "practice_closings",
        key: "practice_id closed_from",
        "practice_id closed_from closed_until"
    )
    public static let practiceRecognitions = SeedTable(
        "practice_recognitions",
        key: "practice_id crebo",
        "practice_id crebo state valid_until checked_on"
    )
    public static let supervisors = SeedTable(
        "supervisors",
        "id practice_id name months_of_experience is_trained weekdays"
    )
    public static let practiceCalls = SeedTable(
        "practice_calls",
        "id practice_id team_id staff_member_id called_at was_reached note"
    )
    public static let trainingPlaces = SeedTable(
        "training_places",
        """
        id reference practice_id team_id region_code municipality_code x y z kind role_code crebo routes study_years
        earliest_start_on latest_start_on weeks_least weeks_offered weekdays hours_per_week team_size employer
        reserved_for_school_id reserved_until_on can_finish has_job_prospect wishes offers preconditions contact_rule
        not_before_on months_between_learners state copied_from_id is_fictional created_at updated_at version
        """
    )
    public static let trainingPlaceSchools = SeedTable(
        "training_place_schools",
        key: "training_place_id school_id",
        "training_place_id school_id"
    )
    public static let trainingPlaceActivities = SeedTable(
        "training_place_activities",
        key: "training_place_id activity_code",
        "training_place_id activity_code frequency"
    )
    public static let trainingPlaceSupervisors = SeedTable(
        "training_place_supervisors",
        key: "training_place_id supervisor_id",
        "training_place_id supervisor_id"
    )
    public static let seats = SeedTable("seats", "id training_place_id number")
}

// Candidates, their cases and what was asked for them.
extension SeedTable {
    public static let candidates = SeedTable(
        "candidates",
        """
        id reference team_id background municipality_code x y z travel_means travel_limit_km telephone_dutch
        is_fictional created_at version
        """
    )
    public static let candidateIdentities = SeedTable(
        "candidate_identities",
        key: "candidate_id",
        """
        candidate_id team_id given_name name_infix family_name born_on mail phone prior_education prior_work
        school_contact
        """
    )
    public static let candidateRegions = SeedTable(
        "candidate_regions",
        key: "candidate_id region_code",
        "candidate_id team_id region_code"
    )
    public static let consents = SeedTable(
        "consents",
        "id candidate_id team_id region_code text_version channel recorded_by given_at withdrawn_at"
    )
    public static let caseFiles = SeedTable(
        "case_files",
        """
        id reference candidate_id team_id region_code origin_team_id origin_region_code origin coordinator_id
        stand_in_id kind route study_year role_code crebo school_id programme class_name school_weekdays
        wished_start_on
        earliest_start_on latest_start_on weeks_needed weeks_wanted weekdays weekdays_least weekdays_wanted hours_least
        hours_most course_payer wishes offers has_priority previous_state state state_since owner due_on watch_reason
        withdrawal_reason placed_proposal_id opened_at closed_at is_fictional version
        """
    )
    public static let caseSpans = SeedTable(
        "case_spans",
        "case_id team_id holder_team_id state owner due_on from_at until_at"
    )
    public static let caseStops = SeedTable("case_stops", "id case_id team_id stopped_on stopped_by reason_code")
    public static let caseContacts = SeedTable(
        "case_contacts",
        "id case_id team_id staff_member_id contacted_at party channel was_reached note"
    )
    public static let caseEvents = SeedTable(
        "case_events",
        "id case_id team_id sequence happened_at staff_member_id acting_team_id kind facts"
    )
    public static let candidateReads = SeedTable(
        "candidate_reads",
        "id candidate_id team_id staff_member_id read_at purpose"
    )
    public static let assessments = SeedTable(
        "assessments",
        "id candidate_id team_id framework_version form started_at updated_at valid_until_on candidate_remark version"
    )
    public static let assessors = SeedTable("assessors", "id assessment_id team_id kind staff_member_id")
    public static let assessmentScores = SeedTable(
        "assessment_scores",
        key: "assessor_id indicator_code",
        "assessor_id assessment_id team_id framework_version indicator_code score scored_at"
    )
    public static let assessmentLevels = SeedTable(
        "assessment_levels",
        key: "assessment_id area_code",
        "assessment_id team_id area_code level score_sum score_count"
    )
    public static let proposals = SeedTable(
        "proposals",
        """
        id reference case_id team_id training_place_id practice_id state is_own_place opened_at due_on starts_on ends_on
        fit distance_hm rank_position choice_reason answered_at interview_on decline_reason answer_note not_before_on
        practice_yes_at candidate_yes_at school_yes_at version
        """
    )
    public static let placementParts = SeedTable(
        "placement_parts",
        """
        id proposal_id team_id training_place_id seat_id weekdays starts_on ends_on hours_per_week supervisor_id
        employer
        """
    )
    public static let referrals = SeedTable(
        "referrals",
        """
        id reference case_id candidate_id team_id sending_team_id sending_region_code receiving_region_code
        receiving_team_id consent_id assessment_id hop new_fact_id motivation state opened_at due_on
        answered_at answered_by decline_reason answer_note alternative_place_id version
        """
    )
    public static let referralPlaces = SeedTable(
        "referral_places",
        key: "referral_id training_place_id",
        "referral_id training_place_id position fit distance_hm starts_on ends_on"
    )
    public static let seatOccupations = SeedTable(
        "seat_occupations",
        "id seat_id training_place_id weekday period state held_until proposal_id referral_id"
    )

    /// Practices and places, in an order in which each refers only to earlier ones.
    public static let ofThePlaces: [SeedTable] = [
        practices, practiceContacts, practiceClosings, practiceRecognitions, supervisors, practiceCalls, trainingPlaces,
        trainingPlaceSchools, trainingPlaceActivities, trainingPlaceSupervisors, seats,
    ]

    /// Candidates and everything of their cases, in such an order too; cases and proposals refer to each other.
    public static let ofTheCases: [SeedTable] = [
        candidates, candidateIdentities, candidateRegions, consents, caseFiles, caseSpans, caseStops, caseContacts,
        caseEvents, candidateReads, assessments, assessors, assessmentScores, assessmentLevels, proposals,
        placementParts, referrals, referralPlaces, seatOccupations,
    ]
}
