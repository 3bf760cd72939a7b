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

extension OpenDataPage: Sampled {
    static var samples: [Self] {
        [
            Self(
                facts: Facts([Fact("Projecten", "54")]),
                downloads: [Download(name: "CSV", url: "/projecten?vorm=csv", what: "Voor Excel.")],
                completeness: .sample,
                fields: [Field("naam", column: "naam", "De naam van het project."), Field("id", "Het kenmerk.")],
                grantFields: [Field("awardDate", "De dag van het besluit.")],
                grantNote: "Niet in dit bestand: Stagepunt.",
                feeds: [PageLink("Twente", "/projecten?regio=RA0205&vorm=atom")]
            )
        ]
    }
}
