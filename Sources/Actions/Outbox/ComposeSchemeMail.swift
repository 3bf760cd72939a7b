import Domain
import Foundation
import Mail
import Postgres
import Store

/// Letters about an application, read as the leader or the member of the fund who gets them.
struct ComposeSchemeMail: Sendable {
    let world: World

    func callAsFunction(_ kind: MailKind, _ message: OutboxStore.Claimed) async throws -> ComposeMail.Composed? {
        guard let id = message.staffMemberID,
            let reference = message.facts["application"].flatMap({ Reference(typed: $0) })
        else { return nil }
        let organisation = message.facts["organisation"].flatMap { Organisation.ID($0) }
        let acting = Acting(
            staffMemberID: id,
            role: organisation == nil ? message.facts["role"] : StaffRole.projectLeader.rawValue,
            organisationID: organisation
        )
        return try await world.database.transaction(as: acting) { connection in
            guard let person = try await StaffStore.find(id, on: connection), !person.isDisabled,
                let to = EmailAddress(person.mail),
                let row = try await ApplicationStore.find(reference, on: connection)
            else { return nil }
            // Answered, decided, reported or handed over meanwhile: whoever still writes then only confuses.
            guard Self.isStillTrue(kind, row), organisation == nil || row.leaderID == id else { return nil }
            var page: ProjectPageStore.Row?
            if let slug = row.projectSlug { page = try await ProjectPageStore.find(slug: slug, on: connection) }
            guard Self.isAbout(kind, page) else { return nil }
            let question = try await ApplicationQuestionStore.questions(of: row.id, on: connection).first
            // Of a question that was answered or taken back nobody is reminded, nor of the next one too early.
            if let asked = message.facts["question"] {
                guard let question, question.isOpen, question.id.uuidString.lowercased() == asked else { return nil }
            }
            let letter = SchemeLetter(
                kind,
                name: person.name,
                project: row.name,
                reference: row.reference.text,
                organisation: row.organisationName,
                amount: (row.granted ?? row.requested)?.text ?? "",
                text: Self.text(kind, row, question, page),
                advice: kind == .applicationRefused ? row.advice ?? "" : "",
                dueOn: dueOn(kind, row, question),
                partners: PartnerWords.takePart(row.partnerCount),
                minimumPartners: "\(row.minimumPartners)",
                link: world.publicOrigin + Self.path(kind, row, isLeader: organisation != nil),
                pageURL: row.projectSlug.map { "\(world.publicOrigin)/projecten/\($0)" } ?? "",
                membershipURL: "\(world.publicOrigin)/leernetwerk/lidmaatschap"
            )
            return ComposeMail.Composed(letter: letter, to: to)
        }
    }

    private static func isStillTrue(_ kind: MailKind, _ row: ApplicationStore.Row) -> Bool {
        switch kind {
        case .applicationQuestion, .applicationReminder: row.state == .asked
        case .applicationQuestionTakenBack: row.state != .asked
        case .applicationWaiting: row.state == .waiting
        case .projectPageReady: row.projectSlug != nil
        case .reportAsked: row.state == .running && !row.hasFinalReport
        case .partnersBelowMinimum: row.lacksPartners
        default: true
        }
    }

    /// Whether the page is still as the mail says; another mail tells what became of it.
    private static func isAbout(_ kind: MailKind, _ page: ProjectPageStore.Row?) -> Bool {
        switch kind {
        case .pageHeldBack: page?.publication == .heldBack
        case .pageReleased: page?.publication == .published
        case .pageRemoved: page?.publication == .removed
        default: true
        }
    }

    private static func text(
        _ kind: MailKind,
        _ row: ApplicationStore.Row,
        _ question: ApplicationQuestionStore.Question?,
        _ page: ProjectPageStore.Row?
    ) -> String {
        switch kind {
        case .applicationQuestion, .applicationReminder: question?.question ?? ""
        case .pageHeldBack, .pageRemoved: page?.publicationReason ?? ""
        default: row.decisionReason ?? ""
        }
    }

    private func dueOn(
        _ kind: MailKind,
        _ row: ApplicationStore.Row,
        _ question: ApplicationQuestionStore.Question?
    ) -> String {
        switch kind {
        case .applicationQuestion, .applicationReminder: question?.dueOn.dutchLong ?? ""
        case .reportAsked: row.endsOn?.dutchLong ?? ""
        default: ""
        }
    }

    private static func path(_ kind: MailKind, _ row: ApplicationStore.Row, isLeader: Bool) -> String {
        guard isLeader else { return row.fundPath }
        switch kind {
        case .applicationSubmitted: return "\(row.path)/ontvangst"
        case .applicationQuestion, .applicationReminder: return "\(row.path)/antwoord"
        case .applicationGranted, .applicationWaiting, .applicationRefused: return "\(row.path)/brief"
        case .projectPageReady, .pageHeldBack: return row.projectSlug.map { "/projecten/\($0)/bewerken" } ?? row.path
        case .reportAsked: return "\(row.path)/verslag/eind"
        default: return row.path
        }
    }
}
