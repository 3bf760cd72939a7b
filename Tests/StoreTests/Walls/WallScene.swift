import Foundation

/// A case with an open letter to another region, the people around it, and one row of each private table: what the walls are
/// tried on. SQL for the owner, in one transaction with the guards off.
///
/// A new table with row-level security needs a row of that case here, or the test that removes policies fails.
enum WallScene {
    static func script(at moment: Date) -> String {
        #"""
        create schema walls;
        grant usage on schema walls to doorwijzer_app;
        set local session_replication_role = replica;

        -- When it is, for all that is written here: the world's moment, not the machine's.
        create function walls.moment() returns timestamptz language sql immutable return timestamptz '\#(moment.ISO8601Format())';
        create function walls.today() returns date language sql immutable
            return (walls.moment() at time zone 'Europe/Amsterdam')::date;

        -- Who the scene is about: a case with an open letter to another region, and the people around it.
        create table walls.scene as
        select r.case_id, r.candidate_id, r.team_id, r.id as referral_id, r.assessment_id, r.sending_region_code as region,
            r.receiving_region_code as receiving, t.organisation_id,
            (select s.staff_member_id from staff_roles s where s.team_id = r.team_id and s.role = 'coordinator'
                order by s.staff_member_id desc limit 1) as own,
            (select p.id from proposals p join placement_parts q on q.proposal_id = p.id order by p.id limit 1) as proposal_id
        from referrals r join teams t on t.id = r.team_id
        where r.state = 'open' and r.assessment_id is not null
        order by r.id limit 1;

        -- What that case has not got by itself, with the guards off.
        update proposals p set case_id = s.case_id, team_id = s.team_id, state = 'interview', decline_reason = null, not_before_on = null from walls.scene s where p.id = s.proposal_id;
        update placement_parts p set team_id = s.team_id from walls.scene s where p.proposal_id = s.proposal_id;
        insert into assessors (id, assessment_id, team_id, kind)
            select gen_random_uuid(), assessment_id, team_id, 'self' from walls.scene s
            where not exists (select 1 from assessors a where a.assessment_id = s.assessment_id and a.kind = 'self');
        insert into assessment_scores (assessor_id, assessment_id, team_id, framework_version, indicator_code, score, scored_at)
            select a.id, a.assessment_id, a.team_id, b.framework_version, b.code, 3, walls.moment()
            from walls.scene s join assessors a on a.assessment_id = s.assessment_id and a.kind = 'self'
            cross join (select framework_version, code from behaviour_indicators order by code limit 1) b
            on conflict do nothing;
        update case_events e set staff_member_id = null
            where e.id = (select x.id from case_events x join walls.scene s on s.case_id = x.case_id order by x.sequence limit 1);
        insert into case_stops (id, case_id, team_id, stopped_on, stopped_by, reason_code)
            select gen_random_uuid(), case_id, team_id, walls.today(), 'candidate', 'other' from walls.scene;
        insert into case_facts (id, case_id, team_id, kind, recorded_at)
            select gen_random_uuid(), case_id, team_id, 'wider_limit', walls.moment() from walls.scene;
        insert into case_contacts (id, case_id, team_id, contacted_at, party, channel, was_reached, note)
            select gen_random_uuid(), case_id, team_id, walls.moment(), 'candidate', 'phone', true, '' from walls.scene;
        insert into practice_calls (id, practice_id, team_id, called_at, was_reached, note)
            select gen_random_uuid(), p.practice_id, s.team_id, walls.moment(), true, '' from walls.scene s join proposals p on p.id = s.proposal_id;
        insert into candidate_reads (id, candidate_id, team_id, staff_member_id, read_at, purpose)
            select gen_random_uuid(), candidate_id, team_id, own, walls.moment(), 'case_page' from walls.scene;
        insert into candidate_regions (candidate_id, team_id, region_code)
            select candidate_id, team_id, receiving from walls.scene on conflict do nothing;
        insert into imports (id, team_id, kind, file_name, content, mapping, uploaded_at, expires_at)
            select gen_random_uuid(), team_id, 'candidates', 'a.csv', 'a', '{}', walls.moment(), walls.moment() + interval '1 day' from walls.scene;
        update practices set is_draft = true from walls.scene s
            where practices.id = (select c.practice_id from practice_contacts c where c.region_code = s.region order by c.id limit 1);
        insert into place_offers (training_place_id, region_code, contact_name, mail, phone, offered_at)
            select t.id, s.region, 'Jo', 'jo@walls.example', '06', walls.moment() from walls.scene s
            join lateral (select id from training_places where region_code = s.region order by id limit 1) t on true;
        insert into sessions (id, token_sha256, staff_member_id, device, created_at, last_seen_at, expires_at, ends_at)
            select gen_random_uuid(), sha256('walls'), own, 'walls', walls.moment(), walls.moment(), walls.moment() + interval '1 hour', walls.moment() + interval '1 hour'
            from walls.scene;
        insert into sessions (id, token_sha256, candidate_id, device, created_at, last_seen_at, expires_at, ends_at)
            select gen_random_uuid(), sha256('walls of a candidate'), candidate_id, 'walls', walls.moment(), walls.moment(), walls.moment() + interval '1 hour',
                walls.moment() + interval '1 hour' from walls.scene;
        insert into submissions (id, staff_member_id, action, submitted_at, result)
            select gen_random_uuid(), own, 'walls', walls.moment(), '/' from walls.scene;
        insert into staff_accounts (staff_member_id, created_at, version) select own, walls.moment(), 1 from walls.scene;
        insert into recovery_codes (id, staff_member_id, code_sha256) select gen_random_uuid(), own, sha256('walls') from walls.scene;
        insert into mail_links (token_sha256, purpose, staff_member_id, created_at, expires_at)
            select sha256('walls'), 'invitation', own, walls.moment(), walls.moment() + interval '1 hour' from walls.scene;
        insert into sign_in_failures (kind, key, failed_at) values ('password', sha256('walls'), walls.moment());
        insert into kept_forms (id, browser_sha256, visitor_hash, staff_member_id, content, kept_at, expires_at)
            select gen_random_uuid(), sha256('walls'), sha256('walls'), own, 'x', walls.moment(), walls.moment() + interval '1 hour' from walls.scene;
        insert into kept_forms (id, browser_sha256, visitor_hash, candidate_id, content, kept_at, expires_at)
            select gen_random_uuid(), sha256('walls'), sha256('walls'), candidate_id, 'x', walls.moment(), walls.moment() + interval '1 hour' from walls.scene;
        insert into account_events (id, staff_member_id, happened_at, kind, facts)
            select gen_random_uuid(), own, walls.moment(), 'signed_in', '{}' from walls.scene;
        insert into oidc_providers (id, organisation_id, name, slug, issuer, client_id, secret_name, is_enabled)
            select gen_random_uuid(), organisation_id, 'W', 'w', 'https://walls.example', 'w', 'WALLS', true from walls.scene;
        insert into oidc_subjects (provider_id, subject, staff_member_id, linked_at)
            select p.id, 'w', s.own, walls.moment() from walls.scene s cross join (select id from oidc_providers where slug = 'w') p;
        insert into oidc_attempts (state_sha256, provider_id, browser_sha256, nonce, code_verifier, return_path, created_at, expires_at)
            select sha256('w'), id, sha256('w'), 'w', 'w', '/', walls.moment(), walls.moment() + interval '1 hour' from oidc_providers where slug = 'w';
        insert into oidc_attempts (state_sha256, provider_id, browser_sha256, linking_staff_member_id, nonce, code_verifier, return_path,
                created_at, expires_at)
            select sha256('person'), p.id, sha256('w'), s.own, 'w', 'w', '/', walls.moment(), walls.moment() + interval '1 hour'
            from walls.scene s cross join oidc_providers p where p.slug = 'w';
        insert into outbox (id, kind, team_id, facts, created_at, available_at)
            select gen_random_uuid(), 'walls', team_id, '{}', walls.moment(), walls.moment() from walls.scene;

        insert into outbox (id, kind, candidate_id, facts, created_at, available_at)
            select gen_random_uuid(), 'walls', candidate_id, '{}', walls.moment(), walls.moment() from walls.scene;
        insert into mail_links (token_sha256, purpose, candidate_id, created_at, expires_at)
            select sha256('candidate'), 'candidate_sign_in', candidate_id, walls.moment(), walls.moment() + interval '1 hour' from walls.scene;
        insert into retention_texts (version, valid_from, text) values (1, walls.today(), 'walls') on conflict do nothing;
        insert into retention_consents (id, candidate_id, team_id, text_version, channel, given_at)
            select gen_random_uuid(), candidate_id, team_id, 1, 'phone', walls.moment() from walls.scene;
        insert into retention_warnings (candidate_id, team_id, erase_on, warned_at)
            select candidate_id, team_id, walls.today(), walls.moment() from walls.scene;
        delete from person_keys k using walls.scene s where k.candidate_id = s.candidate_id;
        insert into person_keys (candidate_id, team_id, key_id, hash, made_at)
            select candidate_id, team_id, '1', sha256('walls'), walls.moment() from walls.scene;
        insert into candidate_duplicates (id, candidate_id, other_candidate_id, found_at)
            select gen_random_uuid(), s.candidate_id, c.id, walls.moment() from walls.scene s
            cross join lateral (select id from candidates where id <> s.candidate_id order by id limit 1) c;
        insert into step_statistics (team_id, region_code, ended_month, measure, code, days)
            select team_id, region, date_trunc('month', walls.moment()), 'state', 'searching', 7 from walls.scene;

        insert into candidate_reads (id, candidate_id, team_id, read_at, purpose)
            select gen_random_uuid(), candidate_id, team_id, walls.moment(), 'own_copy' from walls.scene;
        insert into import_mappings (team_id, kind, headings_sha256, mapping, saved_at)
            select team_id, 'candidates', sha256('walls'), '{}', walls.moment() from walls.scene;
        insert into import_runs (id, team_id, kind, saved_at, saved, new_practices, drafts, faulty, skipped)
            select gen_random_uuid(), team_id, 'candidates', walls.moment(), 1, 0, 0, 0, 0 from walls.scene;
        insert into import_run_rows (import_run_id, line, team_id, case_id)
            select i.id, 1, s.team_id, s.case_id from walls.scene s join import_runs i on i.team_id = s.team_id;

        -- People who are not in the country by themselves.
        create function walls.hire(role text, organisation uuid, team uuid, school uuid, region text) returns uuid language plpgsql as $$
        declare
            person constant uuid := gen_random_uuid();
        begin
            insert into staff_members (id, organisation_id, name, mail, phone, is_fictional)
                values (person, organisation, 'Wandelaar', person || '@walls.example', '06', true);
            if role is not null then
                insert into staff_roles (id, staff_member_id, role, team_id, organisation_id, school_id, region_code)
                    values (gen_random_uuid(), person, role, team,
                        case when role in ('organisation_administrator', 'project_leader') then organisation end, school, region);
            end if;
            return person;
        end $$;

        create table walls.actors (position serial primary key, name text not null, db_role text not null, settings jsonb not null);
        create function walls.actor(name text, db_role text, variadic settings text[]) returns void language sql as $$
            insert into walls.actors (name, db_role, settings) values (name, db_role, jsonb_strip_nulls(jsonb_object(settings)));
        $$;
        do $$
        declare
            s walls.scene;
            near_team constant uuid := gen_random_uuid();
            other record;
            person uuid;
            the_school uuid;
            other_candidate uuid;
            newcomer uuid;
            app constant text := 'doorwijzer_app';
        begin
            select * into s from walls.scene;
            select school_id into the_school from case_files where id = s.case_id;
            the_school := coalesce(the_school, (select id from schools order by id limit 1));
            select id into other_candidate from candidates where id <> s.candidate_id and team_id <> s.team_id order by id limit 1;
            insert into teams (id, organisation_id, region_code, name, phone, mail, is_fictional)
                select near_team, organisation_id, s.region, 'Nabij', '06', 'nabij@walls.example', true
                from teams where organisation_id <> s.organisation_id order by id limit 1;
            perform walls.actor('visitor', app, 'staff_id', '');
            -- A practice that offers a place names its region and nothing else.
            perform walls.actor('offering', app, 'region_code', s.region);
            perform walls.actor('own', app, 'staff_id', s.own::text, 'team_id', s.team_id::text, 'region_code', s.region, 'role', 'coordinator');
            perform walls.actor('system', app, 'team_id', s.team_id::text, 'region_code', s.region);
            perform walls.actor('self', app, 'staff_id', s.own::text);
            person := walls.hire('coordinator', s.organisation_id, near_team, null, null);
            perform walls.actor('near', app, 'staff_id', person::text, 'team_id', near_team::text, 'region_code', s.region, 'role', 'coordinator');
            for other in
                select distinct on (t.region_code = s.receiving) t.id, t.region_code, r.staff_member_id
                from teams t join staff_roles r on r.team_id = t.id
                where t.region_code = s.receiving or (t.region_code <> s.region and not exists (
                    select 1 from referrals x where x.case_id = s.case_id and x.receiving_region_code = t.region_code))
                order by t.region_code = s.receiving, t.id, r.staff_member_id
            loop
                perform walls.actor(case when other.region_code = s.receiving then 'receiver' else 'far' end, app,
                    'staff_id', other.staff_member_id::text, 'team_id', other.id::text, 'region_code', other.region_code, 'role', 'coordinator');
            end loop;
            person := walls.hire('organisation_administrator', s.organisation_id, null, null, null);
            perform walls.actor('administrator', app, 'staff_id', person::text, 'organisation_id', s.organisation_id::text,
                'role', 'organisation_administrator');
            perform walls.actor('other administrator', app,
                'staff_id', walls.hire('organisation_administrator', (select organisation_id from teams where id = near_team), null, null, null)::text,
                'role', 'organisation_administrator');
            perform walls.actor('leader', app,
                'staff_id', walls.hire('project_leader', s.organisation_id, null, null, s.region)::text,
                'organisation_id', s.organisation_id::text, 'region_code', s.region, 'role', 'project_leader');
            perform walls.actor('fund', app, 'staff_id', walls.hire('fund', s.organisation_id, null, null, null)::text, 'role', 'fund');
            perform walls.actor('fund administrator', app,
                'staff_id', walls.hire('fund_administrator', s.organisation_id, null, null, null)::text, 'role', 'fund_administrator');
            perform walls.actor('school', app,
                'staff_id', walls.hire('school_contact', s.organisation_id, null, the_school, null)::text,
                'school_id', the_school::text, 'role', 'school_contact');
            perform walls.actor('candidate', app, 'candidate_id', s.candidate_id::text);
            perform walls.actor('other candidate', app, 'candidate_id', other_candidate::text);
            -- Whose file has just begun, and has no case yet.
            insert into candidates select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'reference', 'ABCDEFG9'))).*
                from candidates c where c.id = s.candidate_id returning id into newcomer;
            perform walls.actor('newcomer', app, 'candidate_id', newcomer::text);
            perform walls.actor('practice', app, 'proposal_id', s.proposal_id::text);
            perform walls.actor('worker', app, 'role', 'worker');
            perform walls.actor('matcher', 'doorwijzer_matcher', 'staff_id', '');
        end $$;

        -- One row of each private table, of the case or the person of the scene where the table has such rows.
        create table walls.victims (name text primary key, relation text not null, is_view boolean not null, row_of jsonb);
        do $$
        declare
            t record;
            wanted text;
            found jsonb;
        begin
            for t in select c.oid, c.relname, c.relkind from pg_class c where c.relnamespace = 'public'::regnamespace
                and ((c.relkind = 'r' and c.relrowsecurity) or (c.relkind = 'v' and has_table_privilege('doorwijzer_app', c.oid, 'select'))) loop
                select string_agg(format('coalesce(t.%I::text = any (array[%s]), false) desc', v.column_name, v.value), ', ' order by v.rank)
                    into wanted
                from (values (1, 'case_id', 's.case_id::text'), (2, 'candidate_id', 's.candidate_id::text'),
                    (3, 'assessment_id', 's.assessment_id::text'), (4, 'proposal_id', 's.proposal_id::text'),
                    (5, 'referral_id', 's.referral_id::text'), (6, 'id', 's.case_id::text, s.candidate_id::text, s.assessment_id::text,
                        s.proposal_id::text, s.referral_id::text, s.own::text'),
                    (7, 'staff_member_id', 's.own::text'), (8, 'team_id', 's.team_id::text'), (9, 'kind', '''self'''),
                    (10, 'region_code', 's.region')) as v (rank, column_name, value)
                where exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = v.column_name and not a.attisdropped);
                if t.relname = 'assessment_scores' then
                    wanted := '(t.assessor_id in (select a.id from assessors a where a.assessment_id = s.assessment_id and a.kind = ''self'')) desc';
                elsif t.relname = 'case_events' then
                    wanted := '(t.case_id = s.case_id) desc, (t.staff_member_id is null) desc';
                elsif t.relname = 'candidate_reads' then
                    wanted := '(t.candidate_id = s.candidate_id) desc, (t.staff_member_id = s.own) desc nulls last';
                elsif t.relname = 'outbox' then
                    wanted := '(t.team_id = s.team_id) desc nulls last';
                elsif t.relname in ('mail_links', 'sessions', 'kept_forms') then
                    wanted := '(t.staff_member_id = s.own) desc nulls last';
                elsif t.relname = 'oidc_attempts' then
                    wanted := '(t.linking_staff_member_id is null) desc';
                elsif t.relname = 'practice_contacts' then
                    wanted := '(t.practice_id in (select id from practices where is_draft) and t.region_code = s.region) desc';
                end if;
                if t.relkind = 'v' then
                    select jsonb_object_agg(v.column_name, to_jsonb(s) ->> v.found) into found
                    from walls.scene s cross join (values ('referral_id', 'referral_id'), ('proposal_id', 'proposal_id'),
                        ('staff_member_id', 'own')) as v (column_name, found)
                    where exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = v.column_name);
                else
                    execute format('select to_jsonb(t) from %I t cross join walls.scene s order by %s limit 1', t.relname, coalesce(wanted, '1'))
                        into found;
                end if;
                insert into walls.victims values (t.relname, t.relname, t.relkind = 'v', found);
                found := null;
            end loop;
            insert into walls.victims
                select 'assessment_scores of an assessor', 'assessment_scores', false, to_jsonb(x)
                from walls.scene s join assessment_scores x on x.assessment_id = s.assessment_id
                join assessors a on a.id = x.assessor_id and a.kind = 'assessor' limit 1;
            insert into walls.victims
                select 'candidate_reads of the candidate', 'candidate_reads', false, to_jsonb(x)
                from walls.scene s join candidate_reads x on x.candidate_id = s.candidate_id and x.purpose = 'own_copy';
            insert into walls.victims
                select 'sessions of a candidate', 'sessions', false, to_jsonb(x)
                from walls.scene s join sessions x on x.candidate_id = s.candidate_id limit 1;
            insert into walls.victims
                select 'kept_forms of a candidate', 'kept_forms', false, to_jsonb(x)
                from walls.scene s join kept_forms x on x.candidate_id = s.candidate_id limit 1;
            -- The first case of a newcomer, which is not there yet.
            insert into walls.victims
                select 'case_files of a newcomer', 'case_files', false, to_jsonb(f) || jsonb_build_object('id', gen_random_uuid(),
                    'reference', 'ABCDEFG8', 'candidate_id', c.id, 'origin', 'self', 'previous_state', null, 'state', 'registered',
                    'owner', 'team', 'has_priority', false, 'coordinator_id', null, 'stand_in_id', null, 'is_fictional', false,
                    'placed_proposal_id', null)
                from walls.scene s join case_files f on f.id = s.case_id join candidates c on c.reference = 'ABCDEFG9';
            insert into walls.victims
                select 'oidc_attempts of a person', 'oidc_attempts', false, to_jsonb(x)
                from walls.scene s join oidc_attempts x on x.linking_staff_member_id = s.own limit 1;
            insert into walls.victims
                select 'outbox of a candidate', 'outbox', false, to_jsonb(x)
                from walls.scene s join outbox x on x.candidate_id = s.candidate_id and x.team_id is null limit 1;
            insert into walls.victims
                select 'mail_links of a candidate', 'mail_links', false, to_jsonb(x)
                from walls.scene s join mail_links x on x.candidate_id = s.candidate_id limit 1;
        end $$;
        """#
    }
}
