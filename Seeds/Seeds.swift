public import Foundation

/// Where the seed files are, nothing else: what they mean stands in the README beside them.
///
/// CSV files are UTF-8 with a header line, `;` between the fields and RFC 4180 quotes. JSON files have camelCase keys.
public enum Seeds {
    /// A seed file that the build does not have.
    public struct Missing: Error, CustomStringConvertible {
        /// The path that was asked for, relative to `Seeds`.
        public let path: String

        public var description: String { "seed file \(path) is missing" }
    }

    /// Facts and rules that every installation needs, in an order in which each file refers only to earlier ones.
    public static let referenceFiles = [
        "Reference/regions.csv",
        "Reference/region_neighbours.csv",
        "Reference/municipalities.csv",
        "Reference/map_places.csv",
        "Reference/qualifications.csv",
        "Reference/roles.csv",
        "Reference/framework-v1.json",
        "Reference/activities.csv",
        "Reference/wishes.csv",
        "Reference/scoring-model-v1.json",
        "Reference/reasons.csv",
        "Reference/due_rules.csv",
        "Reference/consent_texts.csv",
        "Reference/school_holidays.csv",
        "Reference/organisations.csv",
        "Reference/schools.csv",
        "Reference/bottlenecks.csv",
        "Reference/bottleneck_terms.csv",
        "Reference/reason_bottlenecks.csv",
        "Reference/step_bottlenecks.csv",
        "Reference/word_families.csv",
        "Reference/compound_parts.csv",
        "Reference/scheme_years.csv",
        "Reference/projects.csv",
        "Reference/meetings.csv",
    ]

    /// Invented words and names from which the fictional country is made.
    public static let demoFiles = [
        "Demo/first-names.csv",
        "Demo/last-names.csv",
        "Demo/practice-names.csv",
        "Demo/streets.csv",
        "Demo/staff-functions.csv",
        "Demo/team-names.csv",
        "Demo/motivations.csv",
        "Demo/backgrounds.csv",
        "Demo/call-notes.csv",
        "Demo/sentences.csv",
        "Demo/phone-ranges.csv",
        "Demo/mail-domains.csv",
        "Demo/organisations.csv",
        "Demo/schools.csv",
        "Demo/projects.csv",
        "Demo/good-practices.csv",
        "Demo/questions.csv",
        "Demo/answers.csv",
        "Demo/meetings.csv",
        "Demo/member-sentences.csv",
        "Demo/toolbox.csv",
        "Demo/search-queries.csv",
    ]

    /// The place of one file, e.g. `Reference/regions.csv`.
    ///
    /// - Throws: ``Missing`` when the build has no such file.
    public static func url(_ path: String) throws(Missing) -> URL {
        let root = Bundle.module.resourceURL ?? Bundle.module.bundleURL
        let url = root.appending(path: path)
        guard FileManager.default.fileExists(atPath: url.path) else { throw Missing(path: path) }
        return url
    }
}
