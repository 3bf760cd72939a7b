import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// Something that the members of a region keep together on a public page of that region.
struct RegionShelf: Sendable {
    let web: WebServices
    /// The last part of its address under the region.
    let segment: String

    func region(_ context: some RequestContext) throws -> ReferenceStore.Region {
        guard let region = context.parameters.get("naam").flatMap({ web.reference.region(slug: $0) }) else {
            throw NotFound()
        }
        return region
    }

    func url(_ region: ReferenceStore.Region) -> String { "/regios/\(region.slug)/\(segment)" }

    /// Whether who looks keeps this region.
    func keeps(_ region: RegionCode, _ context: VisitorContext, on connection: Connection) async throws -> Bool {
        guard let session = context.session,
            let member = try await MemberStore.own(session.staffMemberID, on: connection), member.leftAt == nil
        else { return false }
        return member.regions.contains(region)
    }

    func crumbs(_ region: ReferenceStore.Region) -> [PageLink] {
        [PageLink("Regio's", "/regios"), PageLink(region.name, "/regios/\(region.slug)")]
    }

    func confirmed(_ day: CalendarDate) -> String { "Bevestigd op \(day.dutchShort(seenOn: web.world.today))" }

    func old(_ day: CalendarDate) -> [Tag] {
        day < web.world.today.adding(months: -12) ? [Tag("lang niet bevestigd", .waiting)] : []
    }

    func phoneWords(_ phone: String) -> String? {
        phone.isEmpty ? nil : "Telefoon \(PhoneNumber(phone)?.description ?? phone)"
    }

    func aside(
        _ region: ReferenceStore.Region,
        _ other: String,
        _ label: String,
        mayChange: Bool
    ) -> NetworkSection {
        NetworkSection(
            id: "bijhouden",
            title: "Wie houdt dit bij?",
            text: mayChange
                ? "Jij en de andere leden die in \(region.name) werken."
                : "De leden van het leernetwerk die in \(region.name) werken.",
            links: [
                PageLink(label, "/regios/\(region.slug)/\(other)"),
                PageLink("Leden in \(region.name)", "/leernetwerk/leden?regio=\(region.code)"),
                PageLink("Terug naar \(region.name)", "/regios/\(region.slug)"),
            ]
        )
    }

    func thing(_ context: SignedInContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw NotFound() }
        return id
    }

    func remove(_ action: String) -> NetworkSection {
        NetworkSection(
            id: "weg",
            title: "Niet meer nodig?",
            form: NetworkForm(
                action: action,
                submissionID: web.newSubmission,
                button: "Haal dit weg",
                isSecondary: true
            )
        )
    }

    /// A form for whoever keeps this region; others read how to become so.
    func keeperPage(
        _ context: SignedInContext,
        _ region: ReferenceStore.Region,
        _ typed: Typed,
        _ page: () -> NetworkFormPage
    ) async throws -> Response {
        try await web.forMembers(context) {
            let member = try await web.member(context)
            guard member.regions.contains(region.code) else {
                return try web.page(
                    NetworkFormPage(
                        header: PageHeader(
                            title: "Dit houden leden uit \(region.name) bij",
                            lead: "Werk je in deze regio? Zet de regio dan bij je lidmaatschap.",
                            back: PageLink(region.name, "/regios/\(region.slug)"),
                            action: PageLink("Mijn lidmaatschap", "/leernetwerk/lidmaatschap")
                        ),
                        form: nil
                    ),
                    context
                )
            }
            return try web.page(page(), context, status: typed.status, notice: typed.notice)
        }
    }

    /// - Parameters:
    ///   - draft: reads what was typed; nil when something is missing.
    ///   - again: the form with what was typed.
    func save<Draft: RegionShelfDraft>(
        _ context: SignedInContext,
        isNew: Bool,
        draft: (inout Form) -> Draft?,
        again: (Typed) async throws -> Response
    ) async throws -> Response {
        let region = try region(context)
        return try await web.asMember(.saved, context) {
            var form = Form(context.formData)
            let draft = draft(&form)
            let version = isNew ? 1 : form.shownVersion()
            let submission = form.submissionID()
            guard form.isValid, let draft, let version else { throw form.rejected }
            return try await KeepToolbox(world: web.world).save(
                draft,
                existing: isNew ? nil : (try thing(context), version),
                in: region.code,
                path: url(region),
                by: web.person(context),
                submission: submission
            )
        } again: { typed in
            _ = try await web.member(context)
            return try await again(typed)
        }
    }

    func remove<Draft: RegionShelfDraft>(_ context: SignedInContext, _ kind: Draft.Type) async throws -> Response {
        let region = try region(context)
        return try await web.asMember(.removed) {
            var form = Form(context.formData)
            let submission = form.submissionID()
            try form.finish()
            return try await KeepToolbox(world: web.world).remove(
                kind,
                thing(context),
                in: region.code,
                path: url(region),
                by: web.person(context),
                submission: submission
            )
        }
    }
}
