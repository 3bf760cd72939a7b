/// Who may do what with one row of each private table, in SQL, whatever the pages do. Read it in review.
///
/// Letters: s(elect), i(nsert), u(pdate), U (sets the state to withdrawn), d(elete); no letter: it is as if the row did not
/// exist. `own` is a coordinator of the team that has the case, `self` the same person in no role, `system` that team without a
/// person, `offering` a practice that names its region, `near` a team in the same region,
/// `receiver` the region with an open letter, `far` another, `practice` who came by the link to a proposal, `worker` the mail,
/// `newcomer` a visitor whose own file began by a link just now.
/// `leader` of projects of the organisation that applies, `other leader` of another one, `member` and `other member` of the network.
enum WallTable {
    static let rows: [String: String] = [
        // The file of a candidate: the team that has it, the candidate, and the matcher where no one can be found by it.
        "candidates": "own siu · system siu · candidate su · matcher s",
        "candidate_identities": "own siu · system siu · candidate su",
        "candidate_regions": "own sid · system sid · candidate sid · matcher s",
        "consents": "own siu · system siu · candidate siu · matcher s",
        "case_files": "own siuU · system siuU · candidate sU · matcher s",
        "case_files of a newcomer": "own i · system i · newcomer i",
        "case_spans": "own s · system s · candidate s",
        "case_stops": "own si · system si · candidate s",
        "case_facts": "own si · system si · candidate s",
        "case_contacts": "own si · system si · candidate s",
        "case_events": "own si · system si · candidate si",
        "assessments": "own siu · system siu · candidate siu · matcher s",
        "assessors": "own si · system si · candidate si",
        "assessment_scores": "own siud · system siud · candidate siud",
        "assessment_scores of an assessor": "own siud · system siud · candidate s",
        "assessment_levels": "own siud · system siud · candidate s · matcher s",
        "proposals": "own siu · system siu · candidate su",
        "placement_parts": "own si · system si · candidate s",
        "candidate_duplicates": "candidate s",
        "person_keys": "own siud · system siud · candidate siud",
        "retention_consents": "own siu · system siu · candidate siu",
        "retention_warnings": "own s · system s · candidate s",
        "candidate_reads of the candidate": "own si · system si · candidate si",
        "candidate_reads": "own si · system si · candidate s",

        // What goes over the wall by a letter, and by the link that a practice was mailed.
        "referrals": "own siuU · system siuU · receiver su · candidate s",
        "referral_places": "own si · system si · receiver s · candidate s",
        "referral_cards": "own s · system s · receiver s",
        "referral_card_levels": "own s · system s · receiver s",
        "practice_cards": "practice s",
        "practice_card_levels": "practice s",
        "seat_occupations": "everyone s · own iu · system iu · matcher s",

        // What a team or a region keeps.
        "practice_calls": "own si · system si",
        "practice_contacts": "offering i · own siud · system siud · near siud",
        "place_offers": "offering si · own siu · system siu · near siu",
        "step_statistics": "own s · system s",
        "import_mappings": "own siu · system siu",
        "import_runs": "own si · system si",
        "import_run_rows": "own si · system si · candidate s",
        "imports": "own siud · system siud",

        // Accounts: the person, the administrator, and the door before anyone is signed in.
        "organisations": "everyone s · fund administrator i · matcher s",
        "organisation_regions": "everyone s · fund administrator i · matcher s",
        "teams": "everyone s · administrator i · fund administrator i · matcher s",
        "staff_members": "everyone s · own u · system u · self u · administrator iu · fund administrator iu",
        "staff_roles": "everyone s · administrator id · fund administrator id",
        "staff_accounts": "own siu · self siu",
        "staff_account_states": "own s · self s · administrator s · fund administrator s",
        "recovery_codes": "own siud · self siud",
        "account_events":
            "visitor i · offering i · own si · self si · administrator si · fund administrator si · worker i",
        "sessions of a candidate": "visitor siud · offering siud · candidate s · worker siud",
        "sessions": "visitor siud · offering siud · self sud · administrator sd · fund administrator sd · worker siud",
        "submissions": "own si · self si",
        "mail_links of a candidate": "visitor siud · offering siud · candidate s · worker siud",
        "mail_links":
            "visitor siud · offering siud · self su · administrator su · fund administrator su · worker siud",
        "sign_in_failures": "visitor sid · offering sid · worker sid",
        "oidc_subjects": "own sid · self sid",
        "oidc_attempts": "visitor siud · offering siud · worker siud",
        "oidc_attempts of a person": "visitor siud · offering siud · self siud · worker siud",
        "outbox of a candidate": "everyone i · candidate s · worker sud",
        "outbox": "everyone i · own s · system s · worker sud",

        // The scheme: the applicant's organisation, and the fund from the moment it was submitted.
        "scheme_years": "everyone s · fund administrator iu",
        "applications": "leader siu · fund su · fund administrator su",
        "applications in draft": "leader siud",
        "application_bottlenecks": "leader siud · fund s · fund administrator s",
        "application_costs": "leader siud · fund s · fund administrator s",
        "application_events": "leader si · fund s · fund administrator s",
        "application_goals": "leader siud · fund s · fund administrator s",
        "application_municipalities": "leader siud · fund s · fund administrator s",
        "application_partners": "leader siud · fund s · fund administrator s",
        "application_questions": "leader s · fund si · fund administrator s",
        "application_questions answered": "leader su · fund s · fund administrator s",
        "application_regions": "leader siud · fund s · fund administrator s",
        "application_reports": "leader si · fund s · fund administrator s",
        "application_reports seen": "leader s · fund su · fund administrator s",

        // Project pages: one that is held back, and its parts.
        "projects": "leader su · fund siu · fund administrator siu",
        "projects published": "everyone s · leader u · fund iu · fund administrator iu",
        "project_tombstones": "everyone s",
        "project_slugs": "everyone s · leader i · fund i · fund administrator i",
        "project_bottlenecks": "leader sid · fund sid · fund administrator sid",
        "project_edits": "leader si · fund s · fund administrator s",
        "project_goals": "leader siud · fund siud · fund administrator siud",
        "project_links": "leader siud · fund siud · fund administrator siud",
        "project_municipalities": "leader sid · fund sid · fund administrator sid",
        "project_partners": "leader siud · fund siud · fund administrator siud",
        "project_regions": "leader sid · fund sid · fund administrator sid",

        // The network: what a member writes is theirs.
        "member_bottlenecks": "fund si · fund administrator si · worker s · member sid · other member s",
        "member_regions": "fund si · fund administrator si · worker s · member sid · other member s",
        "network_members": "fund s · fund administrator s · worker su · member siud · other member s",
        "network_members by a grant":
            "fund si · fund administrator si · worker su · member s · other member s",
        "network_members listed": "everyone s · worker u",
        "network_members who left": "leader siud · worker s",
        "meetings": "everyone s · fund iu · fund administrator iu · member iu",
        "meeting_bottlenecks": "everyone s · fund id · fund administrator id · member id",
        "meeting_signups": "fund s · fund administrator s · worker siu · member s · other member siu",
        "meeting_actions": "fund siu · fund administrator siu · member siu · other member su",
        "questions": "everyone s · member iu",
        "question_bottlenecks": "everyone s · member id",
        "answers": "everyone s · member u · other member i",
        "good_practice_bottlenecks": "member sid · other member s",
        "good_practice_links": "member sid · other member s",
        "good_practice_regions": "member sid · other member s",
        "good_practices": "member siu · other member su",
        "good_practices in draft": "member siu",
        "good_practices published": "everyone s · worker u · member iu",
        "copies": "everyone s · worker u · member iu",
        "toolbox_items": "everyone s · member iud",
        "social_map_entries": "everyone s · member iud",
    ]
}
