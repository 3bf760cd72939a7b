/// An application with a page that is held back, and a member of the network with what members write: what the walls of the
/// scheme, the projects and the network are tried on. SQL for the owner, after ``WallScene``, in the same transaction.
enum WallNetworkScene {
    static let script = #"""
        create table walls.network as select s.organisation_id, s.region, s.receiving,
            (select id from organisations where id <> s.organisation_id order by id limit 1) as other_organisation,
            (select settings ->> 'staff_id' from walls.actors where name = 'leader')::uuid as leader,
            (select settings ->> 'staff_id' from walls.actors where name = 'fund')::uuid as fund,
            c.id as school,
            walls.hire('school_contact', s.organisation_id, null, c.id, null) as member,
            walls.hire('school_contact', s.organisation_id, null, c.id, null) as other_member,
            (select code from bottlenecks order by position limit 1) as bottleneck,
            (select code from municipalities order by code limit 1) as municipality
        from walls.scene s cross join (select id from schools order by id limit 1) c;
        do $$
        declare
            n walls.network;
            s walls.scene;
        begin
            select * into n from walls.network;
            select * into s from walls.scene;
            perform walls.actor('other leader', 'doorwijzer_app',
                'staff_id', walls.hire('project_leader', n.other_organisation, null, null, n.region)::text,
                'organisation_id', n.other_organisation::text, 'region_code', n.region, 'role', 'project_leader');
            perform walls.actor('member', 'doorwijzer_app', 'staff_id', n.member::text, 'school_id', n.school::text, 'role', 'school_contact');
            perform walls.actor('other member', 'doorwijzer_app', 'staff_id', n.other_member::text, 'school_id', n.school::text,
                'role', 'school_contact');
        end $$;
        -- Nobody else of the scene is in the network.
        update network_members set left_at = walls.moment() where staff_member_id is not null;

        insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach, plan, summary,
                cost_cents, requested_cents, starts_on, ends_on, created_at, submitted_at, is_fictional, version)
            select '00000000-0000-4000-8000-00000000000a', 'WA115000', (select min(year) from scheme_years), organisation_id, leader,
                'submitted', 'n', 'p', 'a', 'p', 's', 600, 300, '2040-01-01', '2040-12-01', walls.moment(), walls.moment(), true, 1 from walls.network;
        insert into applications (id, reference, year, organisation_id, leader_id, state, name, problem, approach, plan, summary,
                created_at, is_fictional, version)
            select '00000000-0000-4000-8000-00000000000d', 'WA115001', (select min(year) from scheme_years), organisation_id, leader,
                'draft', 'n', '', '', '', '', walls.moment(), true, 1 from walls.network;
        insert into application_regions select '00000000-0000-4000-8000-00000000000a', region from walls.network;
        insert into application_municipalities select '00000000-0000-4000-8000-00000000000a', municipality from walls.network;
        insert into application_bottlenecks select '00000000-0000-4000-8000-00000000000a', bottleneck from walls.network;
        insert into application_goals (id, application_id, position, sentence, unit, target)
            values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 1, 's', 'u', 1);
        insert into application_partners (id, application_id, name, kind, contribution, joined_on)
            values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 'n', 'school', '', walls.today());
        insert into application_costs (id, application_id, position, description, amount_cents)
            values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 1, 'd', 600);
        -- Answered and seen by those who may, so that the rows say who did.
        insert into application_questions (id, application_id, asked_by_id, asked_at, question, due_on)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', fund, walls.moment(), 'q', walls.today() from walls.network;
        insert into application_questions (id, application_id, asked_by_id, asked_at, question, due_on, answered_by_id, answered_at, answer)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', fund, walls.moment(), 'q', walls.today(), leader, walls.moment(), 'a'
            from walls.network;
        insert into application_questions (id, application_id, asked_by_id, asked_at, question, due_on, withdrawn_by_id, withdrawn_at)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', fund, walls.moment(), 'q', walls.today(), fund, walls.moment()
            from walls.network;
        insert into application_reports (id, application_id, kind, reported_by_id, reported_at, done, result, did_not_work, spent_cents)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 'progress', leader, walls.moment(), 'd', '', '', 0 from walls.network;
        insert into application_reports (id, application_id, kind, reported_by_id, reported_at, done, result, did_not_work, spent_cents,
                seen_by_id, seen_at)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 'progress', leader, walls.moment(), 'd', '', '', 0, fund, walls.moment()
            from walls.network;
        insert into application_events (id, application_id, sequence, happened_at, staff_member_id, kind, facts)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 1, walls.moment(), leader, 'submitted', '{}' from walls.network;

        insert into projects (id, slug, organisation_id, organisation_name, label, label_note, name, subject, problem, approach, result,
                did_not_work, state, period_note, routes, publication, publication_reason, contact_mail, contact_phone, published_at,
                updated_at, source, is_fictional, version)
            select x.id, x.slug, organisation_id, 'o', 'regional', '', 'n', '', '', '', '', '', 'running', '', 0, x.publication, x.reason,
                '', '', walls.moment(), walls.moment(), '', true, 1
            from walls.network cross join (values
                ('00000000-0000-4000-8000-00000000000b'::uuid, 'walls-held-back', 'held_back', 'r'),
                ('00000000-0000-4000-8000-00000000000c', 'walls-published', 'published', null),
                ('00000000-0000-4000-8000-00000000000e', 'walls-removed', 'removed', 'r')) as x (id, slug, publication, reason);
        insert into project_slugs values ('walls-before', '00000000-0000-4000-8000-00000000000b');
        insert into project_regions select '00000000-0000-4000-8000-00000000000b', region from walls.network;
        insert into project_municipalities select '00000000-0000-4000-8000-00000000000b', municipality from walls.network;
        insert into project_bottlenecks select '00000000-0000-4000-8000-00000000000b', bottleneck from walls.network;
        insert into project_goals (project_id, position, sentence, unit) values ('00000000-0000-4000-8000-00000000000b', 1, 's', 'u');
        insert into project_partners (id, project_id, name, kind)
            values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000b', 'n', 'school');
        insert into project_links (id, project_id, position, kind, title, url)
            values (gen_random_uuid(), '00000000-0000-4000-8000-00000000000b', 1, 'page', 't', 'https://walls.example/');
        insert into project_edits (id, project_id, staff_member_id, edited_at, field, before, after)
            select gen_random_uuid(), x.id, leader, walls.moment(), 'result', '', 'r' from walls.network cross join (values
                ('00000000-0000-4000-8000-00000000000b'::uuid), ('00000000-0000-4000-8000-00000000000c')) as x (id);

        insert into network_members (id, staff_member_id, name, organisation_name, position_name, knows, seeks, is_listed, wants_mail,
                joined_at, joined_by, left_at, is_fictional, version)
            select x.id, x.staff, 'n', 'o', '', '', '', x.listed, true, walls.moment(), x.how, x.gone, true, 1
            from walls.network n cross join lateral (values
                ('00000000-0000-4000-8000-0000000000a1'::uuid, n.member, false, 'self', null::timestamptz),
                ('00000000-0000-4000-8000-0000000000a2', n.other_member, false, 'self', null),
                ('00000000-0000-4000-8000-0000000000a3', null, true, 'self', null),
                ('00000000-0000-4000-8000-0000000000a4', null, false, 'grant', null),
                ('00000000-0000-4000-8000-0000000000a5', n.leader, false, 'self', walls.moment())) as x (id, staff, listed, how, gone);
        insert into member_regions select '00000000-0000-4000-8000-0000000000a1', region from walls.network;
        insert into member_regions select '00000000-0000-4000-8000-0000000000a2', receiving from walls.network;
        insert into member_bottlenecks select '00000000-0000-4000-8000-0000000000a1', bottleneck, 'knows' from walls.network;
        insert into meetings (id, slug, kind, title, label, held_on, starts_at, ends_at, place, agenda, minutes, state, organiser_id,
                contact_mail, source, created_at, updated_at, sequence, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000b1', 'walls', 'leertafel', 't', '', '2040-01-02', '2040-01-02 10:00Z',
                '2040-01-02 11:00Z', '', '', '', 'planned', '00000000-0000-4000-8000-0000000000a1', '', '', walls.moment(), walls.moment(), 0, true, 1);
        insert into meeting_bottlenecks select '00000000-0000-4000-8000-0000000000b1', bottleneck from walls.network;
        insert into meeting_signups (meeting_id, member_id, state, signed_up_at)
            values ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000a2', 'coming', walls.moment());
        insert into meeting_actions (id, meeting_id, sentence, owner_id, due_on)
            values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000b1', 's', '00000000-0000-4000-8000-0000000000a2', '2040-02-02');
        insert into questions (id, slug, member_id, title, body, asked_at, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000b2', 'walls', '00000000-0000-4000-8000-0000000000a1', 't', 'b', walls.moment(), true, 1);
        insert into question_bottlenecks select '00000000-0000-4000-8000-0000000000b2', bottleneck from walls.network;
        insert into answers (id, question_id, member_id, body, answered_at)
            values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000a2', 'b', walls.moment());
        insert into good_practices (id, slug, author_id, contact_id, organisation_name, name, problem, approach, took, result,
                did_not_work, state, created_at, updated_at, validated_by_id, source, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000b3', 'walls', '00000000-0000-4000-8000-0000000000a1',
                '00000000-0000-4000-8000-0000000000a1', 'o', 'n', 'p', 'a', '', 'r', '', 'submitted', walls.moment(), walls.moment(),
                '00000000-0000-4000-8000-0000000000a2', '', true, 1),
                ('00000000-0000-4000-8000-0000000000b9', 'walls-waiting', '00000000-0000-4000-8000-0000000000a1',
                '00000000-0000-4000-8000-0000000000a1', 'o', 'n', 'p', 'a', '', 'r', '', 'submitted', walls.moment(), walls.moment(), null, '', true, 1),
                ('00000000-0000-4000-8000-0000000000b4', 'walls-published', '00000000-0000-4000-8000-0000000000a1',
                '00000000-0000-4000-8000-0000000000a1', 'o', 'n', 'p', 'a', '', 'r', '', 'published', walls.moment(), walls.moment(),
                '00000000-0000-4000-8000-0000000000a2', '', true, 1),
                ('00000000-0000-4000-8000-0000000000b5', 'walls-draft', '00000000-0000-4000-8000-0000000000a1',
                '00000000-0000-4000-8000-0000000000a1', 'o', 'n', 'p', 'a', '', 'r', '', 'draft', walls.moment(), walls.moment(), null, '', true, 1);
        -- What the fund holds back.
        insert into questions (id, slug, member_id, title, body, asked_at, held_at, held_reason, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000d1', 'walls-held', '00000000-0000-4000-8000-0000000000a1', 't', 'b', walls.moment(),
                walls.moment(), 'r', true, 1);
        insert into answers (id, question_id, member_id, body, answered_at, held_at, held_reason)
            values ('00000000-0000-4000-8000-0000000000d2', '00000000-0000-4000-8000-0000000000b2',
                '00000000-0000-4000-8000-0000000000a1', 'b', walls.moment(), walls.moment(), 'r');
        insert into good_practices (id, slug, author_id, contact_id, organisation_name, name, problem, approach, took, result,
                did_not_work, state, created_at, updated_at, held_at, held_reason, source, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000d3', 'walls-held', '00000000-0000-4000-8000-0000000000a1',
                '00000000-0000-4000-8000-0000000000a1', 'o', 'n', 'p', 'a', '', 'r', '', 'published', walls.moment(), walls.moment(), walls.moment(), 'r', '',
                true, 1);
        -- What someone left behind.
        insert into questions (id, slug, member_id, title, body, asked_at, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000c1', 'walls-left', '00000000-0000-4000-8000-0000000000a5', 't', 'b', walls.moment(), true, 1);
        insert into answers (id, question_id, member_id, body, answered_at)
            values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000a5', 'b', walls.moment());
        insert into good_practices (id, slug, author_id, contact_id, organisation_name, name, problem, approach, took, result,
                did_not_work, state, created_at, updated_at, source, is_fictional, version)
            values ('00000000-0000-4000-8000-0000000000c2', 'walls-left', '00000000-0000-4000-8000-0000000000a5',
                '00000000-0000-4000-8000-0000000000a5', 'o', 'n', 'p', 'a', '', 'r', '', 'retired', walls.moment(), walls.moment(), '', true, 1);
        insert into good_practice_regions select '00000000-0000-4000-8000-0000000000b3', region from walls.network;
        insert into good_practice_bottlenecks select '00000000-0000-4000-8000-0000000000b3', bottleneck from walls.network;
        insert into good_practice_links (id, good_practice_id, position, kind, title, url)
            values (gen_random_uuid(), '00000000-0000-4000-8000-0000000000b3', 1, 'page', 't', 'https://walls.example/');
        insert into copies (id, project_id, subject_name, member_id, organisation_name, region_code, copied_on, intention, outcome, is_fictional,
                version)
            select '00000000-0000-4000-8000-0000000000b6', '00000000-0000-4000-8000-00000000000c', 'n',
                '00000000-0000-4000-8000-0000000000a1',
                'o', region, '2026-01-01', '', '', true, 1 from walls.network;
        insert into copies (id, good_practice_id, subject_name, member_id, organisation_name, region_code, copied_on, intention, outcome, held_at,
                held_reason, is_fictional, version)
            select '00000000-0000-4000-8000-0000000000d4', '00000000-0000-4000-8000-0000000000b4', 'n',
                '00000000-0000-4000-8000-0000000000a1', 'o', region, '2026-01-01', '', '', walls.moment(), 'r', true, 1 from walls.network;
        insert into toolbox_items (id, region_code, kind, title, text, organisation_name, phone, confirmed_on, member_id, is_fictional, version)
            select '00000000-0000-4000-8000-0000000000b7', region, 'form', 't', '', 'o', '', '2026-01-01',
                '00000000-0000-4000-8000-0000000000a1', true, 1 from walls.network;
        insert into social_map_entries (id, region_code, name, kind, text, phone, confirmed_on, member_id, source, is_fictional, version)
            select '00000000-0000-4000-8000-0000000000b8', region, 'n', 'school', '', '', '2026-01-01',
                '00000000-0000-4000-8000-0000000000a1', '', true, 1 from walls.network;

        -- These rows are the ones to be tried.
        do $$
        declare
            v record;
            found jsonb;
        begin
            for v in select * from (values
                ('applications', 'applications', 'id = ''00000000-0000-4000-8000-00000000000a'''),
                ('applications in draft', 'applications', 'id = ''00000000-0000-4000-8000-00000000000d'''),
                ('application_questions', 'application_questions', 'answered_at is null and withdrawn_at is null and application_id = $a'),
                ('application_questions answered', 'application_questions', 'answered_at is not null and application_id = $a'),
                ('application_questions taken back', 'application_questions', 'withdrawn_at is not null and application_id = $a'),
                ('application_reports', 'application_reports', 'seen_at is null and application_id = $a'),
                ('application_reports seen', 'application_reports', 'seen_at is not null and application_id = $a'),
                ('application_regions', 'application_regions', 'application_id = $a'),
                ('application_municipalities', 'application_municipalities', 'application_id = $a'),
                ('application_bottlenecks', 'application_bottlenecks', 'application_id = $a'),
                ('application_goals', 'application_goals', 'application_id = $a'),
                ('application_partners', 'application_partners', 'application_id = $a'),
                ('application_costs', 'application_costs', 'application_id = $a'),
                ('application_events', 'application_events', 'application_id = $a'),
                ('projects', 'projects', 'id = $b'),
                ('projects published', 'projects', 'id = ''00000000-0000-4000-8000-00000000000c'''),
                ('project_slugs', 'project_slugs', 'project_id = $b'), ('project_regions', 'project_regions', 'project_id = $b'),
                ('project_municipalities', 'project_municipalities', 'project_id = $b'),
                ('project_bottlenecks', 'project_bottlenecks', 'project_id = $b'), ('project_goals', 'project_goals', 'project_id = $b'),
                ('project_partners', 'project_partners', 'project_id = $b'), ('project_links', 'project_links', 'project_id = $b'),
                ('project_edits', 'project_edits', 'project_id = $b'),
                ('network_members', 'network_members', 'id = ''00000000-0000-4000-8000-0000000000a1'''),
                ('network_members listed', 'network_members', 'id = ''00000000-0000-4000-8000-0000000000a3'''),
                ('network_members by a grant', 'network_members', 'id = ''00000000-0000-4000-8000-0000000000a4'''),
                ('network_members who left', 'network_members', 'id = ''00000000-0000-4000-8000-0000000000a5'''),
                ('member_regions', 'member_regions', 'member_id = ''00000000-0000-4000-8000-0000000000a1'''),
                ('member_bottlenecks', 'member_bottlenecks', 'member_id = ''00000000-0000-4000-8000-0000000000a1'''),
                ('meetings', 'meetings', 'slug = ''walls'''),
                ('meeting_bottlenecks', 'meeting_bottlenecks', 'meeting_id = ''00000000-0000-4000-8000-0000000000b1'''),
                ('meeting_signups', 'meeting_signups', 'meeting_id = ''00000000-0000-4000-8000-0000000000b1'''),
                ('meeting_actions', 'meeting_actions', 'meeting_id = ''00000000-0000-4000-8000-0000000000b1'''),
                ('questions', 'questions', 'slug = ''walls'''),
                ('question_bottlenecks', 'question_bottlenecks', 'question_id = ''00000000-0000-4000-8000-0000000000b2'''),
                ('answers', 'answers', 'held_at is null and question_id = ''00000000-0000-4000-8000-0000000000b2'''),
                ('questions held', 'questions', 'slug = ''walls-held'''),
                ('answers held', 'answers', 'id = ''00000000-0000-4000-8000-0000000000d2'''),
                ('copies held', 'copies', 'id = ''00000000-0000-4000-8000-0000000000d4'''),
                ('good_practices held', 'good_practices', 'slug = ''walls-held'''),
                ('questions of whoever left', 'questions', 'slug = ''walls-left'''),
                ('answers to whoever left', 'answers', 'question_id = ''00000000-0000-4000-8000-0000000000c1'''),
                ('good_practices of whoever left', 'good_practices', 'slug = ''walls-left'''),
                ('good_practices', 'good_practices', 'slug = ''walls'''),
                ('good_practices published', 'good_practices', 'slug = ''walls-published'''),
                ('good_practices waiting', 'good_practices', 'slug = ''walls-waiting'''),
                ('good_practices in draft', 'good_practices', 'slug = ''walls-draft'''),
                ('good_practice_regions', 'good_practice_regions', 'good_practice_id = ''00000000-0000-4000-8000-0000000000b3'''),
                ('good_practice_bottlenecks', 'good_practice_bottlenecks', 'good_practice_id = ''00000000-0000-4000-8000-0000000000b3'''),
                ('good_practice_links', 'good_practice_links', 'good_practice_id = ''00000000-0000-4000-8000-0000000000b3'''),
                ('copies', 'copies', 'id = ''00000000-0000-4000-8000-0000000000b6'''),
                ('toolbox_items', 'toolbox_items', 'id = ''00000000-0000-4000-8000-0000000000b7'''),
                ('social_map_entries', 'social_map_entries', 'id = ''00000000-0000-4000-8000-0000000000b8''')) as x (name, relation, condition)
            loop
                execute format('select to_jsonb(t) from %I t where ', v.relation)
                    || replace(replace(v.condition, '$a', '''00000000-0000-4000-8000-00000000000a'''), '$b', '''00000000-0000-4000-8000-00000000000b''')
                    || ' limit 1' into found;
                insert into walls.victims values (v.name, v.relation, false, found)
                    on conflict (name) do update set row_of = excluded.row_of;
            end loop;
        end $$;
        """#
}
