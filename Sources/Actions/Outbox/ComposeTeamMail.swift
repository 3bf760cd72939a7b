import Domain
import Foundation
import Mail
import Postgres
import Store

/// Letters to a team, read as that team: what a colleague could look up anyway, said when it happens.
struct ComposeTeamMail: Sendable {
    let world: World

    func callAsFunction(_ kind: MailKind, _ message: OutboxStore.Claimed) async throws -> ComposeMail.Composed? {
        guard let id = message.teamID else { return nil }
        let found = try await world.database.transaction(as: .visitor) { connection in
            try await MailReceiverStore.team(id, on: connection)
        }
        guard let team = found, let to = EmailAddress(team.mail) else { return nil }
        let acting = Acting(teamID: team.id, regionCode: team.regionCode)
        let letter = try await world.database.transaction(as: acting) { connection -> TeamLetter? in
            switch kind {
            case .proposalAnswered, .callWanted: try await proposal(kind, message, team, on: connection)
            case .referralReceived, .referralAnswered: try await referral(kind, message, team, on: connection)
            case .consentWithdrawn: try await withdrawn(message, team, on: connection)
            case .referralErased, .fileErased: try await erased(kind, message, team, on: connection)
            case .filesJoined: try await joined(message, team, on: connection)
            default: try await failed(message, team, on: connection)
            }
        }
        return letter.map { ComposeMail.Composed(letter: $0, to: to) }
    }

    private func proposal(
        _ kind: MailKind,
        _ message: OutboxStore.Claimed,
        _ team: MailReceiverStore.Team,
        on connection: Connection
    ) async throws -> TeamLetter? {
        guard let reference = message.facts["proposal"].flatMap({ Reference(typed: $0) }),
            let row = try await ProposalStore.find(reference, of: team.id, on: connection)
        else { return nil }
        let contacts = try await ProposalStore.contacts(of: row.practiceID, on: connection)
        return TeamLetter(
            kind,
            team: team.name,
            reference: reference.text,
            party: row.practiceName,
            answer: kind == .callWanted ? "Wat de praktijk erbij schreef, lees je op de pagina." : answer(row),
            dueOn: row.isLive ? row.dueOn.dutchShort(seenOn: world.today) : "",
            phone: contacts.first { !$0.phone.isEmpty }.map { ComposeMail.phone($0.phone) } ?? "",
            link: world.publicOrigin + "/voorstellen/\(reference)"
        )
    }

    private func answer(_ row: ProposalRow) -> String {
        let today = world.today
        switch row.state {
        case .interview:
            let when = row.interviewOn.map { " op \($0.dutchShort(seenOn: today))" } ?? ""
            return "Ja, plan een klikgesprek\(when)."
        case .agreed: return "Akkoord: deze kandidaat mag komen."
        case .notNow: return "Nu niet, wel vanaf \(row.notBeforeOn?.dutchShort(seenOn: today) ?? "later")."
        case .declined: return "Nee, omdat: \(row.declineReason?.dutchName ?? "geen reden genoemd")."
        case .open, .lapsed, .withdrawn: return "Het voorstel is nu: \(row.state.dutchName)."
        }
    }

    private func referral(
        _ kind: MailKind,
        _ message: OutboxStore.Claimed,
        _ team: MailReceiverStore.Team,
        on connection: Connection
    ) async throws -> TeamLetter? {
        guard let reference = message.facts["referral"].flatMap({ Reference(typed: $0) }),
            let row = try await ReferralStore.find(reference, on: connection)
        else { return nil }
        let link = world.publicOrigin + "/doorverwijzingen/\(reference)"
        if kind == .referralReceived {
            guard row.state == .open, row.dueOn >= world.today else { return nil }
            return TeamLetter(
                kind,
                team: team.name,
                reference: reference.text,
                party: row.sendingRegionName,
                dueOn: row.dueOn.dutchShort(seenOn: world.today),
                phone: ComposeMail.phone(row.sendingTeamPhone),
                link: link
            )
        }
        return TeamLetter(
            kind,
            team: team.name,
            reference: reference.text,
            party: row.receivingTeamName ?? row.receivingRegionName,
            answer: answer(row),
            phone: row.receivingTeamPhone.map { ComposeMail.phone($0) } ?? "",
            link: link
        )
    }

    private func answer(_ row: ReferralRow) -> String {
        switch row.state {
        case .accepted: "Ja, we nemen deze kandidaat over. Het traject staat nu bij ons."
        case .declined:
            "We kunnen deze kandidaat niet overnemen: \(row.declineReason?.dutchName ?? "geen reden genoemd")."
        case .open, .lapsed, .withdrawn: "De doorverwijzing is nu: \(row.state.dutchName)."
        }
    }

    /// The receiver does not see the referral any more; what it may know came with the message.
    private func withdrawn(
        _ message: OutboxStore.Claimed,
        _ team: MailReceiverStore.Team,
        on connection: Connection
    ) async throws -> TeamLetter? {
        guard let reference = message.facts["referral"].flatMap({ Reference(typed: $0) }) else { return nil }
        var sender: MailReceiverStore.Team?
        if let id = message.facts["sender"].flatMap({ Team.ID($0) }) {
            sender = try await MailReceiverStore.team(id, on: connection)
        }
        return TeamLetter(
            .consentWithdrawn,
            team: team.name,
            reference: reference.text,
            party: sender?.regionName ?? "een andere regio",
            phone: sender.map { ComposeMail.phone($0.phone) } ?? "",
            link: world.publicOrigin + "/doorverwijzingen/\(reference)"
        )
    }

    private func failed(
        _ message: OutboxStore.Claimed,
        _ team: MailReceiverStore.Team,
        on connection: Connection
    ) async throws -> TeamLetter? {
        if let reference = message.facts["proposal"].flatMap({ Reference(typed: $0) }),
            message.facts["kind"] != MailKind.introductionAsked.rawValue
        {
            guard let row = try await ProposalStore.find(reference, of: team.id, on: connection), row.isLive else {
                return nil
            }
            let contacts = try await ProposalStore.contacts(of: row.practiceID, on: connection)
            return TeamLetter(
                .mailFailed,
                team: team.name,
                reference: "voorstel \(reference)",
                party: row.practiceName,
                dueOn: row.dueOn.dutchShort(seenOn: world.today),
                phone: contacts.first { !$0.phone.isEmpty }.map { ComposeMail.phone($0.phone) } ?? "",
                link: world.publicOrigin + "/voorstellen/\(reference)"
            )
        }
        guard let id = message.caseID, let file = try await CaseFileStore.find(id, on: connection) else { return nil }
        return TeamLetter(
            .mailFailed,
            team: team.name,
            reference: "traject \(file.reference)",
            party: "de kandidaat",
            link: world.publicOrigin + "/kandidaten/\(file.reference)"
        )
    }
}
