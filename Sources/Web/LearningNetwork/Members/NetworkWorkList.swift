import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// What waits for a member, the most urgent first.
struct NetworkWorkList {
    let web: WebServices

    /// For the fund: what members who left kept; nil when there is nothing.
    func leftBehind(on connection: Connection) async throws -> NetworkSection? {
        let rows = try await LeftBehindStore.list(from: web.world.today, limit: 20, on: connection)
        guard !rows.isEmpty else { return nil }
        return NetworkSection(
            id: "niemand",
            title: "Niemand houdt dit bij",
            text: "Wie dit deed, is geen lid meer. Neem het over, of sluit het af.",
            entries: rows.map { NetworkEntry(link: PageLink($0.title, $0.path), meta: $0.kind.dutchName) }
        )
    }

    func section(for member: MemberStore.Row, on connection: Connection) async throws -> NetworkSection {
        let today = web.world.today
        var entries: [NetworkEntry] = []
        for action in try await MeetingSignupStore.openActions(of: member.id, on: connection) {
            let late = action.dueOn < today
            entries.append(
                NetworkEntry(
                    link: PageLink(action.sentence, "/bijeenkomsten/\(action.slug)"),
                    meta: "Actie uit \(action.title), voor \(action.dueOn.dutchShort(seenOn: today))",
                    tags: late ? [Tag("te laat", .overdue)] : []
                )
            )
        }
        for meeting in try await MeetingStore.withoutMinutes(
            organisedBy: member.id,
            endedBefore: web.world.now(),
            on: connection
        ) {
            entries.append(
                NetworkEntry(
                    link: PageLink("Schrijf het verslag: \(meeting.title)", "/bijeenkomsten/\(meeting.slug)/verslag"),
                    meta: meeting.heldOn.map { "Jouw bijeenkomst van \($0.dutchShort(seenOn: today))" },
                    tags: [Tag("verslag", .waiting)]
                )
            )
        }
        let yearAgo = today.adding(months: -12)
        for practice in try await GoodPracticeStore.own(member.id, limit: 50, on: connection) {
            let link = PageLink(practice.name, "/goede-praktijken/\(practice.slug)")
            switch practice.state {
            case .returned:
                entries.append(
                    NetworkEntry(
                        link: link,
                        meta: "Jouw goede praktijk kwam terug met een opmerking",
                        tags: [Tag("pas aan", .waiting)]
                    )
                )
            case .draft:
                entries.append(
                    NetworkEntry(link: link, meta: "Jouw concept staat klaar", tags: [Tag("concept", .neutral)])
                )
            case .published where practice.openRemark != nil:
                entries.append(
                    NetworkEntry(
                        link: link,
                        meta: "Een ander lid heeft een opmerking bij je wijziging",
                        tags: [Tag("pas aan", .waiting)]
                    )
                )
            case .published where practice.confirmedOn.map({ $0 < yearAgo }) ?? true:
                entries.append(
                    NetworkEntry(
                        link: link,
                        meta: "Klopt deze goede praktijk nog? Bevestig hem.",
                        tags: [Tag("bevestig", .waiting)]
                    )
                )
            case .submitted:
                entries.append(
                    NetworkEntry(
                        link: link,
                        meta: "Jouw goede praktijk wacht op een tweede lezer",
                        tags: [Tag("wacht op een ander", .neutral)]
                    )
                )
            case .published:
                guard let since = practice.unreadSince else { break }
                entries.append(
                    NetworkEntry(
                        link: link,
                        meta: "Gewijzigd op \(web.shortDay(since)), nog niet opnieuw nagelezen",
                        tags: [Tag("wacht op een ander", .neutral)]
                    )
                )
            case .retired: break
            }
        }
        for copy in try await CopyStore.own(member.id, on: connection)
        where copy.isOpen && copy.askedFrom < today && copy.subjectPath != nil {
            entries.append(
                NetworkEntry(
                    link: PageLink(
                        "Hoe ging het met: \(copy.subjectName)",
                        "/overgenomen/\(copy.id.uuidString.lowercased())"
                    ),
                    meta: "Overgenomen op \(copy.copiedOn.dutchShort(seenOn: today))"
                )
            )
        }
        for practice in try await GoodPracticeStore.toRead(by: member.id, limit: 20, on: connection) {
            entries.append(
                NetworkEntry(
                    link: PageLink(
                        "\(practice.unreadSince == nil ? "Lees mee" : "Lees de wijziging mee"): \(practice.name)",
                        "/goede-praktijken/\(practice.slug)"
                    ),
                    meta: "\(practice.organisationName), wacht sinds "
                        + web.shortDay(practice.unreadSince ?? practice.updatedAt)
                )
            )
        }
        for question in try await QuestionStore.waiting(for: member.id, limit: 10, on: connection) {
            entries.append(
                NetworkEntry(
                    link: PageLink(question.title, "/vragen/\(question.slug)"),
                    meta:
                        "Vraag over \(web.bottleneckNames(question.bottlenecks).lowercased()), sinds \(web.shortDay(question.askedAt))"
                )
            )
        }
        for own in try await MeetingSignupStore.own(member.id, from: today, on: connection) {
            let isCancelled = own.meeting == .cancelled
            entries.append(
                NetworkEntry(
                    link: PageLink(own.title, "/bijeenkomsten/\(own.slug)"),
                    meta: own.heldOn.dutchShort(seenOn: today),
                    tags: [
                        isCancelled
                            ? Tag("gaat niet door", .overdue)
                            : own.state == .coming ? Tag("je komt", .ok) : Tag("wachtlijst", .waiting)
                    ]
                )
            )
        }
        return NetworkSection(
            id: "werklijst",
            title: "Wat op jou wacht",
            entries: entries,
            empty: EmptyState(
                title: "Er wacht nu niets op je",
                text: "Zeg bij je lidmaatschap waar je van weet. Dan zie je hier vragen van anderen.",
                action: PageLink("Mijn lidmaatschap", "/leernetwerk/lidmaatschap")
            )
        )
    }
}
