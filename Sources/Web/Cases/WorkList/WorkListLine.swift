import Actions
import Domain
import Foundation
import PageKit
import Site
import Store

/// One row of the work list in words: who has it, since when, whom to call, and the next action.
struct WorkListLine {
    let groupName: String
    let days: Int
    let title: String
    let reference: String
    let state: String
    let who: String
    let phone: String?
    let row: WorkListPage.Row

    /// - Parameter isMine: whether the list is of one person, who has the row or stands in for whoever has it.
    init(_ source: WorkListStore.Row, isMine: Bool, world: World) {
        let today = world.today
        let group = WorkListStore.Group.allCases.first { $0.rank == source.rank } ?? .others
        groupName = group.dutchName
        let since = source.file?.stateSince ?? source.openedAt
        days = since.map { max(0, today - world.time.today(at: $0)) } ?? 0
        let words =
            source.file.map { Self.words($0, source, isMine: isMine, today: today) }
            ?? Self.incoming(source, today: today)
        (title, reference, state) = (words.title, words.reference, words.state)
        (who, phone) = (words.who, words.phone)
        let late = today - source.dueOn
        row = WorkListPage.Row(
            kind: Self.kind(group),
            days: days,
            title: title,
            url: words.url,
            text: words.text,
            late: late > 0 ? "\(CaseWords.days(late)) te laat" : nil,
            tags: words.tags,
            who: who,
            phone: CaseWords.phone(phone),
            bestTime: words.bestTime,
            lastContact: source.file.map { Self.lastContact($0, world: world) } ?? "",
            action: words.action
        )
    }

    private struct Words {
        var title: String
        var reference: String
        var state: String
        var url: String
        var text: String
        var who: String
        var phone: String?
        var bestTime: String?
        var tags: [Tag] = []
        var action: PageLink
    }

    private static func kind(_ group: WorkListStore.Group) -> WorkListPage.Row.Kind {
        switch group {
        case .overdue: .overdue
        case .today: .today
        case .incoming: .incoming
        case .ours, .others: .waiting
        }
    }

    private static func incoming(_ source: WorkListStore.Row, today: CalendarDate) -> Words {
        let url = "/doorverwijzingen/\(source.referral?.reference.text ?? "")"
        let region = source.referral?.regionName ?? ""
        return Words(
            title: "Doorverwijzing uit \(region)",
            reference: source.referral?.reference.text ?? "",
            state: "doorverwijzing",
            url: url,
            text: "Nemen jullie deze kandidaat over? Antwoord uiterlijk \(source.dueOn.dutchShort(seenOn: today)).",
            who: source.referral?.teamName ?? region,
            phone: source.referral?.teamPhone,
            action: PageLink("Bekijk de doorverwijzing", url)
        )
    }

