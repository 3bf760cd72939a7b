import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import TestSupport
import Testing

@testable import HTTPBase

/// What a stranger can ask of the house: how often, how much, for how long, and from where.
@Suite struct EdgeTests {
    // MARK: Addresses

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.0/8", true), ("128.0.0.1", "127.0.0.0/8", false), ("10.1.2.3", "10.1.2.3", true),
        ("10.1.2.4", "10.1.2.3", false), ("::ffff:10.1.2.3", "10.1.2.0/24", true), ("::1", "::1", true),
        ("::1", "127.0.0.1", false), ("2001:db8::5", "2001:db8::/32", true), ("2001:db9::5", "2001:db8::/32", false),
        ("192.168.130.1", "192.168.128.0/20", true), ("192.168.144.1", "192.168.128.0/20", false),
        ("1.2.3.4", "0.0.0.0/0", true), ("::1", "0.0.0.0/0", false),
    ])
    func `a block holds its addresses and no others`(address: String, range: String, isIn: Bool) throws {
        let address = try #require(NetworkAddress(address))
        #expect(try #require(AddressRange(range)).contains(address) == isIn)
    }

    @Test(arguments: ["", "nginx", "1.2.3", "1.2.3.4:80", "[::1]", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1"])
    func `what is no address or block is nothing`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(
        arguments: [
            // A stranger's own word about the address counts for nothing.
            ("9.9.9.9", "1.1.1.1", "9.9.9.9"), ("127.0.0.1", nil, "127.0.0.1"), ("127.0.0.1", "1.1.1.1", "1.1.1.1"),
            ("127.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1"), ("127.0.0.1", "1.1.1.1, 10.0.0.7", "1.1.1.1"),
            ("127.0.0.1", "onzin", "127.0.0.1"), ("127.0.0.1", "6.6.6.6, onzin", "127.0.0.1"),
            ("127.0.0.1", "2001:db8::1", "2001:db8::1"), ("127.0.0.1", "10.0.0.8,10.0.0.7", "10.0.0.8"),
            (nil, "1.1.1.1", nil),
        ] as [(String?, String?, String?)]
    )
    func `only our own proxies are believed`(peer: String?, forwarded: String?, visitor: String?) {
        let proxies = TrustedProxies(["127.0.0.1", "10.0.0.0/8"].compactMap { AddressRange($0) })
        let found = proxies.visitor(peer: peer.flatMap { NetworkAddress($0) }, forwardedFor: forwarded)
        #expect(found == visitor.flatMap { NetworkAddress($0) })
    }

    // MARK: How often

    @Test func `a bucket empties, says how long to wait, and fills again`() throws {
        let buckets = TokenBuckets(.init(burst: 3, perSecond: 0.5))
        let (anna, bas) = (try #require(NetworkAddress("1.1.1.1")), try #require(NetworkAddress("1.1.1.2")))
        let start = ContinuousClock.now
        for _ in 1...3 { #expect(buckets.take(anna, at: start) == nil) }
        #expect(buckets.take(anna, at: start) == 2)
        #expect(buckets.take(anna, at: start + .seconds(1)) == 1)
        #expect(buckets.take(bas, at: start) == nil)
        #expect(buckets.take(anna, at: start + .seconds(2)) == nil)
        #expect(buckets.take(anna, at: start + .seconds(2)) != nil)
        // A long rest gives no more than the burst.
        for _ in 1...3 { #expect(buckets.take(anna, at: start + .seconds(1_000)) == nil) }
        #expect(buckets.take(anna, at: start + .seconds(1_000)) != nil)
    }

    @Test func `an attack from everywhere takes no more memory than there is room`() throws {
        let buckets = TokenBuckets(.init(burst: 1, perSecond: 0.001), capacity: 100)
        let now = ContinuousClock.now
        for number in 0..<5_000 {
            let address = try #require(NetworkAddress("10.0.\(number / 256).\(number % 256)"))
            #expect(buckets.take(address, at: now) == nil)
        }
        #expect(buckets.count <= 100)
    }

    @Test func `neighbours in one network of version 6 share a bucket, of version 4 they do not`() throws {
        func network(_ text: String) throws -> NetworkAddress { try #require(NetworkAddress(text)).network }
        #expect(try network("2001:db8:1:2::1") == network("2001:db8:1:2:ffff::9"))
        #expect(try network("2001:db8:1:2::1") != network("2001:db8:1:3::1"))
        #expect(try network("1.2.3.4") != network("1.2.3.5"))
    }

    @Test func `whoever asks too often gets a page that says how long to wait; others notice nothing`() async throws {
        let clock = Mutex(ContinuousClock.now)
        let limits = RequestLimits(
            proxies: TrustedProxies(["127.0.0.1", "::1"].compactMap { AddressRange($0) }),
            pages: .init(burst: 20, perSecond: 0.01),
            guarded: .init(burst: 3, perSecond: 0.01),
            guardedPrefixes: ["/kies"],
            now: { clock.withLock { $0 } }
        )
        try await House(limits: limits).app.test(.live) { client in
            func send(_ method: HTTPRequest.Method, _ path: String, from address: String) async throws -> TestResponse {
                let name = try #require(HTTPField.Name("X-Forwarded-For"))
                return try await client.execute(uri: path, method: method, headers: [name: address])
            }
            for _ in 1...3 { #expect(try await send(.post, "/kies", from: "1.1.1.1").status == .forbidden) }
            let refused = try await send(.post, "/kies", from: "1.1.1.1")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter].flatMap { Int($0) } == 100)
            #expect(refused.headers[.cacheControl] == "no-store")
            #expect(SecurityHeaders.areIn(refused.headers))
            #expect(String(buffer: refused.body).contains("Even rustig aan"))
            #expect(try await send(.post, "/kies/dieper", from: "1.1.1.1").status == .tooManyRequests)
            // Reading goes on, and so does everybody else.
            #expect(try await send(.get, "/kies", from: "1.1.1.1").status == .ok)
            #expect(try await send(.post, "/kies", from: "6.6.6.6, 1.1.1.2").status == .forbidden)
            for _ in 1...20 { _ = try await send(.get, "/", from: "1.1.1.3") }
            #expect(try await send(.get, "/", from: "1.1.1.3").status == .tooManyRequests)
            // Who waits as long as the page said is let in again.
            clock.withLock { $0 += .seconds(99) }
            #expect(try await send(.post, "/kies", from: "1.1.1.1").status == .tooManyRequests)
            clock.withLock { $0 += .seconds(1) }
            #expect(try await send(.post, "/kies", from: "1.1.1.1").status == .forbidden)
        }
    }

    // MARK: How much and how long

    @Test func `an address that is too long is refused with a page`() async throws {
        try await WebClient.visit(try House().app) { client in
            let page = try await client.get("/lijst?x=" + String(repeating: "a", count: 9_000))
            #expect(page.status == 414)
            #expect(page.text.contains("We kunnen dit adres niet lezen"))
        }
    }

    @Test func `whoever asks for another protocol gets an answer and the end of the connection`() async throws {
        let house = try House()
        let app = Application(responder: house.responder, server: .guarded, logger: house.logger)
        try await app.test(.live) { client in
            let plain = try await client.execute(uri: "/kies", method: .get)
            #expect(plain.headers[.connection] == nil)
            let headers: HTTPFields = [.connection: "Upgrade", .upgrade: "websocket"]
            let answer = try await client.execute(uri: "/kies", method: .get, headers: headers)
            #expect(answer.status == .ok)
            #expect(answer.headers[.connection] == "close")
            #expect(SecurityHeaders.areIn(answer.headers))
        }
    }

    @Test(arguments: [("naam=Anna", 9, true), ("naam=An", 9, false), ("", 9, false), ("naam=Anna", nil, true)])
    func `half a form is no form`(body: String, announced: Int?, isWhole: Bool) async throws {
        var head = HTTPRequest(method: .post, scheme: "https", authority: "localhost", path: "/formulier")
        head.headerFields[.contentType] = "application/x-www-form-urlencoded"
        head.headerFields[.contentLength] = announced.map { "\($0)" }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let form = try? await FormData(request, limit: 1_000)
        #expect(form?["naam"] == (isWhole ? "Anna" : nil))
    }

    @Test func `what takes too long ends in a page, and the next request is answered`() async throws {
        // The page takes a minute, the deadline is half of that.
        let clock = RacingClock()
        let house = try House(clock: clock)
        try await Application(
            responder: RequestDeadline(house.responder, clock: clock),
            logger: house.logger
        ).test(.router) { client in
            let slow = try await client.execute(uri: "/traag", method: .get)
            #expect(slow.status == .serviceUnavailable)
            #expect(slow.headers[.retryAfter] == "60")
            #expect(SecurityHeaders.areIn(slow.headers))
            #expect(String(buffer: slow.body).contains("Dit duurde te lang"))
            #expect(try await client.execute(uri: "/formulier", method: .get).status == .ok)
        }
    }

    @Test(arguments: [("/traag", 200), ("/traag/dieper", 200), ("/traagheid", 503), ("/", 503)])
    func `where whole files are taken over there is more time`(path: String, status: Int) async throws {
        let clock = RacingClock()
        let sleeper = CallbackResponder<RootContext> { _, _ in
            // Without the longer time this is cancelled.
            do { try await clock.sleep(for: .seconds(45)) } catch { return Response(status: .serviceUnavailable) }
            return Response(status: .ok)
        }
        let responder = RequestDeadline(
            sleeper,
            limit: .seconds(30),
            longer: ["/traag": .seconds(60)],
            clock: clock
        )
        try await Application(responder: responder).test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.status.code == status)
        }
    }
}
