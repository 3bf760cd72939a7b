-- Erasing that really erases. What stays are rows of figures without a person: no ids, no text, months instead of days.

create table case_statistics (
    region_code text not null references regions (code),
    origin_region_code text not null references regions (code),
    kind text not null,
    route text not null,
    study_year smallint not null,
    opened_month date not null check (extract(day from opened_month) = 1),
    closed_month date not null check (extract(day from closed_month) = 1),
    outcome text not null check (outcome in ('completed', 'withdrawn')),
    withdrawal_reason text,
    was_started boolean not null,
    hops smallint not null check (hops between 0 and 4)
);
comment on table case_statistics is 'Figures of cases whose person was erased: one row per case, of nobody.';
create index case_statistics_region_code on case_statistics (region_code, closed_month);
create index case_statistics_origin_region_code on case_statistics (origin_region_code);

create table step_statistics (
    team_id uuid not null references teams (id),
    region_code text not null references regions (code),
    ended_month date not null check (extract(day from ended_month) = 1),
    measure text not null check (measure in ('state', 'owner')),
    code text not null,
    days integer not null check (days >= 0)
);
comment on table step_statistics is 'Days that erased cases spent in one state, or with one owner; rows of one case are not tied together.';
create index step_statistics_team_id on step_statistics (team_id, measure, code);
create index step_statistics_region_code on step_statistics (region_code);

create table answer_statistics (
    subject text not null check (subject in ('proposal', 'referral')),
    region_code text not null references regions (code),
    receiving_region_code text references regions (code),
    asked_month date not null check (extract(day from asked_month) = 1),
    outcome text not null,
    reason text,
    check ((receiving_region_code is not null) = (subject = 'referral'))
);
comment on table answer_statistics is 'How practices and regions answered about people who were erased; without place or practice.';
create index answer_statistics_region_code on answer_statistics (region_code, asked_month);
create index answer_statistics_receiving on answer_statistics (receiving_region_code);

-- A restored backup brings erased people back. This says whom, to nobody but that backup: hashes of random numbers that
-- stand nowhere any more. Exported beside each backup, and gone when no backup is that old.
create table erased_files (
    file_sha256 bytea primary key check (octet_length(file_sha256) = 32),
    erased_at timestamptz not null
);
comment on table erased_files is 'SHA-256 of the ids of erased candidates, to erase them again from a backup that is put back.';
create index erased_files_erased_at on erased_files (erased_at);

-- A team sees how long its own steps took; all else is counted by functions that suppress small numbers.
alter table step_statistics enable row level security;
create policy own_team on step_statistics for select to doorwijzer_app using (team_id = (select acting_team()));
grant select on step_statistics to doorwijzer_app;

-- Live and erased cases together, for whoever counts closed cases and answers. Not for the application itself.
create view closed_cases as
    select f.region_code, f.origin_region_code, f.kind, f.route, f.study_year,
        date_trunc('month', f.opened_at at time zone 'Europe/Amsterdam')::date as opened_month,
        date_trunc('month', f.closed_at at time zone 'Europe/Amsterdam')::date as closed_month,
        f.state as outcome, f.withdrawal_reason,
        exists (select 1 from case_spans s where s.case_id = f.id and s.state = 'started') as was_started,
        (select count(*) from referrals r where r.case_id = f.id)::smallint as hops
    from case_files f
    where f.closed_at is not null
    union all
    select region_code, origin_region_code, kind, route, study_year, opened_month, closed_month, outcome, withdrawal_reason,
        was_started, hops
    from case_statistics;
comment on view closed_cases is 'Cases that ended, of people who are still known and of people who were erased.';

create view given_answers as
    select 'proposal' as subject, t.region_code, null::text as receiving_region_code,
        date_trunc('month', p.opened_at at time zone 'Europe/Amsterdam')::date as asked_month, p.state as outcome,
        p.decline_reason as reason
    from proposals p join teams t on t.id = p.team_id
    union all
    select 'referral', r.sending_region_code, r.receiving_region_code,
        date_trunc('month', r.opened_at at time zone 'Europe/Amsterdam')::date, r.state, r.decline_reason
    from referrals r
    union all
    select subject, region_code, receiving_region_code, asked_month, outcome, reason from answer_statistics;
