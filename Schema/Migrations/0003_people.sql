-- Who works here: organisations, teams, staff, schools, sessions.
-- Policies read who acts from transaction settings; without them nothing private is visible. That who says to work for a team
-- does so is looked up once, when the transaction begins (Store, Acting): in every policy it made a page half as slow again.

create function acting_team() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.team_id', true), '')::uuid;
create function acting_staff() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.staff_id', true), '')::uuid;

-- A region goes with a team, or with nobody signed in (a practice that offers a place there): a project leader's is not one.
create function acting_region() returns text
    language sql stable parallel safe
    return case when coalesce(current_setting('doorwijzer.staff_id', true), '') = ''
            or coalesce(current_setting('doorwijzer.team_id', true), '') <> ''
        then nullif(current_setting('doorwijzer.region_code', true), '') end;
create function acting_role() returns text
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.role', true), '');
create function acting_organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.organisation_id', true), '')::uuid;
create function acting_school() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.school_id', true), '')::uuid;
create function acting_candidate() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.candidate_id', true), '')::uuid;
create function acting_proposal() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('doorwijzer.proposal_id', true), '')::uuid;
-- A person about the own account, in no role.
create function acting_person() returns uuid
    language sql stable parallel safe
    return case when coalesce(current_setting('doorwijzer.team_id', true), '') = ''
            and coalesce(current_setting('doorwijzer.role', true), '') = ''
        then nullif(current_setting('doorwijzer.staff_id', true), '')::uuid end;

create table organisations (
    id uuid primary key,
    kind text not null check (kind in ('rho', 'care_group', 'school', 'municipality', 'employers_service_point', 'fund')),
    name text not null check (name <> ''),
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    is_fictional boolean not null,
    source text not null
);
comment on table organisations is 'Regional GP organisations, care groups, schools, municipalities, employers'' service points, the fund.';

create table organisation_regions (
    organisation_id uuid not null references organisations (id),
    region_code text not null references regions (code),
    valid_from date not null,
    valid_until date,
    primary key (organisation_id, region_code, valid_from)
);
comment on table organisation_regions is 'In which regions an organisation works, and when.';
create index organisation_regions_region_code on organisation_regions (region_code);

create table organisation_municipalities (
    organisation_id uuid not null references organisations (id),
    municipality_code text not null references municipalities (code),
    valid_from date not null,
    valid_until date,
    primary key (organisation_id, municipality_code, valid_from)
);
comment on table organisation_municipalities is 'Which municipalities an organisation covers, and when.';
create index organisation_municipalities_code on organisation_municipalities (municipality_code);

create table teams (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    region_code text not null references regions (code),
    name text not null check (name <> ''),
    phone text not null,
    mail text not null,
    is_fictional boolean not null,
    unique (id, region_code)
);
comment on table teams is 'A team of one organisation owns cases; the walls of privacy stand around teams.';
create index teams_organisation_id on teams (organisation_id);
create index teams_region_code on teams (region_code);

create table schools (
    id uuid primary key,
    name text not null check (name <> ''),
    area text not null,
    region_code text references regions (code),
    offers text not null,
    source text not null,
    is_fictional boolean not null
);
comment on table schools is 'Schools and trainers: they ask for places, give their go, sign the agreement.';
create unique index schools_name on schools (name);
create index schools_region_code on schools (region_code);

create table staff_members (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    name text not null check (name <> ''),
    mail text not null,
    phone text not null,
    absent_until date,
    stand_in_id uuid references staff_members (id),
    disabled_at timestamptz,
    is_fictional boolean not null,
    check (stand_in_id is null or stand_in_id <> id)
);
comment on table staff_members is 'People who work with the service for an organisation. They sign in with their mail address.';
create unique index staff_members_mail on staff_members (lower(mail));
create index staff_members_organisation_id on staff_members (organisation_id);
create index staff_members_stand_in_id on staff_members (stand_in_id);

create table staff_roles (
    id uuid primary key,
    staff_member_id uuid not null references staff_members (id),
    role text not null check (role in ('coordinator', 'organisation_administrator', 'project_leader', 'fund',
        'fund_administrator', 'school_contact')),
    team_id uuid references teams (id),
    organisation_id uuid references organisations (id),
    school_id uuid references schools (id),
    region_code text references regions (code),
    constraint staff_roles_once unique nulls not distinct (staff_member_id, role, team_id, organisation_id, school_id, region_code),
    constraint staff_roles_scope check (
        (team_id is not null) = (role = 'coordinator')
        and (organisation_id is not null) = (role in ('organisation_administrator', 'project_leader'))
        and (school_id is not null) = (role = 'school_contact')
        and (region_code is null or role = 'project_leader'))
);
comment on table staff_roles is 'What a staff member may do, and for which team, organisation, school or region; several at once.';
create index staff_roles_team_id on staff_roles (team_id);
create index staff_roles_organisation_id on staff_roles (organisation_id);
create index staff_roles_school_id on staff_roles (school_id);
create index staff_roles_region_code on staff_roles (region_code);

create table sessions (
    id uuid primary key,
    token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
    staff_member_id uuid references staff_members (id),
    candidate_id uuid,
    role_id uuid references staff_roles (id) on delete set null,
    device text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ends_at timestamptz not null check (ends_at >= created_at),
    check (num_nonnulls(staff_member_id, candidate_id) = 1),
    check (role_id is null or staff_member_id is not null)
);
comment on table sessions is 'Who is signed in, in which role; tokens are stored hashed. Ends when idle, and in any case at ends_at.';
create index sessions_staff_member_id on sessions (staff_member_id);
create index sessions_candidate_id on sessions (candidate_id);
create index sessions_role_id on sessions (role_id);
create index sessions_expires_at on sessions (expires_at);

create table submissions (
    id uuid primary key,
    staff_member_id uuid references staff_members (id),
    candidate_id uuid,
    action text not null,
    submitted_at timestamptz not null,
    result text not null,
    check (num_nonnulls(staff_member_id, candidate_id) = 1)
);
comment on table submissions is 'Every form post once: a repeat leads to the first result.';
create index submissions_staff_member_id on submissions (staff_member_id);
create index submissions_candidate_id on submissions (candidate_id);
create index submissions_submitted_at on submissions (submitted_at);

-- Before someone is signed in nobody acts: no person, no team, no role, no file, no proposal. The worker that delivers mail is
-- nobody either.
create function nobody_acts() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('doorwijzer.staff_id', true), '') = ''
        and coalesce(current_setting('doorwijzer.team_id', true), '') = ''
        and coalesce(current_setting('doorwijzer.candidate_id', true), '') = ''
        and coalesce(current_setting('doorwijzer.proposal_id', true), '') = ''
        and coalesce(current_setting('doorwijzer.role', true), '') in ('', 'worker');
