public import Foundation

/// Puts each mail as an `.eml` file into a folder: for development and the demo.
public struct FolderDelivery: MailDelivery {
    public let folder: URL
    /// Older files make room.
    private let most: Int

    public init(folder: URL, most: Int = 500) {
        self.folder = folder
        self.most = most
    }

    public var reachesPeople: Bool { false }

    public func deliver(_ mail: WrittenMail) async throws(MailFailure) {
        do {
            let files = FileManager.default
            try files.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let id = mail.id.text.prefix { $0 != "@" }
            // The name sorts by time; the id makes a second delivery of the same mail replace the first.
            for old in try names() where old.hasSuffix("-\(id).eml") {
                try files.removeItem(at: folder.appendingPathComponent(old))
            }
            let milliseconds = Int64(mail.writtenAt.timeIntervalSince1970 * 1000)
            let file = folder.appendingPathComponent("\(milliseconds)-\(id).eml")
            try Data(mail.bytes).write(to: file, options: .atomic)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            for old in try names().dropLast(most) { try files.removeItem(at: folder.appendingPathComponent(old)) }
        } catch {
            throw .later("the folder for mail cannot be written")
        }
    }

    /// A mail as it lies in the folder.
    public struct Stored: Sendable {
        /// The part of the Message-ID before the `@`.
        public let id: String
        public let writtenAt: Date
        public let mail: ReadMail
    }

    /// The newest mails, the newest first.
    public func mails(most: Int = 100) throws -> [Stored] {
        try names().suffix(most).reversed().compactMap { name in
            let parts = name.dropLast(4).split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let milliseconds = Double(parts[0]),
                let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
            else { return nil }
            return Stored(
                id: String(parts[1]),
                writtenAt: Date(timeIntervalSince1970: milliseconds / 1000),
                mail: ReadMail(data)
            )
        }
    }

    /// The files, oldest first.
    public func names() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted()
    }
}
