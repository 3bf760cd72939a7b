import Actions
import Domain
import Foundation
import Logging
import Matching
import Postgres
import Store
import TestSupport

extension TestWorld {
    /// The first searching case, by its kenmerk, with a place that fits it in its own region or elsewhere.
    func searchingCase(
        elsewhere: Bool
    ) async throws -> (actor: Actor, ranking: RankPlacesForCase.Ranking, place: Reference, region: RegionCode) {
        let cases = try await owner.withConnection { connection in
            try await connection.query(
                """
                select f.reference, f.team_id, f.region_code,
                    (select m.staff_member_id from staff_roles m where m.team_id = f.team_id order by m.staff_member_id limit 1)
                from case_files f where f.state = 'searching' order by f.reference limit 200
                """
            ) { row in
                let reference: Reference = try row.next()
                let (team, region): (Team.ID, RegionCode) = (try row.next(), try row.next())
                return (Actor(staffMemberID: try row.next(), teamID: team, regionCode: region), reference)
            }
        }
        let snapshot = MatchSnapshot(world: world, logger: Logger(label: "test"))
        for (actor, reference) in cases {
            let ranking = try await RankPlacesForCase(world: world, matching: snapshot)(reference, by: actor)
            if let place = (elsewhere ? ranking.elsewhere : ranking.own).first?.place {
                return (actor, ranking, place.reference, place.regionCode)
            }
        }
        throw NotFound()
    }
}

extension WebClient {
    /// Presses the first button whose text begins so.
    func press(beginning: String) async throws {
        let button = page.forms.flatMap(\.buttons).first { $0.text.hasPrefix(beginning) }
        try await press(button?.text ?? beginning)
    }
}
