import Actions
import Domain
import Foundation
import Mail
import Postgres
import Store
import TestSupport
import Testing

/// Mail goes out at least once, waits when it must, and stops when there is nobody to read it.
@Suite struct OutboxTests {
    private struct Row: Equatable {
        let kind: String
        let attempts: Int
        let isSent: Bool
        let hasFailed: Bool
    }

    private static func rows(_ site: TestSite) async throws -> [Row] {
        try await site.rows(
            """
            select kind, attempts, sent_at is not null, failed_at is not null from outbox order by created_at, id
            """
        ) { row in
            Row(
                kind: try row.next(),
                attempts: try row.next(),
                isSent: try row.next(),
                hasFailed: try row.next()
            )
        }
    }

    /// A message to the staff member who coordinates in this region.
    @discardableResult
    private static func write(
        _ kind: String,
        _ site: TestSite,
        staff: StaffMember.ID? = nil,
        candidate: Candidate.ID? = nil,
        facts: [String: String] = [:]
    ) async throws -> UUID {
        let id = site.world.world.newUUID()
        try await site.world.world.database.transaction(as: .visitor) { connection in
            try await OutboxStore.insert(
                .init(kind, staffMemberID: staff, candidateID: candidate, facts: facts),
                id: id,
                at: site.world.world.now(),
                on: connection
            )
        }
        return id
    }

    @Test func `an invitation carries a link that is stored hashed only`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0616")
            try await Self.write("invitation", site, staff: actor.staffMemberID)

            let mail = try #require(try await site.deliverMail().first)

