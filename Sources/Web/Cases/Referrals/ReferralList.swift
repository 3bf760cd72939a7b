import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// The list of referrals as an address asks for it: received or sent, states, page or file.
struct ReferralList: Sendable {
    let web: WebServices
    let isFile: Bool
    private let actor: Actor
    private let query: Query
    private let filter: ReferralStore.Filter
    private let after: (rank: Int, day: CalendarDate, id: Referral.ID)?
    private static let path = "/doorverwijzingen"
    private static let pageSize = 50
    private static let mostRowsInFile = 20_000

    init(_ query: Query, actor: Actor, web: WebServices) throws {
        self.web = web
        self.actor = actor
        self.query = query
        isFile = try query.parsed("vorm") { $0 == "csv" ? true : nil } ?? false
        filter = ReferralStore.Filter(
            side: try query.choice("kant", ReferralStore.Side.self) ?? .received,
            states: try query.choices("stand", ReferralState.self),
            overdueOn: try query.flag("te-laat") ? web.world.today : nil
        )
        after = try query.parsed("na") { token in
            guard let keys = PageCursor(token: token)?.keys, keys.count == 3, let rank = Int(keys[0]),
                let day = CalendarDate(iso: keys[1]), let id = Referral.ID(keys[2])
            else { return nil }
            return (rank, day, id)
        }
    }

    var fileURL: String { FilterBuilder(path: Self.path, query: query).csv }

    func file() async throws -> [UInt8] {
        let rows = try await web.world.database.transaction(as: actor.acting) { connection in
            let rows = try await ReferralStore.list(
                filter,
                team: actor.teamID,
                region: actor.regionCode,
                after: nil,
                limit: Self.mostRowsInFile,
                on: connection
            )
            try await CandidateReadStore.insert(
                rows.filter { $0.candidateName != nil }.map { (web.world.newUUID(), $0.candidateID) },
                .export,
                acting: actor.acting,
                at: web.world.now(),
                on: connection
            )
            return rows
        }
        let time = web.world.time
        return DelimitedText.write(
            header: [
                "kenmerk", "kandidaat", "van regio", "naar regio", "plek", "past voor", "stand", "verstuurd op",
                "antwoord voor", "beantwoord op", "reden",
            ],
            rows: rows.map { row in
                [
                    .text("\(row.reference)"), .text(row.candidateName?.full ?? ""), .text(row.sendingRegionName),
                    .text(row.receivingRegionName), .text(row.firstPlaceName),
                    .int((row.firstPlaceFit + 5) / 10), .text(row.state.dutchName), .date(time.today(at: row.openedAt)),
                    .date(row.dueOn), row.answeredAt.map { .date(time.today(at: $0)) } ?? .empty,
                    .text(row.declineReason?.dutchName ?? ""),
                ]
            }
        )
    }

