import Foundation
import Postgres
import TestSupport
import Testing

struct ConnectionTests {
    @Test func `values come back as they went in`() async throws {
        let id = try #require(UUID(uuidString: "0197a1b2-0000-7000-8000-00000000000a"))
        let instant = Date(timeIntervalSince1970: 1_767_319_445.678901)
        let sql: SQL = """
            select \(id), \("é\n\t'\\"), \(42), \(Int16(-3)), \(Int32(7)), \(1.5), \(true), \(instant),
                \(Data([0, 255, 92])), \(Decimal(string: "12345678901234567890.05")), \(String?.none),
                \(["a,b", "\"q\" \\ {x}", "", "NULL"]), \([1, -2]), \([id]), \([String]())
            """

        try await withDatabase { database in
            try await database.withConnection { connection in
                _ = try await connection.query(sql) { (row: inout RowReader) throws in
                    #expect(try row.next(UUID.self) == id)
                    #expect(try row.next(String.self) == "é\n\t'\\")
                    #expect(try row.next(Int.self) == 42)
                    #expect(try row.next(Int16.self) == -3)
                    #expect(try row.next(Int32.self) == 7)
                    #expect(try row.next(Double.self) == 1.5)
                    #expect(try row.next(Bool.self))
                    #expect(try abs(row.next(Date.self).timeIntervalSince(instant)) < 0.000_001)
                    #expect(try row.next(Data.self) == Data([0, 255, 92]))
                    #expect(try row.next(Decimal.self) == Decimal(string: "12345678901234567890.05"))
                    #expect(try row.nextOptional(String.self) == nil)
                    #expect(try row.next([String].self) == ["a,b", "\"q\" \\ {x}", "", "NULL"])
                    #expect(try row.next([Int].self) == [1, -2])
                    #expect(try row.next([UUID].self) == [id])
                    #expect(try row.next([String].self) == [])
                }
            }
        }
    }

    @Test func `instants agree with the server over five centuries, also before 1970`() async throws {
        let instants = (-60...60).map { Date(timeIntervalSince1970: Double($0) * 131_071_777.123_457) }

        let (texts, back) = try await withDatabase { database in
            try await database.withConnection { connection in
                (
                    try await connection.values(
                        "select extract(epoch from t)::text from unnest(\(instants)) as t",
                        as: String.self
                    ),
                    try await connection.values("select t from unnest(\(instants)) as t", as: Date.self)
                )
            }
        }

        for (instant, text) in zip(instants, texts) {
            #expect(abs((Double(text) ?? 0) - instant.timeIntervalSince1970) < 0.000_002)
        }
        for (instant, read) in zip(instants, back) {
            #expect(abs(read.timeIntervalSince(instant)) < 0.000_002)
        }
    }

    @Test func `a column of another type is a loud error that names it`() async throws {
        let kind = try await withDatabase { database in
            await kindOfError {
                _ = try await database.withConnection { connection in
                    try await connection.values("select 1::integer as amount", as: String.self)
                }
            }
        }

        guard case .decoding(let column, let expected, let found) = kind else {
            Issue.record("got \(String(describing: kind))")
            return
        }
        #expect(column == "amount")
        #expect(expected.contains("text"))
        #expect(found == "int4")
    }

    @Test(arguments: [
        ("select 'a'::text, 'b'::text" as SQL, "2 columns"), ("select null::text as t", "NULL"),
    ])
    func `unread columns and unexpected nulls are errors`(sql: SQL, found: String) async throws {
        let kind = try await withDatabase { database in
            await kindOfError {
                _ = try await database.withConnection { try await $0.values(sql, as: String.self) }
            }
        }

        guard case .decoding(_, _, let reason) = kind else {
            Issue.record("got \(String(describing: kind))")
            return
        }
        #expect(reason == found)
    }

    @Test(arguments: ["infinity", "-infinity", "0044-03-15 12:00:00+00 BC"])
    func `instants that Swift does not know are refused`(text: String) async throws {
        let kind = try await withDatabase { database in
            await kindOfError {
                _ = try await database.withConnection {
                    try await $0.value("select \(text, as: "timestamptz")", as: Date.self)
                }
            }
        }

        guard case .decoding = kind else {
            Issue.record("got \(String(describing: kind))")
            return
        }
    }

    @Test func `a NUL byte is refused before it is silently cut off`() async throws {
        try await withDatabase(schema: "create table notes (body text)") { database in
            let bound = await kindOfError {
                _ = try await database.withConnection { try await $0.execute("select \("nul\0byte")") }
            }
            let copied = await kindOfError {
                _ = try await database.withConnection {
                    try await $0.copy(into: "notes", columns: ["body"], rows: [["good"], ["nul\0byte"]])
                }
            }
            let count = try await database.withConnection {
                try await $0.value("select count(*) from notes", as: Int.self)
            }

            #expect(bound == .invalidText)
            #expect(copied == .invalidText)
            #expect(count == 0)
        }
    }

    @Test func `copying keeps nasty text, in many chunks`() async throws {
        var generator = SplitMix(state: 20_261_121)
        let alphabet = ["\t", "\n", "\r", "\\", "\\N", "\\.", "é", "'", "\"", "{", "", "x", "👩‍⚕️"]
        let texts = (0..<5000).map { _ in
            (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }.joined()
        }

        let (copied, back, nulls) = try await withDatabase(
            schema: "create table notes (id bigint primary key, body text)"
        ) { database in
            try await database.withConnection { connection in
                let rows = texts.enumerated().lazy.map { [$0.offset, $0.element] as [(any SQLBindable)?] }
                let copied = try await connection.copy(into: "public.notes", columns: ["id", "body"], rows: rows)
                let back = try await connection.values("select body from notes order by id", as: String.self)
                try await connection.copy(into: "notes", columns: ["id", "body"], rows: [[-1, nil]])
                let nulls = try await connection.value(
                    "select count(*) from notes where body is null",
                    as: Int.self
                )
                return (copied, back, nulls)
            }
        }

        #expect(copied == texts.count)
        #expect(back == texts)
        #expect(nulls == 1)
    }

    @Test func `a connection is useless after its lease`() async throws {
        let kind = try await withDatabase { database in
            var escaped: Connection?
            try await database.withConnection { escaped = $0 }
            let connection = try #require(escaped)
            return await kindOfError { try await connection.execute("select 1") }
        }

        #expect(kind == .misuse)
    }

    @Test func `a statement survives a change of its table`() async throws {
        let names = try await withDatabase(
            maximumConnections: 1,
            schema: "create table notes (id bigint); insert into notes values (1)"
        ) { database in
            try await database.withConnection { connection in
                for _ in 0..<3 { _ = try await connection.query("select notes.* from notes") { try $0.next(Int.self) } }
                try await connection.executeScript("alter table notes alter column id type text")
                return try await connection.query("select notes.* from notes") { try $0.next(String.self) }
            }
        }

        #expect(names == ["1"])
    }

    @Test func `descriptions of errors keep data to themselves`() async throws {
        let error = try await withDatabase(
            schema: "create table people (mail text constraint people_mail_key unique)"
        ) { database in
            await #expect(throws: DatabaseError.self) {
                try await database.withConnection { connection in
                    try await connection.execute("insert into people (mail) values (\("a@example.nl"))")
                    try await connection.execute("insert into people (mail) values (\("a@example.nl"))")
                }
            }
        }

        #expect(error?.kind == .uniqueViolation(constraint: "people_mail_key"))
        #expect(error?.description == "unique violation, SQLSTATE 23505, constraint people_mail_key")
        #expect(error?.debugDescription.contains("a@example.nl") == true)
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
