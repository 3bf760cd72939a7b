import Domain
import Foundation
import Store

/// Finds the town that a visitor means: by the name of a place or municipality, and where several have that name, by the
/// municipality in brackets.
struct TownNames: Sendable {
    private let towns: [OfferedPlaceStore.Town]

    /// - Parameter towns: the largest first; of two in one municipality the first is meant.
    init(_ towns: [OfferedPlaceStore.Town]) {
        self.towns = towns
    }

    /// - Throws: `Rejected` on the field `plaats`, with the names to choose from when several are meant.
    func find(_ typed: String) throws -> OfferedPlaceStore.Town {
        let whole = Self.key(typed)
        guard !whole.isEmpty else { throw Rejected("plaats", "Vul de plaats in waar je praktijk is.") }
        var found = towns.filter { Self.key($0.name) == whole }
        if found.isEmpty {
            let pieces = typed.split(maxSplits: 1) { $0 == "(" || $0 == "," }
            let name = Self.key(pieces.first.map(String.init) ?? "")
            let municipality = pieces.count > 1 ? Self.key(pieces[1].replacing("gemeente ", with: "")) : nil
            found = towns.filter { town in
                Self.key(Self.withoutBrackets(town.name)) == name
                    && (municipality.map {
                        $0 == Self.key(town.municipalityName)
                            || $0 == Self.key(Self.withoutBrackets(town.municipalityName))
                    } ?? true)
            }
        } else {
            // A municipality such as "Hengelo (O.)" is meant as well by whoever types "Hengelo".
            found += towns.filter { town in
                town.name != typed && Self.key(Self.withoutBrackets(town.name)) == whole
                    && !found.contains { $0.municipalityCode == town.municipalityCode }
            }
        }
        guard let first = found.first else {
            throw Rejected(
                "plaats",
                "Deze plaats kennen we niet. Controleer de spelling, of vul de naam van je gemeente in."
            )
        }
        let municipalities = Set(found.map(\.municipalityName))
        guard municipalities.count == 1 else {
            let names = municipalities.sorted().map { "“\(Self.withoutBrackets(first.name)), \($0)”" }
            throw Rejected("plaats", "Er zijn meer plaatsen met deze naam. Schrijf \(names.joined(separator: " of ")).")
        }
        // "Hengelo (O.)" is a municipality; its practices are in Hengelo.
        let plain = Self.key(Self.withoutBrackets(first.name))
        return towns.first { $0.municipalityCode == first.municipalityCode && Self.key($0.name) == plain } ?? first
    }

    private static func key(_ text: some StringProtocol) -> String {
        String(text).folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    private static func withoutBrackets(_ name: String) -> String {
        String(name.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces)
    }
}
