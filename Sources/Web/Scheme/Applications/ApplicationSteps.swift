import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// The five steps of the application form: what each shows, and how it is read.
struct ApplicationStepForm: Sendable {
    static let titles = ["Het project", "Waar en waarvoor", "Doelen in getallen", "Partners", "Geld en periode"]

    let web: WebServices
    let step: Int
    /// The organisation that applies; it is no partner of itself.
    let applicant: String
    /// A draft need not be complete; what the fund asks about was.
    let isDraft: Bool

    init(web: WebServices, step: Int, row: ApplicationStore.Row) {
        self.web = web
        self.step = step
        applicant = row.organisationName
        isDraft = row.state == .draft
    }

    /// All steps and the check page, to go anywhere.
    static func tabs(_ row: ApplicationStore.Row, current: Int) -> Tabs {
        Tabs(
            label: "Stappen van de aanvraag",
            titles.enumerated().map { index, title in
                Tab("\(index + 1). \(title)", url: "\(row.path)/stap/\(index + 1)", isCurrent: current == index + 1)
            } + [Tab("Controle", url: "\(row.path)/controle", isCurrent: current == 6)]
        )
    }

    // MARK: What is stored, as a form sends it

    func values(_ content: ApplicationContent) -> [String: [String]] {
        switch step {
        case 1:
            return [
                "naam": [content.name], "probleem": [content.problem], "aanpak": [content.approach],
                "plan": [content.plan], "samenvatting": [content.summary],
            ]
        case 2:
            let towns = Dictionary(grouping: content.municipalities) { code in
                web.reference.municipality(code)?.regionCode.rawValue ?? ""
            }
            return [
                "regio": content.regions.map(\.rawValue), "knelpunt": content.bottlenecks.map(\.rawValue),
                "route": content.routes.routes.map(\.rawValue),
            ].merging(towns.map { ("gemeente-\($0.key)", $0.value.map(\.rawValue)) }) { first, _ in first }
        case 3:
            return numbered(content.goals) { goal in
                ["doel": goal.sentence, "eenheid": goal.unit, "getal": goal.target.text]
            }
        case 4:
            return numbered(content.presentPartners) { partner in
                ["partner": partner.name, "soort": partner.kind.rawValue, "bijdrage": partner.contribution]
            }
        default:
            var values = numbered(content.costs) { line in
                ["kosten": line.description, "bedrag": line.amount.plainText]
            }
            values["gevraagd"] = content.requested.map { [$0.plainText] }
            values["begin"] = content.startsOn.map { [$0.dutchNumeric] }
            values["eind"] = content.endsOn.map { [$0.dutchNumeric] }
            return values
        }
    }

