import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

// What the pages of the stimuleringsregeling say in the same words for applicant and fund.

extension ApplicationState {
    var tag: Tag {
        switch self {
        case .draft: Tag("concept", .neutral)
        case .submitted: Tag("ingediend", .info)
        case .asked: Tag("vraag van het fonds", .waiting)
        case .waiting: Tag("op de wachtlijst", .waiting)
        case .granted, .running: Tag(dutchName, .ok)
        case .refused, .withdrawn, .ended, .stopped: Tag(dutchName, .neutral)
        }
    }
}

extension ApplicationStore.Row {
    var tags: [Tag] {
        [state.tag] + (lacksPartners ? [.lacksPartners] : [])
            + Tag.fictional(isFictional)
    }

    /// What stands on every page of a project that has too few partners.
    var partnerNotices: [Notice] {
        lacksPartners
            ? [
                Notice(
                    .warning,
                    title: "Voorwaarde niet vervuld",
                    text:
                        "\(PartnerWords.sentence(partnerCount)). De regeling vroeg er bij de toekenning \(minimumPartners)."
                )
            ] : []
    }
}

extension BudgetBar {
    /// A year, and what an application would take of it.
    init(_ year: SchemeStore.Year, asked: Money? = nil, askedName: String = "Deze aanvraag") {
        self.init(
            id: "budget",
            title: "Budget \(year.rules.year)",
            ceiling: year.rules.ceiling,
            parts: [Part("Toegekend", year.committed, .granted)] + (asked.map { [Part(askedName, $0, .asked)] } ?? [])
        )
    }
}

extension SheetCheck {
    /// - Parameter path: of the application, where a draft can be mended; nil for whoever only reads.
    init(_ verdict: RuleVerdict, path: String?) {
        self.init(
            number: verdict.rule.rawValue,
            demand: verdict.demand,
            isMet: verdict.isMet,
            finding: verdict.finding,
            repair: path.flatMap { path in
                verdict.rule.step.map { PageLink("Vul dit aan bij stap \($0)", "\(path)/stap/\($0)") }
            }
        )
    }
}

/// An application as sections to read.
struct ApplicationSections {
    let web: WebServices
    let row: ApplicationStore.Row
    let content: ApplicationContent

    var reading: [SheetSection] { [story, place, goals, money] }

    private var story: SheetSection {
        func block(_ title: String, _ text: String) -> [String] {
            text.isEmpty ? ["\(title): nog niet ingevuld."] : [String].paragraphs(of: "\(title): \(text)")
        }
        return SheetSection(
            "project",
            "Het project",
            paragraphs: block("Het probleem", content.problem) + block("De aanpak", content.approach)
                + block("Het plan", content.plan) + block("Op de projectpagina", content.summary)
        )
    }

    private var place: SheetSection {
        func names(_ list: [String]) -> String { list.isEmpty ? "nog niet gekozen" : list.joined(separator: ", ") }
        return SheetSection(
            "waar",
            "Waar en waarvoor",
            facts: Facts([
                Fact("Regio's", names(content.regions.map { web.reference.regionName($0) })),
                Fact("Gemeenten", names(content.municipalities.map { web.reference.municipalityName($0) })),
                Fact(
                    "Knelpunten",
                    names(content.bottlenecks.map { web.reference.bottleneck($0)?.name ?? $0.rawValue })
                ),
                Fact("Routes", content.routes.dutchNameOrAll), Fact("Periode", period),
            ])
        )
    }

    private var period: String {
        guard let start = content.startsOn, let end = content.endsOn else { return "nog niet ingevuld" }
        return "\(start.dutchLong) tot en met \(end.dutchLong)"
    }

    private var goals: SheetSection {
        SheetSection(
            "doelen",
            "Doelen in getallen",
            paragraphs: content.goals.isEmpty ? ["Er staan nog geen doelen."] : [],
            table: content.goals.isEmpty
                ? nil
                : SheetTable(
                    "Doelen",
                    columns: [
                        .init("Doel"), .init("Eenheid"), .init("Doel in getal", isNumber: true),
                        .init("Gehaald", isNumber: true),
                    ],
                    rows: content.goals.map { goal in
                        .init(goal.sentence, [goal.unit, goal.target.text, goal.reached?.text ?? "nog niet bekend"])
                    }
                )
        )
    }

    /// - Parameter leaving: where a partner who stops is noted; nil for whoever only reads.
    func partners(actions: [SheetAction] = []) -> SheetSection {
        let gone = content.partners.filter { $0.leftOn != nil }
        return SheetSection(
            "partners",
            "Partners",
            paragraphs: content.partners.isEmpty
                ? ["Er staan nog geen partners."]
                : ["\(PartnerWords.sentence(row.partnerCount)). Nodig: \(row.minimumPartners)."],
            items: gone.map { partner in
                "\(partner.name) stopte op \(partner.leftOn?.dutchLong ?? ""): \(partner.leftReason ?? "")"
            },
            table: content.presentPartners.isEmpty
                ? nil
                : SheetTable(
                    "Partners",
                    columns: [.init("Naam"), .init("Soort"), .init("Bijdrage"), .init("Sinds")],
                    rows: content.presentPartners.map { partner in
                        .init(
                            partner.name,
                            [
                                partner.kind.dutchName, partner.contribution,
                                partner.joinedOn.dutchShort(seenOn: web.world.today),
                            ]
                        )
                    }
                ),
            actions: actions
        )
    }

