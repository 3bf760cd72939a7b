import Foundation
import Logging
import Postgres
import Testing

@testable import doorwijzer

/// What an installation is told from outside: read once, refused when it is doubtful, never repeated.
struct ConfigurationTests {
    static let digits = (0..<32).map { String(format: "%02x", ($0 * 37 + 11) % 256) }.joined()
    private static let otherDigits = (0..<32).map { String(format: "%02x", ($0 * 53 + 29) % 256) }.joined()

    /// A file with these lines, readable by its owner only unless said otherwise.
    private static func withFile<Value>(
        _ text: String,
        mode: Int = 0o600,
        _ body: (String) throws -> Value
    ) throws -> Value {
        let path = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-\(UUID().uuidString).conf").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return try body(path)
    }

    /// The sentences with which this is refused; empty when it is not.
    private static func problems(_ environment: [String: String] = [:], file: String? = nil) -> [String] {
        do {
            _ = try Configuration.load(file: file, environment: environment)
            return []
        } catch let failure as Failure {
            #expect(failure.code == .configuration)
            return failure.message.components(separatedBy: Configuration.problemSeparator)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `a file gives settings, and the environment wins`() throws {
        try Self.withFile(
            """
            # who runs this
            DATABASE_URL="postgres:///doorwijzer?host=/run/postgresql&user=doorwijzer_app"
            MATCHER_DATABASE_URL='postgres:///doorwijzer?host=/run/postgresql&user=doorwijzer_matcher'
            DOORWIJZER_ORIGIN=https://doorwijzer.nl

              ; written by hand
            DOORWIJZER_FORM_SECRET=\(Self.digits)
            DOORWIJZER_SEAL_KEY=2027a:\(Self.otherDigits), 2026a:\(Self.digits)
            DOORWIJZER_CONTACT_PHONE=088 123 4567
            DOORWIJZER_TRUSTED_PROXIES=127.0.0.1, ::1,10.0.0.0/8
            DOORWIJZER_OIDC_SECRET_SURFCONEXT='a b\\c'
            LOG_LEVEL=Info
            """
        ) { path in
            let configuration = try Configuration.load(
                environment: ["DOORWIJZER_CONFIG": path, "DOORWIJZER_ORIGIN": "https://www.doorwijzer.nl", "HOME": "/"]
            )
            #expect(configuration.databases?.application.user == "doorwijzer_app")
            #expect(configuration.databases?.matcher.host == "/run/postgresql")
            #expect(configuration.databases?.migration == nil)
            #expect(configuration.origin?.text == "https://www.doorwijzer.nl")
            #expect(configuration.formKey?.id == "1")
            #expect(configuration.formKey?.bytes.exposed.count == 32)
            #expect(configuration.sealKeys.map(\.id) == ["2027a", "2026a"])
            #expect(configuration.contactPhone == "088 123 4567")
            #expect(configuration.trustedProxies.count == 3)
            #expect(configuration.providerSecrets["SURFCONEXT"]?.exposed == "a b\\c")
            #expect(configuration.logLevel == .info)
        }
    }

    @Test(arguments: [
        ("DOORWIJZER_MAIL_FORM=a@b.nl", "line 1: there is no setting DOORWIJZER_MAIL_FORM"),
        ("DATABSE_URL=x", "there is no setting DATABSE_URL"),
        ("LOG_LEVEL=info\nLOG_LEVEL=debug", "line 2: LOG_LEVEL stands there twice"),
        ("LOG_LEVEL = info", "no space before ="), ("just words", "write NAME=VALUE"),
        ("LOG_LEVEL='info", "quotes around the value of LOG_LEVEL do not match"),
        ("DOORWIJZER_MAIL_PASSWORD=a\\b", "put the value of DOORWIJZER_MAIL_PASSWORD in single quotes"),
        ("DOORWIJZER_CONFIG=/etc/x", "there is no setting DOORWIJZER_CONFIG"),
    ])
    func `a doubtful line is refused with its number`(text: String, problem: String) throws {
        try Self.withFile(text) { path in
            let problems = Self.problems(file: path)
            #expect(problems.contains { $0.contains(problem) }, "\(problems)")
        }
    }

    @Test(
        arguments: [
            (["DOORWIJZER_FORM_SECRET": "geheim"], "DOORWIJZER_FORM_SECRET must be"),
            (["DOORWIJZER_SEAL_KEY": digits], "DOORWIJZER_SEAL_KEY must be an id"),
            (["DOORWIJZER_HASH_KEY": "a:\(digits),a:\(digits)"], "two keys with one id"),
            (["DOORWIJZER_ORIGIN": "https://doorwijzer.nl/"], "DOORWIJZER_ORIGIN must be"),
            (["DOORWIJZER_ORIGIN": "ftp://doorwijzer.nl"], "DOORWIJZER_ORIGIN must be"),
            (["DOORWIJZER_ORIGIN": "https://Doorwijzer.nl"], "in lower case"),
            (["DOORWIJZER_ORIGIN": "https://doorwijzer.nl:99999"], "DOORWIJZER_ORIGIN must be"),
            (["DOORWIJZER_MAIL": "smtp://user:secret@relay.nl"], "DOORWIJZER_MAIL must be"),
            (["DOORWIJZER_MAIL_FROM": "niemand"], "DOORWIJZER_MAIL_FROM must be"),
            (["DOORWIJZER_TRUSTED_PROXIES": "nginx"], "DOORWIJZER_TRUSTED_PROXIES must be"),
            (["DOORWIJZER_SECURITY_CONTACT": "a@b.nl"], "mailto:ADDRESS"),
            (["LOG_LEVEL": "loud"], "LOG_LEVEL must be"),
            (["DATABASE_URL": "geen adres"], "DATABASE_URL: a database URL"),
            (["DATABASE_URL": "postgres:///x"], "MATCHER_DATABASE_URL is not"),
            (["MATCHER_DATABASE_URL": "postgres:///x"], "DATABASE_URL is not"),
            (["DOORWIJZER_TYPO": "1"], "there is no setting DOORWIJZER_TYPO"),
            (["DOORWIJZER_FORM_SECRET_FILE": "/bestaat/niet"], "/bestaat/niet cannot be read"),
            (["DOORWIJZER_ORIGIN_FILE": "/etc/hostname"], "there is no setting DOORWIJZER_ORIGIN_FILE"),
            (["DOORWIJZER_CONFIG": "/bestaat/niet"], "/bestaat/niet cannot be read"),
        ] as [([String: String], String)]
    )
    func `a value that cannot be meant is refused, and not repeated`(
        environment: [String: String],
        problem: String
    ) {
        let problems = Self.problems(environment)
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
        for (name, value) in environment where Setting.isSecret(name) {
            #expect(!problems.joined().contains(value))
        }
    }

    @Test func `everything that is wrong is said at once`() {
        let problems = Self.problems(["LOG_LEVEL": "loud", "DOORWIJZER_ORIGIN": "x", "DOORWIJZER_TYPO": "1"])
        #expect(problems.count == 3)
    }

    @Test func `a secret may stand in a file of its own, and only one of the two counts`() throws {
        try Self.withFile("1:\(Self.digits)\n") { path in
            let configuration = try Configuration.load(environment: ["DOORWIJZER_SEAL_KEY_FILE": path])
            #expect(configuration.sealKeys.map(\.id) == ["1"])
            let both = ["DOORWIJZER_SEAL_KEY_FILE": path, "DOORWIJZER_SEAL_KEY": "1:\(Self.digits)"]
            #expect(Self.problems(both) == ["both DOORWIJZER_SEAL_KEY and DOORWIJZER_SEAL_KEY_FILE are set; keep one"])
        }
    }

    @Test func `secrets that everyone can read are refused; a file without secrets may be public`() throws {
        try Self.withFile("DOORWIJZER_FORM_SECRET=\(Self.digits)", mode: 0o644) { path in
            #expect(
                Self.problems(file: path) == ["\(path) holds secrets and everyone can read it; run: chmod o= \(path)"]
            )
        }
        try Self.withFile("1:\(Self.digits)", mode: 0o604) { path in
            #expect(Self.problems(["DOORWIJZER_HASH_KEY_FILE": path]).count == 1)
        }
        try Self.withFile("LOG_LEVEL=info", mode: 0o644) { path in #expect(Self.problems(file: path) == []) }
    }

    @Test func `a secret is never printed, however it is printed`() throws {
        let configuration = try Configuration.load(
            environment: [
                "DATABASE_URL": "postgres://u:hunter2@db.nl/x", "MATCHER_DATABASE_URL": "postgres://m:hunter2@db.nl/x",
                "DOORWIJZER_MAIL_PASSWORD": "hunter2", "DOORWIJZER_OIDC_SECRET_ENTRA": "hunter2",
                "DOORWIJZER_SEAL_KEY": "1:\(Self.digits)",
            ]
        )
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(!text.contains("hunter2"))
            #expect(!text.contains("\(NamedKey("1:\(Self.digits)")?.bytes.exposed ?? [])"))
        }
    }

    @Test(
        arguments: [
            ("folder:mail", MailRoute.folder("mail")), ("sendmail:/usr/sbin/sendmail", .sendmail("/usr/sbin/sendmail")),
            ("smtp://relay.nl", .smtp(user: nil, host: "relay.nl", port: 587)),
            ("smtp://me@relay.nl:25", .smtp(user: "me", host: "relay.nl", port: 25)), ("sendmail:sendmail", nil),
            ("folder:", nil), ("smtp://", nil), ("smtp://relay.nl/x", nil), ("relay.nl", nil),
        ] as [(String, MailRoute?)]
    )
    func `a mail route is read`(text: String, route: MailRoute?) {
        #expect(MailRoute(text) == route)
    }

    @Test(arguments: [
        ("https://doorwijzer.nl", true), ("https://doorwijzer.nl:8443", true), ("http://127.0.0.1:8080", true),
        ("https://[::1]:8080", true), ("https://", false), ("https://a b.nl", false), ("https://x.nl?q", false),
        ("https://user@x.nl", false), ("//x.nl", false), ("https://-x.nl", false), ("https://x..nl", false),
    ])
    func `an origin is scheme, host and port, and nothing else`(text: String, isOrigin: Bool) {
        #expect((PublicOrigin(text) != nil) == isOrigin)
    }
}