    func page() async throws -> ReferralListPage {
        let world = web.world
        let (rows, received, sent, takenBack) = try await world.database.transaction(as: actor.acting) { connection in
            (
                try await ReferralStore.list(
                    filter,
                    team: actor.teamID,
                    region: actor.regionCode,
                    after: after,
                    limit: Self.pageSize + 1,
                    on: connection
                ),
                try await ReferralStore.counts(.received, team: actor.teamID, region: actor.regionCode, on: connection),
                try await ReferralStore.counts(.sent, team: actor.teamID, region: actor.regionCode, on: connection),
                filter.side == .received && after == nil
                    ? try await ReferralStore.takenBack(since: world.now() - 30 * 86_400, on: connection) : []
            )
        }
        let counts = filter.side == .received ? received : sent
        let chosen = filter.states.isEmpty ? ReferralState.allCases : filter.states
        let total = chosen.reduce(0) { $0 + (counts[$1] ?? 0) }
        let summary = total == 1 ? "1 doorverwijzing" : "\(Count.text(total)) doorverwijzingen"
        return ReferralListPage(
            header: PageHeader(
                title: "Doorverwijzingen",
                lead: "Kandidaten die van regio wisselen, met een echte plek erbij.",
                breadcrumbs: [PageLink("Werklijst", "/werklijst")]
            ),
            tabs: Tabs(
                label: "Ontvangen of verstuurd",
                [
                    Tab(
                        "Ontvangen",
                        url: Self.path,
                        isCurrent: filter.side == .received,
                        count: Count.text(received.values.reduce(0, +))
                    ),
                    Tab(
                        "Verstuurd",
                        url: "\(Self.path)?kant=verstuurd",
                        isCurrent: filter.side == .sent,
                        count: Count.text(sent.values.reduce(0, +))
                    ),
                ]
            ),
            filters: filters(counts, summary),
            rows: rows.prefix(Self.pageSize).map(row),
            empty: EmptyState(
                title: filter.side == .received ? "Er komt nu niets binnen" : "Je hebt nog niets verstuurd",
                text: filter.side == .received
                    ? "Zodra een andere regio een kandidaat naar jullie verwijst, zie je het hier en op je werklijst."
                    : "Is er in je eigen regio geen plek? Open een kandidaat en verwijs door naar een regio die er wel een heeft.",
                action: PageLink("Naar de kandidaten", "/kandidaten")
            ),
            pagination: pagination(rows, summary),
            takenBack: takenBack.map { back in
                ReferralListPage.Row(
                    url: "\(Self.path)/\(back.reference)",
                    title: "Uit \(back.sendingRegionName)",
                    place: "–",
                    tag: CaseWords.tag(ReferralState.withdrawn),
                    due: day(back.answeredAt),
                    days: "–",
                    isOverdue: false
                )
            }
        )
    }

    private func day(_ moment: Date) -> String {
        web.world.time.today(at: moment).dutchShort(seenOn: web.world.today)
    }

    private func row(_ row: ReferralRow) -> ReferralListPage.Row {
        let today = web.world.today
        let who = row.candidateName.map { "\($0.full): " } ?? ""
        let end = row.answeredAt.map { web.world.time.today(at: $0) } ?? today
        return ReferralListPage.Row(
            url: "\(Self.path)/\(row.reference)",
            title: filter.side == .received
                ? "\(who)uit \(row.sendingRegionName)" : "\(who)naar \(row.receivingRegionName)",
            place: "\(row.firstPlaceName), past voor \(CaseWords.shown(row.firstPlaceFit))",
            tag: CaseWords.tag(row.state),
            due: row.state == .open
                ? row.dueOn.dutchShort(seenOn: today) : row.answeredAt.map(day) ?? "–",
            days: CaseWords.days(max(0, end - web.world.time.today(at: row.openedAt))),
            isOverdue: row.state == .open && row.dueOn < today
        )
    }

    private func filters(_ counts: [ReferralState: Int], _ summary: String) -> Filters {
        var builder = FilterBuilder(path: Self.path, query: query)
        let states = builder.group(
            "Stand",
            "stand",
            ReferralState.allCases.filter { filter.side == .sent || $0 != .withdrawn },
            chosen: filter.states,
            counts: Dictionary(counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
        )
        if filter.overdueOn != nil { builder.chip("Te laat", "te-laat") }
        let chips = builder.chips
        return Filters(
            action: Self.path,
            summary: summary,
            chosen: chips,
            clearURL: chips.isEmpty ? nil : "\(Self.path)?kant=\(filter.side.rawValue)",
            groups: [states],
            hidden: [HiddenField(name: "kant", value: filter.side.rawValue)],
            downloads: [PageLink("CSV", fileURL)]
        )
    }

    private func pagination(_ rows: [ReferralRow], _ summary: String) -> Pagination? {
        let hasNext = rows.count > Self.pageSize
        guard hasNext || after != nil else { return nil }
        let builder = FilterBuilder(path: Self.path, query: query)
        let last = rows.prefix(Self.pageSize).last
        return Pagination(
            summary: "\(min(rows.count, Self.pageSize)) van \(summary)",
            previous: after == nil ? nil : PageLink("Terug naar het begin", builder.first),
            next: hasNext
                ? last.map { row in
                    let keys = ReferralStore.sortKeys(of: row, openedOn: web.world.time.today(at: row.openedAt))
                    return PageLink(
                        "Volgende doorverwijzingen",
                        builder.next(["\(keys.rank)", keys.day.iso8601, "\(keys.id)"])
                    )
                } : nil
        )
    }
}
