-- Row-level security by team, and what each role may do. Without a team in the transaction's settings nothing private is
-- visible. A receiving region sees an open referral and the card behind it, never the identity.

do $$
declare
    t text;
begin
    foreach t in array array['candidates', 'candidate_identities', 'candidate_regions', 'consents', 'case_files', 'case_spans',
        'case_stops', 'case_facts', 'case_contacts', 'case_events', 'practice_calls', 'assessments', 'assessors',
        'assessment_scores', 'assessment_levels', 'proposals', 'placement_parts', 'candidate_reads', 'imports'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_team on %I to doorwijzer_app using (team_id = (select acting_team()))
            with check (team_id = (select acting_team()))', t);
    end loop;
end $$;

alter table referrals enable row level security;
create policy sender on referrals to doorwijzer_app
    using (team_id = (select acting_team()) or sending_team_id = (select acting_team()))
    with check (sending_team_id = (select acting_team()));
create policy receiver on referrals for select to doorwijzer_app
    using (receiving_region_code = (select acting_region()) and state <> 'withdrawn');
create policy receiver_answers on referrals for update to doorwijzer_app
    using (receiving_region_code = (select acting_region()) and state <> 'withdrawn')
    with check (receiving_region_code = (select acting_region()));

alter table referral_places enable row level security;
create policy with_referral on referral_places to doorwijzer_app
    using (exists (select 1 from referrals r where r.id = referral_id))
    with check (exists (select 1 from referrals r where r.id = referral_id and r.team_id = (select acting_team())));

-- Everyone sees which seats are free; only who holds one writes to it.
alter table seat_occupations enable row level security;
create policy visible on seat_occupations for select using (true);
create policy own_hold on seat_occupations for insert to doorwijzer_app
    with check (exists (select 1 from proposals p where p.id = proposal_id and p.team_id = (select acting_team()))
        or exists (select 1 from referrals r where r.id = referral_id and r.team_id = (select acting_team())));
create policy own_hold_changes on seat_occupations for update to doorwijzer_app
    using (exists (select 1 from proposals p where p.id = proposal_id and p.team_id = (select acting_team()))
        or exists (select 1 from referrals r where r.id = referral_id and r.team_id = (select acting_team())));

-- Everyone sees who works here; a team says of its own people who is away.
alter table staff_members enable row level security;
create policy visible on staff_members for select using (true);
create policy own_team on staff_members for update to doorwijzer_app
    using (exists (select 1 from staff_roles r where r.staff_member_id = staff_members.id and r.team_id = (select acting_team())));

-- The card: route, availability, travel area and levels of a candidate who is being referred to the acting region.
create policy card on case_files for select to doorwijzer_app
    using (exists (select 1 from referrals r where r.case_id = case_files.id and r.state = 'open'
        and r.receiving_region_code = (select acting_region())));
create policy card on candidates for select to doorwijzer_app
    using (exists (select 1 from referrals r where r.candidate_id = candidates.id and r.state = 'open'
        and r.receiving_region_code = (select acting_region())));
create policy card on assessments for select to doorwijzer_app
    using (exists (select 1 from referrals r where r.assessment_id = assessments.id and r.state = 'open'
        and r.receiving_region_code = (select acting_region())));
create policy card on assessment_levels for select to doorwijzer_app
    using (exists (select 1 from referrals r where r.assessment_id = assessment_levels.assessment_id and r.state = 'open'
        and r.receiving_region_code = (select acting_region())));

alter table practice_contacts enable row level security;
create policy own_region on practice_contacts to doorwijzer_app
    using (region_code = (select acting_region())) with check (region_code = (select acting_region()));

alter table submissions enable row level security;
create policy own on submissions to doorwijzer_app
    using (staff_member_id = (select acting_staff()) or candidate_id = (select acting_candidate()))
    with check (staff_member_id = (select acting_staff()) or candidate_id = (select acting_candidate()));

-- Places and practices are seen by all and changed by their region. No policy: those would also hide them from who locks a
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
    consent_texts, case_transitions, organisations, organisation_regions, organisation_municipalities, teams, staff_members,
    staff_roles, schools to doorwijzer_app, doorwijzer_matcher;
grant select on practices, practice_recognitions, supervisors, training_places, training_place_schools,
    training_place_activities, training_place_supervisors, seats, seat_occupations, candidates, case_files, assessments,
    assessment_levels, candidate_regions, match_changes to doorwijzer_matcher;
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
