import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// What the lists of the learning network have in common: filters by region, bottleneck and words, a page at a time.
struct NetworkList {
    static let pageSize = 24
    let path: String
    let query: Query
    let filter: NetworkFilter
    let pageNumber: Int
    private let reference: ReferenceData

    /// - Throws: `MalformedRequest` for a filter or value that the list does not know: never an unfiltered list.
    init(
        _ query: Query,
        path: String,
        extra: Set<String> = [],
        reference: ReferenceData,
        _ refine: (inout NetworkFilter) throws -> Void = { _ in }
    ) throws {
        let known = extra.union(["q", "regio", "knelpunt", "pagina"])
        if let stranger = query.fields.first(where: { !known.contains($0.name) }) {
            throw MalformedRequest(
                "Het filter “\(stranger.name.prefix(40))” kennen we niet. Haal het weg uit het adres."
            )
        }
        self.path = path
        self.query = query
        self.reference = reference
        var filter = NetworkFilter()
        filter.search = try query.text("q")
        filter.region = try query.parsed("regio") {
            (reference.region(RegionCode($0)) ?? reference.region(slug: $0))?.code
        }
        filter.bottleneck = try query.parsed("knelpunt") {
            (reference.bottleneck(BottleneckCode($0)) ?? reference.bottleneck(slug: $0))?.code
        }
        try refine(&filter)
        self.filter = filter
        pageNumber = try query.int("pagina", in: 1...1_000) ?? 1
    }

    var offset: Int { (pageNumber - 1) * Self.pageSize }

    // MARK: Feed

    /// So many are looked at for a feed of the last changed ones.
    static let feedReach = 2_000

    /// Whether the list is asked for as a feed.
    static func isFeed(_ query: Query) throws -> Bool {
        try query.parsed("vorm") { $0 == "atom" ? true : nil } ?? false
    }

    /// The same list as a page, at its beginning, and as a feed.
    var pagePath: String {
        path + Query(pairs: query.fields.filter { !["pagina", "vorm"].contains($0.name) }).link
    }
    var feedPath: String { pagePath.withQuery("vorm", "atom") }

    /// With every filter, for whoever follows several feeds.
    func feedTitle(_ subject: String) -> String {
        [
            subject, filter.search.map { "“\($0)”" } ?? "", filter.region.map(reference.regionName) ?? "",
            filter.bottleneck.flatMap { reference.bottleneck($0)?.name } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func alternate(_ subject: String) -> AlternateLink {
        AlternateLink(title: feedTitle(subject), url: feedPath, mediaType: "application/atom+xml")
    }

    /// The chips and fields that every list has; more can be added to it.
    func filters(
        summary: String,
        searchLabel: String,
        regions: FacetCounts,
        bottlenecks: FacetCounts,
        groups: (inout FilterBuilder) -> [FilterGroup] = { _ in [] },
        downloads: [PageLink] = []
    ) -> Filters {
        // A change of filter begins at the first page.
        let plain = Query(pairs: query.fields.filter { !["pagina", "vorm"].contains($0.name) })
        var builder = FilterBuilder(path: path, query: plain)
        if let search = filter.search { builder.chip("Zoek: \(search)", "q") }
        let ownGroups = groups(&builder)
        let selects = [
            builder.select(
                "Regio",
                "regio",
                reference.regions.map { ($0.code.rawValue, $0.name) },
                chosen: filter.region?.rawValue,
                counts: regions,
                emptyLabel: "Hele land"
            ),
            builder.select(
                "Knelpunt",
                "knelpunt",
                reference.bottlenecks.map { ($0.code.rawValue, $0.name) },
                chosen: filter.bottleneck?.rawValue,
                counts: bottlenecks,
                emptyLabel: "Alle knelpunten"
            ),
        ]
        return Filters(
            action: path,
            summary: summary,
            chosen: builder.chips,
            clearURL: builder.chips.isEmpty ? nil : path,
            groups: ownGroups,
            selects: selects,
            search: TextField(name: "q", label: searchLabel, value: filter.search ?? "", kind: .search),
            downloads: downloads
        )
    }

    func pagination(total: Int, shown: Int, _ what: String) -> Pagination? {
        guard total > Self.pageSize || pageNumber > 1 else { return nil }
        func link(_ number: Int) -> String { path + query.replacing("pagina", with: "\(number)") }
        return Pagination(
            summary: shown == 0 ? "Hier staat niets meer" : "\(offset + 1)–\(offset + shown) van \(total) \(what)",
            previous: pageNumber > 1 ? PageLink("Vorige", link(pageNumber - 1)) : nil,
            next: offset + shown < total ? PageLink("Volgende", link(pageNumber + 1)) : nil
        )
    }
}

extension WebServices {
    /// Who acts in the learning network.
    func person(_ context: SignedInContext) -> NetworkPerson {
        NetworkPerson(
            staffMemberID: context.session.staffMemberID,
            acting: context.session.acting,
            worksForFund: context.session.permissions.contains(.decideApplications)
        )
    }

    func regionNames(_ codes: [RegionCode]) -> String {
        codes.map(reference.regionName).joined(separator: ", ")
    }

    func bottleneckNames(_ codes: [BottleneckCode]) -> String {
        codes.compactMap { reference.bottleneck($0)?.name }.joined(separator: ", ")
    }

    var bottleneckOptions: [Option] { reference.bottlenecks.map { Option(value: $0.code.rawValue, label: $0.name) } }
    var regionOptions: [Option] { reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) } }

    var newSubmission: String { world.newUUID().uuidString }

    /// A day as people read it.
    func shortDay(_ moment: Date) -> String { world.time.today(at: moment).dutchShort(seenOn: world.today) }

