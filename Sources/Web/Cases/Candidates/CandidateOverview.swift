import Actions
import Domain
import HTTPBase
import Matching
import PageKit
import Postgres
import Site
import Store

/// Reads everything that the page of one candidate shows, and turns it into sentences.
struct CandidateOverview {
    let web: WebServices
    let actor: Actor

    private var sentences: CaseSentences {
        CaseSentences(reference: web.reference, today: web.world.today, time: web.world.time)
    }

    func content(_ reference: Reference, on connection: Connection) async throws -> CandidateShowPage.Content {
        let found = try await web.ownCandidate(reference, actor, .casePage, on: connection)
        let file = found.file
        let hops = try await CaseHistoryStore.hops(of: file.id, on: connection)
        let proposals = try await CaseHistoryStore.proposals(of: file.id, on: connection)
        let practice = file.owner == .practice ? try await CaseHistoryStore.practice(of: file.id, on: connection) : nil
        let assessment = try await CandidateAssessment.read(
            file,
            reference: web.reference,
            today: web.world.today,
            on: connection
        )
        let colleagues = try await CaseFileStore.colleagues(in: actor.teamID, on: connection)
        let contacts = try await CaseHistoryStore.contacts(of: file.id, on: connection)
        let events = try await CaseHistoryStore.events(of: file.id, on: connection)
        let spans = try await CaseHistoryStore.spans(of: file.id, on: connection)

        var content = CandidateShowPage.Content()
        content.name = found.name
        content.reference = file.reference.text
        content.url = found.url
        content.step = CaseSentences.tag(file.state, isOverdue: file.dueOn.map { $0 < web.world.today } ?? false)
        content.hasPriority = file.hasPriority
        content.standing = sentences.standing(file, practice: practice?.name, hops: hops)
        content.standingNotice = sentences.lateness(file, practice: practice)
        content.nextAction = nextAction(file, found.url, proposals, hops)
        content.otherActions = otherActions(file, found.url)
        content.tabs = web.candidateTabs(file, current: "")
        content.clock = spans.isEmpty ? nil : sentences.clock(spans)
        content.chain = sentences.chain(file, hops)
        content.profile = assessment?.figure(id: "profiel-figuur", showsOwn: true)
        content.profileNote = assessment?.note(today: web.world.today, time: web.world.time) ?? ""
        content.person = CandidateFacts(web: web).person(found)
        content.wanted = CandidateFacts(web: web).wanted(file, handlers: colleagues)
        content.background = CandidateFacts(web: web).background(found)
        content.wishes = web.reference.wishSentences(file.wishes, statedByCandidate: true)
        content.proposals = proposals.map(line)
        content.contacts = contacts.map(line)
        content.contactForm =
            file.state.isOpen
            ? CandidateShowPage.ContactForm(
                action: "\(found.url)/contacten",
                entered: FormEntries(values: ["met": ["candidate"], "hoe": ["phone"]])
            ) : nil
        content.signInLinkURL = found.candidate.mail == nil ? nil : "\(found.url)/inloglink"
        content.history = sentences.timeline(events)
        content.submissionID = web.freshID
        return content
    }

    /// The one thing to do now.
    private func nextAction(
        _ file: CaseFileStore.Row,
        _ url: String,
        _ proposals: [CaseHistoryStore.ProposalLine],
        _ hops: [CaseHistoryStore.Hop]
    ) -> PageLink? {
        func proposal(_ text: String, _ state: ProposalState) -> PageLink {
            let first = proposals.first { $0.state == state } ?? proposals.first
            return PageLink(text, first.map { "/voorstellen/\($0.reference)" } ?? "\(url)#voorstellen")
        }
        switch file.state {
        case .registered: return PageLink("Zet de kandidaat op zoek", "\(url)/stap/zoeken")
        case .searching, .watching: return PageLink("Bekijk passende plekken", "\(url)/plekken")
        case .proposed: return proposal("Leg het antwoord van de praktijk vast", .open)
        case .interview: return proposal("Leg het klikgesprek vast", .interview)
        case .agreed: return proposal("Maak de plaatsing rond", .agreed)
        case .placed: return PageLink("Meld de start", "\(url)/stap/start")
        case .started: return PageLink("Rond de plaatsing af", "\(url)/stap/afronden")
        case .stopped: return PageLink("Zoek verder met voorrang", "\(url)/stap/zoeken")
        case .referring:
            return hops.last { $0.state == .open }.map {
                PageLink("Bekijk de doorverwijzing", "/doorverwijzingen/\($0.reference)")
            }
        case .completed, .withdrawn: return nil
        }
    }

