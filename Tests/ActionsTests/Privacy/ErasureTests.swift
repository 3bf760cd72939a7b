import Actions
import Domain
import Foundation
import Matching
import Postgres
import Store
import TestSupport
import Testing

@Suite struct ErasureTests {
    @Test(arguments: [
        CaseState.registered, .searching, .proposed, .interview, .agreed, .placed, .started, .stopped, .referring,
        .watching,
        .completed, .withdrawn,
    ])
    func `after erasing nothing about the person is left in any table, in any state of the case`(state: CaseState)
        async throws
    {
        try await withWorld { test in
            let privacy = PrivacyWorld(test: test)
            let rows = try await RowsAboutPerson(test)
            guard let person = try await privacy.people(in: state).first else { return }
            try await privacy.fill(person)
            let marks = try await privacy.marks(of: person.id)
            #expect(try await tablesThatMention(marks, test).isEmpty == false)

            try await EraseCandidate(world: test.world)(own: person.id)

            let left = try await rows.count(of: [person.id], test).filter { $0.value != 0 }
            #expect(left.isEmpty)
            let mentions = try await tablesThatMention(marks, test)
            #expect(mentions == [])
            await #expect(throws: NotFound.self) { try await EraseCandidate(world: test.world)(own: person.id) }
        }
    }

    @Test func `whom a restored backup brings back is erased again by the list, and nobody else`() async throws {
        try await withWorld { test in
            let people = try await PrivacyWorld(test: test).people(in: .searching)
            let (first, second) = (try #require(people.first), try #require(people.last))
            try await EraseCandidate(world: test.world)(own: first.id)

            let (listed, again, left): (Int?, Int?, Int?) = try await test.owner.transaction { connection in
                let listed = try await connection.value(
                    "select count(*) from erased_files where file_sha256 = sha256(convert_to(\(first.id)::text, 'UTF8'))",
                    as: Int.self
                )
                // As the list of another database that erased the second as well.
                _ = try await connection.execute(
                    "insert into erased_files values (sha256(convert_to(\(second.id)::text, 'UTF8')), \(test.world.now()))"
                )
                let before = try await connection.value("select count(*) from candidates", as: Int.self) ?? 0
                let again = try await connection.value("select erase_again(\(test.world.now()))", as: Int.self)
                let after = try await connection.value("select count(*) from candidates", as: Int.self) ?? 0
                return (listed, again, before - after)
            }
            #expect(listed == 1 && again == 1 && left == 1)
            await #expect(throws: DatabaseError.self) {
                try await test.world.database.transaction(as: .visitor) { connection in
                    _ = try await connection.value("select erase_again(\(test.world.now()))", as: Int.self)
                }
            }
        }
    }

