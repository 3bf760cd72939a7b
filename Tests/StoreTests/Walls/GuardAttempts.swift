/// What each guard refuses, tried by someone whom the policies let through where they can, and tried again without the guard. SQL
/// for the owner, after ``WallProbes``. A new guard needs an attempt here.
enum GuardAttempts {
    static let script = #"""
        set local session_replication_role = origin;

        -- What a guard refuses, as someone whom the policies let through where they can: who, and what is tried.
        create table walls.attempts (guard text, relation text not null, settings jsonb not null, statements text[],
            primary key (guard, statements));
        create function walls.attempt(guard text, relation text, actor text, variadic statements text[]) returns void language sql as $$
            insert into walls.attempts select guard, relation, a.settings, statements from walls.actors a where a.name = actor;
        $$;
        do $$
        declare
            s walls.scene;
            searching uuid;
            consent uuid;
            asked record;
            placed record;
            place record;
            the_place uuid;
        begin
            select * into s from walls.scene;
            select f.id into searching from case_files f where f.state = 'searching' and f.team_id = s.team_id order by f.id limit 1;
            select consent_id into consent from referrals where id = s.referral_id;
            select p.id, p.team_id, q.id as part_id into asked from proposals p join placement_parts q on q.proposal_id = p.id
                where p.state = 'open' order by p.id limit 1;
            select p.practice_id, t.region_code into placed from case_files f join proposals p on p.id = f.placed_proposal_id
                join training_places t on t.id = p.training_place_id
                where f.state = 'placed' and f.route in ('bol', 'bbl') and t.kind in ('placement', 'learning_job') order by f.id limit 1;
            select id, practice_id into place from training_places where state = 'open' order by id limit 1;
            select training_place_id into the_place from referral_places where referral_id = s.referral_id and position = 1;

