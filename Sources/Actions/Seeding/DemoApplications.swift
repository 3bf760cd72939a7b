import Domain
import Foundation
import Postgres
import Store

/// The road from draft to final report.
extension DemoProjects {
    /// - Returns: the id of the application.
    mutating func apply(_ work: Work) -> UUID {
        let (project, days) = (work.project, work.days)
        let id = uuid(days.created)
        let isSubmitted = project.state != "draft"
        let decision = decision(on: project)
        let settled: Int? = project.state == "ended" ? (project.grant ?? 0) / 100 * random.int(92...100) : nil
        rows.add(
            .applications,
            [
                id, references.next(), project.year, work.organisation, work.leader.id, project.state, project.name,
                project.problem, project.approach, plan(of: project), summary(of: project), project.cost, project.grant,
                project.cost == nil ? nil : days.starts, project.cost == nil ? nil : days.ends,
                moment(days.created), isSubmitted ? moment(days.submitted) : nil,
                work.isDecided ? moment(days.decided) : nil, work.isDecided ? DemoPeople.fund : nil,
                work.isDecided ? decision.reason : nil, work.isDecided ? decision.advice : nil,
                work.isGranted ? project.grant : nil, settled, days.started, days.ended, project.routes, true, 1,
            ]
        )
        for region in project.regions { rows.add(.applicationRegions, [id, region]) }
        for municipality in project.municipalities { rows.add(.applicationMunicipalities, [id, municipality]) }
        for bottleneck in project.bottlenecks { rows.add(.applicationBottlenecks, [id, bottleneck]) }
        for (index, goal) in project.goals.enumerated() {
            guard let target = goal.target else { continue }
            rows.add(
                .applicationGoals,
                [uuid(days.created), id, index + 1, goal.sentence, goal.unit, target, goal.reached]
            )
        }
        addPartners(to: id, work)
        addCosts(to: id, work)
        addQuestions(to: id, work)
        addReports(to: id, work)
        addEvents(to: id, work)
        return id
    }

    private func moment(_ day: CalendarDate) -> Date { clock.midnight(day) + 10 * 3600 }

    private func plan(of project: DemoProject) -> String {
        guard !project.approach.isEmpty else { return "" }
        return "Eerst maken we afspraken met de partners en kiezen we de praktijken die beginnen. "
            + project.approach
            + " Halverwege kijken we wat beter kan. Aan het eind schrijven we op wat werkte en wat niet."
    }

    private func summary(of project: DemoProject) -> String {
        guard !project.approach.isEmpty else { return "" }
        let sentences =
            (project.problem.split(separator: ". ").prefix(1) + project.approach.split(separator: ". ").prefix(1))
            .map { $0.hasSuffix(".") ? String($0) : "\($0)." }
        return ([project.subject + "."] + sentences).joined(separator: " ")
    }

    private func decision(on project: DemoProject) -> (reason: String, advice: String?) {
        switch project.state {
        case "waiting":
            ("Het plan voldoet aan de voorwaarden, maar het geld van dit jaar is op.", "Houd je partners op de hoogte.")
        case "refused":
            (
                "Het plan laat niet zien hoe het een knelpunt in de regio oplost.",
                "Begin klein, kies een knelpunt en zoek een school die meedoet."
            )
        default: ("Het plan past bij een knelpunt in de regio en voldoet aan de voorwaarden.", nil)
        }
    }

    private mutating func addPartners(to id: UUID, _ work: Work) {
        let left = leaving(work)
        for (index, partner) in work.partners.enumerated() {
            guard work.project.cost != nil || index == 0 else { continue }
            let leaves = index == work.partners.count - 1 ? left : nil
            rows.add(
                .applicationPartners,
                [
                    uuid(work.days.created), id, partner.name, partner.kind, partner.contribution, work.days.created,
                    leaves, leaves == nil ? nil : "Geen tijd meer door drukte in de organisatie.",
                ]
            )
        }
    }

    private mutating func addCosts(to id: UUID, _ work: Work) {
        guard let cost = work.project.cost else { return }
        let (people, training) = (cost / 100 * random.int(52...60), cost / 100 * random.int(18...24))
        let lines = [
            ("Uren van de projectleider en de partners", people), ("Scholing en begeleiding", training),
            ("Materiaal, reizen en bijeenkomsten", cost - people - training),
        ]
        for (index, line) in lines.enumerated() {
            rows.add(.applicationCosts, [uuid(work.days.created), id, index + 1, line.0, line.1])
        }
    }

    private mutating func addQuestions(to id: UUID, _ work: Work) {
        let isOpen = work.project.state == "asked"
        guard isOpen || (work.isDecided && random.chance(40)) else { return }
        let asked = work.days.submitted + 4
        let question = random.pick([
            "Hoeveel uren rekenen jullie voor begeleiding, en tegen welk tarief?",
            "Wie neemt het project over als de projectleider uitvalt?",
            "Hoe tellen jullie of het doel is gehaald?",
        ])
        let answer = "We hebben dat in het plan duidelijker gemaakt. De partners zijn het ermee eens."
        rows.add(
            .applicationQuestions,
            [
                uuid(asked), id, DemoPeople.fund, moment(asked), question, asked + 14, isOpen ? nil : work.leader.id,
                isOpen ? nil : moment(asked + 6), isOpen ? nil : answer,
            ]
        )
    }

    private mutating func addReports(to id: UUID, _ work: Work) {
        guard let started = work.days.started, let grant = work.project.grant else { return }
        let progressOn = min(started + 150, clock.today - 9)
        if progressOn > started, work.project.state != "stopped" {
            let isSeen = work.project.state == "ended" || random.chance(60)
            rows.add(
                .applicationReports,
                [
                    uuid(progressOn), id, "progress", work.leader.id, moment(progressOn),
                    "De partners werken volgens plan. De eerste praktijken doen mee.", work.project.result, "",
                    grant / 100 * random.int(35...55), isSeen ? DemoPeople.fund : nil,
                    isSeen ? moment(progressOn + 5) : nil, isSeen ? "Dank, een helder verslag." : nil,
                ]
            )
        }
        guard work.project.state == "ended", let ended = work.days.ended else { return }
        rows.add(
            .applicationReports,
            [
                uuid(ended), id, "final", work.leader.id, moment(ended), work.project.approach, work.project.result,
                work.project.didNotWork, grant / 100 * random.int(90...100), DemoPeople.fund, moment(ended + 8),
                "Akkoord. We delen wat niet werkte graag met andere regio's.",
            ]
        )
    }

    private mutating func addEvents(to id: UUID, _ work: Work) {
        var events: [(String, CalendarDate, StaffMember.ID)] = [("created", work.days.created, work.leader.id)]
        if work.project.state != "draft" { events.append(("submitted", work.days.submitted, work.leader.id)) }
        switch work.project.state {
        case "waiting", "refused": events.append((work.project.state, work.days.decided, DemoPeople.fund))
        case "withdrawn": events.append(("withdrawn", work.days.submitted + 9, work.leader.id))
        case "granted", "running", "ended", "stopped": events.append(("granted", work.days.decided, DemoPeople.fund))
        default: break
        }
        if let started = work.days.started { events.append(("running", started, work.leader.id)) }
        if let ended = work.days.ended { events.append((work.project.state, ended, DemoPeople.fund)) }
        for (index, event) in events.enumerated() {
            rows.add(
                .applicationEvents,
                [uuid(event.1), id, index + 1, moment(event.1), event.2, event.0, JSONText("{}")]
            )
        }
    }
}
