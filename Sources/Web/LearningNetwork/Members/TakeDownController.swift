import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// `/leernetwerk/weghalen`: the author takes back what they wrote, the fund holds it back and releases it.
struct TakeDownController: Sendable {
    let web: WebServices

    func addRoutes(members: RouterGroup<SignedInContext>) {
        members.get("/leernetwerk/weghalen/{soort}/{id}", use: ask)
        members.post("/leernetwerk/weghalen/{soort}/{id}", use: take)
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, Typed())
    }

    @Sendable private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (kind, id) = try subject(context)
        let person = web.person(context)
        let isRelease = context.formData["stap"] == "terugzetten"
        let notice: NoticeCode = !person.worksForFund ? .removed : isRelease ? .textReleased : .textHeld
        do {
            return try await web.asMember(notice) {
                var form = Form(context.formData)
                let reason =
                    person.worksForFund && !isRelease
                    ? form.text("reden", label: "De reden", maxLength: 1_000) : ""
                let submission = form.submissionID()
                try form.finish()
                let action = TakeDown(world: web.world)
                if !person.worksForFund {
                    return try await action.takeBack(kind, id, by: person, submission: submission)
                }
                return isRelease
                    ? try await action.release(kind, id, by: person, submission: submission)
                    : try await action.hold(kind, id, reason: reason, by: person, submission: submission)
            }
        } catch let error as Rejected {
            return try await page(context, Typed(context.formData, errors: error.fields))
        }
    }

    private func subject(_ context: SignedInContext) throws -> (TakeDownStore.Kind, UUID) {
        guard let kind = context.parameters.get("soort").flatMap(TakeDownStore.Kind.init(segment:)),
            let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) })
        else { throw NotFound() }
        return (kind, id)
    }

    private func page(_ context: SignedInContext, _ typed: Typed) async throws -> Response {
        let (kind, id) = try subject(context)
        let worksForFund = web.person(context).worksForFund
        let (row, isOwn) = try await web.world.database.transaction(as: context.session.acting) { connection in
            let row = try await TakeDownStore.find(kind, id, on: connection)
            let member = try await MemberStore.own(context.session.staffMemberID, on: connection)
            return (row, member.map { $0.leftAt == nil && row?.authorID == $0.id } ?? false)
        }
        guard let row, worksForFund || (isOwn && kind != .goodPractice) else { throw NotFound() }
        let page =
            worksForFund
            ? fundPage(kind, id, row, typed)
            : NetworkFormPage(
                header: header("Haal \(kind.dutchName) weg", kind, row, typed),
                text: row.hasAnswers
                    ? "Anderen gaven al antwoord. Daarom kun je deze vraag niet meer zelf weghalen. Sluit de vraag, "
                        + "of vraag het fonds hem weg te halen."
                    : "Dit staat er dan niet meer, ook niet voor jou. Je kunt dit niet terugdraaien.",
                form: row.hasAnswers ? nil : form(kind, id, step: "weg", button: "Haal dit voorgoed weg")
            )
        return try web.page(page, context, status: typed.status)
    }

    private func fundPage(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        _ row: TakeDownStore.Row,
        _ typed: Typed
    ) -> NetworkFormPage {
        if let reason = row.heldReason {
            return NetworkFormPage(
                header: header("Zet \(kind.dutchName) terug", kind, row, typed),
                text: "Alleen de schrijver en het fonds zien dit nu. De reden was: \(reason)\n"
                    + "Zet je het terug, dan kan iedereen het weer lezen.",
                form: form(kind, id, step: "terugzetten", button: "Zet dit terug")
            )
        }
        return NetworkFormPage(
            header: header("Haal \(kind.dutchName) weg", kind, row, typed),
            text: "Alleen de schrijver en het fonds zien dit daarna nog. De schrijver krijgt een mail met je reden. "
                + "Je kunt het later terugzetten.",
            form: form(
                kind,
                id,
                step: "weg",
                fields: [typed.area("reden", "Waarom haal je dit weg?", "De schrijver leest dit.")],
                button: "Haal dit weg"
            )
        )
    }

    private func header(_ title: String, _ kind: TakeDownStore.Kind, _ row: TakeDownStore.Row, _ typed: Typed)
        -> PageHeader
    {
        PageHeader(
            title: title,
            lead: row.words.opening(160),
            back: PageLink("Terug", row.path),
            errors: typed.links
        )
    }

    private func form(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        step: String,
        fields: [NetworkField] = [],
        button: String
    ) -> NetworkForm {
        NetworkForm(
            action: TakeDownWords.path(kind, id),
            submissionID: web.newSubmission,
            hidden: [HiddenField(name: "stap", value: step)],
            fields: fields,
            button: button
        )
    }
}

/// How taking away is said, beside what is taken away.
enum TakeDownWords {
    static let tag = Tag("weggehaald", .overdue)

    static func path(_ kind: TakeDownStore.Kind, _ id: UUID) -> String {
        "/leernetwerk/weghalen/\(kind.segment)/\(id.uuidString.lowercased())"
    }

    /// For the author and the fund, who alone see what is held back.
    static func notice(_ reason: String) -> Notice {
        Notice(
            .warning,
            title: "Weggehaald door het fonds",
            text: "Alleen de schrijver en het fonds zien dit nog. De reden: \(reason)"
        )
    }

    /// Why it is held back, as the first line under it.
    static func line(_ reason: String?) -> String {
        reason.map { "Weggehaald door het fonds. De reden: \($0)\n" } ?? ""
    }

    /// Nil for whoever may not.
    static func link(
        _ kind: TakeDownStore.Kind,
        _ id: UUID,
        isHeld: Bool,
        isOwn: Bool,
        worksForFund: Bool
    ) -> PageLink? {
        if worksForFund { return PageLink(isHeld ? "Zet terug" : "Haal weg", path(kind, id)) }
        return isOwn ? PageLink("Haal \(kind.dutchName) weg", path(kind, id)) : nil
    }

    /// For the fund, beside a public practice.
    static func section(_ row: GoodPracticeStore.Row, isHeld: Bool, worksForFund: Bool) -> [NetworkSection] {
        guard row.state == .published,
            let link = link(
                .goodPractice,
                row.id.rawValue,
                isHeld: isHeld,
                isOwn: false,
                worksForFund: worksForFund
            )
        else { return [] }
        return [NetworkSection(id: "weghalen", title: "Moet dit weg?", links: [link])]
    }
}

extension TakeDownStore.Kind {
    init?(segment: String) {
        guard let kind = Self.allCases.first(where: { $0.segment == segment }) else { return nil }
        self = kind
    }

    /// As addresses say it.
    var segment: String {
        switch self {
        case .question: "vraag"
        case .answer: "antwoord"
        case .copy: "overname"
        case .goodPractice: "praktijk"
        }
    }

    var dutchName: String {
        switch self {
        case .question: "deze vraag"
        case .answer: "dit antwoord"
        case .copy: "deze overname"
        case .goodPractice: "deze goede praktijk"
        }
    }
}