    private func otherActions(_ file: CaseFileStore.Row, _ url: String) -> [PageLink] {
        let last = [
            PageLink("Langer bewaren na het einde", "\(url)/bewaren"),
            PageLink("Wis alle gegevens van deze kandidaat", "\(url)/wissen"),
        ]
        guard file.state.isOpen else { return last }
        var links: [PageLink] = []
        if file.state == .searching {
            links.append(PageLink("Verwijs door naar een andere regio", "\(url)/doorverwijzen"))
            links.append(PageLink("Leg een eigen plek vast", "\(url)/eigen-plek"))
        }
        if file.state == .watching { links.append(PageLink("Zoek weer actief", "\(url)/stap/zoeken")) }
        links += [CaseStep.watch, .stop].filter { $0.states.contains(file.state) }.map {
            PageLink($0.linkText, "\(url)/stap/\($0.rawValue)")
        }
        links.append(PageLink("Wijzig wie dit traject heeft", "\(url)/coordinator"))
        links.append(PageLink(CaseStep.withdraw.linkText, "\(url)/stap/\(CaseStep.withdraw.rawValue)"))
        return links + last
    }

    private func line(_ proposal: CaseHistoryStore.ProposalLine) -> CandidateShowPage.Proposal {
        let today = web.world.today
        let isLate = proposal.state == .open && proposal.dueOn < today
        let kind: Tag.Kind =
            switch proposal.state {
            case .open, .interview: isLate ? .overdue : .waiting
            case .agreed: .ok
            case .declined, .notNow, .lapsed, .withdrawn: .neutral
            }
        return CandidateShowPage.Proposal(
            practice: "\(proposal.practiceName), \(proposal.town)",
            url: "/voorstellen/\(proposal.reference)",
            state: Tag(proposal.state.dutchName, kind),
            start: proposal.startsOn.dutchShort(seenOn: today),
            fit: proposal.fit.map { "\(rounded($0, over: 10))" } ?? "–",
            due: proposal.state == .open || proposal.state == .interview
                ? proposal.dueOn.dutchShort(seenOn: today) : "–"
        )
    }

    private func line(_ contact: CaseHistoryStore.Contact) -> CandidateShowPage.Contact {
        let party = contact.party == .region ? "een andere regio" : "de \(contact.party.dutchName)"
        return CandidateShowPage.Contact(
            when: web.world.time.dutchShort(contact.contactedAt),
            who: "\(contact.staffName ?? "iemand") met \(party), \(contact.channel.dutchName)",
            result: contact.wasReached ? "gesproken" : "niet bereikt",
            note: contact.note.isEmpty ? nil : contact.note
        )
    }
}

/// Key facts of a candidate, shared by the page and the card.
struct CandidateFacts {
    let web: WebServices

    func person(_ found: CandidateFile) -> Facts {
        let candidate = found.candidate
        let today = web.world.today
        var facts: [Fact] = []
        if let phone = candidate.phone { facts.append(Fact("Telefoon", "\(phone)", url: "tel:\(phone.rawValue)")) }
        if let mail = candidate.mail { facts.append(Fact("Mail", mail.rawValue, url: "mailto:\(mail.rawValue)")) }
        let age = candidate.bornOn.wholeYears(until: today)
        facts.append(Fact("Geboren", "\(candidate.bornOn.dutchLong) (\(age) jaar)"))
        if age < 18 { facts.append(Fact("Let op", "Jonger dan 18: geen nachtdienst")) }
        facts.append(Fact("Woont in", web.reference.municipalityName(candidate.municipalityCode)))
        facts.append(Fact("Achtergrond", candidate.background.dutchName))
        return Facts(facts)
    }

