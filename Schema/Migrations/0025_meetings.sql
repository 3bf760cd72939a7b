-- When members of the network meet: what about, who comes and who waits for a seat, and what was agreed.

create table meetings (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind text not null check (kind in ('leertafel', 'regiotafel', 'onderwijstafel', 'leernetwerkbijeenkomst')),
    title text not null check (title <> ''),
    label text not null,
    held_on date check (held_on is not null or (state = 'held' and source <> '')),
    starts_at timestamptz,
    ends_at timestamptz check (ends_at > starts_at),
    place text not null,
    online_url text check (online_url ~ '^https://[^\s]+$'),
    region_code text references regions (code),
    municipality_code text references municipalities (code),
    agenda text not null,
    minutes text not null,
    capacity smallint check (capacity > 0),
    signup_closes_at timestamptz,
    state text not null check (state in ('planned', 'cancelled', 'held')),
    organiser_id uuid references network_members (id),
    contact_mail text not null,
    source text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    sequence integer not null check (sequence >= 0),
    is_fictional boolean not null,
    version integer not null check (version > 0),
    check (starts_at is null or (ends_at is not null and held_on is not null and (starts_at at time zone 'Europe/Amsterdam')::date = held_on)),
    check (state <> 'planned' or starts_at is not null)
);
comment on table meetings is 'Meetings of the network, planned and held. label: the name of the region as in the source; held_on is unknown only where the source does not say. Minutes name topics, no persons.';
create index meetings_held_on on meetings (held_on);
create index meetings_region_code on meetings (region_code);
create index meetings_municipality_code on meetings (municipality_code);
create index meetings_organiser_id on meetings (organiser_id);
create table meeting_bottlenecks (
    meeting_id uuid not null references meetings (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (meeting_id, bottleneck_code)
);
comment on table meeting_bottlenecks is 'What a meeting is about.';
create index meeting_bottlenecks_code on meeting_bottlenecks (bottleneck_code);
create table meeting_signups (
    meeting_id uuid not null references meetings (id),
    member_id uuid not null references network_members (id) on delete cascade,
    state text not null check (state in ('coming', 'waiting', 'cancelled')),
    signed_up_at timestamptz not null,
    reminded_at timestamptz,
    primary key (meeting_id, member_id)
);
comment on table meeting_signups is 'Who comes and who waits for a seat, in the order of signing up.';
create index meeting_signups_member_id on meeting_signups (member_id);
create table meeting_actions (
    id uuid primary key,
    meeting_id uuid not null references meetings (id),
    sentence text not null check (sentence <> ''),
    owner_id uuid not null references network_members (id),
    due_on date not null,
    done_on date
);
comment on table meeting_actions is 'What was agreed, who does it and by when.';
create index meeting_actions_meeting_id on meeting_actions (meeting_id);
create index meeting_actions_owner_id on meeting_actions (owner_id);

-- A meeting with seats fills in the order of signing up; whoever signs up when it is full waits, and reads that in the row that
-- comes back. The meeting's row is locked first.
create function guard_meeting_signup() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    m record;
begin
    select state, signup_closes_at, starts_at, capacity into m from meetings where id = new.meeting_id for update;
    if new.state = 'coming' and (tg_op = 'INSERT' or old.state <> 'coming') then
        if m.state <> 'planned' or new.signed_up_at > coalesce(m.signup_closes_at, m.starts_at) then
            perform refuse('meeting_signups_closed', 'signing up is closed');
        end if;
        if m.capacity is not null and (select count(*) from meeting_signups
            where meeting_id = new.meeting_id and state = 'coming' and member_id <> new.member_id) >= m.capacity then
            new.state := 'waiting';
        end if;
    end if;
    return new;
end $$;
create trigger meeting_signups_guard before insert or update on meeting_signups
    for each row execute function guard_meeting_signup();
-- Another moment is reminded of anew.
create function forget_meeting_reminders() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    update meeting_signups set reminded_at = null where meeting_id = new.id and reminded_at is not null;
    return null;
end $$;
create trigger meetings_moved after update on meetings
    for each row when (old.starts_at is distinct from new.starts_at) execute function forget_meeting_reminders();
-- Whoever cancels gives the seat to the one who waits longest, until the meeting begins; returns that member, or null.
create function next_meeting_signup(the_meeting uuid, the_moment timestamptz) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    m record;
    chosen uuid;
begin
    select state, starts_at, capacity into m from meetings where id = the_meeting for update;
    if m.state <> 'planned' or m.starts_at <= the_moment or (m.capacity is not null and (select count(*) from meeting_signups
        where meeting_id = the_meeting and state = 'coming') >= m.capacity) then
        return null;
    end if;
    select member_id into chosen from meeting_signups where meeting_id = the_meeting and state = 'waiting'
    order by signed_up_at, member_id limit 1;
    update meeting_signups set state = 'coming' where meeting_id = the_meeting and member_id = chosen;
    return chosen;
end $$;

-- How many come and how many wait is for everyone; who they are is not.
create function meeting_crowd(the_meetings uuid[]) returns table (meeting_id uuid, coming bigint, waiting bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select s.meeting_id, count(*) filter (where s.state = 'coming'), count(*) filter (where s.state = 'waiting')
    from meeting_signups s where s.meeting_id = any (the_meetings) group by s.meeting_id
$$;
-- How many wait for a seat from the first up to and including the person who acts; null for anyone who does not wait.
create function own_waiting_place(the_meeting uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select count(*) from meeting_signups s
    join meeting_signups o on o.meeting_id = s.meeting_id and o.member_id = acting_member() and o.state = 'waiting'
    where s.meeting_id = the_meeting and s.state = 'waiting'
        and (s.signed_up_at, s.member_id) <= (o.signed_up_at, o.member_id)
    having count(*) > 0
$$;

-- Any member organises; the organiser and the fund change. Everyone reads.
alter table meetings enable row level security;
create policy visible on meetings for select using (true);
create policy member_organises on meetings for insert to doorwijzer_app
    with check (organiser_id = (select acting_member()));
create policy organiser_changes on meetings for update to doorwijzer_app
    using (organiser_id = (select acting_member()) or (select works_for_fund()))
    with check (organiser_id = (select acting_member()) or (select works_for_fund()));
create policy fund_organises on meetings for insert to doorwijzer_app with check ((select works_for_fund()));
grant select, insert, update on meetings to doorwijzer_app;
alter table meeting_bottlenecks enable row level security;
create policy visible on meeting_bottlenecks for select using (true);
create policy written on meeting_bottlenecks for insert to doorwijzer_app with check (exists (select 1 from meetings m
    where m.id = meeting_id and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
create policy removed on meeting_bottlenecks for delete to doorwijzer_app using (exists (select 1 from meetings m
    where m.id = meeting_id and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
grant select, insert, delete on meeting_bottlenecks to doorwijzer_app;
alter table meeting_signups enable row level security;
create policy own on meeting_signups to doorwijzer_app
    using (member_id = (select acting_member())) with check (member_id = (select acting_member()));
create policy organiser_sees on meeting_signups for select to doorwijzer_app
    using (exists (select 1 from meetings m where m.id = meeting_id
        and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
create policy worker_reminds on meeting_signups to doorwijzer_app using ((select acting_role()) = 'worker')
    with check ((select acting_role()) = 'worker');
grant select, insert on meeting_signups to doorwijzer_app;
grant update (state, signed_up_at, reminded_at) on meeting_signups to doorwijzer_app;
alter table meeting_actions enable row level security;
create policy member_reads on meeting_actions for select to doorwijzer_app
    using ((select acting_member()) is not null or (select works_for_fund()));
-- For whoever comes, or a colleague: nobody else finds it on the own list.
create policy organiser_writes on meeting_actions for insert to doorwijzer_app with check (exists
    (select 1 from meetings m where m.id = meeting_id
        and (m.organiser_id = (select acting_member()) or (select works_for_fund())))
    and (is_colleague(owner_id) or exists (select 1 from meeting_signups s
        where s.meeting_id = meeting_actions.meeting_id and s.member_id = owner_id and s.state <> 'cancelled')));
create policy owner_changes on meeting_actions for update to doorwijzer_app
    using (owner_id = (select acting_member()) or exists
        (select 1 from meetings m where m.id = meeting_id
            and (m.organiser_id = (select acting_member()) or (select works_for_fund()))));
grant select, insert on meeting_actions to doorwijzer_app;
grant update (sentence, due_on, done_on) on meeting_actions to doorwijzer_app;

select raises_content_version('meetings');
select raises_content_version('meeting_bottlenecks');
select raises_content_version('meeting_signups');
revoke execute on function next_meeting_signup(uuid, timestamptz),
    meeting_crowd(uuid[]),
    own_waiting_place(uuid) from public;
grant execute on function next_meeting_signup(uuid, timestamptz),
    meeting_crowd(uuid[]),
    own_waiting_place(uuid) to doorwijzer_app;
