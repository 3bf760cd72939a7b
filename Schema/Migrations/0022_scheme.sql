-- The stimuleringsregeling (DOMAIN 11): years with their rules, applications from draft to final report, the fund's decision.
-- No grant passes the ceiling of its year, the share of the cost or the maximum, nor has too few partners: guard_grant.

-- An organisation is the same one however its name was typed: letter case and white space do not count.
create function organisation_key(the_name text) returns text
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp
    return lower(btrim(regexp_replace(the_name, '[\s\u00A0]+', ' ', 'g')));

create table scheme_years (
    year smallint primary key check (year between 2015 and 2100),
    ceiling_cents bigint not null check (ceiling_cents >= 0),
    share_percent smallint not null check (share_percent between 1 and 100),
    maximum_cents bigint not null check (maximum_cents > 0),
    minimum_partners smallint not null check (minimum_partners >= 0),
    opens_on date not null,
    closes_on date not null check (closes_on >= opens_on),
    source text not null check (source <> ''),
    version integer not null check (version > 0)
);
comment on table scheme_years is 'The rules of the stimuleringsregeling per year: ceiling, share, maximum, partners, when it is open.';

create table application_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
comment on table application_transitions is 'The steps an application may take; a foreign key of applications holds every one to them.';
insert into application_transitions (from_state, to_state) values
    ('draft', 'submitted'), ('draft', 'withdrawn'),
    ('submitted', 'asked'), ('asked', 'submitted'), ('asked', 'refused'), ('submitted', 'withdrawn'), ('asked', 'withdrawn'),
    ('submitted', 'waiting'), ('submitted', 'granted'), ('submitted', 'refused'),
    ('waiting', 'granted'), ('waiting', 'refused'), ('waiting', 'withdrawn'),
    ('granted', 'running'), ('granted', 'stopped'), ('running', 'ended'), ('running', 'stopped');

create table applications (
    id uuid primary key,
    reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    year smallint not null references scheme_years (year),
    organisation_id uuid not null references organisations (id),
    leader_id uuid not null references staff_members (id),
    state text not null check (state in ('draft', 'submitted', 'asked', 'waiting', 'granted', 'refused', 'withdrawn', 'running',
        'ended', 'stopped')),
    previous_state text,
    name text not null,
    problem text not null,
    approach text not null,
    plan text not null,
    summary text not null,
    cost_cents bigint check (cost_cents > 0),
    requested_cents bigint check (requested_cents > 0),
    starts_on date,
    ends_on date check (ends_on >= starts_on),
    created_at timestamptz not null,
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by_id uuid references staff_members (id),
    decision_reason text,
    advice text,
    granted_cents bigint check (granted_cents > 0),
    settled_cents bigint check (settled_cents >= 0 and settled_cents <= granted_cents),
    started_on date,
    ended_on date check (ended_on >= started_on),
    routes smallint not null default 0 check (routes between 0 and 7),
    minimum_partners smallint check (minimum_partners >= 0),
    is_fictional boolean not null,
    version integer not null check (version > 0),
    foreign key (previous_state, state) references application_transitions (from_state, to_state),
    check (state in ('draft', 'withdrawn') or submitted_at is not null),
    constraint applications_money_complete
        check (state in ('draft', 'withdrawn') or num_nulls(cost_cents, requested_cents, starts_on, ends_on) = 0),
    constraint applications_story_complete
        check (state in ('draft', 'withdrawn') or (name <> '' and problem <> '' and approach <> '' and plan <> '' and summary <> '')),
    check ((state in ('granted', 'running', 'ended', 'stopped')) = (granted_cents is not null)),
    check (state not in ('waiting', 'granted', 'refused', 'running', 'ended', 'stopped')
        or (num_nulls(decided_at, decided_by_id, decision_reason) = 0 and decision_reason <> '')),
    check (state not in ('running', 'ended') or started_on is not null),
    check (granted_cents is null or minimum_partners is not null),
    check (state <> 'ended' or (ended_on is not null and settled_cents is not null))
);
comment on table applications is 'Applications for the stimuleringsregeling, from draft to final report. Money in cents.';
comment on column applications.routes is 'For which routes the project is, a bit each; 0 for all of them.';
comment on column applications.minimum_partners is 'What the year asked on the day of the grant; a rule that changes later does not touch it.';
create index applications_year on applications (year, state);
create index applications_organisation_id on applications (organisation_id);
create index applications_leader_id on applications (leader_id);
create index applications_decided_by_id on applications (decided_by_id);
create index applications_transition on applications (previous_state, state);

