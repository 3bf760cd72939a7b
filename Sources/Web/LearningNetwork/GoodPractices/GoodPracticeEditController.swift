import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// Writing a good practice in ten minutes, and changing it.
struct GoodPracticeEditController: Sendable {
    let web: WebServices
    private static let linkFields = ["link1", "link2", "link3"]

    func addRoutes(members: RouterGroup<SignedInContext>) {
        members.get("/goede-praktijken/nieuw", use: new)
        members.post("/goede-praktijken/nieuw", use: create)
        members.get("/goede-praktijken/{naam}/wijzigen", use: edit)
        members.post("/goede-praktijken/{naam}/wijzigen", use: update)
    }

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            let member = try await web.member(context)
            let stored = ["regio": member.regions.map(\.rawValue), "contact": ["\(member.id)"]]
            return try await form(nil, Typed(stored: stored), context)
        }
    }

    @Sendable private func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let isSubmitted = context.formData["stap"] != "concept"
        do {
            return try await web.asMember(isSubmitted ? .practiceSubmitted : .draftKept) {
                let member = try await web.member(context)
                var form = Form(context.formData)
                let draft = draft(&form, isComplete: isSubmitted, by: member)
                let submission = form.submissionID()
                try form.finish()
                return try await KeepGoodPractices(world: web.world).create(
                    draft,
                    isSubmitted: isSubmitted,
                    by: web.person(context),
                    submission: submission
                )
            }
        } catch let error as Rejected {
            return try await form(nil, Typed(context.formData, errors: error.fields), context)
        }
    }

    @Sendable private func edit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await web.forMembers(context) {
            let (row, links) = try await own(context)
            var stored = [
                "naam": [row.name], "probleem": [row.problem], "aanpak": [row.approach], "nodig": [row.took],
                "resultaat": [row.result], "niet_gelukt": [row.didNotWork],
                "contact": row.contactID.map { ["\($0)"] } ?? [], "regio": row.regions.map(\.rawValue),
                "knelpunt": row.bottlenecks.map(\.rawValue),
            ]
            for (name, link) in zip(Self.linkFields, links) {
                stored[name] = [link.url]
                stored["\(name)_titel"] = [link.title]
            }
            return try await form(row, Typed(stored: stored), context)
        }
    }

    @Sendable private func update(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let isSubmitted = context.formData["stap"] != "concept"
        return try await web.asMember(isSubmitted ? .saved : .draftKept, context) {
            let member = try await web.member(context)
            var form = Form(context.formData)
            let draft = draft(&form, isComplete: isSubmitted, by: member)
            let (version, submission) = (form.shownVersion(), form.submissionID())
            guard form.isValid, let version else { throw form.rejected }
            return try await KeepGoodPractices(world: web.world).change(
                context.slug,
                to: draft,
                isSubmitted: isSubmitted,
                version: version,
                by: web.person(context),
                submission: submission
            )
        } again: { typed in
            try await form(try await own(context).0, typed, context)
        }
    }

    /// - Parameter isComplete: whether a second reader gets it now; a draft needs only a name.
    private func draft(
        _ form: inout Form,
        isComplete: Bool,
        by member: MemberStore.Row
    ) -> GoodPracticeStore.Draft {
        func area(_ name: String, _ label: String, required: Bool) -> String {
            if required { return form.text(name, label: label, maxLength: 3_000) }
            return form.optionalText(name, label: label, maxLength: 3_000) ?? ""
        }
        let name = form.text("naam", label: "Naam", maxLength: 120)
        let problem = area("probleem", "Het probleem", required: isComplete)
        let approach = area("aanpak", "De aanpak", required: isComplete)
        let took = area("nodig", "Wat het kostte", required: false)
        let result = area("resultaat", "Het resultaat", required: isComplete)
        let didNotWork = area("niet_gelukt", "Wat niet lukte", required: false)
        let contact =
            form.parsed("contact", label: "Contactpersoon", required: false, message: "Kies iemand uit de lijst.") {
                NetworkMember.ID($0)
            } ?? member.id
        let regions = form.regions("regio", label: "Regio", required: isComplete, web.reference)
        let bottlenecks = form.bottlenecks("knelpunt", label: "Knelpunt", required: isComplete, web.reference)
        var links: [GoodPracticeStore.Link] = []
        for field in Self.linkFields {
            let title = form.optionalText("\(field)_titel", label: "Naam van de link", maxLength: 120)
            guard let url = form.link(field, label: "Link") else {
                if title != nil { form.reject(field, "Vul bij deze naam ook de link in.") }
                continue
            }
            links.append(.init(kind: Self.kind(of: url), title: title ?? URL(string: url)?.host() ?? url, url: url))
        }
        return GoodPracticeStore.Draft(
            name: name,
            problem: problem,
            approach: approach,
            took: took,
            result: result,
            didNotWork: didNotWork,
            contactID: contact,
            regions: regions,
            bottlenecks: bottlenecks,
            links: links
        )
    }

    /// What a link leads to, by its address.
    private static func kind(of url: String) -> LinkKind {
        let host = URL(string: url)?.host() ?? ""
        if ["youtube.com", "youtu.be", "vimeo.com"].contains(where: { host == $0 || host.hasSuffix(".\($0)") }) {
            return .film
        }
        let path = URL(string: url)?.path().lowercased() ?? ""
        return [".pdf", ".docx", ".odt", ".pptx", ".xlsx"].contains(where: path.hasSuffix) ? .document : .page
    }

    private func form(
        _ row: GoodPracticeStore.Row?,
        _ typed: Typed,
        _ context: SignedInContext
    ) async throws -> Response {
        let member = try await web.member(context)
        var contacts = try await web.world.database.transaction(as: context.session.acting) { connection in
            try await MemberStore.colleagues(of: member.id, on: connection)
        }
        if let id = row?.contactID, let name = row?.contactName, !contacts.contains(where: { $0.id == id }) {
            contacts.append((id, name))
        }
        let isPublic = row?.state == .published
        let url = row.map { "/goede-praktijken/\($0.slug)" }
        let links = Self.linkFields.enumerated().flatMap { index, name in
            [
                typed.text("\(name)_titel", "Link \(index + 1): naam", isRequired: false),
                typed.text(name, "Link \(index + 1): adres", isRequired: false),
            ]
        }
        let page = NetworkFormPage(
            header: PageHeader(
                title: row == nil ? "Schrijf een goede praktijk" : "Wijzig de goede praktijk",
                lead: "Een paar zinnen per vraag is genoeg. In tien minuten ben je klaar.",
                back: PageLink(row?.name ?? "Alle goede praktijken", url ?? "/goede-praktijken"),
                errors: typed.links
            ),
            text: isPublic
                ? "Deze tekst is openbaar. Wat je bewaart, ziet iedereen meteen. Een ander lid leest de wijziging mee. "
                    + "Tot dan staat erbij dat nog niemand die heeft nagelezen."
                : "Een ander lid leest mee. Daarna ziet iedereen je tekst.",
            form: NetworkForm(
                action: url.map { "\($0)/wijzigen" } ?? "/goede-praktijken/nieuw",
                submissionID: web.newSubmission,
                hidden: row.map { [HiddenField(name: "versie", value: "\($0.version)")] } ?? [],
                fields: [
                    typed.text(
                        "naam",
                        "Hoe heet het?",
                        "Bijvoorbeeld: één begeleider voor vier praktijken",
                        width: .full
                    ),
                    typed.area("probleem", "Welk probleem lost het op?"),
                    typed.area("aanpak", "Wat deed je?"),
                    typed.area("nodig", "Wat kostte het?", "Tijd, geld en mensen", isRequired: false),
                    typed.area("resultaat", "Wat kwam eruit?", "Noem aantallen als je ze hebt"),
                    typed.area(
                        "niet_gelukt",
                        "Wat lukte niet?",
                        "Daar leert een ander het meest van",
                        isRequired: false
                    ),
                    typed.choices("knelpunt", "Welk knelpunt?", .checkbox, web.bottleneckOptions),
                    typed.choices("regio", "In welke regio?", .checkbox, web.regionOptions),
                    typed.select(
                        "contact",
                        "Wie is contactpersoon?",
                        contacts.map { Option(value: "\($0.id)", label: $0.name) },
                        "Deze persoon bevestigt elk jaar dat de tekst nog klopt.",
                        emptyLabel: nil
                    ),
                ] + links,
                button: isPublic ? "Bewaar de tekst" : "Stuur in voor een tweede lezer",
                other: isPublic ? nil : .init("Bewaar als concept", name: "stap", value: "concept")
            )
        )
        return try web.page(page, context, status: typed.status, notice: typed.notice)
    }

    /// A practice of which this person is the author or the contact.
    private func own(
        _ context: SignedInContext
    ) async throws -> (GoodPracticeStore.Row, [GoodPracticeStore.Link]) {
        let (member, slug) = (try await web.member(context), try context.slug)
        let worksForFund = web.person(context).worksForFund
        return try await web.world.database.transaction(as: context.session.acting) { connection in
            guard let row = try await GoodPracticeStore.find(slug: slug, on: connection),
                [row.authorID, row.contactID].contains(member.id) || (worksForFund && row.hasNobody),
                row.state != .retired
            else { throw NotFound() }
            return (row, try await GoodPracticeStore.links(of: row.id, on: connection))
        }
    }
}
