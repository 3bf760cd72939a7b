import Domain
import Foundation
import Glibc
import NIOCore
import Synchronization
import Testing

@testable import Mail

@Suite struct DeliveryTests {
    private let mail = WrittenMail(
        MailMessage(
            to: .sample("anna@school.example"),
            subject: MailSubject("Je link"),
            text: "Hallo Anna,\n.punt\nDag",
            messageID: MessageID(UUID(), host: "doorwijzer.example")
        ),
        from: MailSender(name: "Doorwijzer", address: .sample("post@doorwijzer.example")),
        at: Date(timeIntervalSince1970: 1_795_257_091)
    )

    /// A busy machine makes nobody give up.
    private static let patience: TimeAmount = .minutes(4)

    // MARK: SMTP

    private func relay(
        _ port: Int,
        _ encryption: SMTPDelivery.Relay.Encryption? = nil,
        login: SMTPDelivery.Relay.Login? = nil,
        patience: @escaping @Sendable () -> TimeAmount = { DeliveryTests.patience }
    ) throws -> SMTPDelivery {
        let relay = SMTPDelivery.Relay(
            host: "127.0.0.1",
            port: port,
            encryption: encryption,
            login: login,
            helloName: "doorwijzer.example"
        )
        return SMTPDelivery(relay: try #require(relay), patience: patience)
    }

    @Test func `a willing relay takes the mail`() async throws {
        try await StubRelay.with { relay, port in
            try await self.relay(port, login: .init(name: "post", password: "geheim")).deliver(mail)

            let lines = relay.lines
            #expect(
                Array(lines.prefix(5)) == [
                    "EHLO doorwijzer.example", "AUTH PLAIN AHBvc3QAZ2VoZWlt", "MAIL FROM:<post@doorwijzer.example>",
                    "RCPT TO:<anna@school.example>", "DATA",
                ]
            )
            #expect(lines.contains("To: <anna@school.example>"))
            #expect(lines.contains("=2Epunt"))
            #expect(lines.suffix(2) == [".", "QUIT"])
        }
    }

