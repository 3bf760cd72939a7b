import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site
import Store

extension ApplicationStore.Row {
    /// - Parameter path: where the reader sees this application.
    /// - Throws: `Conflict` with this sentence when it is in none of these states.
    func require(_ states: ApplicationState..., else sentence: String, seenAt path: String) throws {
        guard states.contains(state) else {
            throw Conflict(
                code: "application_state",
                message: "\(sentence) De aanvraag is nu: \(state.dutchName).",
                next: .init("Bekijk de aanvraag", path)
            )
        }
    }
}

extension WebServices {
    /// The application in the address, as its leader reads it.
    func leadersFile(_ context: SignedInContext) async throws -> ApplicationFile {
        try await ApplicationFile.read(context.pathReference(), as: context.projectLeader.acting, web: self)
    }

    /// The application in the address, as the fund reads it.
    func fundsFile(_ context: SignedInContext) async throws -> ApplicationFile {
        try await ApplicationFile.read(context.pathReference(), as: context.fundMember.acting, web: self)
    }

    /// A leader's form about this application, with its version.
    func leadersForm(
        _ context: SignedInContext,
        _ row: ApplicationStore.Row,
        _ entered: SchemeEntered,
        title: String,
        lead: String? = nil,
        paragraphs: [String] = [],
        notices: [Notice] = [],
        action: String,
        groups: [FormGroup],
        button: String
    ) throws -> Response {
        try page(
            ApplicationFormPage(
                header: PageHeader(
                    title: title,
                    lead: lead,
                    back: PageLink("Terug naar de aanvraag", row.path),
                    errors: entered.errors
                ),
                notices: entered.notices + row.partnerNotices + notices,
                paragraphs: paragraphs,
                action: "\(row.path)/\(action)",
                submissionID: freshID,
                hidden: [HiddenField(name: "versie", value: "\(row.version)")],
                groups: groups,
                buttons: [FormButton(button)]
            ),
            context,
            status: entered.status
        )
    }
}

extension PageHeader {
    /// Above a form of the fund about this application.
    static func fund(_ title: String, _ lead: String?, _ row: ApplicationStore.Row, _ entered: SchemeEntered)
        -> PageHeader
    {
        PageHeader(
            title: title,
            lead: lead,
            back: PageLink("Terug naar de aanvraag", row.fundPath),
            tags: row.tags,
            errors: entered.errors
        )
    }
}
