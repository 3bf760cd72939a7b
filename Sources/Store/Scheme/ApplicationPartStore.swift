public import Domain
public import Foundation
public import Postgres

/// What belongs to an application: where the work is, goals, partners and the budget.
public enum ApplicationPartStore {
    /// The application with all of its parts.
    public static func content(of row: ApplicationStore.Row, on connection: Connection) async throws
        -> ApplicationContent
    {
        var content = ApplicationContent(
            name: row.name,
            problem: row.problem,
            approach: row.approach,
            plan: row.plan,
            summary: row.summary
        )
        content.applicant = row.organisationName
        content.routes = row.routes
        content.requested = row.requested
        content.startsOn = row.startsOn
        content.endsOn = row.endsOn
        content.regions = try await connection.values(
            "select region_code from application_regions where application_id = \(row.id) order by 1 limit 50"
        )
        content.municipalities = try await connection.values(
            "select municipality_code from application_municipalities where application_id = \(row.id) order by 1 limit 400"
        )
        content.bottlenecks = try await connection.values(
            "select bottleneck_code from application_bottlenecks where application_id = \(row.id) order by 1 limit 50"
        )
        content.goals = try await connection.query(
            """
            select sentence, unit, (target * 10)::bigint, (reached * 10)::bigint from application_goals
            where application_id = \(row.id) order by position limit 8
            """
        ) { row in
            ApplicationContent.Goal(
                sentence: try row.next(),
                unit: try row.next(),
                target: GoalNumber(tenths: try row.next()),
                reached: try row.nextOptional(Int.self).map { GoalNumber(tenths: $0) }
            )
        }
        content.partners = try await partners(of: row.id, on: connection)
        content.costs = try await connection.query(
            """
            select description, amount_cents from application_costs where application_id = \(row.id)
            order by position limit 20
            """
        ) { row in ApplicationContent.CostLine(description: try row.next(), amount: try row.next()) }
        return content
    }

    public static func partners(of id: GrantApplication.ID, on connection: Connection) async throws
        -> [ApplicationContent.Partner]
    {
        try await connection.query(
            """
            select id, name, kind, contribution, joined_on, left_on, left_reason from application_partners
            where application_id = \(id) order by left_on is not null, joined_on, lower(name), id limit 100
            """
        ) { row in
            ApplicationContent.Partner(
                id: try row.next(),
                name: try row.next(),
                kind: try row.next(),
                contribution: try row.next(),
                joinedOn: try row.next(),
                leftOn: try row.nextOptional(),
                leftReason: try row.nextOptional()
            )
        }
    }

    // MARK: The steps of the form: each replaces what was there

    public static func replacePlaces(
        of id: GrantApplication.ID,
        with content: ApplicationContent,
        on connection: Connection
    ) async throws {
        for table in ["application_regions", "application_municipalities", "application_bottlenecks"] {
            _ = try await connection.execute("delete from \(ident: table) where application_id = \(id)")
        }
        _ = try await connection.execute(
            "insert into application_regions (application_id, region_code) select \(id), unnest(\(content.regions))"
        )
        _ = try await connection.execute(
            """
            insert into application_municipalities (application_id, municipality_code)
            select \(id), unnest(\(content.municipalities))
            """
        )
        _ = try await connection.execute(
            """
            insert into application_bottlenecks (application_id, bottleneck_code)
            select \(id), unnest(\(content.bottlenecks))
            """
        )
    }

    /// - Parameter ids: one per goal.
    public static func replaceGoals(
        of id: GrantApplication.ID,
        with goals: [ApplicationContent.Goal],
        ids: [UUID],
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from application_goals where application_id = \(id)")
        for (index, (goal, goalID)) in zip(goals, ids).enumerated() {
            _ = try await connection.execute(
                """
                insert into application_goals (id, application_id, position, sentence, unit, target)
                values (\(goalID), \(id), \(index + 1), \(goal.sentence), \(goal.unit), \(goal.target.tenths) / 10.0)
                """
            )
        }
    }

    /// Of whoever takes part: whoever left stays noted, and whoever stays keeps the id and the day of joining.
    public static func replacePartners(
        of id: GrantApplication.ID,
        with partners: [ApplicationContent.Partner],
        on connection: Connection
    ) async throws {
        let present = try await self.partners(of: id, on: connection).filter { $0.leftOn == nil }
        let known = Dictionary(present.map { (OrganisationName.key($0.name), $0.id) }) { first, _ in first }
        let kept = partners.compactMap { known[OrganisationName.key($0.name)] }
        for gone in present where !kept.contains(gone.id) {
            _ = try await connection.execute(
                "delete from application_partners where id = \(gone.id) and application_id = \(id) and left_on is null"
            )
        }
        for partner in partners {
            guard let stays = known[OrganisationName.key(partner.name)] else {
                try await insert(partner, of: id, on: connection)
                continue
            }
            _ = try await connection.execute(
                """
                update application_partners set name = \(partner.name), kind = \(partner.kind),
                    contribution = \(partner.contribution)
                where id = \(stays) and application_id = \(id)
                """
            )
        }
    }

    public static func replaceCosts(
        of id: GrantApplication.ID,
        with costs: [ApplicationContent.CostLine],
        ids: [UUID],
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from application_costs where application_id = \(id)")
        for (index, (line, lineID)) in zip(costs, ids).enumerated() {
            _ = try await connection.execute(
                """
                insert into application_costs (id, application_id, position, description, amount_cents)
                values (\(lineID), \(id), \(index + 1), \(line.description), \(line.amount))
                """
            )
        }
    }

    // MARK: While the project runs

    public static func insert(
        _ partner: ApplicationContent.Partner,
        of id: GrantApplication.ID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into application_partners (id, application_id, name, kind, contribution, joined_on)
            values (\(partner.id), \(id), \(partner.name), \(partner.kind), \(partner.contribution), \(partner.joinedOn))
            """
        )
    }

    /// False when the partner is not there, or left before.
    public static func leave(
        _ partner: UUID,
        of id: GrantApplication.ID,
        on day: CalendarDate,
        reason: String,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update application_partners set left_on = \(day), left_reason = \(reason)
            where id = \(partner) and application_id = \(id) and left_on is null and joined_on <= \(day)
            """
        ) == 1
    }

    /// What was reached, a number per goal in the order of the goals; on the application and on its page.
    public static func setReached(
        _ reached: [GoalNumber?],
        of id: GrantApplication.ID,
        on connection: Connection
    ) async throws {
        for (index, number) in reached.enumerated() {
            _ = try await connection.execute(
                """
                update application_goals set reached = \(number?.tenths) / 10.0
                where application_id = \(id) and position = \(index + 1)
                """
            )
            _ = try await connection.execute(
                """
                update project_goals g set reached = \(number?.tenths) / 10.0
                from projects p where p.application_id = \(id) and g.project_id = p.id and g.position = \(index + 1)
                """
            )
        }
    }
}
