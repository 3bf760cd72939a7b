import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// "Door ons overgenomen", on practices and projects; later what came of it.
struct CopyController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>) {
        members.get("/goede-praktijken/{naam}/overnemen", use: askPractice)
        members.post("/goede-praktijken/{naam}/overnemen", use: copyPractice)
        members.get("/projecten/{naam}/overnemen", use: askProject)
        members.post("/projecten/{naam}/overnemen", use: copyProject)
        members.get("/overgenomen/{id}", use: ask)
        members.post("/overgenomen/{id}", use: keep)
    }

    // MARK: Copy

    @Sendable private func askPractice(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, try await practice(context), Typed(stored: stored(context)))
    }

    @Sendable private func askProject(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, try await project(context), Typed(stored: stored(context)))
    }

    @Sendable private func copyPractice(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await copy(context, try await practice(context))
    }

    @Sendable private func copyProject(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await copy(context, try await project(context))
    }

    private func stored(_ context: SignedInContext) -> [String: [String]] {
        ["regio": [context.session.regionCode?.rawValue ?? ""]]
    }

    private func practice(_ context: SignedInContext) async throws -> NamedSubject {
        try await web.goodPractice(context.slug, as: context.session.acting)
    }

    private func project(_ context: SignedInContext) async throws -> NamedSubject {
        try await web.project(context.slug, as: context.session.acting)
    }

    private func copy(_ context: SignedInContext, _ source: NamedSubject) async throws -> Response {
        do {
            return try await web.asMember(.copied) {
                var form = Form(context.formData)
                let region = form.region("regio", label: "Regio", required: true, web.reference)
                let intention = form.text("bedoeling", label: "Wat je van plan bent", maxLength: 1_000)
                let submission = form.submissionID()
                guard form.isValid, let region else { throw form.rejected }
                return try await KeepCopies(world: web.world).copy(
                    source.subject,
                    at: source.path,
                    to: region,
                    intention: intention,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try await page(context, source, Typed(context.formData, errors: error.fields))
        }
    }

    private func page(_ context: SignedInContext, _ source: NamedSubject, _ typed: Typed) async throws -> Response {
        try await web.forMembers(context, at: "\(source.path)/overnemen") {
            _ = try await web.member(context)
            let page = NetworkFormPage(
                header: PageHeader(
                    title: "Dit nemen wij over",
                    lead: source.name,
                    back: PageLink(source.name, source.path),
                    errors: typed.links
                ),
                text: "Anderen zien dat jullie dit overnemen. Over een half jaar vragen we je hoe het ging.",
                form: NetworkForm(
                    action: "\(source.path)/overnemen",
                    submissionID: web.newSubmission,
                    fields: [
                        typed.select("regio", "In welke regio?", web.regionOptions),
                        typed.area("bedoeling", "Wat ga je doen?", "Een of twee zinnen"),
                    ],
                    button: "Dit nemen wij over"
                )
            )
            return try web.page(page, context, status: typed.status)
        }
    }

    // MARK: Outcome

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await outcomePage(context, nil)
    }

    @Sendable private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.outcomeKept, context) {
            let id = try copyID(context)
            var form = Form(context.formData)
            let kind = form.choice("hoe", CopyOutcome.self, label: "Hoe ging het")
            let outcome = form.text("uitkomst", label: "Wat kwam ervan", maxLength: 2_000)
            let (version, submission) = (form.shownVersion(), form.submissionID())
            guard form.isValid, let kind, let version else { throw form.rejected }
            return try await KeepCopies(world: web.world).keepOutcome(
                kind,
                outcome,
                of: id,
                version: version,
                by: web.person(context),
                submission: submission
            )
        } again: { typed in
            try await outcomePage(context, typed)
        }
    }

    private func copyID(_ context: SignedInContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
        return id
    }

    private func outcomePage(_ context: SignedInContext, _ typed: Typed?) async throws -> Response {
        try await web.forMembers(context) {
            let (member, id) = (try await web.member(context), try copyID(context))
            let row = try await web.world.database.transaction(as: context.session.acting) { connection in
                try await CopyStore.find(id, on: connection)
            }
            guard let row, row.memberID == member.id else { throw NotFound() }
            let typed =
                typed ?? Typed(stored: ["hoe": [row.outcomeKind?.rawValue ?? ""], "uitkomst": [row.outcome]])
            let page = NetworkFormPage(
                header: PageHeader(
                    title: "Hoe ging het?",
                    lead: row.subjectName,
                    back: row.subjectPath.map { PageLink(row.subjectName, $0) }
                        ?? PageLink("Leernetwerk", "/leernetwerk"),
                    errors: typed.links
                ),
                text: "Je schreef op \(row.copiedOn.dutchLong): \(row.intention)"
                    + (row.subjectPath == nil ? "\nDe pagina van wat je overnam, is er niet meer." : ""),
                form: NetworkForm(
                    action: "/overgenomen/\(id.uuidString.lowercased())",
                    submissionID: web.newSubmission,
                    hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                    fields: [
                        typed.choices(
                            "hoe",
                            "Hoe ging het?",
                            .radio,
                            CopyOutcome.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) }
                        ), typed.area("uitkomst", "Wat kwam ervan?", "Ook als het niet lukte: anderen leren daarvan"),
                    ],
                    button: "Bewaar wat ervan kwam"
                ),
                extra: NetworkSection(
                    id: "weghalen",
                    title: "Niet doorgegaan?",
                    text: "Dan kun je dit weghalen.",
                    links: [PageLink("Haal deze overname weg", TakeDownWords.path(.copy, id))]
                )
            )
            return try web.page(page, context, status: typed.status, notice: typed.notice)
        }
    }
}

