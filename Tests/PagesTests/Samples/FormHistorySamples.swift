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

extension FormHistory {
    static var sample: FormHistory? {
        FormHistory([
            Change(title: "3 mei 2026: de aanpak", who: "Sanne de Wit", before: "We bellen.", after: "We mailen."),
            Change(title: "2 mei 2026: het resultaat", who: "het fonds", before: "", after: "Vijf plekken."),
            Change(title: "1 mei 2026: het mailadres", who: "het fonds", before: "info@voorbeeld.example", after: ""),
        ])
    }
}
