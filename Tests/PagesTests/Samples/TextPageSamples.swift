import Domain
import Foundation

@testable import PageKit
@testable import Web

extension TextPage: Sampled {
    static var samples: [TextPage] {
        [
            .privacy(periods: [Fact("Je dossier, als je geen plek kreeg", "28 dagen, na het einde van je traject")]),
            .accessibility, .glossary,
        ]
    }
}
