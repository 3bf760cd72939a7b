import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// A project in words, for whoever looks.
struct ProjectView {
    let project: ProjectStore.Project
    let session: Session?
    let dots: [OverviewStore.Dot]
    let web: WebServices

    private var reference: ReferenceData { web.reference }
    private var today: CalendarDate { web.world.today }
    private var partnersNow: Int {
        let own = OrganisationName.key(project.organisationName)
        return project.partners.count { $0.leftOn == nil && OrganisationName.key($0.name) != own }
    }

    var page: ProjectShowPage {
        ProjectShowPage(
            header: PageHeader(
                title: project.name,
                lead: project.subject.isEmpty ? nil : project.subject,
                breadcrumbs: [PageLink("Start", "/"), PageLink("Projecten", ProjectList.path)],
                action: action,
                tags: [project.state.tag, project.label.tag] + Tag.fictional(project.isFictional)
            ),
            notices: notices,
            sections: [
                .init(id: "probleem", title: "Het probleem", text: project.problem),
                .init(id: "aanpak", title: "De aanpak", text: project.approach),
            ].compactMap(\.self),
            goals: goals,
            results: [
                .init(id: "resultaat", title: "Wat het opleverde", text: project.result),
                .init(id: "niet-gelukt", title: "Wat niet werkte", text: project.didNotWork),
            ].compactMap(\.self),
            partners: project.partners.map { partner in
                .init(
                    name: partner.name,
                    kind: partner.kind.dutchName,
                    left: partner.leftOn.map { "doet niet meer mee sinds \($0.dutchLong)" }
                )
            },
            links: project.links.map { .init(title: $0.title, url: $0.url, kind: $0.kind.dutchName) },
            copies: project.copies.map(copy),
            copy: mayCopy ? PageLink("Wij nemen dit over", "/projecten/\(project.slug)/overnemen") : nil,
            questions: project.questions.map { question in
                ProjectShowPage.Question(
                    link: PageLink(question.title, "/vragen/\(question.slug)"),
                    when: web.shortDay(question.askedAt),
                    tag: QuestionWords(web: web).tag(question)
                )
            },
            ask: mayTakePart
                ? PageLink("Stel een vraag over dit project", "/vragen/nieuw?project=\(project.slug)") : nil,
            facts: Facts(facts),
            regions: project.regions.compactMap(reference.region).map { PageLink($0.name, "/regios/\($0.slug)") },
            municipalities: project.municipalities.isEmpty
                ? nil : project.municipalities.map(reference.municipalityName).joined(separator: ", "),
            bottlenecks: project.bottlenecks.compactMap(reference.bottleneck)
                .map { PageLink($0.name, "/knelpunten/\($0.slug)") },
            contact: contact,
            map: map,
            period: period,
            completeness: completeness,
            missing: project.missing.map(\.dutchName),
            edits: project.edits.map { edit in
                .init(
                    when: web.world.time.today(at: edit.editedAt).dutchLong,
                    what: ProjectWords.field(edit.field)
                )
            }
        )
    }

    /// Members ask and copy; whoever is not signed in is asked to do so first.
    private var mayTakePart: Bool {
        project.publication == .published && (session.map { $0.permissions.contains(.joinNetwork) } ?? true)
    }

    /// Once, and what others do.
    private var mayCopy: Bool {
        mayTakePart && !project.copies.contains(where: \.isOwn)
            && (session.map { $0.organisationID != project.organisationID } ?? true)
    }

    /// What this person may do with the page. The database decides; this only shows the button.
    private var action: PageLink? {
        guard let session else { return nil }
        if session.permissions.contains(.decideApplications) {
            return PageLink("Bewerk deze pagina", "/fonds/projecten/\(project.slug)/bewerken")
        }
        let isOwn =
            session.permissions.contains(.leadProjects) && project.organisationID != nil
            && session.assignment?.organisationID == project.organisationID
        return isOwn ? PageLink("Bewerk deze pagina", "/projecten/\(project.slug)/bewerken") : nil
    }

