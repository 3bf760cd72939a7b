import Domain
import Foundation

/// The invented words and names of `Seeds/Demo`.
struct DemoWords {
    let firstNames: [String]
    let lastNames: [(name: String, infix: String)]
    let practices: [(name: String, form: String)]
    let streets: [String]
    let teams: [String]
    private let functions: [String: [String]]
    private let backgrounds: [String: [String]]
    private let notes: [String: [String]]
    private let sentences: [String: [String]]
    private let phones: [String: (prefix: String, digits: Int)]
    private let domains: [String: String]

    init(_ files: SeedFiles) throws {
        func records(_ name: String) throws -> [SeedRecord] { try files.records("Demo/\(name).csv") }
        func grouped(_ name: String, by key: (SeedRecord) throws -> String, _ column: String) throws -> [String:
            [String]]
        {
            try records(name).reduce(into: [:]) { $0[try key($1), default: []].append(try $1.text(column)) }
        }
        firstNames = try records("first-names").map { try $0.text("name") }
        lastNames = try records("last-names").map { (try $0.text("name"), try $0.text("infix")) }
        practices = try records("practice-names").map { (try $0.text("name"), try $0.text("form")) }
        streets = try records("streets").map { try $0.text("name") }
        teams = try records("team-names").map { try $0.text("name") }
        functions = try grouped("staff-functions", by: { try $0.text("role") }, "name")
        backgrounds = try grouped(
            "backgrounds",
            by: { "\(try $0.text("kind")) \(try $0.text("background"))" },
            "text"
        )
        notes = try grouped("call-notes", by: { "\(try $0.text("party")) \(try $0.text("was_reached"))" }, "note")
        sentences = try grouped("sentences", by: { try $0.text("kind") }, "sentence")
        phones = try records("phone-ranges").reduce(into: [:]) {
            $0[try $1.text("kind")] = (try $1.text("prefix"), try $1.int("random_digits"))
        }
        domains = try records("mail-domains").reduce(into: [:]) { $0[try $1.text("kind")] = try $1.text("domain") }
        guard !firstNames.isEmpty, !lastNames.isEmpty, !practices.isEmpty, !streets.isEmpty, !teams.isEmpty else {
            throw SeedFileError(file: "Demo", line: nil, problem: "a list of names is empty")
        }
    }

    func person(_ random: inout DemoRandom) -> PersonName {
        let last = random.pick(lastNames)
        return PersonName(givenName: random.pick(firstNames), prefix: last.infix, familyName: last.name)
    }

    /// A number in a range that nobody has; kind as in `phone-ranges.csv`.
    func phone(_ kind: String, _ random: inout DemoRandom) -> String {
        let range = phones[kind] ?? ("0600", 6)
        return range.prefix + random.digits(range.digits)
    }

    /// An address in a domain that never exists; kind as in `mail-domains.csv`.
    func mail(_ name: PersonName, _ kind: String, _ random: inout DemoRandom) -> String {
        let local = [name.givenName, name.prefix, name.familyName].map(Self.plain).filter { !$0.isEmpty }
        return "\(local.joined(separator: "."))\(random.int(1...99))@\(domains[kind] ?? "voorbeeld.example")"
    }

    func mail(local: String, _ kind: String) -> String {
        "\(Self.plain(local))@\(domains[kind] ?? "voorbeeld.example")"
    }

    func function(_ role: String, _ random: inout DemoRandom) -> String { one(functions[role], &random) }

    /// Prior education or work; kind is education or work.
    func background(_ kind: String, _ background: CandidateBackground, _ random: inout DemoRandom) -> String {
        one(backgrounds["\(kind) \(background.rawValue)"], &random)
    }

    func note(_ party: String, reached: Bool, _ random: inout DemoRandom) -> String {
        one(notes["\(party) \(reached)"], &random)
    }

    func sentence(_ kind: String, _ random: inout DemoRandom) -> String { one(sentences[kind], &random) }

    private func one(_ list: [String]?, _ random: inout DemoRandom) -> String {
        guard let list, !list.isEmpty else { return "" }
        return random.pick(list)
    }

    /// Lower case letters and digits only, for the part of an address before the @.
    private static func plain(_ text: String) -> String {
        String(
            text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased().unicodeScalars
                .filter { (97...122).contains($0.value) || (48...57).contains($0.value) }.map(Character.init)
        )
    }
}
