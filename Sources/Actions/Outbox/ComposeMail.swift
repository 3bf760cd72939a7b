import Domain
import Foundation
import Mail
import Postgres
import Store

/// Turns a message of the outbox into a letter, with what is known at this moment. Each read acts as whoever the letter is for,
/// so that a letter cannot hold what its reader may not see.
struct ComposeMail: Sendable {
    let world: World

    struct Composed: Sendable {
        let letter: any Letter
        let to: EmailAddress
        /// The single-use link in it, whose hash is stored now.
        var link: (token: LinkToken, purpose: MailLinkStore.Purpose)?
    }

    /// Nil when there is nobody to tell any more, or nothing to say.
    /// - Throws: ``UnknownMail``, and what the database throws.
    func callAsFunction(_ message: OutboxStore.Claimed) async throws -> Composed? {
        guard let kind = MailKind(rawValue: message.kind) else { throw UnknownMail() }
        switch kind {
        case .invitation: return try await account(kind, message, .invitation)
        case .passwordReset: return try await account(kind, message, .passwordReset)
        case .passwordChanged, .secondFactorChanged: return try await account(kind, message, nil)
        case .candidateSignIn: return try await candidate(kind, message, .candidateSignIn)
        case .candidateRegistration, .erased: return try await address(kind, message)
        case .candidateMailChange: return try await candidate(kind, message, .candidateMailChange)
        case .candidateMailChanged: return try await candidate(kind, message, nil)
        case .candidateRegistered, .fileMoved, .introductionAsked, .duplicateFound, .retentionWarning:
            return try await candidate(kind, message, nil)
        case .proposalAsked, .proposalReminder: return try await practice(kind, message)
        case .proposalAnswered, .callWanted, .referralReceived, .referralAnswered, .consentWithdrawn, .mailFailed,
            .referralErased, .fileErased, .filesJoined:
            return try await ComposeTeamMail(world: world)(kind, message)
        case .applicationSubmitted, .applicationArrived, .applicationQuestion, .applicationReminder,
            .applicationQuestionTakenBack, .applicationAnswered, .applicationGranted,
            .applicationWaiting, .applicationRefused, .projectPageReady, .reportAsked, .reportArrived,
            .partnersBelowMinimum, .projectHandedOver, .pageHeldBack, .pageReleased, .pageRemoved:
            return try await ComposeSchemeMail(world: world)(kind, message)
        case .meetingJoined, .meetingSeat, .meetingReminder, .meetingChanged, .questionsAsked, .questionAnswered,
            .practiceDecided, .practiceConfirmation, .copyOutcome, .textHeldBack:
            return try await ComposeNetworkMail(world: world)(kind, message)
        }
    }

    // MARK: Accounts

    private func account(
        _ kind: MailKind,
        _ message: OutboxStore.Claimed,
        _ purpose: MailLinkStore.Purpose?
    ) async throws -> Composed? {
        guard let id = message.staffMemberID else { return nil }
        return try await world.database.transaction(as: .visitor) { connection in
            guard let person = try await StaffStore.find(id, on: connection), !person.isDisabled,
                let to = EmailAddress(person.mail)
            else { return nil }
            if try await isFresh(purpose, for: .staff(id), message, on: connection) { return nil }
            let link = try await link(purpose, for: .staff(id), on: connection)
            let letter = AccountLetter(
                kind,
                name: person.name,
                organisation: person.organisationName,
                link: link?.url ?? "",
                until: link?.until ?? "",
                moment: world.time.dutchShort(message.createdAt),
                accountURL: world.publicOrigin + "/account"
            )
            return Composed(letter: letter, to: to, link: link.map { ($0.token, $0.purpose) })
        }
    }

    // MARK: Candidates

    private func candidate(
        _ kind: MailKind,
        _ message: OutboxStore.Claimed,
        _ purpose: MailLinkStore.Purpose?
    ) async throws -> Composed? {
        guard let id = message.candidateID else { return nil }
        let receiver = try await world.database.transaction(as: .candidate(id)) { connection in
            try await MailReceiverStore.candidate(id, on: connection)
        }
        // About a change of address: to the one that is not the candidate's yet, or no longer.
        let address = message.facts["mail"] ?? receiver?.mail
        guard let receiver, let to = address.flatMap({ EmailAddress($0) }) else { return nil }
        let subject: MailLinkStore.Subject = purpose == .candidateMailChange ? .candidateMail(id, to) : .candidate(id)
        return try await world.database.transaction(as: .visitor) { connection in
            if try await isFresh(purpose, for: subject, message, on: connection) { return nil }
            let team = try await MailReceiverStore.team(receiver.teamID, on: connection)
            let link = try await link(purpose, for: subject, on: connection)
            let letter = CandidateLetter(
                kind,
                name: receiver.givenName,
                team: team.map { .init(name: $0.name, phone: Self.phone($0.phone)) },
                link: link?.url ?? world.publicOrigin + Self.page(kind),
                until: link?.until ?? eraseDay(message)?.dutchLong ?? "",
                about: try await about(kind, message, on: connection)
            )
            return Composed(letter: letter, to: to, link: link.map { ($0.token, $0.purpose) })
        }
    }

    /// On which day a file is erased: the days before it count from now, when the mail goes out.
    private func eraseDay(_ message: OutboxStore.Claimed) -> CalendarDate? {
        guard let day = message.facts["on"].flatMap({ CalendarDate(iso: $0) }) else { return nil }
        return max(day, world.today + (message.facts["days"].flatMap { Int($0) } ?? 0))
    }

