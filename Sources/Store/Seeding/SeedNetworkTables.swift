// Applications, projects and the learning network, filled in bulk.
extension SeedTable {
    public static let applications = SeedTable(
        "applications",
        """
        id reference year organisation_id leader_id state name problem approach plan summary cost_cents requested_cents
        starts_on ends_on created_at submitted_at decided_at decided_by_id decision_reason advice granted_cents
        settled_cents started_on ended_on routes is_fictional version
        """
    )
    public static let applicationRegions = SeedTable(
        "application_regions",
        key: "application_id region_code",
        "application_id region_code"
    )
    public static let applicationMunicipalities = SeedTable(
        "application_municipalities",
        key: "application_id municipality_code",
        "application_id municipality_code"
    )
    public static let applicationBottlenecks = SeedTable(
        "application_bottlenecks",
        key: "application_id bottleneck_code",
        "application_id bottleneck_code"
    )
    public static let applicationGoals = SeedTable(
        "application_goals",
        "id application_id position sentence unit target reached"
    )
    public static let applicationPartners = SeedTable(
        "application_partners",
        "id application_id name kind contribution joined_on left_on left_reason"
    )
    public static let applicationCosts = SeedTable(
        "application_costs",
        "id application_id position description amount_cents"
    )
    public static let applicationQuestions = SeedTable(
        "application_questions",
        "id application_id asked_by_id asked_at question due_on answered_by_id answered_at answer"
    )
    public static let applicationReports = SeedTable(
        "application_reports",
        """
        id application_id kind reported_by_id reported_at done result did_not_work spent_cents seen_by_id seen_at remark
        """
    )
    public static let applicationEvents = SeedTable(
        "application_events",
        "id application_id sequence happened_at staff_member_id kind facts"
    )
    public static let projects = SeedTable(
        "projects",
        """
        id slug application_id organisation_id organisation_name label label_note name subject problem approach result
        did_not_work state starts_on ends_on period_note year grant_cents cost_cents routes publication contact_id
        contact_mail contact_phone published_at updated_at confirmed_on source is_fictional version
        """
    )
    public static let projectRegions = SeedTable(
        "project_regions",
        key: "project_id region_code",
        "project_id region_code"
    )
    public static let projectMunicipalities = SeedTable(
        "project_municipalities",
        key: "project_id municipality_code",
        "project_id municipality_code"
    )
    public static let projectBottlenecks = SeedTable(
        "project_bottlenecks",
        key: "project_id bottleneck_code",
        "project_id bottleneck_code"
    )
    public static let projectGoals = SeedTable(
        "project_goals",
        key: "project_id position",
        "project_id position sentence unit target reached"
    )
    public static let projectPartners = SeedTable("project_partners", "id project_id name kind left_on")
    public static let projectLinks = SeedTable("project_links", "id project_id position kind title url")
    public static let projectEdits = SeedTable(
        "project_edits",
        "id project_id staff_member_id edited_at field before after"
    )
    public static let networkMembers = SeedTable(
        "network_members",
        """
        id staff_member_id name organisation_name position_name knows seeks is_listed wants_mail joined_at joined_by
        is_fictional version
        """
    )
    public static let memberRegions = SeedTable(
        "member_regions",
        key: "member_id region_code",
        "member_id region_code"
    )
    public static let memberBottlenecks = SeedTable(
        "member_bottlenecks",
        key: "member_id bottleneck_code stance",
        "member_id bottleneck_code stance"
    )
    public static let meetings = SeedTable(
        "meetings",
        """
        id slug kind title label held_on starts_at ends_at place online_url region_code municipality_code agenda minutes
        capacity signup_closes_at state organiser_id contact_mail source created_at updated_at sequence is_fictional
        version
        """
    )
    public static let meetingBottlenecks = SeedTable(
        "meeting_bottlenecks",
        key: "meeting_id bottleneck_code",
        "meeting_id bottleneck_code"
    )
    public static let meetingSignups = SeedTable(
        "meeting_signups",
        key: "meeting_id member_id",
        "meeting_id member_id state signed_up_at"
    )
    public static let meetingActions = SeedTable(
        "meeting_actions",
        "id meeting_id sentence owner_id due_on done_on"
    )
    public static let questions = SeedTable(
        "questions",
        "id slug member_id region_code title body asked_at closed_at is_fictional version"
    )
    public static let questionBottlenecks = SeedTable(
        "question_bottlenecks",
        key: "question_id bottleneck_code",
        "question_id bottleneck_code"
    )
    public static let answers = SeedTable("answers", "id question_id member_id body answered_at helped_at")
    public static let goodPractices = SeedTable(
        "good_practices",
        """
        id slug author_id contact_id organisation_name name problem approach took result did_not_work state created_at
        updated_at validated_by_id validated_at confirmed_on source is_fictional version
        """
    )
    public static let goodPracticeRegions = SeedTable(
        "good_practice_regions",
        key: "good_practice_id region_code",
        "good_practice_id region_code"
    )
    public static let goodPracticeBottlenecks = SeedTable(
        "good_practice_bottlenecks",
        key: "good_practice_id bottleneck_code",
        "good_practice_id bottleneck_code"
    )
    public static let copies = SeedTable(
        "copies",
        """
        id project_id good_practice_id member_id organisation_name region_code copied_on intention outcome outcome_kind
        outcome_on is_fictional version
        """
    )
    public static let toolboxItems = SeedTable(
        "toolbox_items",
        """
        id region_code kind title text organisation_name phone hours_a_week confirmed_on member_id is_fictional version
        """
    )
    public static let socialMapEntries = SeedTable(
        "social_map_entries",
        "id region_code name kind text phone confirmed_on member_id source is_fictional version"
    )

    /// In an order in which each refers only to earlier ones.
    public static let ofTheNetwork: [SeedTable] = [
        applications, applicationRegions, applicationMunicipalities, applicationBottlenecks, applicationGoals,
        applicationPartners, applicationCosts, applicationQuestions, applicationReports, applicationEvents, projects,
        projectRegions, projectMunicipalities, projectBottlenecks, projectGoals, projectPartners, projectLinks,
        projectEdits, networkMembers, memberRegions, memberBottlenecks, meetings, meetingBottlenecks, meetingSignups,
        meetingActions, questions, questionBottlenecks, answers, goodPractices, goodPracticeRegions,
        goodPracticeBottlenecks, copies, toolboxItems, socialMapEntries,
    ]
}
