-- A candidate sees everything of the own file, whatever team has it, and changes what is theirs to change.

do $$
declare
    t text;
begin
    foreach t in array array['candidate_identities', 'candidate_regions', 'consents', 'case_files', 'assessments', 'referrals',
        'candidate_reads'] loop
        execute format('create policy self on %I for select to doorwijzer_app using (candidate_id = (select acting_candidate()))', t);
    end loop;
    foreach t in array array['case_spans', 'case_stops', 'case_facts', 'case_contacts', 'case_events', 'proposals'] loop
        execute format('create policy self on %I for select to doorwijzer_app using ((select acting_candidate()) is not null
            and case_id in (select id from case_files where candidate_id = (select acting_candidate())))', t);
    end loop;
    foreach t in array array['assessors', 'assessment_scores', 'assessment_levels'] loop
        execute format('create policy self on %I for select to doorwijzer_app using ((select acting_candidate()) is not null
            and assessment_id in (select id from assessments where candidate_id = (select acting_candidate())))', t);
    end loop;
end $$;
create policy self on candidates for select to doorwijzer_app using (id = (select acting_candidate()));
create policy self on placement_parts for select to doorwijzer_app using ((select acting_candidate()) is not null
    and proposal_id in (select p.id from proposals p join case_files c on c.id = p.case_id
        where c.candidate_id = (select acting_candidate())));

-- Corrects: how to reach, travel, regions.
create policy self_corrects on candidates for update to doorwijzer_app using (id = (select acting_candidate()))
    with check (id = (select acting_candidate()));
create policy self_corrects on candidate_identities for update to doorwijzer_app
    using (candidate_id = (select acting_candidate())) with check (candidate_id = (select acting_candidate()));
create policy self_adds on candidate_regions for insert to doorwijzer_app
    with check (candidate_id = (select acting_candidate()));
create policy self_removes on candidate_regions for delete to doorwijzer_app
    using (candidate_id = (select acting_candidate()));

-- Agrees that a region may look, and takes it back.
create policy self_agrees on consents for insert to doorwijzer_app with check (candidate_id = (select acting_candidate()));
create policy self_takes_back on consents for update to doorwijzer_app using (candidate_id = (select acting_candidate()))
    with check (candidate_id = (select acting_candidate()));

-- Scores the own behaviour, with a remark; never as an assessor.
create policy self_begins on assessments for insert to doorwijzer_app with check (candidate_id = (select acting_candidate()));
create policy self_remarks on assessments for update to doorwijzer_app using (candidate_id = (select acting_candidate()))
    with check (candidate_id = (select acting_candidate()));
create policy self_scores on assessors for insert to doorwijzer_app with check (kind = 'self' and staff_member_id is null
    and assessment_id in (select id from assessments where candidate_id = (select acting_candidate())));
create policy self_scores on assessment_scores to doorwijzer_app
    using (assessor_id in (select s.id from assessors s join assessments a on a.id = s.assessment_id
        where s.kind = 'self' and a.candidate_id = (select acting_candidate())))
    with check (assessor_id in (select s.id from assessors s join assessments a on a.id = s.assessment_id
        where s.kind = 'self' and a.candidate_id = (select acting_candidate())));

-- Stops, says yes to a practice, and goes back to searching when a consent was taken back. The rest of a case is the team's.
create policy self_steps on case_files for update to doorwijzer_app using (candidate_id = (select acting_candidate()))
    with check (candidate_id = (select acting_candidate()) and state in ('withdrawn', 'searching', 'proposed', 'interview', 'agreed'));
create policy self_answers on proposals for update to doorwijzer_app using ((select acting_candidate()) is not null
    and case_id in (select id from case_files where candidate_id = (select acting_candidate())))
    with check (case_id in (select id from case_files where candidate_id = (select acting_candidate())));
create policy self_events on case_events for insert to doorwijzer_app with check (staff_member_id is null
    and case_id in (select id from case_files where candidate_id = (select acting_candidate())));

-- Policies let a candidate's rows through whole; what is theirs to change in them stands here, by column. A column added later
-- is not theirs until someone decides otherwise. Runs as the caller on purpose: the owner's functions do the rest.
create function guard_own_file() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    if acting_candidate() is null or not row_security_active(tg_relid) then
        return new;
    end if;
    if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
        perform refuse('own_file_columns', 'this is not the candidate''s to change');
    end if;
    return new;
end $$;
create trigger candidates_own_file before update on candidates for each row
    execute function guard_own_file('municipality_code', 'x', 'y', 'z', 'travel_means', 'travel_limit_km', 'version');
create trigger candidate_identities_own_file before update on candidate_identities for each row
    execute function guard_own_file('given_name', 'name_infix', 'family_name', 'mail', 'phone');
create trigger assessments_own_file before update on assessments for each row
    execute function guard_own_file('form', 'candidate_remark', 'updated_at', 'version');
