-- Proposals to practices with their parts, and the occupation of seats in time.

create table proposals (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    case_id uuid not null,
    team_id uuid not null,
    training_place_id uuid not null references training_places (id),
    practice_id uuid not null references practices (id),
    state text not null check (state in ('open', 'interview', 'agreed', 'declined', 'not_now', 'lapsed', 'withdrawn')),
    is_own_place boolean not null,
    opened_at timestamptz not null,
    due_on date not null,
    starts_on date not null,
    ends_on date not null,
    fit smallint check (fit between 0 and 1000),
    distance_hm integer check (distance_hm >= 0),
    rank_position integer check (rank_position > 0),
    choice_reason text not null,
    answered_at timestamptz,
    interview_on date,
    decline_reason text check (decline_reason in ('no_room', 'no_supervision', 'no_budget', 'expected_quality',
        'leaves_after_training', 'team_not_ready', 'no_time', 'start_moved', 'already_filled', 'other')),
    answer_note text not null,
    not_before_on date,
    practice_yes_at timestamptz,
    candidate_yes_at timestamptz,
    school_yes_at timestamptz,
    version integer not null check (version > 0),
    unique (id, team_id),
    unique (id, case_id),
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade,
    constraint proposals_declined_has_reason check ((state = 'declined') = (decline_reason is not null)),
    constraint proposals_not_now_has_date check ((state = 'not_now') = (not_before_on is not null)),
    check (starts_on < ends_on)
);
comment on table proposals is 'A candidate proposed to a practice for a place; open ones hold their seats.';
create index proposals_case on proposals (case_id, team_id);
create index proposals_team on proposals (team_id, state, due_on);
create index proposals_training_place_id on proposals (training_place_id);
create index proposals_practice_id on proposals (practice_id);

alter table case_files
    add constraint case_files_placed_proposal foreign key (placed_proposal_id, id) references proposals (id, case_id);
create index case_files_placed_proposal on case_files (placed_proposal_id, id);
drop index case_files_placed_proposal_id;

create table placement_parts (
    id uuid primary key,
    proposal_id uuid not null,
    team_id uuid not null,
    training_place_id uuid not null,
    seat_id uuid not null,
    weekdays smallint not null check (weekdays between 1 and 127),
    starts_on date not null,
    ends_on date not null,
    hours_per_week smallint not null check (hours_per_week between 1 and 40),
    supervisor_id uuid references supervisors (id),
    employer text not null check (employer in ('practice', 'rho', 'none')),
    foreign key (proposal_id, team_id) references proposals (id, team_id) on update cascade,
    foreign key (seat_id, training_place_id) references seats (id, training_place_id),
    check (starts_on < ends_on)
);
comment on table placement_parts is 'The parts of a placement (split weeks, duo with the out-of-hours post); a proposal holds all or none.';
create index placement_parts_proposal on placement_parts (proposal_id, team_id);
create index placement_parts_seat on placement_parts (seat_id, training_place_id);
create index placement_parts_training_place on placement_parts (training_place_id);
create index placement_parts_supervisor_id on placement_parts (supervisor_id);

create table referrals (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    case_id uuid not null,
    candidate_id uuid not null,
    team_id uuid not null,
    sending_team_id uuid not null,
    sending_region_code text not null,
    receiving_region_code text not null references regions (code),
    receiving_team_id uuid references teams (id),
    consent_id uuid not null references consents (id),
    assessment_id uuid references assessments (id),
    hop smallint not null,
    new_fact_id uuid references case_facts (id),
    motivation text not null check (motivation <> ''),
    state text not null check (state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
    opened_at timestamptz not null,
    due_on date not null,
    answered_at timestamptz,
    answered_by uuid references staff_members (id),
    decline_reason text check (decline_reason in ('full', 'place_gone', 'no_supervision', 'too_far',
        'start_does_not_fit', 'school_does_not_supervise', 'other')),
    answer_note text not null,
    alternative_place_id uuid references training_places (id),
    version integer not null check (version > 0),
    unique (id, team_id),
    foreign key (case_id, team_id) references case_files (id, team_id) on update cascade,
    foreign key (sending_team_id, sending_region_code) references teams (id, region_code),
    constraint referrals_at_most_four_hops check (hop between 1 and 4),
    constraint referrals_elsewhere check (receiving_region_code <> sending_region_code),
    constraint referrals_accepted_has_team check ((state = 'accepted') = (receiving_team_id is not null)),
    constraint referrals_declined_has_reason check ((state = 'declined') = (decline_reason is not null)),
    constraint referrals_answered check ((state = 'open') = (answered_at is null))
);
comment on table referrals is 'A candidate referred to another region: the sender keeps the case until someone accepts.';
create unique index referrals_one_open on referrals (case_id) where state = 'open';
create unique index referrals_one_hop on referrals (case_id, hop);
create unique index referrals_fact_once on referrals (new_fact_id);
create index referrals_case on referrals (case_id, team_id);
create index referrals_sending on referrals (sending_team_id, sending_region_code);
create index referrals_receiving on referrals (receiving_region_code, state, due_on);
create index referrals_receiving_team_id on referrals (receiving_team_id);
create index referrals_consent_id on referrals (consent_id);
create index referrals_assessment_id on referrals (assessment_id);
create index referrals_answered_by on referrals (answered_by);
create index referrals_alternative_place_id on referrals (alternative_place_id);
create index referrals_candidate_id on referrals (candidate_id);

create table referral_places (
    referral_id uuid not null references referrals (id),
    training_place_id uuid not null references training_places (id),
    position smallint not null check (position between 1 and 5),
    fit smallint not null check (fit between 0 and 1000),
    distance_hm integer not null check (distance_hm >= 0),
    starts_on date not null,
    ends_on date not null,
    primary key (referral_id, training_place_id),
    unique (referral_id, position),
    check (starts_on < ends_on)
);
comment on table referral_places is 'The places a referral carries, each with its fit at that moment; the seat of the first is held.';
create index referral_places_training_place_id on referral_places (training_place_id);

create table seat_occupations (
    id uuid primary key,
    seat_id uuid not null,
    training_place_id uuid not null,
    weekday smallint not null check (weekday between 1 and 7),
    period daterange not null,
    state text not null check (state in ('held', 'taken', 'released')),
    held_until timestamptz,
    proposal_id uuid references proposals (id),
    referral_id uuid references referrals (id),
    foreign key (seat_id, training_place_id) references seats (id, training_place_id),
    check (not isempty(period) and lower(period) is not null and upper(period) is not null
        and lower(period) > '-infinity' and upper(period) < 'infinity'),
    check (state <> 'held' or (held_until is not null and held_until < 'infinity')),
    check (num_nonnulls(proposal_id, referral_id) = 1),
    constraint seat_occupations_no_overlap
        exclude using gist (seat_id with =, weekday with =, period with &&) where (state <> 'released')
);
comment on table seat_occupations is 'Seat × weekday (1 Monday … 7 Sunday) × period, held until a moment or taken; overlap is impossible.';
create index seat_occupations_seat on seat_occupations (seat_id, training_place_id);
create index seat_occupations_training_place on seat_occupations (training_place_id) where state <> 'released';
create index seat_occupations_proposal_id on seat_occupations (proposal_id);
create index seat_occupations_referral_id on seat_occupations (referral_id);
create index seat_occupations_held_until on seat_occupations (held_until) where state = 'held';
