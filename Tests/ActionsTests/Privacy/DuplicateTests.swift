import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@Suite struct DuplicateTests {
    @Test(arguments: [
        ("José", "van den", "Berg", "jose", "", "Van den Berg"), ("Anne-Marie", "", "De Vries", "Anne", "de", "vries"),
        ("Zoë", "", "Jansen-Bakker", "ZOE", "", "Jansen Bakker"), ("Ĳsbrand", "", "Łukasz", "ijsbrand", "", "Lukasz"),
        ("Fatima", "el", "Idrissi", "Fatima", "", "El  Idrissi"), ("Jip", "in 't", "Veld", "Jip", "", "in ’t Veld"),
        ("Bjørn", "", "Groß", "bjorn", "", "Gross"),
    ])
    func `one name is one key, however it was typed`(
        given: String,
        infix: String,
        family: String,
        otherGiven: String,
        otherInfix: String,
        otherFamily: String
    ) throws {
        let born = try #require(CalendarDate(iso: "2005-03-14"))
        let (one, two) = (
            PersonName(givenName: given, prefix: infix, familyName: family),
            PersonName(givenName: otherGiven, prefix: otherInfix, familyName: otherFamily)
        )

        #expect(PersonKey.text(one, bornOn: born) == PersonKey.text(two, bornOn: born))
        #expect(PersonKey.text(one, bornOn: born) != PersonKey.text(one, bornOn: born + 1))
        let other = PersonName(givenName: "x" + given, prefix: infix, familyName: family)
        #expect(PersonKey.text(one, bornOn: born) != PersonKey.text(other, bornOn: born))
    }

    /// Two registrations of one person with two teams.
    private struct Twins {
        let test: TestWorld
        let first: Candidate.ID
        let second: Candidate.ID
        let (firstTeam, secondTeam): (Actor, Actor)

        init(_ test: TestWorld, sameMail: Bool) async throws {
            self.test = test
            (firstTeam, secondTeam) = (
                try await test.coordinator(in: "RA0205"), try await test.coordinator(in: "RA0102")
            )
            first = try await Self.register("anna@example.nl", by: firstTeam, test)
            second = try await Self.register(sameMail ? "Anna@Example.nl" : "bakker@example.nl", by: secondTeam, test)
        }

        private static func register(_ mail: String, by actor: Actor, _ test: TestWorld) async throws -> Candidate.ID {
            var draft = CandidateDraft.example()
            draft.name = PersonName(givenName: "Anneloes", prefix: "van", familyName: "Twijnstra-Kuiperbak")
            draft.mail = EmailAddress(mail)
            let path = try await RegisterCandidate(world: test.world)(draft, by: actor, submission: nil)
            let reference = try #require(Reference(typed: String(path.split(separator: "/")[1])))
            let found: Candidate.ID? = try await test.owner.withConnection {
                try await $0.value("select candidate_id from case_files where reference = \(reference)")
            }
            return try #require(found)
        }

        func question(to candidate: Candidate.ID) async throws -> PersonKeyStore.Duplicate? {
            try await ChooseDuplicate(world: test.world).questions(to: candidate).first
        }

        func state(of candidate: Candidate.ID) async throws -> String {
            let state: String? = try await test.owner.withConnection {
                try await $0.value(
                    "select concat_ws(' ', state, withdrawal_reason) from case_files where candidate_id = \(candidate)"
                )
            }
            return try #require(state)
        }

        func told(_ kind: String) async throws -> Int {
            try await test.owner.withConnection {
                try await $0.value("select count(*) from outbox where kind = \(kind)", as: Int.self) ?? -1
            }
        }
    }

    @Test func `the candidate is asked at both addresses, and no team can know`() async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: true)

            #expect(try await twins.told("duplicate_found") == 2)
            let question = try #require(try await twins.question(to: twins.first))
            #expect(question.choice == nil && question.isProven && !question.isSettled)
            for actor in [twins.firstTeam, twins.secondTeam] {
                let seen = try await test.world.database.transaction(as: actor.acting) { connection in
                    let rows = try await connection.value("select count(*) from candidate_duplicates", as: Int.self)
                    let keys = try await connection.value(
                        "select count(*) from person_keys where team_id <> \(actor.teamID)",
                        as: Int.self
                    )
                    let mails = try await connection.value(
                        "select count(*) from outbox where kind = 'duplicate_found'",
                        as: Int.self
                    )
                    return [rows, keys, mails]
                }
                #expect(seen == [0, 0, 0])
            }
        }
    }

    @Test func `the same person with one address chooses once: one case goes on, both teams hear`() async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: true)
            let question = try #require(try await twins.question(to: twins.first))
            let choose = ChooseDuplicate(world: test.world)

            #expect(try await choose(.same, question.id, by: twins.first) == .joined)

            #expect(try await twins.state(of: twins.first) == "registered")
            #expect(try await twins.state(of: twins.second) == "withdrawn joined")
            #expect(try await twins.told("files_joined") == 2)
            #expect(try await twins.question(to: twins.second)?.isSettled == true)
            #expect(try await choose(.same, question.id, by: twins.first) == .joined)
            #expect(try await twins.told("files_joined") == 2)
        }
    }

    @Test func `the search may go on in the other file`() async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: true)
            let question = try #require(try await twins.question(to: twins.first))

            let result = try await ChooseDuplicate(world: test.world)(
                .same,
                question.id,
                keepsThis: false,
                by: twins.first
            )

            #expect(result == .joined)
            #expect(try await twins.state(of: twins.first) == "withdrawn joined")
            #expect(try await twins.state(of: twins.second) == "registered")
        }
    }

    @Test(arguments: [true, false])
    func `a case with a place does not end by a click: the candidate hears what to do`(keepsThis: Bool) async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: true)
            let question = try #require(try await twins.question(to: twins.first))
            let ending = keepsThis ? twins.second : twins.first
            try await test.owner.transaction { connection in
                _ = try await connection.execute("set local session_replication_role = replica")
                _ = try await connection.execute(
                    "update case_files set previous_state = 'proposed', state = 'agreed' where candidate_id = \(ending)"
                )
            }
            let choose = ChooseDuplicate(world: test.world)

            let refused = await #expect(throws: Conflict.self) {
                _ = try await choose(.same, question.id, keepsThis: keepsThis, by: twins.first)
            }

            #expect(refused?.code == "duplicate_has_place")
            #expect(try await twins.state(of: ending) == "agreed")
            #expect(try await twins.question(to: twins.first)?.choice == nil)
            #expect(try await choose(.same, question.id, keepsThis: !keepsThis, by: twins.first) == .joined)
            #expect(try await twins.state(of: ending) == "agreed")
        }
    }

    @Test func `with two addresses nobody ends the case of a stranger: both must say it`() async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: false)
            let choose = ChooseDuplicate(world: test.world)
            let (one, two) = (
                try #require(try await twins.question(to: twins.first)),
                try #require(try await twins.question(to: twins.second))
            )

            #expect(try await choose(.same, one.id, by: twins.first) == .waiting)
            #expect(try await twins.state(of: twins.second) == "registered")
            #expect(try await twins.told("files_joined") == 0)
            #expect(try await choose(.same, two.id, by: twins.second) == .joined)
            #expect(try await twins.state(of: twins.first) == "withdrawn joined")
        }
    }

    @Test func `different people stay apart, and nobody hears`() async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: true)
            let question = try #require(try await twins.question(to: twins.first))
            let choose = ChooseDuplicate(world: test.world)

            #expect(try await choose(.different, question.id, by: twins.first) == .different)
            #expect(try await twins.state(of: twins.second) == "registered")
            #expect(try await twins.told("files_joined") == 0)
            await #expect(throws: NotFound.self) { try await choose(.same, question.id, by: twins.second) }
            // Asked once, not again each day.
            _ = try await KeepRetention(world: test.world)()
            #expect(try await twins.told("duplicate_found") == 2)
        }
    }

    @Test func `a hash is kept for everyone, made anew with a new key, and says nothing without it`() async throws {
        try await withWorld { test in
            _ = try await KeepPersonKeys(world: test.world)()
            let old = test.world
            let other = World(
                database: old.database,
                matcherDatabase: old.matcherDatabase,
                now: old.now,
                randomBytes: old.randomBytes,
                secrets: Secrets(
                    form: old.secrets.form,
                    seals: old.secrets.seals,
                    hash: .init(id: "2", bytes: Array(repeating: 3, count: 32))
                ),
                publicOrigin: old.publicOrigin
            )
            func keys() async throws -> [String] {
                try await test.owner.withConnection {
                    try await $0.values("select key_id || ' ' || count(*) from person_keys group by key_id order by 1")
                }
            }
            let people = try await test.owner.withConnection {
                try await $0.value("select count(*) from candidates", as: Int.self) ?? 0
            }
            #expect(try await keys() == ["1 \(people)"])
            let hashes: [String] = try await test.owner.withConnection {
                try await $0.values("select encode(hash, 'hex') from person_keys")
            }

            #expect(try await KeepPersonKeys(world: other)() == people)

            #expect(try await keys() == ["2 \(people)"])
            let newHashes: [String] = try await test.owner.withConnection {
                try await $0.values("select encode(hash, 'hex') from person_keys")
            }
            #expect(Set(hashes).isDisjoint(with: newHashes))
        }
    }

    @Test func `while a key is replaced one person is found all the same`() async throws {
        try await withWorld { test in
            let before = try await Twins(test, sameMail: true)
            try await test.owner.withConnection { connection in
                _ = try await connection.execute("delete from candidate_duplicates")
                // As if the second had registered after the new key came, before the daily work made it for everyone.
                _ = try await connection.execute("delete from person_keys where candidate_id = \(before.second)")
            }
            let name = PersonName(givenName: "Anneloes", prefix: "van", familyName: "Twijnstra-Kuiperbak")
            let rotated = Self.rotated(test.world)
            try await rotated.database.transaction(as: before.secondTeam.acting) { connection in
                try await rotated.keepPersonKey(
                    of: before.second,
                    name,
                    bornOn: CandidateDraft.example().bornOn,
                    on: connection
                )
            }

            #expect(try await before.question(to: before.first) != nil)
        }
    }

    @Test func `many that cannot be asked do not stand in the way of those that can`() async throws {
        try await withWorld { test in
            let twins = try await Twins(test, sameMail: true)
            try await test.owner.transaction { connection in
                // Pairs without an open case, that stand first.
                try await connection.executeScript(
                    """
                    delete from candidate_duplicates;
                    insert into candidates
                    select (jsonb_populate_record(null::candidates, to_jsonb(c) || jsonb_build_object(
                        'id', ('00000000-0000-7000-8000-' || lpad(to_hex(n * 2 + t), 12, '0')),
                        'reference', lpad(upper(to_hex(n * 2 + t)), 8, '0')))).*
                    from generate_series(1, 1001) n, generate_series(0, 1) t,
                        lateral (select c.* from candidates c where (c.id = '\(twins.first)') = (t = 0)
                            and c.id in ('\(twins.first)', '\(twins.second)')) c;
                    insert into person_keys (candidate_id, team_id, key_id, hash, made_at)
                    select c.id, c.team_id, '1', sha256(convert_to(
                        (('x' || right(c.id::text, 12))::bit(48)::bigint / 2)::text, 'UTF8')), c.created_at
                    from candidates c where c.id::text like '00000000-0000-7000-8000-%'
                    """
                )
            }

            _ = try await test.world.database.transaction(as: .visitor) { connection in
                try await PersonKeyStore.noteSamePeople(at: test.world.now(), on: connection)
            }

            #expect(try await twins.question(to: twins.first) != nil)
        }
    }

    /// The same world after a new hash key was put before the old one.
    private static func rotated(_ old: World) -> World {
        World(
            database: old.database,
            matcherDatabase: old.matcherDatabase,
            now: old.now,
            randomBytes: old.randomBytes,
            secrets: Secrets(
                form: old.secrets.form,
                seals: old.secrets.seals,
                hash: .init(id: "2", bytes: Array(repeating: 3, count: 32)),
                olderHashes: [old.secrets.hash]
            ),
            publicOrigin: old.publicOrigin
        )
    }
}
