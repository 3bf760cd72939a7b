import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// Organising a meeting: new, changed, cancelled.
struct MeetingEditController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>) {
        members.get("/bijeenkomsten/nieuw", use: new)
        members.post("/bijeenkomsten/nieuw", use: create)
        members.get("/bijeenkomsten/{naam}/wijzigen", use: edit)
        members.post("/bijeenkomsten/{naam}/wijzigen", use: update)
        members.get("/bijeenkomsten/{naam}/afzeggen", use: askCancel)
        members.post("/bijeenkomsten/{naam}/afzeggen", use: cancel)
    }

    // MARK: New and changed

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            let mail = try await web.inside(context) { connection, _ in
                try await StaffStore.find(context.session.staffMemberID, on: connection)?.mail ?? ""
            }
            let region = context.session.regionCode?.rawValue ?? ""
            return try form(
                nil,
                Typed(stored: ["mail": [mail], "regio": [region], "begin": ["14:00"], "einde": ["16:00"]]),
                context
            )
        }
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            return try await web.asMember(.meetingMade) {
                var form = Form(context.formData)
                let draft = draft(&form)
                let submission = form.submissionID()
                guard form.isValid, let draft else { throw form.rejected }
                return try await KeepMeetings(world: web.world).create(
                    draft,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try form(nil, Typed(context.formData, errors: error.fields), context)
        }
    }

    @Sendable private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            let meeting = try await web.ownMeeting(context)
            let time = web.world.time
            let stored = [
                "soort": meeting.kind.rawValue, "titel": meeting.title, "datum": meeting.heldOn?.dutchNumeric ?? "",
                "begin": meeting.startsAt.map(time.clock) ?? "", "einde": meeting.endsAt.map(time.clock) ?? "",
                "plaats": meeting.place, "online": meeting.onlineURL ?? "",
                "regio": meeting.regionCode?.rawValue ?? "", "gemeente": meeting.municipalityCode?.rawValue ?? "",
                "agenda": meeting.agenda, "plaatsen": meeting.capacity.map { "\($0)" } ?? "",
                "sluit": meeting.signupClosesAt.map { time.today(at: $0).dutchNumeric } ?? "",
                "mail": meeting.contactMail,
            ].mapValues { [$0] }
            return try form(
                meeting,
                Typed(stored: stored.merging(["knelpunt": meeting.bottlenecks.map(\.rawValue)]) { _, new in new }),
                context
            )
        }
    }

    @Sendable private func update(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.saved, context) {
            var form = Form(context.formData)
            let draft = draft(&form)
            let version = form.shownVersion()
            let submission = form.submissionID()
            guard form.isValid, let draft, let version else { throw form.rejected }
            return try await KeepMeetings(world: web.world).change(
                context.slug,
                to: draft,
                version: version,
                by: web.person(context),
                submission: submission
            )
        } again: { typed in
            try form(try await web.ownMeeting(context), typed, context)
        }
    }

    private func draft(_ form: inout Form) -> MeetingStore.Draft? {
        let kind = form.choice("soort", MeetingKind.self, label: "Soort")
        let title = form.text("titel", label: "Titel", maxLength: 120)
        let day = form.date("datum", label: "Datum")
        let start = minutes(&form, "begin", "Begintijd")
        let end = minutes(&form, "einde", "Eindtijd")
        let place = form.optionalText("plaats", label: "Plaats", maxLength: 200) ?? ""
        let online = form.link("online", label: "Link om online mee te doen")
        let region = form.region("regio", label: "Regio", required: false, web.reference)
        let municipality = form.parsed(
            "gemeente",
            label: "Gemeente",
            required: false,
            message: "Kies een gemeente uit de lijst."
        ) { web.reference.municipality(MunicipalityCode($0))?.code }
        let agenda = form.optionalText("agenda", label: "Agenda", maxLength: 4_000) ?? ""
        let capacity = form.optionalInt("plaatsen", label: "Aantal plaatsen", in: 1...1_000)
        let closes = form.optionalDate("sluit", label: "Laatste dag om je aan te melden")
        let mail = form.email("mail", label: "E-mailadres voor vragen")
        let bottlenecks = form.bottlenecks("knelpunt", label: "Onderwerp", required: false, web.reference)
        if place.isEmpty, online == nil {
            form.reject("plaats", "Vul een plaats in, of een link om online mee te doen.")
        }
        guard let kind, let day, let start, let end, let mail else { return nil }
        if end <= start { form.reject("einde", "De eindtijd ligt voor de begintijd.") }
        if day < web.world.today { form.reject("datum", "Deze dag is al geweest. Kies een dag die nog komt.") }
        if let closes, closes > day { form.reject("sluit", "Dit is na de bijeenkomst. Kies een eerdere dag.") }
        guard form.isValid else { return nil }
        let time = web.world.time
        let startsAt = time.moment(day, minutes: start)
        return MeetingStore.Draft(
            kind: kind,
            title: title,
            heldOn: day,
            startsAt: startsAt,
            endsAt: time.moment(day, minutes: end),
            place: place,
            onlineURL: online,
            regionCode: region ?? municipality.flatMap { web.reference.municipality($0)?.regionCode },
            municipalityCode: municipality,
            agenda: agenda,
            capacity: capacity,
            // The whole last day counts, but never past the beginning.
            signupClosesAt: closes.map { min(time.startOfDay($0 + 1) - 60, startsAt) },
            contactMail: mail.rawValue,
            bottlenecks: bottlenecks
        )
    }

    private func minutes(_ form: inout Form, _ name: String, _ label: String) -> Int? {
        form.parsed(name, label: label, message: "\(label) is geen tijd. Schrijf uur en minuten, zoals 14:00.") {
            AmsterdamTime.minutes(typed: $0)
        }
    }

    private func form(
        _ meeting: MeetingStore.Row?,
        _ typed: Typed,
        _ context: SignedInContext
    ) throws -> Response {
        let url = meeting.map { "/bijeenkomsten/\($0.slug)" }
        let page = NetworkFormPage(
            header: PageHeader(
                title: meeting == nil ? "Organiseer een bijeenkomst" : "Wijzig de bijeenkomst",
                lead: meeting == nil
                    ? "Iedereen ziet je bijeenkomst in de lijst en in de agenda. Leden melden zich aan."
                    : "Wie zich aanmeldde, krijgt een mail als dag, tijd of plaats verandert.",
                back: PageLink(meeting?.title ?? "Alle bijeenkomsten", url ?? "/bijeenkomsten"),
                errors: typed.links
            ),
            form: NetworkForm(
                action: url.map { "\($0)/wijzigen" } ?? "/bijeenkomsten/nieuw",
                submissionID: web.newSubmission,
                hidden: meeting.map { [HiddenField(name: "versie", value: "\($0.version)")] } ?? [],
                fields: [
                    typed.choices(
                        "soort",
                        "Soort bijeenkomst",
                        .radio,
                        MeetingKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) }
                    ),
                    typed.text("titel", "Titel"), typed.text("datum", "Datum", kind: .date),
                    typed.text("begin", "Begintijd", "Bijvoorbeeld 14:00", width: .short),
                    typed.text("einde", "Eindtijd", width: .short),
                    typed.text("plaats", "Plaats", "Gebouw, straat en plaats", isRequired: false),
                    typed.text("online", "Link om online mee te doen", isRequired: false),
                    typed.select("regio", "Regio", web.regionOptions, isRequired: false, emptyLabel: "Hele land"),
                    typed.select(
                        "gemeente",
                        "Gemeente",
                        web.reference.municipalities.map { Option(value: $0.code.rawValue, label: $0.name) },
                        isRequired: false,
                        emptyLabel: "Geen"
                    ), typed.area("agenda", "Agenda", isRequired: false, rows: 8),
                    typed.choices(
                        "knelpunt",
                        "Waar gaat het over?",
                        .checkbox,
                        web.bottleneckOptions,
                        isRequired: false
                    ),
                    typed.text(
                        "plaatsen",
                        "Aantal plaatsen",
                        "Leeg: iedereen kan komen. Is het vol, dan komt er een wachtlijst.",
                        kind: .number,
                        isRequired: false
                    ), typed.text("sluit", "Laatste dag om je aan te melden", kind: .date, isRequired: false),
                    typed.text("mail", "E-mailadres voor vragen", "Iedereen ziet dit adres.", kind: .email),
                ],
                button: meeting == nil ? "Zet de bijeenkomst in de lijst" : "Bewaar de bijeenkomst"
            )
        )
        return try web.page(page, context, status: typed.status, notice: typed.notice)
    }

    // MARK: Cancelled

    @Sendable private func askCancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            let meeting = try await web.ownMeeting(context)
            return try web.page(
                NetworkFormPage(
                    header: PageHeader(
                        title: "Zeg de bijeenkomst af",
                        lead: meeting.title,
                        back: PageLink(meeting.title, "/bijeenkomsten/\(meeting.slug)")
                    ),
                    text: "Iedereen die zich aanmeldde, krijgt een mail. De bijeenkomst blijft in de lijst staan, "
                        + "met de melding dat hij niet doorgaat. Je kunt dit niet terugdraaien.",
                    form: NetworkForm(
                        action: "/bijeenkomsten/\(meeting.slug)/afzeggen",
                        submissionID: web.newSubmission,
                        hidden: [HiddenField(name: "versie", value: "\(meeting.version)")],
                        button: "Zeg de bijeenkomst af"
                    )
                ),
                context
            )
        }
    }

    @Sendable private func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.meetingCancelled) {
            var form = Form(context.formData)
            let (version, submission) = (form.shownVersion(), form.submissionID())
            guard form.isValid, let version else { throw Conflict.staleForm }
            return try await KeepMeetings(world: web.world).cancel(
                context.slug,
                version: version,
                by: web.person(context),
                submission: submission
            )
        }
    }
}

extension Conflict {
    /// A form without a version, or of a page from long ago.
    static let staleForm = Conflict(
        code: "stale_form",
        message: "Dit formulier is verouderd. Open de pagina opnieuw en probeer het nog een keer.",
        reason: .change
    )
}
