import Actions
import Domain
import HTTPBase
import HTTPTypes
import Hummingbird
import PageKit
import Site

/// `/antwoord/{token}`: a practice answers without an account. Looking changes nothing; only the button does.
struct PracticeAnswerController: Sendable {
    let web: WebServices

    func addRoutes(visitors: RouterGroup<VisitorContext>) {
        visitors.get("/antwoord/{token}", use: show)
        visitors.post("/antwoord/{token}", use: answer)
    }

    /// The button that shows name and telephone; no answer.
    static let naming = "toon-naam"

    enum Answer: String, Coded {
        case interview = "klikgesprek"
        case notNow = "nu-niet"
        case declined = "nee"
        case callMe = "bel-mij"

        var dutchName: String {
            switch self {
            case .interview: "Ja, plan een klikgesprek"
            case .notNow: "Nu niet, wel vanaf …"
            case .declined: "Nee, omdat …"
            case .callMe: "Bel mij"
            }
        }
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let token = try context.linkToken()
        let seen = try await AnswerByLink(world: web.world).look(token)
        return try page(seen, token, context)
    }

    @Sendable private func answer(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let token = try context.linkToken()
        let action = AnswerByLink(world: web.world)
        if context.formData["antwoord"] == Self.naming {
            return try page(try await action.look(token, naming: true), token, context)
        }
        do {
            var form = Form(context.formData)
            let kind = form.choice("antwoord", Answer.self, label: "Antwoord")
            var word: AnswerByLink.Word?
            if let kind { word = read(kind, &form) }
            let note = form.optionalText("notitie", label: "Opmerking", maxLength: 500) ?? ""
            let version = form.version()
            guard form.isValid, let word else { throw form.rejected }
            try await action(word, by: token, version: version, note: note)
        } catch let error as Rejected {
            return try page(try await action.look(token), token, context, errors: error.fields)
        } catch is Conflict {
            // Answered already, taken back or too late: the page says which.
        }
        return .seeOther("/antwoord/\(token.text)").neverKept
    }

    private func read(_ kind: Answer, _ form: inout Form) -> AnswerByLink.Word? {
        switch kind {
        case .interview:
            form.date("klikgesprek", label: "Dag van het klikgesprek").map { .answer(.interview(on: $0)) }
        case .notNow: form.date("vanaf", label: "Wel vanaf").map { .answer(.notNow(from: $0)) }
        case .declined:
            form.choice("reden", PracticeDeclineReason.self, label: "Waarom niet").map { .answer(.declined($0)) }
        case .callMe: .callMe
        }
    }

    private func page(
        _ seen: AnswerByLink.Seen,
        _ token: LinkToken,
        _ context: VisitorContext,
        errors: [FieldError] = []
    ) throws -> Response {
        let view = PracticeAnswerView(web: web, seen: seen, path: "/antwoord/\(token.text)")
        let status: HTTPResponse.Status = seen.isExpired ? .gone : errors.isEmpty ? .ok : .badRequest
        return try web.page(view.page(entered: context.formData, errors: errors), context, status: status).neverKept
    }
}

extension VisitorContext {
    /// The secret of a mailed link; anything that cannot be one is not found.
    func linkToken() throws -> LinkToken {
        guard let token = parameters.get("token").flatMap({ LinkToken($0) }) else { throw NotFound() }
        return token
    }
}

extension Response {
    /// Behind a secret address: not in a cache, not in a search engine.
    var neverKept: Response {
        var response = self
        response.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("X-Robots-Tag") { response.headers[name] = "noindex, nofollow" }
        return response
    }
}
