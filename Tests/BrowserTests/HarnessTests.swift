import Foundation
import HTTPBase
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import TestSupport
import Testing

/// A page with a bit of everything, served for real and walked with a real browser.
@Suite(.serialized) struct HarnessTests {
    @Test func `a form is filled in and its answer is read`() async throws {
        try await withSite { origin in
            try await Browser.run { browser in
                try await browser.open(origin)
                try await browser.follow(.link("Naar het formulier"))
                try await browser.type("Anna O'Brien", into: .label("Naam"))
                try await browser.select("woensdag", in: .label("Dag"))
                try await browser.click(.label("Akkoord"))
                #expect(try await browser.isSelected(.label("Akkoord")))
                try await browser.follow(.button("Verstuur 'm"))

                #expect(try await browser.text().contains("naam=Anna O'Brien, dag=wo, ok=ja"))
                #expect(try await browser.title() == "Antwoord")
                #expect(try await browser.url().hasPrefix("\(origin)/antwoord?"))
            }
        }
    }

    @Test(arguments: [true, false])
    func `scripts run, or do not when they are switched off`(javaScript: Bool) async throws {
        try await withSite { origin in
            try await Browser.run(javaScript: javaScript) { browser in
                try await browser.open("\(origin)/formulier")
                #expect(try await browser.text().contains(javaScript ? "Script draaide" : "Zonder script"))
            }
        }
    }

