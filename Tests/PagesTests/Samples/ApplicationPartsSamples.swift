import Domain
import Foundation

@testable import Accounts
@testable import Cases
@testable import LearningNetwork
@testable import PageKit
@testable import Places
@testable import Scheme
@testable import Site
@testable import Web

extension SheetSection {
    static var sample: SheetSection {
        SheetSection(
            "partners",
            "Partners",
            paragraphs: ["Deze organisaties doen mee."],
            items: ["Twente"],
            facts: Facts([Fact("Kenmerk", "7F3K2M9Q")]),
            checks: [
                SheetCheck(
                    number: 1,
                    demand: "Er is een naam.",
                    isMet: false,
                    finding: "Die is er niet.",
                    repair: PageLink("Vul aan", "/1")
                )
            ],
            table: SheetTable(
                "Partners",
                columns: [.init("Naam"), .init("Bedrag", isNumber: true)],
                rows: [.init("ROC Voorbeeld", url: "/x", ["€ 100"]), .init("Praktijk", ["€ 50"])],
                foot: .init("Samen", ["€ 150"])
            ),
            timeline: Timeline([
                TimelineItem(
                    when: "di 24 nov",
                    datetime: "2026-11-24",
                    title: "Ingediend",
                    who: "Sanne",
                    detail: "x",
                    kind: .done
                )
            ]),
            actions: [SheetAction("Meld de start", "/start"), SheetAction("Trek in", "/intrekken", isSecondary: true)],
            form: SheetForm(
                action: "/verslagen/1",
                submissionID: "1",
                hidden: [HiddenField(name: "versie", value: "1")],
                area: TextArea(name: "opmerking", label: "Opmerking", isRequired: false),
                button: "Gelezen"
            )
        )
    }
}

extension FormGroup {
    static var sample: FormGroup {
        FormGroup(
            "Het project",
            note: "Schrijf kort.",
            isRow: true,
            [
                .text(TextField(name: "naam", label: "Naam", error: "Vul de naam in.")),
                .area(TextArea(name: "probleem", label: "Probleem")),
                .select(SelectField(name: "soort", label: "Soort", options: [Option(value: "1", label: "school")])),
                .choices(
                    Choices(
                        name: "regio",
                        legend: "Regio",
                        kind: .checkbox,
                        options: [Option(value: "1", label: "Twente")]
                    )
                ),
            ]
        )
    }
}
