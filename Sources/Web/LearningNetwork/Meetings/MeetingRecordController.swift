import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// After a meeting: the minutes, and what was agreed.
struct MeetingRecordController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>) {
        members.get("/bijeenkomsten/{naam}/verslag", use: askMinutes)
        members.post("/bijeenkomsten/{naam}/verslag", use: record)
        members.get("/bijeenkomsten/{naam}/acties", use: askAction)
        members.post("/bijeenkomsten/{naam}/acties", use: addAction)
        members.post("/bijeenkomsten/{naam}/acties/{actie}/klaar", use: finish)
    }

    @Sendable private func askMinutes(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) { try await minutesPage(context) }
    }

    @Sendable private func record(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.minutesKept, context) {
            var form = Form(context.formData)
            let minutes = form.text("verslag", label: "Verslag", maxLength: 10_000)
            let (version, submission) = (form.shownVersion(), form.submissionID())
            guard form.isValid, let version else { throw form.rejected }
            return try await KeepMeetings(world: web.world).record(
                minutes: minutes,
                of: context.slug,
                version: version,
                by: web.person(context),
                submission: submission
            )
        } again: { typed in
            try await minutesPage(context, typed)
        }
    }

    private func minutesPage(_ context: SignedInContext, _ typed: Typed? = nil) async throws -> Response {
        let meeting = try await web.ownMeeting(context)
        let typed = typed ?? Typed(stored: ["verslag": [meeting.minutes]])
        let page = NetworkFormPage(
            header: PageHeader(
                title: "Schrijf het verslag",
                lead: meeting.title,
                back: PageLink(meeting.title, "/bijeenkomsten/\(meeting.slug)"),
                errors: typed.links
            ),
            text: "Iedereen kan het verslag lezen. Noem onderwerpen, geen personen.",
            form: NetworkForm(
                action: "/bijeenkomsten/\(meeting.slug)/verslag",
                submissionID: web.newSubmission,
                hidden: [HiddenField(name: "versie", value: "\(meeting.version)")],
                fields: [typed.area("verslag", "Verslag", rows: 12)],
                button: "Bewaar het verslag"
            )
        )
        return try web.page(page, context, status: typed.status, notice: typed.notice)
    }

    @Sendable private func askAction(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) { try await actionPage(context) }
    }

    @Sendable private func addAction(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            return try await web.asMember(.actionAdded) {
                var form = Form(context.formData)
                let sentence = form.text("actie", label: "Actie", maxLength: 300)
                let owner = form.id("wie", NetworkMember.ID.self, label: "Wie doet het")
                let due = form.date("voor", label: "Voor wanneer")
                let submission = form.submissionID()
                guard form.isValid, let owner, let due else { throw form.rejected }
                return try await KeepMeetings(world: web.world).addAction(
                    sentence,
                    owner: owner,
                    dueOn: due,
                    to: context.slug,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try await web.forMembers(context) { try await actionPage(context, errors: error.fields) }
        }
    }

    private func actionPage(_ context: SignedInContext, errors: [FieldError]? = nil) async throws -> Response {
        let meeting = try await web.ownMeeting(context)
        let owners = try await web.inside(context) { connection, member in
            var owners = try await MeetingSignupStore.people(of: meeting.id, on: connection).map {
                ($0.memberID, $0.name)
            }
            if let member {
                owners += try await MemberStore.colleagues(of: member.id, on: connection).map { ($0.id, $0.name) }
            }
            return owners
        }
        var seen: Set<NetworkMember.ID> = []
        let options = owners.filter { seen.insert($0.0).inserted }.map { Option(value: "\($0.0)", label: $0.1) }
        let typed = errors.map { Typed(context.formData, errors: $0) } ?? Typed()
        let page = NetworkFormPage(
            header: PageHeader(
                title: "Voeg een actie toe",
                lead: meeting.title,
                back: PageLink(meeting.title, "/bijeenkomsten/\(meeting.slug)"),
                errors: typed.links
            ),
            text: "Leden zien de acties. Wie de actie doet, ziet hem op de eigen lijst.",
            form: NetworkForm(
                action: "/bijeenkomsten/\(meeting.slug)/acties",
                submissionID: web.newSubmission,
                fields: [
                    typed.text("actie", "Wat gebeurt er?", width: .full), typed.select("wie", "Wie doet het?", options),
                    typed.text("voor", "Voor wanneer?", kind: .date),
                ],
                button: "Voeg de actie toe"
            )
        )
        return try web.page(page, context, status: typed.status)
    }

    @Sendable private func finish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.asMember(.actionDone) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            guard let id = context.parameters.get("actie").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
            return try await KeepMeetings(world: web.world).finishAction(
                id,
                of: context.slug,
                by: web.person(context),
                submission: submission
            )
        }
    }
}
