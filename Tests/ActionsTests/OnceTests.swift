import Actions
import Domain
import Foundation
import TestSupport
import Testing

/// Each form is taken once, by its number.
struct OnceTests {
    @Test func `the number of a form that stands for something else is refused, whoever's it is`() async throws {
        try await withWorld { test in
            let (world, number) = (test.world, UUID())
            let first = try await test.coordinator(in: "RA0205")
            let second = try await test.coordinator(in: "RA0616")
            func send(_ action: String, _ result: String, by actor: Actor) async throws -> String {
                try await world.once(number, by: actor, action: action) { _ in result }
            }

            #expect(try await send("note", "/eerste", by: first) == "/eerste")
            #expect(try await send("note", "/tweede", by: first) == "/eerste")

            for (action, actor) in [("refer", first), ("note", second)] {
                let conflict = await #expect(throws: Conflict.self) { try await send(action, "/tweede", by: actor) }
                #expect(conflict?.code == "form_used")
            }
        }
    }
}