comment on view given_answers is 'What practices and regions were asked and answered, erased people included.';

create function retention_period(the_key text, the_day date) returns interval
    language sql stable set search_path = pg_catalog, public, pg_temp
    return (select make_interval(months => case when unit = 'months' then value else 0 end,
            days => case when unit = 'days' then value else 0 end)
        from retention_rules where key = the_key and valid_from <= the_day
        order by valid_from desc limit 1);

-- The day on which a file has served its purpose; null while a case is open, or when a rule is missing. Runs as the caller:
-- whoever does not see the file learns nothing.
create function retention_day(the_candidate uuid, the_day date) returns date
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select case
        when count(f.id) = 0 then
            (c.created_at at time zone 'Europe/Amsterdam' + retention_period('never_placed', the_day))::date
        when count(f.id) > count(f.closed_at) then null
        when bool_or(f.ends_on is null) then null
        else max(f.ends_on) end
    from candidates c
    left join lateral (
        select s.id, s.closed_at, (s.closed_at at time zone 'Europe/Amsterdam' + retention_period(case
            when exists (select 1 from case_spans p where p.case_id = s.id and p.state = 'started') then 'placed'
            when exists (select 1 from retention_consents k
                where k.candidate_id = s.candidate_id and k.withdrawn_at is null) then 'never_placed_with_consent'
            else 'never_placed' end, the_day))::date as ends_on
        from case_files s where s.candidate_id = c.id) f on true
    where c.id = the_candidate
    group by c.id, c.created_at
$$;

