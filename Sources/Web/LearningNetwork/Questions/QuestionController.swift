import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/vragen`: questions to the network, answers, and the one that helped.
struct QuestionController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/vragen", use: index)
        visitors.get("/vragen/{naam}", use: show)
        members.post("/vragen/{naam}/antwoord", use: answer)
        members.post("/vragen/{naam}/antwoord/{antwoord}/hielp", use: markHelped)
        members.post("/vragen/{naam}/sluiten", use: close)
    }

    // MARK: List

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let query = try Query(request)
        let list = try NetworkList(query, path: "/vragen", extra: ["open", "vorm"], reference: web.reference) {
            $0.isOpen = try query.flag("open")
        }
        if try NetworkList.isFeed(query) { return try await feed(list) }
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let rows = try await QuestionStore.list(
                list.filter,
                limit: NetworkList.pageSize,
                offset: list.offset,
                on: connection
            )
            let total = try await QuestionStore.count(list.filter, on: connection)
            return NetworkListPage(
                header: PageHeader(
                    title: "Vragen aan het leernetwerk",
                    lead: "Wat regio's van elkaar willen weten, en wat er hielp.",
                    breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")],
                    action: PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                filters: list.filters(
                    summary: total == 1 ? "1 vraag" : "\(Count.text(total)) vragen",
                    searchLabel: "Waar gaat het over?",
                    regions: try await QuestionStore.counts(.region, list.filter, on: connection),
                    bottlenecks: try await QuestionStore.counts(.bottleneck, list.filter, on: connection),
                    groups: { builder in
                        if list.filter.isOpen { builder.chip("Nog niet opgelost", "open") }
                        return [
                            FilterGroup(
                                legend: "Stand",
                                name: "open",
                                options: [
                                    FilterOption(
                                        value: "ja",
                                        label: "Nog niet opgelost",
                                        isSelected: list.filter.isOpen
                                    )
                                ]
                            )
                        ]
                    },
                    downloads: [PageLink("Volg deze lijst (Atom-feed)", list.feedPath)]
                ),
                cards: rows.map { question in
                    NetworkListPage.Card(
                        title: question.title,
                        url: "/vragen/\(question.slug)",
                        meta: QuestionWords(web: web).meta(question),
                        text: question.body.opening(),
                        foot: question.answers == 1 ? "1 antwoord" : "\(question.answers) antwoorden",
                        tags: [QuestionWords(web: web).tag(question)] + Tag.fictional(question.isFictional)
                    )
                },
                empty: EmptyState(
                    title: "Geen vraag die hierbij past",
                    text: "Haal een filter weg, of stel je vraag zelf.",
                    action: PageLink("Stel een vraag", "/vragen/nieuw")
                ),
                pagination: list.pagination(total: total, shown: rows.count, "vragen")
            )
        }
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: [list.alternate("Vragen aan het leernetwerk")]
        )
    }

    /// The list for whoever follows it. Public only: who asks is not looked at.
    private func feed(_ list: NetworkList) async throws -> Response {
        var filter = list.filter
        filter.isFollowed = true
        let rows = try await web.world.database.transaction(as: .visitor) { connection in
            try await QuestionStore.list(filter, limit: NetworkList.feedReach, on: connection)
        }
        let export = NetworkExport(reference: web.reference, origin: web.world.publicOrigin)
        return .data(
            "application/atom+xml; charset=utf-8",
            export.questions(
                rows,
                title: list.feedTitle("Vragen aan het leernetwerk"),
                path: list.pagePath,
                feedPath: list.feedPath
            )
        )
    }

    // MARK: One question

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        return try await page(
            slug,
            context,
            context.session?.staffMemberID,
            context.acting,
            Typed(),
            web.notice(of: request)
        )
    }

    private func page(
        _ slug: String,
        _ context: some PageContext,
        _ staffMember: StaffMember.ID?,
        _ acting: Acting,
        _ typed: Typed,
        _ notice: Notice? = nil
    ) async throws -> Response {
        let words = QuestionWords(web: web)
        let (page, linked) = try await web.world.database.transaction(as: acting) { connection in
            guard let question = try await QuestionStore.find(slug: slug, on: connection) else { throw NotFound() }
            var member: MemberStore.Row?
            if let staffMember { member = try await MemberStore.own(staffMember, on: connection) }
            if member?.leftAt != nil { member = nil }
            let answers = try await QuestionStore.answers(to: question.id, on: connection)
            let isTakenOver = acting.worksForFund && question.memberName == nil
            let isOwn = (member != nil && question.memberID == member?.id) || isTakenOver
            let url = "/vragen/\(slug)"
            var sections = [
                NetworkSection(id: "uitleg", title: "Uitleg", text: question.body),
                NetworkSection(
                    id: "antwoorden",
                    title: answers.count == 1 ? "1 antwoord" : "\(answers.count) antwoorden",
                    entries: answers.map { answer in
                        NetworkEntry(
                            title: [answer.memberName ?? "Een lid", answer.organisationName ?? ""]
                                .filter { !$0.isEmpty }.joined(separator: ", "),
                            meta: web.shortDay(answer.answeredAt),
                            text: TakeDownWords.line(answer.heldReason) + answer.body,
                            tags: (answer.helpedAt == nil ? [] : [Tag("dit hielp", .ok)])
                                + (answer.heldReason == nil ? [] : [TakeDownWords.tag]),
                            forms: isOwn && answer.helpedAt == nil && answer.heldReason == nil
                                ? [
                                    NetworkForm(
                                        action: "\(url)/antwoord/\(answer.id)/hielp",
                                        submissionID: web.newSubmission,
                                        button: "Dit hielp mij",
                                        isSecondary: true
                                    )
                                ] : [],
                            links: [
                                TakeDownWords.link(
                                    .answer,
                                    answer.id.rawValue,
                                    isHeld: answer.heldReason != nil,
                                    isOwn: member != nil && answer.memberID == member?.id,
                                    worksForFund: acting.worksForFund
                                )
                            ].compactMap(\.self)
                        )
                    },
                    empty: EmptyState(
                        title: "Nog geen antwoord",
                        text: "Weet jij iets? Je helpt er een hele regio mee."
                    )
                ),
            ]
            if question.closedAt == nil, question.heldReason == nil {
                sections.append(member == nil ? Self.join : answerForm(url, typed))
            }
            var aside = [try await QuestionSolvers(web: web).section(question, on: connection)]
            if isOwn, question.closedAt == nil {
                aside.append(
                    NetworkSection(
                        id: "sluiten",
                        title: "Je vraag sluiten",
                        text: "Is je vraag beantwoord of niet meer nodig? Dan kan niemand meer antwoorden.",
                        form: NetworkForm(
                            action: "\(url)/sluiten",
                            submissionID: web.newSubmission,
                            button: "Sluit mijn vraag",
                            isSecondary: true
                        )
                    )
                )
            }
            let takeDown = TakeDownWords.link(
                .question,
                question.id.rawValue,
                isHeld: question.heldReason != nil,
                isOwn: member != nil && question.memberID == member?.id,
                worksForFund: acting.worksForFund
            )
            if let takeDown {
                aside.append(NetworkSection(id: "weghalen", title: "Moet dit weg?", links: [takeDown]))
            }
            let page = NetworkShowPage(
                header: PageHeader(
                    title: question.title,
                    breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk"), PageLink("Vragen", "/vragen")],
                    tags: [words.tag(question)] + Tag.fictional(question.isFictional),
                    errors: typed.links
                ),
                notices: question.heldReason.map { [TakeDownWords.notice($0)] } ?? [],
                facts: words.facts(question),
                sections: sections,
                aside: aside,
                asideLabel: "Wie loste dit op"
            )
            return (page, LinkedQuestion(question, answers, web: web))
        }
        return try web.page(
            page,
            context,
            status: typed.status,
            notice: notice,
            linkedData: try LinkedData(linked)
        )
    }

    private static let join = NetworkSection(
        id: "antwoord-geven",
        title: "Weet jij het?",
        text: "Leden van het leernetwerk geven antwoord. Lid worden is gratis.",
        links: [PageLink("Word lid", "/leernetwerk/lidmaatschap")]
    )

    private func answerForm(_ url: String, _ typed: Typed) -> NetworkSection {
        NetworkSection(
            id: "antwoord-geven",
            title: "Geef antwoord",
            form: NetworkForm(
                action: "\(url)/antwoord",
                submissionID: web.newSubmission,
                fields: [
                    typed.area(
                        "antwoord",
                        "Je antwoord",
                        "Iedereen kan het lezen. Schrijf geen gegevens van kandidaten op.",
                        rows: 5
                    )
                ],
                button: "Geef antwoord"
            )
        )
    }

    @Sendable private func answer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            return try await web.asMember(.answerGiven) {
                var form = Form(context.formData)
                let text = form.text("antwoord", label: "Je antwoord", maxLength: 4_000)
                let submission = form.submissionID()
                try form.finish()
                return try await KeepQuestions(world: web.world).answer(
                    text,
                    to: context.slug,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            let typed = Typed(context.formData, errors: error.fields)
            return try await page(
                context.slug,
                context,
                context.session.staffMemberID,
                context.session.acting,
                typed
            )
        }
    }

    @Sendable private func markHelped(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.answerHelped) {
            guard let id = context.parameters.get("antwoord").flatMap({ NetworkAnswer.ID($0) }) else {
                throw NotFound()
            }
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepQuestions(world: web.world).markHelped(
                id,
                of: context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }

    @Sendable private func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.questionClosed) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepQuestions(world: web.world).close(
                context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }
}

/// How questions are said.
struct QuestionWords {
    let web: WebServices

    func meta(_ question: QuestionStore.Row) -> String {
        [
            web.shortDay(question.askedAt), question.regionCode.map(web.reference.regionName) ?? "",
            web.bottleneckNames(question.bottlenecks),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func tag(_ question: QuestionStore.Row) -> Tag {
        if question.heldReason != nil { return TakeDownWords.tag }
        if question.hasHelped { return Tag("opgelost", .ok) }
        if question.closedAt != nil { return Tag("gesloten", .neutral) }
        return question.answers == 0 ? Tag("nog geen antwoord", .waiting) : Tag("beantwoord", .info)
    }

    /// What was asked about something, on its page.
    func section(_ questions: [QuestionStore.Row], ask url: String, isOpen: Bool) -> NetworkSection {
        NetworkSection(
            id: "vragen",
            title: "Vragen hierover",
            links: isOpen ? [PageLink("Stel een vraag hierover", url)] : [],
            entries: questions.map { question in
                NetworkEntry(
                    link: PageLink(question.title, "/vragen/\(question.slug)"),
                    meta: meta(question),
                    tags: [tag(question)]
                )
            },
            empty: EmptyState(
                title: "Nog geen vragen",
                text: "De contactpersoon en leden die er iets van weten, denken met je mee."
            )
        )
    }

    func facts(_ question: QuestionStore.Row) -> Facts {
        var facts = [Fact("Gevraagd", web.shortDay(question.askedAt)), Fact("Door", question.memberName ?? "een lid")]
        if let region = question.regionCode.flatMap({ web.reference.region($0) }) {
            facts.append(Fact("Regio", region.name, url: "/regios/\(region.slug)"))
        }
        if let name = question.subjectName { facts.append(Fact("Over", name, url: question.subjectPath)) }
        facts.append(Fact("Gaat over", web.bottleneckNames(question.bottlenecks)))
        return Facts(facts)
    }
}
