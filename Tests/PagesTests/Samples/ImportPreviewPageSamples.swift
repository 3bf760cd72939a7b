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

extension ImportPreviewPage: Sampled {
    static var samples: [ImportPreviewPage] {
        var full = Content()
        full.fileName = "lijst.csv"
        full.path = "/invoer/kandidaten/0190"
        full.submissionID = "0190"
        full.stats = Stats([StatTile(number: "57", label: "goed", url: "#goed", kind: .ok)])
        full.nameColumn = "Naam"
        full.columns = ["Geboren"]
        full.rows = [
            Row(line: 2, columns: ["Naam", "Geboren"], cells: ["Sanne Voorbeeld", "14-03-2005"], notes: ["Let op"])
        ]
        full.moreRows = "En nog 56 andere."
        full.faulty = [
            Faulty(line: 12, title: "Sanne Voorbeeld", problems: [("Geboortedatum", "31-2-2005", "Dit is geen datum.")])
        ]
        full.hasAnswers = true
        full.words = Words(
            action: "/invoer/kandidaten/0190/woorden",
            fields: [
                .init(
                    select: SelectField(
                        name: "woord-0",
                        label: "Vervoer: “OV / fiets” (19 rijen)",
                        options: [Option(value: "fiets", label: "fiets")],
                        isRequired: false
                    ),
                    keyName: "over-0",
                    key: "vervoer|OV / fiets"
                )
            ]
        )
        full.moreFaulty = "En nog 2 andere."
        full.known = Choices(
            name: "ook",
            legend: "Staan er waarschijnlijk al",
            kind: .checkbox,
            options: [Option(value: "4", label: "Bram Voorbeeld (regel 4)", description: "Kenmerk 7F3K2M9Q.")],
            isRequired: false
        )
        full.present = "3 kandidaten staan er al."
        full.filledIn = [FilledIn(label: "Aantal weken", text: "Niet in je bestand: we vullen 20 in.")]
        full.button = "Neem 57 rijen over"
        full.errors = [ErrorLink(fieldID: "ook", text: "Kies een rij.")]
        var empty = Content()
        empty.path = full.path
        empty.nothing = "60 kandidaten staan er al. Er verandert niets."
        return [ImportPreviewPage(full), ImportPreviewPage(empty)]
    }
}
