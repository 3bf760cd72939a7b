import Domain
import Subprocess

/// Hands mail to the `sendmail` program of the machine (Postfix, Exim, msmtp and others bring one).
public struct SendmailDelivery: MailDelivery {
    private let path: String
    private let deadline: Duration

    /// - Parameter path: usually `/usr/sbin/sendmail`.
    public init(path: String, deadline: Duration = .seconds(30)) {
        self.path = path
        self.deadline = deadline
    }

    public var reachesPeople: Bool { true }

    public func deliver(_ mail: WrittenMail) async throws(MailFailure) {
        guard mail.hasPlainAddresses else { throw .never("the address is not plain ASCII") }
        // The program wants lines as the machine writes them.
        let text = mail.bytes.filter { $0 != 13 }
        let ended: TerminationStatus?
        do {
            ended = try await withDeadline { [path] in
                try await Subprocess.run(
                    .name("sh"),
                    arguments: [
                        "-c", #"exec "$0" "$@""#, path, "-i", "-f", mail.from.rawValue, "--", mail.to.rawValue,
                    ],
                    environment: .custom(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]),
                    input: .inputWriter,
                    output: .discarded,
                    error: .discarded
                ) { execution in
                    // A program that ends without reading says why with its exit code.
                    _ = try? await execution.standardInputWriter.write(text)
                    try? await execution.standardInputWriter.finish()
                }.terminationStatus
            }
        } catch {
            throw .later("sendmail cannot be run")
        }
        switch ended {
        case nil: throw .later("sendmail took too long")
        case .exited(0): return
        // sysexits: wrong usage, data, user or host; the rest may pass.
        case .exited(let code) where [64, 65, 67, 68].contains(code): throw .never("sendmail exited with \(code)")
        // What the shell says when there is no such program.
        case .exited(126), .exited(127): throw .later("sendmail cannot be run")
        case .exited(let code): throw .later("sendmail exited with \(code)")
        case .signaled: throw .later("sendmail was stopped by a signal")
        }
    }

    /// Nil when the time was up; the program is then stopped.
    private func withDeadline<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask { [deadline] in
                try await Task.sleep(for: deadline)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