    private func about(_ kind: MailKind, _ message: OutboxStore.Claimed, on connection: Connection) async throws
        -> String
    {
        switch kind {
        case .fileMoved:
            var names: [String] = []
            for fact in ["from", "to"] {
                guard let code = message.facts[fact].map({ RegionCode($0) }) else { continue }
                names.append(try await MailReceiverStore.regionName(code, on: connection))
            }
            return names.joined(separator: " → ")
        case .introductionAsked:
            let practice = message.facts["practice"].flatMap { Practice.ID($0) }
            guard let practice else { return "Een praktijk" }
            return try await PracticeStore.find(practice, on: connection)?.name ?? "Een praktijk"
        default: return ""
        }
    }

    /// To an address that belongs to nobody here yet, or nobody any more; the message is removed once it is sent.
    private func address(_ kind: MailKind, _ message: OutboxStore.Claimed) async throws -> Composed? {
        guard let to = message.facts["mail"].flatMap({ EmailAddress($0) }) else { return nil }
        let purpose: MailLinkStore.Purpose? = kind == .candidateRegistration ? .candidateRegistration : nil
        return try await world.database.transaction(as: .visitor) { connection in
            if try await isFresh(purpose, for: .mail(to), message, on: connection) { return nil }
            let link = try await link(purpose, for: .mail(to), on: connection)
            var team: MailReceiverStore.Team?
            if let id = message.facts["team"].flatMap({ Team.ID($0) }) {
                team = try await MailReceiverStore.team(id, on: connection)
            }
            let letter = CandidateLetter(
                kind,
                name: "",
                team: team.map { CandidateLetter.Team(name: $0.name, phone: Self.phone($0.phone)) },
                link: link?.url ?? world.publicOrigin + Self.page(kind),
                until: link?.until ?? ""
            )
            return Composed(letter: letter, to: to, link: link.map { ($0.token, $0.purpose) })
        }
    }

    private static func page(_ kind: MailKind) -> String {
        switch kind {
        case .duplicateFound: "/mijn/dubbel"
        case .retentionWarning: "/mijn/gegevens"
        case .erased: "/kandidaat-worden"
        default: "/mijn"
        }
    }

    // MARK: Practices

    private func practice(_ kind: MailKind, _ message: OutboxStore.Claimed) async throws -> Composed? {
        guard let id = message.proposalID else { return nil }
        let (found, levels) = try await world.database.transaction(as: .practice(id)) { connection in
            (try await PracticeCardStore.card(on: connection), try await PracticeCardStore.levels(on: connection))
        }
        // Answered, taken back or too late: whoever still writes then only confuses.
        guard let card = found, card.state == .open, card.dueOn >= world.today else { return nil }
        let team = Acting(teamID: card.teamID, regionCode: card.regionCode)
        let contact = try await world.database.transaction(as: team) { connection in
            try await MailReceiverStore.contact(of: card.practiceID, on: connection)
        }
        guard let contact, let to = EmailAddress(contact.mail) else { return nil }
        let token = try await world.database.transaction(as: .visitor) { connection in
            try await world.makeLink(
                .practiceAnswer,
                for: .proposal(id),
                until: AnswerByLink.linkEnd(card, time: world.time),
                on: connection
            )
        }
        let letter = PracticeLetter(
            kind,
            contactName: contact.name,
            practice: card.practiceName,
            place: PracticeProfile.place(card),
            period: PracticeProfile.period(card),
            days: PracticeProfile.days(card),
            profile: PracticeProfile.sentences(card, levels: levels).map { PracticeLetter.Line($0) },
            dueOn: card.dueOn.dutchShort(seenOn: world.today),
            link: world.publicOrigin + MailLinkStore.Purpose.practiceAnswer.path(token),
            coordinator: card.coordinatorName ?? "een coördinator",
            team: card.teamName,
            phone: Self.phone(card.coordinatorPhone.flatMap { $0.isEmpty ? nil : $0 } ?? card.teamPhone),
            mail: card.teamMail
        )
        return Composed(letter: letter, to: to, link: (token, .practiceAnswer))
    }

    // MARK: Links

    private struct Link {
        let token: LinkToken
        let purpose: MailLinkStore.Purpose
        let url: String
        let until: String
    }

    /// Whether a link that was just sent still works: then another mail tells nothing new. A message that failed before is
    /// sent all the same.
    private func isFresh(
        _ purpose: MailLinkStore.Purpose?,
        for subject: MailLinkStore.Subject,
        _ message: OutboxStore.Claimed,
        on connection: Connection
    ) async throws -> Bool {
        guard let purpose, let pace = purpose.pace, message.attempts == 1 else { return false }
        return try await MailLinkStore.hasFresh(purpose, for: subject, pace: pace, at: world.now(), on: connection)
    }

    private func link(
        _ purpose: MailLinkStore.Purpose?,
        for subject: MailLinkStore.Subject,
        on connection: Connection
    ) async throws -> Link? {
        guard let purpose else { return nil }
        let token = try await world.makeLink(purpose, for: subject, on: connection)
        return Link(
            token: token,
            purpose: purpose,
            url: world.publicOrigin + purpose.path(token),
            until: world.time.dutchShort(world.now() + purpose.seconds)
        )
    }

    static func phone(_ stored: String) -> String { PhoneNumber(stored).map { "\($0)" } ?? stored }
}

/// The outbox holds a kind that this program does not know: another version wrote it.
struct UnknownMail: Error {}
