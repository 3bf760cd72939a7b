import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

extension StaffShowPage {
    init(
        _ person: ShowStaffMember.Person,
        _ administrator: Administrator,
        web: WebServices,
        entered: FormData,
        errors: [FieldError]
    ) {
        let (row, time) = (person.row, web.world.time)
        let url = "/medewerkers/\(row.id)"
        func error(_ field: String) -> String? { errors.first { $0.field == field }?.message }
        let isOpen = row.disabledAt == nil
        self.init(
            header: PageHeader(
                title: row.name,
                back: administrator.managesFund
                    ? PageLink("Terug naar \(row.organisationName)", "/fonds/organisaties/\(row.organisationID)")
                    : PageLink("Terug naar de organisatie", "/organisatie"),
                tags: [row.tag],
                errors: errors.map { ErrorLink(fieldID: $0.field, text: $0.message) }
            ),
            facts: [
                Fact("E-mailadres", row.mail), Fact("Telefoon", row.phone), Fact("Organisatie", row.organisationName),
                Fact("Laatst gezien", row.lastSeenAt.map { time.dutchShort($0) } ?? "nog niet, of langer geleden"),
            ],
            roles: person.assignments.map { assignment in
                let mayTake = administrator.roles.contains(assignment.role)
                return Role(
                    name: assignment.fullName,
                    take: mayTake ? "\(url)/rollen/\(assignment.id)/weg" : nil
                )
            },
            giveURL: "\(url)/rollen",
            role: isOpen
                ? .role(
                    administrator,
                    teams: person.teams,
                    web.reference,
                    selected: entered["rol"],
                    error: error("rol")
                ) : nil,
            region: isOpen ? .region(web.reference, selected: entered["regio"], error: error("regio")) : nil,
            submissionID: web.world.newUUID().uuidString,
            steps: Self.steps(row, url),
            history: person.events.map { Fact(time.dutchShort($0.happenedAt), $0.sentence) }
        )
    }

    private static func steps(_ row: StaffDirectoryStore.Row, _ url: String) -> [Step] {
        guard row.disabledAt == nil else {
            return [
                Step(
                    title: "Gesloten",
                    text: "Deze persoon kan niet inloggen. De rollen zijn bewaard.",
                    action: "\(url)/openen",
                    button: "Open het account weer"
                )
            ]
        }
        var steps = [
            Step(
                title: "Gegevens",
                text: "Naam, telefoon en e-mailadres.",
                link: PageLink("Wijzig de gegevens", "\(url)/gegevens")
            )
        ]
        if !row.hasPassword {
            steps.append(
                Step(
                    title: "Uitnodiging",
                    text: "De uitnodiging is nog niet gebruikt. Een nieuwe maakt de oude ongeldig.",
                    action: "\(url)/uitnodiging",
                    button: "Stuur de uitnodiging opnieuw"
                )
            )
        }
        if row.hasSecondFactor {
            steps.append(
                Step(
                    title: "Tweede stap kwijt",
                    text: "Voor wie zowel de telefoon als de herstelcodes kwijt is.",
                    link: PageLink("Wis de tweede stap", "\(url)/tweede-stap")
                )
            )
        }
        steps.append(
            Step(
                title: "Uit dienst",
                text: "Dan stopt de toegang direct, op elk apparaat.",
                link: PageLink("Sluit het account", "\(url)/sluiten")
            )
        )
        return steps
    }
}

extension StaffDirectoryStore.Row {
    /// In what state the account is.
    var tag: Tag {
        if disabledAt != nil { return Tag("gesloten", .neutral) }
        if !hasPassword { return Tag("uitgenodigd", .waiting) }
        return hasSecondFactor ? Tag("actief", .ok) : Tag("nog geen tweede stap", .waiting)
    }
}

extension SelectField {
    /// The roles this administrator may give, with what they are for.
    static func role(
        _ administrator: Administrator,
        teams: [StaffDirectoryStore.TeamRow],
        _ reference: ReferenceData,
        isRequired: Bool = true,
        selected: String?,
        error: String?
    ) -> SelectField {
        let options = administrator.roles.flatMap { role -> [Option] in
            let (code, name) = (role.rawValue, role.dutchName)
            return switch role {
            case .coordinator: teams.map { Option(value: "\(code):\($0.id)", label: "\(name), \($0.name)") }
            case .schoolContact:
                reference.schools.map { Option(value: "\(code):\($0.id)", label: "\(name), \($0.name)") }
            case .organisationAdministrator, .projectLeader, .fund, .fundAdministrator:
                [Option(value: code, label: name)]
            }
        }
        return SelectField(
            name: "rol",
            label: "Rol",
            options: options,
            selected: selected,
            description: teams.isEmpty ? "Voeg eerst een team toe als je een coördinator wilt uitnodigen." : nil,
            error: error,
            isRequired: isRequired,
            emptyLabel: isRequired ? "Kies …" : "Nog geen rol"
        )
    }

    /// For a project leader only.
    static func region(_ reference: ReferenceData, selected: String?, error: String?) -> SelectField {
        SelectField(
            name: "regio",
            label: "Regio van de projectleider",
            options: reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) },
            selected: selected,
            description: "Alleen voor een projectleider die voor één regio werkt.",
            error: error,
            isRequired: false,
            emptyLabel: "Geen"
        )
    }
}
