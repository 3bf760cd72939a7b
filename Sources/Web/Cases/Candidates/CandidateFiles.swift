import Actions
import Domain
import Foundation
import HTTPBase
import Hummingbird
import PageKit
import Postgres
import Site
import Store

/// A case with its candidate, as the own team sees it.
struct CandidateFile: Sendable {
    let file: CaseFileStore.Row
    let candidate: CandidateStore.Row

    /// The path of the candidate's page.
    var url: String { "/kandidaten/\(file.reference)" }
    var name: String { candidate.name.full }
}

extension WebServices {
    /// The kenmerk in the path; what is no kenmerk does not exist.
    func reference(_ context: some RequestContext) throws -> Reference {
        guard let reference = context.parameters.get("ref").flatMap({ Reference(typed: $0) }) else { throw NotFound() }
        return reference
    }

    /// A case of the own team with its candidate. That someone looked, and why, is recorded in the same transaction.
    ///
    /// - Throws: `NotFound` also when another team has the case.
    func ownCandidate(
        _ reference: Reference,
        _ actor: Actor,
        _ purpose: CandidateReadStore.Purpose,
        on connection: Connection
    ) async throws -> CandidateFile {
        guard let file = try await CaseFileStore.find(reference, on: connection), file.teamID == actor.teamID,
            let candidate = try await CandidateStore.find(file.candidateID, on: connection)
        else { throw NotFound() }
        try await CandidateReadStore.insert(
            candidate.id,
            purpose,
            id: world.newUUID(),
            acting: actor.acting,
            at: world.now(),
            on: connection
        )
        return CandidateFile(file: file, candidate: candidate)
    }

    /// The parts of a case, each with its own address.
    func candidateTabs(_ file: CaseFileStore.Row, current: String) -> Tabs {
        let url = "/kandidaten/\(file.reference)"
        return Tabs(
            label: "Onderdelen van dit traject",
            [
                ("Overzicht", ""), ("Plekken", "/plekken"), ("Beoordeling", "/beoordeling"),
                ("Toestemming", "/toestemmingen"),
            ].map {
                Tab($0.0, url: url + $0.1, isCurrent: $0.1 == current)
            }
        )
    }

}
