import Domain
import Foundation
import Store

/// Sixty meetings: forty that were and twenty that come, some of them full.
struct DemoMeetings {
    static let (held, planned) = (40, 20)

    private let geography: DemoGeography
    private let clock: DemoClock
    private let members: DemoMembers
    private let kinds: [SeedRecord]
    private var slugs = Set<String>()

    init(_ files: SeedFiles, _ geography: DemoGeography, _ clock: DemoClock, _ members: DemoMembers) throws {
        self.geography = geography
        self.clock = clock
        self.members = members
        kinds = try files.records("Demo/meetings.csv")
    }

    mutating func make(_ rows: inout DemoRows, _ random: inout DemoRandom) throws {
        for number in 0..<Self.held + Self.planned {
            let isPlanned = number >= Self.held
            let day =
                isPlanned
                ? clock.today + 6 + (number - Self.held) * 7 : clock.today - 8 - (Self.held - 1 - number) * 16
            let kind = kinds[(number * 4) % kinds.count]
            let isNational = try kind.text("kind") == "leernetwerkbijeenkomst"
            let region = isNational ? nil : geography.regions[(number * 11) % geography.regions.count]
            try add(kind, in: region, on: clock.after(day, workingDays: 1), isPlanned, number, &rows, &random)
        }
    }

    private mutating func add(
        _ kind: SeedRecord,
        in region: DemoRegion?,
        on day: CalendarDate,
        _ isPlanned: Bool,
        _ number: Int,
        _ rows: inout DemoRows,
        _ random: inout DemoRandom
    ) throws {
        let name = try kind.text("title")
        let title = region.map { "\(name) (\($0.name))" } ?? name
        let createdAt = clock.midnight(min(day, clock.today) - 60) + 10 * 3600
        let startsAt = clock.midnight(day) + Double(random.pick([10, 14, 16, 19]) * 3600)
        let id = random.uuid(at: createdAt)
        let organiser = members.someone(in: region?.code, &random)
        let isOnline = name.hasPrefix("Online")
        let town = region?.town(&random)
        let place = isOnline ? "" : "Huis van de Zorg (fictief), \(town?.name ?? "Utrecht")"
        let isCancelled = isPlanned && number % 13 == 7
        // Every fourth one that comes is full, with people waiting.
        let seats = isPlanned ? (number % 4 == 0 ? 8 : random.int(16...40)) : 30
        let state: MeetingState = isCancelled ? .cancelled : isPlanned ? .planned : .held
        var address = "\(slug(of: title))-\(day.iso8601)"
        while !slugs.insert(address).inserted { address += "-2" }
        let closesAt = clock.midnight(day - 2) + 17 * 3600
        rows.add(
            .meetings,
            [
                id, address, try kind.text("kind"), title, "", day, startsAt, startsAt + 5400, place,
                isOnline ? "https://voorbeeld.example/bijeenkomst" : nil, region?.code, town?.municipality,
                try kind.text("agenda"), isPlanned ? "" : try kind.text("minutes"), seats, closesAt, state,
                organiser.id,
                organiser.mail, "fictief", createdAt, createdAt, isCancelled ? 1 : 0, true, 1,
            ]
        )
        for code in try kind.text("bottleneck_codes").split(separator: "|") {
            rows.add(.meetingBottlenecks, [id, String(code)])
        }
        let wanted = isPlanned ? (number % 4 == 0 ? 12 : random.int(3...14)) : random.int(8...22)
        let latest = min(closesAt, clock.midnight(clock.today))
        addSignups(to: id, wanted, seats: seats, until: latest, &rows, &random)
        if state == .held { addActions(to: id, organiser, on: day, &rows, &random) }
    }

    private func addSignups(
        to meeting: UUID,
        _ wanted: Int,
        seats: Int,
        until latest: Date,
        _ rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        for (index, member) in random.some(wanted, of: members.all).enumerated() {
            let at = latest - Double((wanted - index) * 20_000)
            let state: SignupState = index >= seats ? .waiting : index == 2 && wanted < seats ? .cancelled : .coming
            rows.add(.meetingSignups, [meeting, member.id, state, at])
        }
    }

    private static let actions = [
        "Het draaiboek delen met de andere regio's.", "Een praktijk bellen die het ook wil proberen.",
        "De cijfers van de school opvragen.", "Een datum zoeken voor een vervolg.",
        "Opschrijven wat het kostte en wat het opleverde.",
    ]

    private func addActions(
        to meeting: UUID,
        _ organiser: DemoMember,
        on day: CalendarDate,
        _ rows: inout DemoRows,
        _ random: inout DemoRandom
    ) {
        for sentence in random.some(random.int(1...2), of: Self.actions) {
            let due = day + random.int(14...120)
            let isDone = due < clock.today && random.chance(75)
            let owner = random.chance(40) ? organiser : members.someone(in: organiser.region, &random)
            rows.add(
                .meetingActions,
                [random.uuid(at: clock.midnight(day)), meeting, sentence, owner.id, due, isDone ? due - 3 : nil]
            )
        }
    }
}
