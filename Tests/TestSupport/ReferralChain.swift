import Actions
public import Domain
import Foundation
import Postgres
import Store

extension TestWorld {
    /// A searching case that was referred so often already, and got a no each time; its candidate agrees to one more region.
    ///
    /// The owner writes it without guards: by the pages each hop would need a place that is free.
    public func refuseBefore(_ id: CaseFile.ID, times: Int, then region: RegionCode) async throws {
        let (consent, now, today) = (world.newUUID(), world.now(), world.today)
        let hops = (0..<times).map { _ in (world.newUUID(), world.newReference()) }
        try await owner.transaction { connection in
            for statement: SQL in [
                """
                insert into consents (id, candidate_id, team_id, region_code, text_version, channel, given_at)
                select \(consent), candidate_id, team_id, \(region), 1, 'phone', \(now) from case_files where id = \(id)
                """,
                "alter table referrals disable trigger user",
                """
                insert into referrals (id, reference, case_id, candidate_id, team_id, sending_team_id, sending_region_code,
                    receiving_region_code, consent_id, hop, motivation, state, opened_at, due_on, answered_at, decline_reason,
                    answer_note, version)
                select n.id, n.reference, f.id, f.candidate_id, f.team_id, f.team_id, f.region_code,
                    (select min(code) from regions where level = 'azw' and code not in (f.region_code, \(region))), \(consent),
                    n.hop, 'Vol.', 'declined', \(now), \(today), \(now), 'full', '', 1
                from case_files f, unnest(\(hops.map(\.0)), \(hops.map(\.1))) with ordinality as n (id, reference, hop)
                where f.id = \(id)
                """,
                "alter table referrals enable trigger user",
            ] { _ = try await connection.execute(statement) }
        }
    }
}
