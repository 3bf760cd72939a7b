import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Talks to providers: follows no redirects, waits no longer than it may, and reads no more than it must.
///
/// The client's own deadline ends with the head of an answer, so the whole conversation is raced against the clock.
public struct ProviderHTTP: Sendable {
    struct Answer: Sendable {
        let status: Int
        let body: [UInt8]
    }

    private let client: HTTPClient
    private let deadline: Duration
    private let clock: any Clock<Duration>
    private let greatestAnswer: Int

    /// - Parameters:
    ///   - deadline: for each call, from connecting to the last byte.
    ///   - greatestAnswer: bytes; the keys of the largest providers with their certificates are a tenth of the default.
    public init(
        deadline: Duration = .seconds(5),
        greatestAnswer: Int = 256 * 1024,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(3)
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.deadline = deadline
        self.clock = clock
        self.greatestAnswer = greatestAnswer
    }

    /// Must be called when nobody signs in any more.
    public func shutdown() async {
        try? await client.shutdown()
    }

    func get(_ address: String, for step: ProviderFailure.Step) async throws -> Answer {
        try await send(HTTPClientRequest(url: address), for: step)
    }

    func post(
        _ address: String,
        fields: [(name: String, value: String)],
        authorization: String?,
        for step: ProviderFailure.Step
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(string: URLEncoded.encode(fields)))
        return try await send(request, for: step)
    }

    private func send(_ request: HTTPClientRequest, for step: ProviderFailure.Step) async throws -> Answer {
        var request = request
        request.headers.add(name: "accept", value: "application/json")
        request.headers.add(name: "user-agent", value: "doorwijzer")
        let (sent, client, deadline, most, clock) = (request, client, deadline, greatestAnswer, clock)
        let answer: Answer?
        do {
            answer = try await withThrowingTaskGroup(of: Answer?.self) { group in
                group.addTask {
                    let response = try await client.execute(sent, timeout: .seconds(60))
                    let body = try await response.body.collect(upTo: most)
                    return Answer(status: Int(response.status.code), body: Array(body.readableBytesView))
                }
                group.addTask {
                    try await clock.sleep(for: deadline)
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch is NIOTooManyBytesError {
            throw ProviderFailure.malformed(step)
        } catch {
            // A connection refused, a name unknown, a certificate that does not hold: for the person it is the same.
            throw ProviderFailure.unreachable(step)
        }
        guard let answer, answer.status < 500 else { throw ProviderFailure.unreachable(step) }
        return answer
    }
}
