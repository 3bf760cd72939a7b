import Actions
import Domain
import PageKit
import Site
import Store

/// Where regions stall, and what solved the same elsewhere, in words.
struct StallWords {
    let stalls: [RegionNetworkStore.Stall]
    let reference: ReferenceData

    /// How a region runs into a bottleneck: "12 keer nee in een jaar, 6 kandidaten wachten nu te lang".
    func sentence(_ region: RegionCode, _ bottleneck: BottleneckCode) -> String {
        let parts = stalls.filter { $0.region == region && $0.bottleneck == bottleneck }.map { stall in
            stall.measure == "reason"
                ? "\(Count.text(stall.amount)) keer nee of gestopt in een jaar"
                : stall.amount == 1
                    ? "1 kandidaat wacht nu te lang" : "\(Count.text(stall.amount)) kandidaten wachten nu te lang"
        }
        return parts.joined(separator: ", ")
    }

    /// Regions that run into it, the most first.
    func regions(with bottleneck: BottleneckCode) -> [RegionCode] {
        total(by: \.region, where: { $0.bottleneck == bottleneck })
    }

    /// What a region runs into, the most first.
    func bottlenecks(of region: RegionCode) -> [BottleneckCode] {
        total(by: \.bottleneck, where: { $0.region == region })
    }

    private func total<Key: Hashable & Comparable>(
        by key: (RegionNetworkStore.Stall) -> Key,
        where isMeant: (RegionNetworkStore.Stall) -> Bool
    ) -> [Key] {
        var sums: [Key: Int] = [:]
        for stall in stalls where isMeant(stall) { sums[key(stall), default: 0] += stall.amount }
        return sums.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    }

    /// Projects elsewhere about a bottleneck of this region, the likest first, each with why it is alike.
    func projects(_ catalog: ProjectCatalog, for region: RegionCode, _ bottleneck: BottleneckCode) -> [LinkLine] {
        let others = catalog.all(
            ProjectFilter(chosen: [.bottleneck: [bottleneck.rawValue]]),
            sort: .copied
        ).filter { !$0.regions.contains(region) }
        let own = bottlenecks(of: region)
        return others.enumerated().map { order, row in
            (row: row, likeness: likeness(row.regions, row.bottlenecks, region, bottleneck, own), order: order)
        }
        .sorted {
            ($0.likeness.points + ($0.row.hasResults ? 2 : 0), $1.order) > (
                $1.likeness.points + ($1.row.hasResults ? 2 : 0), $0.order
            )
        }
        .prefix(3)
        .map { found in
            LinkLine(
                title: found.row.name,
                url: "/projecten/\(found.row.slug)",
                text: "project van \(found.row.organisationName)",
                why: found.likeness.sentence + (found.row.hasResults ? " Het resultaat staat erbij." : ""),
                tags: Tag.fictional(found.row.isFictional)
            )
        }
    }

    func practices(
        _ practices: [RegionNetworkStore.Practice],
        for region: RegionCode,
        _ bottleneck: BottleneckCode
    ) -> [LinkLine] {
        let own = bottlenecks(of: region)
        return practices.map { practice in
            LinkLine(
                title: practice.name,
                url: "/goede-praktijken/\(practice.slug)",
                text: "goede praktijk van \(practice.organisationName)",
                why: likeness(practice.regions, practice.bottlenecks, region, bottleneck, own).sentence,
                tags: Tag.fictional(practice.isFictional)
            )
        }
    }

    /// How alike another region's work is: the same bottleneck, a neighbour, and what else both run into.
    private func likeness(
        _ regions: [RegionCode],
        _ bottlenecks: [BottleneckCode],
        _ region: RegionCode,
        _ bottleneck: BottleneckCode,
        _ own: [BottleneckCode]
    ) -> (points: Int, sentence: String) {
        let neighbours = Set(reference.region(region)?.neighbours ?? []).intersection(regions)
        let shared = bottlenecks.filter { $0 != bottleneck && own.contains($0) }
        let name = reference.bottleneck(bottleneck)?.name.lowercased() ?? bottleneck.rawValue
        var parts = ["Past, want het gaat ook over \(name)"]
        if let neighbour = neighbours.sorted().first {
            parts.append("het is in een buurregio (\(reference.regionName(neighbour)))")
        } else if let first = regions.first {
            parts.append("het is in \(reference.regionName(first))")
        }
        if let other = shared.first.flatMap(reference.bottleneck) {
            parts.append("jullie lopen allebei ook aan tegen \(other.name.lowercased())")
        }
        let sentence =
            parts.count == 1
            ? parts[0] + "." : parts.dropLast().joined(separator: ", ") + " en " + (parts.last ?? "") + "."
        return ((neighbours.isEmpty ? 0 : 3) + shared.count, sentence)
    }
}

extension LinkLine {
    init(_ practice: RegionNetworkStore.Practice) {
        self.init(
            title: practice.name,
            url: "/goede-praktijken/\(practice.slug)",
            text: ([practice.organisationName] + [CopyWords.count(practice.copies)].compactMap(\.self)).joined(
                separator: " · "
            ),
            tags: Tag.fictional(practice.isFictional)
        )
    }

    /// - Parameter isAboutBottleneck: whether the member is named for what they know, not for where they work.
    init(_ member: RegionNetworkStore.Member, isAboutBottleneck: Bool = true) {
        self.init(
            title: member.name,
            url: nil,
            text: [member.positionName, member.organisationName].filter { !$0.isEmpty }.joined(separator: ", "),
            why: Self.why(member, isAboutBottleneck),
            tags: Tag.fictional(member.isFictional)
        )
    }

    /// Why a member is named: what they solved before what they say of themselves.
    private static func why(_ member: RegionNetworkStore.Member, _ isAboutBottleneck: Bool) -> String? {
        if let question = member.helpedWith {
            return "Loste dit al eens op: het antwoord hielp bij de vraag “\(question)”."
        }
        if let practice = member.copiedPractice {
            return "Contactpersoon van “\(practice)”. Dat is overgenomen en werkt daar ook."
        }
        if isAboutBottleneck {
            return member.knows.isEmpty
                ? "Zegt hier iets van te weten." : "Zegt hier iets van te weten: \(member.knows)"
        }
        return member.knows.isEmpty ? nil : "Zegt iets te weten van: \(member.knows)"
    }

    init(_ meeting: RegionNetworkStore.Meeting) {
        self.init(
            title: meeting.title,
            url: "/bijeenkomsten/\(meeting.slug)",
            text: "\(meeting.kind.dutchName), \(meeting.heldOn?.dutchShortWithYear ?? "datum niet bekend")"
                + (meeting.place.isEmpty ? "" : " in \(meeting.place)"),
            why: meeting.label.isEmpty
                ? nil
                : "In de bron heet deze regio “\(meeting.label)”."
                    + (Self.isAddress(meeting.source) || meeting.source.isEmpty ? "" : " Bron: \(meeting.source)."),
            tags: Tag.fictional(meeting.isFictional),
            source: Self.isAddress(meeting.source) ? PageLink("Lees het verslag", meeting.source) : nil
        )
    }

    init(_ question: RegionNetworkStore.Question) {
        let answers = question.answers == 1 ? "1 antwoord" : "\(question.answers) antwoorden"
        self.init(
            title: question.title,
            url: "/vragen/\(question.slug)",
            text: question.isSolved ? "\(answers), opgelost" : answers,
            tags: Tag.fictional(question.isFictional)
        )
    }

    private static func isAddress(_ source: String) -> Bool { source.hasPrefix("https://") }
}