            let link = try #require(
                mail.text.firstMatch(of: #/https:\/\/doorwijzer\.example\/welkom\/([A-Za-z0-9_-]{32})/#)
            )
            let token = try #require(LinkToken(String(link.output.1)))
            let stored = try await site.rows("select token_sha256, purpose, used_at is null from mail_links") { row in
                (try row.next(Data.self), try row.next(String.self), try row.next(Bool.self))
            }
            #expect(stored.count == 1)
            #expect(stored.first?.0 == Data(token.hash))
            #expect(stored.first?.1 == "invitation")
            let outbox: String = try await site.value("select string_agg(o::text, ' ') from outbox o")
            #expect(!outbox.contains(token.text))
        }
    }

    @Test func `what fails for now is tried after 1, 5 and 30 minutes, 2, 6 and 24 hours, and then given up`()
        async throws
    {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0616")
            try await Self.write("password_changed", site, staff: actor.staffMemberID)
            let pauses = [1, 5, 30, 120, 360, 1_440]

            for (index, pause) in pauses.enumerated() {
                site.mailbox.fail(.later("busy"))
                #expect(try await site.deliverMail().isEmpty)
                site.world.clock.advance(minutes: pause - 1)
                #expect(try await site.deliverMail().isEmpty)
                #expect(try await Self.rows(site).first?.attempts == index + 1)
                site.world.clock.advance(minutes: 1)
            }
            site.mailbox.fail(.later("busy"))
            #expect(try await site.deliverMail().isEmpty)

            #expect(
                try await Self.rows(site) == [
                    Row(kind: "password_changed", attempts: 7, isSent: false, hasFailed: true)
                ]
            )
            site.world.clock.advance(days: 30)
            #expect(try await site.deliverMail().isEmpty)
        }
    }

    @Test func `a link in a mail that was refused works for nobody`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0616")
            try await Self.write("password_reset", site, staff: actor.staffMemberID)
            site.mailbox.fail(.later("busy"))
            try await site.deliverMail()
            site.world.clock.advance(minutes: 1)
            try await site.deliverMail()

            let used = try await site.rows("select used_at is not null from mail_links order by created_at") { row in
                try row.next(Bool.self)
            }
            #expect(used == [true, false])
        }
    }

    @Test func `whoever dies between sending and writing it down sends again, with the same id`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0616")
            let id = try await Self.write("password_changed", site, staff: actor.staffMemberID)
            try await site.deliverMail()
            // As if the mark had not been written.
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute("update outbox set sent_at = null")
            }

            #expect(try await site.deliverMail().isEmpty, "another worker may still have it")
            site.world.clock.advance(minutes: 15)
            #expect(try await site.deliverMail().count == 1)

            #expect(
                site.mailbox.mails.map(\.id.text)
                    == Array(repeating: "\(id.uuidString.lowercased())@doorwijzer.example", count: 2)
            )
        }
    }

    @Test func `many workers at once deliver each mail once`() async throws {
        try await withSite { site in
            let actor = try await site.world.coordinator(in: "RA0616")
            for _ in 0..<45 { try await Self.write("password_changed", site, staff: actor.staffMemberID) }

            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await site.worker()() } }
                try await group.waitForAll()
            }

            #expect(site.mailbox.mails.count == 45)
            #expect(Set(site.mailbox.mails.map(\.id)).count == 45)
        }
    }

    @Test func `mail to someone who is gone, and a kind that nobody knows, stop quietly`() async throws {
        try await withSite { site in
            let candidate: Candidate.ID = try await site.value("select id from candidates order by id limit 1")
            try await site.world.owner.transaction { connection in
                _ = try await connection.execute(
                    "update candidate_identities set mail = '' where candidate_id = \(candidate)"
                )
            }
            try await Self.write("candidate_sign_in", site, candidate: candidate)
            try await Self.write("from_a_later_version", site)

            #expect(try await site.deliverMail().isEmpty)

            #expect(try await Self.rows(site).map(\.hasFailed) == [true])
            #expect(try await site.value("select count(*) from mail_links", as: Int.self) == 0)
        }
    }

    @Test func `an address that is being confirmed is in the outbox only until its mail is sent`() async throws {
        try await withSite { site in
            try await Self.write("candidate_registration", site, facts: ["mail": "nieuw@mens.example"])

            let mail = try #require(try await site.deliverMail().first)

            #expect(mail.to == "nieuw@mens.example")
            #expect(mail.text.contains("/kandidaat-worden/"))
            #expect(try await Self.rows(site) == [])
        }
    }

    @Test func `a practice that cannot be mailed is called: its team hears it and the work list shows it`() async throws
    {
        try await withSite { site in
            let (actor, _) = try await Asked.propose(site)
            site.mailbox.fail(.never("no such person"))
            #expect(try await site.deliverMail().isEmpty)

            let told = try await site.deliverMail()

            #expect(told.contains { $0.subject.hasPrefix("Een mail kwam niet aan: voorstel ") })
            try await site.visit(as: actor) { coordinator in
                try await coordinator.get("/werklijst?van=team")
                #expect(coordinator.page.text.contains("mail kwam niet aan"))
            }
        }
    }

    @Test func `half way through the practice is reminded, unless it answered`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            site.world.clock.advance(days: 4)
            let later = try await site.deliverMail()
            let reminders = later.filter { $0.subject.hasPrefix("Herinnering") }
            let isStillDue = try await site.value(
                "select due_on >= \(site.world.world.today) from proposals where reference = \(asked.proposal)",
                as: Bool.self
            )
            #expect(reminders.count == (isStillDue ? 1 : 0))
        }
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.visit { practice in try await asked.answer("nee", ["reden": "no_room"], practice) }
            site.world.clock.advance(days: 4)
            #expect(try await site.deliverMail().filter { $0.subject.hasPrefix("Herinnering") }.isEmpty)
        }
    }

    @Test func `in the demo everyone reads the mail and follows its links`() async throws {
        try await withSite { site in
            let asked = try await Asked(site)
            try await site.visit { visitor in
                try await visitor.get("/demo/post")
                #expect(visitor.page.status == 200)
                let subject = try #require(asked.mails.first { $0.to == asked.address }?.subject)
                try await visitor.follow(subject)
                #expect(visitor.page.text.contains(asked.practice))
                #expect(visitor.page.links.contains { $0.href == asked.link })
            }
        }
    }
}
