public import Domain
public import Store

/// Practices as a file for Dutch Excel, the same from the list and on the command line.
public enum PracticeExport {
    public static func bytes(_ rows: [PracticeListStore.Row], time: AmsterdamTime) -> [UInt8] {
        DelimitedText.write(
            header: [
                "kenmerk", "praktijk", "soort", "plaats", "gemeente", "lid", "plekken", "open plekken",
                "laatste gesprek",
                "contact", "telefoon",
            ],
            rows: rows.map { row in
                [
                    .text("\(row.reference)"), .text(row.name), .text(row.kind.dutchName), .text(row.town),
                    .text(row.municipalityName), .text(row.isMember ? "ja" : "nee"), .int(row.places),
                    .int(row.openPlaces),
                    row.lastCalledAt.map { .date(time.today(at: $0)) } ?? .empty, .text(row.contactName ?? ""),
                    .text(row.phone.map { PhoneNumber($0)?.description ?? $0 } ?? ""),
                ]
            }
        )
    }
}
