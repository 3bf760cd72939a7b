-- Row-level security by team, and what each role may do. Without a team in the transaction's settings nothing private is
-- visible. A receiving region sees a referral, and of the candidate behind it a view that is the card (0016_cards.sql).

-- What hangs below a row is written only by whoever sees that row: asked here, before any unique index or foreign key could
-- answer differently for a row that is hidden than for one that does not exist.
do $$
declare
    t record;
    parent text;
begin
    for t in select v.name, v.key, v.parent from (values
        ('candidates', null, null), ('practice_calls', null, null), ('imports', null, null),
        ('candidate_identities', 'candidate_id', 'candidates'), ('candidate_regions', 'candidate_id', 'candidates'),
        ('consents', 'candidate_id', 'candidates'), ('case_files', 'candidate_id', 'candidates'),
        ('assessments', 'candidate_id', 'candidates'), ('case_spans', 'case_id', 'case_files'),
        ('case_stops', 'case_id', 'case_files'), ('case_facts', 'case_id', 'case_files'),
        ('case_contacts', 'case_id', 'case_files'), ('case_events', 'case_id', 'case_files'),
        ('proposals', 'case_id', 'case_files'), ('placement_parts', 'proposal_id', 'proposals'),
        ('assessors', 'assessment_id', 'assessments'), ('assessment_scores', 'assessment_id', 'assessments'),
        ('assessment_levels', 'assessment_id', 'assessments')) as v (name, key, parent)
    loop
        parent := case when t.parent is null then ''
            else format(' and exists (select 1 from %I p where p.id = %I and p.team_id = (select acting_team()))', t.parent, t.key) end;
        execute format('alter table %I enable row level security', t.name);
        execute format('create policy own_team on %I to doorwijzer_app using (team_id = (select acting_team()))
            with check (team_id = (select acting_team())%s)', t.name, parent);
    end loop;
end $$;

alter table referrals enable row level security;
create policy sender on referrals to doorwijzer_app
    using (team_id = (select acting_team()) or sending_team_id = (select acting_team()))
    with check (sending_team_id = (select acting_team()));
create policy receiver on referrals for select to doorwijzer_app
    using (receiving_region_code = (select acting_region()) and (select acting_team()) is not null and state <> 'withdrawn');
create policy receiver_answers on referrals for update to doorwijzer_app
    using (receiving_region_code = (select acting_region()) and (select acting_team()) is not null and state <> 'withdrawn')
    with check (receiving_region_code = (select acting_region()));

-- Whoever looks writes down that they did, about candidates whose file or card they can see and about nobody else.
alter table candidate_reads enable row level security;
create policy own_team on candidate_reads for select to doorwijzer_app using (team_id = (select acting_team()));
create policy own_look on candidate_reads for insert to doorwijzer_app
    with check (team_id = (select acting_team()) and (
        exists (select 1 from candidates c where c.id = candidate_id)
        or exists (select 1 from referrals r where r.candidate_id = candidate_reads.candidate_id)));

alter table referral_places enable row level security;
create policy with_referral on referral_places to doorwijzer_app
    using (exists (select 1 from referrals r where r.id = referral_id))
    with check (exists (select 1 from referrals r where r.id = referral_id and r.team_id = (select acting_team())));

-- Everyone sees which seats are free; only the holder of one writes to it.
alter table seat_occupations enable row level security;
create policy visible on seat_occupations for select using (true);
create policy own_hold on seat_occupations for insert to doorwijzer_app
    with check (exists (select 1 from proposals p where p.id = proposal_id and p.team_id = (select acting_team()))
        or exists (select 1 from referrals r where r.id = referral_id and r.team_id = (select acting_team())));
create policy own_hold_changes on seat_occupations for update to doorwijzer_app
    using (exists (select 1 from proposals p where p.id = proposal_id and p.team_id = (select acting_team()))
        or exists (select 1 from referrals r where r.id = referral_id and r.team_id = (select acting_team())));

-- The guards of these two look at what is asked of a proposal or letter, and would answer a stranger differently for one that
-- is hidden than for one that does not exist. Runs as the caller on purpose.
create function guard_own_parent() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
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
create trigger referral_places_acting before insert on referral_places for each row execute function guard_own_parent();
create trigger seat_occupations_acting before insert on seat_occupations for each row execute function guard_own_parent();

-- Everyone sees who works here; a team says of its own people who is away.
alter table staff_members enable row level security;
create policy visible on staff_members for select using (true);
create policy own_team on staff_members for update to doorwijzer_app
    using (exists (select 1 from staff_roles r where r.staff_member_id = staff_members.id and r.team_id = (select acting_team())));

alter table practice_contacts enable row level security;
create policy own_region on practice_contacts to doorwijzer_app
    using (region_code = (select acting_region()) and (select acting_team()) is not null)
    with check (region_code = (select acting_region()) and (select acting_team()) is not null);
-- A practice that offers a place without an account leaves whom to call with the draft of itself, and cannot read it back.
create policy offered on practice_contacts for insert to doorwijzer_app
    with check (region_code = (select acting_region()) and exists (select 1 from practices p
        where p.id = practice_id and p.is_draft and p.region_code = practice_contacts.region_code));

alter table submissions enable row level security;
create policy own on submissions to doorwijzer_app
    using (staff_member_id = (select acting_staff()) or candidate_id = (select acting_candidate()))
    with check (staff_member_id = (select acting_staff()) or candidate_id = (select acting_candidate()));

-- Places and practices are seen by all and changed by their region. No policy: those would also hide them from whoever locks a
-- place of another region to refer to it. Runs as the caller on purpose.
create function guard_own_region() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
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
create trigger training_places_acting before update on training_places for each row execute function guard_own_region();
create trigger practices_acting before update on practices for each row execute function guard_own_region();
create trigger practice_recognitions_acting before update on practice_recognitions
    for each row execute function guard_own_region();

-- The matcher reads everything that placing needs, and no identity.
do $$
declare
    t text;
begin
    foreach t in array array['candidates', 'case_files', 'assessments', 'assessment_levels', 'candidate_regions', 'consents'] loop
        execute format('create policy matcher on %I for select to doorwijzer_matcher using (true)', t);
    end loop;
end $$;

grant select on regions, region_neighbours, municipalities, map_places, care_roles, qualifications, frameworks,
    competence_areas, behaviour_indicators, framework_levels, activities, wishes, scoring_models, reasons, due_rules,
    consent_texts, case_transitions, organisations, organisation_regions, organisation_municipalities, teams, schools
    to doorwijzer_app, doorwijzer_matcher;
grant select on staff_members, staff_roles to doorwijzer_app;

-- Column by column, so that a column added later stays hidden until someone decides otherwise.
grant select on practice_recognitions, training_places, training_place_schools, training_place_activities,
    training_place_supervisors, seats, seat_occupations, candidate_regions, match_changes to doorwijzer_matcher;
grant select (id, reference, kind, name, town, municipality_code, region_code, x, y, z, is_draft) on practices
    to doorwijzer_matcher;
grant select (id, practice_id, months_of_experience, is_trained, weekdays) on supervisors to doorwijzer_matcher;
grant select (id, x, y, z, travel_limit_km) on candidates to doorwijzer_matcher;
grant select (id, reference, candidate_id, team_id, region_code, kind, route, study_year, role_code, crebo, school_id,
    wished_start_on, earliest_start_on, latest_start_on, weeks_needed, weeks_wanted, weekdays, weekdays_least, weekdays_wanted,
    hours_least, hours_most, wishes, offers, state, placed_proposal_id) on case_files to doorwijzer_matcher;
grant select (id, candidate_id, framework_version, started_at, valid_until_on) on assessments to doorwijzer_matcher;
grant select (assessment_id, area_code, level) on assessment_levels to doorwijzer_matcher;
grant select (id, candidate_id, team_id, region_code, withdrawn_at) on consents to doorwijzer_matcher;
grant delete on match_changes to doorwijzer_matcher;

grant select, insert, update, delete on sessions to doorwijzer_app;
grant select, insert on submissions, candidate_reads, case_events, case_stops, case_facts, case_contacts, practice_calls,
    placement_parts, referral_places to doorwijzer_app;
grant select on case_spans to doorwijzer_app;
grant select, insert, update, delete on imports to doorwijzer_app;
grant update (absent_until, stand_in_id) on staff_members to doorwijzer_app;

grant select, insert on practices, practice_contacts, practice_closings, practice_recognitions, supervisors, training_places,
    training_place_schools, training_place_activities, training_place_supervisors, seats to doorwijzer_app;
grant update (kind, name, street, postcode, town, municipality_code, region_code, x, y, z, organisation_id, is_member,
    is_draft, team_size, kvk, company_id, notes, version) on practices to doorwijzer_app;
grant update (function, name, mail, phone, best_time), delete on practice_contacts to doorwijzer_app;
grant delete on practice_closings, training_place_schools, training_place_activities, training_place_supervisors to doorwijzer_app;
grant update (state, valid_until, checked_on) on practice_recognitions to doorwijzer_app;
grant update (name, months_of_experience, is_trained, weekdays) on supervisors to doorwijzer_app;
-- Kind, qualification, practice and location of a place never change: what is placed there rests on them.
grant update (team_id, routes, study_years, earliest_start_on, latest_start_on, weeks_least, weeks_offered, weekdays,
    hours_per_week, team_size, employer, reserved_for_school_id, reserved_until_on, can_finish, has_job_prospect, wishes, offers,
    preconditions, contact_rule, not_before_on, months_between_learners, state, updated_at, version)
    on training_places to doorwijzer_app;
grant update (frequency) on training_place_activities to doorwijzer_app;

grant select, insert on candidates, candidate_identities, case_files, assessments, assessors, proposals, referrals,
    consents, seat_occupations to doorwijzer_app;
grant select, insert, delete on candidate_regions to doorwijzer_app;
grant update (background, municipality_code, x, y, z, travel_means, travel_limit_km, telephone_dutch, version)
    on candidates to doorwijzer_app;
grant update (given_name, name_infix, family_name, born_on, mail, phone, prior_education, prior_work, school_contact)
    on candidate_identities to doorwijzer_app;
grant update (withdrawn_at) on consents to doorwijzer_app;
grant update (coordinator_id, stand_in_id, kind, route, study_year, role_code, crebo, school_id, programme, class_name,
    school_weekdays, wished_start_on, earliest_start_on, latest_start_on, weeks_needed, weeks_wanted, weekdays, weekdays_least,
    weekdays_wanted, hours_least, hours_most, course_payer, wishes, offers, has_priority, state, state_since, owner, due_on,
    watch_reason, withdrawal_reason, placed_proposal_id, closed_at, version) on case_files to doorwijzer_app;
grant update (form, updated_at, valid_until_on, candidate_remark, version) on assessments to doorwijzer_app;
grant select, insert, update, delete on assessment_scores, assessment_levels to doorwijzer_app;
grant update (state, due_on, answered_at, interview_on, decline_reason, answer_note, not_before_on, practice_yes_at,
    candidate_yes_at, school_yes_at, version) on proposals to doorwijzer_app;
grant update (state, receiving_team_id, answered_at, answered_by, decline_reason, answer_note, alternative_place_id, version)
    on referrals to doorwijzer_app;
grant update (state, held_until) on seat_occupations to doorwijzer_app;

revoke execute on function hand_over(uuid, uuid, timestamptz, date), guard_placement(uuid, uuid, text, text),
    check_proposal_holds(uuid), check_referral_carries(uuid), note_match_change(text, uuid[]) from public;
grant execute on function hand_over(uuid, uuid, timestamptz, date) to doorwijzer_app;