    private var money: SheetSection {
        var facts = [
            Fact("Gevraagd", content.requested?.text ?? "nog niet ingevuld")
        ]
        if let granted = row.granted { facts.append(Fact("Toegekend", granted.text)) }
        if let settled = row.settled { facts.append(Fact("Afgerekend", settled.text)) }
        return SheetSection(
            "geld",
            "Het geld",
            facts: Facts(facts),
            table: content.costs.isEmpty
                ? nil
                : SheetTable(
                    "Begroting",
                    columns: [.init("Waarvoor"), .init("Bedrag", isNumber: true)],
                    rows: content.costs.map { .init($0.description, [$0.amount.text]) },
                    foot: .init("Kosten samen", [content.cost?.text ?? ""])
                )
        )
    }
}

extension Timeline {
    /// The log of an application, as it is told to people.
    init(_ events: [ApplicationEventStore.Event], web: WebServices) {
        self.init(
            events.map { event in
                let day = web.world.time.today(at: event.happenedAt)
                let cents = event.facts["cents"].flatMap { Int($0) }.map { Money(cents: $0).text }
                let on = event.facts["on"].flatMap { CalendarDate(iso: $0) }.map { "Vanaf \($0.dutchLong)." }
                return TimelineItem(
                    when: day.dutchShort(seenOn: web.world.today),
                    datetime: day.iso8601,
                    title: ApplicationEvent(rawValue: event.kind)?.dutchName ?? "Er is iets gewijzigd",
                    who: event.who,
                    detail: cents ?? on,
                    kind: .done
                )
            }
        )
    }
}

extension ApplicationEvent {
    var dutchName: String {
        switch self {
        case .created: "Concept begonnen"
        case .submitted: "Ingediend"
        case .asked: "Het fonds stelde een vraag"
        case .answered: "De vraag is beantwoord"
        case .questionTakenBack: "Het fonds trok de vraag in"
        case .granted: "Toegekend"
        case .waiting: "Op de wachtlijst gezet"
        case .refused: "Niet toegekend"
        case .withdrawn: "Ingetrokken"
        case .started: "Het project is begonnen"
        case .reported: "Verslag ingediend"
        case .reportSeen: "Het fonds las het verslag"
        case .partnerJoined: "Een partner deed mee"
        case .partnerLeft: "Een partner stopte"
        case .leaderChanged: "Andere contactpersoon"
        case .ended: "Afgerond en afgerekend"
        case .stopped: "Gestopt en afgerekend"
        case .pageHeldBack: "De projectpagina is tegengehouden"
        case .pageReleased: "De projectpagina is weer openbaar"
        case .pageRemoved: "De projectpagina is weggehaald"
        }
    }
}

extension SheetSection {
    static func questions(
        _ questions: [ApplicationQuestionStore.Question],
        web: WebServices,
        actions: [SheetAction] = []
    )
        -> SheetSection
    {
        SheetSection(
            "vragen",
            "Vragen en antwoorden",
            paragraphs: questions.isEmpty
                ? ["Het fonds heeft geen vraag gesteld."] : questions.flatMap { paragraphs(of: $0, web: web) },
            actions: actions
        )
    }

    static func reports(
        _ reports: [ApplicationReportStore.Report],
        web: WebServices,
        actions: [SheetAction] = [],
        form: SheetForm? = nil
    ) -> SheetSection {
        SheetSection(
            "verslagen",
            "Verslagen",
            paragraphs: reports.isEmpty
                ? ["Er is nog geen verslag."] : reports.flatMap { paragraphs(of: $0, web: web) },
            actions: actions,
            form: form
        )
    }

    private static func paragraphs(of report: ApplicationReportStore.Report, web: WebServices) -> [String] {
        let kind = report.isFinal ? "Eindverslag" : "Tussenverslag"
        var lines = [
            "\(kind) van \(web.day(report.reportedAt)), door \(report.reportedBy). Uitgegeven: \(report.spent.text).",
            "Gedaan: \(report.done)",
        ]
        if !report.result.isEmpty { lines.append("Wat lukte: \(report.result)") }
        if !report.didNotWork.isEmpty { lines.append("Wat niet lukte: \(report.didNotWork)") }
        if let seenAt = report.seenAt { lines.append("Gelezen op \(web.day(seenAt)) door \(report.seenBy ?? "").") }
        if let remark = report.remark { lines.append("Het fonds schreef: \(remark)") }
        return lines
    }

    private static func paragraphs(of question: ApplicationQuestionStore.Question, web: WebServices) -> [String] {
        var lines = ["\(web.day(question.askedAt)), \(question.askedBy) vroeg: \(question.question)"]
        if let answer = question.answer, let answeredAt = question.answeredAt {
            lines.append("\(web.day(answeredAt)), \(question.answeredBy ?? "") antwoordde: \(answer)")
        } else if let withdrawnAt = question.withdrawnAt {
            lines.append("\(web.day(withdrawnAt)): de vraag is ingetrokken. Een antwoord hoeft niet meer.")
        } else {
            lines.append("Nog geen antwoord. Antwoord graag voor \(question.dueOn.dutchLong).")
        }
        return lines
    }

    static func history(_ events: [ApplicationEventStore.Event], web: WebServices) -> SheetSection {
        SheetSection(
            "verloop",
            "Verloop",
            paragraphs: events.isEmpty ? ["Er is nog niets gebeurd."] : [],
            timeline: events.isEmpty ? nil : Timeline(events, web: web)
        )
    }
}
