import Domain
import Postgres
import Store

extension World {
    /// Runs a change of a project page and writes down, field by field, what it changed; then the page changed now.
    ///
    /// - Parameter id: the page; without one only the change is run.
    func keepingHistory<Value>(
        of id: Project.ID?,
        by member: StaffMember.ID,
        on connection: Connection,
        _ body: () async throws -> Value
    ) async throws -> Value {
        guard let id else { return try await body() }
        let before = try await ProjectEditStore.told(of: id, on: connection)
        let value = try await body()
        let after = try await ProjectEditStore.told(of: id, on: connection)
        var changed = false
        for (old, new) in zip(before, after) where old != new {
            changed = true
            try await ProjectEditStore.insert(
                .init(new.field, before: old.text, after: new.text),
                id: newUUID(),
                of: id,
                by: member,
                at: now(),
                on: connection
            )
        }
        if changed { try await ProjectEditStore.touch(id, at: now(), on: connection) }
        return value
    }
}
