import Actions
import Domain
import PageKit
import Site
import Store

/// What stands above a good practice: who read it, what a reader remarks, whether it is still so.
extension GoodPracticeController {
    func notices(_ row: GoodPracticeStore.Row, keeps: Bool) -> [Notice] {
        let unread = row.unreadSince.map { since in
            Notice(
                .info,
                title: "Gewijzigd op \(web.world.time.today(at: since).dutchLong), nog niet opnieuw nagelezen",
                text: keeps
                    ? "Een ander lid leest je wijziging mee. Tot dan ziet iedereen dat dit nog niet is gebeurd."
                    : "Een ander lid las de tekst eerder en vond hem goed. De wijziging las nog niemand mee."
            )
        }
        let remark =
            keeps
            ? row.openRemark.map {
                Notice(.warning, title: "Een ander lid heeft een opmerking bij de wijziging", text: $0)
            } : nil
        return [remark, unread].compactMap(\.self) + standing(row, keeps: keeps)
    }

    /// For the fund, which then is the only one who can.
    static let orphaned = Notice(
        .warning,
        title: "Niemand houdt deze tekst bij",
        text: "De schrijver en de contactpersoon zijn geen lid meer. Wijzig de tekst en kies een nieuwe contactpersoon."
    )

    private func standing(_ row: GoodPracticeStore.Row, keeps: Bool) -> [Notice] {
        switch row.state {
        case .draft: [Notice(.info, title: "Concept", text: "Alleen jij ziet dit. Stuur het in als het af is.")]
        case .submitted:
            [
                Notice(
                    .info,
                    title: "Wacht op een tweede lezer",
                    text: "Een ander lid leest mee. Daarna ziet iedereen het."
                )
            ]
        case .returned:
            [
                Notice(
                    .warning,
                    title: "Een tweede lezer heeft een opmerking",
                    text: row.remark ?? "Pas de tekst aan en stuur hem opnieuw in."
                )
            ]
        case .retired:
            [Notice(.warning, title: "Niet meer in gebruik", text: "Deze tekst staat niet meer in de lijst.")]
        case .published where isOld(row):
            [
                Notice(
                    .warning,
                    title: "Lang niet bevestigd",
                    text: keeps
                        ? "Klopt deze tekst nog? Bevestig hem hiernaast, of pas hem aan."
                        : "De contactpersoon zei het laatst op \(row.confirmedOn?.dutchLong ?? "een onbekende dag") "
                            + "dat dit nog klopt. Vraag na of het nog zo is."
                )
            ]
        case .published: []
        }
    }
}
