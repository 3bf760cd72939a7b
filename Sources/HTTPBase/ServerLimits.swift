public import Hummingbird
public import HummingbirdCore
public import Logging
import NIOCore
import NIOHTTPTypes

extension HTTPServerBuilder {
    /// HTTP/1.1 for strangers: small heads, and nobody who keeps a connection open without saying anything. The proxy in
    /// front must let go of an idle connection sooner than 20 seconds.
    public static var guarded: HTTPServerBuilder {
        .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [LastRequests(), BareAnswers()],
                idleTimeout: .seconds(20),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024,
                    maxHeaderListSize: 32 * 1024,
                    maxHeaderFieldCount: 100
                )
            )
        )
    }
}

/// Gives the security headers to answers that no middleware saw: what cannot be read as HTTP at all gets a bare 400 from
/// the server itself.
final class BareAnswers: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), !SecurityHeaders.areIn(head.headerFields) else {
            return context.write(data, promise: promise)
        }
        SecurityHeaders.add(to: &head.headerFields)
        head.headerFields[.cacheControl] = "no-store"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}

@available(*, unavailable)
extension BareAnswers: Sendable {}

/// Ends the connection with the answer to whoever asks for another protocol (CONNECT, Upgrade). We speak no other, but
/// after such a request the parser reads nothing more: the next visitor whom a proxy sends over the same connection would
/// wait until it is closed as idle.
final class LastRequests: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var isLast = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data),
            head.method == .connect || head.headerFields[.upgrade] != nil
        else { return context.fireChannelRead(data) }
        isLast = true
        head.headerFields[.connection] = "close"
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard isLast, case .head(var head) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        head.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}

@available(*, unavailable)
extension LastRequests: Sendable {}

extension ApplicationConfiguration {
    /// Listens here, with at most so many connections at once; more wait until one ends. Says no name and no version.
    public static func guarded(host: String, port: Int, mostConnections: Int = 1_000, logger: Logger) -> Self {
        ApplicationConfiguration(
            address: .hostname(host, port: port),
            serverName: nil,
            availableConnectionsDelegate: MaximumAvailableConnections(mostConnections, logger: logger)
        )
    }
}
