import Foundation
import Logging

/// The folder of a private cluster: `cluster`, `server.log` and `lock`.
struct ClusterPlace: Sendable {
    let folder: URL

    var cluster: String { folder.path + "/cluster" }
    var log: String { folder.path + "/server.log" }

    /// Makes the folder, mode 0700, owned by whoever runs the server.
    /// - Throws: `EmbeddedPostgresError.notWritable` when the folder cannot be made.
    static func prepare(in dataDirectory: URL, account: Account?) async throws -> ClusterPlace {
        do {
            return try await choose(in: dataDirectory, account: account)
        } catch let error as CocoaError {
            let reason = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
            throw EmbeddedPostgresError.notWritable(
                folder: dataDirectory.path,
                reason: reason ?? error.localizedDescription
            )
        }
    }

    private static func choose(in dataDirectory: URL, account: Account?) async throws -> ClusterPlace {
        let files = FileManager.default
        try files.createDirectory(at: dataDirectory, withIntermediateDirectories: true)
        let near = dataDirectory.resolvingSymlinksInPath().appending(path: "postgres", directoryHint: .isDirectory)
        guard let account else {
            try makePrivate(near, for: nil)
            return ClusterPlace(folder: near)
        }
        let existed = files.fileExists(atPath: near.path)
        try makePrivate(near, for: account)
        if try await ShellCommand(#"cd "$0" && test -w ."#, arguments: [near.path], as: account).run().isSuccess {
            return ClusterPlace(folder: near)
        }
        if !existed { try? files.removeItem(at: near) }
        let parent = URL(filePath: "/var/lib/doorwijzer", directoryHint: .isDirectory)
        try files.createDirectory(
            at: parent,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        let far = parent.appending(path: stableName(for: dataDirectory.path), directoryHint: .isDirectory)
        try makePrivate(far, for: account)
        return ClusterPlace(folder: far)
    }

    private static func makePrivate(_ folder: URL, for account: Account?) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        if let account {
            attributes[.ownerAccountID] = NSNumber(value: account.userID)
            attributes[.groupOwnerAccountID] = NSNumber(value: account.groupID)
        }
        try FileManager.default.setAttributes(attributes, ofItemAtPath: folder.path)
    }

    /// The same path always gives the same name: FNV-1a of 64 bits.
    private static func stableName(for path: String) -> String {
        let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }

    /// The major version of the cluster, nil when there is none.
    var clusterVersion: Int? {
        let text = try? String(contentsOfFile: cluster + "/PG_VERSION", encoding: .utf8)
        return text.flatMap { Int($0.prefix { $0.isNumber }) }
    }

    /// Makes the cluster beside its place and moves it there when it is whole.
    func create(with installation: PostgresInstallation, account: Account?, isDurable: Bool) async throws {
        let unfinished = cluster + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        let command = [
            installation.binaries + "/initdb", "-D", unfinished, "--username=postgres", "--encoding=UTF8",
            "--locale=C.UTF-8", "--auth=trust", "--no-instructions",
        ]
        let result = try await ShellCommand(
            #"exec "$0" "$@""#,
            arguments: command + (isDurable ? [] : ["--no-sync"]),
            as: account
        ).run()
        guard result.isSuccess else {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw EmbeddedPostgresError.failed("initdb could not make a cluster", log: Self.tail(of: result.output))
        }
        try FileManager.default.moveItem(atPath: unfinished, toPath: cluster)
    }

    /// Sockets need a short path: at most 107 bytes on Linux.
    /// - Parameter previous: the folder of an earlier start, which clients still know.
    func makeSocketFolder(again previous: String?, account: Account?) throws -> String {
        if let previous {
            try Self.makePrivate(URL(filePath: previous, directoryHint: .isDirectory), for: account)
            return previous
        }
        var template = Array("/tmp/doorwijzer-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw EmbeddedPostgresError.failed(
                "no folder for the socket could be made in /tmp: \(String(cString: strerror(errno)))",
                log: ""
            )
        }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if let account { _ = chown(path, account.userID, account.groupID) }
        return path
    }

    /// The log of the last run stays beside this one's; older ones go.
    func rotateLog() {
        try? FileManager.default.removeItem(atPath: log + ".1")
        try? FileManager.default.moveItem(atPath: log, toPath: log + ".1")
    }

    var logTail: String {
        // A server that stops for want of room may have cut a character in two.
        Self.tail(of: String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self))
    }

    private static func tail(of text: String) -> String {
        text.split(separator: "\n").suffix(15).joined(separator: "\n")
    }

    /// The server's process once it accepts connections on this socket. Lines of `postmaster.pid`: 1 process, 5 socket
    /// folder, 8 state (PostgreSQL, `pidfile.h`).
    func readyProcessID(socketFolder: String) -> Int32? {
        let lines = lockFileLines
        guard lines.count >= 8, lines[4] == socketFolder, lines[7].hasPrefix("ready") else { return nil }
        return Int32(lines[0])
    }

    private var lockFileLines: [String] {
        let text = try? String(contentsOfFile: cluster + "/postmaster.pid", encoding: .utf8)
        return text?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
    }

    // MARK: Predecessors

    /// Ends what a killed predecessor left running. We hold the folder's lock, so nobody alive owns it.
    func stopLeftovers(logger: Logger) async throws {
        let lines = lockFileLines
        guard let processID = lines.first.flatMap({ Int32($0) }) else { return }
        if processesInCluster.contains(processID) {
            logger.warning(
                "stopping a database server that was left behind",
                metadata: ["process": "\(processID)"]
            )
            kill(processID, SIGINT)
            if try await !waitUntilEmpty(.seconds(10)) { kill(processID, SIGQUIT) }
        }
        guard try await waitUntilEmpty(.seconds(15)) else {
            throw EmbeddedPostgresError.inUse(folder: folder.path, processID: processesInCluster.first)
        }
        // No process works in the cluster any more, so the file is stale, even if its number was given to another.
        if Self.knowsProcesses { try? FileManager.default.removeItem(atPath: cluster + "/postmaster.pid") }
        if lines.count > 4, lines[4].hasPrefix("/tmp/doorwijzer-") {
            try? FileManager.default.removeItem(atPath: lines[4])
        }
    }

    private func waitUntilEmpty(_ patience: Duration) async throws -> Bool {
        let deadline = ContinuousClock.now + patience
        while !processesInCluster.isEmpty {
            guard ContinuousClock.now < deadline else { return false }
            try await Task.sleep(for: .milliseconds(50))
        }
        return true
    }

    private static var knowsProcesses: Bool { FileManager.default.fileExists(atPath: "/proc/self/cwd") }

    /// Server and backends all work in the cluster's folder.
    private var processesInCluster: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { id in
            let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")
            return folder == cluster
        }
    }
}

/// Held as long as the object lives; the kernel lets go when the process dies, however it dies.
final class FolderLock: Sendable {
    private let descriptor: Int32

    init(_ folder: URL) throws(EmbeddedPostgresError) {
        let path = folder.path + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .failed("\(path) cannot be opened: \(String(cString: strerror(errno)))", log: "")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let owner = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
            close(descriptor)
            throw .inUse(folder: folder.path, processID: owner.flatMap { Int32($0) })
        }
        let text = Array("\(getpid())".utf8)
        ftruncate(descriptor, 0)
        _ = write(descriptor, text, text.count)
    }

    deinit {
        close(descriptor)
    }
}
