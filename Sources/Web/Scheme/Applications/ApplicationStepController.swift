import Actions
import Domain
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

/// `/subsidie/aanvragen/{kenmerk}/stap/{nummer}`: the application form, a step at a time; each keeps what was filled in.
struct ApplicationStepController: Sendable {
    let web: WebServices

    func addRoutes(leaders: RouterGroup<SignedInContext>) {
        leaders.get("/subsidie/aanvragen/{kenmerk}/stap/{nummer}", use: show)
        leaders.post("/subsidie/aanvragen/{kenmerk}/stap/{nummer}", use: save)
    }

    /// Where a button of the form leads.
    private enum Direction: String {
        case onward = "verder"
        case stay = "blijf"
        case back = "terug"
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(request, context, .fresh)
    }

    @Sendable private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (reference, step) = (try context.pathReference(), try Self.step(context))
        let file = try await ApplicationFile.read(reference, as: context.projectLeader.acting, web: web)
        return try await web.keepingInput(context) { form in
            let input = ApplicationStepForm(web: web, step: step, row: file.row).read(&form)
            let version = form.version()
            let direction = form.optionalChoice("knop", Direction.self, label: "Knop") ?? .onward
            guard form.isValid else { throw form.rejected }
            let path = try await ApplyForGrant(world: web.world).save(
                reference,
                step: step,
                version: version,
                by: context.projectLeader,
                submission: form.submission(),
                next: Self.next(reference, step, direction),
                rows: input.rows,
                input.change
            )
            return web.seeOther(path, notice: .saved)
        } again: { entered in
            try await page(request, context, entered)
        }
    }

    private static func step(_ context: SignedInContext) throws -> Int {
        guard let step = context.parameters.get("nummer").flatMap({ Int($0) }), (1...5).contains(step) else {
            throw NotFound()
        }
        return step
    }

    private static func next(_ reference: Reference, _ step: Int, _ direction: Direction) -> String {
        let path = "/subsidie/aanvragen/\(reference)"
        switch direction {
        case .onward: return step == 5 ? "\(path)/controle" : "\(path)/stap/\(step + 1)"
        case .stay: return "\(path)/stap/\(step)"
        case .back: return step == 1 ? path : "\(path)/stap/\(step - 1)"
        }
    }

    private func page(
        _ request: Request,
        _ context: SignedInContext,
        _ entered: SchemeEntered
    ) async throws -> Response {
        let step = try Self.step(context)
        let file = try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: web)
        try file.row.requireOpen()
        let form = ApplicationStepForm(web: web, step: step, row: file.row)
        let entries = entered.entries(or: form.values(file.content))
        return try web.page(
            ApplicationFormPage(
                header: PageHeader(
                    title: ApplicationStepForm.titles[step - 1],
                    lead: "Aanvraag “\(file.row.name)”. "
                        + (file.row.state == .draft
                            ? "Je hoeft niet alles in één keer in te vullen."
                            : "Dit is al ingediend: laat niets leeg."),
                    back: PageLink("Terug naar de aanvraag", file.row.path),
                    errors: entered.errors
                ),
                notices: entered.notices,
                tabs: ApplicationStepForm.tabs(file.row, current: step),
                steps: Steps(current: step, of: 5, title: ApplicationStepForm.titles[step - 1]),
                paragraphs: Self.explanation(step, file),
                action: "\(file.row.path)/stap/\(step)",
                submissionID: web.freshID,
                hidden: [HiddenField(name: "versie", value: "\(file.row.version)")],
                groups: form.groups(entries),
                buttons: Self.buttons(step)
            ),
            context,
            status: entered.status,
            notice: web.notice(of: request)
        )
    }

    private static func buttons(_ step: Int) -> [FormButton] {
        let stay =
            switch step {
            case 2: "Bewaar en kies gemeenten"
            case 3, 4: "Bewaar en geef meer regels"
            case 5: "Bewaar en reken uit"
            default: "Bewaar en blijf hier"
            }
        return [
            FormButton(step == 5 ? "Bewaar en ga naar de controle" : "Bewaar en ga verder"),
            FormButton(stay, value: Direction.stay.rawValue, isSecondary: true),
            FormButton("Bewaar en ga terug", value: Direction.back.rawValue, isSecondary: true),
        ]
    }

    private static func explanation(_ step: Int, _ file: ApplicationFile) -> [String] {
        let rules = file.year.rules
        switch step {
        case 3: return ["Schrijf elk doel met een getal, zoals: extra stageplekken, 25, plekken per jaar."]
        case 4:
            return [
                "Noem de organisaties die naast \(file.row.organisationName) meedoen. Nodig: ten minste \(rules.minimumPartners)."
            ]
        case 5:
            let limits =
                "Je vraagt ten hoogste \(rules.sharePercent)% van de kosten, en nooit meer dan \(rules.maximum.text)."
            guard let cost = file.content.cost else {
                return [limits, "Vul de kosten in en kies “Bewaar en reken uit”. Dan zie je hoeveel je kunt vragen."]
            }
            return [
                limits,
                "De kosten zijn samen \(cost.text). \(rules.sharePercent)% daarvan is "
                    + "\(Money(cents: cost.cents * rules.sharePercent / 100).text). "
                    + "Je kunt dus ten hoogste \(rules.most(forCost: cost).text) vragen.",
                "In het budget van \(rules.year) is nog \(max(file.year.left, .zero).text) over.",
            ]
        default: return []
        }
    }
}