    private func numbered<Item>(_ items: [Item], _ fields: (Item) -> [String: String]) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (index, item) in items.enumerated() {
            for (name, value) in fields(item) { values["\(name)-\(index + 1)"] = [value] }
        }
        return values
    }

    // MARK: The fields

    func groups(_ entries: FormEntries) -> [FormGroup] {
        switch step {
        case 1: story(entries)
        case 2: places(entries)
        case 3:
            rows("Doel", "doel", most: ApplicationContent.mostGoals, least: 3, entries) { number in
                [
                    text("doel-\(number)", "Wat wil je bereiken?", entries, width: .full),
                    text("getal-\(number)", "Hoeveel?", entries, width: .short),
                    text("eenheid-\(number)", "Waarvan?", entries),
                ]
            }
        case 4:
            rows("Partner", "partner", most: ApplicationContent.mostPartners, least: 4, entries) { number in
                [
                    text("partner-\(number)", "Naam van de organisatie", entries),
                    .select(
                        SelectField(
                            name: "soort-\(number)",
                            label: "Soort",
                            options: PartnerKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                            selected: entries.value("soort-\(number)"),
                            error: entries.error("soort-\(number)"),
                            isRequired: false
                        )
                    ),
                    text("bijdrage-\(number)", "Wat draagt deze partner bij?", entries, width: .full),
                ]
            }
        default: money(entries)
        }
    }

    private func story(_ entries: FormEntries) -> [FormGroup] {
        func area(_ name: String, _ label: String, _ description: String, _ rows: Int) -> FormGroup.Part {
            .area(
                TextArea(
                    name: name,
                    label: label,
                    value: entries.value(name),
                    description: description,
                    error: entries.error(name),
                    rows: rows
                )
            )
        }
        return [
            FormGroup([
                text("naam", "Naam van het project", entries, width: .full),
                area("probleem", "Het probleem", "Wat loopt vast in jullie regio? Noem getallen als je die hebt.", 5),
                area("aanpak", "De aanpak", "Wat gaan jullie samen anders doen?", 5),
                area("plan", "Het plan", "Wie doet wat, en wanneer?", 6),
                area(
                    "samenvatting",
                    "Drie zinnen voor de projectpagina",
                    "Wat is het probleem, wat doen jullie, wat moet het opleveren? Dit staat bovenaan de openbare pagina. Het probleem en de aanpak komen er ook op. Meer vragen we niet.",
                    3
                ),
            ])
        ]
    }

    private func places(_ entries: FormEntries) -> [FormGroup] {
        func choices(
            _ name: String,
            _ legend: String,
            _ options: [Option],
            _ description: String? = nil,
            isRequired: Bool = true
        ) -> FormGroup {
            FormGroup([
                .choices(
                    Choices(
                        name: name,
                        legend: legend,
                        kind: .checkbox,
                        options: options,
                        selected: entries.all(name),
                        description: description,
                        error: entries.error(name),
                        isRequired: isRequired,
                        isInline: true
                    )
                )
            ])
        }
        let chosen = entries.all("regio")
        return [
            choices(
                "knelpunt",
                "Welk knelpunt pak je aan?",
                web.reference.bottlenecks.map {
                    Option(value: $0.code.rawValue, label: $0.name, description: $0.description)
                }
            ),
            choices(
                "route",
                "Voor welke opleidingsroute is het?",
                LearningRoute.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                "Kies je niets, dan geldt het project voor alle routes.",
                isRequired: false
            ),
            choices(
                "regio",
                "In welke regio is het werk?",
                web.reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) },
                "Het gaat om waar het werk is, niet waar je kantoor staat."
            ),
        ]
            + web.reference.regions.filter { chosen.contains($0.code.rawValue) }.map { region in
                choices(
                    "gemeente-\(region.code)",
                    "Gemeenten in \(region.name)",
                    web.reference.municipalities.filter { $0.regionCode == region.code }.map {
                        Option(value: $0.code.rawValue, label: $0.name)
                    },
                    "Weet je het nog niet, of is het de hele regio? Laat dan leeg.",
                    isRequired: false
                )
            }
    }

    private func money(_ entries: FormEntries) -> [FormGroup] {
        [
            FormGroup(
                "De periode",
                isRow: true,
                [
                    text("begin", "Begin van het project", entries, width: .short, kind: .date),
                    text("eind", "Eind van het project", entries, width: .short, kind: .date),
                ]
            )
        ]
            + rows("Kosten", "kosten", most: ApplicationContent.mostCosts, least: 4, entries) { number in
                [
                    text("kosten-\(number)", "Waarvoor?", entries),
                    text("bedrag-\(number)", "Bedrag in euro's", entries, width: .short),
                ]
            } + [
                FormGroup([
                    text(
                        "gevraagd",
                        "Hoeveel subsidie vraag je?",
                        entries,
                        width: .short,
                        description: "In euro's, bijvoorbeeld 25.000"
                    )
                ])
            ]
    }

    private func text(
        _ name: String,
        _ label: String,
        _ entries: FormEntries,
        width: TextField.Width? = nil,
        kind: TextField.Kind = .text,
        description: String? = nil
    ) -> FormGroup.Part {
        .text(
            TextField(
                name: name,
                label: label,
                value: entries.value(name),
                description: description,
                error: entries.error(name),
                kind: kind,
                // Everything may be filled in later.
                isRequired: !name.contains("-"),
                width: width
            )
        )
    }

    /// The rows that are filled in and two more, at least some.
    private func rows(
        _ legend: String,
        _ name: String,
        most: Int,
        least: Int,
        _ entries: FormEntries,
        _ parts: (Int) -> [FormGroup.Part]
    ) -> [FormGroup] {
        let filled = (1...most).last { !entries.value("\(name)-\($0)").isEmpty } ?? 0
        return (1...min(most, max(least, filled + 2))).map { FormGroup("\(legend) \($0)", isRow: true, parts($0)) }
    }
}
