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

extension CountrySection {
    static var samples: [CountrySection] {
        func sample(_ rows: [Row], _ rest: String?) -> CountrySection {
            CountrySection(
                headingID: "op-de-kaart",
                title: "Op de kaart",
                map: .sampleByNumber,
                caption: "Projecten per regio",
                heads: ["Projecten", "Lopend", "Met resultaat"],
                rows: rows,
                rest: rest
            )
        }
        return [
            sample(
                [Row(name: "Twente", url: "/projecten?regio=RA0205", numbers: ["3", "1", "2"])],
                "Nog geen projecten in: Drenthe."
            ), sample([], nil),
        ]
    }
}
