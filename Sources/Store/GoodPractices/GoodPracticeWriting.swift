public import Domain
public import Foundation
public import Postgres

/// Writing good practices, and what the second reader and the contact say of them.
extension GoodPracticeStore {
    public static func insert(
        _ draft: Draft,
        id: GoodPractice.ID,
        slug: String,
        author: NetworkMember.ID,
        state: GoodPracticeState,
        on today: CalendarDate,
        at now: Date,
        newID: () -> UUID,
        connection: Connection
    ) async throws {
        _ = try await connection.execute(
            """
            insert into good_practices (id, slug, author_id, contact_id, organisation_name, name, problem, approach, took,
                result, did_not_work, state, created_at, updated_at, changed_by_id, confirmed_on, source, is_fictional, version)
            select \(id), \(slug), m.id, \(draft.contactID), m.organisation_name, \(draft.name), \(draft.problem),
                \(draft.approach), \(draft.took), \(draft.result), \(draft.didNotWork), \(state), \(now), \(now), m.id,
                \(today), '', m.is_fictional, 1
            from network_members m where m.id = \(author)
            """
        )
        try await keepParts(draft, of: id, newID: newID, on: connection)
    }

    /// Saves the text; what is public stays so. False when it changed meanwhile.
    ///
    /// - Parameters:
    ///   - state: what becomes of what is not public yet.
    ///   - rewordedBy: who changed words or links; nil when those stayed. A second member then reads what is public again.
    public static func update(
        _ draft: Draft,
        id: GoodPractice.ID,
        version: Int,
        state: GoodPracticeState,
        rewordedBy: NetworkMember.ID?,
        at now: Date,
        newID: () -> UUID,
        on connection: Connection
    ) async throws -> Bool {
        let changed = try await connection.execute(
            """
            update good_practices set name = \(draft.name), problem = \(draft.problem), approach = \(draft.approach),
                took = \(draft.took), result = \(draft.result), did_not_work = \(draft.didNotWork),
                contact_id = \(draft.contactID), state = \(state), updated_at = \(now), version = version + 1,
                changed_by_id = coalesce(\(rewordedBy), changed_by_id),
                remark = case when \(rewordedBy)::uuid is null then remark end,
                unread_since = case when state = 'published' and \(rewordedBy)::uuid is not null
                    then coalesce(unread_since, \(now)) else unread_since end
            where id = \(id) and version = \(version)
            """
        )
        guard changed == 1 else { return false }
        try await keepParts(draft, of: id, newID: newID, on: connection)
        return true
    }

    private static func keepParts(
        _ draft: Draft,
        of id: GoodPractice.ID,
        newID: () -> UUID,
        on connection: Connection
    ) async throws {
        _ = try await connection.execute("delete from good_practice_regions where good_practice_id = \(id)")
        _ = try await connection.execute("delete from good_practice_bottlenecks where good_practice_id = \(id)")
        _ = try await connection.execute("delete from good_practice_links where good_practice_id = \(id)")
        _ = try await connection.execute(
            """
            insert into good_practice_regions (good_practice_id, region_code)
            select \(id), code from unnest(\(draft.regions.map(\.rawValue))) as code
            """
        )
        _ = try await connection.execute(
            """
            insert into good_practice_bottlenecks (good_practice_id, bottleneck_code)
            select \(id), code from unnest(\(draft.bottlenecks.map(\.rawValue))) as code
            """
        )
        _ = try await connection.execute(
            """
            insert into good_practice_links (id, good_practice_id, position, kind, title, url)
            select l.id, \(id), l.position, l.kind, l.title, l.url
            from unnest(\(draft.links.map { _ in newID() }), \(draft.links.map(\.kind.rawValue)),
                \(draft.links.map(\.title)), \(draft.links.map(\.url))) with ordinality as l (id, kind, title, url, position)
            """
        )
    }

    /// What a reader says of changed words that are public: they stay so, and unread. False when it changed meanwhile.
    public static func remark(
        _ remark: String?,
        on id: GoodPractice.ID,
        version: Int,
        at now: Date,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update good_practices set remark = \(remark), updated_at = \(now), version = version + 1
            where id = \(id) and version = \(version) and state = 'published' and unread_since is not null
            """
        ) == 1
    }

    /// What the second reader decides. False when it waits for nobody any more, or changed since it was read.
    public static func decide(
        _ id: GoodPractice.ID,
        _ state: GoodPracticeState,
        remark: String?,
        version: Int,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        at now: Date,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update good_practices set state = \(state), remark = \(remark), validated_by_id = \(member),
                validated_at = \(now), unread_since = null, updated_at = \(now), version = version + 1,
                confirmed_on = case when \(state) = 'published' and unread_since is null then \(today) else confirmed_on end
            where id = \(id) and version = \(version) and (state = 'submitted' or unread_since is not null)
            """
        ) == 1
    }

    /// The contact says that it is still so.
    public static func confirm(
        _ id: GoodPractice.ID,
        by member: NetworkMember.ID,
        on today: CalendarDate,
        connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update good_practices set confirmed_on = \(today), confirmation_asked_on = null, version = version + 1
            where id = \(id) and state = 'published' and (contact_id = \(member) or author_id = \(member))
            """
        ) == 1
    }

    public static func retire(
        _ id: GoodPractice.ID,
        by member: NetworkMember.ID,
        at now: Date,
        on connection: Connection
    ) async throws -> Bool {
        try await connection.execute(
            """
            update good_practices set state = 'retired', updated_at = \(now), version = version + 1
            where id = \(id) and state <> 'retired' and (contact_id = \(member) or author_id = \(member))
            """
        ) == 1
    }
}