    private var notices: [Notice] {
        var notices: [Notice] = []
        if project.publication == .heldBack {
            notices.append(
                Notice(
                    .warning,
                    title: "Alleen jullie en het fonds zien deze pagina",
                    text: "Het fonds houdt deze pagina tegen. \(project.publicationReason ?? "")"
                )
            )
        }
        if let minimum = project.minimumPartners, project.lacksPartners {
            let partners = partnersNow == 1 ? "doet 1 partner" : "doen \(partnersNow) partners"
            notices.append(
                Notice(
                    .warning,
                    title: "Voorwaarde niet vervuld",
                    text:
                        "Er \(partners) mee. De regeling vroeg er bij de toekenning minstens \(minimum)."
                )
            )
        }
        return notices
    }

    // MARK: Numbers

    private var goals: ShareBars? {
        guard !project.goals.isEmpty else { return nil }
        return ShareBars(
            id: "doelen",
            title: "Wat was afgesproken en wat is bereikt",
            rows: project.goals.map { goal in
                .init(
                    name: goal.sentence,
                    reached: goal.reached.map { ($0 as NSDecimalNumber).doubleValue },
                    target: goal.target.map { ($0 as NSDecimalNumber).doubleValue },
                    reachedText: Self.amount(goal.reached, goal.unit),
                    targetText: Self.amount(goal.target, goal.unit)
                )
            }
        )
    }

    private static func amount(_ value: Decimal?, _ unit: String) -> String {
        guard let value else { return "niet bekend" }
        let number = "\(value)".replacing(".", with: ",")
        return unit.isEmpty ? number : "\(number) \(unit)"
    }

    private var facts: [Fact] {
        var facts = [Fact("Organisatie", project.organisationName), Fact("Soort", project.label.dutchName)]
        if !project.labelNote.isEmpty { facts.append(Fact("Toelichting", project.labelNote)) }
        if let grant = project.grant { facts.append(Fact("Subsidie", grant.text)) }
        if let cost = project.cost { facts.append(Fact("Kosten", cost.text)) }
        if let year = project.year { facts.append(Fact("Jaar", "\(year)")) }
        // Whoever names no route in an application means all of them; of other projects it is not known.
        if !project.routes.isEmpty || project.hasApplication {
            facts.append(Fact("Routes", project.routes.dutchNameOrAll))
        }
        if !project.periodNote.isEmpty { facts.append(Fact("Periode", project.periodNote)) }
        facts.append(
            Fact("Klopt nog op", project.confirmedOn.map { $0.dutchLong } ?? "nog niet bevestigd door de organisatie")
        )
        facts.append(Fact("Laatst gewijzigd", web.world.time.today(at: project.updatedAt).dutchLong))
        if !project.source.isEmpty { facts.append(Fact("Bron", project.source)) }
        if project.isFictional { facts.append(Fact("Let op", "dit project is verzonnen voor de demonstratie")) }
        return facts
    }

    private var contact: Facts? {
        let facts =
            (project.contactPhone.isEmpty
                ? []
                : [
                    Fact(
                        "Telefoon",
                        PhoneNumber(project.contactPhone)?.description ?? project.contactPhone,
                        url: "tel:\(project.contactPhone.filter { $0.isNumber || $0 == "+" })"
                    )
                ])
            + (project.contactMail.isEmpty
                ? [] : [Fact("E-mail", project.contactMail, url: "mailto:\(project.contactMail)")])
        return facts.isEmpty ? nil : Facts([Fact("Organisatie", project.organisationName)] + facts)
    }

    private var completeness: String {
        let all = ProjectPart.allCases.count
        let missing = project.missing.count
        return "\(all - missing) van de \(all) onderdelen zijn ingevuld."
    }

    private var period: Timeline? {
        var moments: [(day: CalendarDate, title: String)] = []
        if let start = project.startsOn { moments.append((start, "Begin van het project")) }
        if let end = project.endsOn { moments.append((end, "Einde van het project")) }
        if project.hasApplication {
            moments.append((web.world.time.today(at: project.publishedAt), "Subsidie toegekend, pagina geplaatst"))
        }
        if let confirmed = project.confirmedOn { moments.append((confirmed, "Bevestigd dat dit nog klopt")) }
        guard !moments.isEmpty else { return nil }
        return Timeline(
            moments.sorted { $0.day < $1.day }.map { moment in
                TimelineItem(
                    when: moment.day.dutchLong,
                    datetime: moment.day.iso8601,
                    title: moment.title,
                    kind: moment.day <= today ? .done : .future
                )
            }
        )
    }