create table application_regions (
    application_id uuid not null references applications (id) on delete cascade,
    region_code text not null references regions (code),
    primary key (application_id, region_code)
);
comment on table application_regions is 'Where the work is, not where the applicant''s office is.';
create index application_regions_region_code on application_regions (region_code);
create table application_municipalities (
    application_id uuid not null references applications (id) on delete cascade,
    municipality_code text not null references municipalities (code),
    primary key (application_id, municipality_code)
);
comment on table application_municipalities is 'The municipalities where the work is, where they are known.';
create index application_municipalities_code on application_municipalities (municipality_code);
create table application_bottlenecks (
    application_id uuid not null references applications (id) on delete cascade,
    bottleneck_code text not null references bottlenecks (code),
    primary key (application_id, bottleneck_code)
);
comment on table application_bottlenecks is 'What the project is to solve.';
create index application_bottlenecks_code on application_bottlenecks (bottleneck_code);

create table application_goals (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    position smallint not null check (position between 1 and 8),
    sentence text not null check (sentence <> ''),
    unit text not null check (unit <> ''),
    target numeric(12, 1) not null check (target > 0),
    reached numeric(12, 1) check (reached >= 0),
    unique (application_id, position)
);
comment on table application_goals is 'Goals in numbers, and what was reached.';

create table application_partners (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    name text not null check (name <> ''),
    kind text not null check (kind in ('practice', 'rho', 'care_group', 'school', 'municipality', 'employers_service_point',
        'insurer', 'hospital', 'employers_organisation', 'other')),
    contribution text not null,
    joined_on date not null,
    left_on date check (left_on >= joined_on),
    left_reason text,
    check ((left_on is null) = (left_reason is null))
);
comment on table application_partners is 'Organisations that do the project together with the applicant; whoever left stays, with the day and why.';
create unique index application_partners_once on application_partners (application_id, organisation_key(name))
    where left_on is null;
create index application_partners_application_id on application_partners (application_id);

create table application_costs (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    position smallint not null check (position between 1 and 20),
    description text not null check (description <> ''),
    amount_cents bigint not null check (amount_cents > 0),
    unique (application_id, position)
);
comment on table application_costs is 'The budget, a line each; the sum is the cost of the application.';

create table application_questions (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    asked_by_id uuid not null references staff_members (id),
    asked_at timestamptz not null,
    question text not null check (question <> ''),
    due_on date not null,
    answered_by_id uuid references staff_members (id),
    answered_at timestamptz,
    answer text,
    withdrawn_by_id uuid references staff_members (id),
    withdrawn_at timestamptz,
    check (num_nonnulls(answered_by_id, answered_at, answer) in (0, 3)),
    check (num_nonnulls(withdrawn_by_id, withdrawn_at) in (0, 2)),
    check (answered_at is null or withdrawn_at is null)
);
comment on table application_questions is 'What the fund asks the applicant, and the answers; or that the fund needs none any more.';
create index application_questions_application_id on application_questions (application_id);
create index application_questions_asked_by_id on application_questions (asked_by_id);
create index application_questions_answered_by_id on application_questions (answered_by_id);
create index application_questions_withdrawn_by_id on application_questions (withdrawn_by_id);
create unique index application_questions_one_open on application_questions (application_id)
    where answered_at is null and withdrawn_at is null;

create table application_reports (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    kind text not null check (kind in ('progress', 'final')),
    reported_by_id uuid not null references staff_members (id),
    reported_at timestamptz not null,
    done text not null check (done <> ''),
    result text not null,
    did_not_work text not null,
    spent_cents bigint not null check (spent_cents >= 0),
    seen_by_id uuid references staff_members (id),
    seen_at timestamptz,
    remark text,
    check ((seen_by_id is null) = (seen_at is null)),
    check (kind = 'progress' or (result <> '' and did_not_work <> ''))
);
comment on table application_reports is 'Progress and final reports; the final one says what worked and what did not.';
create index application_reports_application_id on application_reports (application_id);
create index application_reports_reported_by_id on application_reports (reported_by_id);
create index application_reports_seen_by_id on application_reports (seen_by_id);
create unique index application_reports_one_final on application_reports (application_id) where kind = 'final';

