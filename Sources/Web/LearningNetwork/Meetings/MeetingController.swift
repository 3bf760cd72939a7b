import Actions
import Domain
import Foundation
import HTTPBase
import HTTPTypes
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/bijeenkomsten`: the list and its calendar, one meeting, and signing up.
struct MeetingController: Sendable {
    let web: WebServices
    private static let path = "/bijeenkomsten"
    /// Most events in a calendar.
    private static let mostEvents = 500

    /// - Parameters:
    ///   - published: pages that change only with the public content.
    ///   - visitors: until when one may sign up is a matter of minutes, so the page of one meeting is not kept.
    func addRoutes(
        members: RouterGroup<SignedInContext>,
        published: RouterGroup<VisitorContext>,
        visitors: RouterGroup<VisitorContext>
    ) {
        published.get("/bijeenkomsten", use: index)
        visitors.get("/bijeenkomsten/{naam}", use: show)
        members.post("/bijeenkomsten/{naam}/aanmelden", use: signUp)
        members.post("/bijeenkomsten/{naam}/afmelden", use: cancel)
    }

    // MARK: List

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let query = try Query(request)
        let isCalendar = try query.parsed("vorm") { $0 == "ics" ? true : nil } ?? false
        let list = try NetworkList(
            query,
            path: Self.path,
            extra: ["soort", "periode", "vorm"],
            reference: web.reference
        ) { filter in
            filter.kinds = try query.choices("soort", MeetingKind.self)
            // Whoever subscribes keeps what was.
            filter.period = try query.choice("periode", NetworkFilter.Period.self) ?? (isCalendar ? .all : .coming)
        }
        if isCalendar { return try await calendar(list.filter, request) }
        let today = web.world.today
        let ground = try await web.ground.dots()
        let calendarURL = Self.path + query.removing("pagina").withQuery("vorm", "ics")
        let page = try await web.world.database.transaction(as: context.acting) { connection in
            let rows = try await MeetingStore.list(
                list.filter,
                today: today,
                limit: NetworkList.pageSize,
                offset: list.offset,
                on: connection
            )
            let total = try await MeetingStore.count(list.filter, today: today, on: connection)
            let crowds = try await MeetingSignupStore.crowds(rows.map(\.id), on: connection)
            let kinds = try await MeetingStore.counts(.kind, list.filter, today: today, on: connection)
            let words = MeetingWords(web: web)
            let places = try await MeetingStore.places(list.filter, today: today, on: connection)
            return NetworkListPage(
                header: PageHeader(
                    title: "Bijeenkomsten",
                    lead: "Leertafels, regiotafels, onderwijstafels en landelijke bijeenkomsten.",
                    breadcrumbs: [PageLink("Leernetwerk", "/leernetwerk")],
                    action: context.session == nil
                        ? nil : PageLink("Organiseer een bijeenkomst", "/bijeenkomsten/nieuw")
                ),
                filters: list.filters(
                    summary: words.count(total, list.filter.period),
                    searchLabel: "Titel, plaats of onderwerp",
                    regions: try await MeetingStore.counts(.region, list.filter, today: today, on: connection),
                    bottlenecks: try await MeetingStore.counts(.bottleneck, list.filter, today: today, on: connection),
                    groups: { builder in
                        let kind = builder.group(
                            "Soort",
                            "soort",
                            MeetingKind.allCases,
                            chosen: list.filter.kinds,
                            counts: kinds
                        )
                        if list.filter.period != .coming {
                            builder.chip(list.filter.period == .past ? "Geweest" : "Komend en geweest", "periode")
                        }
                        return [kind, words.periods(list.filter.period)]
                    },
                    downloads: [PageLink("Zet deze lijst in je agenda", calendarURL)]
                ),
                cards: rows.map { words.card($0, crowds[$0.id] ?? .init()) },
                empty: EmptyState(
                    title: "Geen bijeenkomst die hierbij past",
                    text: "Haal een filter weg, of kijk ook naar wat geweest is.",
                    action: PageLink("Komend en geweest", "/bijeenkomsten?periode=alle")
                ),
                pagination: list.pagination(total: total, shown: rows.count, "bijeenkomsten"),
                country: words.country(places, list, ground)
            )
        }
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: [
                AlternateLink(title: "Bijeenkomsten in je agenda", url: calendarURL, mediaType: "text/calendar")
            ]
        )
    }

    /// The same meetings for a calendar that subscribes. Public only: who asks is not looked at.
    private func calendar(_ filter: NetworkFilter, _ request: Request) async throws -> Response {
        let today = web.world.today
        let (version, rows) = try await web.world.database.transaction(as: .visitor) { connection in
            (
                try await ProjectCatalogStore.version(on: connection),
                try await MeetingStore.list(filter, today: today, limit: Self.mostEvents, on: connection)
            )
        }
        let eTag = "\"b\(version)-\(today.daysSince1970)\""
        if let unchanged = request.unlessMatching(eTag: eTag) { return unchanged }
        let words = MeetingWords(web: web)
        let file = CalendarFile(
            name: words.calendarName(filter),
            events: rows.compactMap(words.event),
            contactMail: web.site.contactMail
        )
        var response = Response.download(
            filename: "bijeenkomsten.ics",
            contentType: "text/calendar; charset=utf-8",
            bytes: file.bytes
        )
        response.headers[.eTag] = eTag
        return response
    }

    // MARK: One meeting

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let slug = context.parameters.get("naam") else { throw NotFound() }
        let (page, linked) = try await web.world.database.transaction(as: context.acting) { connection in
            guard let meeting = try await MeetingStore.find(slug: slug, on: connection) else { throw NotFound() }
            var member: MemberStore.Row?
            if let session = context.session {
                member = try await MemberStore.own(session.staffMemberID, on: connection)
                if member?.leftAt != nil { member = nil }
            }
            let view = MeetingView(
                web: web,
                meeting: meeting,
                member: member,
                worksForFund: context.session?.permissions.contains(.decideApplications) ?? false
            )
            return (try await view.page(on: connection), LinkedMeeting(meeting, web: web))
        }
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            linkedData: try linked.map { try LinkedData($0) }
        )
    }

    @Sendable private func signUp(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.meetingSignedUp) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await SignUpForMeeting(world: web.world)(
                context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }

    @Sendable private func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.meetingSignedOff) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await SignUpForMeeting(world: web.world).cancel(
                context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }
}

extension SignedInContext {
    /// The readable name in the path.
    var slug: String {
        get throws {
            guard let slug = parameters.get("naam") else { throw NotFound() }
            return slug
        }
    }
}

extension String {
    /// A query (`?…` or empty) with one more value.
    func withQuery(_ name: String, _ value: String) -> String { addingQuery(name, value, to: self) }
}
