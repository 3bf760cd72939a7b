import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// Ways around the walls that PostgreSQL has, tried as the application's role with SQL of one's own choice.
@Suite struct EscapeTests {
    /// How the statements ended: the error's code and constraint, or the first value of the last one.
    private func outcome(_ test: TestWorld, as acting: Acting = .visitor, _ statements: SQL...) async -> String {
        do {
            return try await test.world.database.transaction(as: acting) { connection in
                for statement in statements.dropLast() { _ = try await connection.execute(statement) }
                guard let last = statements.last else { return "nothing" }
                let values = try await connection.query(last) { row in try row.nextOptional(String.self) ?? "null" }
                return values.first ?? "no rows"
            }
        } catch let error as DatabaseError {
            return error.sqlState ?? "\(error)"
        } catch {
            return "\(error)"
        }
    }

    private static let forbidden = [
        "set role postgres", "set session authorization postgres", "set session_replication_role = replica",
        "set row_security = off; select id from candidates", "alter table candidates disable row level security",
        "alter role doorwijzer_app bypassrls", "create role intruder superuser", "drop policy own_team on candidates",
        "alter table candidates owner to doorwijzer_app", "grant doorwijzer_matcher to doorwijzer_app",
        "create table public.mine (id integer)", "create function public.mine() returns integer language sql return 1",
        "create trigger mine before insert on candidates for each row execute function guard_case_state()",
        "create policy mine on candidates using (true)",
        "create event trigger mine on ddl_command_start execute function x()",
        "copy candidate_identities to '/tmp/out'", "copy (select 1) to program 'id'",
        "copy practices from program 'id'",
        "select pg_read_file('/etc/passwd')", "select pg_ls_dir('.')", "select lo_import('/etc/passwd')",
        "select lo_export(1, '/tmp/out')", "create extension dblink", "load 'auto_explain'",
        "select last_value from match_changes_id_seq", "select nextval('match_changes_id_seq')",
        "select rolpassword from pg_authid", "select usename from pg_shadow", "truncate candidates",
        "delete from case_events", "update case_events set facts = '{}'", "delete from candidate_reads",
        "update account_events set facts = '{}'", "delete from account_events", "delete from candidates",
        "lock table candidates in access exclusive mode", "reindex table candidates",
        "select stavalues1 from pg_statistic", "select pg_reload_conf()",
        "select guard_placement(null, null, null, null)", "select note_match_change('all', null)",
        "select check_proposal_holds(null)", "update clock_tolerance set ahead = '10 years'",
    ]

