-- Practices, their people and their recognition; training places with seats.

create table practices (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    kind text not null check (kind in ('practice', 'service_centre', 'out_of_hours_post')),
    name text not null check (name <> ''),
    street text not null,
    postcode text not null,
    town text not null,
    municipality_code text not null references municipalities (code),
    region_code text not null references regions (code),
    x integer not null,
    y integer not null,
    z integer not null,
    organisation_id uuid references organisations (id),
    is_member boolean not null,
    is_draft boolean not null,
    team_size smallint check (team_size between 1 and 500),
    kvk text check (kvk ~ '^[0-9]{8}$'),
    company_id text check (company_id ~ '^[0-9]{6,10}$'),
    notes text not null,
    is_fictional boolean not null,
    created_at timestamptz not null,
    version integer not null check (version > 0)
);
comment on table practices is 'Practices, service centres and out-of-hours posts that offer places.';
comment on column practices.company_id is 'SBB id of the recognised training company (leerbedrijf-ID).';
create index practices_municipality_code on practices (municipality_code);
create index practices_region_code on practices (region_code, name);
create index practices_organisation_id on practices (organisation_id);

create table practice_contacts (
    id uuid primary key,
    practice_id uuid not null references practices (id),
    region_code text not null references regions (code),
    function text not null check (function in ('contact', 'deciding_gp', 'supervisor')),
    name text not null check (name <> ''),
    mail text not null,
    phone text not null,
    best_time text not null
);
comment on table practice_contacts is 'Whom to call at a practice, and when.';
create index practice_contacts_practice_id on practice_contacts (practice_id);
create index practice_contacts_region_code on practice_contacts (region_code);

create table practice_closings (
    practice_id uuid not null references practices (id),
    closed_from date not null,
    closed_until date not null,
    primary key (practice_id, closed_from),
    check (closed_from <= closed_until)
);
comment on table practice_closings is 'Days on which a practice is closed, both ends included; they do not count as working days.';

create table practice_recognitions (
    practice_id uuid not null references practices (id),
    crebo text not null check (crebo ~ '^[0-9]{5}$'),
    state text not null check (state in ('recognised', 'requested', 'withdrawn', 'lapsed', 'not_recognised')),
    valid_until date,
    checked_on date not null,
    primary key (practice_id, crebo)
);
comment on table practice_recognitions is 'SBB recognition of a practice per qualification.';

create table supervisors (
    id uuid primary key,
    practice_id uuid not null references practices (id),
    name text not null check (name <> ''),
    months_of_experience smallint not null check (months_of_experience between 0 and 720),
    is_trained boolean not null,
    weekdays smallint not null check (weekdays between 0 and 127),
    unique (id, practice_id)
);
comment on table supervisors is 'Who guides learners at a practice (praktijkopleider), with the weekdays present.';
create index supervisors_practice_id on supervisors (practice_id);

create table training_places (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    practice_id uuid not null references practices (id),
    team_id uuid references teams (id),
    region_code text not null references regions (code),
    municipality_code text not null references municipalities (code),
    x integer not null,
    y integer not null,
    z integer not null,
    kind text not null check (kind in ('placement', 'learning_job', 'taster', 'trial')),
    role_code text not null references care_roles (code),
    crebo text check (crebo ~ '^[0-9]{5}$'),
    routes smallint not null check (routes between 0 and 7),
    study_years smallint not null check (study_years between 0 and 15),
    earliest_start_on date not null,
    latest_start_on date not null,
    weeks_least smallint not null check (weeks_least between 1 and 208),
    weeks_offered smallint not null check (weeks_offered between 1 and 208),
    weekdays smallint not null check (weekdays between 1 and 127),
    hours_per_week smallint not null check (hours_per_week between 1 and 40),
    team_size smallint check (team_size between 1 and 500),
    employer text not null check (employer in ('practice', 'rho', 'none')),
    reserved_for_school_id uuid references schools (id),
    reserved_until_on date,
    can_finish boolean not null,
    has_job_prospect boolean not null,
    wishes integer not null check (wishes >= 0),
    offers integer not null check (offers >= 0),
    preconditions text not null,
    contact_rule text not null,
    not_before_on date,
    months_between_learners smallint check (months_between_learners between 1 and 60),
    state text not null check (state in ('draft', 'open', 'paused', 'closed')),
    copied_from_id uuid references training_places (id),
    is_fictional boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null check (version > 0),
    check (earliest_start_on <= latest_start_on),
    check (weeks_least <= weeks_offered),
    check ((reserved_for_school_id is null) = (reserved_until_on is null)),
    check (kind in ('taster', 'trial') or (routes > 0 and study_years > 0 and crebo is not null))
);
comment on table training_places is 'One offer of a practice for one start window; next season is a copy.';
create index training_places_practice_id on training_places (practice_id);
create index training_places_team_id on training_places (team_id);
create index training_places_region on training_places (region_code, state, earliest_start_on, id);
create index training_places_municipality_code on training_places (municipality_code);
create index training_places_role_code on training_places (role_code);
create index training_places_reserved on training_places (reserved_for_school_id);
create index training_places_copied_from on training_places (copied_from_id);

create table training_place_schools (
    training_place_id uuid not null references training_places (id),
    school_id uuid not null references schools (id),
    primary key (training_place_id, school_id)
);
comment on table training_place_schools is 'Schools whose learners a place accepts; none means every school.';
create index training_place_schools_school_id on training_place_schools (school_id);

create table training_place_activities (
    training_place_id uuid not null references training_places (id),
    activity_code text not null references activities (code),
    frequency smallint not null check (frequency between 0 and 3),
    primary key (training_place_id, activity_code)
);
comment on table training_place_activities is 'How often an activity can be practised: 0 not, 1 now and then, 2 weekly, 3 daily.';
create index training_place_activities_code on training_place_activities (activity_code);

create table training_place_supervisors (
    training_place_id uuid not null references training_places (id),
    supervisor_id uuid not null references supervisors (id),
    primary key (training_place_id, supervisor_id)
);
comment on table training_place_supervisors is 'Who supervises at a place.';
create index training_place_supervisors_supervisor_id on training_place_supervisors (supervisor_id);

create table seats (
    id uuid primary key,
    training_place_id uuid not null references training_places (id),
    number smallint not null check (number between 1 and 50),
    unique (training_place_id, number),
    unique (id, training_place_id)
);
comment on table seats is 'The seats of a place; a seat has time, see seat_occupations.';
