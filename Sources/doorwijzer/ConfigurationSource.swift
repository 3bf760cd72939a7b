import Foundation

/// Raw settings by name, from the environment and a file, before anybody looked at what they mean.
struct ConfigurationSource: Sendable {
    /// A file settings came from, and who may read it.
    struct File: Sendable {
        let path: String
        let isReadableByOthers: Bool
    }

    /// The value of each setting that is not empty; the environment wins over the file.
    private(set) var values: [String: String] = [:]
    /// Every file that was read: the settings' own and those of secrets.
    private(set) var files: [File] = []
    /// What is wrong, each a sentence that names a setting or a line and never repeats a value.
    private(set) var problems: [String] = []

    /// - Parameters:
    ///   - path: a file with `KEY=VALUE` lines; nil for none.
    ///   - environment: the process's environment, of which only known names and `DOORWIJZER_…` are looked at.
    init(file path: String?, environment: [String: String]) {
        if let path, let text = read(path, "the configuration file") {
            var seen = Set<String>()
            for line in ConfigurationFile.lines(text) {
                switch line.content {
                case .failure(let problem): problems.append("\(path), line \(line.number): \(problem.sentence)")
                case .success(let (name, value)):
                    if !Setting.isKnown(name) {
                        problems.append("\(path), line \(line.number): there is no setting \(name)")
                    } else if !seen.insert(name).inserted {
                        problems.append("\(path), line \(line.number): \(name) stands there twice")
                    } else if !value.isEmpty {
                        values[name] = value
                    }
                }
            }
            if files.contains(where: \.isReadableByOthers), seen.contains(where: Setting.isSecret) {
                problems.append("\(path) holds secrets and everyone can read it; run: chmod o= \(path)")
            }
        }
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
            if Setting.isKnown(name) {
                values[name] = value
            } else if name.hasPrefix("DOORWIJZER_"), name != Setting.configurationFile {
                problems.append("there is no setting \(name); it stands in the environment")
            }
        }
        readSecretFiles(environment)
    }

    /// `NAME_FILE` says where the value of `NAME` is, as systemd's credentials are given.
    private mutating func readSecretFiles(_ environment: [String: String]) {
        for (name, path) in values.sorted(by: { $0.key < $1.key }) where name.hasSuffix(Setting.fileSuffix) {
            let secret = String(name.dropLast(Setting.fileSuffix.count))
            values[name] = nil
            guard values[secret] == nil else {
                problems.append("both \(secret) and \(name) are set; keep one")
                continue
            }
            guard let text = read(path, name) else { continue }
            if files.last?.isReadableByOthers == true {
                problems.append("\(name): everyone can read \(path); run: chmod o= \(path)")
            }
            let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if value.isEmpty {
                problems.append("\(name): \(path) is empty")
            } else {
                values[secret] = value
            }
        }
    }

    private mutating func read(_ path: String, _ what: String) -> String? {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        )
        guard let attributes, let data = FileManager.default.contents(atPath: path),
            let text = String(data: data, encoding: .utf8)
        else {
            problems.append("\(what) \(path) cannot be read, or is no text in UTF-8")
            return nil
        }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        files.append(File(path: path, isReadableByOthers: mode & 0o007 != 0))
        return text
    }
}

/// The form of a configuration file: what systemd reads as `EnvironmentFile`, without its doubtful corners.
enum ConfigurationFile {
    struct Problem: Error { let sentence: String }
    struct Line {
        let number: Int
        let content: Result<(name: String, value: String), Problem>
    }

    /// The lines that say something; empty ones and those that begin with `#` or `;` do not.
    static func lines(_ text: String) -> [Line] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            index,
            line in
            let line = line.trimmingCharacters(in: .whitespaces)
            guard let first = line.first, first != "#", first != ";" else { return nil }
            return Line(number: index + 1, content: Result { () throws(Problem) in try setting(line) })
        }
    }

    private static func setting(_ line: String) throws(Problem) -> (name: String, value: String) {
        guard let equals = line.firstIndex(of: "=") else {
            throw Problem(sentence: "write NAME=VALUE")
        }
        let name = String(line[..<equals])
        guard !name.isEmpty,
            name.utf8.allSatisfy({ $0 == 95 || (65...90).contains($0) || (48...57).contains($0) })
        else {
            throw Problem(sentence: "a name has capitals, digits and underscores, and no space before =")
        }
        return (name, try value(String(line[line.index(after: equals)...]), of: name))
    }

    /// Quotes may stand around the whole value. Backslashes mean something else to each reader, so only single quotes
    /// may hold them.
    private static func value(_ text: String, of name: String) throws(Problem) -> String {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            guard !text.contains("\\"), !text.contains("\""), !text.contains("'") else {
                throw Problem(sentence: "put the value of \(name) in single quotes")
            }
            return text
        }
        let inner = text.dropFirst().dropLast()
        guard text.count >= 2, text.last == quote, !inner.contains(quote), quote == "'" || !inner.contains("\\") else {
            throw Problem(sentence: "the quotes around the value of \(name) do not match; use single quotes")
        }
        return String(inner)
    }
}
