import Foundation
import Subprocess

/// Where `initdb` and `postgres` are, and who runs them.
struct PostgresInstallation: Sendable {
    let binaries: String
    let majorVersion: Int

    /// - Parameter clusterVersion: the major version of an existing cluster, which only the same version can run.
    /// - Throws: ``EmbeddedPostgresError`` that says what to install.
    static func find(clusterVersion: Int?) async throws -> PostgresInstallation {
        var found: [PostgresInstallation] = []
        for folder in await candidates() {
            guard FileManager.default.isExecutableFile(atPath: folder + "/postgres"),
                FileManager.default.isExecutableFile(atPath: folder + "/initdb"),
                let version = await majorVersion(of: folder + "/postgres")
            else { continue }
            found.append(PostgresInstallation(binaries: folder, majorVersion: version))
        }
        guard let best = found.first else { throw EmbeddedPostgresError.notInstalled }
        guard let clusterVersion else { return best }
        guard let matching = found.first(where: { $0.majorVersion == clusterVersion }) else {
            throw EmbeddedPostgresError.otherVersion(cluster: clusterVersion, installed: best.majorVersion)
        }
        return matching
    }

    /// First what the search path says, then the folders of the packages, highest version first.
    private static func candidates() async -> [String] {
        var folders: [String] = []
        if let path = try? await ShellCommand("command -v postgres").run().output, path.hasPrefix("/") {
            folders.append((path as NSString).deletingLastPathComponent)
        }
        for (parent, suffix) in [("/usr/lib/postgresql", "/bin"), ("/usr", "/bin"), ("/opt/homebrew/opt", "/bin")] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
            let versioned = names.compactMap { name -> (name: String, version: Int)? in
                let digits = name.replacing("pgsql-", with: "").replacing("postgresql@", with: "")
                return Int(digits).map { (name, $0) }
            }
            folders += versioned.sorted { $0.version > $1.version }.map { "\(parent)/\($0.name)\(suffix)" }
        }
        return folders
    }

    /// `postgres (PostgreSQL) 15.18 (Debian …)` → 15.
    private static func majorVersion(of executable: String) async -> Int? {
        let output = try? await ShellCommand(#"exec "$0" --version"#, arguments: [executable]).run().output
        let version = output?.split(separator: " ").dropFirst(2).first
        return version.flatMap { Int($0.prefix { $0.isNumber }) }
    }
}

/// Another account to run programs as: PostgreSQL refuses to run as root.
struct Account: Sendable {
    let userID: uid_t
    let groupID: gid_t

    /// `postgres` when we are root, nil otherwise.
    static func forServer() throws(EmbeddedPostgresError) -> Account? {
        guard geteuid() == 0 else { return nil }
        guard let entry = getpwnam("postgres") else { throw .noPostgresUser }
        return Account(userID: entry.pointee.pw_uid, groupID: entry.pointee.pw_gid)
    }

    /// A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the server in order.
    static var options: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        return options
    }

    /// `sh` with these arguments, as this account.
    ///
    /// `setpriv` (util-linux) changes the account after the exec. Between fork and exec it must not happen: there glibc's
    /// `setgroups` waits for threads of the parent that the child does not have, and hangs when one was just starting.
    static func shell(_ arguments: [String], as account: Account?) -> (executable: Executable, arguments: Arguments) {
        guard let account else { return (.name("sh"), Arguments(arguments)) }
        let change = ["--reuid=\(account.userID)", "--regid=\(account.groupID)", "--groups=\(account.groupID)"]
        return (.name("setpriv"), Arguments(change + ["sh"] + arguments))
    }
}

/// A line for `sh`, with arguments that stay arguments.
struct ShellCommand: Sendable {
    struct Result: Sendable {
        let isSuccess: Bool
        /// Both streams, without white space at the ends.
        let output: String
    }

    let script: String
    let arguments: [String]
    let account: Account?

    init(_ script: String, arguments: [String] = [], as account: Account? = nil) {
        self.script = script
        self.arguments = arguments
        self.account = account
    }

    /// - Parameter arguments: the first is `$0`.
    func run() async throws -> Result {
        let shell = Account.shell(["-c", "cd / && " + script] + arguments, as: account)
        let result = try await Subprocess.run(
            shell.executable,
            arguments: shell.arguments,
            environment: .inherit.updating(["LC_ALL": "C"]),
            platformOptions: Account.options,
            output: .string(limit: 1 << 16),
            error: .combinedWithOutput
        )
        let text = result.standardOutput
        return Result(
            isSuccess: result.terminationStatus.isSuccess,
            output: text.trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }
}

extension EmbeddedPostgres {
    /// The major version of the PostgreSQL that would be used for a new cluster.
    /// - Throws: ``EmbeddedPostgresError/notInstalled``, which says what to install.
    public static func installedVersion() async throws -> Int {
        try await PostgresInstallation.find(clusterVersion: nil).majorVersion
    }
}
