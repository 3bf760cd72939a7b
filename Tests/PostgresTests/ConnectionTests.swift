import Foundation
import Postgres
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
}
