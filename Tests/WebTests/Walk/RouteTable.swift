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
        // The front door of staff. Without the first half of a sign-in its second half leads back to the door.
        "GET /aanmelden": .everyone, "POST /aanmelden": .everyone, "POST /afmelden": .everyone,
        "GET /aanmelden/code": .everyone.answering(303), "POST /aanmelden/code": .everyone,
        "GET /aanmelden/tweede-stap": .everyone.answering(303), "POST /aanmelden/tweede-stap": .everyone,
        "GET /wachtwoord-vergeten": .everyone, "POST /wachtwoord-vergeten": .everyone,
        "GET /wachtwoord-vergeten/verstuurd": .everyone,
        "GET /wachtwoord/{token}": .unknownLink, "POST /wachtwoord/{token}": .unknownLink,
        "GET /welkom/{token}": .unknownLink, "POST /welkom/{token}": .unknownLink,

        // The own account of staff.
        "GET /account": .staff, "GET /account/blijf": .staff, "POST /account/rol": .staff,
        "GET /account/gegevens": .staff, "POST /account/gegevens": .staff,
        "GET /account/wachtwoord": .staff, "POST /account/wachtwoord": .staff,
        "GET /account/tweede-stap": .staff, "POST /account/tweede-stap": .staff,
        "GET /account/herstelcodes": .staff, "POST /account/herstelcodes": .staff,
        "POST /account/apparaten/{id}/afmelden": .staff, "POST /account/overal-afmelden": .staff,
        "GET /account/afwezig": .coordinators, "POST /account/afwezig": .coordinators,

        // Staff of an organisation, for its administrator; every organisation, for the fund's.
        "GET /organisatie": .administrators,
        "GET /organisatie/uitnodigen": .administrators, "POST /organisatie/uitnodigen": .administrators,
        "GET /organisatie/teams/nieuw": .administrators, "POST /organisatie/teams/nieuw": .administrators,
        "GET /medewerkers/{id}": .employer, "POST /medewerkers/{id}/rollen": .employer,
        "GET /medewerkers/{id}/rollen/{rol}/weg": .employer, "POST /medewerkers/{id}/rollen/{rol}/weg": .employer,
        "POST /medewerkers/{id}/uitnodiging": .employer,
        "GET /medewerkers/{id}/gegevens": .employer, "POST /medewerkers/{id}/gegevens": .employer,
        "GET /medewerkers/{id}/tweede-stap": .employer, "POST /medewerkers/{id}/tweede-stap": .employer,
        "GET /medewerkers/{id}/sluiten": .employer, "POST /medewerkers/{id}/sluiten": .employer,
        "POST /medewerkers/{id}/openen": .employer,
        "GET /fonds/organisaties": .fundAdministrators,
        "GET /fonds/organisaties/nieuw": .fundAdministrators, "POST /fonds/organisaties/nieuw": .fundAdministrators,
        "GET /fonds/organisaties/{id}": .fundAdministrators,
        "GET /fonds/organisaties/{id}/uitnodigen": .fundAdministrators,
        "POST /fonds/organisaties/{id}/uitnodigen": .fundAdministrators,
        "GET /fonds/organisaties/{id}/teams/nieuw": .fundAdministrators,
        "POST /fonds/organisaties/{id}/teams/nieuw": .fundAdministrators,

        // Signing in with the account of an organisation: a provider that is not there, and an answer nobody asked for.
        "GET /oidc/{provider}/begin": .unknownLink, "GET /oidc/terug": .everyone.answering(400),
        "GET /account/koppelingen": .staff, "POST /account/koppelingen": .staff,
        "POST /account/koppelingen/{provider}/weg": .staff,

        // Work of coordinators, each with the own candidates.
        "GET /werklijst": .coordinators,
        "GET /kandidaten": .coordinators, "POST /kandidaten": .coordinators,
        "GET /kandidaten/nieuw": .coordinators,
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
        "GET /kandidaten/{ref}/bewaren": .team, "POST /kandidaten/{ref}/bewaren": .team,
        "POST /kandidaten/{ref}/bewaren/intrekken": .team, "GET /kandidaten/{ref}/wissen": .team,
        "POST /kandidaten/{ref}/wissen": .team,
        "GET /kandidaten/{ref}/doorverwijzen": .team, "POST /kandidaten/{ref}/doorverwijzen": .team,

        "GET /voorstellen/{kenmerk}": .team, "POST /voorstellen/{kenmerk}/antwoord": .team,
        "POST /voorstellen/{kenmerk}/kandidaat": .team, "POST /voorstellen/{kenmerk}/kandidaat-nee": .team,
        "POST /voorstellen/{kenmerk}/school": .team, "POST /voorstellen/{kenmerk}/school-nee": .team,
        "POST /voorstellen/{kenmerk}/plaatsen": .team, "POST /voorstellen/{kenmerk}/intrekken": .team,
        "POST /voorstellen/{kenmerk}/weggevallen": .team, "POST /voorstellen/{kenmerk}/kennismaken": .team,

        "POST /kandidaten/{ref}/inloglink": .team,

        // A candidate signs in or registers by a link from a mail.
        "GET /mijn/aanmelden": .everyone, "POST /mijn/aanmelden": .everyone,
        "GET /mijn/aanmelden/verstuurd": .everyone, "POST /mijn/afmelden": .everyone,
        "GET /mijn/link/{token}": .unknownLink, "POST /mijn/link/{token}": .unknownLink,
        "GET /kandidaat-worden": .everyone, "POST /kandidaat-worden": .everyone,
        "GET /kandidaat-worden/verstuurd": .everyone,
        "GET /kandidaat-worden/{token}": .unknownLink, "POST /kandidaat-worden/{token}": .unknownLink,

        // The own file of a candidate.
        "GET /mijn": .candidates, "GET /mijn/welkom": .candidates, "GET /mijn/trajecten/{kenmerk}": .candidate,
        "GET /mijn/plekken/{kenmerk}": .unasked, "POST /mijn/plekken/{kenmerk}/ja": .unasked,
        "POST /mijn/plekken/{kenmerk}/nee": .unasked, "POST /mijn/plekken/{kenmerk}/kennismaken": .unasked,
        "GET /mijn/stoppen": .candidates, "POST /mijn/stoppen": .candidates,
        "GET /mijn/beoordeling": .candidates, "GET /mijn/beoordeling/kort": .candidates,
        "POST /mijn/beoordeling/kort": .candidates, "GET /mijn/beoordeling/volledig": .candidates,
        "POST /mijn/beoordeling/volledig": .candidates, "POST /mijn/beoordeling/tweede": .candidates,
        "GET /mijn/beoordeling/download": .candidates, "GET /mijn/toestemmingen": .candidates,
        "POST /mijn/toestemmingen": .candidates,
        "POST /mijn/toestemmingen/{toestemming}/intrekken": .candidate,
        "GET /mijn/gegevens": .candidates, "GET /mijn/gegevens/wijzigen": .candidates,
        "POST /mijn/gegevens/wijzigen": .candidates, "GET /mijn/inzage": .candidates,
        "GET /mijn/gegevens/download": .candidates, "GET /mijn/gewist": .everyone,
        "GET /mijn/bewaren": .candidates, "POST /mijn/bewaren": .candidates,
        "GET /mijn/wissen": .candidates, "POST /mijn/wissen": .candidates,
        "GET /mijn/dubbel": .candidates, "POST /mijn/dubbel": .candidates,
        "GET /mijn/mailadres": .candidates, "POST /mijn/mailadres": .candidates,
        "GET /mijn/mailadres/{token}": .unknownLink, "POST /mijn/mailadres/{token}": .unknownLink,

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

        // Counts.
        "GET /fonds": .fund, "GET /school": .schools,

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