    @Test(arguments: [
        ("(connected)", "554 go away\r\n", MailFailure.later("greeting: 554")),
        ("EHLO", "502 what\r\n", .later("EHLO: 502")),
        ("MAIL", "550 not you\r\n", .later("MAIL: 550")),
        ("RCPT", "451 greylisted\r\n", .later("RCPT: 451")),
        ("RCPT", "550-no such\r\n550 person\r\n", .never("RCPT: 550")),
        ("DATA", "250 no\r\n", .later("DATA: 250")),
        ("(mail)", "452 full\r\n", .later("end of DATA: 452")),
        ("(mail)", "554 spam\r\n", .never("end of DATA: 554")),
        ("(mail)", "", .later("end of DATA: no connection")),
        ("RCPT", "hello there\r\n", .later("RCPT: the answer is not SMTP")),
        ("EHLO", "250-a\r\n251 b\r\n", .later("EHLO: the answer is not SMTP")),
        ("AUTH", "535 wrong\r\n", .later("AUTH: 535")),
    ])
    func `what a relay refuses is tried later or never`(word: String, answer: String, failure: MailFailure) async throws
    {
        try await StubRelay.with({ line in line.hasPrefix(word) ? answer : StubRelay.willing(line) }) { _, port in
            await #expect(throws: failure) {
                try await self.relay(port, login: .init(name: "a", password: "b")).deliver(mail)
            }
        }
    }

    @Test func `a relay that says nothing is left alone after the deadline`() async throws {
        try await StubRelay.with({ line in line.hasPrefix("RCPT") ? nil : StubRelay.willing(line) }) { _, port in
            // Connecting, greeting, EHLO and MAIL may take as long as they need; what comes then is not waited for.
            let waits = Mutex(0)
            let relay = try self.relay(port) {
                let number = waits.withLock { waits in
                    waits += 1
                    return waits
                }
                return number <= 4 ? Self.patience : .milliseconds(1)
            }
            await #expect(throws: MailFailure.later("RCPT: no answer in time")) { try await relay.deliver(mail) }
        }
    }

    @Test func `without encryption nothing is said about the mail`() async throws {
        try await StubRelay.with { relay, port in
            await #expect(throws: MailFailure.later("the relay offers no STARTTLS")) {
                try await self.relay(port, .startTLS).deliver(mail)
            }
            #expect(relay.lines == ["EHLO doorwijzer.example"])
        }
    }

    @Test func `a relay that answers before its turn is not believed`() async throws {
        let script: StubRelay.Script = { line in
            switch line.split(separator: " ").first {
            case "EHLO": "250-relay\r\n250 STARTTLS\r\n"
            case "STARTTLS": "220 go\r\n250 injected\r\n"
            default: StubRelay.willing(line)
            }
        }
        try await StubRelay.with(script) { relay, port in
            await #expect(throws: MailFailure.later("STARTTLS: the relay spoke out of turn")) {
                try await self.relay(port, .startTLS).deliver(mail)
            }
            #expect(!relay.lines.contains { $0.hasPrefix("MAIL") })
        }
    }

    /// Offers to encrypt, and takes mail once it does.
    private static let encrypting: StubRelay.Script = { line in
        switch line.split(separator: " ").first {
        case "EHLO": "250-relay\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n"
        case "STARTTLS": "220 go\r\n"
        default: StubRelay.willing(line)
        }
    }

    private func encrypted(_ host: String, _ port: Int, trusting authorities: URL?) throws -> SMTPDelivery {
        let relay = SMTPDelivery.Relay(
            host: host,
            port: port,
            encryption: .startTLS,
            login: .init(name: "post", password: "geheim"),
            helloName: "doorwijzer.example",
            authorities: authorities?.path
        )
        return SMTPDelivery(relay: try #require(relay), patience: { Self.patience })
    }

    @Test func `mail is encrypted before a name, a password or an address is said`() async throws {
        try await withFolder { folder in
            let trusted = folder.appendingPathComponent("authorities.pem")
            try RelayCertificate.certificate.write(to: trusted, atomically: true, encoding: .utf8)
            try await StubRelay.with(Self.encrypting, security: RelayCertificate.context()) { relay, port in
                try await self.encrypted("localhost", port, trusting: trusted).deliver(mail)

                let lines = relay.lines
                #expect(
                    lines.prefix(4) == [
                        "EHLO doorwijzer.example", "STARTTLS", "EHLO doorwijzer.example", "AUTH PLAIN AHBvc3QAZ2VoZWlt",
                    ]
                )
                #expect(lines.contains("To: <anna@school.example>"))
            }
        }
    }

    @Test func `a relay that nobody vouches for hears nothing`() async throws {
        try await StubRelay.with(Self.encrypting, security: RelayCertificate.context()) { relay, port in
            await #expect(throws: MailFailure.later("EHLO: no trusted encryption")) {
                try await self.encrypted("localhost", port, trusting: nil).deliver(mail)
            }
            #expect(relay.lines == ["EHLO doorwijzer.example", "STARTTLS"])
        }
    }

    @Test func `mail in the clear goes nowhere but to this machine`() {
        func relay(_ host: String, _ encryption: SMTPDelivery.Relay.Encryption?) -> SMTPDelivery.Relay? {
            .init(host: host, port: 25, encryption: encryption, helloName: "a")
        }
        #expect(relay("127.0.0.1", nil) != nil)
        #expect(relay("::1", Optional.none) != nil)
        #expect(relay("localhost", SMTPDelivery.Relay.Encryption.none) != nil)
        #expect(relay("127.example.org", SMTPDelivery.Relay.Encryption.none) == nil)
        #expect(relay("10.0.0.1", SMTPDelivery.Relay.Encryption.none) == nil)
        #expect(relay("relay.example", nil) != nil)
    }

    @Test func `nobody listens`() async throws {
        // Bound and never listened at: refused, and nobody else can take the port meanwhile.
        let held = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { _ = close(held) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(held, $0, length) == 0 ? getsockname(held, $0, &length) : -1
            }
        }
        try #require(status == 0)
        let port = Int(UInt16(bigEndian: address.sin_port))
        await #expect(throws: MailFailure.later("connect: no connection")) { try await relay(port).deliver(mail) }
    }

    @Test func `answers are read in any pieces`() throws {
        let text = "250-relay.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n221 bye\r\n"
        for size in 1...text.utf8.count {
            var parser = SMTPReply.Parser()
            var replies: [SMTPReply] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                replies += try parser.read(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(replies.map(\.code) == [250, 221])
            #expect(replies.first?.extensions == ["SIZE": ["1000"], "STARTTLS": []])
            #expect(!parser.isInside)
        }
    }

    // MARK: Programs and folders

    @Test(arguments: [
        ("exit 0", nil), ("exit 75", MailFailure.later("sendmail exited with 75")),
        ("exit 67", .never("sendmail exited with 67")), ("exit 78", .later("sendmail exited with 78")),
        ("exec sleep 600", .later("sendmail took too long")),
    ])
    func `what sendmail says decides`(script: String, failure: MailFailure?) async throws {
        try await withFolder { folder in
            let program = folder.appendingPathComponent("sendmail")
            let body =
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > \(folder.path)/arguments\ncat > \(folder.path)/mail\n\(script)\n"
            try body.write(to: program, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
            let isSlow = script.hasPrefix("exec sleep")
            let sendmail = SendmailDelivery(path: program.path, deadline: isSlow ? .seconds(1) : .seconds(240))

            if let failure {
                await #expect(throws: failure) { try await sendmail.deliver(mail) }
            } else {
                try await sendmail.deliver(mail)
                let given = try String(contentsOf: folder.appendingPathComponent("arguments"), encoding: .utf8)
                let sent = try String(contentsOf: folder.appendingPathComponent("mail"), encoding: .utf8)
                #expect(given == "-i\n-f\npost@doorwijzer.example\n--\nanna@school.example\n")
                #expect(sent.contains("\nTo: <anna@school.example>\n") && !sent.contains("\r"))
            }
        }
    }

    @Test func `without sendmail the mail waits`() async throws {
        await #expect(throws: MailFailure.later("sendmail cannot be run")) {
            try await SendmailDelivery(path: "/nowhere/sendmail").deliver(mail)
        }
    }

    @Test func `the folder has one file per mail, also when it is delivered twice`() async throws {
        try await withFolder { folder in
            let delivery = FolderDelivery(folder: folder.appendingPathComponent("mail"))

            try await delivery.deliver(mail)
            try await delivery.deliver(mail)

            let names = try delivery.names()
            #expect(names.count == 1)
            let bytes = try Data(contentsOf: delivery.folder.appendingPathComponent(names[0]))
            #expect(Array(bytes) == mail.bytes)
        }
    }

    @Test func `memory fails when it is told to`() async throws {
        let memory = MemoryDelivery()
        memory.fail(.later("busy"))
        await #expect(throws: MailFailure.later("busy")) { try await memory.deliver(mail) }
        try await memory.deliver(mail)
        #expect(memory.mails.count == 1)
    }

    private func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "doorwijzer-mail-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