            -- For another team.
            perform walls.attempt('case_events_acting', 'case_events', 'near',
                format('insert into case_events (id, case_id, team_id) values (gen_random_uuid(), %L, %L)', s.case_id, s.team_id));
            perform walls.attempt('proposals_acting', 'proposals', 'near',
                format('insert into proposals (id, case_id, team_id) values (gen_random_uuid(), %L, %L)', s.case_id, s.team_id));
            perform walls.attempt('placement_parts_acting', 'placement_parts', 'near',
                format('insert into placement_parts (id, proposal_id, team_id) values (gen_random_uuid(), %L, %L)', s.proposal_id, s.team_id));
            perform walls.attempt('referrals_acting', 'referrals', 'near',
                format('insert into referrals (id, case_id, team_id) values (gen_random_uuid(), %L, %L)', s.case_id, s.team_id));
            perform walls.attempt('referral_places_acting', 'referral_places', 'near',
                format('insert into referral_places (referral_id) values (%L)', s.referral_id));
            perform walls.attempt('seat_occupations_acting', 'seat_occupations', 'near',
                format('insert into seat_occupations (id, proposal_id) values (gen_random_uuid(), %L)', s.proposal_id));
            -- For another region.
            perform walls.attempt('training_places_acting', 'training_places', 'far',
                format('update training_places set version = version where region_code = %L', s.region));
            perform walls.attempt('practices_acting', 'practices', 'far',
                format('update practices set version = version where region_code = %L', s.region));
            perform walls.attempt('practice_recognitions_acting', 'practice_recognitions', 'far',
                format('update practice_recognitions set state = state where practice_id in (select id from practices where region_code = %L)',
                    s.region));
            perform walls.attempt('referrals_answer', 'referrals', 'own', format(
                'update referrals set state = ''declined'', decline_reason = ''full'', answered_at = walls.moment() where id = %L',
                s.referral_id));
            -- Of someone else's account.
            perform walls.attempt('staff_members_guard', 'staff_members', 'own',
                format('update staff_members set mail = ''mine@walls.example'' where id = %L', s.own));
            perform walls.attempt('staff_roles_last_administrator', 'staff_roles', 'fund administrator',
                'delete from staff_roles where role = ''fund_administrator''');
            perform walls.attempt('place_offers_guard', 'place_offers', 'offering', format(
                'insert into place_offers (training_place_id, region_code, contact_name, mail, phone, offered_at)
                    select id, %L, ''Jo'', ''flood@walls.example'', ''06'', walls.moment() from training_places
                    where id not in (select training_place_id from place_offers) limit 6', s.region));

            -- What a case, a proposal and a letter cannot be.
            perform walls.attempt('case_files_state', 'case_files', 'own', format(
                'update case_files set state = ''withdrawn'', withdrawal_reason = ''unreachable'', owner = ''nobody'', due_on = null,
                    closed_at = walls.moment() where id = %L', searching));
            perform walls.attempt('case_files_referring', 'case_files', 'own',
                format('update case_files set state = ''referring'' where id = %L', searching));
            perform walls.attempt('proposals_guard', 'proposals', 'own',
                format('insert into proposals (id, case_id, team_id) values (gen_random_uuid(), %L, %L)', s.case_id, s.team_id));
            perform walls.attempt('placement_parts_guard', 'placement_parts', 'own',
                format('insert into placement_parts (id, proposal_id, team_id) values (gen_random_uuid(), %L, %L)', s.proposal_id, s.team_id));
            perform walls.attempt('proposals_hold', 'proposals', 'own', format(
                'insert into proposals (id, reference, case_id, team_id, training_place_id, practice_id, state, is_own_place, opened_at,
                    due_on, starts_on, ends_on, choice_reason, answer_note, version)
                    values (gen_random_uuid(), ''ABCDEFG1'', %L, %L, %L, %L, ''open'', false, walls.moment(), walls.today(), ''2040-01-02'',
                    ''2040-03-05'', '''', '''', 1)', searching, s.team_id, place.id, place.practice_id));
            insert into walls.attempts
                select 'placement_parts_hold', 'placement_parts', jsonb_build_object('team_id', asked.team_id), array[format(
                    'insert into placement_parts select (jsonb_populate_record(p, jsonb_build_object(''id'', gen_random_uuid(),
                        ''starts_on'', ''2040-01-02'', ''ends_on'', ''2040-03-05''))).* from placement_parts p where id = %L', asked.part_id)];
            perform walls.attempt('seat_occupations_guard', 'seat_occupations', 'own', format(
                'update seat_occupations set state = ''taken'', held_until = null where referral_id = %L', s.referral_id));
            perform walls.attempt('seat_occupations_release', 'seat_occupations', 'own', format(
                'update seat_occupations set state = ''released'', held_until = null where referral_id = %L', s.referral_id));
            insert into walls.attempts
                select 'practice_recognitions_guard', 'practice_recognitions', jsonb_build_object('region_code', placed.region_code),
                    array[format('update practice_recognitions set state = ''withdrawn'' where practice_id = %L', placed.practice_id)];
            perform walls.attempt('training_places_closing', 'training_places', 'receiver',
                format('update training_places set state = ''closed'' where id = %L', the_place));
            perform walls.attempt('referrals_guard', 'referrals', 'own', format(
                'insert into referrals (id, case_id, team_id, state) values (gen_random_uuid(), %L, %L, ''open'')', s.case_id, s.team_id));
            perform walls.attempt('referrals_referring', 'referrals', 'own', format(
                'update referrals set state = ''withdrawn'', answered_at = walls.moment() where id = %L', s.referral_id));
            perform walls.attempt('referrals_carry', 'referrals', 'own', format(
                'update referrals set state = ''withdrawn'', answered_at = walls.moment() where id = %L', s.referral_id), format(
                'insert into referrals select (jsonb_populate_record(r, jsonb_build_object(''id'', gen_random_uuid(), ''reference'', ''ABCDEFG2'',
                    ''state'', ''open'', ''answered_at'', null, ''opened_at'', walls.moment(),
                    ''new_fact_id'', (select id from case_facts where case_id = r.case_id order by recorded_at desc limit 1)))).*
                    from referrals r where id = %L', s.referral_id));
            perform walls.attempt('referral_places_guard', 'referral_places', 'own', format(
                'insert into referral_places (referral_id, training_place_id, position, fit, distance_hm, starts_on, ends_on)
                    select %L, id, 5, 0, 0, ''2040-01-02'', ''2040-03-05'' from training_places where region_code = %L limit 1',
                s.referral_id, s.region));
            perform walls.attempt('consents_end', 'consents', 'own',
                format('update consents set withdrawn_at = greatest(walls.moment(), given_at) where id = %L', consent));
            perform walls.attempt('consents_guard', 'consents', 'own', format(
                'insert into consents select (jsonb_populate_record(c, jsonb_build_object(''id'', ''00000000-0000-7000-8000-000000000001'',
                    ''withdrawn_at'', c.given_at))).* from consents c where id = %L', consent),
                'update consents set withdrawn_at = null where id = ''00000000-0000-7000-8000-000000000001''');
            perform walls.attempt('retention_consents_guard', 'retention_consents', 'own', format(
                'update retention_consents set withdrawn_at = given_at where candidate_id = %L', s.candidate_id), format(
                'update retention_consents set withdrawn_at = null where candidate_id = %L', s.candidate_id));

