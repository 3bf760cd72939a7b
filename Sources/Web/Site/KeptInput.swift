import Actions
import Domain
package import Foundation
package import HTTPBase
package import Hummingbird
package import PageKit
import Store

/// What stands in a form: what is stored, or what was typed and could not be kept.
package struct SchemeEntered: Sendable {
    package var entries: FormEntries?
    package var status: HTTPResponse.Status = .ok

    package init(
        entries: FormEntries? = nil,
        status: HTTPResponse.Status = .ok,
        isStale: Bool = false
    ) {
        self.entries = entries
        self.status = status
        self.isStale = isStale
    }
    /// Someone changed it after the page was opened.
    package var isStale = false

    /// A form that is opened.
    package static let fresh = SchemeEntered()

    /// The typed values, or else these.
    package func entries(or stored: @autoclosure () -> [String: [String]]) -> FormEntries {
        entries ?? FormEntries(values: stored())
    }

    package var errors: [ErrorLink] { entries?.errorLinks ?? [] }

    package var notices: [Notice] {
        isStale
            ? [
                Notice(
                    .warning,
                    title: "Intussen gewijzigd",
                    text: "Iemand anders heeft dit intussen gewijzigd. Wat jij invulde, staat hieronder nog. "
                        + "Kijk of het zo klopt en verstuur het opnieuw."
                )
            ] : []
    }
}

extension WebServices {
    /// Runs what a form asks for; shows the form again, with what was typed, when it cannot be done.
    package func keepingInput(
        _ context: SignedInContext,
        _ body: (inout Form) async throws -> Response,
        again: (SchemeEntered) async throws -> Response
    ) async throws -> Response {
        do {
            var form = Form(context.formData)
            return try await body(&form)
        } catch let error as Rejected {
            return try await again(
                SchemeEntered(
                    entries: FormEntries(values: context.formData.values, errors: error.fields),
                    status: .badRequest
                )
            )
        } catch let error as Conflict where error.code == "stale_page" {
            return try await again(
                SchemeEntered(
                    entries: FormEntries(values: context.formData.values),
                    status: .conflict,
                    isStale: true
                )
            )
        }
    }

    package var freshID: String { world.newUUID().uuidString.lowercased() }

    package func day(_ moment: Date) -> String { world.time.today(at: moment).dutchShort(seenOn: world.today) }
}
