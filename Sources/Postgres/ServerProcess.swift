import Foundation
import Subprocess

/// A running `postgres`, watched by a small shell that stops it when our end of a pipe closes. The pipe closes also when
/// this process is killed, so that no server stays behind.
actor ServerProcess {
    /// `$0` is the log, `$1` the folder of the socket, the rest the server's command line. The inner group waits for the
    /// pipe to close. The folder is empty and goes when the server ended in order.
    private static let watch = """
        sockets=$1
        shift
        "$@" </dev/null >>"$0" 2>&1 &
        server=$!
        exec 3<&0
        { read -r ignored <&3; kill -INT "$server"; } >/dev/null 2>&1 &
        watcher=$!
        exec 3<&-
        wait "$server"
        status=$?
        kill "$watcher" 2>/dev/null
        rmdir "$sockets" 2>/dev/null
        exit "$status"
        """

    private(set) var isRunning = true
    private var lifeline: StandardInputWriter?
    private var mustStop = false

    init(command: [String], log: String, socketFolder: String, account: Account?) {
        // Not part of any request: ends when the server does.
        Task.detached { await self.watch([socketFolder] + command, log: log, account: account) }
    }

    private func watch(_ arguments: [String], log: String, account: Account?) async {
        let shell = Account.shell(["-c", "cd / && " + Self.watch, log] + arguments, as: account)
        _ = try? await Subprocess.run(
            shell.executable,
            arguments: shell.arguments,
            environment: .inherit.updating(["LC_ALL": "C"]),
            platformOptions: Account.options,
            input: .inputWriter,
            output: .sequence,
            error: .discarded
        ) { execution in
            await self.hold(execution.standardInputWriter)
            // The shell says nothing; its output ends when it does.
            for try await _ in execution.standardOutput {}
            await self.hold(nil)
        }
        isRunning = false
        lifeline = nil
    }

    private func hold(_ writer: StandardInputWriter?) async {
        lifeline = writer
        if mustStop { try? await writer?.finish() }
    }

    /// Asks for a fast shutdown: open transactions are rolled back, connections closed.
    func askToStop() async {
        mustStop = true
        try? await lifeline?.finish()
        lifeline = nil
    }

    /// True when the server ended within the time.
    func waitForEnd(_ patience: Duration) async -> Bool {
        let deadline = ContinuousClock.now + patience
        while isRunning, ContinuousClock.now < deadline {
            await Pause.uncancelled(.milliseconds(20))
        }
        return !isRunning
    }
}

/// Waiting that a cancelled task does not cut short, for stopping things in order.
enum Pause {
    static func uncancelled(_ duration: Duration) async {
        await Task.detached { try? await Task.sleep(for: duration) }.value
    }
}
