import Actions
import Domain
import Foundation
import Postgres
import Testing

@testable import TestSupport

/// Nothing typed is lost when a session ends, in a real browser.
@Suite(.serialized) struct KeptFormJourneyTests {
    private static let file = DemoStory().waitingInFullRegion

    @Test(.timeLimit(.minutes(10)), arguments: [true, false])
    func `an assessment that was filled in too slowly comes back after signing in`(javaScript: Bool) async throws {
        try await withLiveSite { site, origin in
            let me = try await site.coordinator(of: Self.file)
            try await Browser.run(javaScript: javaScript) { browser in
                let walker = Walker(browser, origin)
                try await walker.become(me)
                try await walker.open("/kandidaten/\(Self.file)/beoordeling/kort")
                let remark = Browser.Target.css("textarea[name='opmerking']")
                try await browser.type("Heeft \"rustig\" uitgelegd & <goed> geluisterd.", into: remark)
                try await browser.click(.css("fieldset.score label:last-of-type"))
                site.world.clock.advance(minutes: 31)
                try await browser.follow(.button("Bewaar de beoordeling"))
                try await walker.expect("Je tekst is bewaard")

                try await browser.follow(.link("Ga verder met je formulier"))
                let button = "button[name='persoon'][value='\(me.staffMemberID)']"
                if try await browser.count(.css("li.card \(button)")) == 0 {
                    try await browser.click(.css("details:has(\(button)) summary"))
                }
                try await browser.follow(.css("li.card \(button), details[open] \(button)"))
                try await walker.look()
                try await walker.expect("Kijk het na en verstuur het opnieuw")
                #expect(try await browser.value(of: remark) == "Heeft \"rustig\" uitgelegd & <goed> geluisterd.")
                #expect(try await browser.isSelected(.css("fieldset.score label:last-of-type input")))
                try await browser.follow(.button("Bewaar de beoordeling"))
                try await walker.expect("De beoordeling is bewaard")
            }
            #expect(try await site.value("select count(*) from kept_forms", as: Int.self) == 0)
        }
    }

    @Test(.timeLimit(.minutes(10))) func `the banner about the end covers no button and leaves what was typed`()
        async throws
    {
        try await withLiveSite { site, origin in
            try await Browser.run { browser in
                let walker = Walker(browser, origin)
                try await walker.become(site.coordinator(of: Self.file))
                // The longest session ends in four minutes.
                try await Self.end(site, afterMinutes: 4)
                try await walker.open("/kandidaten/\(Self.file)/contacten")
                let note = Browser.Target.css("textarea[name='notitie']")
                try await browser.type("Belde terug.", into: note)
                let banner = Browser.Target.css("[data-session-end]:not([hidden])")
                #expect(try await browser.text(of: banner).contains("Over 4 minuten word je afgemeld"))
                for size in [Browser.Viewport.phone, .desktop] {
                    try await browser.setViewport(size)
                    #expect(try await browser.list(Self.coveredButtons) == [], "at \(size.width)")
                }
                let url = try await browser.url()
                try await Self.end(site, afterMinutes: 60)
                try await browser.click(.css("[data-session-end] a"))
                _ = try await browser.text(of: .css("[data-session-end][hidden]"))
                #expect(try await browser.url() == url)
                #expect(try await browser.value(of: note) == "Belde terug.")
            }
        }
    }

    private static func end(_ site: TestSite, afterMinutes minutes: Int) async throws {
        let end = site.world.clock.now.addingTimeInterval(Double(minutes) * 60)
        try await site.world.owner.withConnection { connection in
            _ = try await connection.execute("update sessions set ends_at = \(end)")
        }
    }

    /// Buttons that cannot be pressed where the keyboard brings them into view.
    private static let coveredButtons = """
        return [...document.querySelectorAll("main button, main a.button")].filter(button => {
            button.focus();
            const box = button.getBoundingClientRect();
            if (box.height === 0) return false;
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return !top || !(button === top || button.contains(top));
        }).map(button => button.textContent);
        """
}
