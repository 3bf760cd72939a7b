import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

extension AccountShowPage {
    init(_ account: KeepAccount.Overview, _ session: Session, web: WebServices) {
        let time = web.world.time
        self.init(
            header: PageHeader(title: "Je account"),
            facts: [
                Fact("Naam", account.name), Fact("E-mailadres", account.mail),
                Fact("Organisatie", account.organisationName),
            ],
            roles: session.assignments.map {
                Role(id: "\($0.id)", name: $0.fullName, isCurrent: $0.id == session.assignment?.id)
            },
            doors: Self.doors(account, session, time),
            devices: account.sessions.map { row in
                Device(
                    name: row.device,
                    since: time.dutchShort(row.createdAt),
                    lastUse: row.id == session.id ? "nu" : time.dutchShort(row.lastSeenAt),
                    isThis: row.id == session.id,
                    action: "/account/apparaten/\(row.id.uuidString.lowercased())/afmelden"
                )
            },
            signOutURL: web.site.isDemo ? "/demo/afmelden" : "/afmelden",
            history: account.events.map { Fact(time.dutchShort($0.happenedAt), $0.sentence) }
        )
    }

    private static func doors(_ account: KeepAccount.Overview, _ session: Session, _ time: AmsterdamTime) -> [Door] {
        let changed = account.passwordChangedAt.map { "Gewijzigd op \(time.dutchShortWithYear($0))." }
        let since = account.secondFactorSince.map { "Ingesteld op \(time.dutchShortWithYear($0))." }
        var doors = [
            Door(
                title: "Naam en telefoon",
                text: "Zo kennen collega's, praktijken en kandidaten je.",
                link: PageLink("Wijzig je naam of telefoon", "/account/gegevens")
            ),
            Door(
                title: "Wachtwoord",
                text: changed ?? "Je hebt nog geen wachtwoord.",
                link: PageLink("Wijzig je wachtwoord", "/account/wachtwoord")
            ),
            Door(
                title: "Tweede stap",
                text: since ?? "Je hebt nog geen tweede stap.",
                link: PageLink("Stel een andere telefoon in", "/account/tweede-stap")
            ),
            Door(
                title: "Herstelcodes",
                text: account.recoveryCodesLeft == 1
                    ? "Je hebt nog 1 code over." : "Je hebt nog \(account.recoveryCodesLeft) codes over.",
                link: PageLink("Maak nieuwe herstelcodes", "/account/herstelcodes")
            ),
        ]
        doors.append(
            Door(
                title: "Werkaccount",
                text: "Gebruikt je organisatie Entra ID of SURFconext? Dan kun je daarmee inloggen.",
                link: PageLink("Bekijk je koppelingen", "/account/koppelingen")
            )
        )
        if session.permissions.contains(.workOnCases) {
            doors.append(
                Door(
                    title: "Afwezig",
                    text: "Ben je er even niet? Een collega neemt waar en ziet jouw werk op de eigen werklijst.",
                    link: PageLink("Meld dat je weg bent", "/account/afwezig")
                )
            )
        }
        return doors
    }
}

extension RoleAssignment {
    /// The role and what it is for: "coördinator, Team Zwolle".
    var fullName: String { scopeName.isEmpty ? role.dutchName : "\(role.dutchName), \(scopeName)" }
}

extension AccountEventStore.Row {
    /// What happened, and who did it when that was someone else.
    var sentence: String {
        let said = caseReference.map { "\(kind.sentence): \($0), \(teamName ?? "")" } ?? kind.sentence
        return actorName.map { "\(said), door \($0)" } ?? said
    }
}

extension AccountEventStore.Kind {
    fileprivate var sentence: String {
        switch self {
        case .invited: "Uitgenodigd"
        case .invitationUsed: "Uitnodiging gebruikt"
        case .signedIn: "Aangemeld"
        case .signedOutEverywhere: "Overal afgemeld"
        case .passwordSet: "Wachtwoord gewijzigd"
        case .passwordReset: "Nieuw wachtwoord gekozen met een link uit de mail"
        case .secondFactorSet: "Tweede stap ingesteld"
        case .secondFactorRemoved: "Tweede stap gewist"
        case .recoveryCodesMade: "Nieuwe herstelcodes gemaakt"
        case .recoveryCodeUsed: "Aangemeld met een herstelcode"
        case .roleGiven: "Rol gekregen"
        case .roleTaken: "Rol weggehaald"
        case .disabled: "Account gesloten"
        case .enabled: "Account weer geopend"
        case .detailsCorrected: "Naam, telefoon of e-mailadres gewijzigd"
        case .absenceSet: "Afwezigheid gewijzigd"
        case .providerLinked: "Werkaccount gekoppeld"
        case .providerUnlinked: "Werkaccount ontkoppeld"
        case .fileErased: "Dossier gewist omdat de kandidaat erom vroeg"
        }
    }
}
