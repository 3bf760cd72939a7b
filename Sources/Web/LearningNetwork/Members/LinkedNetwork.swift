import Actions
import Domain
import Foundation
import Site
import Store

/// What pages of the network are about, as schema.org describes it: no names of persons, and what is invented says so.
enum LinkedNetwork {
    struct Named: Encodable, Sendable {
        let type: String
        let name: String

        enum CodingKeys: String, CodingKey { case type = "@type", name }
    }

    /// Said before the words of what is invented for the demonstration.
    fileprivate static func honest(_ text: String, isFictional: Bool) -> String {
        isFictional ? "Verzonnen voorbeeld. \(text)" : text
    }

    fileprivate static let license = "https://creativecommons.org/licenses/by/4.0/"
}

/// A meeting.
struct LinkedMeeting: Encodable, Sendable {
    let context = "https://schema.org"
    let type = "Event"
    let url: String
    let name: String
    let inLanguage = "nl"
    let description: String?
    /// A moment, or the day of which no more is known.
    let startDate: String
    let endDate: String?
    let eventStatus: String
    let eventAttendanceMode: String
    let location: [Location]
    let maximumAttendeeCapacity: Int?

    struct Location: Encodable, Sendable {
        let type: String
        let name: String?
        let address: String?
        let url: String?

        enum CodingKeys: String, CodingKey { case type = "@type", name, address, url }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context", type = "@type", url, name, inLanguage, description, startDate, endDate, eventStatus,
            eventAttendanceMode, location, maximumAttendeeCapacity
    }

    /// Nil for a meeting of which the source names no day.
    init?(_ meeting: MeetingStore.Row, web: WebServices) {
        guard let start = meeting.startsAt?.formatted(.iso8601) ?? meeting.heldOn?.iso8601 else { return nil }
        url = "\(web.world.publicOrigin)/bijeenkomsten/\(meeting.slug)"
        name = meeting.title
        let agenda = LinkedNetwork.honest(meeting.agenda, isFictional: meeting.isFictional)
        description = agenda.isEmpty ? nil : agenda
        startDate = start
        endDate = meeting.endsAt?.formatted(.iso8601)
        eventStatus = "https://schema.org/\(meeting.state == .cancelled ? "EventCancelled" : "EventScheduled")"
        maximumAttendeeCapacity = meeting.capacity
        let town = meeting.municipalityCode.map(web.reference.municipalityName)
        let region = meeting.regionCode.map(web.reference.regionName)
        let place = meeting.place.isEmpty ? town ?? region : meeting.place
        location =
            (place.map { [Location(type: "Place", name: $0, address: town ?? region ?? $0, url: nil)] } ?? [])
            // The link itself is for whoever comes.
            + (meeting.onlineURL == nil ? [] : [Location(type: "VirtualLocation", name: nil, address: nil, url: url)])
        let mode =
            switch (place, meeting.onlineURL) {
            case (_?, _?): "Mixed"
            case (nil, _?): "Online"
            default: "Offline"
            }
        eventAttendanceMode = "https://schema.org/\(mode)EventAttendanceMode"
    }
}

/// A question to the network with its answers.
struct LinkedQuestion: Encodable, Sendable {
    let context = "https://schema.org"
    let type = "QAPage"
    let url: String
    let inLanguage = "nl"
    let mainEntity: Question

    struct Question: Encodable, Sendable {
        let type = "Question"
        let name: String
        let text: String
        let dateCreated: Date
        let answerCount: Int
        let acceptedAnswer: Answer?
        let suggestedAnswer: [Answer]

        enum CodingKeys: String, CodingKey {
            case type = "@type", name, text, dateCreated, answerCount, acceptedAnswer, suggestedAnswer
        }
    }

    struct Answer: Encodable, Sendable {
        let type = "Answer"
        let text: String
        let dateCreated: Date
        let url: String

        enum CodingKeys: String, CodingKey { case type = "@type", text, dateCreated, url }
    }

    enum CodingKeys: String, CodingKey { case context = "@context", type = "@type", url, inLanguage, mainEntity }

    init(_ question: QuestionStore.Row, _ answers: [QuestionStore.Answer], web: WebServices) {
        let url = "\(web.world.publicOrigin)/vragen/\(question.slug)"
        self.url = url
        func answer(_ answer: QuestionStore.Answer) -> Answer {
            Answer(text: answer.body, dateCreated: answer.answeredAt, url: "\(url)#antwoorden")
        }
        mainEntity = Question(
            name: question.title,
            text: LinkedNetwork.honest(question.body, isFictional: question.isFictional),
            dateCreated: question.askedAt,
            answerCount: answers.count,
            acceptedAnswer: answers.first { $0.helpedAt != nil }.map(answer),
            suggestedAnswer: answers.filter { $0.helpedAt == nil }.map(answer)
        )
    }
}

/// A good practice.
struct LinkedPractice: Encodable, Sendable {
    let context = "https://schema.org"
    let type = "Article"
    let url: String
    let headline: String
    let description: String
    let articleBody: String
    let inLanguage = "nl"
    let license = LinkedNetwork.license
    let datePublished: Date?
    let dateModified: Date
    let author: LinkedNetwork.Named
    let keywords: [String]
    let spatialCoverage: [LinkedNetwork.Named]

    enum CodingKeys: String, CodingKey {
        case context = "@context", type = "@type", url, headline, description, articleBody, inLanguage, license,
            datePublished, dateModified, author, keywords, spatialCoverage
    }

    /// Nil for what is not public.
    init?(_ practice: GoodPracticeStore.Row, web: WebServices) {
        guard practice.state == .published else { return nil }
        url = "\(web.world.publicOrigin)/goede-praktijken/\(practice.slug)"
        headline = practice.name
        description = LinkedNetwork.honest(practice.problem, isFictional: practice.isFictional)
        articleBody = [practice.approach, practice.took, practice.result, practice.didNotWork]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
        datePublished = practice.validatedAt
        dateModified = practice.updatedAt
        author = .init(type: "Organization", name: practice.organisationName)
        keywords = practice.bottlenecks.compactMap { web.reference.bottleneck($0)?.name }
        spatialCoverage = practice.regions.map {
            .init(type: "AdministrativeArea", name: web.reference.regionName($0))
        }
    }
}
