import Actions
import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// The main journeys of a coordinator, walked with a real browser through a real server. Each page on the way must fit a
/// narrow phone without scrolling sideways.
@Suite(.serialized) struct JourneyTests {
    private static let story = DemoStory()

    @Test(.timeLimit(.minutes(10)), arguments: [true, false])
    func `a coordinator finds a candidate and proposes a place`(javaScript: Bool) async throws {
        try await withLiveSite { site, origin in
            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await walker.become(site.coordinator(of: Self.story.waitingWithRoom))
                try await walker.open("/kandidaten")
                try await browser.click(.css(".filters summary"))
                try await browser.type("Wolters", into: .css("input[name='zoek']"))
                try await browser.submit(.css("input[name='zoek']"))
                try await walker.look()
                try await browser.follow(.css("main a[href='/kandidaten/\(Self.story.waitingWithRoom)']"))
                try await walker.look()
                try await browser.follow(.css("main a[href='/kandidaten/\(Self.story.waitingWithRoom)/plekken']"))
                try await walker.look()
                #expect(try await browser.text().contains("passende plek"))
                // The explanation of the first place, and then its proposal.
                try await browser.follow(.css(".ranking__item h3 a"))
                try await walker.look()
                #expect(try await browser.text().contains("Hoe goed past dit?"))
                try await browser.follow(.link("Stel deze plek voor"))
                try await walker.look()
                try await browser.follow(.button("Stel deze plek voor"))
                try await walker.look()
                try await walker.expect("De plek is voorgesteld en wordt vastgehouden")
                #expect(try await browser.url().contains("/voorstellen/"))
                // The notice was read with this page: a script takes it out of the address.
                #expect(try await browser.url().contains("melding=") != javaScript)
                // The practice answers on the phone.
                try await browser.click(.css("input[name='antwoord'][value='akkoord']"))
                try await browser.follow(.button("Bewaar het antwoord"))
                try await walker.look()
                try await walker.expect("De praktijk is akkoord")
            }
            let held: Int = try await site.value(
                """
                select count(*) from seat_occupations o join proposals p on p.id = o.proposal_id
                join case_files c on c.id = p.case_id
                where c.reference = \(Self.story.waitingWithRoom.text) and o.state <> 'released' and p.state = 'agreed'
                """
            )
            #expect(held > 0)
            #expect(try await site.doubleSeats() == 0)
            #expect(try await site.proposalsWithoutSeat() == 0)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [true, false])
    func `a candidate of a full region is referred, accepted elsewhere and proposed there`(javaScript: Bool)
        async throws
    {
        try await withLiveSite { site, origin in
            let reference = Self.story.waitingInFullRegion
            let sender = try await site.coordinator(of: reference)
            let receiver = try await site.coordinator(of: Self.story.waitingWithRoom)
            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await walker.become(sender)
                try await walker.open("/kandidaten/\(reference)/plekken")
                #expect(try await browser.text().contains("Nog geen plek in Twente"))
                try await walker.open("/kandidaten/\(reference)/doorverwijzen")
                try await browser.follow(.link("Regio Zwolle"))
                try await walker.look()
                try await browser.click(.css("input[name='plekken']"))
                if try await !browser.isSelected(.css("input[name='plekken']")) {
                    try await browser.click(.css("input[name='plekken']"))
                }
                try await browser.type(
                    "Woont dicht bij Raalte, rijdt auto en wil snel beginnen.",
                    into: .css("textarea[name='motivatie']")
                )
                try await browser.follow(.button("Verstuur de doorverwijzing"))
                try await walker.look()
                try await walker.expect("De doorverwijzing is verstuurd")
            }
            try await Self.expectSent(site, reference)

            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await walker.become(receiver)
                try await walker.open("/doorverwijzingen")
                try await browser.follow(.css("main a[href='\(try await Self.referralPath(site, reference))']"))
                try await walker.look()
                // The card tells no name before the case is taken over.
                #expect(try await !browser.text().contains("ter Beek"))
                try await browser.follow(.css("form[action$='/overnemen'] button"))
                try await walker.look()
                #expect(try await browser.text().contains("ter Beek"))
                try await browser.follow(.button("Stel deze plek voor"))
                try await walker.look()
                #expect(try await browser.url().contains("/voorstellen/"))
            }
            try await Self.expectProposedThere(site, reference, receiver)
        }
    }

    @Test(.timeLimit(.minutes(10))) func `a coordinator posts a place and sees whom it fits`() async throws {
        try await withLiveSite { site, origin in
            let before: Int = try await site.value("select count(*) from training_places")
            try await Browser.run { browser in
                let walker = Walker(browser, origin)
                try await walker.become(site.coordinator(of: Self.story.waitingWithRoom))
                try await walker.open("/plekken/nieuw")
                try await browser.follow(.css("main section li a"))
                try await walker.look()
                try await browser.click(.css("input[name='stand'][value='open']"))
                try await browser.follow(.button("Bied de plek aan"))
                try await walker.look()
                try await walker.expect("De plek is bewaard")
            }
            #expect(try await site.value("select count(*) from training_places", as: Int.self) == before + 1)
        }
    }

    // MARK: What the database must say

    private static func referralPath(_ site: TestSite, _ reference: Reference) async throws -> String {
        try await site.value(
            """
            select '/doorverwijzingen/' || r.reference from referrals r join case_files c on c.id = r.case_id
            where c.reference = \(reference.text) order by r.opened_at desc limit 1
            """
        )
    }

    /// One open referral with a held seat; the sender still has the case.
    private static func expectSent(_ site: TestSite, _ reference: Reference) async throws {
        let states = try await site.rows(
            """
            select c.state, r.state, c.region_code, r.hop::integer, (select count(*) from seat_occupations o
                where o.referral_id = r.id and o.state = 'held')
            from case_files c join referrals r on r.case_id = c.id where c.reference = \(reference.text)
            """
        ) { row in
            (
                try row.next(String.self), try row.next(String.self), try row.next(String.self), try row.next(Int.self),
                try row.next(Int.self)
            )
        }
        #expect(states.count == 1)
        let state = try #require(states.first)
        #expect(state.0 == "referring")
        #expect(state.1 == "open")
        #expect(state.2 == "RA0205")
        #expect(state.3 == 1)
        #expect(state.4 > 0)
    }

    /// The chain, the spans and the seat after taking over and proposing.
    private static func expectProposedThere(_ site: TestSite, _ reference: Reference, _ receiver: Actor) async throws {
        let spans = try await site.rows(
            """
            select s.state, s.holder_team_id::text, s.until_at is null from case_spans s
            join case_files c on c.id = s.case_id where c.reference = \(reference.text) order by s.id
            """
        ) { row in (try row.next(String.self), try row.next(String.self), try row.next(Bool.self)) }
        #expect(spans.suffix(3).map(\.0) == ["referring", "searching", "proposed"])
        #expect(spans.last?.1 == "\(receiver.teamID)")
        #expect(spans.map(\.2) == Array(repeating: false, count: spans.count - 1) + [true])
        let isUnbroken: Bool = try await site.value(
            """
            select coalesce(bool_and(next_at is null or until_at = next_at), false) from (
                select s.until_at, lead(s.from_at) over (order by s.id) as next_at from case_spans s
                join case_files c on c.id = s.case_id where c.reference = \(reference.text)) x
            """
        )
        #expect(isUnbroken)
        let chain: String = try await site.value(
            """
            select c.origin_region_code || ' ' || r.sending_region_code || ' ' || r.receiving_region_code || ' ' || r.state
                || ' ' || c.region_code || ' ' || c.state
            from case_files c join referrals r on r.case_id = c.id where c.reference = \(reference.text)
            """
        )
        #expect(chain == "RA0205 RA0205 RA0204 accepted RA0204 proposed")
        // The seat went from the referral to the proposal: never two holders, never none.
        let holds: String = try await site.value(
            """
            select count(*) filter (where o.referral_id is not null) || ' ' ||
                (count(*) filter (where o.proposal_id is not null) > 0)
            from seat_occupations o left join referrals r on r.id = o.referral_id left join proposals p on p.id = o.proposal_id
            join case_files c on c.id = coalesce(r.case_id, p.case_id)
            where c.reference = \(reference.text) and o.state <> 'released'
            """
        )
        #expect(holds == "0 true")
        #expect(try await site.doubleSeats() == 0)
        #expect(try await site.proposalsWithoutSeat() == 0)
    }
}

