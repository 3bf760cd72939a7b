import Foundation
import Testing

@testable import Postgres

struct SQLTests {
    @Test func `interpolations become numbered parameters with a cast, also when spliced`() throws {
        let name: String? = nil
        let conditions: [SQL] = ["a = \(1)", "b = \("x'; drop table t")"]

        let statement = try Statement(
            "select \(name) from \(ident: "we\"ird") where \(sql: conditions.joined(separator: " and "))"
                + " limit \(unsafe: "10")"
        )

        #expect(
            statement.text
                == #"select $1::text from "we""ird" where a = $2::bigint and b = $3::text limit 10"#
        )
        #expect(statement.parameters == [nil, "1", "x'; drop table t"])
    }

    @Test func `more parameters than the protocol can count are refused`() {
        let many = (0..<65_536).map { "\($0)" as SQL }.joined(separator: ", ")

        #expect(throws: DatabaseError.self) { try Statement("select \(sql: many)") }
    }

    enum Colour: String, SQLBindable, SQLDecodable {
        case red
        case darkBlue = "dark_blue"
    }

    @Test func `an enumeration with raw values is bound and read by them`() throws {
        #expect(Colour.darkBlue.sqlText == "dark_blue")
        #expect(try Colour(sqlText: "red") == .red)
        #expect(throws: UnreadableText.self) { try Colour(sqlText: "green") }
    }

    @Test func `a database URL is read and its password never shown`() throws {
        let configuration = try ConnectionConfiguration(
            url: "postgresql://anna:s3cret@db1.example.nl:5433/door?sslmode=verify-full&target_session_attrs=primary"
        )
        let socket = try ConnectionConfiguration(url: "postgres:///door?host=/run/postgresql")

        #expect(configuration.keywords["password"] == "s3cret")
        #expect(configuration.keywords["sslmode"] == "verify-full")
        #expect(configuration.keywords["target_session_attrs"] == "primary")
        #expect("\(configuration)" == "anna@db1.example.nl:5433/door")
        #expect(!String(reflecting: configuration).contains("s3cret"))
        #expect(socket.host == "/run/postgresql")
    }

    @Test(arguments: [
        ("mysql://x/y", DatabaseURLError.scheme), ("postgres://h:notaport:/%zz", .malformed),
        ("postgres://h", .noDatabase),
    ])
    func `a faulty database URL says what is wrong`(url: String, expected: DatabaseURLError) {
        #expect(throws: expected) { try ConnectionConfiguration(url: url) }
    }

    @Test func `a statement is prepared the second time, and the oldest makes room`() {
        var cache = StatementCache(capacity: 2)

        #expect(cache.use("a") == nil)
        #expect(cache.use("a") == StatementCache.Use(name: "s1", isNew: true, evicted: nil))
        #expect(cache.use("a") == StatementCache.Use(name: "s1", isNew: false, evicted: nil))
        _ = cache.use("b")
        _ = cache.use("b")
        _ = cache.use("a")
        _ = cache.use("c")
        #expect(cache.use("c") == StatementCache.Use(name: "s3", isNew: true, evicted: "s2"))
    }
}
