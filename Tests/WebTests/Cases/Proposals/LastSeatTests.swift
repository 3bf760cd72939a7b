import Actions
import Domain
import Foundation
import HTTPBase
import Matching
import Postgres
import Store
import TestSupport
import Testing

/// Many people want the same last seat at the same moment.
@Suite(.serialized) struct LastSeatTests {
    private enum Outcome: Hashable {
        case held(String)
        case refused(String)
        case away
    }

    /// A place with one seat that fits the story's candidate, and the command that proposes it for one of the copies.
    private struct LastSeat: Sendable {
        let actor: Actor
        let place: Reference
        let version: Int
        let world: World

        init(_ site: TestSite) async throws {
            let reference = DemoStory().waitingWithRoom
            actor = try await site.coordinator(of: reference)
            world = site.world.world
            let matching = MatchSnapshot(world: world, logger: TestCluster.shared.logger)
            let ranking = try await RankPlacesForCase(world: world, matching: matching)(reference, by: actor)
            let single = try #require(ranking.own.first { $0.place.seats.count == 1 }, "no place with one seat")
            place = single.place.reference
            version = ranking.file.version
        }

        func propose(_ candidate: Reference) async -> Outcome {
            let command = ProposePlace.Command(
                caseReference: candidate,
                placeReference: place,
                version: version,
                weekdays: nil,
                rankPosition: 1,
                choiceReason: ""
            )
            do {
                return .held(try await ProposePlace(world: world)(command, by: actor, submission: world.newUUID()))
            } catch let conflict as Conflict {
                return .refused(conflict.code)
            } catch let error as DatabaseError where error.isUnavailable {
                return .away
            } catch {
                return .refused("\(error)")
            }
        }

        func proposeAll(_ candidates: [Reference], whenOneIsAnswered: () -> Void = {}) async -> [Outcome] {
            await withTaskGroup(of: Outcome.self) { group in
                for candidate in candidates { group.addTask { await propose(candidate) } }
                var outcomes: [Outcome] = []
                for await outcome in group {
                    outcomes.append(outcome)
                    whenOneIsAnswered()
                }
                return outcomes
            }
        }
    }

    @Test(.timeLimit(.minutes(10))) func `of two hundred proposals for one seat exactly one holds it`() async throws {
        try await withWorld { test in
            let site = try await TestSite(test)
            let candidates = try await site.copies(of: DemoStory().waitingWithRoom, count: 200)
            let seat = try await LastSeat(site)
            let outcomes = await seat.proposeAll(candidates)
            #expect(outcomes.count == 200)
            #expect(outcomes.count { if case .held = $0 { true } else { false } } == 1)
            #expect(outcomes.count { $0 == .refused("seat_taken") } == 199, "\(Set(outcomes))")
            #expect(try await site.doubleSeats() == 0)
            #expect(try await site.proposalsWithoutSeat() == 0)
            let live: Int = try await site.value(
                """
                select count(*) from proposals p join training_places t on t.id = p.training_place_id
                where t.reference = \(seat.place.text) and p.state in ('open', 'interview', 'agreed')
                """
            )
            #expect(live == 1)
        }
    }

    @Test(.timeLimit(.minutes(10))) func `whoever is too late sees so, with the next best places`() async throws {
        try await withWorld { test in
            let site = try await TestSite(test)
            let candidates = try await site.copies(of: DemoStory().waitingWithRoom, count: 6)
            let seat = try await LastSeat(site)
            let paths = candidates.map { "/kandidaten/\($0)/voorstellen/\(seat.place)" }
            // Everyone has the page open, then all send it.
            let forms = try await WebClient.visit(site.application) { client in
                try await client.become(seat.actor)
                var forms: [[(String, String)]] = []
                for path in paths {
                    try await client.get(path)
                    let form = try #require(client.page.forms.first { $0.action == path })
                    let fields = form.fields(pressing: try #require(form.buttons.first))
                    forms.append(
                        fields.filter { $0.0 != FormData.tokenField && $0.0 != "reden" } + [("reden", "Dicht bij huis")]
                    )
                }
                return forms
            }
            let pages = try await withThrowingTaskGroup(of: WebPage.self) { group in
                for (path, fields) in zip(paths, forms) {
                    group.addTask {
                        try await WebClient.visit(site.application) { client in
                            try await client.become(seat.actor)
                            try await client.get("/kandidaten/nieuw")
                            return try await client.post(
                                path,
                                fields + [(FormData.tokenField, client.hidden(FormData.tokenField))]
                            )
                        }
                    }
                }
                var pages: [WebPage] = []
                for try await page in group { pages.append(page) }
                return pages
            }
            #expect(pages.count { $0.status == 200 && $0.path.hasPrefix("/voorstellen/") } == 1)
            let late = pages.filter { $0.status == 409 }
            #expect(late.count == pages.count - 1, "\(pages.map(\.status))")
            for page in late {
                #expect(page.text.contains("Deze plek is net bezet"))
                #expect(page.text.contains("De beste andere plekken"))
                #expect(page.links.contains { $0.href.contains("/voorstellen/") || $0.href.contains("/plekken/") })
            }
            #expect(try await site.doubleSeats() == 0)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [1, 50])
    func `a server that is killed in the midst of it leaves no seat held twice and no promise without a seat`(
        answersBefore: Int
    ) async throws {
        try await withOwnServer { server in
            let site = try await TestSite(server.test)
            let candidates = try await site.copies(of: DemoStory().waitingWithRoom, count: 200)
            let seat = try await LastSeat(site)
            let (answers, answered) = AsyncStream.makeStream(of: Void.self)
            async let killed: Void = {
                for await _ in answers.prefix(answersBefore) {}
                try await server.kill()
                try await server.start()
            }()
            let outcomes = await seat.proposeAll(candidates) { answered.yield() }
            try await killed
            // The owner's connections were cut too; the first that asks may find a dead one.
            try await waitUntil("the owner's way to the database") { (try? await site.doubleSeats()) != nil }
            #expect(try await site.doubleSeats() == 0)
            #expect(try await site.proposalsWithoutSeat() == 0)
            let held = outcomes.compactMap { if case .held(let path) = $0 { path } else { nil } }
            #expect(held.count <= 1)
            let live = try await site.rows(
                """
                select '/voorstellen/' || p.reference from proposals p
                join training_places t on t.id = p.training_place_id
                where t.reference = \(seat.place.text) and p.state in ('open', 'interview', 'agreed')
                """
            ) { row in try row.next(String.self) }
            #expect(live.count <= 1)
            // Whoever was told that the seat is held, has it.
            #expect(Set(held).isSubset(of: live))
            // And the work goes on: one more round leaves exactly one holder.
            _ = await seat.proposeAll(Array(candidates.suffix(20)))
            let after: Int = try await site.value(
                """
                select count(*) from proposals p join training_places t on t.id = p.training_place_id
                where t.reference = \(seat.place.text) and p.state in ('open', 'interview', 'agreed')
                """
            )
            #expect(after == 1)
            #expect(try await site.doubleSeats() == 0)
        }
    }
}
