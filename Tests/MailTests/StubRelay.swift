import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A relay that answers by a script and remembers what was said to it.
final class StubRelay: Sendable {
    /// What is answered to a line that begins with these words; nil for silence.
    typealias Script = @Sendable (_ line: String) -> String?

    private let heard: Mutex<[String]> = Mutex([])
    private let channel: Mutex<(any Channel)?> = Mutex(nil)

    var lines: [String] { heard.withLock { $0 } }

    /// Everything a willing relay answers.
    static func willing(_ line: String) -> String? {
        switch line.split(separator: " ").first.map(String.init) ?? "" {
        case "(connected)": "220 relay.example ESMTP\r\n"
        case "EHLO": "250-relay.example\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN\r\n"
        case "AUTH": "235 ok\r\n"
        case "DATA": "354 go on\r\n"
        case "QUIT": "221 bye\r\n"
        default: "250 ok\r\n"
        }
    }

    @discardableResult
    static func with<Value>(
        _ script: @escaping Script = StubRelay.willing,
        security: NIOSSLContext? = nil,
        _ body: (StubRelay, _ port: Int) async throws -> Value
    ) async throws -> Value {
        let relay = StubRelay()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Conversation(relay: relay, script: script, security: security)
                    )
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let value = try await body(relay, server.localAddress?.port ?? 0)
            try await server.close()
            return value
        } catch {
            try? await server.close()
            throw error
        }
    }

    private final class Conversation: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let relay: StubRelay
        private let script: Script
        /// What it turns to after `STARTTLS`.
        private let security: NIOSSLContext?
        private var rest = ""
        private var isInData = false

        init(relay: StubRelay, script: @escaping Script, security: NIOSSLContext?) {
            self.relay = relay
            self.script = script
            self.security = security
        }

        func channelActive(context: ChannelHandlerContext) { answer("(connected)", context) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            rest += String(buffer: unwrapInboundIn(data))
            while let end = rest.range(of: "\r\n") {
                let line = String(rest[..<end.lowerBound])
                rest = String(rest[end.upperBound...])
                relay.heard.withLock { $0.append(line) }
                if isInData {
                    guard line == "." else { continue }
                    isInData = false
                    answer("(mail)", context)
                } else {
                    let said = answer(line, context)
                    isInData = line == "DATA" && said?.hasPrefix("354") ?? false
                    if line == "STARTTLS", let security { encrypt(security, context) }
                }
            }
        }

        private func encrypt(_ security: NIOSSLContext, _ context: ChannelHandlerContext) {
            let handler = NIOSSLServerHandler(context: security)
            try? context.pipeline.syncOperations.addHandler(handler, position: .first)
        }

        @discardableResult
        private func answer(_ line: String, _ context: ChannelHandlerContext) -> String? {
            guard let text = script(line) else { return nil }
            if text.isEmpty {
                context.close(promise: nil)
            } else {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            }
            return text
        }
    }
}
