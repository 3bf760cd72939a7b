-- Members of the national learning network (DOMAIN 10): who knows what and looks for what. Whoever did not agree to be listed is
-- seen by members alone.

create table network_members (
    id uuid primary key,
    staff_member_id uuid unique references staff_members (id),
    name text not null check (name <> ''),
    organisation_name text not null check (organisation_name <> ''),
    position_name text not null,
    knows text not null,
    seeks text not null,
    is_listed boolean not null,
    wants_mail boolean not null,
    joined_at timestamptz not null,
    joined_by text not null check (joined_by in ('grant', 'self')),
    left_at timestamptz,
    questions_told_at timestamptz,
    is_fictional boolean not null,
    version integer not null check (version > 0)
);
comment on table network_members is 'Members of the learning network: who they are, what they know and look for. Listed only with their consent.';

create table member_regions (
    member_id uuid not null references network_members (id) on delete cascade,
    region_code text not null references regions (code),
    primary key (member_id, region_code)
);
comment on table member_regions is 'In which regions a member works.';
create index member_regions_region_code on member_regions (region_code);
create table member_bottlenecks (
    member_id uuid not null references network_members (id) on delete cascade,
    bottleneck_code text not null references bottlenecks (code),
    stance text not null check (stance in ('knows', 'seeks')),
    primary key (member_id, bottleneck_code, stance)
);
comment on table member_bottlenecks is 'Which bottlenecks a member knows something about, or looks for help with.';
create index member_bottlenecks_code on member_bottlenecks (bottleneck_code);

-- The member that the person who acts is; null for anyone who has not joined or has left.
create function acting_member() returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select m.id from network_members m join staff_members s on s.id = m.staff_member_id
    where m.staff_member_id = acting_staff() and m.left_at is null and s.disabled_at is null
$$;

-- Makes the leader of a granted application a member, not listed; whoever left before is a member again, and whoever is one
-- stays as they are. True when someone joined.
create function join_by_grant(the_member uuid, the_application uuid, the_moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    joined uuid;
begin
    if not exists (select 1 from applications a where a.id = the_application and a.state in ('granted', 'running')
        and (works_for_fund() or leads_projects_of(a.organisation_id))) then
        perform refuse('network_members_by_grant', 'only a grant makes someone a member');
    end if;
    insert into network_members as m (id, staff_member_id, name, organisation_name, position_name, knows, seeks, is_listed,
        wants_mail, joined_at, joined_by, is_fictional, version)
    select the_member, l.id, l.name, o.name, 'projectleider', '', '', false, true, the_moment, 'grant', l.is_fictional, 1
    from applications a
    join staff_members l on l.id = a.leader_id
    join organisations o on o.id = a.organisation_id
    where a.id = the_application
    on conflict (staff_member_id) do update set name = excluded.name, organisation_name = excluded.organisation_name,
        is_listed = false, wants_mail = true, joined_at = the_moment, joined_by = 'grant', left_at = null,
        version = m.version + 1
        where m.left_at is not null
    returning m.id into joined;
    if joined is null then
        return false;
    end if;
    insert into member_regions (member_id, region_code)
    select joined, region_code from application_regions where application_id = the_application on conflict do nothing;
    insert into member_bottlenecks (member_id, bottleneck_code, stance)
    select joined, bottleneck_code, 'knows' from application_bottlenecks where application_id = the_application
    on conflict do nothing;
    return true;
end $$;

-- Whether a member works at the organisation of the member who acts.
create function is_colleague(the_member uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select exists (select 1 from network_members m join network_members o on o.organisation_name = m.organisation_name
        where m.id = acting_member() and o.id = the_member and o.left_at is null)
$$;

alter table network_members enable row level security;
-- Whoever no longer works with the service is not shown as someone to call.
create policy listed on network_members for select to doorwijzer_app using (is_listed and left_at is null
    and not exists (select 1 from staff_members s where s.id = staff_member_id and s.disabled_at is not null));
create policy fellow on network_members for select to doorwijzer_app
    using (left_at is null and (select acting_member()) is not null);
create policy own on network_members for select to doorwijzer_app using (staff_member_id = (select acting_staff()));
-- The fund runs the network: it organises meetings and must reach who comes.
create policy fund_sees on network_members for select to doorwijzer_app
    using (left_at is null and (select works_for_fund()));
create policy own_joins on network_members for insert to doorwijzer_app
    with check (staff_member_id = (select acting_staff()) and joined_by = 'self');
create policy own_changes on network_members for update to doorwijzer_app
    using (staff_member_id = (select acting_staff())) with check (staff_member_id = (select acting_staff()));
create policy own_goes on network_members for delete to doorwijzer_app using (staff_member_id = (select acting_staff()));
create policy worker on network_members for select to doorwijzer_app using ((select acting_role()) = 'worker');
create policy worker_tells on network_members for update to doorwijzer_app
    using (left_at is null and (select acting_role()) = 'worker') with check ((select acting_role()) = 'worker');
grant select, insert, update, delete on network_members to doorwijzer_app;
do $$
declare
    t text;
begin
    foreach t in array array['member_regions', 'member_bottlenecks'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy seen on %I for select to doorwijzer_app
            using (exists (select 1 from network_members m where m.id = member_id))', t);
        execute format('create policy written on %I for insert to doorwijzer_app with check
            (exists (select 1 from network_members m where m.id = member_id and m.staff_member_id = (select acting_staff())))', t);
        execute format('create policy removed on %I for delete to doorwijzer_app using
            (exists (select 1 from network_members m where m.id = member_id and m.staff_member_id = (select acting_staff())))', t);
        execute format('grant select, insert, delete on %I to doorwijzer_app', t);
    end loop;
end $$;

select raises_content_version('network_members');
select raises_content_version('member_regions');
select raises_content_version('member_bottlenecks');
-- Whoever no longer works here is not listed any more.
create trigger staff_members_version after update of disabled_at on staff_members
    for each statement execute function raise_content_version();
revoke execute on function acting_member(),
    is_colleague(uuid),
    join_by_grant(uuid, uuid, timestamptz) from public;
grant execute on function acting_member(),
    is_colleague(uuid),
    join_by_grant(uuid, uuid, timestamptz) to doorwijzer_app;
