import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

/// How long what is kept, with the clock moved on. Everyone else's files are taken away first, so that counts say something.
@Suite struct RetentionTests {
    /// One candidate whose case ended today.
    private struct Ended {
        let test: TestWorld
        let id: Candidate.ID
        let actor: Actor
        let reference: Reference

        init(_ test: TestWorld, _ state: CaseState = .searching) async throws {
            let person = try #require(try await PrivacyWorld(test: test).people(in: state).first)
            let others: [Candidate.ID] = try await test.owner.withConnection {
                try await $0.values("select id from candidates where id <> \(person.id)")
            }
            for other in others { try await EraseCandidate(world: test.world)(own: other) }
            let reference: Reference? = try await test.owner.withConnection { connection in
                _ = try await connection.execute("delete from retention_consents")
                _ = try await connection.execute(
                    """
                    update case_files set state = 'withdrawn', withdrawal_reason = 'by_candidate', owner = 'nobody',
                        due_on = null, watch_reason = null, state_since = \(test.world.now()), closed_at = \(test.world.now())
                    where candidate_id = \(person.id) and closed_at is null
                    """
                )
                return try await connection.value("select reference from case_files where candidate_id = \(person.id)")
            }
            self.test = test
            (id, actor, self.reference) = (person.id, person.actor, try #require(reference))
        }

        func keep(afterDays days: Int = 0) async throws -> KeepRetention.Outcome {
            test.clock.advance(days: days)
            return try await KeepRetention(world: test.world)()
        }

        var isThere: Bool {
            get async throws { try await count("select count(*) from candidates where id = \(id)") == 1 }
        }

        var warnings: Int {
            get async throws { try await count("select count(*) from outbox where kind = 'retention_warning'") }
        }

        /// What becomes of the mail that waits.
        func deliver(fails: Bool = false) async throws {
            let column = fails ? "failed_at" : "sent_at"
            try await test.world.database.transaction(as: .worker) { connection in
                _ = try await connection.execute(
                    """
                    update outbox set \(ident: column) = \(test.world.now())
                    where kind = 'retention_warning' and sent_at is null and failed_at is null
                    """
                )
            }
        }

        func count(_ sql: SQL) async throws -> Int {
            try await test.owner.withConnection { try await $0.value(sql, as: Int.self) ?? -1 }
        }
    }

    @Test func `whoever never had a place is warned after 14 days, once, and erased after 28`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test)

