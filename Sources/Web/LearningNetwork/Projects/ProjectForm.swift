import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// The form of a project page: its fields for whoever keeps the page, and how they are read.
struct ProjectForm: Sendable {
    let web: WebServices
    /// The page is of a subsidised project: its application tells when it runs, and its texts are complete.
    let hasApplication: Bool
    /// The fund also says whose the project is and how we know, where no application does.
    let isFund: Bool
    /// The kind it has now; nil for a new one.
    let label: ProjectLabel?

    static let mostLinks = 20

    private var tellsOrigin: Bool { isFund && !hasApplication }

    // MARK: What is stored, as a form sends it

    func values(_ file: KeepProjectPage.File) -> [String: [String]] {
        let page = file.page
        var values: [String: [String]] = [
            "naam": [page.name], "samenvatting": [page.subject], "probleem": [page.problem], "aanpak": [page.approach],
            "resultaat": [page.result], "mislukt": [page.didNotWork],
        ]
        values["route"] = page.routes.routes.map(\.rawValue)
        values["mail"] = [page.contactMail]
        values["telefoon"] = [page.contactPhone]
        values["regio"] = file.regions.map(\.rawValue)
        values["knelpunt"] = file.bottlenecks.map(\.rawValue)
        values["stand"] = [page.state.rawValue]
        values["begin"] = page.startsOn.map { [$0.dutchNumeric] }
        values["eind"] = page.endsOn.map { [$0.dutchNumeric] }
        values["periode"] = [page.periodNote]
        values["organisatie"] = [page.organisationName]
        values["label"] = [page.label.rawValue]
        values["toelichting"] = [page.labelNote]
        values["jaar"] = page.year.map { ["\($0)"] }
        values["bron"] = [page.source]
        for code in file.municipalities {
            guard let region = web.reference.municipality(code)?.regionCode else { continue }
            values["gemeente-\(region)", default: []].append(code.rawValue)
        }
        for (index, link) in file.links.enumerated() {
            values["link-\(index + 1)"] = [link.url]
            values["titel-\(index + 1)"] = [link.title]
            values["soort-\(index + 1)"] = [link.kind.rawValue]
        }
        return values
    }

    // MARK: The fields

    func groups(_ entries: FormEntries) -> [FormGroup] {
        (tellsOrigin ? [origin(entries)] : []) + [texts(entries)] + places(entries)
            + (hasApplication ? [] : [run(entries)]) + [contact(entries)] + links(entries)
    }

    private func origin(_ entries: FormEntries) -> FormGroup {
        let labels = ProjectLabel.allCases.filter { $0 != .scheme || label == .scheme }
        return FormGroup(
            "Van wie en waarvandaan",
            [
                entries.field("organisatie", "Organisatie die het project leidt"),
                .select(
                    SelectField(
                        name: "label",
                        label: "Soort project",
                        options: labels.map { Option(value: $0.rawValue, label: $0.dutchName) },
                        selected: entries.value("label"),
                        description: "De stimuleringsregeling staat er niet bij: die pagina's komen vanzelf.",
                        error: entries.error("label")
                    )
                ), entries.field("toelichting", "Toelichting bij de soort", isRequired: false),
                entries.field("jaar", "Jaar", .number, "Het jaar van het geld of van het begin", isRequired: false),
                entries.field("bron", "Bron", .text, "Waar de feiten staan, liefst een adres dat met https:// begint"),
            ]
        )
    }

    private func texts(_ entries: FormEntries) -> FormGroup {
        FormGroup([
            .text(
                TextField(
                    name: "naam",
                    label: "Naam van het project",
                    value: entries.value("naam"),
                    error: entries.error("naam"),
                    width: .full
                )
            ), entries.area("samenvatting", "In het kort", "Ten hoogste drie zinnen.", isRequired: hasApplication),
            entries.area("probleem", "Het probleem", isRequired: hasApplication),
            entries.area("aanpak", "De aanpak", isRequired: hasApplication),
            entries.area("resultaat", "Wat lukte", isRequired: false),
            entries.area(
                "mislukt",
                "Wat niet lukte",
                "Andere regio's leren hier het meest van.",
                isRequired: false
            ),
        ])
    }

    private func checkboxes(
        _ name: String,
        _ legend: String,
        _ options: [Option],
        _ description: String?,
        _ entries: FormEntries,
        isRequired: Bool = false
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

    private func places(_ entries: FormEntries) -> [FormGroup] {
        let chosen = entries.all("regio")
        return [
            checkboxes(
                "knelpunt",
                "Welk knelpunt pakt het project aan?",
                web.reference.bottlenecks.map { Option(value: $0.code.rawValue, label: $0.name) },
                nil,
                entries,
                isRequired: hasApplication
            ),
            checkboxes(
                "route",
                "Voor welke opleidingsroute?",
                LearningRoute.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                hasApplication
                    ? "Kies je niets, dan geldt het project voor alle routes." : "Weet je het niet? Laat dan leeg.",
                entries
            ),
            checkboxes(
                "regio",
                "In welke regio is het werk?",
                web.reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) },
                "Bewaar na het kiezen. Dan staan de gemeenten van de regio eronder.",
                entries,
                isRequired: hasApplication
            ),
        ]
            + web.reference.regions.filter { chosen.contains($0.code.rawValue) }.map { region in
                checkboxes(
                    "gemeente-\(region.code)",
                    "Gemeenten in \(region.name)",
                    web.reference.municipalities.filter { $0.regionCode == region.code }.map {
                        Option(value: $0.code.rawValue, label: $0.name)
                    },
                    "Is het de hele regio, of weet je het niet? Laat dan leeg.",
                    entries
                )
            }
    }

    private func run(_ entries: FormEntries) -> FormGroup {
        FormGroup(
            "Wanneer",
            [
                .select(
                    SelectField(
                        name: "stand",
                        label: "Stand",
                        options: ProjectState.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                        selected: entries.value("stand"),
                        error: entries.error("stand")
                    )
                ), entries.field("begin", "Begin van het project", .date, isRequired: false),
                entries.field("eind", "Einde van het project", .date, isRequired: false),
                entries.field(
                    "periode",
                    "Periode in woorden",
                    .text,
                    "Als je de dagen niet weet, bijvoorbeeld: schooljaar 2024-2025",
                    isRequired: false
                ),
            ]
        )
    }

    private func contact(_ entries: FormEntries) -> FormGroup {
        FormGroup(
            "Contact",
            [
                entries.field("mail", "E-mailadres voor vragen, voor iedereen te zien", .email, isRequired: false),
                entries.field("telefoon", "Telefoon, voor iedereen te zien", .tel, isRequired: false),
            ]
        )
    }

    private func links(_ entries: FormEntries) -> [FormGroup] {
        let filled = (1...Self.mostLinks).last { !entries.value("link-\($0)").isEmpty } ?? 0
        return (1...min(Self.mostLinks, filled + 2)).map { number in
            FormGroup(
                "Link \(number)",
                note: number == 1 ? "Een document, een film of een pagina." : nil,
                isRow: true,
                [
                    entries.field("titel-\(number)", "Titel", isRequired: false),
                    entries.field("link-\(number)", "Adres", isRequired: false),
                    .select(
                        SelectField(
                            name: "soort-\(number)",
                            label: "Soort",
                            options: LinkKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                            selected: entries.value("soort-\(number)"),
                            error: entries.error("soort-\(number)"),
                            isRequired: false
                        )
                    ),
                ]
            )
        }
    }
}
