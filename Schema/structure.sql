\restrict doorwijzer
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
-- Name: fuzzystrmatch; Type: EXTENSION; Schema: -; Owner: -
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;
-- Name: EXTENSION fuzzystrmatch; Type: COMMENT; Schema: -; Owner: -
COMMENT ON EXTENSION fuzzystrmatch IS 'determine similarities and distance between strings';
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
-- Name: unaccent; Type: EXTENSION; Schema: -; Owner: -
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
-- Name: EXTENSION unaccent; Type: COMMENT; Schema: -; Owner: -
COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';
-- Name: acting_candidate(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_candidate() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('doorwijzer.candidate_id'::text, true), ''::text))::uuid;
-- Name: acting_member(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_member() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select m.id from network_members m join staff_members s on s.id = m.staff_member_id
    where m.staff_member_id = acting_staff() and m.left_at is null and s.disabled_at is null
$$;
-- Name: acting_organisation(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_organisation() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('doorwijzer.organisation_id'::text, true), ''::text))::uuid;
-- Name: acting_person(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_person() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((COALESCE(current_setting('doorwijzer.team_id'::text, true), ''::text) = ''::text) AND (COALESCE(current_setting('doorwijzer.role'::text, true), ''::text) = ''::text)) THEN (NULLIF(current_setting('doorwijzer.staff_id'::text, true), ''::text))::uuid ELSE NULL::uuid END;
-- Name: acting_proposal(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_proposal() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('doorwijzer.proposal_id'::text, true), ''::text))::uuid;
-- Name: acting_region(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_region() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((COALESCE(current_setting('doorwijzer.staff_id'::text, true), ''::text) = ''::text) OR (COALESCE(current_setting('doorwijzer.team_id'::text, true), ''::text) <> ''::text)) THEN NULLIF(current_setting('doorwijzer.region_code'::text, true), ''::text) ELSE NULL::text END;
-- Name: acting_role(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_role() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('doorwijzer.role'::text, true), ''::text);
-- Name: acting_school(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_school() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('doorwijzer.school_id'::text, true), ''::text))::uuid;
-- Name: acting_staff(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_staff() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('doorwijzer.staff_id'::text, true), ''::text))::uuid;
-- Name: acting_team(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.acting_team() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('doorwijzer.team_id'::text, true), ''::text))::uuid;
-- Name: administers(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.administers(the_organisation uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
        where r.staff_member_id = acting_staff() and m.disabled_at is null
            and (r.role = 'fund_administrator'
                or (r.role = 'organisation_administrator' and r.organisation_id = the_organisation)))
$$;
-- Name: administers_fund(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.administers_fund() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select has_role(array['fund_administrator'])
$$;
-- Name: answer_by_link(bytea, bigint, text, date, text, date, text, date, date, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.answer_by_link(the_token bytea, the_version bigint, the_answer text, interview date, the_reason text, not_before date, the_note text, due date, search_due date, moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
    p proposals := proposal_by_link(the_token, the_version, moment);
    c case_files;
    next_due date;
begin
    perform guard_moment(moment, search_due);
    if the_answer is null or the_answer not in ('interview', 'agreed', 'declined', 'not_now')
        or (interview is not null) <> (the_answer = 'interview') or not coalesce(interview between today and today + 90, true)
        or (not_before is not null) <> (the_answer = 'not_now') or not_before <= today
        or (the_reason is not null) <> (the_answer = 'declined')
        or (due is not null) <> (the_answer in ('interview', 'agreed')) or not coalesce(due between today and today + 120, true)
        or the_note is null or length(the_note) > 500 then
        perform refuse('proposals_answer', 'no answer a practice can give');
    end if;
    select f.* into c from case_files f where f.id = p.case_id;
    update proposals
        set state = the_answer, answered_at = moment, interview_on = coalesce(interview, interview_on), decline_reason = the_reason,
            answer_note = the_note, not_before_on = not_before, due_on = coalesce(due, due_on), call_wanted_at = null,
            practice_yes_at = case when the_answer = 'agreed' then coalesce(practice_yes_at, moment) else practice_yes_at end,
            version = version + 1
        where id = p.id;
    insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
    values (gen_random_uuid(), p.case_id, p.team_id, 1, moment, p.team_id, 'proposal_answered', jsonb_strip_nulls(jsonb_build_object(
        'proposal', p.reference, 'answer', the_answer, 'reason', the_reason, 'from', not_before, 'interview', interview)));
    if the_answer = 'interview' then
        update seat_occupations set held_until = (due + 1)::timestamp at time zone 'Europe/Amsterdam'
            where proposal_id = p.id and state = 'held';
        update case_files set state = 'interview', state_since = moment, owner = 'practice', due_on = due, version = version + 1
            where id = c.id and state = 'proposed';
    elsif the_answer = 'agreed' then
        update case_files
            set state = 'agreed', state_since = moment, due_on = due, version = version + 1,
                owner = case when p.candidate_yes_at is null then 'candidate'
                    when p.school_yes_at is null and c.school_id is not null and c.kind not in ('taster', 'trial') then 'school'
                    else 'team' end
            where id = c.id and state in ('proposed', 'interview');
    else
        next_due := (select min(due_on) from proposals where case_id = c.id and state in ('open', 'interview', 'agreed'));
        if next_due is null then
            update case_files
                set state = 'searching', state_since = moment, owner = 'team', due_on = search_due, version = version + 1
                where id = c.id and state in ('proposed', 'interview');
        elsif next_due is distinct from c.due_on then
            update case_files set owner = 'practice', due_on = next_due, state_since = moment, version = version + 1
                where id = c.id and state in ('proposed', 'interview');
        end if;
    end if;
    insert into outbox (id, kind, case_id, team_id, proposal_id, facts, created_at, available_at)
    values (gen_random_uuid(), 'proposal_answered', p.case_id, p.team_id, p.id, jsonb_build_object('proposal', p.reference), moment,
        moment);
    if the_answer = 'interview' and p.introduction_yes_at is null then
        insert into outbox (id, kind, case_id, team_id, candidate_id, facts, created_at, available_at)
        values (gen_random_uuid(), 'introduction_asked', p.case_id, p.team_id, c.candidate_id,
            jsonb_build_object('proposal', p.reference, 'practice', p.practice_id), moment, moment);
    end if;
    update mail_links set used_at = moment where token_sha256 = the_token and used_at is null;
end $$;
-- Name: application_partner_count(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.application_partner_count(the_application uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select count(*)::integer from application_partners p
    join applications a on a.id = p.application_id join organisations o on o.id = a.organisation_id
    where p.application_id = the_application and p.left_on is null
        and organisation_key(p.name) <> organisation_key(o.name)
$$;
-- Name: ask_call_by_link(bytea, bigint, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.ask_call_by_link(the_token bytea, the_version bigint, the_note text, moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    p proposals := proposal_by_link(the_token, the_version, moment);
begin
    if the_note is null or length(the_note) > 500 then
        perform refuse('proposals_answer', 'no answer a practice can give');
    end if;
    -- Asked already: the team was told, and is not told again within the hour.
    if p.call_wanted_at > moment - interval '1 hour' then
        return;
    end if;
    update proposals set call_wanted_at = moment, version = version + 1 where id = p.id;
    insert into case_contacts (id, case_id, team_id, contacted_at, party, channel, was_reached, note)
        select gen_random_uuid(), p.case_id, p.team_id, moment, 'practice', 'message', true, the_note where the_note <> '';
    insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
    values (gen_random_uuid(), p.case_id, p.team_id, 1, moment, p.team_id, 'call_wanted', jsonb_build_object('proposal', p.reference));
    insert into outbox (id, kind, case_id, team_id, proposal_id, facts, created_at, available_at)
    values (gen_random_uuid(), 'call_wanted', p.case_id, p.team_id, p.id, jsonb_build_object('proposal', p.reference), moment, moment);
end $$;
-- Name: begin_own_file(bytea, text, uuid, text, text, text, bigint, bigint, text, text, text, date, text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.begin_own_file(the_token bytea, the_reference text, the_team uuid, the_background text, the_municipality text, means text, limit_km bigint, telephone bigint, given text, infix text, family text, born date, the_phone text, education text, work text, contact text, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    today date := (moment at time zone 'Europe/Amsterdam')::date;
    proved text;
begin
    perform guard_moment(moment, today);
    if acting_candidate() is null or acting_staff() is not null or acting_team() is not null
        or the_team not in (select teams_covering(the_municipality, today)) then
        perform refuse('own_file_begins', 'a file begins with its own candidate, at a team that covers the municipality');
    end if;
    update mail_links set used_at = moment
        where token_sha256 = the_token and purpose = 'candidate_registration' and used_at is null and expires_at > moment
        returning mail into proved;
    if proved is null then
        return false;
    end if;
    insert into candidates (id, reference, team_id, background, municipality_code, x, y, z, travel_means, travel_limit_km,
        telephone_dutch, is_fictional, created_at, version)
    select acting_candidate(), the_reference, the_team, the_background, m.code, m.x, m.y, m.z, means, limit_km, telephone, false,
        moment, 1
    from municipalities m where m.code = the_municipality;
    insert into candidate_identities (candidate_id, team_id, given_name, name_infix, family_name, born_on, mail, phone,
        prior_education, prior_work, school_contact)
    values (acting_candidate(), the_team, given, infix, family, born, proved, the_phone, education, work, contact);
    return true;
end $$;
-- Name: begins_own_file(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.begins_own_file() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select not exists (select 1 from case_files where candidate_id = acting_candidate())
$$;
-- Name: bottleneck_document(text[]); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.bottleneck_document(codes text[]) RETURNS tsvector
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select coalesce(string_agg(quote_literal('k_' || code) || ':' || n || 'B', ' '), '')::tsvector
    from (select code, row_number() over (order by code) as n from unnest(codes) as code) c
$$;
-- Name: candidates_with_mail(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.candidates_with_mail(the_mail text) RETURNS TABLE(candidate_id uuid, team_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select i.candidate_id, i.team_id from candidate_identities i
    where lower(i.mail) = lower(the_mail) and nobody_acts()
    order by i.candidate_id
    limit 5
$$;
-- Name: check_proposal_holds(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.check_proposal_holds(the_proposal uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform 1 from case_files c join proposals p on p.case_id = c.id
        where p.id = the_proposal and p.state in ('open', 'interview', 'agreed')
        for update of c;
    if not found then
        return;
    end if;
    if exists (select 1 from proposals where id = the_proposal and state in ('open', 'interview', 'agreed')) and (
        not exists (select 1 from placement_parts where proposal_id = the_proposal)
        or exists (
            select 1 from placement_parts p cross join generate_series(1, 7) as d
            where p.proposal_id = the_proposal and p.weekdays & (1 << (d - 1)) <> 0 and not exists (
                select 1 from seat_occupations o
                where o.proposal_id = the_proposal and o.seat_id = p.seat_id and o.weekday = d and o.state <> 'released'
                    and o.period @> daterange(p.starts_on, p.ends_on)))) then
        perform refuse('proposals_hold_their_seats', 'a proposal holds the seats of all its parts');
    end if;
end $$;
-- Name: check_referral_carries(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.check_referral_carries(the_referral uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    r record;
    first_place record;
begin
    select f.id, f.receiving_region_code, c.state as case_state, c.weekdays_least into r
        from referrals f join case_files c on c.id = f.case_id
        where f.id = the_referral and f.state = 'open';
    if not found then
        return;
    end if;
    select p.training_place_id, p.starts_on, p.ends_on into first_place
        from referral_places p
        join training_places t on t.id = p.training_place_id
        where p.referral_id = r.id and p.position = 1 and t.state = 'open' and t.region_code = r.receiving_region_code
        for share of t;
    if not found then
        perform refuse('referrals_carry_a_place', 'a referral carries an open place in the receiving region');
    end if;
    if not exists (select 1 from seat_occupations
        where referral_id = r.id and training_place_id = first_place.training_place_id and state = 'held'
            and period @> daterange(first_place.starts_on, first_place.ends_on)
        group by seat_id having count(distinct weekday) >= r.weekdays_least) then
        perform refuse('referrals_hold_a_seat', 'a referral holds a free seat of its first place');
    end if;
    if r.case_state <> 'referring' then
        perform refuse('referrals_case_is_referring', 'a case with an open referral is being referred');
    end if;
end $$;
-- Name: choose_duplicate(uuid, text, boolean, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.choose_duplicate(the_duplicate uuid, the_choice text, keeps_this boolean, moment timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: close_what_was_asked(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.close_what_was_asked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.state in ('searching', 'withdrawn', 'stopped') and old.state is distinct from new.state then
        update proposals set state = 'withdrawn', version = version + 1
            where case_id = new.id and state in ('open', 'interview', 'agreed');
        update referrals set state = 'withdrawn', answered_at = new.state_since, version = version + 1
            where case_id = new.id and state = 'open';
    end if;
    return null;
end $$;
-- Name: compound_parts_of(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.compound_parts_of(the_word text) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest text;
    found_parts text[];
    candidate text;
    link text;
begin
    if length(the_word) < 3 then
        return null;
    end if;
    for candidate in
        select p.part from compound_parts p join generate_series(3, length(the_word)) as l on p.part = left(the_word, l)
        order by l desc
    loop
        rest := substr(the_word, length(candidate) + 1);
        if rest in ('', 's', 'n', 'en', 'er', 'e', 'ers', 'je', 'jes', 'tje', 'tjes', 'ken') then
            return array[candidate];
        end if;
        foreach link in array array['', 's', 'en', 'e', 'n', 'er'] loop
            if starts_with(rest, link) then
                found_parts := compound_parts_of(substr(rest, length(link) + 1));
                if found_parts is not null then
                    return candidate || found_parts;
                end if;
            end if;
        end loop;
    end loop;
    return null;
end $$;
-- Name: country_counts(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.country_counts(moment timestamp with time zone) RETURNS TABLE(region_code text, measure text, amount integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    with since as (select (date_trunc('month', moment at time zone 'Europe/Amsterdam') - interval '1 year')::date as month),
    measures as (
        select f.region_code, 'state_' || f.state as measure, count(*) as amount
        from case_files f where f.closed_at is null group by f.region_code, f.state
        union all
        select c.region_code, 'state_' || c.outcome, count(*) from closed_cases c, since
        where c.closed_month > since.month group by c.region_code, c.outcome
        union all
        select a.receiving_region_code, 'referred_in', count(*) from given_answers a, since
        where a.subject = 'referral' and a.asked_month > since.month group by 1
        union all
        select a.region_code, 'referred_out', count(*) from given_answers a, since
        where a.subject = 'referral' and a.asked_month > since.month group by 1),
    known as (
        select t.region_code, m.measure
        from (select distinct region_code from teams) t
        cross join (select 'state_' || to_state as measure from case_transitions
            union select 'state_registered' union select 'referred_in' union select 'referred_out') m),
    waits as (
        select f.region_code,
            percentile_disc(array[0.5, 0.9]) within group (order by greatest(0, extract(day from moment - f.opened_at))) as days
        from case_files f where f.state in ('registered', 'searching', 'referring', 'watching')
        group by f.region_code having count(*) >= 5)
    select k.region_code, k.measure, greatest(4, coalesce(m.amount, 0))::integer
    from known k left join measures m on m.region_code = k.region_code and m.measure = k.measure
    where has_role(array['fund', 'fund_administrator'])
    union all
    select w.region_code, v.measure, v.amount::integer
    from waits w cross join lateral (values ('waiting_median', w.days[1]), ('waiting_p90', w.days[2])) as v (measure, amount)
    where has_role(array['fund', 'fund_administrator'])
$$;
-- Name: end_old_address(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.end_old_address() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if acting_candidate() is null then
        update mail_links set used_at = greatest(created_at, now()) where candidate_id = new.candidate_id and used_at is null;
        delete from sessions where candidate_id = new.candidate_id;
    end if;
    return null;
end $$;
-- Name: end_provider_sessions(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.end_provider_sessions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    delete from sessions where provider_id = new.id;
    return null;
end $$;
-- Name: erase_again(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.erase_again(moment timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: erase_candidate(uuid, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.erase_candidate(the_candidate uuid, reason text, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: erase_next_due(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.erase_next_due(moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: fictional_candidates(text[]); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.fictional_candidates(the_references text[]) RETURNS TABLE(candidate_id uuid, reference text, name text, region_code text, state text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select c.id, f.reference, concat_ws(' ', i.given_name, nullif(i.name_infix, ''), i.family_name), f.region_code, f.state
    from case_files f
    join candidates c on c.id = f.candidate_id and c.is_fictional
    join candidate_identities i on i.candidate_id = c.id
    where f.is_fictional and f.reference = any (the_references)
    order by array_position(the_references, f.reference)
    limit 20
$$;
-- Name: file_names_person(bytea, text, text, text, boolean); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.file_names_person(content bytea, given text, infix text, family text, is_distinctive boolean) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: follow_application_partner(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.follow_application_partner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: forget_meeting_reminders(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.forget_meeting_reminders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    update meeting_signups set reminded_at = null where meeting_id = new.id and reminded_at is not null;
    return null;
end $$;
-- Name: forget_unread_words(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.forget_unread_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.unread_since := null;
    return new;
end $$;
-- Name: free_slug(text, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.free_slug(the_kind text, base text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    tried text := base;
    number integer := 1;
    is_taken boolean;
begin
    perform pg_advisory_xact_lock(hashtextextended('slug ' || the_kind, 0));
    loop
        is_taken := case the_kind
            when 'meeting' then exists (select 1 from meetings where slug = tried)
            when 'question' then exists (select 1 from questions where slug = tried)
            when 'good_practice' then exists (select 1 from good_practices where slug = tried)
        end;
        exit when not is_taken;
        number := number + 1;
        tried := base || '-' || number;
    end loop;
    return tried;
end $$;
-- Name: guard_application(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_application() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: guard_application_part(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_application_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: guard_application_question(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_application_question() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if acting_staff() is not null and num_nonnulls(old.answered_at, old.withdrawn_at) > 0 then
        perform refuse('application_questions_closed', 'this question is closed');
    end if;
    return new;
end $$;
-- Name: guard_asked_good_practice(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_asked_good_practice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := new;
begin
    rest.confirmation_asked_on := old.confirmation_asked_on;
    if rest is distinct from old then
        perform refuse('good_practices_kept_by_author', 'the worker only notes that it asked');
    end if;
    return new;
end $$;
-- Name: guard_case_state(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_case_state() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT' then
        if (new.origin_team_id, new.origin_region_code) is distinct from (new.team_id, new.region_code)
            or not exists (select 1 from teams where id = new.team_id and region_code = new.region_code) then
            perform refuse('case_files_begin_at_home', 'a case begins with its own team, in the region of that team');
        end if;
        new.previous_state := null;
        return new;
    end if;
    new.previous_state := case when new.state is distinct from old.state then old.state else old.previous_state end;
    if new.state in ('placed', 'started') and (new.state, new.placed_proposal_id, new.route, new.kind)
        is distinct from (old.state, old.placed_proposal_id, old.route, old.kind) then
        perform guard_placement(new.id, new.placed_proposal_id, new.route, new.kind);
    end if;
    if new.state = 'completed' and (new.placed_proposal_id, new.route, new.kind)
        is distinct from (old.placed_proposal_id, old.route, old.kind) then
        perform refuse('case_files_completed_as_placed', 'a case is completed with the placement it had');
    end if;
    if new.withdrawal_reason = 'unreachable' and old.withdrawal_reason is distinct from 'unreachable' then
        if (select count(*) < 3 or max(contacted_at) - min(contacted_at) < interval '21 days'
            from case_contacts
            where case_id = new.id and party = 'candidate' and not was_reached
                and contacted_at > coalesce((select max(r.contacted_at) from case_contacts r
                    where r.case_id = new.id and r.party = 'candidate' and r.was_reached), '-infinity')) then
            perform refuse('case_files_unreachable', 'three tries over 21 days are needed');
        end if;
    end if;
    return new;
end $$;
-- Name: guard_consent(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_consent() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        perform refuse('consents_withdrawn', 'a consent that was taken back is given anew');
    end if;
    return new;
end $$;
-- Name: guard_consent_end(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_consent_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if exists (select 1 from referrals where consent_id = new.id and state = 'open') then
        perform refuse('consents_open_referral', 'an open referral rests on this consent');
    end if;
    return null;
end $$;
-- Name: guard_copy(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_copy() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    subject record;
    me record;
begin
    select coalesce(g.name, p.name) as name, coalesce(g.organisation_name, p.organisation_name) as organisation_name,
        g.author_id, g.contact_id into subject
    from (select new.good_practice_id as practice, new.project_id as project) s
    left join good_practices g on g.id = s.practice left join projects p on p.id = s.project;
    new.subject_name := coalesce(nullif(new.subject_name, ''), subject.name);
    if acting_staff() is null then
        return new;
    end if;
    select m.id, m.organisation_name, m.is_fictional into me from network_members m where m.id = acting_member();
    if me.id in (subject.author_id, subject.contact_id)
        or organisation_key(me.organisation_name) = organisation_key(subject.organisation_name) then
        perform refuse('copies_of_others', 'what is the own is not copied');
    end if;
    new.subject_name := subject.name;
    new.organisation_name := me.organisation_name;
    new.is_fictional := me.is_fictional;
    new.outcome := '';
    new.outcome_kind := null;
    new.outcome_on := null;
    return new;
end $$;
-- Name: guard_good_practice(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_good_practice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if only_forgets_people(old, new) then
        return new;
    end if;
    if new.author_id is distinct from old.author_id then
        perform refuse('good_practices_begin_with_author', 'the author does not change');
    end if;
    if (new.state is distinct from old.state and new.state in ('published', 'returned'))
        or (new.state = 'published' and old.unread_since is not null and new.unread_since is null) then
        perform guard_second_reading(old, new);
    elsif keeps_good_practice(old) then
        perform guard_keeping(old, new);
    elsif takes_over_good_practice(old) then
        perform guard_written_words(old, new);
    elsif reads_good_practice(old) and old.state = 'published' then
        perform guard_reading_remark(old, new);
    else
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
    return new;
end $$;
-- Name: guard_held_good_practice(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_held_good_practice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := new;
begin
    rest.held_at := old.held_at;
    rest.held_reason := old.held_reason;
    if not works_for_fund() or rest is distinct from old then
        perform refuse('good_practices_held_by_fund', 'the fund holds back and releases, and changes nothing else by it');
    end if;
    return new;
end $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
-- Name: good_practices; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.good_practices (
    id uuid NOT NULL,
    slug text NOT NULL,
    author_id uuid,
    contact_id uuid,
    organisation_name text NOT NULL,
    name text NOT NULL,
    problem text NOT NULL,
    approach text NOT NULL,
    took text NOT NULL,
    result text NOT NULL,
    did_not_work text NOT NULL,
    state text NOT NULL,
    project_id uuid,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    validated_by_id uuid,
    validated_at timestamp with time zone,
    remark text,
    changed_by_id uuid,
    unread_since timestamp with time zone,
    confirmed_on date,
    confirmation_asked_on date,
    source text NOT NULL,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    held_at timestamp with time zone,
    held_reason text,
    CONSTRAINT good_practices_complete CHECK (((state <> 'published'::text) OR ((problem <> ''::text) AND (approach <> ''::text) AND (result <> ''::text)))),
    CONSTRAINT good_practices_held CHECK ((num_nonnulls(held_at, held_reason) = ANY (ARRAY[0, 2]))),
    CONSTRAINT good_practices_held_reason_check CHECK ((held_reason <> ''::text)),
    CONSTRAINT good_practices_name_check CHECK ((name <> ''::text)),
    CONSTRAINT good_practices_organisation_name_check CHECK ((organisation_name <> ''::text)),
    CONSTRAINT good_practices_read_by_other CHECK (((validated_by_id IS NULL) OR (validated_by_id <> author_id))),
    CONSTRAINT good_practices_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT good_practices_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'published'::text, 'retired'::text]))),
    CONSTRAINT good_practices_unread_is_published CHECK (((unread_since IS NULL) OR (state = 'published'::text))),
    CONSTRAINT good_practices_version_check CHECK ((version > 0))
);
-- Name: TABLE good_practices; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.good_practices IS 'What works, what it took and what did not; published when a second member found it good.';
-- Name: COLUMN good_practices.remark; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.good_practices.remark IS 'What the second reader says of the words as they are; gone when they change.';
-- Name: COLUMN good_practices.changed_by_id; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.good_practices.changed_by_id IS 'Who wrote the words last; another member reads them.';
-- Name: COLUMN good_practices.unread_since; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.good_practices.unread_since IS 'Since when a published practice has words that no second member has read.';
-- Name: guard_keeping(public.good_practices, public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_keeping(was public.good_practices, becomes public.good_practices) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := becomes;
begin
    if becomes.state is distinct from was.state
        and (was.state = 'retired' or (was.state = 'published' and becomes.state <> 'retired')) then
        perform refuse('good_practices_kept_by_author', 'what is public stays so until it is retired');
    end if;
    rest.state := was.state;
    rest.confirmed_on := was.confirmed_on;
    rest.confirmation_asked_on := was.confirmation_asked_on;
    perform guard_written_words(was, rest);
end $$;
-- Name: guard_last_administrator(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_last_administrator() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform pg_advisory_xact_lock(hashtextextended('staff_roles', 0));
    if old.role = 'fund_administrator' and not exists (select 1 from staff_roles where role = 'fund_administrator') then
        perform refuse('staff_roles_last_administrator', 'someone must be left who administers');
    end if;
    return null;
end $$;
-- Name: guard_meeting_signup(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_meeting_signup() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: guard_moment(timestamp with time zone, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_moment(moment timestamp with time zone, due date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if moment > latest_moment() then
        perform refuse('moment_to_come', 'this moment is yet to come');
    end if;
    if due < (moment at time zone 'Europe/Amsterdam')::date or due > (moment at time zone 'Europe/Amsterdam')::date + 62 then
        perform refuse('due_out_of_reach', 'a due date lies within two months');
    end if;
end $$;
-- Name: guard_new_good_practice(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_new_good_practice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.state not in ('draft', 'submitted') or new.author_id is distinct from acting_member() then
        perform refuse('good_practices_begin_with_author', 'a practice begins with its author');
    end if;
    if new.contact_id is not null and not is_colleague(new.contact_id) then
        perform refuse('good_practices_contact_is_colleague', 'only a colleague is the contact');
    end if;
    select m.organisation_name, m.is_fictional into new.organisation_name, new.is_fictional
    from network_members m where m.id = new.author_id;
    new.changed_by_id := new.author_id;
    new.validated_by_id := null;
    new.validated_at := null;
    new.remark := null;
    return new;
end $$;
-- Name: guard_occupation(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_occupation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' then
        if (new.id, new.seat_id, new.training_place_id, new.weekday, new.period, new.proposal_id, new.referral_id)
            is distinct from (old.id, old.seat_id, old.training_place_id, old.weekday, old.period, old.proposal_id, old.referral_id) then
            perform refuse('seat_occupations_fixed', 'only the state of an occupation changes');
        end if;
        if old.state = 'released' and new.state <> 'released' then
            perform refuse('seat_occupations_released', 'what is released stays released');
        end if;
        if old.state = 'taken' and new.state = 'held' then
            perform refuse('seat_occupations_taken', 'what is taken is not held again');
        end if;
        if new.state = 'taken' and old.state <> 'taken'
            and not exists (select 1 from proposals where id = new.proposal_id and state = 'agreed') then
            perform refuse('seat_occupations_agreed', 'a seat is taken by an agreed proposal only');
        end if;
        return new;
    end if;
    if new.proposal_id is not null then
        perform 1 from proposals p join placement_parts s on s.proposal_id = p.id and s.seat_id = new.seat_id
            where p.id = new.proposal_id and p.state in ('open', 'interview', 'agreed')
                and (new.state <> 'taken' or p.state = 'agreed')
                and s.weekdays & (1 << (new.weekday - 1)) <> 0 and daterange(s.starts_on, s.ends_on) @> new.period
            for share of p;
    else
        perform 1 from referrals r join referral_places p on p.referral_id = r.id
            where r.id = new.referral_id and r.state = 'open' and p.training_place_id = new.training_place_id
                and new.state <> 'taken' and daterange(p.starts_on, p.ends_on) @> new.period
            for share of r;
    end if;
    if not found then
        perform refuse('seat_occupations_has_reason', 'a seat is held for a proposal or referral only');
    end if;
    return new;
end $$;
-- Name: guard_own_file(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_own_file() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if acting_candidate() is null or not row_security_active(tg_relid) then
        return new;
    end if;
    if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
        perform refuse('own_file_columns', 'this is not the candidate''s to change');
    end if;
    return new;
end $$;
-- Name: guard_own_parent(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_own_parent() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if row_security_active(tg_relid) then
        perform 1 from referrals where id = (to_jsonb(new) ->> 'referral_id')::uuid and team_id = acting_team();
        if not found then
            perform 1 from proposals where id = (to_jsonb(new) ->> 'proposal_id')::uuid and team_id = acting_team();
        end if;
        if not found then
            perform refuse('acting_team', 'only for the own team');
        end if;
    end if;
    return new;
end $$;
-- Name: guard_own_region(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_own_region() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    region text;
begin
    if tg_table_name = 'practice_recognitions' then
        region := (select region_code from practices where id = old.practice_id);
    else
        region := old.region_code;
    end if;
    if current_user = 'doorwijzer_app' and region is distinct from acting_region() then
        perform refuse('acting_region', 'only for the own region');
    end if;
    return new;
end $$;
-- Name: guard_own_step(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_own_step() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if acting_candidate() is null or not row_security_active(tg_relid) or new.state = old.state then
        return new;
    end if;
    if not (case tg_table_name
        when 'proposals' then new.state = 'withdrawn'
        else (new.state = 'searching' and old.state in ('proposed', 'interview', 'agreed', 'referring'))
            or (new.state = 'withdrawn' and to_jsonb(new) ->> 'withdrawal_reason' = 'by_candidate') end) then
        perform refuse('own_file_steps', 'this step is not the candidate''s to take');
    end if;
    return new;
end $$;
-- Name: guard_own_team(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_own_team() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if row_security_active(tg_relid) and new.team_id is distinct from acting_team() then
        if tg_table_name = 'case_events' and acting_candidate() is not null then
            perform 1 from case_files
                where id = new.case_id and team_id = new.team_id and candidate_id = acting_candidate();
            if found then
                return new;
            end if;
        end if;
        perform refuse('acting_team', 'only for the own team');
    end if;
    return new;
end $$;
-- Name: guard_part(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform 1 from case_files c join proposals p on p.case_id = c.id
        where p.id = new.proposal_id and p.team_id = new.team_id for update of c;
    if not exists (select 1 from proposals where id = new.proposal_id and team_id = new.team_id and state = 'open') then
        perform refuse('placement_parts_open', 'the proposal is not open');
    end if;
    perform 1 from training_places t join proposals p on p.id = new.proposal_id
        where t.id = new.training_place_id and (t.state = 'open' or p.is_own_place)
        for share of t;
    if not found then
        perform refuse('proposals_place_open', 'the place is not open');
    end if;
    return new;
end $$;
-- Name: guard_place_closing(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_place_closing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if exists (select 1 from referral_places p join referrals r on r.id = p.referral_id
            where p.training_place_id = new.id and p.position = 1 and r.state = 'open')
        and exists (select 1 from training_places where id = new.id and state <> 'open') then
        perform refuse('training_places_referred', 'an open referral carries this place');
    end if;
    return null;
end $$;
-- Name: guard_place_offer(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_place_offer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform pg_advisory_xact_lock(hashtextextended('place_offers', 0));
    if (select count(*) from place_offers
        where region_code = new.region_code and offered_at > new.offered_at - interval '1 hour') >= 20 then
        perform refuse('place_offers_per_region', 'too many offers in this region');
    end if;
    if (select count(*) from place_offers
        where lower(mail) = lower(new.mail) and offered_at > new.offered_at - interval '1 day') >= 5 then
        perform refuse('place_offers_per_mail', 'too many offers from this mail address');
    end if;
    return new;
end $$;
-- Name: guard_placement(uuid, uuid, text, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_placement(the_case uuid, the_proposal uuid, the_route text, the_kind text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    part record;
begin
    perform 1 from proposals where id = the_proposal and case_id = the_case and state = 'agreed' for update;
    if not found then
        perform refuse('case_files_placed_has_agreed_proposal', 'the proposal is not agreed');
    end if;
    for part in
        select p.id, p.starts_on, p.weekdays, p.ends_on, p.seat_id, t.id as place_id, t.practice_id, t.crebo, t.kind
        from placement_parts p
        join training_places t on t.id = p.training_place_id
        where p.proposal_id = the_proposal
        order by t.id
        for share of t
    loop
        if the_route in ('bol', 'bbl') and part.kind in ('placement', 'learning_job') then
            perform 1 from practice_recognitions
                where practice_id = part.practice_id and crebo = part.crebo and state = 'recognised'
                    and (valid_until is null or valid_until >= part.starts_on)
                for share;
            if not found then
                perform refuse('case_files_placed_needs_recognition', 'no recognition valid on the start date');
            end if;
        end if;
        if exists (
            select 1 from generate_series(1, 7) as d
            where part.weekdays & (1 << (d - 1)) <> 0 and not exists (
                select 1 from seat_occupations o
                where o.proposal_id = the_proposal and o.seat_id = part.seat_id and o.weekday = d
                    and o.state = 'taken' and o.period @> daterange(part.starts_on, part.ends_on))) then
            perform refuse('case_files_placed_has_seat', 'the seat is not taken for this placement');
        end if;
    end loop;
    if not found then
        perform refuse('case_files_placed_has_parts', 'the placement has no parts');
    end if;
end $$;
-- Name: guard_project(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: guard_proposal(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if tg_op = 'INSERT' then
        perform 1 from case_files
            where id = new.case_id and team_id = new.team_id and state in ('searching', 'proposed', 'interview')
            for update;
        if not found then
            perform refuse('proposals_case_asks', 'the case does not look for a place now');
        end if;
        if (select count(*) from proposals where case_id = new.case_id and state in ('open', 'interview', 'agreed')) >= 3 then
            perform refuse('proposals_at_most_three', 'a case has at most three open proposals');
        end if;
        if new.state <> 'open' then
            perform refuse('proposals_begin_open', 'a proposal begins open');
        end if;
        perform 1 from training_places
            where id = new.training_place_id and practice_id = new.practice_id
                and (state = 'open' or new.is_own_place)
            for share;
        if not found then
            perform refuse('proposals_place_open', 'the place is not open');
        end if;
        return new;
    end if;
    if new.state is distinct from old.state and not (
        (old.state = 'open' and new.state in ('interview', 'agreed', 'declined', 'not_now', 'lapsed', 'withdrawn'))
        or (old.state = 'interview' and new.state in ('agreed', 'declined', 'not_now', 'lapsed', 'withdrawn'))
        or (old.state = 'agreed' and new.state in ('declined', 'withdrawn'))) then
        perform refuse('proposals_transition', 'an answered proposal stays answered');
    end if;
    if old.state = 'agreed' and new.state <> 'agreed'
        and exists (select 1 from case_files where id = new.case_id and placed_proposal_id = new.id and state in ('placed', 'started')) then
        perform refuse('proposals_placed', 'the candidate is placed on this proposal');
    end if;
    return new;
end $$;
-- Name: guard_proposal_holds(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_proposal_holds() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if tg_table_name = 'proposals' then
        perform check_proposal_holds(new.id);
    else
        perform check_proposal_holds(new.proposal_id);
    end if;
    return null;
end $$;
-- Name: guard_reading_remark(public.good_practices, public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_reading_remark(was public.good_practices, becomes public.good_practices) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := becomes;
begin
    rest.remark := was.remark;
    rest.updated_at := was.updated_at;
    rest.version := was.version;
    if rest is distinct from was then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
end $$;
-- Name: guard_recognition(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_recognition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if exists (
        select 1 from training_places t
        join placement_parts s on s.training_place_id = t.id
        join case_files c on c.placed_proposal_id = s.proposal_id
        where t.practice_id = old.practice_id and t.crebo = old.crebo and t.kind in ('placement', 'learning_job')
            and c.state = 'placed' and c.route in ('bol', 'bbl')
            and (new.state <> 'recognised' or new.valid_until < s.starts_on)) then
        perform refuse('practice_recognitions_placed', 'someone is placed on this recognition');
    end if;
    return new;
end $$;
-- Name: guard_referral(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_referral() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    the_case record;
    last_visit timestamptz;
begin
    if tg_op = 'UPDATE' then
        if old.state <> 'open' and new.state is distinct from old.state then
            perform refuse('referrals_transition', 'an answered referral stays answered');
        end if;
        if old.state = 'open' and new.state = 'lapsed' and (new.answered_at > latest_moment()
            or new.due_on >= (new.answered_at at time zone 'Europe/Amsterdam')::date) then
            perform refuse('referrals_lapse_after_due', 'a referral lapses after its due date');
        end if;
        return new;
    end if;
    select id, team_id, region_code, candidate_id, origin_region_code, opened_at into the_case
        from case_files where id = new.case_id for update;
    if the_case.team_id is distinct from new.sending_team_id or the_case.region_code is distinct from new.sending_region_code
        or the_case.candidate_id is distinct from new.candidate_id then
        perform refuse('referrals_sender_has_case', 'only the team that has the case refers it');
    end if;
    if new.state <> 'open' then
        perform refuse('referrals_begin_open', 'a referral begins open');
    end if;
    if exists (select 1 from regions where code = new.receiving_region_code and level <> 'azw') then
        perform refuse('referrals_root_region', 'a referral goes to a labour-market region');
    end if;
    new.hop := (select count(*) + 1 from referrals where case_id = new.case_id);
    if new.hop > 4 then
        perform refuse('referrals_at_most_four_hops', 'the chain is exhausted');
    end if;
    select max(at) into last_visit from (
        select opened_at as at from referrals where case_id = new.case_id and receiving_region_code = new.receiving_region_code
        union all
        select the_case.opened_at where the_case.origin_region_code = new.receiving_region_code) as visits;
    if last_visit is not null and not exists (
        select 1 from case_facts f left join training_places t on t.id = f.training_place_id
        where f.id = new.new_fact_id and f.case_id = new.case_id and f.recorded_at > last_visit
            and f.recorded_at <= latest_moment()
            and (f.kind <> 'new_place' or t.region_code = new.receiving_region_code)) then
        perform refuse('referrals_new_fact', 'a region is visited again only for a recorded new fact');
    end if;
    perform 1 from consents c
        where c.id = new.consent_id and c.candidate_id = new.candidate_id and c.withdrawn_at is null
            and (c.region_code = new.receiving_region_code
                or (c.region_code is null and exists (select 1 from region_neighbours n
                    where n.region_code = new.sending_region_code and n.neighbour_code = new.receiving_region_code)))
        for share;
    if not found then
        perform refuse('referrals_consent', 'the candidate did not agree that this region may look');
    end if;
    return new;
end $$;
-- Name: guard_referral_answer(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_referral_answer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if old.state = 'open' and new.state in ('accepted', 'declined') and acting_team() is not null
        and (new.receiving_region_code is distinct from acting_region()
            or (new.state = 'accepted' and new.receiving_team_id is distinct from acting_team())) then
        perform refuse('referrals_answered_by_receiver', 'the receiving region answers');
    end if;
    if old.state = 'open' and new.state = 'accepted' then
        perform 1 from consents where id = new.consent_id and withdrawn_at is null for share;
        if not found then
            perform refuse('referrals_consent', 'the candidate took the consent back');
        end if;
    end if;
    return new;
end $$;
-- Name: guard_referral_place(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_referral_place() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if not exists (select 1 from referrals r join training_places t on t.id = new.training_place_id
        where r.id = new.referral_id and r.state = 'open' and t.region_code = r.receiving_region_code) then
        perform refuse('referral_places_region', 'the place is not in the receiving region');
    end if;
    return new;
end $$;
-- Name: guard_referral_places(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_referral_places() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform check_referral_carries(new.id);
    return null;
end $$;
-- Name: guard_referring(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_referring() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    -- A field that only one of the two tables has would fail for the other.
    the_case uuid := to_jsonb(new) ->> case when tg_table_name = 'case_files' then 'id' else 'case_id' end;
begin
    if exists (select 1 from case_files where id = the_case and state = 'referring')
        and not exists (select 1 from referrals where case_id = the_case and state = 'open') then
        perform refuse('case_files_referring_has_referral', 'a case that is being referred has an open referral');
    end if;
    return null;
end $$;
-- Name: guard_release(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.proposal_id is not null then
        perform check_proposal_holds(new.proposal_id);
    else
        perform check_referral_carries(new.referral_id);
    end if;
    return null;
end $$;
-- Name: guard_scheme_year(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_scheme_year() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.ceiling_cents < scheme_committed(new.year) then
        perform refuse('scheme_years_over_ceiling', 'more was granted already');
    end if;
    return new;
end $$;
-- Name: guard_second_reading(public.good_practices, public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_second_reading(was public.good_practices, becomes public.good_practices) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := becomes;
begin
    if not reads_good_practice(was) or becomes.validated_by_id is distinct from acting_member()
        or (becomes.state = 'returned' and was.state <> 'submitted') then
        perform refuse('good_practices_second_member', 'a second member validates');
    end if;
    rest.state := was.state;
    rest.remark := was.remark;
    rest.validated_by_id := was.validated_by_id;
    rest.validated_at := was.validated_at;
    rest.unread_since := was.unread_since;
    rest.updated_at := was.updated_at;
    rest.version := was.version;
    if was.state = 'submitted' and becomes.state = 'published' then
        rest.confirmed_on := was.confirmed_on;
    end if;
    if rest is distinct from was then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
end $$;
-- Name: guard_session_provider(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_session_provider() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform 1 from oidc_providers where id = new.provider_id and is_enabled for share;
    if not found then
        perform refuse('sessions_provider_open', 'the provider was closed');
    end if;
    return new;
end $$;
-- Name: guard_staff_member(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_staff_member() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if row_security_active(tg_relid) and (new.organisation_id, new.mail, new.disabled_at, new.is_fictional)
        is distinct from (old.organisation_id, old.mail, old.disabled_at, old.is_fictional)
        and not administers(case when exists (select 1 from staff_roles
            where staff_member_id = old.id and role in ('fund', 'fund_administrator')) then null else old.organisation_id end) then
        perform refuse('staff_members_administered', 'only an administrator changes this');
    end if;
    return new;
end $$;
-- Name: guard_written_words(public.good_practices, public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.guard_written_words(was public.good_practices, becomes public.good_practices) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := becomes;
begin
    rest.name := was.name;
    rest.problem := was.problem;
    rest.approach := was.approach;
    rest.took := was.took;
    rest.result := was.result;
    rest.did_not_work := was.did_not_work;
    rest.contact_id := was.contact_id;
    rest.updated_at := was.updated_at;
    rest.version := was.version;
    rest.unread_since := was.unread_since;
    if becomes.changed_by_id is not distinct from acting_member() then
        rest.changed_by_id := was.changed_by_id;
    end if;
    if becomes.remark is null then
        rest.remark := was.remark;
    end if;
    if rest is distinct from was then
        perform refuse('good_practices_kept_by_author', 'author and contact keep the text');
    end if;
    if becomes.contact_id is not null and becomes.contact_id is distinct from was.contact_id
        and not is_colleague(becomes.contact_id) then
        perform refuse('good_practices_contact_is_colleague', 'only a colleague is the contact');
    end if;
end $$;
-- Name: hand_over(uuid, uuid, timestamp with time zone, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.hand_over(the_referral uuid, coordinator uuid, moment timestamp with time zone, due date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    r record;
begin
    select id, case_id, candidate_id, receiving_region_code, receiving_team_id, state, hop into r
        from referrals where id = the_referral;
    if r.id is null or r.state <> 'accepted' or r.receiving_team_id is distinct from acting_team()
        or r.receiving_region_code is distinct from acting_region() then
        perform refuse('referrals_hand_over', 'only the team that accepted takes the case over');
    end if;
    perform 1 from case_files where id = r.case_id and state = 'referring' for update;
    if not found or exists (select 1 from referrals where case_id = r.case_id and hop > r.hop) then
        perform refuse('referrals_hand_over', 'the case is not being referred by this referral');
    end if;
    perform guard_moment(moment, due);
    if coordinator is not null
        and not exists (select 1 from staff_roles
            where staff_member_id = coordinator and team_id = r.receiving_team_id and role = 'coordinator') then
        perform refuse('referrals_hand_over', 'someone of the own team handles the case');
    end if;
    update candidates set team_id = r.receiving_team_id, version = version + 1 where id = r.candidate_id;
    update case_files
        set region_code = r.receiving_region_code, state = 'searching', owner = 'team', state_since = moment, due_on = due,
            coordinator_id = coordinator, stand_in_id = null, version = version + 1
        where id = r.case_id;
    if not found then
        perform refuse('referrals_hand_over', 'the case is gone');
    end if;
end $$;
-- Name: has_role(text[], uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.has_role(wanted text[], the_school uuid DEFAULT NULL::uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
        where r.staff_member_id = acting_staff() and r.role = any (wanted) and r.role = acting_role()
            and m.disabled_at is null and r.school_id is not distinct from the_school)
$$;
-- Name: hold_back(text, uuid, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.hold_back(the_kind text, the_id uuid, the_reason text, the_moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    since constant timestamptz := case when the_reason is not null then the_moment end;
begin
    if not works_for_fund() then
        perform refuse('held_back_by_fund', 'the fund holds back and releases');
    end if;
    case the_kind
    when 'question' then
        update questions set held_at = since, held_reason = the_reason
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'answer' then
        update answers set held_at = since, held_reason = the_reason,
            helped_at = case when the_reason is null then helped_at end
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'copy' then
        update copies set held_at = since, held_reason = the_reason
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'good_practice' then
        update good_practices set held_at = since, held_reason = the_reason
        where id = the_id and state = 'published' and (held_at is null) = (the_reason is not null);
    end case;
    return found;
end $$;
-- Name: index_pending(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.index_pending() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    made record;
begin
    -- One at a time: two who learn the same words in another order would wait for each other in a ring.
    perform pg_advisory_xact_lock(hashtextextended('search_words', 0));
    delete from search_pending where kind = new.kind and subject_id = new.subject_id;
    select d.made, d.dated into made from search_document(new.kind, new.subject_id) d;
    if made.made is null then
        delete from search_documents where kind = new.kind and subject_id = new.subject_id;
    else
        insert into search_documents (kind, subject_id, document, dated_at)
        values (new.kind, new.subject_id, made.made, made.dated)
        on conflict (kind, subject_id) do update set document = excluded.document, dated_at = excluded.dated_at;
    end if;
    return null;
end $$;
-- Name: is_colleague(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.is_colleague(the_member uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select exists (select 1 from network_members m join network_members o on o.organisation_name = m.organisation_name
        where m.id = acting_member() and o.id = the_member and o.left_at is null)
$$;
-- Name: is_distinctive_name(uuid, uuid, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.is_distinctive_name(the_candidate uuid, the_team uuid, family text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select length(trim(plain_words(family))) >= 5
        and not exists (select 1 from candidate_identities i
            where i.team_id = the_team and i.candidate_id <> the_candidate and plain_words(i.family_name) = plain_words(family))
        and not exists (select 1 from staff_members m where position(plain_words(family) in plain_words(m.name)) > 0)
        and not exists (select 1 from practices p where position(plain_words(family) in plain_words(p.name || ' ' || p.town)) > 0)
        and not exists (select 1 from practice_contacts c where position(plain_words(family) in plain_words(c.name)) > 0)
        and not exists (select 1 from supervisors s where position(plain_words(family) in plain_words(s.name)) > 0)
$$;
-- Name: is_small_word(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.is_small_word(the_word text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (the_word = ANY (ARRAY['de'::text, 'het'::text, 'een'::text, 'en'::text, 'of'::text, 'in'::text, 'op'::text, 'te'::text, 'van'::text, 'voor'::text, 'met'::text, 'bij'::text, 'naar'::text, 'om'::text, 'aan'::text, 'die'::text, 'dat'::text, 'is'::text, 'er'::text, 'hoe'::text, 'wat'::text, 'wie'::text, 'ik'::text, 'we'::text, 'wij'::text, 'je'::text, 'jullie'::text, 'door'::text, 'uit'::text, 'zijn'::text, 'als'::text, 'ook'::text, 'dan'::text, 'tot'::text, 'per'::text, 'onze'::text, 'ons'::text, 'mijn'::text, 'deze'::text, 'dit'::text, 'ze'::text, 'hun'::text, 'wel'::text, 'nog'::text, 'al'::text, 'kan'::text, 'kunnen'::text, 'wordt'::text, 'worden'::text, 'heeft'::text, 'hebben'::text, 'was'::text, 'waren'::text, 'maar'::text, 'waar'::text, 'tegen'::text, 'over'::text, 'onder'::text, 'tijdens'::text, 'na'::text]));
-- Name: join_by_grant(uuid, uuid, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.join_by_grant(the_member uuid, the_application uuid, the_moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: keeps_good_practice(public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.keeps_good_practice(g public.good_practices) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select coalesce(acting_member() in (g.author_id, g.contact_id), false)
$$;
-- Name: known_halves(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.known_halves(typed text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select array_remove(array[head.word, tail.word], null)
    from search_words head
    left join lateral (select t.word from search_words t
        where t.word = any (array[substr(typed, length(head.word) + 1), ltrim(substr(typed, length(head.word) + 1), 's'),
            regexp_replace(substr(typed, length(head.word) + 1), '^(en|er|e|n)', '')]) and length(t.word) >= 3
        order by length(t.word) desc limit 1) tail on true
    where head.word = any (array(select left(typed, n) from generate_series(4, length(typed) - 3) n))
    order by tail.word is null, length(head.word) desc limit 1
$$;
-- Name: lapse_overdue(uuid, timestamp with time zone, date, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.lapse_overdue(the_place uuid, moment timestamp with time zone, today date, due date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    p record;
    r record;
    lapsed integer := 0;
begin
    perform guard_moment(moment, due);
    if today > (moment at time zone 'Europe/Amsterdam')::date then
        perform refuse('moment_to_come', 'this day is yet to come');
    end if;
    for p in
        select q.id, q.reference, q.case_id, q.team_id from proposals q
        where case when the_place is null
            then q.team_id = acting_team() and q.state = 'open' and q.due_on < today
            else q.state in ('open', 'interview') and exists (select 1 from seat_occupations o
                where o.proposal_id = q.id and o.training_place_id = the_place and o.state = 'held' and o.held_until <= moment)
            end
        order by q.case_id, q.id
    loop
        perform 1 from case_files where id = p.case_id for update;
        update proposals set state = 'lapsed', answered_at = moment, version = version + 1
            where id = p.id and state in ('open', 'interview') and due_on < today;
        continue when not found;
        lapsed := lapsed + 1;
        insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
        values (gen_random_uuid(), p.case_id, p.team_id, 1, moment, null, 'proposal_lapsed',
            jsonb_build_object('proposal', p.reference));
        update case_files set state = 'searching', owner = 'team', state_since = moment, due_on = due, version = version + 1
            where id = p.case_id and state in ('proposed', 'interview') and not exists (
                select 1 from proposals where case_id = p.case_id and state in ('open', 'interview', 'agreed'));
    end loop;
    for r in
        select f.id, f.reference, f.case_id, f.team_id, f.receiving_region_code from referrals f
        where f.state = 'open' and f.due_on < today
            and case when the_place is null then f.team_id = acting_team()
                else exists (select 1 from seat_occupations o
                    where o.referral_id = f.id and o.training_place_id = the_place and o.state = 'held') end
        order by f.case_id
    loop
        perform 1 from case_files where id = r.case_id for update;
        update referrals set state = 'lapsed', answered_at = moment, version = version + 1
            where id = r.id and state = 'open';
        continue when not found;
        lapsed := lapsed + 1;
        insert into case_events (id, case_id, team_id, sequence, happened_at, acting_team_id, kind, facts)
        values (gen_random_uuid(), r.case_id, r.team_id, 1, moment, null, 'referral_lapsed',
            jsonb_build_object('referral', r.reference, 'region', r.receiving_region_code));
        update case_files set state = 'searching', owner = 'team', state_since = moment, due_on = due, version = version + 1
            where id = r.case_id and state = 'referring';
    end loop;
    -- The hold of an accepted referral, kept for a proposal that did not come.
    update seat_occupations o set state = 'released', held_until = null
        from referrals f
        where o.referral_id = f.id and f.state = 'accepted' and o.state = 'held' and o.held_until <= moment
            and case when the_place is null then f.team_id = acting_team() else o.training_place_id = the_place end;
    return lapsed;
end $$;
-- Name: clock_tolerance; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.clock_tolerance (
    is_only boolean NOT NULL,
    ahead interval NOT NULL,
    CONSTRAINT clock_tolerance_ahead_check CHECK ((ahead >= '00:00:00'::interval)),
    CONSTRAINT clock_tolerance_is_only_check CHECK (is_only)
);
-- Name: TABLE clock_tolerance; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.clock_tolerance IS 'How far the application''s clock may run ahead of the database''s; one row.';
-- Name: latest_moment(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.latest_moment() RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    RETURN (now() + (SELECT clock_tolerance.ahead FROM public.clock_tolerance));
-- Name: leads_projects_of(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.leads_projects_of(the_organisation uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select the_organisation = acting_organisation() and acting_role() = 'project_leader'
        and exists (select 1 from staff_roles r join staff_members m on m.id = r.staff_member_id
            where r.staff_member_id = acting_staff() and r.role = 'project_leader' and r.organisation_id = the_organisation
                and m.disabled_at is null)
$$;
-- Name: learn_words(text[]); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.learn_words(the_words text[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    insert into search_words (word, lexemes, query, tokens)
    select w, word_lexemes(w), word_query(w), word_tokens(w) from (select distinct unnest(the_words) as w) d
    where length(w) between 2 and 40 and not exists (select 1 from search_words s where s.word = d.w)
    on conflict (word) do nothing
$$;
-- Name: log_case_span(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.log_case_span() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if tg_op = 'UPDATE' then
        if (new.state, new.owner, new.due_on) is not distinct from (old.state, old.owner, old.due_on) then
            return null;
        end if;
        update case_spans set until_at = greatest(new.state_since, from_at) where case_id = new.id and until_at is null;
    end if;
    if new.closed_at is null then
        insert into case_spans (case_id, team_id, holder_team_id, state, owner, due_on, from_at)
        values (new.id, new.team_id, new.team_id, new.state, new.owner, new.due_on, new.state_since);
    end if;
    return null;
end $$;
-- Name: may_give_role(text, uuid, uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.may_give_role(the_role text, the_team uuid, the_organisation uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select case
        when the_role = 'coordinator' then administers((select organisation_id from teams where id = the_team))
        when the_role in ('organisation_administrator', 'project_leader') then administers(the_organisation)
        else administers(null) end
$$;
-- Name: meeting_crowd(uuid[]); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.meeting_crowd(the_meetings uuid[]) RETURNS TABLE(meeting_id uuid, coming bigint, waiting bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select s.meeting_id, count(*) filter (where s.state = 'coming'), count(*) filter (where s.state = 'waiting')
    from meeting_signups s where s.meeting_id = any (the_meetings) group by s.meeting_id
$$;
-- Name: names_person(text, text, text, text, boolean); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.names_person(the_text text, given text, infix text, family text, is_distinctive boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: nearest_words(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.nearest_words(typed text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select array(
        select n.word from (
            select s.word, levenshtein_less_equal(s.word, typed, 3) as distance
            from search_words s
            where left(s.word, 1) = left(typed, 1) and length(s.word) between length(typed) - 2 and length(typed) + 2
            union
            select s.word, levenshtein_less_equal(s.word, typed, 3) from search_words s where s.word % typed) n
        where n.distance <= case when length(typed) < 5 then 1 when length(typed) < 9 then 2 else 3 end
        order by n.distance, similarity(n.word, typed) desc, n.word limit 2)
$$;
-- Name: next_meeting_signup(uuid, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.next_meeting_signup(the_meeting uuid, the_moment timestamp with time zone) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: nobody_acts(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.nobody_acts() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((COALESCE(current_setting('doorwijzer.staff_id'::text, true), ''::text) = ''::text) AND (COALESCE(current_setting('doorwijzer.team_id'::text, true), ''::text) = ''::text) AND (COALESCE(current_setting('doorwijzer.candidate_id'::text, true), ''::text) = ''::text) AND (COALESCE(current_setting('doorwijzer.proposal_id'::text, true), ''::text) = ''::text) AND (COALESCE(current_setting('doorwijzer.role'::text, true), ''::text) = ANY (ARRAY[''::text, 'worker'::text])));
-- Name: note_assessment_rows(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_assessment_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ begin
    perform note_match_change('case',
        array(select f.id from case_files f join assessments a on a.candidate_id = f.candidate_id
            where a.id in (select assessment_id from changed))); return null;
end $$;
-- Name: note_candidate_rows(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_candidate_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ begin
    perform note_match_change('case',
        array(select f.id from case_files f where f.candidate_id in (select id from changed))); return null;
end $$;
-- Name: note_case_person(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_case_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform note_same_person(new.candidate_id, new.opened_at);
    return null;
end $$;
-- Name: note_case_rows(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_case_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ begin
    perform note_match_change('case', array(select distinct id from changed)); return null;
end $$;
-- Name: note_look_by_link(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_look_by_link(moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform guard_moment(moment, (moment at time zone 'Europe/Amsterdam')::date);
    insert into candidate_reads (id, candidate_id, team_id, read_at, purpose)
        select gen_random_uuid(), f.candidate_id, p.team_id, moment, 'practice_link'
        from proposals p join case_files f on f.id = p.case_id
        where p.id = acting_proposal() and p.state in ('interview', 'agreed') and p.introduction_yes_at is not null
            and not exists (select 1 from candidate_reads r where r.candidate_id = f.candidate_id and r.purpose = 'practice_link'
                and r.read_at > moment - interval '1 hour');
end $$;
-- Name: note_match_change(text, uuid[]); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_match_change(change_kind text, subjects uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if cardinality(subjects) = 0 then
        return;
    elsif cardinality(subjects) > 1000 then
        insert into match_changes (kind, subject_id) values ('all', null);
    else
        insert into match_changes (kind, subject_id) select change_kind, s from unnest(subjects) as s;
    end if;
    perform pg_notify('match_changes', '');
end $$;
-- Name: note_person_key(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_person_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: note_place_parts(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_place_parts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ begin
    perform note_match_change('place', array(select distinct training_place_id from changed)); return null;
end $$;
-- Name: note_place_rows(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_place_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ begin
    perform note_match_change('place', array(select distinct id from changed)); return null;
end $$;
-- Name: note_practice_rows(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_practice_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ begin
    perform note_match_change('place',
        array(select t.id from training_places t where t.practice_id in (select practice_id from changed))); return null;
end $$;
-- Name: note_same_people(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_same_people(moment timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: note_same_person(uuid, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_same_person(the_candidate uuid, moment timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: note_search_pending(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_search_pending() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    insert into search_pending (kind, subject_id)
    values (tg_argv[0], (to_jsonb(coalesce(new, old)) ->> tg_argv[1])::uuid) on conflict do nothing;
    return null;
end $$;
-- Name: note_warning_delivery(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.note_warning_delivery() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    today date := (coalesce(new.sent_at, new.failed_at) at time zone 'Europe/Amsterdam')::date;
begin
    update retention_warnings set told_at = coalesce(told_at, new.sent_at), failed_at = new.failed_at,
        erase_on = greatest(erase_on, (today + retention_period(
            case when new.sent_at is null then 'warning_undelivered' else 'warning' end, today))::date)
        where candidate_id = new.candidate_id;
    return null;
end $$;
-- Name: number_case_event(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.number_case_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    perform 1 from case_files where id = new.case_id for no key update;
    new.sequence := (select coalesce(max(sequence), 0) + 1 from case_events where case_id = new.case_id);
    return new;
end $$;
-- Name: oidc_staff_member(uuid, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.oidc_staff_member(the_provider uuid, the_subject text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select s.staff_member_id from oidc_subjects s join oidc_providers p on p.id = s.provider_id
    join staff_members m on m.id = s.staff_member_id and m.organisation_id = p.organisation_id
    where s.provider_id = the_provider and s.subject = the_subject and p.is_enabled and nobody_acts()
$$;
-- Name: only_forgets_people(public.good_practices, public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.only_forgets_people(was public.good_practices, becomes public.good_practices) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    rest good_practices := becomes;
begin
    rest.author_id := was.author_id;
    rest.contact_id := was.contact_id;
    rest.validated_by_id := was.validated_by_id;
    rest.changed_by_id := was.changed_by_id;
    return rest is not distinct from was and not exists (
        select 1 from (values (was.author_id, becomes.author_id), (was.contact_id, becomes.contact_id),
            (was.validated_by_id, becomes.validated_by_id), (was.changed_by_id, becomes.changed_by_id)) as p (before, after)
        where p.after is distinct from p.before
            and (p.after is not null or exists (select 1 from network_members m where m.id = p.before)));
end $$;
-- Name: organisation_key(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.organisation_key(the_name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN lower(btrim(regexp_replace(the_name, '[\s\u00A0]+'::text, ' '::text, 'g'::text)));
-- Name: own_duplicates(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.own_duplicates() RETURNS TABLE(id uuid, found_at timestamp with time zone, choice text, region_name text, opened_on date, is_proven boolean, is_settled boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: own_waiting_place(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.own_waiting_place(the_meeting uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select count(*) from meeting_signups s
    join meeting_signups o on o.meeting_id = s.meeting_id and o.member_id = acting_member() and o.state = 'waiting'
    where s.meeting_id = the_meeting and s.state = 'waiting'
        and (s.signed_up_at, s.member_id) <= (o.signed_up_at, o.member_id)
    having count(*) > 0
$$;
-- Name: plain_words(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.plain_words(the_text text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    RETURN ((' '::text || TRIM(BOTH FROM regexp_replace(lower(regexp_replace(translate(NORMALIZE(the_text, NFKD), 'øØłŁđĐ''’'::text, 'oOlLdD'::text), '[̀-ͯ]'::text, ''::text, 'g'::text)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))) || ' '::text);
-- Name: proposals; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.proposals (
    id uuid NOT NULL,
    reference text NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    training_place_id uuid NOT NULL,
    practice_id uuid NOT NULL,
    state text NOT NULL,
    is_own_place boolean NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    fit smallint,
    distance_hm integer,
    rank_position integer,
    choice_reason text NOT NULL,
    answered_at timestamp with time zone,
    interview_on date,
    decline_reason text,
    answer_note text NOT NULL,
    not_before_on date,
    practice_yes_at timestamp with time zone,
    candidate_yes_at timestamp with time zone,
    school_yes_at timestamp with time zone,
    version integer NOT NULL,
    introduction_yes_at timestamp with time zone,
    call_wanted_at timestamp with time zone,
    CONSTRAINT proposals_check CHECK ((starts_on < ends_on)),
    CONSTRAINT proposals_decline_reason_check CHECK ((decline_reason = ANY (ARRAY['no_room'::text, 'no_supervision'::text, 'no_budget'::text, 'expected_quality'::text, 'leaves_after_training'::text, 'team_not_ready'::text, 'no_time'::text, 'start_moved'::text, 'already_filled'::text, 'other'::text]))),
    CONSTRAINT proposals_declined_has_reason CHECK (((state = 'declined'::text) = (decline_reason IS NOT NULL))),
    CONSTRAINT proposals_distance_hm_check CHECK ((distance_hm >= 0)),
    CONSTRAINT proposals_fit_check CHECK (((fit >= 0) AND (fit <= 1000))),
    CONSTRAINT proposals_not_now_has_date CHECK (((state = 'not_now'::text) = (not_before_on IS NOT NULL))),
    CONSTRAINT proposals_rank_position_check CHECK ((rank_position > 0)),
    CONSTRAINT proposals_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'interview'::text, 'agreed'::text, 'declined'::text, 'not_now'::text, 'lapsed'::text, 'withdrawn'::text]))),
    CONSTRAINT proposals_version_check CHECK ((version > 0))
);
-- Name: TABLE proposals; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.proposals IS 'A candidate proposed to a practice for a place; open ones hold their seats.';
-- Name: COLUMN proposals.introduction_yes_at; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.proposals.introduction_yes_at IS 'When the candidate agreed that this practice may know who it is.';
-- Name: COLUMN proposals.call_wanted_at; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.proposals.call_wanted_at IS 'When the practice asked to be called instead of answering; cleared by its answer.';
-- Name: proposal_by_link(bytea, bigint, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.proposal_by_link(the_token bytea, the_version bigint, moment timestamp with time zone) RETURNS public.proposals
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    p proposals;
begin
    perform guard_moment(moment, (moment at time zone 'Europe/Amsterdam')::date);
    perform 1 from case_files c join proposals q on q.case_id = c.id where q.id = acting_proposal() for update of c;
    select q.* into p from proposals q join mail_links l on l.proposal_id = q.id
        where q.id = acting_proposal() and l.token_sha256 = the_token and l.purpose = 'practice_answer' and l.expires_at > moment
        for update of q;
    if p.id is null or p.version <> the_version or p.state <> 'open'
        or p.due_on < (moment at time zone 'Europe/Amsterdam')::date then
        perform refuse('proposals_transition', 'this link answers nothing any more');
    end if;
    return p;
end $$;
-- Name: purge_expired(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.purge_expired(moment timestamp with time zone) RETURNS TABLE(key text, removed bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: purge_imports(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.purge_imports(moment timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    with gone as (delete from imports where expires_at <= least(moment, latest_moment()) returning 1) select count(*) from gone
$$;
-- Name: raise_content_version(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.raise_content_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    update content_version set version = version + 1;
    return null;
end $$;
-- Name: raise_content_version_on_change(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.raise_content_version_on_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: raises_content_version(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.raises_content_version(the_table text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    execute format('create trigger %I after insert on %I referencing new table as changed
        for each statement execute function raise_content_version_on_change()', the_table || '_version_insert', the_table);
    execute format('create trigger %I after update on %I referencing old table as before new table as changed
        for each statement execute function raise_content_version_on_change()', the_table || '_version_update', the_table);
    execute format('create trigger %I after delete on %I referencing old table as changed
        for each statement execute function raise_content_version_on_change()', the_table || '_version_delete', the_table);
end $$;
-- Name: reads_good_practice(public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.reads_good_practice(g public.good_practices) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select acting_member() is not null and not keeps_good_practice(g) and acting_member() is distinct from g.changed_by_id
        and (g.state = 'submitted' or g.unread_since is not null)
$$;
-- Name: referral_chain(uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.referral_chain(the_referral uuid) RETURNS TABLE(hop smallint, sending_region_code text, receiving_region_code text, state text, opened_at timestamp with time zone, answered_at timestamp with time zone, decline_reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select c.hop, c.sending_region_code, c.receiving_region_code, c.state, c.opened_at, c.answered_at, c.decline_reason
    from referrals r
    join referrals c on c.case_id = r.case_id and c.hop <= r.hop
    where r.id = the_referral
        and (r.receiving_region_code = acting_region() or acting_team() in (r.team_id, r.sending_team_id))
    order by c.hop
$$;
-- Name: referrals_taken_back(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.referrals_taken_back(since timestamp with time zone) RETURNS TABLE(reference text, sending_region_code text, opened_at timestamp with time zone, answered_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select reference, sending_region_code, opened_at, answered_at
    from referrals
    where receiving_region_code = acting_region() and state = 'withdrawn' and answered_at >= since
    order by answered_at desc, id
    limit 200
$$;
-- Name: refuse(text, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.refuse(name text, message text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'DW001', constraint = name, message = message;
end $$;
-- Name: region_stalls(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.region_stalls(moment timestamp with time zone) RETURNS TABLE(region_code text, bottleneck_code text, measure text, amount integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    with since as (select (date_trunc('month', moment at time zone 'Europe/Amsterdam') - interval '1 year')::date as month),
    own as (select t.region_code from teams t
        where t.id = acting_team() and exists (select 1 from staff_roles r
            where r.staff_member_id = acting_staff() and r.role = 'coordinator' and r.team_id = t.id)),
    reasons_given as (
        -- A practice answers in the region of the team that asked, a region for itself.
        select coalesce(a.receiving_region_code, a.region_code) as region_code,
            case a.subject when 'proposal' then 'practice_decline' else 'referral_decline' end as kind, a.reason as code
        from given_answers a, since where a.asked_month > since.month and a.reason is not null
        union all
        select c.region_code, 'withdrawal', c.withdrawal_reason
        from closed_cases c, since where c.closed_month > since.month and c.withdrawal_reason is not null),
    counted as (
        select g.region_code, b.bottleneck_code, 'reason' as measure, count(*) as amount
        from reasons_given g join reason_bottlenecks b on b.kind = g.kind and b.code = g.code
        group by g.region_code, b.bottleneck_code
        union all
        select f.region_code, b.bottleneck_code, 'step', count(*)
        from case_files f join step_bottlenecks b on b.state = f.state
        where f.closed_at is null and f.due_on < (moment at time zone 'Europe/Amsterdam')::date
        group by f.region_code, b.bottleneck_code)
    select c.region_code, c.bottleneck_code, c.measure, c.amount::integer
    from counted c
    where c.amount >= 5 or c.region_code in (select o.region_code from own o)
    order by c.amount desc, c.region_code, c.bottleneck_code, c.measure
$$;
-- Name: reindex_all(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.reindex_all() RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    delete from search_documents;
    delete from search_words;
    delete from search_terms;
    insert into search_terms (term, bottleneck_code, tokens)
    select t.term, t.bottleneck_code, array(select distinct token from unnest(string_to_array(search_text(t.term), ' ')) w,
        unnest(word_tokens(w)) token where not is_small_word(w) order by token) from bottleneck_terms t;
    perform learn_words(array(select w from bottleneck_terms t, unnest(string_to_array(search_text(t.term), ' ')) w));
    insert into search_documents (kind, subject_id, document, dated_at)
    select s.kind, s.id, d.made, d.dated from (
        select 'project' as kind, id from projects union all select 'good_practice', id from good_practices
        union all select 'question', id from questions union all select 'meeting', id from meetings
        union all select 'toolbox_item', id from toolbox_items) s
    cross join lateral search_document(s.kind, s.id) d where d.made is not null;
    return (select count(*) from search_documents);
end $$;
-- Name: retention_day(uuid, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.retention_day(the_candidate uuid, the_day date) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: retention_rules; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.retention_rules (
    key text NOT NULL,
    valid_from date NOT NULL,
    value smallint NOT NULL,
    unit text NOT NULL,
    subject text NOT NULL,
    counted_from text NOT NULL,
    source text NOT NULL,
    CONSTRAINT retention_rules_counted_from_check CHECK ((counted_from <> ''::text)),
    CONSTRAINT retention_rules_key_check CHECK ((key ~ '^[a-z_]+$'::text)),
    CONSTRAINT retention_rules_subject_check CHECK ((subject <> ''::text)),
    CONSTRAINT retention_rules_unit_check CHECK ((unit = ANY (ARRAY['days'::text, 'months'::text]))),
    CONSTRAINT retention_rules_value_check CHECK ((value >= 0))
);
-- Name: TABLE retention_rules; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.retention_rules IS 'How long what is kept, dated; subject and counted_from stand on the privacy page.';
-- Name: retention_period(text, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.retention_period(the_key text, the_day date) RETURNS interval
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    RETURN (SELECT make_interval(months => CASE WHEN (retention_rules.unit = 'months'::text) THEN (retention_rules.value)::integer ELSE 0 END, days => CASE WHEN (retention_rules.unit = 'days'::text) THEN (retention_rules.value)::integer ELSE 0 END) AS make_interval FROM public.retention_rules WHERE ((retention_rules.key = retention_period.the_key) AND (retention_rules.valid_from <= retention_period.the_day)) ORDER BY retention_rules.valid_from DESC LIMIT 1);
-- Name: return_case(uuid, uuid, timestamp with time zone, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.return_case(the_referral uuid, the_event uuid, moment timestamp with time zone, due date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    r record;
begin
    perform guard_moment(moment, due);
    select id, reference, case_id, team_id, state, receiving_region_code, decline_reason, hop into r from referrals where id = the_referral;
    if r.id is null or r.state not in ('declined', 'lapsed')
        or (r.receiving_region_code is distinct from acting_region() and r.team_id is distinct from acting_team()) then
        perform refuse('referrals_return', 'only an answered referral goes back');
    end if;
    update case_files set state = 'searching', owner = 'team', state_since = moment, due_on = due, version = version + 1
        where id = r.case_id and state = 'referring'
            and not exists (select 1 from referrals where case_id = r.case_id and hop > r.hop);
    if not found then
        perform refuse('referrals_return', 'the case is not being referred');
    end if;
    insert into case_events (id, case_id, team_id, sequence, happened_at, staff_member_id, acting_team_id, kind, facts)
    values (the_event, r.case_id, r.team_id, 1, moment, acting_staff(), acting_team(), 'referral_' || r.state,
        jsonb_strip_nulls(jsonb_build_object('referral', r.reference, 'region', r.receiving_region_code,
            'reason', r.decline_reason)));
end $$;
-- Name: scheme_committed(smallint); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.scheme_committed(the_year smallint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select coalesce(sum(coalesce(settled_cents, granted_cents)), 0)::bigint from applications
    where year = the_year and state in ('granted', 'running', 'ended', 'stopped')
$$;
-- Name: school_counts(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.school_counts(moment timestamp with time zone) RETURNS TABLE(programme text, route text, study_year smallint, looking integer, asked integer, placed integer, started integer, completed integer, withdrawn integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select f.programme, f.route, f.study_year,
        (count(*) filter (where f.state in ('registered', 'searching', 'referring', 'watching', 'stopped')))::integer,
        (count(*) filter (where f.state in ('proposed', 'interview', 'agreed')))::integer,
        (count(*) filter (where f.state = 'placed'))::integer,
        (count(*) filter (where f.state = 'started'))::integer,
        (count(*) filter (where f.state = 'completed'))::integer,
        (count(*) filter (where f.state = 'withdrawn'))::integer
    from case_files f
    where f.school_id = acting_school() and has_role(array['school_contact'], acting_school())
        and (f.closed_at is null or f.closed_at > moment - interval '1 year')
    group by f.programme, f.route, f.study_year
    order by f.programme, f.route, f.study_year
    limit 200
$$;
-- Name: school_teams(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.school_teams() RETURNS TABLE(team_id uuid, learners integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select f.team_id, count(*)::integer from case_files f
    where f.school_id = acting_school() and has_role(array['school_contact'], acting_school()) and f.closed_at is null
    group by f.team_id
    order by 2 desc, 1
    limit 50
$$;
-- Name: search_clauses(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.search_clauses(the_text text) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    words text[] := array(select w from unnest((string_to_array(search_text(left(the_text, 400)), ' '))[1:16])
        with ordinality as t (w, n) where length(w) between 1 and 40 and not is_small_word(w) order by n);
    queries text[] := '{}';
    -- The signs of each word, and to which word each belongs.
    typed_tokens text[] := '{}';
    token_words integer[] := '{}';
    their_tokens text[];
    typed text;
    near text[];
    clause text;
    clauses text[] := '{}';
begin
    for i in 1..least(cardinality(words), 12) loop
        typed := words[i];
        select s.query, s.tokens into clause, their_tokens from search_words s where s.word = typed;
        if clause is null then
            clause := word_query(typed);
            their_tokens := word_tokens(typed);
            -- A form or a compound of known words needs no guess.
            if length(typed) >= 4 and cardinality(their_tokens) < 2
                and not exists (select 1 from search_words s where s.lexemes @> simple_lexemes(typed)) then
                near := known_halves(typed);
                if coalesce(cardinality(near), 0) < 2 then
                    near := coalesce(nullif(nearest_words(typed), '{}'), near, '{}');
                end if;
                clause := concat_ws(' | ', nullif(clause, ''),
                    (select string_agg(s.query, ' | ') from search_words s where s.word = any (near) and s.query <> ''));
                their_tokens := coalesce((select s.tokens from search_words s where s.word = near[1]), their_tokens);
            end if;
        end if;
        if length(typed) >= 5 then
            clause := concat_ws(' | ', nullif(clause, ''), quote_literal(typed) || ':*');
        end if;
        queries := queries || coalesce(clause, '');
        typed_tokens := typed_tokens || their_tokens;
        token_words := token_words || array_fill(i, array[cardinality(their_tokens)]);
    end loop;
    for i in 1..cardinality(queries) loop
        their_tokens := array(select t from unnest(typed_tokens, token_words) as u (t, w) where w = i);
        clause := concat_ws(' | ', nullif(queries[i], ''),
            (select string_agg(distinct quote_literal('k_' || t.bottleneck_code), ' | ') from search_terms t
                where t.tokens <@ typed_tokens and t.tokens && their_tokens),
            (select string_agg(nullif(s.query, ''), ' | ') from search_words s
                where s.word in (words[i] || words[i + 1], words[i - 1] || words[i])));
        if clause <> '' then
            clauses := clauses || ('(' || clause || ')');
        end if;
    end loop;
    return clauses;
end $$;
-- Name: search_document(text, uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.search_document(the_kind text, the_id uuid, OUT made tsvector, OUT dated timestamp with time zone) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    case the_kind
    when 'project' then
        select text_document(p.name, p.subject, concat_ws(' ', p.problem, p.approach),
            concat_ws(' ', p.organisation_name, p.result, p.did_not_work,
                (select string_agg(r.name, ' ') from project_regions x join regions r on r.code = x.region_code where x.project_id = p.id),
                (select string_agg(m.name, ' ') from project_municipalities x join municipalities m on m.code = x.municipality_code
                    where x.project_id = p.id),
                (select string_agg(x.name, ' ') from project_partners x where x.project_id = p.id),
                (select string_agg(x.sentence, ' ') from project_goals x where x.project_id = p.id)))
            || bottleneck_document(array(select bottleneck_code from project_bottlenecks where project_id = p.id)),
            p.updated_at
        into made, dated from projects p where p.id = the_id and p.publication = 'published';
    when 'good_practice' then
        select text_document(p.name, '', concat_ws(' ', p.problem, p.approach),
            concat_ws(' ', p.organisation_name, p.took, p.result, p.did_not_work,
                (select string_agg(r.name, ' ') from good_practice_regions x join regions r on r.code = x.region_code
                    where x.good_practice_id = p.id)))
            || bottleneck_document(array(select bottleneck_code from good_practice_bottlenecks where good_practice_id = p.id)),
            p.updated_at
        into made, dated from good_practices p where p.id = the_id and p.state = 'published' and p.held_at is null;
    when 'question' then
        select text_document(q.title, '', q.body,
            concat_ws(' ', (select string_agg(a.body, ' ') from answers a where a.question_id = q.id and a.held_at is null),
                (select name from regions where code = q.region_code)))
            || bottleneck_document(array(select bottleneck_code from question_bottlenecks where question_id = q.id)),
            q.asked_at
        into made, dated from questions q where q.id = the_id and q.held_at is null;
    when 'meeting' then
        select text_document(m.title, '', '', concat_ws(' ', m.kind, m.place, m.label, m.agenda, m.minutes,
                (select name from regions where code = m.region_code),
                (select name from municipalities where code = m.municipality_code)))
            || bottleneck_document(array(select bottleneck_code from meeting_bottlenecks where meeting_id = m.id)),
            coalesce(m.starts_at, m.held_on, m.created_at)
        into made, dated from meetings m where m.id = the_id;
    when 'toolbox_item' then
        select text_document(t.title, '', concat_ws(' ', t.text, t.organisation_name,
            (select name from regions where code = t.region_code)), ''),
            t.confirmed_on
        into made, dated from toolbox_items t where t.id = the_id;
    end case;
end $$;
-- Name: search_query(text, boolean); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.search_query(the_text text, all_words boolean) RETURNS tsquery
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select nullif(array_to_string(search_clauses(the_text), case when all_words then ' & ' else ' | ' end), '')::tsquery
$$;
-- Name: search_subjects(text, text[], integer); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.search_subjects(the_text text, the_kinds text[], most integer) RETURNS TABLE(kind text, subject_id uuid, rank real)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    clauses constant text[] := search_clauses(the_text);
    each_one constant tsquery[] := array(select c::tsquery from unnest(clauses) c);
    any_of constant tsquery := nullif(array_to_string(clauses, ' | '), '')::tsquery;
    how_many constant integer := cardinality(clauses);
    enough constant integer := least(most, 20);
    wanted tsquery := nullif(array_to_string(clauses, ' & '), '')::tsquery;
    before tsquery;
    so_far integer := 0;
    found_now integer;
begin
    for tier in 1..3 loop
        exit when so_far >= enough or wanted is null or (tier > 1 and how_many < tier);
        if tier = 2 and how_many > 2 then
            -- All but one.
            wanted := (select string_agg('(' || (select string_agg(c, ' & ') from unnest(clauses) with ordinality as u (c, m)
                where m <> n) || ')', ' | ') from generate_series(1, how_many) n)::tsquery;
        elsif tier > 1 then
            wanted := any_of;
        end if;
        return query select d.kind, d.subject_id, ((select count(*) from unnest(each_one) c where d.document @@ c)
                + ts_rank('{0.1, 0.3, 0.5, 1.0}', d.document, any_of))::real as r
            from search_documents d
            where d.document @@ wanted and d.kind = any (the_kinds) and (before is null or not d.document @@ before)
            order by r desc, d.dated_at desc, d.subject_id limit most - so_far;
        get diagnostics found_now = row_count;
        so_far := so_far + found_now;
        before := wanted;
    end loop;
end $$;
-- Name: search_text(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.search_text(the_text text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    RETURN TRIM(BOTH FROM regexp_replace(regexp_replace(lower(public.unaccent(COALESCE(the_text, ''::text))), '\m(e|zij)[- ]?(health|consult|learning|instro\w*)'::text, '\1\2'::text, 'g'::text), '[^a-z0-9]+'::text, ' '::text, 'g'::text));
-- Name: settle_proposal_seats(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.settle_proposal_seats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.state in ('declined', 'not_now', 'lapsed', 'withdrawn') then
        update seat_occupations set state = 'released', held_until = null where proposal_id = new.id and state <> 'released';
    elsif new.state = 'agreed' then
        update seat_occupations set state = 'taken', held_until = null where proposal_id = new.id and state = 'held';
    end if;
    return null;
end $$;
-- Name: settle_referral_seats(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.settle_referral_seats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    if new.state in ('declined', 'lapsed', 'withdrawn') then
        update seat_occupations set state = 'released', held_until = null where referral_id = new.id and state <> 'released';
    end if;
    return null;
end $$;
-- Name: sign_changed_words(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.sign_changed_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    new.changed_by_id := acting_member();
    if old.state = 'published' and new.state = 'published' then
        new.unread_since := coalesce(old.unread_since, new.unread_since, new.updated_at);
    end if;
    return new;
end $$;
-- Name: simple_lexemes(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.simple_lexemes(the_word text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select array_agg(distinct l) from (
        select stem as l from unnest(ts_lexize('dutch_stem', the_word)) as stem where stem <> ''
        union
        select 'f_' || f.family from word_families f
        where f.word = the_word or f.stem = (ts_lexize('dutch_stem', the_word))[1]) x
$$;
-- Name: take_back(text, uuid); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.take_back(the_kind text, the_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
    case the_kind
    when 'question' then
        -- Locked, so that nobody answers meanwhile.
        perform 1 from questions where id = the_id and member_id = acting_member() for update;
        if not found or exists
            (select 1 from answers where question_id = the_id and member_id is distinct from acting_member()) then
            return false;
        end if;
        delete from answers where question_id = the_id;
        delete from question_bottlenecks where question_id = the_id;
        delete from questions where id = the_id;
    when 'answer' then
        delete from answers where id = the_id and member_id = acting_member();
    when 'copy' then
        delete from copies where id = the_id and member_id = acting_member();
    else
        return false;
    end case;
    return found;
end $$;
-- Name: takes_over_good_practice(public.good_practices); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.takes_over_good_practice(g public.good_practices) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select works_for_fund() and not exists
        (select 1 from network_members m where m.id in (g.author_id, g.contact_id) and m.left_at is null)
$$;
-- Name: teams_covering(text, date); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.teams_covering(the_municipality text, the_day date) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    with near as (
        select t.id, exists (select 1 from organisation_municipalities x
            where x.organisation_id = t.organisation_id and x.municipality_code = m.code and x.valid_from <= the_day
                and (x.valid_until is null or x.valid_until >= the_day)) as covers
        from municipalities m join teams t on t.region_code = m.region_code
        where m.code = the_municipality)
    select id from near where covers or not exists (select 1 from near where covers)
$$;
-- Name: text_document(text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.text_document(a text, b text, c text, d text) RETURNS tsvector
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    made tsvector;
begin
    perform learn_words(string_to_array(search_text(concat_ws(' ', a, b, c, d)), ' '));
    select string_agg(quote_literal(l) || ':' || p, ' ')::tsvector into made from (
        select l, array_to_string((array_agg(x.position || x.label order by x.position))[1:4], ',') as p
        from (
            select t.label, w.word, row_number() over (order by t.label, w.number) as position
            from (values ('A', a), ('B', b), ('C', c), ('D', d)) as t (label, said)
            cross join lateral unnest((string_to_array(search_text(t.said), ' '))[1:2000]) with ordinality as w (word, number)) x
        join search_words s on s.word = x.word cross join unnest(s.lexemes) as l
        where not is_small_word(x.word)
        group by l) y;
    return coalesce(made, ''::tsvector);
end $$;
-- Name: undo_import(uuid, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.undo_import(the_import uuid, moment timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    r record;
    the_candidate uuid;
    the_practices uuid[];
    the_practice uuid;
    removed bigint := 0;
begin
    perform 1 from import_runs
        where id = the_import and team_id = acting_team() and undone_at is null for update;
    if not found then
        perform refuse('import_runs_undo', 'this import cannot be taken back');
    end if;
    -- Removing a place removes its row here too.
    the_practices := array(select practice_id from import_run_rows
        where import_run_id = the_import and practice_id is not null order by practice_id);
    for r in select line, case_id, training_place_id from import_run_rows where import_run_id = the_import order by line loop
        begin
            if r.case_id is not null then
                select f.candidate_id into the_candidate
                    from case_files f
                    join candidates c on c.id = f.candidate_id
                    where f.id = r.case_id and f.team_id = acting_team() and f.state = 'registered' and f.version = 1
                        and c.version = 1 and (select count(*) from case_events e where e.case_id = f.id) = 1
                    for update of f, c;
                if found then
                    delete from case_events where case_id = r.case_id;
                    delete from case_spans where case_id = r.case_id;
                    delete from case_files where id = r.case_id;
                    delete from person_keys where candidate_id = the_candidate;
                    delete from candidate_reads where candidate_id = the_candidate;
                    delete from candidate_regions where candidate_id = the_candidate;
                    delete from candidate_identities where candidate_id = the_candidate;
                    delete from candidates where id = the_candidate;
                    removed := removed + 1;
                end if;
            else
                perform 1 from training_places
                    where id = r.training_place_id and team_id = acting_team() and version = 1 for update;
                if found then
                    delete from training_place_schools where training_place_id = r.training_place_id;
                    delete from training_place_activities where training_place_id = r.training_place_id;
                    delete from training_place_supervisors where training_place_id = r.training_place_id;
                    delete from seats where training_place_id = r.training_place_id;
                    delete from training_places where id = r.training_place_id;
                    removed := removed + 1;
                end if;
            end if;
        exception when foreign_key_violation then
            -- Something was done with it: it stays as it was.
            null;
        end;
    end loop;
    foreach the_practice in array the_practices loop
        begin
            perform 1 from practices where id = the_practice and region_code = acting_region() and version = 1 for update;
            if found then
                delete from practice_contacts where practice_id = the_practice;
                delete from practice_recognitions where practice_id = the_practice;
                delete from practice_closings where practice_id = the_practice;
                delete from supervisors where practice_id = the_practice;
                delete from practices where id = the_practice;
            end if;
        exception when foreign_key_violation then
            null;
        end;
    end loop;
    update import_runs set undone_at = moment where id = the_import;
    return removed;
end $$;
-- Name: warn_before_erasing(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.warn_before_erasing(moment timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
-- Name: word_lexemes(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.word_lexemes(the_word text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select coalesce(array_agg(distinct l), '{}') from (
        select unnest(simple_lexemes(the_word)) as l
        union
        select unnest(simple_lexemes(p)) from unnest(compound_parts_of(the_word)) as p) x where l is not null
$$;
-- Name: word_query(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.word_query(the_word text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
    parts text[] := compound_parts_of(the_word);
    own text := (select string_agg(quote_literal(l), ' | ') from unnest(simple_lexemes(the_word)) l);
begin
    if cardinality(parts) > 1 then
        return concat_ws(' | ', own, '(' || (select string_agg('(' || (select string_agg(quote_literal(l), ' | ')
            from unnest(simple_lexemes(p)) l) || ')', ' & ') from unnest(parts) p where simple_lexemes(p) is not null) || ')');
    end if;
    return coalesce(own, '');
end $$;
-- Name: word_tokens(text); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.word_tokens(the_word text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select coalesce(array_agg(distinct token), '{}') from (
        select coalesce((select min('f_' || f.family) from word_families f where f.word = p),
            (select min('f_' || f.family) from word_families f where f.stem = (ts_lexize('dutch_stem', p))[1]),
            (ts_lexize('dutch_stem', p))[1]) as token
        from unnest(case when cardinality(compound_parts_of(the_word)) > 1 then compound_parts_of(the_word)
            else array[the_word] end) as p) x where token <> ''
$$;
-- Name: works_for_fund(); Type: FUNCTION; Schema: public; Owner: -
CREATE FUNCTION public.works_for_fund() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    select has_role(array['fund', 'fund_administrator'])
$$;
-- Name: account_events; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.account_events (
    id uuid NOT NULL,
    staff_member_id uuid NOT NULL,
    actor_id uuid,
    happened_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    facts jsonb NOT NULL,
    CONSTRAINT account_events_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
);
-- Name: TABLE account_events; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.account_events IS 'What happened to an account, append-only: invited, role given, signed in, second factor set, disabled.';
-- Name: activities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.activities (
    code text NOT NULL,
    name text NOT NULL,
    area_code text NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT activities_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);
-- Name: TABLE activities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.activities IS 'What can be practised at a training place, each mapped to one competence area.';
-- Name: answer_statistics; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.answer_statistics (
    subject text NOT NULL,
    region_code text NOT NULL,
    receiving_region_code text,
    asked_month date NOT NULL,
    outcome text NOT NULL,
    reason text,
    CONSTRAINT answer_statistics_asked_month_check CHECK ((EXTRACT(day FROM asked_month) = (1)::numeric)),
    CONSTRAINT answer_statistics_check CHECK (((receiving_region_code IS NOT NULL) = (subject = 'referral'::text))),
    CONSTRAINT answer_statistics_subject_check CHECK ((subject = ANY (ARRAY['proposal'::text, 'referral'::text])))
);
-- Name: TABLE answer_statistics; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.answer_statistics IS 'How practices and regions answered about people who were erased; without place or practice.';
-- Name: answers; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.answers (
    id uuid NOT NULL,
    question_id uuid NOT NULL,
    member_id uuid,
    body text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    helped_at timestamp with time zone,
    held_at timestamp with time zone,
    held_reason text,
    CONSTRAINT answers_body_check CHECK ((body <> ''::text)),
    CONSTRAINT answers_held CHECK ((num_nonnulls(held_at, held_reason) = ANY (ARRAY[0, 2]))),
    CONSTRAINT answers_held_reason_check CHECK ((held_reason <> ''::text))
);
-- Name: TABLE answers; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.answers IS 'Answers; whoever asked marks the one that helped. held_at: since when the fund holds it back, here and elsewhere.';
-- Name: application_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_bottlenecks (
    application_id uuid NOT NULL,
    bottleneck_code text NOT NULL
);
-- Name: TABLE application_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_bottlenecks IS 'What the project is to solve.';
-- Name: application_costs; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_costs (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    "position" smallint NOT NULL,
    description text NOT NULL,
    amount_cents bigint NOT NULL,
    CONSTRAINT application_costs_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT application_costs_description_check CHECK ((description <> ''::text)),
    CONSTRAINT application_costs_position_check CHECK ((("position" >= 1) AND ("position" <= 20)))
);
-- Name: TABLE application_costs; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_costs IS 'The budget, a line each; the sum is the cost of the application.';
-- Name: application_events; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_events (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    sequence integer NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    staff_member_id uuid,
    kind text NOT NULL,
    facts jsonb NOT NULL,
    CONSTRAINT application_events_kind_check CHECK ((kind ~ '^[a-z_]+$'::text)),
    CONSTRAINT application_events_sequence_check CHECK ((sequence > 0))
);
-- Name: TABLE application_events; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_events IS 'What happened to an application, append-only; ids, codes, dates and amounts.';
-- Name: application_goals; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_goals (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    "position" smallint NOT NULL,
    sentence text NOT NULL,
    unit text NOT NULL,
    target numeric(12,1) NOT NULL,
    reached numeric(12,1),
    CONSTRAINT application_goals_position_check CHECK ((("position" >= 1) AND ("position" <= 8))),
    CONSTRAINT application_goals_reached_check CHECK ((reached >= (0)::numeric)),
    CONSTRAINT application_goals_sentence_check CHECK ((sentence <> ''::text)),
    CONSTRAINT application_goals_target_check CHECK ((target > (0)::numeric)),
    CONSTRAINT application_goals_unit_check CHECK ((unit <> ''::text))
);
-- Name: TABLE application_goals; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_goals IS 'Goals in numbers, and what was reached.';
-- Name: application_municipalities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_municipalities (
    application_id uuid NOT NULL,
    municipality_code text NOT NULL
);
-- Name: TABLE application_municipalities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_municipalities IS 'The municipalities where the work is, where they are known.';
-- Name: application_partners; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_partners (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    contribution text NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    left_reason text,
    CONSTRAINT application_partners_check CHECK ((left_on >= joined_on)),
    CONSTRAINT application_partners_check1 CHECK (((left_on IS NULL) = (left_reason IS NULL))),
    CONSTRAINT application_partners_kind_check CHECK ((kind = ANY (ARRAY['practice'::text, 'rho'::text, 'care_group'::text, 'school'::text, 'municipality'::text, 'employers_service_point'::text, 'insurer'::text, 'hospital'::text, 'employers_organisation'::text, 'other'::text]))),
    CONSTRAINT application_partners_name_check CHECK ((name <> ''::text))
);
-- Name: TABLE application_partners; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_partners IS 'Organisations that do the project together with the applicant; whoever left stays, with the day and why.';
-- Name: application_questions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_questions (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    asked_by_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    question text NOT NULL,
    due_on date NOT NULL,
    answered_by_id uuid,
    answered_at timestamp with time zone,
    answer text,
    withdrawn_by_id uuid,
    withdrawn_at timestamp with time zone,
    CONSTRAINT application_questions_check CHECK ((num_nonnulls(answered_by_id, answered_at, answer) = ANY (ARRAY[0, 3]))),
    CONSTRAINT application_questions_check1 CHECK ((num_nonnulls(withdrawn_by_id, withdrawn_at) = ANY (ARRAY[0, 2]))),
    CONSTRAINT application_questions_check2 CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT application_questions_question_check CHECK ((question <> ''::text))
);
-- Name: TABLE application_questions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_questions IS 'What the fund asks the applicant, and the answers; or that the fund needs none any more.';
-- Name: application_regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_regions (
    application_id uuid NOT NULL,
    region_code text NOT NULL
);
-- Name: TABLE application_regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_regions IS 'Where the work is, not where the applicant''s office is.';
-- Name: application_reports; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_reports (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    kind text NOT NULL,
    reported_by_id uuid NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    done text NOT NULL,
    result text NOT NULL,
    did_not_work text NOT NULL,
    spent_cents bigint NOT NULL,
    seen_by_id uuid,
    seen_at timestamp with time zone,
    remark text,
    CONSTRAINT application_reports_check CHECK (((seen_by_id IS NULL) = (seen_at IS NULL))),
    CONSTRAINT application_reports_check1 CHECK (((kind = 'progress'::text) OR ((result <> ''::text) AND (did_not_work <> ''::text)))),
    CONSTRAINT application_reports_done_check CHECK ((done <> ''::text)),
    CONSTRAINT application_reports_kind_check CHECK ((kind = ANY (ARRAY['progress'::text, 'final'::text]))),
    CONSTRAINT application_reports_spent_cents_check CHECK ((spent_cents >= 0))
);
-- Name: TABLE application_reports; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_reports IS 'Progress and final reports; the final one says what worked and what did not.';
-- Name: application_transitions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.application_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);
-- Name: TABLE application_transitions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.application_transitions IS 'The steps an application may take; a foreign key of applications holds every one to them.';
-- Name: applications; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.applications (
    id uuid NOT NULL,
    reference text NOT NULL,
    year smallint NOT NULL,
    organisation_id uuid NOT NULL,
    leader_id uuid NOT NULL,
    state text NOT NULL,
    previous_state text,
    name text NOT NULL,
    problem text NOT NULL,
    approach text NOT NULL,
    plan text NOT NULL,
    summary text NOT NULL,
    cost_cents bigint,
    requested_cents bigint,
    starts_on date,
    ends_on date,
    created_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    decided_at timestamp with time zone,
    decided_by_id uuid,
    decision_reason text,
    advice text,
    granted_cents bigint,
    settled_cents bigint,
    started_on date,
    ended_on date,
    routes smallint DEFAULT 0 NOT NULL,
    minimum_partners smallint,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT applications_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT applications_check1 CHECK (((settled_cents >= 0) AND (settled_cents <= granted_cents))),
    CONSTRAINT applications_check2 CHECK ((ended_on >= started_on)),
    CONSTRAINT applications_check3 CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (submitted_at IS NOT NULL))),
    CONSTRAINT applications_check4 CHECK (((state = ANY (ARRAY['granted'::text, 'running'::text, 'ended'::text, 'stopped'::text])) = (granted_cents IS NOT NULL))),
    CONSTRAINT applications_check5 CHECK (((state <> ALL (ARRAY['waiting'::text, 'granted'::text, 'refused'::text, 'running'::text, 'ended'::text, 'stopped'::text])) OR ((num_nulls(decided_at, decided_by_id, decision_reason) = 0) AND (decision_reason <> ''::text)))),
    CONSTRAINT applications_check6 CHECK (((state <> ALL (ARRAY['running'::text, 'ended'::text])) OR (started_on IS NOT NULL))),
    CONSTRAINT applications_check7 CHECK (((granted_cents IS NULL) OR (minimum_partners IS NOT NULL))),
    CONSTRAINT applications_check8 CHECK (((state <> 'ended'::text) OR ((ended_on IS NOT NULL) AND (settled_cents IS NOT NULL)))),
    CONSTRAINT applications_cost_cents_check CHECK ((cost_cents > 0)),
    CONSTRAINT applications_granted_cents_check CHECK ((granted_cents > 0)),
    CONSTRAINT applications_minimum_partners_check CHECK ((minimum_partners >= 0)),
    CONSTRAINT applications_money_complete CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (num_nulls(cost_cents, requested_cents, starts_on, ends_on) = 0))),
    CONSTRAINT applications_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT applications_requested_cents_check CHECK ((requested_cents > 0)),
    CONSTRAINT applications_routes_check CHECK (((routes >= 0) AND (routes <= 7))),
    CONSTRAINT applications_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'asked'::text, 'waiting'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'running'::text, 'ended'::text, 'stopped'::text]))),
    CONSTRAINT applications_story_complete CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((name <> ''::text) AND (problem <> ''::text) AND (approach <> ''::text) AND (plan <> ''::text) AND (summary <> ''::text)))),
    CONSTRAINT applications_version_check CHECK ((version > 0))
);
-- Name: TABLE applications; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.applications IS 'Applications for the stimuleringsregeling, from draft to final report. Money in cents.';
-- Name: COLUMN applications.routes; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.applications.routes IS 'For which routes the project is, a bit each; 0 for all of them.';
-- Name: COLUMN applications.minimum_partners; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.applications.minimum_partners IS 'What the year asked on the day of the grant; a rule that changes later does not touch it.';
-- Name: assessment_levels; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.assessment_levels (
    assessment_id uuid NOT NULL,
    team_id uuid NOT NULL,
    area_code text NOT NULL,
    level smallint NOT NULL,
    score_sum integer NOT NULL,
    score_count integer NOT NULL,
    CONSTRAINT assessment_levels_check CHECK ((level = (((20 * score_sum) + score_count) / (2 * score_count)))),
    CONSTRAINT assessment_levels_level_check CHECK (((level >= 10) AND (level <= 50))),
    CONSTRAINT assessment_levels_score_count_check CHECK ((score_count > 0)),
    CONSTRAINT assessment_levels_score_sum_check CHECK ((score_sum > 0))
);
-- Name: TABLE assessment_levels; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.assessment_levels IS 'Level per area in tenths, from the assessors'' scores; an area without scores has no row.';
-- Name: assessment_scores; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.assessment_scores (
    assessor_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    team_id uuid NOT NULL,
    framework_version integer NOT NULL,
    indicator_code text NOT NULL,
    score smallint,
    scored_at timestamp with time zone NOT NULL,
    CONSTRAINT assessment_scores_score_check CHECK (((score >= 1) AND (score <= 5)))
);
-- Name: TABLE assessment_scores; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.assessment_scores IS 'Scores on the supervision scale 1 to 5; null is "not seen".';
-- Name: assessments; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.assessments (
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    framework_version integer NOT NULL,
    form text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    valid_until_on date NOT NULL,
    candidate_remark text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT assessments_form_check CHECK ((form = ANY (ARRAY['short'::text, 'full'::text]))),
    CONSTRAINT assessments_version_check CHECK ((version > 0))
);
-- Name: TABLE assessments; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.assessments IS 'The uniform assessment of a candidate; it travels with the case and is kept with its version.';
-- Name: assessors; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.assessors (
    id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL,
    staff_member_id uuid,
    CONSTRAINT assessors_kind_check CHECK ((kind = ANY (ARRAY['self'::text, 'assessor'::text])))
);
-- Name: TABLE assessors; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.assessors IS 'Who scored: the candidate, or an assessor.';
-- Name: behaviour_indicators; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.behaviour_indicators (
    framework_version integer NOT NULL,
    code text NOT NULL,
    area_code text NOT NULL,
    "position" smallint NOT NULL,
    is_short_form boolean NOT NULL,
    sentence text NOT NULL,
    CONSTRAINT behaviour_indicators_code_check CHECK ((code ~ '^[a-z0-9_]+$'::text))
);
-- Name: TABLE behaviour_indicators; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.behaviour_indicators IS 'Observable behaviour per area; one per area stands in the short form.';
-- Name: bottleneck_terms; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.bottleneck_terms (
    term text NOT NULL,
    bottleneck_code text NOT NULL,
    CONSTRAINT bottleneck_terms_term_check CHECK (((term = lower(term)) AND (term <> ''::text)))
);
-- Name: TABLE bottleneck_terms; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.bottleneck_terms IS 'Other words for a bottleneck, as people search for it: a word or a few, in lower case.';
-- Name: bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.bottlenecks (
    code text NOT NULL,
    slug text NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    CONSTRAINT bottlenecks_code_check CHECK ((code ~ '^[a-z_]+$'::text)),
    CONSTRAINT bottlenecks_description_check CHECK ((description <> ''::text)),
    CONSTRAINT bottlenecks_name_check CHECK ((name <> ''::text)),
    CONSTRAINT bottlenecks_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
-- Name: TABLE bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.bottlenecks IS 'The controlled list of what regions run into; projects, practices, questions and people refer to it.';
-- Name: candidate_duplicates; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.candidate_duplicates (
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    other_candidate_id uuid NOT NULL,
    found_at timestamp with time zone NOT NULL,
    choice text,
    chosen_at timestamp with time zone,
    CONSTRAINT candidate_duplicates_check CHECK ((candidate_id <> other_candidate_id)),
    CONSTRAINT candidate_duplicates_check1 CHECK (((choice IS NULL) = (chosen_at IS NULL))),
    CONSTRAINT candidate_duplicates_choice_check CHECK ((choice = ANY (ARRAY['same'::text, 'different'::text])))
);
-- Name: TABLE candidate_duplicates; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.candidate_duplicates IS 'Two files that may be of one person, one row for each side. Only the candidate sees it and chooses.';
-- Name: candidate_identities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.candidate_identities (
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    given_name text NOT NULL,
    name_infix text NOT NULL,
    family_name text NOT NULL,
    born_on date NOT NULL,
    mail text NOT NULL,
    phone text NOT NULL,
    prior_education text NOT NULL,
    prior_work text NOT NULL,
    school_contact text NOT NULL,
    CONSTRAINT candidate_identities_family_name_check CHECK ((family_name <> ''::text)),
    CONSTRAINT candidate_identities_given_name_check CHECK ((given_name <> ''::text))
);
-- Name: TABLE candidate_identities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.candidate_identities IS 'Who the candidate is. Only the team that has the case sees it.';
-- Name: candidate_reads; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.candidate_reads (
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    staff_member_id uuid,
    read_at timestamp with time zone NOT NULL,
    purpose text NOT NULL,
    CONSTRAINT candidate_reads_purpose_check CHECK ((purpose ~ '^[a-z_]+$'::text))
);
-- Name: TABLE candidate_reads; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.candidate_reads IS 'Who saw which candidate when and why, append-only.';
-- Name: candidate_regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.candidate_regions (
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    region_code text NOT NULL
);
-- Name: TABLE candidate_regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.candidate_regions IS 'Regions beside the own one that a candidate is willing to go to.';
-- Name: candidates; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.candidates (
    id uuid NOT NULL,
    reference text NOT NULL,
    team_id uuid NOT NULL,
    background text NOT NULL,
    municipality_code text NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    z integer NOT NULL,
    travel_means text NOT NULL,
    travel_limit_km smallint NOT NULL,
    telephone_dutch smallint,
    is_fictional boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT candidates_background_check CHECK ((background = ANY (ARRAY['student'::text, 'career_switcher'::text, 'returner'::text]))),
    CONSTRAINT candidates_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT candidates_telephone_dutch_check CHECK (((telephone_dutch >= 1) AND (telephone_dutch <= 4))),
    CONSTRAINT candidates_travel_limit_km_check CHECK (((travel_limit_km >= 1) AND (travel_limit_km <= 300))),
    CONSTRAINT candidates_travel_means_check CHECK ((travel_means = ANY (ARRAY['bike'::text, 'public_transport'::text, 'car'::text]))),
    CONSTRAINT candidates_version_check CHECK ((version > 0))
);
-- Name: TABLE candidates; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.candidates IS 'Learners who look for a place, without who they are.';
-- Name: COLUMN candidates.telephone_dutch; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.candidates.telephone_dutch IS 'How the candidate describes own Dutch on the telephone: 1 with difficulty … 4 fluent.';
-- Name: care_roles; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.care_roles (
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT care_roles_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);
-- Name: TABLE care_roles; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.care_roles IS 'Roles in GP care that a candidate can train for.';
-- Name: case_contacts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_contacts (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    staff_member_id uuid,
    contacted_at timestamp with time zone NOT NULL,
    party text NOT NULL,
    channel text NOT NULL,
    was_reached boolean NOT NULL,
    note text NOT NULL,
    CONSTRAINT case_contacts_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'mail'::text, 'visit'::text, 'message'::text]))),
    CONSTRAINT case_contacts_party_check CHECK ((party = ANY (ARRAY['candidate'::text, 'practice'::text, 'school'::text, 'region'::text])))
);
-- Name: TABLE case_contacts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_contacts IS 'Calls and messages about a case, also the tries that did not reach anyone.';
-- Name: case_events; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_events (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    sequence integer NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    staff_member_id uuid,
    acting_team_id uuid,
    kind text NOT NULL,
    facts jsonb NOT NULL,
    CONSTRAINT case_events_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
);
-- Name: TABLE case_events; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_events IS 'What happened to a case, append-only; facts are ids and codes, never names or text.';
-- Name: case_facts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_facts (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL,
    training_place_id uuid,
    recorded_by uuid,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT case_facts_check CHECK (((kind = 'new_place'::text) = (training_place_id IS NOT NULL))),
    CONSTRAINT case_facts_kind_check CHECK ((kind = ANY (ARRAY['new_place'::text, 'wider_limit'::text, 'other_route'::text])))
);
-- Name: TABLE case_facts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_facts IS 'A recorded new fact, for which a region may be asked a second time.';
-- Name: case_files; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_files (
    id uuid NOT NULL,
    reference text NOT NULL,
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    region_code text NOT NULL,
    origin_team_id uuid NOT NULL,
    origin_region_code text NOT NULL,
    origin text NOT NULL,
    coordinator_id uuid,
    stand_in_id uuid,
    kind text NOT NULL,
    route text NOT NULL,
    study_year smallint NOT NULL,
    role_code text NOT NULL,
    crebo text,
    school_id uuid,
    programme text NOT NULL,
    class_name text NOT NULL,
    school_weekdays smallint NOT NULL,
    wished_start_on date NOT NULL,
    earliest_start_on date NOT NULL,
    latest_start_on date NOT NULL,
    weeks_needed smallint NOT NULL,
    weeks_wanted smallint NOT NULL,
    weekdays smallint NOT NULL,
    weekdays_least smallint NOT NULL,
    weekdays_wanted smallint NOT NULL,
    hours_least smallint NOT NULL,
    hours_most smallint NOT NULL,
    course_payer text,
    wishes integer NOT NULL,
    offers integer NOT NULL,
    has_priority boolean NOT NULL,
    previous_state text,
    state text NOT NULL,
    state_since timestamp with time zone NOT NULL,
    owner text NOT NULL,
    due_on date,
    watch_reason text,
    withdrawal_reason text,
    placed_proposal_id uuid,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT case_files_begin CHECK (((previous_state IS NOT NULL) OR (state = 'registered'::text))),
    CONSTRAINT case_files_check CHECK (((earliest_start_on <= wished_start_on) AND (wished_start_on <= latest_start_on))),
    CONSTRAINT case_files_check1 CHECK ((weeks_needed <= weeks_wanted)),
    CONSTRAINT case_files_check2 CHECK ((weekdays_least <= weekdays_wanted)),
    CONSTRAINT case_files_check3 CHECK ((hours_least <= hours_most)),
    CONSTRAINT case_files_course_payer_check CHECK ((course_payer = ANY (ARRAY['self'::text, 'employer'::text, 'uwv'::text, 'municipality'::text]))),
    CONSTRAINT case_files_crebo_check CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT case_files_end CHECK (((closed_at IS NOT NULL) = (state = ANY (ARRAY['completed'::text, 'withdrawn'::text])))),
    CONSTRAINT case_files_end_has_no_owner CHECK (((owner = 'nobody'::text) = (state = ANY (ARRAY['completed'::text, 'withdrawn'::text])))),
    CONSTRAINT case_files_hours_least_check CHECK (((hours_least >= 1) AND (hours_least <= 40))),
    CONSTRAINT case_files_hours_most_check CHECK (((hours_most >= 1) AND (hours_most <= 40))),
    CONSTRAINT case_files_kind_check CHECK ((kind = ANY (ARRAY['placement'::text, 'learning_job'::text, 'taster'::text, 'trial'::text]))),
    CONSTRAINT case_files_offers_check CHECK ((offers >= 0)),
    CONSTRAINT case_files_open_has_due CHECK (((due_on IS NULL) = (state = ANY (ARRAY['completed'::text, 'withdrawn'::text])))),
    CONSTRAINT case_files_origin_check CHECK ((origin = ANY (ARRAY['self'::text, 'team'::text, 'school_request'::text, 'import'::text]))),
    CONSTRAINT case_files_owner_check CHECK ((owner = ANY (ARRAY['team'::text, 'practice'::text, 'candidate'::text, 'school'::text, 'nobody'::text]))),
    CONSTRAINT case_files_placed_has_place CHECK (((placed_proposal_id IS NOT NULL) OR (state <> ALL (ARRAY['placed'::text, 'started'::text, 'completed'::text])))),
    CONSTRAINT case_files_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT case_files_route_check CHECK ((route = ANY (ARRAY['bol'::text, 'bbl'::text, 'third_route'::text]))),
    CONSTRAINT case_files_school_weekdays_check CHECK (((school_weekdays >= 0) AND (school_weekdays <= 127))),
    CONSTRAINT case_files_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'searching'::text, 'proposed'::text, 'interview'::text, 'agreed'::text, 'placed'::text, 'started'::text, 'completed'::text, 'stopped'::text, 'referring'::text, 'watching'::text, 'withdrawn'::text]))),
    CONSTRAINT case_files_study_year_check CHECK (((study_year >= 1) AND (study_year <= 4))),
    CONSTRAINT case_files_version_check CHECK ((version > 0)),
    CONSTRAINT case_files_watch_reason_check CHECK ((watch_reason = ANY (ARRAY['none_within_limits'::text, 'no_consent'::text, 'chain_exhausted'::text]))),
    CONSTRAINT case_files_watching_has_reason CHECK (((state = 'watching'::text) = (watch_reason IS NOT NULL))),
    CONSTRAINT case_files_weekdays_check CHECK (((weekdays >= 1) AND (weekdays <= 127))),
    CONSTRAINT case_files_weekdays_least_check CHECK (((weekdays_least >= 1) AND (weekdays_least <= 7))),
    CONSTRAINT case_files_weekdays_wanted_check CHECK (((weekdays_wanted >= 1) AND (weekdays_wanted <= 7))),
    CONSTRAINT case_files_weeks_needed_check CHECK (((weeks_needed >= 1) AND (weeks_needed <= 208))),
    CONSTRAINT case_files_weeks_wanted_check CHECK (((weeks_wanted >= 1) AND (weeks_wanted <= 208))),
    CONSTRAINT case_files_wishes_check CHECK ((wishes >= 0)),
    CONSTRAINT case_files_withdrawal_reason_check CHECK ((withdrawal_reason = ANY (ARRAY['by_candidate'::text, 'unreachable'::text, 'stopped_after_start'::text, 'joined'::text, 'erased'::text]))),
    CONSTRAINT case_files_withdrawn_has_reason CHECK (((state = 'withdrawn'::text) = (withdrawal_reason IS NOT NULL)))
);
-- Name: TABLE case_files; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_files IS 'A case (traject): one candidate, one route, looking for a placement.';
-- Name: case_spans; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_spans (
    id bigint NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    holder_team_id uuid NOT NULL,
    state text NOT NULL,
    owner text NOT NULL,
    due_on date,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    CONSTRAINT case_spans_check CHECK ((until_at >= from_at))
);
-- Name: TABLE case_spans; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_spans IS 'The stall clock: who had the case, from when, until when. Written by a trigger only.';
-- Name: case_spans_id_seq; Type: SEQUENCE; Schema: public; Owner: -
ALTER TABLE public.case_spans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_spans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
-- Name: case_statistics; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_statistics (
    region_code text NOT NULL,
    origin_region_code text NOT NULL,
    kind text NOT NULL,
    route text NOT NULL,
    study_year smallint NOT NULL,
    opened_month date NOT NULL,
    closed_month date NOT NULL,
    outcome text NOT NULL,
    withdrawal_reason text,
    was_started boolean NOT NULL,
    hops smallint NOT NULL,
    CONSTRAINT case_statistics_closed_month_check CHECK ((EXTRACT(day FROM closed_month) = (1)::numeric)),
    CONSTRAINT case_statistics_hops_check CHECK (((hops >= 0) AND (hops <= 4))),
    CONSTRAINT case_statistics_opened_month_check CHECK ((EXTRACT(day FROM opened_month) = (1)::numeric)),
    CONSTRAINT case_statistics_outcome_check CHECK ((outcome = ANY (ARRAY['completed'::text, 'withdrawn'::text])))
);
-- Name: TABLE case_statistics; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_statistics IS 'Figures of cases whose person was erased: one row per case, of nobody.';
-- Name: case_stops; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_stops (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    team_id uuid NOT NULL,
    stopped_on date NOT NULL,
    stopped_by text NOT NULL,
    reason_code text NOT NULL,
    CONSTRAINT case_stops_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['candidate'::text, 'practice'::text, 'school'::text, 'team'::text])))
);
-- Name: TABLE case_stops; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_stops IS 'A placement that ended early: date, who stopped it, why.';
-- Name: case_transitions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.case_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);
-- Name: TABLE case_transitions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.case_transitions IS 'The steps a case may take; a foreign key of case_files holds every case to them.';
-- Name: referrals; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.referrals (
    id uuid NOT NULL,
    reference text NOT NULL,
    case_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    sending_team_id uuid NOT NULL,
    sending_region_code text NOT NULL,
    receiving_region_code text NOT NULL,
    receiving_team_id uuid,
    consent_id uuid NOT NULL,
    assessment_id uuid,
    hop smallint NOT NULL,
    new_fact_id uuid,
    motivation text NOT NULL,
    state text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    decline_reason text,
    answer_note text NOT NULL,
    alternative_place_id uuid,
    version integer NOT NULL,
    CONSTRAINT referrals_accepted_has_team CHECK (((state = 'accepted'::text) = (receiving_team_id IS NOT NULL))),
    CONSTRAINT referrals_answered CHECK (((state = 'open'::text) = (answered_at IS NULL))),
    CONSTRAINT referrals_at_most_four_hops CHECK (((hop >= 1) AND (hop <= 4))),
    CONSTRAINT referrals_decline_reason_check CHECK ((decline_reason = ANY (ARRAY['full'::text, 'place_gone'::text, 'no_supervision'::text, 'too_far'::text, 'start_does_not_fit'::text, 'school_does_not_supervise'::text, 'other'::text]))),
    CONSTRAINT referrals_declined_has_reason CHECK (((state = 'declined'::text) = (decline_reason IS NOT NULL))),
    CONSTRAINT referrals_elsewhere CHECK ((receiving_region_code <> sending_region_code)),
    CONSTRAINT referrals_motivation_check CHECK ((motivation <> ''::text)),
    CONSTRAINT referrals_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT referrals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'lapsed'::text, 'withdrawn'::text]))),
    CONSTRAINT referrals_version_check CHECK ((version > 0))
);
-- Name: TABLE referrals; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.referrals IS 'A candidate referred to another region: the sender keeps the case until someone accepts.';
-- Name: closed_cases; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.closed_cases AS
 SELECT f.region_code,
    f.origin_region_code,
    f.kind,
    f.route,
    f.study_year,
    (date_trunc('month'::text, (f.opened_at AT TIME ZONE 'Europe/Amsterdam'::text)))::date AS opened_month,
    (date_trunc('month'::text, (f.closed_at AT TIME ZONE 'Europe/Amsterdam'::text)))::date AS closed_month,
    f.state AS outcome,
    f.withdrawal_reason,
    (EXISTS ( SELECT 1
           FROM public.case_spans s
          WHERE ((s.case_id = f.id) AND (s.state = 'started'::text)))) AS was_started,
    (( SELECT count(*) AS count
           FROM public.referrals r
          WHERE (r.case_id = f.id)))::smallint AS hops
   FROM public.case_files f
  WHERE (f.closed_at IS NOT NULL)
UNION ALL
 SELECT case_statistics.region_code,
    case_statistics.origin_region_code,
    case_statistics.kind,
    case_statistics.route,
    case_statistics.study_year,
    case_statistics.opened_month,
    case_statistics.closed_month,
    case_statistics.outcome,
    case_statistics.withdrawal_reason,
    case_statistics.was_started,
    case_statistics.hops
   FROM public.case_statistics;
-- Name: VIEW closed_cases; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.closed_cases IS 'Cases that ended, of people who are still known and of people who were erased.';
-- Name: competence_areas; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.competence_areas (
    framework_version integer NOT NULL,
    code text NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    CONSTRAINT competence_areas_code_check CHECK ((code ~ '^[a-z_]+$'::text)),
    CONSTRAINT competence_areas_position_check CHECK ((("position" >= 1) AND ("position" <= 7)))
);
-- Name: TABLE competence_areas; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.competence_areas IS 'The seven competence areas of a framework, in fixed order.';
-- Name: compound_parts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.compound_parts (
    part text NOT NULL,
    CONSTRAINT compound_parts_part_check CHECK ((part ~ '^[a-z]{3,}$'::text))
);
-- Name: TABLE compound_parts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.compound_parts IS 'Words from which the field makes compounds: stage, begeleider, plek.';
-- Name: consent_texts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.consent_texts (
    version integer NOT NULL,
    valid_from date NOT NULL,
    text text NOT NULL,
    CONSTRAINT consent_texts_version_check CHECK ((version > 0))
);
-- Name: TABLE consent_texts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.consent_texts IS 'Versions of the text with which a candidate agrees that a region may see a card.';
-- Name: consents; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.consents (
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    region_code text,
    text_version integer NOT NULL,
    channel text NOT NULL,
    recorded_by uuid,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT consents_channel_check CHECK ((channel = ANY (ARRAY['on_screen'::text, 'phone'::text, 'letter'::text, 'mail'::text]))),
    CONSTRAINT consents_check CHECK ((withdrawn_at >= given_at))
);
-- Name: TABLE consents; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.consents IS 'Per receiving region (null: all neighbours of the region that has the case), apart from registration.';
-- Name: content_version; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.content_version (
    is_only boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT content_version_is_only_check CHECK (is_only)
);
-- Name: TABLE content_version; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.content_version IS 'Rises with every change of what is public about projects and the network; one row.';
-- Name: copies; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.copies (
    id uuid NOT NULL,
    project_id uuid,
    good_practice_id uuid,
    subject_name text NOT NULL,
    member_id uuid,
    organisation_name text NOT NULL,
    region_code text NOT NULL,
    copied_on date NOT NULL,
    intention text NOT NULL,
    outcome text NOT NULL,
    outcome_kind text,
    outcome_on date,
    outcome_asked_on date,
    outcome_asks smallint DEFAULT 0 NOT NULL,
    held_at timestamp with time zone,
    held_reason text,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT copies_check CHECK ((num_nonnulls(project_id, good_practice_id) = 1)),
    CONSTRAINT copies_check1 CHECK ((num_nonnulls(outcome_kind, outcome_on) = ANY (ARRAY[0, 2]))),
    CONSTRAINT copies_held CHECK ((num_nonnulls(held_at, held_reason) = ANY (ARRAY[0, 2]))),
    CONSTRAINT copies_held_reason_check CHECK ((held_reason <> ''::text)),
    CONSTRAINT copies_organisation_name_check CHECK ((organisation_name <> ''::text)),
    CONSTRAINT copies_outcome_asks_check CHECK (((outcome_asks >= 0) AND (outcome_asks <= 2))),
    CONSTRAINT copies_outcome_kind_check CHECK ((outcome_kind = ANY (ARRAY['worked'::text, 'worked_in_part'::text, 'did_not_work'::text, 'too_early'::text]))),
    CONSTRAINT copies_subject_name_check CHECK ((subject_name <> ''::text)),
    CONSTRAINT copies_version_check CHECK ((version > 0))
);
-- Name: TABLE copies; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.copies IS 'Who copied what from where, and what came of it.';
-- Name: COLUMN copies.subject_name; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.copies.subject_name IS 'What it was called when it was copied; kept for when its page is gone.';
-- Name: COLUMN copies.outcome_asks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.copies.outcome_asks IS 'How many mails asked for the outcome since it was copied, or since the last answer that left it open.';
-- Name: due_rules; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.due_rules (
    key text NOT NULL,
    valid_from date NOT NULL,
    value smallint NOT NULL,
    unit text NOT NULL,
    owner text NOT NULL,
    source text NOT NULL,
    CONSTRAINT due_rules_key_check CHECK ((key ~ '^[a-z_]+$'::text)),
    CONSTRAINT due_rules_unit_check CHECK ((unit = ANY (ARRAY['working_days'::text, 'days'::text]))),
    CONSTRAINT due_rules_value_check CHECK ((value >= 0))
);
-- Name: TABLE due_rules; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.due_rules IS 'How long each owner has for each step, dated.';
-- Name: erased_files; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.erased_files (
    file_sha256 bytea NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    CONSTRAINT erased_files_file_sha256_check CHECK ((octet_length(file_sha256) = 32))
);
-- Name: TABLE erased_files; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.erased_files IS 'SHA-256 of the ids of erased candidates, to erase them again from a backup that is put back.';
-- Name: framework_levels; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.framework_levels (
    framework_version integer NOT NULL,
    route text NOT NULL,
    study_year smallint NOT NULL,
    area_code text NOT NULL,
    default_level smallint NOT NULL,
    target_level smallint NOT NULL,
    CONSTRAINT framework_levels_default_level_check CHECK (((default_level >= 10) AND (default_level <= 50))),
    CONSTRAINT framework_levels_route_check CHECK ((route = ANY (ARRAY['bol'::text, 'bbl'::text, 'third_route'::text]))),
    CONSTRAINT framework_levels_study_year_check CHECK (((study_year >= 1) AND (study_year <= 4))),
    CONSTRAINT framework_levels_target_level_check CHECK (((target_level >= 10) AND (target_level <= 50)))
);
-- Name: TABLE framework_levels; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.framework_levels IS 'Default and target level in tenths per route, study year and area.';
-- Name: frameworks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.frameworks (
    version integer NOT NULL,
    valid_from date NOT NULL,
    source text NOT NULL,
    CONSTRAINT frameworks_version_check CHECK ((version > 0))
);
-- Name: TABLE frameworks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.frameworks IS 'Versions of the uniform assessment, one instrument for the whole country.';
-- Name: teams; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.teams (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    region_code text NOT NULL,
    name text NOT NULL,
    phone text NOT NULL,
    mail text NOT NULL,
    is_fictional boolean NOT NULL,
    CONSTRAINT teams_name_check CHECK ((name <> ''::text))
);
-- Name: TABLE teams; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.teams IS 'A team of one organisation owns cases; the walls of privacy stand around teams.';
-- Name: given_answers; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.given_answers AS
 SELECT 'proposal'::text AS subject,
    t.region_code,
    NULL::text AS receiving_region_code,
    (date_trunc('month'::text, (p.opened_at AT TIME ZONE 'Europe/Amsterdam'::text)))::date AS asked_month,
    p.state AS outcome,
    p.decline_reason AS reason
   FROM (public.proposals p
     JOIN public.teams t ON ((t.id = p.team_id)))
UNION ALL
 SELECT 'referral'::text AS subject,
    r.sending_region_code AS region_code,
    r.receiving_region_code,
    (date_trunc('month'::text, (r.opened_at AT TIME ZONE 'Europe/Amsterdam'::text)))::date AS asked_month,
    r.state AS outcome,
    r.decline_reason AS reason
   FROM public.referrals r
UNION ALL
 SELECT answer_statistics.subject,
    answer_statistics.region_code,
    answer_statistics.receiving_region_code,
    answer_statistics.asked_month,
    answer_statistics.outcome,
    answer_statistics.reason
   FROM public.answer_statistics;
-- Name: VIEW given_answers; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.given_answers IS 'What practices and regions were asked and answered, erased people included.';
-- Name: good_practice_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.good_practice_bottlenecks (
    good_practice_id uuid NOT NULL,
    bottleneck_code text NOT NULL
);
-- Name: TABLE good_practice_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.good_practice_bottlenecks IS 'What it solves.';
-- Name: good_practice_links; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.good_practice_links (
    id uuid NOT NULL,
    good_practice_id uuid NOT NULL,
    "position" smallint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    url text NOT NULL,
    CONSTRAINT good_practice_links_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'film'::text, 'page'::text]))),
    CONSTRAINT good_practice_links_position_check CHECK ((("position" >= 1) AND ("position" <= 20))),
    CONSTRAINT good_practice_links_title_check CHECK ((title <> ''::text)),
    CONSTRAINT good_practice_links_url_check CHECK ((url ~ '^https://[^\s]+$'::text))
);
-- Name: TABLE good_practice_links; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.good_practice_links IS 'Documents, films and pages elsewhere, as links.';
-- Name: good_practice_regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.good_practice_regions (
    good_practice_id uuid NOT NULL,
    region_code text NOT NULL
);
-- Name: TABLE good_practice_regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.good_practice_regions IS 'Where it was done.';
-- Name: import_mappings; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.import_mappings (
    team_id uuid NOT NULL,
    kind text NOT NULL,
    headings_sha256 bytea NOT NULL,
    mapping jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT import_mappings_headings_sha256_check CHECK ((octet_length(headings_sha256) = 32)),
    CONSTRAINT import_mappings_kind_check CHECK ((kind = ANY (ARRAY['candidates'::text, 'places'::text])))
);
-- Name: TABLE import_mappings; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.import_mappings IS 'Which column holds what in files of a team with these headings; no cell of a file is in it.';
-- Name: import_run_rows; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.import_run_rows (
    import_run_id uuid NOT NULL,
    line integer NOT NULL,
    team_id uuid NOT NULL,
    case_id uuid,
    training_place_id uuid,
    practice_id uuid,
    CONSTRAINT import_run_rows_check CHECK ((num_nonnulls(case_id, training_place_id) = 1)),
    CONSTRAINT import_run_rows_line_check CHECK ((line > 0))
);
-- Name: TABLE import_run_rows; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.import_run_rows IS 'What one row of an import became; practice_id only where the row brought the practice too.';
-- Name: import_runs; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.import_runs (
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    staff_member_id uuid,
    kind text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved integer NOT NULL,
    new_practices integer NOT NULL,
    drafts integer NOT NULL,
    faulty integer NOT NULL,
    skipped integer NOT NULL,
    undone_at timestamp with time zone,
    CONSTRAINT import_runs_drafts_check CHECK ((drafts >= 0)),
    CONSTRAINT import_runs_faulty_check CHECK ((faulty >= 0)),
    CONSTRAINT import_runs_kind_check CHECK ((kind = ANY (ARRAY['candidates'::text, 'places'::text]))),
    CONSTRAINT import_runs_new_practices_check CHECK ((new_practices >= 0)),
    CONSTRAINT import_runs_saved_check CHECK ((saved >= 0)),
    CONSTRAINT import_runs_skipped_check CHECK ((skipped >= 0))
);
-- Name: TABLE import_runs; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.import_runs IS 'An import that was confirmed: how many rows came in, and whether it was taken back.';
-- Name: imports; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.imports (
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    staff_member_id uuid,
    kind text NOT NULL,
    file_name text NOT NULL,
    content bytea NOT NULL,
    mapping jsonb NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT imports_content_check CHECK ((octet_length(content) <= 5242880)),
    CONSTRAINT imports_kind_check CHECK ((kind = ANY (ARRAY['candidates'::text, 'places'::text])))
);
-- Name: TABLE imports; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.imports IS 'An uploaded file between preview and confirmation; removed when confirmed, cancelled or after a day.';
-- Name: kept_forms; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.kept_forms (
    id uuid NOT NULL,
    browser_sha256 bytea NOT NULL,
    visitor_hash bytea NOT NULL,
    staff_member_id uuid,
    candidate_id uuid,
    content bytea NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT kept_forms_browser_sha256_check CHECK ((octet_length(browser_sha256) = 32)),
    CONSTRAINT kept_forms_check CHECK ((num_nonnulls(staff_member_id, candidate_id) <= 1)),
    CONSTRAINT kept_forms_check1 CHECK (((expires_at > kept_at) AND (expires_at <= (kept_at + '01:00:00'::interval)))),
    CONSTRAINT kept_forms_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 262144))),
    CONSTRAINT kept_forms_visitor_hash_check CHECK ((octet_length(visitor_hash) = 32))
);
-- Name: TABLE kept_forms; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.kept_forms IS 'Forms that came too late to be taken, sealed with a key outside the database, for the browser that sent them. Whose they are is what the form said, so no foreign key tells a stranger who exists.';
-- Name: mail_links; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.mail_links (
    token_sha256 bytea NOT NULL,
    purpose text NOT NULL,
    staff_member_id uuid,
    candidate_id uuid,
    proposal_id uuid,
    mail text,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT mail_links_check CHECK ((expires_at > created_at)),
    CONSTRAINT mail_links_check1 CHECK ((num_nonnulls(staff_member_id, candidate_id, proposal_id, mail) =
CASE purpose
    WHEN 'candidate_mail_change'::text THEN 2
    ELSE 1
END)),
    CONSTRAINT mail_links_check2 CHECK (((staff_member_id IS NOT NULL) = (purpose = ANY (ARRAY['invitation'::text, 'password_reset'::text])))),
    CONSTRAINT mail_links_check3 CHECK (((candidate_id IS NOT NULL) = (purpose = ANY (ARRAY['candidate_sign_in'::text, 'candidate_mail_change'::text])))),
    CONSTRAINT mail_links_check4 CHECK (((proposal_id IS NOT NULL) = (purpose = 'practice_answer'::text))),
    CONSTRAINT mail_links_check5 CHECK (((mail IS NOT NULL) = (purpose = ANY (ARRAY['candidate_registration'::text, 'candidate_mail_change'::text])))),
    CONSTRAINT mail_links_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'password_reset'::text, 'candidate_sign_in'::text, 'candidate_registration'::text, 'candidate_mail_change'::text, 'practice_answer'::text]))),
    CONSTRAINT mail_links_token_sha256_check CHECK ((octet_length(token_sha256) = 32))
);
-- Name: TABLE mail_links; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.mail_links IS 'Links that were mailed, by the hash of their token: one purpose, one use, an end. Opening one uses nothing.';
-- Name: map_places; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.map_places (
    geonames_id bigint NOT NULL,
    name text NOT NULL,
    municipality_code text NOT NULL,
    region_code text NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    z integer NOT NULL,
    inhabitants integer NOT NULL,
    CONSTRAINT map_places_inhabitants_check CHECK ((inhabitants >= 0))
);
-- Name: TABLE map_places; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.map_places IS 'Places of 1,000 inhabitants or more; drawn as dots they show the country. Source: GeoNames (CC BY 4.0).';
-- Name: match_changes; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.match_changes (
    id bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    kind text NOT NULL,
    subject_id uuid,
    CONSTRAINT match_changes_kind_check CHECK ((kind = ANY (ARRAY['place'::text, 'case'::text, 'all'::text])))
);
-- Name: TABLE match_changes; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.match_changes IS 'What changed for the matcher''s snapshot; readers take rows below the oldest running transaction.';
-- Name: match_changes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
ALTER TABLE public.match_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.match_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
-- Name: meeting_actions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meeting_actions (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    sentence text NOT NULL,
    owner_id uuid NOT NULL,
    due_on date NOT NULL,
    done_on date,
    CONSTRAINT meeting_actions_sentence_check CHECK ((sentence <> ''::text))
);
-- Name: TABLE meeting_actions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.meeting_actions IS 'What was agreed, who does it and by when.';
-- Name: meeting_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meeting_bottlenecks (
    meeting_id uuid NOT NULL,
    bottleneck_code text NOT NULL
);
-- Name: TABLE meeting_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.meeting_bottlenecks IS 'What a meeting is about.';
-- Name: meeting_signups; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meeting_signups (
    meeting_id uuid NOT NULL,
    member_id uuid NOT NULL,
    state text NOT NULL,
    signed_up_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    CONSTRAINT meeting_signups_state_check CHECK ((state = ANY (ARRAY['coming'::text, 'waiting'::text, 'cancelled'::text])))
);
-- Name: TABLE meeting_signups; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.meeting_signups IS 'Who comes and who waits for a seat, in the order of signing up.';
-- Name: meetings; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.meetings (
    id uuid NOT NULL,
    slug text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    label text NOT NULL,
    held_on date,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    place text NOT NULL,
    online_url text,
    region_code text,
    municipality_code text,
    agenda text NOT NULL,
    minutes text NOT NULL,
    capacity smallint,
    signup_closes_at timestamp with time zone,
    state text NOT NULL,
    organiser_id uuid,
    contact_mail text NOT NULL,
    source text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    sequence integer NOT NULL,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT meetings_capacity_check CHECK ((capacity > 0)),
    CONSTRAINT meetings_check CHECK (((held_on IS NOT NULL) OR ((state = 'held'::text) AND (source <> ''::text)))),
    CONSTRAINT meetings_check1 CHECK ((ends_at > starts_at)),
    CONSTRAINT meetings_check2 CHECK (((starts_at IS NULL) OR ((ends_at IS NOT NULL) AND (held_on IS NOT NULL) AND (((starts_at AT TIME ZONE 'Europe/Amsterdam'::text))::date = held_on)))),
    CONSTRAINT meetings_check3 CHECK (((state <> 'planned'::text) OR (starts_at IS NOT NULL))),
    CONSTRAINT meetings_kind_check CHECK ((kind = ANY (ARRAY['leertafel'::text, 'regiotafel'::text, 'onderwijstafel'::text, 'leernetwerkbijeenkomst'::text]))),
    CONSTRAINT meetings_online_url_check CHECK ((online_url ~ '^https://[^\s]+$'::text)),
    CONSTRAINT meetings_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT meetings_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT meetings_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text, 'held'::text]))),
    CONSTRAINT meetings_title_check CHECK ((title <> ''::text)),
    CONSTRAINT meetings_version_check CHECK ((version > 0))
);
-- Name: TABLE meetings; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.meetings IS 'Meetings of the network, planned and held. label: the name of the region as in the source; held_on is unknown only where the source does not say. Minutes name topics, no persons.';
-- Name: member_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.member_bottlenecks (
    member_id uuid NOT NULL,
    bottleneck_code text NOT NULL,
    stance text NOT NULL,
    CONSTRAINT member_bottlenecks_stance_check CHECK ((stance = ANY (ARRAY['knows'::text, 'seeks'::text])))
);
-- Name: TABLE member_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.member_bottlenecks IS 'Which bottlenecks a member knows something about, or looks for help with.';
-- Name: member_regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.member_regions (
    member_id uuid NOT NULL,
    region_code text NOT NULL
);
-- Name: TABLE member_regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.member_regions IS 'In which regions a member works.';
-- Name: municipalities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.municipalities (
    code text NOT NULL,
    name text NOT NULL,
    province text NOT NULL,
    corop text NOT NULL,
    region_code text NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    z integer NOT NULL,
    CONSTRAINT municipalities_code_check CHECK ((code ~ '^GM[0-9]{4}$'::text))
);
-- Name: TABLE municipalities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.municipalities IS 'Municipalities of 2025 with the coordinates of their largest place.';
-- Name: network_members; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.network_members (
    id uuid NOT NULL,
    staff_member_id uuid,
    name text NOT NULL,
    organisation_name text NOT NULL,
    position_name text NOT NULL,
    knows text NOT NULL,
    seeks text NOT NULL,
    is_listed boolean NOT NULL,
    wants_mail boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    joined_by text NOT NULL,
    left_at timestamp with time zone,
    questions_told_at timestamp with time zone,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT network_members_joined_by_check CHECK ((joined_by = ANY (ARRAY['grant'::text, 'self'::text]))),
    CONSTRAINT network_members_name_check CHECK ((name <> ''::text)),
    CONSTRAINT network_members_organisation_name_check CHECK ((organisation_name <> ''::text)),
    CONSTRAINT network_members_version_check CHECK ((version > 0))
);
-- Name: TABLE network_members; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.network_members IS 'Members of the learning network: who they are, what they know and look for. Listed only with their consent.';
-- Name: oidc_attempts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.oidc_attempts (
    state_sha256 bytea NOT NULL,
    provider_id uuid NOT NULL,
    browser_sha256 bytea NOT NULL,
    linking_staff_member_id uuid,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    return_path text NOT NULL,
    subject text,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT oidc_attempts_browser_sha256_check CHECK ((octet_length(browser_sha256) = 32)),
    CONSTRAINT oidc_attempts_check CHECK (((subject IS NULL) OR ((used_at IS NOT NULL) AND (linking_staff_member_id IS NOT NULL)))),
    CONSTRAINT oidc_attempts_state_sha256_check CHECK ((octet_length(state_sha256) = 32))
);
-- Name: TABLE oidc_attempts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.oidc_attempts IS 'Sign-ins on their way to a provider and back, bound to one browser; each is used once.';
-- Name: oidc_providers; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.oidc_providers (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    secret_name text NOT NULL,
    is_enabled boolean NOT NULL,
    CONSTRAINT oidc_providers_client_id_check CHECK ((client_id <> ''::text)),
    CONSTRAINT oidc_providers_issuer_check CHECK ((issuer <> ''::text)),
    CONSTRAINT oidc_providers_name_check CHECK ((name <> ''::text)),
    CONSTRAINT oidc_providers_secret_name_check CHECK ((secret_name ~ '^[A-Z][A-Z0-9_]*$'::text)),
    CONSTRAINT oidc_providers_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
-- Name: TABLE oidc_providers; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.oidc_providers IS 'Where staff of an organisation may sign in; the client secret is a setting, known here by name only.';
-- Name: oidc_subjects; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.oidc_subjects (
    provider_id uuid NOT NULL,
    subject text NOT NULL,
    staff_member_id uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT oidc_subjects_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 255)))
);
-- Name: TABLE oidc_subjects; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.oidc_subjects IS 'Who someone is at a provider: by issuer and subject, never by mail address.';
-- Name: organisation_municipalities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.organisation_municipalities (
    organisation_id uuid NOT NULL,
    municipality_code text NOT NULL,
    valid_from date NOT NULL,
    valid_until date
);
-- Name: TABLE organisation_municipalities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.organisation_municipalities IS 'Which municipalities an organisation covers, and when.';
-- Name: organisation_regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.organisation_regions (
    organisation_id uuid NOT NULL,
    region_code text NOT NULL,
    valid_from date NOT NULL,
    valid_until date
);
-- Name: TABLE organisation_regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.organisation_regions IS 'In which regions an organisation works, and when.';
-- Name: organisations; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.organisations (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    is_fictional boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT organisations_kind_check CHECK ((kind = ANY (ARRAY['rho'::text, 'care_group'::text, 'school'::text, 'municipality'::text, 'employers_service_point'::text, 'fund'::text]))),
    CONSTRAINT organisations_name_check CHECK ((name <> ''::text)),
    CONSTRAINT organisations_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
-- Name: TABLE organisations; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.organisations IS 'Regional GP organisations, care groups, schools, municipalities, employers'' service points, the fund.';
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.outbox (
    id uuid NOT NULL,
    kind text NOT NULL,
    case_id uuid,
    team_id uuid,
    staff_member_id uuid,
    candidate_id uuid,
    proposal_id uuid,
    facts jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    available_at timestamp with time zone NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    sent_at timestamp with time zone,
    failed_at timestamp with time zone,
    CONSTRAINT outbox_check CHECK (((sent_at IS NULL) OR (failed_at IS NULL))),
    CONSTRAINT outbox_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
);
-- Name: TABLE outbox; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.outbox IS 'Messages to send, written in the transaction that causes them; ids and codes only.';
-- Name: person_keys; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.person_keys (
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    key_id text NOT NULL,
    hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT person_keys_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT person_keys_key_id_check CHECK ((key_id <> ''::text))
);
-- Name: TABLE person_keys; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.person_keys IS 'Keyed hash of normalised name and birth date; the key is outside the database. Equal hashes: perhaps one person.';
-- Name: place_offers; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.place_offers (
    training_place_id uuid NOT NULL,
    region_code text NOT NULL,
    contact_name text NOT NULL,
    mail text NOT NULL,
    phone text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    handled_by_id uuid,
    closed_reason text,
    CONSTRAINT place_offers_check CHECK (((handled_at IS NULL) = (handled_by_id IS NULL))),
    CONSTRAINT place_offers_check1 CHECK (((closed_reason IS NULL) OR (handled_at IS NOT NULL))),
    CONSTRAINT place_offers_closed_reason_check CHECK ((closed_reason = ANY (ARRAY['duplicate'::text, 'mistake'::text, 'unreachable'::text, 'withdrawn'::text, 'unsuitable'::text]))),
    CONSTRAINT place_offers_contact_name_check CHECK ((contact_name <> ''::text)),
    CONSTRAINT place_offers_mail_check CHECK ((mail <> ''::text)),
    CONSTRAINT place_offers_phone_check CHECK ((phone <> ''::text))
);
-- Name: TABLE place_offers; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.place_offers IS 'Training places offered by practices without an account, and how the region handled them.';
-- Name: placement_parts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.placement_parts (
    id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    team_id uuid NOT NULL,
    training_place_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    weekdays smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    hours_per_week smallint NOT NULL,
    supervisor_id uuid,
    employer text NOT NULL,
    CONSTRAINT placement_parts_check CHECK ((starts_on < ends_on)),
    CONSTRAINT placement_parts_employer_check CHECK ((employer = ANY (ARRAY['practice'::text, 'rho'::text, 'none'::text]))),
    CONSTRAINT placement_parts_hours_per_week_check CHECK (((hours_per_week >= 1) AND (hours_per_week <= 40))),
    CONSTRAINT placement_parts_weekdays_check CHECK (((weekdays >= 1) AND (weekdays <= 127)))
);
-- Name: TABLE placement_parts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.placement_parts IS 'The parts of a placement (split weeks, duo with the out-of-hours post); a proposal holds all or none.';
-- Name: practice_calls; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.practice_calls (
    id uuid NOT NULL,
    practice_id uuid NOT NULL,
    team_id uuid NOT NULL,
    staff_member_id uuid,
    called_at timestamp with time zone NOT NULL,
    was_reached boolean NOT NULL,
    note text NOT NULL
);
-- Name: TABLE practice_calls; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.practice_calls IS 'The call log of a practice, per team.';
-- Name: practice_card_levels; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.practice_card_levels WITH (security_barrier='true') AS
 SELECT p.id AS proposal_id,
    l.area_code,
    l.level
   FROM (((public.proposals p
     JOIN public.case_files f ON ((f.id = p.case_id)))
     JOIN LATERAL ( SELECT a.id
           FROM public.assessments a
          WHERE (a.candidate_id = f.candidate_id)
          ORDER BY a.updated_at DESC, a.id
         LIMIT 1) newest ON (true))
     JOIN public.assessment_levels l ON ((l.assessment_id = newest.id)))
  WHERE (p.id = ( SELECT public.acting_proposal() AS acting_proposal));
-- Name: VIEW practice_card_levels; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.practice_card_levels IS 'The levels beside a practice''s card.';
-- Name: practices; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.practices (
    id uuid NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    street text NOT NULL,
    postcode text NOT NULL,
    town text NOT NULL,
    municipality_code text NOT NULL,
    region_code text NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    z integer NOT NULL,
    organisation_id uuid,
    is_member boolean NOT NULL,
    is_draft boolean NOT NULL,
    team_size smallint,
    kvk text,
    company_id text,
    notes text NOT NULL,
    is_fictional boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT practices_company_id_check CHECK ((company_id ~ '^[0-9]{6,10}$'::text)),
    CONSTRAINT practices_kind_check CHECK ((kind = ANY (ARRAY['practice'::text, 'service_centre'::text, 'out_of_hours_post'::text]))),
    CONSTRAINT practices_kvk_check CHECK ((kvk ~ '^[0-9]{8}$'::text)),
    CONSTRAINT practices_name_check CHECK ((name <> ''::text)),
    CONSTRAINT practices_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT practices_team_size_check CHECK (((team_size >= 1) AND (team_size <= 500))),
    CONSTRAINT practices_version_check CHECK ((version > 0))
);
-- Name: TABLE practices; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.practices IS 'Practices, service centres and out-of-hours posts that offer places.';
-- Name: COLUMN practices.company_id; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.practices.company_id IS 'SBB id of the recognised training company (leerbedrijf-ID).';
-- Name: staff_members; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.staff_members (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    mail text NOT NULL,
    phone text NOT NULL,
    absent_until date,
    stand_in_id uuid,
    disabled_at timestamp with time zone,
    is_fictional boolean NOT NULL,
    CONSTRAINT staff_members_check CHECK (((stand_in_id IS NULL) OR (stand_in_id <> id))),
    CONSTRAINT staff_members_name_check CHECK ((name <> ''::text))
);
-- Name: TABLE staff_members; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.staff_members IS 'People who work with the service for an organisation. They sign in with their mail address.';
-- Name: practice_cards; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.practice_cards WITH (security_barrier='true') AS
 SELECT p.id AS proposal_id,
    p.reference,
    p.version,
    p.state,
    p.due_on,
    p.starts_on,
    p.ends_on,
    p.answered_at,
    p.interview_on,
    p.decline_reason,
    p.not_before_on,
    p.call_wanted_at,
    f.state AS case_state,
    p.team_id,
    t.region_code,
    t.name AS team_name,
    t.phone AS team_phone,
    t.mail AS team_mail,
    m.name AS coordinator_name,
    m.phone AS coordinator_phone,
    p.practice_id,
    r.name AS practice_name,
    r.town,
    f.kind,
    f.route,
    f.study_year,
    c.name AS role_name,
    k.background,
    part.weekdays,
    part.hours_per_week,
        CASE
            WHEN shown.is_introduced THEN concat_ws(' '::text, i.given_name, NULLIF(i.name_infix, ''::text), i.family_name)
            ELSE NULL::text
        END AS candidate_name,
        CASE
            WHEN shown.is_introduced THEN i.phone
            ELSE NULL::text
        END AS candidate_phone
   FROM (((((((((public.proposals p
     JOIN public.case_files f ON ((f.id = p.case_id)))
     JOIN public.candidates k ON ((k.id = f.candidate_id)))
     JOIN public.candidate_identities i ON ((i.candidate_id = f.candidate_id)))
     JOIN public.care_roles c ON ((c.code = f.role_code)))
     JOIN public.teams t ON ((t.id = p.team_id)))
     JOIN public.practices r ON ((r.id = p.practice_id)))
     LEFT JOIN public.staff_members m ON ((m.id = f.coordinator_id)))
     CROSS JOIN LATERAL ( SELECT ((p.state = ANY (ARRAY['interview'::text, 'agreed'::text])) AND (p.introduction_yes_at IS NOT NULL)) AS is_introduced) shown)
     LEFT JOIN LATERAL ( SELECT x.weekdays,
            x.hours_per_week
           FROM public.placement_parts x
          WHERE (x.proposal_id = p.id)
          ORDER BY x.starts_on, x.id
         LIMIT 1) part ON (true))
  WHERE (p.id = ( SELECT public.acting_proposal() AS acting_proposal));
-- Name: VIEW practice_cards; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.practice_cards IS 'What a practice sees by the link to one proposal.';
-- Name: practice_closings; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.practice_closings (
    practice_id uuid NOT NULL,
    closed_from date NOT NULL,
    closed_until date NOT NULL,
    CONSTRAINT practice_closings_check CHECK ((closed_from <= closed_until))
);
-- Name: TABLE practice_closings; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.practice_closings IS 'Days on which a practice is closed, both ends included; they do not count as working days.';
-- Name: practice_contacts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.practice_contacts (
    id uuid NOT NULL,
    practice_id uuid NOT NULL,
    region_code text NOT NULL,
    function text NOT NULL,
    name text NOT NULL,
    mail text NOT NULL,
    phone text NOT NULL,
    best_time text NOT NULL,
    CONSTRAINT practice_contacts_function_check CHECK ((function = ANY (ARRAY['contact'::text, 'deciding_gp'::text, 'supervisor'::text]))),
    CONSTRAINT practice_contacts_name_check CHECK ((name <> ''::text))
);
-- Name: TABLE practice_contacts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.practice_contacts IS 'Whom to call at a practice, and when.';
-- Name: practice_recognitions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.practice_recognitions (
    practice_id uuid NOT NULL,
    crebo text NOT NULL,
    state text NOT NULL,
    valid_until date,
    checked_on date NOT NULL,
    CONSTRAINT practice_recognitions_crebo_check CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT practice_recognitions_state_check CHECK ((state = ANY (ARRAY['recognised'::text, 'requested'::text, 'withdrawn'::text, 'lapsed'::text, 'not_recognised'::text])))
);
-- Name: TABLE practice_recognitions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.practice_recognitions IS 'SBB recognition of a practice per qualification.';
-- Name: project_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_bottlenecks (
    project_id uuid NOT NULL,
    bottleneck_code text NOT NULL
);
-- Name: TABLE project_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_bottlenecks IS 'What the project solves.';
-- Name: project_edits; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_edits (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    staff_member_id uuid,
    edited_at timestamp with time zone NOT NULL,
    field text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    CONSTRAINT project_edits_field_check CHECK ((field ~ '^[a-z_]+$'::text))
);
-- Name: TABLE project_edits; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_edits IS 'What changed on a project page, when; who is for the organisation and the fund. Append-only.';
-- Name: projects; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.projects (
    id uuid NOT NULL,
    slug text NOT NULL,
    application_id uuid,
    organisation_id uuid,
    organisation_name text NOT NULL,
    label text NOT NULL,
    label_note text NOT NULL,
    name text NOT NULL,
    subject text NOT NULL,
    problem text NOT NULL,
    approach text NOT NULL,
    result text NOT NULL,
    did_not_work text NOT NULL,
    state text NOT NULL,
    starts_on date,
    ends_on date,
    period_note text NOT NULL,
    year smallint,
    grant_cents bigint,
    cost_cents bigint,
    minimum_partners smallint,
    routes smallint NOT NULL,
    publication text NOT NULL,
    publication_reason text,
    contact_id uuid,
    contact_mail text NOT NULL,
    contact_phone text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    confirmed_on date,
    source text NOT NULL,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT projects_check CHECK (((publication = 'published'::text) = (publication_reason IS NULL))),
    CONSTRAINT projects_check1 CHECK (((label = 'scheme'::text) OR (application_id IS NULL))),
    CONSTRAINT projects_check2 CHECK (((application_id IS NULL) OR ((organisation_id IS NOT NULL) AND (year IS NOT NULL)))),
    CONSTRAINT projects_cost_cents_check CHECK ((cost_cents > 0)),
    CONSTRAINT projects_grant_cents_check CHECK ((grant_cents > 0)),
    CONSTRAINT projects_label_check CHECK ((label = ANY (ARRAY['scheme'::text, 'fund_pilot'::text, 'regional'::text, 'other'::text]))),
    CONSTRAINT projects_name_check CHECK ((name <> ''::text)),
    CONSTRAINT projects_organisation_name_check CHECK ((organisation_name <> ''::text)),
    CONSTRAINT projects_publication_check CHECK ((publication = ANY (ARRAY['published'::text, 'held_back'::text, 'removed'::text]))),
    CONSTRAINT projects_routes_check CHECK (((routes >= 0) AND (routes <= 7))),
    CONSTRAINT projects_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT projects_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'ended'::text, 'stopped'::text, 'unknown'::text]))),
    CONSTRAINT projects_version_check CHECK ((version > 0))
);
-- Name: TABLE projects; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.projects IS 'Projects that regions learn from, as published; those of the stimuleringsregeling follow their application.';
-- Name: COLUMN projects.minimum_partners; Type: COMMENT; Schema: public; Owner: -
COMMENT ON COLUMN public.projects.minimum_partners IS 'What the scheme asked when it granted; null for projects without an application.';
-- Name: project_changes; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.project_changes WITH (security_barrier='true') AS
 SELECT e.project_id,
    e.edited_at,
    e.field
   FROM (public.project_edits e
     JOIN public.projects p ON ((p.id = e.project_id)))
  WHERE ((p.publication = 'published'::text) OR public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund));
-- Name: VIEW project_changes; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.project_changes IS 'When which field of a project page changed; not what stood there, nor who changed it.';
-- Name: project_goals; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_goals (
    project_id uuid NOT NULL,
    "position" smallint NOT NULL,
    sentence text NOT NULL,
    unit text NOT NULL,
    target numeric(12,1),
    reached numeric(12,1),
    CONSTRAINT project_goals_position_check CHECK ((("position" >= 1) AND ("position" <= 8))),
    CONSTRAINT project_goals_reached_check CHECK ((reached >= (0)::numeric)),
    CONSTRAINT project_goals_sentence_check CHECK ((sentence <> ''::text)),
    CONSTRAINT project_goals_target_check CHECK ((target > (0)::numeric))
);
-- Name: TABLE project_goals; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_goals IS 'Goals in numbers, and what was reached.';
-- Name: project_links; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_links (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    "position" smallint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    url text NOT NULL,
    CONSTRAINT project_links_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'film'::text, 'page'::text]))),
    CONSTRAINT project_links_position_check CHECK ((("position" >= 1) AND ("position" <= 20))),
    CONSTRAINT project_links_title_check CHECK ((title <> ''::text)),
    CONSTRAINT project_links_url_check CHECK ((url ~ '^https://[^\s]+$'::text))
);
-- Name: TABLE project_links; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_links IS 'Documents, films and pages elsewhere, as links.';
-- Name: project_municipalities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_municipalities (
    project_id uuid NOT NULL,
    municipality_code text NOT NULL
);
-- Name: TABLE project_municipalities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_municipalities IS 'In which municipalities the work is; dots on the map.';
-- Name: project_partners; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_partners (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    left_on date,
    CONSTRAINT project_partners_kind_check CHECK ((kind = ANY (ARRAY['practice'::text, 'rho'::text, 'care_group'::text, 'school'::text, 'municipality'::text, 'employers_service_point'::text, 'insurer'::text, 'hospital'::text, 'employers_organisation'::text, 'other'::text]))),
    CONSTRAINT project_partners_name_check CHECK ((name <> ''::text))
);
-- Name: TABLE project_partners; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_partners IS 'Organisations that do the project together; whoever left stays, with the day.';
-- Name: project_regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_regions (
    project_id uuid NOT NULL,
    region_code text NOT NULL
);
-- Name: TABLE project_regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_regions IS 'In which regions the work is.';
-- Name: project_slugs; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.project_slugs (
    slug text NOT NULL,
    project_id uuid NOT NULL,
    CONSTRAINT project_slugs_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
-- Name: TABLE project_slugs; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.project_slugs IS 'Former addresses of project pages; they lead to the present one.';
-- Name: project_tombstones; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.project_tombstones WITH (security_barrier='true') AS
 SELECT projects.slug,
    projects.name,
    projects.updated_at
   FROM public.projects
  WHERE (projects.publication = 'removed'::text)
UNION ALL
 SELECT s.slug,
    p.name,
    p.updated_at
   FROM (public.project_slugs s
     JOIN public.projects p ON ((p.id = s.project_id)))
  WHERE (p.publication = 'removed'::text);
-- Name: VIEW project_tombstones; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.project_tombstones IS 'Removed project pages: name and day, nothing else.';
-- Name: qualifications; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.qualifications (
    crebo text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    dossier text NOT NULL,
    name text NOT NULL,
    level smallint NOT NULL,
    routes smallint NOT NULL,
    source text NOT NULL,
    CONSTRAINT qualifications_crebo_check CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT qualifications_level_check CHECK (((level >= 1) AND (level <= 4))),
    CONSTRAINT qualifications_routes_check CHECK (((routes >= 1) AND (routes <= 7)))
);
-- Name: TABLE qualifications; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.qualifications IS 'Crebo codes with the period in which they are valid; codes are replaced every few years.';
-- Name: question_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.question_bottlenecks (
    question_id uuid NOT NULL,
    bottleneck_code text NOT NULL
);
-- Name: TABLE question_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.question_bottlenecks IS 'What a question is about.';
-- Name: questions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.questions (
    id uuid NOT NULL,
    slug text NOT NULL,
    member_id uuid,
    region_code text,
    project_id uuid,
    good_practice_id uuid,
    title text NOT NULL,
    body text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    held_at timestamp with time zone,
    held_reason text,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT questions_body_check CHECK ((body <> ''::text)),
    CONSTRAINT questions_check CHECK ((num_nonnulls(project_id, good_practice_id) <= 1)),
    CONSTRAINT questions_held CHECK ((num_nonnulls(held_at, held_reason) = ANY (ARRAY[0, 2]))),
    CONSTRAINT questions_held_reason_check CHECK ((held_reason <> ''::text)),
    CONSTRAINT questions_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT questions_title_check CHECK ((title <> ''::text)),
    CONSTRAINT questions_version_check CHECK ((version > 0))
);
-- Name: TABLE questions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.questions IS 'Questions to the network; some are about a project or practice.';
-- Name: reason_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.reason_bottlenecks (
    kind text NOT NULL,
    code text NOT NULL,
    bottleneck_code text NOT NULL
);
-- Name: TABLE reason_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.reason_bottlenecks IS 'Which bottleneck a reason for no points to.';
-- Name: reasons; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.reasons (
    kind text NOT NULL,
    code text NOT NULL,
    "position" smallint NOT NULL,
    sentence text NOT NULL,
    CONSTRAINT reasons_code_check CHECK ((code ~ '^[a-z_]+$'::text)),
    CONSTRAINT reasons_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
);
-- Name: TABLE reasons; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.reasons IS 'Controlled reasons per kind of answer, with the Dutch sentence people see.';
-- Name: recovery_codes; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.recovery_codes (
    id uuid NOT NULL,
    staff_member_id uuid NOT NULL,
    code_sha256 bytea NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_codes_code_sha256_check CHECK ((octet_length(code_sha256) = 32))
);
-- Name: TABLE recovery_codes; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.recovery_codes IS 'Codes for whoever lost the second factor; each works once and is stored hashed.';
-- Name: referral_card_levels; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.referral_card_levels WITH (security_barrier='true') AS
 SELECT r.id AS referral_id,
    l.area_code,
    l.level
   FROM ((public.referrals r
     JOIN public.case_files f ON ((f.id = r.case_id)))
     JOIN public.assessment_levels l ON ((l.assessment_id = r.assessment_id)))
  WHERE ((( SELECT public.acting_team() AS acting_team) IS NOT NULL) AND ((f.team_id = ( SELECT public.acting_team() AS acting_team)) OR ((r.state = 'open'::text) AND (r.receiving_region_code = ( SELECT public.acting_region() AS acting_region)))));
-- Name: VIEW referral_card_levels; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.referral_card_levels IS 'The levels on the card, in tenths per area; no scores, no indicators, no remark.';
-- Name: schools; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.schools (
    id uuid NOT NULL,
    name text NOT NULL,
    area text NOT NULL,
    region_code text,
    offers text NOT NULL,
    source text NOT NULL,
    is_fictional boolean NOT NULL,
    CONSTRAINT schools_name_check CHECK ((name <> ''::text))
);
-- Name: TABLE schools; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.schools IS 'Schools and trainers: they ask for places, give their go, sign the agreement.';
-- Name: referral_cards; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.referral_cards WITH (security_barrier='true') AS
 SELECT r.id AS referral_id,
    f.kind,
    f.route,
    f.study_year,
    c.name AS role_name,
    s.name AS school_name,
    f.school_weekdays,
    m.name AS municipality_name,
    k.travel_means,
    k.travel_limit_km,
    f.wished_start_on,
    f.earliest_start_on,
    f.latest_start_on,
    f.weeks_needed,
    f.weeks_wanted,
    f.weekdays,
    f.weekdays_least,
    f.hours_least,
    f.hours_most,
    f.has_priority,
    a.framework_version
   FROM ((((((public.referrals r
     JOIN public.case_files f ON ((f.id = r.case_id)))
     JOIN public.candidates k ON ((k.id = f.candidate_id)))
     JOIN public.care_roles c ON ((c.code = f.role_code)))
     JOIN public.municipalities m ON ((m.code = k.municipality_code)))
     LEFT JOIN public.schools s ON ((s.id = f.school_id)))
     LEFT JOIN public.assessments a ON ((a.id = r.assessment_id)))
  WHERE ((( SELECT public.acting_team() AS acting_team) IS NOT NULL) AND ((f.team_id = ( SELECT public.acting_team() AS acting_team)) OR ((r.state = 'open'::text) AND (r.receiving_region_code = ( SELECT public.acting_region() AS acting_region)))));
-- Name: VIEW referral_cards; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.referral_cards IS 'The card of a referral, for the region it goes to while it is open, and for the team that has the case.';
-- Name: referral_places; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.referral_places (
    referral_id uuid NOT NULL,
    training_place_id uuid NOT NULL,
    "position" smallint NOT NULL,
    fit smallint NOT NULL,
    distance_hm integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT referral_places_check CHECK ((starts_on < ends_on)),
    CONSTRAINT referral_places_distance_hm_check CHECK ((distance_hm >= 0)),
    CONSTRAINT referral_places_fit_check CHECK (((fit >= 0) AND (fit <= 1000))),
    CONSTRAINT referral_places_position_check CHECK ((("position" >= 1) AND ("position" <= 5)))
);
-- Name: TABLE referral_places; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.referral_places IS 'The places a referral carries, each with its fit at that moment; the seat of the first is held.';
-- Name: region_neighbours; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.region_neighbours (
    region_code text NOT NULL,
    neighbour_code text NOT NULL,
    CONSTRAINT region_neighbours_check CHECK ((region_code <> neighbour_code))
);
-- Name: TABLE region_neighbours; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.region_neighbours IS 'Which regions share a border, both ways.';
-- Name: regions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.regions (
    code text NOT NULL,
    level text NOT NULL,
    parent_code text,
    name text NOT NULL,
    slug text NOT NULL,
    provinces text NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    CONSTRAINT regions_check CHECK (((level = 'azw'::text) = (parent_code IS NULL))),
    CONSTRAINT regions_level_check CHECK ((level = ANY (ARRAY['azw'::text, 'gp'::text, 'sub'::text]))),
    CONSTRAINT regions_name_check CHECK ((name <> ''::text)),
    CONSTRAINT regions_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
-- Name: TABLE regions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.regions IS 'Geography: AZW labour-market regions at the root, GP regions and sub-regions below them.';
-- Name: retention_consents; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.retention_consents (
    id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    text_version integer NOT NULL,
    channel text NOT NULL,
    recorded_by uuid,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT retention_consents_channel_check CHECK ((channel = ANY (ARRAY['on_screen'::text, 'phone'::text, 'letter'::text, 'mail'::text]))),
    CONSTRAINT retention_consents_check CHECK ((withdrawn_at >= given_at))
);
-- Name: TABLE retention_consents; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.retention_consents IS 'That a file may be kept for a year after someone stopped looking: a purpose of its own.';
-- Name: retention_texts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.retention_texts (
    version integer NOT NULL,
    valid_from date NOT NULL,
    text text NOT NULL,
    CONSTRAINT retention_texts_version_check CHECK ((version > 0))
);
-- Name: TABLE retention_texts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.retention_texts IS 'Versions of the text with which a candidate agrees that the file is kept for a year.';
-- Name: retention_warnings; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.retention_warnings (
    candidate_id uuid NOT NULL,
    team_id uuid NOT NULL,
    erase_on date NOT NULL,
    warned_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    failed_at timestamp with time zone
);
-- Name: TABLE retention_warnings; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.retention_warnings IS 'Whose file will be erased, on which day, and whether the mail that says so was delivered or given up.';
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.schema_migrations (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);
-- Name: TABLE schema_migrations; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.schema_migrations IS 'Which migrations were applied, with the SHA-256 of each file.';
-- Name: scheme_years; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.scheme_years (
    year smallint NOT NULL,
    ceiling_cents bigint NOT NULL,
    share_percent smallint NOT NULL,
    maximum_cents bigint NOT NULL,
    minimum_partners smallint NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    source text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT scheme_years_ceiling_cents_check CHECK ((ceiling_cents >= 0)),
    CONSTRAINT scheme_years_check CHECK ((closes_on >= opens_on)),
    CONSTRAINT scheme_years_maximum_cents_check CHECK ((maximum_cents > 0)),
    CONSTRAINT scheme_years_minimum_partners_check CHECK ((minimum_partners >= 0)),
    CONSTRAINT scheme_years_share_percent_check CHECK (((share_percent >= 1) AND (share_percent <= 100))),
    CONSTRAINT scheme_years_source_check CHECK ((source <> ''::text)),
    CONSTRAINT scheme_years_version_check CHECK ((version > 0)),
    CONSTRAINT scheme_years_year_check CHECK (((year >= 2015) AND (year <= 2100)))
);
-- Name: TABLE scheme_years; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.scheme_years IS 'The rules of the stimuleringsregeling per year: ceiling, share, maximum, partners, when it is open.';
-- Name: scoring_models; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.scoring_models (
    version integer NOT NULL,
    valid_from date NOT NULL,
    learning_needs_weight smallint NOT NULL,
    supervision_weight smallint NOT NULL,
    travel_weight smallint NOT NULL,
    period_weight smallint NOT NULL,
    continuity_weight smallint NOT NULL,
    wishes_weight smallint NOT NULL,
    source text NOT NULL,
    CONSTRAINT scoring_models_check CHECK (((((((learning_needs_weight + supervision_weight) + travel_weight) + period_weight) + continuity_weight) + wishes_weight) = 100)),
    CONSTRAINT scoring_models_continuity_weight_check CHECK ((continuity_weight >= 0)),
    CONSTRAINT scoring_models_learning_needs_weight_check CHECK ((learning_needs_weight >= 0)),
    CONSTRAINT scoring_models_period_weight_check CHECK ((period_weight >= 0)),
    CONSTRAINT scoring_models_supervision_weight_check CHECK ((supervision_weight >= 0)),
    CONSTRAINT scoring_models_travel_weight_check CHECK ((travel_weight >= 0)),
    CONSTRAINT scoring_models_version_check CHECK ((version > 0)),
    CONSTRAINT scoring_models_wishes_weight_check CHECK ((wishes_weight >= 0))
);
-- Name: TABLE scoring_models; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.scoring_models IS 'Published versions of the weights with which fit is computed.';
-- Name: search_documents; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.search_documents (
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    document tsvector NOT NULL,
    dated_at timestamp with time zone NOT NULL,
    CONSTRAINT search_documents_kind_check CHECK ((kind = ANY (ARRAY['project'::text, 'good_practice'::text, 'question'::text, 'meeting'::text, 'toolbox_item'::text])))
);
-- Name: TABLE search_documents; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.search_documents IS 'What is public, prepared for searching; kept by triggers. dated_at: when it was last new.';
-- Name: search_pending; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.search_pending (
    kind text NOT NULL,
    subject_id uuid NOT NULL
);
-- Name: TABLE search_pending; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.search_pending IS 'Subjects that this transaction changed; empty for everyone else.';
-- Name: search_terms; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.search_terms (
    term text NOT NULL,
    bottleneck_code text NOT NULL,
    tokens text[] NOT NULL
);
-- Name: TABLE search_terms; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.search_terms IS 'The words for a bottleneck, each word by its family or stem: whoever types all of one means the bottleneck.';
-- Name: search_words; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.search_words (
    word text NOT NULL,
    lexemes text[] NOT NULL,
    query text NOT NULL,
    tokens text[] NOT NULL
);
-- Name: TABLE search_words; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.search_words IS 'Every word that somebody wrote: the lexemes a text with it is indexed under, the query it stands for, its signs.';
-- Name: seat_occupations; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.seat_occupations (
    id uuid NOT NULL,
    seat_id uuid NOT NULL,
    training_place_id uuid NOT NULL,
    weekday smallint NOT NULL,
    period daterange NOT NULL,
    state text NOT NULL,
    held_until timestamp with time zone,
    proposal_id uuid,
    referral_id uuid,
    CONSTRAINT seat_occupations_check CHECK (((state <> 'held'::text) OR ((held_until IS NOT NULL) AND (held_until < 'infinity'::timestamp with time zone)))),
    CONSTRAINT seat_occupations_check1 CHECK ((num_nonnulls(proposal_id, referral_id) = 1)),
    CONSTRAINT seat_occupations_period_check CHECK (((NOT isempty(period)) AND (lower(period) IS NOT NULL) AND (upper(period) IS NOT NULL) AND (lower(period) > '-infinity'::date) AND (upper(period) < 'infinity'::date))),
    CONSTRAINT seat_occupations_state_check CHECK ((state = ANY (ARRAY['held'::text, 'taken'::text, 'released'::text]))),
    CONSTRAINT seat_occupations_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
-- Name: TABLE seat_occupations; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.seat_occupations IS 'Seat × weekday (1 Monday … 7 Sunday) × period, held until a moment or taken; overlap is impossible.';
-- Name: seats; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.seats (
    id uuid NOT NULL,
    training_place_id uuid NOT NULL,
    number smallint NOT NULL,
    CONSTRAINT seats_number_check CHECK (((number >= 1) AND (number <= 50)))
);
-- Name: TABLE seats; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.seats IS 'The seats of a place; a seat has time, see seat_occupations.';
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.sessions (
    id uuid NOT NULL,
    token_sha256 bytea NOT NULL,
    staff_member_id uuid,
    candidate_id uuid,
    role_id uuid,
    device text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    provider_id uuid,
    CONSTRAINT sessions_check CHECK ((ends_at >= created_at)),
    CONSTRAINT sessions_check1 CHECK ((num_nonnulls(staff_member_id, candidate_id) = 1)),
    CONSTRAINT sessions_check2 CHECK (((role_id IS NULL) OR (staff_member_id IS NOT NULL))),
    CONSTRAINT sessions_token_sha256_check CHECK ((octet_length(token_sha256) = 32))
);
-- Name: TABLE sessions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.sessions IS 'Who is signed in, in which role; tokens are stored hashed. Ends when idle, and in any case at ends_at.';
-- Name: sign_in_failures; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.sign_in_failures (
    kind text NOT NULL,
    key bytea NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_failures_key_check CHECK ((octet_length(key) = 32)),
    CONSTRAINT sign_in_failures_kind_check CHECK ((kind = ANY (ARRAY['password'::text, 'second_factor'::text, 'address'::text, 'password_reset'::text, 'candidate_sign_in'::text, 'candidate_registration'::text, 'candidate_mail_change'::text, 'team_sends_link'::text])))
);
-- Name: TABLE sign_in_failures; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.sign_in_failures IS 'Wrong guesses by keyed hash of account or address, to stop guessing across restarts; gone after a day.';
-- Name: social_map_entries; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.social_map_entries (
    id uuid NOT NULL,
    region_code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    url text,
    phone text NOT NULL,
    confirmed_on date NOT NULL,
    member_id uuid,
    source text NOT NULL,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT social_map_entries_kind_check CHECK ((kind = ANY (ARRAY['practice'::text, 'rho'::text, 'care_group'::text, 'school'::text, 'municipality'::text, 'employers_service_point'::text, 'insurer'::text, 'hospital'::text, 'employers_organisation'::text, 'other'::text]))),
    CONSTRAINT social_map_entries_name_check CHECK ((name <> ''::text)),
    CONSTRAINT social_map_entries_url_check CHECK ((url ~ '^https://[^\s]+$'::text)),
    CONSTRAINT social_map_entries_version_check CHECK ((version > 0))
);
-- Name: TABLE social_map_entries; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.social_map_entries IS 'Sociale kaart: organisations in a region and what one goes to them for.';
-- Name: staff_accounts; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.staff_accounts (
    staff_member_id uuid NOT NULL,
    password_hash text,
    password_changed_at timestamp with time zone,
    totp_secret bytea,
    totp_key_id text,
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT staff_accounts_check CHECK (((password_hash IS NULL) = (password_changed_at IS NULL))),
    CONSTRAINT staff_accounts_check1 CHECK (((totp_secret IS NULL) = (totp_key_id IS NULL))),
    CONSTRAINT staff_accounts_check2 CHECK (((totp_confirmed_at IS NULL) OR (totp_secret IS NOT NULL))),
    CONSTRAINT staff_accounts_password_hash_check CHECK ((password_hash <> ''::text)),
    CONSTRAINT staff_accounts_version_check CHECK ((version > 0))
);
-- Name: TABLE staff_accounts; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.staff_accounts IS 'Password (scrypt) and second factor (TOTP, sealed with a key outside the database) of a staff member.';
-- Name: staff_account_states; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.staff_account_states WITH (security_barrier='true') AS
 SELECT m.id AS staff_member_id,
    (a.password_hash IS NOT NULL) AS has_password,
    (a.totp_confirmed_at IS NOT NULL) AS has_second_factor,
    ( SELECT max(s.last_seen_at) AS max
           FROM public.sessions s
          WHERE (s.staff_member_id = m.id)) AS last_seen_at
   FROM (public.staff_members m
     LEFT JOIN public.staff_accounts a ON ((a.staff_member_id = m.id)))
  WHERE (public.administers(m.organisation_id) OR (m.id = public.acting_staff()));
-- Name: VIEW staff_account_states; Type: COMMENT; Schema: public; Owner: -
COMMENT ON VIEW public.staff_account_states IS 'Whether an account is in use, for administrators and the person self.';
-- Name: staff_roles; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.staff_roles (
    id uuid NOT NULL,
    staff_member_id uuid NOT NULL,
    role text NOT NULL,
    team_id uuid,
    organisation_id uuid,
    school_id uuid,
    region_code text,
    CONSTRAINT staff_roles_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'organisation_administrator'::text, 'project_leader'::text, 'fund'::text, 'fund_administrator'::text, 'school_contact'::text]))),
    CONSTRAINT staff_roles_scope CHECK ((((team_id IS NOT NULL) = (role = 'coordinator'::text)) AND ((organisation_id IS NOT NULL) = (role = ANY (ARRAY['organisation_administrator'::text, 'project_leader'::text]))) AND ((school_id IS NOT NULL) = (role = 'school_contact'::text)) AND ((region_code IS NULL) OR (role = 'project_leader'::text))))
);
-- Name: TABLE staff_roles; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.staff_roles IS 'What a staff member may do, and for which team, organisation, school or region; several at once.';
-- Name: step_bottlenecks; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.step_bottlenecks (
    state text NOT NULL,
    bottleneck_code text NOT NULL,
    CONSTRAINT step_bottlenecks_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'searching'::text, 'proposed'::text, 'interview'::text, 'agreed'::text, 'placed'::text, 'referring'::text, 'watching'::text])))
);
-- Name: TABLE step_bottlenecks; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.step_bottlenecks IS 'Which bottleneck it points to when cases stay long in a step.';
-- Name: step_statistics; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.step_statistics (
    team_id uuid NOT NULL,
    region_code text NOT NULL,
    ended_month date NOT NULL,
    measure text NOT NULL,
    code text NOT NULL,
    days integer NOT NULL,
    CONSTRAINT step_statistics_days_check CHECK ((days >= 0)),
    CONSTRAINT step_statistics_ended_month_check CHECK ((EXTRACT(day FROM ended_month) = (1)::numeric)),
    CONSTRAINT step_statistics_measure_check CHECK ((measure = ANY (ARRAY['state'::text, 'owner'::text])))
);
-- Name: TABLE step_statistics; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.step_statistics IS 'Days that erased cases spent in one state, or with one owner; rows of one case are not tied together.';
-- Name: submissions; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.submissions (
    id uuid NOT NULL,
    staff_member_id uuid,
    candidate_id uuid,
    action text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    result text NOT NULL,
    CONSTRAINT submissions_check CHECK ((num_nonnulls(staff_member_id, candidate_id) = 1))
);
-- Name: TABLE submissions; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.submissions IS 'Every form post once: a repeat leads to the first result.';
-- Name: supervisors; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.supervisors (
    id uuid NOT NULL,
    practice_id uuid NOT NULL,
    name text NOT NULL,
    months_of_experience smallint NOT NULL,
    is_trained boolean NOT NULL,
    weekdays smallint NOT NULL,
    CONSTRAINT supervisors_months_of_experience_check CHECK (((months_of_experience >= 0) AND (months_of_experience <= 720))),
    CONSTRAINT supervisors_name_check CHECK ((name <> ''::text)),
    CONSTRAINT supervisors_weekdays_check CHECK (((weekdays >= 0) AND (weekdays <= 127)))
);
-- Name: TABLE supervisors; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.supervisors IS 'Who guides learners at a practice (praktijkopleider), with the weekdays present.';
-- Name: toolbox_items; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.toolbox_items (
    id uuid NOT NULL,
    region_code text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    url text,
    organisation_name text NOT NULL,
    phone text NOT NULL,
    hours_a_week smallint,
    confirmed_on date NOT NULL,
    member_id uuid,
    is_fictional boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT toolbox_items_check CHECK (((hours_a_week IS NULL) OR (kind = 'supervisor_pool'::text))),
    CONSTRAINT toolbox_items_hours_a_week_check CHECK ((hours_a_week > 0)),
    CONSTRAINT toolbox_items_kind_check CHECK ((kind = ANY (ARRAY['draaiboek'::text, 'form'::text, 'supervisor_course'::text, 'supervisor_pool'::text, 'other'::text]))),
    CONSTRAINT toolbox_items_organisation_name_check CHECK ((organisation_name <> ''::text)),
    CONSTRAINT toolbox_items_title_check CHECK ((title <> ''::text)),
    CONSTRAINT toolbox_items_url_check CHECK ((url ~ '^https://[^\s]+$'::text)),
    CONSTRAINT toolbox_items_version_check CHECK ((version > 0))
);
-- Name: TABLE toolbox_items; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.toolbox_items IS 'Per region: draaiboek, forms, courses for supervisors, and supervision that practices share.';
-- Name: training_place_activities; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.training_place_activities (
    training_place_id uuid NOT NULL,
    activity_code text NOT NULL,
    frequency smallint NOT NULL,
    CONSTRAINT training_place_activities_frequency_check CHECK (((frequency >= 0) AND (frequency <= 3)))
);
-- Name: TABLE training_place_activities; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.training_place_activities IS 'How often an activity can be practised: 0 not, 1 now and then, 2 weekly, 3 daily.';
-- Name: training_place_schools; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.training_place_schools (
    training_place_id uuid NOT NULL,
    school_id uuid NOT NULL
);
-- Name: TABLE training_place_schools; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.training_place_schools IS 'Schools whose learners a place accepts; none means every school.';
-- Name: training_place_supervisors; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.training_place_supervisors (
    training_place_id uuid NOT NULL,
    supervisor_id uuid NOT NULL
);
-- Name: TABLE training_place_supervisors; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.training_place_supervisors IS 'Who supervises at a place.';
-- Name: training_places; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.training_places (
    id uuid NOT NULL,
    reference text NOT NULL,
    practice_id uuid NOT NULL,
    team_id uuid,
    region_code text NOT NULL,
    municipality_code text NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    z integer NOT NULL,
    kind text NOT NULL,
    role_code text NOT NULL,
    crebo text,
    routes smallint NOT NULL,
    study_years smallint NOT NULL,
    earliest_start_on date NOT NULL,
    latest_start_on date NOT NULL,
    weeks_least smallint NOT NULL,
    weeks_offered smallint NOT NULL,
    weekdays smallint NOT NULL,
    hours_per_week smallint NOT NULL,
    team_size smallint,
    employer text NOT NULL,
    reserved_for_school_id uuid,
    reserved_until_on date,
    can_finish boolean NOT NULL,
    has_job_prospect boolean NOT NULL,
    wishes integer NOT NULL,
    offers integer NOT NULL,
    preconditions text NOT NULL,
    contact_rule text NOT NULL,
    not_before_on date,
    months_between_learners smallint,
    state text NOT NULL,
    copied_from_id uuid,
    is_fictional boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT training_places_check CHECK ((earliest_start_on <= latest_start_on)),
    CONSTRAINT training_places_check1 CHECK ((weeks_least <= weeks_offered)),
    CONSTRAINT training_places_check2 CHECK (((reserved_for_school_id IS NULL) = (reserved_until_on IS NULL))),
    CONSTRAINT training_places_check3 CHECK (((kind = ANY (ARRAY['taster'::text, 'trial'::text])) OR ((routes > 0) AND (study_years > 0) AND (crebo IS NOT NULL)))),
    CONSTRAINT training_places_crebo_check CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT training_places_employer_check CHECK ((employer = ANY (ARRAY['practice'::text, 'rho'::text, 'none'::text]))),
    CONSTRAINT training_places_hours_per_week_check CHECK (((hours_per_week >= 1) AND (hours_per_week <= 40))),
    CONSTRAINT training_places_kind_check CHECK ((kind = ANY (ARRAY['placement'::text, 'learning_job'::text, 'taster'::text, 'trial'::text]))),
    CONSTRAINT training_places_months_between_learners_check CHECK (((months_between_learners >= 1) AND (months_between_learners <= 60))),
    CONSTRAINT training_places_offers_check CHECK ((offers >= 0)),
    CONSTRAINT training_places_reference_check CHECK ((reference ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
    CONSTRAINT training_places_routes_check CHECK (((routes >= 0) AND (routes <= 7))),
    CONSTRAINT training_places_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'paused'::text, 'closed'::text]))),
    CONSTRAINT training_places_study_years_check CHECK (((study_years >= 0) AND (study_years <= 15))),
    CONSTRAINT training_places_team_size_check CHECK (((team_size >= 1) AND (team_size <= 500))),
    CONSTRAINT training_places_version_check CHECK ((version > 0)),
    CONSTRAINT training_places_weekdays_check CHECK (((weekdays >= 1) AND (weekdays <= 127))),
    CONSTRAINT training_places_weeks_least_check CHECK (((weeks_least >= 1) AND (weeks_least <= 208))),
    CONSTRAINT training_places_weeks_offered_check CHECK (((weeks_offered >= 1) AND (weeks_offered <= 208))),
    CONSTRAINT training_places_wishes_check CHECK ((wishes >= 0))
);
-- Name: TABLE training_places; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.training_places IS 'One offer of a practice for one start window; next season is a copy.';
-- Name: wishes; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.wishes (
    code text NOT NULL,
    "bit" smallint NOT NULL,
    stated_by text NOT NULL,
    sentence text NOT NULL,
    property_sentence text NOT NULL,
    CONSTRAINT wishes_bit_check CHECK ((("bit" >= 0) AND ("bit" <= 30))),
    CONSTRAINT wishes_code_check CHECK ((code ~ '^[a-z_]+$'::text)),
    CONSTRAINT wishes_stated_by_check CHECK ((stated_by = ANY (ARRAY['candidate'::text, 'place'::text])))
);
-- Name: TABLE wishes; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.wishes IS 'The closed list of wishes: stated by one side, met by a property of the other.';
-- Name: word_families; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.word_families (
    word text NOT NULL,
    family text NOT NULL,
    stem text GENERATED ALWAYS AS ((ts_lexize('dutch_stem'::regdictionary, word))[1]) STORED,
    CONSTRAINT word_families_family_check CHECK ((family ~ '^[a-z]+$'::text)),
    CONSTRAINT word_families_word_check CHECK ((word ~ '^[a-z0-9]+$'::text))
);
-- Name: TABLE word_families; Type: COMMENT; Schema: public; Owner: -
COMMENT ON TABLE public.word_families IS 'Words that belong together though their stems differ: begeleider and begeleiding.';
-- Name: account_events account_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_pkey PRIMARY KEY (id);
-- Name: activities activities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_pkey PRIMARY KEY (code);
-- Name: activities activities_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_position_key UNIQUE ("position");
-- Name: answers answers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_pkey PRIMARY KEY (id);
-- Name: application_bottlenecks application_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_bottlenecks
    ADD CONSTRAINT application_bottlenecks_pkey PRIMARY KEY (application_id, bottleneck_code);
-- Name: application_costs application_costs_application_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_costs
    ADD CONSTRAINT application_costs_application_id_position_key UNIQUE (application_id, "position");
-- Name: application_costs application_costs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_costs
    ADD CONSTRAINT application_costs_pkey PRIMARY KEY (id);
-- Name: application_events application_events_application_id_sequence_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_events
    ADD CONSTRAINT application_events_application_id_sequence_key UNIQUE (application_id, sequence);
-- Name: application_events application_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_events
    ADD CONSTRAINT application_events_pkey PRIMARY KEY (id);
-- Name: application_goals application_goals_application_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_goals
    ADD CONSTRAINT application_goals_application_id_position_key UNIQUE (application_id, "position");
-- Name: application_goals application_goals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_goals
    ADD CONSTRAINT application_goals_pkey PRIMARY KEY (id);
-- Name: application_municipalities application_municipalities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_municipalities
    ADD CONSTRAINT application_municipalities_pkey PRIMARY KEY (application_id, municipality_code);
-- Name: application_partners application_partners_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_partners
    ADD CONSTRAINT application_partners_pkey PRIMARY KEY (id);
-- Name: application_questions application_questions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_questions
    ADD CONSTRAINT application_questions_pkey PRIMARY KEY (id);
-- Name: application_regions application_regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_regions
    ADD CONSTRAINT application_regions_pkey PRIMARY KEY (application_id, region_code);
-- Name: application_reports application_reports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_reports
    ADD CONSTRAINT application_reports_pkey PRIMARY KEY (id);
-- Name: application_transitions application_transitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_transitions
    ADD CONSTRAINT application_transitions_pkey PRIMARY KEY (from_state, to_state);
-- Name: applications applications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_pkey PRIMARY KEY (id);
-- Name: applications applications_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_reference_key UNIQUE (reference);
-- Name: assessment_levels assessment_levels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_levels
    ADD CONSTRAINT assessment_levels_pkey PRIMARY KEY (assessment_id, area_code);
-- Name: assessment_scores assessment_scores_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_scores
    ADD CONSTRAINT assessment_scores_pkey PRIMARY KEY (assessor_id, indicator_code);
-- Name: assessments assessments_id_framework_version_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessments
    ADD CONSTRAINT assessments_id_framework_version_key UNIQUE (id, framework_version);
-- Name: assessments assessments_id_team_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessments
    ADD CONSTRAINT assessments_id_team_id_key UNIQUE (id, team_id);
-- Name: assessments assessments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessments
    ADD CONSTRAINT assessments_pkey PRIMARY KEY (id);
-- Name: assessors assessors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessors
    ADD CONSTRAINT assessors_pkey PRIMARY KEY (id);
-- Name: behaviour_indicators behaviour_indicators_framework_version_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.behaviour_indicators
    ADD CONSTRAINT behaviour_indicators_framework_version_position_key UNIQUE (framework_version, "position");
-- Name: behaviour_indicators behaviour_indicators_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.behaviour_indicators
    ADD CONSTRAINT behaviour_indicators_pkey PRIMARY KEY (framework_version, code);
-- Name: bottleneck_terms bottleneck_terms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.bottleneck_terms
    ADD CONSTRAINT bottleneck_terms_pkey PRIMARY KEY (term);
-- Name: bottlenecks bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.bottlenecks
    ADD CONSTRAINT bottlenecks_pkey PRIMARY KEY (code);
-- Name: bottlenecks bottlenecks_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.bottlenecks
    ADD CONSTRAINT bottlenecks_position_key UNIQUE ("position");
-- Name: bottlenecks bottlenecks_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.bottlenecks
    ADD CONSTRAINT bottlenecks_slug_key UNIQUE (slug);
-- Name: candidate_duplicates candidate_duplicates_candidate_id_other_candidate_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_duplicates
    ADD CONSTRAINT candidate_duplicates_candidate_id_other_candidate_id_key UNIQUE (candidate_id, other_candidate_id);
-- Name: candidate_duplicates candidate_duplicates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_duplicates
    ADD CONSTRAINT candidate_duplicates_pkey PRIMARY KEY (id);
-- Name: candidate_identities candidate_identities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_identities
    ADD CONSTRAINT candidate_identities_pkey PRIMARY KEY (candidate_id);
-- Name: candidate_reads candidate_reads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_reads
    ADD CONSTRAINT candidate_reads_pkey PRIMARY KEY (id);
-- Name: candidate_regions candidate_regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_regions
    ADD CONSTRAINT candidate_regions_pkey PRIMARY KEY (candidate_id, region_code);
-- Name: candidates candidates_id_team_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidates
    ADD CONSTRAINT candidates_id_team_id_key UNIQUE (id, team_id);
-- Name: candidates candidates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidates
    ADD CONSTRAINT candidates_pkey PRIMARY KEY (id);
-- Name: candidates candidates_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidates
    ADD CONSTRAINT candidates_reference_key UNIQUE (reference);
-- Name: care_roles care_roles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.care_roles
    ADD CONSTRAINT care_roles_pkey PRIMARY KEY (code);
-- Name: case_contacts case_contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_contacts
    ADD CONSTRAINT case_contacts_pkey PRIMARY KEY (id);
-- Name: case_events case_events_case_id_sequence_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_events
    ADD CONSTRAINT case_events_case_id_sequence_key UNIQUE (case_id, sequence);
-- Name: case_events case_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_events
    ADD CONSTRAINT case_events_pkey PRIMARY KEY (id);
-- Name: case_facts case_facts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_facts
    ADD CONSTRAINT case_facts_pkey PRIMARY KEY (id);
-- Name: case_files case_files_id_team_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_id_team_id_key UNIQUE (id, team_id);
-- Name: case_files case_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_pkey PRIMARY KEY (id);
-- Name: case_files case_files_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_reference_key UNIQUE (reference);
-- Name: case_spans case_spans_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_spans
    ADD CONSTRAINT case_spans_pkey PRIMARY KEY (id);
-- Name: case_stops case_stops_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_stops
    ADD CONSTRAINT case_stops_pkey PRIMARY KEY (id);
-- Name: case_transitions case_transitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_transitions
    ADD CONSTRAINT case_transitions_pkey PRIMARY KEY (from_state, to_state);
-- Name: clock_tolerance clock_tolerance_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.clock_tolerance
    ADD CONSTRAINT clock_tolerance_pkey PRIMARY KEY (is_only);
-- Name: competence_areas competence_areas_framework_version_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.competence_areas
    ADD CONSTRAINT competence_areas_framework_version_position_key UNIQUE (framework_version, "position");
-- Name: competence_areas competence_areas_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.competence_areas
    ADD CONSTRAINT competence_areas_pkey PRIMARY KEY (framework_version, code);
-- Name: compound_parts compound_parts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.compound_parts
    ADD CONSTRAINT compound_parts_pkey PRIMARY KEY (part);
-- Name: consent_texts consent_texts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.consent_texts
    ADD CONSTRAINT consent_texts_pkey PRIMARY KEY (version);
-- Name: consents consents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (id);
-- Name: content_version content_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.content_version
    ADD CONSTRAINT content_version_pkey PRIMARY KEY (is_only);
-- Name: copies copies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.copies
    ADD CONSTRAINT copies_pkey PRIMARY KEY (id);
-- Name: due_rules due_rules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.due_rules
    ADD CONSTRAINT due_rules_pkey PRIMARY KEY (key, valid_from);
-- Name: erased_files erased_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.erased_files
    ADD CONSTRAINT erased_files_pkey PRIMARY KEY (file_sha256);
-- Name: framework_levels framework_levels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.framework_levels
    ADD CONSTRAINT framework_levels_pkey PRIMARY KEY (framework_version, route, study_year, area_code);
-- Name: frameworks frameworks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.frameworks
    ADD CONSTRAINT frameworks_pkey PRIMARY KEY (version);
-- Name: good_practice_bottlenecks good_practice_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_bottlenecks
    ADD CONSTRAINT good_practice_bottlenecks_pkey PRIMARY KEY (good_practice_id, bottleneck_code);
-- Name: good_practice_links good_practice_links_good_practice_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_links
    ADD CONSTRAINT good_practice_links_good_practice_id_position_key UNIQUE (good_practice_id, "position");
-- Name: good_practice_links good_practice_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_links
    ADD CONSTRAINT good_practice_links_pkey PRIMARY KEY (id);
-- Name: good_practice_regions good_practice_regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_regions
    ADD CONSTRAINT good_practice_regions_pkey PRIMARY KEY (good_practice_id, region_code);
-- Name: good_practices good_practices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_pkey PRIMARY KEY (id);
-- Name: good_practices good_practices_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_slug_key UNIQUE (slug);
-- Name: import_mappings import_mappings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_mappings
    ADD CONSTRAINT import_mappings_pkey PRIMARY KEY (team_id, kind, headings_sha256);
-- Name: import_run_rows import_run_rows_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_run_rows
    ADD CONSTRAINT import_run_rows_pkey PRIMARY KEY (import_run_id, line);
-- Name: import_runs import_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT import_runs_pkey PRIMARY KEY (id);
-- Name: imports imports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);
-- Name: kept_forms kept_forms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.kept_forms
    ADD CONSTRAINT kept_forms_pkey PRIMARY KEY (id);
-- Name: mail_links mail_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_pkey PRIMARY KEY (token_sha256);
-- Name: map_places map_places_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.map_places
    ADD CONSTRAINT map_places_pkey PRIMARY KEY (geonames_id);
-- Name: match_changes match_changes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.match_changes
    ADD CONSTRAINT match_changes_pkey PRIMARY KEY (id);
-- Name: meeting_actions meeting_actions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_actions
    ADD CONSTRAINT meeting_actions_pkey PRIMARY KEY (id);
-- Name: meeting_bottlenecks meeting_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_bottlenecks
    ADD CONSTRAINT meeting_bottlenecks_pkey PRIMARY KEY (meeting_id, bottleneck_code);
-- Name: meeting_signups meeting_signups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_signups
    ADD CONSTRAINT meeting_signups_pkey PRIMARY KEY (meeting_id, member_id);
-- Name: meetings meetings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);
-- Name: meetings meetings_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_slug_key UNIQUE (slug);
-- Name: member_bottlenecks member_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.member_bottlenecks
    ADD CONSTRAINT member_bottlenecks_pkey PRIMARY KEY (member_id, bottleneck_code, stance);
-- Name: member_regions member_regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.member_regions
    ADD CONSTRAINT member_regions_pkey PRIMARY KEY (member_id, region_code);
-- Name: municipalities municipalities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.municipalities
    ADD CONSTRAINT municipalities_pkey PRIMARY KEY (code);
-- Name: network_members network_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.network_members
    ADD CONSTRAINT network_members_pkey PRIMARY KEY (id);
-- Name: network_members network_members_staff_member_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.network_members
    ADD CONSTRAINT network_members_staff_member_id_key UNIQUE (staff_member_id);
-- Name: oidc_attempts oidc_attempts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_attempts
    ADD CONSTRAINT oidc_attempts_pkey PRIMARY KEY (state_sha256);
-- Name: oidc_providers oidc_providers_issuer_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_providers
    ADD CONSTRAINT oidc_providers_issuer_key UNIQUE (issuer);
-- Name: oidc_providers oidc_providers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_providers
    ADD CONSTRAINT oidc_providers_pkey PRIMARY KEY (id);
-- Name: oidc_providers oidc_providers_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_providers
    ADD CONSTRAINT oidc_providers_slug_key UNIQUE (slug);
-- Name: oidc_subjects oidc_subjects_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_subjects
    ADD CONSTRAINT oidc_subjects_pkey PRIMARY KEY (provider_id, subject);
-- Name: oidc_subjects oidc_subjects_staff_member_id_provider_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_subjects
    ADD CONSTRAINT oidc_subjects_staff_member_id_provider_id_key UNIQUE (staff_member_id, provider_id);
-- Name: organisation_municipalities organisation_municipalities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisation_municipalities
    ADD CONSTRAINT organisation_municipalities_pkey PRIMARY KEY (organisation_id, municipality_code, valid_from);
-- Name: organisation_regions organisation_regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisation_regions
    ADD CONSTRAINT organisation_regions_pkey PRIMARY KEY (organisation_id, region_code, valid_from);
-- Name: organisations organisations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);
-- Name: organisations organisations_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_slug_key UNIQUE (slug);
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
-- Name: person_keys person_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.person_keys
    ADD CONSTRAINT person_keys_pkey PRIMARY KEY (candidate_id, key_id);
-- Name: place_offers place_offers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.place_offers
    ADD CONSTRAINT place_offers_pkey PRIMARY KEY (training_place_id);
-- Name: placement_parts placement_parts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.placement_parts
    ADD CONSTRAINT placement_parts_pkey PRIMARY KEY (id);
-- Name: practice_calls practice_calls_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_calls
    ADD CONSTRAINT practice_calls_pkey PRIMARY KEY (id);
-- Name: practice_closings practice_closings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_closings
    ADD CONSTRAINT practice_closings_pkey PRIMARY KEY (practice_id, closed_from);
-- Name: practice_contacts practice_contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_contacts
    ADD CONSTRAINT practice_contacts_pkey PRIMARY KEY (id);
-- Name: practice_recognitions practice_recognitions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_recognitions
    ADD CONSTRAINT practice_recognitions_pkey PRIMARY KEY (practice_id, crebo);
-- Name: practices practices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practices
    ADD CONSTRAINT practices_pkey PRIMARY KEY (id);
-- Name: practices practices_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practices
    ADD CONSTRAINT practices_reference_key UNIQUE (reference);
-- Name: project_bottlenecks project_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_bottlenecks
    ADD CONSTRAINT project_bottlenecks_pkey PRIMARY KEY (project_id, bottleneck_code);
-- Name: project_edits project_edits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_edits
    ADD CONSTRAINT project_edits_pkey PRIMARY KEY (id);
-- Name: project_goals project_goals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_goals
    ADD CONSTRAINT project_goals_pkey PRIMARY KEY (project_id, "position");
-- Name: project_links project_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_links
    ADD CONSTRAINT project_links_pkey PRIMARY KEY (id);
-- Name: project_links project_links_project_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_links
    ADD CONSTRAINT project_links_project_id_position_key UNIQUE (project_id, "position");
-- Name: project_municipalities project_municipalities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_municipalities
    ADD CONSTRAINT project_municipalities_pkey PRIMARY KEY (project_id, municipality_code);
-- Name: project_partners project_partners_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_partners
    ADD CONSTRAINT project_partners_pkey PRIMARY KEY (id);
-- Name: project_regions project_regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_regions
    ADD CONSTRAINT project_regions_pkey PRIMARY KEY (project_id, region_code);
-- Name: project_slugs project_slugs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_slugs
    ADD CONSTRAINT project_slugs_pkey PRIMARY KEY (slug);
-- Name: projects projects_application_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_application_id_key UNIQUE (application_id);
-- Name: projects projects_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (id);
-- Name: projects projects_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_slug_key UNIQUE (slug);
-- Name: proposals proposals_id_case_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_id_case_id_key UNIQUE (id, case_id);
-- Name: proposals proposals_id_team_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_id_team_id_key UNIQUE (id, team_id);
-- Name: proposals proposals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (id);
-- Name: proposals proposals_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_reference_key UNIQUE (reference);
-- Name: qualifications qualifications_crebo_daterange_excl; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.qualifications
    ADD CONSTRAINT qualifications_crebo_daterange_excl EXCLUDE USING gist (crebo WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&);
-- Name: qualifications qualifications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.qualifications
    ADD CONSTRAINT qualifications_pkey PRIMARY KEY (crebo, valid_from);
-- Name: question_bottlenecks question_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.question_bottlenecks
    ADD CONSTRAINT question_bottlenecks_pkey PRIMARY KEY (question_id, bottleneck_code);
-- Name: questions questions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_pkey PRIMARY KEY (id);
-- Name: questions questions_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_slug_key UNIQUE (slug);
-- Name: reason_bottlenecks reason_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.reason_bottlenecks
    ADD CONSTRAINT reason_bottlenecks_pkey PRIMARY KEY (kind, code, bottleneck_code);
-- Name: reasons reasons_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.reasons
    ADD CONSTRAINT reasons_pkey PRIMARY KEY (kind, code);
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (id);
-- Name: referral_places referral_places_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referral_places
    ADD CONSTRAINT referral_places_pkey PRIMARY KEY (referral_id, training_place_id);
-- Name: referral_places referral_places_referral_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referral_places
    ADD CONSTRAINT referral_places_referral_id_position_key UNIQUE (referral_id, "position");
-- Name: referrals referrals_id_team_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_id_team_id_key UNIQUE (id, team_id);
-- Name: referrals referrals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_pkey PRIMARY KEY (id);
-- Name: referrals referrals_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_reference_key UNIQUE (reference);
-- Name: region_neighbours region_neighbours_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.region_neighbours
    ADD CONSTRAINT region_neighbours_pkey PRIMARY KEY (region_code, neighbour_code);
-- Name: regions regions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.regions
    ADD CONSTRAINT regions_pkey PRIMARY KEY (code);
-- Name: regions regions_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.regions
    ADD CONSTRAINT regions_slug_key UNIQUE (slug);
-- Name: retention_consents retention_consents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_consents
    ADD CONSTRAINT retention_consents_pkey PRIMARY KEY (id);
-- Name: retention_rules retention_rules_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_rules
    ADD CONSTRAINT retention_rules_pkey PRIMARY KEY (key, valid_from);
-- Name: retention_texts retention_texts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_texts
    ADD CONSTRAINT retention_texts_pkey PRIMARY KEY (version);
-- Name: retention_warnings retention_warnings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_warnings
    ADD CONSTRAINT retention_warnings_pkey PRIMARY KEY (candidate_id);
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
-- Name: scheme_years scheme_years_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.scheme_years
    ADD CONSTRAINT scheme_years_pkey PRIMARY KEY (year);
-- Name: schools schools_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.schools
    ADD CONSTRAINT schools_pkey PRIMARY KEY (id);
-- Name: scoring_models scoring_models_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.scoring_models
    ADD CONSTRAINT scoring_models_pkey PRIMARY KEY (version);
-- Name: search_documents search_documents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.search_documents
    ADD CONSTRAINT search_documents_pkey PRIMARY KEY (kind, subject_id);
-- Name: search_pending search_pending_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.search_pending
    ADD CONSTRAINT search_pending_pkey PRIMARY KEY (kind, subject_id);
-- Name: search_terms search_terms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.search_terms
    ADD CONSTRAINT search_terms_pkey PRIMARY KEY (term);
-- Name: search_words search_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.search_words
    ADD CONSTRAINT search_words_pkey PRIMARY KEY (word);
-- Name: seat_occupations seat_occupations_no_overlap; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seat_occupations
    ADD CONSTRAINT seat_occupations_no_overlap EXCLUDE USING gist (seat_id WITH =, weekday WITH =, period WITH &&) WHERE ((state <> 'released'::text));
-- Name: seat_occupations seat_occupations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seat_occupations
    ADD CONSTRAINT seat_occupations_pkey PRIMARY KEY (id);
-- Name: seats seats_id_training_place_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seats
    ADD CONSTRAINT seats_id_training_place_id_key UNIQUE (id, training_place_id);
-- Name: seats seats_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seats
    ADD CONSTRAINT seats_pkey PRIMARY KEY (id);
-- Name: seats seats_training_place_id_number_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seats
    ADD CONSTRAINT seats_training_place_id_number_key UNIQUE (training_place_id, number);
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);
-- Name: sessions sessions_token_sha256_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_sha256_key UNIQUE (token_sha256);
-- Name: social_map_entries social_map_entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.social_map_entries
    ADD CONSTRAINT social_map_entries_pkey PRIMARY KEY (id);
-- Name: social_map_entries social_map_entries_region_code_name_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.social_map_entries
    ADD CONSTRAINT social_map_entries_region_code_name_key UNIQUE (region_code, name);
-- Name: staff_accounts staff_accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_accounts
    ADD CONSTRAINT staff_accounts_pkey PRIMARY KEY (staff_member_id);
-- Name: staff_members staff_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_members
    ADD CONSTRAINT staff_members_pkey PRIMARY KEY (id);
-- Name: staff_roles staff_roles_once; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_once UNIQUE NULLS NOT DISTINCT (staff_member_id, role, team_id, organisation_id, school_id, region_code);
-- Name: staff_roles staff_roles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_pkey PRIMARY KEY (id);
-- Name: step_bottlenecks step_bottlenecks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.step_bottlenecks
    ADD CONSTRAINT step_bottlenecks_pkey PRIMARY KEY (state, bottleneck_code);
-- Name: submissions submissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_pkey PRIMARY KEY (id);
-- Name: supervisors supervisors_id_practice_id_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.supervisors
    ADD CONSTRAINT supervisors_id_practice_id_key UNIQUE (id, practice_id);
-- Name: supervisors supervisors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.supervisors
    ADD CONSTRAINT supervisors_pkey PRIMARY KEY (id);
-- Name: teams teams_id_region_code_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_id_region_code_key UNIQUE (id, region_code);
-- Name: teams teams_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (id);
-- Name: toolbox_items toolbox_items_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.toolbox_items
    ADD CONSTRAINT toolbox_items_pkey PRIMARY KEY (id);
-- Name: training_place_activities training_place_activities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_activities
    ADD CONSTRAINT training_place_activities_pkey PRIMARY KEY (training_place_id, activity_code);
-- Name: training_place_schools training_place_schools_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_schools
    ADD CONSTRAINT training_place_schools_pkey PRIMARY KEY (training_place_id, school_id);
-- Name: training_place_supervisors training_place_supervisors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_supervisors
    ADD CONSTRAINT training_place_supervisors_pkey PRIMARY KEY (training_place_id, supervisor_id);
-- Name: training_places training_places_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_pkey PRIMARY KEY (id);
-- Name: training_places training_places_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_reference_key UNIQUE (reference);
-- Name: wishes wishes_bit_key; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.wishes
    ADD CONSTRAINT wishes_bit_key UNIQUE ("bit");
-- Name: wishes wishes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.wishes
    ADD CONSTRAINT wishes_pkey PRIMARY KEY (code);
-- Name: word_families word_families_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.word_families
    ADD CONSTRAINT word_families_pkey PRIMARY KEY (word);
-- Name: account_events_actor_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX account_events_actor_id ON public.account_events USING btree (actor_id);
-- Name: account_events_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX account_events_staff_member_id ON public.account_events USING btree (staff_member_id, happened_at DESC);
-- Name: answer_statistics_receiving; Type: INDEX; Schema: public; Owner: -
CREATE INDEX answer_statistics_receiving ON public.answer_statistics USING btree (receiving_region_code);
-- Name: answer_statistics_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX answer_statistics_region_code ON public.answer_statistics USING btree (region_code, asked_month);
-- Name: answers_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX answers_member_id ON public.answers USING btree (member_id);
-- Name: answers_one_helped; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX answers_one_helped ON public.answers USING btree (question_id) WHERE (helped_at IS NOT NULL);
-- Name: answers_question_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX answers_question_id ON public.answers USING btree (question_id, answered_at);
-- Name: application_bottlenecks_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_bottlenecks_code ON public.application_bottlenecks USING btree (bottleneck_code);
-- Name: application_events_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_events_staff_member_id ON public.application_events USING btree (staff_member_id);
-- Name: application_municipalities_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_municipalities_code ON public.application_municipalities USING btree (municipality_code);
-- Name: application_partners_application_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_partners_application_id ON public.application_partners USING btree (application_id);
-- Name: application_partners_once; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX application_partners_once ON public.application_partners USING btree (application_id, public.organisation_key(name)) WHERE (left_on IS NULL);
-- Name: application_questions_answered_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_questions_answered_by_id ON public.application_questions USING btree (answered_by_id);
-- Name: application_questions_application_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_questions_application_id ON public.application_questions USING btree (application_id);
-- Name: application_questions_asked_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_questions_asked_by_id ON public.application_questions USING btree (asked_by_id);
-- Name: application_questions_one_open; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX application_questions_one_open ON public.application_questions USING btree (application_id) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
-- Name: application_questions_withdrawn_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_questions_withdrawn_by_id ON public.application_questions USING btree (withdrawn_by_id);
-- Name: application_regions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_regions_region_code ON public.application_regions USING btree (region_code);
-- Name: application_reports_application_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_reports_application_id ON public.application_reports USING btree (application_id);
-- Name: application_reports_one_final; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX application_reports_one_final ON public.application_reports USING btree (application_id) WHERE (kind = 'final'::text);
-- Name: application_reports_reported_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_reports_reported_by_id ON public.application_reports USING btree (reported_by_id);
-- Name: application_reports_seen_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX application_reports_seen_by_id ON public.application_reports USING btree (seen_by_id);
-- Name: applications_decided_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX applications_decided_by_id ON public.applications USING btree (decided_by_id);
-- Name: applications_leader_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX applications_leader_id ON public.applications USING btree (leader_id);
-- Name: applications_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX applications_organisation_id ON public.applications USING btree (organisation_id);
-- Name: applications_transition; Type: INDEX; Schema: public; Owner: -
CREATE INDEX applications_transition ON public.applications USING btree (previous_state, state);
-- Name: applications_year; Type: INDEX; Schema: public; Owner: -
CREATE INDEX applications_year ON public.applications USING btree (year, state);
-- Name: assessment_levels_assessment; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessment_levels_assessment ON public.assessment_levels USING btree (assessment_id, team_id);
-- Name: assessment_scores_assessment; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessment_scores_assessment ON public.assessment_scores USING btree (assessment_id, team_id);
-- Name: assessment_scores_framework; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessment_scores_framework ON public.assessment_scores USING btree (assessment_id, framework_version);
-- Name: assessment_scores_indicator; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessment_scores_indicator ON public.assessment_scores USING btree (framework_version, indicator_code);
-- Name: assessments_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessments_candidate ON public.assessments USING btree (candidate_id, team_id);
-- Name: assessments_framework_version; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessments_framework_version ON public.assessments USING btree (framework_version);
-- Name: assessors_assessment; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessors_assessment ON public.assessors USING btree (assessment_id, team_id);
-- Name: assessors_one_each; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX assessors_one_each ON public.assessors USING btree (assessment_id, staff_member_id) WHERE (kind = 'assessor'::text);
-- Name: assessors_one_self; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX assessors_one_self ON public.assessors USING btree (assessment_id) WHERE (kind = 'self'::text);
-- Name: assessors_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX assessors_staff_member_id ON public.assessors USING btree (staff_member_id);
-- Name: behaviour_indicators_area; Type: INDEX; Schema: public; Owner: -
CREATE INDEX behaviour_indicators_area ON public.behaviour_indicators USING btree (framework_version, area_code);
-- Name: behaviour_indicators_one_short; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX behaviour_indicators_one_short ON public.behaviour_indicators USING btree (framework_version, area_code) WHERE is_short_form;
-- Name: bottleneck_terms_bottleneck_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX bottleneck_terms_bottleneck_code ON public.bottleneck_terms USING btree (bottleneck_code);
-- Name: candidate_duplicates_other; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_duplicates_other ON public.candidate_duplicates USING btree (other_candidate_id);
-- Name: candidate_identities_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_identities_candidate ON public.candidate_identities USING btree (candidate_id, team_id);
-- Name: candidate_identities_mail; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_identities_mail ON public.candidate_identities USING btree (lower(mail));
-- Name: candidate_identities_team; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_identities_team ON public.candidate_identities USING btree (team_id, family_name COLLATE "nl-x-icu", given_name COLLATE "nl-x-icu");
-- Name: candidate_reads_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_reads_candidate_id ON public.candidate_reads USING btree (candidate_id, read_at DESC);
-- Name: candidate_reads_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_reads_staff_member_id ON public.candidate_reads USING btree (staff_member_id);
-- Name: candidate_reads_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_reads_team_id ON public.candidate_reads USING btree (team_id);
-- Name: candidate_regions_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_regions_candidate ON public.candidate_regions USING btree (candidate_id, team_id);
-- Name: candidate_regions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidate_regions_region_code ON public.candidate_regions USING btree (region_code);
-- Name: candidates_municipality_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidates_municipality_code ON public.candidates USING btree (municipality_code);
-- Name: candidates_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX candidates_team_id ON public.candidates USING btree (team_id);
-- Name: case_contacts_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_contacts_case ON public.case_contacts USING btree (case_id, team_id);
-- Name: case_contacts_latest; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_contacts_latest ON public.case_contacts USING btree (case_id, contacted_at DESC);
-- Name: case_contacts_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_contacts_staff_member_id ON public.case_contacts USING btree (staff_member_id);
-- Name: case_events_acting_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_events_acting_team_id ON public.case_events USING btree (acting_team_id);
-- Name: case_events_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_events_case ON public.case_events USING btree (case_id, team_id);
-- Name: case_events_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_events_staff_member_id ON public.case_events USING btree (staff_member_id);
-- Name: case_facts_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_facts_case ON public.case_facts USING btree (case_id, team_id);
-- Name: case_facts_recorded_by; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_facts_recorded_by ON public.case_facts USING btree (recorded_by);
-- Name: case_facts_training_place_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_facts_training_place_id ON public.case_facts USING btree (training_place_id);
-- Name: case_files_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_candidate ON public.case_files USING btree (candidate_id, team_id);
-- Name: case_files_coordinator_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_coordinator_id ON public.case_files USING btree (coordinator_id);
-- Name: case_files_origin_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_origin_region_code ON public.case_files USING btree (origin_region_code);
-- Name: case_files_origin_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_origin_team_id ON public.case_files USING btree (origin_team_id);
-- Name: case_files_placed_proposal; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_placed_proposal ON public.case_files USING btree (placed_proposal_id, id);
-- Name: case_files_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_region_code ON public.case_files USING btree (region_code, state);
-- Name: case_files_role_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_role_code ON public.case_files USING btree (role_code);
-- Name: case_files_school_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_school_id ON public.case_files USING btree (school_id);
-- Name: case_files_stand_in_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_stand_in_id ON public.case_files USING btree (stand_in_id);
-- Name: case_files_team; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_team ON public.case_files USING btree (team_id, state, due_on, id);
-- Name: case_files_transition; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_files_transition ON public.case_files USING btree (previous_state, state);
-- Name: case_spans_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_spans_case ON public.case_spans USING btree (case_id, team_id);
-- Name: case_spans_holder_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_spans_holder_team_id ON public.case_spans USING btree (holder_team_id);
-- Name: case_spans_one_open; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX case_spans_one_open ON public.case_spans USING btree (case_id) WHERE (until_at IS NULL);
-- Name: case_statistics_origin_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_statistics_origin_region_code ON public.case_statistics USING btree (origin_region_code);
-- Name: case_statistics_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_statistics_region_code ON public.case_statistics USING btree (region_code, closed_month);
-- Name: case_stops_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX case_stops_case ON public.case_stops USING btree (case_id, team_id);
-- Name: consents_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX consents_candidate ON public.consents USING btree (candidate_id, team_id);
-- Name: consents_recorded_by; Type: INDEX; Schema: public; Owner: -
CREATE INDEX consents_recorded_by ON public.consents USING btree (recorded_by);
-- Name: consents_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX consents_region_code ON public.consents USING btree (region_code);
-- Name: consents_text_version; Type: INDEX; Schema: public; Owner: -
CREATE INDEX consents_text_version ON public.consents USING btree (text_version);
-- Name: copies_good_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX copies_good_practice_id ON public.copies USING btree (good_practice_id);
-- Name: copies_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX copies_member_id ON public.copies USING btree (member_id);
-- Name: copies_practice_once; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX copies_practice_once ON public.copies USING btree (member_id, good_practice_id) WHERE (good_practice_id IS NOT NULL);
-- Name: copies_project_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX copies_project_id ON public.copies USING btree (project_id);
-- Name: copies_project_once; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX copies_project_once ON public.copies USING btree (member_id, project_id) WHERE (project_id IS NOT NULL);
-- Name: copies_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX copies_region_code ON public.copies USING btree (region_code);
-- Name: erased_files_erased_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX erased_files_erased_at ON public.erased_files USING btree (erased_at);
-- Name: framework_levels_area; Type: INDEX; Schema: public; Owner: -
CREATE INDEX framework_levels_area ON public.framework_levels USING btree (framework_version, area_code);
-- Name: good_practice_bottlenecks_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practice_bottlenecks_code ON public.good_practice_bottlenecks USING btree (bottleneck_code);
-- Name: good_practice_regions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practice_regions_region_code ON public.good_practice_regions USING btree (region_code);
-- Name: good_practices_author_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practices_author_id ON public.good_practices USING btree (author_id);
-- Name: good_practices_changed_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practices_changed_by_id ON public.good_practices USING btree (changed_by_id);
-- Name: good_practices_contact_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practices_contact_id ON public.good_practices USING btree (contact_id);
-- Name: good_practices_project_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practices_project_id ON public.good_practices USING btree (project_id);
-- Name: good_practices_validated_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX good_practices_validated_by_id ON public.good_practices USING btree (validated_by_id);
-- Name: import_run_rows_case_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX import_run_rows_case_id ON public.import_run_rows USING btree (case_id);
-- Name: import_run_rows_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX import_run_rows_practice_id ON public.import_run_rows USING btree (practice_id);
-- Name: import_run_rows_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX import_run_rows_team_id ON public.import_run_rows USING btree (team_id);
-- Name: import_run_rows_training_place_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX import_run_rows_training_place_id ON public.import_run_rows USING btree (training_place_id);
-- Name: import_runs_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX import_runs_staff_member_id ON public.import_runs USING btree (staff_member_id);
-- Name: import_runs_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX import_runs_team_id ON public.import_runs USING btree (team_id);
-- Name: imports_expires_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX imports_expires_at ON public.imports USING btree (expires_at);
-- Name: imports_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX imports_staff_member_id ON public.imports USING btree (staff_member_id);
-- Name: imports_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX imports_team_id ON public.imports USING btree (team_id);
-- Name: kept_forms_browser_sha256; Type: INDEX; Schema: public; Owner: -
CREATE INDEX kept_forms_browser_sha256 ON public.kept_forms USING btree (browser_sha256);
-- Name: kept_forms_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX kept_forms_candidate_id ON public.kept_forms USING btree (candidate_id);
-- Name: kept_forms_expires_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX kept_forms_expires_at ON public.kept_forms USING btree (expires_at);
-- Name: kept_forms_visitor_hash; Type: INDEX; Schema: public; Owner: -
CREATE INDEX kept_forms_visitor_hash ON public.kept_forms USING btree (visitor_hash);
-- Name: mail_links_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX mail_links_candidate_id ON public.mail_links USING btree (candidate_id);
-- Name: mail_links_expires_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX mail_links_expires_at ON public.mail_links USING btree (expires_at);
-- Name: mail_links_mail; Type: INDEX; Schema: public; Owner: -
CREATE INDEX mail_links_mail ON public.mail_links USING btree (lower(mail)) WHERE (mail IS NOT NULL);
-- Name: mail_links_proposal_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX mail_links_proposal_id ON public.mail_links USING btree (proposal_id);
-- Name: mail_links_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX mail_links_staff_member_id ON public.mail_links USING btree (staff_member_id);
-- Name: map_places_municipality_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX map_places_municipality_code ON public.map_places USING btree (municipality_code);
-- Name: map_places_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX map_places_region_code ON public.map_places USING btree (region_code);
-- Name: match_changes_xid; Type: INDEX; Schema: public; Owner: -
CREATE INDEX match_changes_xid ON public.match_changes USING btree (xid, id);
-- Name: meeting_actions_meeting_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meeting_actions_meeting_id ON public.meeting_actions USING btree (meeting_id);
-- Name: meeting_actions_owner_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meeting_actions_owner_id ON public.meeting_actions USING btree (owner_id);
-- Name: meeting_bottlenecks_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meeting_bottlenecks_code ON public.meeting_bottlenecks USING btree (bottleneck_code);
-- Name: meeting_signups_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meeting_signups_member_id ON public.meeting_signups USING btree (member_id);
-- Name: meetings_held_on; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meetings_held_on ON public.meetings USING btree (held_on);
-- Name: meetings_municipality_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meetings_municipality_code ON public.meetings USING btree (municipality_code);
-- Name: meetings_organiser_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meetings_organiser_id ON public.meetings USING btree (organiser_id);
-- Name: meetings_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX meetings_region_code ON public.meetings USING btree (region_code);
-- Name: member_bottlenecks_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX member_bottlenecks_code ON public.member_bottlenecks USING btree (bottleneck_code);
-- Name: member_regions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX member_regions_region_code ON public.member_regions USING btree (region_code);
-- Name: municipalities_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX municipalities_region_code ON public.municipalities USING btree (region_code);
-- Name: oidc_attempts_expires_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX oidc_attempts_expires_at ON public.oidc_attempts USING btree (expires_at);
-- Name: oidc_attempts_linking_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX oidc_attempts_linking_staff_member_id ON public.oidc_attempts USING btree (linking_staff_member_id);
-- Name: oidc_attempts_provider_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX oidc_attempts_provider_id ON public.oidc_attempts USING btree (provider_id);
-- Name: oidc_providers_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX oidc_providers_organisation_id ON public.oidc_providers USING btree (organisation_id);
-- Name: organisation_municipalities_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX organisation_municipalities_code ON public.organisation_municipalities USING btree (municipality_code);
-- Name: organisation_regions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX organisation_regions_region_code ON public.organisation_regions USING btree (region_code);
-- Name: outbox_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX outbox_candidate_id ON public.outbox USING btree (candidate_id);
-- Name: outbox_failed; Type: INDEX; Schema: public; Owner: -
CREATE INDEX outbox_failed ON public.outbox USING btree (case_id) WHERE (failed_at IS NOT NULL);
-- Name: outbox_proposal_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX outbox_proposal_id ON public.outbox USING btree (proposal_id);
-- Name: outbox_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX outbox_staff_member_id ON public.outbox USING btree (staff_member_id);
-- Name: outbox_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX outbox_team_id ON public.outbox USING btree (team_id);
-- Name: outbox_waiting; Type: INDEX; Schema: public; Owner: -
CREATE INDEX outbox_waiting ON public.outbox USING btree (available_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
-- Name: person_keys_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX person_keys_candidate ON public.person_keys USING btree (candidate_id, team_id);
-- Name: person_keys_hash; Type: INDEX; Schema: public; Owner: -
CREATE INDEX person_keys_hash ON public.person_keys USING btree (hash, key_id);
-- Name: place_offers_handled_by_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX place_offers_handled_by_id ON public.place_offers USING btree (handled_by_id);
-- Name: place_offers_mail; Type: INDEX; Schema: public; Owner: -
CREATE INDEX place_offers_mail ON public.place_offers USING btree (lower(mail), offered_at);
-- Name: place_offers_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX place_offers_region_code ON public.place_offers USING btree (region_code, offered_at, training_place_id);
-- Name: placement_parts_proposal; Type: INDEX; Schema: public; Owner: -
CREATE INDEX placement_parts_proposal ON public.placement_parts USING btree (proposal_id, team_id);
-- Name: placement_parts_seat; Type: INDEX; Schema: public; Owner: -
CREATE INDEX placement_parts_seat ON public.placement_parts USING btree (seat_id, training_place_id);
-- Name: placement_parts_supervisor_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX placement_parts_supervisor_id ON public.placement_parts USING btree (supervisor_id);
-- Name: placement_parts_training_place; Type: INDEX; Schema: public; Owner: -
CREATE INDEX placement_parts_training_place ON public.placement_parts USING btree (training_place_id);
-- Name: practice_calls_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practice_calls_practice_id ON public.practice_calls USING btree (practice_id, called_at DESC);
-- Name: practice_calls_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practice_calls_staff_member_id ON public.practice_calls USING btree (staff_member_id);
-- Name: practice_calls_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practice_calls_team_id ON public.practice_calls USING btree (team_id);
-- Name: practice_contacts_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practice_contacts_practice_id ON public.practice_contacts USING btree (practice_id);
-- Name: practice_contacts_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practice_contacts_region_code ON public.practice_contacts USING btree (region_code);
-- Name: practices_municipality_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practices_municipality_code ON public.practices USING btree (municipality_code);
-- Name: practices_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practices_organisation_id ON public.practices USING btree (organisation_id);
-- Name: practices_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX practices_region_code ON public.practices USING btree (region_code, name);
-- Name: project_bottlenecks_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX project_bottlenecks_code ON public.project_bottlenecks USING btree (bottleneck_code);
-- Name: project_edits_project_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX project_edits_project_id ON public.project_edits USING btree (project_id, edited_at DESC);
-- Name: project_edits_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX project_edits_staff_member_id ON public.project_edits USING btree (staff_member_id);
-- Name: project_municipalities_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX project_municipalities_code ON public.project_municipalities USING btree (municipality_code);
-- Name: project_partners_once; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX project_partners_once ON public.project_partners USING btree (project_id, public.organisation_key(name));
-- Name: project_regions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX project_regions_region_code ON public.project_regions USING btree (region_code);
-- Name: project_slugs_project_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX project_slugs_project_id ON public.project_slugs USING btree (project_id);
-- Name: projects_contact_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX projects_contact_id ON public.projects USING btree (contact_id);
-- Name: projects_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX projects_organisation_id ON public.projects USING btree (organisation_id);
-- Name: projects_published_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX projects_published_at ON public.projects USING btree (published_at);
-- Name: proposals_call_wanted; Type: INDEX; Schema: public; Owner: -
CREATE INDEX proposals_call_wanted ON public.proposals USING btree (case_id) WHERE (call_wanted_at IS NOT NULL);
-- Name: proposals_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX proposals_case ON public.proposals USING btree (case_id, team_id);
-- Name: proposals_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX proposals_practice_id ON public.proposals USING btree (practice_id);
-- Name: proposals_team; Type: INDEX; Schema: public; Owner: -
CREATE INDEX proposals_team ON public.proposals USING btree (team_id, state, due_on);
-- Name: proposals_training_place_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX proposals_training_place_id ON public.proposals USING btree (training_place_id);
-- Name: question_bottlenecks_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX question_bottlenecks_code ON public.question_bottlenecks USING btree (bottleneck_code);
-- Name: questions_asked_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX questions_asked_at ON public.questions USING btree (asked_at);
-- Name: questions_good_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX questions_good_practice_id ON public.questions USING btree (good_practice_id);
-- Name: questions_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX questions_member_id ON public.questions USING btree (member_id);
-- Name: questions_project_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX questions_project_id ON public.questions USING btree (project_id);
-- Name: questions_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX questions_region_code ON public.questions USING btree (region_code);
-- Name: reason_bottlenecks_bottleneck_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX reason_bottlenecks_bottleneck_code ON public.reason_bottlenecks USING btree (bottleneck_code);
-- Name: recovery_codes_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX recovery_codes_staff_member_id ON public.recovery_codes USING btree (staff_member_id);
-- Name: referral_places_training_place_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referral_places_training_place_id ON public.referral_places USING btree (training_place_id);
-- Name: referrals_alternative_place_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_alternative_place_id ON public.referrals USING btree (alternative_place_id);
-- Name: referrals_answered_by; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_answered_by ON public.referrals USING btree (answered_by);
-- Name: referrals_assessment_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_assessment_id ON public.referrals USING btree (assessment_id);
-- Name: referrals_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_candidate_id ON public.referrals USING btree (candidate_id);
-- Name: referrals_case; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_case ON public.referrals USING btree (case_id, team_id);
-- Name: referrals_consent_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_consent_id ON public.referrals USING btree (consent_id);
-- Name: referrals_fact_once; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX referrals_fact_once ON public.referrals USING btree (new_fact_id);
-- Name: referrals_one_hop; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX referrals_one_hop ON public.referrals USING btree (case_id, hop);
-- Name: referrals_one_open; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX referrals_one_open ON public.referrals USING btree (case_id) WHERE (state = 'open'::text);
-- Name: referrals_receiving; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_receiving ON public.referrals USING btree (receiving_region_code, state, due_on);
-- Name: referrals_receiving_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_receiving_team_id ON public.referrals USING btree (receiving_team_id);
-- Name: referrals_sending; Type: INDEX; Schema: public; Owner: -
CREATE INDEX referrals_sending ON public.referrals USING btree (sending_team_id, sending_region_code);
-- Name: region_neighbours_neighbour_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX region_neighbours_neighbour_code ON public.region_neighbours USING btree (neighbour_code);
-- Name: regions_parent_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX regions_parent_code ON public.regions USING btree (parent_code);
-- Name: retention_consents_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX retention_consents_candidate ON public.retention_consents USING btree (candidate_id, team_id);
-- Name: retention_consents_one; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX retention_consents_one ON public.retention_consents USING btree (candidate_id) WHERE (withdrawn_at IS NULL);
-- Name: retention_consents_recorded_by; Type: INDEX; Schema: public; Owner: -
CREATE INDEX retention_consents_recorded_by ON public.retention_consents USING btree (recorded_by);
-- Name: retention_consents_text_version; Type: INDEX; Schema: public; Owner: -
CREATE INDEX retention_consents_text_version ON public.retention_consents USING btree (text_version);
-- Name: retention_warnings_candidate; Type: INDEX; Schema: public; Owner: -
CREATE INDEX retention_warnings_candidate ON public.retention_warnings USING btree (candidate_id, team_id);
-- Name: retention_warnings_erase_on; Type: INDEX; Schema: public; Owner: -
CREATE INDEX retention_warnings_erase_on ON public.retention_warnings USING btree (erase_on);
-- Name: schools_name; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX schools_name ON public.schools USING btree (name);
-- Name: schools_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX schools_region_code ON public.schools USING btree (region_code);
-- Name: search_documents_document; Type: INDEX; Schema: public; Owner: -
CREATE INDEX search_documents_document ON public.search_documents USING gin (document) WITH (fastupdate=off);
-- Name: search_terms_bottleneck_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX search_terms_bottleneck_code ON public.search_terms USING btree (bottleneck_code);
-- Name: search_words_beginning; Type: INDEX; Schema: public; Owner: -
CREATE INDEX search_words_beginning ON public.search_words USING btree ("left"(word, 1), length(word));
-- Name: search_words_lexemes; Type: INDEX; Schema: public; Owner: -
CREATE INDEX search_words_lexemes ON public.search_words USING gin (lexemes) WITH (fastupdate=off);
-- Name: search_words_trigrams; Type: INDEX; Schema: public; Owner: -
CREATE INDEX search_words_trigrams ON public.search_words USING gin (word public.gin_trgm_ops) WITH (fastupdate=off);
-- Name: seat_occupations_held_until; Type: INDEX; Schema: public; Owner: -
CREATE INDEX seat_occupations_held_until ON public.seat_occupations USING btree (held_until) WHERE (state = 'held'::text);
-- Name: seat_occupations_proposal_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX seat_occupations_proposal_id ON public.seat_occupations USING btree (proposal_id);
-- Name: seat_occupations_referral_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX seat_occupations_referral_id ON public.seat_occupations USING btree (referral_id);
-- Name: seat_occupations_seat; Type: INDEX; Schema: public; Owner: -
CREATE INDEX seat_occupations_seat ON public.seat_occupations USING btree (seat_id, training_place_id);
-- Name: seat_occupations_training_place; Type: INDEX; Schema: public; Owner: -
CREATE INDEX seat_occupations_training_place ON public.seat_occupations USING btree (training_place_id) WHERE (state <> 'released'::text);
-- Name: sessions_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sessions_candidate_id ON public.sessions USING btree (candidate_id);
-- Name: sessions_expires_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sessions_expires_at ON public.sessions USING btree (expires_at);
-- Name: sessions_provider_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sessions_provider_id ON public.sessions USING btree (provider_id);
-- Name: sessions_role_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sessions_role_id ON public.sessions USING btree (role_id);
-- Name: sessions_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sessions_staff_member_id ON public.sessions USING btree (staff_member_id);
-- Name: sign_in_failures_failed_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sign_in_failures_failed_at ON public.sign_in_failures USING btree (failed_at);
-- Name: sign_in_failures_key; Type: INDEX; Schema: public; Owner: -
CREATE INDEX sign_in_failures_key ON public.sign_in_failures USING btree (kind, key, failed_at);
-- Name: social_map_entries_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX social_map_entries_member_id ON public.social_map_entries USING btree (member_id);
-- Name: staff_members_mail; Type: INDEX; Schema: public; Owner: -
CREATE UNIQUE INDEX staff_members_mail ON public.staff_members USING btree (lower(mail));
-- Name: staff_members_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX staff_members_organisation_id ON public.staff_members USING btree (organisation_id);
-- Name: staff_members_stand_in_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX staff_members_stand_in_id ON public.staff_members USING btree (stand_in_id);
-- Name: staff_roles_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX staff_roles_organisation_id ON public.staff_roles USING btree (organisation_id);
-- Name: staff_roles_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX staff_roles_region_code ON public.staff_roles USING btree (region_code);
-- Name: staff_roles_school_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX staff_roles_school_id ON public.staff_roles USING btree (school_id);
-- Name: staff_roles_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX staff_roles_team_id ON public.staff_roles USING btree (team_id);
-- Name: step_bottlenecks_bottleneck_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX step_bottlenecks_bottleneck_code ON public.step_bottlenecks USING btree (bottleneck_code);
-- Name: step_statistics_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX step_statistics_region_code ON public.step_statistics USING btree (region_code);
-- Name: step_statistics_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX step_statistics_team_id ON public.step_statistics USING btree (team_id, measure, code);
-- Name: submissions_candidate_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX submissions_candidate_id ON public.submissions USING btree (candidate_id);
-- Name: submissions_staff_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX submissions_staff_member_id ON public.submissions USING btree (staff_member_id);
-- Name: submissions_submitted_at; Type: INDEX; Schema: public; Owner: -
CREATE INDEX submissions_submitted_at ON public.submissions USING btree (submitted_at);
-- Name: supervisors_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX supervisors_practice_id ON public.supervisors USING btree (practice_id);
-- Name: teams_organisation_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX teams_organisation_id ON public.teams USING btree (organisation_id);
-- Name: teams_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX teams_region_code ON public.teams USING btree (region_code);
-- Name: toolbox_items_member_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX toolbox_items_member_id ON public.toolbox_items USING btree (member_id);
-- Name: toolbox_items_region_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX toolbox_items_region_code ON public.toolbox_items USING btree (region_code, kind);
-- Name: training_place_activities_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_place_activities_code ON public.training_place_activities USING btree (activity_code);
-- Name: training_place_schools_school_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_place_schools_school_id ON public.training_place_schools USING btree (school_id);
-- Name: training_place_supervisors_supervisor_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_place_supervisors_supervisor_id ON public.training_place_supervisors USING btree (supervisor_id);
-- Name: training_places_copied_from; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_copied_from ON public.training_places USING btree (copied_from_id);
-- Name: training_places_municipality_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_municipality_code ON public.training_places USING btree (municipality_code);
-- Name: training_places_practice_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_practice_id ON public.training_places USING btree (practice_id);
-- Name: training_places_region; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_region ON public.training_places USING btree (region_code, state, earliest_start_on, id);
-- Name: training_places_reserved; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_reserved ON public.training_places USING btree (reserved_for_school_id);
-- Name: training_places_role_code; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_role_code ON public.training_places USING btree (role_code);
-- Name: training_places_team_id; Type: INDEX; Schema: public; Owner: -
CREATE INDEX training_places_team_id ON public.training_places USING btree (team_id);
-- Name: word_families_stem; Type: INDEX; Schema: public; Owner: -
CREATE INDEX word_families_stem ON public.word_families USING btree (stem);
-- Name: answers answers_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER answers_searched AFTER INSERT OR DELETE OR UPDATE ON public.answers FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('question', 'question_id');
-- Name: answers answers_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER answers_version_delete AFTER DELETE ON public.answers REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: answers answers_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER answers_version_insert AFTER INSERT ON public.answers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: answers answers_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER answers_version_update AFTER UPDATE ON public.answers REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: application_bottlenecks application_bottlenecks_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_bottlenecks_guard BEFORE INSERT OR DELETE OR UPDATE ON public.application_bottlenecks FOR EACH ROW EXECUTE FUNCTION public.guard_application_part();
-- Name: application_costs application_costs_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_costs_guard BEFORE INSERT OR DELETE OR UPDATE ON public.application_costs FOR EACH ROW EXECUTE FUNCTION public.guard_application_part();
-- Name: application_goals application_goals_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_goals_guard BEFORE INSERT OR DELETE OR UPDATE ON public.application_goals FOR EACH ROW EXECUTE FUNCTION public.guard_application_part();
-- Name: application_municipalities application_municipalities_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_municipalities_guard BEFORE INSERT OR DELETE OR UPDATE ON public.application_municipalities FOR EACH ROW EXECUTE FUNCTION public.guard_application_part();
-- Name: application_partners application_partners_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_partners_guard BEFORE INSERT OR DELETE OR UPDATE ON public.application_partners FOR EACH ROW EXECUTE FUNCTION public.guard_application_part();
-- Name: application_partners application_partners_published; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_partners_published AFTER INSERT OR UPDATE ON public.application_partners FOR EACH ROW EXECUTE FUNCTION public.follow_application_partner();
-- Name: application_questions application_questions_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_questions_guard BEFORE UPDATE ON public.application_questions FOR EACH ROW EXECUTE FUNCTION public.guard_application_question();
-- Name: application_regions application_regions_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER application_regions_guard BEFORE INSERT OR DELETE OR UPDATE ON public.application_regions FOR EACH ROW EXECUTE FUNCTION public.guard_application_part();
-- Name: applications applications_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER applications_guard BEFORE INSERT OR UPDATE ON public.applications FOR EACH ROW EXECUTE FUNCTION public.guard_application();
-- Name: applications applications_version; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER applications_version AFTER UPDATE OF state, granted_cents, settled_cents ON public.applications FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version();
-- Name: assessment_levels assessment_levels_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER assessment_levels_noted_delete AFTER DELETE ON public.assessment_levels REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_assessment_rows();
-- Name: assessment_levels assessment_levels_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER assessment_levels_noted_insert AFTER INSERT ON public.assessment_levels REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_assessment_rows();
-- Name: assessment_levels assessment_levels_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER assessment_levels_noted_update AFTER UPDATE ON public.assessment_levels REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_assessment_rows();
-- Name: assessment_scores assessment_scores_own_file; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER assessment_scores_own_file BEFORE UPDATE ON public.assessment_scores FOR EACH ROW EXECUTE FUNCTION public.guard_own_file('score', 'scored_at');
-- Name: assessments assessments_own_file; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER assessments_own_file BEFORE UPDATE ON public.assessments FOR EACH ROW EXECUTE FUNCTION public.guard_own_file('form', 'candidate_remark', 'updated_at', 'version');
-- Name: candidate_identities candidate_identities_old_address; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER candidate_identities_old_address AFTER UPDATE OF mail ON public.candidate_identities FOR EACH ROW WHEN ((lower(new.mail) IS DISTINCT FROM lower(old.mail))) EXECUTE FUNCTION public.end_old_address();
-- Name: candidate_identities candidate_identities_own_file; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER candidate_identities_own_file BEFORE UPDATE ON public.candidate_identities FOR EACH ROW EXECUTE FUNCTION public.guard_own_file('given_name', 'name_infix', 'family_name', 'mail', 'phone');
-- Name: candidates candidates_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER candidates_noted_delete AFTER DELETE ON public.candidates REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_candidate_rows();
-- Name: candidates candidates_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER candidates_noted_insert AFTER INSERT ON public.candidates REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_candidate_rows();
-- Name: candidates candidates_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER candidates_noted_update AFTER UPDATE ON public.candidates REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_candidate_rows();
-- Name: candidates candidates_own_file; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER candidates_own_file BEFORE UPDATE ON public.candidates FOR EACH ROW EXECUTE FUNCTION public.guard_own_file('municipality_code', 'x', 'y', 'z', 'travel_means', 'travel_limit_km', 'version');
-- Name: case_events case_events_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_events_acting BEFORE INSERT ON public.case_events FOR EACH ROW EXECUTE FUNCTION public.guard_own_team();
-- Name: case_events case_events_number; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_events_number BEFORE INSERT ON public.case_events FOR EACH ROW EXECUTE FUNCTION public.number_case_event();
-- Name: case_files case_files_close; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_close AFTER UPDATE OF state ON public.case_files FOR EACH ROW EXECUTE FUNCTION public.close_what_was_asked();
-- Name: case_files case_files_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_noted_delete AFTER DELETE ON public.case_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_case_rows();
-- Name: case_files case_files_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_noted_insert AFTER INSERT ON public.case_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_case_rows();
-- Name: case_files case_files_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_noted_update AFTER UPDATE ON public.case_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_case_rows();
-- Name: case_files case_files_own_file; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_own_file BEFORE UPDATE ON public.case_files FOR EACH ROW EXECUTE FUNCTION public.guard_own_file('state', 'state_since', 'owner', 'due_on', 'watch_reason', 'withdrawal_reason', 'closed_at', 'version');
-- Name: case_files case_files_own_step; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_own_step BEFORE UPDATE OF state ON public.case_files FOR EACH ROW EXECUTE FUNCTION public.guard_own_step();
-- Name: case_files case_files_referring; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER case_files_referring AFTER INSERT OR UPDATE OF state ON public.case_files DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'referring'::text)) EXECUTE FUNCTION public.guard_referring();
-- Name: case_files case_files_same_person; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_same_person AFTER INSERT ON public.case_files FOR EACH ROW EXECUTE FUNCTION public.note_case_person();
-- Name: case_files case_files_span; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_span AFTER INSERT OR UPDATE ON public.case_files FOR EACH ROW EXECUTE FUNCTION public.log_case_span();
-- Name: case_files case_files_state; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER case_files_state BEFORE INSERT OR UPDATE ON public.case_files FOR EACH ROW EXECUTE FUNCTION public.guard_case_state();
-- Name: consents consents_end; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER consents_end AFTER UPDATE OF withdrawn_at ON public.consents DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION public.guard_consent_end();
-- Name: consents consents_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER consents_guard BEFORE UPDATE OF withdrawn_at ON public.consents FOR EACH ROW EXECUTE FUNCTION public.guard_consent();
-- Name: copies copies_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER copies_guard BEFORE INSERT ON public.copies FOR EACH ROW EXECUTE FUNCTION public.guard_copy();
-- Name: copies copies_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER copies_version_delete AFTER DELETE ON public.copies REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: copies copies_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER copies_version_insert AFTER INSERT ON public.copies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: copies copies_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER copies_version_update AFTER UPDATE ON public.copies REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_bottlenecks good_practice_bottlenecks_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_bottlenecks_searched AFTER INSERT OR DELETE OR UPDATE ON public.good_practice_bottlenecks FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('good_practice', 'good_practice_id');
-- Name: good_practice_bottlenecks good_practice_bottlenecks_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_bottlenecks_version_delete AFTER DELETE ON public.good_practice_bottlenecks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_bottlenecks good_practice_bottlenecks_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_bottlenecks_version_insert AFTER INSERT ON public.good_practice_bottlenecks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_bottlenecks good_practice_bottlenecks_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_bottlenecks_version_update AFTER UPDATE ON public.good_practice_bottlenecks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_links good_practice_links_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_links_version_delete AFTER DELETE ON public.good_practice_links REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_links good_practice_links_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_links_version_insert AFTER INSERT ON public.good_practice_links REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_links good_practice_links_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_links_version_update AFTER UPDATE ON public.good_practice_links REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_regions good_practice_regions_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_regions_searched AFTER INSERT OR DELETE OR UPDATE ON public.good_practice_regions FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('good_practice', 'good_practice_id');
-- Name: good_practice_regions good_practice_regions_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_regions_version_delete AFTER DELETE ON public.good_practice_regions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_regions good_practice_regions_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_regions_version_insert AFTER INSERT ON public.good_practice_regions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practice_regions good_practice_regions_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practice_regions_version_update AFTER UPDATE ON public.good_practice_regions REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practices good_practices_changed_words; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_changed_words BEFORE UPDATE ON public.good_practices FOR EACH ROW WHEN (((public.acting_staff() IS NOT NULL) AND ((((((old.name IS DISTINCT FROM new.name) OR (old.problem IS DISTINCT FROM new.problem)) OR (old.approach IS DISTINCT FROM new.approach)) OR (old.took IS DISTINCT FROM new.took)) OR (old.result IS DISTINCT FROM new.result)) OR (old.did_not_work IS DISTINCT FROM new.did_not_work)))) EXECUTE FUNCTION public.sign_changed_words();
-- Name: good_practices good_practices_forget_unread; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_forget_unread BEFORE INSERT OR UPDATE ON public.good_practices FOR EACH ROW WHEN (((new.state <> 'published'::text) AND (new.unread_since IS NOT NULL))) EXECUTE FUNCTION public.forget_unread_words();
-- Name: good_practices good_practices_guard_asking; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_guard_asking BEFORE UPDATE ON public.good_practices FOR EACH ROW WHEN (((public.acting_staff() IS NULL) AND (public.acting_role() = 'worker'::text))) EXECUTE FUNCTION public.guard_asked_good_practice();
-- Name: good_practices good_practices_guard_begin; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_guard_begin BEFORE INSERT ON public.good_practices FOR EACH ROW WHEN ((public.acting_staff() IS NOT NULL)) EXECUTE FUNCTION public.guard_new_good_practice();
-- Name: good_practices good_practices_guard_holding; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_guard_holding BEFORE UPDATE ON public.good_practices FOR EACH ROW WHEN (((public.acting_staff() IS NOT NULL) AND ((old.held_at IS DISTINCT FROM new.held_at) OR (old.held_reason IS DISTINCT FROM new.held_reason)))) EXECUTE FUNCTION public.guard_held_good_practice();
-- Name: good_practices good_practices_guard_step; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_guard_step BEFORE UPDATE ON public.good_practices FOR EACH ROW WHEN (((public.acting_staff() IS NOT NULL) AND (NOT ((old.held_at IS DISTINCT FROM new.held_at) OR (old.held_reason IS DISTINCT FROM new.held_reason))))) EXECUTE FUNCTION public.guard_good_practice();
-- Name: good_practices good_practices_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_searched AFTER INSERT OR DELETE OR UPDATE ON public.good_practices FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('good_practice', 'id');
-- Name: good_practices good_practices_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_version_delete AFTER DELETE ON public.good_practices REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practices good_practices_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_version_insert AFTER INSERT ON public.good_practices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: good_practices good_practices_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER good_practices_version_update AFTER UPDATE ON public.good_practices REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meeting_bottlenecks meeting_bottlenecks_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_bottlenecks_searched AFTER INSERT OR DELETE OR UPDATE ON public.meeting_bottlenecks FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('meeting', 'meeting_id');
-- Name: meeting_bottlenecks meeting_bottlenecks_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_bottlenecks_version_delete AFTER DELETE ON public.meeting_bottlenecks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meeting_bottlenecks meeting_bottlenecks_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_bottlenecks_version_insert AFTER INSERT ON public.meeting_bottlenecks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meeting_bottlenecks meeting_bottlenecks_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_bottlenecks_version_update AFTER UPDATE ON public.meeting_bottlenecks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meeting_signups meeting_signups_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_signups_guard BEFORE INSERT OR UPDATE ON public.meeting_signups FOR EACH ROW EXECUTE FUNCTION public.guard_meeting_signup();
-- Name: meeting_signups meeting_signups_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_signups_version_delete AFTER DELETE ON public.meeting_signups REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meeting_signups meeting_signups_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_signups_version_insert AFTER INSERT ON public.meeting_signups REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meeting_signups meeting_signups_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meeting_signups_version_update AFTER UPDATE ON public.meeting_signups REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meetings meetings_moved; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meetings_moved AFTER UPDATE ON public.meetings FOR EACH ROW WHEN ((old.starts_at IS DISTINCT FROM new.starts_at)) EXECUTE FUNCTION public.forget_meeting_reminders();
-- Name: meetings meetings_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meetings_searched AFTER INSERT OR DELETE OR UPDATE ON public.meetings FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('meeting', 'id');
-- Name: meetings meetings_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meetings_version_delete AFTER DELETE ON public.meetings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meetings meetings_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meetings_version_insert AFTER INSERT ON public.meetings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: meetings meetings_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER meetings_version_update AFTER UPDATE ON public.meetings REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: member_bottlenecks member_bottlenecks_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER member_bottlenecks_version_delete AFTER DELETE ON public.member_bottlenecks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: member_bottlenecks member_bottlenecks_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER member_bottlenecks_version_insert AFTER INSERT ON public.member_bottlenecks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: member_bottlenecks member_bottlenecks_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER member_bottlenecks_version_update AFTER UPDATE ON public.member_bottlenecks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: member_regions member_regions_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER member_regions_version_delete AFTER DELETE ON public.member_regions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: member_regions member_regions_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER member_regions_version_insert AFTER INSERT ON public.member_regions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: member_regions member_regions_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER member_regions_version_update AFTER UPDATE ON public.member_regions REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: network_members network_members_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER network_members_version_delete AFTER DELETE ON public.network_members REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: network_members network_members_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER network_members_version_insert AFTER INSERT ON public.network_members REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: network_members network_members_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER network_members_version_update AFTER UPDATE ON public.network_members REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: oidc_providers oidc_providers_closed; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER oidc_providers_closed AFTER UPDATE OF is_enabled ON public.oidc_providers FOR EACH ROW WHEN ((old.is_enabled AND (NOT new.is_enabled))) EXECUTE FUNCTION public.end_provider_sessions();
-- Name: organisations organisations_version; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER organisations_version AFTER INSERT OR UPDATE ON public.organisations FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version();
-- Name: outbox outbox_warning_delivered; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER outbox_warning_delivered AFTER UPDATE OF sent_at, failed_at ON public.outbox FOR EACH ROW WHEN (((new.kind = 'retention_warning'::text) AND (COALESCE(new.sent_at, new.failed_at) IS NOT NULL))) EXECUTE FUNCTION public.note_warning_delivery();
-- Name: person_keys person_keys_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER person_keys_noted_insert AFTER INSERT ON public.person_keys FOR EACH ROW EXECUTE FUNCTION public.note_person_key();
-- Name: person_keys person_keys_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER person_keys_noted_update AFTER UPDATE OF hash ON public.person_keys FOR EACH ROW WHEN ((new.hash IS DISTINCT FROM old.hash)) EXECUTE FUNCTION public.note_person_key();
-- Name: place_offers place_offers_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER place_offers_guard BEFORE INSERT ON public.place_offers FOR EACH ROW EXECUTE FUNCTION public.guard_place_offer();
-- Name: placement_parts placement_parts_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER placement_parts_acting BEFORE INSERT ON public.placement_parts FOR EACH ROW EXECUTE FUNCTION public.guard_own_team();
-- Name: placement_parts placement_parts_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER placement_parts_guard BEFORE INSERT ON public.placement_parts FOR EACH ROW EXECUTE FUNCTION public.guard_part();
-- Name: placement_parts placement_parts_hold; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER placement_parts_hold AFTER INSERT ON public.placement_parts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.guard_proposal_holds();
-- Name: practice_recognitions practice_recognitions_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER practice_recognitions_acting BEFORE UPDATE ON public.practice_recognitions FOR EACH ROW EXECUTE FUNCTION public.guard_own_region();
-- Name: practice_recognitions practice_recognitions_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER practice_recognitions_guard BEFORE UPDATE ON public.practice_recognitions FOR EACH ROW WHEN (((old.state = 'recognised'::text) AND ((new.state IS DISTINCT FROM old.state) OR (new.valid_until IS DISTINCT FROM old.valid_until)))) EXECUTE FUNCTION public.guard_recognition();
-- Name: practice_recognitions practice_recognitions_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER practice_recognitions_noted_delete AFTER DELETE ON public.practice_recognitions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_practice_rows();
-- Name: practice_recognitions practice_recognitions_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER practice_recognitions_noted_insert AFTER INSERT ON public.practice_recognitions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_practice_rows();
-- Name: practice_recognitions practice_recognitions_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER practice_recognitions_noted_update AFTER UPDATE ON public.practice_recognitions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_practice_rows();
-- Name: practices practices_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER practices_acting BEFORE UPDATE ON public.practices FOR EACH ROW EXECUTE FUNCTION public.guard_own_region();
-- Name: project_bottlenecks project_bottlenecks_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_bottlenecks_searched AFTER INSERT OR DELETE OR UPDATE ON public.project_bottlenecks FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('project', 'project_id');
-- Name: project_bottlenecks project_bottlenecks_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_bottlenecks_version_delete AFTER DELETE ON public.project_bottlenecks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_bottlenecks project_bottlenecks_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_bottlenecks_version_insert AFTER INSERT ON public.project_bottlenecks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_bottlenecks project_bottlenecks_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_bottlenecks_version_update AFTER UPDATE ON public.project_bottlenecks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_goals project_goals_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_goals_searched AFTER INSERT OR DELETE OR UPDATE ON public.project_goals FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('project', 'project_id');
-- Name: project_goals project_goals_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_goals_version_delete AFTER DELETE ON public.project_goals REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_goals project_goals_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_goals_version_insert AFTER INSERT ON public.project_goals REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_goals project_goals_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_goals_version_update AFTER UPDATE ON public.project_goals REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_links project_links_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_links_version_delete AFTER DELETE ON public.project_links REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_links project_links_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_links_version_insert AFTER INSERT ON public.project_links REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_links project_links_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_links_version_update AFTER UPDATE ON public.project_links REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_municipalities project_municipalities_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_municipalities_searched AFTER INSERT OR DELETE OR UPDATE ON public.project_municipalities FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('project', 'project_id');
-- Name: project_municipalities project_municipalities_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_municipalities_version_delete AFTER DELETE ON public.project_municipalities REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_municipalities project_municipalities_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_municipalities_version_insert AFTER INSERT ON public.project_municipalities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_municipalities project_municipalities_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_municipalities_version_update AFTER UPDATE ON public.project_municipalities REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_partners project_partners_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_partners_searched AFTER INSERT OR DELETE OR UPDATE ON public.project_partners FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('project', 'project_id');
-- Name: project_partners project_partners_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_partners_version_delete AFTER DELETE ON public.project_partners REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_partners project_partners_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_partners_version_insert AFTER INSERT ON public.project_partners REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_partners project_partners_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_partners_version_update AFTER UPDATE ON public.project_partners REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_regions project_regions_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_regions_searched AFTER INSERT OR DELETE OR UPDATE ON public.project_regions FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('project', 'project_id');
-- Name: project_regions project_regions_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_regions_version_delete AFTER DELETE ON public.project_regions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_regions project_regions_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_regions_version_insert AFTER INSERT ON public.project_regions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: project_regions project_regions_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER project_regions_version_update AFTER UPDATE ON public.project_regions REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: projects projects_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER projects_guard BEFORE INSERT OR UPDATE ON public.projects FOR EACH ROW EXECUTE FUNCTION public.guard_project();
-- Name: projects projects_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER projects_searched AFTER INSERT OR DELETE OR UPDATE ON public.projects FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('project', 'id');
-- Name: projects projects_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER projects_version_delete AFTER DELETE ON public.projects REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: projects projects_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER projects_version_insert AFTER INSERT ON public.projects REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: projects projects_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER projects_version_update AFTER UPDATE ON public.projects REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: proposals proposals_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER proposals_acting BEFORE INSERT ON public.proposals FOR EACH ROW EXECUTE FUNCTION public.guard_own_team();
-- Name: proposals proposals_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER proposals_guard BEFORE INSERT OR UPDATE ON public.proposals FOR EACH ROW EXECUTE FUNCTION public.guard_proposal();
-- Name: proposals proposals_hold; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER proposals_hold AFTER INSERT ON public.proposals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.guard_proposal_holds();
-- Name: proposals proposals_own_file; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER proposals_own_file BEFORE UPDATE ON public.proposals FOR EACH ROW EXECUTE FUNCTION public.guard_own_file('state', 'answered_at', 'candidate_yes_at', 'introduction_yes_at', 'call_wanted_at', 'version');
-- Name: proposals proposals_own_step; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER proposals_own_step BEFORE UPDATE OF state ON public.proposals FOR EACH ROW EXECUTE FUNCTION public.guard_own_step();
-- Name: proposals proposals_settle; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER proposals_settle AFTER UPDATE OF state ON public.proposals FOR EACH ROW WHEN ((new.state IS DISTINCT FROM old.state)) EXECUTE FUNCTION public.settle_proposal_seats();
-- Name: question_bottlenecks question_bottlenecks_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER question_bottlenecks_searched AFTER INSERT OR DELETE OR UPDATE ON public.question_bottlenecks FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('question', 'question_id');
-- Name: question_bottlenecks question_bottlenecks_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER question_bottlenecks_version_delete AFTER DELETE ON public.question_bottlenecks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: question_bottlenecks question_bottlenecks_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER question_bottlenecks_version_insert AFTER INSERT ON public.question_bottlenecks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: question_bottlenecks question_bottlenecks_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER question_bottlenecks_version_update AFTER UPDATE ON public.question_bottlenecks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: questions questions_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER questions_searched AFTER INSERT OR DELETE OR UPDATE ON public.questions FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('question', 'id');
-- Name: questions questions_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER questions_version_delete AFTER DELETE ON public.questions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: questions questions_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER questions_version_insert AFTER INSERT ON public.questions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: questions questions_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER questions_version_update AFTER UPDATE ON public.questions REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: referral_places referral_places_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER referral_places_acting BEFORE INSERT ON public.referral_places FOR EACH ROW EXECUTE FUNCTION public.guard_own_parent();
-- Name: referral_places referral_places_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER referral_places_guard BEFORE INSERT ON public.referral_places FOR EACH ROW EXECUTE FUNCTION public.guard_referral_place();
-- Name: referrals referrals_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER referrals_acting BEFORE INSERT ON public.referrals FOR EACH ROW EXECUTE FUNCTION public.guard_own_team();
-- Name: referrals referrals_answer; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER referrals_answer BEFORE UPDATE OF state ON public.referrals FOR EACH ROW EXECUTE FUNCTION public.guard_referral_answer();
-- Name: referrals referrals_carry; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER referrals_carry AFTER INSERT ON public.referrals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.guard_referral_places();
-- Name: referrals referrals_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER referrals_guard BEFORE INSERT OR UPDATE ON public.referrals FOR EACH ROW EXECUTE FUNCTION public.guard_referral();
-- Name: referrals referrals_referring; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER referrals_referring AFTER UPDATE OF state ON public.referrals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state <> 'open'::text)) EXECUTE FUNCTION public.guard_referring();
-- Name: referrals referrals_settle; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER referrals_settle AFTER UPDATE OF state ON public.referrals FOR EACH ROW WHEN ((new.state IS DISTINCT FROM old.state)) EXECUTE FUNCTION public.settle_referral_seats();
-- Name: retention_consents retention_consents_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER retention_consents_guard BEFORE UPDATE OF withdrawn_at ON public.retention_consents FOR EACH ROW EXECUTE FUNCTION public.guard_consent();
-- Name: scheme_years scheme_years_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER scheme_years_guard BEFORE UPDATE ON public.scheme_years FOR EACH ROW EXECUTE FUNCTION public.guard_scheme_year();
-- Name: scheme_years scheme_years_version; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER scheme_years_version AFTER INSERT OR UPDATE ON public.scheme_years FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version();
-- Name: search_pending search_pending_index; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER search_pending_index AFTER INSERT ON public.search_pending DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.index_pending();
-- Name: seat_occupations seat_occupations_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seat_occupations_acting BEFORE INSERT ON public.seat_occupations FOR EACH ROW EXECUTE FUNCTION public.guard_own_parent();
-- Name: seat_occupations seat_occupations_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seat_occupations_guard BEFORE INSERT OR UPDATE ON public.seat_occupations FOR EACH ROW EXECUTE FUNCTION public.guard_occupation();
-- Name: seat_occupations seat_occupations_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seat_occupations_noted_delete AFTER DELETE ON public.seat_occupations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: seat_occupations seat_occupations_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seat_occupations_noted_insert AFTER INSERT ON public.seat_occupations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: seat_occupations seat_occupations_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seat_occupations_noted_update AFTER UPDATE ON public.seat_occupations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: seat_occupations seat_occupations_release; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER seat_occupations_release AFTER UPDATE OF state ON public.seat_occupations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.state = 'released'::text) AND (old.state <> 'released'::text))) EXECUTE FUNCTION public.guard_release();
-- Name: seats seats_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seats_noted_delete AFTER DELETE ON public.seats REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: seats seats_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seats_noted_insert AFTER INSERT ON public.seats REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: seats seats_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER seats_noted_update AFTER UPDATE ON public.seats REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: sessions sessions_provider_open; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER sessions_provider_open BEFORE INSERT ON public.sessions FOR EACH ROW WHEN ((new.provider_id IS NOT NULL)) EXECUTE FUNCTION public.guard_session_provider();
-- Name: social_map_entries social_map_entries_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER social_map_entries_version_delete AFTER DELETE ON public.social_map_entries REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: social_map_entries social_map_entries_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER social_map_entries_version_insert AFTER INSERT ON public.social_map_entries REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: social_map_entries social_map_entries_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER social_map_entries_version_update AFTER UPDATE ON public.social_map_entries REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: staff_members staff_members_guard; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER staff_members_guard BEFORE UPDATE ON public.staff_members FOR EACH ROW EXECUTE FUNCTION public.guard_staff_member();
-- Name: staff_members staff_members_version; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER staff_members_version AFTER UPDATE OF disabled_at ON public.staff_members FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version();
-- Name: staff_roles staff_roles_last_administrator; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER staff_roles_last_administrator AFTER DELETE ON public.staff_roles FOR EACH ROW EXECUTE FUNCTION public.guard_last_administrator();
-- Name: supervisors supervisors_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER supervisors_noted_delete AFTER DELETE ON public.supervisors REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_practice_rows();
-- Name: supervisors supervisors_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER supervisors_noted_insert AFTER INSERT ON public.supervisors REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_practice_rows();
-- Name: supervisors supervisors_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER supervisors_noted_update AFTER UPDATE ON public.supervisors REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_practice_rows();
-- Name: toolbox_items toolbox_items_searched; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER toolbox_items_searched AFTER INSERT OR DELETE OR UPDATE ON public.toolbox_items FOR EACH ROW EXECUTE FUNCTION public.note_search_pending('toolbox_item', 'id');
-- Name: toolbox_items toolbox_items_version_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER toolbox_items_version_delete AFTER DELETE ON public.toolbox_items REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: toolbox_items toolbox_items_version_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER toolbox_items_version_insert AFTER INSERT ON public.toolbox_items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: toolbox_items toolbox_items_version_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER toolbox_items_version_update AFTER UPDATE ON public.toolbox_items REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.raise_content_version_on_change();
-- Name: training_place_activities training_place_activities_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_activities_noted_delete AFTER DELETE ON public.training_place_activities REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_activities training_place_activities_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_activities_noted_insert AFTER INSERT ON public.training_place_activities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_activities training_place_activities_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_activities_noted_update AFTER UPDATE ON public.training_place_activities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_schools training_place_schools_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_schools_noted_delete AFTER DELETE ON public.training_place_schools REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_schools training_place_schools_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_schools_noted_insert AFTER INSERT ON public.training_place_schools REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_schools training_place_schools_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_schools_noted_update AFTER UPDATE ON public.training_place_schools REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_supervisors training_place_supervisors_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_supervisors_noted_delete AFTER DELETE ON public.training_place_supervisors REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_supervisors training_place_supervisors_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_supervisors_noted_insert AFTER INSERT ON public.training_place_supervisors REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_place_supervisors training_place_supervisors_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_place_supervisors_noted_update AFTER UPDATE ON public.training_place_supervisors REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_parts();
-- Name: training_places training_places_acting; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_places_acting BEFORE UPDATE ON public.training_places FOR EACH ROW EXECUTE FUNCTION public.guard_own_region();
-- Name: training_places training_places_closing; Type: TRIGGER; Schema: public; Owner: -
CREATE CONSTRAINT TRIGGER training_places_closing AFTER UPDATE OF state ON public.training_places DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state = 'open'::text) AND (new.state <> 'open'::text))) EXECUTE FUNCTION public.guard_place_closing();
-- Name: training_places training_places_noted_delete; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_places_noted_delete AFTER DELETE ON public.training_places REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_rows();
-- Name: training_places training_places_noted_insert; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_places_noted_insert AFTER INSERT ON public.training_places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_rows();
-- Name: training_places training_places_noted_update; Type: TRIGGER; Schema: public; Owner: -
CREATE TRIGGER training_places_noted_update AFTER UPDATE ON public.training_places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_place_rows();
-- Name: account_events account_events_actor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.staff_members(id);
-- Name: account_events account_events_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: answer_statistics answer_statistics_receiving_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.answer_statistics
    ADD CONSTRAINT answer_statistics_receiving_region_code_fkey FOREIGN KEY (receiving_region_code) REFERENCES public.regions(code);
-- Name: answer_statistics answer_statistics_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.answer_statistics
    ADD CONSTRAINT answer_statistics_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: answers answers_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: answers answers_question_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.answers
    ADD CONSTRAINT answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES public.questions(id);
-- Name: application_bottlenecks application_bottlenecks_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_bottlenecks
    ADD CONSTRAINT application_bottlenecks_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_bottlenecks application_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_bottlenecks
    ADD CONSTRAINT application_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: application_costs application_costs_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_costs
    ADD CONSTRAINT application_costs_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_events application_events_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_events
    ADD CONSTRAINT application_events_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_events application_events_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_events
    ADD CONSTRAINT application_events_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: application_goals application_goals_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_goals
    ADD CONSTRAINT application_goals_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_municipalities application_municipalities_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_municipalities
    ADD CONSTRAINT application_municipalities_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_municipalities application_municipalities_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_municipalities
    ADD CONSTRAINT application_municipalities_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: application_partners application_partners_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_partners
    ADD CONSTRAINT application_partners_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_questions application_questions_answered_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_questions
    ADD CONSTRAINT application_questions_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES public.staff_members(id);
-- Name: application_questions application_questions_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_questions
    ADD CONSTRAINT application_questions_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_questions application_questions_asked_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_questions
    ADD CONSTRAINT application_questions_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES public.staff_members(id);
-- Name: application_questions application_questions_withdrawn_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_questions
    ADD CONSTRAINT application_questions_withdrawn_by_id_fkey FOREIGN KEY (withdrawn_by_id) REFERENCES public.staff_members(id);
-- Name: application_regions application_regions_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_regions
    ADD CONSTRAINT application_regions_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_regions application_regions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_regions
    ADD CONSTRAINT application_regions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: application_reports application_reports_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_reports
    ADD CONSTRAINT application_reports_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;
-- Name: application_reports application_reports_reported_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_reports
    ADD CONSTRAINT application_reports_reported_by_id_fkey FOREIGN KEY (reported_by_id) REFERENCES public.staff_members(id);
-- Name: application_reports application_reports_seen_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.application_reports
    ADD CONSTRAINT application_reports_seen_by_id_fkey FOREIGN KEY (seen_by_id) REFERENCES public.staff_members(id);
-- Name: applications applications_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES public.staff_members(id);
-- Name: applications applications_leader_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES public.staff_members(id);
-- Name: applications applications_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: applications applications_previous_state_state_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_previous_state_state_fkey FOREIGN KEY (previous_state, state) REFERENCES public.application_transitions(from_state, to_state);
-- Name: applications applications_year_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_year_fkey FOREIGN KEY (year) REFERENCES public.scheme_years(year);
-- Name: assessment_levels assessment_levels_assessment_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_levels
    ADD CONSTRAINT assessment_levels_assessment_id_team_id_fkey FOREIGN KEY (assessment_id, team_id) REFERENCES public.assessments(id, team_id) ON UPDATE CASCADE;
-- Name: assessment_scores assessment_scores_assessment_id_framework_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_scores
    ADD CONSTRAINT assessment_scores_assessment_id_framework_version_fkey FOREIGN KEY (assessment_id, framework_version) REFERENCES public.assessments(id, framework_version);
-- Name: assessment_scores assessment_scores_assessment_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_scores
    ADD CONSTRAINT assessment_scores_assessment_id_team_id_fkey FOREIGN KEY (assessment_id, team_id) REFERENCES public.assessments(id, team_id) ON UPDATE CASCADE;
-- Name: assessment_scores assessment_scores_assessor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_scores
    ADD CONSTRAINT assessment_scores_assessor_id_fkey FOREIGN KEY (assessor_id) REFERENCES public.assessors(id);
-- Name: assessment_scores assessment_scores_framework_version_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessment_scores
    ADD CONSTRAINT assessment_scores_framework_version_indicator_code_fkey FOREIGN KEY (framework_version, indicator_code) REFERENCES public.behaviour_indicators(framework_version, code);
-- Name: assessments assessments_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessments
    ADD CONSTRAINT assessments_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: assessments assessments_framework_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessments
    ADD CONSTRAINT assessments_framework_version_fkey FOREIGN KEY (framework_version) REFERENCES public.frameworks(version);
-- Name: assessors assessors_assessment_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessors
    ADD CONSTRAINT assessors_assessment_id_team_id_fkey FOREIGN KEY (assessment_id, team_id) REFERENCES public.assessments(id, team_id) ON UPDATE CASCADE;
-- Name: assessors assessors_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.assessors
    ADD CONSTRAINT assessors_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: behaviour_indicators behaviour_indicators_framework_version_area_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.behaviour_indicators
    ADD CONSTRAINT behaviour_indicators_framework_version_area_code_fkey FOREIGN KEY (framework_version, area_code) REFERENCES public.competence_areas(framework_version, code);
-- Name: bottleneck_terms bottleneck_terms_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.bottleneck_terms
    ADD CONSTRAINT bottleneck_terms_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: candidate_duplicates candidate_duplicates_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_duplicates
    ADD CONSTRAINT candidate_duplicates_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES public.candidates(id);
-- Name: candidate_duplicates candidate_duplicates_other_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_duplicates
    ADD CONSTRAINT candidate_duplicates_other_candidate_id_fkey FOREIGN KEY (other_candidate_id) REFERENCES public.candidates(id);
-- Name: candidate_identities candidate_identities_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_identities
    ADD CONSTRAINT candidate_identities_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: candidate_reads candidate_reads_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_reads
    ADD CONSTRAINT candidate_reads_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES public.candidates(id);
-- Name: candidate_reads candidate_reads_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_reads
    ADD CONSTRAINT candidate_reads_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: candidate_reads candidate_reads_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_reads
    ADD CONSTRAINT candidate_reads_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: candidate_regions candidate_regions_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_regions
    ADD CONSTRAINT candidate_regions_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: candidate_regions candidate_regions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidate_regions
    ADD CONSTRAINT candidate_regions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: candidates candidates_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidates
    ADD CONSTRAINT candidates_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: candidates candidates_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.candidates
    ADD CONSTRAINT candidates_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: case_contacts case_contacts_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_contacts
    ADD CONSTRAINT case_contacts_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: case_contacts case_contacts_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_contacts
    ADD CONSTRAINT case_contacts_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: case_events case_events_acting_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_events
    ADD CONSTRAINT case_events_acting_team_id_fkey FOREIGN KEY (acting_team_id) REFERENCES public.teams(id);
-- Name: case_events case_events_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_events
    ADD CONSTRAINT case_events_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: case_events case_events_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_events
    ADD CONSTRAINT case_events_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: case_facts case_facts_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_facts
    ADD CONSTRAINT case_facts_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: case_facts case_facts_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_facts
    ADD CONSTRAINT case_facts_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.staff_members(id);
-- Name: case_facts case_facts_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_facts
    ADD CONSTRAINT case_facts_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: case_files case_files_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: case_files case_files_coordinator_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES public.staff_members(id);
-- Name: case_files case_files_origin_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_origin_region_code_fkey FOREIGN KEY (origin_region_code) REFERENCES public.regions(code);
-- Name: case_files case_files_origin_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_origin_team_id_fkey FOREIGN KEY (origin_team_id) REFERENCES public.teams(id);
-- Name: case_files case_files_placed_proposal; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_placed_proposal FOREIGN KEY (placed_proposal_id, id) REFERENCES public.proposals(id, case_id);
-- Name: case_files case_files_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: case_files case_files_role_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_role_code_fkey FOREIGN KEY (role_code) REFERENCES public.care_roles(code);
-- Name: case_files case_files_school_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_school_id_fkey FOREIGN KEY (school_id) REFERENCES public.schools(id);
-- Name: case_files case_files_stand_in_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES public.staff_members(id);
-- Name: case_files case_files_transition; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_transition FOREIGN KEY (previous_state, state) REFERENCES public.case_transitions(from_state, to_state);
-- Name: case_spans case_spans_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_spans
    ADD CONSTRAINT case_spans_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: case_spans case_spans_holder_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_spans
    ADD CONSTRAINT case_spans_holder_team_id_fkey FOREIGN KEY (holder_team_id) REFERENCES public.teams(id);
-- Name: case_statistics case_statistics_origin_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_statistics
    ADD CONSTRAINT case_statistics_origin_region_code_fkey FOREIGN KEY (origin_region_code) REFERENCES public.regions(code);
-- Name: case_statistics case_statistics_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_statistics
    ADD CONSTRAINT case_statistics_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: case_stops case_stops_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.case_stops
    ADD CONSTRAINT case_stops_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: competence_areas competence_areas_framework_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.competence_areas
    ADD CONSTRAINT competence_areas_framework_version_fkey FOREIGN KEY (framework_version) REFERENCES public.frameworks(version);
-- Name: consents consents_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: consents consents_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.staff_members(id);
-- Name: consents consents_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: consents consents_text_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_text_version_fkey FOREIGN KEY (text_version) REFERENCES public.consent_texts(version);
-- Name: copies copies_good_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.copies
    ADD CONSTRAINT copies_good_practice_id_fkey FOREIGN KEY (good_practice_id) REFERENCES public.good_practices(id);
-- Name: copies copies_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.copies
    ADD CONSTRAINT copies_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: copies copies_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.copies
    ADD CONSTRAINT copies_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: copies copies_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.copies
    ADD CONSTRAINT copies_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: framework_levels framework_levels_framework_version_area_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.framework_levels
    ADD CONSTRAINT framework_levels_framework_version_area_code_fkey FOREIGN KEY (framework_version, area_code) REFERENCES public.competence_areas(framework_version, code);
-- Name: good_practice_bottlenecks good_practice_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_bottlenecks
    ADD CONSTRAINT good_practice_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: good_practice_bottlenecks good_practice_bottlenecks_good_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_bottlenecks
    ADD CONSTRAINT good_practice_bottlenecks_good_practice_id_fkey FOREIGN KEY (good_practice_id) REFERENCES public.good_practices(id);
-- Name: good_practice_links good_practice_links_good_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_links
    ADD CONSTRAINT good_practice_links_good_practice_id_fkey FOREIGN KEY (good_practice_id) REFERENCES public.good_practices(id);
-- Name: good_practice_regions good_practice_regions_good_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_regions
    ADD CONSTRAINT good_practice_regions_good_practice_id_fkey FOREIGN KEY (good_practice_id) REFERENCES public.good_practices(id);
-- Name: good_practice_regions good_practice_regions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practice_regions
    ADD CONSTRAINT good_practice_regions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: good_practices good_practices_author_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: good_practices good_practices_changed_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: good_practices good_practices_contact_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: good_practices good_practices_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: good_practices good_practices_validated_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.good_practices
    ADD CONSTRAINT good_practices_validated_by_id_fkey FOREIGN KEY (validated_by_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: import_mappings import_mappings_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_mappings
    ADD CONSTRAINT import_mappings_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: import_run_rows import_run_rows_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_run_rows
    ADD CONSTRAINT import_run_rows_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.case_files(id) ON DELETE CASCADE;
-- Name: import_run_rows import_run_rows_import_run_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_run_rows
    ADD CONSTRAINT import_run_rows_import_run_id_fkey FOREIGN KEY (import_run_id) REFERENCES public.import_runs(id);
-- Name: import_run_rows import_run_rows_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_run_rows
    ADD CONSTRAINT import_run_rows_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id) ON DELETE SET NULL;
-- Name: import_run_rows import_run_rows_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_run_rows
    ADD CONSTRAINT import_run_rows_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: import_run_rows import_run_rows_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_run_rows
    ADD CONSTRAINT import_run_rows_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id) ON DELETE CASCADE;
-- Name: import_runs import_runs_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT import_runs_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: import_runs import_runs_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.import_runs
    ADD CONSTRAINT import_runs_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: imports imports_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: imports imports_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: mail_links mail_links_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES public.candidates(id);
-- Name: mail_links mail_links_proposal_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposals(id);
-- Name: mail_links mail_links_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.mail_links
    ADD CONSTRAINT mail_links_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: map_places map_places_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.map_places
    ADD CONSTRAINT map_places_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: map_places map_places_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.map_places
    ADD CONSTRAINT map_places_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: meeting_actions meeting_actions_meeting_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_actions
    ADD CONSTRAINT meeting_actions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id);
-- Name: meeting_actions meeting_actions_owner_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_actions
    ADD CONSTRAINT meeting_actions_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.network_members(id);
-- Name: meeting_bottlenecks meeting_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_bottlenecks
    ADD CONSTRAINT meeting_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: meeting_bottlenecks meeting_bottlenecks_meeting_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_bottlenecks
    ADD CONSTRAINT meeting_bottlenecks_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id);
-- Name: meeting_signups meeting_signups_meeting_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_signups
    ADD CONSTRAINT meeting_signups_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id);
-- Name: meeting_signups meeting_signups_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meeting_signups
    ADD CONSTRAINT meeting_signups_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE CASCADE;
-- Name: meetings meetings_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: meetings meetings_organiser_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES public.network_members(id);
-- Name: meetings meetings_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: member_bottlenecks member_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.member_bottlenecks
    ADD CONSTRAINT member_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: member_bottlenecks member_bottlenecks_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.member_bottlenecks
    ADD CONSTRAINT member_bottlenecks_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE CASCADE;
-- Name: member_regions member_regions_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.member_regions
    ADD CONSTRAINT member_regions_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE CASCADE;
-- Name: member_regions member_regions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.member_regions
    ADD CONSTRAINT member_regions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: municipalities municipalities_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.municipalities
    ADD CONSTRAINT municipalities_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: network_members network_members_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.network_members
    ADD CONSTRAINT network_members_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: oidc_attempts oidc_attempts_linking_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_attempts
    ADD CONSTRAINT oidc_attempts_linking_staff_member_id_fkey FOREIGN KEY (linking_staff_member_id) REFERENCES public.staff_members(id);
-- Name: oidc_attempts oidc_attempts_provider_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_attempts
    ADD CONSTRAINT oidc_attempts_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.oidc_providers(id);
-- Name: oidc_providers oidc_providers_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_providers
    ADD CONSTRAINT oidc_providers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: oidc_subjects oidc_subjects_provider_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_subjects
    ADD CONSTRAINT oidc_subjects_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.oidc_providers(id);
-- Name: oidc_subjects oidc_subjects_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.oidc_subjects
    ADD CONSTRAINT oidc_subjects_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: organisation_municipalities organisation_municipalities_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisation_municipalities
    ADD CONSTRAINT organisation_municipalities_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: organisation_municipalities organisation_municipalities_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisation_municipalities
    ADD CONSTRAINT organisation_municipalities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: organisation_regions organisation_regions_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisation_regions
    ADD CONSTRAINT organisation_regions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: organisation_regions organisation_regions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.organisation_regions
    ADD CONSTRAINT organisation_regions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: outbox outbox_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES public.candidates(id);
-- Name: outbox outbox_proposal_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposals(id);
-- Name: outbox outbox_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: outbox outbox_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: person_keys person_keys_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.person_keys
    ADD CONSTRAINT person_keys_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: place_offers place_offers_handled_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.place_offers
    ADD CONSTRAINT place_offers_handled_by_id_fkey FOREIGN KEY (handled_by_id) REFERENCES public.staff_members(id);
-- Name: place_offers place_offers_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.place_offers
    ADD CONSTRAINT place_offers_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: place_offers place_offers_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.place_offers
    ADD CONSTRAINT place_offers_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: placement_parts placement_parts_proposal_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.placement_parts
    ADD CONSTRAINT placement_parts_proposal_id_team_id_fkey FOREIGN KEY (proposal_id, team_id) REFERENCES public.proposals(id, team_id) ON UPDATE CASCADE;
-- Name: placement_parts placement_parts_seat_id_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.placement_parts
    ADD CONSTRAINT placement_parts_seat_id_training_place_id_fkey FOREIGN KEY (seat_id, training_place_id) REFERENCES public.seats(id, training_place_id);
-- Name: placement_parts placement_parts_supervisor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.placement_parts
    ADD CONSTRAINT placement_parts_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES public.supervisors(id);
-- Name: practice_calls practice_calls_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_calls
    ADD CONSTRAINT practice_calls_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: practice_calls practice_calls_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_calls
    ADD CONSTRAINT practice_calls_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: practice_calls practice_calls_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_calls
    ADD CONSTRAINT practice_calls_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: practice_closings practice_closings_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_closings
    ADD CONSTRAINT practice_closings_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: practice_contacts practice_contacts_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_contacts
    ADD CONSTRAINT practice_contacts_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: practice_contacts practice_contacts_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_contacts
    ADD CONSTRAINT practice_contacts_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: practice_recognitions practice_recognitions_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practice_recognitions
    ADD CONSTRAINT practice_recognitions_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: practices practices_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practices
    ADD CONSTRAINT practices_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: practices practices_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practices
    ADD CONSTRAINT practices_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: practices practices_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.practices
    ADD CONSTRAINT practices_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: project_bottlenecks project_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_bottlenecks
    ADD CONSTRAINT project_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: project_bottlenecks project_bottlenecks_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_bottlenecks
    ADD CONSTRAINT project_bottlenecks_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_edits project_edits_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_edits
    ADD CONSTRAINT project_edits_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_edits project_edits_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_edits
    ADD CONSTRAINT project_edits_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: project_goals project_goals_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_goals
    ADD CONSTRAINT project_goals_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_links project_links_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_links
    ADD CONSTRAINT project_links_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_municipalities project_municipalities_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_municipalities
    ADD CONSTRAINT project_municipalities_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: project_municipalities project_municipalities_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_municipalities
    ADD CONSTRAINT project_municipalities_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_partners project_partners_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_partners
    ADD CONSTRAINT project_partners_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_regions project_regions_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_regions
    ADD CONSTRAINT project_regions_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: project_regions project_regions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_regions
    ADD CONSTRAINT project_regions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: project_slugs project_slugs_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.project_slugs
    ADD CONSTRAINT project_slugs_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: projects projects_application_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id);
-- Name: projects projects_contact_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.staff_members(id);
-- Name: projects projects_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: proposals proposals_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: proposals proposals_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: proposals proposals_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: question_bottlenecks question_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.question_bottlenecks
    ADD CONSTRAINT question_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: question_bottlenecks question_bottlenecks_question_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.question_bottlenecks
    ADD CONSTRAINT question_bottlenecks_question_id_fkey FOREIGN KEY (question_id) REFERENCES public.questions(id);
-- Name: questions questions_good_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_good_practice_id_fkey FOREIGN KEY (good_practice_id) REFERENCES public.good_practices(id);
-- Name: questions questions_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: questions questions_project_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.projects(id);
-- Name: questions questions_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: reason_bottlenecks reason_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.reason_bottlenecks
    ADD CONSTRAINT reason_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: reason_bottlenecks reason_bottlenecks_kind_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.reason_bottlenecks
    ADD CONSTRAINT reason_bottlenecks_kind_code_fkey FOREIGN KEY (kind, code) REFERENCES public.reasons(kind, code);
-- Name: recovery_codes recovery_codes_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: referral_places referral_places_referral_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referral_places
    ADD CONSTRAINT referral_places_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES public.referrals(id);
-- Name: referral_places referral_places_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referral_places
    ADD CONSTRAINT referral_places_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: referrals referrals_alternative_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_alternative_place_id_fkey FOREIGN KEY (alternative_place_id) REFERENCES public.training_places(id);
-- Name: referrals referrals_answered_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.staff_members(id);
-- Name: referrals referrals_assessment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES public.assessments(id);
-- Name: referrals referrals_case_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_case_id_team_id_fkey FOREIGN KEY (case_id, team_id) REFERENCES public.case_files(id, team_id) ON UPDATE CASCADE;
-- Name: referrals referrals_consent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES public.consents(id);
-- Name: referrals referrals_new_fact_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_new_fact_id_fkey FOREIGN KEY (new_fact_id) REFERENCES public.case_facts(id);
-- Name: referrals referrals_receiving_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_receiving_region_code_fkey FOREIGN KEY (receiving_region_code) REFERENCES public.regions(code);
-- Name: referrals referrals_receiving_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_receiving_team_id_fkey FOREIGN KEY (receiving_team_id) REFERENCES public.teams(id);
-- Name: referrals referrals_sending_team_id_sending_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_sending_team_id_sending_region_code_fkey FOREIGN KEY (sending_team_id, sending_region_code) REFERENCES public.teams(id, region_code);
-- Name: region_neighbours region_neighbours_neighbour_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.region_neighbours
    ADD CONSTRAINT region_neighbours_neighbour_code_fkey FOREIGN KEY (neighbour_code) REFERENCES public.regions(code);
-- Name: region_neighbours region_neighbours_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.region_neighbours
    ADD CONSTRAINT region_neighbours_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: regions regions_parent_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.regions
    ADD CONSTRAINT regions_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES public.regions(code);
-- Name: retention_consents retention_consents_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_consents
    ADD CONSTRAINT retention_consents_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: retention_consents retention_consents_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_consents
    ADD CONSTRAINT retention_consents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.staff_members(id);
-- Name: retention_consents retention_consents_text_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_consents
    ADD CONSTRAINT retention_consents_text_version_fkey FOREIGN KEY (text_version) REFERENCES public.retention_texts(version);
-- Name: retention_warnings retention_warnings_candidate_id_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.retention_warnings
    ADD CONSTRAINT retention_warnings_candidate_id_team_id_fkey FOREIGN KEY (candidate_id, team_id) REFERENCES public.candidates(id, team_id) ON UPDATE CASCADE;
-- Name: schools schools_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.schools
    ADD CONSTRAINT schools_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: search_terms search_terms_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.search_terms
    ADD CONSTRAINT search_terms_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: search_terms search_terms_term_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.search_terms
    ADD CONSTRAINT search_terms_term_fkey FOREIGN KEY (term) REFERENCES public.bottleneck_terms(term) ON DELETE CASCADE;
-- Name: seat_occupations seat_occupations_proposal_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seat_occupations
    ADD CONSTRAINT seat_occupations_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposals(id);
-- Name: seat_occupations seat_occupations_referral_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seat_occupations
    ADD CONSTRAINT seat_occupations_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES public.referrals(id);
-- Name: seat_occupations seat_occupations_seat_id_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seat_occupations
    ADD CONSTRAINT seat_occupations_seat_id_training_place_id_fkey FOREIGN KEY (seat_id, training_place_id) REFERENCES public.seats(id, training_place_id);
-- Name: seats seats_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.seats
    ADD CONSTRAINT seats_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: sessions sessions_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES public.candidates(id);
-- Name: sessions sessions_provider_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.oidc_providers(id);
-- Name: sessions sessions_role_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.staff_roles(id) ON DELETE SET NULL;
-- Name: sessions sessions_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: social_map_entries social_map_entries_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.social_map_entries
    ADD CONSTRAINT social_map_entries_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: social_map_entries social_map_entries_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.social_map_entries
    ADD CONSTRAINT social_map_entries_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: staff_accounts staff_accounts_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_accounts
    ADD CONSTRAINT staff_accounts_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: staff_members staff_members_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_members
    ADD CONSTRAINT staff_members_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: staff_members staff_members_stand_in_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_members
    ADD CONSTRAINT staff_members_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES public.staff_members(id);
-- Name: staff_roles staff_roles_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: staff_roles staff_roles_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: staff_roles staff_roles_school_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_school_id_fkey FOREIGN KEY (school_id) REFERENCES public.schools(id);
-- Name: staff_roles staff_roles_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: staff_roles staff_roles_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.staff_roles
    ADD CONSTRAINT staff_roles_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: step_bottlenecks step_bottlenecks_bottleneck_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.step_bottlenecks
    ADD CONSTRAINT step_bottlenecks_bottleneck_code_fkey FOREIGN KEY (bottleneck_code) REFERENCES public.bottlenecks(code);
-- Name: step_statistics step_statistics_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.step_statistics
    ADD CONSTRAINT step_statistics_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: step_statistics step_statistics_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.step_statistics
    ADD CONSTRAINT step_statistics_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: submissions submissions_candidate_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES public.candidates(id);
-- Name: submissions submissions_staff_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_staff_member_id_fkey FOREIGN KEY (staff_member_id) REFERENCES public.staff_members(id);
-- Name: supervisors supervisors_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.supervisors
    ADD CONSTRAINT supervisors_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: teams teams_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
-- Name: teams teams_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: toolbox_items toolbox_items_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.toolbox_items
    ADD CONSTRAINT toolbox_items_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.network_members(id) ON DELETE SET NULL;
-- Name: toolbox_items toolbox_items_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.toolbox_items
    ADD CONSTRAINT toolbox_items_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: training_place_activities training_place_activities_activity_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_activities
    ADD CONSTRAINT training_place_activities_activity_code_fkey FOREIGN KEY (activity_code) REFERENCES public.activities(code);
-- Name: training_place_activities training_place_activities_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_activities
    ADD CONSTRAINT training_place_activities_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: training_place_schools training_place_schools_school_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_schools
    ADD CONSTRAINT training_place_schools_school_id_fkey FOREIGN KEY (school_id) REFERENCES public.schools(id);
-- Name: training_place_schools training_place_schools_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_schools
    ADD CONSTRAINT training_place_schools_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: training_place_supervisors training_place_supervisors_supervisor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_supervisors
    ADD CONSTRAINT training_place_supervisors_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES public.supervisors(id);
-- Name: training_place_supervisors training_place_supervisors_training_place_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_place_supervisors
    ADD CONSTRAINT training_place_supervisors_training_place_id_fkey FOREIGN KEY (training_place_id) REFERENCES public.training_places(id);
-- Name: training_places training_places_copied_from_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_copied_from_id_fkey FOREIGN KEY (copied_from_id) REFERENCES public.training_places(id);
-- Name: training_places training_places_municipality_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES public.municipalities(code);
-- Name: training_places training_places_practice_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES public.practices(id);
-- Name: training_places training_places_region_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.regions(code);
-- Name: training_places training_places_reserved_for_school_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_reserved_for_school_id_fkey FOREIGN KEY (reserved_for_school_id) REFERENCES public.schools(id);
-- Name: training_places training_places_role_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_role_code_fkey FOREIGN KEY (role_code) REFERENCES public.care_roles(code);
-- Name: training_places training_places_team_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.training_places
    ADD CONSTRAINT training_places_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id);
-- Name: account_events; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.account_events ENABLE ROW LEVEL SECURITY;
-- Name: staff_members administrator; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator ON public.staff_members FOR UPDATE TO doorwijzer_app USING (public.administers(organisation_id)) WITH CHECK (public.administers(organisation_id));
-- Name: organisation_regions administrator_adds; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_adds ON public.organisation_regions FOR INSERT TO doorwijzer_app WITH CHECK (public.administers(NULL::uuid));
-- Name: staff_members administrator_adds; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_adds ON public.staff_members FOR INSERT TO doorwijzer_app WITH CHECK (public.administers(organisation_id));
-- Name: teams administrator_adds; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_adds ON public.teams FOR INSERT TO doorwijzer_app WITH CHECK ((public.administers(NULL::uuid) OR (public.administers(organisation_id) AND (EXISTS ( SELECT 1
   FROM public.organisation_regions r
  WHERE ((r.organisation_id = teams.organisation_id) AND (r.region_code = teams.region_code)))))));
-- Name: mail_links administrator_ends; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_ends ON public.mail_links FOR UPDATE TO doorwijzer_app USING (((( SELECT public.acting_team() AS acting_team) IS NULL) AND (EXISTS ( SELECT 1
   FROM public.staff_members m
  WHERE ((m.id = mail_links.staff_member_id) AND public.administers(m.organisation_id))))));
-- Name: sessions administrator_ends; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_ends ON public.sessions FOR DELETE TO doorwijzer_app USING (((( SELECT public.acting_team() AS acting_team) IS NULL) AND (EXISTS ( SELECT 1
   FROM public.staff_members m
  WHERE ((m.id = sessions.staff_member_id) AND public.administers(m.organisation_id))))));
-- Name: staff_roles administrator_gives; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_gives ON public.staff_roles FOR INSERT TO doorwijzer_app WITH CHECK ((public.may_give_role(role, team_id, organisation_id) AND (staff_member_id IS DISTINCT FROM ( SELECT public.acting_staff() AS acting_staff))));
-- Name: mail_links administrator_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_sees ON public.mail_links FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_team() AS acting_team) IS NULL) AND (EXISTS ( SELECT 1
   FROM public.staff_members m
  WHERE ((m.id = mail_links.staff_member_id) AND public.administers(m.organisation_id))))));
-- Name: sessions administrator_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_sees ON public.sessions FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_team() AS acting_team) IS NULL) AND (EXISTS ( SELECT 1
   FROM public.staff_members m
  WHERE ((m.id = sessions.staff_member_id) AND public.administers(m.organisation_id))))));
-- Name: staff_roles administrator_takes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY administrator_takes ON public.staff_roles FOR DELETE TO doorwijzer_app USING (public.may_give_role(role, team_id, organisation_id));
-- Name: answers; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.answers ENABLE ROW LEVEL SECURITY;
-- Name: applications applicant; Type: POLICY; Schema: public; Owner: -
CREATE POLICY applicant ON public.applications TO doorwijzer_app USING (((organisation_id = ( SELECT public.acting_organisation() AS acting_organisation)) AND public.leads_projects_of(organisation_id))) WITH CHECK (((organisation_id = ( SELECT public.acting_organisation() AS acting_organisation)) AND public.leads_projects_of(organisation_id)));
-- Name: application_questions applicant_answers; Type: POLICY; Schema: public; Owner: -
CREATE POLICY applicant_answers ON public.application_questions FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_questions.application_id) AND public.leads_projects_of(a.organisation_id))))) WITH CHECK (((answered_by_id = ( SELECT public.acting_staff() AS acting_staff)) AND (EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_questions.application_id) AND public.leads_projects_of(a.organisation_id))))));
-- Name: application_reports applicant_reports; Type: POLICY; Schema: public; Owner: -
CREATE POLICY applicant_reports ON public.application_reports FOR INSERT TO doorwijzer_app WITH CHECK (((reported_by_id = ( SELECT public.acting_staff() AS acting_staff)) AND (seen_at IS NULL) AND (EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_reports.application_id) AND public.leads_projects_of(a.organisation_id))))));
-- Name: application_bottlenecks; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_bottlenecks ENABLE ROW LEVEL SECURITY;
-- Name: application_costs; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_costs ENABLE ROW LEVEL SECURITY;
-- Name: application_events; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_events ENABLE ROW LEVEL SECURITY;
-- Name: application_goals; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_goals ENABLE ROW LEVEL SECURITY;
-- Name: application_municipalities; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_municipalities ENABLE ROW LEVEL SECURITY;
-- Name: application_partners; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_partners ENABLE ROW LEVEL SECURITY;
-- Name: application_questions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_questions ENABLE ROW LEVEL SECURITY;
-- Name: application_regions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_regions ENABLE ROW LEVEL SECURITY;
-- Name: application_reports; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.application_reports ENABLE ROW LEVEL SECURITY;
-- Name: applications; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.applications ENABLE ROW LEVEL SECURITY;
-- Name: answers asker_marks; Type: POLICY; Schema: public; Owner: -
CREATE POLICY asker_marks ON public.answers FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.questions q
  WHERE ((q.id = answers.question_id) AND (q.member_id = ( SELECT public.acting_member() AS acting_member))))));
-- Name: assessment_levels; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.assessment_levels ENABLE ROW LEVEL SECURITY;
-- Name: assessment_scores; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.assessment_scores ENABLE ROW LEVEL SECURITY;
-- Name: assessments; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.assessments ENABLE ROW LEVEL SECURITY;
-- Name: assessors; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.assessors ENABLE ROW LEVEL SECURITY;
-- Name: kept_forms before_acting; Type: POLICY; Schema: public; Owner: -
CREATE POLICY before_acting ON public.kept_forms TO doorwijzer_app USING (( SELECT public.nobody_acts() AS nobody_acts)) WITH CHECK (( SELECT public.nobody_acts() AS nobody_acts));
-- Name: mail_links before_acting; Type: POLICY; Schema: public; Owner: -
CREATE POLICY before_acting ON public.mail_links TO doorwijzer_app USING (( SELECT public.nobody_acts() AS nobody_acts)) WITH CHECK (( SELECT public.nobody_acts() AS nobody_acts));
-- Name: oidc_attempts before_acting; Type: POLICY; Schema: public; Owner: -
CREATE POLICY before_acting ON public.oidc_attempts TO doorwijzer_app USING (( SELECT public.nobody_acts() AS nobody_acts)) WITH CHECK (( SELECT public.nobody_acts() AS nobody_acts));
-- Name: sessions before_acting; Type: POLICY; Schema: public; Owner: -
CREATE POLICY before_acting ON public.sessions TO doorwijzer_app USING (( SELECT public.nobody_acts() AS nobody_acts)) WITH CHECK (( SELECT public.nobody_acts() AS nobody_acts));
-- Name: sign_in_failures before_acting; Type: POLICY; Schema: public; Owner: -
CREATE POLICY before_acting ON public.sign_in_failures TO doorwijzer_app USING (( SELECT public.nobody_acts() AS nobody_acts)) WITH CHECK (( SELECT public.nobody_acts() AS nobody_acts));
-- Name: candidate_duplicates; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.candidate_duplicates ENABLE ROW LEVEL SECURITY;
-- Name: candidate_identities; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.candidate_identities ENABLE ROW LEVEL SECURITY;
-- Name: candidate_reads; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.candidate_reads ENABLE ROW LEVEL SECURITY;
-- Name: candidate_regions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.candidate_regions ENABLE ROW LEVEL SECURITY;
-- Name: candidates; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.candidates ENABLE ROW LEVEL SECURITY;
-- Name: case_contacts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.case_contacts ENABLE ROW LEVEL SECURITY;
-- Name: case_events; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.case_events ENABLE ROW LEVEL SECURITY;
-- Name: case_facts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.case_facts ENABLE ROW LEVEL SECURITY;
-- Name: case_files; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.case_files ENABLE ROW LEVEL SECURITY;
-- Name: case_spans; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.case_spans ENABLE ROW LEVEL SECURITY;
-- Name: case_stops; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.case_stops ENABLE ROW LEVEL SECURITY;
-- Name: outbox caused; Type: POLICY; Schema: public; Owner: -
CREATE POLICY caused ON public.outbox FOR INSERT TO doorwijzer_app WITH CHECK (true);
-- Name: application_bottlenecks changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.application_bottlenecks FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_bottlenecks.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_costs changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.application_costs FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_costs.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_goals changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.application_goals FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_goals.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_municipalities changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.application_municipalities FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_municipalities.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_partners changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.application_partners FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_partners.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_regions changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.application_regions FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_regions.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: project_goals changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.project_goals FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_goals.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_links changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.project_links FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_links.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_partners changed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY changed ON public.project_partners FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_partners.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: consents; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.consents ENABLE ROW LEVEL SECURITY;
-- Name: copies; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.copies ENABLE ROW LEVEL SECURITY;
-- Name: applications draft_thrown_away; Type: POLICY; Schema: public; Owner: -
CREATE POLICY draft_thrown_away ON public.applications AS RESTRICTIVE FOR DELETE TO doorwijzer_app USING ((state = 'draft'::text));
-- Name: network_members fellow; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fellow ON public.network_members FOR SELECT TO doorwijzer_app USING (((left_at IS NULL) AND (( SELECT public.acting_member() AS acting_member) IS NOT NULL)));
-- Name: organisations fund_adds; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_adds ON public.organisations FOR INSERT TO doorwijzer_app WITH CHECK (public.administers(NULL::uuid));
-- Name: application_questions fund_asks; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_asks ON public.application_questions FOR INSERT TO doorwijzer_app WITH CHECK ((( SELECT public.works_for_fund() AS works_for_fund) AND (asked_by_id = ( SELECT public.acting_staff() AS acting_staff)) AND (answered_at IS NULL) AND (withdrawn_at IS NULL)));
-- Name: projects fund_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_changes ON public.projects FOR UPDATE TO doorwijzer_app USING (( SELECT public.works_for_fund() AS works_for_fund)) WITH CHECK (( SELECT public.works_for_fund() AS works_for_fund));
-- Name: scheme_years fund_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_changes ON public.scheme_years FOR UPDATE TO doorwijzer_app USING (( SELECT public.administers_fund() AS administers_fund)) WITH CHECK (( SELECT public.administers_fund() AS administers_fund));
-- Name: applications fund_decides; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_decides ON public.applications FOR UPDATE TO doorwijzer_app USING (((submitted_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund))) WITH CHECK (((submitted_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: meetings fund_organises; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_organises ON public.meetings FOR INSERT TO doorwijzer_app WITH CHECK (( SELECT public.works_for_fund() AS works_for_fund));
-- Name: projects fund_publishes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_publishes ON public.projects FOR INSERT TO doorwijzer_app WITH CHECK (( SELECT public.works_for_fund() AS works_for_fund));
-- Name: application_reports fund_saw; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_saw ON public.application_reports FOR UPDATE TO doorwijzer_app USING (( SELECT public.works_for_fund() AS works_for_fund)) WITH CHECK ((seen_by_id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: applications fund_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees ON public.applications FOR SELECT TO doorwijzer_app USING (((submitted_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: good_practices fund_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees ON public.good_practices FOR SELECT TO doorwijzer_app USING (((state = ANY (ARRAY['published'::text, 'retired'::text])) AND ( SELECT public.works_for_fund() AS works_for_fund) AND (NOT (EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = ANY (ARRAY[good_practices.author_id, good_practices.contact_id])) AND (m.left_at IS NULL)))))));
-- Name: network_members fund_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees ON public.network_members FOR SELECT TO doorwijzer_app USING (((left_at IS NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: projects fund_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees ON public.projects FOR SELECT TO doorwijzer_app USING (( SELECT public.works_for_fund() AS works_for_fund));
-- Name: answers fund_sees_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees_held ON public.answers FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: copies fund_sees_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees_held ON public.copies FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: good_practices fund_sees_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees_held ON public.good_practices FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: questions fund_sees_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_sees_held ON public.questions FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: application_questions fund_takes_back; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_takes_back ON public.application_questions FOR UPDATE TO doorwijzer_app USING (( SELECT public.works_for_fund() AS works_for_fund)) WITH CHECK ((( SELECT public.works_for_fund() AS works_for_fund) AND (withdrawn_by_id = ( SELECT public.acting_staff() AS acting_staff))));
-- Name: answers fund_takes_over; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_takes_over ON public.answers FOR UPDATE TO doorwijzer_app USING ((( SELECT public.works_for_fund() AS works_for_fund) AND (EXISTS ( SELECT 1
   FROM public.questions q
  WHERE ((q.id = answers.question_id) AND (NOT (EXISTS ( SELECT 1
           FROM public.network_members m
          WHERE ((m.id = q.member_id) AND (m.left_at IS NULL))))))))));
-- Name: good_practices fund_takes_over; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_takes_over ON public.good_practices FOR UPDATE TO doorwijzer_app USING (((state = ANY (ARRAY['published'::text, 'retired'::text])) AND ( SELECT public.works_for_fund() AS works_for_fund) AND (NOT (EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = ANY (ARRAY[good_practices.author_id, good_practices.contact_id])) AND (m.left_at IS NULL))))))) WITH CHECK (( SELECT public.works_for_fund() AS works_for_fund));
-- Name: questions fund_takes_over; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_takes_over ON public.questions FOR UPDATE TO doorwijzer_app USING ((( SELECT public.works_for_fund() AS works_for_fund) AND (NOT (EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = questions.member_id) AND (m.left_at IS NULL))))))) WITH CHECK (( SELECT public.works_for_fund() AS works_for_fund));
-- Name: scheme_years fund_writes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY fund_writes ON public.scheme_years FOR INSERT TO doorwijzer_app WITH CHECK (( SELECT public.administers_fund() AS administers_fund));
-- Name: good_practice_bottlenecks; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.good_practice_bottlenecks ENABLE ROW LEVEL SECURITY;
-- Name: good_practice_links; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.good_practice_links ENABLE ROW LEVEL SECURITY;
-- Name: good_practice_regions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.good_practice_regions ENABLE ROW LEVEL SECURITY;
-- Name: good_practices; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.good_practices ENABLE ROW LEVEL SECURITY;
-- Name: place_offers handled; Type: POLICY; Schema: public; Owner: -
CREATE POLICY handled ON public.place_offers FOR UPDATE TO doorwijzer_app USING (((region_code = ( SELECT public.acting_region() AS acting_region)) AND (( SELECT public.acting_team() AS acting_team) IS NOT NULL))) WITH CHECK ((region_code = ( SELECT public.acting_region() AS acting_region)));
-- Name: import_mappings; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.import_mappings ENABLE ROW LEVEL SECURITY;
-- Name: import_run_rows; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.import_run_rows ENABLE ROW LEVEL SECURITY;
-- Name: import_runs; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.import_runs ENABLE ROW LEVEL SECURITY;
-- Name: imports; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.imports ENABLE ROW LEVEL SECURITY;
-- Name: kept_forms; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.kept_forms ENABLE ROW LEVEL SECURITY;
-- Name: network_members listed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY listed ON public.network_members FOR SELECT TO doorwijzer_app USING ((is_listed AND (left_at IS NULL) AND (NOT (EXISTS ( SELECT 1
   FROM public.staff_members s
  WHERE ((s.id = network_members.staff_member_id) AND (s.disabled_at IS NOT NULL)))))));
-- Name: mail_links; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.mail_links ENABLE ROW LEVEL SECURITY;
-- Name: assessment_levels matcher; Type: POLICY; Schema: public; Owner: -
CREATE POLICY matcher ON public.assessment_levels FOR SELECT TO doorwijzer_matcher USING (true);
-- Name: assessments matcher; Type: POLICY; Schema: public; Owner: -
CREATE POLICY matcher ON public.assessments FOR SELECT TO doorwijzer_matcher USING (true);
-- Name: candidate_regions matcher; Type: POLICY; Schema: public; Owner: -
CREATE POLICY matcher ON public.candidate_regions FOR SELECT TO doorwijzer_matcher USING (true);
-- Name: candidates matcher; Type: POLICY; Schema: public; Owner: -
CREATE POLICY matcher ON public.candidates FOR SELECT TO doorwijzer_matcher USING (true);
-- Name: case_files matcher; Type: POLICY; Schema: public; Owner: -
CREATE POLICY matcher ON public.case_files FOR SELECT TO doorwijzer_matcher USING (true);
-- Name: consents matcher; Type: POLICY; Schema: public; Owner: -
CREATE POLICY matcher ON public.consents FOR SELECT TO doorwijzer_matcher USING (true);
-- Name: meeting_actions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.meeting_actions ENABLE ROW LEVEL SECURITY;
-- Name: meeting_bottlenecks; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.meeting_bottlenecks ENABLE ROW LEVEL SECURITY;
-- Name: meeting_signups; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.meeting_signups ENABLE ROW LEVEL SECURITY;
-- Name: meetings; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.meetings ENABLE ROW LEVEL SECURITY;
-- Name: answers member_answers; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_answers ON public.answers FOR INSERT TO doorwijzer_app WITH CHECK (((member_id = ( SELECT public.acting_member() AS acting_member)) AND (helped_at IS NULL)));
-- Name: questions member_asks; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_asks ON public.questions FOR INSERT TO doorwijzer_app WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: member_bottlenecks; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.member_bottlenecks ENABLE ROW LEVEL SECURITY;
-- Name: questions member_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_changes ON public.questions FOR UPDATE TO doorwijzer_app USING ((member_id = ( SELECT public.acting_member() AS acting_member))) WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: copies member_copies; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_copies ON public.copies FOR INSERT TO doorwijzer_app WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: good_practices member_decides; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_decides ON public.good_practices FOR UPDATE TO doorwijzer_app USING ((((state = 'submitted'::text) OR (unread_since IS NOT NULL)) AND (( SELECT public.acting_member() AS acting_member) IS NOT NULL))) WITH CHECK (((validated_by_id = ( SELECT public.acting_member() AS acting_member)) OR (unread_since IS NOT NULL)));
-- Name: meetings member_organises; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_organises ON public.meetings FOR INSERT TO doorwijzer_app WITH CHECK ((organiser_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: meeting_actions member_reads; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_reads ON public.meeting_actions FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_member() AS acting_member) IS NOT NULL) OR ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: member_regions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.member_regions ENABLE ROW LEVEL SECURITY;
-- Name: good_practices member_validates; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_validates ON public.good_practices FOR SELECT TO doorwijzer_app USING (((state = 'submitted'::text) AND (held_at IS NULL) AND (( SELECT public.acting_member() AS acting_member) IS NOT NULL)));
-- Name: good_practices member_writes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY member_writes ON public.good_practices FOR INSERT TO doorwijzer_app WITH CHECK ((author_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: network_members; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.network_members ENABLE ROW LEVEL SECURITY;
-- Name: place_offers offered; Type: POLICY; Schema: public; Owner: -
CREATE POLICY offered ON public.place_offers FOR INSERT TO doorwijzer_app WITH CHECK ((region_code = ( SELECT public.acting_region() AS acting_region)));
-- Name: practice_contacts offered; Type: POLICY; Schema: public; Owner: -
CREATE POLICY offered ON public.practice_contacts FOR INSERT TO doorwijzer_app WITH CHECK (((region_code = ( SELECT public.acting_region() AS acting_region)) AND (EXISTS ( SELECT 1
   FROM public.practices p
  WHERE ((p.id = practice_contacts.practice_id) AND p.is_draft AND (p.region_code = practice_contacts.region_code))))));
-- Name: oidc_attempts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.oidc_attempts ENABLE ROW LEVEL SECURITY;
-- Name: oidc_subjects; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.oidc_subjects ENABLE ROW LEVEL SECURITY;
-- Name: organisation_regions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.organisation_regions ENABLE ROW LEVEL SECURITY;
-- Name: organisations; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.organisations ENABLE ROW LEVEL SECURITY;
-- Name: meetings organiser_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY organiser_changes ON public.meetings FOR UPDATE TO doorwijzer_app USING (((organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund))) WITH CHECK (((organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund)));
-- Name: meeting_signups organiser_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY organiser_sees ON public.meeting_signups FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.meetings m
  WHERE ((m.id = meeting_signups.meeting_id) AND ((m.organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: meeting_actions organiser_writes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY organiser_writes ON public.meeting_actions FOR INSERT TO doorwijzer_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.meetings m
  WHERE ((m.id = meeting_actions.meeting_id) AND ((m.organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund))))) AND (public.is_colleague(owner_id) OR (EXISTS ( SELECT 1
   FROM public.meeting_signups s
  WHERE ((s.meeting_id = meeting_actions.meeting_id) AND (s.member_id = meeting_actions.owner_id) AND (s.state <> 'cancelled'::text)))))));
-- Name: outbox; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;
-- Name: good_practices own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.good_practices FOR SELECT TO doorwijzer_app USING ((((( SELECT public.acting_member() AS acting_member) = author_id) OR (( SELECT public.acting_member() AS acting_member) = contact_id)) OR (( SELECT public.acting_member() AS acting_member) = validated_by_id)));
-- Name: kept_forms own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.kept_forms FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: meeting_signups own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.meeting_signups TO doorwijzer_app USING ((member_id = ( SELECT public.acting_member() AS acting_member))) WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: network_members own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.network_members FOR SELECT TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: oidc_subjects own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.oidc_subjects TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff))) WITH CHECK (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) AND (EXISTS ( SELECT 1
   FROM (public.oidc_providers p
     JOIN public.staff_members m ON ((m.organisation_id = p.organisation_id)))
  WHERE ((p.id = oidc_subjects.provider_id) AND (m.id = oidc_subjects.staff_member_id))))));
-- Name: projects own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.projects FOR SELECT TO doorwijzer_app USING (public.leads_projects_of(organisation_id));
-- Name: recovery_codes own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.recovery_codes TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff))) WITH CHECK ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: sessions own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.sessions FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: staff_accounts own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.staff_accounts TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff))) WITH CHECK ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: staff_members own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.staff_members FOR UPDATE TO doorwijzer_app USING ((id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: submissions own; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own ON public.submissions TO doorwijzer_app USING (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) OR (candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))) WITH CHECK (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) OR (candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))));
-- Name: copies own_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_changes ON public.copies FOR UPDATE TO doorwijzer_app USING ((member_id = ( SELECT public.acting_member() AS acting_member))) WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: good_practices own_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_changes ON public.good_practices FOR UPDATE TO doorwijzer_app USING (((author_id = ( SELECT public.acting_member() AS acting_member)) OR (contact_id = ( SELECT public.acting_member() AS acting_member))));
-- Name: network_members own_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_changes ON public.network_members FOR UPDATE TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff))) WITH CHECK ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: projects own_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_changes ON public.projects FOR UPDATE TO doorwijzer_app USING (public.leads_projects_of(organisation_id)) WITH CHECK (public.leads_projects_of(organisation_id));
-- Name: network_members own_goes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_goes ON public.network_members FOR DELETE TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)));
-- Name: answers own_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_held ON public.answers FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND (member_id = ( SELECT public.acting_member() AS acting_member))));
-- Name: copies own_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_held ON public.copies FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND (member_id = ( SELECT public.acting_member() AS acting_member))));
-- Name: questions own_held; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_held ON public.questions FOR SELECT TO doorwijzer_app USING (((held_at IS NOT NULL) AND (member_id = ( SELECT public.acting_member() AS acting_member))));
-- Name: seat_occupations own_hold; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_hold ON public.seat_occupations FOR INSERT TO doorwijzer_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.proposals p
  WHERE ((p.id = seat_occupations.proposal_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team))))) OR (EXISTS ( SELECT 1
   FROM public.referrals r
  WHERE ((r.id = seat_occupations.referral_id) AND (r.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: seat_occupations own_hold_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_hold_changes ON public.seat_occupations FOR UPDATE TO doorwijzer_app USING (((EXISTS ( SELECT 1
   FROM public.proposals p
  WHERE ((p.id = seat_occupations.proposal_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team))))) OR (EXISTS ( SELECT 1
   FROM public.referrals r
  WHERE ((r.id = seat_occupations.referral_id) AND (r.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: network_members own_joins; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_joins ON public.network_members FOR INSERT TO doorwijzer_app WITH CHECK (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) AND (joined_by = 'self'::text)));
-- Name: candidate_reads own_look; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_look ON public.candidate_reads FOR INSERT TO doorwijzer_app WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND ((EXISTS ( SELECT 1
   FROM public.candidates c
  WHERE (c.id = candidate_reads.candidate_id))) OR (EXISTS ( SELECT 1
   FROM public.referrals r
  WHERE (r.candidate_id = candidate_reads.candidate_id))))));
-- Name: place_offers own_region; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_region ON public.place_offers FOR SELECT TO doorwijzer_app USING ((region_code = ( SELECT public.acting_region() AS acting_region)));
-- Name: practice_contacts own_region; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_region ON public.practice_contacts TO doorwijzer_app USING (((region_code = ( SELECT public.acting_region() AS acting_region)) AND (( SELECT public.acting_team() AS acting_team) IS NOT NULL))) WITH CHECK (((region_code = ( SELECT public.acting_region() AS acting_region)) AND (( SELECT public.acting_team() AS acting_team) IS NOT NULL)));
-- Name: assessment_levels own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.assessment_levels TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.assessments p
  WHERE ((p.id = assessment_levels.assessment_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: assessment_scores own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.assessment_scores TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.assessments p
  WHERE ((p.id = assessment_scores.assessment_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: assessments own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.assessments TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates p
  WHERE ((p.id = assessments.candidate_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: assessors own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.assessors TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.assessments p
  WHERE ((p.id = assessors.assessment_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: candidate_identities own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.candidate_identities TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates p
  WHERE ((p.id = candidate_identities.candidate_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: candidate_reads own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.candidate_reads FOR SELECT TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: candidate_regions own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.candidate_regions TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates p
  WHERE ((p.id = candidate_regions.candidate_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: candidates own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.candidates TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: case_contacts own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.case_contacts TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.case_files p
  WHERE ((p.id = case_contacts.case_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: case_events own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.case_events TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.case_files p
  WHERE ((p.id = case_events.case_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: case_facts own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.case_facts TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.case_files p
  WHERE ((p.id = case_facts.case_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: case_files own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.case_files TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates p
  WHERE ((p.id = case_files.candidate_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: case_spans own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.case_spans TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.case_files p
  WHERE ((p.id = case_spans.case_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: case_stops own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.case_stops TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.case_files p
  WHERE ((p.id = case_stops.case_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: consents own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.consents TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates p
  WHERE ((p.id = consents.candidate_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: import_mappings own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.import_mappings TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: import_run_rows own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.import_run_rows TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.import_runs i
  WHERE ((i.id = import_run_rows.import_run_id) AND (i.team_id = ( SELECT public.acting_team() AS acting_team))))) AND ((case_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.case_files f
  WHERE ((f.id = import_run_rows.case_id) AND (f.team_id = ( SELECT public.acting_team() AS acting_team))))))));
-- Name: import_runs own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.import_runs TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: imports own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.imports TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: outbox own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.outbox FOR SELECT TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: person_keys own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.person_keys TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates c
  WHERE ((c.id = person_keys.candidate_id) AND (c.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: placement_parts own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.placement_parts TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.proposals p
  WHERE ((p.id = placement_parts.proposal_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: practice_calls own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.practice_calls TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: proposals own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.proposals TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.case_files p
  WHERE ((p.id = proposals.case_id) AND (p.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: retention_consents own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.retention_consents TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates c
  WHERE ((c.id = retention_consents.candidate_id) AND (c.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: retention_warnings own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.retention_warnings TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team))) WITH CHECK (((team_id = ( SELECT public.acting_team() AS acting_team)) AND (EXISTS ( SELECT 1
   FROM public.candidates c
  WHERE ((c.id = retention_warnings.candidate_id) AND (c.team_id = ( SELECT public.acting_team() AS acting_team)))))));
-- Name: staff_members own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.staff_members FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.staff_roles r
  WHERE ((r.staff_member_id = staff_members.id) AND (r.team_id = ( SELECT public.acting_team() AS acting_team))))));
-- Name: step_statistics own_team; Type: POLICY; Schema: public; Owner: -
CREATE POLICY own_team ON public.step_statistics FOR SELECT TO doorwijzer_app USING ((team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: meeting_actions owner_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY owner_changes ON public.meeting_actions FOR UPDATE TO doorwijzer_app USING (((owner_id = ( SELECT public.acting_member() AS acting_member)) OR (EXISTS ( SELECT 1
   FROM public.meetings m
  WHERE ((m.id = meeting_actions.meeting_id) AND ((m.organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund)))))));
-- Name: oidc_attempts person; Type: POLICY; Schema: public; Owner: -
CREATE POLICY person ON public.oidc_attempts TO doorwijzer_app USING ((linking_staff_member_id = ( SELECT public.acting_person() AS acting_person))) WITH CHECK ((linking_staff_member_id = ( SELECT public.acting_person() AS acting_person)));
-- Name: sessions person_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY person_changes ON public.sessions FOR UPDATE TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_person() AS acting_person)));
-- Name: sessions person_ends; Type: POLICY; Schema: public; Owner: -
CREATE POLICY person_ends ON public.sessions FOR DELETE TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_person() AS acting_person)));
-- Name: person_keys; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.person_keys ENABLE ROW LEVEL SECURITY;
-- Name: mail_links person_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY person_sees ON public.mail_links FOR SELECT TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_person() AS acting_person)));
-- Name: sessions person_sees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY person_sees ON public.sessions FOR SELECT TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_person() AS acting_person)));
-- Name: mail_links person_uses; Type: POLICY; Schema: public; Owner: -
CREATE POLICY person_uses ON public.mail_links FOR UPDATE TO doorwijzer_app USING ((staff_member_id = ( SELECT public.acting_person() AS acting_person)));
-- Name: place_offers; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.place_offers ENABLE ROW LEVEL SECURITY;
-- Name: placement_parts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.placement_parts ENABLE ROW LEVEL SECURITY;
-- Name: practice_calls; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.practice_calls ENABLE ROW LEVEL SECURITY;
-- Name: practice_contacts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.practice_contacts ENABLE ROW LEVEL SECURITY;
-- Name: project_bottlenecks; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_bottlenecks ENABLE ROW LEVEL SECURITY;
-- Name: project_edits; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_edits ENABLE ROW LEVEL SECURITY;
-- Name: project_goals; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_goals ENABLE ROW LEVEL SECURITY;
-- Name: project_links; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_links ENABLE ROW LEVEL SECURITY;
-- Name: project_municipalities; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_municipalities ENABLE ROW LEVEL SECURITY;
-- Name: project_partners; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_partners ENABLE ROW LEVEL SECURITY;
-- Name: project_regions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_regions ENABLE ROW LEVEL SECURITY;
-- Name: project_slugs; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.project_slugs ENABLE ROW LEVEL SECURITY;
-- Name: projects; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.projects ENABLE ROW LEVEL SECURITY;
-- Name: proposals; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.proposals ENABLE ROW LEVEL SECURITY;
-- Name: good_practices published; Type: POLICY; Schema: public; Owner: -
CREATE POLICY published ON public.good_practices FOR SELECT TO doorwijzer_app USING (((state = 'published'::text) AND (held_at IS NULL)));
-- Name: projects published; Type: POLICY; Schema: public; Owner: -
CREATE POLICY published ON public.projects FOR SELECT TO doorwijzer_app USING ((publication = 'published'::text));
-- Name: question_bottlenecks; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.question_bottlenecks ENABLE ROW LEVEL SECURITY;
-- Name: questions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.questions ENABLE ROW LEVEL SECURITY;
-- Name: referrals receiver; Type: POLICY; Schema: public; Owner: -
CREATE POLICY receiver ON public.referrals FOR SELECT TO doorwijzer_app USING (((receiving_region_code = ( SELECT public.acting_region() AS acting_region)) AND (( SELECT public.acting_team() AS acting_team) IS NOT NULL) AND (state <> 'withdrawn'::text)));
-- Name: referrals receiver_answers; Type: POLICY; Schema: public; Owner: -
CREATE POLICY receiver_answers ON public.referrals FOR UPDATE TO doorwijzer_app USING (((receiving_region_code = ( SELECT public.acting_region() AS acting_region)) AND (( SELECT public.acting_team() AS acting_team) IS NOT NULL) AND (state <> 'withdrawn'::text))) WITH CHECK ((receiving_region_code = ( SELECT public.acting_region() AS acting_region)));
-- Name: recovery_codes; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.recovery_codes ENABLE ROW LEVEL SECURITY;
-- Name: referral_places; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.referral_places ENABLE ROW LEVEL SECURITY;
-- Name: referrals; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.referrals ENABLE ROW LEVEL SECURITY;
-- Name: social_map_entries region_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY region_changes ON public.social_map_entries FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.member_regions r
  WHERE ((r.member_id = ( SELECT public.acting_member() AS acting_member)) AND (r.region_code = social_map_entries.region_code))))) WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: toolbox_items region_changes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY region_changes ON public.toolbox_items FOR UPDATE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.member_regions r
  WHERE ((r.member_id = ( SELECT public.acting_member() AS acting_member)) AND (r.region_code = toolbox_items.region_code))))) WITH CHECK ((member_id = ( SELECT public.acting_member() AS acting_member)));
-- Name: social_map_entries region_removes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY region_removes ON public.social_map_entries FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.member_regions r
  WHERE ((r.member_id = ( SELECT public.acting_member() AS acting_member)) AND (r.region_code = social_map_entries.region_code)))));
-- Name: toolbox_items region_removes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY region_removes ON public.toolbox_items FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.member_regions r
  WHERE ((r.member_id = ( SELECT public.acting_member() AS acting_member)) AND (r.region_code = toolbox_items.region_code)))));
-- Name: social_map_entries region_writes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY region_writes ON public.social_map_entries FOR INSERT TO doorwijzer_app WITH CHECK (((member_id = ( SELECT public.acting_member() AS acting_member)) AND (EXISTS ( SELECT 1
   FROM public.member_regions r
  WHERE ((r.member_id = ( SELECT public.acting_member() AS acting_member)) AND (r.region_code = social_map_entries.region_code))))));
-- Name: toolbox_items region_writes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY region_writes ON public.toolbox_items FOR INSERT TO doorwijzer_app WITH CHECK (((member_id = ( SELECT public.acting_member() AS acting_member)) AND (EXISTS ( SELECT 1
   FROM public.member_regions r
  WHERE ((r.member_id = ( SELECT public.acting_member() AS acting_member)) AND (r.region_code = toolbox_items.region_code))))));
-- Name: application_bottlenecks removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.application_bottlenecks FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_bottlenecks.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_costs removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.application_costs FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_costs.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_goals removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.application_goals FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_goals.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_municipalities removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.application_municipalities FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_municipalities.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_partners removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.application_partners FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_partners.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_regions removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.application_regions FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_regions.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: good_practice_bottlenecks removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.good_practice_bottlenecks FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE ((g.id = good_practice_bottlenecks.good_practice_id) AND (((( SELECT public.acting_member() AS acting_member) = g.author_id) OR (( SELECT public.acting_member() AS acting_member) = g.contact_id)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: good_practice_links removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.good_practice_links FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE ((g.id = good_practice_links.good_practice_id) AND (((( SELECT public.acting_member() AS acting_member) = g.author_id) OR (( SELECT public.acting_member() AS acting_member) = g.contact_id)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: good_practice_regions removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.good_practice_regions FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE ((g.id = good_practice_regions.good_practice_id) AND (((( SELECT public.acting_member() AS acting_member) = g.author_id) OR (( SELECT public.acting_member() AS acting_member) = g.contact_id)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: meeting_bottlenecks removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.meeting_bottlenecks FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.meetings m
  WHERE ((m.id = meeting_bottlenecks.meeting_id) AND ((m.organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: member_bottlenecks removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.member_bottlenecks FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = member_bottlenecks.member_id) AND (m.staff_member_id = ( SELECT public.acting_staff() AS acting_staff))))));
-- Name: member_regions removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.member_regions FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = member_regions.member_id) AND (m.staff_member_id = ( SELECT public.acting_staff() AS acting_staff))))));
-- Name: project_bottlenecks removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.project_bottlenecks FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_bottlenecks.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_goals removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.project_goals FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_goals.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_links removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.project_links FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_links.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_municipalities removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.project_municipalities FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_municipalities.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_partners removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.project_partners FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_partners.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_regions removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.project_regions FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_regions.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: question_bottlenecks removed; Type: POLICY; Schema: public; Owner: -
CREATE POLICY removed ON public.question_bottlenecks FOR DELETE TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.questions q
  WHERE ((q.id = question_bottlenecks.question_id) AND (q.member_id = ( SELECT public.acting_member() AS acting_member))))));
-- Name: retention_consents; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.retention_consents ENABLE ROW LEVEL SECURITY;
-- Name: retention_warnings; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.retention_warnings ENABLE ROW LEVEL SECURITY;
-- Name: scheme_years; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.scheme_years ENABLE ROW LEVEL SECURITY;
-- Name: seat_occupations; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.seat_occupations ENABLE ROW LEVEL SECURITY;
-- Name: account_events seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.account_events FOR SELECT TO doorwijzer_app USING (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) OR (EXISTS ( SELECT 1
   FROM public.staff_members m
  WHERE ((m.id = account_events.staff_member_id) AND public.administers(m.organisation_id))))));
-- Name: application_bottlenecks seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_bottlenecks FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_bottlenecks.application_id))));
-- Name: application_costs seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_costs FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_costs.application_id))));
-- Name: application_events seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_events FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_events.application_id))));
-- Name: application_goals seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_goals FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_goals.application_id))));
-- Name: application_municipalities seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_municipalities FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_municipalities.application_id))));
-- Name: application_partners seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_partners FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_partners.application_id))));
-- Name: application_questions seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_questions FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_questions.application_id))));
-- Name: application_regions seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_regions FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_regions.application_id))));
-- Name: application_reports seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.application_reports FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_reports.application_id))));
-- Name: good_practice_bottlenecks seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.good_practice_bottlenecks FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE (g.id = good_practice_bottlenecks.good_practice_id))));
-- Name: good_practice_links seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.good_practice_links FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE (g.id = good_practice_links.good_practice_id))));
-- Name: good_practice_regions seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.good_practice_regions FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE (g.id = good_practice_regions.good_practice_id))));
-- Name: member_bottlenecks seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.member_bottlenecks FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE (m.id = member_bottlenecks.member_id))));
-- Name: member_regions seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.member_regions FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE (m.id = member_regions.member_id))));
-- Name: project_bottlenecks seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_bottlenecks FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE (p.id = project_bottlenecks.project_id))));
-- Name: project_edits seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_edits FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_edits.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_goals seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_goals FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE (p.id = project_goals.project_id))));
-- Name: project_links seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_links FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE (p.id = project_links.project_id))));
-- Name: project_municipalities seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_municipalities FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE (p.id = project_municipalities.project_id))));
-- Name: project_partners seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_partners FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE (p.id = project_partners.project_id))));
-- Name: project_regions seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_regions FOR SELECT TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE (p.id = project_regions.project_id))));
-- Name: project_slugs seen; Type: POLICY; Schema: public; Owner: -
CREATE POLICY seen ON public.project_slugs FOR SELECT USING (true);
-- Name: assessment_levels self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.assessment_levels FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (assessment_id IN ( SELECT assessments.id
   FROM public.assessments
  WHERE (assessments.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: assessment_scores self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.assessment_scores FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (assessment_id IN ( SELECT assessments.id
   FROM public.assessments
  WHERE (assessments.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: assessments self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.assessments FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: assessors self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.assessors FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (assessment_id IN ( SELECT assessments.id
   FROM public.assessments
  WHERE (assessments.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: candidate_duplicates self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.candidate_duplicates FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidate_identities self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.candidate_identities FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidate_reads self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.candidate_reads FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidate_regions self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.candidate_regions FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidates self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.candidates FOR SELECT TO doorwijzer_app USING ((id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: case_contacts self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.case_contacts FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: case_events self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.case_events FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: case_facts self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.case_facts FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: case_files self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.case_files FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: case_spans self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.case_spans FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: case_stops self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.case_stops FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: consents self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.consents FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: import_run_rows self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.import_run_rows FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: mail_links self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.mail_links FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)) OR (proposal_id IN ( SELECT p.id
   FROM (public.proposals p
     JOIN public.case_files f ON ((f.id = p.case_id)))
  WHERE (f.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))))));
-- Name: outbox self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.outbox FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)) OR (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))) OR (proposal_id IN ( SELECT p.id
   FROM (public.proposals p
     JOIN public.case_files f ON ((f.id = p.case_id)))
  WHERE (f.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))))));
-- Name: person_keys self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.person_keys TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: placement_parts self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.placement_parts FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (proposal_id IN ( SELECT p.id
   FROM (public.proposals p
     JOIN public.case_files c ON ((c.id = p.case_id)))
  WHERE (c.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: proposals self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.proposals FOR SELECT TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: referrals self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.referrals FOR SELECT TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: retention_consents self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.retention_consents TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: retention_warnings self; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self ON public.retention_warnings TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidate_regions self_adds; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_adds ON public.candidate_regions FOR INSERT TO doorwijzer_app WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: consents self_agrees; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_agrees ON public.consents FOR INSERT TO doorwijzer_app WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: proposals self_answers; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_answers ON public.proposals FOR UPDATE TO doorwijzer_app USING (((( SELECT public.acting_candidate() AS acting_candidate) IS NOT NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))))) WITH CHECK ((case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))));
-- Name: assessments self_begins; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_begins ON public.assessments FOR INSERT TO doorwijzer_app WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: case_files self_begins; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_begins ON public.case_files FOR INSERT TO doorwijzer_app WITH CHECK (((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)) AND ( SELECT public.begins_own_file() AS begins_own_file) AND (origin = 'self'::text) AND (state = 'registered'::text) AND (owner = 'team'::text) AND (NOT has_priority) AND (coordinator_id IS NULL) AND (stand_in_id IS NULL) AND (placed_proposal_id IS NULL) AND (NOT is_fictional)));
-- Name: candidate_reads self_copies; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_copies ON public.candidate_reads FOR INSERT TO doorwijzer_app WITH CHECK (((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)) AND (staff_member_id IS NULL) AND (team_id IN ( SELECT candidates.team_id
   FROM public.candidates
  WHERE (candidates.id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: candidate_identities self_corrects; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_corrects ON public.candidate_identities FOR UPDATE TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidates self_corrects; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_corrects ON public.candidates FOR UPDATE TO doorwijzer_app USING ((id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: case_events self_events; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_events ON public.case_events FOR INSERT TO doorwijzer_app WITH CHECK (((staff_member_id IS NULL) AND (case_id IN ( SELECT case_files.id
   FROM public.case_files
  WHERE (case_files.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: assessments self_remarks; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_remarks ON public.assessments FOR UPDATE TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: candidate_regions self_removes; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_removes ON public.candidate_regions FOR DELETE TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: assessment_scores self_scores; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_scores ON public.assessment_scores TO doorwijzer_app USING ((assessor_id IN ( SELECT s.id
   FROM (public.assessors s
     JOIN public.assessments a ON ((a.id = s.assessment_id)))
  WHERE ((s.kind = 'self'::text) AND (a.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)))))) WITH CHECK ((assessor_id IN ( SELECT s.id
   FROM (public.assessors s
     JOIN public.assessments a ON ((a.id = s.assessment_id)))
  WHERE ((s.kind = 'self'::text) AND (a.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: assessors self_scores; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_scores ON public.assessors FOR INSERT TO doorwijzer_app WITH CHECK (((kind = 'self'::text) AND (staff_member_id IS NULL) AND (assessment_id IN ( SELECT assessments.id
   FROM public.assessments
  WHERE (assessments.candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))))));
-- Name: case_files self_steps; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_steps ON public.case_files FOR UPDATE TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK (((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)) AND (state = ANY (ARRAY['withdrawn'::text, 'searching'::text, 'proposed'::text, 'interview'::text, 'agreed'::text]))));
-- Name: consents self_takes_back; Type: POLICY; Schema: public; Owner: -
CREATE POLICY self_takes_back ON public.consents FOR UPDATE TO doorwijzer_app USING ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate))) WITH CHECK ((candidate_id = ( SELECT public.acting_candidate() AS acting_candidate)));
-- Name: referrals sender; Type: POLICY; Schema: public; Owner: -
CREATE POLICY sender ON public.referrals TO doorwijzer_app USING (((team_id = ( SELECT public.acting_team() AS acting_team)) OR (sending_team_id = ( SELECT public.acting_team() AS acting_team)))) WITH CHECK ((sending_team_id = ( SELECT public.acting_team() AS acting_team)));
-- Name: sessions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;
-- Name: sign_in_failures; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.sign_in_failures ENABLE ROW LEVEL SECURITY;
-- Name: social_map_entries; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.social_map_entries ENABLE ROW LEVEL SECURITY;
-- Name: staff_accounts; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.staff_accounts ENABLE ROW LEVEL SECURITY;
-- Name: staff_members; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.staff_members ENABLE ROW LEVEL SECURITY;
-- Name: staff_roles; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.staff_roles ENABLE ROW LEVEL SECURITY;
-- Name: step_statistics; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.step_statistics ENABLE ROW LEVEL SECURITY;
-- Name: submissions; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.submissions ENABLE ROW LEVEL SECURITY;
-- Name: teams; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.teams ENABLE ROW LEVEL SECURITY;
-- Name: toolbox_items; Type: ROW SECURITY; Schema: public; Owner: -
ALTER TABLE public.toolbox_items ENABLE ROW LEVEL SECURITY;
-- Name: answers visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.answers FOR SELECT USING ((held_at IS NULL));
-- Name: copies visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.copies FOR SELECT USING ((held_at IS NULL));
-- Name: meeting_bottlenecks visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.meeting_bottlenecks FOR SELECT USING (true);
-- Name: meetings visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.meetings FOR SELECT USING (true);
-- Name: organisation_regions visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.organisation_regions FOR SELECT USING (true);
-- Name: organisations visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.organisations FOR SELECT USING (true);
-- Name: question_bottlenecks visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.question_bottlenecks FOR SELECT USING (true);
-- Name: questions visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.questions FOR SELECT USING ((held_at IS NULL));
-- Name: scheme_years visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.scheme_years FOR SELECT USING (true);
-- Name: seat_occupations visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.seat_occupations FOR SELECT USING (true);
-- Name: social_map_entries visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.social_map_entries FOR SELECT USING (true);
-- Name: staff_members visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.staff_members FOR SELECT USING (true);
-- Name: staff_roles visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.staff_roles FOR SELECT USING (true);
-- Name: teams visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.teams FOR SELECT USING (true);
-- Name: toolbox_items visible; Type: POLICY; Schema: public; Owner: -
CREATE POLICY visible ON public.toolbox_items FOR SELECT USING (true);
-- Name: referral_places with_referral; Type: POLICY; Schema: public; Owner: -
CREATE POLICY with_referral ON public.referral_places TO doorwijzer_app USING ((EXISTS ( SELECT 1
   FROM public.referrals r
  WHERE (r.id = referral_places.referral_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.referrals r
  WHERE ((r.id = referral_places.referral_id) AND (r.team_id = ( SELECT public.acting_team() AS acting_team))))));
-- Name: network_members worker; Type: POLICY; Schema: public; Owner: -
CREATE POLICY worker ON public.network_members FOR SELECT TO doorwijzer_app USING ((( SELECT public.acting_role() AS acting_role) = 'worker'::text));
-- Name: outbox worker; Type: POLICY; Schema: public; Owner: -
CREATE POLICY worker ON public.outbox TO doorwijzer_app USING ((( SELECT public.acting_role() AS acting_role) = 'worker'::text)) WITH CHECK ((( SELECT public.acting_role() AS acting_role) = 'worker'::text));
-- Name: copies worker_asks; Type: POLICY; Schema: public; Owner: -
CREATE POLICY worker_asks ON public.copies FOR UPDATE TO doorwijzer_app USING ((( SELECT public.acting_role() AS acting_role) = 'worker'::text)) WITH CHECK ((( SELECT public.acting_role() AS acting_role) = 'worker'::text));
-- Name: good_practices worker_asks; Type: POLICY; Schema: public; Owner: -
CREATE POLICY worker_asks ON public.good_practices FOR UPDATE TO doorwijzer_app USING (((state = 'published'::text) AND (( SELECT public.acting_role() AS acting_role) = 'worker'::text))) WITH CHECK (((state = 'published'::text) AND (( SELECT public.acting_role() AS acting_role) = 'worker'::text)));
-- Name: meeting_signups worker_reminds; Type: POLICY; Schema: public; Owner: -
CREATE POLICY worker_reminds ON public.meeting_signups TO doorwijzer_app USING ((( SELECT public.acting_role() AS acting_role) = 'worker'::text)) WITH CHECK ((( SELECT public.acting_role() AS acting_role) = 'worker'::text));
-- Name: network_members worker_tells; Type: POLICY; Schema: public; Owner: -
CREATE POLICY worker_tells ON public.network_members FOR UPDATE TO doorwijzer_app USING (((left_at IS NULL) AND (( SELECT public.acting_role() AS acting_role) = 'worker'::text))) WITH CHECK ((( SELECT public.acting_role() AS acting_role) = 'worker'::text));
-- Name: account_events written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.account_events FOR INSERT TO doorwijzer_app WITH CHECK ((( SELECT public.nobody_acts() AS nobody_acts) OR (staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) OR (EXISTS ( SELECT 1
   FROM public.staff_members m
  WHERE ((m.id = account_events.staff_member_id) AND public.administers(m.organisation_id))))));
-- Name: application_bottlenecks written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_bottlenecks FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_bottlenecks.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_costs written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_costs FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_costs.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_events written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_events FOR INSERT TO doorwijzer_app WITH CHECK (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) AND (EXISTS ( SELECT 1
   FROM public.applications a
  WHERE (a.id = application_events.application_id)))));
-- Name: application_goals written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_goals FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_goals.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_municipalities written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_municipalities FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_municipalities.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_partners written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_partners FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_partners.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: application_regions written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.application_regions FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.applications a
  WHERE ((a.id = application_regions.application_id) AND public.leads_projects_of(a.organisation_id)))));
-- Name: good_practice_bottlenecks written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.good_practice_bottlenecks FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE ((g.id = good_practice_bottlenecks.good_practice_id) AND (((( SELECT public.acting_member() AS acting_member) = g.author_id) OR (( SELECT public.acting_member() AS acting_member) = g.contact_id)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: good_practice_links written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.good_practice_links FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE ((g.id = good_practice_links.good_practice_id) AND (((( SELECT public.acting_member() AS acting_member) = g.author_id) OR (( SELECT public.acting_member() AS acting_member) = g.contact_id)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: good_practice_regions written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.good_practice_regions FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.good_practices g
  WHERE ((g.id = good_practice_regions.good_practice_id) AND (((( SELECT public.acting_member() AS acting_member) = g.author_id) OR (( SELECT public.acting_member() AS acting_member) = g.contact_id)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: meeting_bottlenecks written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.meeting_bottlenecks FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.meetings m
  WHERE ((m.id = meeting_bottlenecks.meeting_id) AND ((m.organiser_id = ( SELECT public.acting_member() AS acting_member)) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: member_bottlenecks written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.member_bottlenecks FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = member_bottlenecks.member_id) AND (m.staff_member_id = ( SELECT public.acting_staff() AS acting_staff))))));
-- Name: member_regions written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.member_regions FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.network_members m
  WHERE ((m.id = member_regions.member_id) AND (m.staff_member_id = ( SELECT public.acting_staff() AS acting_staff))))));
-- Name: project_bottlenecks written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_bottlenecks FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_bottlenecks.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_edits written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_edits FOR INSERT TO doorwijzer_app WITH CHECK (((staff_member_id = ( SELECT public.acting_staff() AS acting_staff)) AND (EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_edits.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund)))))));
-- Name: project_goals written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_goals FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_goals.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_links written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_links FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_links.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_municipalities written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_municipalities FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_municipalities.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_partners written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_partners FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_partners.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_regions written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_regions FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_regions.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: project_slugs written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.project_slugs FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.projects p
  WHERE ((p.id = project_slugs.project_id) AND (public.leads_projects_of(p.organisation_id) OR ( SELECT public.works_for_fund() AS works_for_fund))))));
-- Name: question_bottlenecks written; Type: POLICY; Schema: public; Owner: -
CREATE POLICY written ON public.question_bottlenecks FOR INSERT TO doorwijzer_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.questions q
  WHERE ((q.id = question_bottlenecks.question_id) AND (q.member_id = ( SELECT public.acting_member() AS acting_member))))));
-- Name: FUNCTION acting_member(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.acting_member() FROM PUBLIC;
GRANT ALL ON FUNCTION public.acting_member() TO doorwijzer_app;
-- Name: FUNCTION administers(the_organisation uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.administers(the_organisation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.administers(the_organisation uuid) TO doorwijzer_app;
-- Name: FUNCTION administers_fund(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.administers_fund() FROM PUBLIC;
GRANT ALL ON FUNCTION public.administers_fund() TO doorwijzer_app;
-- Name: FUNCTION answer_by_link(the_token bytea, the_version bigint, the_answer text, interview date, the_reason text, not_before date, the_note text, due date, search_due date, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.answer_by_link(the_token bytea, the_version bigint, the_answer text, interview date, the_reason text, not_before date, the_note text, due date, search_due date, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_by_link(the_token bytea, the_version bigint, the_answer text, interview date, the_reason text, not_before date, the_note text, due date, search_due date, moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION application_partner_count(the_application uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.application_partner_count(the_application uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.application_partner_count(the_application uuid) TO doorwijzer_app;
-- Name: FUNCTION ask_call_by_link(the_token bytea, the_version bigint, the_note text, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.ask_call_by_link(the_token bytea, the_version bigint, the_note text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.ask_call_by_link(the_token bytea, the_version bigint, the_note text, moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION begin_own_file(the_token bytea, the_reference text, the_team uuid, the_background text, the_municipality text, means text, limit_km bigint, telephone bigint, given text, infix text, family text, born date, the_phone text, education text, work text, contact text, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.begin_own_file(the_token bytea, the_reference text, the_team uuid, the_background text, the_municipality text, means text, limit_km bigint, telephone bigint, given text, infix text, family text, born date, the_phone text, education text, work text, contact text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_own_file(the_token bytea, the_reference text, the_team uuid, the_background text, the_municipality text, means text, limit_km bigint, telephone bigint, given text, infix text, family text, born date, the_phone text, education text, work text, contact text, moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION begins_own_file(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.begins_own_file() FROM PUBLIC;
GRANT ALL ON FUNCTION public.begins_own_file() TO doorwijzer_app;
-- Name: FUNCTION candidates_with_mail(the_mail text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.candidates_with_mail(the_mail text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.candidates_with_mail(the_mail text) TO doorwijzer_app;
-- Name: FUNCTION check_proposal_holds(the_proposal uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.check_proposal_holds(the_proposal uuid) FROM PUBLIC;
-- Name: FUNCTION check_referral_carries(the_referral uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.check_referral_carries(the_referral uuid) FROM PUBLIC;
-- Name: FUNCTION choose_duplicate(the_duplicate uuid, the_choice text, keeps_this boolean, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.choose_duplicate(the_duplicate uuid, the_choice text, keeps_this boolean, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.choose_duplicate(the_duplicate uuid, the_choice text, keeps_this boolean, moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION country_counts(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.country_counts(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.country_counts(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION erase_again(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.erase_again(moment timestamp with time zone) FROM PUBLIC;
-- Name: FUNCTION erase_candidate(the_candidate uuid, reason text, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.erase_candidate(the_candidate uuid, reason text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_candidate(the_candidate uuid, reason text, moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION erase_next_due(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.erase_next_due(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_next_due(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION fictional_candidates(the_references text[]); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.fictional_candidates(the_references text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.fictional_candidates(the_references text[]) TO doorwijzer_app;
-- Name: FUNCTION file_names_person(content bytea, given text, infix text, family text, is_distinctive boolean); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.file_names_person(content bytea, given text, infix text, family text, is_distinctive boolean) FROM PUBLIC;
-- Name: FUNCTION free_slug(the_kind text, base text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.free_slug(the_kind text, base text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.free_slug(the_kind text, base text) TO doorwijzer_app;
-- Name: TABLE good_practices; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,UPDATE ON TABLE public.good_practices TO doorwijzer_app;
-- Name: FUNCTION guard_keeping(was public.good_practices, becomes public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.guard_keeping(was public.good_practices, becomes public.good_practices) FROM PUBLIC;
-- Name: FUNCTION guard_placement(the_case uuid, the_proposal uuid, the_route text, the_kind text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.guard_placement(the_case uuid, the_proposal uuid, the_route text, the_kind text) FROM PUBLIC;
-- Name: FUNCTION guard_reading_remark(was public.good_practices, becomes public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.guard_reading_remark(was public.good_practices, becomes public.good_practices) FROM PUBLIC;
-- Name: FUNCTION guard_second_reading(was public.good_practices, becomes public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.guard_second_reading(was public.good_practices, becomes public.good_practices) FROM PUBLIC;
-- Name: FUNCTION guard_written_words(was public.good_practices, becomes public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.guard_written_words(was public.good_practices, becomes public.good_practices) FROM PUBLIC;
-- Name: FUNCTION hand_over(the_referral uuid, coordinator uuid, moment timestamp with time zone, due date); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.hand_over(the_referral uuid, coordinator uuid, moment timestamp with time zone, due date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.hand_over(the_referral uuid, coordinator uuid, moment timestamp with time zone, due date) TO doorwijzer_app;
-- Name: FUNCTION has_role(wanted text[], the_school uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.has_role(wanted text[], the_school uuid) FROM PUBLIC;
-- Name: FUNCTION hold_back(the_kind text, the_id uuid, the_reason text, the_moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.hold_back(the_kind text, the_id uuid, the_reason text, the_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_back(the_kind text, the_id uuid, the_reason text, the_moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION is_colleague(the_member uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.is_colleague(the_member uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_colleague(the_member uuid) TO doorwijzer_app;
-- Name: FUNCTION is_distinctive_name(the_candidate uuid, the_team uuid, family text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.is_distinctive_name(the_candidate uuid, the_team uuid, family text) FROM PUBLIC;
-- Name: FUNCTION join_by_grant(the_member uuid, the_application uuid, the_moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.join_by_grant(the_member uuid, the_application uuid, the_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.join_by_grant(the_member uuid, the_application uuid, the_moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION keeps_good_practice(g public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.keeps_good_practice(g public.good_practices) FROM PUBLIC;
-- Name: FUNCTION lapse_overdue(the_place uuid, moment timestamp with time zone, today date, due date); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.lapse_overdue(the_place uuid, moment timestamp with time zone, today date, due date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.lapse_overdue(the_place uuid, moment timestamp with time zone, today date, due date) TO doorwijzer_app;
-- Name: FUNCTION leads_projects_of(the_organisation uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.leads_projects_of(the_organisation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.leads_projects_of(the_organisation uuid) TO doorwijzer_app;
-- Name: FUNCTION may_give_role(the_role text, the_team uuid, the_organisation uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.may_give_role(the_role text, the_team uuid, the_organisation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_give_role(the_role text, the_team uuid, the_organisation uuid) TO doorwijzer_app;
-- Name: FUNCTION meeting_crowd(the_meetings uuid[]); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.meeting_crowd(the_meetings uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.meeting_crowd(the_meetings uuid[]) TO doorwijzer_app;
-- Name: FUNCTION names_person(the_text text, given text, infix text, family text, is_distinctive boolean); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.names_person(the_text text, given text, infix text, family text, is_distinctive boolean) FROM PUBLIC;
-- Name: FUNCTION next_meeting_signup(the_meeting uuid, the_moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.next_meeting_signup(the_meeting uuid, the_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.next_meeting_signup(the_meeting uuid, the_moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION note_look_by_link(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.note_look_by_link(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.note_look_by_link(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION note_match_change(change_kind text, subjects uuid[]); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.note_match_change(change_kind text, subjects uuid[]) FROM PUBLIC;
-- Name: FUNCTION note_same_people(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.note_same_people(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.note_same_people(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION note_same_person(the_candidate uuid, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.note_same_person(the_candidate uuid, moment timestamp with time zone) FROM PUBLIC;
-- Name: FUNCTION oidc_staff_member(the_provider uuid, the_subject text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.oidc_staff_member(the_provider uuid, the_subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.oidc_staff_member(the_provider uuid, the_subject text) TO doorwijzer_app;
-- Name: FUNCTION only_forgets_people(was public.good_practices, becomes public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.only_forgets_people(was public.good_practices, becomes public.good_practices) FROM PUBLIC;
-- Name: FUNCTION own_duplicates(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.own_duplicates() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_duplicates() TO doorwijzer_app;
-- Name: FUNCTION own_waiting_place(the_meeting uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.own_waiting_place(the_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_waiting_place(the_meeting uuid) TO doorwijzer_app;
-- Name: FUNCTION plain_words(the_text text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.plain_words(the_text text) FROM PUBLIC;
-- Name: TABLE proposals; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.state; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.due_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(due_on) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.answered_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answered_at) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.interview_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(interview_on) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.decline_reason; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(decline_reason) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.answer_note; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answer_note) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.not_before_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(not_before_on) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.practice_yes_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(practice_yes_at) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.candidate_yes_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(candidate_yes_at) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.school_yes_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(school_yes_at) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.introduction_yes_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(introduction_yes_at) ON TABLE public.proposals TO doorwijzer_app;
-- Name: COLUMN proposals.call_wanted_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(call_wanted_at) ON TABLE public.proposals TO doorwijzer_app;
-- Name: FUNCTION proposal_by_link(the_token bytea, the_version bigint, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.proposal_by_link(the_token bytea, the_version bigint, moment timestamp with time zone) FROM PUBLIC;
-- Name: FUNCTION purge_expired(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.purge_expired(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.purge_expired(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION purge_imports(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.purge_imports(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.purge_imports(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION raises_content_version(the_table text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.raises_content_version(the_table text) FROM PUBLIC;
-- Name: FUNCTION reads_good_practice(g public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.reads_good_practice(g public.good_practices) FROM PUBLIC;
-- Name: FUNCTION referral_chain(the_referral uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.referral_chain(the_referral uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.referral_chain(the_referral uuid) TO doorwijzer_app;
-- Name: FUNCTION referrals_taken_back(since timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.referrals_taken_back(since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.referrals_taken_back(since timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION region_stalls(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.region_stalls(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.region_stalls(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION reindex_all(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.reindex_all() FROM PUBLIC;
-- Name: TABLE retention_rules; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.retention_rules TO doorwijzer_app;
GRANT SELECT ON TABLE public.retention_rules TO doorwijzer_matcher;
-- Name: FUNCTION return_case(the_referral uuid, the_event uuid, moment timestamp with time zone, due date); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.return_case(the_referral uuid, the_event uuid, moment timestamp with time zone, due date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.return_case(the_referral uuid, the_event uuid, moment timestamp with time zone, due date) TO doorwijzer_app;
-- Name: FUNCTION scheme_committed(the_year smallint); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.scheme_committed(the_year smallint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.scheme_committed(the_year smallint) TO doorwijzer_app;
-- Name: FUNCTION school_counts(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.school_counts(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.school_counts(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION school_teams(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.school_teams() FROM PUBLIC;
GRANT ALL ON FUNCTION public.school_teams() TO doorwijzer_app;
-- Name: FUNCTION search_clauses(the_text text); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.search_clauses(the_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_clauses(the_text text) TO doorwijzer_app;
-- Name: FUNCTION take_back(the_kind text, the_id uuid); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.take_back(the_kind text, the_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.take_back(the_kind text, the_id uuid) TO doorwijzer_app;
-- Name: FUNCTION takes_over_good_practice(g public.good_practices); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.takes_over_good_practice(g public.good_practices) FROM PUBLIC;
-- Name: FUNCTION undo_import(the_import uuid, moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.undo_import(the_import uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.undo_import(the_import uuid, moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION warn_before_erasing(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.warn_before_erasing(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.warn_before_erasing(moment timestamp with time zone) TO doorwijzer_app;
-- Name: FUNCTION works_for_fund(); Type: ACL; Schema: public; Owner: -
REVOKE ALL ON FUNCTION public.works_for_fund() FROM PUBLIC;
GRANT ALL ON FUNCTION public.works_for_fund() TO doorwijzer_app;
-- Name: TABLE account_events; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.account_events TO doorwijzer_app;
-- Name: TABLE activities; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.activities TO doorwijzer_app;
GRANT SELECT ON TABLE public.activities TO doorwijzer_matcher;
-- Name: TABLE answers; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.answers TO doorwijzer_app;
-- Name: COLUMN answers.helped_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(helped_at) ON TABLE public.answers TO doorwijzer_app;
-- Name: TABLE application_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.application_bottlenecks TO doorwijzer_app;
-- Name: TABLE application_costs; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.application_costs TO doorwijzer_app;
-- Name: TABLE application_events; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.application_events TO doorwijzer_app;
-- Name: TABLE application_goals; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.application_goals TO doorwijzer_app;
-- Name: TABLE application_municipalities; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.application_municipalities TO doorwijzer_app;
-- Name: TABLE application_partners; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.application_partners TO doorwijzer_app;
-- Name: TABLE application_questions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.application_questions TO doorwijzer_app;
-- Name: COLUMN application_questions.answered_by_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answered_by_id) ON TABLE public.application_questions TO doorwijzer_app;
-- Name: COLUMN application_questions.answered_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answered_at) ON TABLE public.application_questions TO doorwijzer_app;
-- Name: COLUMN application_questions.answer; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answer) ON TABLE public.application_questions TO doorwijzer_app;
-- Name: COLUMN application_questions.withdrawn_by_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(withdrawn_by_id) ON TABLE public.application_questions TO doorwijzer_app;
-- Name: COLUMN application_questions.withdrawn_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(withdrawn_at) ON TABLE public.application_questions TO doorwijzer_app;
-- Name: TABLE application_regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.application_regions TO doorwijzer_app;
-- Name: TABLE application_reports; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.application_reports TO doorwijzer_app;
-- Name: COLUMN application_reports.seen_by_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(seen_by_id) ON TABLE public.application_reports TO doorwijzer_app;
-- Name: COLUMN application_reports.seen_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(seen_at) ON TABLE public.application_reports TO doorwijzer_app;
-- Name: COLUMN application_reports.remark; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(remark) ON TABLE public.application_reports TO doorwijzer_app;
-- Name: TABLE application_transitions; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.application_transitions TO doorwijzer_app;
-- Name: TABLE applications; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.applications TO doorwijzer_app;
-- Name: TABLE assessment_levels; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.assessment_levels TO doorwijzer_app;
-- Name: COLUMN assessment_levels.assessment_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(assessment_id) ON TABLE public.assessment_levels TO doorwijzer_matcher;
-- Name: COLUMN assessment_levels.area_code; Type: ACL; Schema: public; Owner: -
GRANT SELECT(area_code) ON TABLE public.assessment_levels TO doorwijzer_matcher;
-- Name: COLUMN assessment_levels.level; Type: ACL; Schema: public; Owner: -
GRANT SELECT(level) ON TABLE public.assessment_levels TO doorwijzer_matcher;
-- Name: TABLE assessment_scores; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.assessment_scores TO doorwijzer_app;
-- Name: TABLE assessments; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.assessments TO doorwijzer_app;
-- Name: COLUMN assessments.id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(id) ON TABLE public.assessments TO doorwijzer_matcher;
-- Name: COLUMN assessments.candidate_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(candidate_id) ON TABLE public.assessments TO doorwijzer_matcher;
-- Name: COLUMN assessments.framework_version; Type: ACL; Schema: public; Owner: -
GRANT SELECT(framework_version) ON TABLE public.assessments TO doorwijzer_matcher;
-- Name: COLUMN assessments.form; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(form) ON TABLE public.assessments TO doorwijzer_app;
-- Name: COLUMN assessments.started_at; Type: ACL; Schema: public; Owner: -
GRANT SELECT(started_at) ON TABLE public.assessments TO doorwijzer_matcher;
-- Name: COLUMN assessments.updated_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(updated_at) ON TABLE public.assessments TO doorwijzer_app;
-- Name: COLUMN assessments.valid_until_on; Type: ACL; Schema: public; Owner: -
GRANT SELECT(valid_until_on) ON TABLE public.assessments TO doorwijzer_matcher;
GRANT UPDATE(valid_until_on) ON TABLE public.assessments TO doorwijzer_app;
-- Name: COLUMN assessments.candidate_remark; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(candidate_remark) ON TABLE public.assessments TO doorwijzer_app;
-- Name: COLUMN assessments.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.assessments TO doorwijzer_app;
-- Name: TABLE assessors; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.assessors TO doorwijzer_app;
-- Name: TABLE behaviour_indicators; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.behaviour_indicators TO doorwijzer_app;
GRANT SELECT ON TABLE public.behaviour_indicators TO doorwijzer_matcher;
-- Name: TABLE bottleneck_terms; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.bottleneck_terms TO doorwijzer_app;
-- Name: TABLE bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.bottlenecks TO doorwijzer_app;
-- Name: TABLE candidate_duplicates; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.candidate_duplicates TO doorwijzer_app;
-- Name: TABLE candidate_identities; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.given_name; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(given_name) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.name_infix; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(name_infix) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.family_name; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(family_name) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.born_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(born_on) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.mail; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(mail) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.phone; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(phone) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.prior_education; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(prior_education) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.prior_work; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(prior_work) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: COLUMN candidate_identities.school_contact; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(school_contact) ON TABLE public.candidate_identities TO doorwijzer_app;
-- Name: TABLE candidate_reads; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.candidate_reads TO doorwijzer_app;
-- Name: TABLE candidate_regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.candidate_regions TO doorwijzer_matcher;
GRANT SELECT,INSERT,DELETE ON TABLE public.candidate_regions TO doorwijzer_app;
-- Name: TABLE candidates; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(id) ON TABLE public.candidates TO doorwijzer_matcher;
-- Name: COLUMN candidates.background; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(background) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.municipality_code; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(municipality_code) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.x; Type: ACL; Schema: public; Owner: -
GRANT SELECT(x) ON TABLE public.candidates TO doorwijzer_matcher;
GRANT UPDATE(x) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.y; Type: ACL; Schema: public; Owner: -
GRANT SELECT(y) ON TABLE public.candidates TO doorwijzer_matcher;
GRANT UPDATE(y) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.z; Type: ACL; Schema: public; Owner: -
GRANT SELECT(z) ON TABLE public.candidates TO doorwijzer_matcher;
GRANT UPDATE(z) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.travel_means; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(travel_means) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.travel_limit_km; Type: ACL; Schema: public; Owner: -
GRANT SELECT(travel_limit_km) ON TABLE public.candidates TO doorwijzer_matcher;
GRANT UPDATE(travel_limit_km) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.telephone_dutch; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(telephone_dutch) ON TABLE public.candidates TO doorwijzer_app;
-- Name: COLUMN candidates.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.candidates TO doorwijzer_app;
-- Name: TABLE care_roles; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.care_roles TO doorwijzer_app;
GRANT SELECT ON TABLE public.care_roles TO doorwijzer_matcher;
-- Name: TABLE case_contacts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.case_contacts TO doorwijzer_app;
-- Name: TABLE case_events; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.case_events TO doorwijzer_app;
-- Name: TABLE case_facts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.case_facts TO doorwijzer_app;
-- Name: TABLE case_files; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(id) ON TABLE public.case_files TO doorwijzer_matcher;
-- Name: COLUMN case_files.reference; Type: ACL; Schema: public; Owner: -
GRANT SELECT(reference) ON TABLE public.case_files TO doorwijzer_matcher;
-- Name: COLUMN case_files.candidate_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(candidate_id) ON TABLE public.case_files TO doorwijzer_matcher;
-- Name: COLUMN case_files.team_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(team_id) ON TABLE public.case_files TO doorwijzer_matcher;
-- Name: COLUMN case_files.region_code; Type: ACL; Schema: public; Owner: -
GRANT SELECT(region_code) ON TABLE public.case_files TO doorwijzer_matcher;
-- Name: COLUMN case_files.coordinator_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(coordinator_id) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.stand_in_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(stand_in_id) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.kind; Type: ACL; Schema: public; Owner: -
GRANT SELECT(kind) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(kind) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.route; Type: ACL; Schema: public; Owner: -
GRANT SELECT(route) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(route) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.study_year; Type: ACL; Schema: public; Owner: -
GRANT SELECT(study_year) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(study_year) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.role_code; Type: ACL; Schema: public; Owner: -
GRANT SELECT(role_code) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(role_code) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.crebo; Type: ACL; Schema: public; Owner: -
GRANT SELECT(crebo) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(crebo) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.school_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(school_id) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(school_id) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.programme; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(programme) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.class_name; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(class_name) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.school_weekdays; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(school_weekdays) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.wished_start_on; Type: ACL; Schema: public; Owner: -
GRANT SELECT(wished_start_on) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(wished_start_on) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.earliest_start_on; Type: ACL; Schema: public; Owner: -
GRANT SELECT(earliest_start_on) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(earliest_start_on) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.latest_start_on; Type: ACL; Schema: public; Owner: -
GRANT SELECT(latest_start_on) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(latest_start_on) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.weeks_needed; Type: ACL; Schema: public; Owner: -
GRANT SELECT(weeks_needed) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(weeks_needed) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.weeks_wanted; Type: ACL; Schema: public; Owner: -
GRANT SELECT(weeks_wanted) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(weeks_wanted) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.weekdays; Type: ACL; Schema: public; Owner: -
GRANT SELECT(weekdays) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(weekdays) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.weekdays_least; Type: ACL; Schema: public; Owner: -
GRANT SELECT(weekdays_least) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(weekdays_least) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.weekdays_wanted; Type: ACL; Schema: public; Owner: -
GRANT SELECT(weekdays_wanted) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(weekdays_wanted) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.hours_least; Type: ACL; Schema: public; Owner: -
GRANT SELECT(hours_least) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(hours_least) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.hours_most; Type: ACL; Schema: public; Owner: -
GRANT SELECT(hours_most) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(hours_most) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.course_payer; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(course_payer) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.wishes; Type: ACL; Schema: public; Owner: -
GRANT SELECT(wishes) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(wishes) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.offers; Type: ACL; Schema: public; Owner: -
GRANT SELECT(offers) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(offers) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.has_priority; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(has_priority) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.state; Type: ACL; Schema: public; Owner: -
GRANT SELECT(state) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(state) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.state_since; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state_since) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.owner; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(owner) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.due_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(due_on) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.watch_reason; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(watch_reason) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.withdrawal_reason; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(withdrawal_reason) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.placed_proposal_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(placed_proposal_id) ON TABLE public.case_files TO doorwijzer_matcher;
GRANT UPDATE(placed_proposal_id) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.closed_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(closed_at) ON TABLE public.case_files TO doorwijzer_app;
-- Name: COLUMN case_files.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.case_files TO doorwijzer_app;
-- Name: TABLE case_spans; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.case_spans TO doorwijzer_app;
-- Name: TABLE case_stops; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.case_stops TO doorwijzer_app;
-- Name: TABLE case_transitions; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.case_transitions TO doorwijzer_app;
GRANT SELECT ON TABLE public.case_transitions TO doorwijzer_matcher;
-- Name: TABLE referrals; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.receiving_team_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(receiving_team_id) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.state; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.answered_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answered_at) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.answered_by; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answered_by) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.decline_reason; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(decline_reason) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.answer_note; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(answer_note) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.alternative_place_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(alternative_place_id) ON TABLE public.referrals TO doorwijzer_app;
-- Name: COLUMN referrals.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.referrals TO doorwijzer_app;
-- Name: TABLE competence_areas; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.competence_areas TO doorwijzer_app;
GRANT SELECT ON TABLE public.competence_areas TO doorwijzer_matcher;
-- Name: TABLE consent_texts; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.consent_texts TO doorwijzer_app;
GRANT SELECT ON TABLE public.consent_texts TO doorwijzer_matcher;
-- Name: TABLE consents; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.consents TO doorwijzer_app;
-- Name: COLUMN consents.id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(id) ON TABLE public.consents TO doorwijzer_matcher;
-- Name: COLUMN consents.candidate_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(candidate_id) ON TABLE public.consents TO doorwijzer_matcher;
-- Name: COLUMN consents.team_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(team_id) ON TABLE public.consents TO doorwijzer_matcher;
-- Name: COLUMN consents.region_code; Type: ACL; Schema: public; Owner: -
GRANT SELECT(region_code) ON TABLE public.consents TO doorwijzer_matcher;
-- Name: COLUMN consents.withdrawn_at; Type: ACL; Schema: public; Owner: -
GRANT SELECT(withdrawn_at) ON TABLE public.consents TO doorwijzer_matcher;
GRANT UPDATE(withdrawn_at) ON TABLE public.consents TO doorwijzer_app;
-- Name: TABLE content_version; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.content_version TO doorwijzer_app;
-- Name: TABLE copies; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.intention; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(intention) ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.outcome; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(outcome) ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.outcome_kind; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(outcome_kind) ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.outcome_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(outcome_on) ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.outcome_asked_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(outcome_asked_on) ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.outcome_asks; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(outcome_asks) ON TABLE public.copies TO doorwijzer_app;
-- Name: COLUMN copies.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.copies TO doorwijzer_app;
-- Name: TABLE due_rules; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.due_rules TO doorwijzer_app;
GRANT SELECT ON TABLE public.due_rules TO doorwijzer_matcher;
-- Name: TABLE framework_levels; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.framework_levels TO doorwijzer_app;
GRANT SELECT ON TABLE public.framework_levels TO doorwijzer_matcher;
-- Name: TABLE frameworks; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.frameworks TO doorwijzer_app;
GRANT SELECT ON TABLE public.frameworks TO doorwijzer_matcher;
-- Name: TABLE teams; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.teams TO doorwijzer_app;
GRANT SELECT ON TABLE public.teams TO doorwijzer_matcher;
-- Name: TABLE good_practice_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.good_practice_bottlenecks TO doorwijzer_app;
-- Name: TABLE good_practice_links; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.good_practice_links TO doorwijzer_app;
-- Name: TABLE good_practice_regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.good_practice_regions TO doorwijzer_app;
-- Name: TABLE import_mappings; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.import_mappings TO doorwijzer_app;
-- Name: COLUMN import_mappings.mapping; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(mapping) ON TABLE public.import_mappings TO doorwijzer_app;
-- Name: COLUMN import_mappings.saved_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(saved_at) ON TABLE public.import_mappings TO doorwijzer_app;
-- Name: TABLE import_run_rows; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.import_run_rows TO doorwijzer_app;
-- Name: TABLE import_runs; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.import_runs TO doorwijzer_app;
-- Name: TABLE imports; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports TO doorwijzer_app;
-- Name: TABLE kept_forms; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.kept_forms TO doorwijzer_app;
-- Name: TABLE mail_links; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.mail_links TO doorwijzer_app;
-- Name: COLUMN mail_links.used_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(used_at) ON TABLE public.mail_links TO doorwijzer_app;
-- Name: TABLE map_places; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.map_places TO doorwijzer_app;
GRANT SELECT ON TABLE public.map_places TO doorwijzer_matcher;
-- Name: TABLE match_changes; Type: ACL; Schema: public; Owner: -
GRANT SELECT,DELETE ON TABLE public.match_changes TO doorwijzer_matcher;
-- Name: TABLE meeting_actions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.meeting_actions TO doorwijzer_app;
-- Name: COLUMN meeting_actions.sentence; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(sentence) ON TABLE public.meeting_actions TO doorwijzer_app;
-- Name: COLUMN meeting_actions.due_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(due_on) ON TABLE public.meeting_actions TO doorwijzer_app;
-- Name: COLUMN meeting_actions.done_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(done_on) ON TABLE public.meeting_actions TO doorwijzer_app;
-- Name: TABLE meeting_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.meeting_bottlenecks TO doorwijzer_app;
-- Name: TABLE meeting_signups; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.meeting_signups TO doorwijzer_app;
-- Name: COLUMN meeting_signups.state; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state) ON TABLE public.meeting_signups TO doorwijzer_app;
-- Name: COLUMN meeting_signups.signed_up_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(signed_up_at) ON TABLE public.meeting_signups TO doorwijzer_app;
-- Name: COLUMN meeting_signups.reminded_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(reminded_at) ON TABLE public.meeting_signups TO doorwijzer_app;
-- Name: TABLE meetings; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,UPDATE ON TABLE public.meetings TO doorwijzer_app;
-- Name: TABLE member_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.member_bottlenecks TO doorwijzer_app;
-- Name: TABLE member_regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.member_regions TO doorwijzer_app;
-- Name: TABLE municipalities; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.municipalities TO doorwijzer_app;
GRANT SELECT ON TABLE public.municipalities TO doorwijzer_matcher;
-- Name: TABLE network_members; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_members TO doorwijzer_app;
-- Name: TABLE oidc_attempts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.oidc_attempts TO doorwijzer_app;
-- Name: COLUMN oidc_attempts.subject; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(subject) ON TABLE public.oidc_attempts TO doorwijzer_app;
-- Name: COLUMN oidc_attempts.used_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(used_at) ON TABLE public.oidc_attempts TO doorwijzer_app;
-- Name: TABLE oidc_providers; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.oidc_providers TO doorwijzer_app;
-- Name: TABLE oidc_subjects; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.oidc_subjects TO doorwijzer_app;
-- Name: TABLE organisation_municipalities; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.organisation_municipalities TO doorwijzer_app;
GRANT SELECT ON TABLE public.organisation_municipalities TO doorwijzer_matcher;
-- Name: TABLE organisation_regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.organisation_regions TO doorwijzer_app;
GRANT SELECT ON TABLE public.organisation_regions TO doorwijzer_matcher;
-- Name: TABLE organisations; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.organisations TO doorwijzer_app;
GRANT SELECT ON TABLE public.organisations TO doorwijzer_matcher;
-- Name: TABLE outbox; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.outbox TO doorwijzer_app;
-- Name: COLUMN outbox.available_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(available_at) ON TABLE public.outbox TO doorwijzer_app;
-- Name: COLUMN outbox.attempts; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(attempts) ON TABLE public.outbox TO doorwijzer_app;
-- Name: COLUMN outbox.sent_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(sent_at) ON TABLE public.outbox TO doorwijzer_app;
-- Name: COLUMN outbox.failed_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(failed_at) ON TABLE public.outbox TO doorwijzer_app;
-- Name: TABLE person_keys; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.person_keys TO doorwijzer_app;
-- Name: COLUMN person_keys.hash; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(hash) ON TABLE public.person_keys TO doorwijzer_app;
-- Name: COLUMN person_keys.made_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(made_at) ON TABLE public.person_keys TO doorwijzer_app;
-- Name: TABLE place_offers; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.place_offers TO doorwijzer_app;
-- Name: COLUMN place_offers.handled_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(handled_at) ON TABLE public.place_offers TO doorwijzer_app;
-- Name: COLUMN place_offers.handled_by_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(handled_by_id) ON TABLE public.place_offers TO doorwijzer_app;
-- Name: COLUMN place_offers.closed_reason; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(closed_reason) ON TABLE public.place_offers TO doorwijzer_app;
-- Name: TABLE placement_parts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.placement_parts TO doorwijzer_app;
-- Name: TABLE practice_calls; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.practice_calls TO doorwijzer_app;
-- Name: TABLE practice_card_levels; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.practice_card_levels TO doorwijzer_app;
-- Name: TABLE practices; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(id) ON TABLE public.practices TO doorwijzer_matcher;
-- Name: COLUMN practices.reference; Type: ACL; Schema: public; Owner: -
GRANT SELECT(reference) ON TABLE public.practices TO doorwijzer_matcher;
-- Name: COLUMN practices.kind; Type: ACL; Schema: public; Owner: -
GRANT SELECT(kind) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(kind) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.name; Type: ACL; Schema: public; Owner: -
GRANT SELECT(name) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(name) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.street; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(street) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.postcode; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(postcode) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.town; Type: ACL; Schema: public; Owner: -
GRANT SELECT(town) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(town) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.municipality_code; Type: ACL; Schema: public; Owner: -
GRANT SELECT(municipality_code) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(municipality_code) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.region_code; Type: ACL; Schema: public; Owner: -
GRANT SELECT(region_code) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(region_code) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.x; Type: ACL; Schema: public; Owner: -
GRANT SELECT(x) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(x) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.y; Type: ACL; Schema: public; Owner: -
GRANT SELECT(y) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(y) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.z; Type: ACL; Schema: public; Owner: -
GRANT SELECT(z) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(z) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.organisation_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(organisation_id) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.is_member; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(is_member) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.is_draft; Type: ACL; Schema: public; Owner: -
GRANT SELECT(is_draft) ON TABLE public.practices TO doorwijzer_matcher;
GRANT UPDATE(is_draft) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.team_size; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(team_size) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.kvk; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(kvk) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.company_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(company_id) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.notes; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(notes) ON TABLE public.practices TO doorwijzer_app;
-- Name: COLUMN practices.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.practices TO doorwijzer_app;
-- Name: TABLE staff_members; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.staff_members TO doorwijzer_app;
-- Name: COLUMN staff_members.name; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(name) ON TABLE public.staff_members TO doorwijzer_app;
-- Name: COLUMN staff_members.mail; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(mail) ON TABLE public.staff_members TO doorwijzer_app;
-- Name: COLUMN staff_members.phone; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(phone) ON TABLE public.staff_members TO doorwijzer_app;
-- Name: COLUMN staff_members.absent_until; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(absent_until) ON TABLE public.staff_members TO doorwijzer_app;
-- Name: COLUMN staff_members.stand_in_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(stand_in_id) ON TABLE public.staff_members TO doorwijzer_app;
-- Name: COLUMN staff_members.disabled_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(disabled_at) ON TABLE public.staff_members TO doorwijzer_app;
-- Name: TABLE practice_cards; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.practice_cards TO doorwijzer_app;
-- Name: TABLE practice_closings; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.practice_closings TO doorwijzer_app;
-- Name: TABLE practice_contacts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.practice_contacts TO doorwijzer_app;
-- Name: COLUMN practice_contacts.function; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(function) ON TABLE public.practice_contacts TO doorwijzer_app;
-- Name: COLUMN practice_contacts.name; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(name) ON TABLE public.practice_contacts TO doorwijzer_app;
-- Name: COLUMN practice_contacts.mail; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(mail) ON TABLE public.practice_contacts TO doorwijzer_app;
-- Name: COLUMN practice_contacts.phone; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(phone) ON TABLE public.practice_contacts TO doorwijzer_app;
-- Name: COLUMN practice_contacts.best_time; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(best_time) ON TABLE public.practice_contacts TO doorwijzer_app;
-- Name: TABLE practice_recognitions; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.practice_recognitions TO doorwijzer_matcher;
GRANT SELECT,INSERT ON TABLE public.practice_recognitions TO doorwijzer_app;
-- Name: COLUMN practice_recognitions.state; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state) ON TABLE public.practice_recognitions TO doorwijzer_app;
-- Name: COLUMN practice_recognitions.valid_until; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(valid_until) ON TABLE public.practice_recognitions TO doorwijzer_app;
-- Name: COLUMN practice_recognitions.checked_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(checked_on) ON TABLE public.practice_recognitions TO doorwijzer_app;
-- Name: TABLE project_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.project_bottlenecks TO doorwijzer_app;
-- Name: TABLE project_edits; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.project_edits TO doorwijzer_app;
-- Name: TABLE projects; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,UPDATE ON TABLE public.projects TO doorwijzer_app;
-- Name: TABLE project_changes; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.project_changes TO doorwijzer_app;
-- Name: TABLE project_goals; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.project_goals TO doorwijzer_app;
-- Name: TABLE project_links; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.project_links TO doorwijzer_app;
-- Name: TABLE project_municipalities; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.project_municipalities TO doorwijzer_app;
-- Name: TABLE project_partners; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.project_partners TO doorwijzer_app;
-- Name: TABLE project_regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.project_regions TO doorwijzer_app;
-- Name: TABLE project_slugs; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.project_slugs TO doorwijzer_app;
-- Name: TABLE project_tombstones; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.project_tombstones TO doorwijzer_app;
-- Name: TABLE qualifications; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.qualifications TO doorwijzer_app;
GRANT SELECT ON TABLE public.qualifications TO doorwijzer_matcher;
-- Name: TABLE question_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.question_bottlenecks TO doorwijzer_app;
-- Name: TABLE questions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.questions TO doorwijzer_app;
-- Name: COLUMN questions.title; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(title) ON TABLE public.questions TO doorwijzer_app;
-- Name: COLUMN questions.body; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(body) ON TABLE public.questions TO doorwijzer_app;
-- Name: COLUMN questions.closed_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(closed_at) ON TABLE public.questions TO doorwijzer_app;
-- Name: COLUMN questions.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.questions TO doorwijzer_app;
-- Name: TABLE reason_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.reason_bottlenecks TO doorwijzer_app;
-- Name: TABLE reasons; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.reasons TO doorwijzer_app;
GRANT SELECT ON TABLE public.reasons TO doorwijzer_matcher;
-- Name: TABLE recovery_codes; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recovery_codes TO doorwijzer_app;
-- Name: TABLE referral_card_levels; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.referral_card_levels TO doorwijzer_app;
-- Name: TABLE schools; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.schools TO doorwijzer_app;
GRANT SELECT ON TABLE public.schools TO doorwijzer_matcher;
-- Name: TABLE referral_cards; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.referral_cards TO doorwijzer_app;
-- Name: TABLE referral_places; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.referral_places TO doorwijzer_app;
-- Name: TABLE region_neighbours; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.region_neighbours TO doorwijzer_app;
GRANT SELECT ON TABLE public.region_neighbours TO doorwijzer_matcher;
-- Name: TABLE regions; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.regions TO doorwijzer_app;
GRANT SELECT ON TABLE public.regions TO doorwijzer_matcher;
-- Name: TABLE retention_consents; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.retention_consents TO doorwijzer_app;
-- Name: COLUMN retention_consents.withdrawn_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(withdrawn_at) ON TABLE public.retention_consents TO doorwijzer_app;
-- Name: TABLE retention_texts; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.retention_texts TO doorwijzer_app;
GRANT SELECT ON TABLE public.retention_texts TO doorwijzer_matcher;
-- Name: TABLE retention_warnings; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.retention_warnings TO doorwijzer_app;
-- Name: TABLE schema_migrations; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.schema_migrations TO doorwijzer_app;
-- Name: TABLE scheme_years; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,UPDATE ON TABLE public.scheme_years TO doorwijzer_app;
-- Name: TABLE scoring_models; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.scoring_models TO doorwijzer_app;
GRANT SELECT ON TABLE public.scoring_models TO doorwijzer_matcher;
-- Name: TABLE search_documents; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.search_documents TO doorwijzer_app;
-- Name: TABLE seat_occupations; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.seat_occupations TO doorwijzer_matcher;
GRANT SELECT,INSERT ON TABLE public.seat_occupations TO doorwijzer_app;
-- Name: COLUMN seat_occupations.state; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state) ON TABLE public.seat_occupations TO doorwijzer_app;
-- Name: COLUMN seat_occupations.held_until; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(held_until) ON TABLE public.seat_occupations TO doorwijzer_app;
-- Name: TABLE seats; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.seats TO doorwijzer_matcher;
GRANT SELECT,INSERT ON TABLE public.seats TO doorwijzer_app;
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO doorwijzer_app;
-- Name: TABLE sign_in_failures; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.sign_in_failures TO doorwijzer_app;
-- Name: TABLE social_map_entries; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_map_entries TO doorwijzer_app;
-- Name: TABLE staff_accounts; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,UPDATE ON TABLE public.staff_accounts TO doorwijzer_app;
-- Name: TABLE staff_account_states; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.staff_account_states TO doorwijzer_app;
-- Name: TABLE staff_roles; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE ON TABLE public.staff_roles TO doorwijzer_app;
-- Name: TABLE step_bottlenecks; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.step_bottlenecks TO doorwijzer_app;
-- Name: TABLE step_statistics; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.step_statistics TO doorwijzer_app;
-- Name: TABLE submissions; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.submissions TO doorwijzer_app;
-- Name: TABLE supervisors; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT ON TABLE public.supervisors TO doorwijzer_app;
-- Name: COLUMN supervisors.id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(id) ON TABLE public.supervisors TO doorwijzer_matcher;
-- Name: COLUMN supervisors.practice_id; Type: ACL; Schema: public; Owner: -
GRANT SELECT(practice_id) ON TABLE public.supervisors TO doorwijzer_matcher;
-- Name: COLUMN supervisors.name; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(name) ON TABLE public.supervisors TO doorwijzer_app;
-- Name: COLUMN supervisors.months_of_experience; Type: ACL; Schema: public; Owner: -
GRANT SELECT(months_of_experience) ON TABLE public.supervisors TO doorwijzer_matcher;
GRANT UPDATE(months_of_experience) ON TABLE public.supervisors TO doorwijzer_app;
-- Name: COLUMN supervisors.is_trained; Type: ACL; Schema: public; Owner: -
GRANT SELECT(is_trained) ON TABLE public.supervisors TO doorwijzer_matcher;
GRANT UPDATE(is_trained) ON TABLE public.supervisors TO doorwijzer_app;
-- Name: COLUMN supervisors.weekdays; Type: ACL; Schema: public; Owner: -
GRANT SELECT(weekdays) ON TABLE public.supervisors TO doorwijzer_matcher;
GRANT UPDATE(weekdays) ON TABLE public.supervisors TO doorwijzer_app;
-- Name: TABLE toolbox_items; Type: ACL; Schema: public; Owner: -
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.toolbox_items TO doorwijzer_app;
-- Name: TABLE training_place_activities; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.training_place_activities TO doorwijzer_matcher;
GRANT SELECT,INSERT,DELETE ON TABLE public.training_place_activities TO doorwijzer_app;
-- Name: COLUMN training_place_activities.frequency; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(frequency) ON TABLE public.training_place_activities TO doorwijzer_app;
-- Name: TABLE training_place_schools; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.training_place_schools TO doorwijzer_matcher;
GRANT SELECT,INSERT,DELETE ON TABLE public.training_place_schools TO doorwijzer_app;
-- Name: TABLE training_place_supervisors; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.training_place_supervisors TO doorwijzer_matcher;
GRANT SELECT,INSERT,DELETE ON TABLE public.training_place_supervisors TO doorwijzer_app;
-- Name: TABLE training_places; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.training_places TO doorwijzer_matcher;
GRANT SELECT,INSERT ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.team_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(team_id) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.routes; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(routes) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.study_years; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(study_years) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.earliest_start_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(earliest_start_on) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.latest_start_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(latest_start_on) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.weeks_least; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(weeks_least) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.weeks_offered; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(weeks_offered) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.weekdays; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(weekdays) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.hours_per_week; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(hours_per_week) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.team_size; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(team_size) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.employer; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(employer) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.reserved_for_school_id; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(reserved_for_school_id) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.reserved_until_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(reserved_until_on) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.can_finish; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(can_finish) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.has_job_prospect; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(has_job_prospect) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.wishes; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(wishes) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.offers; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(offers) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.preconditions; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(preconditions) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.contact_rule; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(contact_rule) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.not_before_on; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(not_before_on) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.months_between_learners; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(months_between_learners) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.state; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(state) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.updated_at; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(updated_at) ON TABLE public.training_places TO doorwijzer_app;
-- Name: COLUMN training_places.version; Type: ACL; Schema: public; Owner: -
GRANT UPDATE(version) ON TABLE public.training_places TO doorwijzer_app;
-- Name: TABLE wishes; Type: ACL; Schema: public; Owner: -
GRANT SELECT ON TABLE public.wishes TO doorwijzer_app;
GRANT SELECT ON TABLE public.wishes TO doorwijzer_matcher;
\unrestrict doorwijzer