    @Test func `everyone can be erased, one after the other, and the figures of ended cases still add up`() async throws
    {
        try await withWorld { test in
            let rows = try await RowsAboutPerson(test)
            let people: [Candidate.ID] = try await test.owner.withConnection {
                try await $0.values("select id from candidates order by id")
            }
            let before = try await Figures.read(test)

            for person in people { try await EraseCandidate(world: test.world)(own: person) }

            let after = try await Figures.read(test)
            let left = try await rows.count(of: people, test).filter { $0.value != 0 }
            #expect(left.isEmpty)
            #expect(after.ended == before.ended)
            #expect(
                after.answers.filter { $0.key.hasSuffix("declined") }
                    == before.answers.filter { $0.key.hasSuffix("declined") }
            )
            #expect(after.occupied == 0 && before.occupied > 0)
            let broken = try await test.owner.withConnection { try await SeedStore.brokenRules(on: $0) }
            #expect(broken.isEmpty)
            let erased = try await test.owner.withConnection {
                try await $0.value(
                    "select count(*) from case_statistics where withdrawal_reason = 'erased'",
                    as: Int.self
                )
            }
            #expect(try #require(erased) > 0)
        }
    }

    @Test func `a team's days per step do not change when someone who is done is erased`() async throws {
        try await withWorld { test in
            let person = try #require(try await PrivacyWorld(test: test).people(in: .completed).first)
            func days() async throws -> [String] {
                try await test.world.database.transaction(as: person.actor.acting) { connection in
                    try await RegionStore.ownStepDays(on: connection).map { "\($0)" }
                }
            }
            let before = try await days()

            try await EraseCandidate(world: test.world)(own: person.id)

            #expect(try await days() == before)
            #expect(!before.isEmpty)
        }
    }

    @Test func `what stays has months and codes, and nothing that leads to anyone`() async throws {
        try await withWorld { test in
            let kinds = try await test.owner.withConnection {
                try await $0.values(
                    """
                    select distinct data_type::text from information_schema.columns
                    where table_schema = 'public' and table_name in ('case_statistics', 'step_statistics', 'answer_statistics')
                        and column_name <> 'team_id'
                    """,
                    as: String.self
                )
            }
            // No ids, no moments; a text column holds a code, as the checks and the origin of the rows say.
            #expect(Set(kinds) == ["text", "smallint", "integer", "date", "boolean"])
        }
    }

    @Test func `a team erases its own candidate only, and another team cannot tell whether there is one`() async throws
    {
        try await withWorld { test in
            let privacy = PrivacyWorld(test: test)
            let person = try #require(try await privacy.people(in: .searching).first)
            let reference: Reference = try #require(
                try await test.owner.withConnection {
                    try await $0.value(
                        "select reference from case_files where candidate_id = \(person.id) and closed_at is null"
                    )
                }
            )
            let stranger = try await test.coordinator(
                in: person.actor.regionCode.rawValue == "RA0205" ? "RA0102" : "RA0205"
            )
            let erase = EraseCandidate(world: test.world)

            await #expect(throws: NotFound.self) { try await erase(reference, by: stranger, submission: nil) }
            for acting in [stranger.acting, .visitor, .candidate(test.world.newID())] {
                for candidate in [person.id, test.world.newID()] {
                    for reason in [RetentionStore.EraseReason.byCandidate, .byTeam, .retention] {
                        let erased = try await test.world.database.transaction(as: acting) { connection in
                            try await RetentionStore.erase(candidate, reason, at: test.world.now(), on: connection)
                        }
                        #expect(!erased)
                    }
                }
            }
            let submission = test.world.newUUID()
            #expect(try await erase(reference, by: person.actor, submission: submission) == "/kandidaten")
            #expect(try await erase(reference, by: person.actor, submission: submission) == "/kandidaten")

            // The candidate hears it, from which team; who did it stays with that account, without a name.
            let told: [String] = try await test.owner.withConnection {
                try await $0.values("select facts ->> 'team' from outbox where kind = 'erased'", as: String.self)
            }
            let staff = person.actor.staffMemberID
            #expect(told == ["\(person.actor.teamID)"])
            let lines = try await test.world.database.transaction(as: .person(staff)) { connection in
                try await AccountEventStore.recent(of: staff, on: connection)
            }
            #expect(lines.first { $0.kind == .fileErased }?.caseReference == reference.text)
        }
    }

    @Test
    func `an open referral stops: seats are free, the receiver hears it without a name and sees nothing any more`()
        async throws
    {
        try await withWorld { test in
            let cases = CaseWorld(test: test)
            let pair = try await cases.pair(elsewhere: true)
            let referral = try await cases.refer(pair)
            let receiver = try await cases.receiver(in: pair.ranked.place.regionCode)
            #expect(try await cases.referral(referral, by: receiver) != nil)

            try await EraseCandidate(world: test.world)(own: pair.file.candidateID)

            #expect(try await cases.referral(referral, by: receiver) == nil)
            #expect(
                try await cases.count(
                    "select count(*) from seat_occupations where referral_id is not null and state = 'held' and referral_id not in (select id from referrals)"
                ) == 0
            )
            let told = try await cases.count(
                "select count(*) from outbox where kind = 'referral_erased' and team_id = \(receiver.teamID) and case_id is null"
            )
            #expect(told == 1)
            #expect(
                try await cases.count(
                    "select count(*) from outbox where kind = 'file_erased' and team_id = \(pair.actor.teamID)"
                ) == 1
            )
            // The freed seat can be asked for again.
            #expect(try await tablesThatMention([referral.text], test).isEmpty)
        }
    }

    @Test func `a proposal at the same moment either comes first and goes too, or finds nobody`() async throws {
        try await withWorld { test in
            let (cases, rows) = (CaseWorld(test: test), try await RowsAboutPerson(test))
            let pair = try await cases.pair(elsewhere: false)
            let twins = try await cases.copies(of: pair.file, count: 8)
            let people: [Candidate.ID] = try await test.owner.withConnection {
                try await $0.values("select candidate_id from case_files where reference = any(\(twins.map(\.text)))")
            }
            await withTaskGroup(of: Void.self) { group in
                for reference in twins {
                    group.addTask {
                        _ = try? await ProposePlace(world: test.world)(
                            ProposePlace.Command(
                                caseReference: reference,
                                placeReference: pair.ranked.place.reference,
                                version: 2,
                                weekdays: nil,
                                rankPosition: 1,
                                choiceReason: "Kent de praktijk."
                            ),
                            by: pair.actor,
                            submission: nil
                        )
                    }
                }
                for person in people {
                    group.addTask { try? await EraseCandidate(world: test.world)(own: person) }
                }
            }

            #expect(try await rows.count(of: people, test).filter { $0.value != 0 }.isEmpty)
            #expect(
                try await cases.count(
                    "select count(*) from seat_occupations o where not exists (select 1 from proposals p where p.id = o.proposal_id) and o.referral_id is null"
                ) == 0
            )
        }
    }

    private static let texts = [
        ("Gebeld over Jan de Vries.", true), ("J. de Vries belt terug", true), ("JAN DE VRÍES", true),
        ("De Vries, Jan", true), ("jan vries", true), ("Vanaf januari weer plek", false), ("Jan belde", false),
        ("Mevrouw Jansen-de Vriese", false), ("Vries is weg", false),
    ]

    @Test func `a name is found in free text by whole words, however it was written`() async throws {
        try await withWorld { test in
            for (text, isNamed) in Self.texts {
                let found = try await test.owner.withConnection {
                    try await $0.value("select names_person(\(text), 'Jan', 'de', 'Vries', false)", as: Bool.self)
                }
                #expect(found == isNamed, "\(text)")
            }
        }
    }

    @Test func `notes of colleagues and files that wait lose the name too`() async throws {
        try await withWorld { test in
            let privacy = PrivacyWorld(test: test)
            let person = try #require(try await privacy.people(in: .searching).first)
            try await privacy.fill(person)
            let actor = person.actor
            try await test.world.database.transaction(as: actor.acting) { connection in
                _ = try await connection.execute(
                    """
                    insert into practice_calls (id, practice_id, team_id, called_at, was_reached, note)
                    select \(test.world.newUUID()), p.id, \(actor.teamID), \(test.world.now()), true,
                        'Gebeld over Xanthippe Quibbelstein.' from practices p limit 1
                    """
                )
                _ = try await connection.execute(
                    """
                    insert into imports (id, team_id, kind, file_name, content, mapping, uploaded_at, expires_at)
                    values (\(test.world.newUUID()), \(actor.teamID), 'candidates', 'k.csv',
                        \(Data("naam\r\nXanthippe Quibbelstein\r\n".utf8)), '{}', \(test.world.now()), \(test.world.now()))
                    """
                )
            }

            try await EraseCandidate(world: test.world)(own: person.id)

            let cases = CaseWorld(test: test)
            #expect(try await tablesThatMention(["Quibbelstein"], test).isEmpty)
            #expect(try await cases.count("select count(*) from practice_calls where note = '[gewist]'") == 1)
            #expect(try await cases.count("select count(*) from imports where team_id = \(actor.teamID)") == 0)
        }
    }
}

/// What is counted of cases, as the owner of the schema sees it: people who were erased count as they did.
private struct Figures {
    let ended: [String: Int]
    let answers: [String: Int]
    let occupied: Int

    static func read(_ test: TestWorld) async throws -> Figures {
        try await test.owner.withConnection { connection in
            func counts(_ sql: SQL) async throws -> [String: Int] {
                let rows: [(String, Int)] = try await connection.query(sql) { row in (try row.next(), try row.next()) }
                return Dictionary(uniqueKeysWithValues: rows)
            }
            return Figures(
                ended: try await counts(
                    """
                    select concat_ws(' ', region_code, origin_region_code, kind, route, study_year, opened_month, closed_month,
                        was_started, hops, outcome, withdrawal_reason) as line, count(*)
                    from closed_cases where withdrawal_reason is distinct from 'erased' group by line
                    """
                ),
                answers: try await counts(
                    """
                    select concat_ws(' ', subject, region_code, receiving_region_code, asked_month, reason, outcome) as line,
                        count(*)
                    from given_answers group by line
                    """
                ),
                occupied: try await connection.value("select count(*) from seat_occupations", as: Int.self) ?? 0
            )
        }
    }
}