-- Words as they compare, whatever case, diacritics and punctuation: ' jan de vries '.
create function plain_words(the_text text) returns text
    language sql immutable set search_path = pg_catalog, public, pg_temp
    return ' ' || trim(regexp_replace(lower(regexp_replace(translate(normalize(the_text, NFKD), 'øØłŁđĐ''’', 'oOlLdD'),
        U&'[\0300-\036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g')) || ' ';

-- Whether a text names someone: given name or initial with the family name, in either order, with or without what stands between;
-- or the family name alone, when it is distinctive. Whole words only: Jan is not in januari.
create function names_person(the_text text, given text, infix text, family text, is_distinctive boolean) returns boolean
    language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
    select position(f.family in f.words) > 0 and (is_distinctive or exists (
        select 1
        from unnest(array[plain_words(given), plain_words(left(trim(given), 1))]) as g (given)
        cross join unnest(array[plain_words(infix), '  ']) as x (infix)
        cross join unnest(array[
            g.given || trim(x.infix) || f.family, f.family || trim(g.given) || x.infix, f.family || trim(x.infix) || g.given]) as w (name)
        where position(regexp_replace(w.name, ' +', ' ', 'g') in f.words) > 0))
    from (select plain_words(the_text) as words, plain_words(family) as family) as f
    where trim(f.family) <> ''
$$;

-- A family name that means one person here: not short, of no other candidate of the team, of nobody who works with the service and
-- of no practice or its people.
create function is_distinctive_name(the_candidate uuid, the_team uuid, family text) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select length(trim(plain_words(family))) >= 5
        and not exists (select 1 from candidate_identities i
            where i.team_id = the_team and i.candidate_id <> the_candidate and plain_words(i.family_name) = plain_words(family))
        and not exists (select 1 from staff_members m where position(plain_words(family) in plain_words(m.name)) > 0)
        and not exists (select 1 from practices p where position(plain_words(family) in plain_words(p.name || ' ' || p.town)) > 0)
        and not exists (select 1 from practice_contacts c where position(plain_words(family) in plain_words(c.name)) > 0)
        and not exists (select 1 from supervisors s where position(plain_words(family) in plain_words(s.name)) > 0)
$$;

-- Whether a file that waits to be imported has a line that names someone. What cannot be read is taken to: it is kept for a day
-- at most, and can be uploaded again.
create function file_names_person(content bytea, given text, infix text, family text, is_distinctive boolean) returns boolean
    language plpgsql immutable set search_path = pg_catalog, public, pg_temp
as $$
declare
    lines text;
begin
    begin
        lines := convert_from(content, 'UTF8');
    exception when others then
        lines := convert_from(content, 'WIN1252');
    end;
    -- Columns of a line may stand in any order, with others between them.
    return exists (select 1 from regexp_split_to_table(lines, '[\r\n]+') as line
        where names_person(line, given, infix, family, is_distinctive)
            or (position(plain_words(given) in plain_words(line)) > 0 and position(plain_words(family) in plain_words(line)) > 0));
exception when others then
    return true;
end $$;
revoke execute on function plain_words(text), names_person(text, text, text, text, boolean), is_distinctive_name(uuid, uuid, text),
    file_names_person(bytea, text, text, text, boolean) from public;

-- Erases everything about a candidate: for the candidate in the own file, for the team that has the file, or because the
-- retention period ended after a warning. Open cases are withdrawn first, so that seats are free and receivers hear.
-- Whoever may not erase, and whoever erases a second time, gets false: no answer tells of a row behind the walls.
create function erase_candidate(the_candidate uuid, reason text, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
    who record;
    cases uuid[];
    asked uuid[];
    sent uuid[];
    marks text;
    is_distinctive boolean;
begin
    perform guard_moment(moment, today);
    -- Whoever proposes or refers locks the case first, and only then touches the candidate.
    perform 1 from case_files where candidate_id = the_candidate order by id for update;
    select c.id, c.team_id, i.given_name, i.name_infix, i.family_name, i.mail into who
        from candidates c left join candidate_identities i on i.candidate_id = c.id
        where c.id = the_candidate for update of c;
    if not found or not coalesce(case reason
        when 'by_candidate' then acting_candidate() = who.id
        when 'by_team' then acting_team() = who.team_id and acting_staff() is not null
        when 'retention' then retention_day(who.id, today) <= today and exists (
            select 1 from retention_warnings w where w.candidate_id = who.id and w.erase_on <= today
                and coalesce(w.told_at, w.failed_at) <= moment)
        when 'again' then exists (select 1 from erased_files e
            where e.file_sha256 = sha256(convert_to(the_candidate::text, 'UTF8')))
        end, false) then
        return false;
    end if;
    -- A case that began while we waited for the candidate.
    perform 1 from case_files where candidate_id = the_candidate order by id for update;
    cases := array(select id from case_files where candidate_id = the_candidate);
    asked := array(select id from proposals where case_id = any (cases));
    sent := array(select id from referrals where case_id = any (cases));
    marks := (select string_agg(mark, '|') from (
        select the_candidate::text as mark
        union all select reference from candidates where id = the_candidate
        union all select id::text from case_files where id = any (cases)
        union all select reference from case_files where id = any (cases)
        union all select id::text from proposals where id = any (asked)
        union all select reference from proposals where id = any (asked)
        union all select id::text from referrals where id = any (sent)
        union all select reference from referrals where id = any (sent)) as m);

    -- Who did it for the candidate stands with that person's account, for whoever administers it: no name, and a kenmerk that
    -- leads nowhere.
    if reason = 'by_team' then
        insert into account_events (id, staff_member_id, actor_id, happened_at, kind, facts)
        select gen_random_uuid(), acting_staff(), acting_staff(), moment, 'file_erased',
            jsonb_build_object('case', f.reference, 'team', who.team_id, 'ground', 'candidate_asked')
        from case_files f where f.id = any (cases);
    end if;

    delete from outbox where case_id = any (cases) or candidate_id = the_candidate or proposal_id = any (asked)
        or facts::text ~ marks;
    -- Those who must know hear it without a name: every team of a region that was asked to take over, and the own team when
    -- it did not do this itself, with the practice that counts on someone.
    insert into outbox (id, kind, team_id, facts, created_at, available_at)
    select gen_random_uuid(), 'referral_erased', t.id, jsonb_build_object('region', r.sending_region_code), moment, moment
    from referrals r join teams t on t.region_code = r.receiving_region_code
    where r.id = any (sent) and r.state = 'open';
    if reason = 'by_candidate' then
        insert into outbox (id, kind, team_id, facts, created_at, available_at)
        select gen_random_uuid(), 'file_erased', f.team_id, jsonb_strip_nulls(jsonb_build_object('state', f.state,
            'practice', (select p.practice_id from proposals p where p.case_id = f.id
                and p.state in ('open', 'interview', 'agreed') order by p.state = 'agreed' desc, p.opened_at, p.id limit 1))),
            moment, moment
        from case_files f where f.id = any (cases) and f.closed_at is null;
    end if;
    update case_files
        set state = 'withdrawn', withdrawal_reason = 'erased', owner = 'nobody', due_on = null, watch_reason = null,
            state_since = moment, closed_at = moment, version = version + 1
        where id = any (cases) and closed_at is null;

    insert into case_statistics (region_code, origin_region_code, kind, route, study_year, opened_month, closed_month, outcome,
        withdrawal_reason, was_started, hops)
    select f.region_code, f.origin_region_code, f.kind, f.route, f.study_year,
        date_trunc('month', f.opened_at at time zone 'Europe/Amsterdam')::date,
        date_trunc('month', f.closed_at at time zone 'Europe/Amsterdam')::date, f.state, f.withdrawal_reason,
        exists (select 1 from case_spans s where s.case_id = f.id and s.state = 'started'),
        (select count(*) from referrals r where r.case_id = f.id)
    from case_files f where f.id = any (cases);
    insert into step_statistics (team_id, region_code, ended_month, measure, code, days)
    select f.team_id, f.region_code, max(date_trunc('month', s.until_at at time zone 'Europe/Amsterdam'))::date, m.measure,
        case m.measure when 'state' then s.state else s.owner end,
        floor(extract(epoch from sum(s.until_at - s.from_at)) / 86400)::integer
    from case_spans s
    join case_files f on f.id = s.case_id
    cross join (values ('state'), ('owner')) as m (measure)
    where f.id = any (cases) and s.until_at is not null
    group by f.id, f.team_id, f.region_code, m.measure, case m.measure when 'state' then s.state else s.owner end;
    insert into answer_statistics (subject, region_code, receiving_region_code, asked_month, outcome, reason)
    select 'proposal', t.region_code, null, date_trunc('month', p.opened_at at time zone 'Europe/Amsterdam')::date, p.state,
        p.decline_reason
    from proposals p join teams t on t.id = p.team_id where p.id = any (asked)
    union all
    select 'referral', r.sending_region_code, r.receiving_region_code,
        date_trunc('month', r.opened_at at time zone 'Europe/Amsterdam')::date, r.state, r.decline_reason
    from referrals r where r.id = any (sent);

    delete from seat_occupations where proposal_id = any (asked) or referral_id = any (sent);
    delete from referral_places where referral_id = any (sent);
    delete from referrals where id = any (sent);
    delete from mail_links where candidate_id = the_candidate or proposal_id = any (asked)
        or lower(mail) = lower(nullif(who.mail, ''));
    delete from placement_parts where proposal_id = any (asked);
    delete from case_stops where case_id = any (cases);
    delete from case_facts where case_id = any (cases);
    delete from case_contacts where case_id = any (cases);
    delete from case_events where case_id = any (cases);
    delete from case_spans where case_id = any (cases);
    -- Cases and proposals point at each other: both go in one statement.
    with gone as (delete from proposals where id = any (asked) returning id)
    delete from case_files where id = any (cases) and (select count(*) from gone) >= 0;
    delete from assessment_scores where assessment_id in (select id from assessments where candidate_id = the_candidate);
    delete from assessment_levels where assessment_id in (select id from assessments where candidate_id = the_candidate);
    delete from assessors where assessment_id in (select id from assessments where candidate_id = the_candidate);
    delete from assessments where candidate_id = the_candidate;
    delete from consents where candidate_id = the_candidate;
    delete from retention_consents where candidate_id = the_candidate;
    delete from retention_warnings where candidate_id = the_candidate;
    delete from candidate_regions where candidate_id = the_candidate;
    delete from person_keys where candidate_id = the_candidate;
    delete from candidate_duplicates where the_candidate in (candidate_id, other_candidate_id);
    delete from candidate_reads where candidate_id = the_candidate;
    delete from sessions where candidate_id = the_candidate;
    delete from kept_forms where candidate_id = the_candidate;
    delete from submissions where candidate_id = the_candidate or result ~ marks;
    delete from candidate_identities where candidate_id = the_candidate;
    delete from candidates where id = the_candidate;
    insert into erased_files (file_sha256, erased_at) values (sha256(convert_to(the_candidate::text, 'UTF8')), moment)
        on conflict (file_sha256) do nothing;

    -- What colleagues typed elsewhere, about nobody by key: a call that names this person, a file that waits for its
    -- confirmation. A nickname, a typing error or "your third-year" is not found; the impact assessment says so.
    is_distinctive := is_distinctive_name(the_candidate, who.team_id, who.family_name);
    update practice_calls set note = '[gewist]' where team_id = who.team_id and (note ~ marks
        or names_person(note, who.given_name, who.name_infix, who.family_name, is_distinctive));
    delete from imports where team_id = who.team_id and kind = 'candidates'
        and file_names_person(content, who.given_name, who.name_infix, who.family_name, is_distinctive);
    -- The matcher forgets by reading everything anew, since a row that names the case would keep its id.
    delete from match_changes where kind = 'case' and subject_id = any (cases);
    perform note_match_change('case', array_fill(null::uuid, array[1001]));
    return true;
end $$;

-- The days before erasing count from when the mail was delivered. Where it was given up, the team has to find another way,
-- and gets more days for it.
create function note_warning_delivery() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    today date := (coalesce(new.sent_at, new.failed_at) at time zone 'Europe/Amsterdam')::date;
begin
    update retention_warnings set told_at = coalesce(told_at, new.sent_at), failed_at = new.failed_at,
        erase_on = greatest(erase_on, (today + retention_period(
            case when new.sent_at is null then 'warning_undelivered' else 'warning' end, today))::date)
        where candidate_id = new.candidate_id;
    return null;
end $$;
create trigger outbox_warning_delivered after update of sent_at, failed_at on outbox
    for each row when (new.kind = 'retention_warning' and coalesce(new.sent_at, new.failed_at) is not null)
    execute function note_warning_delivery();

-- Warns once, some days before a file is erased, and takes a warning back when the day moved on: a new case, a consent.
-- Returns how many were warned.
create function warn_before_erasing(moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
    warning integer := extract(day from retention_period('warning', today));
    warned integer;
begin
    perform guard_moment(moment, today);
    with stopped as (
        delete from retention_warnings w where coalesce(retention_day(w.candidate_id, today), 'infinity') > w.erase_on
        returning candidate_id)
    delete from outbox o using stopped s
        where o.candidate_id = s.candidate_id and o.kind = 'retention_warning' and o.sent_at is null;
    -- After a week that nobody delivers mail at all: as if it had been given up.
    update retention_warnings set failed_at = moment,
        erase_on = greatest(erase_on, (today + retention_period('warning_undelivered', today))::date)
        where told_at is null and failed_at is null and warned_at <= moment - interval '7 days';
    with due as (
        select c.id, c.team_id, greatest(retention_day(c.id, today), today + warning) as erase_on
        from candidates c
        where not exists (select 1 from retention_warnings w where w.candidate_id = c.id)
            and not exists (select 1 from case_files f where f.candidate_id = c.id and f.closed_at is null)
            and retention_day(c.id, today) <= today + warning
        order by c.id
        limit 2000
        for update of c skip locked), noted as (
        insert into retention_warnings (candidate_id, team_id, erase_on, warned_at)
        select id, team_id, erase_on, moment from due
        on conflict (candidate_id) do nothing
        returning candidate_id, team_id, erase_on)
    insert into outbox (id, kind, candidate_id, team_id, case_id, facts, created_at, available_at)
    select gen_random_uuid(), 'retention_warning', n.candidate_id, n.team_id,
        (select f.id from case_files f where f.candidate_id = n.candidate_id and f.team_id = n.team_id
            order by f.closed_at desc, f.id limit 1),
        jsonb_build_object('on', n.erase_on, 'days', warning::text), moment, moment
    from noted n;
    get diagnostics warned = row_count;
    return warned;
end $$;

-- Erases the next file whose day has come. Returns false when there is none.
create function erase_next_due(moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
    due record;
begin
    for due in select w.candidate_id from retention_warnings w
        where w.erase_on <= today and coalesce(w.told_at, w.failed_at) <= moment and retention_day(w.candidate_id, today) <= today
        order by w.erase_on, w.candidate_id
        limit 10
    loop
        -- One file that cannot be erased now must not keep the others.
        begin
            if erase_candidate(due.candidate_id, 'retention', moment) then
                return true;
            end if;
        exception when others then
            raise warning 'a file could not be erased: %', sqlstate;
        end;
    end loop;
    return false;
end $$;

-- After a backup was put back and the list of whom was erased since was read in: erases those again. Returns how many. For the
-- owner of the schema only.
create function erase_again(moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    the_candidate uuid;
    erased integer := 0;
begin
    for the_candidate in select c.id from candidates c
        join erased_files e on e.file_sha256 = sha256(convert_to(c.id::text, 'UTF8')) order by c.id
    loop
        if erase_candidate(the_candidate, 'again', moment) then
            erased := erased + 1;
        end if;
    end loop;
    return erased;
end $$;

-- Removes what has served its purpose beside the files themselves, each kind after its own period. A rule that is missing
-- removes nothing. Returns what was removed.
create function purge_expired(moment timestamptz) returns table (key text, removed bigint)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
begin
    perform guard_moment(moment, today);
    return query
    with a as (delete from mail_links l
            where l.purpose <> 'candidate_registration' and l.expires_at <= moment - retention_period('mail_links', today) returning 1),
        b as (delete from mail_links l
            where l.purpose = 'candidate_registration'
                and l.expires_at <= moment - retention_period('unconfirmed_registrations', today) returning 1),
        c as (delete from sessions s
            where least(s.expires_at, s.ends_at) <= moment - retention_period('sessions', today) returning 1),
        d as (delete from sign_in_failures f where f.failed_at <= moment - retention_period('sign_in_failures', today) returning 1),
        e as (delete from submissions s where s.submitted_at <= moment - retention_period('submissions', today) returning 1),
        f as (delete from account_events v where v.happened_at <= moment - retention_period('account_events', today) returning 1),
        g as (delete from place_offers p where p.handled_at <= moment - retention_period('place_offers', today) returning 1),
        h as (delete from oidc_attempts o where o.expires_at <= moment - retention_period('oidc_attempts', today) returning 1),
        i as (delete from outbox o
            where coalesce(o.sent_at, o.failed_at) <= moment - retention_period('outbox', today)
                or (o.facts ? 'mail' and o.created_at <= moment - interval '2 days') returning 1),
        j as (delete from imports m where m.expires_at <= moment returning 1),
        k as (delete from erased_files l where l.erased_at <= moment - retention_period('erased_files', today) returning 1),
        l as (delete from kept_forms w where w.expires_at <= moment returning 1)
    select v.key, v.removed from (values
        ('mail_links', (select count(*) from a)), ('unconfirmed_registrations', (select count(*) from b)),
        ('sessions', (select count(*) from c)), ('sign_in_failures', (select count(*) from d)),
        ('submissions', (select count(*) from e)), ('account_events', (select count(*) from f)),
        ('place_offers', (select count(*) from g)), ('oidc_attempts', (select count(*) from h)),
        ('outbox', (select count(*) from i)), ('imports', (select count(*) from j)),
        ('erased_files', (select count(*) from k)), ('kept_forms', (select count(*) from l))) as v (key, removed)
    where v.removed > 0;
end $$;

revoke execute on function erase_candidate(uuid, text, timestamptz), warn_before_erasing(timestamptz), erase_next_due(timestamptz),
    purge_expired(timestamptz), erase_again(timestamptz) from public;
grant execute on function erase_candidate(uuid, text, timestamptz), warn_before_erasing(timestamptz), erase_next_due(timestamptz),
    purge_expired(timestamptz) to doorwijzer_app;
