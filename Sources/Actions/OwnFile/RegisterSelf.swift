public import Domain
import Foundation
import Mail
import Postgres
public import Store

/// A candidate registers without anyone's help: by the link that proves the address, with the team that covers where the
/// candidate lives.
public struct RegisterSelf: Sendable {
    let world: World
    let reference: ReferenceData

    public init(world: World, reference: ReferenceData) {
        self.world = world
        self.reference = reference
    }

    /// What stands behind a link.
    public struct Invitation: Sendable {
        public let mail: EmailAddress
        /// This address has a file already: perhaps the candidate's own, perhaps of someone who shares it.
        public let isKnown: Bool
    }

    /// Opening uses nothing.
    /// - Throws: `NotFound` when the link never was one, was used, or is too old.
    public func open(_ token: LinkToken) async throws -> Invitation {
        try await world.database.transaction(as: .visitor) { connection in
            guard let row = try await MailLinkStore.find(token.hash, .candidateRegistration, on: connection),
                row.usedAt == nil, row.expiresAt > world.now(), case .mail(let mail) = row.subject
            else { throw NotFound() }
            let known = try await OwnFileStore.candidates(withMail: mail, on: connection)
            return Invitation(mail: mail, isKnown: !known.isEmpty)
        }
    }

    /// The teams that help someone who lives there; several where organisations share a municipality.
    public func teams(for municipality: MunicipalityCode) async throws -> [OrganisationStore.TeamRow] {
        try await world.database.transaction(as: .visitor) { connection in
            try await OwnFileStore.teams(for: municipality, on: world.today, connection: connection)
        }
    }

    /// - Parameters:
    ///   - draft: its mail address is replaced by the one that was proved.
    ///   - team: one of ``teams(for:)``; needed only when there are several.
    ///   - consents: regions that may look, each asked for apart.
    /// - Throws: `Rejected` with the names of ``CandidateDraft/Field``, and `team`; `NotFound` for a link that is over.
    public func callAsFunction(
        _ draft: CandidateDraft,
        team: Team.ID?,
        consents: [ConsentDraft],
        by token: LinkToken
    ) async throws -> Candidate.ID {
        let problems = draft.problems(today: world.today)
        guard problems.isEmpty else { throw Rejected(fields: problems) }
        guard let region = reference.municipality(draft.municipalityCode)?.regionCode else {
            throw Rejected(CandidateDraft.Field.municipality.rawValue, "Kies een gemeente uit de lijst.")
        }
        let teams = try await teams(for: draft.municipalityCode)
        guard let chosen = teams.count == 1 ? teams[0].id : teams.first(where: { $0.id == team })?.id else {
            throw Rejected("team", teams.isEmpty ? Self.nobody : "Kies welke organisatie je mag helpen.")
        }
        return try await insert(draft, token, chosen, region, consents)
    }

    private static let nobody = """
        In jouw gemeente werkt nog geen team met Doorwijzer. Bel ons: het nummer staat onderaan de pagina. We zoeken met \
        je mee.
        """

    /// The newcomer does it, with no rights but on a file of the own that is not there yet.
    private func insert(
        _ draft: CandidateDraft,
        _ token: LinkToken,
        _ team: Team.ID,
        _ region: RegionCode,
        _ consents: [ConsentDraft]
    ) async throws -> Candidate.ID {
        let registered = RegisterCandidate.Registered(
            candidateID: world.newID(),
            caseID: world.newID(),
            reference: world.newReference()
        )
        let acting = Acting.candidate(registered.candidateID)
        return try await world.database.transaction(as: acting) { connection in
            guard
                try await OwnFileStore.begin(
                    draft,
                    world.newReference(),
                    team: team,
                    by: token.hash,
                    at: world.now(),
                    on: connection
                )
            else { throw NotFound() }
            do {
                try await CandidateStore.insertRegions(
                    draft.willingRegions,
                    of: registered.candidateID,
                    team: team,
                    on: connection
                )
            } catch let error as DatabaseError {
                throw rejection(of: error)
            }
            try await RegisterCandidate(world: world).open(
                registered,
                draft,
                consents: consents,
                origin: .candidate,
                isFictional: false,
                due: try await DueDates.read(today: world.today, on: connection),
                as: acting,
                team: team,
                region: region,
                on: connection
            )
            try await world.tell(
                .candidateRegistered,
                case: registered.caseID,
                team: team,
                candidate: registered.candidateID,
                on: connection
            )
            return registered.candidateID
        }
    }
}