    /// The page that asks to join, for whoever opens something that is for members.
    func joinFirst(_ context: some PageContext, toReturnTo path: String? = nil) throws -> Response {
        let join = "/leernetwerk/lidmaatschap"
        return try page(
            NetworkFormPage(
                header: PageHeader(
                    title: "Word eerst lid",
                    lead: "Dit is voor leden van het leernetwerk. Lid worden is gratis en duurt twee minuten.",
                    breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")],
                    action: PageLink("Word lid", path.map { addingQuery("terug", $0, to: join) } ?? join)
                ),
                text: "Als lid stel je vragen, geef je antwoord en meld je je aan voor bijeenkomsten.",
                form: nil
            ),
            context
        )
    }

    /// The membership of whoever is signed in.
    /// - Throws: `MembershipNeeded`.
    func member(_ context: SignedInContext) async throws -> MemberStore.Row {
        let found = try await world.database.transaction(as: context.session.acting) { connection in
            try await MemberStore.own(context.session.staffMemberID, on: connection)
        }
        guard let found, found.leftAt == nil else { throw MembershipNeeded() }
        return found
    }

    /// Runs a page for members; whoever is none reads how to join.
    /// - Parameter path: where whoever joins comes back to.
    func forMembers(
        _ context: SignedInContext,
        at path: String? = nil,
        _ body: () async throws -> Response
    ) async throws -> Response {
        do { return try await body() } catch is MembershipNeeded {
            return try joinFirst(context, toReturnTo: path)
        }
    }

    /// Sends a form for members that is shown again with what was typed: when something is wrong with it, and when someone
    /// changed meanwhile what it is about.
    ///
    /// - Parameter again: the form anew, with the version there is now.
    func asMember(
        _ notice: NoticeCode,
        _ context: SignedInContext,
        _ body: () async throws -> String,
        again: (Typed) async throws -> Response
    ) async throws -> Response {
        do {
            return try await asMember(notice, body)
        } catch let error as Rejected {
            return try await forMembers(context) { try await again(Typed(context.formData, errors: error.fields)) }
        } catch let error as Conflict where error.code == "changed" {
            return try await forMembers(context) { try await again(Typed(context.formData, isStale: true)) }
        }
    }

    /// Sends a form for members; whoever is none is led to where one joins.
    func asMember(_ notice: NoticeCode, _ body: () async throws -> String) async throws -> Response {
        do {
            return seeOther(try await body(), notice: notice)
        } catch is MembershipNeeded {
            return seeOther("/leernetwerk/lidmaatschap", notice: .joinFirst)
        }
    }
}

extension Form {
    /// Ticked bottlenecks of the list.
    mutating func bottlenecks(_ name: String, label: String, required: Bool, _ reference: ReferenceData)
        -> [BottleneckCode]
    {
        let texts = data.all(name)
        let codes = texts.compactMap { reference.bottleneck(BottleneckCode($0))?.code }
        if codes.count < texts.count {
            reject(name, "Kies bij \(label.lowercased()) alleen dingen uit de lijst.")
        } else if required, codes.isEmpty {
            reject(name, "Kies er ten minste één: \(label.lowercased()).")
        }
        return codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Ticked regions.
    mutating func regions(_ name: String, label: String, required: Bool, _ reference: ReferenceData) -> [RegionCode] {
        let texts = data.all(name)
        let codes = texts.compactMap { reference.region(RegionCode($0))?.code }
        if codes.count < texts.count {
            reject(name, "Kies bij \(label.lowercased()) alleen regio's uit de lijst.")
        } else if required, codes.isEmpty {
            reject(name, "Kies er ten minste één: \(label.lowercased()).")
        }
        return codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    mutating func region(_ name: String, label: String, required: Bool, _ reference: ReferenceData) -> RegionCode? {
        parsed(name, label: label, required: required, message: "Kies een regio uit de lijst.") {
            reference.region(RegionCode($0))?.code
        }
    }

    /// An address of a page elsewhere.
    mutating func link(_ name: String, label: String) -> String? {
        guard let text = optionalText(name, label: label, maxLength: 500) else { return nil }
        guard let address = Self.webAddress(text) else {
            reject(name, "\(label) klopt niet. Schrijf het adres van een pagina, zoals https://voorbeeld.nl/pagina.")
            return nil
        }
        return address
    }

    /// A typed address as `https://…`; nil for anything that is none. Other kinds of address are not made into one.
    static func webAddress(_ typed: String) -> String? {
        let address =
            typed.hasPrefix("http://")
            ? "https://" + typed.dropFirst(7) : typed.contains("://") ? typed : "https://\(typed)"
        guard address.count <= 500, address.hasPrefix("https://"), !address.contains(where: \.isWhitespace),
            let url = URL(string: address), url.user() == nil, let host = url.host(), host.contains(".")
        else { return nil }
        return address
    }

    mutating func shownVersion() -> Int? {
        let value = optionalInt("versie", label: "Versie", in: 1...Int(Int32.max))
        if value == nil { reject("versie", "Dit formulier is verouderd. Open de pagina opnieuw.") }
        return value
    }
}

extension String {
    /// The beginning of a text in a list, on one line, never in the middle of a word.
    func opening(_ length: Int = 200) -> String {
        let flat = split(whereSeparator: \.isNewline).reduce(into: "") { text, line in
            // A line without a full stop is an item of its own, such as one of an agenda.
            if !text.isEmpty { text += text.last.map { ".?!:".contains($0) } == true ? " " : " · " }
            text += line
        }
        guard flat.count > length else { return flat }
        let words = flat.prefix(length).split(separator: " ").dropLast()
        return words.joined(separator: " ") + " …"
    }
}
