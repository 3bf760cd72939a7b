import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// The work list as an address asks for it: mine or the team's, groups, the call list, page or file.
struct WorkList: Sendable {
    let web: WebServices
    let isFile: Bool
    private let actor: Actor
    private let query: Query
    private let filter: WorkListStore.Filter
    private let isWholeTeam: Bool
    private let after: (rank: Int, dueOn: CalendarDate, id: UUID)?
    private static let path = "/werklijst"
    private static let pageSize = 50
    private static let mostRowsInFile = 20_000

    private enum Scope: String { case mine = "mij", team }

    init(_ query: Query, actor: Actor, web: WebServices) throws {
        self.web = web
        self.actor = actor
        self.query = query
        isFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        isWholeTeam = try query.choice("van", Scope.self) == .team
        filter = WorkListStore.Filter(
            groups: try query.choices("groep", WorkListStore.Group.self),
            staff: isWholeTeam ? nil : actor.staffMemberID,
            isCallList: try query.flag("bellijst")
        )
        after = try query.parsed("na") { token in
            guard let keys = PageCursor(token: token)?.keys, keys.count == 3, let rank = Int(keys[0]),
                let day = CalendarDate(iso: keys[1]), let id = UUID(uuidString: keys[2])
            else { return nil }
            return (rank, day, id)
        }
    }

    var fileURL: String { FilterBuilder(path: Self.path, query: query).csv }

    private func read(
        after: (rank: Int, dueOn: CalendarDate, id: UUID)?,
        limit: Int,
        on connection: Connection
    ) async throws -> [WorkListStore.Row] {
        try await WorkListStore.list(
            filter,
            team: actor.teamID,
            region: actor.regionCode,
            today: web.world.today,
            after: after,
            limit: limit,
            on: connection
        )
    }

