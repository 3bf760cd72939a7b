-- The controlled list of bottlenecks (DOMAIN 10): what a region runs into, in the words people use for it, and which reasons
-- and slow steps in the work with candidates point to it.

create table bottlenecks (
    code text primary key check (code ~ '^[a-z_]+$'),
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position smallint not null unique,
    name text not null check (name <> ''),
    description text not null check (description <> '')
);
comment on table bottlenecks is 'The controlled list of what regions run into; projects, practices, questions and people refer to it.';

create table bottleneck_terms (
    term text primary key check (term = lower(term) and term <> ''),
    bottleneck_code text not null references bottlenecks (code)
);
comment on table bottleneck_terms is 'Other words for a bottleneck, as people search for it: a word or a few, in lower case.';
create index bottleneck_terms_bottleneck_code on bottleneck_terms (bottleneck_code);

create table reason_bottlenecks (
    kind text not null,
    code text not null,
    bottleneck_code text not null references bottlenecks (code),
    primary key (kind, code, bottleneck_code),
    foreign key (kind, code) references reasons (kind, code)
);
comment on table reason_bottlenecks is 'Which bottleneck a reason for no points to.';
create index reason_bottlenecks_bottleneck_code on reason_bottlenecks (bottleneck_code);

create table step_bottlenecks (
    state text not null check (state in ('registered', 'searching', 'proposed', 'interview', 'agreed', 'placed', 'referring',
        'watching')),
    bottleneck_code text not null references bottlenecks (code),
    primary key (state, bottleneck_code)
);
comment on table step_bottlenecks is 'Which bottleneck it points to when cases stay long in a step.';
create index step_bottlenecks_bottleneck_code on step_bottlenecks (bottleneck_code);

-- Public pages are cached until something public changes. One counter tells; a statement that changes public rows raises it.
create table content_version (
    is_only boolean primary key check (is_only),
    version bigint not null
);
comment on table content_version is 'Rises with every change of what is public about projects and the network; one row.';
insert into content_version (is_only, version) values (true, 1);
create function raise_content_version() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    update content_version set version = version + 1;
    return null;
end $$;
-- The same for a statement that changed rows, in more than what nobody sees on a public page.
create function raise_content_version_on_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    unseen constant text[] := array['questions_told_at', 'wants_mail', 'reminded_at', 'confirmation_asked_on',
        'outcome_asked_on', 'outcome_asks'];
    is_changed boolean;
begin
    if tg_op = 'UPDATE' then
        select exists (select to_jsonb(c) - unseen from changed c except all select to_jsonb(b) - unseen from before b)
        into is_changed;
    else
        select exists (select 1 from changed) into is_changed;
    end if;
    if is_changed then
        update content_version set version = version + 1;
    end if;
    return null;
end $$;
-- Has a table raise the version: one trigger for each kind of statement, because each names its rows differently.
create function raises_content_version(the_table text) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    execute format('create trigger %I after insert on %I referencing new table as changed
        for each statement execute function raise_content_version_on_change()', the_table || '_version_insert', the_table);
    execute format('create trigger %I after update on %I referencing old table as before new table as changed
        for each statement execute function raise_content_version_on_change()', the_table || '_version_update', the_table);
    execute format('create trigger %I after delete on %I referencing old table as changed
        for each statement execute function raise_content_version_on_change()', the_table || '_version_delete', the_table);
end $$;

-- Whether the person who acts leads projects of this organisation, in the role worn now.
create function leads_projects_of(the_organisation uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select the_organisation = acting_organisation() and acting_role() = 'project_leader'
        and exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
            where r.staff_member_id = acting_staff() and r.role = 'project_leader' and r.organisation_id = the_organisation
                and m.disabled_at is null)
$$;
-- Whether the person who acts works for the fund, in the role worn now.
create function works_for_fund() returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select has_role(array['fund', 'fund_administrator'])
$$;
-- Whether that person may change the rules of the scheme.
create function administers_fund() returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select has_role(array['fund_administrator'])
$$;
revoke execute on function leads_projects_of(uuid), works_for_fund(), administers_fund(), raises_content_version(text) from public;
grant execute on function leads_projects_of(uuid), works_for_fund(), administers_fund() to doorwijzer_app;
grant select on bottlenecks, bottleneck_terms, reason_bottlenecks, step_bottlenecks, content_version to doorwijzer_app;
