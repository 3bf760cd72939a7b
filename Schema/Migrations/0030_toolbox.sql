-- What the members of a region keep together: its toolbox and its map of organisations (sociale kaart).

create table toolbox_items (
    id uuid primary key,
    region_code text not null references regions (code),
    kind text not null check (kind in ('draaiboek', 'form', 'supervisor_course', 'supervisor_pool', 'other')),
    title text not null check (title <> ''),
    text text not null,
    url text check (url ~ '^https://[^\s]+$'),
    organisation_name text not null check (organisation_name <> ''),
    phone text not null,
    hours_a_week smallint check (hours_a_week > 0),
    confirmed_on date not null,
    member_id uuid references network_members (id) on delete set null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    check ((hours_a_week is null) or kind = 'supervisor_pool')
);
comment on table toolbox_items is 'Per region: draaiboek, forms, courses for supervisors, and supervision that practices share.';
create index toolbox_items_region_code on toolbox_items (region_code, kind);
create index toolbox_items_member_id on toolbox_items (member_id);
create table social_map_entries (
    id uuid primary key,
    region_code text not null references regions (code),
    name text not null check (name <> ''),
    kind text not null check (kind in ('practice', 'rho', 'care_group', 'school', 'municipality', 'employers_service_point',
        'insurer', 'hospital', 'employers_organisation', 'other')),
    text text not null,
    url text check (url ~ '^https://[^\s]+$'),
    phone text not null,
    confirmed_on date not null,
    member_id uuid references network_members (id) on delete set null,
    source text not null,
    is_fictional boolean not null,
    version integer not null check (version > 0),
    unique (region_code, name)
);
comment on table social_map_entries is 'Sociale kaart: organisations in a region and what one goes to them for.';
create index social_map_entries_member_id on social_map_entries (member_id);

do $$
declare
    t text;
begin
    foreach t in array array['toolbox_items', 'social_map_entries'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy visible on %I for select using (true)', t);
        -- Members of the region keep its toolbox and social map together.
        execute format('create policy region_writes on %I for insert to doorwijzer_app with check (member_id = (select acting_member())
            and exists (select 1 from member_regions r where r.member_id = (select acting_member()) and r.region_code = %I.region_code))', t, t);
        execute format('create policy region_changes on %I for update to doorwijzer_app using (exists
            (select 1 from member_regions r where r.member_id = (select acting_member()) and r.region_code = %I.region_code))
            with check (member_id = (select acting_member()))', t, t);
        execute format('create policy region_removes on %I for delete to doorwijzer_app using (exists
            (select 1 from member_regions r where r.member_id = (select acting_member()) and r.region_code = %I.region_code))', t, t);
        execute format('grant select, insert, update, delete on %I to doorwijzer_app', t);
    end loop;
end $$;

select raises_content_version('toolbox_items');
select raises_content_version('social_map_entries');
