import Actions
import Domain
package import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Site

/// A mail of the demo.
package struct DemoMail: Sendable {
    let id: String
    let writtenAt: Date
    let to: String
    let subject: String
    let text: String

    package init(id: String, writtenAt: Date, to: String, subject: String, text: String) {
        self.id = id
        self.writtenAt = writtenAt
        self.to = to
        self.subject = subject
        self.text = text
    }
}

/// `/demo/post`: in the demo, and only there, everyone reads what was mailed, so that one can play practice and candidate.
struct DemoMailController: Sendable {
    let web: WebServices
    let mails: @Sendable () throws -> [DemoMail]

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/demo/post", use: index)
        visitors.get("/demo/post/{bericht}", use: show)
    }

    @Sendable private func index(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let rows = try mails().map { mail in
            DemoMailListPage.Row(
                subject: mail.subject,
                url: "/demo/post/\(mail.id)",
                to: mail.to,
                when: web.world.time.dutchShort(mail.writtenAt)
            )
        }
        return try web.page(DemoMailListPage(rows: rows), context)
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let id = context.parameters.get("bericht")
        guard let mail = try mails().first(where: { $0.id == id }) else { throw NotFound() }
        let lines = mail.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            DemoMailPage.Line(String(line), path: ownPath(in: line))
        }
        return try web.page(
            DemoMailPage(
                subject: mail.subject,
                to: mail.to,
                when: web.world.time.dutchShort(mail.writtenAt),
                lines: lines
            ),
            context
        )
    }

    /// A line that is an address of this service becomes a link, whatever port the demo has today.
    private func ownPath(in line: Substring) -> String? {
        let text = line.trimmingCharacters(in: .whitespaces)
        guard text.hasPrefix(web.world.publicOrigin + "/"), !text.contains(" ") else { return nil }
        return HTTPBase.ownPath(String(text.dropFirst(web.world.publicOrigin.count)))
    }
}
