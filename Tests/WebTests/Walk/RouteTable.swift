/// Every route and who gets in. A route without a row fails; so does a row without a route. What the words mean stands in
/// ``Reach``, who the people are in ``Who``.
enum RouteTable {
    static let rows: [String: Reach] = [
        // For everyone.
        "GET /": .everyone, "GET /stijlgids": .everyone, "GET /privacy": .everyone, "GET /toegankelijkheid": .everyone,
        "GET /woordenlijst": .everyone, "GET /regios": .everyone, "GET /regios/{naam}": .everyone,
        "GET /plekken": .everyone, "GET /plekken/{kenmerk}": .everyone,
        "GET /plek-aanbieden": .everyone, "POST /plek-aanbieden": .everyone, "GET /plek-aanbieden/{kenmerk}": .everyone,
        "GET /.well-known/security.txt": .everyone, "GET /robots.txt": .everyone,
        "GET /demo/kies": .demo, "POST /demo/kies": .demo, "POST /demo/afmelden": .demo,

        "GET /demo/post": .demo, "GET /demo/post/{bericht}": .unknownMail,

        // A practice by the link it was mailed.
        "GET /antwoord/{token}": .unknownLink, "POST /antwoord/{token}": .unknownLink,

        // Signing in with the account of an organisation: a provider that is not there, and an answer nobody asked for.
        "GET /oidc/{provider}/begin": .unknownLink, "GET /oidc/terug": .everyone.answering(400),
        "GET /account/koppelingen": .staff, "POST /account/koppelingen": .staff,
        "POST /account/koppelingen/{provider}/weg": .staff,

        // Work of coordinators, each with the own candidates.
        "GET /werklijst": .coordinators,
        "GET /kandidaten": .coordinators, "GET /kandidaten/nieuw": .coordinators,
        "POST /kandidaten/nieuw": .coordinators, "GET /kandidaten/zoeken": .coordinators,
        "POST /kandidaten/zoeken": .coordinators,
        "GET /kandidaten/{ref}": .team, "GET /kandidaten/{ref}/aangemeld": .team,
        "GET /kandidaten/{ref}/wijzigen": .team, "POST /kandidaten/{ref}/wijzigen": .team,
        "GET /kandidaten/{ref}/kaart": .team, "GET /kandidaten/{ref}/stap/{stap}": .team,
        "POST /kandidaten/{ref}/stap/{stap}": .team, "GET /kandidaten/{ref}/contacten": .team,
        "POST /kandidaten/{ref}/contacten": .team, "GET /kandidaten/{ref}/coordinator": .team,
        "POST /kandidaten/{ref}/coordinator": .team, "GET /kandidaten/{ref}/beoordeling": .team,
        "GET /kandidaten/{ref}/beoordeling/kort": .team, "POST /kandidaten/{ref}/beoordeling/kort": .team,
        "GET /kandidaten/{ref}/beoordeling/volledig": .team, "POST /kandidaten/{ref}/beoordeling/volledig": .team,
        "GET /kandidaten/{ref}/plekken": .team, "GET /kandidaten/{ref}/plekken/{plek}": .team,
        "GET /kandidaten/{ref}/voorstellen/{plek}": .team, "POST /kandidaten/{ref}/voorstellen/{plek}": .team,
        "GET /kandidaten/{ref}/eigen-plek": .team, "POST /kandidaten/{ref}/eigen-plek": .team,
        "GET /kandidaten/{ref}/toestemmingen": .team, "POST /kandidaten/{ref}/toestemmingen": .team,
        "POST /kandidaten/{ref}/toestemmingen/{toestemming}/intrekken": .team,
        "GET /kandidaten/{ref}/doorverwijzen": .team, "POST /kandidaten/{ref}/doorverwijzen": .team,

        "GET /voorstellen/{kenmerk}": .team, "POST /voorstellen/{kenmerk}/antwoord": .team,
        "POST /voorstellen/{kenmerk}/kandidaat": .team, "POST /voorstellen/{kenmerk}/kandidaat-nee": .team,
        "POST /voorstellen/{kenmerk}/school": .team, "POST /voorstellen/{kenmerk}/school-nee": .team,
        "POST /voorstellen/{kenmerk}/plaatsen": .team, "POST /voorstellen/{kenmerk}/intrekken": .team,
        "POST /voorstellen/{kenmerk}/weggevallen": .team, "POST /voorstellen/{kenmerk}/kennismaken": .team,

        // Letters to another region.
        "GET /doorverwijzingen": .coordinators, "GET /doorverwijzingen/{kenmerk}": .letter,
        "POST /doorverwijzingen/{kenmerk}/overnemen": .receiver,
        "POST /doorverwijzingen/{kenmerk}/teruggeven": .receiver,
        "POST /doorverwijzingen/{kenmerk}/intrekken": .team,

        // Practices and places: read by all coordinators, changed by their region.
        "GET /plekken/nieuw": .coordinators, "POST /plekken": .coordinators,
        "GET /plekken/{kenmerk}/wijzigen": .region, "POST /plekken/{kenmerk}/wijzigen": .region,
        "POST /plekken/{kenmerk}/stand": .region, "POST /plekken/{kenmerk}/kopie": .region,
        "POST /plekken/{kenmerk}/plaatsen": .region,
        "GET /plekken/aangeboden": .coordinators, "POST /plekken/aangeboden/{kenmerk}/nemen": .region,
        "GET /plekken/aangeboden/{kenmerk}/sluiten": .region, "POST /plekken/aangeboden/{kenmerk}/sluiten": .region,
        "GET /praktijken": .coordinators, "GET /praktijken/nieuw": .coordinators, "POST /praktijken": .coordinators,
        "GET /praktijken/{kenmerk}": .coordinators, "GET /praktijken/{kenmerk}/wijzigen": .region,
        "POST /praktijken/{kenmerk}/wijzigen": .region, "GET /praktijken/{kenmerk}/contacten": .region,
        "POST /praktijken/{kenmerk}/contacten": .region, "GET /praktijken/{kenmerk}/begeleiders/nieuw": .region,
        "POST /praktijken/{kenmerk}/begeleiders": .region, "GET /praktijken/{kenmerk}/begeleiders/{id}": .region,
        "POST /praktijken/{kenmerk}/begeleiders/{id}": .region, "POST /praktijken/{kenmerk}/gesprekken": .region,
        "POST /praktijken/{kenmerk}/erkenning": .region, "POST /praktijken/{kenmerk}/sluitingen": .region,
        "POST /praktijken/{kenmerk}/sluitingen/weg": .region,

        // Files being read in, each of one team.
        "GET /praktijken/erkenning": .coordinators, "POST /praktijken/erkenning": .coordinators,
        "GET /plekken/openen": .coordinators, "POST /plekken/openen": .coordinators,
        "GET /invoer": .coordinators, "POST /invoer/kandidaten": .coordinators, "POST /invoer/plekken": .coordinators,
        "GET /invoer/kandidaten/voorbeeld": .coordinators,
        "GET /invoer/plekken/voorbeeld": .coordinators,
        "GET /invoer/kandidaten/{id}": .team, "POST /invoer/kandidaten/{id}": .team,
        "GET /invoer/kandidaten/{id}/kolommen": .team, "POST /invoer/kandidaten/{id}/kolommen": .team,
        "GET /invoer/kandidaten/{id}/fouten": .team, "POST /invoer/kandidaten/{id}/weg": .team,
        "POST /invoer/kandidaten/{id}/woorden": .team, "GET /invoer/kandidaten/{id}/klaar": .team,
        "POST /invoer/kandidaten/{id}/ongedaan": .team,
        "GET /invoer/plekken/{id}": .team, "POST /invoer/plekken/{id}": .team,
        "GET /invoer/plekken/{id}/kolommen": .team, "POST /invoer/plekken/{id}/kolommen": .team,
        "GET /invoer/plekken/{id}/fouten": .team, "POST /invoer/plekken/{id}/weg": .team,
        "POST /invoer/plekken/{id}/woorden": .team, "GET /invoer/plekken/{id}/klaar": .team,
        "POST /invoer/plekken/{id}/ongedaan": .team,
    ]
}
