-- Candidates without identity, their identities apart (policies hide rows, not columns), their cases and assessments.

create table candidates (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    team_id uuid not null references teams (id),
    background text not null check (background in ('student', 'career_switcher', 'returner')),
    municipality_code text not null references municipalities (code),
    x integer not null,
    y integer not null,
    z integer not null,
    travel_means text not null check (travel_means in ('bike', 'public_transport', 'car')),
    travel_limit_km smallint not null check (travel_limit_km between 1 and 300),
    telephone_dutch smallint check (telephone_dutch between 1 and 4),
    is_fictional boolean not null,
    created_at timestamptz not null,
    version integer not null check (version > 0),
    unique (id, team_id)
);
comment on table candidates is 'Learners who look for a place, without who they are.';
comment on column candidates.telephone_dutch is 'How the candidate describes own Dutch on the telephone: 1 with difficulty … 4 fluent.';
create index candidates_team_id on candidates (team_id);
create index candidates_municipality_code on candidates (municipality_code);
alter table sessions add foreign key (candidate_id) references candidates (id);
alter table submissions add foreign key (candidate_id) references candidates (id);

create table candidate_identities (
    candidate_id uuid primary key,
    team_id uuid not null,
    given_name text not null check (given_name <> ''),
    name_infix text not null,
    family_name text not null check (family_name <> ''),
    born_on date not null,
    mail text not null,
    phone text not null,
    prior_education text not null,
    prior_work text not null,
    school_contact text not null,
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table candidate_identities is 'Who the candidate is. Only the team that has the case sees it.';
create index candidate_identities_candidate on candidate_identities (candidate_id, team_id);
create index candidate_identities_team on candidate_identities (team_id, family_name collate "nl-x-icu", given_name collate "nl-x-icu");

create table candidate_regions (
    candidate_id uuid not null,
    team_id uuid not null,
    region_code text not null references regions (code),
    primary key (candidate_id, region_code),
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table candidate_regions is 'Regions beside the own one that a candidate is willing to go to.';
create index candidate_regions_candidate on candidate_regions (candidate_id, team_id);
create index candidate_regions_region_code on candidate_regions (region_code);

create table consents (
    id uuid primary key,
    candidate_id uuid not null,
    team_id uuid not null,
    region_code text references regions (code),
    text_version integer not null references consent_texts (version),
    channel text not null check (channel in ('on_screen', 'phone', 'letter', 'mail')),
    recorded_by uuid references staff_members (id),
    given_at timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= given_at),
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table consents is 'Per receiving region (null: all neighbours of the region that has the case), apart from registration.';
create index consents_candidate on consents (candidate_id, team_id);
create index consents_region_code on consents (region_code);
create index consents_text_version on consents (text_version);
create index consents_recorded_by on consents (recorded_by);

create table case_files (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    candidate_id uuid not null,
    team_id uuid not null,
    region_code text not null references regions (code),
    origin_team_id uuid not null references teams (id),
    origin_region_code text not null references regions (code),
    origin text not null check (origin in ('self', 'team', 'school_request', 'import')),
    coordinator_id uuid references staff_members (id),
    stand_in_id uuid references staff_members (id),
    kind text not null check (kind in ('placement', 'learning_job', 'taster', 'trial')),
    route text not null check (route in ('bol', 'bbl', 'third_route')),
    study_year smallint not null check (study_year between 1 and 4),
    role_code text not null references care_roles (code),
    crebo text check (crebo ~ '^[0-9]{5}$'),
    school_id uuid references schools (id),
    programme text not null,
    class_name text not null,
    school_weekdays smallint not null check (school_weekdays between 0 and 127),
    wished_start_on date not null,
    earliest_start_on date not null,
    latest_start_on date not null,
    weeks_needed smallint not null check (weeks_needed between 1 and 208),
    weeks_wanted smallint not null check (weeks_wanted between 1 and 208),
    weekdays smallint not null check (weekdays between 1 and 127),
    weekdays_least smallint not null check (weekdays_least between 1 and 7),
    weekdays_wanted smallint not null check (weekdays_wanted between 1 and 7),
    hours_least smallint not null check (hours_least between 1 and 40),
    hours_most smallint not null check (hours_most between 1 and 40),
    course_payer text check (course_payer in ('self', 'employer', 'uwv', 'municipality')),
    wishes integer not null check (wishes >= 0),
    offers integer not null check (offers >= 0),
    has_priority boolean not null,
    previous_state text,
    state text not null check (state in ('registered', 'searching', 'proposed', 'interview', 'agreed', 'placed',
        'started', 'completed', 'stopped', 'referring', 'watching', 'withdrawn')),
    state_since timestamptz not null,
    owner text not null check (owner in ('team', 'practice', 'candidate', 'school', 'nobody')),
    due_on date,
    watch_reason text check (watch_reason in ('none_within_limits', 'no_consent', 'chain_exhausted')),
    withdrawal_reason text check (withdrawal_reason in ('by_candidate', 'unreachable', 'stopped_after_start', 'joined',
        'erased')),
    placed_proposal_id uuid,
    opened_at timestamptz not null,
    closed_at timestamptz,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    unique (id, team_id),
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade,
    constraint case_files_transition foreign key (previous_state, state) references case_transitions (from_state, to_state),
    constraint case_files_begin check (previous_state is not null or state = 'registered'),
    constraint case_files_end check ((closed_at is not null) = (state in ('completed', 'withdrawn'))),
    constraint case_files_watching_has_reason check ((state = 'watching') = (watch_reason is not null)),
    constraint case_files_withdrawn_has_reason check ((state = 'withdrawn') = (withdrawal_reason is not null)),
    constraint case_files_open_has_due check ((due_on is null) = (state in ('completed', 'withdrawn'))),
    constraint case_files_end_has_no_owner check ((owner = 'nobody') = (state in ('completed', 'withdrawn'))),
    constraint case_files_placed_has_place check (placed_proposal_id is not null or state not in ('placed', 'started', 'completed')),
    check (earliest_start_on <= wished_start_on and wished_start_on <= latest_start_on),
    check (weeks_needed <= weeks_wanted),
    check (weekdays_least <= weekdays_wanted),
    check (hours_least <= hours_most)
);
comment on table case_files is 'A case (traject): one candidate, one route, looking for a placement.';
create index case_files_candidate on case_files (candidate_id, team_id);
create index case_files_team on case_files (team_id, state, due_on, id);
create index case_files_region_code on case_files (region_code, state);
create index case_files_origin_team_id on case_files (origin_team_id);
create index case_files_origin_region_code on case_files (origin_region_code);
create index case_files_coordinator_id on case_files (coordinator_id);
create index case_files_stand_in_id on case_files (stand_in_id);
create index case_files_role_code on case_files (role_code);
create index case_files_school_id on case_files (school_id);
create index case_files_transition on case_files (previous_state, state);
create index case_files_placed_proposal_id on case_files (placed_proposal_id);

create table case_spans (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    team_id uuid not null,
    holder_team_id uuid not null references teams (id),
    state text not null,
    owner text not null,
    due_on date,
    from_at timestamptz not null,
    until_at timestamptz,
    check (until_at >= from_at),
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade
);
comment on table case_spans is 'The stall clock: who had the case, from when, until when. Written by a trigger only.';
create index case_spans_case on case_spans (case_id, team_id);
create unique index case_spans_one_open on case_spans (case_id) where until_at is null;
create index case_spans_holder_team_id on case_spans (holder_team_id);

create table case_stops (
    id uuid primary key,
    case_id uuid not null,
    team_id uuid not null,
    stopped_on date not null,
    stopped_by text not null check (stopped_by in ('candidate', 'practice', 'school', 'team')),
    reason_code text not null,
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade
);
comment on table case_stops is 'A placement that ended early: date, who stopped it, why.';
create index case_stops_case on case_stops (case_id, team_id);

create table case_facts (
    id uuid primary key,
    case_id uuid not null,
    team_id uuid not null,
    kind text not null check (kind in ('new_place', 'wider_limit', 'other_route')),
    training_place_id uuid references training_places (id),
    recorded_by uuid references staff_members (id),
    recorded_at timestamptz not null,
    check ((kind = 'new_place') = (training_place_id is not null)),
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade
);
comment on table case_facts is 'A recorded new fact, for which a region may be asked a second time.';
create index case_facts_case on case_facts (case_id, team_id);
create index case_facts_training_place_id on case_facts (training_place_id);
create index case_facts_recorded_by on case_facts (recorded_by);

create table case_contacts (
    id uuid primary key,
    case_id uuid not null,
    team_id uuid not null,
    staff_member_id uuid references staff_members (id),
    contacted_at timestamptz not null,
    party text not null check (party in ('candidate', 'practice', 'school', 'region')),
    channel text not null check (channel in ('phone', 'mail', 'visit', 'message')),
    was_reached boolean not null,
    note text not null,
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade
);
comment on table case_contacts is 'Calls and messages about a case, also the tries that did not reach anyone.';
create index case_contacts_case on case_contacts (case_id, team_id);
create index case_contacts_latest on case_contacts (case_id, contacted_at desc);
create index case_contacts_staff_member_id on case_contacts (staff_member_id);

create table case_events (
    id uuid primary key,
    case_id uuid not null,
    team_id uuid not null,
    sequence integer not null,
    happened_at timestamptz not null,
    staff_member_id uuid references staff_members (id),
    acting_team_id uuid references teams (id),
    kind text not null check (kind ~ '^[a-z_]+$'),
    facts jsonb not null,
    unique (case_id, sequence),
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade
);
comment on table case_events is 'What happened to a case, append-only; facts are ids and codes, never names or text.';
create index case_events_case on case_events (case_id, team_id);
create index case_events_staff_member_id on case_events (staff_member_id);
create index case_events_acting_team_id on case_events (acting_team_id);

create table practice_calls (
    id uuid primary key,
    practice_id uuid not null references practices (id),
    team_id uuid not null references teams (id),
    staff_member_id uuid references staff_members (id),
    called_at timestamptz not null,
    was_reached boolean not null,
    note text not null
);
comment on table practice_calls is 'The call log of a practice, per team.';
create index practice_calls_practice_id on practice_calls (practice_id, called_at desc);
create index practice_calls_team_id on practice_calls (team_id);
create index practice_calls_staff_member_id on practice_calls (staff_member_id);

create table assessments (
    id uuid primary key,
    candidate_id uuid not null,
    team_id uuid not null,
    framework_version integer not null references frameworks (version),
    form text not null check (form in ('short', 'full')),
    started_at timestamptz not null,
    updated_at timestamptz not null,
    valid_until_on date not null,
    candidate_remark text not null,
    version integer not null check (version > 0),
    unique (id, team_id),
    unique (id, framework_version),
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table assessments is 'The uniform assessment of a candidate; it travels with the case and is kept with its version.';
create index assessments_candidate on assessments (candidate_id, team_id);
create index assessments_framework_version on assessments (framework_version);

create table assessors (
    id uuid primary key,
    assessment_id uuid not null,
    team_id uuid not null,
    kind text not null check (kind in ('self', 'assessor')),
    staff_member_id uuid references staff_members (id),
    foreign key (assessment_id, team_id) references assessments (id, team_id) on update cascade
);
comment on table assessors is 'Who scored: the candidate, or an assessor.';
create index assessors_assessment on assessors (assessment_id, team_id);
create unique index assessors_one_self on assessors (assessment_id) where kind = 'self';
create unique index assessors_one_each on assessors (assessment_id, staff_member_id) where kind = 'assessor';
create index assessors_staff_member_id on assessors (staff_member_id);

create table assessment_scores (
    assessor_id uuid not null references assessors (id),
    assessment_id uuid not null,
    team_id uuid not null,
    framework_version integer not null,
    indicator_code text not null,
    score smallint check (score between 1 and 5),
    scored_at timestamptz not null,
    primary key (assessor_id, indicator_code),
    foreign key (assessment_id, team_id) references assessments (id, team_id) on update cascade,
    foreign key (assessment_id, framework_version) references assessments (id, framework_version),
    foreign key (framework_version, indicator_code) references behaviour_indicators (framework_version, code)
);
comment on table assessment_scores is 'Scores on the supervision scale 1 to 5; null is "not seen".';
create index assessment_scores_assessment on assessment_scores (assessment_id, team_id);
create index assessment_scores_framework on assessment_scores (assessment_id, framework_version);
create index assessment_scores_indicator on assessment_scores (framework_version, indicator_code);

create table assessment_levels (
    assessment_id uuid not null,
    team_id uuid not null,
    area_code text not null,
    level smallint not null check (level between 10 and 50),
    score_sum integer not null check (score_sum > 0),
    score_count integer not null check (score_count > 0),
    primary key (assessment_id, area_code),
    foreign key (assessment_id, team_id) references assessments (id, team_id) on update cascade,
    check (level = (20 * score_sum + score_count) / (2 * score_count))
);
comment on table assessment_levels is 'Level per area in tenths, from the assessors'' scores; an area without scores has no row.';
create index assessment_levels_assessment on assessment_levels (assessment_id, team_id);