    private static func words(
        _ file: WorkListStore.CaseRow,
        _ source: WorkListStore.Row,
        isMine: Bool,
        today: CalendarDate
    ) -> Words {
        let url = "/kandidaten/\(file.reference)"
        let due = source.dueOn.dutchShort(seenOn: today)
        var words = Words(
            title: file.candidateName.full,
            reference: file.reference.text,
            state: file.state.dutchName,
            url: url,
            text: "",
            who: file.coordinatorName ?? "Nog niemand",
            phone: file.candidatePhone,
            action: PageLink("Open het traject", url)
        )
        if file.hasPriority { words.tags.append(Tag("voorrang", .waiting)) }
        if file.wasJoined { words.tags.append(Tag("samengevoegd", .info)) }
        if file.didMailFail { words.tags.append(Tag("mail kwam niet aan", .overdue)) }
        if file.wantsSecondAssessor { words.tags.append(Tag("vraagt tweede beoordelaar", .info)) }
        if file.asked?.callWantedAt != nil { words.tags.append(Tag("wil gebeld worden", .overdue)) }
        if let name = file.coordinatorName, !file.isCoordinatorActing {
            if isMine {
                words.tags.append(Tag("je neemt waar voor \(name)", .info))
            } else if file.isCoordinatorAway {
                words.tags.append(Tag("\(name) is afwezig", .info))
            }
        }
        let proposalURL = file.asked.map { "/voorstellen/\($0.reference)" } ?? url
        let practice = file.asked?.practiceName ?? "de praktijk"
        switch file.state {
        case .registered:
            words.text = "Net aangemeld. Begin met zoeken voor \(due)."
            words.action = PageLink("Begin met zoeken", "\(url)/stap/zoeken")
        case .searching:
            words.text = "Zoekt een plek. Kies er een voor \(due)."
            words.action = PageLink("Kies een plek", "\(url)/plekken")
        case .watching:
            words.text = "We blijven zoeken. Kijk voor \(due) of er iets nieuws is."
            words.action = PageLink("Kijk naar plekken", "\(url)/plekken")
        case .referring:
            let region = source.referral?.regionName ?? "een andere regio"
            words.text = "Wacht op antwoord van \(region) tot en met \(due)."
            (words.who, words.phone) = (source.referral?.teamName ?? region, source.referral?.teamPhone)
            words.action = PageLink(
                "Bekijk de doorverwijzing",
                source.referral.map { "/doorverwijzingen/\($0.reference)" } ?? url
            )
        case .proposed, .interview, .agreed, .started:
            waiting(&words, file, practice: practice, proposalURL: proposalURL, due: due)
        case .placed:
            words.text = "Geplaatst bij \(practice). Regel de documenten voor \(due)."
        case .stopped:
            words.text = "Gestopt. Kies voor \(due) hoe het verder gaat."
        case .completed, .withdrawn:
            // A case that ended is on the list for one reason only.
            words.text = "We wissen dit dossier op \(due). Het bericht daarover kwam niet aan. Bel de kandidaat."
            words.action = PageLink("Bekijk bewaren en wissen", "\(url)/bewaren")
        }
        return words
    }

    private static func waiting(
        _ words: inout Words,
        _ file: WorkListStore.CaseRow,
        practice: String,
        proposalURL: String,
        due: String
    ) {
        switch file.owner {
        case .practice:
            let contact = file.asked?.contactName.map { ", \($0)" } ?? ""
            words.who = practice + contact
            (words.phone, words.bestTime) = (
                file.asked?.contactPhone, file.asked?.bestTime.flatMap { $0.isEmpty ? nil : $0 }
            )
            words.text =
                switch file.state {
                case .proposed where file.asked?.callWantedAt != nil: "\(practice) wil gebeld worden."
                case .proposed: "Wacht op \(practice) tot en met \(due)."
                case .interview: "Klikgesprek bij \(practice). Antwoord voor \(due)."
                default: "Is bezig bij \(practice). Vraag voor \(due) hoe het gaat."
                }
            words.action = PageLink(
                file.state == .started ? "Open het traject" : "Noteer het antwoord",
                file.state == .started ? words.url : proposalURL
            )
        case .school:
            words.who = file.schoolName ?? "De school"
            words.phone = nil
            words.text = "\(practice) is akkoord. De school zegt ja of nee voor \(due)."
            words.action = PageLink("Noteer wat de school zegt", proposalURL)
        case .candidate:
            words.who = file.candidateName.givenName
            words.text = "\(practice) is akkoord. De kandidaat zegt ja of nee voor \(due)."
            words.action = PageLink("Noteer wat de kandidaat zegt", proposalURL)
        case .team, .nobody:
            words.text = "\(practice) is akkoord. Maak het rond voor \(due)."
            words.action = PageLink("Maak de plaatsing rond", proposalURL)
        }
    }

    private static func lastContact(_ file: WorkListStore.CaseRow, world: World) -> String {
        guard let moment = file.lastContactAt else { return "Nog niemand gesproken." }
        let day = world.time.today(at: moment).dutchShort(seenOn: world.today)
        let party = file.lastContactWith.flatMap { ContactParty(rawValue: $0)?.dutchName } ?? ""
        return file.wasReached ? "Laatst gesproken: \(party), \(day)." : "Laatst geprobeerd: \(party), \(day)."
    }
}
