import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// `/kandidaten`: the query in the address, and the page of what it finds.
struct CandidateListing {
    static let pageSize = 50

    let filter: CandidateListStore.Filter
    let order: CandidateListStore.Order
    let after: PageCursor?
    let wantsFile: Bool
    /// Seals what names people, because it travels in the address.
    private let secrecy: PrivateText
    private let sealedSearch: String?
    let reference: ReferenceData
    let today: CalendarDate
    let time: AmsterdamTime

    init(
        _ query: Query,
        secrecy: PrivateText,
        reference: ReferenceData,
        today: CalendarDate,
        time: AmsterdamTime
    ) throws {
        var filter = CandidateListStore.Filter()
        filter.states = try query.choices("stap", CaseState.self)
        filter.owners = try query.choices("aan_zet", CaseOwner.self)
        filter.routes = try query.choices("leerweg", LearningRoute.self)
        filter.coordinator = try query.parsed("coordinator") { StaffMember.ID($0) }
        filter.municipality = try query.parsed("gemeente") { reference.municipality(MunicipalityCode($0))?.code }
        filter.isOverdue = try query.flag("te_laat")
        filter.search = try query.parsed("zoek") { secrecy.opened($0) }
        sealedSearch = try query.text("zoek", maxLength: 2_000)
        filter.importRun = try query.parsed("invoer") { UUID(uuidString: $0) }
        self.filter = filter
        order = try query.choice("volgorde", CandidateListStore.Order.self) ?? .waiting
        after = try query.parsed("na") { secrecy.opened($0).flatMap { PageCursor(token: $0) } }
        self.secrecy = secrecy
        wantsFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        self.reference = reference
        self.today = today
        self.time = time
    }