create table application_events (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    sequence integer not null check (sequence > 0),
    happened_at timestamptz not null,
    staff_member_id uuid references staff_members (id),
    kind text not null check (kind ~ '^[a-z_]+$'),
    facts jsonb not null,
    unique (application_id, sequence)
);
comment on table application_events is 'What happened to an application, append-only; ids, codes, dates and amounts.';
create index application_events_staff_member_id on application_events (staff_member_id);

-- What a year has left: its ceiling without what was granted, or settled where the project ended for less.
create function scheme_committed(the_year smallint) returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(sum(coalesce(settled_cents, granted_cents)), 0)::bigint from applications
    where year = the_year and state in ('granted', 'running', 'ended', 'stopped')
$$;
-- Organisations beside the applicant; the applicant's own name does not count as one.
create function application_partner_count(the_application uuid) returns integer
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select count(*)::integer from application_partners p
    join applications a on a.id = p.application_id join organisations o on o.id = a.organisation_id
    where p.application_id = the_application and p.left_on is null
        and organisation_key(p.name) <> organisation_key(o.name)
$$;

-- The fund decides, the applicant does the rest; only what was granted is money, and it fits the rules of its year. The year's
-- row is locked before the sum is made, so that two grants at once wait for each other.
create function guard_application() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    rules record;
    is_applicant boolean := leads_projects_of(new.organisation_id);
    is_fund boolean := works_for_fund();
    someone_acts boolean := acting_staff() is not null;
    takes_back boolean := false;
    moves boolean;
    free text[] := array['state', 'previous_state', 'version'];
begin
    if tg_op = 'INSERT' then
        if someone_acts and (new.state <> 'draft' or not is_applicant or num_nonnulls(new.submitted_at, new.decided_at,
            new.decided_by_id, new.decision_reason, new.advice, new.started_on, new.ended_on) > 0) then
            perform refuse('applications_begin_as_draft', 'an application begins as a draft of the applicant');
        end if;
        new.previous_state := null;
        new.minimum_partners := null;
    else
        new.minimum_partners := old.minimum_partners;
        if (new.id, new.reference, new.organisation_id, new.created_at) is distinct from
            (old.id, old.reference, old.organisation_id, old.created_at) then
            perform refuse('applications_fixed', 'this does not change');
        end if;
        moves := new.state is distinct from old.state;
        new.previous_state := case when moves then old.state else old.previous_state end;
        -- The fund may need no answer any more.
        takes_back := is_fund and old.state = 'asked' and new.state = 'submitted';
        if someone_acts and moves then
            if new.state in ('asked', 'waiting', 'granted', 'refused', 'ended', 'stopped') and not is_fund then
                perform refuse('applications_decided_by_fund', 'the fund decides this');
            end if;
            if new.state in ('submitted', 'withdrawn', 'running') and not is_applicant and not takes_back then
                perform refuse('applications_applicant_acts', 'the applicant does this');
            end if;
            if new.state in ('waiting', 'granted', 'refused') and new.decided_by_id is distinct from acting_staff() then
                perform refuse('applications_decided_by_self', 'who decides says so');
            end if;
        end if;
        if someone_acts and (new.granted_cents, new.settled_cents, new.decision_reason, new.advice, new.decided_at)
            is distinct from (old.granted_cents, old.settled_cents, old.decision_reason, old.advice, old.decided_at)
            and not is_fund then
            perform refuse('applications_decided_by_fund', 'the fund decides this');
        end if;
        -- Each changes what is theirs at that moment, and nothing else.
        if is_applicant then
            free := free || array['leader_id'];
            if old.state in ('draft', 'asked') then
                free := free || array['name', 'problem', 'approach', 'plan', 'summary', 'cost_cents', 'requested_cents',
                    'starts_on', 'ends_on', 'routes'];
            end if;
            if old.state = 'draft' then
                free := free || array['year'];
            end if;
            if old.state = 'draft' and new.state = 'submitted' then
                free := free || array['submitted_at'];
            end if;
            if moves and new.state = 'running' then
                free := free || array['started_on'];
            end if;
        end if;
        if is_fund and moves and new.state in ('waiting', 'granted', 'refused') then
            free := free || array['decided_at', 'decided_by_id', 'decision_reason', 'advice', 'granted_cents'];
        end if;
        if is_fund and moves and new.state in ('ended', 'stopped') then
            free := free || array['settled_cents', 'ended_on'];
        end if;
        if someone_acts and to_jsonb(new) - free is distinct from to_jsonb(old) - free then
            perform refuse('applications_text_fixed', 'what was submitted does not change');
        end if;
    end if;
    if new.state in ('draft', 'withdrawn', 'refused') then
        return new;
    end if;
    select opens_on, closes_on, maximum_cents, share_percent, minimum_partners, ceiling_cents
    into rules from scheme_years where year = new.year for update;
    if tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'submitted'
        and (new.submitted_at at time zone 'Europe/Amsterdam')::date not between rules.opens_on and rules.closes_on then
        perform refuse('applications_scheme_open', 'the scheme is not open on this day');
    end if;
    -- Rules that change later do not stop what runs already, and the fund can always end its own question.
    if tg_op = 'INSERT' or (new.state in ('submitted', 'granted') and new.state is distinct from old.state and not takes_back)
        or (new.requested_cents, new.cost_cents) is distinct from (old.requested_cents, old.cost_cents) then
        if new.requested_cents > rules.maximum_cents then
            perform refuse('applications_over_maximum', 'more than the maximum of a project');
        end if;
        if new.requested_cents * 100 > new.cost_cents * rules.share_percent then
            perform refuse('applications_over_share', 'more than the share of the cost');
        end if;
    end if;
    if new.state in ('submitted', 'granted') and (tg_op = 'INSERT' or new.state is distinct from old.state) and not takes_back
        and application_partner_count(new.id) < rules.minimum_partners and not (tg_op = 'INSERT' and not someone_acts) then
        perform refuse('applications_too_few_partners', 'too few partners');
    end if;
    if new.granted_cents is not null then
        new.minimum_partners := coalesce(new.minimum_partners, rules.minimum_partners);
        if new.granted_cents > new.requested_cents then
            perform refuse('applications_over_request', 'more than was asked for');
        end if;
        if (select coalesce(sum(coalesce(settled_cents, granted_cents)), 0) from applications
            where year = new.year and id <> new.id and state in ('granted', 'running', 'ended', 'stopped'))
            + coalesce(new.settled_cents, new.granted_cents) > rules.ceiling_cents then
            perform refuse('applications_over_ceiling', 'more than is left of the year''s ceiling');
        end if;
    end if;
    return new;
