import Domain
public import Store

/// Places as a file for Dutch Excel, the same from the list and on the command line. The kenmerk makes an import know
/// them again.
public enum PlaceExport {
    public static func bytes(_ rows: [TrainingPlaceListStore.Row]) -> [UInt8] {
        DelimitedText.write(
            header: [
                "kenmerk", "soort", "praktijk", "plaats", "regio", "routes", "vroegste begin", "laatste begin", "weken",
                "dagen",
                "uren per week", "plaatsen", "vrij", "stand",
            ],
            rows: rows.map { row in
                [
                    .text("\(row.reference)"), .text(row.kind.dutchName), .text(row.practiceName), .text(row.town),
                    .text(row.regionName), .text(row.routes.dutchName), .date(row.earliestStartOn),
                    .date(row.latestStartOn),
                    .int(row.weeksOffered), .text(row.weekdays.dutchName), .int(row.hoursPerWeek), .int(row.seats),
                    .int(row.freeSeats), .text(row.state.dutchName),
                ]
            }
        )
    }
}