    @Test func `the application's role cannot become another, change the walls or leave the database`() async throws {
        try await withWorld { test in
            let acting = try await test.coordinator(in: "RA0205").acting
            for statement in Self.forbidden {
                let error = await #expect(throws: DatabaseError.self, "\(statement)") {
                    try await test.world.database.transaction(as: acting) { connection in
                        try await connection.executeScript(statement)
                    }
                }
                // Not allowed, rather than misspelt.
                #expect(error?.sqlState == "42501", "\(statement)")
            }
        }
    }

    @Test func `whoever brings own functions, tables and operators reads nothing through them`() async throws {
        try await withWorld { test in
            let stranger = try await test.coordinator(in: "RA0616").acting
            // A cheap function that tells what it sees runs before the walls, were they not barriers.
            let tell: SQL = """
                create or replace function pg_temp.tell(said text) returns boolean language plpgsql cost 0.0000001
                as $$ begin raise exception using errcode = 'P0042', message = said; end $$
                """
            for (relation, column): (SQL, SQL) in [
                ("candidates", "reference"), ("candidate_identities", "family_name"), ("case_files", "programme"),
                ("practice_cards", "candidate_name"), ("staff_account_states", "staff_member_id::text"),
                ("sessions", "device"), ("mail_links", "purpose"), ("outbox", "kind"),
            ] {
                let seen = await outcome(
                    test,
                    as: Acting(teamID: Team.ID(test.world.newUUID()), regionCode: stranger.regionCode),
                    tell,
                    "select count(*)::text from \(sql: relation) where pg_temp.tell(\(sql: column))"
                )
                #expect(seen == "0", "\(relation)")
            }
            // A temporary table of the same name stands before the real one, but not for what the owner's functions read.
            let shadowed = await outcome(
                test,
                as: stranger,
                "create temporary table staff_roles as select * from public.staff_roles where false",
                """
                insert into pg_temp.staff_roles
                select gen_random_uuid(), \(stranger.staffMemberID), 'fund_administrator', null, null, null, null
                """,
                "select administers(null)::text"
            )
            #expect(shadowed == "false")
        }
    }

    @Test func `statistics and plans tell nothing of the values behind the walls`() async throws {
        try await withWorld { test in
            let stranger = try await test.coordinator(in: "RA0616").acting
            _ = try await test.owner.withConnection { try await $0.execute("analyze") }
            #expect(
                await outcome(
                    test,
                    as: stranger,
                    """
                    select count(*)::text from pg_stats where tablename in ('candidates', 'candidate_identities', 'case_files',
                        'consents', 'case_contacts', 'assessment_scores', 'proposals', 'referrals', 'imports', 'sessions')
                    """
                ) == "0"
            )
            func plan(_ name: String, _ mail: String) async throws -> [String] {
                try await test.world.database.transaction(as: stranger) { connection in
                    try await connection.query(
                        """
                        explain (analyze, verbose, costs off, timing off, summary off)
                        select family_name from candidate_identities where family_name = \(name) or lower(mail) = \(mail)
                        """
                    ) { row in try row.next(String.self).replacing(name, with: "").replacing(mail, with: "") }
                }
            }
            let (name, mail) = try #require(
                try await test.owner.withConnection { connection in
                    try await connection.first(
                        """
                        select i.family_name, lower(i.mail) from candidate_identities i where i.team_id <> \(stranger.teamID)
                            and not exists (select 1 from candidate_identities o
                                where o.team_id = \(stranger.teamID) and o.family_name = i.family_name)
                        order by i.candidate_id limit 1
                        """
                    ) { row in (try row.next(String.self), try row.next(String.self)) }
                }
            )
            // Even what was counted on the way is the same for a person who exists elsewhere and one who does not.
            #expect(try await plan(name, mail) == plan("Niemandzoek", "niemand@nergens.example"))
        }
    }

    @Test func `no sequence can be read, and no view leaves the barrier out`() async throws {
        try await withWorld { test in
            let open: [String] = try await test.owner.withConnection { connection in
                try await connection.values(
                    """
                    select c.relname::text from pg_class c
                    where c.relnamespace = 'public'::regnamespace and (
                        (c.relkind = 'S' and (has_sequence_privilege('doorwijzer_app', c.oid, 'select')
                            or has_sequence_privilege('doorwijzer_app', c.oid, 'usage')))
                        or (c.relkind = 'v' and has_table_privilege('doorwijzer_app', c.oid, 'select')
                            and not coalesce(c.reloptions @> array['security_barrier=true'], false)))
                    """,
                    as: String.self
                )
            }
            #expect(open == [])
        }
    }

    /// Functions of the owner that the application may call, each a road over the walls that was decided on.
    private static let roads = [
        "acting_member", "administers", "administers_fund", "answer_by_link", "application_partner_count",
        "ask_call_by_link", "begin_own_file", "begins_own_file", "candidates_with_mail", "choose_duplicate",
        "country_counts", "erase_candidate", "erase_next_due", "fictional_candidates", "free_slug", "hand_over",
        "hold_back", "join_by_grant", "lapse_overdue", "latest_moment", "leads_projects_of", "may_give_role",
        "meeting_crowd",
        "next_meeting_signup", "note_look_by_link", "note_same_people", "oidc_staff_member", "own_duplicates",
        "own_waiting_place", "purge_expired", "purge_imports", "referral_chain", "referrals_taken_back",
        "is_colleague", "region_stalls", "return_case", "scheme_committed", "school_counts", "school_teams",
        "search_clauses",
        "take_back",
        "undo_import", "warn_before_erasing", "works_for_fund",
    ]

    @Test func `over the walls lead only the roads that were decided on`() async throws {
        try await withWorld { test in
            let callable: [String] = try await test.owner.withConnection { connection in
                try await connection.values(
                    """
                    select distinct p.proname::text from pg_proc p
                    where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
                        and (has_function_privilege('doorwijzer_app', p.oid, 'execute')
                            or has_function_privilege('doorwijzer_matcher', p.oid, 'execute'))
                    """,
                    as: String.self
                )
            }
            #expect(Set(callable).subtracting(Self.roads).sorted() == [])
            #expect(Set(Self.roads).subtracting(callable).sorted() == [])
        }
    }

    @Test func `the matcher reads nothing by which someone is found`() async throws {
        try await withWorld { test in
            let columns: [String] = try await test.owner.withConnection { connection in
                try await connection.values(
                    """
                    select table_name || '.' || column_name from information_schema.column_privileges
                    where grantee = 'doorwijzer_matcher' and privilege_type = 'SELECT' and (
                        table_name in ('candidate_identities', 'staff_members', 'staff_accounts', 'practice_contacts', 'proposals',
                            'referrals', 'case_contacts', 'case_events', 'assessment_scores', 'sessions', 'outbox')
                        or column_name in ('class_name', 'programme', 'candidate_remark', 'municipality_code', 'background',
                            'telephone_dutch', 'coordinator_id', 'notes', 'name', 'reference')
                            and table_name in ('candidates', 'case_files', 'assessments', 'supervisors'))
                    order by 1
                    """,
                    as: String.self
                )
            }
            // The kenmerk of a case: reports name it to whoever may look it up.
            #expect(columns == ["case_files.reference"])
        }
    }
}
