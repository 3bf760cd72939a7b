import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import QRCode
import Site

extension WebServices {
    /// When it can be tried again, the same for an account that exists and one that does not.
    func wait(_ error: TooManyGuesses) -> Notice {
        Notice(
            .warning,
            title: "Even wachten",
            text: "Er is te vaak geprobeerd. Je kunt het om \(world.time.clock(error.until + 60)) uur weer proberen."
        )
    }

    /// The page with status 429 and the seconds to wait.
    func tooMany(_ error: TooManyGuesses, _ page: some Page, _ context: some PageContext) throws -> Response {
        var response = try self.page(page, context, status: .tooManyRequests)
        let seconds = max(1, Int(error.until.timeIntervalSince(world.now()).rounded(.up)))
        response.headers[.retryAfter] = String(seconds)
        return response
    }
}

extension AccountFormPage {
    static func signIn(
        mail: String,
        returnPath: String?,
        providers: [PageLink],
        error: String? = nil,
        warning: Notice? = nil
    ) -> AccountFormPage {
        AccountFormPage(
            header: PageHeader(
                title: "Aanmelden",
                lead: "Voor medewerkers van een organisatie.",
                errors: error.map { [ErrorLink(fieldID: "mail", text: $0)] } ?? []
            ),
            warning: warning,
            action: SignInController.path,
            fields: [
                TextField(
                    name: "mail",
                    label: "E-mailadres van je werk",
                    value: mail,
                    error: error,
                    kind: .email,
                    autocomplete: "username"
                ),
                TextField(name: "wachtwoord", label: "Wachtwoord", kind: .password, autocomplete: "current-password"),
            ],
            hidden: returnPath.map { [HiddenField(name: "terug", value: $0)] } ?? [],
            button: "Ga verder",
            links: providers + [
                PageLink("Ik ben mijn wachtwoord vergeten", "/wachtwoord-vergeten"),
                PageLink("Ik ben kandidaat en wil inloggen", "/mijn/aanmelden"),
            ]
        )
    }

    static func code(
        returnPath: String?,
        error: String? = nil,
        warning: Notice? = nil
    ) -> AccountFormPage {
        AccountFormPage(
            header: PageHeader(
                title: "Vul de code in",
                lead: "Open de app met codes op je telefoon.",
                errors: error.map { [ErrorLink(fieldID: "code", text: $0)] } ?? []
            ),
            warning: warning,
            action: "/aanmelden/code",
            fields: [
                TextField(
                    name: "code",
                    label: "Code uit de app, of een herstelcode",
                    description: "Zes cijfers. Een herstelcode heeft tien letters en cijfers en werkt één keer.",
                    error: error,
                    autocomplete: "one-time-code",
                    width: .medium
                )
            ],
            hidden: returnPath.map { [HiddenField(name: "terug", value: $0)] } ?? [],
            button: "Meld je aan",
            links: [PageLink("Begin opnieuw", "/aanmelden")]
        )
    }
}

extension SecondFactorPage {
    init(
        _ offer: SetUpSecondFactor.Offer,
        action: String,
        returnPath: String? = nil,
        asksPassword: Bool = false,
        errors: [FieldError] = []
    ) throws {
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        var fields = [
            TextField(
                name: "code",
                label: "Code uit de app",
                description: "Zes cijfers.",
                error: error("code"),
                autocomplete: "one-time-code",
                width: .short
            )
        ]
        if asksPassword {
            fields.append(
                TextField(
                    name: "wachtwoord",
                    label: "Je wachtwoord",
                    error: error("wachtwoord"),
                    kind: .password,
                    autocomplete: "current-password"
                )
            )
        }
        self.init(
            header: PageHeader(
                title: "Stel de tweede stap in",
                lead:
                    "Naast je wachtwoord heb je een code van je telefoon nodig. Zo komt niemand anders in de gegevens.",
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            figure: QRFigure(
                id: "qr",
                title: "QR-code voor je app",
                description: "In deze QR-code zit de sleutel voor je app. Dezelfde sleutel staat eronder als tekst.",
                rows: try QRSquare(offer.uri).rows
            ),
            secretText: offer.secretText,
            action: action,
            hidden: [HiddenField(name: "sleutel", value: offer.sealed)]
                + (returnPath.map { [HiddenField(name: "terug", value: $0)] } ?? []),
            fields: fields
        )
    }
}

extension RecoveryCodesPage {
    init(_ codes: [String], next: String) {
        self.init(
            header: PageHeader(title: "Bewaar deze herstelcodes"),
            codes: codes,
            next: PageLink("Ik heb ze bewaard. Ga verder", next)
        )
    }
}
