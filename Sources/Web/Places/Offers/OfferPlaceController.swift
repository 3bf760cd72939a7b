import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/plek-aanbieden`: any practice offers a place; `/plekken/aangeboden`: its region's coordinators take it in hand.
struct OfferPlaceController: Sendable {
    let web: WebServices
    private static let pageSize = 50
    private static let mostRowsInFile = 5_000
    private static let daysToCall = 5

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        visitors.get("/plek-aanbieden", use: new)
        visitors.post("/plek-aanbieden", use: create)
        visitors.get("/plek-aanbieden/{kenmerk}", use: show)
        staff.get("/plekken/aangeboden", use: index)
        staff.post("/plekken/aangeboden/{kenmerk}/nemen", use: take)
        staff.get("/plekken/aangeboden/{kenmerk}/sluiten", use: askToClose)
        staff.post("/plekken/aangeboden/{kenmerk}/sluiten", use: close)
    }

    // MARK: Practices

    @Sendable private func new(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try form(context)
    }

    @Sendable private func create(_ request: Request, _ context: VisitorContext) async throws -> Response {
        do {
            let (draft, submission) = try draft(context.formData)
            return web.seeOther(try await OfferPlace(world: web.world)(draft, submission: submission))
        } catch let error as Rejected {
            return try form(context, errors: error.fields, status: .badRequest)
        } catch let error as Conflict where error.code == "too_many" {
            return try form(
                context,
                status: .tooManyRequests,
                warning:
                    "\(error.message) Wat je invulde, staat hieronder nog. Heb je haast? Bel ons. Het nummer staat onderaan."
            )
        }
    }

    private func draft(_ data: FormData) throws -> (PlaceOfferDraft, submission: UUID) {
        var form = Form(data)
        let practice = form.text("praktijk", label: "Naam van je praktijk", maxLength: 120)
        let town = form.text("plaats", label: "Plaats", maxLength: 80)
        let contact = form.text("contactpersoon", label: "Contactpersoon", maxLength: 100)
        let phone = form.phone("telefoon", label: "Telefoonnummer")
        let mail = form.email("mail", label: "E-mailadres")
        let kind = form.choice("soort", PlaceOfferKind.self, label: "Wat je aanbiedt")
        let start = form.date("vanaf", label: "Vanaf welke dag iemand kan beginnen")
        let remark = form.optionalText("opmerking", label: "Opmerking", maxLength: 1_000)
        let submission = form.submissionID()
        guard form.isValid, let phone, let mail, let kind, let start, let submission else { throw form.rejected }
        return (
            PlaceOfferDraft(
                practiceName: practice,
                town: town,
                contactName: contact,
                phone: phone,
                mail: mail,
                kind: kind,
                earliestStartOn: start,
                remark: remark ?? ""
            ),
            submission
        )
    }

    /// The form, empty or as it was filled in. It keeps its submission id, so that sending it again is the same offer.
    private func form(
        _ context: VisitorContext,
        errors: [FieldError] = [],
        status: HTTPResponse.Status = .ok,
        warning: String? = nil
    ) throws -> Response {
        let submission =
            context.formData[FormData.submissionField].flatMap { UUID(uuidString: $0) } ?? web.world.newUUID()
        return try web.page(
            OfferPlacePage(
                values: FormValues(context.formData.values, errors: errors.map { ($0.field, $0.message) }),
                kinds: PlaceOfferKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                submissionID: submission.uuidString.lowercased(),
                warning: warning
            ),
            context,
            status: status
        )
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let reference = try context.pathReference()
        let region = try await web.world.database.transaction(as: .visitor) { connection in
            try await OfferedPlaceStore.region(of: reference, on: connection)
        }
        guard let region else { throw NotFound() }
        // Whoever has the reference of an offer may know its region and teams, nothing more.
        let acting = Acting(staffMemberID: nil, teamID: nil, regionCode: region)
        let (offer, teams) = try await web.world.database.transaction(as: acting) { connection in
            (
                try await OfferedPlaceStore.find(reference, on: connection),
                try await OrganisationStore.teams(in: region, on: connection)
            )
        }
        guard let offer else { throw NotFound() }
        let offeredOn = web.world.time.today(at: offer.offeredAt)
        return try web.page(
            OfferedPlacePage(
                reference: "\(reference)",
                region: web.reference.regionName(region),
                offeredOn: offeredOn.dutchLong,
                callBy: Self.callBy(offeredOn).dutchShort(seenOn: web.world.today),
                isWaiting: offer.handledAt == nil,
                teams: teams.map {
                    .init(
                        name: $0.name,
                        phone: Self.phone($0.phone),
                        phoneURL: Self.phoneURL($0.phone),
                        mail: $0.mail,
                        mailURL: Self.mailURL($0.mail)
                    )
                }
            ),
            context
        )
    }

    // MARK: Coordinators

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let query = try Query(request)
        let isFile = try query.choice("vorm", FileForm.self) == .csv
        let after = try query.parsed("na") { PageCursor(token: $0)?.keys.first.flatMap { TrainingPlace.ID($0) } }
        let limit = isFile ? Self.mostRowsInFile : Self.pageSize + 1
        let (rows, count) = try await web.world.database.transaction(as: actor.acting) { connection in
            (
                try await OfferedPlaceStore.list(
                    region: actor.regionCode,
                    after: isFile ? nil : after,
                    limit: limit,
                    on: connection
                ),
                try await OfferedPlaceStore.count(region: actor.regionCode, on: connection)
            )
        }
        if isFile { return .csv(filename: "aangeboden-plekken.csv", bytes: file(rows)) }
        let shown = rows.prefix(Self.pageSize)
        let next = rows.count > Self.pageSize ? shown.last.map { PageCursor(["\($0.id)"]).token } : nil
        let page = OfferedPlaceListPage(
            region: web.reference.regionName(actor.regionCode),
            rows: shown.map(row),
            pagination: Pagination(
                summary: count == 1 ? "1 praktijk wacht" : "\(Count.text(count)) praktijken wachten",
                previous: after == nil ? nil : PageLink("Naar de eerste", "/plekken/aangeboden"),
                next: next.map { PageLink("Volgende", "/plekken/aangeboden\(query.replacing("na", with: $0))") }
            )
        )
        return try web.page(
            page,
            context,
            notice: web.notice(of: request),
            alternates: [
                AlternateLink(
                    title: "Aangeboden plekken als CSV",
                    url: "/plekken/aangeboden?vorm=csv",
                    mediaType: "text/csv"
                )
            ]
        )
    }

    @Sendable private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var form = Form(context.formData)
        let path = try await TakeOfferedPlace(world: web.world)(
            context.pathReference(),
            by: web.actor(context),
            submission: form.submissionID()
        )
        return web.seeOther(path, notice: .offerTaken)
    }

    @Sendable private func askToClose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await closing(context, errors: [])
    }

    @Sendable private func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        var form = Form(context.formData)
        let reason = form.choice("reden", PlaceOfferClosing.self, label: "Waarom je dit aanbod sluit")
        let submission = form.submissionID()
        guard form.isValid, let reason else { return try await closing(context, errors: form.rejected.fields) }
        let path = try await CloseOfferedPlace(world: web.world)(
            context.pathReference(),
            because: reason,
            by: actor,
            submission: submission
        )
        return web.seeOther(path, notice: .offerClosed)
    }

    private func closing(_ context: SignedInContext, errors: [FieldError]) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try context.pathReference()
        let offer = try await web.world.database.transaction(as: actor.acting) { connection in
            try await OfferedPlaceStore.find(reference, on: connection)
        }
        guard let offer else { throw NotFound() }
        return try web.page(
            CloseOfferedPlacePage(
                reference: "\(reference)",
                practice: offer.practiceName,
                facts: Facts([
                    Fact("Plaats", offer.town), Fact("Plek", Self.summary(offer, seenOn: web.world.today)),
                    Fact("Contactpersoon", offer.contactName),
                    Fact("Telefoon", Self.phone(offer.phone), url: Self.phoneURL(offer.phone)),
                ]),
                reasons: PlaceOfferClosing.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                values: FormValues(context.formData.values, errors: errors.map { ($0.field, $0.message) }),
                submissionID: web.world.newUUID().uuidString.lowercased()
            ),
            context,
            status: errors.isEmpty ? .ok : .badRequest
        )
    }

    // MARK: How an offer is shown

    private enum FileForm: String { case csv }

    private func row(_ offer: OfferedPlaceStore.Row) -> OfferedPlaceListPage.Row {
        let today = web.world.today
        let offeredOn = web.world.time.today(at: offer.offeredAt)
        return OfferedPlaceListPage.Row(
            reference: "\(offer.reference)",
            days: max(0, today - offeredOn),
            isOverdue: Self.callBy(offeredOn) < today,
            practice: offer.practiceName,
            town: offer.town,
            offer: Self.summary(offer, seenOn: today),
            isDraftPractice: offer.isDraftPractice,
            remark: offer.remark.isEmpty ? nil : offer.remark,
            contact: offer.contactName,
            phone: Self.phone(offer.phone),
            phoneURL: Self.phoneURL(offer.phone),
            mail: offer.mail,
            mailURL: Self.mailURL(offer.mail),
            submissionID: web.world.newUUID().uuidString.lowercased()
        )
    }

    private func file(_ rows: [OfferedPlaceStore.Row]) -> [UInt8] {
        DelimitedText.write(
            header: [
                "Kenmerk", "Aangeboden op", "Praktijk", "Plaats", "Nieuwe praktijk", "Soort plek", "Leerweg", "Vanaf",
                "Contactpersoon", "Telefoon", "E-mail", "Opmerking",
            ],
            rows: rows.map { offer in
                [
                    .text("\(offer.reference)"), .date(web.world.time.today(at: offer.offeredAt)),
                    .text(offer.practiceName),
                    .text(offer.town), .bool(offer.isDraftPractice), .text(offer.kind.dutchName),
                    .text(offer.routes.dutchName), .date(offer.earliestStartOn), .text(offer.contactName),
                    .text(Self.phone(offer.phone)), .text(offer.mail), .text(offer.remark),
                ]
            }
        )
    }

    private static func summary(_ offer: OfferedPlaceStore.Row, seenOn today: CalendarDate) -> String {
        let route = offer.routes.isEmpty ? "" : ", \(offer.routes.dutchName)"
        return "\(offer.kind.dutchName)\(route), vanaf \(offer.earliestStartOn.dutchShort(seenOn: today))"
    }

    private static func callBy(_ offeredOn: CalendarDate) -> CalendarDate {
        WorkingDays().adding(workingDays: daysToCall, to: offeredOn)
    }

    private static func phone(_ text: String) -> String { PhoneNumber(text)?.description ?? text }
    private static func phoneURL(_ text: String) -> String {
        "tel:" + text.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    }

    private static func mailURL(_ text: String) -> String {
        let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "@.-_"))
        return "mailto:" + (text.addingPercentEncoding(withAllowedCharacters: plain) ?? "")
    }
}