/// How copies are said, on the page of what was copied.
struct CopyWords {
    let web: WebServices

    /// - Parameters:
    ///   - url: the page of what was copied.
    ///   - isOpen: whether it may be copied now.
    ///   - held: why the fund holds some of them back.
    func section(
        _ copies: [CopyStore.Row],
        of url: String,
        member: MemberStore.Row?,
        isOpen: Bool,
        held: [UUID: String],
        worksForFund: Bool
    ) -> NetworkSection {
        let own = member.flatMap { member in copies.first { $0.memberID == member.id } }
        var links: [PageLink] = []
        if let own {
            links.append(Self.tell(own.id))
        } else if isOpen {
            links.append(PageLink("Dit nemen wij over", "\(url)/overnemen"))
        }
        return NetworkSection(
            id: "overgenomen",
            title: Self.count(Set(copies.map { OrganisationName.key($0.organisationName) }).count)
                .map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "Overgenomen",
            links: links,
            entries: copies.map { copy in
                NetworkEntry(
                    title: "\(copy.organisationName), \(web.reference.regionName(copy.regionCode))",
                    meta: "Overgenomen op \(copy.copiedOn.dutchShort(seenOn: web.world.today))",
                    text: TakeDownWords.line(held[copy.id])
                        + [copy.intention, copy.outcome].filter { !$0.isEmpty }.joined(separator: "\n"),
                    tags: [copy.outcomeKind.map { Tag($0.dutchName, tagKind($0)) } ?? Tag("nog bezig", .waiting)]
                        + (held[copy.id] == nil ? [] : [TakeDownWords.tag]),
                    links: [
                        TakeDownWords.link(
                            .copy,
                            copy.id,
                            isHeld: held[copy.id] != nil,
                            isOwn: member != nil && copy.memberID == member?.id,
                            worksForFund: worksForFund
                        )
                    ].compactMap(\.self)
                )
            },
            empty: EmptyState(
                title: "Nog niet overgenomen",
                text: "Ga jij hiermee aan de slag? Dan zien anderen wie ze kunnen bellen."
            )
        )
    }

    /// "overgenomen door 2 organisaties"; nil for none.
    static func count(_ organisations: Int) -> String? {
        switch organisations {
        case 0: nil
        case 1: "overgenomen door 1 organisatie"
        default: "overgenomen door \(organisations) organisaties"
        }
    }

    /// For whoever copied it.
    static func tell(_ copy: UUID) -> PageLink {
        PageLink("Vertel hoe het ging", "/overgenomen/\(copy.uuidString.lowercased())")
    }

    private func tagKind(_ outcome: CopyOutcome) -> Tag.Kind {
        switch outcome {
        case .worked: .ok
        case .workedInPart: .info
        case .didNotWork, .tooEarly: .neutral
        }
    }
}
