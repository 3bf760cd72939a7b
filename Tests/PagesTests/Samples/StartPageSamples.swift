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

extension StartPage: Sampled {
    static var samples: [StartPage] {
        [
            StartPage(
                openPlaces: "912",
                regions: [
                    Region(
                        name: "Twente",
                        url: "/regios/twente",
                        openPlaces: "12",
                        placesWithRoom: "0",
                        searching: "38"
                    ),
                    Region(
                        name: "Regio Zwolle",
                        url: "/regios/regio-zwolle",
                        openPlaces: "53",
                        placesWithRoom: "41",
                        searching: "minder dan 5"
                    ),
                ],
                map: .sample
            )
        ]
    }
}

extension CountryMap {
    /// A few points, for the samples of pages that show the country.
    static var sample: CountryMap {
        StyleGuideExamples.country(url: "/regios/regio-zwolle")
    }
}

extension CountryMap {
    /// By number, with every step of the legend.
    static var sampleByNumber: CountryMap {
        let enschede = GeoPoint(latitude: 52.218, longitude: 6.896)
        let zwolle = GeoPoint(latitude: 52.512, longitude: 6.094)
        let steps = MapSteps(counts: [0, 41], none: "geen open plekken") { "\($0) open plekken" }
        return CountryMap(
            id: "kaart",
            title: "Plekken met ruimte per regio",
            description: "Het getal is het aantal plekken met een vrije stoel.",
            areas: [
                Area(id: "kaart-RA0205", dots: Dots([enschede]), step: steps.step(of: 0)),
                Area(id: "kaart-RA0204", dots: Dots([zwolle]), step: steps.step(of: 41)),
            ],
            steps: steps,
            marks: [
                Mark(label: "Enschede", point: enschede, size: .small, isHighlighted: true),
                Mark(
                    label: "Regio Zwolle: 41 open plekken",
                    point: zwolle,
                    text: "41",
                    size: .large,
                    url: "/regios/regio-zwolle"
                ),
            ]
        )
    }
}

extension CountryMap {
    static var sampleWithoutLinks: CountryMap {
        StyleGuideExamples.country(url: nil)
    }
}

extension StyleGuidePage: Sampled {
    static var samples: [StyleGuidePage] {
        [StyleGuidePage(map: .sample), StyleGuidePage(map: .sampleWithoutLinks)]
    }
}