end $$;
create trigger applications_guard before insert or update on applications
    for each row execute function guard_application();

-- A year's rules never fall under what was granted by them.
create function guard_scheme_year() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.ceiling_cents < scheme_committed(new.year) then
        perform refuse('scheme_years_over_ceiling', 'more was granted already');
    end if;
    return new;
end $$;
create trigger scheme_years_guard before update on scheme_years for each row execute function guard_scheme_year();

-- What belongs to an application changes while it is a draft or asked about; partners may leave and join until it ended, goals
-- are filled in at the end. The application's row is locked first.
create function guard_application_part() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    the_application uuid := coalesce(new.application_id, old.application_id);
    the_state text;
    the_applicant uuid;
begin
    select state, organisation_id into the_state, the_applicant from applications where id = the_application for update;
    if acting_staff() is not null and tg_table_name = 'application_partners' and tg_op <> 'DELETE' and exists
        (select 1 from organisations o where o.id = the_applicant
            and organisation_key(o.name) = organisation_key(to_jsonb(new) ->> 'name')) then
        perform refuse('application_partners_not_applicant', 'the applicant is no partner of itself');
    end if;
    if acting_staff() is not null and tg_table_name = 'application_partners' and tg_op <> 'INSERT'
        and to_jsonb(old) ->> 'left_on' is not null then
        perform refuse('application_partners_left', 'that a partner left stays noted');
    end if;
    if acting_staff() is null or the_state in ('draft', 'asked') then
        return coalesce(new, old);
    end if;
    if tg_table_name = 'application_partners' and tg_op in ('INSERT', 'UPDATE') and the_state in ('granted', 'running', 'waiting', 'submitted') then
        return new;
    end if;
    if tg_table_name = 'application_goals' and tg_op = 'UPDATE' and the_state in ('running', 'ended')
        and (new.sentence, new.unit, new.target, new.position) is not distinct from
            (old.sentence, old.unit, old.target, old.position) then
        return new;
    end if;
    perform refuse('applications_text_fixed', 'what was submitted does not change');
    return null;
end $$;
do $$
declare
    t text;