            -- What is not the candidate's to change in the own file.
            perform walls.attempt('candidates_own_file', 'candidates', 'candidate', format(
                'update candidates set telephone_dutch = coalesce(telephone_dutch, 0) %% 4 + 1 where id = %L', s.candidate_id));
            perform walls.attempt('candidate_identities_own_file', 'candidate_identities', 'candidate', format(
                'update candidate_identities set born_on = born_on - 365 where candidate_id = %L', s.candidate_id));
            perform walls.attempt('assessments_own_file', 'assessments', 'candidate', format(
                'update assessments set valid_until_on = valid_until_on + 365 where candidate_id = %L', s.candidate_id));
            perform walls.attempt('assessment_scores_own_file', 'assessment_scores', 'candidate', format(
                'update assessment_scores x set indicator_code = (select max(b.code) from behaviour_indicators b
                    where b.framework_version = x.framework_version)
                    where assessor_id in (select id from assessors where assessment_id = %L and kind = ''self'')', s.assessment_id));
            perform walls.attempt('case_files_own_file', 'case_files', 'candidate',
                format('update case_files set has_priority = not has_priority where id = %L', s.case_id));
            perform walls.attempt('case_files_own_step', 'case_files', 'candidate', format(
                'update case_files set state = ''withdrawn'', withdrawal_reason = ''joined'', owner = ''nobody'', due_on = null,
                    closed_at = walls.moment() where id = %L', s.case_id));
            perform walls.attempt('proposals_own_file', 'proposals', 'candidate',
                format('update proposals set practice_yes_at = walls.moment(), school_yes_at = walls.moment() where id = %L',
                    s.proposal_id));
            perform walls.attempt('proposals_own_step', 'proposals', 'candidate',
                format('update proposals set state = ''agreed'' where id = %L', s.proposal_id));

            -- Through a provider that was closed.
            insert into oidc_providers (id, organisation_id, name, slug, issuer, client_id, secret_name, is_enabled)
                select '00000000-0000-7000-8000-000000000002', s.organisation_id, 'C', 'c', 'https://closed.example', 'c', 'CLOSED', false;
            perform walls.attempt('sessions_provider_open', 'sessions', 'visitor', format(
                'insert into sessions (id, token_sha256, staff_member_id, provider_id, device, created_at, last_seen_at, expires_at, ends_at)
                    values (gen_random_uuid(), sha256(''closed''), %L, ''00000000-0000-7000-8000-000000000002'', ''x'', walls.moment(),
                    walls.moment(), walls.moment() + interval ''1 hour'', walls.moment() + interval ''1 day'')', s.own));
        end $$;

        -- What comes of an attempt, seen at the end of its transaction; nothing stays.
        create function walls.outcome(settings jsonb, statements text[]) returns text language plpgsql as $$
        declare
            statement text;
            said text;
        begin
            perform set_config('doorwijzer.' || name, coalesce(settings ->> name, ''), true) from unnest(array['staff_id', 'team_id',
                'region_code', 'role', 'organisation_id', 'school_id', 'candidate_id', 'proposal_id']) as name;
            begin
                perform set_config('role', 'doorwijzer_app', true);
                foreach statement in array statements loop
                    execute statement;
                end loop;
                set constraints all immediate;
                raise exception using errcode = 'DW999', message = 'through';
            exception when others then
                get stacked diagnostics said = constraint_name;
                return coalesce(nullif(said, ''), sqlerrm);
            end;
        end $$;
        create function walls.outcome_without(guard text, relation text, settings jsonb, statements text[]) returns text
            language plpgsql as $$
        begin
            execute format('drop trigger %I on %I', guard, relation);
            raise exception using errcode = 'DW998', message = walls.outcome(settings, statements);
        exception when sqlstate 'DW998' then
            return sqlerrm;
        end $$;
        -- Guards that nobody tries, attempts that get through, and guards that are not missed.
        create function walls.unmissed() returns setof text language sql as $$
            select 'nobody tries ' || t.tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and p.proname like 'guard%'
                and t.tgname not in (select guard from walls.attempts)
            union all
            select case when o.now = 'through' then 'let through: ' else 'not missed (' || o.now || '): ' end || a.guard
            from walls.attempts a
            cross join lateral (select walls.outcome(a.settings, a.statements) as now,
                walls.outcome_without(a.guard, a.relation, a.settings, a.statements) as later) o
            where o.now = 'through' or o.now = o.later
        $$;
        """#
}
