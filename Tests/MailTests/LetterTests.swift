import Domain
import Foundation
import Testing

@testable import Mail

/// Every mail there is, against its samples: the template language itself is silent about what is missing.
@Suite struct LetterTests {
    private let frame = MailFrame(
        origin: "https://doorwijzer.example",
        contactPhone: "088 000 00 00",
        contactMail: "hulp@doorwijzer.example"
    )

    private static var letters: [any Letter] { LetterCatalog.types.flatMap { samples($0) } }

    private static func samples<L: Letter>(_ type: L.Type) -> [any Letter] { type.samples }

    private func written(_ letter: some Letter, by writer: MailWriter) throws -> MailMessage {
        try writer.write(letter, to: .sample("a@b.example"), id: UUID())
    }

    @Test func `every kind of mail has a sample`() {
        #expect(Set(Self.letters.map(\.kind)) == Set(MailKind.allCases))
    }

    @Test func `every name in every template is a stored property of what is shown`() throws {
        let texts = try MailWriter.sources()
        for letter in Self.letters {
            let text = try #require(texts[letter.kind.rawValue])
            var scopes = [names(of: letter)]
            for tag in text.matches(of: #/{{\s*([#^\/]?)\s*(\.?)([A-Za-z]*)\s*}}/#) {
                let (sign, dot, name) = (tag.output.1, tag.output.2, String(tag.output.3))
                if sign == "/" {
                    scopes.removeLast()
                    continue
                }
                let known = dot == "." && sign.isEmpty ? scopes.last ?? [:] : scopes[0]
                let value = try #require(known[name], "\(letter.kind) has no \(name)")
                if sign.isEmpty {
                    #expect(value is String, "\(letter.kind) would print a \(type(of: value))")
                } else {
                    #expect(!(value is String), "\(letter.kind): \(name) is always true")
                    scopes.append(sign == "#" ? inner(value) ?? scopes[0] : scopes[0])
                }
            }
            #expect(scopes.count == 1, "\(letter.kind) does not close its sections")
            #expect(!text.contains("{{{") && !text.contains("{{&") && !text.contains("{{>"))
        }
    }

    private func names(of value: Any) -> [String: Any] {
        Dictionary(Mirror(reflecting: value).children.compactMap { child in child.label.map { ($0, child.value) } }) {
            a,
            _ in a
        }
    }

    /// What a section shows: the value of an optional, the first of a list; nil for a yes or no.
    private func inner(_ value: Any) -> [String: Any]? {
        if value is Bool { return nil }
        let mirror = Mirror(reflecting: value)
        guard let first = mirror.children.first?.value else {
            // Nothing in this sample; the other sample of the kind fills it.
            return mirror.displayStyle == .optional ? names(of: CandidateLetter.Team(name: "", phone: "")) : [:]
        }
        return names(of: first)
    }

    @Test func `every mail says where to go or what to do, and whom to call`() throws {
        let writer = try MailWriter(frame: frame)
        for letter in Self.letters {
            let mail = try written(letter, by: writer)

            #expect(!mail.text.contains("{{") && !mail.text.contains("Optional("), "\(letter.kind)")
            #expect(!mail.text.contains("\n\n\n"), "\(letter.kind)")
            #expect(mail.text.contains("088 000 00 00"), "\(letter.kind)")
            #expect(mail.text.hasPrefix("Hallo") || mail.text.hasPrefix("Beste"), "\(letter.kind)")
            #expect(!mail.subject.text.contains("Anna"), "\(letter.kind) names the candidate in its subject")
            #expect((8...100).contains(mail.subject.text.count), "\(letter.kind): \(mail.subject.text)")
        }
    }

    @Test func `a mail is text: marks of HTML stay what they are`() throws {
        let letter = PracticeLetter(
            .proposalAsked,
            contactName: "Loes d'Hondt & zoon <test>",
            practice: "'t Klooster",
            place: "een stage",
            period: "ma 1 feb",
            days: "maandag",
            profile: [.init("Regio's & meer")],
            dueOn: "di 24 nov",
            link: "https://doorwijzer.example/antwoord/abc",
            coordinator: "Sanne",
            team: "Team Twente",
            phone: "074 123 45 67",
            mail: "t@w.example"
        )

        let text = try written(letter, by: MailWriter(frame: frame)).text

        #expect(text.contains("Beste Loes d'Hondt & zoon <test>,"))
        #expect(text.contains("- Regio's & meer"))
        #expect(text.contains("https://doorwijzer.example/antwoord/abc\n"))
        #expect(!text.contains("&#") && !text.contains("&amp;"))
    }

    @Test func `a mail of the demo says so`() throws {
        let demo = MailFrame(origin: "http://127.0.0.1:8080", contactPhone: "", contactMail: "", isDemo: true)
        let letter = try #require(TeamLetter.samples.first)

        let mail = try written(letter, by: MailWriter(frame: demo))

        #expect(mail.subject.text.hasPrefix("[demo] "))
        #expect(mail.text.contains("alle mensen en praktijken zijn verzonnen"))
    }
}