begin
    foreach t in array array['application_regions', 'application_municipalities', 'application_bottlenecks',
        'application_goals', 'application_partners', 'application_costs'] loop
        execute format('create trigger %I before insert or update or delete on %I
            for each row execute function guard_application_part()', t || '_guard', t);
    end loop;
end $$;

-- What was answered stays as it was said, and a question that was taken back gets no answer.
create function guard_application_question() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if acting_staff() is not null and num_nonnulls(old.answered_at, old.withdrawn_at) > 0 then
        perform refuse('application_questions_closed', 'this question is closed');
    end if;
    return new;
end $$;
create trigger application_questions_guard before update on application_questions
    for each row execute function guard_application_question();

-- The applicant's organisation sees its own; the fund everything that was submitted.
alter table scheme_years enable row level security;
create policy visible on scheme_years for select using (true);
create policy fund_writes on scheme_years for insert to doorwijzer_app
    with check ((select administers_fund()));
create policy fund_changes on scheme_years for update to doorwijzer_app
    using ((select administers_fund())) with check ((select administers_fund()));
alter table applications enable row level security;
create policy applicant on applications to doorwijzer_app
    using (organisation_id = (select acting_organisation()) and leads_projects_of(organisation_id))
    with check (organisation_id = (select acting_organisation()) and leads_projects_of(organisation_id));
create policy fund_sees on applications for select to doorwijzer_app
    using (submitted_at is not null and (select works_for_fund()));
create policy fund_decides on applications for update to doorwijzer_app
    using (submitted_at is not null and (select works_for_fund()))
    with check (submitted_at is not null and (select works_for_fund()));
do $$
declare
    t text;
begin
    -- Parts follow the application that the person who acts can see.
    foreach t in array array['application_regions', 'application_municipalities', 'application_bottlenecks',
        'application_goals', 'application_partners', 'application_costs', 'application_questions', 'application_reports',
        'application_events'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy seen on %I for select to doorwijzer_app
            using (exists (select 1 from applications a where a.id = application_id))', t);
    end loop;
    foreach t in array array['application_regions', 'application_municipalities', 'application_bottlenecks',
        'application_goals', 'application_partners', 'application_costs'] loop
        execute format('create policy written on %I for insert to doorwijzer_app with check (exists
            (select 1 from applications a where a.id = application_id and leads_projects_of(a.organisation_id)))', t);
        execute format('create policy changed on %I for update to doorwijzer_app using (exists
            (select 1 from applications a where a.id = application_id and leads_projects_of(a.organisation_id)))', t);
        execute format('create policy removed on %I for delete to doorwijzer_app using (exists
            (select 1 from applications a where a.id = application_id and leads_projects_of(a.organisation_id)))', t);
        execute format('grant select, insert, update, delete on %I to doorwijzer_app', t);
    end loop;
end $$;
create policy fund_asks on application_questions for insert to doorwijzer_app
    with check ((select works_for_fund()) and asked_by_id = (select acting_staff()) and answered_at is null
        and withdrawn_at is null);
create policy applicant_answers on application_questions for update to doorwijzer_app
    using (exists (select 1 from applications a where a.id = application_id and leads_projects_of(a.organisation_id)))
    with check (answered_by_id = (select acting_staff())
        and exists (select 1 from applications a where a.id = application_id and leads_projects_of(a.organisation_id)));
create policy fund_takes_back on application_questions for update to doorwijzer_app
    using ((select works_for_fund())) with check ((select works_for_fund()) and withdrawn_by_id = (select acting_staff()));
create policy applicant_reports on application_reports for insert to doorwijzer_app
    with check (reported_by_id = (select acting_staff()) and seen_at is null and exists
        (select 1 from applications a where a.id = application_id and leads_projects_of(a.organisation_id)));
create policy fund_saw on application_reports for update to doorwijzer_app
    using ((select works_for_fund())) with check (seen_by_id = (select acting_staff()));
create policy written on application_events for insert to doorwijzer_app
    with check (staff_member_id = (select acting_staff())
        and exists (select 1 from applications a where a.id = application_id));
grant select, insert, update on scheme_years, applications to doorwijzer_app;
grant delete on applications to doorwijzer_app;
create policy draft_thrown_away on applications as restrictive for delete to doorwijzer_app using (state = 'draft');
grant select, insert on application_questions, application_reports, application_events to doorwijzer_app;
grant update (answered_by_id, answered_at, answer, withdrawn_by_id, withdrawn_at) on application_questions to doorwijzer_app;
grant update (seen_by_id, seen_at, remark) on application_reports to doorwijzer_app;
grant select on application_transitions to doorwijzer_app;
revoke execute on function scheme_committed(smallint), application_partner_count(uuid) from public;
grant execute on function scheme_committed(smallint), application_partner_count(uuid) to doorwijzer_app;
