import NIOCore
import NIOPosix
import NIOSSL

/// One connection to a relay: says a line, waits for the answer, each within a deadline.
struct SMTPConnection: Sendable {
    private let channel: any Channel
    private let replies: NIOLoopBound<Replies>
    private let patience: @Sendable () -> TimeAmount

    /// Nothing is answered any more, or what was answered makes no sense.
    enum Broken: Error { case closed, tooSlow, malformed, spokeOutOfTurn }

    /// - Parameter security: what encrypts from the first byte; nil begins in the clear.
    static func open(
        host: String,
        port: Int,
        patience: @escaping @Sendable () -> TimeAmount,
        security: NIOSSLContext?
    ) async throws -> SMTPConnection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(patience())
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let replies = Replies()
                    if let security {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: security, serverHostname: Self.serverName(host))
                        )
                    }
                    try channel.pipeline.syncOperations.addHandler(replies)
                    return SMTPConnection(
                        channel: channel,
                        replies: NIOLoopBound(replies, eventLoop: channel.eventLoop),
                        patience: patience
                    )
                }
            }
    }

    /// An address of digits has no name to ask for.
    private static func serverName(_ host: String) -> String? {
        (try? SocketAddress(ipAddress: host, port: 0)) == nil ? host : nil
    }

    /// Sends a line and waits for its answer.
    func say(_ line: String) async throws -> SMTPReply { try await send(Array((line + "\r\n").utf8)) }

    func send(_ bytes: [UInt8]) async throws -> SMTPReply {
        do {
            try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        } catch {
            // Why it went wrong is what the other direction met, for example a certificate that nobody vouches for.
            await close()
        }
        return try await reply()
    }

    /// The next answer.
    func reply() async throws -> SMTPReply {
        try await channel.eventLoop.flatSubmit { [channel, replies, patience] in
            let answer = channel.eventLoop.makePromise(of: SMTPReply.self)
            replies.value.next(answer)
            let alarm = channel.eventLoop.scheduleTask(in: patience()) { answer.fail(Broken.tooSlow) }
            answer.futureResult.whenComplete { _ in alarm.cancel() }
            return answer.futureResult
        }.get()
    }

    /// Encrypts from here on. Whatever was said before its turn would be read as if it had come encrypted: that ends it.
    func encrypt(_ security: NIOSSLContext, host: String) async throws {
        try await channel.eventLoop.submit { [channel, replies] in
            guard replies.value.isQuiet else { throw Broken.spokeOutOfTurn }
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLClientHandler(context: security, serverHostname: Self.serverName(host)),
                position: .first
            )
        }.get()
    }

    func close() async { try? await channel.close() }

    /// Keeps answers until someone asks, and whoever asks until there is an answer. Lives on the channel's event loop.
    private final class Replies: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private var parser = SMTPReply.Parser()
        private var waiting: [SMTPReply] = []
        private var asker: EventLoopPromise<SMTPReply>?
        private var end: (any Error)?

        var isQuiet: Bool { waiting.isEmpty && !parser.isInside }

        func next(_ promise: EventLoopPromise<SMTPReply>) {
            if !waiting.isEmpty {
                promise.succeed(waiting.removeFirst())
            } else if let end {
                promise.fail(end)
            } else {
                asker = promise
            }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard end == nil else { return }
            do {
                waiting += try parser.read(unwrapInboundIn(data).readableBytesView)
                guard waiting.count <= 10 else { throw SMTPReply.Parser.Malformed() }
            } catch {
                return finish(Broken.malformed)
            }
            guard !waiting.isEmpty, let asker else { return }
            self.asker = nil
            asker.succeed(waiting.removeFirst())
        }

        func channelInactive(context: ChannelHandlerContext) {
            finish(Broken.closed)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            finish(error)
            context.close(promise: nil)
        }

        /// The first reason is the one that is told.
        private func finish(_ reason: any Error) {
            if end == nil { end = reason }
            asker?.fail(end ?? reason)
            asker = nil
        }
    }
}
