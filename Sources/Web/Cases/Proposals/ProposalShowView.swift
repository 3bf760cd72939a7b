import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Postgres
import Site
import Store

/// Puts the page of one proposal together.
struct ProposalShowView: Sendable {
    let web: WebServices
    let actor: Actor
    let reference: Reference

    enum AnswerKind: String, Coded {
        case interview = "klikgesprek"
        case agreed = "akkoord"
        case notNow = "nu-niet"
        case declined = "nee"

        var dutchName: String {
            switch self {
            case .interview: "Ja, plan een klikgesprek"
            case .agreed: "Akkoord, deze kandidaat mag komen"
            case .notNow: "Nu niet, wel vanaf …"
            case .declined: "Nee, omdat …"
            }
        }
    }

    func page(
        entered: FormData? = nil,
        errors: [FieldError] = [],
        conflict: Conflict? = nil
    ) async throws -> ProposalShowPage {
        let world = web.world
        let (row, contacts, question) = try await world.database.transaction(as: actor.acting) { connection in
            guard let row = try await ProposalStore.find(reference, of: actor.teamID, on: connection) else {
                throw NotFound()
            }
            try await CandidateReadStore.insert(
                row.candidateID,
                .proposal,
                id: world.newUUID(),
                acting: actor.acting,
                at: world.now(),
                on: connection
            )
            return (
                row, try await ProposalStore.contacts(of: row.practiceID, on: connection),
                try await OutboxStore.question(about: row.id, on: connection)
            )
        }
        let today = world.today
        let name = row.candidateName.full
        return ProposalShowPage(
            header: PageHeader(
                title: "\(name) bij \(row.practiceName)",
                lead: "\(row.town). Kenmerk \(row.reference).",
                breadcrumbs: [
                    PageLink("Kandidaten", "/kandidaten"), PageLink(name, "/kandidaten/\(row.caseReference)"),
                ],
                tags: [CaseWords.tag(row.state)],
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            problem: conflict.map { Notice(.warning, title: "Dit kon niet", text: $0.message) } ?? wish(row),
            next: next(row) + asked(row, question),
            contacts: contacts.filter { !$0.phone.isEmpty }.map { contact in
                CaseWords.phoneFact(
                    contact.name + (contact.bestTime.isEmpty ? "" : " (\(contact.bestTime))"),
                    contact.phone
                )
            },
            facts: facts(row, today),
            goes: goes(row, today),
            answer: answer(row, entered, errors),
            actions: ProposalActions(web: web, row: row).forms(errors: errors)
        )
    }

    private func wish(_ row: ProposalRow) -> Notice? {
        guard row.state == .open, let moment = row.callWantedAt else { return nil }
        return Notice(
            .warning,
            title: "De praktijk wil gebeld worden",
            text: "Gevraagd op \(web.world.time.dutchShort(moment)). Bel en noteer hieronder het antwoord."
        )
    }

    /// Whether the practice got the question by mail.
    private func asked(_ row: ProposalRow, _ question: (sentAt: Date?, failedAt: Date?)?) -> String {
        guard row.state == .open, !row.isOwnPlace else { return "" }
        if let sent = question?.sentAt { return " De vraag is gemaild op \(web.world.time.dutchShort(sent))." }
        if question?.failedAt != nil { return " De mail aan de praktijk kwam niet aan: kijk het mailadres na." }
        return question == nil ? " De praktijk kreeg geen mail." : " De mail aan de praktijk gaat zo weg."
    }

    private func next(_ row: ProposalRow) -> String {
        let (today, due) = (web.world.today, row.dueOn.dutchShort(seenOn: web.world.today))
        switch row.state {
        case .open:
            return "Wacht op \(row.practiceName) tot en met \(due). Bel de praktijk en noteer hieronder het antwoord."
        case .interview:
            let when = row.interviewOn.map { " op \($0.dutchShort(seenOn: today))" } ?? ""
            return "Klikgesprek\(when). Vraag daarna aan beide kanten of het goed is, uiterlijk \(due)."
        case .agreed where row.caseState == .placed: return "Geplaatst. Regel nu de documenten."
        case .agreed where row.caseState == .started || row.caseState == .completed:
            return "De plaatsing loopt of is klaar."
        case .agreed:
            let missing = PlaceCandidate.missing(of: row)
            return missing.isEmpty
                ? "Iedereen heeft ja gezegd. Je kunt nu plaatsen."
                : "De praktijk is akkoord. Nu nog: \(missing.joined(separator: " en "))."
        case .declined:
            return "De praktijk zei nee: \(row.declineReason?.dutchName ?? "geen reden"). De plek is weer vrij."
        case .notNow:
            return "Nu niet, wel vanaf \(row.notBeforeOn?.dutchShort(seenOn: today) ?? "later"). De plek is weer vrij."
        case .lapsed: return "Er kwam geen antwoord op tijd. De plek is weer vrij."
        case .withdrawn: return "Dit voorstel is ingetrokken. De plek is weer vrij."
        }
    }

    private func facts(_ row: ProposalRow, _ today: CalendarDate) -> Facts {
        var facts = [
            Fact("Start", row.startsOn.dutchShort(seenOn: today)),
            Fact("Tot en met", (row.endsOn - 1).dutchShort(seenOn: today)), Fact("Dagen", row.weekdays.dutchName),
            Fact("Uren per week", String(row.hoursPerWeek)), Fact("Werkgever", row.employer.dutchName),
            Fact("Plek", "\(row.placeReference)", url: "/plekken/\(row.placeReference)"),
        ]
        if let supervisor = row.supervisorName { facts.append(Fact("Begeleider", supervisor)) }
        if let fit = row.fit { facts.append(Fact("Past voor", "\(CaseWords.shown(fit)) van de 100")) }
        if row.isOwnPlace { facts.append(Fact("Eigen plek", "door de kandidaat gevonden")) }
        if !row.choiceReason.isEmpty { facts.append(Fact("Waarom deze plek", row.choiceReason)) }
        if !row.answerNote.isEmpty { facts.append(Fact("Notitie", row.answerNote)) }
        facts.append(CaseWords.phoneFact("Bel \(row.candidateName.givenName)", row.candidatePhone))
        return Facts(facts)
    }

    private func goes(_ row: ProposalRow, _ today: CalendarDate) -> [ProposalShowPage.Go] {
        func go(_ who: String, _ moment: Date?) -> ProposalShowPage.Go {
            ProposalShowPage.Go(
                who: who,
                tag: moment == nil ? Tag("nog niet", .waiting) : Tag("ja", .ok),
                detail: moment.map { web.world.time.today(at: $0).dutchShort(seenOn: today) } ?? "–"
            )
        }
        var goes = [go("Praktijk", row.practiceYesAt), go("Kandidaat", row.candidateYesAt)]
        if !row.isOwnPlace { goes.insert(go("Kandidaat: praktijk mag weten wie ik ben", row.introductionYesAt), at: 0) }
        if let school = row.schoolName, row.needsSchool { goes.append(go("School: \(school)", row.schoolYesAt)) }
        if row.route.needsRecognition, !row.kind.isShort {
            let isValid = row.recognition == .recognised && (row.recognisedUntilOn.map { $0 >= row.startsOn } ?? true)
            goes.append(
                ProposalShowPage.Go(
                    who: "Erkenning SBB",
                    tag: isValid ? Tag("erkend", .ok) : (row.recognition ?? .notRecognised).tag,
                    detail: row.recognisedUntilOn.map { "tot en met \($0.dutchShort(seenOn: today))" } ?? "–"
                )
            )
        }
        return goes
    }

    private func answer(_ row: ProposalRow, _ entered: FormData?, _ errors: [FieldError]) -> ProposalShowPage.Answer? {
        guard row.state == .open || row.state == .interview else { return nil }
        func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
        func value(_ name: String) -> String { entered?[name] ?? "" }
        return ProposalShowPage.Answer(
            action: "/voorstellen/\(row.reference)/antwoord",
            kinds: Choices(
                name: "antwoord",
                legend: "Wat zei de praktijk?",
                kind: .radio,
                options: AnswerKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                selected: Set([value("antwoord")]),
                error: error("antwoord")
            ),
            interviewOn: TextField(
                name: "klikgesprek",
                label: "Dag van het klikgesprek",
                value: value("klikgesprek"),
                description: "Alleen bij een klikgesprek.",
                error: error("klikgesprek"),
                kind: .date,
                isRequired: false
            ),
            notBeforeOn: TextField(
                name: "vanaf",
                label: "Wel vanaf",
                value: value("vanaf"),
                description: "Alleen bij nu niet.",
                error: error("vanaf"),
                kind: .date,
                isRequired: false
            ),
            reason: SelectField(
                name: "reden",
                label: "Reden van het nee",
                options: CaseWords.options(web.reference.reasons["practice_decline"]),
                selected: value("reden"),
                description: "Alleen bij nee.",
                error: error("reden"),
                isRequired: false
            ),
            note: TextArea(
                name: "notitie",
                label: "Notitie",
                value: value("notitie"),
                error: error("notitie"),
                isRequired: false,
                rows: 2
            ),
            version: row.version,
            submissionID: web.world.newUUID().uuidString
        )
    }
}
