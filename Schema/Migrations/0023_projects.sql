-- Published projects: those of the stimuleringsregeling appear by themselves when granted, others with their source. Everyone
-- reads what is published; what was removed leaves its name and the day.

create table projects (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    application_id uuid unique references applications (id),
    organisation_id uuid references organisations (id),
    organisation_name text not null check (organisation_name <> ''),
    label text not null check (label in ('scheme', 'fund_pilot', 'regional', 'other')),
    label_note text not null,
    name text not null check (name <> ''),
    subject text not null,
    problem text not null,
    approach text not null,
    result text not null,
    did_not_work text not null,
    state text not null check (state in ('planned', 'running', 'ended', 'stopped', 'unknown')),
    starts_on date,
    ends_on date,
    period_note text not null,
    year smallint,
    grant_cents bigint check (grant_cents > 0),
    cost_cents bigint check (cost_cents > 0),
    minimum_partners smallint,
    routes smallint not null check (routes between 0 and 7),
    publication text not null check (publication in ('published', 'held_back', 'removed')),
    publication_reason text,
    contact_id uuid references staff_members (id),
    contact_mail text not null,
    contact_phone text not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    confirmed_on date,
    source text not null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    check ((publication = 'published') = (publication_reason is null)),
    check ((label = 'scheme') or application_id is null),
    check (application_id is null or (organisation_id is not null and year is not null))
);
comment on table projects is 'Projects that regions learn from, as published; those of the stimuleringsregeling follow their application.';
comment on column projects.minimum_partners is 'What the scheme asked when it granted; null for projects without an application.';
create index projects_organisation_id on projects (organisation_id);
create index projects_contact_id on projects (contact_id);
create index projects_published_at on projects (published_at);

create table project_slugs (
    slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    project_id uuid not null references projects (id)
);
comment on table project_slugs is 'Former addresses of project pages; they lead to the present one.';
create index project_slugs_project_id on project_slugs (project_id);

