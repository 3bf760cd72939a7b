import Domain
import Foundation
import Postgres
import Schema
import Store
import TestSupport
import Testing

/// The schema keeps its own conventions, and says the same as the domain.
struct SchemaTests {
    private func names(_ sql: SQL) async throws -> [String] {
        try await withWorld { test in
            try await test.owner.withConnection { connection in try await connection.values(sql, as: String.self) }
        }
    }

    @Test func `every foreign key has an index that begins with its columns`() async throws {
        let missing = try await names(
            """
            select format('%s.%s', c.conrelid::regclass, c.conname) from pg_constraint c
            where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
                select 1 from pg_index i
                where i.indrelid = c.conrelid and i.indpred is null
                    and (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(c.conkey)] @> c.conkey)
            """
        )
        #expect(missing.isEmpty)
    }

    @Test func `every table says what it is`() async throws {
        let silent = try await names(
            """
            select c.relname::text from pg_class c
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and obj_description(c.oid, 'pg_class') is null
            """
        )
        #expect(silent.isEmpty)
    }

    @Test func `no column has a time without zone, a default that makes ids, or json without b`() async throws {
        let wrong = try await names(
            """
            select format('%s.%s', table_name, column_name) from information_schema.columns
            where table_schema = 'public' and (
                data_type in ('timestamp without time zone', 'time without time zone', 'json', 'money', 'character')
                or column_default ~ '(gen_random_uuid|uuid_generate|now\\(\\)|CURRENT_TIMESTAMP)')
            """
        )
        #expect(wrong.isEmpty)
    }

    @Test func `every table with a team has row-level security`() async throws {
        let open = try await names(
            """
            select c.relname::text from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'team_id' and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
                and c.relname not in ('staff_members', 'training_places', 'outbox')
            """
        )
        #expect(open.isEmpty)
    }

    @Test func `a guard runs as the owner with a search path of its own`() async throws {
        let loose = try await names(
            """
            select p.proname::text from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.prosecdef
                and not exists (select 1 from unnest(p.proconfig) as s where s like 'search_path=%pg_temp')
            """
        )
        #expect(loose.isEmpty)
    }

    @Test(arguments: [
        ("case_files", "state", CaseState.codes), ("case_files", "owner", CaseOwner.codes),
        ("case_files", "kind", PlacementKind.codes), ("case_files", "route", LearningRoute.codes),
        ("case_files", "watch_reason", WatchReason.codes), ("case_files", "withdrawal_reason", WithdrawalReason.codes),
        ("case_files", "course_payer", CoursePayer.codes), ("candidates", "background", CandidateBackground.codes),
        ("candidates", "travel_means", TravelMeans.codes), ("consents", "channel", ConsentChannel.codes),
        ("proposals", "state", ProposalState.codes), ("proposals", "decline_reason", PracticeDeclineReason.codes),
        ("referrals", "state", ReferralState.codes), ("referrals", "decline_reason", ReferralDeclineReason.codes),
        ("practices", "kind", PracticeKind.codes), ("practice_recognitions", "state", RecognitionState.codes),
        ("training_places", "kind", PlacementKind.codes), ("training_places", "state", TrainingPlaceState.codes),
        ("training_places", "employer", EmployerOfRecord.codes), ("seat_occupations", "state", OccupationState.codes),
        ("assessments", "form", AssessmentForm.codes), ("assessors", "kind", AssessorKind.codes),
        ("organisations", "kind", OrganisationKind.codes), ("staff_roles", "role", StaffRole.codes),
        ("place_offers", "closed_reason", PlaceOfferClosing.codes),
        ("applications", "state", ApplicationState.codes), ("application_partners", "kind", PartnerKind.codes),
        ("projects", "label", ProjectLabel.codes), ("projects", "state", ProjectState.codes),
        ("projects", "publication", Publication.codes), ("project_partners", "kind", PartnerKind.codes),
        ("project_links", "kind", LinkKind.codes), ("good_practice_links", "kind", LinkKind.codes),
        ("meetings", "kind", MeetingKind.codes), ("meetings", "state", MeetingState.codes),
        ("meeting_signups", "state", SignupState.codes), ("good_practices", "state", GoodPracticeState.codes),
        ("copies", "outcome_kind", CopyOutcome.codes), ("toolbox_items", "kind", ToolboxKind.codes),
        ("social_map_entries", "kind", PartnerKind.codes), ("search_documents", "kind", SearchKind.codes),
    ])
    func `a check in the schema knows the same codes as the domain`(table: String, column: String, codes: [String])
        async throws
    {
        let definitions = try await names(
            """
            select pg_get_constraintdef(c.oid) from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'c' and cardinality(c.conkey) = 1
                and c.conrelid = \(table)::regclass and a.attname = \(column)
            """
        )
        let expression = try Regex(#"'([a-z_]+)'::text"#)
        let inSchema = definitions.flatMap { text in
            text.matches(of: expression).map { String($0.output[1].substring ?? "") }
        }
        #expect(Set(inSchema) == Set(codes))
    }

    @Test func `the transitions of the schema are those of the domain`() async throws {
        let inSchema = try await names("select from_state || ' → ' || to_state from case_transitions")
        let inDomain = CaseState.allCases.flatMap { from in from.next.map { "\(from.rawValue) → \($0.rawValue)" } }
        #expect(Set(inSchema) == Set(inDomain))
    }
}