    // MARK: Places

    private var map: CountryMap? {
        let regions = project.regions.compactMap(reference.region)
        guard let first = regions.first else { return nil }
        let codes = Set(project.regions)
        let towns = project.municipalities.compactMap(reference.municipality)
        return CountryMap(
            id: "kaart",
            title: "Waar het werk is",
            description: towns.isEmpty
                ? "De gekleurde stippen liggen in \(regions.count == 1 ? first.name : "de regio's van dit project")."
                : "De gekleurde stippen liggen in de regio. De rondjes zijn de gemeenten waar het werk is.",
            dots: CountryMap.Dots(dots.map(GeoPoint.init)),
            highlighted: CountryMap.Dots(dots.filter { codes.contains($0.regionCode) }.map(GeoPoint.init)),
            marks: towns.map { town in
                CountryMap.Mark(
                    label: town.name,
                    point: GeoPoint(latitude: town.latitude, longitude: town.longitude),
                    size: .small,
                    isHighlighted: true
                )
            }
        )
    }

    private func copy(_ copy: ProjectStore.Copy) -> ProjectShowPage.Copy {
        let text = copy.outcome.isEmpty ? copy.intention : copy.outcome
        return ProjectShowPage.Copy(
            who: copy.organisationName,
            region: PageLink(
                reference.regionName(copy.regionCode),
                reference.region(copy.regionCode).map { "/regios/\($0.slug)" } ?? "/regios"
            ),
            when: copy.copiedOn.dutchLong,
            text: text.isEmpty ? nil : text,
            outcome: copy.heldReason == nil ? copy.outcomeKind?.tag : TakeDownWords.tag,
            tell: copy.isOwn ? CopyWords.tell(copy.id) : nil,
            takeDown: TakeDownWords.link(
                .copy,
                copy.id,
                isHeld: copy.heldReason != nil,
                isOwn: false,
                worksForFund: session?.permissions.contains(.decideApplications) ?? false
            )
        )
    }

    // MARK: For search engines

    var linked: LinkedProject {
        LinkedProject(
            url: "\(web.world.publicOrigin)/projecten/\(project.slug)",
            name: project.name,
            description: [project.subject, project.problem, project.approach].first { !$0.isEmpty },
            published: project.publishedAt,
            modified: project.updatedAt,
            organisation: project.organisationName,
            partners: project.partners.filter { $0.leftOn == nil }.map(\.name),
            places: (project.municipalities.map(reference.municipalityName)
                + project.regions.map(reference.regionName)),
            keywords: project.bottlenecks.compactMap { reference.bottleneck($0)?.name }
        )
    }
}

/// A page about a project, as schema.org describes both.
struct LinkedProject: Encodable, Sendable {
    let context = "https://schema.org"
    let type = "WebPage"
    let url: String
    let name: String
    let inLanguage = "nl"
    let license = "https://creativecommons.org/licenses/by/4.0/"
    let datePublished: Date
    let dateModified: Date
    let mainEntity: Project

    struct Project: Encodable, Sendable {
        let type = "Project"
        let name: String
        let description: String?
        let url: String
        let parentOrganization: Named
        let member: [Named]
        let areaServed: [Named]
        let keywords: [String]

        enum CodingKeys: String, CodingKey {
            case type = "@type", name, description, url, parentOrganization, member, areaServed, keywords
        }
    }

    struct Named: Encodable, Sendable {
        let type: String
        let name: String

        enum CodingKeys: String, CodingKey { case type = "@type", name }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context", type = "@type", url, name, inLanguage, license, datePublished, dateModified,
            mainEntity
    }

    init(
        url: String,
        name: String,
        description: String?,
        published: Date,
        modified: Date,
        organisation: String,
        partners: [String],
        places: [String],
        keywords: [String]
    ) {
        self.url = url
        self.name = name
        datePublished = published
        dateModified = modified
        mainEntity = Project(
            name: name,
            description: description,
            url: url,
            parentOrganization: Named(type: "Organization", name: organisation),
            member: partners.map { Named(type: "Organization", name: $0) },
            areaServed: places.map { Named(type: "AdministrativeArea", name: $0) },
            keywords: keywords
        )
    }
}
