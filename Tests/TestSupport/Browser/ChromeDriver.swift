import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A running chromedriver and the calls to it (W3C WebDriver), each with a deadline.
struct ChromeDriver: Sendable {
    private let address: String
    private static let deadline: TimeAmount = .seconds(Patience.limit.components.seconds)

    /// Starts chromedriver on a free port for the time of `body`, and ends it afterwards, whatever happened.
    static func run<Value>(_ body: (ChromeDriver) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doorwijzer-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appending(path: "chromedriver.log")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        let handle = try FileHandle(forWritingTo: output)
        defer { try? handle.close() }

        let (process, port) = try await launch(into: handle, output)
        defer { end(process) }
        return try await body(ChromeDriver(address: "http://127.0.0.1:\(port)"))
    }

    /// Chromedriver takes a free port of IPv6 and then wants the same one of IPv4, which may be taken: tried again.
    private static func launch(into handle: FileHandle, _ output: URL) async throws -> (process: Process, port: Int) {
        let path = try tool("chromedriver")
        for attempt in 1... {
            try handle.truncate(atOffset: 0)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = ["--port=0"]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
            do {
                return (process, try await port(in: output, of: process))
            } catch {
                end(process)
                guard attempt < 5, "\(error)".contains("Address already in use") else { throw error }
            }
        }
        throw BrowserFailure("chromedriver found no port")
    }

    private static func end(_ process: Process) {
        // Started from a thread that blocks SIGTERM, chromedriver would inherit that and live on. Its browsers are closed
        // before by ending their sessions.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Where a program is; says what to install when it is nowhere.
    static func tool(_ name: String) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/usr/bin"]
        guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
            throw BrowserFailure(
                "\(name) is missing. On Debian: apt-get install -y chromium chromium-driver"
            )
        }
        return path
    }

    private static func port(in output: URL, of process: Process) async throws -> Int {
        var port: Int?
        try await waitUntil("the port of chromedriver") {
            // Whether it runs is asked first: what it said before its end counts.
            let isRunning = process.isRunning
            let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
            port = text.firstMatch(of: /started successfully on port ([0-9]+)/).flatMap { Int($0.1) }
            guard port != nil || isRunning else { throw BrowserFailure("chromedriver ended at once: \(text)") }
            return port != nil
        }
        guard let port else { throw BrowserFailure("chromedriver named no port") }
        return port
    }

    /// One command; answers its `value`.
    func call(_ method: HTTPMethod, _ path: String, _ parameters: JSON? = nil) async throws -> JSON {
        var request = HTTPClientRequest(url: address + path)
        request.method = method
        if method == .POST {
            request.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
            request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(parameters ?? [:])))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: Self.deadline)
        let body = try await response.body.collect(upTo: 64 * 1024 * 1024)
        let value = try JSONDecoder().decode(JSON.self, from: Data(body.readableBytesView))["value"] ?? .null
        guard response.status == .ok else {
            throw BrowserFailure(
                value["message"]?.text ?? "chromedriver answered \(response.status.code)",
                code: value["error"]?.text
            )
        }
        return value
    }
}

/// The browser could not do what was asked.
public struct BrowserFailure: Error, CustomStringConvertible {
    public let description: String
    /// WebDriver's error code, e.g. `no such element`.
    let code: String?

    init(_ description: String, code: String? = nil) {
        self.description = description
        self.code = code
    }
}
