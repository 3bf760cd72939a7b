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

extension TextPage: Sampled {
    static var samples: [TextPage] {
        [
            .privacy(periods: [Fact("Je dossier, als je geen plek kreeg", "28 dagen, na het einde van je traject")]),
            .accessibility, .glossary,
        ]
    }
}
