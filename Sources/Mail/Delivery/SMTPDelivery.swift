import Domain
import Foundation
import NIOCore
import NIOSSL

/// Hands mail to a relay over SMTP (RFC 5321), one mail per connection.
public struct SMTPDelivery: MailDelivery {
    public struct Relay: Sendable {
        public enum Encryption: Sendable {
            /// `STARTTLS` before anything else; without it nothing is sent.
            case startTLS
            /// From the first byte, usually at port 465.
            case fromTheStart
            /// In the clear: only to a relay on this machine.
            case none
        }

        public struct Login: Sendable {
            let name: String
            let password: String

            public init(name: String, password: String) {
                self.name = name
                self.password = password
            }
        }

        let host: String
        let port: Int
        let encryption: Encryption
        let login: Login?
        let helloName: String
        let authorities: String?

        /// Nil when it would send mail in the clear to another machine.
        ///
        /// - Parameters:
        ///   - encryption: by default `STARTTLS`, and nothing to a relay on this machine.
        ///   - helloName: how this machine calls itself, a host name.
        ///   - authorities: a PEM file with the authorities to trust instead of those of the machine.
        public init?(
            host: String,
            port: Int,
            encryption: Encryption? = nil,
            login: Login? = nil,
            helloName: String,
            authorities: String? = nil
        ) {
            let isHere = Self.isLoopback(host)
            let chosen = encryption ?? (isHere ? .none : .startTLS)
            if case .none = chosen, !isHere { return nil }
            self.host = host
            self.port = port
            self.encryption = chosen
            self.login = login
            self.helloName = helloName
            self.authorities = authorities
        }

        private static func isLoopback(_ host: String) -> Bool {
            guard host != "localhost" else { return true }
            switch try? SocketAddress(ipAddress: host, port: 0) {
            case .v4: return host.hasPrefix("127.")
            case .v6: return host == "::1"
            default: return false
            }
        }
    }

    private let relay: Relay
    private let patience: @Sendable () -> TimeAmount

    /// - Parameter seconds: how long each step may take.
    public init(relay: Relay, seconds: Int = 30) {
        self.init(relay: relay, patience: { .seconds(Int64(seconds)) })
    }

    /// - Parameter patience: asked anew for connecting and for each answer that is waited for.
    init(relay: Relay, patience: @escaping @Sendable () -> TimeAmount) {
        self.relay = relay
        self.patience = patience
    }

    public var reachesPeople: Bool { true }

    public func deliver(_ mail: WrittenMail) async throws(MailFailure) {
        guard mail.hasPlainAddresses else { throw .never("the address is not plain ASCII") }
        let (connection, security) = try await open()
        do {
            try await talk(mail, connection, security)
            await connection.close()
        } catch {
            await connection.close()
            throw error
        }
    }

    private func open() async throws(MailFailure) -> (SMTPConnection, NIOSSLContext?) {
        do {
            let security = try encryption()
            let isAtOnce = if case .fromTheStart = relay.encryption { true } else { false }
            let connection = try await SMTPConnection.open(
                host: relay.host,
                port: relay.port,
                patience: patience,
                security: isAtOnce ? security : nil
            )
            return (connection, security)
        } catch {
            throw Self.failure(error, at: "connect")
        }
    }

    private func encryption() throws -> NIOSSLContext? {
        if case .none = relay.encryption { return nil }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = relay.authorities { configuration.trustRoots = .file(file) }
        return try NIOSSLContext(configuration: configuration)
    }

    private func talk(
        _ mail: WrittenMail,
        _ connection: SMTPConnection,
        _ security: NIOSSLContext?
    ) async throws(MailFailure) {
        try await step("greeting") { try await connection.reply() }
        var hello = try await step("EHLO") { try await connection.say("EHLO \(relay.helloName)") }
        if case .startTLS = relay.encryption, let security {
            guard hello.extensions["STARTTLS"] != nil else { throw .later("the relay offers no STARTTLS") }
            try await step("STARTTLS") { try await connection.say("STARTTLS") }
            do {
                try await connection.encrypt(security, host: relay.host)
            } catch {
                throw Self.failure(error, at: "STARTTLS")
            }
            // What was offered in the clear may have been anyone's; only what is said now counts.
            hello = try await step("EHLO") { try await connection.say("EHLO \(relay.helloName)") }
        }
        try await logIn(connection, hello)
        try await step("MAIL") { try await connection.say("MAIL FROM:<\(mail.from.rawValue)>") }
        try await step("RCPT") { try await connection.say("RCPT TO:<\(mail.to.rawValue)>") }
        let ready = try await step("DATA") { try await connection.say("DATA") }
        guard ready.code == 354 else { throw .later("DATA: \(ready.code)") }
        try await step("end of DATA") { try await connection.send(Self.stuffed(mail.bytes)) }
        // The relay has it now; whether it hears the goodbye changes nothing.
        _ = try? await connection.say("QUIT")
    }

    private func logIn(_ connection: SMTPConnection, _ hello: SMTPReply) async throws(MailFailure) {
        guard let login = relay.login else { return }
        guard hello.extensions["AUTH"]?.contains("PLAIN") ?? false else {
            throw .later("the relay offers no AUTH PLAIN")
        }
        let secret = Data("\0\(login.name)\0\(login.password)".utf8).base64EncodedString()
        let answer = try await answer("AUTH") { try await connection.say("AUTH PLAIN \(secret)") }
        // A wrong password is for whoever runs the service to mend; the mail can wait for that.
        guard answer.isPositive else { throw .later("AUTH: \(answer.code)") }
    }

    /// Says something to which only a yes lets us go on.
    @discardableResult
    private func step(
        _ name: String,
        _ body: () async throws -> SMTPReply
    ) async throws(MailFailure) -> SMTPReply {
        let reply = try await answer(name, body)
        // A relay that turns away this machine or its sender says nothing about this mail.
        guard reply.isPositive else {
            throw ["greeting", "EHLO", "STARTTLS", "MAIL"].contains(name)
                ? .later("\(name): \(reply.code)") : reply.failure(name)
        }
        return reply
    }

    private func answer(_ name: String, _ body: () async throws -> SMTPReply) async throws(MailFailure) -> SMTPReply {
        do {
            return try await body()
        } catch {
            throw Self.failure(error, at: name)
        }
    }

    private static func failure(_ error: any Error, at step: String) -> MailFailure {
        switch error {
        case SMTPConnection.Broken.tooSlow: .later("\(step): no answer in time")
        case SMTPConnection.Broken.malformed: .later("\(step): the answer is not SMTP")
        case SMTPConnection.Broken.spokeOutOfTurn: .later("\(step): the relay spoke out of turn")
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .later("\(step): no trusted encryption")
        default: .later("\(step): no connection")
        }
    }

    /// A line that begins with a dot gets another one (RFC 5321, 4.5.2); the mail ends in a line with a dot only.
    static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var isAtStart = true
        for byte in bytes {
            if isAtStart, byte == 46 { result.append(46) }
            result.append(byte)
            isAtStart = byte == 10
        }
        if !isAtStart { result += [13, 10] }
        return result + [46, 13, 10]
    }
}
