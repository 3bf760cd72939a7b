import Accounts
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site

/// `/bewaard`: back to a form that was sent too late.
struct KeptFormController: Sendable {
    let web: WebServices

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/bewaard", use: newest)
        visitors.get("/bewaard/{id}", use: goOn)
    }

    private var store: DatabaseKeptForms { DatabaseKeptForms(world: web.world) }

    /// The last form of this browser and person; who has none begins where one begins.
    @Sendable private func newest(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let browser = request.keptFormsBrowser,
            let kept = try await store.forms(in: browser.hash).first(where: { $0.isFor(context) })
        else { return .seeOther(beginning(context)) }
        return .seeOther(KeptForms.firstPage(of: kept) ?? KeptForm.path(kept.id))
    }

    @Sendable private func goOn(_ request: Request, _ context: VisitorContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }),
            let browser = request.keptFormsBrowser, let kept = try await store.find(id, in: browser.hash)
        else { return try gone(context) }
        try context.requireOwner(of: kept)
        guard kept.isFor(context) else { return try ofSomeoneElse(context) }
        guard let page = KeptForms.firstPage(of: kept) else { return try web.keptForms.page(of: kept, context) }
        return .seeOther(page)
    }

    private func beginning(_ context: VisitorContext) -> String {
        switch context.signedIn {
        case .staff(let session): session.startPath
        case .candidate: "/mijn"
        case nil: "/"
        }
    }

    private func gone(_ context: VisitorContext) throws -> Response {
        try web.page(
            TextPage(
                title: "Je tekst is er niet meer",
                lead: "We bewaren tekst een uur, in de browser waarmee je hem verstuurde. Misschien heb je hem daarna "
                    + "al opgeslagen.",
                sections: [
                    TextPage.Section(
                        "nu",
                        "Wat je nu kunt doen",
                        [
                            "Ga naar de pagina waar je bezig was en kijk wat er staat. Ontbreekt er iets? Vul het opnieuw in."
                        ]
                    )
                ]
            ),
            context,
            status: .notFound
        )
    }

    private func ofSomeoneElse(_ context: VisitorContext) throws -> Response {
        try web.page(
            TextPage(
                title: "Deze tekst is van iemand anders",
                lead: "Je bent nu ingelogd als een ander dan wie de tekst typte. Daarom laten we hem niet zien.",
                sections: [
                    TextPage.Section(
                        "nu",
                        "Wat je nu kunt doen",
                        [
                            "Is de tekst van jou? Log dan uit, en log in als wie je was. Ga daarna terug naar deze pagina. "
                                + "Een uur na het versturen is de tekst weg."
                        ]
                    )
                ]
            ),
            context,
            status: .forbidden
        )
    }
}