    func wanted(_ file: CaseFileStore.Row, handlers: [CaseFileStore.Colleague]) -> Facts {
        func name(_ id: StaffMember.ID?) -> String? { id.flatMap { id in handlers.first { $0.id == id }?.name } }
        var facts = basics(file)
        facts.append(Fact("Coördinator", name(file.coordinatorID) ?? "nog niemand"))
        if let standIn = name(file.standInID) { facts.append(Fact("Waarnemer", standIn)) }
        return Facts(facts)
    }

    /// What is sought, without anything about who seeks it.
    func basics(_ file: CaseFileStore.Row) -> [Fact] {
        let today = web.world.today
        var facts = [
            Fact("Soort plek", file.kind.dutchName),
            Fact("Leerweg", "\(file.route.dutchName), jaar \(file.studyYear)"),
            Fact("Functie", web.reference.roleName(file.roleCode)),
        ]
        if let crebo = file.crebo { facts.append(Fact("Kwalificatie", web.reference.qualificationName(crebo))) }
        facts += [
            Fact("Start", "\(file.wishedStartOn.dutchShort(seenOn: today))"),
            Fact(
                "Kan starten",
                "tussen \(file.earliestStartOn.dutchShort(seenOn: today)) en \(file.latestStartOn.dutchShort(seenOn: today))"
            ),
            Fact("Weken", Self.range(file.weeksNeeded, file.weeksWanted, "weken")),
        ]
        return facts
    }

    /// Days, hours and distance.
    func travel(_ file: CaseFileStore.Row, _ candidate: CandidateStore.Row) -> Facts {
        Facts([
            Fact("Dagen", file.weekdays.dutchName),
            Fact("Dagen per week", Self.range(file.weekdaysLeast, file.weekdaysWanted, "dagen")),
            Fact("Uren per week", Self.range(file.hoursLeast, file.hoursMost, "uur")),
            Fact("Reist met", candidate.travelMeans.dutchName),
            Fact("Tot", "\(candidate.travelLimitInKilometres) km enkele reis"),
            Fact("Vanuit", web.reference.municipalityName(candidate.municipalityCode)),
        ])
    }

    func background(_ found: CandidateFile) -> Facts {
        let (file, candidate) = (found.file, found.candidate)
        var facts = [
            Fact(
                "Dagen",
                "\(file.weekdays.dutchName), \(Self.range(file.weekdaysLeast, file.weekdaysWanted, "dagen"))"
            ),
            Fact("Uren per week", Self.range(file.hoursLeast, file.hoursMost, "uur")),
            Fact("Reist met", "\(candidate.travelMeans.dutchName), tot \(candidate.travelLimitInKilometres) km"),
        ]
        if !candidate.willingRegions.isEmpty {
            facts.append(
                Fact(
                    "Wil ook naar",
                    candidate.willingRegions.map { web.reference.regionName($0) }.joined(separator: ", ")
                )
            )
        }
        let texts = [
            ("School", file.schoolID.map { web.reference.schoolName($0) } ?? ""), ("Opleiding", file.programme),
            ("Klas", file.className), ("Contact van de school", candidate.schoolContact),
            ("Schooldagen", file.schoolWeekdays.dutchName), ("Opleiding hiervoor", candidate.priorEducation),
            ("Werk hiervoor", candidate.priorWork),
            ("Nederlands aan de telefoon", candidate.telephoneDutch?.dutchName ?? ""),
            ("Betaalt de opleiding", file.coursePayer?.dutchName ?? ""), ("Aangemeld", file.origin.dutchName),
        ]
        facts += texts.filter { !$0.1.isEmpty }.map { Fact($0.0, $0.1) }
        return Facts(facts)
    }

    private static func range(_ least: Int, _ most: Int, _ unit: String) -> String {
        least == most ? "\(most) \(unit)" : "\(least) tot \(most) \(unit)"
    }
}
