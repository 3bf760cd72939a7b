import Domain
import Foundation
public import Store

/// Grants of the stimuleringsregeling in the 360Giving data standard (schema 1.4): its required fields, and those of the
/// optional ones that we know.
public struct GrantExport: Sendable {
    /// The beginning of every id. It is not registered with 360Giving, which the page about open data says.
    public static let prefix = "360G-doorwijzer"

    private let reference: ReferenceData
    private let origin: String
    private let time = AmsterdamTime()

    public init(reference: ReferenceData, origin: String) {
        self.reference = reference
        self.origin = origin
    }

    public func json(_ grants: [GrantStore.Grant], fund: String) throws -> [UInt8] {
        try ProjectExport.encoded(
            Package(
                version: "1.4",
                title: "Toekenningen van de stimuleringsregeling",
                description: "Toekenningen aan projecten met een eigen pagina op Doorwijzer.",
                license: "https://creativecommons.org/licenses/by/4.0/",
                publisher: Publisher(name: fund, website: origin),
                accessURL: "\(origin)/open-data",
                downloadURL: "\(origin)/open-data/toekenningen.json",
                modified: (grants.map(\.updatedAt).max()).map { time.today(at: $0).iso8601 },
                grants: grants.map { grant($0, fund: fund) }
            )
        )
    }

    private struct Package: Encodable {
        let version: String
        let title: String
        let description: String
        let license: String
        let publisher: Publisher
        let accessURL: String
        let downloadURL: String
        let modified: String?
        let grants: [Grant]
    }

    private struct Publisher: Encodable {
        let name: String
        let website: String
    }

    private struct Grant: Encodable {
        let id: String
        let title: String
        let description: String
        let currency: String
        /// In euros; the standard wants a number.
        let amountAwarded: Decimal
        let awardDate: String
        let recipientOrganization: [Organization]
        let fundingOrganization: [Organization]
        let beneficiaryLocation: [Location]
        let plannedDates: [Event]
        let actualDates: [Event]
        let grantProgramme: [Programme]
        let classifications: [Classification]
        let url: String
        let dataSource: String
        let dateModified: Date
    }

    private struct Organization: Encodable {
        let id: String
        let name: String
    }

    private struct Location: Encodable {
        let name: String
        let countryCode: String
        /// Of the municipality (CBS) or of the labour-market region (AZW).
        let geoCode: String
        let latitude: String?
        let longitude: String?
    }

    private struct Event: Encodable {
        let startDate: String
        let endDate: String?
    }

    private struct Programme: Encodable {
        let code: String
        let title: String
        let url: String
    }

    private struct Classification: Encodable {
        let vocabulary: String
        let code: String
        let title: String
        let url: String
    }

    /// The municipalities where the work is; where they are not known its regions, which have no point of their own.
    private func locations(_ grant: GrantStore.Grant) -> [Location] {
        let towns = grant.municipalities.compactMap(reference.municipality).map { place in
            Location(
                name: place.name,
                countryCode: "NL",
                geoCode: place.code.rawValue,
                latitude: "\(place.latitude)",
                longitude: "\(place.longitude)"
            )
        }
        guard towns.isEmpty else { return towns }
        return grant.regions.compactMap(reference.region).map { region in
            Location(
                name: region.name,
                countryCode: "NL",
                geoCode: region.code.rawValue,
                latitude: nil,
                longitude: nil
            )
        }
    }

    private func dates(from start: CalendarDate?, to end: CalendarDate?) -> [Event] {
        start.map { [Event(startDate: $0.iso8601, endDate: end?.iso8601)] } ?? []
    }

    private func grant(_ grant: GrantStore.Grant, fund: String) -> Grant {
        let isOver = grant.state == .ended || grant.state == .stopped
        let texts = [grant.subject, grant.problem, grant.approach].filter { !$0.isEmpty }
        return Grant(
            id: "\(Self.prefix)-\(grant.projectID)",
            title: grant.isFictional ? "\(grant.name) (verzonnen voorbeeld)" : grant.name,
            description: texts.isEmpty ? grant.name : texts.joined(separator: "\n\n"),
            currency: "EUR",
            amountAwarded: Decimal(grant.amount.cents) / 100,
            awardDate: time.today(at: grant.awardedAt).iso8601,
            recipientOrganization: [
                Organization(id: "\(Self.prefix)-org:\(grant.organisationID)", name: grant.organisationName)
            ],
            fundingOrganization: [Organization(id: "\(Self.prefix)-org:fonds", name: fund)],
            beneficiaryLocation: locations(grant),
            plannedDates: isOver ? [] : dates(from: grant.startsOn, to: grant.endsOn),
            actualDates: grant.state == .planned ? [] : dates(from: grant.startsOn, to: isOver ? grant.endsOn : nil),
            grantProgramme: [
                Programme(
                    code: "stimuleringsregeling-\(grant.year)",
                    title: "Stimuleringsregeling \(grant.year)",
                    url: "\(origin)/subsidie"
                )
            ],
            classifications: grant.bottlenecks.compactMap(reference.bottleneck).map { bottleneck in
                Classification(
                    vocabulary: "Knelpunten van Doorwijzer",
                    code: bottleneck.code.rawValue,
                    title: bottleneck.name,
                    url: "\(origin)/knelpunten/\(bottleneck.slug)"
                )
            },
            url: "\(origin)/projecten/\(grant.slug)",
            dataSource: "\(origin)/open-data",
            dateModified: grant.updatedAt
        )
    }
}
