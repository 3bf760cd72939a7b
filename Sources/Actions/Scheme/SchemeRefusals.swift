import Domain
import Foundation
import Postgres
import Store

/// Runs a body and says in Dutch why the database refused, with what can be done.
///
/// - Parameter year: whose rules are quoted.
func explainingScheme<Value>(_ year: SchemeStore.Year?, _ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as DatabaseError {
        if let refusal = schemeRefusal(error.constraint ?? "", year) { throw refusal }
        throw error
    }
}

/// The sentence for a rule of Schema/Migrations/0022_scheme.sql and 0023_projects.sql; nil for another's.
func schemeRefusal(_ constraint: String, _ year: SchemeStore.Year?) -> (any Error)? {
    let rules = year?.rules
    func rule(_ message: String) -> Conflict { Conflict(code: constraint, message: message) }
    switch constraint {
    case "applications_scheme_open":
        let period = rules.map { " Hij is open van \($0.opensOn.dutchLong) tot en met \($0.closesOn.dutchLong)." } ?? ""
        return rule("De regeling is vandaag niet open.\(period) Je aanvraag blijft als concept bewaard.")
    case "applications_over_maximum":
        return rule(
            "Een project krijgt ten hoogste \(rules?.maximum.text ?? "het maximum van het jaar"). Vraag een lager bedrag."
        )
    case "applications_over_share":
        return rule(
            "De subsidie is ten hoogste \(rules.map { "\($0.sharePercent)%" } ?? "een deel") van de kosten. "
                + "Vraag een lager bedrag, of kijk de begroting na."
        )
    case "applications_too_few_partners":
        return rule(
            "Er doen te weinig partners mee. Nodig: \(rules.map { "\($0.minimumPartners)" } ?? "meer") naast de aanvrager."
        )
    case "applications_over_request":
        return Rejected("bedrag", "Je kunt niet meer toekennen dan er is gevraagd.")
    case "applications_over_ceiling":
        let left = year.map { "Er is nog \(max($0.left, .zero).text) over van \($0.rules.ceiling.text)." } ?? ""
        return Rejected(
            "bedrag",
            "Dit past niet meer in het budget van dit jaar. \(left) Kies de wachtlijst of een lager bedrag."
        )
    case "applications_decided_by_fund", "applications_decided_by_self":
        return Forbidden("Alleen het fonds beslist hierover.")
    case "applications_applicant_acts", "applications_begin_as_draft":
        return Forbidden("Alleen de aanvrager doet dit.")
    case "applications_story_complete":
        return Rejected("probleem", "Deze velden mogen na het indienen niet leeg zijn. Vul ze allemaal in.")
    case "applications_money_complete":
        return Rejected("gevraagd", "De periode, de kosten en het bedrag mogen na het indienen niet leeg zijn.")
    case "applications_text_fixed", "applications_fixed":
        return rule(
            "Wat is ingediend, verandert niet meer. Het fonds kan je een vraag stellen; dan kun je de aanvraag aanpassen."
        )
    case "applications_previous_state_state_fkey", "applications_transition":
        return Conflict.stalePage
    case "application_partners_once":
        return Rejected("naam", "Deze partner doet al mee.")
    case "application_partners_not_applicant":
        return Rejected("naam", "De aanvrager is geen partner van zichzelf. Noem een andere organisatie.")
    case "application_partners_left":
        return rule("Dat een partner stopte, blijft staan. Doet die weer mee? Voeg de partner dan opnieuw toe.")
    case "application_questions_closed": return Conflict.stalePage
    case "application_questions_one_open":
        return rule("Er staat al een vraag open. Wacht op het antwoord.")
    case "application_reports_one_final":
        return rule("Het eindverslag is al ingediend.")
    case "scheme_years_over_ceiling":
        return Rejected(
            "budget",
            "Er is in dit jaar al \(year?.committed.text ?? "meer") toegekend. Het budget kan niet lager zijn."
        )
    case "scheme_years_pkey": return Rejected("jaar", "Dit jaar staat er al. Wijzig het in de lijst.")
    case "projects_slug_key", "project_slugs_pkey":
        return Rejected("naam", "Er is al een project met bijna dezelfde naam. Kies een andere naam.")
    case "projects_scheme_by_grant":
        return Rejected("label", "Alleen een toekenning geeft deze soort. Kies een andere.")
    case "projects_source": return Rejected("bron", "Schrijf waar de feiten vandaan komen.")
    case "projects_removed": return rule("Een pagina die is weggehaald, komt niet terug.")
    case "projects_kept_by_fund": return Forbidden("Dit houdt het fonds bij. Vraag het fonds om het te wijzigen.")
    default: return nil
    }
}