    func file() async throws -> [UInt8] {
        let world = web.world
        let rows = try await world.database.transaction(as: actor.acting) { connection in
            let rows = try await read(after: nil, limit: Self.mostRowsInFile, on: connection)
            try await CandidateReadStore.insert(
                rows.compactMap { row in row.file.map { (id: world.newUUID(), candidate: $0.candidateID) } },
                .export,
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return rows
        }
        return DelimitedText.write(
            header: [
                "groep", "dagen", "kandidaat", "kenmerk", "stap", "wie heeft het", "telefoon", "uiterlijk",
                "laatst gesproken",
                "coördinator",
            ],
            rows: rows.map(cells)
        )
    }

    private func cells(_ row: WorkListStore.Row) -> [DelimitedValue] {
        let line = WorkListLine(row, isMine: !isWholeTeam, world: web.world)
        let lastContactOn = row.file?.lastContactAt.map { web.world.time.today(at: $0) }
        return [
            .text(line.groupName), .int(line.days), .text(line.title), .text(line.reference), .text(line.state),
            .text(line.who), .text(line.phone ?? ""), .date(row.dueOn),
            lastContactOn.map { DelimitedValue.date($0) } ?? .empty, .text(row.file?.coordinatorName ?? ""),
        ]
    }

    func page() async throws -> WorkListPage {
        let world = web.world
        let (rows, counts, offers) = try await world.database.transaction(as: actor.acting) { connection in
            let rows = try await read(after: after, limit: Self.pageSize + 1, on: connection)
            let counts = try await WorkListStore.counts(
                staff: isWholeTeam ? nil : actor.staffMemberID,
                team: actor.teamID,
                region: actor.regionCode,
                today: world.today,
                on: connection
            )
            let offers = try await OfferedPlaceStore.count(region: actor.regionCode, on: connection)
            return (rows, counts, offers)
        }
        let chosen = filter.groups.isEmpty ? WorkListStore.Group.allCases : filter.groups
        let total = filter.isCallList ? counts.callList : chosen.reduce(0) { $0 + (counts.groups[$1] ?? 0) }
        let summary = total == 1 ? "1 op de lijst" : "\(Count.text(total)) op de lijst"
        return WorkListPage(
            header: PageHeader(
                title: "Wie wacht op wie",
                lead: "Bovenaan staat wat het langst te laat is.",
                action: PageLink("Nieuwe kandidaat", "/kandidaten/nieuw")
            ),
            tiles: tiles(counts.groups, counts.callList, offers),
            tabs: tabs(),
            filters: filters(counts.groups, summary),
            rows: rows.prefix(Self.pageSize).map { WorkListLine($0, isMine: !isWholeTeam, world: world).row },
            empty: EmptyState(
                title: filter.isCallList ? "Je hoeft nu niemand te bellen" : "Niemand wacht",
                text: isWholeTeam
                    ? "Er ligt nu niets voor je team." : "Er ligt nu niets voor jou. Kijk ook bij het hele team.",
                action: isWholeTeam ? nil : PageLink("Bekijk het hele team", "\(Self.path)?van=team")
            ),
            pagination: pagination(rows, summary)
        )
    }

    private var scope: String { isWholeTeam ? "van=team&" : "" }

    private func tiles(_ counts: [WorkListStore.Group: Int], _ calls: Int, _ offers: Int) -> Stats {
        let kinds: [WorkListStore.Group: Tag.Kind] = [.overdue: .overdue, .today: .waiting, .incoming: .info]
        var tiles = WorkListStore.Group.allCases.map { group in
            let count = counts[group] ?? 0
            return StatTile(
                number: Count.text(count),
                label: group.dutchName,
                url: "\(Self.path)?\(scope)groep=\(group.rawValue)",
                kind: count == 0 ? .neutral : kinds[group] ?? .neutral
            )
        }
        tiles.append(
            StatTile(
                number: Count.text(calls),
                label: "nu te bellen",
                url: "\(Self.path)?\(scope)bellijst=ja",
                kind: calls == 0 ? .neutral : .waiting
            )
        )
        if offers > 0 {
            tiles.append(
                StatTile(
                    number: Count.text(offers),
                    label: offers == 1 ? "praktijk bood een plek aan" : "praktijken boden een plek aan",
                    url: "/plekken/aangeboden",
                    kind: .info
                )
            )
        }
        return Stats(tiles)
    }

    private func tabs() -> Tabs {
        let rest = query.fields.filter { $0.name != "van" && $0.name != "na" }
        return Tabs(
            label: "Van wie",
            [
                Tab(
                    "Van mij",
                    url: Self.path + Query(pairs: rest.map { ($0.name, $0.value) }).link,
                    isCurrent: !isWholeTeam
                ),
                Tab(
                    "Hele team",
                    url: Self.path + Query(pairs: [("van", "team")] + rest.map { ($0.name, $0.value) }).link,
                    isCurrent: isWholeTeam
                ),
            ]
        )
    }

    private func filters(_ counts: [WorkListStore.Group: Int], _ summary: String) -> Filters {
        var builder = FilterBuilder(path: Self.path, query: query)
        let groups = builder.group(
            "Groep",
            "groep",
            WorkListStore.Group.allCases,
            chosen: filter.groups,
            counts: Dictionary(counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
        )
        if filter.isCallList { builder.chip("Bellijst", "bellijst") }
        let calls = FilterGroup(
            legend: "Bellijst",
            name: "bellijst",
            options: [FilterOption(value: "ja", label: "Alleen wie je nu kunt bellen", isSelected: filter.isCallList)]
        )
        let chips = builder.chips
        return Filters(
            action: Self.path,
            summary: summary,
            chosen: chips,
            clearURL: chips.isEmpty ? nil : Self.path + (isWholeTeam ? "?van=team" : ""),
            groups: [groups, calls],
            hidden: isWholeTeam ? [HiddenField(name: "van", value: "team")] : [],
            downloads: [PageLink("CSV", fileURL)]
        )
    }

    private func pagination(_ rows: [WorkListStore.Row], _ summary: String) -> Pagination? {
        let hasNext = rows.count > Self.pageSize
        guard hasNext || after != nil else { return nil }
        let builder = FilterBuilder(path: Self.path, query: query)
        let last = rows.prefix(Self.pageSize).last
        return Pagination(
            summary: "\(min(rows.count, Self.pageSize)) van \(summary)",
            previous: after == nil ? nil : PageLink("Terug naar het begin", builder.first),
            next: hasNext
                ? last.map {
                    PageLink(
                        "Volgende \(Self.pageSize)",
                        builder.next(["\($0.rank)", $0.dueOn.iso8601, $0.id.uuidString.lowercased()])
                    )
                } : nil
        )
    }
}