create table project_regions (
    project_id uuid not null references projects (id),
    region_code text not null references regions (code),
    primary key (project_id, region_code)
);
comment on table project_regions is 'In which regions the work is.';
create index project_regions_region_code on project_regions (region_code);
create table project_municipalities (
    project_id uuid not null references projects (id),
    municipality_code text not null references municipalities (code),
    primary key (project_id, municipality_code)
);
comment on table project_municipalities is 'In which municipalities the work is; dots on the map.';
create index project_municipalities_code on project_municipalities (municipality_code);
create table project_bottlenecks (
    project_id uuid not null references projects (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (project_id, bottleneck_code)
);
comment on table project_bottlenecks is 'What the project solves.';
create index project_bottlenecks_code on project_bottlenecks (bottleneck_code);
create table project_goals (
    project_id uuid not null references projects (id),
    position smallint not null check (position between 1 and 8),
    sentence text not null check (sentence <> ''),
    unit text not null,
    target numeric(12, 1) check (target > 0),
    reached numeric(12, 1) check (reached >= 0),
    primary key (project_id, position)
);
comment on table project_goals is 'Goals in numbers, and what was reached.';
create table project_partners (
    id uuid primary key,
    project_id uuid not null references projects (id),
    name text not null check (name <> ''),
    kind text not null check (kind in ('practice', 'rho', 'care_group', 'school', 'municipality', 'employers_service_point',
        'insurer', 'hospital', 'employers_organisation', 'other')),
    left_on date
);
comment on table project_partners is 'Organisations that do the project together; whoever left stays, with the day.';
create unique index project_partners_once on project_partners (project_id, organisation_key(name));
create table project_links (
    id uuid primary key,
    project_id uuid not null references projects (id),
    position smallint not null check (position between 1 and 20),
    kind text not null check (kind in ('document', 'film', 'page')),
    title text not null check (title <> ''),
    url text not null check (url ~ '^https://[^\s]+$'),
    unique (project_id, position)
);
comment on table project_links is 'Documents, films and pages elsewhere, as links.';
create table project_edits (
    id uuid primary key,
    project_id uuid not null references projects (id),
    staff_member_id uuid references staff_members (id),
    edited_at timestamptz not null,
    field text not null check (field ~ '^[a-z_]+$'),
    before text not null,
    after text not null
);
comment on table project_edits is 'What changed on a project page, when; who is for the organisation and the fund. Append-only.';
create index project_edits_project_id on project_edits (project_id, edited_at desc);
create index project_edits_staff_member_id on project_edits (staff_member_id);

alter table projects enable row level security;
create policy published on projects for select to doorwijzer_app using (publication = 'published');
create policy own on projects for select to doorwijzer_app using (leads_projects_of(organisation_id));
create policy fund_sees on projects for select to doorwijzer_app using ((select works_for_fund()));
create policy fund_publishes on projects for insert to doorwijzer_app with check ((select works_for_fund()));
create policy own_changes on projects for update to doorwijzer_app
    using (leads_projects_of(organisation_id)) with check (leads_projects_of(organisation_id));
create policy fund_changes on projects for update to doorwijzer_app
    using ((select works_for_fund())) with check ((select works_for_fund()));
grant select, insert, update on projects to doorwijzer_app;
-- What is left of a removed page, for everyone.
create view project_tombstones with (security_barrier) as
    select slug, name, updated_at from projects where publication = 'removed'
    union all
    select s.slug, p.name, p.updated_at from project_slugs s join projects p on p.id = s.project_id
    where p.publication = 'removed';
comment on view project_tombstones is 'Removed project pages: name and day, nothing else.';

-- Money, label and publication are the fund's; the leader writes what the page tells. How many partners it must have is as
-- the application says.
create function guard_project() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.minimum_partners := (select minimum_partners from applications where id = new.application_id);
    if acting_staff() is not null and new.application_id is null and new.label = 'scheme'
        and (tg_op = 'INSERT' or old.label <> 'scheme') then
        perform refuse('projects_scheme_by_grant', 'only a grant gives this label');
    end if;
    if acting_staff() is not null and new.application_id is null and new.source = ''
        and (tg_op = 'INSERT' or old.source <> '') then
        perform refuse('projects_source', 'what no application tells has a source');
    end if;
    if tg_op = 'INSERT' then
        return new;
    end if;
    if acting_staff() is not null and not works_for_fund()
        and (new.application_id, new.organisation_id, new.organisation_name, new.label, new.label_note, new.year,
            new.grant_cents, new.cost_cents, new.publication, new.published_at, new.source, new.is_fictional)
            is distinct from
            (old.application_id, old.organisation_id, old.organisation_name, old.label, old.label_note, old.year,
            old.grant_cents, old.cost_cents, old.publication, old.published_at, old.source, old.is_fictional) then
        perform refuse('projects_kept_by_fund', 'the fund keeps this');
    end if;
    if old.publication = 'removed' and new.publication <> 'removed' then
        perform refuse('projects_removed', 'a removed page does not come back');
    end if;
    return new;
end $$;
create trigger projects_guard before insert or update on projects for each row execute function guard_project();

-- The page of a subsidised project shows its partners as the application has them, from the moment one leaves or joins.
create function follow_application_partner() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    update project_partners p set left_on = new.left_on from projects j
    where j.application_id = new.application_id and p.project_id = j.id
        and organisation_key(p.name) = organisation_key(new.name);
    if not found then
        insert into project_partners (id, project_id, name, kind, left_on)
        select new.id, j.id, new.name, new.kind, new.left_on from projects j where j.application_id = new.application_id;
    end if;
    return null;
end $$;
create trigger application_partners_published after insert or update on application_partners
    for each row execute function follow_application_partner();

do $$
declare
    t text;
begin
    foreach t in array array['project_regions', 'project_municipalities', 'project_bottlenecks', 'project_goals',
        'project_partners', 'project_links'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy seen on %I for select to doorwijzer_app
            using (exists (select 1 from projects p where p.id = project_id))', t);
        execute format('create policy written on %I for insert to doorwijzer_app with check (exists
            (select 1 from projects p where p.id = project_id
                and (leads_projects_of(p.organisation_id) or (select works_for_fund()))))', t);
        execute format('create policy removed on %I for delete to doorwijzer_app using (exists
            (select 1 from projects p where p.id = project_id
                and (leads_projects_of(p.organisation_id) or (select works_for_fund()))))', t);
        execute format('grant select, insert, delete on %I to doorwijzer_app', t);
    end loop;
    -- The others are nothing but keys.
    foreach t in array array['project_goals', 'project_partners', 'project_links'] loop
        execute format('create policy changed on %I for update to doorwijzer_app using (exists
            (select 1 from projects p where p.id = project_id
                and (leads_projects_of(p.organisation_id) or (select works_for_fund()))))', t);
        execute format('grant update on %I to doorwijzer_app', t);
    end loop;
    foreach t in array array['projects', 'project_regions', 'project_municipalities', 'project_bottlenecks', 'project_goals',
        'project_partners', 'project_links'] loop
        perform raises_content_version(t);
    end loop;
end $$;
-- Pages show the rules of a year and the names of organisations too.
create trigger scheme_years_version after insert or update on scheme_years
    for each statement execute function raise_content_version();
-- And what is left of a year's budget.
create trigger applications_version after update of state, granted_cents, settled_cents on applications
    for each statement execute function raise_content_version();
create trigger organisations_version after insert or update on organisations
    for each statement execute function raise_content_version();
alter table project_edits enable row level security;
-- What stood there before is read by the keepers of the page; everyone else reads when what changed.
create policy seen on project_edits for select to doorwijzer_app
    using (exists (select 1 from projects p where p.id = project_id
        and (leads_projects_of(p.organisation_id) or (select works_for_fund()))));
create view project_changes with (security_barrier) as
    select e.project_id, e.edited_at, e.field from project_edits e join projects p on p.id = e.project_id
    where p.publication = 'published' or leads_projects_of(p.organisation_id) or (select works_for_fund());
comment on view project_changes is 'When which field of a project page changed; not what stood there, nor who changed it.';
grant select on project_changes to doorwijzer_app;
create policy written on project_edits for insert to doorwijzer_app
    with check (staff_member_id = (select acting_staff()) and exists (select 1 from projects p where p.id = project_id
        and (leads_projects_of(p.organisation_id) or (select works_for_fund()))));
grant select, insert on project_edits to doorwijzer_app;
alter table project_slugs enable row level security;
create policy seen on project_slugs for select using (true);
create policy written on project_slugs for insert to doorwijzer_app
    with check (exists (select 1 from projects p where p.id = project_id
        and (leads_projects_of(p.organisation_id) or (select works_for_fund()))));
grant select, insert on project_slugs to doorwijzer_app;
grant select on project_tombstones to doorwijzer_app;
