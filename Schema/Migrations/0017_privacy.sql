-- How long what is kept, who was warned, and one person known twice. Rules are dated rows; each period is counted inside the
-- database from what happened, never from what a caller says.

create table retention_rules (
    key text not null check (key ~ '^[a-z_]+$'),
    valid_from date not null,
    value smallint not null check (value >= 0),
    unit text not null check (unit in ('days', 'months')),
    subject text not null check (subject <> ''),
    counted_from text not null check (counted_from <> ''),
    source text not null,
    primary key (key, valid_from)
);
comment on table retention_rules is 'How long what is kept, dated; subject and counted_from stand on the privacy page.';

create table retention_texts (
    version integer primary key check (version > 0),
    valid_from date not null,
    text text not null
);
comment on table retention_texts is 'Versions of the text with which a candidate agrees that the file is kept for a year.';

create table retention_consents (
    id uuid primary key,
    candidate_id uuid not null,
    team_id uuid not null,
    text_version integer not null references retention_texts (version),
    channel text not null check (channel in ('on_screen', 'phone', 'letter', 'mail')),
    recorded_by uuid references staff_members (id),
    given_at timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= given_at),
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table retention_consents is 'That a file may be kept for a year after someone stopped looking: a purpose of its own.';
create index retention_consents_candidate on retention_consents (candidate_id, team_id);
create unique index retention_consents_one on retention_consents (candidate_id) where withdrawn_at is null;
create index retention_consents_text_version on retention_consents (text_version);
create index retention_consents_recorded_by on retention_consents (recorded_by);
create trigger retention_consents_guard before update of withdrawn_at on retention_consents
    for each row execute function guard_consent();