            #expect(try await ended.keep(afterDays: 13).warned == 0)
            #expect(try await ended.keep(afterDays: 1).warned == 1)
            try await ended.deliver()
            #expect(try await ended.keep(afterDays: 1).warned == 0)
            #expect(try await ended.warnings == 1)
            #expect(try await ended.keep(afterDays: 12).erased == 0)
            #expect(try await ended.isThere)
            #expect(try await ended.keep(afterDays: 1).erased == 1)
            #expect(try await ended.isThere == false)
            #expect(try await ended.keep(afterDays: 1).erased == 0)
        }
    }

    @Test func `with consent the file stays a year; taken back, the warning comes first all the same`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test)
            #expect(try await ended.keep(afterDays: 14).warned == 1)
            try await RecordRetentionConsent(world: test.world)(own: ended.id, textVersion: 1)

            #expect(try await ended.keep(afterDays: 14).erased == 0)
            #expect(try await ended.count("select count(*) from retention_warnings") == 0)
            #expect(try await ended.keep(afterDays: 200).warned == 0)
            try await WithdrawRetentionConsent(world: test.world)(own: ended.id)
            #expect(try await ended.keep().warned == 1)
            try await ended.deliver()
            #expect(try await ended.keep(afterDays: 13).erased == 0)
            #expect(try await ended.keep(afterDays: 1).erased == 1)
        }
    }

    @Test func `a year after the end the consent has served`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test)
            _ = try await RecordRetentionConsent(world: test.world)(
                ended.reference,
                textVersion: 1,
                channel: .phone,
                by: ended.actor,
                submission: nil
            )

            #expect(try await ended.keep(afterDays: 350).warned == 0)
            #expect(try await ended.keep(afterDays: 1).warned == 1)
            try await ended.deliver()
            #expect(try await ended.keep(afterDays: 14).erased == 1)
        }
    }

    @Test func `whoever began at a place is kept for six months after the end`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test, .started)

            // From 24 November to 24 May.
            #expect(try await ended.keep(afterDays: 166).warned == 0)
            #expect(try await ended.keep(afterDays: 1).warned == 1)
            try await ended.deliver()
            #expect(try await ended.keep(afterDays: 13).erased == 0)
            #expect(try await ended.keep(afterDays: 1).erased == 1)
        }
    }

    @Test func `a new case stops the clock`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test)
            #expect(try await ended.keep(afterDays: 14).warned == 1)
            try await test.owner.withConnection { connection in
                _ = try await connection.execute(
                    """
                    insert into case_files (id, reference, candidate_id, team_id, region_code, origin_team_id, origin_region_code,
                        origin, kind, route, study_year, role_code, programme, class_name, school_weekdays, wished_start_on,
                        earliest_start_on, latest_start_on, weeks_needed, weeks_wanted, weekdays, weekdays_least,
                        weekdays_wanted, hours_least, hours_most, wishes, offers, has_priority, state, state_since, owner,
                        due_on, opened_at, is_fictional, version)
                    select \(test.world.newUUID()), \(test.world.newReference()), candidate_id, team_id, region_code, team_id,
                        region_code, 'team', kind, route, study_year, role_code, '', '', 0, wished_start_on, earliest_start_on,
                        latest_start_on, weeks_needed, weeks_wanted, weekdays, weekdays_least, weekdays_wanted, hours_least,
                        hours_most, 0, 0, false, 'registered', \(test.world.now()), 'team', \(test.world.today + 2),
                        \(test.world.now()), true, 1
                    from case_files where candidate_id = \(ended.id)
                    """
                )
            }

            #expect(try await ended.keep(afterDays: 14).erased == 0)
            #expect(try await ended.isThere)
            #expect(try await ended.count("select count(*) from retention_warnings") == 0)
            // The warning that was still to be sent is not sent any more.
            #expect(try await ended.warnings == 0)
        }
    }

    @Test func `the days count from when the mail was delivered, not from when it was written`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test)
            _ = try await ended.keep(afterDays: 14)
            #expect(try await ended.keep(afterDays: 5).erased == 0)
            try await ended.deliver()

            #expect(try await ended.keep(afterDays: 13).erased == 0)
            #expect(try await ended.keep(afterDays: 1).erased == 1)
        }
    }

    @Test(arguments: ["given up", "never tried"])
    func `where the mail cannot be delivered the team gets it on its list, and 28 days more`(_ how: String) async throws
    {
        try await withWorld { test in
            let ended = try await Ended(test)
            _ = try await ended.keep(afterDays: 14)
            #expect(try await Self.workList(ended) == 0)
            if how == "given up" {
                try await ended.deliver(fails: true)
            } else {
                _ = try await ended.keep(afterDays: 6)
                #expect(try await Self.workList(ended) == 0)
                _ = try await ended.keep(afterDays: 1)
            }

            #expect(try await Self.workList(ended) == 1)
            #expect(try await ended.keep(afterDays: 27).erased == 0)
            #expect(try await ended.keep(afterDays: 1).erased == 1)
            #expect(try await Self.workList(ended) == 0)
        }
    }

    @Test func `whoever has no mail address is not erased as if told`() async throws {
        try await withSite { site in
            let ended = try await Ended(site.world)
            try await ended.test.owner.withConnection { connection in
                _ = try await connection.execute("update candidate_identities set mail = '', phone = '0612345678'")
            }
            _ = try await ended.keep(afterDays: 14)
            try await site.deliverMail()

            #expect(try await Self.workList(ended) == 1)
            #expect(try await ended.count("select count(*) from outbox where kind = 'mail_failed'") == 1)
            #expect(try await ended.keep(afterDays: 14).erased == 0)
            #expect(try await ended.keep(afterDays: 14).erased == 1)
        }
    }

    /// How many files that ended stand on the team's list.
    private static func workList(_ ended: Ended) async throws -> Int {
        let world = ended.test.world
        return try await world.database.transaction(as: ended.actor.acting) { connection in
            try await WorkListStore.list(
                WorkListStore.Filter(),
                team: ended.actor.teamID,
                region: ended.actor.regionCode,
                today: world.today,
                after: nil,
                limit: 100,
                on: connection
            ).count { $0.file?.reference == ended.reference }
        }
    }

    @Test func `nobody is erased early, whatever is asked of the database`() async throws {
        try await withWorld { test in
            let ended = try await Ended(test)
            _ = try await ended.keep(afterDays: 14)

            let erased = try await test.world.database.transaction(as: .worker) { connection in
                try await RetentionStore.erase(ended.id, .retention, at: test.world.now(), on: connection)
            }
            #expect(!erased)
            // Nor by saying that it is later than it is: outside tests the database knows the time.
            try await test.owner.withConnection { connection in
                _ = try await connection.execute("update clock_tolerance set ahead = interval '5 minutes'")
            }
            await #expect(throws: DatabaseError.self) {
                try await test.world.database.transaction(as: .worker) { connection in
                    let later = Date(timeIntervalSince1970: 4_000_000_000)
                    return try await RetentionStore.erase(ended.id, .retention, at: later, on: connection)
                }
            }
        }
    }

    /// A row of each kind, and after how many days it goes.
    @Test(arguments: [
        (
            "mail_links",
            "insert into mail_links (token_sha256, purpose, staff_member_id, created_at, expires_at) select sha256('a'), 'invitation', id, $1, $1 + interval '1 hour' from staff_members limit 1",
            7
        ),
        (
            "unconfirmed_registrations",
            "insert into mail_links (token_sha256, purpose, mail, created_at, expires_at) values (sha256('b'), 'candidate_registration', 'x@example.nl', $1, $1 + interval '1 hour')",
            1
        ),
        (
            "sessions",
            "insert into sessions (id, token_sha256, staff_member_id, device, created_at, last_seen_at, expires_at, ends_at) select gen_random_uuid(), sha256('c'), id, 'x', $1, $1, $1 + interval '1 hour', $1 + interval '1 day' from staff_members limit 1",
            1
        ),
        (
            "sign_in_failures",
            "insert into sign_in_failures (kind, key, failed_at) values ('password', sha256('d'), $1 + interval '1 hour')",
            1
        ),
        (
            "submissions",
            "insert into submissions (id, staff_member_id, action, submitted_at, result) select gen_random_uuid(), id, 'x', $1 + interval '1 hour', '/' from staff_members limit 1",
            90
        ),
        (
            "account_events",
            "insert into account_events (id, staff_member_id, happened_at, kind, facts) select gen_random_uuid(), id, $1 + interval '1 hour', 'signed_in', '{}' from staff_members limit 1",
            365
        ),
        (
            "place_offers",
            "insert into place_offers (training_place_id, region_code, contact_name, mail, phone, offered_at, handled_at, handled_by_id) select t.id, t.region_code, 'x', 'x', 'x', $1, $1 + interval '1 hour', m.id from training_places t, staff_members m limit 1",
            28
        ),
        (
            "oidc_attempts",
            "insert into oidc_attempts (state_sha256, provider_id, browser_sha256, nonce, code_verifier, return_path, created_at, expires_at) select sha256('e'), p.id, sha256('f'), 'x', 'x', '/', $1, $1 + interval '1 hour' from oidc_providers p",
            1
        ),
        (
            "outbox",
            "insert into outbox (id, kind, facts, created_at, available_at, sent_at) values (gen_random_uuid(), 'invitation', '{}', $1, $1, $1 + interval '1 hour')",
            28
        ),
        (
            "erased_files",
            "insert into erased_files (file_sha256, erased_at) values (sha256('g'), $1 + interval '1 hour')",
            35
        ),
        (
            "imports",
            "insert into imports (id, team_id, kind, file_name, content, mapping, uploaded_at, expires_at) select gen_random_uuid(), id, 'places', 'x', '', '{}', $1, $1 + interval '25 hours' from teams limit 1",
            1
        ),
        (
            "kept_forms",
            "insert into kept_forms (id, browser_sha256, visitor_hash, content, kept_at, expires_at) values (gen_random_uuid(), sha256('h'), sha256('h'), 'x', $1, $1 + interval '1 hour')",
            0
        ),
    ])
    func `what is kept beside the files goes after its period`(key: String, insert: String, days: Int) async throws {
        try await withWorld { test in
            let moment = "'\(test.world.now().ISO8601Format())'::timestamptz"
            try await test.owner.withConnection { connection in
                try await connection.executeScript(
                    """
                    insert into oidc_providers (id, organisation_id, name, slug, issuer, client_id, secret_name, is_enabled)
                    select gen_random_uuid(), id, 'x', 'x', 'https://x.example', 'x', 'X', true from organisations limit 1;
                    \(insert.replacing("$1", with: moment));
                    """
                )
            }
            let keep = { try await KeepRetention(world: test.world)().removed[key] }

            test.clock.advance(days: days)
            #expect(try await keep() == nil)
            test.clock.advance(hours: 2)
            #expect(try await keep() == 1)
            #expect(try await keep() == nil)
        }
    }
}
