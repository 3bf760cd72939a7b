import Domain
import Store

/// Finds the municipality behind what people write: its name, or a place on the map.
struct PlaceNames: Sendable {
    /// A place somebody meant.
    struct Locality: Hashable, Sendable {
        let name: String
        let municipality: MunicipalityCode
        let municipalityName: String
        let province: String
        let region: RegionCode
        /// Nil when it is the municipality itself.
        let location: MapPoint?

        /// How to write it so that no other can be meant.
        var label: String {
            let town = PlaceNames.plain(municipalityName)
            return "\(name) (\(PlainText.key(town) == PlainText.key(name) ? province : municipalityName))"
        }
    }

    /// Names that people use and that no list has.
    private static let everyday = ["denbosch": "shertogenbosch"]
    private static let provinces = [
        "gld": "gelderland", "li": "limburg", "l": "limburg", "lb": "limburg", "nb": "noordbrabant",
        "nbr": "noordbrabant",
        "nh": "noordholland", "zh": "zuidholland", "ov": "overijssel", "ovs": "overijssel", "o": "overijssel",
        "fr": "friesland", "fryslan": "friesland", "gr": "groningen", "gn": "groningen", "dr": "drenthe",
        "ut": "utrecht",
        "u": "utrecht", "ze": "zeeland", "z": "zeeland", "fl": "flevoland",
    ]

    private var municipalities: [String: Locality] = [:]
    private var all: [String: [Locality]] = [:]

    init(municipalities: [ReferenceStore.Municipality], places: [ImportStore.MapPlace]) {
        var byCode: [MunicipalityCode: ReferenceStore.Municipality] = [:]
        for row in municipalities {
            byCode[row.code] = row
            let locality = Locality(
                name: Self.plain(row.name),
                municipality: row.code,
                municipalityName: row.name,
                province: row.province,
                region: row.regionCode,
                location: nil
            )
            self.municipalities[PlainText.key(row.name)] = locality
            all[PlainText.key(locality.name), default: []].append(locality)
        }
        for place in places {
            guard let row = byCode[place.municipalityCode] else { continue }
            all[PlainText.key(place.name), default: []].append(
                Locality(
                    name: place.name,
                    municipality: row.code,
                    municipalityName: row.name,
                    province: row.province,
                    region: row.regionCode,
                    location: place.location
                )
            )
        }
    }

    /// - Parameter region: which one is meant when several have the name, for what can only lie there.
    func find(_ text: String, preferring region: RegionCode? = nil) throws(CellFault) -> Locality {
        let key = Self.everyday[PlainText.key(text)] ?? PlainText.key(text)
        if let municipality = municipalities[key] { return withPoint(municipality) }
        let (name, detail) = Self.parts(text)
        let nameKey = Self.everyday[PlainText.key(name)] ?? PlainText.key(name)
        var found = all[nameKey] ?? all[key] ?? []
        if let detail { found = found.filter { Self.matches($0, detail) } }
        let codes = Set(found.map(\.municipality))
        if codes.count > 1, let region {
            let near = found.filter { $0.region == region }
            if Set(near.map(\.municipality)).count == 1 { found = near }
        }
        guard let first = found.first(where: { $0.location != nil }) ?? found.first else { throw unknown(text) }
        guard Set(found.map(\.municipality)).count == 1 else {
            let labels = Set(found.map(\.label)).sorted()
            throw CellFault("Er zijn meer plaatsen met deze naam. Schrijf welke je bedoelt: \(Self.either(labels)).")
        }
        return first
    }

    /// The municipality's own coordinates are those of its largest place; a place of the same name says the same.
    private func withPoint(_ municipality: Locality) -> Locality {
        all[PlainText.key(municipality.name)]?.first {
            $0.municipality == municipality.municipality && $0.location != nil
        } ?? municipality
    }

    private func unknown(_ text: String) -> CellFault {
        let near = Set(near(text).map(\.name)).sorted()
        let advice = near.isEmpty ? "" : " Bedoel je \(Self.either(near))?"
        return CellFault(
            "Deze gemeente of plaats kennen we niet.\(advice) We kennen alle gemeenten, en plaatsen vanaf 1.000 "
                + "inwoners. Is de plaats kleiner, kies of schrijf dan de gemeente."
        )
    }

    /// Places whose names look like this.
    func near(_ text: String) -> [Locality] {
        let key = PlainText.key(Self.parts(text).name)
        let most = key.count < 6 ? 1 : 2
        return all.filter { PlainText.distance($0.key, key, most: most) <= most }.values.flatMap { $0 }
            .sorted { ($0.name, $0.label) < ($1.name, $1.label) }
    }

    /// `Beek (Montferland)` and `Beek, Gld`: the name and what tells it from others.
    private static func parts(_ text: String) -> (name: String, detail: String?) {
        let pieces = text.split(maxSplits: 1) { $0 == "(" || $0 == "," }
        guard pieces.count == 2 else { return (text, nil) }
        let detail = PlainText.key(String(pieces[1]))
        return (String(pieces[0]), detail.isEmpty ? nil : detail)
    }

    private static func matches(_ locality: Locality, _ detail: String) -> Bool {
        let detail = provinces[detail] ?? detail
        return [locality.municipalityName, plain(locality.municipalityName), locality.province]
            .contains { PlainText.key($0) == detail }
    }

    /// `Bergen (L.)` without what stands in brackets.
    private static func plain(_ name: String) -> String {
        String(name.prefix { $0 != "(" }.reversed().drop(while: \.isWhitespace).reversed())
    }

    static func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " of " + last
    }
}
