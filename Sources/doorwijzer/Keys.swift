import Actions
import Foundation

/// The keys of an installation: from the configuration, or for a private database from a file beside it.
enum Keys {
    /// The keys of the configuration.
    /// - Throws: ``Failure`` that names the ones that are missing.
    static func required(_ configuration: Configuration) throws -> Secrets {
        guard let form = configuration.formKey, let hash = configuration.hashKeys.first,
            !configuration.sealKeys.isEmpty
        else {
            let missing = [
                (Setting.formSecret, configuration.formKey == nil), (.sealKey, configuration.sealKeys.isEmpty),
                (.hashKey, configuration.hashKeys.isEmpty),
            ].filter(\.1).map(\.0.rawValue)
            throw Failure(
                .configuration,
                "\(missing.joined(separator: ", ")) must be set: an id, a colon and at least 64 hexadecimal digits, "
                    + "for example 1: and what this gives: openssl rand -hex 32"
            )
        }
        return Secrets(
            form: Secrets.Key(form),
            seals: configuration.sealKeys.map { Secrets.Key($0) },
            hash: Secrets.Key(hash),
            olderHashes: configuration.hashKeys.dropFirst().map { Secrets.Key($0) }
        )
    }

    /// Keys that live and die with this process, for a command that has no use for them.
    static func passing(randomBytes: (Int) -> [UInt8]) -> Secrets {
        Secrets(
            form: Secrets.Key(id: "1", bytes: randomBytes(32)),
            seals: [Secrets.Key(id: "1", bytes: randomBytes(32))],
            hash: Secrets.Key(id: "1", bytes: randomBytes(32))
        )
    }

    /// The keys of a private database, made once, in a file that only we can read; they go when the folder goes.
    static func `private`(in folder: URL, randomBytes: (Int) -> [UInt8]) throws -> Secrets {
        let path = folder.appending(path: "keys").path
        let files = FileManager.default
        if !files.fileExists(atPath: path) {
            let lines = [Setting.formSecret, .sealKey, .hashKey].map { setting in
                let digits = randomBytes(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                return "\(setting.rawValue)=1:\(digits)\n"
            }
            let isMade = files.createFile(
                atPath: path,
                contents: Data(lines.joined().utf8),
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw Failure(.cannotCreate, "\(path) cannot be made") }
        }
        return try required(Configuration.load(file: path, environment: [:]))
    }
}

extension Secrets.Key {
    fileprivate init(_ key: NamedKey) { self.init(id: key.id, bytes: key.bytes.exposed) }
}
