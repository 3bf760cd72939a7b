import Actions
import Domain
import Foundation
import PageKit
import Site
import Store

/// The buttons on a proposal's page, the one that matters now first.
struct ProposalActions: Sendable {
    let web: WebServices
    let row: ProposalRow

    func forms(errors: [FieldError]) -> [ActionForm] {
        if row.state == .agreed, row.caseState == .placed {
            return [
                form(
                    "weggevallen",
                    "Is de plek weggevallen? Dan zoekt de kandidaat meteen weer, met voorrang.",
                    "Meld dat de plek wegviel",
                    isSecondary: true,
                    select: select("plek_reden", "place_lost", errors)
                )
            ]
        }
        guard row.isLive, row.caseState != .started, row.caseState != .completed else { return [] }
        var forms: [ActionForm] = []
        if row.state == .agreed {
            forms.append(
                form("plaatsen", "Alle toestemmingen zijn binnen? Dan leg je de plaatsing vast.", "Plaats de kandidaat")
            )
        }
        if row.introductionYesAt == nil, !row.isOwnPlace {
            forms.append(
                form(
                    "kennismaken",
                    "Vindt de kandidaat het goed dat deze praktijk naam en telefoonnummer ziet? De praktijk ziet die dan "
                        + "bij haar link, voor het klikgesprek.",
                    "Noteer: de praktijk mag weten wie het is",
                    isSecondary: row.state == .open
                )
            )
        }
        if row.candidateYesAt == nil {
            forms.append(
                form("kandidaat", "Zegt de kandidaat ja tegen deze praktijk?", "Noteer het ja van de kandidaat")
            )
        }
        if row.needsSchool, row.schoolYesAt == nil {
            forms.append(form("school", "Zegt de school ja?", "Noteer het ja van de school", isSecondary: true))
            forms.append(
                form(
                    "school-nee",
                    "Zegt de school nee? De plek blijft nog tien werkdagen bezet.",
                    "Noteer het nee van de school",
                    isSecondary: true,
                    select: select("school_reden", "school_no", errors)
                )
            )
        }
        forms.append(
            form(
                "kandidaat-nee",
                "Wil de kandidaat niet? Dan komt de plek vrij.",
                "Noteer het nee van de kandidaat",
                isSecondary: true,
                select: select("kandidaat_reden", "candidate_decline", errors)
            )
        )
        forms.append(
            form(
                "intrekken",
                "Trek je het voorstel in, dan komt de plek meteen vrij. Bel de praktijk wel even.",
                "Trek het voorstel in",
                isSecondary: true
            )
        )
        return forms
    }

    private func form(
        _ path: String,
        _ explanation: String,
        _ button: String,
        isSecondary: Bool = false,
        select: SelectField? = nil
    ) -> ActionForm {
        ActionForm(
            action: "/voorstellen/\(row.reference)/\(path)",
            explanation: explanation,
            button: button,
            isSecondary: isSecondary,
            version: row.version,
            submissionID: web.world.newUUID().uuidString,
            select: select
        )
    }

    private func select(_ name: String, _ kind: String, _ errors: [FieldError]) -> SelectField {
        SelectField(
            name: name,
            label: "Reden",
            options: CaseWords.options(web.reference.reasons[kind]),
            error: errors.first { $0.field == name }?.message
        )
    }
}