create table retention_warnings (
    candidate_id uuid primary key,
    team_id uuid not null,
    erase_on date not null,
    warned_at timestamptz not null,
    told_at timestamptz,
    failed_at timestamptz,
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table retention_warnings is 'Whose file will be erased, on which day, and whether the mail that says so was delivered or given up.';
create index retention_warnings_candidate on retention_warnings (candidate_id, team_id);
create index retention_warnings_erase_on on retention_warnings (erase_on);

create table person_keys (
    candidate_id uuid not null,
    team_id uuid not null,
    key_id text not null check (key_id <> ''),
    hash bytea not null check (octet_length(hash) = 32),
    made_at timestamptz not null,
    primary key (candidate_id, key_id),
    foreign key (candidate_id, team_id) references candidates (id, team_id) on update cascade
);
comment on table person_keys is 'Keyed hash of normalised name and birth date; the key is outside the database. Equal hashes: perhaps one person.';
create index person_keys_candidate on person_keys (candidate_id, team_id);
-- Not unique: a violation would tell one team of another team's candidate.
create index person_keys_hash on person_keys (hash, key_id);

create table candidate_duplicates (
    id uuid primary key,
    candidate_id uuid not null references candidates (id),
    other_candidate_id uuid not null references candidates (id),
    found_at timestamptz not null,
    choice text check (choice in ('same', 'different')),
    chosen_at timestamptz,
    unique (candidate_id, other_candidate_id),
    check (candidate_id <> other_candidate_id),
    check ((choice is null) = (chosen_at is null))
);
comment on table candidate_duplicates is 'Two files that may be of one person, one row for each side. Only the candidate sees it and chooses.';
create index candidate_duplicates_other on candidate_duplicates (other_candidate_id);

do $$
declare
    t text;
begin
    foreach t in array array['retention_consents', 'person_keys', 'retention_warnings'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_team on %I to doorwijzer_app using (team_id = (select acting_team()))
            with check (team_id = (select acting_team())
                and exists (select 1 from candidates c where c.id = candidate_id and c.team_id = (select acting_team())))', t);
        execute format('create policy self on %I to doorwijzer_app using (candidate_id = (select acting_candidate()))
            with check (candidate_id = (select acting_candidate()))', t);
    end loop;
end $$;
alter table candidate_duplicates enable row level security;
create policy self on candidate_duplicates for select to doorwijzer_app using (candidate_id = (select acting_candidate()));
-- What was mailed to a candidate, or about the own case, is part of the own file.
create policy self on outbox for select to doorwijzer_app using ((select acting_candidate()) is not null
    and (candidate_id = (select acting_candidate())
        or case_id in (select id from case_files where candidate_id = (select acting_candidate()))
        or proposal_id in (select p.id from proposals p join case_files f on f.id = p.case_id
            where f.candidate_id = (select acting_candidate()))));
create policy self on mail_links for select to doorwijzer_app using ((select acting_candidate()) is not null
    and (candidate_id = (select acting_candidate())
        or proposal_id in (select p.id from proposals p join case_files f on f.id = p.case_id
            where f.candidate_id = (select acting_candidate()))));

grant select on retention_rules, retention_texts to doorwijzer_app, doorwijzer_matcher;
grant select, insert on retention_consents to doorwijzer_app;
grant update (withdrawn_at) on retention_consents to doorwijzer_app;
grant select on retention_warnings, candidate_duplicates to doorwijzer_app;
grant select, insert, delete on person_keys to doorwijzer_app;
grant update (hash, made_at) on person_keys to doorwijzer_app;

-- Files that may be of the same person, each in another team and both with an open case. The candidate is told at both
-- addresses, the teams hear nothing. Two registrations at one moment may miss each other: note_same_people finds them later.
create function note_same_person(the_candidate uuid, moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    mine record;
    other record;
    found_pairs integer := 0;
begin
    for mine in
        select k.hash, k.key_id, c.team_id from person_keys k join candidates c on c.id = k.candidate_id
        where k.candidate_id = the_candidate
            and exists (select 1 from case_files f where f.candidate_id = the_candidate and f.closed_at is null)
    loop
        for other in
            select k.candidate_id, c.team_id from person_keys k join candidates c on c.id = k.candidate_id
            where k.hash = mine.hash and k.key_id = mine.key_id and k.candidate_id <> the_candidate
                and c.team_id <> mine.team_id
                and not exists (select 1 from candidate_duplicates d
                    where d.candidate_id = the_candidate and d.other_candidate_id = k.candidate_id)
                and exists (select 1 from case_files f where f.candidate_id = k.candidate_id and f.closed_at is null)
            order by k.candidate_id
            limit 10
        loop
            with pair as (
                insert into candidate_duplicates (id, candidate_id, other_candidate_id, found_at)
                values (gen_random_uuid(), the_candidate, other.candidate_id, moment),
                    (gen_random_uuid(), other.candidate_id, the_candidate, moment)
                on conflict (candidate_id, other_candidate_id) do nothing
                returning candidate_id)
            insert into outbox (id, kind, candidate_id, team_id, facts, created_at, available_at)
            select gen_random_uuid(), 'duplicate_found', p.candidate_id, null, '{}', moment, moment from pair p;
            if found then
                found_pairs := found_pairs + 1;
            end if;
        end loop;
    end loop;
    return found_pairs;
end $$;

-- What two transactions at one moment missed; run daily, until it returns 0. Only pairs that become a question are taken, so
-- that those without an open case do not stand in the way of the others.
create function note_same_people(moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    the_candidate uuid;
    found_pairs integer := 0;
begin
    perform guard_moment(moment, (moment at time zone 'Europe/Amsterdam')::date);
    for the_candidate in
        select distinct a.candidate_id from person_keys a
        join person_keys b on b.hash = a.hash and b.key_id = a.key_id and b.candidate_id > a.candidate_id
            and b.team_id <> a.team_id
        where not exists (select 1 from candidate_duplicates d
            where d.candidate_id = a.candidate_id and d.other_candidate_id = b.candidate_id)
            and exists (select 1 from case_files f where f.candidate_id = a.candidate_id and f.closed_at is null)
            and exists (select 1 from case_files f where f.candidate_id = b.candidate_id and f.closed_at is null)
        order by a.candidate_id
        limit 1000
    loop
        found_pairs := found_pairs + note_same_person(the_candidate, moment);
    end loop;
    return found_pairs;
end $$;

create function note_person_key() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- A corrected name ends a question that nobody answered.
    if tg_op = 'UPDATE' then
        delete from candidate_duplicates d
            where d.choice is null and new.candidate_id in (d.candidate_id, d.other_candidate_id)
                and not exists (select 1 from person_keys a join person_keys b on b.hash = a.hash and b.key_id = a.key_id
                    where a.candidate_id = d.candidate_id and b.candidate_id = d.other_candidate_id);
    end if;
    perform note_same_person(new.candidate_id, new.made_at);
    return null;
end $$;
create trigger person_keys_noted_insert after insert on person_keys
    for each row execute function note_person_key();
create trigger person_keys_noted_update after update of hash on person_keys
    for each row when (new.hash is distinct from old.hash) execute function note_person_key();

-- A case that begins again may make two open files of one person.
create function note_case_person() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform note_same_person(new.candidate_id, new.opened_at);
    return null;
end $$;
create trigger case_files_same_person after insert on case_files
    for each row execute function note_case_person();

-- What a candidate reads of the own duplicates. Where and since when the other file is, only when one mail address proves that
-- both are theirs: else it may be someone else, with the same name and birth date.
create function own_duplicates()
    returns table (id uuid, found_at timestamptz, choice text, region_name text, opened_on date, is_proven boolean,
        is_settled boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select d.id, d.found_at, d.choice, case when proof.is_proven then g.name end,
        case when proof.is_proven then (f.opened_at at time zone 'Europe/Amsterdam')::date end,
        proof.is_proven, f.id is null or own.id is null
    from candidate_duplicates d
    join candidate_identities mine on mine.candidate_id = d.candidate_id
    join candidate_identities theirs on theirs.candidate_id = d.other_candidate_id
    left join lateral (select c.id, c.region_code, c.opened_at from case_files c
        where c.candidate_id = d.other_candidate_id and c.closed_at is null order by c.opened_at, c.id limit 1) f on true
    left join lateral (select c.id from case_files c
        where c.candidate_id = d.candidate_id and c.closed_at is null limit 1) own on true
    left join regions g on g.code = f.region_code
    cross join lateral (select mine.mail <> '' and lower(mine.mail) = lower(theirs.mail) as is_proven) proof
    where d.candidate_id = acting_candidate()
    order by d.found_at desc, d.id
    limit 20
$$;

-- The candidate chooses. "Different": nothing happens and nobody hears. "Same": when one mail address, or the same answer in
-- the other file, proves that both are theirs, the open cases of one file end as joined and both teams hear.
-- Returns what came of it: different, waiting or joined; null when there is no such question.
create function choose_duplicate(the_duplicate uuid, the_choice text, keeps_this boolean, moment timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    d record;
    gone uuid;
    kept uuid;
    c record;
    was_joined boolean := false;
begin
    perform guard_moment(moment, (moment at time zone 'Europe/Amsterdam')::date);
    select q.id, q.candidate_id, q.other_candidate_id into d from candidate_duplicates q
        where q.id = the_duplicate and q.candidate_id = acting_candidate();
    if not found then
        return null;
    end if;
    perform 1 from case_files where candidate_id in (d.candidate_id, d.other_candidate_id) order by id for update;
    perform 1 from candidate_duplicates
        where (candidate_id, other_candidate_id) in
            ((d.candidate_id, d.other_candidate_id), (d.other_candidate_id, d.candidate_id))
        order by id for update;
    update candidate_duplicates set choice = the_choice, chosen_at = moment where id = d.id;
    if the_choice is distinct from 'same' then
        return 'different';
    end if;
    if not exists (
        select 1 from candidate_identities a join candidate_identities b on b.candidate_id = d.other_candidate_id
        where a.candidate_id = d.candidate_id and a.mail <> '' and lower(a.mail) = lower(b.mail))
        and not exists (select 1 from candidate_duplicates
            where candidate_id = d.other_candidate_id and other_candidate_id = d.candidate_id and choice = 'same') then
        return 'waiting';
    end if;
    kept := case when keeps_this then d.candidate_id else d.other_candidate_id end;
    gone := case when keeps_this then d.other_candidate_id else d.candidate_id end;
    if not exists (select 1 from case_files where candidate_id = kept and closed_at is null) then
        return 'joined';
    end if;
    -- A practice counts on someone there: nobody loses a place by a click in another file.
    if exists (select 1 from case_files where candidate_id = gone and state in ('agreed', 'placed', 'started')) then
        perform refuse('candidate_duplicates_has_place', 'the case that would end has a place');
    end if;
    for c in select id, team_id from case_files where candidate_id = gone and closed_at is null order by id loop
        update case_files
            set state = 'withdrawn', withdrawal_reason = 'joined', owner = 'nobody', due_on = null, watch_reason = null,
                state_since = moment, closed_at = moment, version = version + 1
            where id = c.id;
        was_joined := true;
    end loop;
    if was_joined then
        update candidate_duplicates set choice = 'same', chosen_at = moment
            where candidate_id = d.other_candidate_id and other_candidate_id = d.candidate_id;
        for c in
            select f.id, f.team_id, o.team_id as other_team_id from case_files f
            join candidates o on o.id = case when f.candidate_id = gone then kept else gone end
            where (f.candidate_id = gone and f.withdrawal_reason = 'joined' and f.closed_at = moment)
                or (f.candidate_id = kept and f.closed_at is null)
            order by f.id
        loop
            insert into case_events (id, case_id, team_id, sequence, happened_at, kind, facts)
            values (gen_random_uuid(), c.id, c.team_id, 1, moment, 'joined', jsonb_build_object('team', c.other_team_id));
            insert into outbox (id, kind, case_id, team_id, facts, created_at, available_at)
            values (gen_random_uuid(), 'files_joined', c.id, c.team_id, jsonb_build_object('team', c.other_team_id), moment,
                moment);
        end loop;
    end if;
    return 'joined';
end $$;

revoke execute on function note_same_person(uuid, timestamptz), note_same_people(timestamptz), own_duplicates(),
    choose_duplicate(uuid, text, boolean, timestamptz) from public;
grant execute on function note_same_people(timestamptz), own_duplicates(), choose_duplicate(uuid, text, boolean, timestamptz) to doorwijzer_app;
