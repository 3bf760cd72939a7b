public import Domain
public import Foundation
import Mustache

/// What stands below every mail: whom to call, and where it comes from.
public struct MailFrame: Sendable {
    let origin: String
    let contactPhone: String
    let contactMail: String
    let isDemo: Bool

    /// - Parameter origin: of the pages, e.g. `https://doorwijzer.example`.
    public init(origin: String, contactPhone: String, contactMail: String, isDemo: Bool = false) {
        self.origin = origin
        self.contactPhone = contactPhone
        self.contactMail = contactMail
        self.isDemo = isDemo
    }
}

/// Writes letters as text mails. Reads its templates once and refuses to begin unless there is one for each kind.
public struct MailWriter: Sendable {
    /// What is wrong with the templates, for the log at boot.
    public struct Problem: Error, CustomStringConvertible {
        public let description: String
    }

    private let library: MustacheLibrary
    private let frame: MailFrame

    public init(frame: MailFrame) throws(Problem) {
        self.frame = frame
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in try Self.sources() {
            do {
                templates[name] = try MustacheTemplate(string: Self.plain + text)
            } catch {
                throw Problem(description: "the mail \(name) does not parse: \(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// The mail, complete with what stands below it.
    public func write(_ letter: some Letter, to address: EmailAddress, id: UUID) throws(Problem) -> MailMessage {
        guard let body = library.render(letter, withTemplate: letter.kind.rawValue) else {
            throw Problem(description: "there is no mail \(letter.kind.rawValue)")
        }
        return MailMessage(
            to: address,
            subject: MailSubject((frame.isDemo ? "[demo] " : "") + letter.subject),
            text: Self.tidy(body) + "\n\n" + footer,
            messageID: MessageID(id, host: URL(string: frame.origin)?.host() ?? "localhost"),
            listUnsubscribe: letter.unsubscribePath.flatMap { URL(string: frame.origin + $0) }
        )
    }

    private var footer: String {
        var lines = ["-- ", "Doorwijzer: niet afwijzen maar verwijzen", frame.origin]
        let help = [
            frame.contactPhone.isEmpty ? nil : "bel \(frame.contactPhone)",
            frame.contactMail.isEmpty ? nil : "mail \(frame.contactMail)",
        ].compactMap(\.self)
        if !help.isEmpty { lines.append("Kom je er niet uit? Vraag hulp: \(help.joined(separator: " of ")).") }
        lines.append("Deze mail is automatisch gemaakt. Je kunt er niet op antwoorden.")
        if frame.isDemo { lines.append("Dit is een demo: alle mensen en praktijken zijn verzonnen.") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text, not HTML: without this, an apostrophe would arrive as `&#39;`.
    private static let plain = "{{% CONTENT_TYPE:TEXT}}"

    /// No white space at the ends, and never two empty lines in a row, however many sections fell away.
    private static func tidy(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// The templates by kind.
    static func sources() throws(Problem) -> [String: String] {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Mails"),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { throw Problem(description: "the folder with mails is missing") }
        var texts: [String: String] = [:]
        for name in names where name.hasSuffix(".mustache") {
            guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
                throw Problem(description: "\(name) cannot be read as UTF-8")
            }
            texts[String(name.dropLast(".mustache".count))] = text
        }
        let differing = Set(texts.keys).symmetricDifference(MailKind.allCases.map(\.rawValue))
        guard differing.isEmpty else {
            throw Problem(description: "mails and templates differ: \(differing.sorted().joined(separator: ", "))")
        }
        return texts
    }
}