    /// The address of the list that the form asks for: the same fields, with the search words sealed.
    ///
    /// - Throws: ``MalformedRequest`` when the search text is too long.
    static func address(_ form: FormData, secrecy: PrivateText) throws -> String {
        var pairs = form.pairs.filter { $0.name != FormData.tokenField && $0.name != "zoek" }.map {
            ($0.name, $0.value)
        }
        let search = (form["zoek"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard search.count <= 100 else { throw MalformedRequest("Zoek met ten hoogste 100 tekens.") }
        if !search.isEmpty { pairs.append(("zoek", try secrecy.sealed(search))) }
        return "/kandidaten" + Query(pairs: pairs).link
    }

    /// The list's own query, without the place in it.
    private var query: Query {
        var pairs = filter.states.map { ("stap", $0.rawValue) }
        pairs += filter.owners.map { ("aan_zet", $0.rawValue) }
        pairs += filter.routes.map { ("leerweg", $0.rawValue) }
        pairs += filter.coordinator.map { [("coordinator", "\($0)")] } ?? []
        pairs += filter.municipality.map { [("gemeente", $0.rawValue)] } ?? []
        pairs += filter.isOverdue ? [("te_laat", "1")] : []
        pairs += sealedSearch.map { [("zoek", $0)] } ?? []
        pairs += filter.importRun.map { [("invoer", $0.uuidString.lowercased())] } ?? []
        pairs += order == .waiting ? [] : [("volgorde", order.rawValue)]
        return Query(pairs: pairs)
    }

    var fileURL: String { "/kandidaten" + query.replacing("vorm", with: "csv") }

    func page(
        rows found: [CandidateListStore.Row],
        counts: CandidateListStore.Counts,
        colleagues: [CaseFileStore.Colleague],
        teamName: String
    ) throws -> CandidateListPage {
        let rows = found.prefix(Self.pageSize)
        let next =
            found.count > Self.pageSize ? try rows.last.map { try secrecy.sealed(PageCursor($0.keys).token) } : nil
        let previous = after == nil ? nil : PageLink("Naar het begin", "/kandidaten" + query.link)
        let following = next.map { PageLink("Volgende", "/kandidaten" + query.replacing("na", with: $0)) }
        return CandidateListPage(
            teamName: teamName,
            begin: begin(counts),
            filters: filters(counts, colleagues),
            orders: CandidateListStore.Order.allCases.map {
                CandidateListPage.Order(
                    Self.name(of: $0),
                    url: "/kandidaten" + query.replacing("volgorde", with: $0.rawValue),
                    isCurrent: $0 == order
                )
            },
            rows: rows.map(row),
            pagination: previous == nil && following == nil
                ? nil
                : Pagination(
                    summary: "\(rows.count) van \(Count.text(counts.total))",
                    previous: previous,
                    next: following
                ),
            isFiltered: !chips(colleagues).isEmpty
        )
    }

    /// Offered on the list of all registered cases, and on that of one import. What moves is confirmed first.
    private func begin(_ counts: CandidateListStore.Counts) -> PageLink? {
        var plain = CandidateListStore.Filter()
        plain.importRun = filter.importRun
        plain.states = filter.states
        guard filter == plain, filter.states == [.registered] || filter.importRun != nil && filter.states.isEmpty else {
            return nil
        }
        let registered = counts.states[CaseState.registered.rawValue] ?? 0
        let count = min(registered, StartSearchingForAll.most)
        guard count > 0 else { return nil }
        let text =
            count == 1 ? "Begin met zoeken voor deze kandidaat" : "Begin met zoeken voor deze \(count) kandidaten"
        let run = filter.importRun.map { "?invoer=\($0.uuidString.lowercased())" } ?? ""
        return PageLink(text, "/kandidaten/zoeken\(run)")
    }

    private static func name(of order: CandidateListStore.Order) -> String {
        switch order {
        case .waiting: "langst wachtend"
        case .name: "naam"
        case .due: "uiterste datum"
        }
    }

    private func row(_ row: CandidateListStore.Row) -> CandidateListPage.Row {
        let isOverdue = row.dueOn.map { $0 < today } ?? false
        return CandidateListPage.Row(
            name: row.name.sorted,
            url: "/kandidaten/\(row.reference)",
            reference: row.reference.text,
            route: "\(row.route.dutchName), jaar \(row.studyYear)",
            town: row.municipalityName,
            step: CaseSentences.tag(row.state, isOverdue: isOverdue),
            who: row.practiceName ?? row.owner.dutchName,
            days: today - time.today(at: row.stateSince),
            coordinator: row.coordinatorName ?? "nog niemand",
            due: row.dueOn?.dutchShort(seenOn: today) ?? "–",
            isOverdue: isOverdue,
            hasPriority: row.hasPriority
        )
    }

    private func filters(_ counts: CandidateListStore.Counts, _ colleagues: [CaseFileStore.Colleague]) -> Filters {
        func options<Value: Coded>(_ chosen: [Value], _ counted: [String: Int]) -> [FilterOption] {
            Value.allCases.filter { counted[$0.rawValue] != nil || chosen.contains($0) }.map {
                FilterOption(
                    value: $0.rawValue,
                    label: $0.dutchName,
                    count: Count.text(counted[$0.rawValue] ?? 0),
                    isSelected: chosen.contains($0)
                )
            }
        }
        return Filters(
            action: "/kandidaten",
            isPrivate: true,
            summary: counts.total == 1 ? "1 kandidaat" : "\(Count.text(counts.total)) kandidaten",
            chosen: chips(colleagues),
            clearURL: "/kandidaten",
            groups: [
                FilterGroup(legend: "Stap", name: "stap", options: options(filter.states, counts.states)),
                FilterGroup(legend: "Aan zet", name: "aan_zet", options: options(filter.owners, counts.owners)),
                FilterGroup(legend: "Leerweg", name: "leerweg", options: options(filter.routes, counts.routes)),
                FilterGroup(
                    legend: "Op tijd",
                    name: "te_laat",
                    options: [
                        FilterOption(
                            value: "1",
                            label: "te laat",
                            count: Count.text(counts.overdue),
                            isSelected: filter.isOverdue
                        )
                    ]
                ),
            ],
            selects: [
                SelectField(
                    name: "coordinator",
                    label: "Coördinator of waarnemer",
                    options: colleagues.map {
                        Option(
                            value: "\($0.id)",
                            label: "\($0.name) (\(Count.text(counts.coordinators["\($0.id)"] ?? 0)))"
                        )
                    },
                    selected: filter.coordinator.map { "\($0)" },
                    isRequired: false,
                    emptyLabel: "Iedereen"
                ),
                SelectField(
                    name: "gemeente",
                    label: "Gemeente",
                    options: reference.municipalities.compactMap { municipality in
                        counts.municipalities[municipality.code.rawValue].map {
                            Option(value: municipality.code.rawValue, label: "\(municipality.name) (\(Count.text($0)))")
                        }
                    },
                    selected: filter.municipality?.rawValue,
                    isRequired: false,
                    emptyLabel: "Alle gemeenten"
                ),
            ],
            search: TextField(name: "zoek", label: "Naam of kenmerk", value: filter.search ?? "", kind: .search),
            hidden: (order == .waiting ? [] : [HiddenField(name: "volgorde", value: order.rawValue)])
                + (filter.importRun.map { [HiddenField(name: "invoer", value: $0.uuidString.lowercased())] } ?? []),
            downloads: [PageLink("CSV", fileURL)],
            input: PageLink("Neem je eigen lijst over", "/invoer")
        )
    }

    /// What is chosen, each with the address of the list without it.
    private func chips(_ colleagues: [CaseFileStore.Colleague]) -> [Chip] {
        func chip(_ label: String, _ name: String, _ value: String) -> Chip {
            Chip(label: label, removeURL: "/kandidaten" + query.removing(name, value: value))
        }
        var chips = filter.states.map { chip($0.dutchName, "stap", $0.rawValue) }
        chips += filter.owners.map { chip("aan zet: \($0.dutchName)", "aan_zet", $0.rawValue) }
        chips += filter.routes.map { chip($0.dutchName, "leerweg", $0.rawValue) }
        if let id = filter.coordinator {
            chips.append(chip(colleagues.first { $0.id == id }?.name ?? "coördinator", "coordinator", "\(id)"))
        }
        if let code = filter.municipality {
            chips.append(chip(reference.municipalityName(code), "gemeente", code.rawValue))
        }
        if filter.isOverdue { chips.append(chip("te laat", "te_laat", "1")) }
        if let search = filter.search, let sealedSearch { chips.append(chip("“\(search)”", "zoek", sealedSearch)) }
        if let run = filter.importRun { chips.append(chip("uit één invoer", "invoer", run.uuidString.lowercased())) }
        return chips
    }
}
