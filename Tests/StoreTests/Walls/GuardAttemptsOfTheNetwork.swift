/// What the guards of the scheme, the projects and the network refuse, like ``GuardAttempts`` and run between its two parts.
enum GuardAttemptsOfTheNetwork {
    static let script = #"""
        do $$
        declare
            application constant text := '00000000-0000-4000-8000-00000000000a';
        begin
            -- What was submitted is fixed, and the fund decides.
            perform walls.attempt('applications_guard', 'applications', 'leader',
                format('update applications set name = ''other'' where id = %L', application));
            -- Nor the place on the waiting list, the period and the year.
            perform walls.attempt('applications_guard', 'applications', 'leader',
                format('update applications set submitted_at = submitted_at - interval ''9 days'' where id = %L', application));
            perform walls.attempt('applications_guard', 'applications', 'leader',
                format('update applications set ends_on = ends_on + 90 where id = %L', application));
            perform walls.attempt('applications_guard', 'applications', 'fund', format(
                'update applications set state = ''asked'' where id = %L', application), format(
                'update applications set state = ''submitted'', requested_cents = 200 where id = %L', application));
            perform walls.attempt('applications_guard', 'applications', 'fund',
                format('update applications set plan = ''other'' where id = %L', application));
            perform walls.attempt('applications_guard', 'applications', 'fund',
                format('update applications set decision_reason = ''other'' where id = %L', application));
            perform walls.attempt('applications_guard', 'applications', 'fund',
                format('update applications set leader_id = acting_staff() where id = %L', application));
            perform walls.attempt('application_questions_guard', 'application_questions', 'leader', format(
                'update application_questions set answer = ''other'' where application_id = %L and answered_at is not null', application));
            perform walls.attempt('application_partners_guard', 'application_partners', 'leader', format(
                'update application_partners set left_on = joined_on, left_reason = ''x'' where application_id = %L', application),
                format('update application_partners set left_on = null, left_reason = null where application_id = %L', application));
            perform walls.attempt('application_regions_guard', 'application_regions', 'leader',
                format('delete from application_regions where application_id = %L', application));
            perform walls.attempt('application_municipalities_guard', 'application_municipalities', 'leader',
                format('delete from application_municipalities where application_id = %L', application));
            perform walls.attempt('application_bottlenecks_guard', 'application_bottlenecks', 'leader',
                format('delete from application_bottlenecks where application_id = %L', application));
            perform walls.attempt('application_goals_guard', 'application_goals', 'leader',
                format('update application_goals set target = 2 where application_id = %L', application));
            perform walls.attempt('application_partners_guard', 'application_partners', 'leader',
                format('delete from application_partners where application_id = %L', application));
            perform walls.attempt('application_costs_guard', 'application_costs', 'leader',
                format('update application_costs set amount_cents = 1 where application_id = %L', application));
            perform walls.attempt('scheme_years_guard', 'scheme_years', 'fund administrator',
                'update scheme_years set ceiling_cents = 1 where scheme_committed(year) > 1');
            -- The page's money and label are the fund's.
            perform walls.attempt('projects_guard', 'projects', 'leader',
                'update projects set grant_cents = 100 where slug = ''walls-held-back''');
            -- Nobody signs up after the meeting, or reads their own practice as the second one.
            perform walls.attempt('meeting_signups_guard', 'meeting_signups', 'member',
                'insert into meeting_signups (meeting_id, member_id, state, signed_up_at)
                    values (''00000000-0000-4000-8000-0000000000b1'', ''00000000-0000-4000-8000-0000000000a1'', ''coming'', ''2041-01-01'')');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'member',
                'update good_practices set state = ''published'' where slug = ''walls''');
            -- Whoever reads decides, and does nothing else; whoever wrote it keeps the words, and the worker only asks.
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'other member', 'update good_practices
                set state = ''retired'', validated_by_id = ''00000000-0000-4000-8000-0000000000a2'' where slug = ''walls''');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'other member', 'update good_practices
                set slug = ''mine'', validated_by_id = ''00000000-0000-4000-8000-0000000000a2'' where slug = ''walls''');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'other member', 'update good_practices
                set state = ''returned'', organisation_name = ''x'', validated_by_id = ''00000000-0000-4000-8000-0000000000a2''
                where slug = ''walls''');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'member',
                'update good_practices set state = ''draft'' where slug = ''walls-published''');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'member',
                'update good_practices set is_fictional = false where slug = ''walls-published''');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'member',
                'update good_practices set source = ''x'' where slug = ''walls-published''');
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'member', 'update good_practices
                set contact_id = ''00000000-0000-4000-8000-0000000000ff'' where slug = ''walls-published''');
            perform walls.attempt('good_practices_guard_asking', 'good_practices', 'worker',
                'update good_practices set confirmed_on = walls.today() where slug = ''walls-published''');
            -- Nobody signs words for someone else, begins with a published practice, or releases what the fund holds back.
            perform walls.attempt('good_practices_guard_step', 'good_practices', 'member', 'update good_practices
                set changed_by_id = ''00000000-0000-4000-8000-0000000000a2'' where slug = ''walls-published''');
            perform walls.attempt('good_practices_guard_begin', 'good_practices', 'member', 'insert into good_practices (id, slug,
                    author_id, organisation_name, name, problem, approach, took, result, did_not_work, state, created_at,
                    updated_at, source, is_fictional, version)
                values (gen_random_uuid(), ''walls-new'', ''00000000-0000-4000-8000-0000000000a1'', ''o'', ''n'', ''p'', ''a'',
                    '''', ''r'', '''', ''published'', ''2026-01-01'', ''2026-01-01'', '''', true, 1)');
            perform walls.attempt('good_practices_guard_holding', 'good_practices', 'member',
                'update good_practices set held_at = null, held_reason = null where slug = ''walls-held''');
            perform walls.attempt('good_practices_guard_holding', 'good_practices', 'fund', 'update good_practices
                set held_at = ''2026-01-01'', held_reason = ''r'', name = ''other'' where slug = ''walls-left''');
            -- Nobody copies what is their own.
            perform walls.attempt('copies_guard', 'copies', 'member', 'insert into copies (id, good_practice_id, subject_name,
                    member_id, organisation_name, region_code, copied_on, intention, outcome, is_fictional, version)
                select gen_random_uuid(), ''00000000-0000-4000-8000-0000000000b4'', ''n'', ''00000000-0000-4000-8000-0000000000a1'',
                    ''x'', code, walls.today(), '''', '''', true, 1 from regions limit 1');
        end $$;
        """#
}
