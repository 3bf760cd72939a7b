import Actions
import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@Suite struct SeatStoreTests {
    /// A seat that a proposal of this team holds.
    private struct Held: RowDecodable {
        let place: TrainingPlace.ID
        let seat: Seat.ID
        let proposal: Proposal.ID
        let team: Team.ID
        let region: RegionCode
        let weekday: Int
        let from: CalendarDate
        let until: CalendarDate

        init(row: inout RowReader) throws {
            place = try row.next()
            seat = try row.next()
            proposal = try row.next()
            team = try row.next()
            region = try row.next()
            weekday = try row.next()
            from = try row.next()
            until = try row.next()
        }

        var day: WeekdaySet { WeekdaySet(rawValue: 1 << UInt8(weekday - 1)) }
        var acting: Acting { Acting(staffMemberID: nil, teamID: team, regionCode: region) }
    }

    private func held(_ test: TestWorld) async throws -> Held {
        let row = try await test.owner.withConnection { connection in
            try await connection.first(
                """
                select o.training_place_id, o.seat_id, p.id, p.team_id, t.region_code, o.weekday, lower(o.period), upper(o.period)
                from seat_occupations o
                join proposals p on p.id = o.proposal_id
                join teams t on t.id = p.team_id
                where o.state = 'held' and o.held_until > \(test.world.now()) and p.state in ('open', 'interview')
                order by o.id limit 1
                """,
                as: Held.self
            )
        }
        return try #require(row)
    }

    @Test func `a held day is not free until its moment has passed`() async throws {
        try await withWorld { test in
            let held = try await held(test)
            try await test.world.database.transaction(as: held.acting) { connection in
                func isFree(at moment: Date) async throws -> Bool {
                    try await SeatStore.freeWeekdays(
                        of: held.place,
                        from: held.from,
                        until: held.until,
                        at: moment,
                        on: connection
                    )
                    .first { $0.seatID == held.seat }?.weekdays.contains(held.day) ?? false
                }
                #expect(try await !isFree(at: test.world.now()))
                #expect(try await isFree(at: test.world.now() + 400 * 86_400))
                // The day after the period it does not matter any more; the last day of it does.
                let after = try await SeatStore.freeWeekdays(
                    of: held.place,
                    from: held.until,
                    until: held.until + 7,
                    at: test.world.now(),
                    on: connection
                )
                #expect(after.contains { $0.seatID == held.seat })
            }
        }
    }

    @Test func `a day that is held cannot be held again, and is free when its proposal is withdrawn`() async throws {
        try await withWorld { test in
            let held = try await held(test)
            let refusal = await #expect(throws: DatabaseError.self) {
                try await test.world.database.transaction(as: held.acting) { connection in
                    try await SeatStore.hold(
                        seat: held.seat,
                        of: held.place,
                        weekdays: held.day,
                        from: held.from + 1,
                        until: held.until,
                        for: .proposal(held.proposal),
                        heldUntil: test.world.now() + 86_400,
                        newID: test.world.newUUID,
                        on: connection
                    )
                }
            }
            #expect(refusal?.constraint == "seat_occupations_no_overlap")

            let free = try await test.world.database.transaction(as: held.acting) { connection in
                _ = try await connection.execute(
                    "update proposals set state = 'withdrawn', version = version + 1 where id = \(held.proposal)"
                )
                return try await SeatStore.freeWeekdays(
                    of: held.place,
                    from: held.from,
                    until: held.until,
                    at: test.world.now(),
                    on: connection
                )
            }
            #expect(free.first { $0.seatID == held.seat }?.weekdays.contains(held.day) == true)
        }
    }

    @Test func `other teams see that a seat is taken, not by whom`() async throws {
        try await withWorld { test in
            let held = try await held(test)
            func references(as acting: Acting) async throws -> [Reference?] {
                try await test.world.database.transaction(as: acting) { connection in
                    try await SeatStore.occupations(
                        of: held.place,
                        from: held.from,
                        at: test.world.now(),
                        on: connection
                    )
                    .filter { $0.seatID == held.seat && $0.weekday == held.weekday && $0.startsOn == held.from }
                    .map(\.caseReference)
                }
            }
            #expect(try await references(as: held.acting).contains { $0 != nil })
            let others = try await references(as: .visitor)
            #expect(!others.isEmpty && others.allSatisfy { $0 == nil })
        }
    }
}
