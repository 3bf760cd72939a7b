import Domain
import Foundation
import Mail
import Postgres
import Store

// What a team hears when a person is gone or was there twice. The facts hold a region, a practice, a team or a step: nothing by
// which the person is found.

extension ComposeTeamMail {
    func erased(
        _ kind: MailKind,
        _ message: OutboxStore.Claimed,
        _ team: MailReceiverStore.Team,
        on connection: Connection
    ) async throws -> TeamLetter? {
        var region = "een andere regio"
        if let code = message.facts["region"] {
            region = try await MailReceiverStore.regionName(RegionCode(code), on: connection)
        }
        var answer: [String] = []
        var phone = ""
        if let state = message.facts["state"].flatMap({ CaseState(rawValue: $0) }) {
            answer.append("Het traject stond op “\(state.dutchName)” en is weg uit jullie lijst.")
        }
        if let practice = message.facts["practice"].flatMap({ Practice.ID($0) }),
            let row = try await PracticeStore.find(practice, on: connection)
        {
            answer.append("\(row.name) rekende op deze kandidaat of had een voorstel. Die stoel is weer vrij.")
            phone =
                try await ProposalStore.contacts(of: practice, on: connection).first { !$0.phone.isEmpty }?.phone ?? ""
        }
        return TeamLetter(
            kind,
            team: team.name,
            reference: "",
            party: region,
            answer: answer.joined(separator: " "),
            phone: phone.isEmpty ? "" : ComposeMail.phone(phone),
            link: world.publicOrigin + "/werklijst"
        )
    }

    func joined(
        _ message: OutboxStore.Claimed,
        _ team: MailReceiverStore.Team,
        on connection: Connection
    ) async throws -> TeamLetter? {
        guard let id = message.caseID, let file = try await CaseFileStore.find(id, on: connection) else { return nil }
        var other: MailReceiverStore.Team?
        if let id = message.facts["team"].flatMap({ Team.ID($0) }) {
            other = try await MailReceiverStore.team(id, on: connection)
        }
        return TeamLetter(
            .filesJoined,
            team: team.name,
            reference: file.reference.text,
            party: other.map { "\($0.name), regio \($0.regionName)" } ?? "een ander team",
            answer: file.state.isOpen
                ? "Jullie zoeken verder. Het traject bij het andere team is geëindigd."
                : "Het andere team zoekt verder. Jullie traject is geëindigd; wat nog openstond is ingetrokken.",
            phone: other.map { ComposeMail.phone($0.phone) } ?? "",
            link: world.publicOrigin + "/kandidaten/\(file.reference)"
        )
    }
}