/// A browser on one site, that looks at every page it passes at two widths.
struct Walker {
    let browser: Browser
    let origin: String

    init(_ browser: Browser, _ origin: String) {
        self.browser = browser
        self.origin = origin
    }

    /// Chooses in the demo to be this person.
    func become(_ actor: Actor) async throws {
        try await open("/demo/kies")
        let button = "button[name='persoon'][value='\(actor.staffMemberID)']"
        // Those of other regions stand under the name of their region.
        if try await browser.count(.css("details \(button)")) > 0,
            try await browser.count(.css("li.card \(button)")) == 0
        {
            try await browser.click(.css("details:has(\(button)) summary"))
        }
        try await browser.follow(.css("li.card \(button), details[open] \(button)"))
        try await look()
        let url = try await browser.url()
        #expect(url.contains("/werklijst"))
    }

    func open(_ path: String) async throws {
        try await browser.open(origin + path)
        try await look()
    }

    /// The page says this; when it does not, the test tells what it says instead.
    func expect(_ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let text = try await browser.text(of: .css("main"))
        #expect(text.contains(sentence), "the page says: \(text.prefix(600))", sourceLocation: sourceLocation)
    }

    /// The page is one of ours and needs no scrolling sideways, on a phone and on a desk.
    func look() async throws {
        let url = try await browser.url()
        for size in [Browser.Viewport.phone, .desktop] {
            try await browser.setViewport(size)
            let overflow = try await browser.sidewaysOverflow()
            #expect(overflow == [], "\(url) at \(size.width)")
        }
        let title = try await browser.title()
        #expect(!title.isEmpty && !title.hasPrefix("Er ging iets mis"), "\(url) \(title)")
    }
}