    @Test func `a page is pictured at the asked width and overflow is seen`() async throws {
        try await withSite { origin in
            let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let files = try await screenshots(of: ["/", "/breed"], at: origin, into: folder)

            #expect(
                files.map(\.lastPathComponent) == [
                    "start-320.png", "start-1280.png", "breed-320.png", "breed-1280.png",
                ]
            )
            let bytes = Array(try Data(contentsOf: files[0]))
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            // Width stands in bytes 16…19 of a PNG.
            #expect(Array(bytes[16..<20]) == [0, 0, 320 >> 8, 320 & 255])

            try await Browser.run(viewport: .phone) { browser in
                try await browser.open("\(origin)/breed")
                #expect(try await browser.sidewaysOverflow() == ["div.breed"])
                try await browser.open(origin)
                #expect(try await browser.sidewaysOverflow().isEmpty)
            }
        }
    }

    @Test func `what is not there is named`() async throws {
        try await withSite { origin in
            try await Browser.run(patience: .milliseconds(100)) { browser in
                try await browser.open(origin)
                let failure = await #expect(throws: BrowserFailure.self) {
                    try await browser.click(.button("Bestaat niet"))
                }
                #expect(failure?.description.contains("button “Bestaat niet”") == true)
            }
        }
    }

    @Test func `a page that follows is waited for, however late it comes`() async throws {
        try await withSite { origin in
            try await Browser.run { browser in
                // The script lets go of the button first, and sends the form a second later.
                try await browser.open("\(origin)/laat")
                try await browser.follow(.button("Verstuur later"))
                #expect(try await browser.title() == "Antwoord")
            }
            try await Browser.run(patience: .milliseconds(100)) { browser in
                try await browser.open("\(origin)/formulier")
                let failure = await #expect(throws: WaitedInVain.self) {
                    try await browser.follow(.label("Akkoord"))
                }
                #expect(failure?.description.contains("field “Akkoord”") == true)
            }
        }
    }

    @Test(arguments: [true, false])
    func `back, forward and loading again are waited for, and back keeps what was typed`(javaScript: Bool) async throws
    {
        try await withSite { origin in
            try await Browser.run(javaScript: javaScript) { browser in
                try await browser.open("\(origin)/formulier")
                try await browser.type("Anna", into: .label("Naam"))
                try await browser.follow(.button("Verstuur 'm"))
                try await browser.back()
                #expect(try await browser.title() == "Formulier")
                #expect(try await browser.value(of: .label("Naam")) == "Anna")
                try await browser.type("Bas", into: .label("Naam"))
                try await browser.forward()
                #expect(try await browser.text().contains("naam=Anna"))
                try await browser.reload()
                #expect(try await browser.text().contains("naam=Anna"))
                try await browser.back()
                try await browser.follow(.button("Verstuur 'm"))
                #expect(try await browser.text().contains("naam=Bas"))
            }
        }
    }

    @Test func `scripts can be switched off on the way, and on again`() async throws {
        try await withSite { origin in
            try await Browser.run { browser in
                for isOn in [true, false, true] {
                    try await browser.setJavaScript(isOn)
                    try await browser.open("\(origin)/formulier")
                    #expect(try await browser.text().contains(isOn ? "Script draaide" : "Zonder script"))
                }
            }
        }
    }

    @Test func `a cookie can be taken away`() async throws {
        try await withSite { origin in
            try await Browser.run { browser in
                try await browser.open("\(origin)/koekje")
                #expect(try await browser.cookies() == ["koekje"])
                try await browser.open("\(origin)/gekregen")
                #expect(try await browser.text() == "koekje=zoet")
                try await browser.deleteCookie("koekje")
                try await browser.reload()
                #expect(try await browser.text() == "geen")
                await #expect(throws: BrowserFailure.self) { try await browser.deleteCookie("koekje") }
            }
        }
    }

    @Test func `a long text is set as it is, with its lines`() async throws {
        try await withSite { origin in
            try await Browser.run { browser in
                let text = String(repeating: "Een regel – met ‘tekens’ en €.\n", count: 200)
                try await browser.open("\(origin)/formulier")
                try await browser.set(text, in: .label("Verhaal"))
                #expect(try await browser.value(of: .label("Verhaal")) == text)
                // A script that listens hears of it, as when someone types.
                #expect(try await browser.text(of: .css("#t")) == "\(text.count)")
            }
        }
    }

    // MARK: The site

    private func withSite(_ walk: @escaping @Sendable (String) async throws -> Void) async throws {
        let router = Router()
        router.get("/") { _, _ in Self.page("Start", "<a href='/formulier'>Naar het\n formulier</a>") }
        router.get("/formulier") { _, _ in Self.page("Formulier", Self.form) }
        router.get("/antwoord") { request, _ in
            let sent = try Query(request)
            let answer = try ["naam", "dag", "ok"].map { "\($0)=\(try sent.text($0) ?? "")" }
            return Self.page("Antwoord", answer.joined(separator: ", "))
        }
        router.get("/laat") { _, _ in Self.page("Laat", Self.lateForm) }
        router.get("/koekje") { _, _ in
            var response = Self.page("Koekje", "Gekregen")
            response.headers[.setCookie] = "koekje=zoet; Path=/; HttpOnly"
            return response
        }
        router.get("/gekregen") { request, _ in Self.page("Gekregen", request.headers[.cookie] ?? "geen") }
        router.get("/breed") { _, _ in
            Self.page("Breed", "<div class='breed' style='width: 600px'>Veel te breed voor een telefoon.</div>")
        }
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        // Cancelling the server makes it complain about connections the browser left open.
        var logger = Logger(label: "site")
        logger.logLevel = .critical
        let app = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                found.yield(channel.localAddress?.port ?? 0)
                found.finish()
            },
            logger: logger
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await app.run() }
            defer { group.cancelAll() }
            for await port in ports {
                try await walk("http://127.0.0.1:\(port)")
            }
        }
    }

    private static let form = """
        <form action="/antwoord">
        <p><label for="n">Naam</label> <input id="n" name="naam" value="oud"></p>
        <p><label for="d">Dag</label> <select id="d" name="dag"><option value="ma">maandag</option>
        <option value="wo">woensdag</option></select></p>
        <p><label><input type="checkbox" name="ok" value="ja"> Akkoord</label></p>
        <p><label for="v">Verhaal</label> <textarea id="v"></textarea> <span id="t">0</span></p>
        <button>Verstuur 'm</button></form>
        <p id="s">Zonder script</p><script>document.getElementById('s').textContent = 'Script draaide';
        document.getElementById('v').oninput = e => document.getElementById('t').textContent = e.target.value.length</script>
        """

    private static let lateForm = """
        <form action="/antwoord"><button>Verstuur later</button></form>
        <script>document.querySelector('form').onsubmit = e => {
            e.preventDefault();
            setTimeout(() => e.target.submit(), 1000);
        }</script>
        """

    private static func page(_ title: String, _ body: String) -> Response {
        let html = "<!DOCTYPE html><html lang=\"nl\"><meta charset=\"utf-8\"><title>\(title)</title><body>\(body)"
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html))
        )
    }
}
