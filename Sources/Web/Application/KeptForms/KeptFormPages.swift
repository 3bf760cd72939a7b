import Foundation
import HTTPBase
import HTTPTypes
import Hummingbird
import PageKit
import Site

/// What people see of forms that came too late.
extension WebServices {
    /// Keeps them, and puts them back.
    var keptForms: KeptForms {
        KeptForms(
            store: DatabaseKeptForms(world: world),
            fill: { html, kept in filled(html, kept) },
            remark: { html, action, id in
                FormFilling(html, action: action).marked(id: id.uuidString.lowercased()) ?? html
            },
            show: { kept, context in try typedText(kept, context) }
        )
    }

    private func filled(_ html: String, _ kept: KeptForm) -> KeptForms.Filled? {
        FormFilling(html, action: kept.form.action, values: kept.form.values)
            .filled(id: kept.id.uuidString.lowercased()) { hasFields in
                renderer.render(hasFields && !kept.form.isEmpty ? .typedIsBack : .nothingDone)
            }
            .map { KeptForms.Filled(html: $0.html) }
    }

    /// What was typed, for when its form stands nowhere any more.
    private func typedText(_ kept: KeptForm, _ context: VisitorContext) throws -> Response {
        let typed = kept.form.fields.filter { field in
            !field.value.isEmpty && field.name != "versie" && UUID(uuidString: field.value) == nil
        }
        var response = try page(
            TextPage(
                title: typed.isEmpty ? "Er is nog niets gedaan" : "Dit had je getypt",
                lead: "Het formulier staat niet meer op de pagina waar je was. Er is niets opgeslagen. "
                    + (typed.isEmpty ? "" : "Kopieer wat je nodig hebt. We bewaren het hoogstens een uur."),
                sections: typed.enumerated().map { number, field in
                    TextPage.Section(
                        "veld-\(number + 1)",
                        field.name,
                        field.value.split(separator: "\n").map(String.init)
                    )
                }
            ),
            context
        )
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension Notice {
    fileprivate static var typedIsBack: Notice {
        Notice(
            .warning,
            title: "Kijk het na en verstuur het opnieuw",
            text: "Je was uitgelogd, of de pagina stond lang open. Wat je had getypt, staat weer in het formulier. "
                + "Er is nog niets opgeslagen. Wachtwoorden, codes en bestanden vul je opnieuw in."
        )
    }

    fileprivate static var nothingDone: Notice {
        Notice(
            .warning,
            title: "Er is nog niets gedaan",
            text: "Je was uitgelogd, of de pagina stond lang open. Druk nog een keer op de knop."
        )
    }
}
