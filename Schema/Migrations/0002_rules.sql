-- Rules as dated or versioned data: roles, qualifications, the assessment, the scoring model, reasons, due dates.

create table care_roles (
    code text primary key check (code ~ '^[a-z_]+$'),
    name text not null
);
comment on table care_roles is 'Roles in GP care that a candidate can train for.';

create table qualifications (
    crebo text not null check (crebo ~ '^[0-9]{5}$'),
    valid_from date not null,
    valid_until date,
    dossier text not null,
    name text not null,
    level smallint not null check (level between 1 and 4),
    routes smallint not null check (routes between 1 and 7),
    source text not null,
    primary key (crebo, valid_from),
    exclude using gist (crebo with =, daterange(valid_from, valid_until, '[]') with &&)
);
comment on table qualifications is 'Crebo codes with the period in which they are valid; codes are replaced every few years.';

create table frameworks (
    version integer primary key check (version > 0),
    valid_from date not null,
    source text not null
);
comment on table frameworks is 'Versions of the uniform assessment, one instrument for the whole country.';

create table competence_areas (
    framework_version integer not null references frameworks (version),
    code text not null check (code ~ '^[a-z_]+$'),
    position smallint not null check (position between 1 and 7),
    name text not null,
    description text not null,
    primary key (framework_version, code),
    unique (framework_version, position)
);
comment on table competence_areas is 'The seven competence areas of a framework, in fixed order.';

create table behaviour_indicators (
    framework_version integer not null,
    code text not null check (code ~ '^[a-z0-9_]+$'),
    area_code text not null,
    position smallint not null,
    is_short_form boolean not null,
    sentence text not null,
    primary key (framework_version, code),
    unique (framework_version, position),
    foreign key (framework_version, area_code) references competence_areas (framework_version, code)
);
comment on table behaviour_indicators is 'Observable behaviour per area; one per area stands in the short form.';
create unique index behaviour_indicators_one_short on behaviour_indicators (framework_version, area_code) where is_short_form;
create index behaviour_indicators_area on behaviour_indicators (framework_version, area_code);

create table framework_levels (
    framework_version integer not null,
    route text not null check (route in ('bol', 'bbl', 'third_route')),
    study_year smallint not null check (study_year between 1 and 4),
    area_code text not null,
    default_level smallint not null check (default_level between 10 and 50),
    target_level smallint not null check (target_level between 10 and 50),
    primary key (framework_version, route, study_year, area_code),
    foreign key (framework_version, area_code) references competence_areas (framework_version, code)
);
comment on table framework_levels is 'Default and target level in tenths per route, study year and area.';
create index framework_levels_area on framework_levels (framework_version, area_code);

create table activities (
    code text primary key check (code ~ '^[a-z_]+$'),
    name text not null,
    area_code text not null,
    position smallint not null unique
);
comment on table activities is 'What can be practised at a training place, each mapped to one competence area.';

create table wishes (
    code text primary key check (code ~ '^[a-z_]+$'),
    bit smallint not null unique check (bit between 0 and 30),
    stated_by text not null check (stated_by in ('candidate', 'place')),
    sentence text not null,
    property_sentence text not null
);
comment on table wishes is 'The closed list of wishes: stated by one side, met by a property of the other.';

create table scoring_models (
    version integer primary key check (version > 0),
    valid_from date not null,
    learning_needs_weight smallint not null check (learning_needs_weight >= 0),
    supervision_weight smallint not null check (supervision_weight >= 0),
    travel_weight smallint not null check (travel_weight >= 0),
    period_weight smallint not null check (period_weight >= 0),
    continuity_weight smallint not null check (continuity_weight >= 0),
    wishes_weight smallint not null check (wishes_weight >= 0),
    source text not null,
    check (learning_needs_weight + supervision_weight + travel_weight + period_weight + continuity_weight
        + wishes_weight = 100)
);
comment on table scoring_models is 'Published versions of the weights with which fit is computed.';

create table reasons (
    kind text not null check (kind ~ '^[a-z_]+$'),
    code text not null check (code ~ '^[a-z_]+$'),
    position smallint not null,
    sentence text not null,
    primary key (kind, code)
);
comment on table reasons is 'Controlled reasons per kind of answer, with the Dutch sentence people see.';

create table due_rules (
    key text not null check (key ~ '^[a-z_]+$'),
    valid_from date not null,
    value smallint not null check (value >= 0),
    unit text not null check (unit in ('working_days', 'days')),
    owner text not null,
    source text not null,
    primary key (key, valid_from)
);
comment on table due_rules is 'How long each owner has for each step, dated.';

create table consent_texts (
    version integer primary key check (version > 0),
    valid_from date not null,
    text text not null
);
comment on table consent_texts is 'Versions of the text with which a candidate agrees that a region may see a card.';

create table case_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
comment on table case_transitions is 'The steps a case may take; a foreign key of case_files holds every case to them.';
insert into case_transitions (from_state, to_state) values
    ('registered', 'searching'),
    ('searching', 'proposed'), ('searching', 'agreed'), ('searching', 'referring'), ('searching', 'watching'),
    ('proposed', 'interview'), ('proposed', 'agreed'), ('proposed', 'searching'),
    ('interview', 'agreed'), ('interview', 'searching'),
    ('agreed', 'placed'), ('agreed', 'searching'),
    ('placed', 'started'), ('placed', 'searching'),
    ('started', 'completed'), ('started', 'stopped'),
    ('stopped', 'searching'),
    ('referring', 'searching'),
    ('watching', 'searching'),
    ('registered', 'withdrawn'), ('searching', 'withdrawn'), ('proposed', 'withdrawn'), ('interview', 'withdrawn'),
    ('agreed', 'withdrawn'), ('placed', 'withdrawn'), ('started', 'withdrawn'), ('stopped', 'withdrawn'),
    ('referring', 'withdrawn'), ('watching', 'withdrawn');
