import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Site

/// `/medewerkers/{id}/gegevens` for whoever administers the organisation, `/account/gegevens` for the person self.
struct StaffDetailsController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>) {
        staff.get("/medewerkers/{id}/gegevens", use: ask)
        staff.post("/medewerkers/{id}/gegevens", use: correct)
        staff.get("/account/gegevens", use: askOwn)
        staff.post("/account/gegevens", use: correctOwn)
    }

    private var action: CorrectStaffDetails { CorrectStaffDetails(world: web.world) }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try staffMemberID(context)
        return try web.page(
            page(try await action.current(of: id, by: context.administrator), of: id, entered: .empty, errors: []),
            context
        )
    }

    @Sendable private func correct(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try staffMemberID(context)
        let administrator = try context.administrator
        let current = try await action.current(of: id, by: administrator)
        do {
            var form = Form(context.formData)
            let name = form.text("naam", label: "Naam", maxLength: 100)
            let mail = form.email("mail", label: "E-mailadres van het werk")
            let phone = form.phone("telefoon", label: "Telefoon")
            guard form.isValid, let mail, let phone else { throw form.rejected }
            try await action(
                .init(name: name, phone: phone.description, mail: mail),
                of: id,
                instead: before(context.formData, current),
                by: administrator
            )
            return web.seeOther("/medewerkers/\(id)", notice: .saved)
        } catch let error as Rejected {
            return try web.page(
                page(current, of: id, entered: context.formData, errors: error.fields),
                context,
                status: .badRequest
            )
        }
    }

    @Sendable private func askOwn(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let current = try await action.ownCurrent(of: context.session.staffMemberID)
        return try web.page(page(current, of: nil, entered: .empty, errors: []), context)
    }

    @Sendable private func correctOwn(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = context.session.staffMemberID
        let current = try await action.ownCurrent(of: id)
        do {
            var form = Form(context.formData)
            let name = form.text("naam", label: "Naam", maxLength: 100)
            let phone = form.phone("telefoon", label: "Telefoon")
            guard form.isValid, let phone else { throw form.rejected }
            try await action.own(
                .init(name: name, phone: phone.description),
                of: id,
                instead: before(context.formData, current)
            )
            return web.seeOther("/account", notice: .saved)
        } catch let error as Rejected {
            return try web.page(
                page(current, of: nil, entered: context.formData, errors: error.fields),
                context,
                status: .badRequest
            )
        }
    }

    /// What stood there when the page was opened, so that a change of someone else in between is not lost.
    private func before(_ form: FormData, _ current: CorrectStaffDetails.Details) -> CorrectStaffDetails.Details {
        .init(
            name: form["was_naam"] ?? current.name,
            phone: form["was_telefoon"] ?? current.phone,
            mail: current.mail.map { form["was_mail"].flatMap { EmailAddress($0) } ?? $0 }
        )
    }

    private func staffMemberID(_ context: SignedInContext) throws -> StaffMember.ID {
        guard let id = context.parameters.get("id").flatMap({ StaffMember.ID($0) }) else { throw NotFound() }
        return id
    }

    /// - Parameter id: the person whom an administrator corrects; nil for the person self.
    private func page(
        _ current: CorrectStaffDetails.Details,
        of id: StaffMember.ID?,
        entered: FormData,
        errors: [FieldError]
    ) -> AccountFormPage {
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        var fields = [
            TextField(
                name: "naam",
                label: "Naam",
                value: entered["naam"] ?? current.name,
                error: error("naam"),
                autocomplete: id == nil ? "name" : nil
            ),
            TextField(
                name: "telefoon",
                label: "Telefoon",
                value: entered["telefoon"] ?? current.phone,
                error: error("telefoon"),
                kind: .tel,
                autocomplete: id == nil ? "tel" : nil
            ),
        ]
        var hidden = [
            HiddenField(name: "was_naam", value: entered["was_naam"] ?? current.name),
            HiddenField(name: "was_telefoon", value: entered["was_telefoon"] ?? current.phone),
        ]
        if let mail = current.mail {
            fields.append(
                TextField(
                    name: "mail",
                    label: "E-mailadres van het werk",
                    value: entered["mail"] ?? mail.rawValue,
                    description: "Hiermee logt deze persoon in. Links die al gemaild zijn, werken dan niet meer.",
                    error: error("mail"),
                    kind: .email
                )
            )
            hidden.append(HiddenField(name: "was_mail", value: entered["was_mail"] ?? mail.rawValue))
        }
        return AccountFormPage(
            header: PageHeader(
                title: id == nil ? "Je naam en telefoon" : "Gegevens van \(current.name)",
                lead: id == nil
                    ? "Collega's, praktijken en kandidaten zien deze naam en dit nummer. Je e-mailadres wijzigt je beheerder."
                    : "Collega's, praktijken en kandidaten zien deze naam en dit nummer.",
                back: id.map { PageLink("Terug naar \(current.name)", "/medewerkers/\($0)") }
                    ?? PageLink("Terug naar je account", "/account"),
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            action: id.map { "/medewerkers/\($0)/gegevens" } ?? "/account/gegevens",
            fields: fields,
            hidden: hidden,
            button: "Bewaar de gegevens"
        )
    }
}
