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
