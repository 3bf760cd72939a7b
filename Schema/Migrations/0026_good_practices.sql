-- What works, what it took and what did not, written by a member and read by a second one.

create table good_practices (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    author_id uuid references network_members (id) on delete set null,
    contact_id uuid references network_members (id) on delete set null,
    organisation_name text not null check (organisation_name <> ''),
    name text not null check (name <> ''),
    problem text not null,
    approach text not null,
    took text not null,
    result text not null,
    did_not_work text not null,
    state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'retired')),
    project_id uuid references projects (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    validated_by_id uuid references network_members (id) on delete set null,
    validated_at timestamptz,
    remark text,
    changed_by_id uuid references network_members (id) on delete set null,
    unread_since timestamptz,
    confirmed_on date,
    confirmation_asked_on date,
    source text not null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    constraint good_practices_held check (num_nonnulls(held_at, held_reason) in (0, 2)),
    constraint good_practices_unread_is_published check (unread_since is null or state = 'published'),
    constraint good_practices_complete
        check (state <> 'published' or (problem <> '' and approach <> '' and result <> '')),
    constraint good_practices_read_by_other check (validated_by_id is null or validated_by_id <> author_id)
);
comment on table good_practices is 'What works, what it took and what did not; published when a second member found it good.';
comment on column good_practices.changed_by_id is 'Who wrote the words last; another member reads them.';
comment on column good_practices.unread_since is 'Since when a published practice has words that no second member has read.';
comment on column good_practices.remark is 'What the second reader says of the words as they are; gone when they change.';
create index good_practices_changed_by_id on good_practices (changed_by_id);
create index good_practices_author_id on good_practices (author_id);
create index good_practices_contact_id on good_practices (contact_id);
create index good_practices_validated_by_id on good_practices (validated_by_id);
create index good_practices_project_id on good_practices (project_id);
create table good_practice_regions (
    good_practice_id uuid not null references good_practices (id),
    region_code text not null references regions (code),
    primary key (good_practice_id, region_code)
);
comment on table good_practice_regions is 'Where it was done.';
create index good_practice_regions_region_code on good_practice_regions (region_code);
create table good_practice_bottlenecks (
    good_practice_id uuid not null references good_practices (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (good_practice_id, bottleneck_code)
);
comment on table good_practice_bottlenecks is 'What it solves.';
create index good_practice_bottlenecks_code on good_practice_bottlenecks (bottleneck_code);
create table good_practice_links (
    id uuid primary key,
    good_practice_id uuid not null references good_practices (id),
    position smallint not null check (position between 1 and 20),
    kind text not null check (kind in ('document', 'film', 'page')),
    title text not null check (title <> ''),
    url text not null check (url ~ '^https://[^\s]+$'),
    unique (good_practice_id, position)
);
comment on table good_practice_links is 'Documents, films and pages elsewhere, as links.';

alter table good_practices enable row level security;
create policy published on good_practices for select to doorwijzer_app using (state = 'published' and held_at is null);
create policy fund_sees_held on good_practices for select to doorwijzer_app
    using (held_at is not null and (select works_for_fund()));
create policy own on good_practices for select to doorwijzer_app
    using ((select acting_member()) in (author_id, contact_id, validated_by_id));
create policy member_validates on good_practices for select to doorwijzer_app
    using (state = 'submitted' and held_at is null and (select acting_member()) is not null);
create policy member_writes on good_practices for insert to doorwijzer_app with check (author_id = (select acting_member()));
create policy own_changes on good_practices for update to doorwijzer_app
    using (author_id = (select acting_member()) or contact_id = (select acting_member()));
create policy member_decides on good_practices for update to doorwijzer_app
    using ((state = 'submitted' or unread_since is not null) and (select acting_member()) is not null)
    with check (validated_by_id = (select acting_member()) or unread_since is not null);
-- Author and contact have both left: the fund names another contact.
create policy fund_sees on good_practices for select to doorwijzer_app
    using (state in ('published', 'retired') and (select works_for_fund()) and not exists
        (select 1 from network_members m where m.id in (author_id, contact_id) and m.left_at is null));
create policy fund_takes_over on good_practices for update to doorwijzer_app
    using (state in ('published', 'retired') and (select works_for_fund()) and not exists
        (select 1 from network_members m where m.id in (author_id, contact_id) and m.left_at is null))
    with check ((select works_for_fund()));
create policy worker_asks on good_practices for update to doorwijzer_app
    using (state = 'published' and (select acting_role()) = 'worker')
    with check (state = 'published' and (select acting_role()) = 'worker');
grant select, insert, update on good_practices to doorwijzer_app;
do $$
declare
    t text;
begin
    foreach t in array array['good_practice_regions', 'good_practice_bottlenecks', 'good_practice_links'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy seen on %I for select to doorwijzer_app
            using (exists (select 1 from good_practices g where g.id = good_practice_id))', t);
        execute format('create policy written on %I for insert to doorwijzer_app with check (exists
            (select 1 from good_practices g where g.id = good_practice_id
                and ((select acting_member()) in (g.author_id, g.contact_id) or (select works_for_fund()))))', t);
        execute format('create policy removed on %I for delete to doorwijzer_app using (exists
            (select 1 from good_practices g where g.id = good_practice_id
                and ((select acting_member()) in (g.author_id, g.contact_id) or (select works_for_fund()))))', t);
        execute format('grant select, insert, delete on %I to doorwijzer_app', t);
    end loop;
end $$;

select raises_content_version('good_practices');
select raises_content_version('good_practice_regions');
select raises_content_version('good_practice_bottlenecks');
select raises_content_version('good_practice_links');