create trigger assessment_scores_own_file before update on assessment_scores for each row
    execute function guard_own_file('score', 'scored_at');
-- Before case_files_state, by its name.
create trigger case_files_own_file before update on case_files for each row
    execute function guard_own_file('state', 'state_since', 'owner', 'due_on', 'watch_reason', 'withdrawal_reason', 'closed_at',
        'version');
create trigger proposals_own_file before update on proposals for each row
    execute function guard_own_file('state', 'answered_at', 'candidate_yes_at', 'introduction_yes_at', 'call_wanted_at', 'version');

-- A candidate stops, goes back to searching, and turns a place down; on through the steps leads the team, or a practice's yes.
create function guard_own_step() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
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
create trigger case_files_own_step before update of state on case_files for each row execute function guard_own_step();
create trigger proposals_own_step before update of state on proposals for each row execute function guard_own_step();

-- A copy that the candidate took stands among those who looked.
create policy self_copies on candidate_reads for insert to doorwijzer_app
    with check (candidate_id = (select acting_candidate()) and staff_member_id is null
        and team_id in (select team_id from candidates where id = (select acting_candidate())));

-- For signing in: whose mail address this is. Several people may share one; a link goes to each.
create function candidates_with_mail(the_mail text) returns table (candidate_id uuid, team_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select i.candidate_id, i.team_id from candidate_identities i
    where lower(i.mail) = lower(the_mail) and nobody_acts()
    order by i.candidate_id
    limit 5
$$;
create index candidate_identities_mail on candidate_identities (lower(mail));
revoke execute on function candidates_with_mail(text) from public;
grant execute on function candidates_with_mail(text) to doorwijzer_app;

-- The teams that help someone who lives in a municipality: those of organisations that cover it on this day, or else all of its
-- region.
create function teams_covering(the_municipality text, the_day date) returns setof uuid
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    with near as (
        select t.id, exists (select 1 from organisation_municipalities x
            where x.organisation_id = t.organisation_id and x.municipality_code = m.code and x.valid_from <= the_day
                and (x.valid_until is null or x.valid_until >= the_day)) as covers
        from municipalities m join teams t on t.region_code = m.region_code
        where m.code = the_municipality)
    select id from near where covers or not exists (select 1 from near where covers)
$$;

-- A visitor becomes a candidate: whoever brings the token of a link that proves an address, and an id that is nobody's yet, gets a
-- file with that address at a team that covers the municipality. The link is spent with it. False when it does not work any more.
create function begin_own_file(the_token bytea, the_reference text, the_team uuid, the_background text, the_municipality text,
        means text, limit_km bigint, telephone bigint, given text, infix text, family text, born date, the_phone text,
        education text, work text, contact text, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
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

-- The first case comes with the file; a next one is opened by the team.
create function begins_own_file() returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select not exists (select 1 from case_files where candidate_id = acting_candidate())
$$;
create policy self_begins on case_files for insert to doorwijzer_app with check (candidate_id = (select acting_candidate())
    and (select begins_own_file()) and origin = 'self' and state = 'registered' and owner = 'team' and not has_priority
    and coordinator_id is null and stand_in_id is null and placed_proposal_id is null and not is_fictional);
revoke execute on function begins_own_file(), begin_own_file(bytea, text, uuid, text, text, text, bigint, bigint, text, text, text,
    date, text, text, text, text, timestamptz) from public;
grant execute on function begins_own_file(), begin_own_file(bytea, text, uuid, text, text, text, bigint, bigint, text, text, text,
    date, text, text, text, text, timestamptz) to doorwijzer_app;

-- For the demo: who of these cases are invented people, so that a visitor can be one of them.
create function fictional_candidates(the_references text[])
    returns table (candidate_id uuid, reference text, name text, region_code text, state text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select c.id, f.reference, concat_ws(' ', i.given_name, nullif(i.name_infix, ''), i.family_name), f.region_code, f.state
    from case_files f
    join candidates c on c.id = f.candidate_id and c.is_fictional
    join candidate_identities i on i.candidate_id = c.id
    where f.is_fictional and f.reference = any (the_references)
    order by array_position(the_references, f.reference)
    limit 20
$$;
revoke execute on function fictional_candidates(text[]) from public;
grant execute on function fictional_candidates(text[]) to doorwijzer_app;

-- A team that corrects an address ends what was mailed to the old one, and every session begun with it: it may be a
-- stranger's. The team itself cannot touch links and sessions. When candidates change their own address the application does
-- this (ChangeOwnMail).
create function end_old_address() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    if acting_candidate() is null then
        update mail_links set used_at = greatest(created_at, now()) where candidate_id = new.candidate_id and used_at is null;
        delete from sessions where candidate_id = new.candidate_id;
    end if;
    return null;
end $$;
create trigger candidate_identities_old_address after update of mail on candidate_identities
    for each row when (lower(new.mail) is distinct from lower(old.mail)) execute function end_old_address();
